"""What a rule of the compliance check is shown of an account, and what it says of each thing that it judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event
from baitiao_cli.account.quote import Shown
from baitiao_cli.desk.compliance.history import LimitSeen, PaymentSeen
from baitiao_cli.desk.facts import ContactMade, DeskEntry


class ContactSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A contact on a day: how late the account was then, and how many calls of the person had been answered before."""

    record_id: str
    on: date
    contact: ContactMade
    days_past_due: int
    calls_before: int


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """An account on a day, its events that count by then, and what else is known around it.

    `payments` and `limits` were seen while it was folded. `contacts` are those of the account. `quotes` are the quotes
    that its purchases name, `None` for one that the ledger does not have.
    """

    account: Account
    events: Sequence[Event] = ()
    payments: Sequence[PaymentSeen] = ()
    limits: Sequence[LimitSeen] = ()
    contacts: Sequence[ContactSeen] = ()
    quotes: Mapping[str, Shown | None] = {}


class PersonSeen(msgspec.Struct, frozen=True, kw_only=True):
    """A person with all their lines: the last one and the day on which it was closed, `None` while one is open."""

    person_id: str
    account_id: str
    last_closed_on: date | None
    is_erased: bool


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """What was recorded around reports to a bureau and offers, in the order recorded, and whose account each is."""

    entries: Sequence[DeskEntry]
    person_of: Mapping[str, str]


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a rule judged: what was observed of what, and what is allowed, both as they are told.

    `record_id` is the event or the record of the desk that it is about, `detail` a code for what of it. Where `holds`
    is `None` it cannot be judged by what is in the ledger.
    """

    holds: bool | None
    effective_on: date
    account_id: str = ""
    person_id: str = ""
    plan_id: str = ""
    record_id: str = ""
    number: int | None = None
    detail: str = ""
    observed: str = ""
    allowed: str = ""
