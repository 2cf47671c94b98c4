"""`baitiao define`: what a word, a code, a rule or a column means, with an example."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.define import Defined, Match, find_definitions
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, words
from baitiao_cli.messages.define import DEFINE_MORE
from baitiao_cli.messages.definitions import Page, pages
from baitiao_cli.show.define import (
    defined_document,
    definition_page_document,
    definition_pages_document,
    matches_document,
)
from baitiao_cli.show.document import Document


@command("define", more=DEFINE_MORE)
def define(request: Request, name: Annotated[str | None, argument("NAME", words)] = None) -> Document:
    """Lists the pages of definitions, tells one, or explains a name."""
    if name is None:
        return definition_pages_document(pages(), request.today)
    found = find_definitions(name)
    if isinstance(found, Page):
        return definition_page_document(found, request.today)
    matches = [each for each in found if isinstance(each, Match)]
    if matches:
        return matches_document(name, matches, request.today)
    return defined_document([each for each in found if isinstance(each, Defined)], request.today)
