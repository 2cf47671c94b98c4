"""The script prints a ratio; how large it is depends on the machine. Its ledger is as good as a real one."""

from __future__ import annotations

import sys

from baitiao_cli.ledger.check import prove
from baitiao_cli.ledger.store import Ledger
from tests.bench import check_speed
from tests.bench.large_ledger import make_ledger


def test_the_script_prints_ratios(capsys, monkeypatch) -> None:
    monkeypatch.setattr(sys, "argv", ["check_speed", "100"])
    check_speed.main()
    heading, columns, *lines = capsys.readouterr().out.splitlines()
    assert "events" in heading and columns.split() == ["case", "s", "cpu", "s", "ratio", "MB"]
    assert [line.split()[0] for line in lines] == ["scan", "check"]


def test_a_ledger_for_measuring_passes_the_whole_check(tmp_path) -> None:
    count = make_ledger(tmp_path / "ledger.db", 60)
    proved = prove(Ledger.open(tmp_path / "ledger.db"), full=True)
    assert (proved.findings, proved.event_count) == ([], count)
