"""Law of scenes: no day and no month takes more of a scene than its cap, whatever is back-dated or reversed."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import given

from baitiao_cli.account.events import HoldPlaced, Purchased
from baitiao_cli.account.verbs.reverse import live_events

from .history import History
from .strategies import HOLDS, histories


@given(histories(("buy", "buy", "buy", "reverse", "reverse", "repay", "refund", *HOLDS), most_steps=20))
def test_no_cap_of_a_scene_is_passed(history: History) -> None:
    """From the events alone; a purchase counts on the day of the hold that it captured."""
    events = live_events(history.events)
    held_on = {event.fact.hold_id: event.effective_on for event in events if isinstance(event.fact, HoldPlaced)}
    days: dict[tuple[str, str], int] = defaultdict(int)
    months: dict[tuple[str, str], int] = defaultdict(int)
    for event in events:
        if isinstance(event.fact, Purchased):
            on = held_on.get(event.fact.hold_id, event.effective_on)
            days[event.fact.scene, f"{on}"] += event.fact.financed_fen
            months[event.fact.scene, f"{on:%Y-%m}"] += event.fact.financed_fen
    assert all(fen <= {"virtual": 2_000_00, "travel": 10_000_00}.get(scene, fen) for (scene, _), fen in days.items())
    assert all(fen <= {"virtual": 5_000_00}.get(scene, fen) for (scene, _), fen in months.items())
