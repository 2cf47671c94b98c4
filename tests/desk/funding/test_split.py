"""Every posting split: on a generated portfolio the parts sum to the journal, by SQL, and are whose they must be."""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from baitiao_cli.actions.desk.every_account import books
from baitiao_cli.actions.desk.funders import agreements
from baitiao_cli.desk.funding.shares import funding_of
from baitiao_cli.desk.funding.split import Row, split_rows
from baitiao_cli.ledger.store import Ledger

THROUGH = date(2026, 6, 30)
PRODUCTS = ("month", "inst", "free", "epi", "epp", "daily", "defer60", "repair")
SIDES = {
    "owed": ("principal", "disputed", "interest_receivable", "fee_receivable", "late_charge_receivable"),
    "apart": ("suspended_interest", "suspended_fees", "suspended_late_charges", "loss_allowance"),
    "money": (
        *("cash", "cash_paid_out", "credit_balance", "goodwill"),
        *("merchant_payable", "merchant_refunds", "merchant_subsidies", "merchant_discounts"),
    ),
}


@pytest.fixture(scope="module")
def funded(portfolio: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portfolio, all of whose plans are a third F1's and two thirds F2's, 15% of charges the lender's."""
    from baitiao_cli.cli.main import main

    path = tmp_path_factory.mktemp("funded") / "ledger.db"
    shutil.copyfile(portfolio, path)
    where = ("--ledger", str(path), "--today", str(THROUGH), "--json")
    assert main(["funder", "East", *where]) == main(["funder", "West", *where]) == 0
    for product in PRODUCTS:
        shares = "F1=33.3333333%,F2=66.6666667%"
        assert main(["fund", product, shares, "--service", "15%", "--from", "2025-01-01", *where]) == 0
    return path


@pytest.fixture(scope="module")
def rows(funded: Path) -> list[Row]:
    """All postings of all accounts; what is of the line itself is named by its account."""
    return list(_rows(funded))


def _rows(path: Path) -> Iterator[Row]:
    with Ledger.open(path).read() as tx:
        agreed = agreements(tx)
        for book in books(tx, THROUGH):
            account = book.account(THROUGH)
            for row in split_rows(account, funding_of(account, book.events, agreed)):
                yield row if row.plan_id else row._replace(plan_id=book.account_id)


def journal(path: Path, names: tuple[str, ...]) -> dict[str, int]:
    """The sums of the journal over some ledger accounts, by plan."""
    marks = ",".join("?" * len(names))
    with sqlite3.connect(path) as db:
        found = db.execute(
            f"SELECT plan_id || CASE plan_id WHEN '' THEN account_id ELSE '' END, sum(amount_fen)"
            f" FROM posting_groups JOIN postings USING (group_number) WHERE ledger_account IN ({marks}) GROUP BY 1",
            names,
        )
        return {key: fen for key, fen in found if fen}


@pytest.mark.parametrize("side", SIDES)
def test_the_parts_sum_to_the_journal(funded: Path, rows: list[Row], side: str) -> None:
    """Of all plans together, and what is owed and kept apart of each plan by itself."""
    sums: Counter[str] = Counter()
    for row in rows:
        assert sum(row.parts.values()) == row.amount_fen
        if row.side == side:
            sums.update({row.plan_id: row.amount_fen})
    booked = journal(funded, SIDES[side])
    assert sum(sums.values()) == sum(booked.values())
    if side != "money":  # which goes from one plan to another, too
        assert {plan_id: fen for plan_id, fen in sums.items() if fen} == booked


def test_what_is_owed_of_each_plan_is_split_by_largest_remainder(funded: Path, rows: list[Row]) -> None:
    """Principal that is left, by SQL, a third and two thirds of it; the odd fen goes to the larger remainder."""
    found: dict[str, Counter[str]] = {}
    for row in rows:
        if (row.kind, row.side) == ("principal", "owed"):
            found.setdefault(row.plan_id, Counter()).update(row.parts)
    left = journal(funded, ("principal", "disputed"))
    assert len(left) > 50
    for plan_id, total_fen in left.items():
        exact = Fraction(total_fen * 333_333_333, 10**9)
        first = int(exact)
        if exact - first > Fraction(1, 2):  # of two remainders that sum to one, the first is the larger
            first += 1
        assert found[plan_id] == {"F1": first, "F2": total_fen - first}
    for plan_id in found.keys() - left.keys():
        assert set(found[plan_id].values()) == {0}, "nothing is left when the plan is paid"


def test_money_of_fees_is_within_a_fen_of_what_the_service_leaves(rows: list[Row]) -> None:
    money: dict[str, Counter[str]] = {}
    for row in rows:
        if (row.kind, row.side) == ("fee", "money"):
            money.setdefault(row.plan_id, Counter()).update(row.parts)
    shares = {"F0": Fraction(15, 100), "F1": Fraction(333_333_333, 10**9) * Fraction(85, 100)}
    shares["F2"] = 1 - shares["F0"] - shares["F1"]
    assert len(money) > 50
    for parts in money.values():
        for funder_id, fen in parts.items():
            assert abs(fen - sum(parts.values()) * shares[funder_id]) < 1


def test_a_statement_of_the_portfolio_is_what_the_plans_come_to(funded: Path, run) -> None:
    """What customers owe F1 of principal: a third of what is left of each plan, by SQL, rounded by itself."""
    left = journal(funded, ("principal", "disputed"))
    expected = sum(int(Fraction(fen * 333_333_333, 10**9) + Fraction(1, 2)) for fen in left.values())
    where = ("--ledger", str(funded), "--today", str(THROUGH), "--json")
    told = run("funder-statement", "F1", "--from", "2026-06-01", *where).data
    principal = next(row for row in told["lines"] if row["kind"] == "principal")
    assert principal["closing_fen"] == expected
    report = run("report", "funding", *where)
    assert report.status == 0
    for row in report.data["rows"]:
        assert row["shared_fen"] == sum(journal(funded, SIDES[row["side"]]).values())
