"""Income of a debt that does not perform waits in suspense; no figure of the customer knows of it.

Income + suspense = what was asked for (less what the lender gave up of what was in suspense: that was never income).
Suspense is what is owed of interest, fees and late charges while the account is more than 90 days past due, and
nothing while it is not; what is owed and since when is counted by the oracle.
"""

from __future__ import annotations

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event, Opened, Reopened
from baitiao_cli.account.postings import GOODWILL, INCOME, LOAN_LOSSES, LOSS_ALLOWANCE, SUSPENDED, WAIVERS
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.books import balances
from baitiao_cli.oracle.day_by_day import DayByDay

from .facts import bills_of, economics_of
from .history import History
from .strategies import LATE, LOSSES, histories

LATE_OR_NOT = st.one_of(histories(), histories(LATE), histories(LOSSES))
DAYS = st.integers(0, 400)


def without_suspense(event: Event) -> Event:
    """The same event on a line whose charges are always income."""
    if isinstance(event.fact, Opened | Reopened):
        line = replace(event.fact.line, non_accrual_after_days=0)
        return replace(event, fact=replace(event.fact, line=line))
    return event


def of_the_customer(account: Account) -> object:
    told = economics_of(account)
    del told["books"]
    return told, bills_of(account), account.allocations, msgspec.to_builtins([*account.postings])


@given(LATE_OR_NOT, DAYS)
def test_no_figure_of_the_customer_knows_of_it(history: History, days: int) -> None:
    on = max(history.opened_on, history.today - timedelta(days=days))
    told = replay([without_suspense(event) for event in history.events], on)
    assert of_the_customer(told) == of_the_customer(history.account(on))


@given(LATE_OR_NOT, DAYS)
def test_income_and_suspense_are_what_was_asked_for(history: History, days: int) -> None:
    on = max(history.opened_on, history.today - timedelta(days=days))
    books = balances(history.account(on))
    plain = balances(replay([without_suspense(event) for event in history.events], on))
    given_up_fen = sum(plain.get(name, 0) - books.get(name, 0) for name in (WAIVERS, GOODWILL, LOAN_LOSSES))
    assert given_up_fen >= 0
    earned = (*INCOME.values(), *SUSPENDED.values())
    assert sum(books.get(name, 0) for name in earned) == sum(plain.get(name, 0) for name in earned) + given_up_fen


@given(LATE_OR_NOT, DAYS)
def test_suspense_is_what_is_owed_of_charges_while_it_is_very_late_or_lost(history: History, days: int) -> None:
    on = max(history.opened_on, history.today - timedelta(days=days))
    account = history.account(on)
    books, picture = balances(account), DayByDay(history.events, on).picture()
    apart = {"principal": LOSS_ALLOWANCE, **SUSPENDED}
    assert {kind: -books.get(name, 0) for kind, name in apart.items()} == picture.kept_apart
    if picture.days_past_due > 90:
        charges = {kind: picture.owed[kind] for kind in SUSPENDED}
        assert {kind: picture.kept_apart[kind] for kind in SUSPENDED} == charges
    elif not account.losses:
        assert not any(picture.kept_apart.values())
