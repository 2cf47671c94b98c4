"""What a change of terms did to the installments of a plan: each before and after it."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.expectation import cost_fen
from baitiao_cli.account.views.forecast import RowOutlook, row_outlooks


class InstallmentChange(msgspec.Struct, frozen=True, kw_only=True):
    """One installment when it is paid on its due date, late charges apart, in whole fen; 0 where it asks nothing."""

    number: int
    due_on: date
    before_fen: int
    after_fen: int
    change_fen: int


class PlanPicture(msgspec.Struct, frozen=True):
    """The rows of a plan by number, and what its interest and fees come to from first to last."""

    rows: dict[int, RowOutlook]
    cost_fen: int

    def compared(self, after: PlanPicture) -> list[InstallmentChange]:
        """The installments that are not paid, or that are another amount in the picture `after`."""
        changes = []
        for number in sorted(self.rows | after.rows):
            row = after.rows.get(number) or self.rows[number]
            before_fen, after_fen = _asked_fen(self.rows.get(number)), _asked_fen(after.rows.get(number))
            if row.status != "paid" or before_fen != after_fen:
                changes.append(
                    InstallmentChange(
                        number=number,
                        due_on=row.due_on,
                        before_fen=before_fen,
                        after_fen=after_fen,
                        change_fen=after_fen - before_fen,
                    )
                )
        return changes


def plan_picture(account: Account, plan_id: str) -> PlanPicture:
    """The plan as it stands on the day that the account is folded to; of a plan that it does not have, nothing."""
    if plan_id not in account.plans:
        return PlanPicture({}, 0)
    plan = account.plans[plan_id]
    return PlanPicture({row.number: row for row in row_outlooks(plan, account, account.through)}, cost_fen(plan))


def _asked_fen(row: RowOutlook | None) -> int:
    return row.total_fen - row.late_charge_fen if row else 0
