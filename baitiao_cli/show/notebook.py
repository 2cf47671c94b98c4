"""Tables and charts as a notebook shows them: a piece of HTML without scripts, in which all text is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

from baitiao_cli.show.cells import heading, row_cells, total_cells
from baitiao_cli.show.charts.svg import svg
from baitiao_cli.show.document import Chart, Column, Document, Table
from baitiao_cli.show.page.markup import Markup, element

FIGURES = ("money", "number", "percent")
LEFT, RIGHT = "text-align:left", "text-align:right"
CAPTION = f"caption-side:top;{LEFT};font-weight:bold"


def html_of(document: Document, language: str) -> str:
    """The tables, the charts and the sentences under them; figures stand on the right, as on the terminal."""
    tables = (_table(table, language) for table in document.told_tables)
    charts = (_figure(chart, language) for chart in document.charts)
    notes = (element("p", note.in_language(language)) for note in document.told_notes)
    return element("div", *tables, *charts, *notes, lang=language)


def _figure(chart: Chart, language: str) -> Markup:
    caption = element("figcaption", chart.title.in_language(language), style=CAPTION)
    return element("figure", caption, svg(chart, language, _name(chart)), style="margin:1em 0")


def _name(chart: Chart) -> str:
    """A name for the patterns of a chart that no other chart of the notebook has, unless it is the same."""
    return f"chart-{crc32(repr(chart).encode()):08x}"


def _table(table: Table, language: str) -> Markup:
    title = [element("caption", table.title.in_language(language), style=CAPTION)] if table.title else []
    labels = [heading(column, language) for column in table.told]
    rows = [row_cells(table, row, language) for row in table.rows]
    if table.is_record:
        return element("table", *title, element("tbody", *_record(labels, rows)))
    head = element("thead", element("tr", *_cells(table.told, labels, "th", scope="col")))
    body = element("tbody", *(element("tr", *_cells(table.told, row)) for row in rows))
    if table.totals is None:
        return element("table", *title, head, body)
    foot = element("tfoot", element("tr", *_cells(table.told, total_cells(table, language), "th")))
    return element("table", *title, head, body, foot)


def _record(labels: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Markup]:
    for row in rows:
        for label, text in zip(labels, row, strict=True):
            if text:
                yield element("tr", element("th", label, scope="row", style=LEFT), element("td", text, style=LEFT))


def _cells(
    columns: Sequence[Column], texts: Sequence[str], kind: str = "td", scope: str | None = None
) -> Iterator[Markup]:
    for column, text in zip(columns, texts, strict=True):
        yield element(kind, text, scope=scope, style=RIGHT if column.kind in FIGURES else LEFT)
