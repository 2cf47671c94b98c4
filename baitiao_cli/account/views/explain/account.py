"""The figures of an account explained: what is used, held and available, owed, due, overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace

from baitiao_cli.account.account import Account, Debt
from baitiao_cli.account.allocation import payable_debts
from baitiao_cli.account.bill import Bill
from baitiao_cli.account.delinquency import (
    carried_interest_fen,
    late_charge_fen,
    missed_bills,
    most_minimum_unpaid_fen,
)
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.owed import cure_fen, minimum_left_fen, overdue_fen
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import RECEIVABLE
from baitiao_cli.account.views.explain.line import Explained, Line, explained, rounded, share_line, whole
from baitiao_cli.account.views.explain.payoff import explain_prices_owed
from baitiao_cli.account.views.explain.plan import late_charge, line_interest
from baitiao_cli.account.views.figures import FallingDue, falling_due, figures, next_due
from baitiao_cli.calc.rates import PPB


def explain_account(account: Account) -> list[Explained]:
    """Every figure of the account as of the folded day that is not zero, as `show` tells it."""
    now = figures(account)
    made = {
        "used": (now.used_fen, used_lines),
        "held": (now.held_fen, _held_lines),
        "available": (now.available_fen, _available_lines),
        "owed": (now.owed_fen, owed_lines),
        "due": (now.due_fen, due_lines),
        "overdue": (now.overdue_fen, _late_lines),
        "cure": (now.cure_fen if now.cure_fen != now.overdue_fen else 0, _cure_lines),
        "minimum_left": (now.minimum_left_fen, _minimum_lines),
        "next_due": (now.next_due_fen, _next_due_lines),
        "credit": (now.credit_fen, _credit_lines),
    }
    found = [explained(name, amount_fen, lines(account)) for name, (amount_fen, lines) in made.items() if amount_fen]
    named = {line.bill for figure in found for line in figure.lines if line.rule == "minimum-missing"}
    missing = [_missing_of(account, bill) for bill in account.bills if bill.number in named]
    return [*found, *missing, *_prices_of_time(account)]


def explain_charged(account: Account, name: str) -> list[Explained]:
    """Interest or late charges that the line was charged so far, owed or not, row by row by their nights.

    Late charges with those of the plans; nothing when the line itself was charged none.
    """
    charge = late_charge if name == "late_charge" else line_interest
    of_line = [charge(account, Debt(row, None)) for row in account.line_rows]
    if not any(figure.amount_fen for figure in of_line):
        return []
    if name == "late_charge":
        plans = [plan for plan in account.plans.values() if not plan.terms.revolving]
        of_line += [late_charge(account, Debt(row, plan)) for plan in plans for row in plan.rows if row.is_billed]
    return [figure for figure in of_line if figure.amount_fen]


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


def _cure_lines(account: Account) -> Lines:
    """What is late, and what a payment that is for no plan by name pays before it."""
    yield whole("overdue", overdue_fen(account))
    yield whole("paid-first", cure_fen(account) - overdue_fen(account))


def _late_lines(account: Account) -> Lines:
    """What is late."""
    on = account.through
    late = [
        debt
        for debt in account.debts()
        if debt.plan and not debt.is_revolving and debt.row.is_late(on, account.late_terms(debt))
    ]
    yield from _installment_lines(account, late)
    grace = timedelta(days=account.line.late.grace_days)
    missed = [bill for bill in missed_bills(account, on) if on > bill.due_on + grace]
    yield from _minimum_missing(account, missed)


def _minimum_lines(account: Account) -> Lines:
    """What is billed of installments, what is missing of the minimums, and what is paid before it."""
    billed = [debt for debt in account.debts() if debt.plan and not debt.is_revolving and debt.row.is_billed]
    lines = list(_installment_lines(account, billed))
    lines += _minimum_missing(account, account.bills)
    yield from lines
    if first_fen := minimum_left_fen(account) - int(sum(line.exact for line in lines)):
        yield whole("paid-first", first_fen)


def _minimum_missing(account: Account, bills: list[Bill]) -> Lines:
    """What is missing of the minimums of some bills, with the bill of which most is."""
    if missing_fen := most_minimum_unpaid_fen(account, bills):
        bill = max(bills, key=lambda one: one.minimum_revolving_fen - one.revolving_paid_fen)
        yield replace(whole("minimum-missing", missing_fen), bill=bill.number)


def _missing_of(account: Account, bill: Bill) -> Explained:
    """What is missing of the minimum of a bill: its shares, less what was paid of it since."""
    line, parts = account.line, bill.minimum_parts
    rule = "carried-in-full" if bill.carried_share_ppb == PPB else "share-of-carried"
    lines = [whole("charges-in-full", parts.charges_fen)]
    lines += rounded(share_line("share-of-purchases", parts.new_purchases_fen, line.minimum_share_ppb), line.rounding)
    lines += rounded(share_line(rule, parts.carried_fen, bill.carried_share_ppb), line.rounding)
    lines.append(whole("paid-before", -bill.revolving_paid_fen))
    missing_fen = most_minimum_unpaid_fen(account, [bill])
    lines.append(whole("no-more-is-left", missing_fen - int(sum(line.exact for line in lines))))
    told = [replace(line, bill=bill.number) for line in lines if line.exact]
    return explained("minimum_missing", missing_fen, told)


def _next_due_lines(account: Account) -> Lines:
    """What is left of each row that falls due then, what is carried to the bill, less what a credit balance covers."""
    due_on, due_fen = next_due(account)
    pieces = [piece for piece in falling_due(account) if piece.due_on == due_on]
    for piece in pieces:
        if piece.row is None:
            yield whole("rest-of-carried", piece.amount_fen)
        else:
            yield from _falling_due_lines(account, piece, piece.row)
    if credit_fen := sum(piece.amount_fen for piece in pieces) - due_fen:
        yield whole("less-credit", -credit_fen)


def _falling_due_lines(account: Account, piece: FallingDue, row: Installment) -> Lines:
    """A row that falls due by kind: what was asked for, or what it will ask for."""
    plan_id = piece.plan_id
    event_id = account.plans[plan_id].event_id if plan_id else ""
    for kind in RECEIVABLE:
        unpaid_fen = piece.of_plan.left_of(kind) if piece.of_plan else getattr(row.unpaid, kind)
        if unpaid_fen:
            rule = "unpaid" if row.is_billed else "falls-due"
            yield whole(rule, unpaid_fen, plan_id=plan_id, number=row.number, kind=kind, event_id=event_id)


def _installment_lines(account: Account, debts: list[Debt]) -> Lines:
    """What is unpaid of billed installments, with the late charges and the interest that have run on them."""
    yield from _unpaid_lines(account, debts)
    yield from _running_late(account, debts)
    for debt in debts:
        if debt.plan and debt.row is debt.plan.rows[-1] and debt.plan.unasked_interest_fen():
            running_fen = debt.plan.unasked_interest_fen()
            yield whole("has-run", running_fen, plan_id=debt.plan_id, number=debt.row.number, kind="interest")


def _credit_lines(account: Account) -> Lines:
    sums: dict[str, int] = {}
    for part in account.allocations:
        if part.kind == "credit":
            sums[part.event_id] = sums.get(part.event_id, 0) + part.amount_fen
    for event_id, amount_fen in sums.items():
        if amount_fen:
            yield whole("kept-as-credit" if amount_fen > 0 else "credit-used", amount_fen, event_id=event_id)
