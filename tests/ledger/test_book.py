"""Recording a fact: what is refused, what is written, and what the next bill says of it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from baitiao_cli.account.events import BillIssued, Closed, Purchased, Repaid
from baitiao_cli.account.replay import replay
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.products.catalogue import find_product


def refusal(attempt, *args, **kwargs) -> BaitiaoError:
    with pytest.raises(BaitiaoError) as caught:
        attempt(*args, **kwargs)
    assert caught.value.status == 4
    return caught.value


class TestRefusals:
    """Law 9: a refusal gives its true reason and changes nothing."""

    @pytest.fixture(autouse=True)
    def unchanged(self, shop):
        shop.open()
        shop.today = date(2026, 1, 10)
        shop.charge(600_000)
        before = shop.path.read_bytes()
        yield
        assert shop.path.read_bytes() == before

    def test_a_day_that_has_not_come(self, shop) -> None:
        assert refusal(shop.repay, 5, date(2026, 1, 11)).details["today"] == shop.today

    def test_a_day_before_the_account(self, shop) -> None:
        error = refusal(shop.repay, 5, date(2026, 1, 4))
        assert (error.code, error.details["opened_on"]) == ("before-opening", date(2026, 1, 5))

    def test_a_purchase_that_would_make_a_later_one_pass_the_limit(self, shop) -> None:
        error = refusal(shop.charge, 500_000, on=date(2026, 1, 9))
        assert (error.code, error.details["events"]) == ("breaks-later-event", "A1E2")

    def test_a_second_account_of_a_person(self, shop) -> None:
        def open_again() -> None:
            with shop.write() as tx:
                tx.open_account(tx.book("A1").events[0].fact, shop.today)

        assert refusal(open_again).details == {"account_id": "A1"}


def test_a_balance_that_could_not_be_kept_exactly(shop) -> None:
    """Law 6: every amount is an int within bounds."""
    shop.open()
    shop.repay(2**53 - 1)
    before = shop.path.read_bytes()
    with pytest.raises(BaitiaoError, match="amount-too-large"):
        shop.repay(1)
    assert shop.path.read_bytes() == before
    assert check_ledger(shop.ledger) == []


def test_a_refused_fact_leaves_the_rest_of_the_transaction_as_it_was(shop) -> None:
    """`batch` goes on after a refusal, to name them all: what follows must not stand on what was refused."""
    shop.open()
    shop.today = date(2026, 1, 10)
    shop.charge(600_000)
    with shop.write() as tx:
        book = tx.book("A1")
        fact = Purchased(
            plan_id="A1P2", amount_fen=500_000, terms=find_product("month").terms(None, "B", date(2026, 1, 1))
        )
        with pytest.raises(BaitiaoError):
            book.record(fact, date(2026, 1, 9))
        assert book.record(Repaid(amount_fen=5), shop.today).event_id == "A1E3"
        assert book.next_plan_number == 2
    assert check_ledger(shop.ledger) == []


def test_a_reversal_may_leave_more_used_than_the_limit(shop) -> None:
    """Law 8: a cut, a reversal or a returned repayment may pass the limit."""
    shop.open()
    shop.charge(1_000_000)
    shop.today = date(2026, 2, 4)
    paid = shop.repay(1_000_000)
    shop.charge(900_000)
    shop.reverse(paid.event_id)
    account = shop.account()
    assert (account.used_fen, account.available_fen) == (1_900_000, 0)
    assert check_ledger(shop.ledger) == []


class TestOrders:
    def test_an_order_is_one_plan(self, shop) -> None:
        shop.open()
        shop.charge(1_000, merchant="books", order_id="o1")
        error = refusal(shop.charge, 2_000, merchant="books", order_id="o1")
        assert (error.code, error.details["plan_id"]) == ("order-id-used", "A1P1")
        shop.charge(2_000, merchant="phones", order_id="o1")
        shop.charge(2_000, merchant="books")
        shop.charge(2_000, merchant="books")

    def test_a_reversed_purchase_frees_its_order_until_it_comes_back(self, shop) -> None:
        shop.open()
        first = shop.charge(1_000, merchant="books", order_id="o1")
        reversal = shop.reverse(first.event_id)
        shop.charge(1_000, merchant="books", order_id="o1")
        error = refusal(shop.reverse, reversal.event_id)
        assert (error.code, error.details["plan_id"]) == ("order-id-used", "A1P2")

    def test_a_closing_is_not_undone_over_a_newer_account(self, shop) -> None:
        shop.open(id_number="00000019490103002X")
        closing = shop.record(Closed())
        shop.open(id_number="00000019490103002X")
        error = refusal(shop.reverse, closing.event_id)
        assert (error.code, error.details["account_id"]) == ("person-has-account", "A2")


class TestSettling:
    def test_a_bill_is_issued_on_its_day_however_late_it_is_settled(self, shop) -> None:
        shop.open()
        shop.charge(100_000)
        shop.today = date(2026, 2, 20)
        (bill,) = shop.settle()
        assert (bill.event_id, bill.effective_on) == ("A1E3", date(2026, 2, 3))
        assert isinstance(bill.fact, BillIssued)
        assert (bill.fact.number, bill.fact.knew_number, bill.fact.figures.closing_fen) == (1, 2, 100_000)

    def test_settling_again_writes_nothing(self, shop) -> None:
        """Law 25: a day run twice is a no-op."""
        shop.open()
        shop.charge(120_000, "inst", 3)
        shop.today = date(2026, 4, 20)
        assert len(shop.settle()) == 3
        before = shop.path.read_bytes()
        assert shop.settle() == []
        shop.today = date(2026, 4, 10)
        assert shop.settle() == [], "a clock set back changes nothing"
        assert shop.path.read_bytes() == before

    def test_in_steps_is_as_at_once(self, shop, tmp_path) -> None:
        """Law 20: one step = day by day, in figures, journal and bills."""
        shop.open()
        shop.charge(120_000, "epi", 6)
        shop.charge(50_000)
        shop.open(name="韩梅梅")
        shop.charge(120_000, "epi", 6, account_id="A2")
        shop.charge(50_000, account_id="A2")
        for _ in range(100):
            shop.today += timedelta(days=1)
            shop.settle("A1")
        shop.settle("A2")
        journal = [
            shop.rows(
                "SELECT cause, effective_on, replace(plan_id, account_id, '') AS plan, ledger_account, amount_fen"
                f" FROM posting_groups JOIN postings USING (group_number) WHERE account_id = '{account_id}'"
                " AND cause NOT GLOB 'A*E*' ORDER BY effective_on, cause, plan, ledger_account"
            )
            for account_id in ("A1", "A2")
        ]
        assert journal[0] == journal[1] != []
        bills = [
            shop.rows(f"SELECT * FROM bills WHERE account_id = '{account_id}' ORDER BY number")
            for account_id in ("A1", "A2")
        ]
        for bill in bills[0] + bills[1]:
            del bill["account_id"], bill["event_id"]
        assert bills[0] == bills[1] != []

    def test_an_account_is_the_fold_of_its_events_also_right_after_its_bills_were_issued(self, shop) -> None:
        shop.open()
        shop.charge(120_000, "inst", 3)
        shop.today = date(2026, 4, 20)
        with shop.write() as tx:
            book = tx.book("A1")
            book.settle()
            assert book.account(shop.today) == replay(book.events, shop.today)

    def test_a_book_for_reading_cannot_write(self, shop) -> None:
        shop.open()
        with shop.ledger.read() as tx, pytest.raises(AssertionError):
            tx.book("A1").record(Repaid(amount_fen=5), shop.today)


class TestEntriesForAPastDay:
    def story(self, shop, entered_on: date) -> None:
        """1,000.00 bought on 6 January, 400.00 repaid on 20 February, which is entered on `entered_on`."""
        shop.open()
        shop.today = date(2026, 1, 6)
        shop.charge(100_000)
        for today in (date(2026, 2, 3), date(2026, 2, 20), date(2026, 3, 3), date(2026, 3, 10), date(2026, 4, 3)):
            shop.today = today
            shop.settle()
            if today == entered_on:
                shop.repay(40_000, on=date(2026, 2, 20))

    def test_the_journal_gets_one_correcting_group_today(self, shop) -> None:
        self.story(shop, entered_on=date(2026, 3, 10))
        groups = shop.rows("SELECT * FROM posting_groups WHERE cause GLOB 'A1E*' ORDER BY group_number")
        assert [(group["effective_on"], group["posted_on"]) for group in groups] == [
            ("2026-01-06", "2026-01-06"),
            ("2026-02-20", "2026-03-10"),
        ]
        corrected = shop.rows(
            "SELECT ledger_account, sum(amount_fen) AS amount_fen FROM postings"
            f" WHERE group_number = {groups[1]['group_number']} GROUP BY 1"
        )
        sums = {row["ledger_account"]: row["amount_fen"] for row in corrected}
        assert sums["cash"] == 40_000
        assert sums["interest_income"] > 0, "interest on 400.00 from 20 February on is taken back"
        assert sum(sums.values()) == 0

    def test_bills_stay_and_the_next_one_carries_the_adjustment(self, shop) -> None:
        """Laws 26 and 28. The bill of 3 March did not know the repayment; that of 3 April makes up for it."""
        self.story(shop, entered_on=date(2026, 3, 10))
        first, second, third = shop.rows("SELECT * FROM bills ORDER BY number")
        assert first["closing_fen"] == second["opening_fen"] == 100_000
        assert second["repayments_fen"] == second["adjustment_fen"] == 0
        assert third["opening_fen"] == second["closing_fen"]
        assert third["adjustment_fen"] < -40_000, "the repayment and the interest that it saved"
        movements = ("purchases", "interest", "fees", "late_charges", "repayments", "other", "adjustment")
        assert third["closing_fen"] == third["opening_fen"] + sum(third[f"{name}_fen"] for name in movements)

    def test_entered_late_or_in_time_the_account_is_the_same(self, shop, tmp_path) -> None:
        """Law 32: back-dated = in order, apart from issued bills."""
        from baitiao_cli.ledger.store import Ledger

        in_time = type(shop)(Ledger.create(tmp_path / "in-time.db", now="2026-01-05T08:00:00Z"))
        self.story(shop, entered_on=date(2026, 3, 10))
        self.story(in_time, entered_on=date(2026, 2, 20))
        sums = "SELECT plan_id, ledger_account, sum(amount_fen) AS fen FROM postings GROUP BY 1, 2 HAVING fen <> 0"
        assert shop.rows(sums) == in_time.rows(sums)
        for view in ("accounts", "plans", "installments"):
            late, early = shop.rows(f"SELECT * FROM {view}"), in_time.rows(f"SELECT * FROM {view}")
            assert late == early, view
        closing = "SELECT closing_fen FROM bills ORDER BY number DESC LIMIT 1"
        assert shop.rows(closing) == in_time.rows(closing)

    def test_a_reversal_takes_back_all_that_was_booked(self, shop) -> None:
        """Law 31: an event reversed = never happened, in every economic figure."""
        self.story(shop, entered_on=date(2026, 3, 10))
        shop.reverse("A1E2")
        shop.today = date(2026, 5, 3)
        shop.settle()
        sums = "SELECT ledger_account, sum(amount_fen) AS fen FROM postings GROUP BY 1 HAVING fen <> 0"
        assert shop.rows(sums) == [
            {"ledger_account": "cash", "fen": 40_000},
            {"ledger_account": "credit_balance", "fen": -40_000},
        ]
        assert shop.rows("SELECT * FROM plans") == shop.rows("SELECT * FROM installments") == []


def test_an_account_that_was_quiet_for_years_takes_writes(shop) -> None:
    # Opened and repaid in 2020, entered in 2026: nothing has happened since, and nothing is wrong.
    shop.today = date(2020, 1, 1)
    shop.open()
    shop.today = date(2026, 1, 5)
    shop.repay(50_00, on=date(2020, 2, 1))
    shop.today = date(2026, 1, 6)
    shop.charge(100_00)
    assert check_ledger(shop.ledger, full=True) == []
