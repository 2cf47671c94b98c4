"""The account as its events make it, and the figures that are read straight off it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from baitiao_cli.account.bill import Bill
from baitiao_cli.account.dispute import Dispute
from baitiao_cli.account.entries import Entries
from baitiao_cli.account.events import (
    BillIssued,
    ClosedBy,
    DebitTried,
)
from baitiao_cli.account.hold import Hold
from baitiao_cli.account.installment import Installment, Parts
from baitiao_cli.account.limits import ANYTHING, Limits, Purpose, Room
from baitiao_cli.account.meter import NightMeter
from baitiao_cli.account.plan import Plan
from baitiao_cli.account.plans import Plans
from baitiao_cli.account.postings import CASH, INCOME, RECEIVABLE, Posting, transfer
from baitiao_cli.account.standing import (
    AutoRepay,
    Cooled,
    Cooling,
    HardshipCase,
    LimitRequest,
    Lock,
    Loss,
    Means,
    Suspension,
)
from baitiao_cli.account.terms import LateTerms, LineTerms, Tier


class Debt(msgspec.Struct, frozen=True):
    """One row that money can go to; `plan` is `None` for the line's own charges."""

    row: Installment
    plan: Plan | None

    @property
    def plan_id(self) -> str:
        """The plan's id, or "" for the line."""
        return self.plan.plan_id if self.plan else ""

    @property
    def is_revolving(self) -> bool:
        """Whether the row is part of the balance that may be carried."""
        return self.plan is None or self.plan.terms.revolving


class Allocation(msgspec.Struct, frozen=True):
    """A part of a payment and the row and kind of debt that it paid, in whole fen.

    The credit balance has plan "" and number 0; what is taken from it is negative, so that the parts of an event sum to
    the money that came in (of a refund with what it gave back, see `Refund`). Number 0 of a plan stands for rows that
    are not billed. `source` is the ledger account that paid: cash, the credit balance, merchant refunds, what is
    disputed, waivers or goodwill; or the income that a refund returns.
    """

    event_id: str
    effective_on: date
    plan_id: str
    number: int
    kind: str
    amount_fen: int
    source: str = CASH


class Payment(msgspec.Struct, frozen=True, kw_only=True):
    """Money that came from the customer, by which event ("" for a debit, which need not be recorded yet) and means."""

    event_id: str
    on: date
    amount_fen: int
    plan_id: str = ""
    means: str = ""


class Return(msgspec.Struct, frozen=True):
    """A part of a refund that goes back to the means of a payment ("" when they were not named), in whole fen."""

    payment_id: str
    means: str
    amount_fen: int


class Refund(msgspec.Struct, frozen=True):
    """What a refund of a plan's purchase came to, in whole fen: fees that fell with it, and what it gave back.

    `fees_returned_fen` are fees and interest that the lender gives back besides, or does not ask for any more.
    """

    event_id: str
    plan_id: str
    amount_fen: int
    fees_dropped_fen: int
    returns: tuple[Return, ...]
    fees_returned_fen: int = 0


class Conflict(msgspec.Struct, frozen=True):
    """A recorded fact that could not have been so: named when something back-dated would make it one.

    Of a limit that is passed, by how much.
    """

    event_id: str
    code: str
    over_fen: int = 0


def worse_conflicts(before: Iterable[Conflict], after: Iterable[Conflict]) -> list[Conflict]:
    """The conflicts that were none before, or pass their limit by more than before."""
    known = {(conflict.event_id, conflict.code): conflict.over_fen for conflict in before}
    return [conflict for conflict in after if conflict.over_fen > known.get((conflict.event_id, conflict.code), -1)]


