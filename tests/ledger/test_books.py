"""The journal read back: in order, up to a day, as it was known earlier, and without keeping others waiting."""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.events import Refunded
from baitiao_cli.account.views.books import balances


def sums_of(shop, as_of: date, known_at=None, account_id: str = "") -> dict[str, int]:
    with shop.ledger.read(known_at=known_at) as tx:
        return {name: fen for name, fen in tx.booked(as_of, account_id).sums().items() if fen}


def test_entries_come_by_day_and_sum_to_zero(shop) -> None:
    shop.open()
    shop.charge(300_00, "inst", 3, merchant="Phone shop")
    shop.today = date(2026, 2, 20)
    shop.repay(101_80, on=date(2026, 2, 12))
    shop.record(Refunded(plan_id="A1P1", amount_fen=50_00))
    with shop.ledger.read() as tx:
        found = list(tx.booked(shop.today).entries())
    assert [(str(one.effective_on), one.kind, one.event_id, one.merchant) for one in found] == [
        ("2026-01-05", "purchase-made", "A1E2", "Phone shop"),
        ("2026-02-03", "bill", "", ""),
        ("2026-02-12", "repayment-received", "A1E3", ""),
        ("2026-02-20", "refund-received", "A1E5", "Phone shop"),
    ]
    assert all(sum(line.amount_fen for line in one.lines) == 0 for one in found)
    assert found[1].lines == (("A1P1", "fee_receivable", 1_80), ("A1P1", "fee_income", -1_80))
    # The bill was settled late, on the day of the repayment.
    assert [str(one.posted_on) for one in found] == ["2026-01-05", "2026-02-20", "2026-02-20", "2026-02-20"]


def test_the_journal_of_a_day_is_what_counts_up_to_it(shop) -> None:
    shop.open()
    shop.open(name="韩梅梅")
    shop.charge(300_00)
    shop.charge(50_00, account_id="A2")
    shop.today += timedelta(days=10)
    shop.repay(20_00)
    assert sums_of(shop, shop.today - timedelta(days=1)) == {"principal": 350_00, "merchant_payable": -350_00}
    assert sums_of(shop, shop.today, account_id="A2") == {"principal": 50_00, "merchant_payable": -50_00}
    # Nothing is due yet: the 20.00 are a credit balance.
    assert sums_of(shop, shop.today)["credit_balance"] == -20_00


def test_what_the_journal_said_at_an_earlier_moment_never_changes(shop) -> None:
    shop.open()
    shop.charge(300_00)
    shop.today = date(2026, 1, 20)
    shop.repay(10_00)
    with shop.write() as tx:  # two in one transaction: the first can be asked for alone
        book = tx.book("A1")
        book.record(Refunded(plan_id="A1P1", amount_fen=100_00), shop.today)
        book.record(Refunded(plan_id="A1P1", amount_fen=50_00), shop.today)
    answers = {known: sums_of(shop, shop.today, known) for known in (2, 3, 4, 5)}
    assert [answers[known].get("merchant_refunds", 0) for known in (2, 3, 4, 5)] == [0, 0, 100_00, 150_00]
    shop.reverse("A1E5")
    shop.today = date(2026, 2, 20)
    shop.settle()
    shop.repay(5_00, on=date(2026, 1, 6))
    assert {known: sums_of(shop, date(2026, 1, 20), known) for known in answers} == answers


def test_the_journal_is_what_the_fold_says(busy_shop) -> None:
    account = busy_shop.account()
    booked = sums_of(busy_shop, busy_shop.today, account_id="A1")
    running = {name: fen - booked.get(name, 0) for name, fen in balances(account).items()}
    assert {name for name, fen in running.items() if fen} <= {
        "interest_receivable",
        "interest_income",
        "late_charge_receivable",
        "late_charge_income",
    }


def test_a_look_at_a_copy_keeps_nobody_from_writing_and_sees_nothing_of_it(shop) -> None:
    shop.open()
    shop.charge(300_00)
    with shop.ledger.read_copy() as tx:
        shop.repay(20_00)
        assert tx.booked(shop.today).sums() == {"principal": 300_00, "merchant_payable": -300_00}
        assert [event.event_id for event in tx.book("A1").events] == ["A1E1", "A1E2"]
    assert sums_of(shop, shop.today)["cash"] == 20_00
    assert all(path.name.startswith(shop.path.name) for path in shop.path.parent.iterdir())
