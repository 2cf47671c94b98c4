"""A bill as its reader sees it: the fixed figures, a line for each movement, and the installments that it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.bill import Bill, DueLine, DueParts
from baitiao_cli.account.billing import MOVEMENTS, documents_to_come, find_bill_of
from baitiao_cli.account.events import BillFigures, BillIssued, Event, Reversed
from baitiao_cli.account.postings import CUSTOMER_ACCOUNTS
from baitiao_cli.account.replay import replay
from baitiao_cli.errors import BaitiaoError


class StatementLine(msgspec.Struct, frozen=True, kw_only=True):
    """One movement: what the customer owed more (positive) or less by, in whole fen; `kind` as in the figures.

    `event_id` is the event that made it, "" for what came by itself.
    """

    on: date
    kind: str
    amount_fen: int
    plan_id: str = ""
    merchant: str = ""
    event_id: str = ""


class BilledInstallment(msgspec.Struct, frozen=True, kw_only=True):
    """What the bill asks for on one installment, in whole fen: due with it, or overdue since `due_on`."""

    plan_id: str
    merchant: str
    number: int
    installment_count: int
    due_on: date
    principal_fen: int = 0
    interest_fen: int = 0
    fee_fen: int = 0
    late_charge_fen: int = 0
    total_fen: int = 0


class DueLater(msgspec.Struct, frozen=True, kw_only=True):
    """What of the amount due was put off until after the bill's due date, in whole fen: the minimum leaves it out."""

    due_on: date
    amount_fen: int


class DayBalance(msgspec.Struct, frozen=True, kw_only=True):
    """What was owed at the end of a day, in whole fen."""

    on: date
    balance_fen: int


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """One bill: its document, whether it has been issued, and its lines as they were known when it was.

    `decided` are the outcomes of disputes (`won`, `lost`) by the events that decided them.
    """

    account_id: str
    event_id: str
    is_issued: bool
    document: BillIssued
    due_parts: DueParts
    due_later: tuple[DueLater, ...]
    lines: tuple[StatementLine, ...]
    installments: tuple[BilledInstallment, ...]
    decided: dict[str, str] = {}

    @property
    def figures(self) -> BillFigures:
        """The figures of the document."""
        return self.document.figures

    @property
    def balances(self) -> list[DayBalance]:
        """What was owed as the cycle began, and at the end of each day that changed it; the last is the closing.

        What was learned too late for the bill before is an adjustment of the bill day, so no line is before the cycle.
        """
        changes = {self.document.from_on: self.figures.opening_fen}
        for line in self.lines:
            changes[line.on] = changes.get(line.on, 0) + line.amount_fen
        sums = accumulate(changes[on] for on in sorted(changes))
        return [DayBalance(on=on, balance_fen=fen) for on, fen in zip(sorted(changes), sums, strict=True)]


def statements(events: Sequence[Event], as_of: date, account: Account | None = None) -> list[BillIssued]:
    """The bills up to `as_of`, oldest first: those issued, then those whose day has come but which were not issued.

    Who has folded the account to that day already hands it in; then the events are only counted.
    """
    account = account or replay(events, as_of)
    return [*account.issued.values(), *documents_to_come(account, len(events))]


class FoundBill(msgspec.Struct, frozen=True):
    """A bill with the account as it was known when it was made, folded to its day.

    `event_id` is "" while it has not been issued; `before` is the document before it.
    """

    document: BillIssued
    event_id: str
    account: Account
    bill: Bill
    before: BillIssued | None

    @property
    def first_posting(self) -> int:
        """Where its movements begin in the account's journal; they end at `bill.until_posting`."""
        after_on = self.before.billed_on if self.before else date.min
        return max((other.until_posting for other in self.account.bills if other.billed_on <= after_on), default=0)


def find_bill(
    events: Sequence[Event],
    as_of: date,
    number: int | None = None,
    documents: list[BillIssued] | None = None,
    later: Account | None = None,
) -> FoundBill:
    """The bill numbered `number`, or the latest up to `as_of`; raises `bill-unknown`, or `no-bill-yet` without any.

    Who has the `statements` up to that day already hands them in. Who wants only what a bill fixes (its lines and its
    movements) hands in the account as it is `later`, too: it is good enough when nothing came to be known meanwhile
    about the time before the bill, and then none is folded.
    """
    documents = statements(events, as_of) if documents is None else documents
    if not documents:
        raise BaitiaoError("no-bill-yet", account_id=events[0].account_id, on=as_of)
    last = documents[-1].number
    place = next((at for at, bill in enumerate(documents) if bill.number == (last if number is None else number)), None)
    if place is None:
        raise BaitiaoError("bill-unknown", account_id=events[0].account_id, number=number, last=last)
    document = documents[place]
    issue = next(iter(events[document.knew_number : document.knew_number + 1]), None)
    event_id = issue.event_id if issue and issue.fact == document else ""
    account = later
    if account is None or not _knew_all(document, events):
        account = replay(events[: document.knew_number], document.billed_on)
    bill = next(bill for bill in account.bills if bill.billed_on == document.billed_on)
    return FoundBill(document, event_id, account, bill, documents[place - 1] if place else None)


