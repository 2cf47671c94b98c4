"""A document as one page: its figures, tables, charts and notes, in one file that loads nothing and runs nothing.

The same page is read on a telephone, on a desk and on paper: `page.css` says how it is laid out on each.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from baitiao_cli.messages import filled, papers
from baitiao_cli.show.cells import cell, heading, row_cells, total_cells
from baitiao_cli.show.charts.svg import svg
from baitiao_cli.show.document import Chart, Column, Document, Table
from baitiao_cli.show.page.markup import Markup, css_string, element, joined, prose

STYLE = Path(__file__).with_name("page.css")
LANGUAGE_TAGS = {"zh": "zh-CN", "en": "en"}
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may do with the page: draw it. Even what found a way through the escaping could not run or load."""

BREAK = Markup("\n")


def page(document: Document, language: str) -> str:
    """The page of a document that has a `paper`; the same document gives the same page."""
    assert document.paper is not None
    title = document.paper.heading.in_language(language)
    foot = element("footer", element("p", prose(filled(papers.FOOT, as_of=document.as_of).in_language(language))))
    main = element("main", *_parts(document, title, language))
    return framed(title, language, _printed(document, language), main, foot)


def framed(title: str, language: str, style: str, *parts: Markup) -> str:
    """A whole page of the parts, with the style of all pages and `style` besides: it loads nothing and runs nothing."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="baitiao"),
        element("title", title),
        element("link", rel="icon", href="data:,"),
        element("style", Markup(STYLE.read_text(encoding="utf-8") + style)),
    )
    html = element("html", BREAK, head, BREAK, element("body", *parts), BREAK, lang=LANGUAGE_TAGS[language])
    return f"<!DOCTYPE html>\n{html}\n"


def _printed(document: Document, language: str) -> str:
    """What stands on every printed page: what it is of, and which of how many."""
    assert document.paper is not None
    pages = papers.PAGE_OF.in_language(language).replace("{pages}", "{page}").split("{page}")
    before, between, after = map(css_string, pages)
    counted = f"{before} counter(page) {between} counter(pages) {after}"
    running = css_string(document.paper.running.in_language(language))
    return f"@page {{ @top-left {{ content: {running} }} @bottom-right {{ content: {counted} }} }}\n"


def _parts(document: Document, title: str, language: str) -> list[Markup]:
    """The heading, what is told large, the first table, the charts, the other tables, the notes."""
    assert document.paper is not None
    parts = [element("h1", prose(title))]
    if not document.told_tables:  # there is nothing to tell of, and the notes say so
        return [joined(BREAK, part) for part in [*parts, *_notes(document, language)]]
    first, *others = document.told_tables
    if first.is_record and document.paper.lead:
        parts.append(_lead(first, document.paper.lead, language))
        first = _without(first, document.paper.lead)
    figures = [drawn_figure(chart, language, f"chart{at}") for at, chart in enumerate(document.charts, 1)]
    top = [drawn_table(first, title, language), *figures]
    parts += [element("div", *top, class_="beside")] if first.is_record else top
    parts += [drawn_table(other, title, language) for other in others]
    return [joined(BREAK, part) for part in [*parts, *_notes(document, language)]]


def _notes(document: Document, language: str) -> list[Markup]:
    """The sentences under the tables, in a section of their own."""
    if not document.notes:
        return []
    told = [element("li", prose(note.in_language(language))) for note in document.notes]
    return [element("section", element("h2", papers.NOTES.in_language(language)), element("ul", *told))]


def _without(table: Table, keys: frozenset[str]) -> Table:
    """The record without what is told large."""
    rest = [column for column in table.columns if column.key not in keys]
    return Table(rest, table.rows, table.title, is_record=True, quiet=table.quiet)


def _lead(table: Table, keys: frozenset[str], language: str) -> Markup:
    """The figures that matter most: name over value."""
    pairs = [
        element(
            "div",
            element("dt", heading(column, language)),
            element("dd", cell(table.rows[0].get(column.key), column, language), data_key=column.key),
        )
        for column in table.told
        if column.key in keys
    ]
    return element("dl", *pairs, class_="lead")


def drawn_figure(chart: Chart, language: str, name: str) -> Markup:
    """A chart under its title; `name` is its own on the page."""
    title = element("figcaption", element("h2", chart.title.in_language(language)))
    return element("figure", title, svg(chart, language, name))


def drawn_table(table: Table, title: str, language: str) -> Markup:
    """A table under its title; one without a title has that of the page, for those who hear it only."""
    if table.title and table.title.in_language(language) != title:
        caption = element("caption", element("h2", prose(table.title.in_language(language))))
    else:
        caption = element("caption", title, class_="unseen")
    return _record(table, caption, language) if table.is_record else _rows(table, caption, language)


def _record(table: Table, caption: Markup, language: str) -> Markup:
    """One thing: a line for each of its fields, those without a value left out."""
    lines = [
        element(
            "tr",
            element("th", heading(column, language), scope="row"),
            element("td", prose(value), class_=_class(column), data_key=column.key),
        )
        for row in table.rows
        for column, value in zip(table.told, row_cells(table, row, language), strict=True)
        if value
    ]
    return element("table", caption, element("tbody", *lines), class_="record")


def _rows(table: Table, caption: Markup, language: str) -> Markup:
    """Rows under their headings. The roles are spelled out, for a narrow page shows rows as cards."""
    named = [(column, heading(column, language)) for column in table.told]
    heads = [
        element("th", label, scope="col", role="columnheader", class_=_class(column), data_key=column.key)
        for column, label in named
    ]
    lines = [_line(named, row_cells(table, row, language)) for row in table.rows]
    parts = [element("thead", element("tr", *heads, role="row"), role="rowgroup")]
    parts.append(element("tbody", *(joined(BREAK, line) for line in lines), role="rowgroup"))
    if table.totals is not None:
        parts.append(element("tfoot", _line(named, total_cells(table, language)), role="rowgroup"))
    return element("table", caption, *parts, class_="rows", role="table")


def _line(named: Sequence[tuple[Column, str]], cells: Sequence[str]) -> Markup:
    """One row; its first cell is what it is called by."""
    (first, label), *others = named
    parts = [element("th", prose(cells[0]), scope="row", role="rowheader", class_=_class(first), data_label=label)]
    parts += [
        element("td", prose(text), role="cell", class_=_class(column), data_label=label)
        for (column, label), text in zip(others, cells[1:], strict=True)
    ]
    return element("tr", *parts, role="row")


def _class(column: Column) -> str:
    """How a cell is set: figures and ids unbroken, amounts and numbers at the right."""
    if column.kind in ("text", "date"):
        return "figure" if column.is_unbroken else "text"
    return "figure amount"
