"""The script prints a ratio for each case; only those that hold on any machine are asserted, with room to spare."""

from __future__ import annotations

import sys

from baitiao_cli.ledger.check import prove
from baitiao_cli.ledger.store import Ledger
from tests.bench import portfolio
from tests.bench.large_ledger import make_ledger, make_portfolio


def test_the_script_prints_ratios(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "argv", ["portfolio", "84"])
    portfolio.main()
    heading, columns, *lines = capsys.readouterr().out.splitlines()
    assert heading == "84 accounts" and columns.split()[-3:] == ["MB", "ratio", "target"]
    assert len(lines) >= len(portfolio.CASES)


def test_a_year_at_once_takes_less_than_day_by_day(tmp_path) -> None:
    (row,) = portfolio.a_year(tmp_path, 28)
    assert row.ratio < 0.7


def test_a_portfolio_for_measuring_passes_the_whole_check(tmp_path) -> None:
    make_portfolio(tmp_path / "ledger.db", 30)
    ledger = Ledger.open(tmp_path / "ledger.db")
    assert prove(ledger, full=True).findings == []
    with ledger.read() as tx:
        due = tx.account_ids(boundary_through=portfolio.NEXT_DAY)
    assert due, "somebody's bill day or due date is the next day"
    assert portfolio.accrued(ledger.path, portfolio.SETTLED_ON) == 0
    assert portfolio.accrued(ledger.path, portfolio.NEXT_DAY) == len(due)
    assert prove(ledger, full=True).findings == []


def test_a_ledger_of_events_for_measuring_passes_the_whole_check(tmp_path) -> None:
    count = make_ledger(tmp_path / "ledger.db", 60)
    proved = prove(Ledger.open(tmp_path / "ledger.db"), full=True)
    assert (proved.findings, proved.event_count) == ([], count)
