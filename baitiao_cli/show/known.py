"""What an answer of an earlier moment says of what was known then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from baitiao_cli.calc.dates import shanghai_time
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.labels import AS_KNOWN

if TYPE_CHECKING:
    from baitiao_cli.ledger.knowledge import Knowledge


def known_text(known: Knowledge) -> Text:
    """The last event that was known, and when it was recorded."""
    return filled(
        AS_KNOWN, sequence=known.sequence, event_id=known.event_id, recorded_at=shanghai_time(known.recorded_at)
    )
