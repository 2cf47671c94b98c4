"""A quote: the schedule, the table of what it costs and what lateness costs, the annualised rate, and its id."""

from __future__ import annotations

from collections.abc import Sequence

from baitiao_cli.account.quote import LATE_NIGHTS, Cost, LateCost, Quote, Shown
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.calc.schedule import ScheduleTerms
from baitiao_cli.messages import Text, filled, labels, papers
from baitiao_cli.messages import quote as words
from baitiao_cli.show.document import Document, Paper, Table, chart, csv_table, json_data, record, table
from baitiao_cli.show.rates import rate_words

PARTS = ("principal_fen", "interest_fen", "fee_fen", "total_fen")
ROW = ("number", "due_on", *PARTS, "balance_fen")
RATES = {"simple_pct": words.SIMPLE, "compound_pct": words.COMPOUND}


def quote_document(shown: Shown, not_kept: str = "", notes: Sequence[Text] = ()) -> Document:
    """The document of a quote; `not_kept` is the code of what keeps it from being kept, "" when it is."""
    quote = shown.quote
    title = _schedule_title(quote)
    tables = [
        schedule_table(quote),
        *([_own_means(quote)] if quote.financed_fen < quote.amount_fen else []),
        _costs(quote),
        late_costs_table(quote.late_costs),
        _terms(shown),
    ]
    return Document(
        data=quote_data(shown) | {"kept": not not_kept},
        as_of=quote.start_on,
        tables=tables,
        notes=[*notes_of(quote), *notes, *_keeping_notes(not_kept)],
        next_steps=_next_steps(shown, not_kept),
        charts=chart("stack", papers.WHAT_A_ROW_ASKS_FOR, "number", " ".join(PARTS[:-1]), _rows(quote)),
        paper=Paper(title, title),
        value=shown,
    )


def schedule_table(quote: Quote) -> Table:
    """The schedule with its sums."""
    return table(" ".join(ROW), _rows(quote), title=_schedule_title(quote), totals=_totals(quote))


def _schedule_title(quote: Quote) -> Text:
    return filled(words.SCHEDULE_TITLE, amount=format_yuan(quote.amount_fen), start_on=quote.start_on)


def quote_data(shown: Shown) -> dict[str, object]:
    """The quote as JSON gives it."""
    quote = shown.quote
    return {
        "quote_id": shown.quote_id,
        "quote_hash": shown.quote_hash,
        "account_id": quote.account_id or None,
        "product_id": quote.terms.product_id,
        "amount_fen": quote.amount_fen,
        "trade_in_fen": quote.trade_in_fen,
        "down_payment_fen": quote.down_payment_fen,
        "financed_fen": quote.financed_fen,
        "method": quote.terms.schedule.method,
        "rows": _rows(quote),
        "totals": _totals(quote),
        "annual_rate": quote.annual_rate,
        "cap_pct": quote.cap_pct,
        "above_cap": quote.above_cap,
        "costs": [_cost_data(cost) for cost in quote.costs],
        "late_costs": [json_data(cost) for cost in quote.late_costs],
        "terms": json_data(quote.terms),
    }


def _rows(quote: Quote) -> list[dict[str, object]]:
    return [{key: getattr(row, key) for key in ROW} for row in quote.schedule.rows]


def _totals(quote: Quote) -> dict[str, object]:
    return {key: getattr(quote.schedule, key) for key in PARTS}


def comparison_document(quotes: Sequence[Shown], not_kept: str = "") -> Document:
    """Quotes of one purchase side by side, one a line."""
    first = quotes[0].quote
    rows = [_compared(quote) for quote in quotes]
    columns = "installments first_payment_fen {}cost_fen total_fen simple_pct compound_pct quote_id"
    named = {
        "installments": words.PAID_IN,
        "simple_pct": words.SIMPLE_SHORT,
        "compound_pct": words.COMPOUND_SHORT,
    }
    title = filled(words.COMPARISON_TITLE, amount=format_yuan(first.amount_fen), start_on=first.start_on)
    flagged = [shown.quote for shown in quotes if shown.quote.above_cap]
    return Document(
        data={
            "amount_fen": first.amount_fen,
            "plans": [_compared(quote) | quote_data(quote) | {"kept": not not_kept} for quote in quotes],
        },
        as_of=first.start_on,
        tables=[
            table(columns.format(""), rows, title=title, labels=named),
            *([_own_means(first)] if first.financed_fen < first.amount_fen else []),
        ],
        csv_table=csv_table(columns.format("last_payment_fen "), rows),
        notes=[*(_above_cap(quote) for quote in flagged), *_keeping_notes(not_kept)],
        next_steps=_next_steps(quotes[0], not_kept, words.QUOTE_PLACE),
        charts=[
            *chart("bars", papers.WHAT_IS_PAID_EACH_TIME, "installments", "first_payment_fen", rows, named),
            *chart("bars", papers.WHAT_IT_COSTS, "installments", "cost_fen", rows, named),
        ],
        paper=Paper(title, title),
    )


