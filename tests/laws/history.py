"""An account's story told with the real verbs: each decides, records and refolds like the program does."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import ClassVar

from msgspec.structs import replace

from baitiao_cli.account.account import Account, worse_conflicts
from baitiao_cli.account.billing import bill_document, bills_to_issue
from baitiao_cli.account.debit import debits_to_record
from baitiao_cli.account.events import (
    AnyFact,
    AutoRepaySet,
    BalanceRestructured,
    BillConverted,
    BillDayChanged,
    BillDeferred,
    BillIssued,
    ChargedOff,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    CreditGranted,
    Decision,
    DisputeCause,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    Event,
    Extended,
    HardshipDecided,
    HardshipRequested,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    LimitDecided,
    LimitDecision,
    LimitRequested,
    Locked,
    MeansStated,
    Opened,
    PaidOff,
    PaidOut,
    Paused,
    PersonCorrected,
    Prepaid,
    Purchased,
    Recovered,
    Refunded,
    Reopened,
    Repaid,
    RepaidShare,
    Repriced,
    Restructured,
    Resumed,
    Reversed,
    Suspended,
    SuspensionCause,
    TierChanged,
    Unlocked,
    VerificationFailed,
    Verified,
    Waived,
    WaivedCharge,
    WrittenOff,
)
from baitiao_cli.account.replay import replay
from baitiao_cli.account.terms import LateTerms, LineTerms, Product, Tier
from baitiao_cli.account.verbs.auto_repay import decide_auto_repay
from baitiao_cli.account.verbs.bill_day import decide_bill_day
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.verbs.charge_off import decide_charge_off
from baitiao_cli.account.verbs.close import decide_closing, decide_closing_request, decide_withdrawal
from baitiao_cli.account.verbs.convert import convertible_fen, decide_conversion
from baitiao_cli.account.verbs.credit import decide_credit
from baitiao_cli.account.verbs.defer import decide_deferral
from baitiao_cli.account.verbs.dispute import decide_dispute, find_dispute, terms_owed_again
from baitiao_cli.account.verbs.extend import decide_extension
from baitiao_cli.account.verbs.hardship import (
    decide_hardship_decision,
    decide_hardship_request,
    decision_due_on,
)
from baitiao_cli.account.verbs.hold import decide_capture, decide_hold, decide_release, find_hold
from baitiao_cli.account.verbs.limit import decide_limit
from baitiao_cli.account.verbs.limit_request import decide_limit_decision, decide_limit_request
from baitiao_cli.account.verbs.lock import decide_lock, decide_unlock
from baitiao_cli.account.verbs.means import decide_means
from baitiao_cli.account.verbs.pause import decide_pause
from baitiao_cli.account.verbs.payoff import decide_payoff, quote_payoff
from baitiao_cli.account.verbs.payout import decide_payout
from baitiao_cli.account.verbs.person import decide_correction
from baitiao_cli.account.verbs.prepay import decide_prepayment
from baitiao_cli.account.verbs.recover import decide_recovery
from baitiao_cli.account.verbs.refund import decide_refund, refundable_fen
from baitiao_cli.account.verbs.reopen import decide_reopening
from baitiao_cli.account.verbs.repay import decide_repayment
from baitiao_cli.account.verbs.reprice import decide_reprice, rate_of_plan
from baitiao_cli.account.verbs.restructure import decide_restructuring
from baitiao_cli.account.verbs.restructure_balance import decide_balance_restructuring
from baitiao_cli.account.verbs.reverse import decide_reversal
from baitiao_cli.account.verbs.suspend import decide_resumption, decide_suspension
from baitiao_cli.account.verbs.tier import decide_tier
from baitiao_cli.account.verbs.verify import decide_verification
from baitiao_cli.account.verbs.waive import decide_waiver
from baitiao_cli.account.verbs.write_off import decide_write_off
from baitiao_cli.calc.rates import Per, Rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import find_product, load_products

LIMIT_FEN = 2_000_000

_LINE = find_product("month").line
assert _LINE is not None
LINE: LineTerms = _LINE
GRACE_LINE = replace(
    LINE, late=replace(LINE.late, grace_days=3), rounding="half-even", class_rule="card", cooling_days=7
)

PRODUCTS: dict[str, Product] = {
    **load_products(),
    # A historical order plan: a late night is charged on all that is left with its fees; all fees at a payoff.
    "order": replace(
        find_product("inst"), id="order", payoff="all-fees", late=LateTerms(daily_ppb=700_000, base="plan")
    ),
    "grace": replace(
        find_product("inst"),
        id="grace",
        rounding="half-even",
        late=LateTerms(daily_ppb=500_000, grace_days=3),
        refund_fees="return",
    ),
    "monthly": replace(find_product("epi"), id="monthly", method="interest-only", installments=(3, 6, 12)),
    # Dear, so that rows are full of interest; principal first, and a month is a month however long it is.
    "dear": replace(
        find_product("epi"),
        id="dear",
        rate_ppb_by_tier=dict.fromkeys("ABCD", 360_000_000),
        installments=(6, 24, 36),
        day_count="30/360",
        rounding="half-even",
        evening=True,
        allocation=("late_charge", "fee", "principal", "interest"),
        annual_caps=(),
        annual_cap_ppb=0,
    ),
    # The interest of the first schedule stays, whenever it is paid; every five days.
    "fixed": replace(
        find_product("epi"),
        id="fixed",
        recalculate=False,
        every=5,
        unit="days",
        day_count="actual/actual",
        rounding="half-even",
        evening=True,
        allocation=("late_charge", "fee", "principal", "interest"),
    ),
    "whole months": replace(
        find_product("epi"), id="whole months", day_count="actual/actual", whole_period=True, refund_fees="return"
    ),
    # Interest on the original principal, a fixed price like a fee: on the bill, and on days of its own.
    "flat": replace(
        find_product("inst"),
        id="flat",
        method="flat",
        rounding="half-even",
        late=LateTerms(daily_ppb=500_000, base="plan"),
    ),
    "flat by date": replace(
        find_product("epi"),
        id="flat by date",
        method="flat",
        payoff="accrued-days",
        surplus="credit-balance",
        day_count="30/360",
        multiple_of_fen=10,
        free_periods=1,
        late=LateTerms(daily_ppb=500_000),
    ),
    "fee by date": replace(
        find_product("inst"),
        id="fee by date",
        due_by="anniversary",
        payoff="accrued-days",
        every=2,
        unit="weeks",
        free_periods=2,
        late=LateTerms(daily_ppb=500_000, grace_days=2),
    ),
    "weekly": replace(
        find_product("epp"),
        id="weekly",
        unit="weeks",
        day_count="actual/360",
        late=LateTerms(daily_ppb=1, instead=True),
        refund_fees="return",
    ),
}


def opened(
    on: date = date(2024, 1, 12), bill_day: int = 3, line: LineTerms = LINE, limit_fen: int = LIMIT_FEN, tier: str = "B"
) -> Event:
    """The first event of account A1."""
    fact = Opened(person_id="N1", limit_fen=limit_fen, bill_day=bill_day, tier=tier, line=line)  # type: ignore[arg-type]
    return Event(event_id="A1E1", account_id="A1", number=1, effective_on=on, fact=fact)


@dataclass
class History:
    """The events of one account so far and the day it is; each verb decides, records and refolds like a real one.

    Its days pass up to `longest_days` after the opening.
    """

    longest_days: ClassVar[int] = 1100

    events: list[Event] = field(default_factory=lambda: [opened()])
    today: date = date.min
    plan_count: int = 0
    hold_count: int = 0
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
        before = self.account().conflicts
        if worse_conflicts(before, replay([*self.events, event], self.today).conflicts):
            raise BaitiaoError("event-needed", event_id=event.event_id, events="-")
        self.events.append(event)
        return event

    def buy(
        self,
        product_id: str,
        amount_fen: int,
        installments: int | None = None,
        on: date | None = None,
        scene: str = "",
        merchant: str = "",
    ) -> Event:
        on, product = on or self.today, PRODUCTS[product_id]
        account = self.account(on)
        purchase = Purchased(
            plan_id=f"A1P{self.plan_count + 1}",
            amount_fen=amount_fen,
            terms=product.terms(installments, account.tier, on),
            scene=scene,
            merchant=merchant,
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

    def prepay(self, plan_id: str, amount_fen: int, effect: str, on: date | None = None) -> Event:
        on = on or self.today
        prepayment = Prepaid(plan_id=plan_id, amount_fen=amount_fen, effect=effect)  # type: ignore[arg-type]
        return self.record(decide_prepayment(self.account(on), prepayment, on), on)

    def reprice(self, plan_id: str, ppb: int, per: Per | None = None, on: date | None = None) -> Event:
        """Another rate, without a unit in that of the plan's present one."""
        on = on or self.today
        account = self.account(on)
        repriced = Repriced(plan_id=plan_id, rate=rate_of_plan(account, plan_id, ppb, per, on))
        return self.record(decide_reprice(account, repriced, on), on)

    def pause(self, plan_id: str, until_on: date, on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_pause(self.account(on), Paused(plan_id=plan_id, until_on=until_on), on), on)

    def extend(self, plan_id: str, months: int, on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_extension(self.account(on), Extended(plan_id=plan_id, months=months), on), on)

    def restructure(
        self, plan_id: str, installments: int, ppb: int | None = None, per: Per | None = None, on: date | None = None
    ) -> Event:
        """Over so many installments, at another rate (as `reprice` takes it) or the present one."""
        on = on or self.today
        account = self.account(on)
        rate = None if ppb is None else rate_of_plan(account, plan_id, ppb, per, on)
        fact = Restructured(plan_id=plan_id, installments=installments, rate=rate, keeps_suspense=True)
        return self.record(decide_restructuring(account, fact, on), on)

    def restructure_balance(
        self,
        installments: int,
        product_id: str = "inst",
        ppb: int | None = None,
        per: Per = "period",
        on: date | None = None,
    ) -> Event:
        """What bills have asked for of purchases, over so many installments, at the product's rate or another."""
        on, product = on or self.today, PRODUCTS[product_id]
        account = self.account(on)
        price = None if ppb is None else Rate(ppb, per)
        fact = BalanceRestructured(
            plan_id=f"A1P{self.plan_count + 1}", terms=product.terms_anew(installments, account.tier, on, price)
        )
        event = self.record(decide_balance_restructuring(account, product, fact, on), on)
        self.plan_count += 1
        return event

    def convert(
        self,
        installments: int,
        amount_fen: int | None = None,
        billed_on: date | None = None,
        product_id: str = "inst",
        on: date | None = None,
    ) -> Event:
        """The latest bill, or that of a day, becomes installments: all that can, or an amount."""
        on, product = on or self.today, PRODUCTS[product_id]
        account = self.account(on)
        if not account.bills:
            raise BaitiaoError("no-bill-yet", account_id="A1", on=on)
        of = billed_on or account.bills[-1].billed_on
        conversion = BillConverted(
            plan_id=f"A1P{self.plan_count + 1}",
            billed_on=of,
            amount_fen=convertible_fen(account, of) if amount_fen is None else amount_fen,
            terms=product.terms(installments, account.tier, on),
        )
        event = self.record(decide_conversion(account, product, conversion, on), on)
        self.plan_count += 1
        return event

    def defer(self, billed_on: date | None = None, on: date | None = None) -> Event:
        """The latest bill, or that of a day, falls due later, on the terms of the line."""
        on = on or self.today
        account = self.account(on)
        if not account.bills:
            raise BaitiaoError("no-bill-yet", account_id="A1", on=on)
        line, of = account.line, billed_on or account.bills[-1].billed_on
        deferral = BillDeferred(billed_on=of, days=line.defer_days, daily_ppb=line.defer_daily_ppb)
        return self.record(decide_deferral(account, deferral, on), on)

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

    def dispute(
        self,
        plan_id: str,
        amount_fen: int | None = None,
        on: date | None = None,
        cause: DisputeCause = "not-received",
    ) -> Event:
        """All that can be contested of a purchase, or an amount."""
        on = on or self.today
        account = self.account(on)
        if amount_fen is None:
            amount_fen = refundable_fen(account, account.plans[plan_id])
        opened = DisputeOpened(plan_id=plan_id, amount_fen=amount_fen, cause=cause)
        return self.record(decide_dispute(account, opened, self.events), on)

    def win(self, dispute_id: str, on: date | None = None) -> Event:
        on = on or self.today
        dispute = find_dispute(self.account(on), dispute_id)
        return self.record(DisputeWon(dispute_id=dispute_id, plan_id=dispute.plan_id), on)

    def lose(self, dispute_id: str, on: date | None = None) -> Event:
        on = on or self.today
        account = self.account(on)
        terms = terms_owed_again(account, find_dispute(account, dispute_id), on)
        lost = DisputeLost(dispute_id=dispute_id, plan_id=f"A1P{self.plan_count + 1}", terms=terms)
        event = self.record(lost, on)
        self.plan_count += 1
        return event

    def waive(self, amount_fen: int, charge: WaivedCharge = "", plan_id: str = "", on: date | None = None) -> Event:
        on = on or self.today
        waiver = Waived(amount_fen=amount_fen, charge=charge, plan_id=plan_id, reason="-")
        return self.record(decide_waiver(self.account(on), waiver, on), on)

    def credit(self, amount_fen: int, on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_credit(self.account(on), CreditGranted(amount_fen=amount_fen, reason="-")), on)

    def hold(
        self,
        product_id: str,
        amount_fen: int,
        installments: int | None = None,
        on: date | None = None,
        until: date | None = None,
        scene: str = "",
    ) -> Event:
        on, product = on or self.today, PRODUCTS[product_id]
        account = self.account(on)
        hold = HoldPlaced(
            hold_id=f"A1H{self.hold_count + 1}",
            amount_fen=amount_fen,
            terms=product.terms(installments, account.tier, on),
            expires_on=until or on + timedelta(days=account.line.hold_days),
            scene=scene,
        )
        event = self.record(decide_hold(account, product, hold, on), on)
        self.hold_count += 1
        return event

    def capture(self, hold_id: str = "A1H1", amount_fen: int | None = None, on: date | None = None) -> Event:
        on = on or self.today
        account = self.account(on)
        held = find_hold(account, hold_id)
        purchase = Purchased(
            plan_id=f"A1P{self.plan_count + 1}",
            amount_fen=held.amount_fen if amount_fen is None else amount_fen,
            terms=held.terms,
            scene=held.scene,
            hold_id=hold_id,
        )
        event = self.record(decide_capture(account, purchase, on), on)
        self.plan_count += 1
        return event

    def release(self, hold_id: str = "A1H1", on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_release(self.account(on), HoldReleased(hold_id=hold_id), on), on)

    def set_limit(
        self,
        limit_fen: int,
        on: date | None = None,
        scene: str = "",
        merchant: str = "",
        from_on: date | None = None,
        until_on: date | None = None,
    ) -> Event:
        """0 ends the temporary limit, or all that a scene or a merchant has."""
        on = on or self.today
        change = LimitChanged(limit_fen=limit_fen, scene=scene, merchant=merchant, from_on=from_on, until_on=until_on)
        return self.record(decide_limit(self.account(on), change, on), on)

    def request_limit(
        self, limit_fen: int, on: date | None = None, scene: str = "", until_on: date | None = None
    ) -> Event:
        on = on or self.today
        request = LimitRequested(limit_fen=limit_fen, scene=scene, until_on=until_on)
        return self.record(decide_limit_request(self.account(on), request, on), on)

    def decide_limit(self, decision: LimitDecision, limit_fen: int = 0, on: date | None = None) -> Event:
        on = on or self.today
        decided = LimitDecided(decision=decision, limit_fen=limit_fen, reason="-")
        return self.record(decide_limit_decision(self.account(on), decided, on), on)

    def ask_relief(self, on: date | None = None, until_on: date | None = None) -> Event:
        on = on or self.today
        request = HardshipRequested(reason="illness", until_on=until_on, decide_by_on=decision_due_on(on))
        return self.record(decide_hardship_request(self.account(on), request, on), on)

    def decide_relief(self, decision: Decision, on: date | None = None) -> Event:
        on = on or self.today
        decided = HardshipDecided(decision=decision, reason="-")
        return self.record(decide_hardship_decision(self.account(on), decided), on)

    def lock(self, on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_lock(self.account(on), Locked()), on)

    def unlock(self, on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_unlock(self.account(on), Unlocked()), on)

    def suspend(self, cause: SuspensionCause = "risk", on: date | None = None, lift: str = "") -> Event:
        on = on or self.today
        suspension = Suspended(cause=cause, lift_condition=lift)
        return self.record(decide_suspension(self.account(on), suspension), on)

    def resume(self, cause: str = "", on: date | None = None, reason: str = "") -> Event:
        on = on or self.today
        return self.record(decide_resumption(self.account(on), Resumed(cause=cause, reason=reason)), on)

    def verify(self, is_right: bool, on: date | None = None) -> Event:
        on, what = on or self.today, ("phone",)
        right = decide_verification(self.account(on), Verified(what=what))
        return self.record(right if is_right else VerificationFailed(what=what), on)

    def charge_off(self, plan_id: str = "", on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_charge_off(self.account(on), ChargedOff(plan_id=plan_id, reason="-")), on)

    def write_off(self, plan_id: str = "", on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_write_off(self.account(on), WrittenOff(plan_id=plan_id, reason="-")), on)

    def recover(self, amount_fen: int, plan_id: str = "", on: date | None = None, means: str = "") -> Event:
        on = on or self.today
        recovery = Recovered(amount_fen=amount_fen, plan_id=plan_id, means=means)
        return self.record(decide_recovery(self.account(on), recovery), on)

    def reverse(self, event_id: str) -> Event:
        return self.record(decide_reversal(self.events, Reversed(event_id=event_id)))

    def change_bill_day(self, bill_day: int, on: date | None = None) -> Event:
        on = on or self.today
        sent = [event.fact.billed_on for event in self.events if isinstance(event.fact, BillIssued)]
        change = BillDayChanged(bill_day=bill_day)
        return self.record(decide_bill_day(self.account(on), change, on, max(sent, default=date.min)), on)

    def set_tier(self, tier: Tier, on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_tier(self.account(on), TierChanged(tier=tier)), on)

    def close(self, on: date | None = None) -> Event:
        """Closes the line, or begins its cooling period where its terms have one."""
        on = on or self.today
        account = self.account(on)
        if not account.line.cooling_days:
            return self.record(decide_closing(account, Closed()), on)
        request = ClosingRequested(ends_on=on + timedelta(days=account.line.cooling_days))
        return self.record(decide_closing_request(account, request), on)

    def close_as_operator(self, on: date | None = None) -> Event:
        closing = Closed(by="operator", reason="-")
        return self.record(decide_closing(self.account(on or self.today), closing), on)

    def stay(self, on: date | None = None) -> Event:
        """The customer takes the closing back."""
        return self.record(decide_withdrawal(self.account(on or self.today), ClosingWithdrawn()), on)

    def reopen(
        self, limit_fen: int = LIMIT_FEN, line: LineTerms = LINE, tier: Tier = "B", on: date | None = None
    ) -> Event:
        on = on or self.today
        reopening = Reopened(limit_fen=limit_fen, tier=tier, line=line)
        return self.record(decide_reopening(self.account(on), reopening), on)

    def agree(self, means: str = "card", share: RepaidShare = "full", on: date | None = None) -> Event:
        on = on or self.today
        return self.record(decide_auto_repay(self.account(on), AutoRepaySet(means=means, share=share)), on)

    def state_means(
        self, name: str = "card", funds_fen: int | None = None, remove: bool = False, on: date | None = None
    ) -> Event:
        on = on or self.today
        stated = MeansStated(name=name, funds_fen=funds_fen, is_removed=remove)
        return self.record(decide_means(self.account(on), stated, on), on)

    def make_debits(self) -> None:
        """Records the debits whose day has come; from then on they are what they were."""
        for on, tried in debits_to_record(self.account()):
            number = len(self.events) + 1
            event = Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=on, fact=tried)
            self.events.append(event)

    def issue_bills(self) -> None:
        """Issues the bills whose day has come, each with what was known before it, dated its bill day."""
        while bills := bills_to_issue(account := self.account()):
            self.record(bill_document(account, bills[0], len(self.events)), bills[0].billed_on)
