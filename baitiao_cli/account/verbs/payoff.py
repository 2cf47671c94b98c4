"""Early payoff: what closes a plan, or the whole account, on a day, itemised; and what paying it does."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from baitiao_cli.account.account import Account, Conflict, Debt
from baitiao_cli.account.allocation import net_credit, pay_ahead, pay_debts, spread
from baitiao_cli.account.cap import cost_a_year, fees_allowed_fen, has_passed_cap
from baitiao_cli.account.delinquency import ask_accrued_charges, carried_interest_fen, late_charge_fen
from baitiao_cli.account.events import PaidOff
from baitiao_cli.account.installment import Installment
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.postings import CASH, CREDIT_BALANCE
from baitiao_cli.account.verbs.repay import find_plan
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rate_steps import bearing_nights
from baitiao_cli.calc.rates import percent
from baitiao_cli.errors import BaitiaoError


class PayoffItem(msgspec.Struct, frozen=True, kw_only=True):
    """What one plan (or the line, `plan_id` "") needs to be settled, by kind, in whole fen.

    `fee_waived_fen` is what the periods of the schedule would have cost and is not asked for; `fee_capped_fen` the part
    of it that only the annual cap keeps from being asked for, be it billed or not. `simple_pct` is what the plan costs
    a year over the nights really used, interest and fees in all; `above_cap` whether that passes its cap.
    """

    plan_id: str
    principal_fen: int
    interest_fen: int
    fee_fen: int
    late_charge_fen: int
    fee_waived_fen: int = 0
    fee_capped_fen: int = 0
    simple_pct: str | None = None
    above_cap: bool = False

    @property
    def total_fen(self) -> int:
        """The sum of the parts."""
        return self.principal_fen + self.interest_fen + self.fee_fen + self.late_charge_fen


class PayoffQuote(msgspec.Struct, frozen=True, kw_only=True):
    """The amount that leaves exactly nothing on `on`: the items less the credit balance (whole-account quotes)."""

    account_id: str
    plan_id: str
    on: date
    items: tuple[PayoffItem, ...]
    credit_fen: int

    @property
    def total_fen(self) -> int:
        """What to pay; never negative."""
        return max(0, sum(item.total_fen for item in self.items) - self.credit_fen)

    @property
    def credit_left_fen(self) -> int:
        """What stays of the credit balance when it has paid the items."""
        return max(0, self.credit_fen - sum(item.total_fen for item in self.items))


def quote_payoff(account: Account, on: date, plan_id: str = "") -> PayoffQuote:
    """What settles the plan, or everything, on `on`; the account is folded up to that day.

    The price of the periods to come follows the plan's policy: `all-fees`, `next-period` (that of the next period; free
    on the day of the purchase), `waive-rest`, `accrued-days` (by the nights used); interest by the night is always by
    the nights used.
    """
    find_plan(account, plan_id)
    plans = [account.plans[plan_id]] if plan_id else account.open_plans
    items = [_plan_item(account, plan, on) for plan in plans]
    if not plan_id:
        line = _line_item(account, on)
        items += [line] if line.total_fen else []
    credit_fen = 0 if plan_id else account.credit_fen
    return PayoffQuote(account_id=account.account_id, plan_id=plan_id, on=on, items=tuple(items), credit_fen=credit_fen)


def _plan_item(account: Account, plan: Plan, on: date) -> PayoffItem:
    unpaid = plan.unpaid
    late_fen = sum(
        late_charge_fen(account, Debt(row, plan), on) - row.paid.late_charge
        for row in plan.rows
        if row.is_billed and not plan.terms.revolving
    )
    price_fen, waived_fen, capped_fen = 0, 0, 0
    if not plan.earns_daily:
        price_fen = payoff_price_fen(plan, on) - billed_above_cap_fen(plan)
        waived_fen = sum(row.price_to_ask_fen for row in plan.rows if not row.is_billed) - price_fen
        capped_fen = _policy_price_fen(plan, on) - price_fen
    is_fee = plan.rows[0].price_kind == "fee"
    running_fen = plan.unasked_interest_fen()
    cost = cost_a_year(plan, price_fen + running_fen)
    return PayoffItem(
        plan_id=plan.plan_id,
        principal_fen=unpaid.principal,
        interest_fen=unpaid.interest + running_fen + (0 if is_fee else price_fen),
        fee_fen=unpaid.fee + (price_fen if is_fee else 0),
        simple_pct=percent(cost) if cost is not None else None,
        above_cap=has_passed_cap(plan, price_fen + running_fen),
        late_charge_fen=late_fen,
        fee_waived_fen=waived_fen,
        fee_capped_fen=capped_fen,
    )


def _line_item(account: Account, on: date) -> PayoffItem:
    interest_fen = late_fen = 0
    for row in account.line_rows:
        interest_fen += row.unpaid.interest
        late_fen += row.unpaid.late_charge
        if not row.is_billed:
            late_fen += late_charge_fen(account, Debt(row, None), on) - row.asked.late_charge
    open_row = account.line_rows[-1] if account.line_rows and not account.line_rows[-1].is_billed else None
    interest_fen += carried_interest_fen(account) - (open_row.asked.interest if open_row else 0)
    return PayoffItem(plan_id="", principal_fen=0, interest_fen=interest_fen, fee_fen=0, late_charge_fen=late_fen)


def payoff_price_fen(plan: Plan, on: date) -> int:
    """The price of the unbilled rows that a payoff asks for, under the plan's policy and within the annual cap."""
    return max(0, min(_policy_price_fen(plan, on), fees_allowed_fen(plan, plan.balance_nights)))


