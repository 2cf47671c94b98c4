"""`baitiao notify`: notices of limits that the desk set and coupons that it gave, into an outbox."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from baitiao_cli.actions.desk.notify import NOTIFY, NotifyAsked
from baitiao_cli.cli.desk.outbox import run_into_outbox
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import option, path
from baitiao_cli.cli.verbs import builders
from baitiao_cli.desk.collection.reminders import ReminderRules
from baitiao_cli.messages.desk.notices import LOOKING
from baitiao_cli.show.desk.notices import notice_files, notify_document
from baitiao_cli.show.document import Document


def notify_asked(rules: RulesFile = None) -> NotifyAsked:
    """What a run is asked with."""
    read, name = rules_given(rules, "reminders", ReminderRules)
    return NotifyAsked(rules=read, rules_name=name)


builders[NOTIFY.name] = notify_asked


@command("notify", write=True)
def notify_all(
    request: Request,
    out: Annotated[Path | None, option("--out", path, "FOLDER")] = None,
    force: Annotated[bool, option("--force")] = False,
    rules: RulesFile = None,
) -> Document:
    """Writes a notice of each limit that was set and each coupon, once, into a folder."""
    return run_into_outbox(
        *(request, NOTIFY, notify_asked(rules), out),
        force=force,
        looking=LOOKING,
        sent="notices",
        files_of=lambda answer, people: notice_files(answer, people, request.language),
        document=notify_document,
    )
