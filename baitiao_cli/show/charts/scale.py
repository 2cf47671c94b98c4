"""What both ways to draw a chart begin with: the course of a balance, the range of amounts, the words for a picture."""

from __future__ import annotations

from datetime import date

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, filled, listed, papers
from baitiao_cli.show.cells import cell
from baitiao_cli.show.document import Chart, Row


def course(chart: Chart) -> list[tuple[date, int]]:
    """Of "steps": the amount at the end of each day that has a row, by day."""
    ends = {}
    for row in chart.rows:
        on = row[chart.at.key]
        assert isinstance(on, date)
        ends[on] = chart.values(row)[0]
    return sorted(ends.items())


def extent(chart: Chart) -> tuple[int, int]:
    """The least and the most that is drawn, in whole fen; zero is always between them.

    A stack is as long as its amounts together, those below zero on the other side.
    """
    if chart.kind == "stack":
        ends = [sum(part for part in chart.values(row) if part > 0) for row in chart.rows]
        ends += [sum(part for part in chart.values(row) if part < 0) for row in chart.rows]
    else:
        ends = [value for row in chart.rows for value in chart.values(row)]
    return min(0, *ends), max(0, *ends)


def ticks(least_fen: int, most_fen: int, wanted: int = 4) -> list[int]:
    """Round amounts from at most `least_fen` to at least `most_fen`, about `wanted` steps of 1, 2 or 5 apart.

    >>> ticks(0, 643499)
    [0, 200000, 400000, 600000, 800000]
    """
    step = 1
    while (most_fen - least_fen) / step > wanted:
        step = step * 5 // 2 if str(step)[0] == "2" else step * 2
    first, last = least_fen // step, -(-most_fen // step)
    return [at * step for at in range(first, last + 1)]


def told(chart: Chart) -> Text:
    """The picture in words, for those who do not see it: where it begins and ends, or what each part comes to."""
    if chart.kind == "steps":
        points = course(chart)
        course_fen = [amount for _, amount in points]
        return filled(
            papers.STEPS_TOLD,
            first=format_yuan(course_fen[0]),
            first_on=points[0][0],
            last=format_yuan(course_fen[-1]),
            last_on=points[-1][0],
            highest=format_yuan(max(course_fen)),
            lowest=format_yuan(min(course_fen)),
        )
    if chart.kind == "bars":
        labels = [Text(label_of(row, chart, "en"), label_of(row, chart, "zh")) for row in chart.rows]
        amounts = [format_yuan(chart.values(row)[0]) for row in chart.rows]
    else:
        labels = [column.label for column in chart.series]
        amounts = [format_yuan(sum(chart.values(row)[at] for row in chart.rows)) for at in range(len(labels))]
    pairs = zip(labels, amounts, strict=True)
    figures = listed(filled(papers.IN_ALL, label=label, amount=amount) for label, amount in pairs)
    return filled(papers.BARS_TOLD, label=chart.title, figures=figures)


def label_of(row: Row, chart: Chart, language: str) -> str:
    """What a row is called where it stands alone; a bare number has the name of its column before it."""
    label = cell(row.get(chart.at.key), chart.at, language)
    return f"{chart.at.label.in_language(language)} {label}" if label.isdigit() else label
