"""Lets a portfolio live, day by day: each deed is a verb, as somebody would have typed it on that day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from heapq import heappop, heappush
from time import perf_counter
from typing import Any, Literal

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.classification import CLASSES
from baitiao_cli.account.delinquency import loan_class
from baitiao_cli.account.verbs.close import closing_blockers
from baitiao_cli.account.verbs.refund import refundable_fen
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.accrue import ACCRUE, AccrueAnswer, AccrueAsked
from baitiao_cli.actions.auto_repay import AUTO_REPAY, AutoRepayAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.charge_off import CHARGE_OFF, ChargeOffAsked
from baitiao_cli.actions.close import CLOSE, CloseAsked
from baitiao_cli.actions.convert import CONVERT, ConvertAsked
from baitiao_cli.actions.dispute import DISPUTE, RESOLVE, DisputeAsked, ResolveAsked
from baitiao_cli.actions.hold import CAPTURE, HOLD, RELEASE, CaptureAsked, HoldAsked, ReleaseAsked
from baitiao_cli.actions.limit_request import DECIDE_LIMIT, REQUEST_LIMIT, DecideLimitAsked, RequestLimitAsked
from baitiao_cli.actions.lock import LOCK, UNLOCK, LockAsked
from baitiao_cli.actions.means import MEANS, MeansAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked
from baitiao_cli.actions.payout import PAYOUT, PayoutAsked
from baitiao_cli.actions.prepay import PREPAY, PrepayAsked
from baitiao_cli.actions.recover import RECOVER, RecoverAsked
from baitiao_cli.actions.refund import REFUND, RefundAsked
from baitiao_cli.actions.register import REGISTER, RegisterAsked
from baitiao_cli.actions.reopen import REOPEN, ReopenAsked
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.verb import Call, Verb, perform
from baitiao_cli.calc.dates import step
from baitiao_cli.errors import REFUSED, BaitiaoError
from baitiao_cli.ledger.played import PlayedLedger
from baitiao_cli.scenario.days import clock
from baitiao_cli.scenario.portfolio import buying, changing, paying
from baitiao_cli.scenario.portfolio.borrower import Borrower
from baitiao_cli.scenario.portfolio.buying import Contest, Wish
from baitiao_cli.scenario.portfolio.changing import Prepayment
from baitiao_cli.scenario.portfolio.deed import Deed, later
from baitiao_cli.scenario.portfolio.paying import Intention
from baitiao_cli.scenario.portfolio.rules import Portfolio

OPERATOR = "generate"
BY_RULE = "model"
"""What stands for a reason where a verb wants one."""

CARD = "card"
TRIES = 3
"""Auto-repay has tried for the last time so many days after the due date."""

Progress = Callable[[int, int], None] | None


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """How often something was done, by verb, or refused, by code."""

    what: str
    count: int


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """How many of a kind of payer there are, and what they did; what auto-repay paid is no payment by hand."""

    payer: str
    account_count: int
    purchase_count: int
    payment_count: int
    charge_off_count: int
    closed_count: int


class Generated(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a portfolio: its head, what was done and what was refused, the payers."""

    seed: int
    rules_version: int
    from_on: date
    through: date
    account_count: int
    event_count: int
    head: str
    done: list[Tally]
    refused: list[Tally]
    payers: list[Told]
    seconds: float


def generate(
    ledger: PlayedLedger,
    rules: Portfolio,
    *,
    account_count: int,
    from_on: date,
    through: date,
    seed: int,
    progress: Progress = None,
) -> Generated:
    """Plays a portfolio in an empty ledger from one day through another; the same seed and rules, the same head."""
    started = perf_counter()
    life = _Life(ledger, rules, account_count, from_on, through, seed)
    day_count = (through - from_on).days + 1
    for number in range(day_count):
        life.day(from_on + timedelta(days=number))
        if progress:
            progress(number + 1, day_count)
    with ledger.read() as tx:
        head, event_count = tx.head(), tx.event_count()
    return Generated(
        seed=seed,
        rules_version=rules.rules_version,
        from_on=from_on,
        through=through,
        account_count=account_count,
        event_count=event_count,
        head=head,
        done=_tallies(life.done),
        refused=_tallies(life.refused),
        payers=life.payers(),
        seconds=perf_counter() - started,
    )


