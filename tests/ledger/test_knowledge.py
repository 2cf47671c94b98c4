"""What the ledger knew: its first so many events, found by number, by event or by the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from baitiao_cli.account.events import Repaid
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger

TODAY = date(2026, 3, 6)
# The clock at each of the five events; it was set back between the third and the fourth.
CLOCK = (
    "2026-01-05T08:00:00Z",
    "2026-01-06T08:00:00.250000Z",
    "2026-01-08T08:00:00.000000Z",
    "2026-01-07T12:00:00Z",
    "2026-01-09T08:00:00+00:00",
)


@pytest.fixture
def ledger(shop) -> Ledger:
    """A1 with a repayment of 1.00, 2.00, 3.00, 4.00 after its opening."""
    ledger = shop.ledger
    for number, now in enumerate(CLOCK):
        with ledger.write(today=TODAY, now=now, operator="tester") as tx:
            if number == 0:
                shop.open_in(tx)
            else:
                tx.book("A1").record(Repaid(amount_fen=number * 100), TODAY)
    return ledger


def known(ledger: Ledger, known_at: int | str | datetime) -> int:
    with ledger.read(known_at=known_at) as tx:
        assert tx.known is not None
        return tx.known.sequence


@pytest.mark.parametrize(
    ("instant", "sequence"),
    [
        ("2026-01-05T08:00:00", 1),  # at the instant of an event it is known
        ("2026-01-06T08:00:00.249999", 1),
        ("2026-01-06T08:00:00.250000", 2),
        ("2026-01-07T11:59:59", 2),
        ("2026-01-07T23:00:00", 2),  # the fourth event was recorded by then, but after the third, which was not
        ("2026-01-08T08:00:00", 4),
        ("2026-01-08T23:00:00", 4),
        ("2026-01-09T08:00:00", 5),
        ("2030-01-01T00:00:00", 5),
    ],
)
def test_an_instant_knows_what_came_before_the_first_event_after_it(ledger, instant, sequence) -> None:
    assert known(ledger, datetime.fromisoformat(instant).replace(tzinfo=UTC)) == sequence


def test_a_clock_set_back_later_changes_no_answer(ledger) -> None:
    instants = [datetime(2026, 1, day, hour, tzinfo=UTC) for day in (5, 6, 7, 8) for hour in (8, 9, 12)]
    before = [known(ledger, instant) for instant in instants]
    with ledger.write(today=TODAY, now="2026-01-05T09:00:00Z", operator="tester") as tx:
        tx.book("A1").record(Repaid(amount_fen=1), TODAY)
    assert [known(ledger, instant) for instant in instants] == before


def test_a_number_and_an_event_id_name_the_last_event(ledger) -> None:
    for number in (1, 2, 5):
        with ledger.read(known_at=number) as tx:
            assert tx.known.event_id == f"A1E{number}"
            assert [event.number for event in tx.book("A1").events] == list(range(1, number + 1))
        assert known(ledger, f"A1E{number}") == number


@pytest.mark.parametrize(
    ("known_at", "code"),
    [
        (0, "nothing-known-yet"),
        (datetime(2026, 1, 5, 7, 59, 59, 999999, tzinfo=UTC), "nothing-known-yet"),
        (6, "known-at-not-reached"),
        ("A1E6", "event-unknown"),
        ("A2E1", "event-unknown"),
    ],
)
def test_a_moment_that_is_none_is_refused(ledger, known_at, code) -> None:
    with pytest.raises(BaitiaoError) as caught, ledger.read(known_at=known_at):
        pass
    assert (caught.value.code, caught.value.status) == (code, 3)


def test_an_empty_ledger_knew_nothing(shop) -> None:
    for known_at in (0, datetime(2026, 1, 5, tzinfo=UTC)):
        with pytest.raises(BaitiaoError, match="nothing-known-yet"), shop.ledger.read(known_at=known_at):
            pass


class TestWhatWasKnown:
    """The busy shop's events: 1 opening, 2 and 3 purchases, 4 and 5 bills, 6 a repayment entered late, 7 a purchase,
    8 its reversal."""

    def test_the_views_of_then_and_not_of_today(self, busy_shop) -> None:
        with busy_shop.ledger.read(known_at=3) as tx:
            (row,) = tx.accounts()
            # 1,200.00 and 1,000.00 bought by 6 January; nothing is known of what came later.
            assert (row.used_fen, row.credit_fen, row.settled_through) == (220_000, 0, date(2026, 1, 6))
            assert tx.account_ids() == ["A1"]
        with busy_shop.ledger.read() as tx:
            assert tx.accounts()[0].used_fen < 220_000

    def test_the_row_of_the_present_is_the_row_of_all_events(self, busy_shop) -> None:
        with busy_shop.ledger.read() as tx:
            now, head = tx.accounts(), tx.head()
        with busy_shop.ledger.read(known_at=8) as tx:
            assert (tx.accounts(), tx.head()) == (now, head)
        with busy_shop.ledger.read(known_at=2) as tx:
            assert tx.head() != head

    def test_a_plan_is_there_from_its_purchase_to_its_reversal(self, busy_shop) -> None:
        with busy_shop.ledger.read(known_at=7) as tx:
            assert tx.account_of_plan("A1P3") == tx.account_of_event("A1E7") == "A1"
        with busy_shop.ledger.read(known_at=8) as tx, pytest.raises(BaitiaoError, match="plan-unknown"):
            tx.account_of_plan("A1P3")
        with busy_shop.ledger.read(known_at=6) as tx:
            for look, asked in ((tx.account_of_plan, "A1P3"), (tx.account_of_event, "A1E7")):
                with pytest.raises(BaitiaoError) as caught:
                    look(asked)
                assert caught.value.code == "not-known-yet"
                assert caught.value.details == {"asked": asked, "known": 6, "sequence": 7}

    def test_an_account_that_came_later(self, busy_shop) -> None:
        busy_shop.open(name="韩梅梅")
        with busy_shop.ledger.read(known_at=8) as tx:
            assert tx.account_ids() == ["A1"]
            with pytest.raises(BaitiaoError, match="not-known-yet: asked=A2 known=8 sequence=9"):
                tx.book("A2")

    @pytest.mark.parametrize("name", ["", "A9", "a1", "账户", "\ud800", "A1' OR '1'='1"])
    def test_what_is_not_there_now_was_not_there_then(self, busy_shop, name) -> None:
        with busy_shop.ledger.read(known_at=5) as tx:
            for look, code in (
                (tx.book, "account-unknown"),
                (tx.account_of_plan, "plan-unknown"),
                (tx.account_of_event, "event-unknown"),
            ):
                with pytest.raises(BaitiaoError, match=code):
                    look(name)
