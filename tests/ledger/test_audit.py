"""Deeds are kept in a chain of their own, under the ledger's one head."""

from __future__ import annotations

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger


@pytest.fixture
def noted(busy_shop):
    """A ledger with deeds alone in a transaction, beside an event, and two at once."""
    with busy_shop.write() as tx:
        assert tx.note("looked", "P1", field="phone") == 1
    with busy_shop.write() as tx:
        tx.note("looked", "P2")
        tx.note("looked", "P1", field="name")
    busy_shop.repay(1)
    return busy_shop


def codes(shop) -> set[str]:
    return {finding.code for finding in check_ledger(shop.ledger)}


def test_deeds_are_read_in_their_order_and_by_subject(noted) -> None:
    with noted.ledger.read() as tx:
        assert [(deed.number, deed.subject, deed.operator) for deed in tx.deeds()] == [
            (1, "P1", "tester"),
            (2, "P2", "tester"),
            (3, "P1", "tester"),
        ]
        assert [deed.details for deed in tx.deeds("P1")] == [{"field": "phone"}, {"field": "name"}]
    assert codes(noted) == set()


def test_a_deed_moves_the_head(busy_shop) -> None:
    before = busy_shop.head()
    with busy_shop.write() as tx:
        tx.note("looked", "P1")
    assert busy_shop.head() != before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET operator = 'nobody' WHERE number = 1",
        "UPDATE audit SET details = '{}' WHERE number = 3",
        "DELETE FROM audit WHERE number = 1",
        "DELETE FROM audit WHERE number = 3",
        "DELETE FROM audit",
        "INSERT INTO audit SELECT 4, recorded_at, operator, deed, subject, details, hash, hash FROM audit"
        " WHERE number = 3",
    ],
)
def test_a_log_that_was_changed(noted, statement: str) -> None:
    noted.tamper(statement)
    assert codes(noted) & {"check-deed", "check-seal"}


def test_a_deed_that_is_gone_is_one_gap(noted) -> None:
    """The seals after it fit, for the log goes on where it did."""
    noted.tamper("DELETE FROM audit WHERE number = 1")
    assert {finding.where for finding in check_ledger(noted.ledger)} == {"deed 2"}


@pytest.mark.parametrize("details", ['\'{"roles":["admin"]}\'', "'{'", "'[]'", "7"])
def test_a_deed_that_was_changed_is_not_gone_by(noted, details: str) -> None:
    noted.tamper(f"UPDATE audit SET details = {details} WHERE number = 2")
    with noted.ledger.read() as tx:
        assert len(tx.deeds("P1")) == 2
        with pytest.raises(BaitiaoError, match=r"ledger-damaged: .*deed 2"):
            tx.deeds("P2")


def test_the_log_is_only_added_to(noted) -> None:
    for statement in ("UPDATE audit SET deed = deed", "DELETE FROM audit", "REPLACE INTO audit SELECT * FROM audit"):
        with noted.sql() as connection, pytest.raises(Exception, match="never"):
            connection.execute(statement)