def _compared(shown: Shown) -> dict[str, object]:
    """What is compared of a quote."""
    quote = shown.quote
    paid = [row.total_fen for row in quote.schedule.rows if row.number]
    return {
        "installments": len(paid),
        "first_payment_fen": paid[0],
        "last_payment_fen": paid[-1],
        "cost_fen": quote.costs[-1].cost_fen,
        "total_fen": quote.schedule.total_fen,
        **(quote.annual_rate or {}),
        "quote_id": shown.quote_id,
    }


def _own_means(quote: Quote) -> Table:
    """What of the price is not financed."""
    told = {
        "amount_fen": quote.amount_fen,
        "trade_in_fen": quote.trade_in_fen,
        "down_payment_fen": quote.down_payment_fen,
        "financed_fen": quote.financed_fen,
    }
    return record(" ".join(told), told, quiet="trade_in_fen down_payment_fen")


def _costs(quote: Quote) -> Table:
    """Each item of the price with its own rate a year, and all of them together."""
    *items, all_costs = [
        {
            "item": words.COST_ITEMS[cost.item],
            "rate": rate_words(cost.rate.ppb, cost.rate.per) if cost.rate else None,
            "cost_fen": cost.cost_fen,
            **(cost.annual_rate or {}),
        }
        for cost in quote.costs
    ]
    columns = "item rate cost_fen simple_pct compound_pct"
    return table(columns, items, title=words.COST_TITLE, totals=all_costs, labels=RATES)


def _cost_data(cost: Cost) -> dict[str, object]:
    """One item as JSON gives it."""
    price = {"rate_ppb": cost.rate.ppb, "rate_per": cost.rate.per} if cost.rate else {}
    return {"item": cost.item, **price, "cost_fen": cost.cost_fen, "annual_rate": cost.annual_rate}


def late_costs_table(costs: Sequence[LateCost]) -> Table:
    """What lateness costs, and an example of it."""
    rows = [
        {
            "late_item": cost.item,
            "rate": rate_words(cost.daily_ppb, "day"),
            "base": cost.base,
            "simple_pct": cost.simple_pct,
            "example_fen": cost.example_fen,
        }
        for cost in costs
    ]
    title = filled(words.LATE_TITLE, nights=LATE_NIGHTS)
    return table("late_item rate base simple_pct example_fen", rows, title=title, labels=RATES)


def _terms(shown: Shown) -> Table:
    """What the schedule was worked out from, as far as it has a part in it."""
    quote = shown.quote
    terms = quote.terms.schedule
    told = {
        "quote_id": shown.quote_id,
        "account_id": quote.account_id,
        "product_id": quote.terms.product_id,
        "method": terms.method,
        "day_count": terms.day_count if _counts_days(terms) else None,
        "whole_period": labels.YES if terms.whole_period else None,
        "evening": labels.YES if terms.evening else None,
        "multiple_of_fen": terms.multiple_of_fen,
        "free_periods": terms.free_periods,
        "coupon_id": quote.coupon.coupon_id if quote.coupon else None,
        "free_days": terms.free_days,
        "payoff": quote.terms.payoff if _has_price(quote) else None,
        "rounding": terms.rounding,
    }
    quiet = "account_id day_count whole_period evening multiple_of_fen free_periods coupon_id free_days payoff"
    return record(" ".join(told), told, title=words.TERMS_TITLE, quiet=quiet)


def _counts_days(terms: ScheduleTerms) -> bool:
    return terms.rate is not None and terms.rate.per in ("year", "month") and not terms.whole_period


def _has_price(quote: Quote) -> bool:
    return any(cost.cost_fen for cost in quote.costs)


def notes_of(quote: Quote) -> list[Text]:
    """What is to be said of the price: above its cap, late days, and that there are no other fees."""
    notes = [_above_cap(quote)] if quote.above_cap else []
    if not quote.late_costs:
        notes.append(words.LATENESS_IS_FREE)
    floor_fen = max((cost.floor_fen for cost in quote.late_costs), default=0)
    if floor_fen:
        notes.append(filled(words.LATE_FLOOR, floor=format_yuan(floor_fen)))
    if grace_days := max((cost.grace_days for cost in quote.late_costs), default=0):
        notes.append(filled(words.LATE_GRACE, days=grace_days))
    return [*notes, words.NO_OTHER_FEES]


def _above_cap(quote: Quote) -> Text:
    text = words.ABOVE_CAP if quote.terms.above_cap == "refuse" else words.ABOVE_CAP_FLAGGED
    count = quote.terms.schedule.installments
    return filled(text, simple=quote.above_cap_pct or "-", cap=quote.cap_pct, count=count)


def _keeping_notes(not_kept: str) -> list[Text]:
    if not not_kept:
        return []
    return [words.NOT_KEPT_MISSING if not_kept == "ledger-missing" else filled(words.NOT_KEPT, code=not_kept)]


def _next_steps(shown: Shown, not_kept: str, quote_id: Text | str = "") -> list[Text]:
    """How to accept the quote, if it can be; `quote_id` stands for its id where there are several."""
    quote = shown.quote
    if not_kept or not quote.is_acceptable:
        return []
    account = quote.account_id or words.ACCOUNT_PLACE
    amount = format_yuan(quote.amount_fen).replace(",", "")
    return [filled(words.TO_CHARGE, account=account, amount=amount, quote_id=quote_id or shown.quote_id)]
