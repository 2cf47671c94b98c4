"""A throw-away account in memory: its events are decided and folded as real ones are, and written nowhere."""

from __future__ import annotations

from collections import Counter
from datetime import date

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import AnyFact, Event, Opened, Purchased, Repaid
from baitiao_cli.account.replay import advance, replay, take
from baitiao_cli.account.terms import Product, Tier
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.verbs.open import MAX_LIMIT_FEN, decide_opening
from baitiao_cli.account.verbs.repay import decide_repayment
from baitiao_cli.products.catalogue import line_terms

ACCOUNT = "A1"
TIER: Tier = "B"
BILL_DAY = 3


class History:
    """One account from its opening on `opened_on`, whose days go on; each verb refuses what the real one refuses.

    The account is folded on, not anew (law 44: that is the same), so it is one that changes: what is read of it is read
    before the next call.
    """

    def __init__(self, opened_on: date) -> None:
        opened = Opened(person_id="P1", limit_fen=MAX_LIMIT_FEN, bill_day=BILL_DAY, tier=TIER, line=line_terms())
        self._count = 0
        self._account = replay([self._event(decide_opening(opened, opened_on), opened_on)], opened_on)

    def account(self, on: date) -> Account:
        """The account at the end of a day, which is not before the last one that was asked for."""
        if on < self._account.through:
            raise ValueError(f"{on} is before {self._account.through}")
        advance(self._account, on)
        return self._account

    def buy(self, product: Product, amount_fen: int, on: date, installments: int | None = None) -> str:
        """Charges a purchase on the product; returns the id of its plan."""
        account = self.account(on)
        plan_id = f"{ACCOUNT}P{len(account.plans) + 1}"
        terms = product.terms(installments, TIER, on)
        purchase = Purchased(plan_id=plan_id, amount_fen=amount_fen, terms=terms)
        take(account, self._event(decide_purchase(account, product, purchase, on), on))
        return plan_id

    def repay(self, amount_fen: int, on: date) -> Counter[str]:
        """Takes a repayment; returns what of it went to each kind of debt (`principal`, `interest`), in whole fen."""
        account = self.account(on)
        event = self._event(decide_repayment(account, Repaid(amount_fen=amount_fen)), on)
        take(account, event)
        parts: Counter[str] = Counter()
        for part in account.allocations:
            if part.event_id == event.event_id:
                parts[part.kind] += part.amount_fen
        return parts

    def _event(self, fact: AnyFact, on: date) -> Event:
        self._count += 1
        event_id = f"{ACCOUNT}E{self._count}"
        return Event(event_id=event_id, account_id=ACCOUNT, number=self._count, effective_on=on, fact=fact)
