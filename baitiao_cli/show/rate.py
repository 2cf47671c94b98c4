"""An annual rate: the convention in words, the rate, and the flows at their present worth, which sum to zero."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from baitiao_cli.calc.cash_flows import Flow, FoundRate, fraction_text, percent_text
from baitiao_cli.messages import as_is
from baitiao_cli.messages.columns import LABELS
from baitiao_cli.messages.rate import WORTH_TITLE
from baitiao_cli.messages.words import WORDS
from baitiao_cli.show.document import Column, Document, Kind, Table, record

_FLOW_COLUMNS = ("t", "f", "amount", "worth")


def rate_document(flows: Sequence[Flow], convention: str, found: FoundRate, today: date) -> Document:
    """The document of a rate; `found.worths` are those of `flows`, in the same order."""
    return Document(
        data={
            "convention": convention,
            "annual_rate": fraction_text(found.annual),
            "annual_rate_pct": percent_text(found.annual, 2),
            "step_rate": fraction_text(found.step),
            "advanced": f"{_sum(flows, 'advance'):f}",
            "paid": f"{_sum(flows, 'payment'):f}",
            "flows": [_raw(flow, worth) for flow, worth in zip(flows, found.worths, strict=True)],
        },
        as_of=today,
        tables=[_rate_table(flows, convention, found), _flow_table(flows, found)],
        csv_table=_csv_table(flows, found),
    )


def _sum(flows: Sequence[Flow], side: str) -> Decimal:
    return sum((flow.amount for flow in flows if flow.side == side), Decimal(0))


def _rate_table(flows: Sequence[Flow], convention: str, found: FoundRate) -> Table:
    advanced, paid = _sum(flows, "advance"), _sum(flows, "payment")
    is_a_period = convention == "per-period"
    told = {
        "convention": WORDS["convention"][convention],
        "annual_rate_pct": percent_text(found.annual, 2),
        "exact_rate_pct": percent_text(found.annual, 8),
        "step_rate_pct": percent_text(found.step, 8) if found.step != found.annual else None,
        "advanced": _shown(advanced, 2, 6),
        "paid": _shown(paid, 2, 6),
        "cost": _shown(paid - advanced, 2, 6),
    }
    own = {"annual_rate_pct": LABELS["period_rate_pct"]} if is_a_period else {}
    return record(" ".join(told), told, quiet="step_rate_pct", labels=own)


def _flow_table(flows: Sequence[Flow], found: FoundRate) -> Table:
    rows = [
        {
            "flow": flow.side,
            "t": _shown(flow.t, 0, 6),
            "f": _shown(flow.f, 0, 6) if flow.f else None,
            "amount": _shown(flow.signed, 2, 6),
            "worth": _shown(worth, 4, 4),
        }
        for flow, worth in zip(flows, found.worths, strict=True)
    ]
    signed = sum((flow.signed for flow in flows), Decimal(0))
    totals = {"amount": _shown(signed, 2, 6), "worth": _shown(sum(found.worths, Decimal(0)), 4, 4)}
    columns = [_column("flow"), *(_column(key) for key in _FLOW_COLUMNS)]
    return Table(columns, rows, WORTH_TITLE, totals, quiet=frozenset({"f"}))


def _csv_table(flows: Sequence[Flow], found: FoundRate) -> Table:
    rate = fraction_text(found.annual)
    rows = [_raw(flow, worth) | {"annual_rate": rate} for flow, worth in zip(flows, found.worths, strict=True)]
    keys = ("flow", *_FLOW_COLUMNS, "annual_rate")
    return Table([Column(key, as_is(key), _kind(key)) for key in keys], rows)


def _raw(flow: Flow, worth: Decimal) -> dict[str, object]:
    """A flow for programs: its numbers as they were written, and its worth with its sign, to 15 decimals."""
    return {
        "flow": flow.side,
        "t": f"{flow.t:f}",
        "f": f"{flow.f:f}",
        "amount": f"{flow.amount:f}",
        "worth": fraction_text(worth),
    }


def _column(key: str) -> Column:
    return Column(key, LABELS[key], _kind(key), WORDS.get(key, {}))


def _kind(key: str) -> Kind:
    return "text" if key == "flow" else "number"


def _shown(number: Decimal, least: int, most: int) -> str:
    """A number with thousands commas and from `least` to `most` decimals; zero has no sign.

    >>> _shown(Decimal("-5000"), 2, 6), _shown(Decimal("3363.3333333333335"), 2, 6), _shown(Decimal("-1e-9"), 4, 4)
    ('-5,000.00', '3,363.333333', '0.0000')
    """
    whole, _, decimals = f"{number:,.{most}f}".partition(".")
    kept = decimals[:least] + decimals[least:].rstrip("0")
    text = f"{whole}.{kept}" if kept else whole
    return text.removeprefix("-") if not text.strip("-0.") else text
