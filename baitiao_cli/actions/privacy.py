"""`privacy`: what the ledger knows of a person, told to them whole, and erased."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event
from baitiao_cli.account.verbs.loss import recoverable_fen
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.actions.account_lines.purchases import losses_told
from baitiao_cli.actions.masking import MaskedPerson
from baitiao_cli.actions.person import KnownField, show_person
from baitiao_cli.actions.unmask import EXPORTED, LOOKING, UnmaskAnswer, UnmaskAsked, looked
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import AnyDeskFact, BureauFileMade
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.audit import Deed
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction

ERASED = "erased"
"""The deed, on a person, of erasing what is known of them."""


class PrivacyAsked(UnmaskAsked, frozen=True, kw_only=True):
    """Whose person, by an account, and why."""


def record_export(tx: WriteTransaction, asked: PrivacyAsked, call: Call) -> UnmaskAnswer:
    """Records that everything known of a person is told: a look at them, which takes as many people as others do."""
    return looked(tx, PRIVACY_EXPORT, EXPORTED, asked, call)


PRIVACY_EXPORT = Verb("privacy export", PrivacyAsked, UnmaskAnswer, record_export, approval=LOOKING)


class AccountExport(msgspec.Struct, frozen=True, kw_only=True):
    """One account of the person: how it stands, and every event of it as it was recorded."""

    account_id: str
    opened_on: date
    closed_on: date | None
    figures: Figures
    events: list[Event]


class DeskRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What the desk recorded of the person or of one of their accounts (the subject), as it was recorded."""

    record_id: str
    subject: str
    effective_on: date
    recorded_at: str
    operator: str
    fact: AnyDeskFact


class PersonExport(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the ledger knows of a person, and what operators did with it."""

    person: MaskedPerson
    fields: list[KnownField]
    accounts: list[AccountExport]
    desk: list[DeskRecord]
    deeds: list[Deed]


def export_person(tx: ReadTransaction, account_id: str, as_of: date) -> PersonExport:
    """Everything known of the person of an account, in the clear, as of a day; whoever calls has recorded it before."""
    view = show_person(tx, account_id, unmasked={tx.book(account_id).account_person})
    return PersonExport(
        person=view.person,
        fields=view.fields,
        accounts=[_account(tx, each, as_of) for each in view.accounts],
        desk=list(_at_desk(tx, view.person.person_id, set(view.accounts), as_of)),
        deeds=tx.deeds(view.person.person_id),
    )


def _at_desk(tx: ReadTransaction, person_id: str, account_ids: set[str], as_of: date) -> Iterator[DeskRecord]:
    """What the desk recorded of a person, in that order; of a file for a credit bureau no other account of it."""
    for entry in tx.at_desk(as_of):
        fact, is_theirs = entry.fact, entry.subject in {person_id, *account_ids}
        if isinstance(fact, BureauFileMade):
            theirs = tuple(one for one in fact.account_ids if one in account_ids)
            late = tuple(one for one in fact.late if one.account_id in account_ids)
            fact, is_theirs = msgspec.structs.replace(fact, account_ids=theirs, late=late), bool(theirs)
        if is_theirs:
            yield DeskRecord(
                record_id=entry.record_id,
                subject=entry.subject,
                effective_on=entry.effective_on,
                recorded_at=entry.recorded_at,
                operator=entry.operator,
                fact=fact,
            )


def _account(tx: ReadTransaction, account_id: str, as_of: date) -> AccountExport:
    book = tx.book(account_id)
    account = book.account(as_of)
    return AccountExport(
        account_id=account_id,
        opened_on=account.opened_on,
        closed_on=account.closed_on,
        figures=figures(account),
        events=[event for event in book.events if event.effective_on <= as_of],
    )


class EraseAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Whose data were erased, and the accounts that stay without a name; `number` is that of the deed."""

    account_id: str
    person_id: str
    accounts: list[str]
    number: int


def erase(tx: WriteTransaction, asked: PrivacyAsked, call: Call) -> EraseAnswer:
    """Destroys the key of a person and what it opens; the facts stay, for they name nobody.

    Errors: `erasing-has-no-day` for another day, `person-erased`, `person-has-open-line` while one of their accounts is
    open, `person-owes` also for what was given up for lost and can come back.
    """
    if call.on is not None and call.on != call.today:
        raise BaitiaoError("erasing-has-no-day")
    person_id = tx.book(asked.account_id).account_person
    tx.refuse_erased(person_id)
    account_ids = tx.accounts_of_person(person_id)
    for account_id in account_ids:
        _refuse_open(tx.book(account_id).account(call.today))
    tx.erase_person(person_id)
    number = tx.note(ERASED, person_id, account_id=asked.account_id, reason=asked.reason)
    return EraseAnswer(account_id=asked.account_id, person_id=person_id, accounts=account_ids, number=number)


def _refuse_open(account: Account) -> None:
    if account.closed_on is None:
        raise BaitiaoError("person-has-open-line", account_id=account.account_id)
    owed_fen = figures(account).owed_fen + sum(recoverable_fen(account, loss.plan_id) for loss in losses_told(account))
    if owed_fen:
        raise BaitiaoError("person-owes", account_id=account.account_id, owed_fen=owed_fen)


PRIVACY_ERASE = Verb("privacy erase", PrivacyAsked, EraseAnswer, erase)
