"""Joint lending: the funders, what was agreed, and whose is what of a plan."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from baitiao_cli.actions.desk.funders import FundAnswer, FunderAnswer, FundersView
from baitiao_cli.actions.desk.funding import FundingView, SplitRow
from baitiao_cli.desk.funding.shares import number_of
from baitiao_cli.messages import as_is, filled, labels
from baitiao_cli.messages.desk import funding as texts
from baitiao_cli.messages.desk.funding import LABELS
from baitiao_cli.show.desk.shares import shares_told
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table
from baitiao_cli.show.explain import event_told, exact_yuan
from baitiao_cli.show.rates import percent_of

REGISTER_ONE = "baitiao funder NAME"
AGREE = "baitiao fund PRODUCT F1=70%,F2=30%"
FUNDER = "funder_id name record_id effective_on"
AGREEMENT = "record_id product_id tier from_on shares service interest_shares fee_shares late_charge_shares"
OWN_SHARES = "interest_shares fee_shares late_charge_shares"
SHARES = "kind side total_fen funder_id share exact_yuan amount_fen"
PAID = frozenset({"paid", "refunded", "taken", "returned"})
"""What is told as money."""
ROWS_CSV = "effective_on cause plan_id kind side what funder_id amount_fen"


def funder_document(answer: FunderAnswer, as_of: date) -> Document:
    """The funder that was registered."""
    data = json_data(answer)
    return Document(
        data=data,
        as_of=as_of,
        tables=[record(FUNDER, data, labels=LABELS)],
        next_steps=[filled(texts.NOTHING_AGREED, command=f"baitiao fund PRODUCT {answer.funder_id}=100%")],
    )


def fund_document(answer: FundAnswer, as_of: date) -> Document:
    """What was agreed."""
    told = _agreement_told(answer)
    return Document(
        data=json_data(answer),
        as_of=as_of,
        tables=[record(f"{AGREEMENT} effective_on", told, quiet=f"tier service {OWN_SHARES}", labels=LABELS)],
        notes=[texts.PLANS_KEEP],
        next_steps=[filled(labels.SEE_IT, command="baitiao funders")],
        csv_table=csv_table(f"{AGREEMENT} effective_on", [told]),
    )


def funders_document(view: FundersView, as_of: date) -> Document:
    """Who funds, and under it what was agreed for which product from which day on."""
    told = [_agreement_told(agreed) for agreed in view.agreements]
    rows = [json_data(one) for one in view.funders]
    tables = [
        table("funder_id name registered_on", rows, title=texts.FUNDERS_TITLE, labels=LABELS),
        table(AGREEMENT, told, title=texts.AGREEMENTS_TITLE, quiet=f"tier service {OWN_SHARES}", labels=LABELS),
    ]
    notes = [texts.LENDER_IS_F0] if rows or told else [filled(texts.NO_FUNDERS, command=REGISTER_ONE)]
    steps = [] if told or not rows else [filled(texts.NOTHING_AGREED, command=AGREE)]
    return Document(data=json_data(view), as_of=as_of, tables=tables, notes=notes, next_steps=steps)


def funding_document(view: FundingView, as_of: date) -> Document:
    """What a plan comes to by kind and funder, exactly and in whole fen, and under it each posting with its parts."""
    data = json_data(view)
    agreed = filled(texts.BY_AGREEMENT, record_id=view.record_id) if view.agreed else texts.BY_NOBODY
    title = filled(texts.FUNDING_TITLE, plan_id=view.plan_id, product_id=view.product_id, tier=view.tier, agreed=agreed)
    long = [
        {key: value for key, value in json_data(row).items() if key not in ("parts", "amount_fen")}
        | {"plan_id": view.plan_id}
        | json_data(part)
        for row in view.postings
        for part in row.parts
    ]
    return Document(
        data=data,
        as_of=as_of,
        tables=[table(SHARES, _shares_told(view), title=title, quiet="share exact_yuan", labels=LABELS), _rows(view)],
        notes=[texts.HOW_SPLIT] if view.postings else [texts.NO_POSTINGS],
        csv_table=csv_table(ROWS_CSV, long),
    )


def _agreement_told(agreed: FundAnswer) -> dict[str, Any]:
    told = {key: shares_told(getattr(agreed, key)) for key in ("shares", *OWN_SHARES.split())}
    service = f"{percent_of(agreed.service_ppb)}%" if agreed.service_ppb else ""
    return json_data(agreed) | told | {"service": service}


def _shares_told(view: FundingView) -> list[dict[str, Any]]:
    """A line for each funder; kind, side and total stand once."""
    told: list[dict[str, Any]] = []
    before = None
    for share in view.shares:
        first = (share.kind, share.side) != before
        before = (share.kind, share.side)
        told.append(
            {
                "kind": texts.KINDS[share.kind] if first else None,
                "side": texts.SIDES[share.side] if first else None,
                "total_fen": share.total_fen if first else None,
                "funder_id": share.funder_id,
                "share": _percent_told(share.share),
                "exact_yuan": exact_yuan(Fraction(share.exact)) if share.exact else None,
                "amount_fen": share.amount_fen,
            }
        )
    return told


def _percent_told(share: str) -> str | None:
    """A share in per cent: all its decimals, for it is of whole billionths of billionths at most."""
    if not share:
        return None
    scaled = Fraction(share) * 100 * 10**9
    digits = f"{scaled.numerator // scaled.denominator:010d}"
    decimals = digits[-9:].rstrip("0")
    more = "" if scaled.denominator == 1 else "…"
    return f"{int(digits[:-9])}{'.' if decimals else ''}{decimals}{more}%"


def _rows(view: FundingView) -> Table:
    """A line for each posting, with a column for each funder; what was paid as money, all else as what is owed."""
    told = [row for row in view.postings if row.side != "money" or row.what in PAID]
    told = [row for row in told if row.side != "owed" or row.what not in PAID]
    funder_ids = sorted({part.funder_id for row in told for part in row.parts}, key=number_of)
    columns = {f"part{number_of(funder_id)}_fen": funder_id for funder_id in funder_ids}
    rows = [_row(row, columns) for row in told]
    keys = f"effective_on cause what amount_fen {' '.join(columns)}"
    named = LABELS | {key: as_is(funder_id) for key, funder_id in columns.items()}
    return table(keys, rows, title=texts.ROWS_TITLE, labels=named)


def _row(row: SplitRow, columns: dict[str, str]) -> dict[str, Any]:
    parts = {part.funder_id: part.amount_fen for part in row.parts}
    return {
        "effective_on": row.effective_on,
        "cause": event_told(row.cause),
        "what": filled(texts.KIND_AND_WHAT, kind=texts.KINDS[row.kind], what=texts.WHATS[row.what]),
        "amount_fen": row.amount_fen,
    } | {key: parts.get(funder_id, 0) for key, funder_id in columns.items()}
