"""Settlements with merchants: purchases less discounts, subsidies and refunds, and what comes late as an adjustment.

Café pays 0.6%. 1,200.00 interest-free in 12 installments cost it 86.40 of subsidy and 7.20 of discount: 1,106.40.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

FIGURES = ("purchases_fen", "refunds_fen", "subsidies_fen", "discounts_fen", "net_fen", "adjustment_fen")


@pytest.fixture
def desk(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs a command line on a day in a ledger where Café has sold once."""
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "desk.db"))

    def on(today: str, *arguments: str) -> Any:
        return run(*arguments, "--today", today)

    on("2026-02-01", "init")
    on("2026-02-01", "open", "--name", "x", "--limit", "20000")
    on("2026-02-01", "register", "Café", "--discount", "0.6%")
    on("2026-02-05", "charge", "A1", "1200", "--product", "free", "--installments", "12", "--merchant", "Café")
    return on


def settled(desk: Callable[..., Any], today: str, through: str, merchant: str = "M1") -> tuple[int, ...]:
    data = desk(today, "merchant-settle", merchant, "--through", through, "--json").data
    return tuple(data[name] for name in FIGURES)


def test_each_settlement_begins_where_the_last_ended(desk) -> None:
    assert settled(desk, "2026-02-10", "2026-02-09") == (120_000, 0, -8_640, -720, 110_640, 0)
    desk("2026-02-12", "charge", "A1", "100", "--merchant", "Café")
    assert settled(desk, "2026-02-12", "2026-02-12", "Café") == (10_000, 0, 0, -60, 9_940, 0)
    told = desk("2026-02-13", "merchant-settle", "M1", "--through", "2026-02-12", "--json")
    assert told.error["code"] == "nothing-to-settle"
    told = desk("2026-02-13", "merchant-settle", "M1", "--through", "2026-02-11", "--json")
    assert told.error["code"] == "settled-through"


def test_what_comes_late_is_an_adjustment_of_the_next(desk) -> None:
    """A purchase of 8 February told on the 12th: 50.00 less 0.30; a quarter of the first came back on the 11th."""
    assert settled(desk, "2026-02-10", "2026-02-10")[4] == 110_640
    desk("2026-02-11", "refund", "A1P1", "300")  # 300.00 less 21.60 of subsidy and 1.80 of discount
    desk("2026-02-12", "charge", "A1", "50", "--merchant", "Café", "--on", "2026-02-08")
    late = settled(desk, "2026-02-12", "2026-02-12")
    assert late == (5_000, -30_000, 2_160, 180 - 30, 4_970 - 27_660, 4_970)
    told = desk("2026-02-12", "explain", "D1").out
    assert "1,106.40" in told, "what was settled stays"


def test_it_counts_from_no_day_before_the_last_that_it_settles(desk) -> None:
    asked = ("merchant-settle", "M1", "--through", "2026-02-10", "--json")
    assert desk("2026-02-12", *asked, "--on", "2026-02-09").error["code"] == "settled-too-early"
    assert desk("2026-02-12", *asked, "--on", "2026-02-10").data["through_on"] == "2026-02-10"


def test_it_is_answered_once_and_only_for_who_is_registered(desk) -> None:
    asked = ("merchant-settle", "M1", "--through", "2026-02-09", "--request-id", "s", "--json")
    assert desk("2026-02-10", *asked).data == desk("2026-02-11", *asked).data
    desk("2026-02-10", "charge", "A1", "5", "--merchant", "Kiosk")
    for merchant, code in (("Kiosk", "merchant-unregistered"), ("Nobody", "merchant-unknown")):
        told = desk("2026-02-10", "merchant-settle", merchant, "--through", "2026-02-10", "--json")
        assert told.error["code"] == code
    told = desk("2026-02-10", "merchant-settle", "M1", "--through", "2026-02-11", "--json")
    assert told.error["code"] == "date-in-future"
