"""Scenes: how much of what a line lends on a day, or in a month, may go to purchases of one kind."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from baitiao_cli.account.account import Account
from baitiao_cli.errors import BaitiaoError


class SceneRoom(NamedTuple):
    """What a cap leaves for a scene in the days `[from_on, through_on]`, in fen: `left_fen` may be below zero."""

    from_on: date
    through_on: date
    cap_fen: int
    taken_fen: int

    @property
    def left_fen(self) -> int:
        """What may still be bought."""
        return self.cap_fen - self.taken_fen


def scene_rooms(account: Account, scene: str, on: date) -> list[SceneRoom]:
    """What is left for a scene on a day and in its calendar month; nothing for a scene without caps.

    Counted is what was financed of its purchases, and what is held for them now. A purchase that captured a hold counts
    on the day of the hold; refunds give no room back.
    """
    month = on.replace(day=1), on.replace(day=monthrange(on.year, on.month)[1])
    rooms = []
    for cap in account.line.scene_caps:
        if scene == cap.scene:
            spans = ((cap.per_day_fen, (on, on)), (cap.per_month_fen, month))
            rooms += [
                SceneRoom(*days, cap_fen, _taken_fen(account, scene, *days)) for cap_fen, days in spans if cap_fen
            ]
    return rooms


def _taken_fen(account: Account, scene: str, from_on: date, through_on: date) -> int:
    plans = [plan for plan in account.plans.values() if plan.scene == scene]
    holds = [hold for hold in account.open_holds if hold.scene == scene]
    bought = sum(plan.financed_fen for plan in plans if from_on <= plan.authorised_on <= through_on)
    return bought + sum(hold.amount_fen for hold in holds if from_on <= hold.placed_on <= through_on)


def check_scene(account: Account, scene: str, financed_fen: int, on: date) -> None:
    """Refuses a purchase or a hold that passes a cap of its scene, that of the day first: `scene-cap-exceeded`."""
    for room in scene_rooms(account, scene, on):
        if financed_fen > room.left_fen:
            figures = {"amount_fen": financed_fen, "left_fen": max(0, room.left_fen), **room._asdict()}
            raise BaitiaoError("scene-cap-exceeded", scene=scene, **figures)
