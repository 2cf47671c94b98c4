"""What is written for customers, as files of an outbox that people or another program send: a text each, and a list.

People are masked; what is to be sent is in the customer's language, what stands above it in the operator's.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import Any

from baitiao_cli.actions.desk.notify import Notice
from baitiao_cli.actions.desk.remind import Reminder
from baitiao_cli.actions.masking import MaskedPerson
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.desk import collection as texts
from baitiao_cli.messages.desk.records import CODES
from baitiao_cli.show.document import csv_table, json_data
from baitiao_cli.show.output import write_csv
from baitiao_cli.show.person import name_told
from baitiao_cli.show.text import printable

ToSend = Notice | Reminder


def text_file(one: ToSend, body: str, people: Mapping[str, MaskedPerson], language: str) -> tuple[str, str]:
    """The name of the text's file without its ending, and what stands in it."""
    person = people[one.person_id]
    head = (
        texts.HEAD_STATE,
        filled(texts.HEAD_TO, name=_name(person, language), phone=person.phone, account_id=checked(one.account_id)),
        filled(texts.HEAD_BY, channel=CODES["channel"][one.channel], send_on=one.send_on, send_at=one.send_at),
        filled(texts.HEAD_RECORD, record_id=one.record_id),
    )
    lines = [printable(line.in_language(language)).rstrip() for line in head]
    return f"{one.record_id}-{one.account_id}", "\n".join([*lines, "", body, ""])


def list_file(
    name: str, columns: str, sent: Iterable[tuple[ToSend, str]], people: Mapping[str, MaskedPerson], language: str
) -> tuple[str, str]:
    """The list of all that a run wrote, as CSV, with each text; named after its first and its last record."""
    rows: list[dict[str, Any]] = []
    for one, body in sent:
        person = people[one.person_id]
        rows.append(json_data(one) | {"name": _name(person, language), "phone": person.phone, "text": body})
    listed = io.StringIO()
    write_csv(csv_table(f"{columns} name phone text", rows), language, listed)
    return f"{name}-{rows[0]['record_id']}-{rows[-1]['record_id']}.csv", listed.getvalue()


def _name(person: MaskedPerson, language: str) -> str:
    told = name_told(person.name, person.access)
    return told.in_language(language) if isinstance(told, Text) else told
