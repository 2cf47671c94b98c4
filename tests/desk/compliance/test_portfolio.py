"""The compliance check on a generated portfolio, against figures that SQL and plain arithmetic of the test give."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import date

import pytest

DAY = "2026-06-30"
FROM = "2025-10-01"
"""The first day of the cap."""


@pytest.fixture
def rows(portfolio):
    """The answer of a query on the portfolio, as a list."""

    def asked(sql: str, *given: str) -> list[tuple]:
        with closing(sqlite3.connect(portfolio)) as connection:
            return connection.execute(sql, given).fetchall()

    return asked


@pytest.fixture
def live(rows):
    """The facts of a kind that are not reversed, with the account and the day: (account, event, day, body)."""

    def of(*kinds: str) -> list[tuple[str, str, str, dict]]:
        reversed_ids = {
            json.loads(body)["event_id"] for (body,) in rows("SELECT body FROM events WHERE kind = 'event-reversed'")
        }
        found = rows("SELECT account_id, event_id, effective_on, kind, body FROM events ORDER BY sequence")
        return [
            (a, e, on, json.loads(body)) for a, e, on, kind, body in found if kind in kinds and e not in reversed_ids
        ]

    return of


def test_every_rule_is_told_with_what_it_judged(checked, portfolio, rows, live) -> None:
    judged = {
        rule: checked(rule, DAY, path=portfolio)
        for rule in ("annual-rate", "carried-rate", "line-limit", "disclosure", "allocation-order", "collection-hours")
    }
    assert {rule: line.verdict for rule, line in judged.items()} == {
        "annual-rate": "holds",
        "carried-rate": "holds",
        "line-limit": "holds",
        "disclosure": "holds",
        "allocation-order": "holds",
        "collection-hours": "nothing-to-judge",
    }
    [(made,)] = rows("SELECT count(*) FROM plans WHERE started_on >= ?", FROM)
    again = live("plan-restructured", "plan-repriced")
    assert judged["annual-rate"].judged_count == made + sum(on >= FROM for _, _, on, _ in again)
    begun = live("account-opened", "account-reopened")
    assert judged["carried-rate"].judged_count == sum(on >= FROM for _, _, on, _ in begun)
    limits = begun + live("limit-changed")
    granted = [one for one in live("limit-decided") if one[3]["decision"] == "granted"]
    assert judged["line-limit"].judged_count == len(limits) + len(granted)
    paid = live("repayment-received") + [one for one in live("debit-tried") if one[3]["taken_fen"]]
    assert judged["allocation-order"].judged_count == len(paid) > 300


def test_each_purchase_in_installments_names_a_quote_that_is_kept_and_says_its_terms(
    checked, portfolio, rows, live
) -> None:
    bought = [(on, body) for _, _, on, body in live("purchase-made") if not body["terms"]["revolving"]]
    quotes = rows("SELECT quote_id, hash, body FROM quotes")
    kept = {quote_id: (digest, json.loads(body)) for quote_id, digest, body in quotes}
    for on, body in bought:
        digest, quote = kept[body["quote_id"]]
        assert (digest, quote["start_on"], quote["amount_fen"]) == (body["quote_hash"], on, body["amount_fen"])
        assert quote["terms"] == body["terms"]
    line = checked("disclosure", DAY, path=portfolio)
    assert (line.judged_count, line.findings) == (len(bought), [])
    assert len(bought) > 100
    others = live("bill-converted", "balance-restructured", "dispute-lost")
    assert line.unjudged_count == sum(not body["terms"]["revolving"] for _, _, _, body in others)


def test_a_purchase_entered_by_hand_without_a_quote_breaks_disclosure(checked, portfolio, run, rows, tmp_path) -> None:
    own = tmp_path / "own.db"
    shutil.copy(portfolio, own)
    able = "closed_on IS NULL AND oldest_unpaid_due_on IS NULL AND limit_fen - used_fen - held_fen > 30000"
    (account_id,) = rows(f"SELECT account_id FROM accounts WHERE {able} ORDER BY number")[0]
    given = ("--installments", "3", "--ledger", str(own), "--today", DAY, "--json")
    bought = run("charge", account_id, "300", *given).data
    line = checked("disclosure", DAY, path=own)
    assert [(one.plan_id, one.detail) for one in line.findings] == [(bought["plan_id"], "no-quote")]


def test_plans_above_a_lower_cap_are_those_that_cost_more_by_arithmetic_of_the_test(
    checked, allowing, portfolio, rows, live
) -> None:
    """A fee plan repays its amount in equal parts, the last takes the rest, and asks for the fee on all of it."""
    due_on: dict[str, list[date]] = defaultdict(list)
    for plan_id, day in rows("SELECT plan_id, due_on FROM installments ORDER BY plan_id, number"):
        due_on[plan_id].append(date.fromisoformat(day))
    dearer, looked_at = set(), set()
    for _, _, on, body in live("purchase-made"):
        terms = body["terms"]["schedule"]
        if terms["method"] != "fee-per-period" or not terms["fee"] or on < FROM:
            continue
        count, financed = terms["installments"], body["amount_fen"] - body["down_payment_fen"] - body["trade_in_fen"]
        days = due_on[body["plan_id"]]
        if len(days) != count:
            continue
        fee = (financed * terms["fee"]["ppb"] * 2 + 10**9) // (2 * 10**9)  # half up
        parts = [financed // count] * (count - 1) + [financed - financed // count * (count - 1)]
        nights = [(day - date.fromisoformat(on)).days for day in days]
        looked_at.add(body["plan_id"])
        if rate_a_year([part + fee for part in parts], nights, financed) > 0.13:
            dearer.add(body["plan_id"])
    lower = "more_caps = []\n\n# What", "more_caps = [{ from_on = 2025-10-01, annual_ppb = 130_000_000 }]\n\n# What"
    found = {one.plan_id for one in checked("annual-rate", DAY, allowing(*lower), portfolio).findings}
    assert found & looked_at == dearer
    assert 0 < len(dearer) < len(looked_at)


def rate_a_year(payments: list[int], nights: list[int], financed: int) -> float:
    """365 x the rate a night at which payments on bill dates are worth what was financed, found by halves; of a single
    payment 365 / nights x the rate of that time."""
    low, high = 0.0, 0.01
    for _ in range(100):
        middle = (low + high) / 2
        worth = sum(fen / (1 + middle) ** night for fen, night in zip(payments, nights, strict=True))
        low, high = (middle, high) if worth > financed else (low, middle)
    return low * 365