class Account(msgspec.Struct):
    """One credit account folded up to the end of `through`: system happenings and user events of that day included.

    `means` says by event how money came or went, where that was named; `last_payment` is the last one that somebody
    entered. `billed_through` is the last bill date, with or
    without a bill; `bill_day_set_on` the day of the last change of the bill day, on which bills still came as before.
    `purse` are the means that were stated, by name; `debits` the tries to debit one that count, by day, recorded
    (`tried_on` are the days of all that are, counting or not) or still to be. Those up to `over_through` come too late.
    `own_postings` move between ledger accounts of the lender alone: no figure or bill of the customer knows of them;
    `kept_apart` is what they keep of the debt, by plan and ledger account, as of `recognised_count` allocations;
    `unrecognised` are the plans ("" the line) whose charges were no income then. `losses` go by the plan, "" for all.
    `failed_on` has the days of the attempts to be verified that failed since the last one that did not.
    `is_lateness_excused`: the operator lifted the suspension for what is overdue, until nothing is.
    `cooling` is the customer's wish to close the line while it can be taken back, `cooled` are those whose days ended;
    `lapsed_closing` is the last one that came to nothing, until the line is to be closed again.
    """

    account_id: str
    person_id: str
    opened_on: date
    limits: Limits
    bill_day: int
    tier: Tier
    line: LineTerms
    through: date
    closed_on: date | None = None
    closed_by: ClosedBy = "customer"
    reopened_on: date | None = None
    cooling: Cooling | None = None
    cooled: list[Cooled] = msgspec.field(default_factory=list)
    lapsed_closing: Cooled | None = None
    auto_repay: AutoRepay | None = None
    limit_request: LimitRequest | None = None
    hardship: HardshipCase | None = None
    lock: Lock | None = None
    purse: dict[str, Means] = msgspec.field(default_factory=dict)
    debits: dict[date, DebitTried] = msgspec.field(default_factory=dict)
    tried_on: frozenset[date] = frozenset()
    over_through: date = date.min
    suspensions: dict[str, Suspension] = msgspec.field(default_factory=dict)
    losses: dict[str, Loss] = msgspec.field(default_factory=dict)
    failed_on: list[date] = msgspec.field(default_factory=list)
    overdue_suspension: Suspension | None = None
    is_lateness_excused: bool = False
    plans: Plans = msgspec.field(default_factory=Plans)
    holds: dict[str, Hold] = msgspec.field(default_factory=dict)
    line_rows: list[Installment] = msgspec.field(default_factory=list)
    carry: NightMeter = msgspec.field(default_factory=lambda: NightMeter(date.min))
    credit_fen: int = 0
    bills: list[Bill] = msgspec.field(default_factory=list)
    billed_through: date = date.min
    bill_day_set_on: date = date.min
    issued: dict[date, BillIssued] = msgspec.field(default_factory=dict)
    postings: Entries[Posting] = msgspec.field(default_factory=Entries)
    allocations: Entries[Allocation] = msgspec.field(default_factory=Entries)
    means: dict[str, str] = msgspec.field(default_factory=dict)
    last_payment: Payment | None = None
    refunds: list[Refund] = msgspec.field(default_factory=list)
    disputes: dict[str, Dispute] = msgspec.field(default_factory=dict)
    conflicts: list[Conflict] = msgspec.field(default_factory=list)
    own_postings: Entries[Posting] = msgspec.field(default_factory=Entries)
    kept_apart: dict[tuple[str, str], int] = msgspec.field(default_factory=dict)
    unrecognised: frozenset[str] = frozenset()
    recognised_count: int = 0
    cause: str = ""

    @property
    def status(self) -> str:
        """The first that it is.

        That is "closed", "closing", "charged-off", "written-off" (all of it), "suspended", "locked" or "open".
        """
        if self.closed_on or self.cooling:
            return "closed" if self.closed_on else "closing"
        if loss := self.losses.get(""):
            return loss.state
        return "suspended" if self.suspensions_in_force else "locked" if self.lock else "open"

    @property
    def suspensions_in_force(self) -> dict[str, Suspension]:
        """By cause: what was said, and what the terms of the line bring by themselves."""
        by_rule = {"overdue": self.overdue_suspension, "abnormal-login": self._login_suspension()}
        return {cause: known for cause, known in by_rule.items() if known} | self.suspensions

    def _login_suspension(self) -> Suspension | None:
        most = self.line.suspend_after_failures
        if not most or len(self.failed_on) < most:
            return None
        return Suspension("abnormal-login", self.failed_on[most - 1], by_rule=True)

    def late_terms(self, debt: Debt) -> LateTerms:
        """The late terms of a row: the plan's own, or the line's for what revolves."""
        return self.line.late if debt.is_revolving or debt.plan is None else debt.plan.terms.late

    def is_lost(self, plan_id: str) -> bool:
        """Whether what the plan owes ("" the line) was charged off or written off, by itself or with the account."""
        return "" in self.losses or plan_id in self.losses

    def debts(self) -> Iterator[Debt]:
        """Every row of the line and of the plans that are not settled; settled ones owe nothing."""
        yield from self._line_debts()
        for plan in self.open_plans:
            for row in plan.rows:
                yield Debt(row, plan)

    def revolving_debts(self) -> Iterator[Debt]:
        """The rows of the balance that may be carried: the line's own and those of un-installmented purchases."""
        yield from self._line_debts()
        for plan in self.open_plans:
            if plan.terms.revolving:
                for row in plan.rows:
                    yield Debt(row, plan)

    def _line_debts(self) -> Iterator[Debt]:
        for row in self.line_rows:
            if not row.is_billed or row.unpaid_fen:
                yield Debt(row, None)

    def post(
        self, on: date, plan_id: str, debit: str, credit: str, amount_fen: int, debit_plan_id: str | None = None
    ) -> None:
        """Books a transfer for the present cause (see `transfer`); nothing when the amount is zero."""
        if amount_fen:
            self.postings.extend(transfer(on, self.cause, plan_id, debit, credit, amount_fen, debit_plan_id))

    def ask(self, on: date, debt: Debt, kind: str, amount_fen: int) -> None:
        """Books that `amount_fen` more of `kind` (not principal) is asked for; the row's figure is the caller's."""
        self.post(on, debt.plan_id, RECEIVABLE[kind], INCOME[kind], amount_fen)

    def merchant_refunds_fen(self, plan_id: str) -> int:
        """What the merchant has given back for a plan's purchase in all."""
        return sum(refund.amount_fen for refund in self.refunds if refund.plan_id == plan_id)

    def aside_on_bill_fen(self, plan_id: str) -> int:
        """What disputes set aside of a purchase that a bill asked for: there it counts as paid, but nobody paid it."""
        disputes = self.disputes.values()
        return sum(one.set_aside.get(plan_id, 0) - one.off_rows.get(plan_id, 0) for one in disputes)

    @property
    def journal(self) -> list[Posting]:
        """All that is to be booked: what moves the customer's ledger accounts, and what does not."""
        return [*self.postings, *self.own_postings]

    # --- figures

    @property
    def used_fen(self) -> int:
        """Unpaid principal: what the purchases still take of the limit (law 7)."""
        return sum(plan.balance_fen for plan in self.open_plans)

    @property
    def held_fen(self) -> int:
        """What authorised purchases reserve of the limit, and what is set aside by disputes: it may be owed again."""
        return sum(hold.amount_fen for hold in self.open_holds) + self.disputed_fen

    @property
    def disputed_fen(self) -> int:
        """What need not be paid while it is in dispute."""
        return sum(dispute.set_aside_fen for dispute in self.open_disputes)

    @property
    def open_disputes(self) -> list[Dispute]:
        """The disputes that are not decided, oldest first."""
        return [dispute for dispute in self.disputes.values() if dispute.is_open]

    @property
    def open_holds(self) -> list[Hold]:
        """The holds that are neither captured nor released nor expired on the folded day, oldest first."""
        return [hold for hold in self.holds.values() if hold.status(self.through) == "open"]

    @property
    def limit_fen(self) -> int:
        """The line's limit on the folded day, for anything."""
        return self.limits.on(ANYTHING, self.through)

    @property
    def rooms(self) -> dict[Purpose, Room]:
        """The limits in force on the folded day, with what is used and held of each."""
        if self.limits.purposes == [ANYTHING]:
            return {ANYTHING: Room(self.limit_fen, self.used_fen + self.held_fen)}
        taken = [(plan.purpose, plan.balance_fen) for plan in self.open_plans]
        taken += [(hold.purpose, hold.amount_fen) for hold in self.open_holds]
        for dispute in self.open_disputes:
            taken += [(self.plans[plan_id].purpose, fen) for plan_id, fen in dispute.set_aside.items()]
        return self.limits.rooms(self.through, taken)

    def room_for(self, purpose: Purpose) -> Room:
        """The room for a purchase of that kind: the line's and its earmarked one together.

        What the line has passed its limit by is taken off the earmarked one: both are never passed by a purchase.
        """
        own = dict.fromkeys((ANYTHING, self.limits.earmark_of(purpose, self.through)))
        rooms = [room for one, room in self.rooms.items() if one in own]
        return Room(sum(room.limit_fen for room in rooms), sum(room.taken_fen for room in rooms))

    @property
    def lends_no_more(self) -> bool:
        """Whether the line is closed, or all of it was given up for lost: nothing is available then."""
        return self.closed_on is not None or "" in self.losses

    @property
    def available_fen(self) -> int:
        """What may still be bought, whatever it is: max(0, limit - used - held), of what no earmarked limit covers."""
        return 0 if self.lends_no_more else self.rooms[ANYTHING].left_fen

    def available_for_fen(self, purpose: Purpose) -> int:
        """What may still be bought of that kind, its earmarked limit and the line's together."""
        return 0 if self.lends_no_more else self.room_for(purpose).left_fen

    @property
    def earmarked_taken_fen(self) -> int:
        """What of the used and held is taken of limits for a scene or merchant, and so not of the line's."""
        return sum(room.taken_fen for purpose, room in self.rooms.items() if purpose != ANYTHING)

    @property
    def unpaid(self) -> Parts:
        """All that is asked for and unpaid, with the whole principal, whenever it falls due."""
        parts = Parts()
        for row in self.line_rows:
            parts += row.unpaid
        for plan in self.open_plans:
            parts += plan.unpaid
        return parts

    @property
    def eased_on(self) -> date | None:
        """The last day on which a plan that is still open was extended or restructured; `None` when none was."""
        days = [day for plan in self.open_plans for day in (plan.extended_on, plan.restructured_on)]
        return max((day for day in days if day), default=None)

    @property
    def open_plans(self) -> tuple[Plan, ...]:
        """Plans with something left to pay, oldest first."""
        return self.plans.open
