"""Histories of events as real verbs would make them: drawn as plain steps, decided and recorded one by one.

A step that the account refuses is left out, so every history is one that could have been recorded. Days come from the
account (its next boundary, a day before or after) as often as from a list, so that bill days, due dates, month ends
and 29 February are met; a step may be recorded later than it counts (back-dated).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from hypothesis import event as note
from hypothesis import strategies as st

from baitiao_cli.account.billing import coming_bill_on
from baitiao_cli.account.events import DebitTried, WaivedCharge
from baitiao_cli.account.verbs.loss import recoverable_fen
from baitiao_cli.account.views.figures import figures, next_boundary_on
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import product_ids

from .history import GRACE_LINE, LIMIT_FEN, LINE, PRODUCTS, History, opened

Kind = Literal[
    "buy",
    "repay",
    "payoff",
    "prepay",
    "reprice",
    "pause",
    "extend",
    "restructure",
    "convert",
    "defer",
    "payout",
    "refund",
    "dispute",
    "decide",
    "waive",
    "credit",
    "reverse",
    "close",
    "bill",
    "person",
    "limit",
    "lock",
    "suspend",
    "hardship",
    "hold",
    "capture",
    "agree",
    "means",
    "debit",
    "bill day",
    "wait",
    "charge off",
    "write off",
    "recover",
    "verify",
]


@dataclass(frozen=True)
class Step:
    """What is tried next: `gap` days on, or so many days from the next boundary when `to_boundary`."""

    kind: Kind
    gap: int = 0
    to_boundary: bool = False
    back: int = 0
    product: str = "month"
    choice: int = 0
    how: str = "due"
    amount_fen: int = 100_00
    which: int = -1


def take(history: History, step: Step) -> None:
    """Lets the step's days pass and tries it; a refusal leaves it out."""
    _pass_days(history, step)
    on = max(history.opened_on, history.today - timedelta(days=step.back))
    try:
        _try(history, step, on)
    except BaitiaoError as refusal:
        note(f"refused: {refusal.code}")


def _pass_days(history: History, step: Step) -> None:
    days = step.gap
    if step.to_boundary:
        boundary = next_boundary_on(history.account())
        days = max(0, (boundary - history.today).days + step.gap) if boundary else 0
    history.today = min(history.today + timedelta(days=days), history.opened_on + timedelta(days=history.longest_days))


