"""A ledger for a developer's tests: every day is fixed, every write has a request id, every answer is a typed record.

Copy `Shop` and `shop` into a `conftest.py`. There is no clock and no chance in it, so the same calls give the same
ledger, down to its head hash. Answers come from Python (`perform` and the views), or from the command line as JSON.

    python examples/fixture.py              prints what the fixture holds
    python -m pytest examples/fixture.py    runs the tests below
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.show import AccountView, show
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger


class Shop:
    """A ledger with one customer, A1, who bought a phone in 12 installments (A1P1) and paid the first."""

    def __init__(self, folder: Path) -> None:
        self.ledger = Ledger.create(folder / "shop.db", now="2026-01-05T00:00:00Z")
        self.do(OPEN, OpenAsked(name="Li Lei", limit_fen=20_000_00), date(2026, 1, 5), "open-1")
        self.do(CHARGE, ChargeAsked(account_id="A1", amount_fen=5_999_00, installments=12), date(2026, 1, 8), "T-1001")
        self.do(ACCRUE, AccrueAsked(), date(2026, 2, 3), "bills-2026-02")
        self.do(REPAY, RepayAsked(account_id="A1", amount_fen=535_90), date(2026, 2, 10), "R-2001")

    def do(self, verb: Verb, asked: Any, today: date, request_id: str = "") -> Any:
        """Does a verb on a day; the same request id again gives the first answer and writes nothing."""
        call = Call(today=today, now=f"{today}T08:00:00Z", operator="tests", request_id=request_id)
        return perform(self.ledger, verb, asked, call)

    def account(self, on: date, known_at: int | str | None = None) -> AccountView:
        """The account on a day, past or to come, as it is known now or after an earlier event."""
        with self.ledger.read(known_at=known_at) as tx:
            return show(tx, "A1", on)

    def baitiao(self, *arguments: str) -> Any:
        """What the command line answers: the `data` of its JSON document; the day is fixed here, too."""
        environment = {**os.environ, "BAITIAO_LEDGER": str(self.ledger.path), "BAITIAO_TODAY": "2026-02-20"}
        command = [sys.executable, "-m", "baitiao_cli", *arguments, "--json"]
        done = subprocess.run(command, capture_output=True, env=environment, check=True)
        return json.loads(done.stdout)["data"]

    def head(self) -> str:
        """The hash that stands for all that was ever recorded."""
        with self.ledger.read() as tx:
            return tx.head()


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def test_every_day_is_fixed(shop: Shop) -> None:
    # Of 5,999.00 the first installment paid 499.91; the second, with its fee, is 535.90 and due on 12 March.
    figures = shop.account(date(2026, 2, 20)).figures
    assert (figures.used_fen, figures.next_due_on, figures.next_due_fen) == (549_909, date(2026, 3, 12), 535_90)
    # Nobody pays it: 100 days later it is 100 days late, without an end-of-day run.
    assert shop.account(date(2026, 6, 20)).figures.days_past_due == 100


def test_a_retry_changes_nothing(shop: Shop) -> None:
    head = shop.head()
    asked = RepayAsked(account_id="A1", amount_fen=535_90)
    assert shop.do(REPAY, asked, date(2026, 2, 11), "R-2001").event_id == "A1E4"
    assert shop.head() == head


def test_a_refusal_has_a_code_and_changes_nothing(shop: Shop) -> None:
    head = shop.head()
    with pytest.raises(BaitiaoError) as refused:
        shop.do(CHARGE, ChargeAsked(account_id="A1", amount_fen=15_000_00), date(2026, 2, 20))
    assert (refused.value.code, refused.value.details["available_fen"]) == ("limit-exceeded", 1_450_091)
    assert shop.head() == head


def test_what_was_known_before_the_payment(shop: Shop) -> None:
    assert shop.account(date(2026, 2, 20), known_at="A1E3").figures.days_past_due == 8
    assert shop.account(date(2026, 2, 20)).figures.days_past_due == 0


def test_the_command_line_answers_the_same(shop: Shop) -> None:
    assert shop.baitiao("show", "A1")["used_fen"] == shop.account(date(2026, 2, 20)).figures.used_fen
    assert shop.baitiao("check")["findings"] == []


def test_the_same_calls_give_the_same_ledger(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert Shop(tmp_path_factory.mktemp("again")).head() == shop.head()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        shop_here = Shop(Path(folder))
        for line in shop_here.baitiao("history", "A1")["lines"]:
            print(f"{line['on']}  {line['event_id'] or '-':5} {line['kind']:20} {format_yuan(line['balance_fen']):>10}")
        print(f"{'owed on 20 February':>29} {format_yuan(shop_here.baitiao('show', 'A1')['owed_fen']):>18}")
        print(f"head {shop_here.head()}")