def _tallies(counted: Counter[str]) -> list[Tally]:
    """What was counted, the most frequent first."""
    return [Tally(what=what, count=counted[what]) for what in sorted(counted, key=lambda one: (-counted[one], one))]


class _Life:
    """A portfolio as it lives: what everybody means to do, by day, and what was done."""

    def __init__(
        self, ledger: PlayedLedger, rules: Portfolio, account_count: int, from_on: date, through: date, seed: int
    ) -> None:
        self.ledger, self.rules, self.through = ledger, rules, through
        self.today = from_on
        self.waiting: list[tuple[date, int, int, Deed, Borrower]] = []
        self.added = 0
        self.done: Counter[str] = Counter()
        self.refused: Counter[str] = Counter()
        self.by_payer: dict[str, Counter[str]] = {payer.kind: Counter() for payer in rules.payers}
        self.borrowers: dict[str, Borrower] = {}
        self.from_on = from_on
        taken: set[str] = set()
        for number in range(1, account_count + 1):
            borrower = Borrower(rules, seed, number, from_on, (through - from_on).days + 1)
            while borrower.id_number in taken:
                borrower.id_number = borrower.draw.id_number()
            taken.add(borrower.id_number)
            self.by_payer[borrower.payer.kind]["accounts"] += 1
            self.plan(borrower, Deed(borrower.opens_on, "open"))

    def payers(self) -> list[Told]:
        """What the kinds of payers did."""
        return [
            Told(
                payer=kind,
                account_count=counted["accounts"],
                purchase_count=counted["charge"] + counted["capture"],
                payment_count=counted["repay"] + counted["payoff"] + counted["prepay"],
                charge_off_count=counted["charge-off"],
                closed_count=counted["close"],
            )
            for kind, counted in self.by_payer.items()
        ]

    # --- the days

    def day(self, today: date) -> None:
        """Whatever comes about on a day, in the order of borrowers; in the last night everybody is settled."""
        self.today = today
        self.ledger.go_on(today=today, now=clock(today), operator=OPERATOR)
        if today == self.from_on:
            for shop in self.rules.shops:
                self._perform(REGISTER, RegisterAsked(merchant=shop.name, discount_ppb=shop.discount_ppb))
        while self.waiting and self.waiting[0][0] <= today:
            *_, deed, borrower = heappop(self.waiting)
            getattr(self, f"_{deed.do.replace('-', '_')}")(borrower, deed.about)
        if today == self.through:
            self._perform(ACCRUE, AccrueAsked())

    def plan(self, borrower: Borrower, *deeds: Deed) -> None:
        """Notes what somebody means to do, unless it is after the end of all."""
        for deed in deeds:
            if deed.on <= self.through:
                self.added += 1
                heappush(self.waiting, (max(deed.on, self.today), borrower.number, self.added, deed, borrower))

    def _perform(self, verb: Verb, asked: Any, borrower: Borrower | None = None) -> Any:
        """Does a verb today; `None` when a rule refuses it, which is counted."""
        call = Call(today=self.today, now=clock(self.today), operator=OPERATOR)
        try:
            answer = perform(self.ledger, verb, asked, call)
        except BaitiaoError as refusal:
            if refusal.status != REFUSED:
                raise
            self.refused[refusal.code] += 1
            return None
        self.done[verb.name] += 1
        if borrower:
            self._count(borrower, verb.name)
        return answer

    def _count(self, borrower: Borrower, what: str) -> None:
        self.by_payer[borrower.payer.kind][what] += 1

    def _account(self, borrower: Borrower) -> Account:
        """The account as it stands today."""
        with self.ledger.read() as tx:
            return tx.book(borrower.account_id).account(self.today)

    # --- the line

    def _open(self, borrower: Borrower, about: None) -> None:
        asked = OpenAsked(
            name=borrower.name,
            limit_fen=borrower.limit_fen,
            phone=borrower.phone,
            id_number=borrower.id_number,
            bill_day=borrower.bill_day,
            tier=borrower.tier,
        )
        opened = self._perform(OPEN, asked, borrower)
        borrower.account_id = opened.account_id
        self.borrowers[opened.account_id] = borrower
        if borrower.has_auto_repay:
            self._perform(AUTO_REPAY, AutoRepayAsked(account_id=borrower.account_id, means=CARD), borrower)
        self._await_bill(borrower)
        self._month(borrower, None)

    def _month(self, borrower: Borrower, about: None) -> None:
        """What somebody means to do in a month; the next one begins after it, as long as the line is open."""
        draw, payer = borrower.draw, borrower.payer
        wishes = list(changing.wishes(payer, draw, self.today))
        self.plan(borrower, *buying.purchases(payer, self.rules, draw, self.today), *wishes)
        if not any(deed.do == "close" for deed in wishes):
            self.plan(borrower, Deed(step(self.today, 1, "months"), "month"))

    def _close(self, borrower: Borrower, borrows_again: bool) -> None:
        """Clears what stands in the way and closes; who cannot goes on as before."""
        for blocker in closing_blockers(self._account(borrower)):
            self._clear(borrower, blocker.code, blocker.hold_id)
        asked = CloseAsked(
            account_id=borrower.account_id, phone_digits=borrower.phone[-4:], id_digits=borrower.id_number[-4:]
        )
        if self._perform(CLOSE, asked, borrower) is None:
            self.plan(borrower, Deed(step(self.today, 1, "months"), "month"))
        elif borrows_again:
            self.plan(borrower, changing.coming_back(borrower.draw, self.today))

    def _clear(self, borrower: Borrower, code: str, hold_id: str) -> None:
        cures: dict[str, tuple[Verb, Any]] = {
            "owed": (PAYOFF, PayoffAsked(account_id=borrower.account_id)),
            "credit-balance": (PAYOUT, PayoutAsked(account_id=borrower.account_id)),
            "auto-repay": (AUTO_REPAY, AutoRepayAsked(account_id=borrower.account_id)),
            "held": (RELEASE, ReleaseAsked(hold_id=hold_id)),
        }
        if code in cures:
            self._perform(*cures[code], borrower)
            borrower.has_auto_repay = borrower.has_auto_repay and code != "auto-repay"

    def _reopen(self, borrower: Borrower, share_pct: int) -> None:
        limit_fen = borrower.limit_fen * share_pct // 100_00 * 100
        asked = ReopenAsked(account_id=borrower.account_id, limit_fen=limit_fen, reason=BY_RULE)
        if self._perform(REOPEN, asked, borrower):
            self._await_bill(borrower)
            self._month(borrower, None)

    def _lock(self, borrower: Borrower, about: None) -> None:
        if self._perform(LOCK, LockAsked(account_id=borrower.account_id), borrower):
            self.plan(borrower, Deed(later(borrower.draw, self.today, 2, 12), "unlock"))

    def _unlock(self, borrower: Borrower, about: None) -> None:
        self._perform(UNLOCK, LockAsked(account_id=borrower.account_id), borrower)

    def _ask_limit(self, borrower: Borrower, share_pct: int) -> None:
        limit_fen = min(self._account(borrower).limit_fen * share_pct // 100_00 * 100, 200_000_00)
        asked = RequestLimitAsked(account_id=borrower.account_id, limit_fen=limit_fen, reason=BY_RULE)
        if self._perform(REQUEST_LIMIT, asked, borrower):
            self.plan(borrower, Deed(later(borrower.draw, self.today, 0, 5), "decide-limit", limit_fen))

    def _decide_limit(self, borrower: Borrower, limit_fen: int) -> None:
        """The lender grants it to whoever is not late."""
        is_good = loan_class(self._account(borrower)) == CLASSES[0]
        decision: Literal["granted", "refused"] = "granted" if is_good else "refused"
        asked = DecideLimitAsked(
            account_id=borrower.account_id,
            decision=decision,
            limit_fen=limit_fen if is_good else 0,
            reason=BY_RULE,
        )
        self._perform(DECIDE_LIMIT, asked, borrower)

    # --- time

    def _bill(self, borrower: Borrower, about: None) -> None:
        """The bill comes, and somebody makes up their mind about it."""
        if self._account(borrower).closed_on is not None:
            borrower.is_billed = False
            return
        self.plan(borrower, Deed(step(self.today, 1, "months"), "bill"))
        for bill in self._settle(borrower).bills:
            if borrower.has_stopped(self.today):
                late_days = borrower.draw.between(*borrower.payer.charge_off_days)
                self.plan(borrower, Deed(bill.due_on + timedelta(days=late_days), "charge-off"))
            elif bill.amount_due_fen and borrower.has_auto_repay:
                self.plan(borrower, Deed(bill.due_on, "debit"))
            elif bill.amount_due_fen:
                self.plan(borrower, *paying.payments(borrower.payer, borrower.draw, bill.billed_on, bill.due_on))

    def _debit(self, borrower: Borrower, about: None) -> None:
        """Auto-repay takes what is due; what it cannot take when it is tried again, later, is paid by hand."""
        for debit in self._settle(borrower).debits:
            if debit.taken_fen < debit.asked_fen:
                on = debit.due_on + timedelta(days=TRIES)
                again = Deed(later(borrower.draw, self.today, 1, 12), "pay", Intention("full"))
                self.plan(borrower, Deed(on, "debit") if on > self.today else again)

    def _settle(self, borrower: Borrower) -> AccrueAnswer:
        settled: AccrueAnswer | None = self._perform(ACCRUE, AccrueAsked(account_id=borrower.account_id))
        assert settled is not None, "settling is never refused"
        return settled

    def _await_bill(self, borrower: Borrower) -> None:
        """The next bill comes on the borrower's day of the month."""
        first = self.today.replace(day=borrower.bill_day)
        if not borrower.is_billed:
            borrower.is_billed = True
            self.plan(borrower, Deed(first if first > self.today else step(first, 1, "months"), "bill"))

    def _empty_card(self, borrower: Borrower, left_fen: int) -> None:
        """There is only so much on the card for some weeks."""
        asked = MeansAsked(account_id=borrower.account_id, means=CARD, funds_fen=left_fen)
        if borrower.has_auto_repay and self._perform(MEANS, asked, borrower):
            self.plan(borrower, Deed(later(borrower.draw, self.today, 20, 45), "fill-card"))

    def _fill_card(self, borrower: Borrower, about: None) -> None:
        self._perform(MEANS, MeansAsked(account_id=borrower.account_id, means=CARD), borrower)

    # --- purchases

    def _buy(self, borrower: Borrower, wish: Wish) -> None:
        kind = HoldAsked if wish.is_held else ChargeAsked
        asked = kind(
            account_id=borrower.account_id,
            amount_fen=wish.amount_fen,
            product_id=wish.product_id,
            installments=wish.installments,
            merchant=wish.shop.name,
            order_id=borrower.next_order_id(),
            scene=wish.shop.scene,
            category=wish.shop.category,
            brand=wish.brand,
        )
        answer = self._perform(HOLD if wish.is_held else CHARGE, asked, borrower)
        if answer is None:
            return
        if wish.is_held:
            on = later(borrower.draw, self.today, 1, 12)
            do = "capture" if borrower.draw.happens(80) else "release"
            self.plan(borrower, Deed(on, do, answer.hold_id))
        else:
            self.plan(borrower, *buying.contested(borrower.payer, borrower.draw, answer.plan_id, self.today))

    def _capture(self, borrower: Borrower, hold_id: str) -> None:
        captured = self._perform(CAPTURE, CaptureAsked(hold_id=hold_id), borrower)
        if captured:
            self.plan(borrower, *buying.contested(borrower.payer, borrower.draw, captured.plan_id, self.today))

    def _release(self, borrower: Borrower, hold_id: str) -> None:
        self._perform(RELEASE, ReleaseAsked(hold_id=hold_id), borrower)

    def _refund(self, borrower: Borrower, contest: Contest) -> None:
        if amount_fen := self._contested_fen(borrower, contest):
            self._perform(REFUND, RefundAsked(plan_id=contest.plan_id, amount_fen=amount_fen), borrower)

    def _dispute(self, borrower: Borrower, contest: Contest) -> None:
        if not (amount_fen := self._contested_fen(borrower, contest)):
            return
        asked = DisputeAsked(plan_id=contest.plan_id, cause=contest.cause, amount_fen=amount_fen)
        if opened := self._perform(DISPUTE, asked, borrower):
            outcome: Literal["won", "lost"] = "won" if contest.is_won else "lost"
            decided = ResolveAsked(dispute_id=opened.event_id, outcome=outcome)
            self.plan(borrower, Deed(later(borrower.draw, self.today, 10, 45), "resolve", decided))

    def _resolve(self, borrower: Borrower, asked: ResolveAsked) -> None:
        self._perform(RESOLVE, asked, borrower)

    def _contested_fen(self, borrower: Borrower, contest: Contest) -> int:
        account = self._account(borrower)
        plan = account.plans.get(contest.plan_id)
        return refundable_fen(account, plan) * contest.share_pct // 100 if plan else 0

    # --- payments

    def _pay(self, borrower: Borrower, meant: Intention) -> None:
        if borrower.has_stopped(self.today):
            return
        amount_fen = paying.amount_fen(meant, figures(self._account(borrower)))
        if amount_fen > 0:
            asked = RepayAsked(account_id=borrower.account_id, amount_fen=amount_fen, means=CARD)
            self._perform(REPAY, asked, borrower)

    def _convert(self, borrower: Borrower, installments: int) -> None:
        self._perform(CONVERT, ConvertAsked(account_id=borrower.account_id, installments=installments), borrower)

    def _prepay(self, borrower: Borrower, meant: Prepayment) -> None:
        plans = [plan for plan in self._account(borrower).open_plans if len(plan.rows) > 1]
        if not plans:
            return
        plan = plans[meant.place % len(plans)]
        if meant.share_pct == 100:
            self._perform(PAYOFF, PayoffAsked(account_id=borrower.account_id, plan_id=plan.plan_id), borrower)
            return
        amount_fen = max(1, plan.balance_fen * meant.share_pct // 100)
        asked = PrepayAsked(plan_id=plan.plan_id, amount_fen=amount_fen, effect=meant.effect, means=CARD)
        self._perform(PREPAY, asked, borrower)

    # --- losses

    def _charge_off(self, borrower: Borrower, about: None) -> None:
        """The whole account, if it is bad enough by then; some of them pay something later."""
        account = self._account(borrower)
        if account.is_lost("") or account.closed_on is not None:
            return
        asked = ChargeOffAsked(account_id=borrower.account_id, reason=BY_RULE)
        if self._perform(CHARGE_OFF, asked, borrower) and borrower.draw.happens(borrower.payer.recovers_pct):
            self.plan(borrower, *paying.recoveries(borrower.draw, self.today))

    def _recover(self, borrower: Borrower, share_pct: int) -> None:
        amount_fen = figures(self._account(borrower)).owed_fen * share_pct // 100
        if amount_fen > 0:
            asked = RecoverAsked(account_id=borrower.account_id, amount_fen=amount_fen, means=CARD)
            self._perform(RECOVER, asked, borrower)
