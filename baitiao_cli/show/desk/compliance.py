"""The compliance check: one line a rule, and the rows that break it; of one rule also what it says and its source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from baitiao_cli.actions.desk.compliance import Compliance, RuleLine
from baitiao_cli.errors import CHECK_FAILED, DONE
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.messages.desk import compliance as texts
from baitiao_cli.show.document import Document, Paper, Table, csv_table, json_data, record, table

LINE = "rule title verdict judged_count unjudged_count broken_count"
LINE_CSV = "rule verdict judged_count unjudged_count broken_count source_en source_zh"
BREACH = "rule account_id plan_id record_id number effective_on detail observed allowed"
BREACH_CSV = "rule account_id person_id plan_id record_id number effective_on detail observed allowed"
QUIET = "plan_id record_id number detail observed allowed"
PAGES = {
    "collection-hours": "contact-rules",
    "collection-calls": "contact-rules",
    "report-consent": "bureau",
    "adverse-notice": "bureau",
    "offer-consent": "offers",
}
"""The pages of definitions that explain rules which hold for more than this check."""
MOST_SHOWN = 10
"""How many rows of each rule people are shown, where they asked for no rule in particular."""


def compliance_document(checked: Compliance, rules: str, only: str, as_of: date) -> Document:
    """The rules with their verdicts and what breaks them; exit status 6 when anything does.

    CSV has the rules, and of `only` one the rows that break it.
    """
    title = filled(texts.TITLE, as_of=as_of)
    breaches = [row for line in checked.lines for row in _breaches(line, only)]
    tables = [_of_rule(checked.lines[0], title) if only else _of_all(checked, title)]
    tables.append(table(BREACH, breaches, title=texts.BREACHES, quiet=QUIET, labels=texts.LABELS))
    data = json_data(checked) | {"rules": rules}
    return Document(
        data=data,
        as_of=as_of,
        tables=tables,
        notes=[*_verdict(checked, only), filled(texts.BY_RULES, version=checked.rules_version, rules=rules)],
        next_steps=[] if only else _next_steps(checked),
        csv_table=_csv(checked, only),
        status=CHECK_FAILED if checked.broken_count else DONE,
        paper=Paper(title, title),
    )


def _of_all(checked: Compliance, title: Text) -> Table:
    rows = [_told(line) for line in checked.lines]
    return table(LINE, rows, title=title, quiet="unjudged_count", labels=texts.LABELS)


def _of_rule(line: RuleLine, title: Text) -> Table:
    told = _told(line) | {
        "sentence": definition_of(PAGES.get(line.rule, "compliance"), line.rule).sentence,
        "source": Text(line.source_en, line.source_zh),
    }
    keys = "rule sentence source verdict judged_count unjudged_count broken_count"
    return record(keys, told, title=title, quiet="unjudged_count", labels=texts.LABELS)


def _told(line: RuleLine) -> dict[str, Any]:
    told = {key: getattr(line, key) for key in ("rule", "judged_count", "unjudged_count", "broken_count")}
    return told | {"title": texts.TITLES[line.rule], "verdict": texts.VERDICTS[line.verdict]}


def _breaches(line: RuleLine, only: str) -> Iterator[dict[str, Any]]:
    for finding in line.findings[: None if only else MOST_SHOWN]:
        row = json_data(finding)
        yield row | {"rule": line.rule, "detail": texts.DETAILS.get(row["detail"], row["detail"])}


def _verdict(checked: Compliance, only: str) -> list[Text]:
    if only:
        return []
    if not checked.broken_count:
        return [filled(texts.ALL_HOLD, count=checked.account_count)]
    total = len(checked.lines)
    return [
        filled(texts.SOME_BROKEN, count=checked.broken_count, total=total, accounts=checked.account_count),
        *(
            filled(texts.NOT_SHOWN, count=line.broken_count - MOST_SHOWN, rule=line.rule)
            for line in checked.lines
            if line.broken_count > MOST_SHOWN
        ),
    ]


def _next_steps(checked: Compliance) -> list[Text]:
    broken = next((line.rule for line in checked.lines if line.findings), None)
    return [filled(texts.READ_RULE, rule=broken)] if broken else []


def _csv(checked: Compliance, only: str) -> Table:
    if not only:
        return csv_table(LINE_CSV, [json_data(line) for line in checked.lines])
    rows = [json_data(finding) | {"rule": only} for finding in checked.lines[0].findings]
    return csv_table(BREACH_CSV, rows)
