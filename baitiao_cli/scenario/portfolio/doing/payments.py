"""Payments by hand, bills turned into installments, plans prepaid; and debts that are charged off and recovered."""

from __future__ import annotations

from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.charge_off import CHARGE_OFF, ChargeOffAsked
from baitiao_cli.actions.convert import CONVERT, ConvertAsked
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked
from baitiao_cli.actions.prepay import PREPAY, PrepayAsked
from baitiao_cli.actions.recover import RECOVER, RecoverAsked
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.scenario.portfolio import paying
from baitiao_cli.scenario.portfolio.borrower import Borrower
from baitiao_cli.scenario.portfolio.changing import Prepayment
from baitiao_cli.scenario.portfolio.life import BY_RULE, CARD, Life
from baitiao_cli.scenario.portfolio.paying import Intention


def pay(life: Life, borrower: Borrower, meant: Intention) -> None:
    """Pays what was meant to be paid of what is asked for by now."""
    if borrower.has_stopped(life.today):
        return
    amount_fen = paying.amount_fen(meant, figures(life.account(borrower)))
    if amount_fen > 0:
        life.perform(REPAY, RepayAsked(account_id=borrower.account_id, amount_fen=amount_fen, means=CARD), borrower)


def convert(life: Life, borrower: Borrower, installments: int) -> None:
    """Turns the latest bill into installments."""
    life.perform(CONVERT, ConvertAsked(account_id=borrower.account_id, installments=installments), borrower)


def prepay(life: Life, borrower: Borrower, meant: Prepayment) -> None:
    """Pays off one of the plans before its time, or a share of it."""
    plans = [plan for plan in life.account(borrower).open_plans if len(plan.rows) > 1]
    if not plans:
        return
    plan = plans[meant.place % len(plans)]
    if meant.share_pct == 100:
        life.perform(PAYOFF, PayoffAsked(account_id=borrower.account_id, plan_id=plan.plan_id), borrower)
        return
    amount_fen = max(1, plan.balance_fen * meant.share_pct // 100)
    asked = PrepayAsked(plan_id=plan.plan_id, amount_fen=amount_fen, effect=meant.effect, means=CARD)
    life.perform(PREPAY, asked, borrower)


def charge_off(life: Life, borrower: Borrower, about: None) -> None:
    """The whole account, if it is bad enough by then; some of them pay something later."""
    account = life.account(borrower)
    if account.is_lost("") or account.closed_on is not None:
        return
    asked = ChargeOffAsked(account_id=borrower.account_id, reason=BY_RULE)
    if life.perform(CHARGE_OFF, asked, borrower) and borrower.draw.happens(borrower.payer.recovers_pct):
        life.plan(borrower, *paying.recoveries(borrower.draw, life.today))


def recover(life: Life, borrower: Borrower, share_pct: int) -> None:
    """Pays a share of what was charged off."""
    amount_fen = figures(life.account(borrower)).owed_fen * share_pct // 100
    if amount_fen > 0:
        asked = RecoverAsked(account_id=borrower.account_id, amount_fen=amount_fen, means=CARD)
        life.perform(RECOVER, asked, borrower)


WAYS = {"pay": pay, "convert": convert, "prepay": prepay, "charge-off": charge_off, "recover": recover}
