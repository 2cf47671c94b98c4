"""Limits: what a review proposes and why, and what was set, with a notice for the customer."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.desk.limits_apply import AppliedLimit, LimitsApplyAnswer
from baitiao_cli.actions.desk.limits_review import LimitsReviewAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.desk import limits as words
from baitiao_cli.messages.desk.assessment import BY_RULES
from baitiao_cli.show.document import Document, csv_table, json_data, table

PROPOSED = "record_id account_id tier limit_fen proposed_fen until_on rule"
BLOCKED = "account_id tier limit_fen proposed_fen rule obstacle"
APPLIED = "record_id proposal_id account_id event_id before_fen limit_fen until_on"


def limits_review_document(answer: LimitsReviewAnswer, as_of: date) -> Document:
    """What is proposed, what is not and why."""
    data = json_data(answer)
    proposed = [line for line in data["lines"] if not line["obstacle"]]
    blocked = [line | {"obstacle": words.OBSTACLES[line["obstacle"]]} for line in data["lines"] if line["obstacle"]]
    title = filled(words.PROPOSED_TITLE, on=answer.effective_on)
    first = proposed[0]["record_id"] if proposed else ""
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            table(PROPOSED, proposed, title=title, quiet="until_on", labels=words.LABELS, is_long=True),
            table(BLOCKED, blocked, title=words.OBSTACLES_TITLE, labels=words.LABELS, is_long=True),
        ],
        notes=[
            *([] if proposed else [words.NOTHING_PROPOSED]),
            filled(BY_RULES, version=answer.rules_version, rules=answer.rules),
        ],
        next_steps=[filled(words.NOT_SET_YET, record_id=first)] if proposed else [],
        csv_table=csv_table(f"{PROPOSED} obstacle", data["lines"]),
    )


def limits_apply_document(answer: LimitsApplyAnswer, as_of: date) -> Document:
    """The limits that were set; of one alone the notice, too."""
    data = json_data(answer)
    notes = [words.NOTHING_APPLIED]
    if answer.applied:
        notes = [*(notice(each, answer.effective_on) for each in answer.applied[:1]), words.NOT_SENT]
        notes = notes if len(answer.applied) == 1 else []
    stale = [{"record_id": record_id} for record_id in answer.stale]
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            table(
                APPLIED, data["applied"], title=words.APPLIED_TITLE, quiet="until_on", labels=words.LABELS, is_long=True
            ),
            table("record_id", stale, title=words.STALE_TITLE, labels=words.LABELS),
        ],
        notes=notes,
        next_steps=[words.TO_NOTIFY] if answer.applied else [],
        csv_table=csv_table(APPLIED, data["applied"]),
    )


def notice(applied: AppliedLimit, on: date) -> Text:
    """The sentence for the customer of a limit that was set."""
    return limit_sentence(applied.before_fen, applied.limit_fen, on, applied.until_on)


def limit_sentence(before_fen: int, limit_fen: int, on: date, until_on: date | None = None) -> Text:
    """The sentence for the customer; it gives the figures, and no reason that would say more than they know."""
    figures = {"on": on, "limit": format_yuan(limit_fen), "before": format_yuan(before_fen)}
    return filled(words.NOTICE_UNTIL, until_on=until_on, **figures) if until_on else filled(words.NOTICE, **figures)
