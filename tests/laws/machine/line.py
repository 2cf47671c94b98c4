"""The line itself: its limits, what stops and frees it, its bill day, its end and its return."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from baitiao_cli.account.events import LimitDecision
from baitiao_cli.account.terms import TIERS, Tier
from baitiao_cli.actions.auto_repay import AUTO_REPAY, AutoRepayAsked
from baitiao_cli.actions.bill_day import BILL_DAY, BillDayAsked
from baitiao_cli.actions.close import CLOSE, CloseAsked, check_closing
from baitiao_cli.actions.limit import LIMIT, LimitAsked
from baitiao_cli.actions.limit_request import DECIDE_LIMIT, REQUEST_LIMIT, DecideLimitAsked, RequestLimitAsked
from baitiao_cli.actions.lock import LOCK, UNLOCK
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked
from baitiao_cli.actions.payout import PAYOUT, PayoutAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.reopen import REOPEN, ReopenAsked
from baitiao_cli.actions.suspend import RESUME, SUSPEND
from baitiao_cli.actions.tier import TIER, TierAsked
from baitiao_cli.actions.verb import Verb
from baitiao_cli.actions.verify import VERIFY, VerifyAsked
from baitiao_cli.errors import REFUSED, BaitiaoError

from .customers import LIMIT_FEN, Customers, accounts, days_back


class Line(Customers):
    """The line itself: its limits, what stops and frees it, its bill day, its end and its return."""

    @rule(
        account_id=accounts,
        limit_fen=st.sampled_from([LIMIT_FEN, 100_000, 1_000, 3 * LIMIT_FEN, 0]),
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
        waiting = self.view(account_id, back).limit_request
        if waiting is None:
            self.do(REQUEST_LIMIT, RequestLimitAsked(account_id=account_id, limit_fen=limit_fen), back)
            return
        decision: LimitDecision = "granted" if limit_fen > 2 * LIMIT_FEN or back else "refused"
        granted_fen = waiting.limit_fen // 2 if decision == "granted" and back else 0
        asked = DecideLimitAsked(account_id=account_id, decision=decision, limit_fen=granted_fen, reason="scored")
        answer = self.do(DECIDE_LIMIT, asked, back)
        if answer is not None and answer.decision != "granted":
            assert answer.limit_fen == answer.previous_limit_fen

    @rule(account_id=accounts, back=days_back, which=st.sampled_from([(LOCK, UNLOCK), (SUSPEND, RESUME)]))
    def stop_or_free(self, account_id: str, back: int, which: tuple[Verb, Verb]) -> None:
        """Stops an account that is open and frees one that is not, most of the time."""
        view = self.view(account_id, back)
        is_stopped = bool(view.lock if which[0] is LOCK else view.suspensions)
        verb = which[is_stopped]
        given = {"cause": "risk"} if verb is SUSPEND else {}
        self.do(verb, verb.asked(account_id=account_id, **given), back)

    @rule(account_id=accounts, bill_day=st.integers(1, 28), back=st.sampled_from([0, 0, 3, 20]))
    def change_bill_day(self, account_id: str, bill_day: int, back: int) -> None:
        answer = self.do(BILL_DAY, BillDayAsked(account_id=account_id, bill_day=bill_day), back)
        if answer is not None:
            assert answer.effective_on < answer.next_bill_on
            assert answer.next_bill_on.day == bill_day

    @rule(account_id=accounts, tier=st.sampled_from(TIERS), back=days_back)
    def change_tier(self, account_id: str, tier: Tier, back: int) -> None:
        """Nothing that is owed becomes other by it, whatever was bought since."""
        plans = self.view(account_id).plans
        if self.do(TIER, TierAsked(account_id=account_id, tier=tier), back) is not None:
            assert self.view(account_id).plans == plans

    @rule(account_id=accounts, is_right=st.booleans())
    def verify(self, account_id: str, is_right: bool) -> None:
        """What fails is recorded, and suspends the line when it happens too often."""
        digits = self.person(account_id).phone[-4:] if is_right else "0000"
        head = self.head()
        try:
            answer = perform(self.ledger, VERIFY, VerifyAsked(account_id=account_id, phone_digits=digits), self.call())
        except BaitiaoError as error:
            assert (error.code == "verification-failed") == (self.head() != head)
            assert error.status == REFUSED
            return
        assert is_right
        assert answer.fields == ["phone"]

    @precondition(lambda self: self.today > self.opened_on + timedelta(days=150))
    @rule(account_id=accounts, settles=st.booleans(), stays=st.booleans(), days=st.sampled_from([0, 7, 30]))
    def close_or_reopen(self, account_id: str, settles: bool, stays: bool, days: int) -> None:
        """What keeps an account from being closed is often settled first, also while the closing can be taken back.

        After some days it is opened again.
        """
        if self.view(account_id).closing and stays:
            assert self.do(CLOSE, CloseAsked(account_id=account_id, withdraw=True)) is not None
            return
        if self.view(account_id).closed_on:
            self.do(REOPEN, ReopenAsked(account_id=account_id, limit_fen=LIMIT_FEN // 2))
            return
        if settles:
            self.do(AUTO_REPAY, AutoRepayAsked(account_id=account_id))
            self.do(PAYOFF, PayoffAsked(account_id=account_id))
            self.do(PAYOUT, PayoutAsked(account_id=account_id))
        if self.view(account_id).closing:
            return
        with self.ledger.read() as tx:
            blockers = check_closing(tx, account_id, self.today).blockers
        answer = self.do(CLOSE, CloseAsked(account_id=account_id, phone_digits=self.person(account_id).phone[-4:]))
        assert (answer is None) == bool(blockers)  # `close --check` names what keeps an account from being closed
        if answer is not None and days:
            self.days_pass(days)
            self.do(REOPEN, ReopenAsked(account_id=account_id, limit_fen=LIMIT_FEN // 2))
