"""No power cut loses what was acknowledged or damages the ledger, and with other settings it does: the short round."""

from __future__ import annotations

import os

import pytest

from .power import FULL, IMAGES, OFF, control, cut_power
from .vfs import IS_THERE

pytestmark = pytest.mark.skipif(
    not IS_THERE and not os.environ.get("BAITIAO_REQUIRE_TOOLS"), reason="this Python keeps its SQLite to itself"
)

PARTS = range(2)


@pytest.mark.parametrize("part", PARTS)
def test_no_image_lacks_what_was_acknowledged_or_is_damaged(part: int) -> None:
    images = IMAGES["short"] // len(PARTS)
    counts = cut_power(images, seed=part)
    assert (counts["images"], counts["lost"], counts["damaged"]) == (images, 0, 0)
    assert counts["hot"] > images // 10
    assert counts["cut again"] > 0


def test_the_images_show_what_other_settings_lose() -> None:
    assert control(FULL, seed=0)["lost"] > 0
    assert control(OFF, seed=0)["damaged"] > 0
