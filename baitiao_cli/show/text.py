"""Text for a terminal: safe characters, widths in columns of the screen, lines that fit."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TextIO

# Control, format, surrogate, private-use characters and the separators of lines and paragraphs: a terminal obeys them.
UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})

# Letters that are drawn as nothing (fillers of Hangul, the empty pattern of Braille): with them two names look alike.
BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")

_CLOSING = frozenset("、。，；：？！）】》”,.;:?!)]")
_OPENING = frozenset("（【《“([")
_COMMAND = "baitiao "

WIDTH_UNKNOWN = 80


def is_printable(text: str) -> bool:
    """Whether `text` has no character that a terminal would obey or draw as nothing instead of showing.

    >>> is_printable("小明 A1"), is_printable(chr(27) + "[2J")
    (True, False)
    """
    return not (_may_hide(text) and any(map(_is_hidden, text)))


def _may_hide(text: str) -> bool:
    """Whether `text` must be looked at letter by letter."""
    return not (text.isprintable() and BLANK.isdisjoint(text))


def _is_hidden(char: str) -> bool:
    return char in BLANK or unicodedata.category(char) in UNPRINTABLE


def printable(text: str) -> str:
    """`text` with every character that a terminal would obey or draw as nothing written as an escape.

    >>> printable("a" + chr(27) + "b")
    'a\\\\u001bb'
    """
    if not _may_hide(text):
        return text
    return "".join(escaped(char) if _is_hidden(char) else char for char in text)


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


def fitted(text: str, stream: TextIO) -> str:
    """`text` in lines that fit the terminal that `stream` is; as it is in a pipe, where programs look for its lines."""
    if not stream.isatty():
        return text
    columns = _columns_of(stream)
    return "".join(f"{line}\n" for paragraph in text.splitlines() for line in wrapped(paragraph, columns))


def _columns_of(stream: TextIO) -> int:
    """How wide the terminal is, of which stdout may know nothing; COLUMNS comes first, as in tables."""
    try:
        return int(os.environ["COLUMNS"]) or WIDTH_UNKNOWN
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(stream.fileno()).columns or WIDTH_UNKNOWN
    except (OSError, ValueError):
        return WIDTH_UNKNOWN


def wrapped(text: str, columns: int) -> list[str]:
    """`text` in lines of at most `columns`, broken at spaces and between wide characters; a longer word is not cut.

    A command of ours is copied from the screen: it stays on one line if a line is wide enough.

    >>> wrapped("pay the bill in full", 12)
    ['pay the bill', 'in full']
    >>> wrapped("To see what is owed: baitiao show A1", 24)
    ['To see what is owed:', 'baitiao show A1']
    """
    lines: list[str] = []
    line = ""
    for piece in _fitting(_pieces(text), columns):
        if line and width(line) + width(piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _fitting(pieces: Iterable[str], columns: int) -> Iterator[str]:
    """The pieces, commands that are wider than a line in their words."""
    for piece in pieces:
        if _COMMAND in piece and width(piece.rstrip()) > columns:
            yield from _pieces(piece, are_commands_kept=False)
        else:
            yield piece


def _pieces(text: str, are_commands_kept: bool = True) -> list[str]:
    """The parts of `text` that a line may end after: words with the spaces behind them, wide characters, commands.

    Punctuation stays with what it closes or opens, as Chinese typesetting asks, and a wide unit with its number.
    """
    kept = _inside_commands(text) if are_commands_kept and _COMMAND in text else set()
    pieces = [""]
    for place, char in enumerate(text):
        before = pieces[-1]
        if char.isspace() or not before or place in kept:
            parts = False
        elif before[-1].isspace():
            parts = not (_is_wide(char) and _is_number(before))
        else:
            closed = char not in _CLOSING and before[-1] not in _OPENING
            parts = closed and (_is_wide(char) or _is_wide(before[-1]))
        if parts:
            pieces.append(char)
        else:
            pieces[-1] += char
    return pieces


def _is_number(piece: str) -> bool:
    """Whether a piece is a number with a space behind it: what is counted or paid, no date.

    >>> _is_number("1,200.00 "), _is_number("(8 "), _is_number("2026-01-05 ")
    (True, True, False)
    """
    return piece[:-1].lstrip("(").replace(",", "").replace(".", "").isdigit()


def _inside_commands(text: str) -> set[int]:
    """The places where no line ends: in a command of ours, with its words up to one that ends in punctuation."""
    places: set[int] = set()
    begin = text.find(_COMMAND)
    while begin >= 0:
        end = begin + len(_COMMAND) - 1
        while text[end - 1] not in _CLOSING and text[end : end + 1] == " ":
            following = text.find(" ", end + 1)
            end = following if following >= 0 else len(text)
        places.update(range(begin + 1, end))
        begin = text.find(_COMMAND, end)
    return places


def _is_wide(char: str) -> bool:
    return char > "\u2e7f" and unicodedata.east_asian_width(char) in "WF"
