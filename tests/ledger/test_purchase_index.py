"""What is looked for is looked up, and what that finds is what reading every event finds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import astuple

from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.hold import HOLD, HoldAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.reverse import REVERSE, ReverseAsked
from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.people.person import folded
from baitiao_cli.ledger.purchase_index import SHORTEST_TAIL
from baitiao_cli.ledger.search import Match
from baitiao_cli.ledger.store import Ledger, ReadTransaction

TODAY = date(2026, 3, 1)
CALL = Call(today=TODAY, now="2026-03-01T02:00:00Z", operator="clerk")
MERCHANTS = ("Phone Shop", "PHONE SHOP", "Ｐｈｏｎｅ", "超市", "超市西店", "Straße 7", "", "%", "ß")
ORDERS = ("", "1", "999", "TX-1001", "tx-1001", "ＴＸ－１００１", "订单一千零一", "T 1001", "x1001", "ǅ-0001")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Two customers who bought at each merchant, each order once; some of it was reversed, some held."""
    ledger = Ledger.create(tmp_path_factory.mktemp("index") / "ledger.db", now=CALL.now)
    for name in ("李雷", "A1001"):
        perform(ledger, OPEN, OpenAsked(name=name, limit_fen=90_000_00), CALL)
    for number, order_id in enumerate(ORDERS):
        for place, merchant in enumerate(MERCHANTS):
            asked = {"account_id": f"A{1 + number % 2}", "amount_fen": 1_00, "merchant": merchant, "order_id": order_id}
            verb, inputs = (HOLD, HoldAsked) if (number + place) % 3 == 0 else (CHARGE, ChargeAsked)
            done = perform(ledger, verb, inputs(**asked), CALL)
            if (number + place) % 4 == 0:
                perform(ledger, REVERSE, ReverseAsked(reversed_event_id=done.event_id, reason="x"), CALL)
    return ledger


def read_through(tx: ReadTransaction, query: str) -> Iterator[tuple[str, str, str, bool]]:
    """The purchases and holds that fit, by reading every event."""
    rows = tx.connection.execute("SELECT account_id, body FROM events ORDER BY sequence")
    for account_id, body in rows:
        fact = json.loads(body)
        order, merchant = folded(fact.get("order_id", "")), folded(fact.get("merchant", ""))
        found_id = fact.get("plan_id") or fact.get("hold_id")
        if found_id and "amount_fen" in fact:
            if order and (order == query or (len(query) >= SHORTEST_TAIL and order.endswith(query))):
                yield account_id, "order", found_id, order == query
            if query in merchant:
                yield account_id, "merchant", found_id, merchant == query


def looked_up(tx: ReadTransaction, query: str) -> list[Match]:
    return [match for match in tx.search(query, TODAY) if match.code in ("order", "merchant")]


PARTS = [text[begin:] for text in (*MERCHANTS, *ORDERS) for begin in range(len(text))]


@given(st.one_of(st.sampled_from(PARTS), st.text(alphabet="PHONE shop超市店01-Tx%ß", min_size=1, max_size=5)))
def test_what_is_looked_up_is_what_reading_every_event_finds(ledger: Ledger, query: str) -> None:
    with ledger.read() as tx:
        query = folded(query.strip())
        if query:
            assert sorted(map(astuple, looked_up(tx, query))) == sorted(read_through(tx, query))


def test_every_merchant_and_order_is_found_in_the_order_of_events(ledger: Ledger) -> None:
    with ledger.read() as tx:
        for query in PARTS:
            wanted = folded(query.strip())
            assert not wanted or [astuple(match) for match in looked_up(tx, query)] == [*read_through(tx, wanted)]
        assert len(looked_up(tx, "phone")) == 3 * len(ORDERS)


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE purchase_index SET merchant = 'elsewhere' WHERE sequence = 5",
        "UPDATE purchase_index SET order_end = '1002' WHERE order_end = '1001'",
        "DELETE FROM purchase_index WHERE merchant = '超市'",
        "INSERT INTO purchase_index VALUES (1, 'nobody', '')",
    ],
)
def test_what_was_changed_is_found_and_made_again(run, ledger: Ledger, tmp_path: Path, edit: str) -> None:
    shutil.copytree(ledger.path.parent, tmp_path / "copy")
    copy = Ledger.open(tmp_path / "copy" / ledger.path.name)
    assert check_ledger(copy) == []
    with copy.read() as tx:
        before = [tuple(row) for row in tx.connection.execute("SELECT * FROM purchase_index")]
    with copy.write(today=TODAY, now=CALL.now, operator="nobody") as tx:
        tx.connection.execute(edit)
    findings = check_ledger(copy)
    assert findings and {finding.figures["table"] for finding in findings} == {"purchase_index"}
    words = ("--ledger", str(copy.path), "--today", TODAY.isoformat(), "--operator", "x", "--json")
    assert {change["view"] for change in run("rebuild", *words).data["changes"]} == {"purchase_index"}
    with copy.read() as tx:
        assert [tuple(row) for row in tx.connection.execute("SELECT * FROM purchase_index")] == before
    assert check_ledger(copy) == []
