"""Consents, declared incomes, and the assessment of an account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from baitiao_cli.actions.desk.assess import AssessView
from baitiao_cli.actions.desk.consent import ConsentAnswer
from baitiao_cli.actions.desk.income import IncomeAnswer
from baitiao_cli.messages import Text, filled, labels
from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.messages.desk import assessment as words
from baitiao_cli.messages.labels import NOT_STATED
from baitiao_cli.show.document import Document, Row, Table, csv_table, json_data, record, table

CONSENT = "record_id person_id effective_on purpose is_given was_given how"
INCOME = "record_id person_id effective_on monthly_income_fen monthly_payments_fen"
PAYMENTS = "here_fen elsewhere_fen a_month_fen monthly_income_fen share_pct"
MOST_IN_LOG = 20
"""How many statements about consents are shown; JSON has all."""


def consent_document(answer: ConsentAnswer, as_of: date) -> Document:
    """The consent as it was recorded."""
    data = json_data(answer)
    return Document(
        data=data,
        as_of=as_of,
        tables=[record(CONSENT, told(data), quiet="was_given how", labels=words.LABELS)],
        next_steps=[filled(labels.SEE_IT, command=f"baitiao explain {answer.record_id}")],
    )


def income_document(answer: IncomeAnswer, as_of: date) -> Document:
    """The declaration as it was recorded."""
    data = json_data(answer)
    return Document(
        data=data,
        as_of=as_of,
        tables=[record(INCOME, data, labels=words.LABELS)],
        notes=[filled(words.INCOME_DECLARED, record_id=answer.record_id, declared_on=answer.effective_on)],
        next_steps=[filled(labels.SEE_IT, command=f"baitiao explain {answer.record_id}")],
    )


def assess_document(view: AssessView, as_of: date) -> Document:
    """The opening checks, the consents, the payments beside the declared income, and what the rules warn of."""
    data = json_data(view)
    title = filled(words.CHECKS_TITLE, account_id=view.account_id, person_id=view.person_id)
    checks = [told(check) for check in data["checks"]]
    shown = table("check outcome because", checks, title=title, quiet="because", labels=words.LABELS)
    return Document(
        data=data,
        as_of=as_of,
        tables=[shown, *_consents(data), *_payments(data), _warnings(data)],
        notes=[*_notes(view)],
        next_steps=[words.SEE_RULE] if view.warnings else [],
        csv_table=csv_table("rule observed limit effect", data["warnings"]),
    )


def _consents(data: dict[str, Any]) -> list[Table]:
    stated = [told(row) | ({"is_given": NOT_STATED} if row["is_given"] is None else {}) for row in data["consents"]]
    shown = [_consent_table("purpose is_given since_on how record_id", stated, words.CONSENTS_TITLE)]
    log = data["consent_log"]
    if len(log) > sum(row["is_given"] is not None for row in data["consents"]):
        rows = [told(row) for row in log[-MOST_IN_LOG:]]
        shown.append(_consent_table("since_on purpose is_given how record_id", rows, words.CONSENT_LOG_TITLE))
    return shown


def _consent_table(keys: str, rows: Sequence[Row], title: Text) -> Table:
    return table(keys, rows, title=title, quiet="since_on how record_id", labels=words.LABELS)


def _payments(data: dict[str, Any]) -> list[Table]:
    paid, income = data["payments"], data["income"]
    row = paid | {"monthly_income_fen": income["monthly_income_fen"] if income else NOT_STATED}
    return [
        record(PAYMENTS, row, title=words.PAYMENTS_TITLE, quiet="share_pct", labels=words.LABELS),
        table("from_on until_on amount_fen", paid["months"], title=words.MONTHS_TITLE),
    ]


def told(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row with its codes in words, where they have any."""
    return {key: words.CODES.get(key, {}).get(value, value) for key, value in row.items()}


def fired_table(fired: Sequence[Mapping[str, Any]], page: str, title: Text) -> Table:
    """The rules that fired, each with what its definition on that page says."""
    rows: list[Row] = [{**row, "sentence": definition_of(page, row["rule"]).sentence} for row in fired]
    return table("rule observed limit effect sentence", rows, title=title, quiet="limit effect", labels=words.LABELS)


def _warnings(data: dict[str, Any]) -> Table:
    return fired_table(data["warnings"], "assessment", words.WARNINGS_TITLE)


def _notes(view: AssessView) -> list[Text]:
    if view.income:
        income = view.income
        about = filled(words.INCOME_DECLARED, record_id=income.record_id, declared_on=income.declared_on)
    else:
        about = filled(words.INCOME_MISSING, command=f"baitiao income {view.account_id} YUAN")
    rules = filled(words.BY_RULES, version=view.rules_version, rules=view.rules)
    return [about, *([] if view.warnings else [words.NO_WARNINGS]), words.KNOWN_HERE, rules]
