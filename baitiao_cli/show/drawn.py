"""Tables of which every cell fits on one line, as Rich draws them; to import Rich takes as long as most commands need.

What must be folded, or has letters that not every terminal draws alike, is left to Rich. A test holds the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from baitiao_cli.show.document import Column

# First and last letter of a range, and how many columns of the screen each takes: Latin, punctuation, Chinese.
_WIDTHS = (
    (0x20, 0x7E, 1), (0xA1, 0xAC, 1), (0xAE, 0x17F, 1), (0x2010, 0x2027, 1), (0x2030, 0x205E, 1),
    (0x3001, 0x3029, 2), (0x4E00, 0x9FFF, 2), (0xFF01, 0xFF5E, 2),
)  # fmt: skip
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
AT_THE_RIGHT = ("money", "number", "percent")
"""The kinds of columns whose cells end in one column of the screen."""


def columns_of(text: str) -> int | None:
    """How many columns of the screen a text takes; `None` where terminals may differ.

    >>> columns_of("due"), columns_of("应还 (元)"), columns_of("👍")
    (3, 9, None)
    """
    if text.isascii():
        return len(text)
    taken = 0
    for char in text:
        code = ord(char)
        width = next((width for first, last, width in _WIDTHS if first <= code <= last), None)
        if width is None:
            return None
        taken += width
    return taken


def bold(text: str, is_bold: bool = True) -> str:
    """The text in bold letters, if the terminal has any."""
    return f"{_BOLD}{text}{_PLAIN}" if text and is_bold else text


def drawn(
    columns: Sequence[Column],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    totals: Sequence[str] | None,
    gap: int,
    most: int,
    is_bold: bool,
) -> str | None:
    """The table with `gap` columns of the screen between cells, its head and its totals in bold; `None`: ask Rich.

    That is where it is wider than `most`, or has a cell whose width is not known, or that Rich would strip.
    """
    heads = [heading.split("\n") for heading in headings]
    every_row = [*rows, totals] if totals else rows
    cells = [[*head, *(row[at] for row in every_row)] for at, head in enumerate(heads)]
    if any(cell != cell.strip() or columns_of(cell) is None for column in cells for cell in column):
        return None
    last = len(columns) - 1
    # Rich gives a column without a letter one column of the screen, with the space between cells.
    widths = [
        max(columns_of(cell) or 0 for cell in each) or int(at == last or gap == 1) for at, each in enumerate(cells)
    ]
    if sum(widths) + gap * last > most:
        return None

    def line(row: Sequence[str | None], is_head: bool) -> str:
        told = []
        for at, (column, cell, width) in enumerate(zip(columns, row, widths, strict=True)):
            between = " " * (gap - 1 if at < last else 0)
            if cell is None:
                told.append(bold(" " * width + between, is_head))
                continue
            blank = " " * (width - (columns_of(cell) or 0))
            text = blank + cell if column.kind in AT_THE_RIGHT else cell + blank
            told.append(bold(text, is_head) + bold(between, is_head))
        return " ".join(told)

    height = max(map(len, heads))
    lines = [
        line([None if at < height - len(head) else head[at - height + len(head)] for head in heads], is_bold)
        for at in range(height)
    ]
    whole = sum(widths) + gap * last
    lines += ["─" * whole, *(line(row, False) for row in rows)]
    if totals:
        lines += [" " * whole, line(totals, is_bold)]
    return "".join(f"{one}\n" for one in lines)
