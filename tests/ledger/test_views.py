"""The views say what the fold of the events says, from the day they are of until the night before the next boundary."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.events import Closed, HoldPlaced, PaidOff, Refunded
from baitiao_cli.account.verbs.close import decide_closing
from baitiao_cli.account.verbs.hold import decide_hold
from baitiao_cli.account.verbs.payoff import decide_payoff, quote_payoff
from baitiao_cli.account.verbs.refund import decide_refund
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.check.rebuild import rebuild_views
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.ledger.views import VIEWS
from baitiao_cli.products.catalogue import find_product

PRODUCTS = [
    ("month", None),
    ("inst", 3),
    ("inst", 12),
    ("free", 3),
    ("daily", 3),
    ("epi", 6),
    ("epp", 6),
    ("defer60", None),
]

verbs = st.one_of(
    st.tuples(st.just("charge"), st.sampled_from(PRODUCTS), st.integers(10_000, 300_000), st.integers(0, 40)),
    st.tuples(st.just("repay"), st.integers(1, 200_000), st.integers(0, 60)),
    st.tuples(st.just("reverse"), st.integers(2, 12)),
    st.tuples(st.just("wait"), st.integers(1, 50)),
    st.tuples(st.just("settle")),
    st.tuples(st.just("refund"), st.integers(1, 4), st.sampled_from([1, 2])),
    st.tuples(st.just("pay off"), st.integers(0, 6)),
    st.tuples(st.just("hold"), st.integers(10_000, 300_000), st.integers(0, 40)),
    st.tuples(st.just("close")),
)


def do(shop, verb: tuple) -> None:
    """Does the verb; what the rules refuse is not done."""
    name, *given_values = verb
    try:
        if name == "charge":
            (product, count), amount_fen, days_ago = given_values
            shop.charge(amount_fen, product, count, on=shop.today - timedelta(days=days_ago))
        elif name == "repay":
            shop.repay(given_values[0], on=shop.today - timedelta(days=given_values[1]))
        elif name == "reverse":
            shop.reverse(f"A1E{given_values[0]}")
        elif name == "refund":
            refund(shop, f"A1P{given_values[0]}", given_values[1])
        elif name == "pay off":
            pay_off(shop, f"A1P{given_values[0]}" if given_values[0] else "")
        elif name == "hold":
            place_hold(shop, *given_values)
        elif name == "close":
            shop.record(decide_closing(shop.account(), Closed()))
        elif name == "wait":
            shop.today += timedelta(days=given_values[0])
        else:
            shop.settle()
    except BaitiaoError as error:
        assert error.status in (3, 4), error


def place_hold(shop, amount_fen: int, days: int) -> None:
    product, account = find_product("month"), shop.account()
    hold = HoldPlaced(
        hold_id=f"A1H{len(account.holds) + 1}",
        amount_fen=amount_fen,
        terms=product.terms(None, "B", date(2026, 1, 1)),
        expires_on=shop.today + timedelta(days=days),
    )
    shop.record(decide_hold(account, product, hold, shop.today))


def pay_off(shop, plan_id: str) -> None:
    account = shop.account()
    payoff = PaidOff(amount_fen=quote_payoff(account, shop.today, plan_id).total_fen, plan_id=plan_id)
    shop.record(decide_payoff(account, payoff, shop.today))


def refund(shop, plan_id: str, share: int) -> None:
    """A share of what was financed: 1 for all of it, 2 for half."""
    account = shop.account()
    financed_fen = account.plans[plan_id].financed_fen if plan_id in account.plans else 1
    wanted = Refunded(plan_id=plan_id, amount_fen=financed_fen // share)
    shop.record(decide_refund(account, wanted, ()))


@pytest.fixture(scope="module")
def opened_ledger(shop_at, tmp_path_factory: pytest.TempPathFactory) -> Path:
    shop = shop_at(Ledger.create(tmp_path_factory.mktemp("opened") / "ledger.db", now="2026-01-05T08:00:00Z"))
    shop.open()
    return shop.path


@given(history=st.lists(verbs, min_size=3, max_size=14))
def test_after_any_history_views_journal_and_bills_are_the_fold(
    opened_ledger: Path, shop_at, tmp_path: Path, history: list
) -> None:
    """Laws 1, 2, 4, 26: `check --full` finds nothing, rebuilding changes nothing, and a list of accounts is right."""
    shop = shop_at(Ledger(Path(shutil.copy(opened_ledger, tmp_path / "ledger.db"))))
    for verb in history:
        do(shop, verb)
    assert check_ledger(shop.ledger, full=True) == []
    before = picture(shop)
    with shop.write() as tx:
        assert rebuild_views(tx) == []
    assert picture(shop) == before
    holds_until_the_boundary(shop)


def picture(shop) -> dict[str, list]:
    return {view.name: shop.rows(f"SELECT * FROM {view.name} ORDER BY {', '.join(view.key)}") for view in VIEWS}


def holds_until_the_boundary(shop) -> None:
    """Every figure of the account's row is that of a fold on each day before `next_boundary_on`."""
    with shop.ledger.read() as tx:
        (row,) = tx.accounts()
        book = tx.book("A1")
    last = min(row.next_boundary_on or date.max, row.settled_through + timedelta(days=45))
    day = row.settled_through
    while day < last:
        now = figures(book.account(day))
        assert (row.next_due_on, row.next_due_fen) == (now.next_due_on, now.next_due_fen), day
        assert (row.used_fen, row.credit_fen, row.status) == (now.used_fen, now.credit_fen, now.status), day
        assert (row.limit_fen, row.held_fen) == (now.limit_fen, now.held_fen), day
        late_days = (day - row.oldest_unpaid_due_on).days if row.oldest_unpaid_due_on else 0
        assert late_days == now.days_past_due, day
        day += timedelta(days=1)


