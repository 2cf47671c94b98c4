"""What the laws compare: an account's figures, rows, books and bills as plain values, without event names."""

from __future__ import annotations

from typing import Any

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.postings import ledger_balances
from baitiao_cli.account.views.figures import figures


def rows_of(account: Account) -> dict[tuple[str, int], dict[str, Any]]:
    """Every row by plan ("" the line) and number: when it is due, what it asks for, what was paid on it."""
    rows = [("", row) for row in account.line_rows if row.asked.total_fen]
    rows += [(plan.plan_id, row) for plan in account.plans.values() for row in plan.rows]
    return {
        (plan_id, row.number): {
            "due_on": row.due_on,
            "asked": msgspec.to_builtins(row.asked),
            "paid": msgspec.to_builtins(row.paid),
            "is_billed": row.is_billed,
        }
        for plan_id, row in rows
    }


def bills_of(account: Account) -> list[dict[str, Any]]:
    """Every bill: its dates and its figures."""
    return [
        {
            "billed_on": bill.billed_on,
            "due_on": bill.due_on,
            "opening": bill.figures.opening_fen,
            "purchases": bill.figures.purchases_fen,
            "interest": bill.figures.interest_fen,
            "fee": bill.figures.fees_fen,
            "late_charge": bill.figures.late_charges_fen,
            "repayments": bill.figures.repayments_fen,
            "payouts": bill.figures.payouts_fen,
            "refunds": bill.figures.refunds_fen,
            "disputes": bill.figures.disputes_fen,
            "waivers": bill.figures.waivers_fen,
            "goodwill": bill.figures.goodwill_fen,
            "other": bill.figures.other_fen,
            "closing": bill.figures.closing_fen,
            "due": bill.figures.amount_due_fen,
            "minimum": bill.figures.minimum_due_fen,
        }
        for bill in account.bills
    ]


def economics_of(account: Account) -> dict[str, Any]:
    """Every economic figure of an account as of its day; bills apart."""
    return {
        "figures": msgspec.to_builtins(figures(account)),
        "rows": rows_of(account),
        "books": ledger_balances(account.journal),
        "settled": {plan_id: plan.settled_on for plan_id, plan in account.plans.items()},
    }
