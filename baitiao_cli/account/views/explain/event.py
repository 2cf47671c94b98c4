"""An event explained: where its money went, part by part."""

from __future__ import annotations

from baitiao_cli.account.account import Account, Allocation, Debt
from baitiao_cli.account.events import ChargedOff, DisputeOpened, Event, Purchased
from baitiao_cli.account.postings import DISPUTED, INCOME, LOAN_LOSSES, MERCHANT_REFUNDS, RECEIVABLE, WAIVERS
from baitiao_cli.account.verbs.loss import RECOVERED
from baitiao_cli.account.views.explain.line import Explained, Line, explained, whole
from baitiao_cli.account.views.explain.plan import late_charge, line_interest

# What a part of an event's money did to the debt, by where it came from.
DONE = {
    MERCHANT_REFUNDS: "taken-off",
    DISPUTED: "set-aside",
    WAIVERS: "waived",
    RECEIVABLE["principal"]: "converted",
    LOAN_LOSSES: "given-up",
    INCOME["fee"]: "fee-returned",
    INCOME["interest"]: "fee-returned",
}

PRICES = ("interest", "late_charge")


def explain_event(account: Account, event: Event) -> list[Explained]:
    """The amount of the event: a purchase by who pays for it, money by the debts that it paid, in the order it did.

    Of a charge-off it is the principal that became a loss.

    `account` is folded with the event in it; nothing for an event without an amount.
    """
    fact = event.fact
    if isinstance(fact, Purchased):
        parts = [
            ("trade-in", fact.trade_in_fen),
            ("down-payment", fact.down_payment_fen),
            ("financed", fact.financed_fen),
        ]
        lines = [whole(rule, amount_fen, plan_id=fact.plan_id) for rule, amount_fen in parts if amount_fen]
        return [explained("amount", fact.amount_fen, lines, plan_id=fact.plan_id)]
    lines = [
        whole(
            _rule(part),
            part.amount_fen,
            plan_id=part.plan_id,
            number=part.number,
            kind=part.kind if part.kind in RECEIVABLE else "",
        )
        for part in account.allocations
        if part.event_id == event.event_id
    ]
    lines += _disputed_lines(account, event)
    for refund in account.refunds:
        if refund.event_id == event.event_id:
            lines += [whole("returned", part.amount_fen, event_id=part.payment_id) for part in refund.returns]
    if isinstance(fact, ChargedOff):
        lines = [
            whole("principal-lost", line.amount_fen, plan_id=line.plan_id)
            for line in account.own_postings
            if line.cause == event.event_id and line.ledger_account == LOAN_LOSSES
        ]
    total_fen = sum(int(line.exact) for line in lines)
    return [explained("amount", total_fen, lines)] if lines else []


def explain_charges_paid(account: Account, event: Event) -> list[Explained]:
    """The late charges, and interest of the line, that the event's money went to: each row's so far, by its nights.

    `account` is folded through the day of the event.
    """
    paid = [part for part in account.allocations if part.event_id == event.event_id and part.kind in PRICES]
    found = []
    for plan_id, number, kind in dict.fromkeys((part.plan_id, part.number, part.kind) for part in paid):
        plan = account.plans[plan_id] if plan_id else None
        row = next((row for row in (plan.rows if plan else account.line_rows) if row.number == number), None)
        if row and kind == "late_charge":
            found.append(late_charge(account, Debt(row, plan)))
        elif row and plan is None:
            found.append(line_interest(account, Debt(row, None)))
    return [figure for figure in found if figure.amount_fen]


def _disputed_lines(account: Account, event: Event) -> list[Line]:
    """What a dispute tells besides: what had been paid of it; won, what was off already; lost, what is owed again."""
    fact = event.fact
    dispute = account.disputes.get(getattr(fact, "dispute_id", event.event_id))
    if dispute is None:
        return []
    if isinstance(fact, DisputeOpened):
        rule, fen, plan_id = "paid-before-dispute", dispute.paid_fen, dispute.plan_id
    elif dispute.outcome == "won":
        rule, fen, plan_id = "was-set-aside", dispute.set_aside_fen, dispute.plan_id
    else:
        rule, fen, plan_id = "owed-again", dispute.set_aside_fen, dispute.owed_again_as
    return [whole(rule, fen, plan_id=plan_id)] if fen else []


def _rule(part: Allocation) -> str:
    if part.kind == "credit":
        return "kept-as-credit" if part.amount_fen > 0 else "credit-used"
    if part.kind == RECOVERED:
        return "recovered"
    return DONE.get(part.source, "paid")
