"""What somebody decides on an item of the review queue."""

from __future__ import annotations

from datetime import date
from typing import Literal

import msgspec

Status = Literal["open", "released", "approved", "declined"]


class Reviewed(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody decided on an item, when, by which record, and why."""

    record_id: str
    review: Status
    reviewed_on: date
    operator: str
    reason: str
    suspension_id: str
    resumption_id: str
