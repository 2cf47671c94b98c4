"""The phone call in `examples/`: found, understood, entered for its day, and what was known before."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.needs_tool("sh")


def test_the_call_ends_with_a_settled_question(play, tmp_path, run, monkeypatch):
    ledger = tmp_path / "shop.db"
    parts = [part.split("\n", 1) for part in play("support_call.sh", str(ledger)).split("\n-- ")[1:]]
    told = [text for _, text in parts]
    assert "A2-9\t韩**\t139****5678\tphone\topen" in told[0]
    assert "Overdue since\t2026-02-12 (2 days)\n" in told[1]
    # 206.86 of the television, 2 nights of 0.05% on it: 0.20686, and 8.65 of the minimum of the groceries.
    assert "Overdue (A2): 215.72 yuan\n" in told[2]
    assert "late charge by the night\t2026-02-12\t2026-02-14\t2\t206.86\t0.05% a day\t0.20686\n" in told[2]
    # Her bill asked for 86.50 + 400.00 + 7.20 + 299.66 = 793.36; 500.00 came in on the 5th, 293.36 was missing.
    assert "Amount due (yuan)\t793.36\n" in told[3]
    assert "Repayment\t\t-500.00" in told[3]
    assert told[4].rstrip("\n") == told[5].rstrip("\n")  # the dry run and the entry tell the same
    assert "Payable now (yuan)\t0.00" in told[5]
    assert "Overdue\t215.72\t0.00\t-215.72" in told[6]
    assert [line.split("\t")[-1] for line in told[7].splitlines()[1:3]] == ["", "2026-02-12"]  # overdue since
    assert "As the ledger knew it up to event 12: A2E6" in told[7]
    assert "No account is like that." in told[8]
    assert "Phone\t137****9012\t2026-02-14" in told[9]
    assert "All is well." in told[10]
    assert not any(secret in "".join(told) for secret in ("韩梅梅", "13900005678", "13700009012"))
    monkeypatch.setenv("BAITIAO_LEDGER", str(ledger))
    assert run("show", "A2", "--today", "2026-02-14", "--json").data["days_past_due"] == 0


def test_without_a_ledger_nothing_is_kept(play, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*.db"))
    assert "All is well." in play("support_call.sh")
    assert sorted(tmp_path.rglob("*.db")) == before
