"""A bill explained: what it asks for thing by thing, its minimum, and every movement from opening to closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from msgspec import structs

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.billing import MOVEMENTS
from baitiao_cli.account.events import BillIssued, Event
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.postings import CUSTOMER_ACCOUNTS, Posting
from baitiao_cli.account.replay import replay
from baitiao_cli.account.views.explain.line import Explained, Line, explained, rounded, share_line, whole
from baitiao_cli.account.views.explain.plan import explain_rows, late_charge, line_interest
from baitiao_cli.account.views.statement import FoundBill
from baitiao_cli.calc.rates import PPB


def explain_bill(events: Sequence[Event], found: FoundBill) -> list[Explained]:
    """Every figure of the bill that is not zero: amount due, minimum, opening, movements, adjustment, closing."""
    figures = found.document.figures
    made = [
        explained("amount_due", figures.amount_due_fen, _due_lines(found)),
        explained("minimum_due", figures.minimum_due_fen, _minimum_lines(found)),
    ]
    moved = {name: getattr(figures, name) for name in [*MOVEMENTS.values(), "other_fen"]}
    for name, amount_fen in moved.items():
        figure = name.removesuffix("_fen")
        made.append(explained(figure, amount_fen, _movement_lines(found, name, amount_fen)))
    made.append(explained("adjustment", figures.adjustment_fen, _learned_lines(events, found)))
    closing = [whole("opening", figures.opening_fen), whole("adjustment", figures.adjustment_fen)]
    closing += [whole(name.removesuffix("_fen"), amount_fen) for name, amount_fen in moved.items()]
    made.append(explained("closing", figures.closing_fen, [line for line in closing if line.exact]))
    return [figure for figure in made if figure.amount_fen]


def _due_lines(found: FoundBill) -> Iterator[Line]:
    for due in found.bill.due_lines:
        plan = found.account.plans.get(due.plan_id)
        yield whole(
            f"due-{due.part.removesuffix('_fen').replace('_', '-')}",
            due.amount_fen,
            plan_id=due.plan_id,
            number=due.number,
            kind=due.kind,
            event_id=plan.event_id if plan else "",
        )


def _minimum_lines(found: FoundBill) -> Iterator[Line]:
    """Installments and charges in full, a share of the purchases and of what is carried.

    Of what is due by the due date; a bill that was sent while minimums asked for what was put off, too, stays so.
    """
    bill, line = found.bill, found.account.line
    is_as_sent = found.document.figures.minimum_due_fen == bill.figures.minimum_due_fen
    parts = bill.minimum_parts if is_as_sent else bill.due_parts
    lines = [whole("installments-in-full", parts.installments_fen), whole("charges-in-full", parts.charges_fen)]
    lines += rounded(share_line("share-of-purchases", parts.new_purchases_fen, line.minimum_share_ppb), line.rounding)
    rule = "carried-in-full" if bill.carried_share_ppb == PPB else "share-of-carried"
    lines += rounded(share_line(rule, parts.carried_fen, bill.carried_share_ppb), line.rounding)
    return (line for line in lines if line.exact)


def _movement_lines(found: FoundBill, name: str, amount_fen: int) -> list[Line]:
    """The movements of one kind, by cause and plan; the price of time told by its nights where it is known whole.

    The nights of a charge of which a part was on an earlier bill are told with the row (see `explain_rows`).
    """
    told = []
    for (cause, plan_id), moved_fen in _moved(found, name).items():
        event_id = cause if cause.startswith(f"{found.account.account_id}E") else ""
        kind = name.removesuffix("_fen")
        told.append(whole(kind, moved_fen, plan_id=plan_id, event_id=event_id))
    of_line = [line for line in told if not line.plan_id and name in ("interest_fen", "late_charges_fen")]
    nights = _line_nights(found, name, sum((line.exact for line in of_line), Fraction(0)))
    if nights:
        told = [line for line in told if line not in of_line] + nights
    return [part for line in told for part in _with_price(found.account, line)]


def _moved(found: FoundBill, name: str) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = {}
    for posting in _postings(found):
        if MOVEMENTS.get(posting.ledger_account, "other_fen") == name:
            key = posting.cause, posting.plan_id
            sums[key] = sums.get(key, 0) - posting.amount_fen
    return {key: amount for key, amount in sums.items() if amount}


def _postings(found: FoundBill) -> list[Posting]:
    moved = found.account.postings[found.first_posting : found.bill.until_posting]
    return [posting for posting in moved if posting.ledger_account not in CUSTOMER_ACCOUNTS]


def _line_nights(found: FoundBill, name: str, wanted: Fraction) -> list[Line]:
    """The nights of the line's own interest or late charges on this bill, if they make up `wanted`; else nothing."""
    after_on = found.before.billed_on if found.before else date.min
    rows = [row for row in found.account.line_rows if after_on < row.until_on <= found.document.billed_on]
    lines = [line for row in rows if row.is_billed for line in _nights_of_row(found.account, row, name)]
    return lines if wanted and sum(line.exact for line in lines) == wanted else []


def _nights_of_row(account: Account, row: Installment, name: str) -> tuple[Line, ...]:
    charge = late_charge if name == "late_charges_fen" else line_interest
    return charge(account, Debt(row, None)).lines


def _with_price(account: Account, line: Line) -> list[Line]:
    """The line told by its price where it is all of one row's: a fee by its rate, interest and charges by nights."""
    plan = account.plans.get(line.plan_id)
    kind = {"fees": "fee", "interest": "interest", "late_charges": "late_charge"}.get(line.rule)
    if plan is None or kind is None:
        return [line]
    number = next((row.number for row in plan.rows if row.is_billed and getattr(row.asked, kind) == line.exact), 0)
    for figure in explain_rows(account, plan, number) if number else []:
        if figure.figure == kind and figure.amount_fen == line.exact:
            where = {"plan_id": plan.plan_id, "number": number, "event_id": plan.event_id}
            return [structs.replace(part, **where) for part in figure.lines]
    return [line]


def _learned_lines(events: Sequence[Event], found: FoundBill) -> Iterator[Line]:
    """What each event that the bill before did not know changes of its closing balance, in the order recorded."""
    if found.before is None:
        return
    known = [event for event in events if event.number <= found.before.knew_number]
    before_fen = found.before.figures.closing_fen
    for event in events:
        if found.before.knew_number < event.number <= found.document.knew_number:
            known.append(event)
            after_fen = closing_fen(known, found.before)
            if after_fen != before_fen:
                yield whole("learned-later", after_fen - before_fen, event_id=event.event_id)
            before_fen = after_fen


def closing_fen(events: Sequence[Event], document: BillIssued) -> int:
    """The closing balance of a bill as these events make it.

    Where its day is no bill date with them, it is that of the last bill before: the next bill begins there.
    """
    return next((bill.figures.closing_fen for bill in reversed(replay(events, document.billed_on).bills)), 0)
