"""Risk: what was found and why, and the warnings that are read to a customer, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from baitiao_cli.actions.desk.risk import RiskCheck, RiskFinding, RiskView
from baitiao_cli.calc.dates import days_before
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, as_is, filled
from baitiao_cli.messages.desk import risk as texts
from baitiao_cli.show.document import Document, Table, csv_table, json_data, table

FOUND = "account_id rule found_on event_id why action"
FIRES = "rule why action"
CSV = "account_id rule found_on event_id observed threshold window_days action warning"
LANGUAGES = ("zh", "en")


def risk_document(view: RiskView) -> Document:
    """What was found, each with the event that brought it about, and what to read to the customer."""
    data = json_data(view) | _counted(view.findings)
    shown = table(
        FOUND, [finding_row(one) for one in view.findings], title=filled(texts.TITLE, as_of=view.as_of), is_long=True
    )
    from_on = days_before(view.as_of, view.look_back_days - 1)
    notes = [] if view.findings else [filled(texts.NOTHING_FOUND, from_on=from_on, as_of=view.as_of)]
    if view.hour_unknown_count:
        notes.append(filled(texts.HOURS_UNKNOWN, unknown=view.hour_unknown_count, count=view.purchase_count))
    notes.append(filled(texts.RULES_TOLD, version=view.rules_version, days=view.look_back_days))
    first = view.findings[0].account_id if view.findings else ""
    return Document(
        data=data,
        as_of=view.as_of,
        tables=[shown, *warnings_tables(warnings_of(view.findings))],
        notes=notes,
        next_steps=[filled(texts.HISTORY, command=f"baitiao history {first}")] if first else [],
        csv_table=csv_table(CSV, data["findings"]),
    )


def check_document(check: RiskCheck) -> Document:
    """What a purchase would bring to fire."""
    data = json_data(check) | _counted(check.findings)
    title = filled(texts.CHECK_TITLE, amount=format_yuan(check.amount_fen))
    shown = table(FIRES, [finding_row(one) for one in check.findings], title=title)
    return Document(
        data=data,
        as_of=check.as_of,
        tables=[shown, *warnings_tables(warnings_of(check.findings))],
        notes=[] if check.findings else [texts.NOTHING_FIRES],
        csv_table=csv_table(CSV, data["findings"]),
    )


def _counted(findings: Sequence[RiskFinding]) -> dict[str, Any]:
    return {"count": len(findings), "warnings": warnings_data(one.warning for one in findings)}


def finding_row(finding: RiskFinding) -> dict[str, Any]:
    """A finding with why it fired, in words."""
    return json_data(finding) | {
        "why": why_words(finding.rule, finding.observed, finding.threshold, finding.window_days)
    }


def why_words(rule: str, observed: int, threshold: int, window_days: int) -> Text:
    """Why a rule fired: what was observed, in how many days, and from when on it fires."""
    window = texts.DAY if window_days == 1 else filled(texts.DAYS, days=window_days)
    return filled(texts.WHY[rule], observed=observed, threshold=threshold, window=window)


def warnings_of(findings: Sequence[RiskFinding]) -> list[str]:
    """What is to be read to the customer; of several accounts nothing, for it is read to one customer."""
    return [one.warning for one in findings] if len({one.account_id for one in findings}) == 1 else []


def warnings_data(codes: Iterable[str]) -> list[dict[str, str]]:
    """The warnings for programs, each once, in both languages."""
    return [
        {"warning": code, **{language: texts.WARNINGS[code].in_language(language) for language in LANGUAGES}}
        for code in dict.fromkeys(codes)
        if code
    ]


def warnings_tables(codes: Iterable[str]) -> list[Table]:
    """The warnings for people, one under the other in both languages: the customer's may not be the reader's."""
    rows = [
        {"spoken": language, "text": as_is(told[language])} for told in warnings_data(codes) for language in LANGUAGES
    ]
    return [table("spoken text", rows, title=texts.READ_ALOUD)] if rows else []
