"""Facts of collection: contacts against its rules, how customers want to be reminded, reminders, promises, cases."""

from __future__ import annotations

from datetime import date
from typing import Literal

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.desk.facts.decision import Decision

ReminderChannel = Literal["call", "text", "letter", "app"]
Language = Literal["zh", "en"]
CaseStage = Literal["early", "mid", "late", "legal"]
CaseEnd = Literal["cured", "written-off"]


class ContactAgainstRules(Decision, frozen=True, tag="contact-against-rules"):
    """A contact (`D12`) about an account (the subject) took place although these rules are against it."""

    contact_id: str


class PreferencesStated(Fact, frozen=True, tag="preferences-stated"):
    """How a person (the subject) wants to be reminded, all of it as it is from then on; `None` and "": as is usual.

    Nothing is wanted in the hours `[quiet_from, quiet_until)`, which may pass midnight.
    """

    channel: ReminderChannel | None = None
    language: Language | None = None
    quiet_from: str = ""
    quiet_until: str = ""


class ReminderWritten(Decision, frozen=True, tag="reminder-written"):
    """A reminder of a due date of an account (the subject) was written; it was not sent. Of each due date is one."""

    due_on: date
    amount_fen: int
    channel: ReminderChannel
    language: Language
    send_at: str


class PromiseMade(Fact, frozen=True, tag="promise-made"):
    """The customer of an account (the subject) promises so much, in fen, by a day; of which case (`D12`, "" none).

    `last_sequence` is how many events the ledger had then: only money that was recorded after them can be for it.
    """

    amount_fen: int
    by_on: date
    case_id: str = ""
    note: str = ""
    last_sequence: int = 0


class CaseOpened(Decision, frozen=True, tag="case-opened"):
    """A collection case of an account (the subject) was opened: so many days and so much were late, in that stage."""

    days_past_due: int
    overdue_fen: int
    stage: CaseStage


class CaseClosed(Decision, frozen=True, tag="case-closed"):
    """A collection case (`D12`) of an account (the subject) ended, and why; what was late then."""

    case_id: str
    ended: CaseEnd
    days_past_due: int
    overdue_fen: int
