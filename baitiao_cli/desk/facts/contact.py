"""Facts of contacts: whom of ours somebody spoke with, when, and what about."""

from __future__ import annotations

from typing import Literal

from baitiao_cli.account.events.fact import Fact

Channel = Literal["call", "text", "letter", "visit", "app"]
ContactAbout = Literal["reminder", "collection", "notice", "service"]
ContactOutcome = Literal["reached", "not-reached", "left-word", "refused"]


class ContactMade(Fact, frozen=True, tag="contact-made"):
    """We reached out about an account (the subject): at which time of the day in Shanghai (`21:59`), by what.

    `case_id` is the collection case that it belongs to (`D12`), "" for none; nothing personal is in the note.
    """

    at: str
    channel: Channel
    about: ContactAbout
    outcome: ContactOutcome
    case_id: str = ""
    note: str = ""
