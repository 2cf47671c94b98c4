"""`baitiao contact`, `contacts`: that somebody was contacted, and all contacts."""

from __future__ import annotations

import re
from typing import Annotated, get_args

from baitiao_cli.actions.desk.contact import CONTACT, ContactAsked, list_contacts
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, free_text, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.clock import TIME
from baitiao_cli.desk.collection.contacts import ContactRules
from baitiao_cli.desk.facts.contact import Channel, ContactAbout, ContactOutcome
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.desk.contacts import contact_document, contacts_document
from baitiao_cli.show.document import Document


def time_of_day(text: str) -> str:
    """A time of the day to the minute, HH:MM.

    >>> time_of_day("21:59")
    '21:59'
    """
    if not re.fullmatch(TIME, text):
        raise BaitiaoError("time-malformed", text=text[:32])
    return text


@verb_command(CONTACT, contact_document)
def contact(
    account_id: Annotated[str, argument("ACCOUNT")],
    channel: Annotated[Channel, option("--channel", one_of(*get_args(Channel)), "CHANNEL")],
    about: Annotated[ContactAbout, option("--about", one_of(*get_args(ContactAbout)), "WHAT")],
    at: Annotated[str, option("--at", time_of_day, "HH:MM")],
    outcome: Annotated[ContactOutcome, option("--outcome", one_of(*get_args(ContactOutcome)), "OUTCOME")],
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
    record_anyway: Annotated[bool, option("--record-anyway")] = False,
    rules: RulesFile = None,
) -> ContactAsked:
    """Records that a customer was contacted, and refuses what collection must not do."""
    read, name = rules_given(rules, "contact", ContactRules)
    return ContactAsked(
        account_id=account_id,
        at=at,
        channel=channel,
        about=about,
        outcome=outcome,
        note=note or "",
        record_anyway=record_anyway,
        rules=read,
        rules_name=name,
    )


@view_command("contacts")
def contacts(
    request: Request, tx: ReadTransaction, account_id: Annotated[str | None, argument("ACCOUNT")] = None
) -> Document:
    """Lists who was contacted, when, by what and what about."""
    lines = list_contacts(tx, account_id or "", request.as_of)
    return contacts_document(lines, account_id or "", request.as_of)
