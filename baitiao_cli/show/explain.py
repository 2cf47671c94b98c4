"""Explanations: a table for each figure, whose lines sum to it; in JSON exactly, as fractions of a fen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from baitiao_cli.account.views.explain.annual_rate import ExplainedRate
from baitiao_cli.account.views.explain.line import Explained, Line
from baitiao_cli.account.views.explain.standing import ExplainedClass
from baitiao_cli.actions.explain import Explanation
from baitiao_cli.actions.proof import Agreement
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.calc.rates import format_rate
from baitiao_cli.errors import CHECK_FAILED
from baitiao_cli.messages import Text, as_is, columns, filled, labels, rules, words
from baitiao_cli.show.document import Column, Document, Table, json_data, table
from baitiao_cli.show.happening import bill_steps, happening_csv, happening_data, happening_tables
from baitiao_cli.show.rates import percent_of, rate_words

KEYS = "what plan_id event_id from_on until_on nights_count base_fen rate exact_yuan"
QUIET = "plan_id event_id from_on until_on nights_count base_fen rate"
CSV = "figure plan_id number rule kind event_id from_on until_on nights base_fen rate exact amount_fen"
DECIMALS = 6


def explain_document(found: Explanation, as_of: date) -> Document:
    """A table for each figure with its lines; what the oracle says of them, if it was asked."""
    data: dict[str, object] = {
        "account_id": found.account_id,
        "subject_id": found.subject_id,
        "bill": found.bill,
        "payoff": found.payoff,
        "figures": [_figure_data(figure) for figure in found.figures],
    }
    if found.happening:
        data["event"] = happening_data(found.happening)
    if found.rate:
        data["annual_rate"] = _rate_data(found.rate)
    notes = _rate_notes(found.rate) if found.rate else []
    if found.standing:
        data["class"] = json_data(found.standing)
        notes = [_class_note(found.standing)] + ([] if found.standing.is_accruing else [labels.NOT_ACCRUING])
    tables = [*(happening_tables(found.happening) if found.happening else []), *_told(found)]
    if found.agreement:
        data["check"] = _agreement_data(found.agreement)
        notes = [*notes, _agreement_note(found.agreement)]
        tables = [*tables, *_difference_tables(found.agreement)]
    if not (found.figures or found.rate or found.bill or found.payoff or found.happening):
        notes = [*notes, filled(labels.NOTHING_ASKED_OF, subject_id=found.subject_id)]
    if found.is_so_far:
        notes = [*notes, filled(labels.CHARGED_SO_FAR, as_of=as_of)]
    failed = bool(found.agreement and found.agreement.differences)
    status = CHECK_FAILED if failed else 0
    lines = _csv_table(found.figures)
    if found.happening and not found.figures:
        lines = happening_csv(found.happening)
    steps = bill_steps(found.happening, found.account_id) if found.happening else []
    return Document(
        data=data, as_of=as_of, tables=tables, notes=notes, next_steps=steps, status=status, csv_table=lines
    )


def _figure_data(figure: Explained) -> dict[str, Any]:
    return {
        "figure": figure.figure,
        "plan_id": figure.plan_id,
        "number": figure.number,
        "amount_fen": figure.amount_fen,
        "lines": [
            _line_data(line) | {"amount_fen": amount_fen}
            for line, amount_fen in zip(figure.lines, figure.whole_parts, strict=True)
        ],
    }


def _line_data(line: Line) -> dict[str, object]:
    """A line as JSON gives it: `exact` in fen as a fraction ("403/400"); what a line does not have is left out."""
    told = {
        "rule": line.rule,
        "plan_id": line.plan_id,
        "number": line.number,
        "kind": line.kind,
        "event_id": line.event_id,
        "bill": line.bill or None,
        "from_on": line.from_on,
        "until_on": line.until_on,
        "nights": line.nights,
        "base_fen": line.base_fen,
        "rate": format_rate(line.rate) if line.rate else None,
        "share_ppb": line.share_ppb,
        "exact": str(line.exact),
    }
    return {key: value for key, value in told.items() if value is not None}


def _csv_table(figures: Sequence[Explained]) -> Table:
    """All lines of all figures, each with the figure and the row that it is of."""
    of = [{"figure": figure.figure, "plan_id": figure.plan_id, "number": figure.number} for figure in figures]
    rows = [
        of_figure | {key: value for key, value in line.items() if value or key not in of_figure}
        for of_figure, figure in zip(of, figures, strict=True)
        for line in _figure_data(figure)["lines"]
    ]
    columns = [Column(key, as_is(key), "text") for key in CSV.split()]
    return Table(columns, rows)


def _told(found: Explanation) -> list[Table]:
    """A table a figure; the rows of a whole plan are told kind by kind."""
    by_kind: dict[tuple[str, str], list[Explained]] = {}
    for place, figure in enumerate(found.figures):
        is_of_plan = found.is_whole_plan and figure.number
        by_kind.setdefault((figure.figure, figure.plan_id if is_of_plan else str(place)), []).append(figure)
    return [_figure_table(figures, found) for figures in by_kind.values()]


def _figure_table(figures: Sequence[Explained], found: Explanation) -> Table:
    first, amount_fen = figures[0], sum(figure.amount_fen for figure in figures)
    rows = [_row(line, figure, len(figures) > 1) for figure in figures for line in figure.lines]
    if any(row["from_on"] for row in rows):
        rows = [_without_columns(row) for row in rows]  # days, balance and rate leave no room for them
    of = _of(first, found, is_row=len(figures) == 1)
    title = filled(labels.EXPLAINED_TITLE, figure=rules.FIGURES[first.figure], of=of, amount=format_yuan(amount_fen))
    return table(KEYS, rows, title=title, totals={"exact_yuan": format_yuan(amount_fen)}, quiet=QUIET)


def _row(line: Line, figure: Explained, is_among_rows: bool) -> dict[str, object]:
    rate: Text | None = None
    if line.rate:
        rate = rate_words(line.rate.ppb, line.rate.per)
    elif line.share_ppb is not None:
        rate = as_is(f"{percent_of(line.share_ppb)}%")
    return {
        "what": _what(line, figure, is_among_rows),
        "plan_id": line.plan_id or None,
        "event_id": event_told(line.event_id),
        "from_on": line.from_on,
        "until_on": line.until_on,
        "nights_count": line.nights,
        "base_fen": line.base_fen,
        "rate": rate,
        "exact_yuan": exact_yuan(line.exact),
    }


def event_told(event_id: str) -> Text | str | None:
    """The event of a line; what came by itself on a day (`bill 2026-03-03`) in words."""
    cause, _, on = event_id.partition(" ")
    return filled(labels.CAUSES[cause], on=on) if on else event_id or None


def _without_columns(row: dict[str, object]) -> dict[str, object]:
    """The row with its plan told in words, and without its event, which is the plan's."""
    plan_id, what = row["plan_id"], row["what"]
    told = filled(labels.OF_PLAN, plan_id=plan_id, rule=what) if plan_id else what
    return row | {"what": told, "plan_id": None, "event_id": None}


