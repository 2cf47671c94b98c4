"""Many transactions in one: what is refused or tried on the way leaves no trace, and the other accounts at hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.verb import Call
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.played import PlayedLedger
from baitiao_cli.ledger.store import Ledger

DAYS = [date(2026, 1, 5), date(2026, 1, 8), date(2026, 2, 10)]


def clock(today: date) -> str:
    return f"{today}T02:00:00Z"


def live(ledger: Ledger, met: Callable[[], None] = lambda: None) -> None:
    """Two lines; each time one was dealt with, the other is refused too much, or tries something in a dry run."""

    def do(verb, asked, today: date, dry_run: bool = False):
        call = Call(today=today, now=clock(today), operator="clerk", dry_run=dry_run)
        return perform(ledger, verb, asked, call)

    for name in ("x", "y"):
        do(OPEN, OpenAsked(name=name, limit_fen=1_000_00), DAYS[0])
    for today in DAYS[1:]:
        for account_id, other in (("A1", "A2"), ("A2", "A1")):
            do(CHARGE, ChargeAsked(account_id=account_id, amount_fen=100_00), today)
            with pytest.raises(BaitiaoError, match="limit-exceeded"):
                do(CHARGE, ChargeAsked(account_id=other, amount_fen=1_000_01), today)
            met()
            do(REPAY, RepayAsked(account_id=other, amount_fen=5_00), today, dry_run=True)
            do(REPAY, RepayAsked(account_id=account_id, amount_fen=1_00), today)


def test_it_is_the_ledger_that_transactions_of_their_own_leave(tmp_path: Path) -> None:
    one, many = (Ledger.create(tmp_path / name, now=clock(DAYS[0])) for name in ("one.db", "many.db"))
    live(many)
    at_hand = []
    with one.write(today=DAYS[0], now=clock(DAYS[0]), operator="clerk") as tx:
        live(PlayedLedger(one.path, tx), lambda: at_hand.append(len(tx._books)))
    heads = []
    for ledger in (one, many):
        assert check_ledger(ledger, full=True) == []
        with ledger.read() as tx:
            heads.append(tx.head())
    assert heads[0] == heads[1]
    assert set(at_hand) == {1}, "only the account that was refused is read again"
