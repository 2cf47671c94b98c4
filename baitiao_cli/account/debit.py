"""Auto-repay: on which days a means of the customer's is debited, how much is asked, and what it pays."""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.account import Account
from baitiao_cli.account.allocation import payable_debts
from baitiao_cli.account.events import DebitOutcome, DebitTried
from baitiao_cli.account.owed import due_by_fen, minimum_due_by_fen


def next_debit_day(account: Account) -> date | None:
    """The next day, after the folded one, on which what is asked for now may be debited.

    What is asked for later is tried on its own due date first, which is a day on which something happens anyway.
    """
    if not _tries(account):
        return None
    days = account.line.auto_repay_days
    tries = [due_on + timedelta(days=after) for due_on in _due_dates(account) for after in days]
    return min((day for day in tries if day > account.through), default=None)


def debit_due(account: Account, on: date) -> DebitTried | None:
    """What is tried as `on`, the folded day, begins: `None` unless something fell due so many days ago.

    By the agreement's share all is asked that is due by then with its charges, older debts too, or what is left of the
    minimum. A means that was not stated pays it all, one that is short what it has: the rest is for the next try.
    """
    agreed = account.auto_repay
    if agreed is None or not _tries(account) or on in account.tried_on:
        return None
    ages = {(on - due_on).days for due_on in _due_dates(account)}
    attempt, age = next(((at, age) for at, age in enumerate(account.line.auto_repay_days, 1) if age in ages), (0, 0))
    if not attempt:
        return None
    asked_fen = due_by_fen(account, on) if agreed.share == "full" else minimum_due_by_fen(account, on)
    if asked_fen <= 0:
        return None
    taken_fen, outcome = _taken(account, agreed.means, asked_fen)
    if on <= account.over_through:
        taken_fen, outcome = 0, "known-too-late"
    return DebitTried(
        means=agreed.means,
        share=agreed.share,
        due_on=on - timedelta(days=age),
        attempt=attempt,
        asked_fen=asked_fen,
        taken_fen=taken_fen,
        outcome=outcome,
    )


def debits_to_record(account: Account) -> list[tuple[date, DebitTried]]:
    """The tries that came by themselves as the days passed and are not recorded yet, oldest first."""
    return [(on, tried) for on, tried in account.debits.items() if on not in account.tried_on]


def _tries(account: Account) -> bool:
    """Whether anything is debited: not once the whole account was given up for lost, for then it is collected."""
    is_over = account.closed_on or "" in account.losses
    return bool(account.auto_repay and account.line.auto_repay_days and not is_over)


def _due_dates(account: Account) -> set[date]:
    """The due dates of what is unpaid, and of the bills that ask for it: after a missed minimum debts keep theirs.

    Those whose tries are over are left out.
    """
    due = {debt.row.due_on for debt in payable_debts(account)}
    most_days = max(account.line.auto_repay_days)
    bills = {bill.due_on for bill in account.bills} if due else set()
    return {due_on for due_on in due | bills if (account.through - due_on).days <= most_days}


def _taken(account: Account, name: str, asked_fen: int) -> tuple[int, DebitOutcome]:
    means = account.purse.get(name)
    if means is None:
        return asked_fen, "taken"
    if means.is_removed:
        return 0, "means-removed"
    taken_fen = asked_fen if means.funds_fen is None else min(asked_fen, means.funds_fen)
    return taken_fen, "taken" if taken_fen == asked_fen else "taken-in-part" if taken_fen else "no-funds"
