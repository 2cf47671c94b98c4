"""`report classes`: the five classes of the loans on the books, and what is to be set aside for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Literal

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.classification import CLASSES, LoanClass
from baitiao_cli.account.delinquency import days_past_due, loan_class
from baitiao_cli.account.postings import LOSS_ALLOWANCE
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.calc.money import round_ratio
from baitiao_cli.desk.rule_files import Misfit, RuleFile, read_rules, shipped
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.reports import CLASS_WITHOUT_SHARE, SHARE_FALLS
from baitiao_cli.reports.portfolio import lives, share_pct

PPB = 1_000_000_000
NON_PERFORMING = CLASSES[2:]
Binding = Literal["classes", "loan-provision", "coverage"]


class ProvisionRules(RuleFile, frozen=True, kw_only=True):
    """What is set aside: a share of the principal of each class, and at least shares of all loans and of bad ones."""

    loan_provision_ppb: Annotated[int, msgspec.Meta(ge=0, le=PPB)]
    coverage_ppb: Annotated[int, msgspec.Meta(ge=0, le=10 * PPB)]
    provision_ppb: dict[LoanClass, Annotated[int, msgspec.Meta(ge=0, le=PPB)]]

    def misfits(self) -> Iterator[Misfit]:
        """Each class has its share, a worse one no smaller."""
        for name in CLASSES:
            if name not in self.provision_ppb:
                yield Misfit(f"$.provision_ppb.{name}", CLASS_WITHOUT_SHARE)
                return
        for better, worse in pairwise(CLASSES):
            if self.provision_ppb[worse] < self.provision_ppb[better]:
                yield Misfit(f"$.provision_ppb.{worse}", SHARE_FALLS)


class Classed(msgspec.Struct, frozen=True, kw_only=True):
    """One account with principal on the books, in whole fen; `eased_on` is when a plan of it was last eased."""

    account_id: str
    loan_class: LoanClass = msgspec.field(name="class")
    days_past_due: int
    eased_on: date | None
    principal_fen: int


class ClassRow(msgspec.Struct, frozen=True, kw_only=True):
    """The loans of one class: their principal, its share of all, and what is to be set aside for it."""

    loan_class: LoanClass = msgspec.field(name="class")
    account_count: int
    principal_fen: int
    share_pct: str | None
    provision_pct: str
    provision_fen: int


class Classes(msgspec.Struct, frozen=True, kw_only=True):
    """The five classes on a day.

    `by_classes_fen` is the sum of the provisions, `by_loans_fen` and `by_coverage_fen` the least by the two ratios;
    `provision_fen` is the most of the three, and `binding` says which. `non_performing_fen` is the principal from
    substandard on. `charged_off_fen` is principal that is off the books and still owed: no class has it.
    """

    as_of: date
    rules_version: int
    rows: list[ClassRow]
    account_count: int
    principal_fen: int
    non_performing_fen: int
    non_performing_pct: str | None
    by_classes_fen: int
    by_loans_fen: int
    by_coverage_fen: int
    provision_fen: int
    binding: Binding
    loan_provision_pct: str | None
    coverage_pct: str | None
    charged_off_fen: int
    accounts: list[Classed]


def provision_rules(path: Path | None = None) -> ProvisionRules:
    """The rules in a file of one's own, or those that come with the program; `rules-unreadable`, `rules-invalid`."""
    return read_rules(path or shipped("provision"), ProvisionRules)


def charged_off_fen(account: Account) -> int:
    """The principal that was charged off and is still owed, or in dispute, on the folded day."""
    return sum(fen for (_, name), fen in account.kept_apart.items() if name == LOSS_ALLOWANCE)


def on_books_fen(account: Account) -> int:
    """The principal that is an asset of the lender on the folded day: what is unpaid and was not charged off.

    What is set aside by a dispute is an asset, too: the merchant or the customer will owe it.
    """
    return account.used_fen + account.disputed_fen - charged_off_fen(account)


def classes(
    tx: ReadTransaction, as_of: date, rules: ProvisionRules | None = None, progress: Progress | None = None
) -> Classes:
    """The classes of all accounts with principal on the books at the end of `as_of`."""
    found, off_fen = [], 0
    for life in lives(tx, [as_of], progress):
        for account in life.ends:
            off_fen += charged_off_fen(account)
            if principal_fen := on_books_fen(account):
                found.append(
                    Classed(
                        account_id=account.account_id,
                        loan_class=loan_class(account),
                        days_past_due=days_past_due(account, as_of),
                        eased_on=account.eased_on,
                        principal_fen=principal_fen,
                    )
                )
    return summed(as_of, found, off_fen, rules or provision_rules())


def summed(as_of: date, accounts: Sequence[Classed], off_fen: int, rules: ProvisionRules) -> Classes:
    """The classes with their provisions: the principal of a class x its share, rounded once for each, half up."""
    all_fen = sum(each.principal_fen for each in accounts)
    rows = [_row(name, accounts, all_fen, rules) for name in CLASSES]
    bad_fen = sum(row.principal_fen for row in rows if row.loan_class in NON_PERFORMING)
    least: dict[Binding, int] = {
        "classes": sum(row.provision_fen for row in rows),
        "loan-provision": round_ratio(all_fen * rules.loan_provision_ppb, PPB),
        "coverage": round_ratio(bad_fen * rules.coverage_ppb, PPB),
    }
    binding = max(least, key=lambda name: least[name])
    return Classes(
        as_of=as_of,
        rules_version=rules.rules_version,
        rows=rows,
        account_count=len(accounts),
        principal_fen=all_fen,
        non_performing_fen=bad_fen,
        non_performing_pct=share_pct(bad_fen, all_fen),
        by_classes_fen=least["classes"],
        by_loans_fen=least["loan-provision"],
        by_coverage_fen=least["coverage"],
        provision_fen=least[binding],
        binding=binding,
        loan_provision_pct=share_pct(least[binding], all_fen),
        coverage_pct=share_pct(least[binding], bad_fen),
        charged_off_fen=off_fen,
        accounts=list(accounts),
    )


def _row(name: LoanClass, accounts: Sequence[Classed], all_fen: int, rules: ProvisionRules) -> ClassRow:
    principal_fen = sum(each.principal_fen for each in accounts if each.loan_class == name)
    share_ppb = rules.provision_ppb[name]
    provision_pct = share_pct(share_ppb, PPB)
    assert provision_pct is not None
    return ClassRow(
        loan_class=name,
        account_count=sum(each.loan_class == name for each in accounts),
        principal_fen=principal_fen,
        share_pct=share_pct(principal_fen, all_fen),
        provision_pct=provision_pct,
        provision_fen=round_ratio(principal_fen * share_ppb, PPB),
    )