def _try(history: History, step: Step, on: date) -> None:
    account = history.account(on)
    plans = account.open_plans if step.which % 2 else account.plans.values()
    plan_ids = ["", *(plan.plan_id for plan in plans)]
    plan_id = plan_ids[step.which % len(plan_ids)]
    match step.kind:
        case "buy":
            product = PRODUCTS[step.product]
            count = product.installments[step.choice % len(product.installments)]
            amount_fen = history.account(on).available_fen if step.how == "limit" else step.amount_fen
            history.buy(step.product, amount_fen, count, on, SCENES.get(step.choice, ""))
        case "repay":
            amount_fen = _amount(history, step, on)
            if amount_fen > 0:
                history.repay(amount_fen, plan_id, on)
        case "payoff":
            history.pay_off(plan_id, on)
        case "prepay":
            open_ids = [plan.plan_id for plan in history.account(on).open_plans]
            if open_ids:
                effect = ("shorter-term", "lower-payment")[step.choice % 2]
                history.prepay(open_ids[step.which % len(open_ids)], _ahead(history, step, on), effect, on)
        case "reprice" | "pause" | "extend" | "restructure":
            open_ids = [plan.plan_id for plan in history.account(on).open_plans]
            if open_ids:
                _change_terms(history, step, open_ids[step.which % len(open_ids)], on)
        case "convert" | "defer":
            _change_bill(history, step, on)
        case "payout":
            history.pay_out(on)
        case "person":
            history.correct_person(on)
        case "refund":
            bought = [*history.account(on).plans.values()]
            if bought:
                plan = bought[step.which % len(bought)]
                share = {"half": 2, "overdue": 3, "interest": 7, "one": plan.financed_fen, "amount": 0}.get(step.how, 1)
                history.refund(plan.plan_id, plan.financed_fen // share if share else step.amount_fen, on)
        case "dispute":
            _dispute(history, step, on)
        case "decide":
            still_open = history.account(on).open_disputes
            if still_open:
                decide = history.win if step.which % 2 else history.lose
                decide(still_open[step.which % len(still_open)].dispute_id, on)
        case "waive":
            _waive(history, step, plan_id, on)
        case "credit":
            history.credit(max(1, _amount(history, step, on)), on)
        case "reverse":
            history.reverse(history.events[step.which % len(history.events)].event_id)
        case "bill day":
            history.change_bill_day(BILL_DAYS[step.choice % len(BILL_DAYS)], on)
        case "close":
            if history.account(on).closed_on:
                history.reopen(LIMITS[step.which % len(LIMITS)], GRACE_LINE if step.which % 2 else LINE, "C", on)
            elif history.account(on).cooling and step.which % 3 < 2:
                (history.close_as_operator if step.which % 3 else history.stay)(on)
            else:
                history.close(on)
                if history.account(on).cooling and step.which % 4 == 1:
                    history.repay(1, "", on)  # money comes all the same: it lapses unless that is paid out
                elif history.account(on).cooling and step.which % 4 == 2:
                    history.stay(on)
        case "bill":
            history.issue_bills()
        case "wait":
            pass
        case "charge off" | "write off":
            (history.charge_off if step.kind == "charge off" else history.write_off)(plan_id, on)
        case "recover":
            most_fen = recoverable_fen(account, plan_id)
            share = {"half": 2, "overdue": 3, "interest": 7, "amount": 0}.get(step.how, 1)
            history.recover(most_fen // share if share else step.amount_fen, plan_id, on)
        case "limit":
            _limit(history, step, on)
        case "hold":
            product = PRODUCTS[step.product]
            count = product.installments[step.choice % len(product.installments)]
            history.hold(step.product, step.amount_fen, count, on, scene=SCENES.get(step.choice, ""))
        case "capture":
            _end_a_hold(history, step, on)
        case "lock":
            (history.unlock if history.account(on).lock else history.lock)(on)
        case "hardship":
            if history.account(on).hardship:
                history.decide_relief(("granted", "refused", "withdrawn")[step.which % 3], on)
            else:
                history.ask_relief(on, on + timedelta(days=90) if step.which % 2 else None)
        case "agree":
            ends = history.account(on).auto_repay and step.which % 3 == 0
            history.agree("" if ends else "card", "minimum" if step.which % 2 else "full", on)
        case "means":
            funds_fen = None if step.which % 4 == 0 else _amount(history, step, on)
            history.state_means("card", None if step.which == 1 else funds_fen, step.which == 1, on)
        case "debit":
            history.make_debits()
            tried = [event.event_id for event in history.events if isinstance(event.fact, DebitTried)]
            if tried and step.which % 4 == 3:
                history.reverse(tried[-1])  # it bounces
        case "suspend":
            _suspend(history, step, on)
        case "verify":
            for _ in range(3 if step.which % 5 > 2 else 1):  # somebody guesses on, now and then
                history.verify(is_right=step.which % 5 == 0, on=on)


def _suspend(history: History, step: Step, on: date) -> None:
    """Suspends a line that is not, for one cause or another; lifts what there is, with a reason or without."""
    causes = list(history.account(on).suspensions_in_force)
    if causes:
        history.resume(causes[step.which % len(causes)], on, "-" if step.which % 3 else "")
    else:
        history.suspend(("risk", "overdue", "abnormal-login")[step.which % 3], on)


def _change_terms(history: History, step: Step, plan_id: str, on: date) -> None:
    """Another rate, a share of the present one or a multiple, or now and then none; a pause of some or many nights.

    Or an extension by some months, or other installments, now and then at a lower rate; of a purchase on a bill it is
    all that bills have asked for that becomes installments.
    """
    if step.kind == "restructure" and history.account(on).plans[plan_id].terms.revolving:
        product = CONVERTED[step.which % len(CONVERTED)]
        history.restructure_balance(RESTRUCTURED[step.choice % len(RESTRUCTURED)], product, on=on)
        return
    if step.kind == "restructure":
        now = history.account(on).plans[plan_id].schedule.price_on(on)
        ppb = now.ppb // 2 if now and step.choice % 3 == 0 else None
        history.restructure(plan_id, RESTRUCTURED[step.choice % len(RESTRUCTURED)], ppb, on=on)
        return
    if step.kind == "extend":
        history.extend(plan_id, 1 + step.choice % 3, on)
        return
    if step.kind == "pause":
        history.pause(plan_id, on + timedelta(days=PAUSED_DAYS[step.choice % len(PAUSED_DAYS)]), on)
        return
    now = history.account(on).plans[plan_id].schedule.price_on(on)
    share = PRICE_SHARES[step.choice % len(PRICE_SHARES)]
    history.reprice(plan_id, now.ppb * share // 10 if now and now.ppb else 5_000_000, on=on)


def _limit(history: History, step: Step, on: date) -> None:
    """Another limit: lasting or temporary, for anything or a scene, now or asked for first; or the end of one."""
    amount_fen = LIMITS[step.which % len(LIMITS)]
    scene = ("", "", "travel", "virtual")[step.which % 4]
    days = {"due": 10, "next": 40, "minimum": 95}.get(step.how)
    until = on + timedelta(days=days) if days else None
    if history.account(on).limit_request:
        history.decide_limit(("granted", "granted", "refused", "withdrawn")[step.which % 4], on=on)
        return
    match step.how:
        case "half":
            history.set_limit(0, on, scene)
        case "ahead" | "interest" | "overdue":
            history.request_limit(amount_fen, on, scene, until)
        case "next":
            history.set_limit(amount_fen, on, scene, from_on=on + timedelta(days=5), until_on=until)
        case _:
            history.set_limit(amount_fen, on, scene, until_on=until)


def _change_bill(history: History, step: Step, on: date) -> None:
    """The latest bill or the one before is deferred, or its purchases (all, or an amount) become installments.

    Most often something is bought for the bill first, and it is the day of that bill or a few days later.
    """
    if step.which % 4:
        history.buy("month", step.amount_fen)
        billed_on = coming_bill_on(history.account())
        last = history.opened_on + timedelta(days=history.longest_days)
        history.today = min(max(billed_on, history.today) + timedelta(days=step.gap), last)
        on = max(history.opened_on, history.today - timedelta(days=step.back))
    bills = history.account(on).bills
    billed_on = bills[-2].billed_on if len(bills) > 1 and step.how == "one" else None
    if step.kind == "defer":
        history.defer(billed_on, on)
        return
    product = CONVERTED[step.which % len(CONVERTED)]
    offered = PRODUCTS[product].installments
    amount_fen = {"half": 50_00, "amount": step.amount_fen}.get(step.how)
    history.convert(offered[step.which % len(offered)], amount_fen, billed_on, product, on)


def _end_a_hold(history: History, step: Step, on: date) -> None:
    """Captures all of a hold or a part of it, or releases it."""
    holds = history.account(on).open_holds
    if not holds:
        return
    hold = holds[step.which % len(holds)]
    if step.how in ("one", "interest", "overdue", "minimum"):
        history.release(hold.hold_id, on)
    else:
        history.capture(hold.hold_id, hold.amount_fen // 2 if step.how in ("due", "half", "ahead") else None, on)


def _waive(history: History, step: Step, plan_id: str, on: date) -> None:
    """Some or all of the charges of a kind, of a plan or of all; what is too much is refused."""
    charge: WaivedCharge = ("", "late_charge", "fee", "interest")[step.which % 4]  # type: ignore[assignment]
    owed = figures(history.account(on)).owed
    kinds = (charge,) if charge else ("late_charge", "fee", "interest")
    owed_fen = sum(getattr(owed, kind) for kind in kinds)
    history.waive(1 if step.how == "one" else max(1, owed_fen // (2 if step.how == "half" else 1)), charge, plan_id, on)


def _dispute(history: History, step: Step, on: date) -> None:
    """All that can be contested of a purchase, most often of one that is not paid, or a part of it."""
    account = history.account(on)
    plans = account.open_plans if step.which % 3 else list(account.plans.values())
    if plans:
        plan = plans[step.which % len(plans)]
        plan = account.plans[next(iter(plan.converted), plan.plan_id)]
        part_fen = {"half": plan.financed_fen // 2, "one": 1, "amount": step.amount_fen, "interest": 33_33}
        history.dispute(plan.plan_id, part_fen.get(step.how), on)


def _ahead(history: History, step: Step, on: date) -> int:
    """An amount for a prepayment: mostly a part of what is owed, more than what is due."""
    now = figures(history.account(on))
    return now.due_fen + {"half": now.used_fen // 2, "one": now.owed.interest + 1}.get(step.how, step.amount_fen)


def _amount(history: History, step: Step, on: date) -> int:
    now = figures(history.account(on))
    return {
        "due": now.due_fen,
        "overdue": now.overdue_fen,
        "next": now.next_due_fen,
        "ahead": now.due_fen + now.next_due_fen + step.amount_fen,
        "owed": now.owed_fen,
        "owed and more": now.owed_fen + step.amount_fen,
        "half": now.due_fen // 2,
        "interest": now.owed.interest // 2,
        "minimum": history.account(on).bills[-1].figures.minimum_due_fen if history.account(on).bills else 0,
        "one": 1,
    }.get(step.how, step.amount_fen)


BILL_DAYS = (3, 1, 12, 28, 15, 8, 20)
AMOUNTS = (100, 101, 3_333, 100_00, 299_99, 300_00, 1_000_00, 1_234_56, 5_000_00)
PAUSED_DAYS = (1, 10, 31, 45, 5, 120)
CONVERTED = ("inst", "grace", "flat", "order")
RESTRUCTURED = (3, 24, 6, 1, 12, 60)
PRICE_SHARES = (5, 15, 11, 0, 30)
SCENES = {9: "travel", 10: "virtual", 11: "virtual"}
LIMITS = (LIMIT_FEN, 100_00, 1_000_00, 2 * LIMIT_FEN)
HOW_MUCH = (
    *("due", "next", "minimum", "overdue", "interest", "half", "ahead", "minimum", "ahead"),
    *("owed", "owed and more", "one", "amount"),
)
OPENINGS = tuple(
    date.fromisoformat(text)
    for text in ("2023-12-31", "2024-01-12", "2024-01-31", "2024-02-29", "2024-08-30", "2025-03-03", "2027-12-03")
)


PRODUCT_IDS = tuple(sorted((*PRODUCTS, *product_ids())))
DAYS_BACK = (0, 0, 0, 0, 1, 7, 33, 80)

Pick = Callable[[Sequence[Any]], Any]
"""Chooses one of the options; what is drawn decides how."""


@st.composite
def steps(draw: st.DrawFn, kinds: tuple[Kind, ...], products: tuple[str, ...] = PRODUCT_IDS) -> Step:
    """One step; small choices first, so that what fails shrinks to something readable."""
    return pick_step(lambda options: draw(st.sampled_from(options)), kinds, products)


def pick_step(
    pick: Pick, kinds: tuple[Kind, ...], products: tuple[str, ...] = PRODUCT_IDS, days_back: tuple[int, ...] = DAYS_BACK
) -> Step:
    """One step of one of these kinds, each of its parts picked."""
    kind = pick(kinds)
    to_boundary = pick((False, True))
    gap = pick((0, 1, -1, 2) if to_boundary else (0, 1, 5, 10, 28, 29, 31, 61, 95, 200))
    step = Step(kind, gap, to_boundary, pick(days_back))
    if kind in ("buy", "hold"):
        return replace_step(step, pick(products), pick(range(12)), pick(("amount",) * 5 + ("limit",)), pick(AMOUNTS))
    how, which = pick(HOW_MUCH), pick(range(13))
    if kind in ("convert", "defer"):
        step = Step(kind, pick((0, 1, 5, 9, 8, 10)), back=pick((0, 0, 0, 1, 7)))
    if kind == "wait":
        return Step(kind, pick((95, 61, 31, 200)))
    if kind == "bill day":
        return replace_step(step, choice=which)
    if kind in ("reprice", "pause", "extend", "restructure"):
        return replace_step(step, choice=which, which=which // 2)
    if kind == "prepay":
        how = pick(("half", "amount", "one"))
        return replace_step(step, how=how, choice=which, amount_fen=pick(AMOUNTS), which=which // 2)
    return replace_step(step, how=how, amount_fen=pick(AMOUNTS), which=which)


def replace_step(
    step: Step, product: str = "month", choice: int = 0, how: str = "due", amount_fen: int = 100_00, which: int = -1
) -> Step:
    """The step with what its kind needs."""
    return Step(step.kind, step.gap, step.to_boundary, step.back, product, choice, how, amount_fen, which)


MONEY: tuple[Kind, ...] = (
    *("buy", "buy", "buy", "repay", "repay", "repay", "payoff", "payout", "reverse", "reverse", "bill", "close"),
    "person",
    *("repay", "payoff", "refund", "refund", "waive", "credit"),
    *("prepay", "prepay", "bill day", "reverse"),
    *("reprice", "pause", "bill", "convert", "convert", "defer", "write off", "charge off", "recover"),
    *("dispute", "dispute", "decide", "extend", "restructure"),
)
STATE: tuple[Kind, ...] = (
    *("limit", "lock", "suspend", "hold", "hold", "capture", "capture", "agree", "close", "close"),
    *("agree", "means", "debit", "charge off", "recover", "hardship"),
    *("verify", "verify"),
)
DEBITS: tuple[Kind, ...] = (
    *("buy", "buy", "agree", "agree", "means", "means", "debit", "debit", "repay", "bill", "reverse", "reverse"),
    *("defer", "convert", "bill day", "refund"),
)
ENDS: tuple[Kind, ...] = ("buy", "payoff", "payoff", "close", "close", "close", "payout")
HOLDS: tuple[Kind, ...] = ("hold", "hold", "capture", "capture")
PRICES: tuple[Kind, ...] = (
    *("buy", "repay", "repay", "prepay", "payoff", "reverse", "bill"),
    *("reprice", "reprice", "pause", "pause", "extend", "extend", "restructure", "restructure"),
)
CONVERSIONS: tuple[Kind, ...] = (
    *("buy", "buy", "repay", "repay", "convert", "convert", "convert", "refund", "refund", "payoff", "bill day"),
    *("bill", "reverse", "prepay", "bill day", "defer", "defer", "defer", "restructure", "restructure"),
)
LATE: tuple[Kind, ...] = (
    *("buy", "bill", "wait", "wait", "repay", "repay"),
    *("waive", "credit", "refund", "payoff", "reverse", "restructure", "restructure"),
)
LOSSES: tuple[Kind, ...] = (
    *("buy", "buy", "bill", "wait", "wait", "charge off", "charge off", "recover", "recover", "write off"),
    *("repay", "payoff", "refund", "waive", "credit", "reverse", "reverse", "close", "hold", "capture", "bill day"),
)
REFUNDS: tuple[Kind, ...] = ("buy", "buy", "repay", "repay", "credit", "refund", "refund", "refund")
DISPUTES: tuple[Kind, ...] = (
    *("buy", "repay", "repay", "dispute", "dispute", "dispute", "decide", "decide", "decide", "refund", "convert"),
    *("payoff", "prepay", "reprice", "bill", "bill day", "reverse", "close"),
)
BILLS: tuple[Kind, ...] = ("buy", "buy", "repay", "bill", "bill", "bill day")
AHEAD: tuple[Kind, ...] = ("buy", "prepay", "prepay", "payoff", "payoff")
MANY: tuple[Kind, ...] = (*MONEY, *MONEY, *STATE)


@st.composite
def histories(
    draw: st.DrawFn, kinds: tuple[Kind, ...] = MANY, most_steps: int = 10, products: tuple[str, ...] = PRODUCT_IDS
) -> History:
    """An account of up to three years, its events recorded step by step, and some days after the last."""
    line = draw(st.sampled_from((LINE, LINE, GRACE_LINE)))
    on = draw(st.sampled_from(OPENINGS))
    bill_day = draw(st.sampled_from((3, 1, 12, 28, 15)))
    history = History([opened(on, bill_day, line, tier=draw(st.sampled_from("ABCD")))])
    take(history, draw(steps(("buy",), products)))
    for step in draw(st.lists(steps(kinds, products), min_size=1, max_size=most_steps)):
        take(history, step)
    history.today += timedelta(days=draw(st.sampled_from((0, 1, 30, 45, 100))))
    return history
