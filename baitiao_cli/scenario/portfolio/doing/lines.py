"""Lines: they are opened, locked, changed in their limit, closed and opened again, month by month."""

from __future__ import annotations

from typing import Any, Literal

from baitiao_cli.account.classification import CLASSES
from baitiao_cli.account.delinquency import loan_class
from baitiao_cli.account.verbs.close import closing_blockers
from baitiao_cli.actions.auto_repay import AUTO_REPAY, AutoRepayAsked
from baitiao_cli.actions.close import CLOSE, CloseAsked
from baitiao_cli.actions.hold import RELEASE, ReleaseAsked
from baitiao_cli.actions.limit_request import DECIDE_LIMIT, REQUEST_LIMIT, DecideLimitAsked, RequestLimitAsked
from baitiao_cli.actions.lock import LOCK, UNLOCK, LockAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked
from baitiao_cli.actions.payout import PAYOUT, PayoutAsked
from baitiao_cli.actions.reopen import REOPEN, ReopenAsked
from baitiao_cli.actions.verb import Verb
from baitiao_cli.calc.dates import step
from baitiao_cli.scenario.portfolio import buying, changing
from baitiao_cli.scenario.portfolio.borrower import Borrower
from baitiao_cli.scenario.portfolio.deed import Deed, later
from baitiao_cli.scenario.portfolio.doing.bills import await_bill
from baitiao_cli.scenario.portfolio.life import BY_RULE, CARD, Life

MOST_LIMIT_FEN = 200_000_00


def open_line(life: Life, borrower: Borrower, about: None) -> None:
    """Opens the line, with auto-repay for those who use it."""
    asked = OpenAsked(
        name=borrower.name,
        limit_fen=borrower.limit_fen,
        phone=borrower.phone,
        id_number=borrower.id_number,
        bill_day=borrower.bill_day,
        tier=borrower.tier,
    )
    borrower.account_id = life.perform(OPEN, asked, borrower).account_id
    if borrower.has_auto_repay:
        life.perform(AUTO_REPAY, AutoRepayAsked(account_id=borrower.account_id, means=CARD), borrower)
    await_bill(life, borrower)
    month(life, borrower, None)


def month(life: Life, borrower: Borrower, about: None) -> None:
    """What somebody means to do in a month; the next one begins after it, as long as the line is open."""
    draw, payer = borrower.draw, borrower.payer
    wishes = list(changing.wishes(payer, draw, life.today))
    life.plan(borrower, *buying.purchases(payer, life.rules, draw, life.today), *wishes)
    if not any(deed.do == "close" for deed in wishes):
        life.plan(borrower, Deed(step(life.today, 1, "months"), "month"))


def close(life: Life, borrower: Borrower, borrows_again: bool) -> None:
    """Clears what stands in the way and closes; who cannot goes on as before."""
    for blocker in closing_blockers(life.account(borrower)):
        _clear(life, borrower, blocker.code, blocker.hold_id)
    asked = CloseAsked(
        account_id=borrower.account_id, phone_digits=borrower.phone[-4:], id_digits=borrower.id_number[-4:]
    )
    if life.perform(CLOSE, asked, borrower) is None:
        life.plan(borrower, Deed(step(life.today, 1, "months"), "month"))
    elif borrows_again:
        life.plan(borrower, changing.coming_back(borrower.draw, life.today))


def _clear(life: Life, borrower: Borrower, code: str, hold_id: str) -> None:
    cures: dict[str, tuple[Verb, Any]] = {
        "owed": (PAYOFF, PayoffAsked(account_id=borrower.account_id)),
        "credit-balance": (PAYOUT, PayoutAsked(account_id=borrower.account_id)),
        "auto-repay": (AUTO_REPAY, AutoRepayAsked(account_id=borrower.account_id)),
        "held": (RELEASE, ReleaseAsked(hold_id=hold_id)),
    }
    if code in cures:
        life.perform(*cures[code], borrower)
        borrower.has_auto_repay = borrower.has_auto_repay and code != "auto-repay"


def reopen(life: Life, borrower: Borrower, share_pct: int) -> None:
    """Opens a closed line again, with a share of the limit of before."""
    limit_fen = borrower.limit_fen * share_pct // 100_00 * 100
    asked = ReopenAsked(account_id=borrower.account_id, limit_fen=limit_fen, reason=BY_RULE)
    if life.perform(REOPEN, asked, borrower):
        await_bill(life, borrower)
        month(life, borrower, None)


def lock(life: Life, borrower: Borrower, about: None) -> None:
    """Locks the line for some days."""
    if life.perform(LOCK, LockAsked(account_id=borrower.account_id), borrower):
        life.plan(borrower, Deed(later(borrower.draw, life.today, 2, 12), "unlock"))


def unlock(life: Life, borrower: Borrower, about: None) -> None:
    """Unlocks it."""
    life.perform(UNLOCK, LockAsked(account_id=borrower.account_id), borrower)


def ask_limit(life: Life, borrower: Borrower, share_pct: int) -> None:
    """Asks for more limit."""
    limit_fen = min(life.account(borrower).limit_fen * share_pct // 100_00 * 100, MOST_LIMIT_FEN)
    asked = RequestLimitAsked(account_id=borrower.account_id, limit_fen=limit_fen, reason=BY_RULE)
    if life.perform(REQUEST_LIMIT, asked, borrower):
        life.plan(borrower, Deed(later(borrower.draw, life.today, 0, 5), "decide-limit", limit_fen))


def decide_limit(life: Life, borrower: Borrower, limit_fen: int) -> None:
    """The lender grants it to whoever is not late."""
    is_good = loan_class(life.account(borrower)) == CLASSES[0]
    decision: Literal["granted", "refused"] = "granted" if is_good else "refused"
    asked = DecideLimitAsked(
        account_id=borrower.account_id,
        decision=decision,
        limit_fen=limit_fen if is_good else 0,
        reason=BY_RULE,
    )
    life.perform(DECIDE_LIMIT, asked, borrower)


WAYS = {
    "open": open_line,
    "month": month,
    "close": close,
    "reopen": reopen,
    "lock": lock,
    "unlock": unlock,
    "ask-limit": ask_limit,
    "decide-limit": decide_limit,
}
