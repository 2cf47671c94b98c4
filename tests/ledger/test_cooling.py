"""A cooling period in a ledger: the views learn of its end when the account is settled, and the person is free then."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.events import ClosingRequested, ClosingWithdrawn, Opened, Reopened, Reversed
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import WriteTransaction
from tests.laws.history import LINE

from .conftest import Shop

ASKED, ENDS = date(2026, 1, 20), date(2026, 1, 27)
COOL = replace(LINE, cooling_days=7)
ID_NUMBER = "00000019900902123X"


def opened_in(tx: WriteTransaction) -> str:
    person = tx.find_or_add_person("李雷", "", ID_NUMBER)
    opened = Opened(person_id=person.person_id, limit_fen=1_000_000, bill_day=3, tier="B", line=COOL)
    return tx.open_account(opened, tx.today).account_id


@pytest.fixture
def cooling(shop: Shop) -> Shop:
    """A line opened on 5 January that is to be closed on the 27th."""
    with shop.write() as tx:
        opened_in(tx)
    shop.today = ASKED
    shop.record(ClosingRequested(ends_on=ENDS))
    return shop


def told(shop: Shop) -> list[tuple[object, ...]]:
    rows = shop.rows("SELECT account_id, status, closed_on, next_boundary_on FROM accounts ORDER BY number")
    return [tuple(row.values()) for row in rows]


def test_settling_closes_it_on_its_day_and_finds_nothing_more_to_do(cooling: Shop) -> None:
    assert told(cooling) == [("A1", "closing", None, "2026-01-27")]
    cooling.today = date(2026, 2, 10)
    assert cooling.settle() == []  # nothing is recorded: time has passed
    assert told(cooling) == [("A1", "closed", "2026-01-27", None)]
    head = cooling.head()
    assert (cooling.settle(), cooling.head()) == ([], head)
    assert check_ledger(cooling.ledger, full=True) == []


def test_a_late_start_does_what_daily_running_does(cooling: Shop) -> None:
    for day in range(21, 32):
        cooling.today = date(2026, 1, day)
        cooling.settle()
    assert told(cooling) == [("A1", "closed", "2026-01-27", None)]


def test_the_person_is_free_from_that_day_on_settled_or_not(cooling: Shop) -> None:
    cooling.today = date(2026, 1, 26)
    with pytest.raises(BaitiaoError, match="person-has-closing-account: account_id=A1"), cooling.write() as tx:
        opened_in(tx)
    cooling.today = ENDS
    with cooling.write() as tx:
        assert opened_in(tx) == "A2"
    assert [row[:3] for row in told(cooling)] == [("A1", "closed", "2026-01-27"), ("A2", "open", None)]
    assert check_ledger(cooling.ledger, full=True) == []


def test_what_would_bring_the_old_line_back_beside_the_new_one_is_refused(cooling: Shop) -> None:
    cooling.today = ENDS
    with cooling.write() as tx:
        opened_in(tx)
    for fact in (Reversed(event_id="A1E2"), Reopened(limit_fen=1_000_000, tier="B", line=COOL)):
        with pytest.raises(BaitiaoError, match="person-has-account: account_id=A2"):
            cooling.record(fact)
    with pytest.raises(BaitiaoError, match="person-has-account: account_id=A2"):
        cooling.record(ClosingWithdrawn(), date(2026, 1, 22))
    assert check_ledger(cooling.ledger, full=True) == []


def test_an_old_line_is_reopened_when_the_new_one_is_over(cooling: Shop) -> None:
    cooling.today = ENDS
    with cooling.write() as tx:
        opened_in(tx)
    cooling.record(ClosingRequested(ends_on=date(2026, 2, 3)), account_id="A2")
    cooling.today = date(2026, 2, 3)
    cooling.record(Reopened(limit_fen=1_000_000, tier="B", line=COOL))
    assert [row[:3] for row in told(cooling)] == [("A1", "open", None), ("A2", "closed", "2026-02-03")]
    assert check_ledger(cooling.ledger, full=True) == []


def test_a_refused_opening_leaves_the_old_line_as_it_was(cooling: Shop) -> None:
    cooling.today = date(2026, 1, 26)
    head = cooling.head()
    with pytest.raises(BaitiaoError, match="person-has-closing-account"), cooling.write() as tx:
        opened_in(tx)
    assert (cooling.head(), told(cooling)[0][1]) == (head, "closing")
