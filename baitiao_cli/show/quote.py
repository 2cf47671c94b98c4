"""A quote: the schedule, the table of what it costs, and the annualised rate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from msgspec.structs import replace

from baitiao_cli.account.terms import LateTerms
from baitiao_cli.calc.annual_rate import AnnualRate, annual_rate
from baitiao_cli.calc.caps import annual_cap_ppb
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.calc.rates import PPB
from baitiao_cli.calc.schedule import Schedule, ScheduleTerms
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.show.document import Document, Table, record, table
from baitiao_cli.show.rates import late_words, percent_of, rate_words

PARTS = ("principal_fen", "interest_fen", "fee_fen", "total_fen")


def quote_document(
    schedule: Schedule,
    start_on: date,
    terms: ScheduleTerms,
    every: int,
    unit: str,
    late: LateTerms | None,
    notes: Sequence[Text] = (),
) -> Document:
    """The document of a quote; `late` is what lateness costs, where a product says so."""
    rate = annual_rate(schedule.financed_fen, start_on, schedule.rows, every, unit)
    rows = [{key: getattr(row, key) for key in ("number", "due_on", *PARTS, "balance_fen")} for row in schedule.rows]
    totals = {key: getattr(schedule, key) for key in PARTS}
    title = filled(labels.SCHEDULE_TITLE, amount=format_yuan(schedule.principal_fen), start_on=start_on)
    columns = f"number due_on {' '.join(PARTS)} balance_fen"
    return Document(
        data={
            "amount_fen": schedule.principal_fen,
            "financed_fen": schedule.financed_fen,
            "method": terms.method,
            "rows": rows,
            "totals": totals,
            "annual_rate": _percents(rate) or None,
        },
        as_of=start_on,
        tables=[
            table(columns, rows, title=title, totals=totals),
            _costs(schedule, start_on, every, unit, rate),
            _terms(terms),
        ],
        notes=[*_notes(rate, start_on, late), *notes],
    )


def _terms(terms: ScheduleTerms) -> Table:
    """What the schedule was worked out from, as far as it has a part in it."""
    price = terms.fee or terms.rate
    told = {
        "method": terms.method,
        "rate": rate_words(price.ppb, price.per) if price else None,
        "day_count": terms.day_count if terms.rate and terms.rate.per == "year" else None,
        "free_periods": terms.free_periods or None,
        "free_days": terms.free_days or None,
        "rounding": terms.rounding,
    }
    return record(" ".join(told), told, title=labels.TERMS_TITLE, quiet="rate day_count free_periods free_days")


def _costs(schedule: Schedule, start_on: date, every: int, unit: str, rate: AnnualRate | None) -> Table:
    """Each item of the price with its own rate a year, and all of them together."""
    rows, financed_fen = schedule.rows, schedule.financed_fen
    interest = annual_rate(financed_fen, start_on, [replace(row, fee_fen=0) for row in rows], every, unit)
    fees = annual_rate(financed_fen, start_on, [replace(row, interest_fen=0) for row in rows], every, unit)
    items = [
        {"item": labels.ALL_INTEREST, "cost_fen": schedule.interest_fen, **_percents(interest)},
        {"item": labels.ALL_FEES, "cost_fen": schedule.fee_fen, **_percents(fees)},
    ]
    all_costs = {"item": labels.ALL_COSTS, "cost_fen": schedule.interest_fen + schedule.fee_fen, **_percents(rate)}
    return table("item cost_fen simple_pct compound_pct", items, title=labels.COST_TITLE, totals=all_costs)


def _percents(rate: AnnualRate | None) -> dict[str, str]:
    return {} if rate is None else rate.percents


def _notes(rate: AnnualRate | None, start_on: date, late: LateTerms | None) -> list[Text]:
    notes = []
    cap_ppb = annual_cap_ppb(["total-cost"], start_on)
    if rate is not None and cap_ppb is not None and rate.simple > Fraction(cap_ppb, PPB):
        notes.append(filled(labels.ABOVE_CAP, simple=rate.simple_pct, cap=percent_of(cap_ppb)))
    if late is not None:
        if late.daily_ppb:
            text = labels.LATENESS_OF_PLAN if late.base == "plan" else labels.LATENESS
            notes.append(filled(text, late_rate=late_words(late)))
        notes.append(labels.NO_OTHER_FEES)
    return notes
