"""Lets a portfolio live, day by day: each deed is a verb, as somebody would have typed it on that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import Any

import msgspec

from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.register import REGISTER, RegisterAsked
from baitiao_cli.ledger.played import PlayedLedger
from baitiao_cli.scenario.portfolio.borrower import Borrower
from baitiao_cli.scenario.portfolio.doing import bills, lines, payments, purchases
from baitiao_cli.scenario.portfolio.life import Life, Tally, Told
from baitiao_cli.scenario.portfolio.rules import Portfolio

Progress = Callable[[int, int], None] | None

WAYS: dict[str, Callable[[Life, Borrower, Any], None]] = lines.WAYS | bills.WAYS | purchases.WAYS | payments.WAYS
"""How each deed is done, by its name."""


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a portfolio: its head, what was done and what was refused, the payers."""

    seed: int
    rules_version: int
    from_on: date
    through: date
    account_count: int
    event_count: int
    head: str
    done: list[Tally]
    refused: list[Tally]
    payers: list[Told]
    seconds: float


def generate(
    ledger: PlayedLedger,
    rules: Portfolio,
    *,
    account_count: int,
    from_on: date,
    through: date,
    seed: int,
    progress: Progress = None,
) -> Generated:
    """Plays a portfolio in an empty ledger from one day through another; the same seed and rules, the same head."""
    started = perf_counter()
    life = Life(ledger, rules, from_on, through)
    day_count = (through - from_on).days + 1
    life.go_on(from_on)
    for shop in rules.shops:
        life.perform(REGISTER, RegisterAsked(merchant=shop.name, discount_ppb=shop.discount_ppb))
    _take_in(life, account_count, seed, day_count)
    for number in range(day_count):
        life.go_on(from_on + timedelta(days=number))
        for borrower, deed in life.due():
            WAYS[deed.do](life, borrower, deed.about)
        if progress:
            progress(number + 1, day_count)
    life.perform(ACCRUE, AccrueAsked())
    with ledger.read() as tx:
        head, event_count = tx.head(), tx.event_count()
    return Generated(
        seed=seed,
        rules_version=rules.rules_version,
        from_on=from_on,
        through=through,
        account_count=account_count,
        event_count=event_count,
        head=head,
        done=life.done(),
        refused=life.refused(),
        payers=life.payers(),
        seconds=perf_counter() - started,
    )


def _take_in(life: Life, account_count: int, seed: int, day_count: int) -> None:
    """Takes in the borrowers, no two of whom have one ID number."""
    taken: set[str] = set()
    for number in range(1, account_count + 1):
        borrower = Borrower(life.rules, seed, number, life.today, day_count)
        while borrower.id_number in taken:
            borrower.id_number = borrower.draw.id_number()
        taken.add(borrower.id_number)
        life.take_in(borrower)
