"""The examples of the page `purchases`, worked by hand, are what the report tells."""

from __future__ import annotations

import pytest

from baitiao_cli.messages.definitions import definition_of


@pytest.fixture
def line(at):
    """Runs a command on a day in a ledger of its own, with one account of 10,000.00."""
    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "10000")
    return at


def bought(line, today: str, *days: str) -> tuple[int, int, int, int, int]:
    totals = line(today, "report", "purchases", "--by", "merchant", *days)["totals"]
    names = ("purchase_count", "amount_fen", "own_fen", "financed_fen", "refunds_fen")
    return tuple(totals[name] for name in names)


def example(name: str) -> str:
    return definition_of("purchases", name).example.in_language("en")


def test_a_bill_turned_into_installments_is_no_purchase(line) -> None:
    line("2026-01-08", "charge", "A1", "600")
    line("2026-02-05", "convert", "A1", "--installments", "3")
    assert bought(line, "2026-02-28") == (1, 60_000, 0, 60_000, 0)
    assert bought(line, "2026-02-28", "--from", "2026-02-01") == (0, 0, 0, 0, 0)
    assert "600.00 bought on 01-08 and its bill turned into 3 installments on 02-05: 1 purchase" in example("purchase")


def test_what_is_paid_at_once_and_what_is_lent(line) -> None:
    line("2026-01-08", "charge", "A1", "6000", "--installments", "3", "--down-payment", "1000", "--trade-in", "500")
    assert bought(line, "2026-01-31") == (1, 600_000, 150_000, 450_000, 0)
    assert "6,000.00 with 1,000.00 paid down: 6,000.00" in example("amount")
    assert "1,000.00 paid down and an old phone taken for 500.00: 1,500.00" in example("own-means")
    assert "6,000.00 less 1,500.00 of own means: 4,500.00" in example("financed")


def test_what_comes_back_counts_with_its_purchase(line) -> None:
    line("2026-01-08", "charge", "A1", "600")
    line("2026-03-02", "refund", "A1P1", "200")
    assert bought(line, "2026-04-30", "--through", "2026-02-28")[-1] == 0
    assert bought(line, "2026-04-30", "--from", "2026-01-01", "--through", "2026-04-30") == (
        1,
        60_000,
        0,
        60_000,
        20_000,
    )
    assert "200.00 refunded in March: a report of January through April has 200.00" in example("sent-back")
