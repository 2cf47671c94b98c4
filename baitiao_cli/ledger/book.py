"""One account's events, and the one way to add to them: record a fact, then settle journal and views."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from baitiao_cli.account.account import Account, Conflict, worse_conflicts
from baitiao_cli.account.billing import documents_to_issue
from baitiao_cli.account.debit import debits_to_record
from baitiao_cli.account.events import PLAN_MAKERS, AnyFact, BillIssued, Event, HoldPlaced, Opened, Reversed
from baitiao_cli.account.replay import advance, may_follow, take
from baitiao_cli.calc.dates import day_or_none, days_before, month_ends_after
from baitiao_cli.calc.money import MAX_FEN, format_yuan
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import month_ends
from baitiao_cli.ledger.journal import Correction, Counted, Sums, added, posted_sums
from baitiao_cli.ledger.month_ends import Fold
from baitiao_cli.ledger.past import Past
from baitiao_cli.ledger.people import refuse_erased
from baitiao_cli.ledger.views import Row, bill_rows, changes_of, rows_beside, stored_rows
from baitiao_cli.messages.labels import REVERSE_THOSE, REVERSE_THOSE_OR_LATER

if TYPE_CHECKING:
    from baitiao_cli.ledger.notes import Pen

SNAPSHOT_EVERY = 100
"""After how many more events an account is kept as it is folded: to fold so many takes a tenth of what a call takes."""


class _Standing(msgspec.Struct, frozen=True):
    """What an account was before an event, as far as the event may be refused for changing it."""

    conflicts: frozenset[Conflict] = frozenset()
    plan_ids: frozenset[str] = frozenset()
    hold_ids: frozenset[str] = frozenset()
    is_open: bool = False

    @staticmethod
    def of(account: Account) -> _Standing:
        return _Standing(
            conflicts=frozenset(account.conflicts),
            plan_ids=frozenset(account.plans),
            hold_ids=frozenset(account.holds),
            is_open=account.closed_on is None,
        )


class Book:
    """An account's events, in the order recorded; the account itself is their fold.

    `book_of` gives the book of another account in the same transaction: a person's other line may have ended since.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        account_id: str,
        past: Past,
        writing: Pen | None = None,
        book_of: Callable[[str], Book] | None = None,
    ) -> None:
        self.account_id = account_id
        self.events = past.events
        self._snapshot = past.snapshot
        self._connection = connection
        self._writing = writing
        self._book_of = book_of
        self._folds: dict[date, Fold] = {}
        self._settled: tuple[date, date | None] | None = None
        self._owed_through: date | None = None
        self._is_recorded = False
        self._posted: Sums | None = None
        self._counted = Counted()
        self._counted_of: Account | None = None
        self._views: dict[str, list[Row]] | None = None
        self._bill_rows: list[Row] | None = None
        self._seen_count = len(past.events)

    def account(self, through: date) -> Account:
        """The account folded up to the end of `through`; `account-not-open-yet` before its opening."""
        if through not in self._folds:
            self._folds[through] = self._fold(through)
        return self._folds[through].account

    def _fold(self, through: date, more: Sequence[Event] = (), over_through: date = date.min) -> Fold:
        """The fold of the events and some `more`, from the snapshot on where that is good for it.

        For writing it is seen at the month ends of which the views say nothing, or no more.
        """
        ends, kept = self._ends_to_see(more, through) if self._writing else [], self._snapshot
        if kept and kept.through <= min([through, *ends]) and may_follow(kept.through, more):
            later = [*self.events[kept.number :], *more]
            return month_ends.fold(later, through, ends, over_through, kept.account())
        return month_ends.fold([*self.events, *more], through, ends, over_through)

    def _ends_to_see(self, more: Sequence[Event], through: date) -> list[date]:
        """The month ends before `through` of which the views say nothing yet, or that come after what is new.

        A reversal may change them all. A bill moves no money, so it changes none.
        """
        self._settled_state()
        new = [event for event in [*self.events[self._seen_count :], *more] if not isinstance(event.fact, BillIssued)]
        if self._owed_through is None or any(isinstance(event.fact, Reversed) for event in new):
            return month_ends.ends_of((self.events or more)[0].effective_on, through)
        after = min([self._owed_through, *(days_before(event.effective_on, 1) for event in new)])
        return month_ends_after(after, days_before(through, 1))

    def handed_over(self, through: date) -> Account:
        """The account folded up to the end of `through`, which whoever asks for it may change: the book forgets it."""
        account = self.account(through)
        del self._folds[through]
        return account

    def load(self) -> None:
        """Reads all that settling takes, so that it asks the ledger nothing more."""
        self._settled_state()
        self._posted_sums()
        self._stored()

    def _posted_sums(self) -> Sums:
        if self._posted is None:
            self._posted = posted_sums(self._connection, self.account_id)
        return self._posted

    def _stored(self) -> dict[str, list[Row]]:
        if self._views is None:
            self._views = stored_rows(self._connection, self.account_id)
        return self._views

    def go_on(self) -> None:
        """Lets the fold at hand come to today, in place, as the next transaction would fold it (law 44).

        Whoever has an account of this book in hand must be done with it.
        """
        today = self._for_writing().today
        through, fold = max(self._folds.items(), default=(today, None), key=itemgetter(0))
        if fold is None or fold.account.over_through != date.min or through > today:
            self._folds.clear()
            return
        told = max(days_before(through, 1), self._owed_through or date.min)
        for end in month_ends_after(told, days_before(today, 1)):
            advance(fold.account, end)
            fold.ends[end] = month_ends.row_at(fold.account)
        if through < today:
            advance(fold.account, today)
        self._folds = {today: fold}

    @property
    def account_person(self) -> str:
        """The id of the person who opened the account."""
        opening = self.events[0].fact
        assert isinstance(opening, Opened)
        return opening.person_id

    @property
    def next_plan_number(self) -> int:
        """The number of the account's next plan: plans whose purchase was reversed keep theirs."""
        return sum(isinstance(event.fact, PLAN_MAKERS) for event in self.events) + 1

    @property
    def next_hold_number(self) -> int:
        """The number of the account's next hold: one that was reversed keeps its own."""
        return sum(isinstance(event.fact, HoldPlaced) for event in self.events) + 1

    def settled_through(self) -> date:
        """The last day that the journal and the views cover; the first of all days before the first settling."""
        return self._settled_state()[0]

    def account_now(self) -> Account:
        """The account folded up to today, or to the day that it is settled through if that is later."""
        return self.account(max(self._for_writing().today, self.settled_through()))

    def _settled_state(self) -> tuple[date, date | None]:
        """The day settled through, and the next day on which something is to be settled."""
        if self._settled is None:
            row = self._connection.execute(
                "SELECT settled_through, next_boundary_on, owed_through FROM accounts WHERE account_id = ?",
                (self.account_id,),
            ).fetchone()
            if row is None:
                return date.min, None
            self._settled = date.fromisoformat(row["settled_through"]), day_or_none(row["next_boundary_on"])
            self._owed_through = day_or_none(row["owed_through"])
        return self._settled

    def record(self, fact: AnyFact, effective_on: date, request_id: str = "") -> Event:
        """Records a fact that counts on `effective_on`, and books it; all or nothing.

        Bills whose day has come are issued when the transaction ends, so that they know all that was recorded in it.
        Debits of auto-repay whose day has come are made before: no event changes what was debited. What falls due on a
        day that is over only because of this event is not debited any more, which is recorded with it.

        Errors, in this order: `date-in-future`, `before-opening`; `breaks-later-event` when a fact recorded before
        could not have been so any more (a reversal may leave more used than the limit, law 8); `amount-too-large` when
        a balance could not be kept exactly; `order-id-used`; `person-erased`, `person-has-account`. Until then
        nothing is written but those debits.
        """
        writing = self._for_writing()
        self._refuse_day(effective_on, writing.today)
        through = max(writing.today, self.settled_through())
        if self.events and self._make_debits(through):
            self._book(through, Correction(f"settled {through}", through))
        before = _Standing.of(self.account(through)) if self.events else _Standing()
        event = self._next_event(fact, effective_on)
        after = self._fold_with(event, through)
        try:
            self._refuse_broken(event, before, after.account)
            self._refuse_taken(before, after.account)
        except BaitiaoError:
            self._folds.clear()  # the refused event may be in one of them
            raise
        if too_late := debits_to_record(after.account):
            for on, tried in too_late:
                self._append(tried, on)
            after = self._fold(through, [self._next_event(fact, effective_on)])
        event = self._append(fact, effective_on, request_id)
        self._folds = {through: after}
        self._book(through, Correction(event.event_id, effective_on))
        self._is_recorded = True
        return event

    def _fold_with(self, event: Event, through: date) -> Fold:
        """The account with the event in it: taken into the fold at hand if nothing behind it changes, else anew."""
        known = self._folds.get(through)
        if known is None or event.effective_on < through or isinstance(event.fact, Reversed | Opened | BillIssued):
            return self._fold(through, [event], over_through=through)
        take(known.account, event)
        return known

    def _next_event(self, fact: AnyFact, effective_on: date) -> Event:
        """The fact with the place that it would get."""
        number = len(self.events) + 1
        event_id = f"{self.account_id}E{number}"
        return Event(event_id=event_id, account_id=self.account_id, number=number, effective_on=effective_on, fact=fact)

    def _append(self, fact: AnyFact, effective_on: date, request_id: str = "") -> Event:
        event = self._for_writing().append(self.account_id, len(self.events) + 1, fact, effective_on, request_id)
        self.events.append(event)
        if self._snapshot and not may_follow(self._snapshot.through, [event]):
            self._snapshot = None
        return event

    def _make_debits(self, through: date, *, with_bills: bool = False) -> list[Event]:
        """Records the debits of auto-repay whose day has come, as the fold has them; the caller books them.

        With them, if asked for and if there are any, the bills that come between them, by their days.
        """
        account = self.account(through)
        tries: list[tuple[date, AnyFact]] = [*debits_to_record(account)]
        if not tries:
            return []
        bills = [(bill.billed_on, bill) for bill in documents_to_issue(account, 0)] if with_bills else []
        made = []
        for on, fact in sorted([*bills, *tries], key=itemgetter(0)):
            known = replace(fact, knew_number=len(self.events)) if isinstance(fact, BillIssued) else fact
            made.append(self._append(known, on))
        self._folds.clear()  # debits have the names of their days there
        return made

    def settle(self, through: date | None = None) -> list[Event]:
        """Brings the account to `through` (default today), or to the day it is settled through if that is later.

        Makes the debits that are due, books the journal, updates the views and issues the bills that are due. With
        nothing to do, writes nothing. Returns debits and bills by their days.
        """
        settled_through, boundary = self._settled_state()
        through = max(through or self._for_writing().today, settled_through)
        if boundary is None or boundary > through:
            return self.issue_bills()
        made = self._make_debits(through, with_bills=True)
        account = self._book_journal(through, Correction(f"settled {through}", through))
        made += self._issue(account)
        self._is_recorded = False
        self._update_views(account)
        return sorted(made, key=lambda event: event.effective_on)

    def issue_bills(self) -> list[Event]:
        """Issues the bills whose day has come, if anything was recorded in this transaction; returns them."""
        if not self._is_recorded:
            return []
        self._is_recorded = False
        account = self.account(self.settled_through())
        bills = self._issue(account)
        if bills:
            self._update_views(account)
        return bills

    def keep_snapshot(self) -> None:
        """Keeps the account as it is folded, when many events came since the snapshot that is good; see `snapshots`."""
        kept = self._snapshot.number if self._snapshot else 0
        if len(self.events) - kept < SNAPSHOT_EVERY:
            return
        fold = self._folds.get(self.settled_through())
        if fold and not debits_to_record(fold.account):
            from baitiao_cli.ledger import snapshots  # hardly any account has so many events

            account = replace(fold.account, over_through=date.min)  # what came too late is recorded by now
            self._snapshot = snapshots.keep(self._connection, account, len(self.events))

    def _issue(self, account: Account) -> list[Event]:
        """Records the bills whose day has come; a bill moves no money, so the fold need only be told of it."""
        bills = []
        for document in documents_to_issue(account, knew_number=len(self.events)):
            bills.append(self._append(document, document.billed_on))
            account.issued[document.billed_on] = document
        if bills:
            self._folds = {account.through: self._folds[account.through]}
        return bills

    def _book(self, through: date, correction: Correction) -> None:
        self._update_views(self._book_journal(through, correction))

    def _book_journal(self, through: date, correction: Correction) -> Account:
        account = self.account(through)
        if account is not self._counted_of:
            self._counted, self._counted_of = Counted(), account
        lines = [account.postings, account.own_postings]
        groups = self._counted.groups_to_book(lines, self.settled_through(), self._posted_sums(), correction)
        for group in groups:
            self._posted = added(self._posted_sums(), group.sums)
        self._for_writing().book(self.account_id, groups, posted_on=through)
        return account

    def _update_views(self, account: Account) -> None:
        self._bill_rows = self._all_bill_rows()
        rows = rows_beside(account, self._bill_rows, self._past_ends(self._folds[account.through]))
        self._for_writing().update_views(changes_of(rows, self._stored()))
        (row,) = rows["accounts"]
        self._views, self._settled = rows, (account.through, day_or_none(row["next_boundary_on"]))
        self._owed_through, self._seen_count = day_or_none(row["owed_through"]), len(self.events)

    def _all_bill_rows(self) -> list[Row]:
        """The rows of the bills: those that the views have seen never change, and those since."""
        known = self._bill_rows
        if known is None and self._snapshot:
            known = self._stored()["bills"]
        if known is None:
            return bill_rows(self.events)
        return known + bill_rows(self.events[self._seen_count :])

    def _past_ends(self, fold: Fold) -> list[Row]:
        """The rows of the month ends before the folded day: as the fold has seen them, else as the views do."""
        through = fold.account.through.isoformat()
        rows = {end: row for row in self._stored()["month_ends"] if (end := str(row["month_end_on"])) < through}
        if not fold.ends:
            return [*rows.values()]
        seen = rows | {end.isoformat(): row for end, row in fold.ends.items()}
        return [row for _, row in sorted(seen.items()) if row]

    def _for_writing(self) -> Pen:
        assert self._writing is not None, "this book was opened for reading"
        return self._writing

    def _refuse_day(self, effective_on: date, today: date) -> None:
        if effective_on > today:
            raise BaitiaoError("date-in-future", on=effective_on, today=today)
        if self.events and effective_on < self.events[0].effective_on:
            raise BaitiaoError(
                "before-opening",
                account_id=self.account_id,
                on=effective_on,
                opened_on=self.events[0].effective_on,
            )

    def _refuse_broken(self, event: Event, before: _Standing, after: Account) -> None:
        broken = [
            conflict.event_id
            for conflict in worse_conflicts(before.conflicts, after.conflicts)
            if conflict.event_id != event.event_id
            and not (isinstance(event.fact, Reversed) and conflict.code == "limit-exceeded")
        ]
        if broken:
            raise BaitiaoError(
                "breaks-later-event",
                account_id=self.account_id,
                events=", ".join(dict.fromkeys(broken)),
                way=REVERSE_THOSE if isinstance(event.fact, Reversed) else REVERSE_THOSE_OR_LATER,
            )
        if after.credit_fen > MAX_FEN:
            raise BaitiaoError("amount-too-large", text=format_yuan(after.credit_fen), most_fen=MAX_FEN)

    def _refuse_taken(self, before: _Standing, after: Account) -> None:
        """What spans accounts: an order id once per merchant, one open account a person; also when a reversal brings
        a plan, a hold or an account back. Two holds may name one order, of which one can be captured. No account comes
        back whose person was erased: whoever they are now is a new person."""
        from baitiao_cli.ledger.only_once import refuse_order, refuse_second_account  # who only reads does without it

        for plan in after.plans.values():
            if plan.plan_id not in before.plan_ids and plan.order_id:
                refuse_order(self._connection, plan.plan_id, plan.merchant, plan.order_id)
        for hold in after.holds.values():
            if hold.hold_id not in before.hold_ids and hold.order_id:
                refuse_order(self._connection, "", hold.merchant, hold.order_id)
        if after.closed_on is None and not before.is_open:
            refuse_erased(self._connection, after.person_id)
            refuse_second_account(self._connection, after.person_id, self._book_of, self.account_id)
