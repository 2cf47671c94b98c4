"""A chart as inline SVG: it says in words what it shows, and tells its parts apart by pattern as well as by colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.show.cells import cell, heading
from baitiao_cli.show.charts.scale import course, extent, label_of, ticks, told
from baitiao_cli.show.document import Chart, Row
from baitiao_cli.show.page.markup import Markup, element
from baitiao_cli.show.text import width

WIDTH, PLOT_HEIGHT, LINE, FONT_SIZE = 400, 170, 18, 12
LETTER = 6.6  # how wide a column of text is drawn at most
TOP, BOTTOM, RIGHT = 12, 24, 12
INK, FAINT = "#1b1f24", "#c4c9d0"
# By series: the colour of its lines, the ground between them, and what they draw on each square of 6 x 6.
FILLS = (
    ("#1d4e89", "#1d4e89", ""),
    ("#9a4a00", "#ffe3c2", "M0 6 6 0M-1 1 1 -1M5 7 7 5"),
    ("#14633a", "#d9f2e3", "M0 3H6"),
    ("#5b2a86", "#eee3f7", "M3 0V6M0 3H6"),
)


class _Plot(NamedTuple):
    """Where amounts stand: from `left` to `right`, `most_fen` at the top."""

    left: float
    right: float
    least_fen: int
    most_fen: int

    def y(self, fen: int) -> str:
        """The height at which an amount is drawn."""
        return _at(TOP + PLOT_HEIGHT * (self.most_fen - fen) / max(1, self.most_fen - self.least_fen))


def svg(chart: Chart, language: str, name: str) -> Markup:
    """The chart; `name` is its own on the page, from which its ids are made."""
    drawn, height = {"steps": _steps, "stack": _stack, "bars": _bars}[chart.kind](chart, language, name)
    patterns = [_pattern(name, at) for at in range(1, len(chart.series))]
    return element(
        "svg",
        element("title", chart.title.in_language(language), id=f"{name}-title"),
        element("desc", told(chart).in_language(language), id=f"{name}-desc"),
        *([element("defs", *patterns)] if patterns else []),
        *drawn,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        font_size=FONT_SIZE,
        font_family="sans-serif",
        fill=INK,
    )


def _steps(chart: Chart, language: str, name: str) -> tuple[list[Markup], int]:
    """An amount over the days: it holds until the next day that changes it."""
    points = course(chart)
    plot, grid = _axis(chart)
    first_on, last_on = points[0][0], points[-1][0]
    days = max(1, (last_on - first_on).days)
    xs = [_at(plot.left + (plot.right - plot.left) * (on - first_on).days / days) for on, _ in points]
    line = f"M{xs[0]} {plot.y(points[0][1])}"
    line += "".join(f"H{x}V{plot.y(amount)}" for x, (_, amount) in zip(xs[1:], points[1:], strict=True))
    area = f"{line}V{plot.y(0)}H{xs[0]}Z"
    ends = [(plot.left, "start", first_on), (plot.right, "end", last_on)][: 1 + (first_on < last_on)]
    return [
        *grid,
        element("path", d=area, fill=FILLS[0][0], fill_opacity="0.15"),
        element("path", d=line, fill="none", stroke=FILLS[0][0], stroke_width=2),
        *(_text(str(on), x, TOP + PLOT_HEIGHT + LINE, anchor) for x, anchor, on in ends),
    ], TOP + PLOT_HEIGHT + BOTTOM


def _stack(chart: Chart, language: str, name: str) -> tuple[list[Markup], int]:
    """The amounts of each row on each other, the rows beside each other, and what each pattern stands for."""
    plot, grid = _axis(chart)
    each = (plot.right - plot.left) / len(chart.rows)
    bar, every = min(each * 0.8, 32), -(-len(chart.rows) // 12)
    drawn = list(grid)
    for place, row in enumerate(chart.rows):
        middle = plot.left + each * (place + 0.5)
        drawn += _column(chart, row, plot, (middle - bar / 2, bar), name)
        if place % every == 0:
            label = cell(row.get(chart.at.key), chart.at, language)
            drawn.append(_text(label, middle, TOP + PLOT_HEIGHT + LINE, "middle"))
    legend_top = TOP + PLOT_HEIGHT + BOTTOM + 4
    drawn += _legend(chart, language, name, legend_top)
    return drawn, legend_top + LINE * len(chart.series) + 4


def _column(chart: Chart, row: Row, plot: _Plot, place: tuple[float, float], name: str) -> Iterable[Markup]:
    """One row of a stack, at its left end and width."""
    above = below = 0
    for at, amount in enumerate(chart.values(row)):
        base = above if amount >= 0 else below
        ends = plot.y(max(base, base + amount)), plot.y(min(base, base + amount))
        if amount > 0:
            above += amount
        else:
            below += amount
        if amount:
            yield _box(place[0], float(ends[0]), place[1], float(ends[1]) - float(ends[0]), at, name)


def _legend(chart: Chart, language: str, name: str, top: float) -> Iterable[Markup]:
    """What each pattern stands for, with what it comes to in all."""
    for at, column in enumerate(chart.series):
        total = format_yuan(sum(chart.values(row)[at] for row in chart.rows))
        yield _box(12, top + LINE * at, 12, 12, at, name)
        yield _text(f"{heading(column, language)}: {total}", 32, top + LINE * at + 11, "start")


def _bars(chart: Chart, language: str, name: str) -> tuple[list[Markup], int]:
    """One bar a row, with its label before and its amount behind it."""
    labels = [label_of(row, chart, language) for row in chart.rows]
    left = 12 + LETTER * max(map(width, labels)) + 8
    right = WIDTH - RIGHT - LETTER * max(len(format_yuan(chart.values(row)[0])) for row in chart.rows) - 6
    most = max(1, extent(chart)[1])
    drawn = []
    for at, (row, label) in enumerate(zip(chart.rows, labels, strict=True)):
        amount, middle = chart.values(row)[0], TOP + 24 * at + 12
        long = max(0.0, (right - left) * amount / most)
        drawn += [
            _text(label, left - 8, middle + 4, "end"),
            _box(left, middle - 8, long, 16, 0, name),
            _text(format_yuan(amount), left + long + 6, middle + 4, "start"),
        ]
    return drawn, TOP + 24 * len(labels) + 4


def _axis(chart: Chart) -> tuple[_Plot, list[Markup]]:
    """Round amounts up the left side, with a line each across the plot; that of zero is drawn darker."""
    marks = ticks(*extent(chart))
    labels = [format_yuan(mark) for mark in marks]
    if all(label.endswith(".00") for label in labels):
        labels = [label.removesuffix(".00") for label in labels]
    plot = _Plot(8 + LETTER * max(map(len, labels)) + 6, WIDTH - RIGHT, marks[0], marks[-1])
    lines = []
    for mark, label in zip(marks, labels, strict=True):
        y, ink = plot.y(mark), FAINT if mark else INK
        lines += [
            element("line", x1=_at(plot.left), x2=_at(plot.right), y1=y, y2=y, stroke=ink),
            _text(label, plot.left - 6, float(y) + 4, "end"),
        ]
    return plot, lines


def _pattern(name: str, at: int) -> Markup:
    ink, ground, lines = FILLS[at % len(FILLS)]
    return element(
        "pattern",
        element("rect", width=6, height=6, fill=ground),
        element("path", d=lines, stroke=ink, stroke_width="1.5", fill="none"),
        id=f"{name}-{at}",
        patternUnits="userSpaceOnUse",
        width=6,
        height=6,
    )


def _box(x: float, y: float, across: float, down: float, at: int, name: str) -> Markup:
    """A filled rectangle of series `at`."""
    fill = f"url(#{name}-{at})" if at else FILLS[0][1]
    edge = FILLS[at % len(FILLS)][0]
    return element("rect", x=_at(x), y=_at(y), width=_at(across), height=_at(down), fill=fill, stroke=edge)


def _text(said: str, x: float, y: float, anchor: str) -> Markup:
    return element("text", said, x=_at(x), y=_at(y), text_anchor=anchor)


def _at(place: float) -> str:
    """A place on the drawing, to a tenth."""
    return f"{place:.1f}".removesuffix(".0")
