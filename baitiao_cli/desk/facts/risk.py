"""Facts of risk: what was found, which is an item of the review queue, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Literal

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.desk.facts.decision import Decision

Review = Literal["approved", "released", "declined"]


class RiskFound(Decision, frozen=True, tag="risk-found"):
    """A rule on risk fired on an account (the subject), by an event on a day, with the others that count.

    `suspension_id` is the suspension that was made for it: "" when its action is to note it, or none could be made.
    """

    found_on: date
    event_id: str
    evidence: tuple[str, ...]
    risk_action: Literal["note", "hold", "block"]
    warning: str = ""
    suspension_id: str = ""


class RiskReviewed(Fact, frozen=True, tag="risk-reviewed"):
    """Somebody looked at an item (`D12`) of an account (the subject): what they decided, and why.

    `suspension_id` is the suspension for risk that a declined item rests on, `resumption_id` what lifted it otherwise.
    """

    item_id: str
    review: Review
    reason: str
    suspension_id: str = ""
    resumption_id: str = ""
