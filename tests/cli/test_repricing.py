"""`reprice` and `pause`: each installment before and after, and what every view tells of them."""

from __future__ import annotations

import pytest

# A1P1: 5,999.00 in 12, 499.91 + 35.99 a month (the last 499.99). Its periods begin on the 3rd, the second in February.


def test_a_new_fee_is_told_installment_by_installment(at, head):
    data = at("2026-02-05", "reprice", "A1P1", "0.5%", "--reason", "campaign", "--json").data
    # 5,999.00 x 0.5% = 29.995, rounded 30.00: 5.99 less from the period that begins on 3 March on, ten times.
    assert (data["rate_before"], data["rate"], data["cost_change_fen"]) == ("0.6%/period", "0.5%/period", -5990)
    assert data["installments"][1] == {
        "number": 2,
        "due_on": "2026-03-12",
        "before_fen": 53590,
        "after_fen": 53590,
        "change_fen": 0,
    }
    assert [row["change_fen"] for row in data["installments"]] == [0, 0] + [-599] * 10
    schedule = at("2026-02-05", "schedule", "A1P1", "--json").data
    assert [row["total_fen"] for row in schedule["rows"]] == [row["after_fen"] for row in data["installments"]]
    assert schedule["rate_changes"] == [{"from_on": "2026-02-05", "rate": {"ppb": 5_000_000, "per": "period"}}]
    head()


def test_a_new_rate_for_people(at):
    at("2026-02-05", "charge", "A1", "3000", "--product", "epi", "--installments", "3")
    out = at("2026-02-20", "reprice", "A1P3", "7.3%").out
    assert out.startswith("A1P3: 10.8% a year until 2026-02-20, then 7.3% a year (A1E6)\n")
    assert "Interest and fees fall by " in out
    zh = at("2026-02-20", "reprice", "A1P3", "万分之二", "--lang", "zh", "--dry-run").out
    assert zh.startswith("A1P3: 2026-02-20 起由 7.3%/年 调整为 0.02%/日 (A1E7)")
    told = at("2026-02-20", "history", "A1", "--json").data["lines"][-1]
    assert (told["rate_before"], told["rate"]) == ("10.8%/year", "7.3%/year")
    assert "Rate changed, 10.8% a year → 7.3% a year" in at("2026-02-20", "history", "A1").out
    assert "2026-02-20\t7.3% a year" in at("2026-02-20", "schedule", "A1P3").out
    explained = at("2026-03-01", "explain", "A1P3", "--row", "1").out
    assert "10.8% a year" in explained
    assert "7.3% a year" in explained
    assert "changed by a new rate" in explained


def test_a_pause_for_people_and_what_the_views_tell(at, head):
    at("2026-02-05", "charge", "A1", "3000", "--product", "epi", "--installments", "3")
    data = at("2026-02-20", "pause", "A1P3", "--until", "2026-02-25", "--reason", "flood", "--json").data
    # 3000 x 10.8% x 5 / 365 = 4.44 less in the first; what that pays of principal bears no interest later.
    assert (data["nights_count"], [row["change_fen"] for row in data["installments"][:2]]) == (5, [0, 0])
    assert data["cost_change_fen"] == data["installments"][2]["change_fen"] < -444
    longer = at("2026-02-20", "pause", "A1P3", "--until", "2026-03-01").out
    assert longer.startswith("A1P3: no interest or fee from 2026-02-20 until 2026-03-01, 4 nights (A1E7)\n")
    assert "停息 4 天" in at("2026-02-20", "pause", "A1P3", "--until", "2026-03-05", "--lang", "zh", "--dry-run").out
    shown = at("2026-02-22", "show", "A1", "--json").data["plans"][-1]
    assert shown["paused_until_on"] == "2026-03-01"
    assert "Paused until" in at("2026-02-22", "show", "A1").out
    assert "Paused until" not in at("2026-03-01", "show", "A1").out
    assert "Interest paused, until 2026-02-25; flood" in at("2026-02-22", "history", "A1").out
    assert "2026-02-20\t2026-02-25\tnone: paused" in at("2026-02-22", "schedule", "A1P3").out
    found = at("2026-03-01", "explain", "A1P3", "--row", "1", "--figure", "interest", "--json").data["figures"]
    paused = [line for line in found[0]["lines"] if line["rule"] == "paused-night"]
    assert [(line["nights"], line["exact"]) for line in paused] == [(9, "0")]
    told = at("2026-03-01", "why", "A1", "--between", "2026-02-06", "2026-03-01", "--json").data["changes"]
    assert [change["cause"] for change in told if not change["changes"]] == ["interest-paused"] * 2
    assert "Interest paused" in at("2026-03-01", "why", "A1", "--between", "2026-02-06", "2026-03-01").out
    head()


def test_a_change_of_the_past_is_reversed_and_tried_without_a_trace(at, head):
    before = head()
    at("2026-03-20", "reprice", "A1P1", "0.5%", "--on", "2026-02-05", "--dry-run")
    at("2026-03-20", "pause", "A1P1", "--until", "2026-04-01", "--dry-run")
    assert head() == before
    schedule = at("2026-03-20", "schedule", "A1P1", "--json").data
    event_id = at("2026-03-20", "reprice", "A1P1", "0.5%", "--on", "2026-02-05", "--json").data["event_id"]
    assert at("2026-03-20", "schedule", "A1P1", "--json").data["rows"] != schedule["rows"]
    at("2026-03-20", "reverse", event_id)
    assert at("2026-03-20", "schedule", "A1P1", "--json").data["rows"] == schedule["rows"]
    assert "reversed by" in at("2026-03-20", "history", "A1").out
    head()


def test_the_same_request_is_done_once_also_in_a_batch(at, head, tmp_path):
    (tmp_path / "lines.csv").write_text(
        "verb,plan,rate,until,request-id\nreprice,A1P1,0.5%,,r1\npause,A1P1,,2026-04-01,r2\n", "utf-8"
    )
    first = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    after = head()
    again = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"] for line in again] == [line["result"] for line in first]
    assert head() == after


@pytest.mark.parametrize("wrong", ["much", "-1%", "0.6%/fortnight", ""])
def test_a_rate_that_cannot_be_read_is_refused(at, wrong):
    result = at("2026-02-05", "reprice", "A1P1", wrong, "--json")
    assert (result.status, result.error["code"]) == (2, "rate-malformed")