def billed_above_cap_fen(plan: Plan) -> int:
    """What is billed and unpaid of the price and passes the annual cap on the nights used: a payoff does without it."""
    over_fen = -fees_allowed_fen(plan, plan.balance_nights)
    return max(0, min(over_fen, sum(row.price_of(row.unpaid) for row in plan.rows if row.is_billed)))


def _policy_price_fen(plan: Plan, on: date) -> int:
    rest = [row for row in plan.rows if not row.is_billed]
    if not rest or on == plan.started_on:
        return 0
    match plan.terms.payoff:
        case "all-fees":
            return sum(row.price_of(row.planned) for row in rest)
        case "next-period":
            return rest[0].price_of(rest[0].planned)
        case "accrued-days":
            return _price_of_nights(plan, rest[0], on)
    return 0


def _price_of_nights(plan: Plan, row: Installment, on: date) -> int:
    schedule = plan.schedule
    nights = bearing_nights(schedule.pauses, row.from_on, min(on, row.until_on))
    all_nights = max(1, bearing_nights(schedule.pauses, row.from_on, row.until_on))
    return round_fen(Fraction(row.price_of(row.planned) * nights, all_nights), schedule.rounding)


def decide_payoff(account: Account, payoff: PaidOff, on: date) -> PaidOff:
    """The payoff, when it is exactly the quote of that day: more or less is refused with the quote's figure."""
    check_open(account)
    quote = quote_payoff(account, on, payoff.plan_id)
    if not any(item.total_fen for item in quote.items):
        raise BaitiaoError("nothing-owed", account_id=account.account_id, plan_id=payoff.plan_id or "-")
    if payoff.amount_fen != quote.total_fen:
        raise BaitiaoError("payoff-differs", amount_fen=payoff.amount_fen, quote_fen=quote.total_fen, on=on)
    return payoff


def apply_payoff(account: Account, payoff: PaidOff, event_id: str, on: date) -> None:
    """Closes the rest of the schedule under the policy, then pays it; what is over is spread like a repayment.

    When the past has changed since the quote, a shortfall stays on the rows, which are billed and due as they were.
    """
    note_closed(account, event_id)
    if payoff.plan_id and payoff.plan_id not in account.plans:
        account.conflicts.append(Conflict(event_id, "plan-unknown"))
        ask_accrued_charges(account, on)
        spread(account, on, payoff.amount_fen)
        return
    plans = [account.plans[payoff.plan_id]] if payoff.plan_id else list(account.open_plans)
    ask_accrued_charges(account, on)
    for plan in plans:
        _close_schedule(account, plan, on)
    if not payoff.plan_id:
        pay_all(account, on, plans, account.credit_fen, CREDIT_BALANCE)
    spread(account, on, pay_all(account, on, plans, payoff.amount_fen, CASH, payoff.plan_id))
    net_credit(account, on)
    for plan in plans:
        _reopen_schedule(plan, on)


def pay_all(account: Account, on: date, plans: list[Plan], amount_fen: int, source: str, only_plan_id: str = "") -> int:
    """Pays what is asked for and, on daily plans, all the rest; returns what is over."""
    left_fen = pay_debts(account, on, amount_fen, source, only_plan_id)
    for plan in plans:
        if plan.earns_daily:
            left_fen = pay_ahead(account, on, plan, left_fen, source)
    return left_fen


def _close_schedule(account: Account, plan: Plan, on: date) -> None:
    """Asks at once for all rows of a plan with a fixed price: the payoff's price on the first, none on the others.

    What was billed above the annual cap is given up, the latest first. Of a plan whose first schedule's interest stays
    it keeps what has run.
    """
    if plan.earns_daily:
        close_rows(account, plan, on, "payoff")
        return
    price_fen, above_fen = payoff_price_fen(plan, on), billed_above_cap_fen(plan)
    for row in reversed(plan.rows):
        if row.is_billed and (cut_fen := min(above_fen, row.price_of(row.unpaid))):
            row.plan_again(account.cause, "payoff", row.planned.principal, row.price_of(row.planned) - cut_fen)
            account.ask(on, Debt(row, plan), row.price_kind, row.ask_price(row.price_of(row.asked) - cut_fen))
            above_fen -= cut_fen
    close_rows(account, plan, on, "payoff", price_fen)


def close_rows(account: Account, plan: Plan, on: date, why: str, price_fen: int = 0) -> None:
    """Asks at once for all unbilled rows of a plan with a fixed price: `price_fen` on the first, none on the others.

    Rows by the night stay; where the first schedule's interest stays, they keep what has run.
    """
    if plan.earns_daily:
        if not plan.terms.recalculate:
            _drop_interest_to_come(account, plan, why)
        return
    for row in plan.rows:
        if not row.is_billed:
            row.is_billed = True
            row.plan_again(account.cause, why, row.planned.principal, price_fen)
            account.ask(on, Debt(row, plan), row.price_kind, row.ask_price(price_fen))
            price_fen = 0


def _drop_interest_to_come(account: Account, plan: Plan, why: str) -> None:
    rest = plan.unbilled_rows
    interest_fen = plan.interest_run_fen() if rest else 0
    for row in rest:
        kept_fen = max(interest_fen, row.asked.interest)
        row.plan_again(account.cause, why, row.planned.principal, kept_fen)
        interest_fen = 0


def _reopen_schedule(plan: Plan, on: date) -> None:
    """Puts rows that a payoff did not cover back on their own bills."""
    if not plan.earns_daily:
        for row in plan.rows:
            row.is_billed = row.is_billed and (row.until_on <= on or row.unpaid_fen == 0)
