"""`baitiao prefer`, `remind`: how a customer wants to be reminded, and the reminders of the due dates that come."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

from baitiao_cli.actions.desk.prefer import PREFER, PreferAsked
from baitiao_cli.actions.desk.remind import REMIND, RemindAsked
from baitiao_cli.cli.desk.contacts import time_of_day
from baitiao_cli.cli.desk.outbox import run_into_outbox
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.options import LANGUAGES
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, one_of, option, path
from baitiao_cli.cli.verbs import builders, verb_command
from baitiao_cli.desk.collection.reminders import ReminderRules
from baitiao_cli.desk.facts.collection import Language, ReminderChannel
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.desk.collection import LOOKING_WHO_IS_DUE
from baitiao_cli.show.desk.reminders import outbox_files, prefer_document, remind_document
from baitiao_cli.show.document import Document

CHANNELS = get_args(ReminderChannel)


def hours(text: str) -> tuple[str, str]:
    """Hours of the day, from when until when, over midnight too; `none` is no hours.

    >>> hours("21:00-09:00"), hours("none")
    (('21:00', '09:00'), ('', ''))
    """
    if text == "none":
        return "", ""
    try:
        from_at, until_at = map(time_of_day, text.split("-"))
    except (BaitiaoError, ValueError) as problem:
        raise BaitiaoError("hours-malformed", text=text[:32]) from problem
    if from_at == until_at:
        raise BaitiaoError("hours-malformed", text=text[:32])
    return from_at, until_at


@verb_command(PREFER, prefer_document)
def prefer(
    account_id: Annotated[str, argument("ACCOUNT")],
    channel: Annotated[ReminderChannel | None, option("--channel", one_of(*CHANNELS), "CHANNEL")] = None,
    quiet: Annotated[object | None, option("--quiet", hours, "HOURS")] = None,
    language: Annotated[Language | None, option("--language", one_of(*LANGUAGES), "zh|en")] = None,
) -> PreferAsked:
    """Records how a customer wants to be reminded of due dates."""
    return PreferAsked(account_id=account_id, channel=channel, language=language, quiet=quiet)  # type: ignore[arg-type]


def remind_asked(rules: RulesFile = None) -> RemindAsked:
    """What a run is asked with."""
    read, name = rules_given(rules, "reminders", ReminderRules)
    return RemindAsked(rules=read, rules_name=name)


builders[REMIND.name] = remind_asked


@command("remind", write=True)
def remind_all(
    request: Request,
    out: Annotated[Path | None, option("--out", path, "FOLDER")] = None,
    force: Annotated[bool, option("--force")] = False,
    rules: RulesFile = None,
) -> Document:
    """Writes a reminder of each due date that comes, once, into a folder."""
    return run_into_outbox(
        *(request, REMIND, remind_asked(rules), out),
        force=force,
        looking=LOOKING_WHO_IS_DUE,
        sent="reminders",
        files_of=lambda answer, people: outbox_files(answer, people, request.call.now, request.language),
        document=remind_document,
    )
