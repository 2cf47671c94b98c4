"""Quotes in the ledger: kept as they were shown, whatever later versions would write; what was touched is found."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import date

import pytest

from baitiao_cli.account.quote import Shown
from baitiao_cli.actions.quote import QuoteAsked, quote_product
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.products.catalogue import find_product


@pytest.fixture
def shown() -> Shown:
    asked = QuoteAsked(amount_fen=100_000, on=date(2026, 1, 12), installments=3)
    return quote_product(find_product("inst"), "B", asked)


def test_a_quote_is_kept_as_it_was_shown(shop, shown) -> None:
    with shop.write() as tx:
        tx.keep_quote(shown)
        tx.keep_quote(shown)
        assert tx.quote(shown.quote_id) == shown
    with closing(sqlite3.connect(shop.path)) as connection:
        assert connection.execute("SELECT count(*) FROM quotes").fetchone() == (1,)
    assert check_ledger(shop.ledger) == []


def test_one_of_an_earlier_version_keeps_its_id_and_hash(shop, shown) -> None:
    # A version that knew no changes of rate by date wrote no such field.
    data = json.loads(shown.text)
    del data["terms"]["schedule"]["rate_changes"]
    earlier = Shown(shown.quote, json.dumps(data, separators=(",", ":"), ensure_ascii=False))
    with shop.write() as tx:
        tx.keep_quote(earlier)
        found = tx.quote(earlier.quote_id)
    assert found == earlier
    assert found.purchase("A1P1").quote_hash == earlier.quote_hash != shown.quote_hash
    assert check_ledger(shop.ledger) == []


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE quotes SET body = replace(body, '100000', '90000')",
        "UPDATE quotes SET hash = replace(hash, substr(hash, 1, 1), 'x')",
        "UPDATE quotes SET body = '{}'",
    ],
)
def test_a_quote_that_was_touched_is_found(shop, shown, damage: str) -> None:
    with shop.write() as tx:
        tx.keep_quote(shown)
    with closing(sqlite3.connect(shop.path, isolation_level=None)) as connection:
        guard = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'quotes_no_update'").fetchone()[0]
        connection.execute("DROP TRIGGER quotes_no_update")
        connection.execute(damage)
        connection.execute(guard)
    assert {finding.code for finding in check_ledger(shop.ledger)} == {"check-row", "check-quote"}
    with shop.write() as tx, pytest.raises(BaitiaoError, match="ledger-damaged"):
        tx.quote(shown.quote_id)
