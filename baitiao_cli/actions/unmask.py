"""`unmask`: somebody sees the person of an account in the clear, which is recorded and may take two people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import takewhile

import msgspec

from baitiao_cli.actions.verb import Approval, Call, Verb
from baitiao_cli.calc.dates import shanghai_day
from baitiao_cli.ledger.audit import APPROVED, Deed
from baitiao_cli.ledger.store import WriteTransaction

UNMASKED, EXPORTED = "unmasked", "exported"
"""The deeds of seeing a person (their subject) in the clear: in a view, or all that is known."""


class UnmaskAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Of which account the person is to be seen, and why."""

    account_id: str
    reason: str = ""


class UnmaskAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """Who may be seen now; `allowed_by` is the proposal that was approved for it, "" where one person is enough."""

    account_id: str
    person_id: str
    allowed_by: str = ""


def act(tx: WriteTransaction, asked: UnmaskAsked, call: Call) -> UnmaskAnswer:
    """Records the look; who called shows the person then, and nobody without having called.

    What a second person approves is one look of the one who asked, at that account, on that day: it is not taken then
    but when it is asked for again, and used up by it.
    """
    return looked(tx, UNMASK, UNMASKED, asked, call)


def looked(tx: WriteTransaction, verb: Verb, deed: str, asked: UnmaskAsked, call: Call) -> UnmaskAnswer:
    """Records a look of a verb as its deed, with the approval that it uses up."""
    book = tx.book(asked.account_id)
    tx.person(book.account_person)  # where nobody can be seen (erased, no key) that is refused, and no look recorded
    allowed_by = call.proposal_id or _allowance(tx, verb, deed, book.account_id, call)
    if not call.proposal_id:
        told = {"account_id": book.account_id, "reason": asked.reason, "allowed_by": allowed_by}
        tx.note(deed, book.account_person, **told)
    return UnmaskAnswer(account_id=book.account_id, person_id=book.account_person, allowed_by=allowed_by)


def _allowance(tx: WriteTransaction, verb: Verb, deed: str, account_id: str, call: Call) -> str:
    """The proposal of this operator for a look at this account that was approved today and is not used up; or ""."""
    today = shanghai_day(call.now)
    about = {"verb": verb.name, "account_id": account_id, "proposed_by": call.operator}
    used = {look.details.get("allowed_by") for look in _since(tx, today, deed)}
    for approval in _since(tx, today, APPROVED):
        is_of_today = shanghai_day(approval.recorded_at) == today
        if is_of_today and about.items() <= approval.details.items() and approval.subject not in used:
            return approval.subject
    return ""


def _since(tx: WriteTransaction, day: date, deed: str) -> Iterator[Deed]:
    """The newest deeds of a kind, back to a day."""
    return takewhile(lambda one: shanghai_day(one.recorded_at) >= day, tx.audit.newest(deed))


LOOKING = Approval("unmask", lambda answer: None if answer.allowed_by else 0)
"""A look that was allowed needs no second person any more."""

UNMASK = Verb("unmask", UnmaskAsked, UnmaskAnswer, act, approval=LOOKING)
