"""What is to be paid in the next months, and which share of a declared income that is."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.views.figures import falling_due
from baitiao_cli.calc.dates import add_months
from baitiao_cli.calc.money import round_ratio
from baitiao_cli.desk.facts.assessment import IncomeDeclared


class MonthOfPayments(msgspec.Struct, frozen=True, kw_only=True):
    """What falls due in `[from_on, until_on)`, in whole fen; the first month has what was due before, too."""

    from_on: date
    until_on: date
    amount_fen: int


class Payments(msgspec.Struct, frozen=True, kw_only=True):
    """The payments of the next months, what they are a month, and with those elsewhere; in whole fen.

    `share` is that of the declared income, exactly; `None` where no income is declared.
    """

    months: list[MonthOfPayments]
    here_fen: int
    elsewhere_fen: int
    share: Fraction | None

    @property
    def a_month_fen(self) -> int:
        """All payments a month."""
        return self.here_fen + self.elsewhere_fen


def months_of_payments(account: Account, count: int) -> list[MonthOfPayments]:
    """What falls due of an account in each of the next `count` months, if all is paid then and nothing is bought.

    The months begin on the day that the account is folded to and end before its anniversaries. What was due before and
    is unpaid, carried or late, is in the first; a credit balance is taken off the first ones.
    """
    starts = [add_months(account.through, number) for number in range(count + 1)]
    sums = [0] * count
    for piece in falling_due(account):
        if piece.row is None:  # what revolves and was due before: its rows are told, too
            continue
        month = sum(start <= piece.due_on for start in starts[1:])
        if month < count:
            sums[month] += piece.amount_fen
    credit_fen = account.credit_fen
    for month, amount_fen in enumerate(sums):
        sums[month] = max(amount_fen - credit_fen, 0)
        credit_fen = max(credit_fen - amount_fen, 0)
    return [
        MonthOfPayments(from_on=starts[month], until_on=starts[month + 1], amount_fen=sums[month])
        for month in range(count)
    ]


def payments(account: Account, count: int, declared: IncomeDeclared | None) -> Payments:
    """The payments of the next `count` months (at least 1), and their share of the declared income.

    What is paid here a month is the sum of the months over their number, rounded half up to the fen.
    """
    months = months_of_payments(account, count)
    here_fen = round_ratio(sum(month.amount_fen for month in months), count)
    elsewhere_fen = declared.monthly_payments_fen if declared else 0
    share = Fraction(here_fen + elsewhere_fen, declared.monthly_income_fen) if declared else None
    return Payments(months=months, here_fen=here_fen, elsewhere_fen=elsewhere_fen, share=share)
