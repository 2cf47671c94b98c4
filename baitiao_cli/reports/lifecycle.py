"""`report lifecycle`: active, dormant and closed accounts, who borrowed again after paying all, who pays in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from statistics import median_low
from typing import NamedTuple

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Closed, ClosingRequested, Event
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.portfolio import lives, share_pct
from baitiao_cli.reports.punctuality import Due, dues

DORMANT_DAYS = 90
STATES = ("active", "dormant", "closed")


class Phase(msgspec.Struct, frozen=True, kw_only=True):
    """Where one account is in its life, what it owes (principal), and how it came back after paying all.

    `again_days` are those from its first payoff of everything to the next purchase, `None` when there was none;
    `is_late_again` says whether anything that fell due since then was late.
    """

    account_id: str
    phase: str
    principal_fen: int
    last_bought_on: date | None
    payoff_on: date | None
    again_days: int | None
    is_late_again: bool | None
    closed_by: str = ""
    reason: str = ""


class PhaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of one phase, with their share, what they owe, and the share of what fell due that came in time."""

    phase: str
    account_count: int
    share_pct: str | None
    principal_fen: int
    due_count: int
    on_time_count: int
    on_time_pct: str | None


class ClosureRow(msgspec.Struct, frozen=True, kw_only=True):
    """How many accounts were closed by whom, for which reason ("" when none was given)."""

    closed_by: str
    reason: str
    account_count: int


class Lifecycle(msgspec.Struct, frozen=True, kw_only=True):
    """The phases on a day; `payoff_count` accounts once paid all that they owed, `again_count` of them bought again.

    `again_median_days` is the middle of the days that took (the lower of two), `late_again_count` how many of those
    were late with anything since.
    """

    as_of: date
    rows: list[PhaseRow]
    totals: PhaseRow
    payoff_count: int
    again_count: int
    again_pct: str | None
    again_median_days: int | None
    late_again_count: int
    late_again_pct: str | None
    closures: list[ClosureRow]
    accounts: list[Phase]


class _Seen(NamedTuple):
    phase: Phase
    due_count: int
    on_time_count: int


def lifecycle(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Lifecycle:
    """The lives of all accounts that were open by the end of `as_of`."""
    seen = []
    for life in lives(tx, [as_of], progress):
        for account in life.ends:
            decided = list(dues(account))
            in_time = sum(due.is_on_time for due in decided)
            seen.append(_Seen(_phase(account, life.events, decided), len(decided), in_time))
    phases = [each.phase for each in seen]
    back = [each for each in phases if each.again_days is not None]
    late_again = sum(bool(each.is_late_again) for each in back)
    payoffs = sum(each.payoff_on is not None for each in phases)
    closures = Counter((each.closed_by, each.reason) for each in phases if each.phase == "closed")
    return Lifecycle(
        as_of=as_of,
        rows=[_row(state, [each for each in seen if each.phase.phase == state], len(seen)) for state in STATES],
        totals=_row("", seen, len(seen)),
        payoff_count=payoffs,
        again_count=len(back),
        again_pct=share_pct(len(back), payoffs),
        again_median_days=median_low(each.again_days or 0 for each in back) if back else None,
        late_again_count=late_again,
        late_again_pct=share_pct(late_again, len(back)),
        closures=[ClosureRow(closed_by=by, reason=why, account_count=n) for (by, why), n in sorted(closures.items())],
        accounts=phases,
    )


def _phase(account: Account, events: Sequence[Event], decided: Sequence[Due]) -> Phase:
    bought = sorted((plan.started_on, plan.settled_on or date.max) for plan in account.plans.values())
    payoff_on, again_on = _payoff(bought)
    last_on = bought[-1][0] if bought else None
    is_active = bool(account.open_plans or account.unpaid.total_fen)
    is_active |= last_on is not None and (account.through - last_on).days < DORMANT_DAYS
    later = [due for due in decided if again_on and due.due_on > again_on]
    return Phase(
        account_id=account.account_id,
        phase="closed" if account.closed_on else "active" if is_active else "dormant",
        principal_fen=account.used_fen,
        last_bought_on=last_on,
        payoff_on=payoff_on,
        again_days=(again_on - payoff_on).days if again_on and payoff_on else None,
        is_late_again=any(not due.is_on_time for due in later) if again_on else None,
        closed_by=account.closed_by if account.closed_on else "",
        reason=_reason(account, events) if account.closed_on else "",
    )


def _payoff(bought: Sequence[tuple[date, date]]) -> tuple[date | None, date | None]:
    """The first day at whose end nothing bought was left to pay, and the day of the next purchase.

    >>> first, second = (date(2026, 1, 5), date(2026, 2, 12)), (date(2026, 3, 1), date.max)
    >>> [day and day.isoformat() for day in _payoff([first, second])]
    ['2026-02-12', '2026-03-01']
    >>> _payoff([second])
    (None, None)
    """
    settled_on = date.min
    for began_on, ended_on in bought:
        if date.min < settled_on < began_on:
            return settled_on, began_on
        settled_on = max(settled_on, ended_on)
    return (settled_on, None) if date.min < settled_on < date.max else (None, None)


def _reason(account: Account, events: Sequence[Event]) -> str:
    """Why the account was closed: what the last closing that counts says."""
    live = [event for event in live_events(events) if event.effective_on <= account.through]
    said = [event.fact.reason for event in live if isinstance(event.fact, Closed | ClosingRequested)]
    return said[-1] if said else ""


def _row(name: str, seen: Sequence[_Seen], all_count: int) -> PhaseRow:
    due_count, on_time = sum(each.due_count for each in seen), sum(each.on_time_count for each in seen)
    return PhaseRow(
        phase=name,
        account_count=len(seen),
        share_pct=share_pct(len(seen), all_count),
        principal_fen=sum(each.phase.principal_fen for each in seen),
        due_count=due_count,
        on_time_count=on_time,
        on_time_pct=share_pct(on_time, due_count),
    )
