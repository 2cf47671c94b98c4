"""Long histories: at least 40 recorded events over at least 5 years, by the same steps and verbs as the short ones.

Money flows: what is bought is paid for, and a line that was closed, locked or suspended is opened again, so that an
account lives on instead of refusing everything. Only what counts in the past is folded again; otherwise the account of
today goes on with each event, as a program that keeps the fold would do it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, ClassVar

from hypothesis import assume
from hypothesis import strategies as st

from baitiao_cli.account.account import Account, worse_conflicts
from baitiao_cli.account.billing import documents_to_issue
from baitiao_cli.account.events import AnyFact, BillIssued, DebitTried, Event, Opened, PersonCorrected, Reversed
from baitiao_cli.account.replay import advance, in_order, replay
from baitiao_cli.account.replay import take as take_event
from baitiao_cli.account.terms import LineTerms
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.calc.dates import add_months
from baitiao_cli.errors import BaitiaoError

from .history import PRODUCTS, History, opened
from .strategies import HOW_MUCH, MONEY, STATE, Kind, Step, pick_step, take

YEARS = 5
FEWEST_EVENTS = 40
MOST_EVENTS = 46
MOST_STEPS = 250
BYTES_A_STEP = 9
# 40 events in 5 years are 45 days apart: who is too far ahead of that goes on in small steps, who is behind in large.
DAYS_AN_EVENT = YEARS * 365 // FEWEST_EVENTS
DAYS_AHEAD, DAYS_BEHIND = 30, 90

FLOW: tuple[Kind, ...] = (
    *("buy", "repay", "buy", "repay", "buy", "repay", "buy", "repay", "buy", "repay", "buy", "repay"),
    *("payoff", "prepay", "prepay", "reverse", "refund", "waive", "hold", "capture", "capture"),
)
# The bill's own purchases, which may be carried, are as usual as all the others; most events count on their day.
PRODUCT_IDS = (*sorted(PRODUCTS), *("month",) * 5)
DAYS_BACK = (*(0,) * 28, 1, 7, 33, 80)
# What was given up for lost takes no purchase and no repayment: its life is not a long one.
ENDED: tuple[Kind, ...] = ("charge off", "write off", "recover")
LAST_DEEDS: tuple[tuple[Kind, ...], ...] = ((), (), ("charge off", "recover"), ("charge off", "write off", "recover"))
DAYS_TO_LOSS = 130
LONG: tuple[Kind, ...] = tuple(kind for kind in (*FLOW, *MONEY, *FLOW, *STATE) if kind not in ENDED)


NOT_TOLD = Opened | BillIssued | DebitTried | PersonCorrected


@dataclass
class LongHistory(History):
    """A history whose account of today is kept; what counts in the past is folded again from the first event.

    `on_the_way` is some day of it.
    """

    longest_days: ClassVar[int] = YEARS * 2 * 365
    on_the_way: date = date.min
    _now: Account | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def told(self) -> list[Event]:
        """The events that people recorded: the opening, bills, debits and another phone number are none of them."""
        return [event for event in self.events if not isinstance(event.fact, NOT_TOLD)]

    def account(self, on: date | None = None) -> Account:
        if on is not None and on != self.today:
            return super().account(on)
        if self._now is None:
            self._now = replay(self.events, self.today)
        elif self._now.through < self.today:
            advance(self._now, self.today)
        return self._now

    def record(self, fact: AnyFact, on: date | None = None) -> Event:
        event = self._event(fact, on or self.today)
        before = list(self.account().conflicts)
        now = self._with(event)
        if worse_conflicts(before, now.conflicts):
            self._now = self._now if now is not self._now else None
            raise BaitiaoError("event-needed", event_id=event.event_id, events="-")
        self.events.append(event)
        self._now = now
        return event

    def _with(self, event: Event) -> Account:
        """The account of today with one more event: of its day and all that comes after it, nothing before is folded.

        A reversal changes what is before it.
        """
        if isinstance(event.fact, Reversed):
            self._folded.clear()
            return replay([*self.events, event], self.today)
        account = self.account(event.effective_on)
        self._folded.clear()
        take_event(account, event)
        later = [other for other in live_events(self.events) if other.effective_on > event.effective_on]
        account.issued |= {other.fact.billed_on: other.fact for other in later if isinstance(other.fact, BillIssued)}
        for other in in_order(later):
            if not isinstance(other.fact, BillIssued):
                advance(account, other.effective_on)
                take_event(account, other)
        advance(account, self.today)
        return account

    def _event(self, fact: AnyFact, on: date) -> Event:
        number = len(self.events) + 1
        return Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=on, fact=fact)

    def make_debits(self) -> None:
        super().make_debits()
        self._folded.clear()
        self._now = None

    def issue_bills(self) -> None:
        for document in documents_to_issue(self.account(), len(self.events)):
            self.events.append(self._event(document, document.billed_on))
        self._folded.clear()


@st.composite
def long_histories(draw: st.DrawFn, opened_on: date, line: LineTerms) -> LongHistory:
    """An account of `YEARS` years or a little more, with `FEWEST_EVENTS` to `MOST_EVENTS` events that people recorded.

    All choices are bytes of one draw: no two histories have a beginning in common, as copies with a change would.
    """
    size = (MOST_STEPS + 1) * BYTES_A_STEP
    choices = iter(draw(st.binary(min_size=size, max_size=size)))

    def pick(options: Sequence[Any]) -> Any:
        return options[next(choices) % len(options)]

    history = LongHistory([opened(opened_on, pick((3, 1, 12, 28, 15)), line, tier=pick("ABCD"))])
    wanted = pick(range(FEWEST_EVENTS, MOST_EVENTS + 1))
    days_after = pick((0, 1, 30))
    on_the_way = opened_on + timedelta(pick(range(256)) * (YEARS * 365) // 256 + pick(range(8)))
    for tried in range(MOST_STEPS):
        if len(history.told) >= wanted:
            break
        step = pick_step(pick, LONG if tried else ("buy",), PRODUCT_IDS, DAYS_BACK)
        take(history, _lively(history, _paced(history, step)))
    assume(len(history.told) >= FEWEST_EVENTS)
    assume({(event.effective_on - opened_on).days // 365 for event in history.told} >= set(range(YEARS)))
    history.today = max(history.today, add_months(opened_on, 12 * YEARS)) + timedelta(days_after)
    history.on_the_way = on_the_way
    for kind in pick(LAST_DEEDS):
        history.today += timedelta(DAYS_TO_LOSS if kind != "recover" else 0)
        take(history, Step(kind, which=0, how="one"))
    return history


def _paced(history: LongHistory, step: Step) -> Step:
    """The step, with fewer days or more where the account is far ahead of its events or behind them."""
    ahead = (history.today - history.opened_on).days - len(history.told) * DAYS_AN_EVENT
    if ahead > DAYS_AHEAD:
        return replace(step, gap=max(0, min(step.gap, 2)), to_boundary=False)
    return replace(step, gap=step.gap + 61, to_boundary=False) if ahead < -DAYS_BEHIND else step


def _lively(history: LongHistory, step: Step) -> Step:
    """The step, or what lets the account live on.

    One that is not open is opened again, what was asked for is decided on, and a hold ends before another.
    """
    kinds: dict[str, Kind] = {"closed": "close", "closing": "close", "locked": "lock", "suspended": "suspend"}
    if (kind := kinds.get(history.account().status)) and step.kind in FLOW:
        return replace(step, kind=kind, back=0, which=1 if kind == "suspend" else step.which)
    waiting: dict[Kind, object] = {"limit": history.account().limit_request, "hardship": history.account().hardship}
    if asked := [kind for kind, case in waiting.items() if case and step.choice % 3 == 0]:
        return replace(step, kind=asked[0], back=0)
    if step.kind == "hold" and history.account().open_holds:
        return replace(step, kind="capture", how=HOW_MUCH[step.choice])
    return step
