"""The class of an account explained: the days past due, since when, and the days that the class spans by its rule."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.classification import ClassRule, LoanClass, days_of
from baitiao_cli.account.views.figures import figures


class ExplainedClass(msgspec.Struct, frozen=True, kw_only=True):
    """A class with what it follows from: `first_days` to `last_days` (`None`: without end) past due by `class_rule`.

    An account of which a plan was extended or restructured (`eased_on`) is special-mention at least. While it
    `is_accruing`, charges are recognised as income when they are asked for.
    """

    loan_class: LoanClass = msgspec.field(name="class")
    class_rule: ClassRule
    days_past_due: int
    overdue_since_on: date | None
    eased_on: date | None
    first_days: int
    last_days: int | None
    is_accruing: bool


def explain_class(account: Account) -> ExplainedClass:
    """The class of the account on the folded day."""
    now, rule = figures(account), account.line.class_rule
    first_days, last_days = days_of(now.loan_class, rule)
    return ExplainedClass(
        loan_class=now.loan_class,
        class_rule=rule,
        days_past_due=now.days_past_due,
        overdue_since_on=now.overdue_since_on,
        eased_on=account.eased_on,
        first_days=first_days,
        last_days=last_days,
        is_accruing=not now.owed_fen or "" not in account.unrecognised,
    )
