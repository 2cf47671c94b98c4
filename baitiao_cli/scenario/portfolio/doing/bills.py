"""Bills come on their day, and auto-repay takes what is due when there is enough on the card."""

from __future__ import annotations

from datetime import timedelta

from baitiao_cli.actions.accrue import ACCRUE, AccrueAnswer, AccrueAsked
from baitiao_cli.actions.means import MEANS, MeansAsked
from baitiao_cli.calc.dates import step
from baitiao_cli.scenario.portfolio import paying
from baitiao_cli.scenario.portfolio.borrower import Borrower
from baitiao_cli.scenario.portfolio.deed import Deed, later
from baitiao_cli.scenario.portfolio.life import CARD, Life
from baitiao_cli.scenario.portfolio.paying import Intention

TRIES = 3
"""Auto-repay has tried for the last time so many days after the due date."""


def await_bill(life: Life, borrower: Borrower) -> None:
    """The next bill comes on the borrower's day of the month."""
    first = life.today.replace(day=borrower.bill_day)
    if not borrower.is_billed:
        borrower.is_billed = True
        life.plan(borrower, Deed(first if first > life.today else step(first, 1, "months"), "bill"))


def bill(life: Life, borrower: Borrower, about: None) -> None:
    """The bill comes, and somebody makes up their mind about it."""
    if life.account(borrower).closed_on is not None:
        borrower.is_billed = False
        return
    life.plan(borrower, Deed(step(life.today, 1, "months"), "bill"))
    for issued in _settle(life, borrower).bills:
        if borrower.has_stopped(life.today):
            late_days = borrower.draw.between(*borrower.payer.charge_off_days)
            life.plan(borrower, Deed(issued.due_on + timedelta(days=late_days), "charge-off"))
        elif issued.amount_due_fen and borrower.has_auto_repay:
            life.plan(borrower, Deed(issued.due_on, "debit"))
        elif issued.amount_due_fen:
            life.plan(borrower, *paying.payments(borrower.payer, borrower.draw, issued.billed_on, issued.due_on))


def debit(life: Life, borrower: Borrower, about: None) -> None:
    """Auto-repay takes what is due; what it cannot take when it is tried again, later, is paid by hand."""
    for tried in _settle(life, borrower).debits:
        if tried.taken_fen < tried.asked_fen:
            on = tried.due_on + timedelta(days=TRIES)
            again = Deed(later(borrower.draw, life.today, 1, 12), "pay", Intention("full"))
            life.plan(borrower, Deed(on, "debit") if on > life.today else again)


def _settle(life: Life, borrower: Borrower) -> AccrueAnswer:
    settled: AccrueAnswer | None = life.perform(ACCRUE, AccrueAsked(account_id=borrower.account_id))
    assert settled is not None, "settling is never refused"
    return settled


def empty_card(life: Life, borrower: Borrower, left_fen: int) -> None:
    """There is only so much on the card for some weeks."""
    asked = MeansAsked(account_id=borrower.account_id, means=CARD, funds_fen=left_fen)
    if borrower.has_auto_repay and life.perform(MEANS, asked, borrower):
        life.plan(borrower, Deed(later(borrower.draw, life.today, 20, 45), "fill-card"))


def fill_card(life: Life, borrower: Borrower, about: None) -> None:
    """There is enough on it again."""
    life.perform(MEANS, MeansAsked(account_id=borrower.account_id, means=CARD), borrower)


WAYS = {"bill": bill, "debit": debit, "empty-card": empty_card, "fill-card": fill_card}
