"""A chart in a terminal, drawn with blocks; series are told apart by their shading, never by colour alone."""

from __future__ import annotations

from datetime import date

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages.labels import MONEY_LABEL
from baitiao_cli.show.cells import cell
from baitiao_cli.show.charts.scale import course, extent
from baitiao_cli.show.document import Chart
from baitiao_cli.show.text import padded, printable, width, wrapped

SHADES = {True: "█▒░▚", False: "#=-."}
"""What a series is drawn with, by whether the reader's encoding has blocks."""
WIDEST, ROWS = 100, 8
EIGHTHS = " ▁▂▃▄▅▆▇█"


def chart_lines(chart: Chart, language: str, columns: int, encoding: str | None = None) -> list[str]:
    """The title and the picture in lines of at most `columns`; in ASCII where the `encoding` has no blocks."""
    blocks = _has_blocks(encoding)
    title = MONEY_LABEL.in_language(language).format(label=chart.title.in_language(language))
    draw = {"steps": _steps, "stack": _bars, "bars": _bars}[chart.kind]
    return [*wrapped(printable(title), columns), *draw(chart, language, min(columns, WIDEST), blocks)]


def _has_blocks(encoding: str | None) -> bool:
    try:
        f"{SHADES[True]}{EIGHTHS}".encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def _bars(chart: Chart, language: str, columns: int, blocks: bool) -> list[str]:
    """A line a row: its label, its amounts behind each other, what they come to; below, what each shade is."""
    labels = [cell(row.get(chart.at.key), chart.at, language) for row in chart.rows]
    sums = [format_yuan(sum(chart.values(row))) for row in chart.rows]
    head = printable(chart.at.label.in_language(language))
    left, right = max(map(width, [head, *labels])), max(map(len, sums))
    room = max(4, columns - left - right - 4)
    _, most = extent(chart)
    lines = [head]
    for row, label, amount in zip(chart.rows, labels, sums, strict=True):
        lengths = _lengths(chart.values(row), room, max(1, most))
        bar = "".join(SHADES[blocks][at % 4] * long for at, long in enumerate(lengths))
        indent = " " * (left - width(label)) if label.isdigit() else ""
        lines.append(f"{padded(indent + label, left)}  {padded(bar, room)}  {amount:>{right}}")
    if len(chart.series) < 2:
        return lines
    names = [printable(column.label.in_language(language)) for column in chart.series]
    named = [f"{SHADES[blocks][at % 4] * 2} {name}" for at, name in enumerate(names)]
    return [*lines, *_side_by_side(named, columns)]


def _lengths(values: list[int], room: int, most: int) -> list[int]:
    """How many columns each amount takes of `room`, which `most` fills; one at least, so that all of them are seen."""
    ends = [round(sum(max(0, value) for value in values[: at + 1]) * room / most) for at in range(len(values))]
    lengths = [end - before for before, end in zip([0, *ends], ends, strict=False)]
    for at, value in enumerate(values):
        if value > 0 and not lengths[at]:
            lengths[at] = 1
            longest = lengths.index(max(lengths))
            lengths[longest] -= lengths[longest] > 1 and sum(lengths) > room
    return lengths


def _side_by_side(parts: list[str], columns: int) -> list[str]:
    """The parts on as few lines as they take."""
    lines = [parts[0]]
    for part in parts[1:]:
        longer = f"{lines[-1]}  {part}"
        if width(longer) <= columns:
            lines[-1] = longer
        else:
            lines.append(part)
    return lines


def _steps(chart: Chart, language: str, columns: int, blocks: bool) -> list[str]:
    """An amount over the days: each column as high as the amount at the end of its days, below zero downwards."""
    points = course(chart)
    least, most = extent(chart)
    names = [format_yuan(amount) for amount in (most, 0, least)]
    left = max(map(len, names))
    room = max(8, columns - left - 2)
    heights = _sampled(points, room)
    # Both sides of zero have a line at least, where there is anything on them.
    below = min(ROWS - (most > 0), max(least < 0, round(-least * ROWS / (most - least))))
    above = ROWS - below
    rows = [_above(heights, most, above, level, blocks) for level in range(above, 0, -1)]
    rows += [_below(heights, least, below, level, blocks) for level in range(1, below + 1)]
    beside = [""] * len(rows)
    beside[-1], beside[0] = names[2], names[0]
    if above > 1 and below:
        beside[above - 1] = names[1]
    first_on, last_on = points[0][0].isoformat(), points[-1][0].isoformat()
    gap = " " * max(1, room - len(first_on) - len(last_on))
    under = first_on if first_on == last_on else first_on + gap + last_on
    return [
        *(f"{name:>{left}}  {row}".rstrip() for name, row in zip(beside, rows, strict=True)),
        " " * (left + 2) + under,
    ]


def _sampled(points: list[tuple[date, int]], room: int) -> list[int]:
    """The amount at the end of each of `room` equal spans of the days."""
    first_on, last_on = points[0][0], points[-1][0]
    days = (last_on - first_on).days + 1
    heights, at = [], 0
    for place in range(room):
        through = (place + 1) * days / room - 1
        while at + 1 < len(points) and (points[at + 1][0] - first_on).days <= through:
            at += 1
        heights.append(points[at][1])
    return heights


def _above(heights: list[int], most: int, rows: int, level: int, blocks: bool) -> str:
    """The line `level` above zero, counted from 1, in eighths of a line."""
    line = ""
    for height in heights:
        eighths = round(max(0, height) * rows * 8 / max(1, most)) or int(height > 0)
        part = min(8, max(0, eighths - (level - 1) * 8))
        line += EIGHTHS[part] if blocks else " #"[part >= 4 or (level == 1 and part > 0)]
    return line


def _below(heights: list[int], least: int, rows: int, level: int, blocks: bool) -> str:
    """The line `level` below zero, in whole lines."""
    depths = [-(-max(0, -height) * rows // -least) for height in heights]
    return "".join(SHADES[blocks][1] if depth >= level else " " for depth in depths)
