"""Tables that Rich draws: those with cells to be folded, or with letters that not every terminal draws alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from rich import box
from rich.console import Console
from rich.containers import Lines
from rich.table import Table as RichTable
from rich.text import Text as RichText

from baitiao_cli.show.drawn import AT_THE_RIGHT
from baitiao_cli.show.text import wrapped

if TYPE_CHECKING:
    from baitiao_cli.show.document import Column


class _Folded(RichText):
    """A cell whose lines are broken like any text of ours: Rich would begin one with the comma that ends another."""

    def wrap(self, console: Console, width: int, **given: Any) -> Lines:
        folded = Lines()
        for line in wrapped(self.plain, width):
            folded.extend(RichText(line).wrap(console, width, **given))
        return folded


LINES = 24
"""How high a terminal is said to be, which changes nothing here but makes Rich believe how wide it is."""


def console_of(stream: TextIO, columns: int) -> Console:
    """What writes to a terminal of that width, which Rich would take for 80 columns wide if it does not know it."""
    return Console(file=stream, width=columns, height=LINES, markup=False, highlight=False, emoji=False)


def folded_table(
    columns: Sequence[Column],
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    totals: Sequence[str] | None,
    gap: int,
) -> RichTable:
    """The table with `gap` columns of the screen between cells; running text is folded where it must be."""
    table = RichTable(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        collapse_padding=True,
        padding=(0, gap - 1),
        show_footer=totals is not None,
        header_style="bold",
        footer_style="bold",
    )
    for at, column in enumerate(columns):
        table.add_column(
            RichText(headings[at]),
            footer=RichText(totals[at] if totals else ""),
            justify="right" if column.kind in AT_THE_RIGHT else "left",
            no_wrap=column.is_figure,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(_cell(column, text) for column, text in zip(columns, row, strict=True)))
    return table


def _cell(column: Column, text: str) -> RichText:
    return RichText(text) if column.is_figure else _Folded(text)
