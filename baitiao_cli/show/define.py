"""Definitions: the list of pages, a page, and what one name means."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.actions.define import Defined, Match
from baitiao_cli.messages import as_is, filled
from baitiao_cli.messages.define import (
    CALLED,
    LABELS,
    MATCHES_TITLE,
    PAGE_LABELS,
    PAGES_TITLE,
    THE_REST,
    TO_READ,
    WHERE,
)
from baitiao_cli.messages.definitions import Page, page
from baitiao_cli.show.document import Document, Row, csv_table, record, table

CSV = "page name sentence example"


def definition_pages_document(pages: Sequence[Page], today: date) -> Document:
    """The pages, each with the names that it explains."""
    rows = [{"page": each.name, "title": each.title, "names": list(each.definitions)} for each in pages]
    return Document(
        data={"pages": rows},
        as_of=today,
        tables=[table("page title names", rows, title=PAGES_TITLE, labels=PAGE_LABELS)],
        next_steps=[filled(TO_READ, name=pages[0].name)],
    )


def definition_page_document(page: Page, today: date) -> Document:
    """A page: each of its names with the sentence and the example."""
    rows = [_row(Defined(page.name, name, told)) for name, told in page.definitions.items()]
    return Document(
        data={"page": page.name, "title": page.title, "definitions": rows},
        as_of=today,
        tables=[record("sentence example", row, title=as_is(str(row["name"])), labels=LABELS) for row in rows],
        csv_table=csv_table(CSV, rows),
    )


def defined_document(found: Sequence[Defined], today: date) -> Document:
    """What a name means, on each page that explains it."""
    rows = [_row(each) for each in found]
    places = [filled(WHERE, title=page(each.page).title, page=each.page) for each in found]
    told: list[Row] = [{**row, "page": place} for row, place in zip(rows, places, strict=True)]
    return Document(
        data={"definitions": rows},
        as_of=today,
        tables=[record("name page sentence example", row, labels=LABELS) for row in told],
        csv_table=csv_table(CSV, rows),
        next_steps=[filled(THE_REST, page=each) for each in dict.fromkeys(each.page for each in found)],
    )


def matches_document(asked: str, matches: Sequence[Match], today: date) -> Document:
    """The pages and names that have a part of what was asked, each with how to read it."""
    rows = [{"page": each.page, "name": each.name or None, "title": each.title} for each in matches]
    data = [{"page": each.page, "name": each.name, "title": each.title} for each in matches]
    title = filled(MATCHES_TITLE, asked=asked)
    first = matches[0].name or matches[0].page
    return Document(
        data={"matches": data},
        as_of=today,
        tables=[table("page name title", rows, title=title, labels=LABELS | {"title": CALLED})],
        csv_table=csv_table("page name title", data),
        next_steps=[filled(TO_READ, name=first)],
    )


def _row(defined: Defined) -> Row:
    sentence, example = defined.definition
    return {"page": defined.page, "name": defined.name, "sentence": sentence, "example": example}