def _what(line: Line, figure: Explained, is_among_rows: bool) -> Text:
    """The rule in words, with the kind of debt and the installment where they say more than the title.

    What is charged on the line is counted by itself, which is the number of no installment and no bill: it is not told.
    """
    number = line.number or (figure.number if is_among_rows else None)
    what = rules.RULES[line.rule]
    if line.kind:
        what = filled(labels.OF_KIND, rule=what, kind=rules.RULES[line.kind])
    if number and (line.plan_id or figure.plan_id):
        what = filled(labels.OF_NUMBER, rule=what, number=number)
    if line.bill:
        what = filled(labels.BY_BILL, rule=what, bill=line.bill)
    return what


def exact_yuan(fen: Fraction) -> str:
    """An exact number of fen as yuan with as many decimals as it has, at least two, at most six ("…" for more).

    >>> exact_yuan(Fraction(100)), exact_yuan(Fraction(403, 4)), exact_yuan(Fraction(1, 3))
    ('1.00', '1.0075', '0.003333…')
    """
    scaled = fen * 10 ** (DECIMALS - 2)
    whole = scaled.numerator // scaled.denominator if scaled >= 0 else -(-scaled.numerator // scaled.denominator)
    more = "…" if whole != scaled else ""
    size = f"{abs(whole):0{DECIMALS + 1}d}"
    decimals = size[-DECIMALS:] if more else size[-DECIMALS:].rstrip("0").ljust(2, "0")
    sign = "-" if scaled < 0 else ""
    return f"{sign}{int(size[:-DECIMALS]):,}.{decimals}{more}"


