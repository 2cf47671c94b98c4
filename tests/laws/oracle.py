"""A slow, obvious account: every day walked one by one, every night counted by itself, every balance kept.

It is written from the stated rules of credit and knows nothing of the fold: no spans, no boundaries, no closed forms.
Schedules of new plans come from `make_schedule`, which is proved on its own against published figures.

A day has three parts: what comes by itself as it begins, the events of the day in the order recorded, and the night,
which is charged on what is owed then. An answer "as of" a day is given after its events and before its night.

Where the rules of credit are silent, these decisions of the engine are kept:

- As a day begins: due dates, rows of daily plans that end, credit netted, then the bill.
- Payable order on one due date: the line's charges, installments, revolving purchases; then in the order made.
- On a bill's due date all that it asked for of the revolving part and is unpaid becomes carried, not before.
- Charges of the line gather on one row a bill cycle; it has the oldest due date of what is carried. At a bill whose
  forerunners' minimums are met, carried rows and the line's rows take the new due date; otherwise they keep theirs.
- Carried interest is rounded once a cycle, a late charge once over the life of its row; a repayment asks for what has
  run, as the rounded sum so far less what was asked before.
- A minimum counts the revolving part of a bill only; every payment on the revolving part counts towards every bill
  whose minimum is not met yet. Installments are late by themselves.
- Interest that runs on after the last row of a daily plan belongs to that row and is asked for at bills and payments.
- A late row is charged on what it asked for when it fell due and is unpaid, without late charges. Once a payment has
  cleared a row within its grace days, nothing of the charge is left.
- Money ahead of time pays the open row's interest so far, then its principal; a row filled so is asked for at once.
  Plans whose principal is due at the end have it taken off the last row.
- A row of equal payments keeps its total: interest changed by early or late money changes its principal.
- The annual cap allows a payoff cap x (principal x nights) / 365, rounded down, of fees and interest in all.
- A bill is made where something moved, be it only between credit and debt, or there is something to ask for.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

from baitiao_cli.account.events import (
    BillIssued,
    Closed,
    Event,
    Opened,
    PaidOff,
    PaidOut,
    Purchased,
    Repaid,
    Reversed,
)
from baitiao_cli.account.terms import LateTerms, PlanTerms
from baitiao_cli.calc.dates import bill_periods, periods_from
from baitiao_cli.calc.schedule import make_schedule

KINDS = ("principal", "interest", "fee", "late_charge")
BY_THE_NIGHT = ("equal-payment", "equal-principal", "interest-only", "daily", "defer")
PRINCIPAL_LAST = ("interest-only", "daily", "defer")
PARTS = Fraction(1, 1_000_000_000)
DAY = timedelta(days=1)


def rounded(exact: Fraction, rule: str) -> int:
    """To whole fen; no amount here is negative."""
    below = floor(exact)
    rest = exact - below
    if rest == Fraction(1, 2):
        return below + 1 if rule == "half-up" or below % 2 else below
    return below + (rest > Fraction(1, 2))


def counts(event: Event, events: list[Event]) -> bool:
    """An event counts unless a reversal of it counts."""
    undoing = [other for other in events if isinstance(other.fact, Reversed) and other.fact.event_id == event.event_id]
    return not any(counts(other, events) for other in undoing)


def nothing() -> dict[str, int]:
    return dict.fromkeys(KINDS, 0)


@dataclass(eq=False)
class Row:
    """One due part of a plan, or (`plan` None) the line's charges of one cycle."""

    plan: Plan | None
    number: int
    ends_on: date
    due_on: date
    quoted: dict[str, int] = field(default_factory=nothing)
    asked: dict[str, int] = field(default_factory=nothing)
    paid: dict[str, int] = field(default_factory=nothing)
    late_so_far: Fraction = Fraction(0)
    run_on: int = 0
    is_billed: bool = False
    is_carried: bool = False

    @property
    def unpaid(self) -> int:
        return sum(self.asked.values()) - sum(self.paid.values())

    @property
    def unpaid_without_late(self) -> int:
        return self.unpaid - self.asked["late_charge"] + self.paid["late_charge"]

    @property
    def late_base(self) -> int:
        """Interest that ran on is the last to be paid, and is not charged on."""
        return self.unpaid_without_late - min(self.run_on, self.asked["interest"] - self.paid["interest"])

    @property
    def revolves(self) -> bool:
        return self.plan is None or self.plan.terms.revolving

    @property
    def is_payable(self) -> bool:
        return self.unpaid > 0 and (self.is_billed or self.plan is None)


