"""Money that a means of the customer's pays: what it has, and what is agreed on it."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.events import AnyFact, AutoRepaySet, DebitTried, MeansStated, Opened, Reopened, Repaid
from baitiao_cli.oracle.renewals import Renewals


class Debits(Renewals):
    """Repayments, and what auto-repay takes."""

    def __init__(self, opening: Opened, opened_on: date) -> None:
        super().__init__(opening, opened_on)
        self.agreement: AutoRepaySet | None = None
        self.funds: dict[str, int | None] = {}

    def _hear(self, fact: AnyFact) -> None:
        super()._hear(fact)
        match fact:
            case AutoRepaySet():
                self.agreement = fact if fact.means else None
            case MeansStated():
                self.funds[fact.name] = 0 if fact.is_removed else fact.funds_fen
            case Reopened():
                self.agreement = None

    def _receive(self, payment: Repaid | DebitTried) -> None:
        if isinstance(payment, Repaid):
            self._repay(payment.amount_fen, payment.plan_id)
        else:
            self._debit(payment.means, payment.taken_fen)

    def _debit(self, means: str, taken: int) -> None:
        """A means pays; of one whose funds are known there is less afterwards."""
        funds = self.funds.get(means)
        if funds is not None:
            self.funds[means] = max(0, funds - taken)
        if taken:
            self._repay(taken)

    def _repay(self, amount: int, plan_id: str = "") -> None:
        self.moved["repaid"] = self.moved.get("repaid", 0) + amount
        self._ask_for_what_has_run()
        self._spread(amount, self._named(plan_id))
