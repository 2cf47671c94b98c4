"""`income`: what a person says to earn and to pay elsewhere, kept as declared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from baitiao_cli.actions.desk.person import person_of
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.assessment.warnings import Declared
from baitiao_cli.desk.facts import DeskEntry, IncomeDeclared
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class IncomeAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose income (a person's id or an account's), and what is paid elsewhere; each a month, in fen."""

    who: str
    monthly_income_fen: int
    monthly_payments_fen: int = 0


class IncomeAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The declaration as it was recorded."""

    record_id: str
    person_id: str
    effective_on: date
    monthly_income_fen: int
    monthly_payments_fen: int


def act(tx: WriteTransaction, asked: IncomeAsked, call: Call) -> IncomeAnswer:
    """Records the declaration.

    Errors: `account-unknown`, `person-unknown`, `person-erased`, `date-in-future`.
    """
    person_id, on = person_of(tx, asked.who), call.effective_on
    income = IncomeDeclared(
        monthly_income_fen=asked.monthly_income_fen, monthly_payments_fen=asked.monthly_payments_fen
    )
    entry = tx.record_at_desk(person_id, income, on, call.request_id)
    return IncomeAnswer(
        record_id=entry.record_id,
        person_id=person_id,
        effective_on=on,
        monthly_income_fen=asked.monthly_income_fen,
        monthly_payments_fen=asked.monthly_payments_fen,
    )


def declared_income(tx: ReadTransaction, person_id: str, as_of: date) -> Declared | None:
    """The latest declaration of a person that counts by a day."""
    return declared_in(tx.at_desk(as_of, person_id, (IncomeDeclared,)))


def declared_in(entries: Iterable[DeskEntry]) -> Declared | None:
    """The latest declaration among records of one person: by its day, of one day the last recorded."""
    found = [
        Declared(record_id=entry.record_id, declared_on=entry.effective_on, income=entry.fact)
        for entry in entries
        if isinstance(entry.fact, IncomeDeclared)
    ]
    return max(reversed(found), key=lambda declared: declared.declared_on, default=None)


INCOME = Verb("income", IncomeAsked, IncomeAnswer, act)
