"""Law 42 where chance seldom leads: short lives, told one by one, in which every figure is that of the oracle."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from msgspec.structs import replace

from baitiao_cli.account.postings import CREDIT_BALANCE, RECEIVABLE, ledger_balances
from baitiao_cli.account.replay import in_order
from baitiao_cli.account.views.explain.account import explain_account
from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.figures import next_boundary_on
from baitiao_cli.account.views.history import TOLD, HistoryLine
from baitiao_cli.account.views.history import history as history_of
from baitiao_cli.account.views.statement import find_bill, statement, statements
from baitiao_cli.account.views.why import between_days
from baitiao_cli.actions.proof import prove_days
from baitiao_cli.calc.rates import PPB
from baitiao_cli.messages.rules import RULES

from .history import PRODUCTS, History
from .test_explain import add_up
from .test_why import adds_up
from .told_lives import LINES, LIVES

NIGHT = timedelta(days=1)
WITH_DEFAULTS = HistoryLine.__struct_fields__[-len(HistoryLine.__struct_defaults__) :]
DEFAULTS = {name: place for place, name in enumerate(WITH_DEFAULTS)}


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], History]:
    free = replace(PRODUCTS["epi"], id="free at first", free_periods=2)
    monkeypatch.setitem(PRODUCTS, "free at first", free)

    def told(life: str, line: str) -> History:
        history = History([LINES[line]])
        LIVES[life](history)
        return history

    return told


def days_of(history: History) -> list[date]:
    """The days of the events, the days on which something comes by itself, and those after each."""
    days, on = {event.effective_on for event in history.events}, history.opened_on
    while (on := next_boundary_on(history.account(on)) or history.today) < history.today:
        days.add(on)
        if len(days) > 60:
            break
    return sorted(one for first in days for one in (first, first + NIGHT) if one <= history.today)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("life", LIVES)
def test_every_figure_is_that_of_the_oracle_on_every_day_that_matters(
    tell: Callable[[str, str], History], life: str, line: str
) -> None:
    history = tell(life, line)
    days = sorted({*days_of(history), history.today})
    for on, agreement in zip(days, prove_days(history.events, days), strict=True):
        assert agreement.differences == (), on
        assert agreement.compared_count >= 9
    account = history.account()
    booked = Counter[str]()
    for line in account.postings:
        booked[line.ledger_account] += line.amount_fen
    unpaid = {kind: getattr(account.unpaid, kind) for kind in RECEIVABLE}
    assert {kind: booked[name] for kind, name in RECEIVABLE.items()} == unpaid
    assert -booked[CREDIT_BALANCE] == account.credit_fen
    assert not any(account.conflicts)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("life", LIVES)
def test_every_explanation_is_of_this_account_and_by_rules_that_have_words(
    tell: Callable[[str, str], History], life: str, line: str
) -> None:
    history = tell(life, line)
    account = history.account()
    found = [*explain_account(account), *explain_payoff(account, history.today)[1]]
    found += [figure for plan in account.plans.values() for figure in explain_rows(account, plan)]
    for document in statements(history.events, history.today):
        found += explain_bill(history.events, find_bill(history.events, history.today, document.number))
    add_up(found)
    events = {event.event_id for event in history.events}
    for figure in found:
        for one in figure.lines:
            assert one.rule in RULES
            assert one.plan_id in ("", *account.plans)
            assert one.event_id in ("", *events)
            assert one.kind in ("", "principal", "interest", "fee", "late_charge")
            assert one.rule not in ("paid-first", "unpaid", "minimum-missing") or one.exact > 0
            assert one.rule != "runs-on" or figure.number == len(account.plans[figure.plan_id].rows)
            if one.rate and one.rate.per == "day" and one.rule in ("night", "carried-night", "late-night"):
                assert one.exact == one.nights * one.base_fen * one.rate.fraction
            if one.rule in ("night", "flat-interest", "carried-night", "late-night", "deferred-night"):
                assert one.nights > 0
                assert one.from_on >= history.opened_on
            if one.rule in ("principal-left", "unpaid", "due-installments", "due-new-purchases", "due-carried"):
                of = account.plans.get(one.plan_id or figure.plan_id)
                assert one.event_id in ("", of.event_id if of else "")
            if one.rule in ("has-run", "unpaid") or one.rule.startswith("due-"):
                assert one.kind
            if one.rule.startswith(("changed-by-", "learned-")) or one.rule in ("held", "held-by-dispute"):
                assert one.event_id
            if one.share_ppb and one.rule.startswith("share-of"):
                assert one.exact * PPB == one.base_fen * one.share_ppb


@pytest.mark.parametrize("life", LIVES)
def test_what_changed_between_two_days_of_events_is_told_by_its_causes(
    tell: Callable[[str, str], History], life: str
) -> None:
    history = tell(life, "usual")
    days = sorted({event.effective_on for event in history.events} | {history.today})
    for before_on, after_on in pairwise(days):
        found = between_days(history.events, before_on, after_on)
        adds_up(found)
        told = [change.event_id for change in found.changes if change.event_id and change.cause != "hold-expired"]
        of_day = {event.event_id for event in history.events if before_on < event.effective_on <= after_on}
        assert set(told) <= of_day
    assert ledger_balances(history.account().journal)


def test_a_history_tells_what_each_fact_says(tell: Callable[[str, str], History]) -> None:
    for life in LIVES:
        history = tell(life, "usual")
        events = [
            replace(
                event, sequence=100 + event.number, recorded_at=f"{event.effective_on}T08:00:00Z", operator="teller"
            )
            for event in history.events
        ]
        lines = {line.event_id: line for line in history_of(events, history.today) if line.event_id}
        assert list(lines) == [event.event_id for event in in_order(events)]
        for event in events:
            line, fact = lines[event.event_id], event.fact
            assert (line.on, line.sequence, line.recorded_at, line.operator) == (
                event.effective_on,
                event.sequence,
                event.recorded_at,
                "teller",
            )
            assert line.kind == type(fact).__struct_config__.tag
            assert line.stated_fen == getattr(fact, "amount_fen", 0)
            for name in TOLD:
                assert getattr(line, name) == getattr(fact, name, HistoryLine.__struct_defaults__[DEFAULTS[name]]), name
            assert (line.reversed_by, line.reverses, line.corrected) == ("", "", ())


def test_a_statement_names_what_moved(tell: Callable[[str, str], History]) -> None:
    for life in LIVES:
        history = tell(life, "usual")
        events = {event.event_id: event for event in history.events}
        for document in statements(history.events, history.today):
            shown = statement(history.events, history.today, document.number)
            assert (shown.account_id, shown.event_id, shown.is_issued) == ("A1", "", False)
            plans = find_bill(history.events, history.today, document.number).account.plans
            for line in shown.lines:
                assert line.event_id == "" or events[line.event_id].effective_on == line.on
                assert line.event_id != "" or line.kind not in ("purchases", "refunds", "payouts")
                assert line.plan_id in ("", *plans)
                assert line.merchant == (plans[line.plan_id].merchant if line.plan_id else "")
                assert line.plan_id or line.kind not in ("purchases", "fees", "refunds", "disputes")
            for row in shown.installments:
                assert row.merchant == plans[row.plan_id].merchant
                parts = row.principal_fen + row.interest_fen + row.fee_fen + row.late_charge_fen
                assert (row.total_fen, row.total_fen > 0) == (parts, True)
                assert 1 <= row.number <= row.installment_count
            due_fen = sum(row.total_fen for row in shown.installments)
            assert due_fen == shown.due_parts.installments_fen
            assert shown.due_parts.total_fen == document.figures.amount_due_fen
