"""Verbs in any order on a real ledger: after every step the laws hold, and what was refused left no trace.

The books balance (laws 1, 6), facts only grow (2, 3), views and journal are the fold (4), the limit is kept (7, 8), a
refusal changes nothing (9), a retry is a no-op with the same answer (33, 34), accounts are independent (35), opening
the ledger again changes nothing (38), what was known then is answered as it was then (36), and no answer holds a name
or a number (40).
"""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from baitiao_cli.account.events import DebitTried, Decision, LimitDecision
from baitiao_cli.account.postings import CUSTOMER_ACCOUNTS
from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.auto_repay import AUTO_REPAY, AutoRepayAsked
from baitiao_cli.actions.batch import BATCH, VERBS, BatchAsked, BatchLine
from baitiao_cli.actions.bill_day import BILL_DAY, BillDayAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.charge_off import CHARGE_OFF, ChargeOffAsked
from baitiao_cli.actions.close import CLOSE, CloseAsked, check_closing
from baitiao_cli.actions.convert import CONVERT, ConvertAsked
from baitiao_cli.actions.credit import CREDIT, CreditAsked
from baitiao_cli.actions.defer import DEFER, DeferAsked
from baitiao_cli.actions.dispute import DISPUTE, RESOLVE, DisputeAsked, Outcome, ResolveAsked
from baitiao_cli.actions.extend import EXTEND, ExtendAsked
from baitiao_cli.actions.hardship import DECIDE_HARDSHIP, HARDSHIP, DecideHardshipAsked, HardshipAsked
from baitiao_cli.actions.history import account_history
from baitiao_cli.actions.hold import CAPTURE, HOLD, RELEASE, CaptureAsked, HoldAsked, ReleaseAsked
from baitiao_cli.actions.limit import LIMIT, LimitAsked
from baitiao_cli.actions.limit_request import DECIDE_LIMIT, REQUEST_LIMIT, DecideLimitAsked, RequestLimitAsked
from baitiao_cli.actions.list import list_accounts
from baitiao_cli.actions.lock import LOCK, UNLOCK
from baitiao_cli.actions.means import MEANS, MeansAsked
from baitiao_cli.actions.merchants import list_merchants
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.pause import PAUSE, PauseAsked
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked, quote
from baitiao_cli.actions.payout import PAYOUT, PayoutAsked
from baitiao_cli.actions.person import PERSON, PersonAsked
from baitiao_cli.actions.prepay import PREPAY, PrepayAsked
from baitiao_cli.actions.purchases import BY, report_purchases
from baitiao_cli.actions.quote import quote_for_account
from baitiao_cli.actions.recover import RECOVER, RecoverAsked
from baitiao_cli.actions.refund import REFUND, RefundAsked
from baitiao_cli.actions.register import REGISTER, RegisterAsked
from baitiao_cli.actions.reopen import REOPEN, ReopenAsked
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.reprice import REPRICE, RepriceAsked
from baitiao_cli.actions.restructure import RESTRUCTURE, RestructureAsked
from baitiao_cli.actions.reverse import REVERSE, ReverseAsked
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.show import show
from baitiao_cli.actions.suspend import RESUME, SUSPEND
from baitiao_cli.actions.trial_balance import trial_balance
from baitiao_cli.actions.verb import Call, Verb, perform
from baitiao_cli.actions.waive import WAIVE, WaiveAsked
from baitiao_cli.actions.write_off import WRITE_OFF, WriteOffAsked
from baitiao_cli.errors import REFUSED, BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.people import Person
from baitiao_cli.ledger.store import Ledger, ReadTransaction

NAMES = ("李雷", "Han Meimei")
PHONE = "13812345678"
OTHER_PHONE = "13987654321"
LIMIT_FEN = 1_000_000

accounts = st.sampled_from(["A1", "A2"])
amounts = st.one_of(st.integers(1_000, 200_000), st.sampled_from([1, 99, 10_000, 30_000, 100_000, LIMIT_FEN]))
products = st.sampled_from(
    [("month", None), ("inst", 3), ("inst", 12), ("free", 3), ("daily", 2), ("epi", 3), ("epp", 6), ("defer60", None)]
)
merchants = st.sampled_from(["", "", "Café", "手机店"])
orders = st.sampled_from(["", "", "O-1", "O-2", "O-3"])
scenes = st.sampled_from(["", "", "virtual", "travel", "investment"])
days_back = st.one_of(st.just(0), st.integers(1, 45))


def looks(tx: ReadTransaction, on: date) -> dict[str, Any]:
    """What the views say on a day; who the people are may be corrected, so it is left out."""
    told: dict[str, Any] = {line.account_id: _nameless(line) for line in list_accounts(tx, on)}
    for account_id in list(told):
        told[f"show {account_id}"] = _nameless(show(tx, account_id, on))
        told[f"history {account_id}"] = account_history(tx, account_id, on)
        for plan in told[f"show {account_id}"]["plans"]:
            told[f"schedule {plan['plan_id']}"] = schedule(tx, plan["plan_id"], on)
    return told


