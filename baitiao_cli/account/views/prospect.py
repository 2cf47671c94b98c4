"""What is to come of an account: the dues, all that is still to pay, and what interest and fees are in it."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.expectation import cost_fen
from baitiao_cli.account.owed import running_by_plan
from baitiao_cli.account.views.figures import Figures, coming_dues, figures
from baitiao_cli.account.views.forecast import dues_of


class Due(msgspec.Struct, frozen=True, kw_only=True):
    """A due date to come, and what falls due on it, in whole fen."""

    due_on: date
    amount_fen: int


class Prospect(msgspec.Struct, frozen=True, kw_only=True):
    """An account at the end of a day, and what comes of it if what is overdue is paid then and all else when it is due.

    `to_pay_fen` is all that is to be paid from then on, a credit balance taken off: down to less than nothing when that
    is more. `cost_to_come_fen` is what of it is no principal. `plans_cost_fen` are the interest and the fees of all
    plans from first to last, late charges apart, paid or not.
    """

    figures: Figures
    to_pay_fen: int
    cost_to_come_fen: int
    plans_cost_fen: int
    dues: list[Due]


def prospect(account: Account) -> Prospect:
    """The prospect of an account on the day that it is folded to; nothing is bought and no terms change after it."""
    of_plans_fen = sum(due.amount_fen for plan in account.open_plans for due in dues_of(plan, account))
    of_line_fen = sum(row.unpaid_fen for row in account.line_rows) + running_by_plan(account)[""].total_fen
    shown = figures(account)
    return Prospect(
        figures=shown,
        to_pay_fen=of_plans_fen + of_line_fen - account.credit_fen,
        cost_to_come_fen=of_plans_fen + of_line_fen - shown.owed.principal,
        plans_cost_fen=sum(cost_fen(plan) for plan in account.plans.values()),
        dues=[Due(due_on=on, amount_fen=amount_fen) for on, amount_fen in coming_dues(account)],
    )
