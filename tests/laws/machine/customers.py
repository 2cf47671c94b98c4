"""Two customers with real accounts in a real ledger, and the days that pass."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule

from baitiao_cli.account.postings import CUSTOMER_ACCOUNTS
from baitiao_cli.actions.account_lines.purchases import PlanLine
from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.approval import APPROVAL, KINDS, ApprovalAsked
from baitiao_cli.actions.approve import APPROVE, PROPOSABLE, ApproveAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.history import account_history
from baitiao_cli.actions.list import list_accounts
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.show import AccountView, show
from baitiao_cli.actions.trial_balance import trial_balance
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import REFUSED, BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.people import Person
from baitiao_cli.ledger.store import Ledger, ReadTransaction
from baitiao_cli.products.catalogue import FOLDER
from tests.laws.history import History
from tests.laws.strategies import OPENINGS

NAMES = ("李雷", "Han Meimei")
PHONE = "13812345678"
OTHER_PHONE = "13987654321"
LIMIT_FEN = 1_000_000
DAYS_AHEAD = 45

accounts = st.sampled_from(["A1", "A2"])
amounts = st.one_of(st.integers(1_000, 200_000), st.sampled_from([1, 99, 10_000, 30_000, 100_000, LIMIT_FEN]))
products = st.sampled_from(
    [("month", None), ("inst", 3), ("inst", 12), ("free", 3), ("daily", 2), ("epi", 3), ("epp", 6), ("defer60", None)]
)
merchants = st.sampled_from(["", "", "Café", "手机店"])
orders = st.sampled_from(["", "", "O-1", "O-2", "O-3"])
scenes = st.sampled_from(["", "", "virtual", "travel", "investment"])
days_back = st.one_of(st.just(0), st.integers(1, 45))


def fold_once(tx: ReadTransaction) -> None:
    """Lets all that is asked of an account in one transaction be asked of one book, so of one fold a day."""
    tx.book = cache(tx.book)  # type: ignore[method-assign]


def looks(
    tx: ReadTransaction, on: date, shown: Callable[[ReadTransaction, str, date], AccountView] = show
) -> dict[str, Any]:
    """What the views say on a day; who the people are may be corrected, so it is left out."""
    fold_once(tx)
    told: dict[str, Any] = {line.account_id: _nameless(line) for line in list_accounts(tx, on)}
    for account_id in list(told):
        told[f"show {account_id}"] = _nameless(shown(tx, account_id, on))
        told[f"history {account_id}"] = account_history(tx, account_id, on)
        for plan in told[f"show {account_id}"]["plans"]:
            told[f"schedule {plan['plan_id']}"] = schedule(tx, plan["plan_id"], on)
    return told


def _nameless(answer: msgspec.Struct) -> dict[str, Any]:
    told = msgspec.to_builtins(answer)
    return {key: value for key, value in told.items() if key not in {"name", "person"}}


class Customers(RuleBasedStateMachine):
    """Two customers, a clock that goes forward, and what was asked, answered and known on the way."""

    ledger: Ledger
    opened_on: date
    today: date

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.event_ids: list[str] = []
        self.answered: list[tuple[Verb, msgspec.Struct, Call, msgspec.Struct]] = []
        self.requests = self.accrued_after = 0
        self.quoted: set[str] = set()
        self.known: list[tuple[int, date, dict[str, Any]]] = []
        self.views: dict[tuple[str, str, date], AccountView] = {}

    @initialize(
        opened_on=st.sampled_from(OPENINGS),
        bill_day=st.integers(1, 28),
        bought=st.lists(st.tuples(accounts, amounts, products, st.integers(0, 60)), min_size=2, max_size=6),
        takes_two=st.booleans(),
    )
    def open_accounts(
        self,
        opened_on: date,
        bill_day: int,
        bought: list[tuple[str, int, tuple[str, int | None], int]],
        takes_two: bool,
    ) -> None:
        """Some weeks before the first verb, so that there is a past to date back to, and with something to pay."""
        self.today = self.opened_on = opened_on
        self.ledger = Ledger.create(self.folder / "ledger.db", now=f"{opened_on}T00:00:00Z")
        cool = self.folder / "cool.toml"
        terms = (FOLDER / "month.toml").read_text("utf-8").replace('id = "month"', 'id = "cool"')
        cool.write_text(terms.replace("cooling_days = 0", "cooling_days = 7"), "utf-8")
        for name, product_id in zip(NAMES, ("", str(cool)), strict=True):
            asked = OpenAsked(name=name, limit_fen=LIMIT_FEN, phone=PHONE, bill_day=bill_day, product_id=product_id)
            assert self.do(OPEN, asked) is not None
        for kind in KINDS if takes_two else ():
            perform(self.ledger, APPROVAL, ApprovalAsked(kind=kind, is_on=True), self.call())
        self.event_ids.clear()  # an opening is not reversed
        self.today += timedelta(days=60)
        for account_id, amount_fen, (product_id, count), back in bought:
            asked = ChargeAsked(account_id=account_id, amount_fen=amount_fen, product_id=product_id, installments=count)
            self.do(CHARGE, asked, back)

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

    def histories(self) -> list[History]:
        """Each account's events as the other laws know them, at the end of today."""
        with self.ledger.read() as tx:
            return [History(list(tx.book(account_id).events), self.today) for account_id in tx.account_ids()]

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
            if error.code == "approval-needed":
                answer = self.second_person_agrees(str(error.details["proposal_id"]))
                assert perform(self.ledger, verb, asked, call) == answer  # law 33
            else:
                assert self.head() == head  # law 9
                return None
        self.answered.append((verb, asked, call, answer))
        if event_id := getattr(answer, "event_id", None):
            self.event_ids.append(event_id)
        return answer

    def second_person_agrees(self, proposal_id: str) -> msgspec.Struct:
        """What a second person's approval does, and that it was left undone until then."""
        figures = self.looked_at_anew()
        call = msgspec.structs.replace(self.call(), operator="second tester")
        rehearsed = msgspec.structs.replace(call, dry_run=True)
        told = perform(self.ledger, APPROVE, ApproveAsked(proposal_id=proposal_id), rehearsed)
        assert self.looked_at_anew() == figures
        assert perform(self.ledger, APPROVE, ApproveAsked(proposal_id=proposal_id), call) == told
        return msgspec.convert(told.result, PROPOSABLE[told.verb].answer)

    def call(self) -> Call:
        return Call(today=self.today, now=f"{self.today}T09:00:00Z", operator="tester")

    def head(self) -> str:
        with self.ledger.read() as tx:
            return tx.head()

    def person(self, account_id: str) -> Person:
        with self.ledger.read() as tx:
            return tx.person(tx.book(account_id).account(self.today).person_id)

    def view(self, account_id: str, back: int = 0) -> AccountView:
        with self.ledger.read() as tx:
            return self.shown(tx, account_id, self.today - timedelta(days=back))

    def shown(self, tx: ReadTransaction, account_id: str, on: date) -> AccountView:
        """The account on a day, folded once as long as nothing is written: the head stands for all facts."""
        key = tx.head(), account_id, on
        if key not in self.views:
            self.views[key] = show(tx, account_id, on)
        return self.views[key]

    def looked_at_anew(self) -> list[AccountView]:
        """Both accounts today, whatever was seen of them before."""
        with self.ledger.read() as tx:
            return [show(tx, account_id, self.today) for account_id in ("A1", "A2")]

    def plan(self, data: st.DataObject, is_open: bool = True) -> PlanLine | None:
        """One of all plans, or of those that owe something."""
        plans = [plan for account_id in ("A1", "A2") for plan in self.view(account_id).plans]
        plans = [plan for plan in plans if plan.settled_on is None or not is_open]
        return data.draw(st.sampled_from(plans)) if plans else None

    def open_plan(self, data: st.DataObject) -> str:
        plan = self.plan(data)
        return plan.plan_id if plan else ""

    def due_fen(self, account_id: str) -> int:
        return self.view(account_id).figures.due_fen

    @rule(days=st.one_of(st.integers(1, 3), st.integers(1, 40), st.sampled_from([61, 95])))
    def days_pass(self, days: int) -> None:
        """What is seen now must be seen ever after."""
        with self.ledger.read() as tx:
            told = looks(tx, self.today, self.shown)
            sequence = tx.connection.execute("SELECT max(sequence) FROM events").fetchone()[0]
        self.known.append((sequence, self.today, told))
        self.today += timedelta(days=days)

    @rule(account_id=accounts, which=st.sampled_from(["due", "day after due", "bill", "31st", "29 February"]))
    def a_day_comes(self, account_id: str, which: str) -> None:
        """A day on which something happens: of the account, or of the calendar."""
        view = self.view(account_id)
        due_on, billed_on = view.figures.next_due_on, view.next_bill_on
        ahead = [self.today + timedelta(days=days) for days in range(1, DAYS_AHEAD)]
        wanted = {
            "due": [due_on],
            "day after due": [due_on + timedelta(days=1) if due_on else None],
            "bill": [billed_on],
            "31st": [day for day in ahead if day.day == 31],
            "29 February": [day for day in ahead if (day.month, day.day) == (2, 29)],
        }[which]
        if coming := [day for day in wanted if day and self.today < day <= ahead[-1]]:
            self.days_pass((coming[0] - self.today).days)

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def look_back(self, data: st.DataObject) -> None:
        self.still_known(*data.draw(st.sampled_from(self.known)))

    def still_known(self, sequence: int, on: date, told: dict[str, Any]) -> None:
        midnight = datetime.combine(on, time.max, UTC)
        with self.ledger.read(known_at=midnight) as tx:
            assert tx.last_sequence == sequence
            assert looks(tx, on) == told  # law 36

    @precondition(lambda self: self.accrued_after < self.requests)
    @rule()
    def accrue(self) -> None:
        self.do(ACCRUE, AccrueAsked())
        self.accrued_after = self.requests
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
            before = self.opened_on - timedelta(days=1)
            perform(self.ledger, verb, asked, msgspec.structs.replace(call, on=before))  # law 34
        assert self.head() == head

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
