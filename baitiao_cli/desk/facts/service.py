"""Facts of service: what customers ask for, and what they were answered."""

from __future__ import annotations

from datetime import date
from typing import Literal

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.desk.facts.decision import Decision

TicketAbout = Literal["complaint", "question", "dispute", "personal-data", "other"]


class TicketOpened(Decision, frozen=True, tag="ticket-opened"):
    """The customer of an account (the subject) asks for something, which is to be answered by a day."""

    about: TicketAbout
    text: str
    answer_by_on: date


class TicketAnswered(Fact, frozen=True, tag="ticket-answered"):
    """A service request (`D12`) of an account (the subject) was answered; that ends it."""

    ticket_id: str
    text: str
