"""The figures of an account explained: what is used, held and available, owed, due, overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.allocation import payable_debts
from baitiao_cli.account.delinquency import carried_interest_fen, late_charge_fen, minimum_unpaid_fen, missed_bills
from baitiao_cli.account.owed import overdue_fen
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import RECEIVABLE
from baitiao_cli.account.views.explain.line import Explained, Line, explained, whole
from baitiao_cli.account.views.explain.payoff import explain_prices_owed
from baitiao_cli.account.views.figures import figures


def explain_account(account: Account) -> list[Explained]:
    """Every figure of the account as of the folded day that is not zero, as `show` tells it."""
    now = figures(account)
    made = {
        "used": (now.used_fen, used_lines),
        "held": (now.held_fen, _held_lines),
        "available": (now.available_fen, _available_lines),
        "owed": (now.owed_fen, owed_lines),
        "due": (now.due_fen, due_lines),
        "overdue": (now.overdue_fen, _overdue_lines),
        "credit": (now.credit_fen, _credit_lines),
    }
    found = [explained(name, amount_fen, lines(account)) for name, (amount_fen, lines) in made.items() if amount_fen]
    return [*found, *_prices_of_time(account)]


def _prices_of_time(account: Account) -> list[Explained]:
    """What is owed of interest and of late charges, by its nights."""
    parts = explain_prices_owed(account)
    found = []
    for name in PRICES:
        of_name = [figure for figure in parts if figure.figure == name]
        lines = [replace(line, plan_id=figure.plan_id) for figure in of_name for line in figure.lines]
        if lines:
            found.append(explained(name, sum(figure.amount_fen for figure in of_name), lines))
    return found


Lines = Iterator[Line]
PRICES = ("interest", "late_charge")


def used_lines(account: Account) -> Lines:
    """The principal that is left of each plan."""
    for plan in account.open_plans:
        yield from _principal_line(plan)


def _principal_line(plan: Plan) -> Lines:
    if plan.balance_fen:
        yield whole("principal-left", plan.balance_fen, plan_id=plan.plan_id, event_id=plan.event_id)


def _held_lines(account: Account) -> Lines:
    """What each open hold reserves, and what is set aside by open disputes."""
    for hold in account.open_holds:
        yield whole("held", hold.amount_fen, event_id=hold.event_id)
    for dispute in account.open_disputes:
        if dispute.set_aside_fen:
            yield whole("held-by-dispute", dispute.set_aside_fen, event_id=dispute.dispute_id)


def _available_lines(account: Account) -> Lines:
    yield whole("limit", account.limit_fen)
    yield whole("less-used", -account.used_fen)
    if held_fen := account.held_fen - account.disputed_fen:
        yield whole("less-held", -held_fen)
    for dispute in account.open_disputes:
        if dispute.set_aside_fen:
            yield whole("less-disputed", -dispute.set_aside_fen, event_id=dispute.dispute_id)
    if account.earmarked_taken_fen:
        yield whole("earmarked", account.earmarked_taken_fen)


def owed_lines(account: Account) -> Lines:
    """All principal, what was asked for and is unpaid, and what has run since."""
    for plan in account.open_plans:
        yield from _principal_line(plan)
        yield from _unpaid_lines(account, [Debt(row, plan) for row in plan.rows], without="principal")
        running_fen = plan.unasked_interest_fen()
        if running_fen and plan.open_row:
            yield whole("has-run", running_fen, plan_id=plan.plan_id, number=plan.open_row.number, kind="interest")
        yield from _running_late(account, [Debt(row, plan) for row in plan.rows])
    yield from _unpaid_lines(account, [Debt(row, None) for row in account.line_rows])
    yield from _running_of_line(account)


def _unpaid_lines(account: Account, debts: list[Debt], without: str = "") -> Lines:
    for debt in debts:
        for kind in RECEIVABLE:
            amount_fen = getattr(debt.row.unpaid, kind)
            if amount_fen and kind != without:
                event_id = debt.plan.event_id if debt.plan else ""
                yield whole(
                    "unpaid", amount_fen, plan_id=debt.plan_id, number=debt.row.number, kind=kind, event_id=event_id
                )


def _running_late(account: Account, debts: list[Debt]) -> Lines:
    """Late charges that have run and have not been asked for."""
    for debt in debts:
        if debt.plan is None or (debt.row.is_billed and not debt.is_revolving):
            running_fen = late_charge_fen(account, debt, account.through) - debt.row.asked.late_charge
            if running_fen:
                yield whole("has-run", running_fen, plan_id=debt.plan_id, number=debt.row.number, kind="late_charge")


def _running_of_line(account: Account) -> Lines:
    """Interest of the carried balance and late charges of the line since they were last asked for."""
    open_rows = [row for row in account.line_rows if not row.is_billed]
    running_fen = carried_interest_fen(account) - sum(row.asked.interest for row in open_rows)
    if running_fen:
        yield whole("has-run", running_fen, kind="interest")
    yield from _running_late(account, [Debt(row, None) for row in open_rows])


def due_lines(account: Account) -> Lines:
    """What is payable, and the charges that have run on it."""
    yield from _unpaid_lines(account, payable_debts(account))
    for plan in account.open_plans:
        last = plan.rows[-1]
        if plan.earns_daily and last.is_billed and plan.unasked_interest_fen():
            running_fen = plan.unasked_interest_fen()
            yield whole("has-run", running_fen, plan_id=plan.plan_id, number=last.number, kind="interest")
        yield from _running_late(account, [Debt(row, plan) for row in plan.rows])
    yield from _running_of_line(account)


def _overdue_lines(account: Account) -> Lines:
    """What is late, and the charges that are paid before it."""
    lines = list(_late_lines(account))
    yield from lines
    if first_fen := overdue_fen(account) - int(sum(line.exact for line in lines)):
        yield whole("paid-first", first_fen)


def _late_lines(account: Account) -> Lines:
    on = account.through
    late = [
        debt
        for debt in account.debts()
        if debt.plan and not debt.is_revolving and debt.row.is_late(on, account.late_terms(debt))
    ]
    yield from _unpaid_lines(account, late)
    yield from _running_late(account, late)
    for debt in late:
        if debt.plan and debt.row is debt.plan.rows[-1] and debt.plan.unasked_interest_fen():
            running_fen = debt.plan.unasked_interest_fen()
            yield whole("has-run", running_fen, plan_id=debt.plan_id, number=debt.row.number, kind="interest")
    grace = timedelta(days=account.line.late.grace_days)
    missing = [minimum_unpaid_fen(account, bill) for bill in missed_bills(account, on) if on > bill.due_on + grace]
    if missing:
        yield whole("minimum-missing", max(missing))


def _credit_lines(account: Account) -> Lines:
    sums: dict[str, int] = {}
    for part in account.allocations:
        if part.kind == "credit":
            sums[part.event_id] = sums.get(part.event_id, 0) + part.amount_fen
    for event_id, amount_fen in sums.items():
        if amount_fen:
            yield whole("kept-as-credit" if amount_fen > 0 else "credit-used", amount_fen, event_id=event_id)
