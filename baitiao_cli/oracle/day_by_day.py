"""The walk: each day begins, its events are taken, its night is charged; then the picture is drawn."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from datetime import date

from baitiao_cli.account.events import AutoRepaySet, BillIssued, DebitTried, Event, Opened
from baitiao_cli.account.terms import LateTerms
from baitiao_cli.oracle.deeds import Deeds
from baitiao_cli.oracle.rows import BILLION, DAY, KINDS, PARTS, Picture, Plan, Row, counts


class DayByDay(Deeds):
    """Walks an account's days up to the end of `through`, and on from there; `picture` is asked at the end of one."""

    def __init__(self, events: Iterable[Event], through: date) -> None:
        everything = list(events)
        live = [event for event in everything if counts(event, everything)]
        opened = next(event for event in live if isinstance(event.fact, Opened))
        assert isinstance(opened.fact, Opened)
        super().__init__(opened.fact, opened.effective_on)
        self.issued_on = {event.fact.billed_on for event in live if isinstance(event.fact, BillIssued)}
        self.events_of: dict[date, list[Event]] = {}
        self.tried_on = {event.effective_on for event in everything if isinstance(event.fact, DebitTried)}
        for event in sorted(live, key=lambda event: (not isinstance(event.fact, DebitTried), event.number)):
            self.events_of.setdefault(event.effective_on, []).append(event)
        self._take_events()
        self.walk_on(through)

    def walk_on(self, through: date) -> None:
        """Goes on to the end of a later day."""
        while self.day < through:
            self._night()
            self.day += DAY
            self._begin_day()
            self._take_events()

    def _take_events(self) -> None:
        self._look_at_lateness()
        for event in self.events_of.get(self.day, []):
            self._take(event)
            self._look_at_lateness()

    def _begin_day(self) -> None:
        self._leave_aside()
        self._drop_expired_holds()
        for bill in self.bills:
            for row in self._rows() if bill.due_on == self.day else ():
                waits = row.deferred is not None and self.day < row.deferred[1]
                if row.revolves and row.is_billed and row.ends_on <= bill.billed_on and row.unpaid and not waits:
                    row.is_carried = True
        for plan in self.running:
            row = plan.open_row
            if not plan.by_the_night:
                if plan.terms.due_by == "anniversary" and not row.is_billed and row.ends_on == self.day:
                    self._ask_as_quoted(row)
            elif not row.is_billed and row.ends_on == self.day:
                self._ask_interest(plan)
                self._end_row(plan)
                self._finish(plan)
            elif not row.is_billed and any(other.ends_on == self.day for other in plan.rows):
                self._end_period(plan)
        self._net_credit()
        if self.day.day == self.bill_day:
            self._bill()
        if self.agreement and self.day not in self.tried_on and not self.is_closed and "" not in self.lost:
            self._try_to_debit(self.agreement)
        if self.closes_on == self.day:
            self._end_cooling()

    def _end_cooling(self) -> None:
        """The line ends if nothing is left of it, otherwise it goes on as if nobody had wanted it to end."""
        now, self.closes_on = self.picture(), None
        is_left = any(now.owed.values()) or now.held or now.credit or self.contested
        if not (is_left or self.asks_relief or self.agreement):
            self._end_line()

    def _try_to_debit(self, agreement: AutoRepaySet) -> None:
        """Some days after a due date all that is due and unpaid is asked for, or what the minimum lacks."""
        due_dates = [row.due_on for row in self._payable()] + [bill.due_on for bill in self.bills]
        if not any((self.day - due_on).days in self.line.auto_repay_days for due_on in due_dates):
            return
        now = self._with_all_asked()
        due = [row for row in now._payable() if row.due_on <= self.day]
        asked = sum(row.unpaid for row in due)
        if agreement.share == "minimum":
            asked = self._least(DayByDay._short)
        if asked:
            funds = self.funds.get(agreement.means)
            self.payer = f"debit {self.day}"
            self._debit(agreement.means, asked if funds is None else min(asked, funds))
            self.payer = ""

    def _least(self, lacking: Callable[[DayByDay], int]) -> int:
        """The least payment today after which nothing is lacking, by halves: more money never leaves more of it."""
        now = self._with_all_asked()
        least, most = lacking(now), sum(row.unpaid for row in now._payable())
        if not least or not lacking(self._after(least)):
            return least
        while least < most:
            middle = (least + most) // 2
            if lacking(self._after(middle)):
                least = middle + 1
            else:
                most = middle
        return most

    def _after(self, paid: int) -> DayByDay:
        """As it would be if so much were paid today."""
        trial = self._with_all_asked()
        trial.payer = "trial"
        trial._spread(paid)
        return trial

    def _late(self) -> int:
        """What is late, of installments and of the minimums."""
        overdue = sum(row.unpaid for row in self._rows() if not row.revolves and self._is_late(row))
        return overdue + max((self._missing(bill) for bill in self._late_bills()), default=0)

    def _short(self) -> int:
        """What is missing of the installments due and of the minimums."""
        missing = [self._missing(bill) for bill in self.bills if bill.due_on <= self.day]
        due = [row for row in self._payable() if row.due_on <= self.day and not row.revolves]
        return sum(row.unpaid for row in due) + max(missing, default=0)

    def _with_all_asked(self) -> DayByDay:
        """As it would be if everything that has run were asked for now; what was agreed and said is shared."""
        said = [self.events_of, self.opening, self.line, *self.holds.values(), *(plan.terms for plan in self.plans)]
        asked = copy.deepcopy(self, {id(one): one for one in said})
        asked._ask_for_what_has_run()
        return asked

    def _night(self) -> None:
        for plan in self.running:
            plan.principal_nights += plan.balance
            is_free = self.day < plan.began_on + plan.terms.schedule.free_days * DAY
            if plan.by_the_night and plan.terms.recalculate and not is_free:
                bearing = plan.balance
                if plan.terms.late.instead:
                    bearing -= sum(
                        row.asked["principal"] - row.paid["principal"] for row in plan.rows if self._is_past_due(row)
                    )
                plan.interest_so_far += bearing * plan.night_rate(self.day)
        base = sum(row.unpaid_without_late for row in self._rows() if row.is_carried and row.revolves)
        if base:
            self.carry_so_far += base * self.line.carried_daily_ppb * PARTS
            if self._missed():
                self._charge_night(self._line_row(), base, self.line.late)
        for row in self._rows():
            if row.deferred and not row.is_carried and row.deferred[0] <= self.day < row.deferred[1]:
                self.carry_so_far += row.unpaid_without_late * row.deferred[2] * PARTS
            if not row.revolves and self._is_past_due(row):
                assert row.plan is not None
                self._charge_night(row, self._late_base(row, row.plan), row.plan.terms.late)

    @staticmethod
    def _late_base(row: Row, plan: Plan) -> int:
        if plan.terms.late.base == "overdue":
            return row.late_base
        if any(other.unpaid for other in plan.rows[: row.number - 1]):
            return 0  # the oldest unpaid row is charged for all of the plan
        asked_so_far = "asked" if plan.by_the_night else "quoted"
        price: int = sum(getattr(other, asked_so_far)[plan.price] - other.paid[plan.price] for other in plan.rows)
        return plan.balance + price

    @staticmethod
    def _charge_night(row: Row, base: int, late: LateTerms) -> None:
        if base and late.daily_ppb:
            row.late_so_far += max(base * late.daily_ppb, late.floor_fen * BILLION) * PARTS

    def _earmarked_now(self) -> int:
        """What purchases, holds and open disputes take of limits for a scene or a merchant."""
        bought = [(*self.bought_for.get(plan.plan_id, ("", "")), plan.balance) for plan in self.plans]
        held = [(hold.scene, hold.merchant, hold.amount_fen) for hold in self.holds.values()]
        aside = [
            (*self.bought_for.get(plan.plan_id, ("", "")), amount)
            for one in self.contested.values()
            for plan, amount in one.parts
        ]
        return self._earmarked(bought + held + aside)

    def picture(self) -> Picture:
        """The figures as if everything that has run were asked for now, the rows and bills as they stand."""
        asked = self._with_all_asked()
        due = sum(row.unpaid for row in asked._payable())
        owed = {kind: sum(row.asked[kind] - row.paid[kind] for row in asked._rows()) for kind in KINDS}
        for plan in asked.plans:
            if plan.by_the_night and plan.balance:
                owed["interest"] += max(0, asked._has_run(plan) - plan.open_row.asked["interest"])
        owed["principal"] = sum(plan.balance for plan in self.plans)
        limit, earmarked = self._limit_for("", ""), self._earmarked_now()
        held = self._held + sum(one.aside for one in self.contested.values())
        left = limit - (owed["principal"] + held - earmarked)
        return Picture(
            status=self._status,
            limit=limit,
            earmarked=earmarked,
            available=0 if self.is_closed or "" in self.lost else max(0, left),
            held=held,
            used=owed["principal"],
            owed=owed,
            due=due,
            overdue=asked._late(),
            cure=self._least(DayByDay._late),  # with what is paid before it
            credit=self.credit,
            days_past_due=self._days_past_due(),
            loan_class=self._class(),
            rows={
                (row.plan.plan_id if row.plan else "", row.number): {
                    "due_on": row.due_on,
                    "asked": dict(row.asked),
                    "paid": dict(row.paid),
                    "is_billed": row.is_billed,
                }
                for row in self.line_rows + [row for plan in self.plans for row in plan.rows]
                if row.plan or sum(row.asked.values())
            },
            bills=[{"billed_on": bill.billed_on, "due_on": bill.due_on, **bill.figures} for bill in self.bills],
            returned=[dict(refund.returned) for refund in self.refunds],
            kept_apart=asked._kept_apart(),
        )