def _of(figure: Explained, found: Explanation, is_row: bool) -> Text | str:
    """What a figure is of: A1P1, no. 2; bill no. 3 of A1; A1E5."""
    if figure.number and is_row and not figure.plan_id:
        return filled(labels.OF_LINE_ROW, account_id=found.account_id)
    if figure.number and is_row:
        return filled(labels.OF_ROW, plan_id=figure.plan_id, number=figure.number)
    if found.bill:
        return filled(labels.OF_BILL, account_id=found.account_id, number=found.bill)
    return figure.plan_id or found.subject_id


def _rate_data(rate: ExplainedRate) -> dict[str, object]:
    return {
        "simple_pct": rate.annual.simple_pct,
        "compound_pct": rate.annual.compound_pct,
        "step_rate": f"{rate.step_rate:.15f}",
        "steps_a_year": str(rate.steps_a_year),
        "agreed_on": rate.agreed_on,
    }


def _rate_notes(rate: ExplainedRate) -> list[Text]:
    steps = _steps(rate.steps_a_year)
    told = {"step": f"{100 * rate.step_rate:.6f}", "steps": steps}
    simple, compound = rate.annual.simple_pct, rate.annual.compound_pct
    return [
        filled(labels.RATE_OF_A_STEP, span=_span(rate.steps_a_year), **told),
        filled(labels.SIMPLE_RATE, simple=simple, **told),
        filled(labels.COMPOUND_RATE, compound=compound, **told),
        filled(labels.RATE_AS_AGREED, on=rate.agreed_on),
    ]


def _class_note(standing: ExplainedClass) -> Text:
    """Why the account is in its class, in one sentence."""
    told = {
        "loan_class": words.WORDS["class"][standing.loan_class],
        "days": standing.days_past_due,
        "since_on": standing.overdue_since_on,
        "rule": words.WORDS["class_rule"][standing.class_rule],
        "first": standing.first_days,
        "last": standing.last_days,
    }
    if standing.overdue_since_on is None:
        text = labels.CLASS_EASED if standing.eased_on else labels.CLASS_NORMAL
        return filled(text, eased_on=standing.eased_on, **told)
    return filled(labels.CLASS_BECAUSE if standing.last_days else labels.CLASS_BEYOND, **told)


def _steps(steps_a_year: Fraction) -> str:
    """How many steps a year has: 12, or (365/60) for one of 60 days."""
    days = 365 / steps_a_year
    if steps_a_year.denominator == 1:
        return str(steps_a_year)
    return f"(365/{days})" if days.denominator == 1 else f"({steps_a_year})"


def _span(steps_a_year: Fraction) -> Text:
    """How long a step is: a part of a year in whole months or weeks, or else in days."""
    for text, in_a_year in ((labels.STEP_OF_MONTHS, 12), (labels.STEP_OF_WEEKS, 52)):
        count = in_a_year / steps_a_year
        if count.denominator == 1:
            return filled(text, count=count)
    return filled(labels.STEP_OF_DAYS, count=365 / steps_a_year)


def _agreement_data(agreement: Agreement) -> dict[str, object]:
    return {
        "agrees": not agreement.differences,
        "compared_count": agreement.compared_count,
        "differences": [json_data(difference) for difference in agreement.differences],
    }


def _agreement_note(agreement: Agreement) -> Text:
    if agreement.differences:
        return filled(labels.DISAGREES, count=len(agreement.differences), compared=agreement.compared_count)
    return filled(labels.AGREES, compared=agreement.compared_count)


def _difference_tables(agreement: Agreement) -> Sequence[Table]:
    rows = [json_data(difference) for difference in agreement.differences]
    return [table("figure of told recomputed", rows, labels={"of": columns.LABELS["where"]})] if rows else []
