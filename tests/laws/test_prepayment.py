"""Prepayment: preview = posting (law 41), the saving is what the forecasts say, the plan still ends at exactly 0."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.expectation import forecast_parts
from baitiao_cli.account.plan import BULLET_METHODS, Plan
from baitiao_cli.account.views.figures import figures, next_due
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.prepayment import PrepaymentQuote, quote_prepayment
from baitiao_cli.errors import BaitiaoError

from .history import History
from .strategies import AMOUNTS, histories

SHARES = st.sampled_from((1, 10, 33, 50, 90, 99, 100))


def quoted(history: History, which: int, share: int, amount_fen: int) -> PrepaymentQuote | None:
    """A quote for a share of what settles one of the open plans, or for an amount; `None` if none is taken."""
    account = history.account()
    plans = account.open_plans
    if account.closed_on or account.losses or not plans:
        return None
    plan = plans[which % len(plans)]
    asked_fen = plan.balance_fen * share // 100 if share < 100 else amount_fen
    try:
        return quote_prepayment(account, plan.plan_id, asked_fen, history.today)
    except BaitiaoError as refusal:
        assert refusal.code in {"prepayment-not-offered", "prepayment-settles", "prepayment-too-small"}
        return None


def with_prepayment(history: History, quote: PrepaymentQuote, effect: str) -> History:
    later = replace(history, events=list(history.events))
    later.prepay(quote.plan_id, quote.amount_fen, effect)
    return later


def cost(plan: Plan) -> int:
    return sum(parts.interest + parts.fee for parts in forecast_parts(plan))


@given(histories(), st.integers(0, 5), SHARES, st.sampled_from(AMOUNTS))
def test_what_was_quoted_is_what_is_recorded(history: History, which: int, share: int, amount_fen: int) -> None:
    quote = quoted(history, which, share, amount_fen)
    if quote is None:
        return
    before = history.account().plans[quote.plan_id]
    assert quote.parts.principal_fen > 0
    assert quote.parts.due_fen + quote.parts.interest_fen + quote.parts.principal_fen == quote.amount_fen
    for outlook in quote.outlooks[1:]:
        account = with_prepayment(history, quote, outlook.effect).account()
        plan = account.plans[quote.plan_id]
        rows = [row for row in row_outlooks(plan, account, account.through) if row.outstanding_fen]
        assert plan.prepaid_fen == before.prepaid_fen + quote.parts.principal_fen
        assert (outlook.left_count, outlook.next_due_on, outlook.last_due_on) == (
            len(rows),
            rows[0].due_on,
            rows[-1].due_on,
        )
        assert outlook.next_payment_fen == rows[0].outstanding_fen
        assert outlook.cost_left_fen + plan.balance_fen == sum(row.outstanding_fen for row in rows)
        assert outlook.saved_fen == cost(before) - cost(plan)
        assert account.credit_fen == history.account().credit_fen


@given(histories(), st.integers(0, 5), SHARES, st.sampled_from(AMOUNTS))
def test_paid_on_its_due_dates_the_plan_ends_at_nothing(
    history: History, which: int, share: int, amount_fen: int
) -> None:
    due_fen = figures(history.account()).due_fen
    if due_fen and not history.account().closed_on and not history.account().losses:
        history.repay(due_fen)
    if history.account().auto_repay and not history.account().closed_on:
        history.agree("")  # the customer pays
    quote = quoted(history, which, share, amount_fen)
    if quote is None or history.account().credit_fen:
        return
    for outlook in quote.outlooks[1:]:
        later = with_prepayment(history, quote, outlook.effect)
        promised = cost(later.account().plans[quote.plan_id])
        for _ in range(130):
            due_on, due_fen = next_due(later.account())
            if due_on is None:
                break
            later.today = due_on
            later.repay(due_fen)
        plan = later.account().plans[quote.plan_id]
        assert (plan.balance_fen, plan.unpaid.total_fen) == (0, 0)
        assert plan.settled_on is not None and plan.settled_on <= outlook.last_due_on
        assert cost(plan) == promised  # what was saved then is saved


@given(histories(), st.integers(0, 5), SHARES, st.sampled_from(AMOUNTS))
def test_a_shorter_term_keeps_the_payments_and_a_lower_payment_the_dates(
    history: History, which: int, share: int, amount_fen: int
) -> None:
    quote = quoted(history, which, share, amount_fen)
    if quote is None or quote.parts.due_fen:
        return
    plan = history.account().plans[quote.plan_id]
    is_untouched = not any(row.paid.total_fen for row in plan.unbilled_rows)
    without, *ways = quote.outlooks
    for outlook in ways:
        assert outlook.last_due_on <= without.last_due_on
        assert outlook.next_due_on >= without.next_due_on  # a row that asks for nothing is not a due date
        if outlook.effect == "shorter-term":
            assert outlook.saved_fen >= 0
            assert outlook.left_count <= without.left_count
        elif plan.terms.schedule.method in BULLET_METHODS:
            assert outlook.saved_fen >= 0
            assert outlook.last_due_on == without.last_due_on
        else:
            assert outlook.next_payment_fen <= without.next_payment_fen or not is_untouched
            assert outlook.left_count == without.left_count or not is_untouched
