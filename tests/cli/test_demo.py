"""`demo`: the story that a newcomer reads, with figures that can be worked by hand."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def steps(run):
    return run("demo", "--json").data["steps"]


def data_of(steps, on, verb):
    return next(step["data"] for step in steps if (step["on"], step["verb"]) == (on, verb))


def test_the_plan(steps):
    # 5999 / 12 -> 499.91, the last 499.99; fee 5999 x 0.6% = 35.99; due on the bills of the 3rd, 9 days later.
    rows = data_of(steps, "2026-01-08", "charge")["rows"]
    assert [row["total_fen"] for row in rows] == [53590] * 11 + [53598]
    assert (rows[0]["due_on"], rows[11]["due_on"]) == ("2026-02-12", "2027-01-12")


def test_the_first_bill(steps):
    # 535.90 + 400.00; the minimum is 535.90 + 10% of 400.
    bill = data_of(steps, "2026-02-03", "accrue")
    assert (bill["amount_due_fen"], bill["minimum_due_fen"]) == (93590, 57590)


def test_five_nights_late(steps):
    # Coat carried: 403 x 0.05% x 5 = 1.0075 -> 1.01, minimum missed: 403 x 0.015% x 5 = 0.30225 -> 0.30;
    # the installment: 535.90 x 0.05% x 5 = 1.33975 -> 1.34. In all 535.90 + 403 + 1.01 + 0.30 + 1.34 = 941.55.
    payment = data_of(steps, "2026-03-17", "repay")
    sums: dict[tuple[str, str], int] = {}
    for part in payment["parts"]:
        key = (part["plan_id"], part["kind"])
        sums[key] = sums.get(key, 0) + part["amount_fen"]
    assert sums == {
        ("", "interest"): 101,
        ("", "late_charge"): 30,
        ("A1P1", "late_charge"): 134,
        ("A1P1", "fee"): 3599,
        ("A1P1", "principal"): 49991,
        ("A1P3", "principal"): 40300,
    }
    assert payment["account"]["due_fen"] == 0


def test_a_payment_that_was_entered_late_undoes_the_lateness(steps):
    # Eight nights on 535.90: 2.14. Entered as of the 8th, before the due date, nothing of it is left.
    late = data_of(steps, "2026-04-20", "accrue")
    assert (late["days_past_due"], late["overdue_fen"]) == (8, 53590 + 214)
    put_right = data_of(steps, "2026-04-20", "repay")
    assert (put_right["days_past_due"], put_right["overdue_fen"], put_right["due_fen"]) == (0, 0, 0)


def test_the_payoff(steps):
    # Left: 5999 - 4 x 499.91 = 3999.36, and one fee of 35.99.
    payoff = data_of(steps, "2026-05-20", "payoff")
    assert payoff["amount_fen"] == 399936 + 3599
    assert (payoff["account"]["owed_fen"], payoff["account"]["credit_fen"]) == (0, 0)


def test_the_end(steps):
    account = data_of(steps, "2026-06-20", "close")
    assert (account["status"], account["closed_on"], account["owed_fen"]) == ("closed", "2026-06-20", 0)


@pytest.mark.parametrize(("language", "sentence"), [("en", "Nothing is owed"), ("zh", "已无欠款")])
def test_every_step_tells_its_day_and_what_happens(run, steps, language, sentence):
    out = run("demo", "--lang", language).out
    for step in steps:
        assert step["on"] in out
    assert sentence in out
    told = json.loads(run("demo", "--json", "--lang", language).out)["data"]["steps"]
    assert all(step["caption"] in out for step in told)


def test_the_story_is_the_same_every_time_and_touches_no_ledger(run, tmp_path, monkeypatch):
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "mine.db"))
    assert run("demo", "--today", "2030-01-01") == run("demo")
    assert list(tmp_path.iterdir()) == []
