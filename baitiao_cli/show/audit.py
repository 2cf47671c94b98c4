"""Who did what when: the events of the accounts and the deeds of the audit log, one line each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from baitiao_cli.actions.approval import Rule
from baitiao_cli.actions.audit import AuditView
from baitiao_cli.calc.dates import shanghai_time
from baitiao_cli.ledger.trail import Entry
from baitiao_cli.messages import Text, as_is, filled, happenings, labels, listed, words
from baitiao_cli.show.document import Document, csv_table, json_data, table
from baitiao_cli.show.operators import told_roles, told_rule

KEYS = "recorded_at operator done subject amount_fen"
CSV = "recorded_at operator what subject account_id event_id verb amount_fen reason approved_by"
MORE = 10
"""How many times as many are asked for by the command that shows older ones."""


def audit_document(view: AuditView, as_of: date, last_count: int) -> Document:
    """The entries, the newest last, each with what it was about in words."""
    data = json_data(view)
    rows = [
        row
        | {"recorded_at": _minute(entry.recorded_at), "done": _done(entry), "subject": _subject(entry)}
        | {"amount_fen": entry.amount_fen or None}
        for row, entry in zip(data["entries"], view.entries, strict=True)
    ]
    title = filled(labels.AUDIT_TITLE_OF, about=view.about) if view.about else labels.AUDIT_TITLE
    notes = [] if rows else [labels.NOTHING_DONE]
    days = [(name, on) for name, on in (("--from", view.from_on), ("--through", view.through_on)) if on]
    asked = [*([view.about] if view.about else []), *(f"{name} {on}" for name, on in days)]
    command = " ".join(["baitiao audit", *asked, f"--last {last_count * MORE}"])
    return Document(
        data=data,
        as_of=as_of,
        tables=[table(KEYS, rows, title=title, quiet="amount_fen")],
        notes=notes,
        next_steps=[filled(labels.OLDER_ONES, command=command)] if view.has_older else [],
        csv_table=csv_table(CSV, data["entries"]),
    )


def _minute(instant: str) -> str:
    """The instant on Shanghai's clock without its seconds, which the order tells; JSON and CSV have all of it."""
    return shanghai_time(instant)[:16]


def _subject(entry: Entry) -> Text | str:
    """The event, whose id names its account, or what a deed is about; a kind of approval in words."""
    if entry.what == "approval-set":
        return words.WORDS["approval_kind"].get(entry.subject, as_is(entry.subject))
    return entry.event_id or entry.subject


def _done(entry: Entry) -> Text:
    """What was done, what it says besides, and who agreed."""
    told = [happenings.HAPPENINGS.get(entry.what) or happenings.DEEDS.get(entry.what) or as_is(entry.what)]
    told += _SAID.get(entry.what, _said_of_other)(entry)
    told += [filled(labels.AGREED_BY, approved_by=entry.approved_by)] if entry.approved_by else []
    return listed(told, "; ")


def _said_of_other(entry: Entry) -> list[Text]:
    said = [*(entry.details.get(name) for name in ("reverses", "plan_id")), entry.reason]
    return [as_is(str(text)) for text in said if text]


def _said_of_rule(entry: Entry) -> list[Text]:
    return [told_rule("", Rule(bool(entry.details.get("is_on")), int(entry.details.get("above_fen", 0))))]


def _said_of_proposal(entry: Entry) -> list[Text]:
    """The verb by its name, of which event or account, who asked for it if another decided, and why."""
    of = entry.details.get("event_id") or entry.account_id
    told = [filled(labels.VERB_OF, verb=happenings.PROPOSED[entry.verb], of=of)]
    who = entry.details.get("proposed_by")
    told += [filled(labels.ASKED_BY, proposed_by=who)] if who else []
    return told + ([as_is(entry.reason)] if entry.reason else [])


_SAID: dict[str, Callable[[Entry], list[Text]]] = {
    "operator-set": lambda entry: [told_roles(entry.details.get("roles", ()))],
    "approval-set": _said_of_rule,
    "proposed": _said_of_proposal,
    "approved": _said_of_proposal,
    "declined": _said_of_proposal,
}
