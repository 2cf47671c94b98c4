"""Early warning: signs in an account that its customer may be late soon, or just is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Annotated

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.calc.dates import days_before
from baitiao_cli.desk.assessment.warnings import told_share, use_of_limit
from baitiao_cli.desk.facts import Fired
from baitiao_cli.desk.rule_files import RuleFile

FAILED = ("no-funds", "means-removed", "taken-in-part")
"""The outcomes of a debit that left something unpaid."""


class EarlyWarningRules(RuleFile, frozen=True, kw_only=True):
    """From where on each sign is one; `days_late_through` is also how late an account may be to be looked at."""

    days_late_through: Annotated[int, msgspec.Meta(ge=0, le=30)]
    carrying_bills: Annotated[int, msgspec.Meta(ge=1, le=24)]
    use_from_pct: Annotated[int, msgspec.Meta(ge=1, le=100)]
    debit_days: Annotated[int, msgspec.Meta(ge=1, le=365)]


def signs(account: Account, rules: EarlyWarningRules) -> tuple[Fired, ...]:
    """The signs on the day that an account is folded to, in the order of `SIGNS`; of one that is later, none.

    Only an account that owes something and is at most `days_late_through` days past due is looked at, whether it is
    locked or suspended or not, but none that is closed or given up for lost.
    """
    is_looked_at = account.status in ("open", "locked", "suspended") and account.used_fen > 0
    if not is_looked_at or days_past_due(account, account.through) > rules.days_late_through:
        return ()
    return tuple(fired for sign in SIGNS for fired in sign(account, rules))


def _late_days(account: Account, rules: EarlyWarningRules) -> Iterator[Fired]:
    days = days_past_due(account, account.through)
    if days:
        yield Fired(rule="first-days-late", observed=str(days), limit=str(rules.days_late_through))


def _carrying(account: Account, rules: EarlyWarningRules) -> Iterator[Fired]:
    count = 0
    for bill in reversed(account.bills):
        if not bill.due_parts.carried_fen:
            break
        count += 1
    if count >= rules.carrying_bills:
        yield Fired(rule="carries-on", observed=str(count), limit=str(rules.carrying_bills))


def _near_limit(account: Account, rules: EarlyWarningRules) -> Iterator[Fired]:
    use = use_of_limit(account)
    if use >= Fraction(rules.use_from_pct, 100):
        yield Fired(rule="near-limit", observed=told_share(use), limit=f"{rules.use_from_pct}%")


def _debits(account: Account, rules: EarlyWarningRules) -> Iterator[Fired]:
    from_on = days_before(account.through, rules.debit_days - 1)
    failed = [
        on for on, tried in account.debits.items() if from_on <= on <= account.through and tried.outcome in FAILED
    ]
    if failed:
        yield Fired(rule="debit-failed", observed=max(failed).isoformat(), limit=str(rules.debit_days))


SIGNS: tuple[Callable[[Account, EarlyWarningRules], Iterator[Fired]], ...] = (
    _late_days,
    _debits,
    _carrying,
    _near_limit,
)
"""The signs, the most pressing first."""