@dataclass(eq=False)
class Plan:
    plan_id: str
    place: int
    began_on: date
    financed: int
    terms: PlanTerms
    rows: list[Row] = field(default_factory=list)
    interest_so_far: Fraction = Fraction(0)
    principal_nights: int = 0

    @property
    def balance(self) -> int:
        return self.financed - sum(row.paid["principal"] for row in self.rows)

    @property
    def by_the_night(self) -> bool:
        return self.terms.schedule.method in BY_THE_NIGHT

    @property
    def open_row(self) -> Row:
        """The row that interest is being counted for: the first not asked for, or the last."""
        return next((row for row in self.rows if not row.is_billed), self.rows[-1])

    @property
    def night_rate(self) -> Fraction:
        rate = self.terms.schedule.rate
        if rate is None:
            return Fraction(0)
        assert rate.per == "day" or (rate.per == "year" and self.terms.schedule.day_count == "actual/365")
        return rate.ppb * PARTS / (1 if rate.per == "day" else 365)


@dataclass(eq=False)
class Bill:
    billed_on: date
    due_on: date
    figures: dict[str, int]
    minimum_revolving: int
    paid_since: int = 0
    met_on: date | None = None


@dataclass(frozen=True)
class Picture:
    """The account as of a day; rows and bills by their names, amounts in fen."""

    used: int
    owed: dict[str, int]
    due: int
    overdue: int
    credit: int
    days_past_due: int
    rows: dict[tuple[str, int], dict[str, Any]]
    bills: list[dict[str, Any]]


