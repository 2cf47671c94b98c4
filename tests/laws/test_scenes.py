"""Law of scenes: no day and no month takes more of a scene than its cap, whatever is back-dated or reversed."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

from hypothesis import given

from baitiao_cli.account.events import HoldPlaced, Purchased
from baitiao_cli.account.verbs.reverse import live_events

from .history import History
from .strategies import HOLDS, histories

LINE_CAPS = {"virtual": (2_000_00, 5_000_00), "travel": (10_000_00, 0)}
PRODUCT_CAPS = {("defer60", "virtual"): (0, 0), ("defer60", "travel"): (3_000_00, 6_000_00)}


@given(
    histories(
        ("buy", "buy", "buy", "reverse", "reverse", "repay", "refund", *HOLDS),
        most_steps=20,
        products=("month", "month", "defer60", "inst"),
    )
)
def test_no_cap_of_a_scene_is_passed(history: History) -> None:
    """From the events alone; a purchase counts on the day of the hold that it captured."""
    events = live_events(history.events)
    held_on = {event.fact.hold_id: event.effective_on for event in events if isinstance(event.fact, HoldPlaced)}
    sums: dict[tuple[str, str, str], int] = defaultdict(int)
    for event in events:
        if isinstance(event.fact, Purchased):
            on = held_on.get(event.fact.hold_id, event.effective_on)
            for product_id, span in product(("", event.fact.terms.product_id), (f"{on}", f"{on:%Y-%m}")):
                sums[product_id, event.fact.scene, span] += event.fact.financed_fen
    for (product_id, scene, span), fen in sums.items():
        if product_id:
            a_day, a_month = PRODUCT_CAPS.get((product_id, scene), (fen, fen))
        else:
            a_day, a_month = LINE_CAPS.get(scene, (fen, fen))
        assert fen <= (a_month or fen if len(span) == 7 and (a_day or a_month) else a_day)
