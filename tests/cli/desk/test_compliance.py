"""`compliance check`: what it prints, its exit status, its forms, and rule files of one's own."""

from __future__ import annotations

import csv
import io

import pytest

from baitiao_cli.desk.rule_files import shipped

TODAY = "2026-03-05"


def test_one_line_a_rule_the_rows_that_break_it_and_exit_status_6(at) -> None:
    done = at(TODAY, "compliance", "check")  # the phone was sold without a quote
    assert (done.status, done.err) == (6, "")
    assert "disclosure\tCost shown before the purchase\tbroken\t1\t" in done.out
    assert "collection-hours\tHours of collection\tnothing to judge\t0" in done.out
    assert "disclosure\tA1\tA1P1\tA1E2\t2026-01-08\tnames no quote" in done.out
    assert "Broken: 1 of 12 rules" in done.out
    data = at(TODAY, "compliance", "check", "--json").data
    assert (data["rules"], data["rules_version"], data["broken_count"], data["account_count"]) == (
        "compliance",
        1,
        1,
        1,
    )
    assert [line["rule"] for line in data["lines"] if line["findings"]] == ["disclosure"]


def test_one_rule_tells_what_it_says_and_its_source(at) -> None:
    for language, told in (
        ("en", "Internet Loans of Commercial Banks (2020), art. 6"),
        ("zh", "暂行办法》(2020) 第六条"),
    ):
        done = at(TODAY, "compliance", "check", "--rule", "line-limit", "--lang", language)
        assert done.status == 0
        assert told in done.out
        assert "200,000.00" in done.out
    rows = [*csv.DictReader(io.StringIO(at(TODAY, "compliance", "check", "--rule", "disclosure", "--csv").out))]
    assert [(row["account_id"], row["plan_id"], row["detail"]) for row in rows] == [("A1", "A1P1", "no-quote")]
    rows = [*csv.DictReader(io.StringIO(at(TODAY, "compliance", "check", "--csv").out))]
    assert {row["rule"]: row["verdict"] for row in rows}["retention"] == "nothing-to-judge"


def test_all_that_is_judged_holds_before_anything_is_sold(at) -> None:
    done = at(TODAY, "compliance", "check", "--as-of", "2026-01-07")
    assert done.status == 0
    assert "Every rule that could be judged holds; accounts looked at: 1." in done.out


def test_it_is_handed_over_as_a_page(at, tmp_path) -> None:
    page = tmp_path / "check.html"
    done = at(TODAY, "compliance", "check", "--html", "-o", str(page))
    assert done.status == 0 or done.status == 6
    assert "names no quote" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("most_calls_a_day = 3", "most_calls_a_day = 0", "$.collection_calls.most_calls_a_day"),
        ('caps = ["total-cost"]', "caps = []", "$.annual_rate"),
        ("[retention]", "[retention]\nunknown = 1", "$.retention"),
        ('until_time = "22:00"', 'until_time = "08:00"', "$.collection_hours.until_time"),
        ('from_time = "08:00"', 'from_time = "8:00"', "$.collection_hours.from_time"),
        ('caps = ["total-cost"]', 'caps = ["none"]', "$.annual_rate.caps[0]"),
        (
            "more_caps = []",
            "more_caps = [{ from_on = 2020-01-02, annual_ppb = 1 }, { from_on = 2020-01-02, annual_ppb = 1 }]",
            "$.annual_rate.more_caps[1].from_on",
        ),
    ],
)
def test_what_is_wrong_in_a_rule_file_is_told_with_its_place(at, tmp_path, before, after, place) -> None:
    told = shipped("compliance").read_text("utf-8")
    assert before in told
    file = tmp_path / "mine.toml"
    file.write_text(told.replace(before, after), "utf-8")
    done = at(TODAY, "compliance", "check", "--rules", str(file), "--json")
    assert (done.status, done.error["code"]) == (2, "rules-invalid")
    assert place in done.error["message"]


def test_a_rule_file_of_ones_own_is_named(at, tmp_path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text(shipped("compliance").read_text("utf-8").replace("rules_version = 1", "rules_version = 7"), "utf-8")
    assert "Judged by version 7 of the rules mine" in at(TODAY, "compliance", "check", "--rules", str(file)).out
    assert at(TODAY, "compliance", "check", "--rules", "none.toml", "--json").error["code"] == "rules-unreadable"
