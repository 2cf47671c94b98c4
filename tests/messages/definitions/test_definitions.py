"""Every definition is one sentence with an example that has its figures, in both languages, under one name."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from baitiao_cli.messages.definitions import page_names, pages

ALL = [(page.name, name, told) for page in pages() for name, told in page.definitions.items()]
FIGURE = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")


@pytest.mark.parametrize(("page", "name", "told"), ALL, ids=[f"{page} {name}" for page, name, _ in ALL])
class TestEachDefinition:
    def test_it_is_one_sentence_with_an_example(self, page, name, told) -> None:
        for text in (*(part.in_language("en") for part in told), *(part.in_language("zh") for part in told)):
            assert text.endswith((".", "。")), text
            assert not re.search(r"[.。!?][ \n][A-Z\u4e00-\u9fff]|。.", text), "one sentence"

    def test_figures_are_the_same_in_both_languages(self, page, name, told) -> None:
        for part in told:
            english, chinese = (Counter(FIGURE.findall(part.in_language(each))) for each in ("en", "zh"))
            assert english == chinese

    def test_its_name_can_be_typed_and_is_no_page(self, page, name, told) -> None:
        assert re.fullmatch(r"[a-z0-9-]+|M[0-9]\+?|[A-Z][A-Za-z0-9+-]*", name)
        assert name.lower() not in page_names()


def test_a_page_says_what_it_is_about() -> None:
    assert all(page.definitions and page.title.in_language("zh") for page in pages())
