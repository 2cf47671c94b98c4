"""An account's story told with the real verbs: each decides, records and refolds like the program does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.billing import bill_document, bills_to_issue
from baitiao_cli.account.events import (
    AnyFact,
    Closed,
    CreditGranted,
    Event,
    Opened,
    PaidOff,
    PaidOut,
    PersonCorrected,
    Purchased,
    Refunded,
    Repaid,
    Reversed,
    Waived,
    WaivedCharge,
)
from baitiao_cli.account.replay import replay
from baitiao_cli.account.terms import LateTerms, LineTerms, Product
from baitiao_cli.account.verbs.closing import decide_closing
from baitiao_cli.account.verbs.credit import decide_credit
from baitiao_cli.account.verbs.payoff import decide_payoff, quote_payoff
from baitiao_cli.account.verbs.payout import decide_payout
from baitiao_cli.account.verbs.person import decide_correction
from baitiao_cli.account.verbs.purchase import decide_purchase
from baitiao_cli.account.verbs.refund import decide_refund
from baitiao_cli.account.verbs.repayment import decide_repayment
from baitiao_cli.account.verbs.reversal import decide_reversal
from baitiao_cli.account.verbs.waiver import decide_waiver
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import find_product, load_products

LIMIT_FEN = 2_000_000

_LINE = find_product("month").line
assert _LINE is not None
LINE: LineTerms = _LINE
GRACE_LINE = replace(LINE, late=replace(LINE.late, grace_days=3), rounding="half-even")

PRODUCTS: dict[str, Product] = {
    **load_products(),
    # A historical order plan: a late night is charged on all that is left with its fees; all fees at a payoff.
    "order": replace(
        find_product("inst"), id="order", payoff="all-fees", late=LateTerms(daily_ppb=700_000, base="plan")
    ),
    "grace": replace(
        find_product("inst"), id="grace", rounding="half-even", late=LateTerms(daily_ppb=500_000, grace_days=3)
    ),
    "monthly": replace(find_product("epi"), id="monthly", method="interest-only", installments=(3, 6, 12)),
}


def opened(
    on: date = date(2024, 1, 12), bill_day: int = 3, line: LineTerms = LINE, limit_fen: int = LIMIT_FEN, tier: str = "B"
) -> Event:
    """The first event of account A1."""
    fact = Opened(person_id="N1", limit_fen=limit_fen, bill_day=bill_day, tier=tier, line=line)  # type: ignore[arg-type]
    return Event(event_id="A1E1", account_id="A1", number=1, effective_on=on, fact=fact)


@dataclass
class History:
    """The events of one account so far and the day it is; each verb decides, records and refolds like a real one."""

    events: list[Event] = field(default_factory=lambda: [opened()])
    today: date = date.min
    plan_count: int = 0
    _folded: dict[tuple[int, date], Account] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self.today = max(self.today, self.events[0].effective_on)

    @property
    def opened_on(self) -> date:
        return self.events[0].effective_on

    def account(self, on: date | None = None) -> Account:
        key = len(self.events), on or self.today
        if key not in self._folded:
            self._folded[key] = replay(self.events, key[1])
        return self._folded[key]

    def record(self, fact: AnyFact, on: date | None = None) -> Event:
        """Adds the fact, unless something recorded could not have been so with it."""
        number = len(self.events) + 1
        event = Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=on or self.today, fact=fact)
        before = set(self.account().conflicts)
        if set(replay([*self.events, event], self.today).conflicts) - before:
            raise BaitiaoError("event-needed", event_id=event.event_id, events="-")
        self.events.append(event)
        return event

    def buy(self, product_id: str, amount_fen: int, installments: int | None = None, on: date | None = None) -> Event:
        on, product = on or self.today, PRODUCTS[product_id]
        account = self.account(on)
        purchase = Purchased(
            plan_id=f"A1P{self.plan_count + 1}",
            amount_fen=amount_fen,
            terms=product.terms(installments, account.tier),
        )
        event = self.record(decide_purchase(account, product, purchase, on), on)
        self.plan_count += 1
        return event

    def repay(self, amount_fen: int, plan_id: str = "", on: date | None = None, means: str = "") -> Event:
        on = on or self.today
        repayment = Repaid(amount_fen=amount_fen, plan_id=plan_id, means=means)
        return self.record(decide_repayment(self.account(on), repayment), on)

    def pay_off(self, plan_id: str = "", on: date | None = None) -> Event:
        on = on or self.today
        account = self.account(on)
        payoff = PaidOff(amount_fen=quote_payoff(account, on, plan_id).total_fen, plan_id=plan_id)
        return self.record(decide_payoff(account, payoff, on), on)

    def pay_out(self, on: date | None = None) -> Event:
        """All of the credit balance goes back."""
        on = on or self.today
        account = self.account(on)
        return self.record(decide_payout(account, PaidOut(amount_fen=account.credit_fen)), on)

    def correct_person(self, on: date | None = None) -> Event:
        """Another phone number: no figure knows of it."""
        on = on or self.today
        return self.record(decide_correction(self.account(on), PersonCorrected(fields=("phone",))), on)

    def refund(self, plan_id: str, amount_fen: int, on: date | None = None) -> Event:
        on = on or self.today
        refund = Refunded(plan_id=plan_id, amount_fen=amount_fen)
        return self.record(decide_refund(self.account(on), refund, self.events), on)

    def waive(self, amount_fen: int, charge: WaivedCharge = "", plan_id: str = "", on: date | None = None) -> Event:
        on = on or self.today
        waiver = Waived(amount_fen=amount_fen, charge=charge, plan_id=plan_id, reason="-")
        return self.record(decide_waiver(self.account(on), waiver, on), on)

    def credit(self, amount_fen: int, on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_credit(self.account(on), CreditGranted(amount_fen=amount_fen, reason="-")), on)

    def reverse(self, event_id: str) -> Event:
        return self.record(decide_reversal(self.events, Reversed(event_id=event_id)))

    def close(self) -> Event:
        return self.record(decide_closing(self.account(), Closed()))

    def issue_bills(self) -> None:
        """Issues the bills whose day has come, each with what was known before it, dated its bill day."""
        while bills := bills_to_issue(account := self.account()):
            self.record(bill_document(account, bills[0], len(self.events)), bills[0].billed_on)
