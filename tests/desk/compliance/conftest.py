"""Ledgers made by hand, and the check on them as data."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.actions.desk.compliance import RuleLine, check_compliance
from baitiao_cli.desk.compliance.rules import ComplianceRules
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.ledger.store import Ledger


@pytest.fixture
def shop(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs a command on a day in a ledger of its own, which is made: `shop("2026-01-05", "open", ...)`."""
    path = tmp_path / "shop.db"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAITIAO_LEDGER", str(path))
    run("init")

    def on_a_day(today: str, *arguments: str) -> Any:
        done = run(*arguments, "--today", today, "--json")
        assert done.status == 0, done.err
        return done.data

    return on_a_day


@pytest.fixture
def allowing(tmp_path: Path) -> Callable[..., ComplianceRules]:
    """The rules of the program with other texts: `allowing("most = 3", "most = 2")`."""

    def changed(*texts: str) -> ComplianceRules:
        told = shipped("compliance").read_text("utf-8")
        for before, after in zip(texts[::2], texts[1::2], strict=True):
            assert before in told
            told = told.replace(before, after)
        path = tmp_path / "mine.toml"
        path.write_text(told, "utf-8")
        return read_rules(path, ComplianceRules)

    return changed


@pytest.fixture
def checked(tmp_path: Path) -> Callable[..., RuleLine]:
    """What becomes of one rule in the shop's ledger on a day."""

    def line(rule: str, as_of: str, rules: ComplianceRules | None = None, path: Path | None = None) -> RuleLine:
        allowed = rules or read_rules(shipped("compliance"), ComplianceRules)
        with Ledger.open(path or tmp_path / "shop.db").read() as tx:
            return check_compliance(tx, allowed, date.fromisoformat(as_of), rule).lines[0]

    return line
