"""Law 10: hold then release = before; hold then capture = direct purchase. Law 8, while something is held."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from baitiao_cli.account.views.figures import figures, next_boundary_on
from baitiao_cli.errors import BaitiaoError

from .facts import bills_of, economics_of
from .history import PRODUCTS, History
from .strategies import AMOUNTS, histories

products = st.sampled_from(sorted(PRODUCTS))
days = st.integers(0, 29)  # within the life of a hold


def held(history: History, product: str, amount_fen: int) -> str:
    """Places a hold that the account allows, and gives its id."""
    try:
        history.hold(product, amount_fen, PRODUCTS[product].installments[0])
    except BaitiaoError:
        assume(False)
    return f"A1H{history.hold_count}"


@given(histories(), products, st.sampled_from(AMOUNTS), days, st.integers(0, 60))
def test_hold_then_release_is_as_before(history: History, product: str, amount_fen: int, gap: int, later: int) -> None:
    before = deepcopy(history)
    hold_id = held(history, product, amount_fen)
    history.today += timedelta(days=gap)
    history.release(hold_id)
    on = history.today + timedelta(days=later)
    assert economics_of(history.account(on)) == economics_of(before.account(on))
    assert bills_of(history.account(on)) == bills_of(before.account(on))


@given(histories(), products, st.sampled_from(AMOUNTS), st.integers(1, 4), days, st.integers(0, 60))
def test_hold_then_capture_is_a_direct_purchase(
    history: History, product: str, amount_fen: int, part: int, gap: int, later: int
) -> None:
    """Of all that was held or of a part of it, on the terms that a purchase of that day would have."""
    direct = deepcopy(history)
    hold_id = held(history, product, amount_fen)
    history.today += timedelta(days=gap)
    direct.today = history.today
    captured_fen = max(PRODUCTS[product].minimum_amount_fen, amount_fen // part)
    try:
        direct.buy(product, captured_fen, PRODUCTS[product].installments[0])
    except BaitiaoError:
        assume(False)
    history.capture(hold_id, captured_fen)
    on = history.today + timedelta(days=later)
    assert economics_of(history.account(on)) == economics_of(direct.account(on))
    assert bills_of(history.account(on)) == bills_of(direct.account(on))


@given(histories())
def test_what_is_held_changes_by_itself_only_on_a_boundary(history: History) -> None:
    account = history.account()
    boundary = next_boundary_on(account)
    for gap in range(1, 45):
        on = history.today + timedelta(days=gap)
        if boundary is not None and on >= boundary:
            break
        assert figures(history.account(on)).held_fen == account.held_fen
