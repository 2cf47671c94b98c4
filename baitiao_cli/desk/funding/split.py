"""The split: every posting of an account by funder, so that the parts sum to it, by what was agreed for its plan.

Each posting moves, of one kind of money (principal, interest, fees, late charges, a merchant's subsidy) of one plan,
what customers owe, what the books keep apart of that, or money; what none of these explains is earned or lost. The
first three are split, as totals so far: so a balance is always within one fen of its exact share, however many postings
it has had, and nothing when the plan is paid. What a funder has earned or lost is what its own three leave, so that
its books balance to the fen, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from baitiao_cli.account.account import Account
from baitiao_cli.account.postings import (
    CASH,
    CREDIT_BALANCE,
    DISPUTED,
    GOODWILL,
    INCOME,
    LOAN_LOSSES,
    LOSS_ALLOWANCE,
    MERCHANT_DISCOUNTS,
    MERCHANT_PAYABLE,
    MERCHANT_REFUNDS,
    MERCHANT_SUBSIDIES,
    PAID_OUT,
    RECEIVABLE,
    RECOVERIES,
    SUBSIDY_INCOME,
    SUSPENDED,
    WAIVERS,
    Posting,
)
from baitiao_cli.desk.funding.shares import Agreed, Weights, weights_of

Side = Literal["owed", "apart", "money"]
What = Literal["drawn", "asked", "moved", "paid", "refunded", "given-up", "kept-apart", "taken", "returned"]
"""What a posting is to a funder: lent; asked for; from one plan or kind to another; paid; given back by the merchant;
given up; kept apart of income, or of the assets; taken in, or given back, without a change of what is owed."""

KINDS = ("principal", "interest", "fee", "late_charge", "subsidy", "other")
"""The kinds of money; `other` is what is the lender's alone: merchants' discounts, and goodwill."""

MONEY = frozenset(
    {CASH, PAID_OUT, CREDIT_BALANCE, GOODWILL}
    | {MERCHANT_PAYABLE, MERCHANT_REFUNDS, MERCHANT_SUBSIDIES, MERCHANT_DISCOUNTS}
)
"""What is as good as money to a funder: the lender settles with merchants, and pays for its own goodwill."""

OWED = frozenset({*RECEIVABLE.values(), DISPUTED})
"""What customers owe; what is in dispute is still the funders'."""

APART = frozenset({*SUSPENDED.values(), LOSS_ALLOWANCE})
"""What the lender's books keep apart of it. All ledger accounts but these three sets are what was earned or lost."""

KIND_OF = {
    **{name: kind for names in (RECEIVABLE, INCOME, SUSPENDED) for kind, name in names.items()},
    **dict.fromkeys((DISPUTED, LOSS_ALLOWANCE, RECOVERIES), "principal"),
    SUBSIDY_INCOME: "subsidy",
}
"""Which kind of money a ledger account is of; waivers and losses are of the kind of what they gave up."""

_WHAT: dict[str, What] = {
    MERCHANT_PAYABLE: "drawn",
    MERCHANT_REFUNDS: "refunded",
    **dict.fromkeys(INCOME.values(), "asked"),
    **dict.fromkeys((WAIVERS, LOAN_LOSSES), "given-up"),
    **dict.fromkeys((CASH, CREDIT_BALANCE, GOODWILL), "paid"),
}

Key = tuple[str, str]
"""A plan ("" the line itself) and a kind of money."""


class Row(NamedTuple):
    """One posting as far as it is of one plan, kind and side, in whole fen, and the parts of the funders: its sum.

    Money is positive when it comes in; what is owed and kept apart as it is in the books (debits positive).
    """

    effective_on: date
    cause: str
    plan_id: str
    kind: str
    side: Side
    what: What
    amount_fen: int
    parts: Mapping[str, int]


class _Change(NamedTuple):
    key: Key
    side: Side
    what: What
    amount_fen: int


def split_rows(account: Account, funding: Mapping[str, Agreed]) -> Iterator[Row]:
    """The postings of a folded account, by day, each with its parts by what was agreed for its plan (see `shares`).

    A part is what the split of the total so far grows by. Whose the total of one plan, kind and side is, so is known
    from it alone, whatever the way to it. What moves between ledger accounts of one plan, kind and side, or from money
    to money, is of no funder.
    """
    weights: dict[Key, Weights] = {}
    totals: dict[tuple[Key, Side], int] = {}
    shares: dict[tuple[Key, Side], Mapping[str, int]] = {}
    for debit, credit in _pairs(account.journal):
        for key, side, what, amount_fen in _changes(debit, credit):
            if key not in weights:
                weights[key] = weights_of(funding[key[0]].fact, key[1])
            of, before = (key, side), shares.get((key, side), {})
            totals[of] = totals.get(of, 0) + amount_fen
            shares[of] = weights[key].split(totals[of])
            parts = {funder_id: fen - before.get(funder_id, 0) for funder_id, fen in shares[of].items()}
            yield Row(debit.effective_on, debit.cause, *key, side, what, amount_fen, parts)


def _pairs(journal: list[Posting]) -> list[tuple[Posting, Posting]]:
    """The transfers of a journal by day; of one day those that customers know of come first."""
    pairs = zip(journal[::2], journal[1::2], strict=True)
    return sorted(pairs, key=lambda pair: pair[0].effective_on)


def _changes(debit: Posting, credit: Posting) -> Iterator[_Change]:
    """What a transfer changes: what is owed, kept apart, and the money of each plan and kind that it touches.

    What goes from one plan or kind to another is paid to the one and lent by the other.
    """
    debit_kind, credit_kind = KIND_OF.get(debit.ledger_account), KIND_OF.get(credit.ledger_account)
    of_debit = (debit.plan_id, debit_kind or credit_kind or "other")
    of_credit = (credit.plan_id, credit_kind or debit_kind or "other")
    yield from _changes_of(debit, of_debit, credit.ledger_account, is_one=of_debit == of_credit)
    yield from _changes_of(credit, of_credit, debit.ledger_account, is_one=of_debit == of_credit)


def _changes_of(line: Posting, key: Key, other: str, *, is_one: bool) -> Iterator[_Change]:
    """What one line changes; `other` is the ledger account of the other line, `is_one` whether that is of its key."""
    name, amount_fen = line.ledger_account, line.amount_fen
    if name in MONEY:
        return
    is_money = other in MONEY
    what: What = _WHAT.get(other, "asked") if is_money or is_one else "moved"
    if name in OWED and not (is_one and other in OWED):
        yield _Change(key, "owed", what, amount_fen)
    elif name in APART:
        yield _Change(key, "apart", "kept-apart", amount_fen)
    if is_money or not is_one:
        turned: What = "taken" if amount_fen < 0 else "returned"
        yield _Change(key, "money", what if name in OWED else turned, -amount_fen)
