"""`define`: the pages, one page, one name; whatever else is asked is refused with the nearest."""

from __future__ import annotations

import pytest

from baitiao_cli.actions.define import sentences_of
from baitiao_cli.messages.definitions import definition_of, page, pages


def test_without_a_name_the_pages_are_listed_with_what_they_explain(run) -> None:
    told = run("define", "--json").data["pages"]
    assert [(each["page"], each["names"]) for each in told] == [(each.name, list(each.definitions)) for each in pages()]


def test_a_page_is_told_in_full_in_the_reader_s_language(run) -> None:
    for language in ("en", "zh"):
        out = run("define", "lateness", "--lang", language).out
        for name, told in page("lateness").definitions.items():
            assert name in out
            assert all(part.in_language(language) in out for part in told)


@pytest.mark.parametrize("asked", ["minimum-left", "Minimum Left", "minimum_left_fen"])
def test_a_name_may_be_the_key_of_a_figure(run, asked: str) -> None:
    (found,) = run("define", asked, "--json").data["definitions"]
    sentence, example = page("lateness").definitions["minimum-left"]
    assert (found["page"], found["name"]) == ("lateness", "minimum-left")
    assert (found["sentence"], found["example"]) == (sentence.in_language("en"), example.in_language("en"))


@pytest.mark.parametrize(
    ("asked", "nearest"), [("lateniss", "lateness"), ("m9", ""), ("class-of", "class"), ("十", "")]
)
def test_what_is_not_explained_is_refused_with_the_nearest(run, asked: str, nearest: str) -> None:
    refused = run("define", asked, "--json")
    assert (refused.status, refused.error["code"]) == (3, "definition-unknown")
    assert nearest in refused.error["hint"]
    assert ("Did you mean" in refused.error["hint"]) == bool(nearest)


def test_of_names_that_belong_together_the_page_that_has_most_of_them_tells_each() -> None:
    """Months on book are a line of the scorecard and a column of the vintages."""
    of_score = sentences_of(["months-on-book", "cash-like", "use-of-limit"])
    of_vintages = sentences_of(["months-on-book", *page("vintages").definitions])
    assert of_score["months-on-book"] == definition_of("score", "months-on-book").sentence
    assert of_vintages["months-on-book"] == definition_of("vintages", "months-on-book").sentence
    assert sentences_of(["of-my-own"]) == {}
