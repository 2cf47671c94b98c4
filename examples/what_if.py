"""What paying late, paying ahead and paying off would make of one purchase, tried on branches of a throw-away ledger.

    python examples/what_if.py [PRICE]

Every figure comes from the commands themselves; nothing of it is kept. Type checkers know all of it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date

from baitiao_cli import BaitiaoError, Branch, Ledger, fen

BOUGHT, DUE = date(2026, 1, 8), date(2026, 2, 12)


def late(branch: Branch, first_fen: int) -> int:
    """The first installment is paid 27 days late, on the day before the second one."""
    return branch.repay("A1", fen(first_fen), on=date(2026, 3, 11)).value.amount_fen


def ahead(branch: Branch, first_fen: int) -> int:
    """The first installment is paid in time, and as much again ahead."""
    paid = branch.repay("A1", fen(first_fen), on=DUE)
    branch.prepay("A1P1", fen(first_fen), by="shorter-term", on=DUE)
    return paid.value.amount_fen + first_fen


def off(branch: Branch, first_fen: int) -> int:
    """All is paid off on the first due date."""
    paid_fen: int = branch.payoff("A1", pay=True, on=DUE)["amount_fen"]
    return paid_fen


def paid_in_all(ledger: Ledger, way: Callable[[Branch, int], int], first_fen: int) -> int:
    """All that is paid to the end, in fen, when the way is gone and the rest is paid on its days."""
    with ledger.branch() as branch:
        paid_fen = way(branch, first_fen)
        return paid_fen + branch.difference("A1").value.after.to_pay_fen


def main() -> int:
    """Tells the ways side by side."""
    price = sys.argv[1] if len(sys.argv) > 1 else "5999"
    with Ledger.throw_away(today=BOUGHT, operator="example") as ledger:
        ledger.open(name="Example", limit="200000")
        try:
            plan = ledger.charge("A1", price, installments=12)
        except BaitiaoError as error:
            sys.stderr.write(f"{error}\n{error.hint}\n")
            return error.status
        agreed_fen = sum(row.total_fen for row in plan.value.rows)
        sys.stdout.write(f"{'as agreed':10} {fen(agreed_fen):>12,}\n")
        for way in (late, ahead, off):
            paid_fen = paid_in_all(ledger, way, plan.value.rows[0].total_fen)
            sys.stdout.write(f"{way.__name__:10} {fen(paid_fen):>12,} {fen(paid_fen - agreed_fen):>+10,}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
