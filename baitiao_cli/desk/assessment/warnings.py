"""Over-indebtedness: the rules that warn of more debt than somebody can carry, by the ledger and what they declare."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Annotated

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.owed import owed_parts
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.calc.rates import percent
from baitiao_cli.desk.assessment.payments import Payments
from baitiao_cli.desk.facts.assessment import IncomeDeclared
from baitiao_cli.desk.facts.decision import Fired
from baitiao_cli.desk.rule_files import RuleFile

Percent = Annotated[int, msgspec.Meta(ge=0, le=1000)]
Count = Annotated[int, msgspec.Meta(ge=0, le=10_000)]


class AssessmentRules(RuleFile, frozen=True, kw_only=True):
    """The rules of an assessment: how far it looks, and above what it warns."""

    months: Annotated[int, msgspec.Meta(ge=1, le=36)]
    payments_above_pct: Percent
    owed_above_incomes: Count
    use_above_pct: Percent
    plans_above: Count
    income_stale_after_days: Count


class Declared(msgspec.Struct, frozen=True, kw_only=True):
    """The latest declaration of an income, by which record, and since when it counts."""

    record_id: str
    declared_on: date
    income: IncomeDeclared


def use_of_limit(account: Account) -> Fraction:
    """What is used and held, of the limit of the folded day; a limit of nothing that is used counts as all of it."""
    taken_fen = account.used_fen + account.held_fen
    return Fraction(taken_fen, account.limit_fen) if account.limit_fen else Fraction(taken_fen > 0)


def told_share(share: Fraction) -> str:
    """A share as it is told: per cent with two digits, rounded half up.

    >>> told_share(Fraction(1, 3))
    '33.33%'
    """
    return f"{percent(share)}%"


def warnings(account: Account, paid: Payments, declared: Declared | None, rules: AssessmentRules) -> list[Fired]:
    """The rules that warn, on the day that the account is folded to: each where its figure is above what is allowed.

    Rules about the income say nothing where none is declared: that itself is a warning.
    """
    return [*_of_account(account, rules), *_of_income(account, paid, declared, rules)]


def _of_account(account: Account, rules: AssessmentRules) -> Iterator[Fired]:
    days = days_past_due(account, account.through)
    if days:
        yield Fired(rule="late-now", observed=str(days), limit="0")
    use = use_of_limit(account)
    if use > Fraction(rules.use_above_pct, 100):
        yield Fired(rule="limit-used", observed=told_share(use), limit=f"{rules.use_above_pct}%")
    count = len(account.open_plans)
    if count > rules.plans_above:
        yield Fired(rule="many-plans", observed=str(count), limit=str(rules.plans_above))
    if account.eased_on:
        yield Fired(rule="terms-eased", observed=str(account.eased_on))


def _of_income(account: Account, paid: Payments, declared: Declared | None, rules: AssessmentRules) -> Iterator[Fired]:
    if declared is None or paid.share is None:
        yield Fired(rule="income-unknown", observed="-")
        return
    if paid.share > Fraction(rules.payments_above_pct, 100):
        yield Fired(rule="payments-high", observed=told_share(paid.share), limit=f"{rules.payments_above_pct}%")
    owed_fen, most_fen = owed_parts(account).total_fen, rules.owed_above_incomes * declared.income.monthly_income_fen
    if owed_fen > most_fen:
        yield Fired(rule="owed-high", observed=format_yuan(owed_fen), limit=format_yuan(most_fen))
    age_days = (account.through - declared.declared_on).days
    if age_days > rules.income_stale_after_days:
        yield Fired(rule="income-old", observed=str(age_days), limit=str(rules.income_stale_after_days))
