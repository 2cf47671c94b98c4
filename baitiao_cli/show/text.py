"""Text for a terminal: safe characters, widths in columns of the screen, lines that fit."""

from __future__ import annotations

import unicodedata

# Control, format, surrogate, private-use characters and the separators of lines and paragraphs: a terminal obeys them.
UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})

_CLOSING = frozenset("、。，；：？！）】》”,.;:?!)]")


def is_printable(text: str) -> bool:
    """Whether `text` has no character that a terminal would obey instead of showing.

    >>> is_printable("小明 A1"), is_printable(chr(27) + "[2J")
    (True, False)
    """
    return text.isprintable() or not any(unicodedata.category(char) in UNPRINTABLE for char in text)


def printable(text: str) -> str:
    """`text` with every character that a terminal would obey written as an escape.

    >>> printable("a" + chr(27) + "b")
    'a\\\\u001bb'
    """
    if text.isprintable():
        return text
    return "".join(escaped(char) if unicodedata.category(char) in UNPRINTABLE else char for char in text)


def escaped(char: str) -> str:
    r"""One character as \uXXXX, or as two of them beyond the first 65,536: the form that JSON reads too."""
    code = ord(char)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def width(text: str) -> int:
    """How many columns of the screen `text` takes: two for a wide character, none for a combining one.

    >>> width("due"), width("应还")
    (3, 4)
    """
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def padded(text: str, columns: int) -> str:
    """`text` filled with spaces on the right up to `columns`."""
    return text + " " * (columns - width(text))


def wrapped(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns`, broken at spaces and between wide characters; a longer word is not cut.

    >>> wrapped("pay the bill in full", 12)
    ['pay the bill', 'in full']
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """The parts of `text` that a line may end after: words with the spaces behind them, wide characters.

    Punctuation stays with what is before it, as Chinese typesetting asks.
    """
    pieces = [""]
    for char in text:
        before = pieces[-1]
        if char.isspace() or not before:
            parts = False
        elif before[-1].isspace():
            parts = True
        else:
            parts = char not in _CLOSING and (_is_wide(char) or _is_wide(before[-1]))
        if parts:
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces


def _is_wide(char: str) -> bool:
    return char > "\u2e7f" and unicodedata.east_asian_width(char) in "WF"
