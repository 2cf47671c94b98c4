# Written by tests/python_api.py from the commands; do not edit.

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from baitiao_cli.actions.accrue import AccrueAnswer
from baitiao_cli.actions.auto_repay import AutoRepayAnswer
from baitiao_cli.actions.bill_day import BillDayAnswer
from baitiao_cli.actions.charge import ChargeAnswer
from baitiao_cli.actions.charge_off import ChargeOffAnswer
from baitiao_cli.actions.convert import ConvertAnswer
from baitiao_cli.actions.defer import DeferAnswer
from baitiao_cli.actions.dispute import DisputeAnswer, ResolveAnswer
from baitiao_cli.actions.extend import ExtendAnswer
from baitiao_cli.actions.hardship import DecideHardshipAnswer, HardshipAnswer
from baitiao_cli.actions.hold import HoldAnswer, ReleaseAnswer
from baitiao_cli.actions.limit import LimitAnswer
from baitiao_cli.actions.limit_request import DecideLimitAnswer, RequestLimitAnswer
from baitiao_cli.actions.means import MeansAnswer
from baitiao_cli.actions.open import OpenAnswer
from baitiao_cli.actions.pause import PauseAnswer
from baitiao_cli.actions.payout import PayoutAnswer
from baitiao_cli.actions.person import PersonAnswer
from baitiao_cli.actions.refund import RefundAnswer
from baitiao_cli.actions.register import RegisterAnswer
from baitiao_cli.actions.reopen import ReopenAnswer
from baitiao_cli.actions.repay import PaymentAnswer
from baitiao_cli.actions.reprice import RepriceAnswer
from baitiao_cli.actions.restructure import RestructureAnswer
from baitiao_cli.actions.reverse import ReverseAnswer
from baitiao_cli.actions.schedule import PlanView
from baitiao_cli.actions.show import AccountView
from baitiao_cli.actions.standing import StandingAnswer
from baitiao_cli.actions.statement import StatementView
from baitiao_cli.actions.tier import TierAnswer
from baitiao_cli.actions.verify import VerifyAnswer
from baitiao_cli.api.answer import Answer
from baitiao_cli.api.money import Money

