"""`report profit`: what was earned and given up in some days, and the yield on what was lent, from the journal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, get_args

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.postings import CHART, DISPUTED, LOSS_ALLOWANCE
from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.tier import tiers_of_plans
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.actions.merchants import first_day
from baitiao_cli.calc.dates import days_before
from baitiao_cli.calc.money import round_ratio
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.reports.portfolio import lives, month_of, share_pct

By = Literal["product", "tier", "cohort"]
BY: tuple[str, ...] = get_args(By)
REVOLVING = "revolving"
"""The name of what revolves: purchases on the bill, and the charges of the line on what is carried of them."""
YEAR_DAYS = 365
LENT = ("principal", DISPUTED, LOSS_ALLOWANCE)

PARTS = {
    "interest_income": "interest_fen",
    "fee_income": "fees_fen",
    "late_charge_income": "late_charges_fen",
    "subsidy_income": "from_merchants_fen",
    "discount_income": "from_merchants_fen",
    "recoveries": "recoveries_fen",
    "waivers": "given_up_fen",
    "goodwill": "given_up_fen",
    "loan_losses": "losses_fen",
}
"""Which figure the lines of each ledger account of income and expense go to."""


class Earned(msgspec.Struct, frozen=True, kw_only=True):
    """What one name, or account, came to: income and costs in whole fen, both positive, and principal x days."""

    name: str
    account_id: str = ""
    interest_fen: int = 0
    fees_fen: int = 0
    late_charges_fen: int = 0
    from_merchants_fen: int = 0
    recoveries_fen: int = 0
    income_fen: int = 0
    given_up_fen: int = 0
    losses_fen: int = 0
    profit_fen: int = 0
    average_fen: int = 0
    yield_pct: str | None = None


class Profit(msgspec.Struct, frozen=True, kw_only=True):
    """What was earned in the days `[from_on, through_on]`, by name; the behind of each row are its accounts."""

    by: By
    from_on: date
    through_on: date
    days_count: int
    rows: list[Earned]
    totals: Earned
    accounts: list[Earned]


def profit(
    tx: ReadTransaction, by: By, from_on: date | None, through_on: date, progress: Progress | None = None
) -> Profit:
    """Income and costs as the journal of each account has them in those days; errors of `first_day`.

    Without `from_on` they are the 365 days up to `through_on`. Income is what was asked for, or paid of what waited in
    suspense; what the money itself costs, and provisions, are not in it.
    """
    begin_on = first_day(from_on or days_before(through_on, YEAR_DAYS - 1), through_on)
    sums: dict[tuple[str, str], Counter[str]] = {}
    for life in lives(tx, [through_on], progress):
        for account in life.ends:
            tiers = tiers_of_plans(account, life.events) if by == "tier" else {}
            for name, counted in _counted(account, by, begin_on, tiers):
                sums.setdefault((name, account.account_id), Counter()).update(counted)
    days = (through_on - begin_on).days + 1
    names: dict[str, Counter[str]] = {}
    for (name, _), counted in sums.items():
        names.setdefault(name, Counter()).update(counted)
    all_of: Counter[str] = Counter()
    for counted in names.values():
        all_of.update(counted)
    return Profit(
        by=by,
        from_on=begin_on,
        through_on=through_on,
        days_count=days,
        rows=[_earned(name, "", counted, days) for name, counted in sorted(names.items())],
        totals=_earned("", "", all_of, days),
        accounts=[_earned(name, account_id, counted, days) for (name, account_id), counted in sums.items()],
    )


def _counted(account: Account, by: By, begin_on: date, tiers: Mapping[str, Tier]) -> Iterator[tuple[str, Counter[str]]]:
    """The figures of an account line by line of its journal, each by the name that has it."""
    for line in account.journal:
        is_in = line.effective_on >= begin_on
        if line.ledger_account in LENT:
            nights = (account.through - max(line.effective_on, begin_on)).days + 1
            yield _name(account, line.plan_id, by, tiers), Counter({"fen_days": line.amount_fen * nights})
        elif is_in and (part := PARTS.get(line.ledger_account)):
            sign = -1 if CHART[line.ledger_account].type == "income" else 1
            yield _name(account, line.plan_id, by, tiers), Counter({part: sign * line.amount_fen})


def _name(account: Account, plan_id: str, by: By, tiers: Mapping[str, Tier]) -> str:
    """The row of a line: by tier that of the plan's purchase, of the line's own charges that of the account now."""
    if by == "tier":
        return tiers.get(plan_id, account.tier)
    if by == "cohort":
        return month_of(account.opened_on)
    plan = account.plans.get(plan_id)
    return REVOLVING if plan is None or plan.terms.revolving else plan.terms.product_id


def _earned(name: str, account_id: str, counted: Counter[str], days: int) -> Earned:
    parts = {part: counted[part] for part in dict.fromkeys(PARTS.values())}
    costs_fen = parts["given_up_fen"] + parts["losses_fen"]
    income_fen = sum(parts.values()) - costs_fen
    return Earned(
        name=name,
        account_id=account_id,
        **parts,
        income_fen=income_fen,
        profit_fen=income_fen - costs_fen,
        average_fen=round_ratio(counted["fen_days"], days),
        yield_pct=yearly_pct(income_fen, counted["fen_days"]),
    )


def yearly_pct(income_fen: int, fen_days: int) -> str | None:
    """The income of some days as a share of principal x days, for 365 of them; nothing where nothing was lent.

    >>> yearly_pct(50_00, 1_000_00 * 73)  # 5% in a fifth of a year
    '25.00'
    """
    return share_pct(income_fen * YEAR_DAYS, fen_days) if fen_days > 0 else None
