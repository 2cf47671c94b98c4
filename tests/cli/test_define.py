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


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("违约金", ("lateness", "late-charge")),
        ("late charge", ("lateness", "late-charge")),
        ("Late Charges", ("lateness", "late-charge")),
        ("逾期金额", ("lateness", "overdue")),
        ("五级分类", ("lateness", "class")),
        ("关注", ("lateness", "special-mention")),
        ("催收案件", ("cases", "")),
        ("collection case", ("cases", "")),
        ("账龄", ("aging", "")),
        ("滚动率", ("aging", "rolled")),
        ("roll-rate", ("aging", "")),
        ("Roll Rates", ("aging", "")),
        ("vintage", ("vintages", "")),
        ("credit bureau", ("bureau", "")),
        ("Payable now", ("account", "due")),
        ("当前应还(元)", ("account", "due")),
        ("到期还款日", ("account", "due-date")),
        ("due_on", ("account", "due-date")),
        ("principal", ("account", "principal")),
        ("minimum_due_fen", ("account", "minimum-due")),
        ("最低还款额", ("account", "minimum-due")),
        ("本期应还", ("account", "amount-due")),
        ("可用额度", ("account", "available")),
        ("溢缴款", ("account", "credit-balance")),
        ("利息", ("account", "interest")),
        ("手续费", ("account", "fee")),
        ("账单日", ("account", "bill-day")),
        ("APR", ("account", "annual-rate-simple")),
        ("EIR", ("account", "annual-rate-compound")),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_page_or_a_name_is_found_by_what_it_is_called_in_either_language(run, asked, place, language) -> None:
    told = run("define", asked, "--lang", language, "--json")
    assert told.status == 0, told.err
    found = (
        [(told.data["page"], "")]
        if "page" in told.data
        else [(each["page"], each["name"]) for each in told.data["definitions"]]
    )
    assert found == [place]


def test_a_word_with_several_meanings_is_told_with_where_each_is_used(run) -> None:
    told = run("define", "due_fen", "--json").data["definitions"]
    assert [f"{each['page']} {each['name']}" for each in told] == ["account due", "funding due"]
    out = run("define", "due_fen").out
    assert "An account, its bills and its plans (account)" in out
    assert "Joint lending (funding)" in out


def test_a_code_is_not_told_for_a_key_that_only_looks_like_it(run) -> None:
    """`loss` is the last of the five classes, `loss_fen` the principal that a write-off gave up."""
    assert run("define", "loss", "--json").data["definitions"][0]["page"] == "lateness"
    assert run("define", "loss_fen", "--json").error["code"] == "definition-unknown"


def test_what_is_a_part_of_several_titles_lists_them(run) -> None:
    told = run("define", "limits", "--json")
    assert told.data["page"] == "limits"  # a name of its own comes first
    assert run("define", "逾期表现", "--json").data["page"] == "vintages"  # a part of one title alone
    listed = run("define", "customer", "--json")
    assert listed.error["code"] == "definition-unknown"
    assert ("aging", "") in [(each["page"], each["name"]) for each in run("define", "滚动", "--json").data["matches"]]
    parts = run("define", "评", "--lang", "zh", "--json").data["matches"]
    assert ("assessment", "") in [(each["page"], each["name"]) for each in parts]
    assert ("score", "") in [(each["page"], each["name"]) for each in parts]
    out = run("define", "评", "--lang", "zh").out
    assert "包含“评”的条目" in out
    assert "授信评估" in out
