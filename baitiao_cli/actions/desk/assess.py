"""`assess`: what is known for a decision about a limit: checks, consents, income, payments, warnings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal, get_args

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.actions.desk.consent import Consent, consent_log, consent_on
from baitiao_cli.actions.desk.income import declared_income
from baitiao_cli.actions.masking import readable_person
from baitiao_cli.calc.identity import birth_date, check_age
from baitiao_cli.calc.rates import percent
from baitiao_cli.desk.assessment.payments import MonthOfPayments, payments
from baitiao_cli.desk.assessment.warnings import AssessmentRules, warnings
from baitiao_cli.desk.facts.assessment import ConsentPurpose
from baitiao_cli.desk.facts.decision import Fired
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction

Outcome = Literal["passed", "failed", "unknown"]


class OpeningCheck(msgspec.Struct, frozen=True, kw_only=True):
    """One check of who has the line: what came of it, and why where nothing is known. It never says who it is."""

    check: Literal["id-number", "of-age", "one-line"]
    outcome: Outcome
    because: str = ""


class ConsentState(msgspec.Struct, frozen=True, kw_only=True):
    """What holds of one consent: `None` where nothing was said."""

    purpose: ConsentPurpose
    is_given: bool | None
    since_on: date | None = None
    record_id: str = ""
    how: str = ""


class IncomeState(msgspec.Struct, frozen=True, kw_only=True):
    """The income that holds, by which record; it is what was declared, never proved."""

    monthly_income_fen: int
    declared_on: date
    record_id: str
    basis: Literal["declared"] = "declared"


class PaymentsView(msgspec.Struct, frozen=True, kw_only=True):
    """The payments a month, here and elsewhere, in whole fen, and their share of the declared income."""

    here_fen: int
    elsewhere_fen: int
    a_month_fen: int
    share_pct: str | None
    months: list[MonthOfPayments]


class AssessView(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of an account at the end of a day, and what the rules warn of."""

    account_id: str
    person_id: str
    tier: str
    limit_fen: int
    checks: list[OpeningCheck]
    consents: list[ConsentState]
    consent_log: list[Consent]
    income: IncomeState | None
    payments: PaymentsView
    warnings: list[Fired]
    rules: str
    rules_version: int


def assess(tx: ReadTransaction, account_id: str, as_of: date, rules: AssessmentRules, name: str) -> AssessView:
    """The assessment of an account as of a day by the rules of that name; `account-unknown`, `account-not-open-yet`."""
    account = tx.book(account_id).account(as_of)
    log = consent_log(tx, account.person_id, as_of)
    declared = declared_income(tx, account.person_id, as_of)
    paid = payments(account, rules.months, declared.income if declared else None)
    return AssessView(
        account_id=account_id,
        person_id=account.person_id,
        tier=account.tier,
        limit_fen=account.limit_fen,
        checks=list(_checks(tx, account)),
        consents=[_state(purpose, consent_on(log, purpose)) for purpose in get_args(ConsentPurpose)],
        consent_log=log,
        income=IncomeState(
            monthly_income_fen=declared.income.monthly_income_fen,
            declared_on=declared.declared_on,
            record_id=declared.record_id,
        )
        if declared
        else None,
        payments=PaymentsView(
            here_fen=paid.here_fen,
            elsewhere_fen=paid.elsewhere_fen,
            a_month_fen=paid.a_month_fen,
            share_pct=None if paid.share is None else percent(paid.share),
            months=paid.months,
        ),
        warnings=warnings(account, paid, declared, rules),
        rules=name,
        rules_version=rules.rules_version,
    )


def _state(purpose: ConsentPurpose, said: Consent | None) -> ConsentState:
    if said is None:
        return ConsentState(purpose=purpose, is_given=None)
    return ConsentState(
        purpose=purpose, is_given=said.is_given, since_on=said.since_on, record_id=said.record_id, how=said.how
    )


def _checks(tx: ReadTransaction, account: Account) -> Iterator[OpeningCheck]:
    """The checks that `open` makes, made again by what is known of the person now."""
    person, access = readable_person(tx, account.person_id)
    id_number = person.id_number if person else ""
    outcome, because = _of_number(id_number) if person else ("unknown", str(access))
    yield OpeningCheck(check="id-number", outcome=outcome, because=because)
    if outcome == "passed" and _is_under_age(id_number, account.opened_on):
        yield OpeningCheck(check="of-age", outcome="failed")
    else:
        yield OpeningCheck(check="of-age", outcome=outcome, because=because)
    if not id_number:  # who is known by a name alone may have another line under the same name
        yield OpeningCheck(check="one-line", outcome="unknown", because=because)
    else:
        yield OpeningCheck(check="one-line", outcome="passed" if _is_only_line(tx, account) else "failed")


def _of_number(id_number: str) -> tuple[Outcome, str]:
    """Whether the number is that of a mainland card, with its check digit and a date, and why that is not known."""
    if not id_number:
        return "unknown", "no-id-number"
    try:
        return ("passed", "") if birth_date(id_number) else ("unknown", "no-mainland-card")
    except BaitiaoError as error:
        return "failed", error.code


def _is_under_age(id_number: str, on: date) -> bool:
    try:
        check_age(id_number, on)
    except BaitiaoError:
        return True
    return False


def _is_only_line(tx: ReadTransaction, account: Account) -> bool:
    """Whether the person has no other line open on the day that the account is folded to."""
    if account.closed_on:
        return True
    others = (tx.book(other) for other in tx.accounts_of_person(account.person_id) if other != account.account_id)
    begun = (book for book in others if min(event.effective_on for event in book.events) <= account.through)
    return all(book.account(account.through).closed_on for book in begun)