class Commands:
    def run(self, command: str, *given: Any, **named: Any) -> Answer[Any]: ...
    def open(
        self,
        *,
        name: str,
        limit: Money,
        phone: str | None = None,
        id_number: str | None = None,
        bill_day: int | None = None,
        tier: str | None = None,
        product: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[OpenAnswer]:
        """Opens a credit line for a person."""
    def charge(
        self,
        account: str,
        amount: Money,
        *,
        installments: int | None = None,
        product: str | None = None,
        down_payment: str | None = None,
        trade_in: Money | None = None,
        first_due: date | str | None = None,
        quote: str | None = None,
        coupon: str | None = None,
        merchant: str | None = None,
        order: str | None = None,
        scene: str | None = None,
        category: str | None = None,
        brand: str | None = None,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ChargeAnswer]:
        """Records a purchase as a plan: on the next bill, or in installments."""
    def repay(
        self,
        account: str,
        amount: Money,
        *,
        plan: str | None = None,
        means: str | None = None,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PaymentAnswer]:
        """Takes a repayment and spreads it, oldest due first."""
    def payoff(
        self,
        account: str,
        *,
        amount: Money | None = None,
        plan: str | None = None,
        means: str | None = None,
        pay: bool = False,
        known_at: datetime | date | str | int | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Quotes what settles a plan or the whole account; pays it with --pay."""
    def prepay(
        self,
        plan: str,
        amount: Money,
        *,
        by: str | None = None,
        means: str | None = None,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Quotes a part prepayment of a plan; records it with --by."""
    def payout(
        self,
        account: str,
        *,
        amount: Money | None = None,
        means: str | None = None,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PayoutAnswer]:
        """Pays a credit balance, or a part of it, back to the customer."""
    def reprice(
        self,
        plan: str,
        rate: str,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[RepriceAnswer]:
        """Changes the rate of a plan from a day on; its installments follow."""
    def pause(
        self,
        plan: str,
        *,
        until: date | str,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PauseAnswer]:
        """Pauses the interest or the fees of a plan for the nights until a day."""
    def extend(
        self,
        plan: str,
        *,
        months: int | None = None,
        until: date | str | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ExtendAnswer]:
        """Moves the due dates of a plan that have not come yet later, by whole months."""
    def restructure(
        self,
        account_or_plan: str,
        *,
        installments: int,
        product: str | None = None,
        rate: str | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[RestructureAnswer]:
        """Plans what is left of a plan, or owed on an account's bills, anew over other installments."""
    def hardship(
        self,
        account: str,
        *,
        reason: str,
        until: date | str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[HardshipAnswer]:
        """Records that the customer cannot pay as agreed and asks for relief, to be decided by a deadline."""
    def decide_hardship(
        self,
        account: str,
        *,
        reason: str,
        grant: bool = False,
        refuse: bool = False,
        withdraw: bool = False,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[DecideHardshipAnswer]:
        """Decides on the relief that the customer asked for: grants it, refuses it, or notes the withdrawal."""
    def convert(
        self,
        account: str,
        *,
        installments: int,
        amount: Money | None = None,
        bill: int | None = None,
        product: str | None = None,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ConvertAnswer]:
        """Turns the new purchases of a bill into installments, by its due date."""
    def defer(
        self,
        account: str,
        *,
        bill: int | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[DeferAnswer]:
        """Moves the due date of a bill that is not due yet, once, at a daily rate."""
    def refund(
        self,
        plan: str,
        amount: Money,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[RefundAnswer]:
        """Records a merchant's refund of a purchase and tells where it went."""
    def waive(
        self,
        account: str,
        amount: Money,
        *,
        reason: str,
        charge: str | None = None,
        plan: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PaymentAnswer]:
        """Gives up interest, fees or late charges that are owed."""
    def credit(
        self,
        account: str,
        amount: Money,
        *,
        reason: str,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PaymentAnswer]:
        """Gives the customer money for goodwill: it pays what is due, the rest is credit."""
    def charge_off(
        self,
        account: str,
        *,
        reason: str,
        plan: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ChargeOffAnswer]:
        """Takes a debt off the assets as a loss; it stays owed and is collected with recover."""
    def write_off(
        self,
        account: str,
        *,
        reason: str,
        plan: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PaymentAnswer]:
        """Gives up all that a plan or an account owes: the debt ends."""
    def recover(
        self,
        account: str,
        amount: Money,
        *,
        plan: str | None = None,
        means: str | None = None,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PaymentAnswer]:
        """Takes money for a debt that was charged off or written off."""
    def dispute(
        self,
        plan: str,
        amount: Money | None = None,
        *,
        cause: str,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[DisputeAnswer]:
        """Contests a purchase, or a part of it: until it is decided, that need not be paid."""
    def resolve(
        self,
        event: str,
        outcome: str,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ResolveAnswer]:
        """Decides a dispute: won, it is refunded; lost, it is owed again."""
    def reverse(
        self,
        event: str,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ReverseAnswer]:
        """Undoes a recorded event as if it had never been."""
    def person(
        self,
        account: str,
        *,
        name: str | None = None,
        phone: str | None = None,
        id_number: str | None = None,
        reason: str | None = None,
        unmask: bool = False,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[PersonAnswer]:
        """Shows what is known of the person of an account, masked; corrects what is given."""
    def bill_day(
        self,
        account: str,
        day: int,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[BillDayAnswer]:
        """Changes the day of the month on which bills come."""
    def tier(
        self,
        account: str,
        tier: str,
        *,
        score: str | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[TierAnswer]:
        """Changes the tier of an account: the prices and terms of what is bought from now on."""
    def close(
        self,
        account: str,
        *,
        phone_digits: str | None = None,
        id_digits: str | None = None,
        by: str | None = None,
        reason: str | None = None,
        check: bool = False,
        withdraw: bool = False,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Closes an account on which nothing is owed, for a verified customer; --check names what is in the way, --withdraw takes it back."""
    def accrue(
        self,
        account: str | None = None,
        *,
        through: date | str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[AccrueAnswer]:
        """Brings one account, or all, to a day: interest, bills, due dates, lateness."""
    def hold(
        self,
        account: str,
        amount: Money,
        *,
        installments: int | None = None,
        product: str | None = None,
        until: date | str | None = None,
        merchant: str | None = None,
        order: str | None = None,
        scene: str | None = None,
        category: str | None = None,
        brand: str | None = None,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[HoldAnswer]:
        """Authorises a purchase: reserves its amount of the limit until it is captured."""
    def capture(
        self,
        hold: str,
        amount: Money | None = None,
        *,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ChargeAnswer]:
        """Makes the purchase of a hold, or of a part of it; the rest is released."""
    def release(
        self,
        hold: str,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ReleaseAnswer]:
        """Gives a hold up: its amount is available again."""
    def register(
        self,
        merchant: str,
        *,
        discount: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[RegisterAnswer]:
        """Registers a merchant, or another discount that it pays from a day on."""
    def request_limit(
        self,
        account: str,
        amount: Money,
        *,
        until: date | str | None = None,
        from_: date | str | None = None,
        scene: str | None = None,
        merchant: str | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[RequestLimitAnswer]:
        """Records that the customer asks for a limit; nothing changes until it is granted."""
    def decide_limit(
        self,
        account: str,
        *,
        reason: str,
        grant: bool = False,
        refuse: bool = False,
        withdraw: bool = False,
        amount: Money | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[DecideLimitAnswer]:
        """Decides on the limit that the customer asked for: grants all or less, refuses, or notes the withdrawal."""
    def limit(
        self,
        account: str,
        amount: Money | None = None,
        *,
        until: date | str | None = None,
        from_: date | str | None = None,
        scene: str | None = None,
        merchant: str | None = None,
        end: bool = False,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[LimitAnswer]:
        """Changes the limit, or one for some days, a scene or a merchant; a cut makes nothing fall due earlier."""
    def lock(
        self,
        account: str,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[StandingAnswer]:
        """Locks a line at the customer's wish: no purchases until it is unlocked."""
    def unlock(
        self,
        account: str,
        *,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[StandingAnswer]:
        """Lifts the customer's lock."""
    def suspend(
        self,
        account: str,
        *,
        cause: str,
        lift: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[StandingAnswer]:
        """Suspends a line for a cause: no purchases until it is resumed."""
    def resume(
        self,
        account: str,
        *,
        cause: str | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[StandingAnswer]:
        """Lifts a suspension."""
    def reopen(
        self,
        account: str,
        *,
        limit: Money,
        tier: str | None = None,
        product: str | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[ReopenAnswer]:
        """Begins a closed line again, after a new assessment."""
    def auto_repay(
        self,
        account: str,
        *,
        means: str | None = None,
        share: str | None = None,
        off: bool = False,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[AutoRepayAnswer]:
        """Agrees on what pays the bills on their due dates, or ends that."""
    def means(
        self,
        account: str,
        name: str,
        *,
        funds: Money | None = None,
        unlimited: bool = False,
        remove: bool = False,
        kind: str | None = None,
        last_digits: str | None = None,
        reason: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[MeansAnswer]:
        """States what a means of the customer's can pay, or that it is gone; nothing is really debited."""
    def verify(
        self,
        account: str,
        *,
        phone_digits: str | None = None,
        id_digits: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[VerifyAnswer]:
        """Verifies the customer by the ends of the phone and the ID number (a stand-in); counts what fails."""
    def approve(
        self,
        proposal: str,
        *,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Agrees to what another operator proposed: it is done now."""
    def decline(
        self,
        proposal: str,
        *,
        reason: str,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Ends a proposal undone: declines another's, or takes one's own back."""
    def show(
        self,
        account: str,
        *,
        unmask: bool = False,
        reason: str | None = None,
        operator: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[AccountView]:
        """Shows one account on one screen."""
    def say(
        self,
        account: str,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Reads an account out in whole sentences, amounts and dates in words; names nobody."""
    def schedule(
        self,
        plan: str,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[PlanView]:
        """Shows the rows of a plan as they stand."""
    def statement(
        self,
        account: str,
        *,
        bill: int | None = None,
        unmask: bool = False,
        reason: str | None = None,
        operator: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[StatementView]:
        """Shows the latest bill, or one by its number."""
    def history(
        self,
        account: str,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows what happened to an account, with the balance after each event."""
    def explain(
        self,
        id: str,
        *,
        row: int | None = None,
        bill: int | None = None,
        payoff: bool = False,
        figure: str | None = None,
        check: bool = False,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Explains every figure of an account, a plan, a bill, a payoff or an event; and what the desk decided."""
    def why(
        self,
        account: str,
        *,
        between: tuple[date | str, date | str],
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Tells what changed between two days, why one bill differs from another, and what caused it."""
    def list(
        self,
        *,
        status: str | None = None,
        overdue: bool = False,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists the accounts."""
    def find(
        self,
        query: str,
        *,
        unmask: bool = False,
        reason: str | None = None,
        operator: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Finds accounts by an id, a name, a phone or ID number or its last four, an order or a merchant."""
    def quote(
        self,
        amount: Money,
        *,
        installments: int | None = None,
        compare: str | Sequence[int] | None = None,
        product: str | None = None,
        account: str | None = None,
        tier: str | None = None,
        method: str | None = None,
        fee: str | None = None,
        annual_rate: str | None = None,
        daily_rate: str | None = None,
        day_count: str | None = None,
        on: date | str | None = None,
        first_due: date | str | None = None,
        every: int | None = None,
        unit: str | None = None,
        down_payment: str | None = None,
        trade_in: Money | None = None,
        free_periods: int | None = None,
        free_days: int | None = None,
        multiple_of: Money | None = None,
        rounding: str | None = None,
        evening: bool = False,
        whole_period: bool = False,
        late_rate: str | None = None,
        payoff: str | None = None,
        coupon: str | None = None,
    ) -> Answer[Any]:
        """Shows the schedule, the cost and the annualised rate of a purchase; needs no account."""
    def quoted(
        self,
        quote: str,
    ) -> Answer[Any]:
        """Shows a quote that was kept, as it was shown."""
    def products(
        self,
    ) -> Answer[Any]:
        """Lists the products of the catalogue."""
    def product(
        self,
        product: str,
    ) -> Answer[Any]:
        """Shows one product in full."""
    def product_sheet(
        self,
        product: str,
        *,
        tier: str | None = None,
        on: date | str | None = None,
    ) -> Answer[Any]:
        """Shows the key facts of a product for customers: costs in examples, a schedule, lateness, a payoff, terms."""
    def merchants(
        self,
        *,
        from_: date | str | None = None,
        through: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists the merchants with what is due to them and from them."""
    def merchant(
        self,
        merchant: str,
        *,
        from_: date | str | None = None,
        through: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows what is due to a merchant and from it, line by line, without customers."""
    def audit(
        self,
        account_or_operator_or_proposal: str | None = None,
        *,
        from_: date | str | None = None,
        through: date | str | None = None,
        last: int | None = None,
    ) -> Answer[Any]:
        """Shows who did what when: events of accounts and what was done to the ledger, newest last."""
    def proposals(
        self,
    ) -> Answer[Any]:
        """Lists what waits for a second person."""
    def operators(
        self,
    ) -> Answer[Any]:
        """Lists the operators with their roles, and what takes two people."""
    def check(
        self,
        *,
        full: bool = False,
        head: bool = False,
        against: str | None = None,
    ) -> Answer[Any]:
        """Proves the ledger: file, chain, sums and views."""
    def report_trial_balance(
        self,
        account: str | None = None,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows debits and credits of every ledger account on a day, with what has run and is not booked yet."""
    def report_purchases(
        self,
        *,
        by: str,
        from_: date | str | None = None,
        through: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Sums what was bought, by merchant, category, brand, scene or product."""
    def report_aging(
        self,
        *,
        explain: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows what is owed by days past due, and how accounts rolled from band to band."""
    def report_classes(
        self,
        *,
        explain: str | None = None,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows the five classes of what is lent, and what is to be set aside for them."""
    def report_limits(
        self,
        *,
        explain: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows how much of their limits accounts use, in bands."""
    def report_forecast(
        self,
        *,
        explain: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows the cash to come by month: as agreed, as expected, and with 20% more of it late."""
    def report_vintages(
        self,
        *,
        by: str | None = None,
        explain: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows which share of each month's accounts or purchases was ever 30 or 90 days late, by months on book."""
    def report_profit(
        self,
        *,
        by: str | None = None,
        from_: date | str | None = None,
        explain: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows income, costs and the yearly yield by product, tier or month of opening."""
    def report_lifecycle(
        self,
        *,
        explain: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows active, dormant and closed accounts, who borrowed again after paying all, and who pays in time."""
    def report_merchants(
        self,
        *,
        by: str | None = None,
        explain: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows who buys what and again after how many days, by category, merchant, scene or brand."""
    def report_funding(
        self,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Proves that the shares of all funders sum to the journal, to the fen."""
    def assess(
        self,
        account: str,
        *,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows what is known for a decision about a limit: checks, consents, income, payments, warnings."""
    def score(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        explain: bool = False,
        history: bool = False,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Scores an account, or all, by a points scorecard from the ledger alone."""
    def score_test(
        self,
        *,
        scored_on: date | str,
        months: int | None = None,
        bad_days: int | None = None,
        rules: str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Holds the scores of a past day against the lateness that came after it."""
    def risk(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Tells what of one account, or of all, looks as if it were not the customer's own doing, and why."""
    def risk_check(
        self,
        account: str,
        amount: Money,
        *,
        category: str | None = None,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Tells which rules on risk a purchase would bring to fire, before it is made."""
    def queue(
        self,
        item: str | None = None,
        *,
        all: bool = False,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists what the rules on risk found and nobody has decided on, the longest first; or one item."""
    def early_warning(
        self,
        *,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists who may be late soon, or just is, by signs in the accounts, the most pressing first."""
    def contacts(
        self,
        account: str | None = None,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists who was contacted, when, by what and what about, and what was against the rules."""
    def cases(
        self,
        *,
        stage: str | None = None,
        closed: bool = False,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists the open collection cases with their stage and what is next, the longest late first."""
    def case(
        self,
        record: str,
        *,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows one case: its account, what happened since, promises, contacts, and what is next."""
    def promises(
        self,
        account: str | None = None,
        *,
        state: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists promises to pay with what has come of each: kept, broken, cleared or open."""
    def tickets(
        self,
        account: str | None = None,
        *,
        answered: bool = False,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists the service requests that wait for an answer, late ones first."""
    def funders(
        self,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists the funders, and what of which product is whose from which day on."""
    def funding(
        self,
        plan: str,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows whose a plan is, to the fraction of a fen, and each of its postings split."""
    def funder_statement(
        self,
        funder: str,
        *,
        from_: date | str | None = None,
        through: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Shows what customers owe a funder by kind, what came in for it, and what it has earned."""
    def coupons(
        self,
        account: str,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists the coupons of an account: open, used (by which plan, and what was given up) or expired."""
    def offers_review(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        rules: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Tells who has earned a coupon by paying in time, and who is given none; nothing is given yet."""
    def compliance_check(
        self,
        *,
        rules: str | None = None,
        rule: str | None = None,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Holds the ledger against the rules of the land: one line a rule, and the rows that break it."""
    def bureau_notices(
        self,
        account: str | None = None,
        *,
        as_of: date | str | None = None,
        known_at: datetime | date | str | int | None = None,
    ) -> Answer[Any]:
        """Lists who was told before a report, when, and since when they were late."""
    def consent(
        self,
        who: str,
        purpose: str,
        consent: str,
        *,
        how: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records what a person agrees to, or does not any more."""
    def income(
        self,
        who: str,
        amount: Money,
        *,
        payments: Money | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records the income a month that a person declares, and what they pay elsewhere."""
    def score_keep(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Keeps the score of an account, or of all, with its lines."""
    def score_apply(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Sets the tier that the kept score of an account, or of all, gives; open plans keep their terms."""
    def limits_review(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        tier: str | None = None,
        times: str | None = None,
        until: date | str | None = None,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Proposes raises and cuts of limits from behaviour, or the same factor for a tier; nothing is set yet."""
    def limits_apply(
        self,
        record: str | None = None,
        *,
        all: bool = False,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Sets the limits that a review proposed, with a notice for the customer."""
    def offers_grant(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Gives a coupon to who has paid in time often enough in a row and does not refuse offers."""
    def risk_scan(
        self,
        account: str | None = None,
        *,
        all: bool = False,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Puts what the rules on risk find into the review queue, and suspends the lines that they hold or block."""
    def queue_approve(
        self,
        item: str,
        *,
        reason: str,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Ends an item of the queue as in order; the suspension that was made for it is lifted."""
    def queue_release(
        self,
        item: str,
        *,
        reason: str,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Lets a customer buy again whose line was suspended for an item, while that goes on waiting."""
    def queue_decline(
        self,
        item: str,
        *,
        reason: str,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Ends an item of the queue as not in order; the line is suspended until somebody resumes it."""
    def prefer(
        self,
        account: str,
        *,
        channel: str | None = None,
        quiet: str | None = None,
        language: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records how a customer wants to be reminded and told of limits: by what, in which language, when not."""
    def contact(
        self,
        account: str,
        *,
        channel: str,
        about: str,
        at: str,
        outcome: str,
        note: str | None = None,
        record_anyway: bool = False,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records that a customer was contacted, and when; refuses what collection must not do."""
    def cases_open(
        self,
        *,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Opens a case for each account that is late and has none, and closes those that are cured."""
    def promise(
        self,
        account: str,
        amount: Money,
        *,
        by: date | str,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records that a customer promises to pay so much by a day; the money that comes tells whether it is kept."""
    def ticket(
        self,
        account: str,
        *,
        about: str,
        text: str,
        rules: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records what a customer asks for or complains of, and by when it is to be answered."""
    def ticket_answer(
        self,
        record: str,
        text: str,
        *,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records the answer to a service request, which ends it."""
    def funder(
        self,
        name: str,
        *,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Registers a firm that funds together with the lender."""
    def fund(
        self,
        product: str,
        shares: str,
        *,
        tier: str | None = None,
        from_: date | str | None = None,
        service: str | None = None,
        interest: str | None = None,
        fees: str | None = None,
        late_charges: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Agrees on whose is what of the plans of a product made from a day on; earlier plans keep their shares."""
    def funder_settle(
        self,
        funder: str,
        *,
        through: date | str,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Settles with a funder up to a day; what changes later of days settled is in the next settlement."""
    def merchant_settle(
        self,
        merchant: str,
        *,
        through: date | str,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Settles with a merchant up to a day; what comes late is an adjustment of the next settlement."""
    def bureau_notice(
        self,
        account: str,
        *,
        channel: str,
        note: str | None = None,
        on: date | str | None = None,
        request_id: str | None = None,
        dry_run: bool = False,
        operator: str | None = None,
    ) -> Answer[Any]:
        """Records that the customer was told that their lateness will be reported to a credit bureau."""
    def define(
        self,
        name: str | None = None,
    ) -> Answer[Any]:
        """Explains a word, a code, a rule or a column in one sentence with one worked example."""
