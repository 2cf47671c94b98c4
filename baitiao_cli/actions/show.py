"""`show`: one account on one screen."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from operator import itemgetter

import msgspec
from msgspec.structs import asdict

from baitiao_cli.account.account import Account, Payment
from baitiao_cli.account.billing import next_bill_day
from baitiao_cli.account.standing import Cooled, Cooling
from baitiao_cli.account.views.at_hand import ComingBill, coming, last_payment
from baitiao_cli.account.views.figures import Figures, figures
from baitiao_cli.account.views.statement import statements
from baitiao_cli.actions.account_lines.desk import ItemLine, OpenItem
from baitiao_cli.actions.account_lines.payments import (
    AutoRepayLine,
    BillLine,
    DebitLine,
    MeansLine,
    bill_line,
    debit_line,
    means_line,
)
from baitiao_cli.actions.account_lines.purchases import (
    DisputeLine,
    HoldLine,
    LossLine,
    PlanLine,
    dispute_line,
    hold_line,
    loss_line,
    losses_told,
    plan_line,
)
from baitiao_cli.actions.account_lines.standing import (
    HardshipLine,
    LimitLine,
    LimitRequestLine,
    LockLine,
    SuspensionLine,
    hardship_line,
    limit_lines,
    request_line,
)
from baitiao_cli.actions.masking import MaskedPerson, told
from baitiao_cli.ledger.audit import PROPOSED
from baitiao_cli.ledger.store import Book, ReadTransaction


class ProposalLine(msgspec.Struct, frozen=True, kw_only=True):
    """What an operator proposed for the account and a second person has not decided on yet (0: no amount)."""

    proposal_id: str
    verb: str
    amount_fen: int
    proposed_on: date
    operator: str


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """One account on one screen; `next_debit` and `next_bill` come if nothing else happens until then."""

    person: MaskedPerson
    opened_on: date
    closed_on: date | None
    closed_by: str | None
    closing: Cooling | None
    lapsed_closing: Cooled | None
    reopened_on: date | None
    bill_day: int
    next_bill_on: date | None
    tier: str
    figures: Figures
    limits: list[LimitLine]
    limit_request: LimitRequestLine | None
    hardship: HardshipLine | None
    lock: LockLine | None
    suspensions: list[SuspensionLine]
    losses: list[LossLine]
    auto_repay: AutoRepayLine | None
    last_debit: DebitLine | None
    next_debit: DebitLine | None
    means: list[MeansLine]
    bill: BillLine | None
    next_bill: ComingBill | None
    last_payment: Payment | None
    proposals: list[ProposalLine]
    at_desk: list[OpenItem]
    risk_items: list[ItemLine]
    holds: list[HoldLine]
    disputes: list[DisputeLine]
    plans: list[PlanLine]


def show(tx: ReadTransaction, account_id: str, as_of: date, unmasked: Collection[str] = ()) -> AccountView:
    """The account at the end of `as_of`: a fold, so it never depends on when the end-of-day run was last made."""
    book = tx.book(account_id)
    account = book.account(as_of)
    bills = statements(book.events, as_of, account)
    at_desk, risk_items = _of_desk(tx, book, account)
    view = AccountView(
        person=told(tx, account.person_id, unmasked),
        opened_on=account.opened_on,
        closed_on=account.closed_on,
        closed_by=account.closed_by if account.closed_on else None,
        closing=account.cooling,
        lapsed_closing=account.lapsed_closing,
        reopened_on=account.reopened_on,
        bill_day=account.bill_day,
        next_bill_on=None if account.closed_on else next_bill_day(account),
        tier=account.tier,
        figures=figures(account),
        limits=list(limit_lines(account)),
        limit_request=request_line(account.limit_request),
        hardship=hardship_line(account.hardship, as_of),
        lock=LockLine(**asdict(account.lock)) if account.lock else None,
        suspensions=[SuspensionLine(**asdict(suspension)) for suspension in account.suspensions_in_force.values()],
        losses=[loss_line(account, loss) for loss in losses_told(account)],
        auto_repay=AutoRepayLine(**asdict(account.auto_repay)) if account.auto_repay else None,
        last_debit=debit_line(max(account.debits.items(), default=None, key=itemgetter(0))),
        next_debit=None,
        means=[means_line(means) for means in account.purse.values()],
        bill=bill_line(account, bills[-1]) if bills else None,
        next_bill=None,
        last_payment=last_payment(account),
        proposals=list(_proposal_lines(tx, account_id, as_of)),
        at_desk=at_desk,
        risk_items=risk_items,
        holds=[hold_line(hold) for hold in account.open_holds],
        disputes=[dispute_line(account, dispute) for dispute in account.open_disputes],
        plans=[plan_line(plan, as_of) for plan in account.plans.values()],
    )
    comes = coming(book.handed_over(as_of))
    return msgspec.structs.replace(view, next_bill=comes.bill, next_debit=debit_line(comes.debit))


def _of_desk(tx: ReadTransaction, book: Book, account: Account) -> tuple[list[OpenItem], list[ItemLine]]:
    """What the desk has about the account. Most it has never heard of: then its rooms are not even imported."""
    if not tx.is_known_at_desk(book.account_id):
        return [], []
    from baitiao_cli.actions.desk.open_items import open_items
    from baitiao_cli.actions.desk.queue import items_to_tell

    return open_items(tx, book, account), [] if tx.known else list(items_to_tell(tx, book, account.through))


def _proposal_lines(tx: ReadTransaction, account_id: str, as_of: date) -> Iterator[ProposalLine]:
    """What waits now, whatever day is asked about; what waited at an earlier moment is not asked for on the phone."""
    if tx.known or not tx.audit.has(PROPOSED):
        return
    from baitiao_cli.actions.proposals import waiting_proposals  # in most ledgers nothing was ever proposed

    for waits in waiting_proposals(tx, as_of):
        if waits.account_id == account_id:
            yield ProposalLine(
                proposal_id=waits.proposal_id,
                verb=waits.verb,
                amount_fen=waits.amount_fen,
                proposed_on=waits.proposed_on,
                operator=waits.operator,
            )