def _nameless(answer: msgspec.Struct) -> dict[str, Any]:
    told = msgspec.to_builtins(answer)
    return {key: value for key, value in told.items() if key not in {"name", "person"}}


class Verbs(RuleBasedStateMachine):
    """Two customers, a clock that goes forward, and every verb that there is."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.ledger = Ledger.create(self.folder / "ledger.db", now="2026-01-10T00:00:00Z")
        self.today = date(2026, 1, 10)
        self.event_ids: list[str] = []
        self.answered: list[tuple[Verb, msgspec.Struct, Call, msgspec.Struct]] = []
        self.requests = 0
        self.quoted: set[str] = set()
        self.known: list[tuple[int | datetime, date, dict[str, Any]]] = []

    def teardown(self) -> None:
        """The whole ledger is proved, after it was opened again; so is what was known."""
        try:
            for moment in self.known:
                self.still_known(*moment)
            assert check_ledger(Ledger.open(self.ledger.path), full=True) == []
            for days in (0, 45):
                self.the_books_hold_what_is_owed(self.today - timedelta(days=days))
        finally:
            shutil.rmtree(self.folder)

    def the_books_hold_what_is_owed(self, on: date) -> None:
        """Law 1 on any day, settled or not: booked and not booked each sum to zero, together they are what is owed."""
        with self.ledger.read_copy() as tx:
            books = trial_balance(tx, on)
            now = [show(tx, account_id, on).figures for account_id in tx.account_ids()]
        for lines in (books.booked, books.accrued):
            assert sum(line.debit_fen for line in lines) == sum(line.credit_fen for line in lines)
        of_customers = [line for line in [*books.booked, *books.accrued] if line.ledger_account in CUSTOMER_ACCOUNTS]
        owed_fen = sum(figures.owed_fen - figures.credit_fen for figures in now)
        assert sum(line.debit_fen - line.credit_fen for line in of_customers) == owed_fen

    @initialize(bill_day=st.integers(1, 28))
    def open_accounts(self, bill_day: int) -> None:
        for name in NAMES:
            self.do(OPEN, OpenAsked(name=name, limit_fen=LIMIT_FEN, phone=PHONE, bill_day=bill_day))
        self.event_ids.clear()  # an opening is not reversed
        self.today += timedelta(days=60)

    def do(self, verb: Verb, asked: msgspec.Struct, back: int = 0) -> Any:
        """Does a verb; a refusal must be one of a rule of credit, and leave the ledger as it was."""
        self.requests += 1
        on = self.today - timedelta(days=back) if back else None
        call = Call(
            today=self.today, now=f"{self.today}T08:00:00Z", operator="tester", on=on, request_id=f"r{self.requests}"
        )
        head = self.head()
        try:
            answer = perform(self.ledger, verb, asked, call)
        except BaitiaoError as error:
            assert error.status in {REFUSED, 3}, error
            assert self.head() == head  # law 9
            return None
        self.answered.append((verb, asked, call, answer))
        if event_id := getattr(answer, "event_id", None):
            self.event_ids.append(event_id)
        return answer

    def head(self) -> str:
        with self.ledger.read() as tx:
            return tx.head()

    @rule(days=st.one_of(st.integers(1, 3), st.integers(1, 40)))
    def days_pass(self, days: int) -> None:
        with self.ledger.read() as tx:
            told = looks(tx, self.today)
            sequence = tx.connection.execute("SELECT max(sequence) FROM events").fetchone()[0]
        midnight = datetime.combine(self.today, time.max, UTC)
        self.known += [(sequence, self.today, told), (midnight, self.today, told)]
        self.today += timedelta(days=days)

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        self.still_known(*data.draw(st.sampled_from(self.known)))

    def still_known(self, known_at: int | datetime, on: date, told: dict[str, Any]) -> None:
        with self.ledger.read(known_at=known_at) as tx:
            assert looks(tx, on) == told  # law 36

    @rule(
        account_id=accounts,
        amount_fen=amounts,
        product=products,
        merchant=merchants,
        scene=scenes,
        order_id=orders,
        own_fen=st.sampled_from([(0, 0), (0, 0), (500, 0), (0, 500), (700, 300)]),
        back=days_back,
    )
    def charge(
        self,
        account_id: str,
        amount_fen: int,
        product: tuple[str, int | None],
        merchant: str,
        scene: str,
        order_id: str,
        own_fen: tuple[int, int],
        back: int,
    ) -> None:
        trade_in_fen, down_payment_fen = own_fen
        asked = ChargeAsked(
            account_id=account_id,
            amount_fen=amount_fen,
            product_id=product[0],
            installments=product[1],
            merchant=merchant,
            scene=scene,
            order_id=order_id,
            trade_in_fen=trade_in_fen,
            down_payment_fen=down_payment_fen,
        )
        answer = self.do(CHARGE, asked, back)
        if answer is not None:
            assert scene != "investment"
            assert (product[0], scene) != ("defer60", "virtual")
            assert answer.financed_fen == amount_fen - trade_in_fen - down_payment_fen
        if answer is not None and not back:
            now = answer.account
            if not scene:
                assert now.used_fen + now.held_fen - now.earmarked_taken_fen <= now.limit_fen  # law 8
            assert sum(row.principal_fen for row in answer.rows) == answer.financed_fen  # law 11

    @rule(account_id=accounts, amount_fen=amounts, product=products, own_fen=st.sampled_from([0, 0, 500]))
    def accept_a_quote(self, account_id: str, amount_fen: int, product: tuple[str, int | None], own_fen: int) -> None:
        """What is shown is what is made (law 41); the account accepts a quote once."""
        asked = ChargeAsked(
            account_id=account_id,
            amount_fen=amount_fen,
            product_id=product[0],
            installments=product[1],
            down_payment_fen=own_fen,
        )
        try:
            with self.ledger.read() as tx:
                shown = quote_for_account(tx, asked, self.today)
        except BaitiaoError as error:
            assert error.status == REFUSED
            return
        with self.ledger.write(today=self.today, now=f"{self.today}T08:00:00Z", operator="tester") as tx:
            tx.keep_quote(shown)
        accepted = ChargeAsked(account_id=account_id, amount_fen=amount_fen, quote_id=shown.quote_id)
        answer = self.do(CHARGE, accepted)
        if shown.quote_id not in self.quoted:
            assert [(row.due_on, row.principal_fen, row.interest_fen, row.fee_fen) for row in answer.rows] == [
                (row.due_on, row.principal_fen, row.interest_fen, row.fee_fen)
                for row in shown.quote.schedule.rows
                if row.number
            ]
            assert answer.quote_id == shown.quote_id
        self.quoted.add(shown.quote_id)
        if answer is not None:
            with pytest.raises(BaitiaoError, match="quote-accepted"):
                perform(self.ledger, CHARGE, accepted, self.call())

    @rule(account_id=accounts, paid_fen=amounts, bought_fen=amounts, merchant=merchants, order_id=orders)
    def batch(self, account_id: str, paid_fen: int, bought_fen: int, merchant: str, order_id: str) -> None:
        """Both or neither."""
        bought = {"account_id": account_id, "amount_fen": bought_fen, "merchant": merchant, "order_id": order_id}
        lines = [
            BatchLine(line=1, verb="repay", asked={"account_id": account_id, "amount_fen": paid_fen}),
            BatchLine(line=2, verb="charge", asked=bought),
        ]
        answer = self.do(BATCH, BatchAsked(lines=lines))
        if answer is not None:
            assert [result.verb for result in answer.results] == ["repay", "charge"]
            self.event_ids += [result.result["event_id"] for result in answer.results]

    @invariant()
    def purchases_sum_to_the_plans_that_they_made(self) -> None:
        """By whatever name, and conversions are none."""
        with self.ledger.read() as tx:
            counts = tx.connection.execute(
                "SELECT count(*), coalesce(sum(plans.amount_fen), 0), coalesce(sum(financed_fen), 0)"
                " FROM plans JOIN events USING (event_id) WHERE kind = 'purchase-made'"
            ).fetchone()
            for by in BY:
                told = report_purchases(tx, by, None, self.today)
                assert (told.totals.purchase_count, told.totals.amount_fen, told.totals.financed_fen) == tuple(counts)

    @invariant()
    def an_order_of_a_merchant_is_one_plan(self) -> None:
        with self.ledger.read() as tx:
            orders = tx.connection.execute("SELECT merchant, order_id FROM plans WHERE order_id <> ''").fetchall()
        assert len({tuple(order) for order in orders}) == len(orders)

    @rule(merchant=merchants.filter(bool), ppb=st.sampled_from([None, 6_000_000, 10_000_000]), back=days_back)
    def register(self, merchant: str, ppb: int | None, back: int) -> None:
        self.do(REGISTER, RegisterAsked(merchant=merchant, discount_ppb=ppb), back)

    @invariant()
    def merchants_are_owed_what_the_journal_says(self) -> None:
        """All of it, and each line by line."""
        with self.ledger.read() as tx:
            posted = tx.connection.execute(
                "SELECT -coalesce(sum(amount_fen), 0) FROM postings WHERE ledger_account LIKE 'merchant%'"
            ).fetchone()[0]
            view = list_merchants(tx, None, self.today)
            lines = [
                line for row in view.merchants for line in tx.lines_of_merchant(row.merchant, date.min, self.today)
            ]
        assert view.totals.net_fen == posted == sum(line.net_fen for line in lines)
        assert all(
            row.net_fen == row.purchases_fen + row.refunds_fen + row.subsidies_fen + row.discounts_fen
            for row in view.merchants
        )

    @rule(account_id=accounts, amount_fen=amounts, back=days_back)
    def repay(self, account_id: str, amount_fen: int, back: int) -> None:
        answer = self.do(REPAY, RepayAsked(account_id=account_id, amount_fen=amount_fen), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15

    @rule(account_id=accounts)
    def repay_what_is_due(self, account_id: str) -> None:
        with self.ledger.read() as tx:
            due_fen = show(tx, account_id, self.today).figures.due_fen
        if due_fen:
            answer = self.do(REPAY, RepayAsked(account_id=account_id, amount_fen=due_fen))
            assert answer is None or answer.account.due_fen == 0

    @rule(account_id=accounts)
    def pay_off(self, account_id: str) -> None:
        answer = self.do(PAYOFF, PayoffAsked(account_id=account_id))
        if answer is not None:
            assert (answer.account.owed_fen, answer.account.used_fen) == (0, 0)  # law 30
            with self.ledger.read() as tx:
                assert show(tx, account_id, self.today + timedelta(days=40)).figures.owed_fen == 0

    @rule(data=st.data(), amount_fen=amounts, effect=st.sampled_from(["shorter-term", "lower-payment"]), back=days_back)
    def prepay(self, data: st.DataObject, amount_fen: int, effect: Any, back: int) -> None:
        if plan_id := self.open_plan(data):
            answer = self.do(PREPAY, PrepayAsked(plan_id=plan_id, amount_fen=amount_fen, effect=effect), back)
            if answer is not None:
                assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15
                assert answer.due_fen + answer.interest_fen + answer.principal_fen == amount_fen

    @rule(data=st.data(), ppb=st.sampled_from([5_000_000, 100_000, 60_000_000, 0]), back=days_back)
    def reprice(self, data: st.DataObject, ppb: int, back: int) -> None:
        if plan_id := self.open_plan(data):
            answer = self.do(REPRICE, RepriceAsked(plan_id=plan_id, rate_ppb=ppb), back)
            if answer is not None:
                self.asks_as_told(answer)

    @rule(data=st.data(), days=st.integers(1, 90), back=days_back)
    def pause(self, data: st.DataObject, days: int, back: int) -> None:
        if plan_id := self.open_plan(data):
            until_on = self.today + timedelta(days=days - back)
            answer = self.do(PAUSE, PauseAsked(plan_id=plan_id, until_on=until_on), back)
            if answer is not None:
                assert 0 < answer.nights_count <= days
                assert answer.cost_change_fen <= 0
                self.asks_as_told(answer)

    @rule(data=st.data(), months=st.integers(1, 4), back=days_back)
    def extend(self, data: st.DataObject, months: int, back: int) -> None:
        if plan_id := self.open_plan(data):
            answer = self.do(EXTEND, ExtendAsked(plan_id=plan_id, months=months), back)
            if answer is not None:
                self.asks_as_told(answer)
            if answer is not None and not back:
                assert answer.cost_change_fen >= 0
                assert answer.extended_months >= months
                assert all(row.due_before_on <= row.due_on for row in answer.installments)

    @rule(data=st.data(), count=st.sampled_from([1, 3, 24, 60]), rate_ppb=st.sampled_from([None, 1]), back=days_back)
    def restructure(self, data: st.DataObject, count: int, rate_ppb: int | None, back: int) -> None:
        if plan_id := self.open_plan(data):
            with self.ledger.read() as tx:
                before = show(tx, plan_id.partition("P")[0], self.today).figures
            asked = RestructureAsked(plan_id=plan_id, installments=count, rate_ppb=rate_ppb)
            answer = self.do(RESTRUCTURE, asked, back)
            if answer is not None and not back:
                after = answer.account
                assert len(answer.rows) >= count
                assert before.used_fen == after.used_fen  # nothing new is lent
                assert before.owed_fen - before.credit_fen == after.owed_fen - after.credit_fen
                assert after.days_past_due <= answer.days_past_due_before

    @rule(account_id=accounts, count=st.sampled_from([1, 12, 60]), back=days_back)
    def restructure_bills(self, account_id: str, count: int, back: int) -> None:
        with self.ledger.read() as tx:
            before = show(tx, account_id, self.today).figures
        answer = self.do(RESTRUCTURE, RestructureAsked(account_id=account_id, installments=count), back)
        if answer is not None:
            assert sum(part.converted_fen for part in answer.purchases) == answer.principal_fen
            assert before.used_fen == answer.account.used_fen  # nothing new is lent
            assert back or before.owed_fen - before.credit_fen == answer.account.owed_fen - answer.account.credit_fen

    @rule(account_id=accounts, amount_fen=st.one_of(st.none(), amounts), count=st.sampled_from([3, 6]), back=days_back)
    def convert(self, account_id: str, amount_fen: int | None, count: int, back: int) -> None:
        with self.ledger.read() as tx:
            before = show(tx, account_id, self.today).figures
        asked = ConvertAsked(account_id=account_id, amount_fen=amount_fen, installments=count)
        answer = self.do(CONVERT, asked, back)
        if answer is not None:
            assert sum(part.converted_fen for part in answer.purchases) == answer.amount_fen
            assert answer.effective_on < answer.first_bill_on
            assert before.used_fen == answer.account.used_fen  # nothing new is lent
            if not back:
                assert (before.owed_fen, before.credit_fen) == (answer.account.owed_fen, answer.account.credit_fen)

    @rule(account_id=accounts, back=days_back)
    def defer(self, account_id: str, back: int) -> None:
        answer = self.do(DEFER, DeferAsked(account_id=account_id), back)
        if answer is not None:
            assert answer.effective_on < answer.due_before_on < answer.due_on

    def open_plan(self, data: st.DataObject) -> str:
        with self.ledger.read() as tx:
            plans = [plan for account_id in ("A1", "A2") for plan in show(tx, account_id, self.today).plans]
        plan_ids = [plan.plan_id for plan in plans if plan.settled_on is None]
        return data.draw(st.sampled_from(plan_ids)) if plan_ids else ""

    def asks_as_told(self, answer: Any) -> None:
        """What an answer tells of the installments is what the schedule tells now; the changes are of interest."""
        with self.ledger.read() as tx:
            rows = schedule(tx, answer.plan_id, self.today).rows
        asked = {row.number: row.total_fen - row.late_charge_fen for row in rows}
        assert all(asked.get(told.number, 0) == told.after_fen for told in answer.installments)
        assert sum(told.change_fen for told in answer.installments) == answer.cost_change_fen

    @rule(account_id=accounts)
    def pay_out(self, account_id: str) -> None:
        answer = self.do(PAYOUT, PayoutAsked(account_id=account_id))
        if answer is not None:
            assert answer.account.credit_fen == 0

    @rule(account_id=accounts, phone=st.sampled_from([PHONE, OTHER_PHONE]), back=days_back)
    def correct_person(self, account_id: str, phone: str, back: int) -> None:
        before = self.person(account_id)
        asked = PersonAsked(account_id=account_id, phone=phone, reason="asked")
        answer = self.do(PERSON, asked, back)
        if before.phone == phone:
            assert answer is None
        elif answer is not None:
            self.event_ids.remove(answer.event_id)
            assert answer.fields == ["phone"]
            with pytest.raises(BaitiaoError, match="not-reversible"):
                perform(self.ledger, REVERSE, ReverseAsked(reversed_event_id=answer.event_id), self.call())
        assert self.person(account_id).phone == (phone if answer else before.phone)

    def person(self, account_id: str) -> Person:
        with self.ledger.read() as tx:
            return tx.person(tx.book(account_id).account(self.today).person_id)

    @rule(
        plan_id=st.sampled_from(["A1P1", "A1P2", "A2P1", "A2P3"]),
        amount_fen=st.one_of(st.none(), amounts),
        back=days_back,
    )
    def refund(self, plan_id: str, amount_fen: int | None, back: int) -> None:
        """A part of a purchase, or (`None`) all of it."""
        if amount_fen is None:
            with self.ledger.read() as tx:
                plans = {plan.plan_id: plan.amount_fen for plan in show(tx, plan_id[:2], self.today).plans}
            amount_fen = plans.get(plan_id, 1)
        answer = self.do(REFUND, RefundAsked(plan_id=plan_id, amount_fen=amount_fen), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen + answer.fees_returned_fen  # law 15

    @rule(
        plan_id=st.sampled_from(["A1P1", "A1P2", "A2P1", "A2P3"]),
        amount_fen=st.one_of(st.none(), st.none(), amounts),
        back=days_back,
    )
    def dispute(self, plan_id: str, amount_fen: int | None, back: int) -> None:
        with self.ledger.read() as tx:
            before = show(tx, plan_id[:2], self.today).figures
        answer = self.do(DISPUTE, DisputeAsked(plan_id=plan_id, cause="other", amount_fen=amount_fen), back)
        if answer is not None:
            assert answer.set_aside_fen + answer.paid_fen == answer.amount_fen
            assert sum(part.amount_fen for part in answer.parts) == answer.set_aside_fen
            if not back:  # what is set aside is held of the limit instead of used
                now = answer.account
                assert (now.available_fen, now.credit_fen) == (before.available_fen, before.credit_fen)
                assert before.used_fen - now.used_fen == now.held_fen - before.held_fen == answer.set_aside_fen
                assert now.owed_fen <= before.owed_fen - answer.set_aside_fen

    @rule(account_id=accounts, outcome=st.sampled_from(["won", "lost"]), back=st.sampled_from([0, 0, 1, 7]))
    def resolve(self, account_id: str, outcome: Outcome, back: int) -> None:
        with self.ledger.read() as tx:
            disputes = show(tx, account_id, self.today).disputes
        if not disputes:
            return
        answer = self.do(RESOLVE, ResolveAsked(dispute_id=disputes[0].dispute_id, outcome=outcome), back)
        if answer is not None and outcome == "won":
            given_fen = answer.set_aside_fen + sum(part.amount_fen for part in answer.parts)
            assert given_fen == answer.amount_fen + answer.fees_returned_fen  # law 15
        elif answer is not None and not back:
            assert sum(row.principal_fen for row in answer.rows) == answer.set_aside_fen  # law 11

    @rule(account_id=accounts, amount_fen=st.sampled_from([1, 99, 500]), back=days_back)
    def waive(self, account_id: str, amount_fen: int, back: int) -> None:
        answer = self.do(WAIVE, WaiveAsked(account_id=account_id, amount_fen=amount_fen, reason="asked for"), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen
            assert all(part.kind != "principal" for part in answer.parts)

    @rule(account_id=accounts, amount_fen=amounts, back=days_back)
    def credit(self, account_id: str, amount_fen: int, back: int) -> None:
        answer = self.do(CREDIT, CreditAsked(account_id=account_id, amount_fen=amount_fen, reason="sorry"), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15

    @rule(account_id=accounts, whole=st.booleans(), data=st.data(), back=days_back)
    def charge_off(self, account_id: str, whole: bool, data: st.DataObject, back: int) -> None:
        plan_id = "" if whole else self.open_plan(data)
        with self.ledger.read() as tx:
            before = show(tx, account_id, self.today).figures
        answer = self.do(CHARGE_OFF, ChargeOffAsked(account_id=account_id, plan_id=plan_id, reason="lost"), back)
        if answer is not None:
            assert (before.owed_fen, before.credit_fen) == (answer.account.owed_fen, answer.account.credit_fen)
            assert answer.loss_fen >= 0

    @precondition(lambda self: self.today > date(2026, 6, 1))
    @rule(account_id=accounts, whole=st.booleans(), data=st.data(), back=days_back)
    def write_off(self, account_id: str, whole: bool, data: st.DataObject, back: int) -> None:
        plan_id = "" if whole else self.open_plan(data)
        answer = self.do(WRITE_OFF, WriteOffAsked(account_id=account_id, plan_id=plan_id, reason="gone"), back)
        if answer is not None:
            parts = [part for part in answer.parts if part.kind != "credit"]
            assert sum(part.amount_fen for part in answer.parts) == answer.amount_fen
            assert all(part.amount_fen > 0 for part in parts)
            assert not whole or back or answer.account.owed_fen == 0

    @rule(account_id=accounts, amount_fen=amounts, back=days_back)
    def recover(self, account_id: str, amount_fen: int, back: int) -> None:
        answer = self.do(RECOVER, RecoverAsked(account_id=account_id, amount_fen=amount_fen), back)
        if answer is not None:
            assert sum(part.amount_fen for part in answer.parts) == amount_fen  # law 15

    @rule(
        account_id=accounts,
        limit_fen=st.sampled_from([LIMIT_FEN, 100_000, 3 * LIMIT_FEN, 0]),
        scene=st.sampled_from(["", "", "virtual"]),
        days=st.sampled_from([None, None, 0, 30]),
        back=days_back,
    )
    def set_limit(self, account_id: str, limit_fen: int, scene: str, days: int | None, back: int) -> None:
        """Lasting or for some days, for anything or a scene; 0 ends one."""
        due_fen = self.due_fen(account_id)
        until = None if days is None or not limit_fen else self.today + timedelta(days=days - back)
        asked = LimitAsked(account_id=account_id, limit_fen=limit_fen, scene=scene, until_on=until)
        answer = self.do(LIMIT, asked, back)
        assert answer is None or answer.account.due_fen == due_fen  # a cut accelerates nothing

    @rule(account_id=accounts, limit_fen=st.sampled_from([2 * LIMIT_FEN, 5 * LIMIT_FEN]), back=days_back)
    def request_limit(self, account_id: str, limit_fen: int, back: int) -> None:
        """Asks for a limit, or decides on what was asked for: grants it, or half of it, or not."""
        with self.ledger.read() as tx:
            waiting = show(tx, account_id, self.today - timedelta(days=back)).limit_request
        if waiting is None:
            self.do(REQUEST_LIMIT, RequestLimitAsked(account_id=account_id, limit_fen=limit_fen), back)
            return
        decision: LimitDecision = "granted" if limit_fen > 2 * LIMIT_FEN or back else "refused"
        granted_fen = waiting.limit_fen // 2 if decision == "granted" and back else 0
        asked = DecideLimitAsked(account_id=account_id, decision=decision, limit_fen=granted_fen, reason="scored")
        answer = self.do(DECIDE_LIMIT, asked, back)
        if answer is not None and answer.decision != "granted":
            assert answer.limit_fen == answer.previous_limit_fen

    @rule(account_id=accounts, back=days_back, decision=st.sampled_from(["granted", "refused", "withdrawn"]))
    def hardship(self, account_id: str, back: int, decision: Decision) -> None:
        """Asks for relief, or decides on it: neither changes a figure, and an open case keeps the account open."""
        with self.ledger.read() as tx:
            view = show(tx, account_id, self.today - timedelta(days=back))
            before = show(tx, account_id, self.today).figures
        if view.hardship is None:
            asked = HardshipAsked(account_id=account_id, reason="illness")
            answer: Any = self.do(HARDSHIP, asked, back)
        else:
            decided = DecideHardshipAsked(account_id=account_id, decision=decision, reason="heard")
            answer = self.do(DECIDE_HARDSHIP, decided, back)
        with self.ledger.read() as tx:
            after = show(tx, account_id, self.today)
            if answer is not None and not back:
                assert after.figures == before
                assert (after.hardship is None) == (view.hardship is not None)
            codes = {blocker.code for blocker in check_closing(tx, account_id, self.today).blockers}
            assert ("hardship" in codes) == (after.hardship is not None)

    @rule(account_id=accounts, back=days_back, which=st.sampled_from([(LOCK, UNLOCK), (SUSPEND, RESUME)]))
    def stop_or_free(self, account_id: str, back: int, which: tuple[Verb, Verb]) -> None:
        """Stops an account that is open and frees one that is not, most of the time."""
        with self.ledger.read() as tx:
            view = show(tx, account_id, self.today - timedelta(days=back))
        is_stopped = bool(view.lock if which[0] is LOCK else view.suspensions)
        verb = which[is_stopped]
        given = {"cause": "risk"} if verb is SUSPEND else {}
        self.do(verb, verb.asked(account_id=account_id, **given), back)

    @rule(
        account_id=accounts,
        amount_fen=amounts,
        product=products,
        about=st.tuples(merchants, orders, scenes),
        back=days_back,
    )
    def hold(
        self,
        account_id: str,
        amount_fen: int,
        product: tuple[str, int | None],
        about: tuple[str, str, str],
        back: int,
    ) -> None:
        merchant, order_id, scene = about
        asked = HoldAsked(
            account_id=account_id,
            amount_fen=amount_fen,
            product_id=product[0],
            installments=product[1],
            merchant=merchant,
            order_id=order_id,
            scene=scene,
        )
        answer = self.do(HOLD, asked, back)
        if answer is not None and not back:
            now = answer.account
            assert amount_fen <= now.held_fen
            if not scene:
                assert now.held_fen <= now.limit_fen - now.used_fen + now.earmarked_taken_fen  # law 8

    @rule(account_id=accounts, part=st.sampled_from([0, 1, 2, 3]), back=days_back)
    def end_a_hold(self, account_id: str, part: int, back: int) -> None:
        """Captures the oldest hold, or a part of it, or releases it."""
        with self.ledger.read() as tx:
            holds = show(tx, account_id, self.today - timedelta(days=back)).holds
        if not holds:
            return
        hold_id = holds[0].hold_id
        if not part:
            self.do(RELEASE, ReleaseAsked(hold_id=hold_id), back)
            return
        answer = self.do(CAPTURE, CaptureAsked(hold_id=hold_id, amount_fen=max(1, holds[0].amount_fen // part)), back)
        assert answer is None or answer.amount_fen + answer.released_fen == holds[0].amount_fen

    @rule(account_id=accounts, means=st.sampled_from(["", "card", "card"]), share=st.sampled_from(["full", "minimum"]))
    def agree(self, account_id: str, means: str, share: Any) -> None:
        self.do(AUTO_REPAY, AutoRepayAsked(account_id=account_id, means=means, share=share))

    @rule(account_id=accounts, funds_fen=st.sampled_from([None, 0, 300_00, 5_000_00]), back=days_back)
    def state_means(self, account_id: str, funds_fen: int | None, back: int) -> None:
        self.do(MEANS, MeansAsked(account_id=account_id, means="card", funds_fen=funds_fen), back)

    @precondition(lambda self: self.debited())
    @rule(data=st.data())
    def reverse_a_debit(self, data: st.DataObject) -> None:
        """A debit bounces: it is never made again."""
        event_id, on = data.draw(st.sampled_from(self.debited()))
        if self.do(REVERSE, ReverseAsked(reversed_event_id=event_id)):
            with self.ledger.read() as tx:
                assert on not in tx.book(event_id[:2]).account(self.today).debits

    def debited(self) -> list[tuple[str, date]]:
        with self.ledger.read() as tx:
            events = [event for account_id in ("A1", "A2") for event in tx.book(account_id).events]
        return [(event.event_id, event.effective_on) for event in events if isinstance(event.fact, DebitTried)]

    def due_fen(self, account_id: str) -> int:
        with self.ledger.read() as tx:
            return show(tx, account_id, self.today).figures.due_fen

    @precondition(lambda self: self.event_ids)
    @rule(data=st.data())
    def reverse(self, data: st.DataObject) -> None:
        event_id = data.draw(st.sampled_from(self.event_ids))
        answer = self.do(REVERSE, ReverseAsked(reversed_event_id=event_id))
        if answer is not None:
            with pytest.raises(BaitiaoError, match="already-reversed"):
                perform(self.ledger, REVERSE, ReverseAsked(reversed_event_id=event_id), self.call())  # law 31

    def call(self) -> Call:
        return Call(today=self.today, now=f"{self.today}T09:00:00Z", operator="tester")

    @precondition(lambda self: self.today > date(2026, 9, 1))
    @rule(account_id=accounts)
    def close(self, account_id: str) -> None:
        with self.ledger.read() as tx:
            is_closed = show(tx, account_id, self.today).closed_on is not None
            blockers = None if is_closed else check_closing(tx, account_id, self.today).blockers
        if is_closed:
            answer = self.do(REOPEN, ReopenAsked(account_id=account_id, limit_fen=LIMIT_FEN // 2))
        else:
            answer = self.do(CLOSE, CloseAsked(account_id=account_id, phone_digits=self.person(account_id).phone[-4:]))
            assert (answer is None) == bool(blockers)  # `close --check` names what keeps an account from being closed

    @rule(account_id=accounts, bill_day=st.integers(1, 28), back=st.sampled_from([0, 0, 3, 20]))
    def change_bill_day(self, account_id: str, bill_day: int, back: int) -> None:
        answer = self.do(BILL_DAY, BillDayAsked(account_id=account_id, bill_day=bill_day), back)
        if answer is not None:
            assert answer.effective_on < answer.next_bill_on
            assert answer.next_bill_on.day == bill_day

    @rule()
    def accrue(self) -> None:
        self.do(ACCRUE, AccrueAsked())
        head = self.head()
        again = perform(self.ledger, ACCRUE, AccrueAsked(), self.call())
        assert (again.account_count, self.head()) == (0, head)  # law 25

    @precondition(lambda self: self.answered)
    @rule(data=st.data())
    def retry(self, data: st.DataObject) -> None:
        verb, asked, call, answer = data.draw(st.sampled_from(self.answered))
        head = self.head()
        later = msgspec.structs.replace(call, today=self.today)
        assert perform(self.ledger, verb, asked, later) == answer  # law 33
        with pytest.raises(BaitiaoError, match="request-id-reused"):
            perform(self.ledger, verb, asked, msgspec.structs.replace(call, on=date(2026, 1, 9)))  # law 34
        assert self.head() == head

    @rule(account_id=accounts, amount_fen=amounts)
    def dry_run(self, account_id: str, amount_fen: int) -> None:
        head = self.head()
        asked = RepayAsked(account_id=account_id, amount_fen=amount_fen)
        try:
            perform(self.ledger, REPAY, asked, msgspec.structs.replace(self.call(), dry_run=True))
        except BaitiaoError as error:
            assert error.status == REFUSED
        assert self.head() == head

    @invariant()
    def the_screen_is_consistent(self) -> None:
        with self.ledger.read() as tx:
            lines = {line.account_id: line for line in list_accounts(tx, self.today)}
            for account_id, line in lines.items():
                view = show(tx, account_id, self.today)
                figures = view.figures
                assert figures.used_fen == sum(plan.balance_fen for plan in view.plans)  # law 7
                taken_fen = figures.used_fen + figures.held_fen - figures.earmarked_taken_fen
                assert figures.available_fen == (
                    0 if view.closed_on else max(0, figures.limit_fen - taken_fen)
                )  # law 8
                assert not (figures.credit_fen and figures.due_fen)  # law 18
                assert figures.overdue_fen <= figures.due_fen <= figures.owed_fen
                assert (figures.overdue_fen > 0) == (figures.days_past_due > 0)
                # The view of the ledger and the fold tell the same, settled today or not.
                assert (line.used_fen, line.credit_fen, line.status) == (
                    figures.used_fen,
                    figures.credit_fen,
                    figures.status,
                )
                assert (line.next_due_on, line.next_due_fen, line.days_past_due) == (
                    figures.next_due_on,
                    figures.next_due_fen,
                    figures.days_past_due,
                )
                if not view.closed_on and figures.owed_fen:
                    assert quote(tx, account_id, "", self.today).total_fen >= figures.due_fen - figures.credit_fen

    @invariant()
    def nobody_is_named(self) -> None:
        for *_, answer in self.answered[-1:]:
            told = msgspec.json.encode(answer).decode()
            assert not any(secret in told for secret in (PHONE, OTHER_PHONE, *NAMES))  # law 40


TestVerbs = Verbs.TestCase
TestVerbs.settings = settings(settings.get_profile("ci"), max_examples=40, stateful_step_count=40)


def test_the_machine_knows_every_verb() -> None:
    """A verb that is imported here is done here: the linter refuses a name that is not used."""
    known = {value.name for value in globals().values() if isinstance(value, Verb)}
    assert known == {*VERBS, BATCH.name}
