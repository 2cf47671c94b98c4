"""A ledger as those above it see it: snapshots, all-or-nothing writes, requests that are answered once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from baitiao_cli.account.events import Repaid
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger

INPUTS = {"verb": "repay", "on": date(2026, 1, 6), "asked": {"amount_fen": 500, "plan_id": ""}}


class TestRequests:
    def test_a_repeated_request_gets_its_first_answer(self, shop) -> None:
        answer = {"event_id": "A1E2", "parts": [1, {"fen": 2}], "none": None}
        with shop.write() as tx:
            assert tx.earlier_answer("r1", INPUTS) is None
            tx.keep_answer("r1", INPUTS, answer)
        with shop.write() as tx:
            assert tx.earlier_answer("r1", dict(reversed(INPUTS.items()))) == answer
            assert tx.earlier_answer("r2", INPUTS) is None

    @pytest.mark.parametrize("change", [{"verb": "payoff"}, {"on": date(2026, 1, 7)}, {"more": ""}])
    def test_other_inputs_are_refused(self, shop, change: dict[str, object]) -> None:
        with shop.write() as tx:
            tx.keep_answer("r1", INPUTS, {})
        with shop.write() as tx, pytest.raises(BaitiaoError) as caught:
            tx.earlier_answer("r1", INPUTS | change)
        assert (caught.value.code, caught.value.status) == ("request-id-reused", 4)

    def test_a_request_that_was_rolled_back_was_never_made(self, shop) -> None:
        with shop.write(dry_run=True) as tx:
            tx.keep_answer("r1", INPUTS, {})
        with shop.write() as tx:
            assert tx.earlier_answer("r1", INPUTS) is None


class TestTransactions:
    def test_a_dry_run_meets_everything_and_leaves_nothing(self, shop) -> None:
        shop.open()
        before, head = shop.path.read_bytes(), shop.head()
        with shop.write(dry_run=True) as tx:
            event = tx.book("A1").record(Repaid(amount_fen=500), shop.today)
            assert tx.book("A1").account(shop.today).credit_fen == 500
            shop.open_in(tx, name="韩梅梅")
        assert event.event_id == "A1E2"
        assert shop.path.read_bytes() == before
        assert shop.head() == head
        with pytest.raises(BaitiaoError, match="date-in-future"), shop.write(dry_run=True) as tx:
            tx.book("A1").record(Repaid(amount_fen=500), date(2026, 1, 6))

    @pytest.mark.parametrize("problem", [RuntimeError, KeyboardInterrupt, BaitiaoError("ledger-busy")])
    def test_an_exception_leaves_nothing(self, shop, problem: type[BaseException]) -> None:
        shop.open()
        before = shop.path.read_bytes()
        with pytest.raises((RuntimeError, KeyboardInterrupt, BaitiaoError)), shop.write() as tx:
            tx.book("A1").record(Repaid(amount_fen=500), shop.today)
            raise problem
        assert shop.path.read_bytes() == before
        shop.repay(500)

    def test_one_transaction_may_hold_many_verbs(self, shop) -> None:
        shop.open()
        with shop.write() as tx:
            shop.open_in(tx, name="韩梅梅")
            for account_id in ("A1", "A2", "A1"):
                tx.book(account_id).record(Repaid(amount_fen=5), shop.today)
            assert tx.book("A1").account(shop.today).credit_fen == 10
        assert len(shop.rows("SELECT * FROM seals")) == 2
        assert [row["event_id"] for row in shop.rows("SELECT event_id FROM events ORDER BY sequence")] == [
            "A1E1",
            "A2E1",
            "A1E2",
            "A2E2",
            "A1E3",
        ]

    def test_a_view_sees_one_moment(self, shop) -> None:
        shop.open()
        with shop.ledger.read() as tx:
            before = tx.accounts()
            # A writer cannot finish while the view looks, so it does not come between two of its questions.
            with ThreadPoolExecutor(1) as pool:
                writing = pool.submit(shop.charge, 5_000)
                assert tx.accounts() == before
                assert tx.book("A1").account(shop.today).used_fen == before[0].used_fen == 0
                tx.connection.execute("ROLLBACK")
                writing.result(10)
        with shop.ledger.read() as tx:
            assert tx.accounts()[0].used_fen == 5_000

    def test_nothing_written_nothing_sealed(self, shop) -> None:
        shop.open()
        before = shop.path.read_bytes()
        with shop.write():
            pass
        assert shop.path.read_bytes() == before


class TestFinding:
    @pytest.mark.parametrize(
        "name", ["", "A2", "a1", "A01", "A1 ", "账户", "\ud800", "A1\x00", "A1' OR '1'='1", "A" * 99]
    )
    def test_what_is_not_there(self, busy_shop, name: str) -> None:
        with busy_shop.ledger.read() as tx:
            for look, code in (
                (tx.book, "account-unknown"),
                (tx.account_of_plan, "plan-unknown"),
                (tx.account_of_event, "event-unknown"),
            ):
                with pytest.raises(BaitiaoError) as caught:
                    look(name)
                assert (caught.value.code, caught.value.status) == (code, 3)

    def test_what_is_there(self, busy_shop) -> None:
        with busy_shop.ledger.read() as tx:
            assert tx.account_of_plan("A1P2") == tx.account_of_event("A1E2") == "A1"
            assert tx.person("P1").name == "李雷"
            (row,) = tx.accounts()
            assert (row.account_id, row.person_id, row.opened_on) == ("A1", "P1", date(2026, 1, 5))

    def test_a_plan_whose_purchase_was_reversed_is_not_there(self, busy_shop) -> None:
        with busy_shop.ledger.read() as tx, pytest.raises(BaitiaoError, match="plan-unknown"):
            tx.account_of_plan("A1P3")

    def test_which_accounts_have_something_to_settle(self, shop) -> None:
        for number in range(1, 12):
            shop.open(name=f"person {number}")
        shop.charge(1_000, account_id="A2")
        shop.charge(1_000, account_id="A10")
        with shop.ledger.read() as tx:
            assert tx.account_ids() == [f"A{number}" for number in range(1, 12)]
            assert tx.account_ids(boundary_through=date(2026, 2, 2)) == []
            assert tx.account_ids(boundary_through=date(2026, 2, 3)) == ["A2", "A10"]


def test_the_same_history_gives_the_same_head(shop_at, tmp_path) -> None:
    """The clock, the operator and the ids are handed in, so nothing in the chain is left to chance."""
    heads = set()
    for name in ("one", "other"):
        shop = shop_at(Ledger.create(tmp_path / name, now=f"2026-01-05T08:00:0{len(name)}Z"))
        assert set(shop.head()) == {"0"}
        shop.open()
        shop.charge(5_000)
        heads.add(shop.head())
    assert len(heads) == 1
