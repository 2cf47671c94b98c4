"""Scores: of one account line by line, of all, month by month, and held against what came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.terms import TIERS
from baitiao_cli.actions.define import sentences_of
from baitiao_cli.actions.desk.score import ScoreKeepAnswer, ScoreRow
from baitiao_cli.actions.desk.score_apply import ScoreApplyAnswer
from baitiao_cli.actions.desk.score_test import ScoreTest
from baitiao_cli.desk.assessment.scorecard import Scorecard
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.desk import score as words
from baitiao_cli.messages.desk.assessment import BY_RULES
from baitiao_cli.products.catalogue import load_products
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table
from baitiao_cli.show.products import prices_of

SAME_TIER = "same-tier"
APPLIED = "record_id account_id event_id score_id points tier_before tier"
LEFT = "account_id score_id tier scored_tier obstacle"
ROW = "account_id as_of points scored_tier tier"
COUNTED = "scored_tier count"


def score_document(row: ScoreRow, card: Scorecard, rules: str, is_explained: bool) -> Document:
    """The points and the tier of one account; explained, line by line with what each line means, and what it pays."""
    data = json_data(row) | {"rules": rules, "rules_version": card.rules_version}
    title = filled(words.SCORE_TITLE, account_id=row.account_id, as_of=row.as_of)
    tables = [record("points scored_tier tier", data, title=title, labels=words.LABELS)]
    notes = [words.LEDGER_ALONE, filled(BY_RULES, version=card.rules_version, rules=rules)]
    if _differs(row):
        notes.insert(0, filled(words.TIER_DIFFERS, tier=row.tier, scored=row.scored_tier))
    steps = []
    if is_explained:
        tables += [_lines(row), _prices(row)]
    else:
        steps = [filled(words.SEE_LINES, account_id=row.account_id)]
    return Document(
        data=data,
        as_of=row.as_of,
        tables=tables,
        notes=notes,
        next_steps=steps,
        csv_table=csv_table("figure value from until points", data["lines"]),
    )


def _lines(row: ScoreRow) -> Table:
    defined = sentences_of(line.figure for line in row.lines)
    lines = [
        {
            "figure": line.figure,
            "value": line.fired.observed,
            "band": line.fired.limit,
            "points": line.points,
            "sentence": defined[line.figure],
        }
        for line in row.lines
    ]
    totals = {"points": row.points}
    return table(
        "figure value band points sentence", lines, title=words.LINES_TITLE, totals=totals, labels=words.LABELS
    )


def _prices(row: ScoreRow) -> Table:
    """What each product costs somebody of the tier that the score gives, and in how many installments."""
    title = filled(words.PRICES_TITLE, tier=row.scored_tier)
    return table("product_id rate installments", prices_of(load_products().values(), row.scored_tier), title=title)


def scores_document(rows: Sequence[ScoreRow], as_of: date) -> Document:
    """All scores, and how many accounts come to each tier."""
    data = [{key: getattr(row, key) for key in ROW.split()} for row in rows]
    counts = [{"scored_tier": tier, "count": sum(row.scored_tier == tier for row in rows)} for tier in TIERS]
    listed = table(
        "account_id points scored_tier tier",
        data,
        title=filled(words.SCORES_TITLE, as_of=as_of),
        labels=words.LABELS,
        is_long=True,
    )
    counted = table(COUNTED, counts if rows else [], title=words.TIERS_TITLE, labels=words.LABELS)
    return Document(
        data={"scores": data, "tiers": counts},
        as_of=as_of,
        tables=[listed, counted],
        notes=[words.LEDGER_ALONE if rows else words.NO_SCORES],
        csv_table=csv_table(ROW, data),
    )


def score_history_document(rows: Sequence[ScoreRow], as_of: date) -> Document:
    """The score at the end of each month."""
    data = [json_data(row) for row in rows]
    shown = [row | {"on": row["as_of"]} for row in data]
    title = filled(words.HISTORY_TITLE, account_id=rows[-1].account_id) if rows else words.NO_SCORES
    listed = table("on points scored_tier tier", shown, title=title, labels=words.LABELS)
    return Document(
        data={"scores": data},
        as_of=as_of,
        tables=[listed],
        notes=[words.LEDGER_ALONE],
        csv_table=csv_table(ROW, data),
    )


def score_keep_document(answer: ScoreKeepAnswer, as_of: date) -> Document:
    """The scores that were kept, each with its record."""
    data = json_data(answer)
    rows = data["scores"]
    if len(rows) == 1:
        notes = [filled(words.SCORE_KEPT, record_id=rows[0]["record_id"])]
    else:
        notes = [filled(words.SCORES_KEPT, count=len(rows)) if rows else words.NO_SCORES]
    keys = "record_id account_id points scored_tier tier"
    who, differs = rows[0]["account_id"] if len(rows) == 1 else "--all", any(_differs(row) for row in answer.scores)
    listed = table(
        keys, rows, title=filled(words.SCORES_TITLE, as_of=answer.effective_on), labels=words.LABELS, is_long=True
    )
    return Document(
        data=data,
        as_of=as_of,
        tables=[listed],
        notes=[*notes, filled(BY_RULES, version=answer.rules_version, rules=answer.rules)],
        next_steps=[filled(words.TO_APPLY, command=f"baitiao score apply {who} --dry-run")] if differs else [],
        csv_table=csv_table(keys, rows),
    )


def _differs(row: ScoreRow) -> bool:
    return row.tier != row.scored_tier


def score_apply_document(answer: ScoreApplyAnswer, as_of: date) -> Document:
    """The tiers that were set, how many accounts were left out for what, and each that is not in the tier anyway."""
    data = json_data(answer)
    counts = Counter(left.obstacle for left in answer.left)
    counted = [{"obstacle": words.OBSTACLES[code], "count": count} for code, count in counts.items()]
    others = [row for row in data["left"] if row["obstacle"] != SAME_TIER]
    left = [row | {"obstacle": words.OBSTACLES[row["obstacle"]]} for row in others]
    title = filled(words.APPLIED_TITLE, on=answer.effective_on)
    tables = [
        table(APPLIED, data["applied"], title=title, labels=words.LABELS),
        table("obstacle count", counted, title=words.LEFT_TITLE, labels=words.LABELS),
        table(LEFT, left, quiet="score_id scored_tier", labels=words.LABELS),
    ]
    return Document(
        data=data,
        as_of=as_of,
        tables=tables,
        notes=[
            words.OPEN_PLANS_KEEP if answer.applied else words.NOTHING_SET,
            filled(BY_RULES, version=answer.rules_version, rules=answer.rules),
        ],
        csv_table=csv_table(f"{APPLIED} scored_tier obstacle", [*data["applied"], *data["left"]]),
    )


def score_test_document(tested: ScoreTest, as_of: date) -> Document:
    """The bad accounts by tier, and how well the scores told them from the good ones."""
    data = json_data(tested)
    totals = {"count": tested.count, "bad_count": tested.bad_count}
    title = filled(words.TEST_TITLE, as_of=tested.as_of, through=tested.through)
    keys = "scored_tier count bad_count bad_pct points_mean"
    notes: list[Text] = [filled(words.BAD_MEANS, days=tested.bad_days, count=tested.left_out_count)]
    tables = [table(keys, data["tiers"], title=title, totals=totals, labels=words.LABELS)]
    if tested.ks_pct is None:
        notes.append(words.TOO_FEW)
    else:
        tables.append(record("ks_pct auc_pct", data, labels=words.LABELS))
    notes.append(filled(BY_RULES, version=tested.rules_version, rules=tested.rules))
    return Document(data=data, as_of=as_of, tables=tables, notes=notes, csv_table=csv_table(keys, data["tiers"]))
