"""Every refusal of the arithmetic names its true figures; on the other side of each bound nothing is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from baitiao_cli.calc.cash_flows import Flow, rate_of_flows
from baitiao_cli.calc.dates import bill_periods, parse_date, periods_from, previous_bill_on, step
from baitiao_cli.calc.interest import accrual_factor
from baitiao_cli.calc.money import MAX_FEN, check_fen, parse_yuan, round_ratio
from baitiao_cli.calc.rates import Rate, parse_rate
from baitiao_cli.calc.schedule import (
    METHODS,
    Schedule,
    ScheduleTerms,
    check_own_means,
    down_payment_of,
    quote_schedule,
)
from baitiao_cli.errors import BaitiaoError

START = date(2024, 1, 12)
TWELVE_PCT = Rate(120_000_000, "year")
FEE = Rate(6_000_000, "period")
LONG = "x" * 40
CUT = "x" * 32 + "…"


def quoted(amount_fen: int = 100_000, every: int = 1, unit: str = "months", **terms: Any) -> Schedule:
    whole = {"method": "equal-payment", "installments": 3, "rate": TWELVE_PCT} | terms
    return quote_schedule(amount_fen, START, ScheduleTerms(**whole), every, unit)


def flow(side: str, amount: object, t: object = 0, f: object = 0) -> Flow:
    return Flow(side, Decimal(str(amount)), Decimal(str(t)), Decimal(str(f)))  # type: ignore[arg-type]


def rate(*flows: Flow, convention: str = "eu-aprc", a_year: int | None = None) -> Any:
    return rate_of_flows(list(flows), convention, None if a_year is None else Decimal(a_year))


REFUSED: list[tuple[Callable[[], Any], str, dict[str, Any]]] = [
    (lambda: parse_yuan(LONG), "amount-malformed", {"text": CUT}),
    (lambda: parse_yuan("0.00"), "amount-not-positive", {"text": "0.00"}),
    (lambda: parse_yuan("9" * 17), "amount-too-large", {"text": "9" * 17, "most_fen": MAX_FEN}),
    (lambda: check_fen(LONG), "amount-not-whole-fen", {"text": "'" + "x" * 31 + "…"}),
    (lambda: round_ratio(1, 2, LONG), "rounding-unknown", {"text": CUT}),
    (lambda: parse_date(LONG), "date-malformed", {"text": CUT}),
    (lambda: parse_date("2024-02-30"), "date-malformed", {"text": "2024-02-30"}),
    (lambda: step(date(9999, 12, 1), 1, "months"), "date-out-of-range", {"from_on": date(9999, 12, 1)}),
    (lambda: step(date(9999, 12, 31), 1, "days"), "date-out-of-range", {"from_on": date(9999, 12, 31)}),
    (lambda: step(START, 1, LONG), "unit-unknown", {"text": CUT}),
    (lambda: periods_from(START, 1, 0), "every-out-of-range", {"count": 0}),
    (
        lambda: periods_from(START, 1, 1, "months", START),
        "first-due-not-after-start",
        {"first_due_on": START, "start_on": START},
    ),
    (lambda: previous_bill_on(START, 0), "bill-day-out-of-range", {"bill_day": 0, "most": 28}),
    (lambda: previous_bill_on(START, 29), "bill-day-out-of-range", {"bill_day": 29, "most": 28}),
    (lambda: bill_periods(START, 1, 3, -1), "due-days-out-of-range", {"count": -1}),
    (lambda: parse_rate(LONG, "year"), "rate-malformed", {"text": CUT}),
    (lambda: parse_rate("1%/week", "year"), "rate-malformed", {"text": "1%/week"}),
    (lambda: parse_rate("万分之三五", "day"), "rate-malformed", {"text": "万分之三五"}),
    (lambda: parse_rate("万分之x", "day"), "rate-malformed", {"text": "万分之x"}),
    (lambda: parse_rate("万分之0.000001", "day"), "rate-too-fine", {"text": "万分之0.000001"}),
    (lambda: parse_rate("10000.1", "year"), "rate-too-large", {"text": "10000.1"}),
    (lambda: quoted(0), "amount-not-positive", {"text": "0.00"}),
    (lambda: quoted(method=LONG), "method-unknown", {"text": CUT, "known": ", ".join(METHODS)}),
    (lambda: quoted(installments=0), "installments-out-of-range", {"count": 0, "most": 360}),
    (lambda: quoted(installments=361), "installments-out-of-range", {"count": 361, "most": 360}),
    (lambda: quoted(method="single", rate=None), "installments-not-one", {"method": "single", "count": 3}),
    (lambda: quoted(rounding=LONG), "rounding-unknown", {"text": CUT}),
    (lambda: quoted(day_count=LONG), "day-count-unknown", {"text": CUT}),
    (lambda: quoted(rate=None), "rate-missing", {"method": "equal-payment"}),
    (lambda: quoted(method="fee-per-period", rate=None), "fee-missing", {"method": "fee-per-period"}),
    (lambda: quoted(fee=FEE), "option-does-not-fit", {"method": "equal-payment", "option": "--fee"}),
    (
        lambda: quoted(method="fee-per-period", rate=None, fee=TWELVE_PCT),
        "fee-not-per-period",
        {"text": "12%/year"},
    ),
    (lambda: quoted(rate=Rate(500_000, "day"), whole_period=True), "whole-period-not-yearly", {"text": "0.05%/day"}),
    (lambda: quoted(multiple_of_fen=-1), "option-negative", {"option": "--multiple-of", "count": -1}),
    (lambda: quoted(free_periods=4), "free-periods-too-many", {"free_count": 4, "count": 3}),
    (
        lambda: quoted(method="defer", installments=1, free_days=61, every=60, unit="days"),
        "free-days-too-many",
        {"count": 61, "most": 60},
    ),
    (
        lambda: quoted(method="defer", installments=1, every=61, unit="days"),
        "defer-too-long",
        {"most": 60, "count": 61},
    ),
    (
        lambda: quoted(method="interest-only", installments=13),
        "bullet-too-long",
        {"last_on": date(2025, 1, 12), "due_on": date(2025, 2, 12)},
    ),
    (
        lambda: quoted(2, method="fee-per-period", rate=None, fee=FEE),
        "installment-too-small",
        {"amount_fen": 2, "count": 3, "number": 1, "principal_fen": 0},
    ),
    # 0.17 in 8 at 50% a period: 8.5 x 1.5^8 / (1.5^8 - 1) = 8.845, so 0.09 each. With interest half-even they leave
    # 0.16, 0.15, 0.14, 0.12, 0.09, 0.04 and -0.03, which bears none.
    (
        lambda: quoted(
            17, method="equal-payment", installments=8, rate=Rate(500_000_000, "period"), rounding="half-even"
        ),
        "installment-too-small",
        {"amount_fen": 17, "count": 8, "number": 8, "principal_fen": -3},
    ),
    # 0.05 in 4 at 60%: 3 x 1.6^4 / (1.6^4 - 1) = 3.54, so 0.04 each: they leave 0.04, 0.02 and -0.01.
    (
        lambda: quoted(5, method="equal-payment", installments=4, rate=Rate(600_000_000, "period")),
        "installment-too-small",
        {"amount_fen": 5, "count": 4, "number": 4, "principal_fen": -1},
    ),
    # 0.01 in 2 at 100%: 1 x 4 / 3, so 0.01 each, which is all interest.
    (
        lambda: quoted(1, method="equal-payment", installments=2, rate=Rate(1_000_000_000, "period")),
        "installment-below-interest",
        {"payment_fen": 1, "interest_fen": 1, "number": 1},
    ),
    (
        lambda: quoted(100, method="interest-only", installments=2, rate=Rate(0, "year")),
        "installment-empty",
        {"amount_fen": 100, "count": 2, "number": 1},
    ),
    (lambda: down_payment_of(100_000, "0.0001%"), "down-payment-too-small", {"text": "0.0001%", "amount_fen": 100_000}),
    (lambda: check_own_means(100, -1, 0), "option-negative", {"option": "--trade-in", "count": -1}),
    (lambda: check_own_means(100, 0, -2), "option-negative", {"option": "--down-payment", "count": -2}),
    (lambda: check_own_means(100, 100, 0), "trade-in-too-large", {"trade_in_fen": 100, "amount_fen": 100}),
    (lambda: check_own_means(100, 30, 70), "down-payment-too-large", {"down_payment_fen": 70, "amount_fen": 70}),
    (lambda: rate(flow("advance", 100), flow("payment", 90, 0)), "annual-rate-none", {"advanced": "100", "paid": "90"}),
    (lambda: rate(flow("advance", 100), flow("payment", 1, 1, 1)), "part-out-of-range", {"text": "1"}),
    (
        lambda: rate(flow("advance", 100), flow("payment", 110, "0.5"), convention="us-reg-z", a_year=12),
        "time-not-whole",
        {"text": "0.5"},
    ),
    (
        lambda: rate(
            flow("advance", 100),
            *(flow("payment", 1, t, f"0.{t:03d}") for t in range(1, 501)),
            convention="us-reg-z",
            a_year=12,
        ),
        "parts-too-many",
        {"count": 501, "parts": 501},
    ),
    # At 100% a year 366, 31 and 28 nights grow to g = 2.00274, 1.08493, 1.07671: 1,000.00 x g1 g2 g3 / (1 + g3 + g2 g3)
    # is 720.99, less than the interest of the first 366 nights.
    (
        lambda: quote_schedule(
            1_000_00,
            START,
            ScheduleTerms(method="equal-payment", installments=3, rate=Rate(10**9, "year")),
            first_due_on=date(2025, 1, 12),
        ),
        "installment-below-interest",
        {"payment_fen": 720_99, "interest_fen": 1_002_74, "number": 1},
    ),
    (
        lambda: accrual_factor(Rate(1, "period"), LONG, periods_from(START, 1)[0], START, START, False),
        "day-count-unknown",
        {"text": CUT},
    ),
    (lambda: rate(*[flow("advance", 100)] * 10_001), "flows-too-many", {"count": 10_001, "most": 10_000}),
    (
        lambda: rate(*[flow(("advance", "payment")[t % 2], 100, t) for t in range(200)]),
        "flows-too-tangled",
        {"count": 200, "turns": 199},
    ),
    (lambda: rate(flow("advance", 100), convention="us-reg-z"), "unit-periods-missing", {}),
    (lambda: rate(flow("advance", 100), convention="simple-12", a_year=4), "unit-periods-not-months", {"given": 4}),
]


@pytest.mark.parametrize(
    ("refused", "code", "details"), REFUSED, ids=[f"{at} {code}" for at, (_, code, _) in enumerate(REFUSED)]
)
def test_a_refusal_names_its_figures(refused: Callable[[], Any], code: str, details: dict[str, Any]) -> None:
    with pytest.raises(BaitiaoError) as caught:
        refused()
    assert (caught.value.code, caught.value.details) == (code, details)


@pytest.mark.parametrize(
    "allowed",
    [
        lambda: parse_yuan("90071992547409.91"),
        lambda: parse_rate("10000", "year"),
        lambda: previous_bill_on(START, 28),
        lambda: previous_bill_on(START, 1),
        lambda: periods_from(START, 1, 1, "months", date(2024, 1, 13)),
        lambda: bill_periods(START, 1, 3, 0),
        lambda: quoted(10_000_000, installments=360),
        lambda: quoted(method="defer", installments=1, free_days=60, every=60, unit="days"),
        lambda: quoted(method="interest-only", installments=12),
        lambda: quoted(free_periods=3),
        lambda: quoted(3, method="fee-per-period", rate=None, fee=FEE),
    ],
)
def test_what_is_just_within_a_bound_is_allowed(allowed: Callable[[], Any]) -> None:
    assert allowed()


def test_goods_traded_in_and_a_down_payment_lower_what_is_financed() -> None:
    # 1,000.00 less 300.00 for the old phone and 200.00 down: 500.00 in 2 with a fee of 0.6%, 3.00 each.
    terms = ScheduleTerms(method="fee-per-period", installments=2, fee=FEE)
    schedule = quote_schedule(1_000_00, START, terms, down_payment_fen=200_00, trade_in_fen=300_00)
    assert [(row.number, row.due_on, row.principal_fen, row.fee_fen, row.balance_fen) for row in schedule.rows] == [
        (0, START, 200_00, 0, 500_00),
        (1, date(2024, 2, 12), 250_00, 3_00, 250_00),
        (2, date(2024, 3, 12), 250_00, 3_00, 0),
    ]
    assert (schedule.financed_fen, schedule.total_fen, schedule.trade_in_fen) == (500_00, 706_00, 300_00)
    assert quote_schedule(1_000_00, START, terms).trade_in_fen == 0
