"""What merchants are owed and owe, as sums of the journal: by the day booked, so a day that is over never changes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.account.postings import MERCHANT_DISCOUNTS, MERCHANT_PAYABLE, MERCHANT_REFUNDS, MERCHANT_SUBSIDIES
from baitiao_cli.ledger.codec import canonical
from baitiao_cli.ledger.knowledge import EVERYTHING
from baitiao_cli.ledger.people.person import folded

SETTLED = {
    MERCHANT_PAYABLE: "purchases_fen",
    MERCHANT_REFUNDS: "refunds_fen",
    MERCHANT_SUBSIDIES: "subsidies_fen",
    MERCHANT_DISCOUNTS: "discounts_fen",
}
"""The ledger accounts between us and the merchants, and what each is called in a settlement."""


class Dues(msgspec.Struct, frozen=True, kw_only=True):
    """What is due to a merchant (positive) and from it (negative), in whole fen; `net_fen` is the sum."""

    purchases_fen: int = 0
    refunds_fen: int = 0
    subsidies_fen: int = 0
    discounts_fen: int = 0
    net_fen: int = 0


class MerchantDues(Dues, frozen=True, kw_only=True):
    """The dues of one merchant; the name is "" for purchases that name none."""

    merchant: str


class MerchantLine(Dues, frozen=True, kw_only=True):
    """What one happening made due for one plan: booked on a day, counting from one on or before it.

    `cause` is the event. It names the plan and the order, nobody.
    """

    booked_on: date
    effective_on: date
    cause: str
    plan_id: str
    order_id: str


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """The days `[from_on, through_on]` in which it was booked, and the last event that was known."""

    from_on: date
    through_on: date
    last_sequence: int = EVERYTHING


# A plan's purchase stays with its merchant when it is reversed: what was booked and booked back is in the sums. Without
# MATERIALIZED and CROSS each posting would look through all purchases, and read each of them anew.
_BOUGHT = (
    "WITH bought AS MATERIALIZED (SELECT json_extract(body, '$.plan_id') AS plan_id,"
    " json_extract(body, '$.merchant') AS merchant, json_extract(body, '$.order_id') AS order_id"
    " FROM events WHERE kind = 'purchase-made' AND (:merchant IS NULL OR json_extract(body, '$.merchant') = :merchant))"
)
_POSTED = (
    " FROM bought CROSS JOIN postings USING (plan_id) JOIN posting_groups USING (group_number)"
    " WHERE ledger_account IN (SELECT value FROM json_each(:ledger_accounts))"
    " AND posted_on BETWEEN :from_on AND :through_on AND group_number <= :last_group"
)
_SUM = "-coalesce(sum(amount_fen) FILTER (WHERE ledger_account = '{}'), 0) AS {}"
_SUMS = ", ".join([*(_SUM.format(*account) for account in SETTLED.items()), "-sum(amount_fen) AS net_fen"])


def dues_by_merchant(connection: sqlite3.Connection, span: Span) -> list[MerchantDues]:
    """The dues of every merchant with something booked in the span, by name."""
    rows = connection.execute(
        f"{_BOUGHT} SELECT merchant, {_SUMS} {_POSTED} GROUP BY merchant ORDER BY merchant",
        _parameters(connection, span, None),
    )
    return [msgspec.convert(dict(row), MerchantDues) for row in rows.fetchall()]


def lines_of_merchant(connection: sqlite3.Connection, merchant: str, span: Span) -> Iterator[MerchantLine]:
    """What was booked for one merchant in the span, line by line, in the order booked."""
    rows = connection.execute(
        f"{_BOUGHT} SELECT posted_on AS booked_on, effective_on, cause, plan_id, order_id, {_SUMS} {_POSTED}"
        " GROUP BY group_number, plan_id ORDER BY group_number, plan_id",
        _parameters(connection, span, merchant),
    )
    for row in rows:
        yield msgspec.convert(dict(row), MerchantLine)


def has_bought(connection: sqlite3.Connection, merchant: str, last_sequence: int) -> bool:
    """Whether any purchase that is known, reversed or not, names the merchant."""
    found = connection.execute(
        "SELECT 1 FROM events WHERE sequence IN (SELECT sequence FROM purchase_index WHERE merchant = ?)"
        " AND kind = 'purchase-made' AND json_extract(body, '$.merchant') = ? AND sequence <= ? LIMIT 1",
        (folded(merchant), merchant, last_sequence),
    )
    return found.fetchone() is not None


def _parameters(connection: sqlite3.Connection, span: Span, merchant: str | None) -> dict[str, str | int | None]:
    """The days, the last group of the journal that was booked with the events known, and the merchant, if only one."""
    row = connection.execute(
        "SELECT coalesce(max(last_group_number), 0) AS last FROM seals WHERE last_sequence <= ?", (span.last_sequence,)
    ).fetchone()
    return {
        "from_on": span.from_on.isoformat(),
        "through_on": span.through_on.isoformat(),
        "last_group": row["last"],
        "ledger_accounts": canonical(list(SETTLED)),
        "merchant": merchant,
    }
