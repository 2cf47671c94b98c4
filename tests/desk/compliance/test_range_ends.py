"""Each rule of the compliance check, broken by hand: what is just allowed holds, a fen, a day or a minute more not."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from baitiao_cli.account import allocation
from baitiao_cli.account.events import LimitChanged
from baitiao_cli.account.terms import VERY_LATE_ORDER
from baitiao_cli.desk.facts import ContactMade
from baitiao_cli.ledger.store import Ledger

PRODUCT = """
id = "{name}"
version = 1
name_en = "One month"
name_zh = "一个月"
about_en = "One payment with a fee."
about_zh = "一次付清。"
method = "fee-per-period"
installments = [1]
due_by = "anniversary"
payoff = "next-period"
surplus = "credit-balance"
rate_per = "period"
above_cap = "flag"

[rate_ppb_by_tier]
A = {ppb}
B = {ppb}
C = {ppb}
D = {ppb}
"""


@pytest.fixture
def line(shop):
    """An account with 20,000.00 since 5 January 2026."""
    shop("2026-01-05", "open", "--name", "李雷", "--limit", "20000")
    return shop


def line_path() -> Path:
    return Path(os.environ["BAITIAO_LEDGER"])


def told(found) -> list[tuple[str, str]]:
    return [(one.observed, one.allowed) for one in found.findings]


def test_the_cap_itself_is_allowed_and_a_fen_more_is_not(line, checked, tmp_path) -> None:
    # A month at 2% is 24% a year. 1,000.00 at 2.001% cost 20.01: 24.012%.
    for name, ppb in (("cap", 20_000_000), ("over", 20_010_000)):
        (tmp_path / f"{name}.toml").write_text(PRODUCT.format(name=name, ppb=ppb), "utf-8")
        line("2026-01-12", "charge", "A1", "1000", "--product", f"{name}.toml")
    found = checked("annual-rate", "2026-01-12")
    assert (found.verdict, found.judged_count) == ("broken", 2)
    assert [one.plan_id for one in found.findings] == ["A1P2"]
    assert told(found) == [("24.01%", "24%")]


def test_a_day_without_a_cap_is_not_judged_and_caps_of_ones_own_are(shop, checked, allowing, tmp_path) -> None:
    (tmp_path / "dear.toml").write_text(PRODUCT.format(name="dear", ppb=30_000_000), "utf-8")
    shop("2025-09-30", "open", "--name", "李雷", "--limit", "20000")
    shop("2025-09-30", "charge", "A1", "1000", "--product", "dear.toml")  # 3% a month: 36% a year
    assert checked("annual-rate", "2026-01-01").verdict == "nothing-to-judge"
    for ppb, verdict in ((360_000_000, "holds"), (359_999_999, "broken")):
        caps = f"more_caps = [{{ from_on = 2017-12-01, annual_ppb = {ppb} }}]"
        rules = allowing("more_caps = []\n\n# What is", f"{caps}\n\n# What is")
        assert checked("annual-rate", "2026-01-01", rules).verdict == verdict


def test_what_was_agreed_at_a_new_price_is_judged_too(line, checked, allowing) -> None:
    line("2026-01-12", "charge", "A1", "1000", "--product", "daily", "--installments", "3")
    line("2026-01-20", "reprice", "A1P1", "0.05%/day")  # 18.25% a year, from 0.03%: 10.95%
    rules = allowing(
        "more_caps = []\n\n# What", "more_caps = [{ from_on = 2025-01-01, annual_ppb = 150_000_000 }]\n\n# What"
    )
    found = checked("annual-rate", "2026-01-20", rules)
    assert (found.judged_count, [one.record_id for one in found.findings]) == (2, ["A1E3"])


def test_what_is_carried_costs_at_most_the_cap(line, checked, allowing) -> None:
    # 365 x (0.05% + 0.015%) = 23.725%
    assert checked("carried-rate", "2026-01-05").verdict == "holds"
    last = "more_caps = []\n\n# All limits", "more_caps = [{{ from_on = 2025-01-01, annual_ppb = {} }}]\n\n# All limits"
    for ppb, verdict in ((237_250_000, "holds"), (237_249_999, "broken")):
        found = checked("carried-rate", "2026-01-05", allowing(last[0], last[1].format(ppb)))
        assert found.verdict == verdict
    assert told(found) == [("23.725%", "23.7249999%")]


def test_limits_of_a_line_count_together_on_the_days_on_which_they_hold(line, checked) -> None:
    line("2026-01-05", "limit", "A1", "180000")
    line("2026-01-06", "limit", "A1", "20000", "--scene", "travel")
    assert checked("line-limit", "2026-01-06").verdict == "holds"
    with Ledger.open(line_path()).write(today=date(2026, 1, 7), now="2026-01-07T08:00:00Z", operator="x") as tx:
        tx.book("A1").record(LimitChanged(limit_fen=18_000_001), date(2026, 1, 7))  # as no verb allows
    found = checked("line-limit", "2026-01-07")
    assert (found.judged_count, [one.record_id for one in found.findings]) == (4, ["A1E4"])
    assert told(found) == [("200,000.01", "200,000.00")]


def test_a_limit_of_some_days_counts_until_they_are_over(line, checked, allowing) -> None:
    line("2026-01-06", "limit", "A1", "30000", "--until", "2026-01-31")
    line("2026-02-01", "limit", "A1", "25000")
    most = allowing("most_fen = 20_000_000", "most_fen = 2_999_999")
    assert told(checked("line-limit", "2026-02-01", most)) == [("30,000.00", "29,999.99")]


def test_what_is_repaid_at_once_may_run_to_the_day_so_many_months_later(line, checked, allowing) -> None:
    line("2026-01-12", "charge", "A1", "1000", "--product", "daily", "--installments", "3")  # due on 2026-04-12
    line("2026-01-12", "charge", "A1", "1000", "--installments", "12")  # repaid in parts: not judged
    for months, verdict in ((3, "holds"), (2, "broken")):
        found = checked("bullet-term", "2026-02-01", allowing("most_months = 12", f"most_months = {months}"))
        assert (found.judged_count, found.verdict) == (1, verdict)
    assert told(found) == [("2026-04-12", "2026-03-12")]
    line("2026-02-01", "extend", "A1P1", "--months", "2")
    assert checked("bullet-term", "2026-02-01", allowing("most_months = 12", "most_months = 5")).verdict == "holds"
    assert checked("bullet-term", "2026-02-01", allowing("most_months = 12", "most_months = 4")).verdict == "broken"


def test_a_purchase_in_installments_names_the_quote_that_was_shown(line, checked) -> None:
    line("2026-01-12", "charge", "A1", "300")  # on the bill: it has no price of its own
    assert checked("disclosure", "2026-01-12").verdict == "nothing-to-judge"
    quote = line("2026-01-12", "quote", "600", "--account", "A1", "--installments", "6")
    line("2026-01-12", "charge", "A1", "600", "--quote", quote["quote_id"])
    assert (checked("disclosure", "2026-01-12").verdict, checked("disclosure", "2026-01-12").judged_count) == (
        "holds",
        1,
    )
    line("2026-01-12", "charge", "A1", "600", "--installments", "6")
    found = checked("disclosure", "2026-01-12")
    assert [(one.plan_id, one.detail) for one in found.findings] == [("A1P3", "no-quote")]


def test_a_payment_in_another_order_is_found(line, checked, monkeypatch) -> None:
    line("2026-01-12", "charge", "A1", "600", "--installments", "3")  # bill of 3 February: 200.00 + 3.60
    monkeypatch.setattr(allocation, "payment_order", lambda account: VERY_LATE_ORDER)  # principal first
    line("2026-02-05", "repay", "A1", "203.60")
    assert checked("allocation-order", "2026-02-05").verdict == "holds"  # all of it was paid
    line("2026-03-04", "repay", "A1", "100")
    found = checked("allocation-order", "2026-03-04")
    assert (found.judged_count, [one.record_id for one in found.findings]) == (2, ["A1E5"])
    one = found.findings[0]
    assert (one.plan_id, one.number, one.detail, one.observed, one.allowed) == ("A1P1", 2, "fee", "0.00", "3.60")


@pytest.mark.parametrize(
    ("at", "verdict"), [("07:59", "broken"), ("08:00", "holds"), ("21:59", "holds"), ("22:00", "broken")]
)
def test_no_collection_in_the_hours_of_rest(line, checked, at, verdict) -> None:
    contact(at)
    found = checked("collection-hours", "2026-02-20")
    assert (found.verdict, found.judged_count) == (verdict, 1)
    assert told(found) == ([(at, "08:00-22:00")] if verdict == "broken" else [])


def test_three_answered_calls_a_day_and_nothing_that_is_no_collection(line, checked) -> None:
    assert checked("collection-calls", "2026-02-20").verdict == "nothing-to-judge"
    contact("09:30", outcome="not-reached")
    contact("23:00", about="service")
    contact("23:00", about="reminder")  # nothing is past due
    contact("12:00", channel="letter")
    contact("09:00", on=date(2026, 2, 21))
    for at in ("09:00", "10:00", "11:00"):
        contact(at)
    found = checked("collection-calls", "2026-02-21")
    assert (found.verdict, found.judged_count) == ("holds", 5)
    assert checked("collection-hours", "2026-02-21").judged_count == 6  # the letter, too
    contact("13:00")
    assert told(checked("collection-calls", "2026-02-21")) == [("4", "3")]
    contact("08:00", outcome="refused")  # before the others, told last: the third and the fourth are too many
    assert [one.record_id for one in checked("collection-calls", "2026-02-21").findings] == ["D8", "D9"]


def contact(at: str, on: date = date(2026, 2, 20), **said: str) -> None:
    """Somebody called A1 about what it owes, as far as nothing else is said."""
    told = {"channel": "call", "about": "collection", "outcome": "reached"} | said
    with Ledger.open(line_path()).write(today=date(2026, 2, 28), now="2026-02-28T08:00:00Z", operator="x") as tx:
        tx.record_at_desk("A1", ContactMade(at=at, **told), on)  # type: ignore[arg-type]


def test_who_somebody_is_goes_five_years_after_the_last_line_was_closed(shop, checked) -> None:
    shop("2021-01-05", "open", "--name", "李雷", "--limit", "1000", "--id-number", "000000199009011234")
    shop("2021-02-01", "close", "A1", "--id-digits", "1234")
    shop("2021-02-02", "open", "--name", "李雷", "--limit", "1000", "--id-number", "000000199009011234")
    assert checked("retention", "2026-02-02").verdict == "nothing-to-judge"  # the person has an open line
    shop("2021-03-01", "close", "A2", "--id-digits", "1234")
    assert checked("retention", "2026-03-01").verdict == "holds"
    found = checked("retention", "2026-03-02")
    assert [(one.person_id, one.account_id, one.allowed) for one in found.findings] == [("P1", "A2", "2026-03-01")]
    shop("2026-03-02", "privacy", "erase", "A2", "--reason", "due", "--yes")
    assert checked("retention", "2026-03-02").verdict == "holds"
