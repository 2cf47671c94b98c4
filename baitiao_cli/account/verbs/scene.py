"""Scenes: how much may be lent for purchases of one kind on a day, or in a month: by a line, and by a product on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec
from msgspec.structs import asdict

from baitiao_cli.account.account import Account
from baitiao_cli.account.terms import PlanTerms, SceneCap
from baitiao_cli.calc.dates import month_end
from baitiao_cli.errors import BaitiaoError


class SceneRoom(msgspec.Struct, frozen=True):
    """What a cap leaves for a scene in the days `[from_on, through_on]`, in fen: `left_fen` may be below zero.

    `product_id` is that of the product whose cap it is, "" for the line's; a scene that is not `allowed` has no room.
    """

    product_id: str
    from_on: date
    through_on: date
    cap_fen: int
    taken_fen: int
    allowed: bool = True

    @property
    def left_fen(self) -> int:
        """What may still be bought."""
        return self.cap_fen - self.taken_fen

    @property
    def refusal(self) -> str:
        """The code of the error that says that this room is too small."""
        code = "scene-cap-exceeded" if self.allowed else "scene-excluded"
        return f"product-{code}" if self.product_id else code


def scene_rooms(account: Account, terms: PlanTerms, scene: str, on: date) -> Iterator[SceneRoom]:
    """What is left for a scene on a day, then in its calendar month; nothing for a scene without caps.

    First of the line, over all purchases, then of the product, over those on the same product; the caps of the product
    are those frozen into `terms`. Counted is what was financed, and what is held now. A purchase that captured a hold
    counts on the day of the hold; refunds give no room back.
    """
    yield from _rooms(account, account.line.scene_caps, "", scene, on)
    yield from _rooms(account, terms.scene_caps, terms.product_id, scene, on)


def _rooms(account: Account, caps: tuple[SceneCap, ...], product_id: str, scene: str, on: date) -> Iterator[SceneRoom]:
    if not caps:
        return
    month = on.replace(day=1), month_end(on)
    for cap in caps:
        if scene != cap.scene:
            continue
        if not cap.allowed:
            yield SceneRoom(product_id, on, on, 0, 0, allowed=False)
        for cap_fen, days in ((cap.per_day_fen, (on, on)), (cap.per_month_fen, month)):
            if cap_fen:
                yield SceneRoom(product_id, *days, cap_fen, _taken_fen(account, product_id, scene, *days))


def _taken_fen(account: Account, product_id: str, scene: str, from_on: date, through_on: date) -> int:
    bought = [plan for plan in account.plans.values() if not plan.converted]  # the others took purchases over
    taken = [(plan.terms, plan.scene, plan.authorised_on, plan.financed_fen) for plan in bought]
    taken += [(hold.terms, hold.scene, hold.placed_on, hold.amount_fen) for hold in account.open_holds]
    return sum(
        fen
        for terms, of_scene, day, fen in taken
        if of_scene == scene and product_id in ("", terms.product_id) and from_on <= day <= through_on
    )


def scene_too_small(account: Account, terms: PlanTerms, scene: str, financed_fen: int, on: date) -> SceneRoom | None:
    """The first room of the scene, in the order of `scene_rooms`, that an amount does not fit in."""
    rooms = scene_rooms(account, terms, scene, on)
    return next((room for room in rooms if financed_fen > room.left_fen), None)


def check_scene(account: Account, terms: PlanTerms, scene: str, financed_fen: int, on: date) -> None:
    """Refuses a purchase or a hold that passes a cap of its scene: of the line, then of the product; the day's first.

    `scene-excluded`, `scene-cap-exceeded`, `product-scene-excluded`, `product-scene-cap-exceeded`.
    """
    if room := scene_too_small(account, terms, scene, financed_fen, on):
        figures = {"amount_fen": financed_fen, "left_fen": max(0, room.left_fen), **asdict(room)}
        raise BaitiaoError(room.refusal, scene=scene, **figures)


def check_scene_allowed(account: Account, scene: str) -> None:
    """Refuses what would be for a scene that the line lends nothing for: `scene-excluded`."""
    if any(cap.scene == scene and not cap.allowed for cap in account.line.scene_caps):
        raise BaitiaoError("scene-excluded", scene=scene)