def test_only_rows_that_changed_are_written(busy_shop) -> None:
    with busy_shop.sql() as connection:
        for view in VIEWS:
            connection.execute(
                f"CREATE TRIGGER watch_{view.name} AFTER UPDATE ON {view.name}"
                f" BEGIN INSERT INTO watched VALUES ('{view.name}'); END"
            )
        connection.execute("CREATE TABLE watched (name TEXT)")
    busy_shop.today += timedelta(days=1)
    busy_shop.repay(5_000)
    names = [row["name"] for row in busy_shop.rows("SELECT name FROM watched ORDER BY name")]
    assert names.count("accounts") == 1
    assert 1 <= names.count("installments") <= 2, "one row was paid"
    assert names.count("bills") == 0


def test_installments_say_what_is_asked_and_what_is_left(busy_shop) -> None:
    rows = busy_shop.rows("SELECT * FROM installments WHERE plan_id = 'A1P1' ORDER BY number")
    assert len(rows) == 12
    assert [row["number"] for row in rows if row["is_billed"]] == [1, 2]
    assert sum(row["principal_fen"] for row in rows) == 120_000
    assert all(
        row["outstanding_fen"]
        == row["principal_fen"] + row["interest_fen"] + row["fee_fen"] + row["late_charge_fen"] - row["paid_fen"]
        for row in rows
    )


def test_views_that_were_lost_are_made_again(busy_shop) -> None:
    before = picture(busy_shop)
    with busy_shop.sql() as connection:
        for view in reversed(VIEWS):
            connection.execute(f"DELETE FROM {view.name}")
    assert check_ledger(busy_shop.ledger) != []
    with busy_shop.write() as tx:
        changes = rebuild_views(tx)
    assert [(change.view, change.put_count, change.removed_count) for change in changes] == [
        *(("accounts", 1, 0), ("plans", 2, 0), ("installments", 13, 0), ("bills", 2, 0), ("month_ends", 2, 0)),
    ]
    assert picture(busy_shop) == before
    assert check_ledger(busy_shop.ledger) == []