class DayByDay:
    """Walks an account's days; `picture` is asked at the end of one."""

    def __init__(self, events: Iterable[Event], through: date) -> None:
        everything = list(events)
        live = [event for event in everything if counts(event, everything) and event.effective_on <= through]
        live.sort(key=lambda event: (event.effective_on, event.number))
        opened = next(event for event in live if isinstance(event.fact, Opened))
        assert isinstance(opened.fact, Opened)
        self.opening, self.line = opened.fact, opened.fact.line
        self.opened_on = self.day = opened.effective_on
        self.issued_on = {event.fact.billed_on for event in live if isinstance(event.fact, BillIssued)}
        self.plans: list[Plan] = []
        self.line_rows: list[Row] = []
        self.bills: list[Bill] = []
        self.carry_so_far = Fraction(0)
        self.credit = 0
        self.moved: dict[str, int] = {}
        self._walk(live, through)

    def _walk(self, live: list[Event], through: date) -> None:
        while True:
            if self.day > self.opened_on:
                self._begin_day()
            for event in live:
                if event.effective_on == self.day:
                    self._take(event)
            if self.day == through:
                return
            self._night()
            self.day += DAY

    # --- the day begins

    def _begin_day(self) -> None:
        if self.bills and self.bills[-1].due_on == self.day:
            for row in self._rows():
                if row.revolves and row.is_billed and row.unpaid:
                    row.is_carried = True
        for plan in self.plans:
            row = plan.open_row
            if plan.by_the_night and not row.is_billed and row.ends_on == self.day:
                self._ask_interest(plan)
                self._end_row(plan)
                self._finish(plan)
        self._net_credit()
        if self.day.day == self.opening.bill_day:
            self._bill()

    def _bill(self) -> None:
        is_open = any(plan.balance or any(row.unpaid for row in plan.rows) for plan in self.plans)
        is_issued = self.day in self.issued_on
        if not (any(self.moved.values()) or is_open or any(row.unpaid for row in self.line_rows) or is_issued):
            return
        self._ask_for_what_has_run()
        for plan in self.plans:
            for row in plan.rows:
                if not plan.by_the_night and not row.is_billed and row.ends_on <= self.day:
                    row.is_billed = True
                    self._ask(row, "fee", row.quoted["fee"] - row.asked["fee"])
        due_on = self.day + self.line.due_days * DAY
        if not self._missed():
            for row in self._rows():
                runs = row.unpaid > 0 or (row.plan is None and not row.is_billed)
                if row.revolves and runs and (row.is_carried or row.plan is None):
                    row.due_on = max(row.due_on, due_on)
        for row in self.line_rows:
            row.is_billed = True
        self.carry_so_far = Fraction(0)
        self._net_credit()
        payable = self._payable()
        due = sum(row.unpaid for row in payable)
        if not any(self.moved.values()) and not due and not is_issued:
            return
        revolving = self._revolving_minimum(payable)
        installments = sum(row.unpaid for row in payable if not row.revolves)
        opening = self.bills[-1].figures["closing"] if self.bills else 0
        figures = {
            "opening": opening,
            **{kind: self.moved.get(kind, 0) for kind in ("purchases", "interest", "fee", "late_charge")},
            "repayments": -self.moved.get("repaid", 0),
            "payouts": self.moved.get("paid out", 0),
            "closing": self._asked_and_unpaid() - self.credit,
            "due": due,
            "minimum": min(due, installments + revolving),
        }
        bill = Bill(self.day, due_on, figures, revolving, met_on=None if revolving else self.day)
        self.bills.append(bill)
        self.moved = {}

    def _revolving_minimum(self, payable: list[Row]) -> int:
        fresh = sum(row.asked["principal"] - row.paid["principal"] for row in payable if self._is(row, carried=False))
        carried = sum(row.asked["principal"] - row.paid["principal"] for row in payable if self._is(row, carried=True))
        charges = sum(row.unpaid for row in payable if row.revolves) - fresh - carried
        if not (self.bills and self._was_missed(self.bills[-1])) and carried >= self.line.carried_floor_fen:
            carried = self._share(carried)
        return self._share(fresh) + carried + charges

    @staticmethod
    def _is(row: Row, carried: bool) -> bool:
        return row.revolves and row.is_carried == carried

    def _share(self, amount: int) -> int:
        return rounded(amount * self.line.minimum_share_ppb * PARTS, self.line.rounding)

    # --- the night

    def _night(self) -> None:
        for plan in self.plans:
            plan.principal_nights += plan.balance
            if plan.by_the_night and self.day >= plan.began_on + plan.terms.schedule.free_days * DAY:
                bearing = plan.balance
                if plan.terms.late.instead:
                    bearing -= sum(
                        row.asked["principal"] - row.paid["principal"] for row in plan.rows if self._is_past_due(row)
                    )
                plan.interest_so_far += bearing * plan.night_rate
        base = sum(row.unpaid_without_late for row in self._rows() if row.revolves and row.is_carried)
        self.carry_so_far += base * self.line.carried_daily_ppb * PARTS
        if base and self._missed():
            self._charge_night(self._line_row(), base, self.line.late)
        for row in self._rows():
            if not row.revolves and self._is_past_due(row):
                assert row.plan is not None
                self._charge_night(row, self._late_base(row, row.plan), row.plan.terms.late)

    @staticmethod
    def _late_base(row: Row, plan: Plan) -> int:
        if plan.terms.late.base == "overdue":
            return row.late_base
        if any(other.unpaid for other in plan.rows[: row.number - 1]):
            return 0  # the oldest unpaid row is charged for all of the plan
        fees = sum(other.quoted["fee"] - other.paid["fee"] for other in plan.rows)
        interest = sum(other.asked["interest"] - other.paid["interest"] for other in plan.rows)
        return plan.balance + fees + interest

    @staticmethod
    def _charge_night(row: Row, base: int, late: LateTerms) -> None:
        if base and late.daily_ppb:
            row.late_so_far += max(base * late.daily_ppb * PARTS, Fraction(late.floor_fen))

    # --- lateness

    def _is_past_due(self, row: Row) -> bool:
        return row.is_billed and row.unpaid > 0 and self.day >= row.due_on

    def _grace(self, row: Row) -> timedelta:
        return (self.line.late if row.plan is None else row.plan.terms.late).grace_days * DAY

    def _is_late(self, row: Row) -> bool:
        return self._is_past_due(row) and self.day > row.due_on + self._grace(row)

    def _missing(self, bill: Bill) -> int:
        left = sum(row.unpaid for row in self._rows() if row.revolves and row.is_billed)
        return min(left, max(0, bill.minimum_revolving - bill.paid_since))

    def _missed(self) -> list[Bill]:
        """Bills that are due with a minimum that is not met, be it within the grace days."""
        return [bill for bill in self.bills if self.day >= bill.due_on and self._missing(bill)]

    def _late_bills(self) -> list[Bill]:
        return [bill for bill in self._missed() if self.day > bill.due_on + self.line.late.grace_days * DAY]

    def _was_missed(self, bill: Bill) -> bool:
        if bill.met_on is None:
            return self._missing(bill) > 0
        return bill.met_on > bill.due_on + self.line.late.grace_days * DAY

    def _days_past_due(self) -> int:
        due = [row.due_on for row in self._rows() if not row.revolves and self._is_late(row)]
        due += [bill.due_on for bill in self._late_bills()]
        return max(((self.day - day).days for day in due), default=0)

    # --- asking

    def _rows(self) -> list[Row]:
        return self.line_rows + [row for plan in self.plans for row in plan.rows]

    def _line_row(self) -> Row:
        if not self.line_rows or self.line_rows[-1].is_billed:
            carried = [row.due_on for row in self._rows() if row.revolves and row.is_carried and row.unpaid]
            due_on = min(carried, default=self.day)
            self.line_rows.append(Row(None, len(self.line_rows) + 1, self.day, due_on))
        return self.line_rows[-1]

    def _ask(self, row: Row, kind: str, amount: int) -> None:
        row.asked[kind] += amount
        self.moved[kind] = self.moved.get(kind, 0) + amount

    def _ask_late(self, row: Row, rule: str) -> None:
        is_late = bool(self._late_bills()) if row.plan is None else self.day > row.due_on + self._grace(row)
        if is_late:
            self._ask(row, "late_charge", max(0, rounded(row.late_so_far, rule) - row.asked["late_charge"]))

    def _interest_so_far(self, plan: Plan) -> int:
        row, exact = plan.open_row, rounded(plan.interest_so_far, plan.terms.schedule.rounding)
        if plan.terms.schedule.method == "equal-payment" and row is not plan.rows[-1]:
            exact = min(exact, sum(row.quoted.values()))
        return max(exact, row.asked["interest"])

    def _ask_interest(self, plan: Plan) -> None:
        row = plan.open_row
        new = self._interest_so_far(plan) - row.asked["interest"]
        row.run_on += new if row.is_billed else 0
        self._ask(row, "interest", new)

    def _ask_principal(self, plan: Plan, row: Row) -> None:
        others = sum(other.asked["principal"] for other in plan.rows if other.is_billed and other is not row)
        left = plan.financed - others
        wanted = row.quoted["principal"]
        if plan.terms.schedule.method == "equal-payment":
            wanted = sum(row.quoted.values()) - row.asked["interest"]
        if row is plan.rows[-1]:
            wanted = left
        row.asked["principal"] = min(left, max(wanted, row.paid["principal"]))

    def _end_row(self, plan: Plan) -> None:
        """The open row is asked for, interest asked before; the next begins with what passed the row's total."""
        row = plan.open_row
        self._ask_principal(plan, row)
        if row is not plan.rows[-1]:
            passed = rounded(plan.interest_so_far, plan.terms.schedule.rounding) > row.asked["interest"]
            plan.interest_so_far = plan.interest_so_far - row.asked["interest"] if passed else Fraction(0)
        row.is_billed = True

    def _ask_for_what_has_run(self) -> None:
        for plan in self.plans:
            for row in plan.rows:
                if row.is_billed and not row.revolves:
                    self._ask_late(row, plan.terms.schedule.rounding)
            if plan.by_the_night and plan.rows[-1].is_billed and plan.balance:
                self._ask_interest(plan)
        interest = rounded(self.carry_so_far, self.line.rounding)
        if interest or (self.line_rows and not self.line_rows[-1].is_billed):
            row = self._line_row()
            self._ask(row, "interest", interest - row.asked["interest"])
            self._ask_late(row, self.line.rounding)

    # --- money

    def _payable(self) -> list[Row]:
        def place(row: Row) -> tuple[date, int, int, int]:
            rank = 0 if row.plan is None else 2 if row.revolves else 1
            return row.due_on, rank, row.plan.place if row.plan else 0, row.number

        return sorted((row for row in self._rows() if row.is_payable), key=place)

    def _pay_payable(self, amount: int, plan: Plan | None = None) -> int:
        very_late = self._days_past_due() > self.line.very_late_after_days
        order = self.line.very_late_order if very_late else self.line.usual_order
        for row in self._payable():
            for kind in order if plan is None or row.plan is plan else ():
                amount -= self._pay(row, kind, amount)
        for each in self.plans:
            self._finish(each)
        return amount

    def _pay(self, row: Row, kind: str, amount: int) -> int:
        taken = min(amount, row.asked[kind] - row.paid[kind])
        row.paid[kind] += taken
        self.moved["within"] = self.moved.get("within", 0) + taken
        in_grace = self.day <= row.due_on + self._grace(row)
        if row.plan is not None and not row.revolves and in_grace and not row.unpaid:
            row.late_so_far = Fraction(row.asked["late_charge"])
        if row.revolves and taken:
            self._count_towards_minimum(taken)
        return taken

    def _count_towards_minimum(self, amount: int) -> None:
        was_missed = self._missed()
        for bill in self.bills:
            if bill.paid_since < bill.minimum_revolving:
                bill.paid_since += amount
                if bill.paid_since >= bill.minimum_revolving:
                    bill.met_on = self.day
        met_in_grace = was_missed and not self._missed() and not any(self._was_missed(bill) for bill in was_missed)
        if met_in_grace and self.line_rows and not self.line_rows[-1].is_billed:
            self.line_rows[-1].late_so_far = Fraction(self.line_rows[-1].asked["late_charge"])

    def _pay_ahead(self, plan: Plan, amount: int) -> int:
        while amount and plan.by_the_night and plan.balance:
            row = plan.open_row
            self._ask_interest(plan)
            amount -= self._pay(row, "interest", amount)
            target = plan.rows[-1] if plan.terms.schedule.method in PRINCIPAL_LAST else row
            self._ask_principal(plan, target)
            amount -= self._pay(target, "principal", amount)
            if target is not row or row.unpaid:
                break
            if not row.is_billed:
                self._end_row(plan)
        self._finish(plan)
        return amount

    def _finish(self, plan: Plan) -> None:
        """A plan by the night whose principal is gone asks for no more rows."""
        if plan.by_the_night and plan.balance == 0:
            for row in plan.rows:
                if not row.is_billed and row.asked["interest"] == row.paid["interest"]:
                    row.is_billed, row.asked["principal"] = True, row.paid["principal"]

    def _net_credit(self) -> None:
        if self.credit:
            self.credit = self._pay_payable(self.credit)

    # --- events

    def _take(self, event: Event) -> None:
        match event.fact:
            case Purchased():
                self._purchase(event.fact)
            case Repaid():
                self.moved["repaid"] = self.moved.get("repaid", 0) + event.fact.amount_fen
                self._ask_for_what_has_run()
                self._spread(event.fact.amount_fen, self._named(event.fact.plan_id))
            case PaidOff():
                self.moved["repaid"] = self.moved.get("repaid", 0) + event.fact.amount_fen
                self._pay_off(event.fact)
            case PaidOut():
                paid = min(event.fact.amount_fen, self.credit)
                self.credit -= paid
                self.moved["paid out"] = self.moved.get("paid out", 0) + paid
            case Opened() | Closed() | BillIssued() | Reversed():
                pass
            case _:
                raise AssertionError(event)

    def _named(self, plan_id: str) -> Plan | None:
        return next((plan for plan in self.plans if plan.plan_id == plan_id), None)

    def _purchase(self, purchase: Purchased) -> None:
        terms, financed = purchase.terms, purchase.amount_fen - purchase.down_payment_fen
        count = terms.schedule.installments
        if terms.due_by == "bill":
            periods = bill_periods(self.day, count, self.opening.bill_day, self.line.due_days)
        else:
            periods = periods_from(self.day, count, terms.every, terms.unit)
        plan = Plan(purchase.plan_id, len(self.plans) + 1, self.day, financed, terms)
        for row in make_schedule(financed, periods, terms.schedule):
            quoted = nothing() | {"principal": row.principal_fen, "interest": row.interest_fen, "fee": row.fee_fen}
            made = Row(plan, row.number, row.until_on, row.due_on, quoted)
            if not plan.by_the_night:
                made.asked["principal"] = row.principal_fen
            plan.rows.append(made)
        self.plans.append(plan)
        self.moved["purchases"] = self.moved.get("purchases", 0) + financed

    def _spread(self, amount: int, named: Plan | None = None) -> None:
        if named:
            amount = self._pay_payable(amount, named)
            amount = self._surplus(amount, [named])
        amount = self._pay_payable(amount)
        self.credit += self._surplus(amount, self.plans)

    def _surplus(self, amount: int, plans: list[Plan]) -> int:
        for plan in plans:
            if plan.terms.surplus == "next-installment":
                amount = self._pay_ahead(plan, amount)
        return amount

    def _pay_off(self, payoff: PaidOff) -> None:
        """All rows are asked for at once, the fee of the rest under the policy; then the money is spread."""
        named = self._named(payoff.plan_id)
        plans = [named] if named else self.plans
        self._ask_for_what_has_run()
        for plan in plans:
            rest = [row for row in plan.rows if not row.is_billed and not plan.by_the_night]
            fee = self._payoff_fee(plan, rest)
            for row in rest:
                row.is_billed = True
                row.quoted["fee"] = fee
                self._ask(row, "fee", fee)
                fee = 0
        if not named:
            self.credit = self._pay_all(plans, self.credit)
        self._spread(self._pay_all(plans, payoff.amount_fen, named))
        self._net_credit()
        for plan in plans:
            for row in plan.rows:
                if not plan.by_the_night and row.ends_on > self.day and row.unpaid:
                    row.is_billed = False

    def _pay_all(self, plans: list[Plan], amount: int, named: Plan | None = None) -> int:
        amount = self._pay_payable(amount, named)
        for plan in plans:
            amount = self._pay_ahead(plan, amount)
        return amount

    def _payoff_fee(self, plan: Plan, rest: list[Row]) -> int:
        if not rest or self.day == plan.began_on:
            return 0
        fee = {
            "all-fees": sum(row.quoted["fee"] for row in rest),
            "next-period": rest[0].quoted["fee"],
            "waive-rest": 0,
        }[plan.terms.payoff]
        if plan.terms.annual_cap_ppb:
            allowed = floor(plan.principal_nights * plan.terms.annual_cap_ppb * PARTS / 365)
            asked = sum(row.asked["fee"] + row.asked["interest"] for row in plan.rows)
            fee = min(fee, max(0, allowed - asked))
        return fee

    # --- the picture

    def _asked_and_unpaid(self) -> int:
        """With all principal, due or not."""
        charges = sum(row.unpaid - row.asked["principal"] + row.paid["principal"] for row in self._rows())
        return charges + sum(plan.balance for plan in self.plans)

    def picture(self) -> Picture:
        """The figures as if everything that has run were asked for now, the rows and bills as they stand."""
        asked = copy.deepcopy(self)
        asked._ask_for_what_has_run()
        due = sum(row.unpaid for row in asked._payable())
        overdue = sum(row.unpaid for row in asked._rows() if not row.revolves and asked._is_late(row))
        overdue += max((asked._missing(bill) for bill in asked._late_bills()), default=0)
        for plan in asked.plans:
            if plan.by_the_night and plan.balance:
                asked._ask_interest(plan)
        owed = {kind: sum(row.asked[kind] - row.paid[kind] for row in asked._rows()) for kind in KINDS}
        owed["principal"] = sum(plan.balance for plan in self.plans)
        return Picture(
            used=owed["principal"],
            owed=owed,
            due=due,
            overdue=overdue,
            credit=self.credit,
            days_past_due=self._days_past_due(),
            rows={
                (row.plan.plan_id if row.plan else "", row.number): {
                    "due_on": row.due_on,
                    "asked": dict(row.asked),
                    "paid": dict(row.paid),
                    "is_billed": row.is_billed,
                }
                for row in self._rows()
                if row.plan or sum(row.asked.values())
            },
            bills=[{"billed_on": bill.billed_on, "due_on": bill.due_on, **bill.figures} for bill in self.bills],
        )
