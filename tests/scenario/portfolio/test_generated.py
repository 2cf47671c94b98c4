"""A generated portfolio: the same seed is the same ledger, everybody is in it, and all of it is sound.

One portfolio of a few hundred accounts over 18 months is made once and looked at from all sides.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date

import pytest

from baitiao_cli.account.classification import CLASSES
from baitiao_cli.account.views.figures import figures
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.scenario.draw import NO_MOBILE, NOWHERE
from baitiao_cli.scenario.portfolio.rules import read_portfolio

SMALL = ("scenario", "generate", "--accounts", "12", "--months", "5")
LAST = date(2026, 6, 30)
ACCOUNTS, MONTHS = 200, 18


@pytest.fixture(scope="module")
def large(generated):
    """The ledger of the portfolio, and what was told of it."""
    path = generated(ACCOUNTS, MONTHS)
    return Ledger(path), json.loads(path.with_suffix(".json").read_text("utf-8"))["data"]


@pytest.fixture(scope="module")
def accounts(large):
    """All accounts on the last day, with their facts by kind."""
    with large[0].read() as tx:
        books = [tx.book(account_id) for account_id in tx.account_ids()]
        return [
            (book.account(LAST), Counter(type(event.fact).__name__ for event in book.events), book) for book in books
        ]


@pytest.mark.long
class TestALivelyPortfolio:
    def test_the_check_of_everything_finds_nothing(self, large) -> None:
        ledger, told = large
        assert check_ledger(ledger, full=True) == []
        with ledger.read() as tx:
            assert (tx.head(), tx.event_count()) == (told["head"], told["event_count"])

    def test_every_class_and_every_bucket_occurs(self, accounts) -> None:
        on_last_day = [figures(account) for account, _, _ in accounts]
        assert {each.loan_class for each in on_last_day} == {*CLASSES}
        assert {each.bucket for each in on_last_day} == {*(f"M{number}" for number in range(7)), "M7+"}

    def test_every_kind_of_payer_occurs_and_does_what_it_is_named_for(self, large) -> None:
        told = {each["payer"]: each for each in large[1]["payers"]}
        assert set(told) == {payer.kind for payer in read_portfolio().payers}
        assert all(each["account_count"] for each in told.values())
        assert sum(each["account_count"] for each in told.values()) == ACCOUNTS
        assert told["defaulting"]["charge_off_count"] > 0
        assert told["closing"]["closed_count"] > 0

    def test_whatever_may_happen_to_a_line_happens_to_one(self, accounts) -> None:
        happened = Counter[str]()
        for _, facts, _ in accounts:
            happened.update(facts.keys())
        assert {
            *("Opened", "Purchased", "Repaid", "BillIssued", "Refunded", "PaidOff", "Prepaid", "BillConverted"),
            *("DisputeOpened", "DisputeWon", "DisputeLost", "HoldPlaced", "HoldReleased", "Closed", "Reopened"),
            *("LimitRequested", "LimitDecided", "Locked", "Unlocked", "AutoRepaySet", "DebitTried", "MeansStated"),
            *("ChargedOff", "Recovered"),
        } <= happened.keys()

    def test_there_are_several_products_tiers_shops_and_kinds_of_goods(self, large, accounts) -> None:
        plans = [plan for account, _, _ in accounts for plan in account.plans.values()]
        assert {plan.terms.product_id for plan in plans} >= {"month", "inst", "free", "epi", "defer60", "daily"}
        assert {account.tier for account, _, _ in accounts} == {*"ABCD"}
        with large[0].read() as tx:
            merchants = tx.merchants(LAST)
        assert {merchant.name for merchant in merchants} == {shop.name for shop in read_portfolio().shops}
        assert sum(merchant.discount_ppb > 0 for merchant in merchants) > 3

    def test_nobody_in_it_can_be_real(self, large) -> None:
        ledger, _ = large
        with ledger.read() as tx:
            people = [tx.person(tx.book(account_id).account_person) for account_id in tx.account_ids()]
        assert len({person.id_number for person in people}) == ACCOUNTS
        assert all(person.phone.startswith(NO_MOBILE) for person in people)
        assert all(person.id_number.startswith(NOWHERE) for person in people)

    def test_what_is_told_is_what_was_recorded(self, large, accounts) -> None:
        facts = Counter[str]()
        for _, happened, _ in accounts:
            facts.update(happened)
        told = large[1]["payers"]
        assert sum(each["purchase_count"] for each in told) == facts["Purchased"]
        assert sum(each["closed_count"] for each in told) == facts["Closed"]
        assert sum(each["charge_off_count"] for each in told) == facts["ChargedOff"]
        paid = facts["Repaid"] + facts["PaidOff"] + facts["Prepaid"]
        assert sum(each["payment_count"] for each in told) == paid


class TestTheSameSeed:
    def head(self, run, *more: str) -> str:
        return str(run(*SMALL, "--json", *more).data["head"])

    def test_is_the_same_ledger_on_any_day_in_any_language(self, run, monkeypatch) -> None:
        head = self.head(run, "--seed", "7")
        assert self.head(run, "--seed", "7", "--today", "2031-03-09", "--lang", "zh") == head
        monkeypatch.setenv("BAITIAO_OPERATOR", "somebody")
        assert self.head(run, "--seed", "7") == head

    def test_another_one_is_another_ledger_and_so_is_another_end(self, run) -> None:
        heads = {self.head(run, *more) for more in ([], ["--seed", "2"], ["--through", "2026-06-29"])}
        assert len(heads) == 3

    def test_a_copy_of_the_rules_is_the_same_and_a_change_is_another(self, run, tmp_path) -> None:
        from baitiao_cli.scenario.portfolio.rules import SHIPPED

        own = tmp_path / "mine.toml"
        own.write_text(SHIPPED.read_text("utf-8"), "utf-8")
        assert self.head(run, "--rules", str(own)) == self.head(run)
        own.write_text(SHIPPED.read_text("utf-8").replace("weight = 42", "weight = 1"), "utf-8")
        assert self.head(run, "--rules", str(own)) != self.head(run)


class TestTheCommand:
    def test_what_is_kept_can_be_looked_at_and_is_never_written_over(self, run, tmp_path) -> None:
        path = tmp_path / "kept.db"
        made = run(*SMALL, "--keep", str(path))
        assert f"baitiao list --ledger {path} --today 2026-06-30" in made.out
        assert len(run("list", "--ledger", str(path), "--today", "2026-06-30", "--json").data["accounts"]) == 12
        assert run(*SMALL, "--keep", str(path), "--json").error["code"] == "ledger-exists"

    def test_what_is_not_kept_leaves_nothing(self, run, tmp_path) -> None:
        assert "--keep" in run(*SMALL).out
        assert not list(tmp_path.rglob("*.db"))

    @pytest.mark.parametrize(("option", "given"), [("--accounts", "0"), ("--accounts", "100001"), ("--months", "121")])
    def test_a_size_that_none_can_have_is_refused(self, run, option: str, given: str) -> None:
        refused = run("scenario", "generate", option, given, "--json")
        assert (refused.status, refused.error["code"]) == (2, "portfolio-number-outside")
