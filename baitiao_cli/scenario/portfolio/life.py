"""A portfolio as it lives: what everybody means to do, by day, and what was done or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from heapq import heappop, heappush
from typing import Any, TypeVar

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.quote import Shown
from baitiao_cli.actions.charge import ChargeAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.quote import keep_quotes, quote_for_account
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import REFUSED, BaitiaoError
from baitiao_cli.ledger.played import PlayedLedger
from baitiao_cli.scenario.days import clock
from baitiao_cli.scenario.portfolio.borrower import Borrower
from baitiao_cli.scenario.portfolio.deed import Deed
from baitiao_cli.scenario.portfolio.rules import Portfolio

Answer = TypeVar("Answer")

OPERATOR = "generate"
BY_RULE = "model"
"""What stands for a reason where a verb wants one."""

CARD = "card"
"""What everybody pays with."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How often something was done, by verb, or refused, by code."""

    what: str
    count: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a kind of payer there are, and what they did; what auto-repay paid is no payment by hand."""

    payer: str
    account_count: int
    purchase_count: int
    payment_count: int
    charge_off_count: int
    closed_count: int


class Life:
    """What is waiting to be done in a ledger, and what was done in it, through a last day."""

    def __init__(self, ledger: PlayedLedger, rules: Portfolio, from_on: date, through: date) -> None:
        self.ledger, self.rules, self.through = ledger, rules, through
        self.today = from_on
        self._waiting: list[tuple[date, int, int, Deed, Borrower]] = []
        self._added = 0
        self._done: Counter[str] = Counter()
        self._refused: Counter[str] = Counter()
        self._by_payer: dict[str, Counter[str]] = {payer.kind: Counter() for payer in rules.payers}

    def take_in(self, borrower: Borrower) -> None:
        """Takes in somebody, who opens a line on their day."""
        self._by_payer[borrower.payer.kind]["accounts"] += 1
        self.plan(borrower, Deed(borrower.opens_on, "open"))

    def plan(self, borrower: Borrower, *deeds: Deed) -> None:
        """Notes what somebody means to do, unless it is after the end of all."""
        for deed in deeds:
            if deed.on <= self.through:
                self._added += 1
                heappush(self._waiting, (max(deed.on, self.today), borrower.number, self._added, deed, borrower))

    def go_on(self, today: date) -> None:
        """Lets a day come."""
        self.today = today
        self.ledger.go_on(today=today, now=clock(today), operator=OPERATOR)

    def due(self) -> Iterator[tuple[Borrower, Deed]]:
        """What is to be done today, in the order of borrowers, with what comes up on the way."""
        while self._waiting and self._waiting[0][0] <= self.today:
            *_, deed, borrower = heappop(self._waiting)
            yield borrower, deed

    @property
    def call(self) -> Call:
        """The circumstances of whatever is done today."""
        return Call(today=self.today, now=clock(self.today), operator=OPERATOR)

    def perform(self, verb: Verb, asked: Any, borrower: Borrower | None = None) -> Any:
        """Does a verb today; `None` when a rule refuses it, which is counted."""
        answer = self._tried(verb.name, lambda: perform(self.ledger, verb, asked, self.call))
        if borrower and answer is not None:
            self._by_payer[borrower.payer.kind][verb.name] += 1
        return answer

    def quote(self, asked: ChargeAsked) -> Shown | None:
        """Shows what a purchase costs, which is kept; `None` when a rule refuses it, which is counted."""
        return self._tried("quote", lambda: self._shown(asked))

    def _shown(self, asked: ChargeAsked) -> Shown:
        with self.ledger.read() as tx:
            shown = quote_for_account(tx, asked, self.today)
        not_kept = keep_quotes(self.ledger.path, lambda: self.ledger, [shown], self.call)
        assert not not_kept, not_kept
        return shown

    def _tried(self, what: str, do: Callable[[], Answer]) -> Answer | None:
        try:
            answer = do()
        except BaitiaoError as refusal:
            if refusal.status != REFUSED:
                raise
            self._refused[refusal.code] += 1
            return None
        self._done[what] += 1
        return answer

    def account(self, borrower: Borrower) -> Account:
        """The account as it stands today."""
        with self.ledger.read() as tx:
            return tx.book(borrower.account_id).account(self.today)

    # --- what became of it

    def done(self) -> list[Tally]:
        """What was done, the most frequent first."""
        return _tallies(self._done)

    def refused(self) -> list[Tally]:
        """What was refused, the most frequent first."""
        return _tallies(self._refused)

    def payers(self) -> list[Told]:
        """What the kinds of payers did."""
        return [
            Told(
                payer=kind,
                account_count=counted["accounts"],
                purchase_count=counted["charge"] + counted["capture"],
                payment_count=counted["repay"] + counted["payoff"] + counted["prepay"],
                charge_off_count=counted["charge-off"],
                closed_count=counted["close"],
            )
            for kind, counted in self._by_payer.items()
        ]


def _tallies(counted: Counter[str]) -> list[Tally]:
    return [Tally(what=what, count=counted[what]) for what in sorted(counted, key=lambda one: (-counted[one], one))]