def _knew_all(document: BillIssued, events: Sequence[Event]) -> bool:
    """Whether the bill knew every event that counts before its day, and none of those was reversed since."""
    return not any(
        isinstance(event.fact, Reversed)
        or (event.effective_on < document.billed_on and not isinstance(event.fact, BillIssued))
        for event in events[document.knew_number :]
    )


def statement(
    events: Sequence[Event],
    as_of: date,
    number: int | None = None,
    documents: list[BillIssued] | None = None,
    account: Account | None = None,
) -> Statement:
    """The bill numbered `number`, or the latest up to `as_of`, with its lines.

    An issued bill is shown as it was sent: its lines come from the events that it knew. Who has the `statements` up to
    that day already, or the account folded to it, hands them in. Errors: as for `find_bill`.
    """
    found = find_bill(events, as_of, number, documents, account)
    document, account, bill = found.document, found.account, found.bill
    return Statement(
        account_id=account.account_id,
        event_id=found.event_id,
        is_issued=bool(found.event_id),
        document=document,
        due_parts=bill.due_parts,
        due_later=tuple(DueLater(due_on=day, amount_fen=fen) for day, fen in bill.due_later.items()),
        lines=tuple(_lines(found)),
        installments=tuple(_installments(account, bill)),
        decided={one.decided_by: one.outcome for one in account.disputes.values() if not one.is_open},
    )


def deferred_to(account: Account, document: BillIssued) -> date | None:
    """When what revolves of a bill falls due since it was deferred; `None` if it was not, by the folded day."""
    bill = find_bill_of(account, document.billed_on)
    return bill.due_on if bill and bill.deferred_from else None


def _lines(found: FoundBill) -> list[StatementLine]:
    """The movements since the bill before, by day, in the order of the journal, those of one payment together.

    What was learned too late for the bill before is an adjustment of the bill day, so it comes last but for that day's.

    What is between the merchant and us (a subsidy, a discount) moves nothing of the customer's and is left out.
    """
    account, document = found.account, found.document
    sums: dict[tuple[date, str, str, str], int] = {}
    for line in account.postings[found.first_posting : found.bill.until_posting]:
        if line.ledger_account not in CUSTOMER_ACCOUNTS:
            kind = MOVEMENTS.get(line.ledger_account, "other_fen").removesuffix("_fen")
            plan_id = "" if kind in ("repayments", "goodwill") else line.plan_id
            key = (line.effective_on, line.cause, kind, plan_id)
            sums[key] = sums.get(key, 0) - line.amount_fen
    lines = []
    if adjustment_fen := document.figures.adjustment_fen:
        lines.append(StatementLine(on=document.billed_on, kind="adjustment", amount_fen=adjustment_fen))
    for (on, cause, kind, plan_id), amount_fen in sums.items():
        if not amount_fen:
            continue
        event_id = cause if cause.startswith(f"{account.account_id}E") else ""
        merchant = account.plans[plan_id].merchant if plan_id in account.plans else ""
        lines.append(
            StatementLine(
                on=on, kind=kind, amount_fen=amount_fen, plan_id=plan_id, merchant=merchant, event_id=event_id
            )
        )
    return sorted(lines, key=lambda line: line.on)


def _installments(account: Account, bill: Bill) -> Iterable[BilledInstallment]:
    """The installments that the bill asks for, oldest due first; they sum to its installments (`due_parts`)."""
    rows: dict[tuple[str, int], list[DueLine]] = {}
    for line in bill.due_lines:
        if line.part == "installments_fen":
            rows.setdefault((line.plan_id, line.number), []).append(line)
    for (plan_id, number), lines in rows.items():
        yield BilledInstallment(
            plan_id=plan_id,
            merchant=account.plans[plan_id].merchant,
            number=number,
            installment_count=lines[0].installment_count,
            due_on=lines[0].due_on,
            total_fen=sum(line.amount_fen for line in lines),
            **{f"{line.kind}_fen": line.amount_fen for line in lines},
        )
