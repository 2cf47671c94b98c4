"""What was answered, shown and agreed is under the head: each row is named by a seal, with its hash."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.actions.quote import QuoteAsked, quote_product
from baitiao_cli.desk.facts import ConsentStated, IncomeDeclared
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.sealed import SEALED
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.products.catalogue import find_product
from tests.ledger.conftest import NOW
from tests.ledger.older import as_version_3

JANUARY, MARCH = date(2026, 1, 5), date(2026, 3, 1)


@pytest.fixture
def agreed(busy_shop):
    """A ledger with two answers, a quote, and a merchant whose discount was agreed twice for one day."""
    with busy_shop.write() as tx:
        tx.keep_answer("r1", {"amount": 1}, {"event_id": "A1E1"})
        tx.keep_answer("r2", {"amount": 2}, {"event_id": "A1E2"})
        tx.keep_quote(
            quote_product(find_product("inst"), "B", QuoteAsked(amount_fen=100_000, on=JANUARY, installments=3))
        )
    with busy_shop.write() as tx:
        tx.register_merchant("Café", 6_000_000, JANUARY)
        tx.register_merchant("Café", 7_000_000, MARCH)
    with busy_shop.write() as tx:
        tx.register_merchant("Café", 5_000_000, JANUARY)
        tx.record_at_desk("P1", ConsentStated(purpose="offers", is_given=True), JANUARY)
        tx.record_at_desk("P1", IncomeDeclared(monthly_income_fen=800_000), JANUARY)
    return busy_shop


def rows_found(shop) -> list[str]:
    return [finding.where for finding in check_ledger(shop.ledger) if finding.code == "check-row"]


def test_what_was_written_is_as_the_seals_say(agreed) -> None:
    assert check_ledger(agreed.ledger) == []


def test_each_of_them_moves_the_head(agreed) -> None:
    before = agreed.head()
    with agreed.write() as tx:
        tx.keep_answer("r3", {}, {})
    assert agreed.head() != before


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE requests SET answer = '{\"event_id\":\"A1E9\"}' WHERE request_id = 'r1'", "requests r1"),
        (f"UPDATE requests SET inputs_hash = '{'1' * 64}' WHERE request_id = 'r2'", "requests r2"),
        ("UPDATE requests SET request_id = 'r9' WHERE request_id = 'r1'", "requests r9"),
        ("DELETE FROM requests WHERE request_id = 'r1'", "requests r1"),
        (f"INSERT INTO requests VALUES ('r9', '{'1' * 64}', '{{}}', '2026-01-05T08:00:00Z')", "requests r9"),
        ("UPDATE merchants SET name = 'Bar'", "merchants M1"),
        ("UPDATE merchant_discounts SET discount_ppb = 6000000 WHERE from_on = '2026-01-05'", "merchant_discounts M1"),
        ("UPDATE merchant_discounts SET from_on = '2026-02-01' WHERE from_on = '2026-03-01'", "merchant_discounts M1"),
        ("DELETE FROM merchant_discounts WHERE from_on = '2026-03-01'", "merchant_discounts M1"),
        ("INSERT INTO merchant_discounts VALUES ('M1', '2026-02-01', 0)", "merchant_discounts M1 2026-02-01"),
        ("DELETE FROM quotes", "quotes Q"),
        ("UPDATE desk_facts SET body = replace(body, '800000', '900000')", "desk_facts 2"),
        ("UPDATE desk_facts SET subject = 'P2' WHERE number = 1", "desk_facts 1"),
        ("DELETE FROM desk_facts WHERE number = 2", "desk_facts 2"),
        ("UPDATE quotes SET kept_at = '2026-01-01T00:00:00Z'", "quotes Q"),
    ],
)
def test_a_row_that_was_touched_is_named(agreed, statement: str, where: str) -> None:
    agreed.tamper(statement)
    assert rows_found(agreed)[0].startswith(where)


@pytest.mark.parametrize("heads", ["[]", "garbage", '{"requests r1": 1}', "NULL", "x'ff'"])
def test_a_seal_that_names_garbage_is_a_finding(agreed, heads: str) -> None:
    text = f"CAST({heads} AS TEXT)" if heads.startswith("x") else "'null'" if heads == "NULL" else f"'{heads}'"
    agreed.tamper(f"UPDATE seals SET heads = {text} WHERE heads LIKE '%requests r1%'")
    assert "requests r1" in rows_found(agreed)
    assert "check-seal" in {finding.code for finding in check_ledger(agreed.ledger)}


def test_rows_of_earlier_versions_are_sealed_when_the_ledger_is_brought_up_to_date(agreed) -> None:
    # What version 4 brought is taken off again, and what seals said of rows: that is a file as version 3 left it.
    as_version_3(agreed.path)
    named = " OR ".join(f"heads LIKE '%{table} %'" for table in SEALED)
    agreed.tamper(f"DELETE FROM seals WHERE {named}")
    ledger = Ledger.open(agreed.path)
    assert check_ledger(ledger) == []
    agreed.tamper("DELETE FROM requests WHERE request_id = 'r2'")
    assert rows_found(agreed) == ["requests r2"]


def test_the_same_history_has_the_same_head_whatever_the_key(shop_at, tmp_path, monkeypatch) -> None:
    heads = set()
    for name in ("one", "other"):
        monkeypatch.setenv("BAITIAO_KEY_FILE", str(tmp_path / f"{name}.key"))
        shop = shop_at(Ledger.create(tmp_path / f"{name}.db", now=NOW))
        with shop.write() as tx:
            tx.keep_answer("r1", {"name": "李雷"}, {"account_id": "A1"}, is_personal=True)
            tx.keep_answer("r2", {"amount": 1}, {"event_id": "A1E1"})
        shop.open()
        heads.add(shop.head())
        assert check_ledger(shop.ledger) == []
    assert len(heads) == 1


def test_a_hash_that_was_blinded_afterwards_is_found(shop) -> None:
    with shop.write() as tx:
        tx.keep_answer("r2", {"amount": 1}, {"event_id": "A1E1"})
    shop.tamper(f"UPDATE requests SET inputs_hash = 'k' || '{'1' * 63}'")
    assert [finding.code for finding in check_ledger(shop.ledger)] == ["check-row"]


def test_a_blinded_hash_that_was_damaged_is_found(shop) -> None:
    with shop.write() as tx:
        tx.keep_answer("r1", {"name": "李雷"}, {"account_id": "A1"}, is_personal=True)
    shop.tamper("UPDATE requests SET inputs_hash = substr(inputs_hash, 1, 20) || '!' || substr(inputs_hash, 22)")
    assert [(each.code, each.where) for each in check_ledger(shop.ledger)] == [("check-row", "requests r1")]
