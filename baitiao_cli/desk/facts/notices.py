"""Facts of notices: what customers were told of, and what of it was an offer."""

from __future__ import annotations

from typing import Literal

from baitiao_cli.desk.facts.collection import Language, ReminderChannel
from baitiao_cli.desk.facts.decision import Decision

NoticeAbout = Literal["limit-raised", "limit-cut", "season-begun", "season-ended", "coupon-granted"]


class NoticeWritten(Decision, frozen=True, kw_only=True, tag="notice-written"):
    """A notice for the customer of an account (the subject) was written; it was not sent. Of each thing is one.

    It is about what another record says (`of_id`, such as D12); what `is_offer` nobody is told who wants no offers.
    """

    of_id: str
    about: NoticeAbout
    is_offer: bool
    channel: ReminderChannel
    language: Language
    send_at: str
