"""Charts: drawn twice from the same rows, as SVG and as blocks; every length is read back and compared with its row."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from baitiao_cli.messages import Text
from baitiao_cli.show.charts.blocks import chart_lines
from baitiao_cli.show.charts.scale import course, extent, ticks, told
from baitiao_cli.show.charts.svg import svg
from baitiao_cli.show.document import chart
from baitiao_cli.show.text import width

TITLE = Text("What was owed", "欠款")
DAYS = [(5, 0), (8, 599900), (8, 600000), (20, 250000), (25, -100000), (31, -100000)]
BALANCES = [{"on": date(2026, 1, day), "balance_fen": fen} for day, fen in DAYS]
ROWS = [
    {"number": 1, "principal_fen": 100000, "interest_fen": 50000, "fee_fen": 0},
    {"number": 2, "principal_fen": 120000, "interest_fen": 30000, "fee_fen": 0},
    {"number": 3, "principal_fen": 149999, "interest_fen": 1, "fee_fen": 0},
]
(STEPS,) = chart("steps", TITLE, "on", "balance_fen", BALANCES)
(STACK,) = chart("stack", TITLE, "number", "principal_fen interest_fen fee_fen", ROWS)
(BARS,) = chart("bars", TITLE, "number", "interest_fen", ROWS)
CHARTS = {"steps": STEPS, "stack": STACK, "bars": BARS}
SVG = "{*}"


def drawing(name: str, language: str = "en") -> ElementTree.Element:
    return ElementTree.fromstring(svg(CHARTS[name], language, "c1"))


def texts(root: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in root.iter("text")]


def fen_at(root: ElementTree.Element, y: float) -> Fraction:
    """The amount that stands at a height, by the lines of the axis and the amounts beside them."""
    lines = [Fraction(line.get("y1")) for line in root.iter("line")]
    amounts = [int(text.get("text").replace(",", "")) * 100 for text in _beside(root, len(lines))]
    slope = (amounts[-1] - amounts[0]) / (lines[-1] - lines[0])
    return amounts[0] + (Fraction(str(y)) - lines[0]) * slope


def _beside(root: ElementTree.Element, count: int) -> list[dict[str, str]]:
    return [{"text": text} for text in texts(root)[:count]]


def test_a_series_that_is_zero_throughout_is_not_drawn_and_nothing_makes_no_chart():
    assert [column.key for column in STACK.series] == ["principal_fen", "interest_fen"]
    assert chart("stack", TITLE, "number", "fee_fen", ROWS) == []
    assert chart("steps", TITLE, "on", "balance_fen", []) == []


def test_of_a_day_its_last_amount_counts():
    assert course(STEPS) == [
        (date(2026, 1, 5), 0),
        (date(2026, 1, 8), 600000),
        (date(2026, 1, 20), 250000),
        (date(2026, 1, 25), -100000),
        (date(2026, 1, 31), -100000),
    ]
    assert extent(STEPS) == (-100000, 600000)
    assert extent(STACK) == (0, 150000)


@pytest.mark.parametrize(("least", "most"), [(0, 1), (0, 99), (0, 643499), (-12345, 777), (-5, 0), (0, 10**15)])
def test_the_axis_has_round_amounts_around_all_that_is_drawn(least, most):
    marks = ticks(least, most)
    assert marks[0] <= least and most <= marks[-1] and 0 in marks and 2 <= len(marks) <= 7
    steps = {after - before for before, after in pairwise(marks)}
    assert len(steps) == 1 and re.fullmatch("[125]0*", str(steps.pop()))


def test_the_line_holds_each_amount_from_its_day_to_the_next():
    root = drawing("steps")
    line = next(path.get("d") for path in root.iter("path") if path.get("fill") == "none")
    moves = re.fullmatch(r"M([0-9.]+) ([0-9.]+)((?:H[0-9.]+V[0-9.]+)+)", line)
    places = [(moves[1], moves[2]), *re.findall(r"H([0-9.]+)V([0-9.]+)", moves[3])]
    for (x, y), (on, fen) in zip(places, course(STEPS), strict=True):
        assert abs(fen_at(root, y) - fen) <= 350  # a tenth of a unit of 170, on an axis of 8,000.00 at most
        share = (Fraction(x) - Fraction(places[0][0])) / (Fraction(places[-1][0]) - Fraction(places[0][0]))
        assert abs(share * 26 - (on - date(2026, 1, 5)).days) < Fraction(1, 50)
    assert texts(root)[-2:] == ["2026-01-05", "2026-01-31"]


def test_a_stack_is_as_high_as_its_amounts_and_tells_what_each_comes_to():
    root = drawing("stack")
    boxes = [box for box in root.iter("rect") if box.get("x")]
    drawn = [abs(fen_at(root, float(box.get("height"))) - fen_at(root, 0)) for box in boxes[:6]]
    for long, fen in zip(drawn, [100000, 50000, 120000, 30000, 149999, 1], strict=True):
        assert abs(long - fen) <= 250
    assert [box.get("fill") for box in boxes[:2]] == ["#1d4e89", "url(#c1-1)"]  # a colour, and a pattern
    assert root.find(f".//{SVG}pattern[@id='c1-1']") is not None
    assert texts(root)[-2:] == ["Principal (yuan): 3,699.99", "Interest (yuan): 800.01"]


def test_bars_are_as_long_as_their_amounts():
    boxes = [float(box.get("width")) for box in drawing("bars").iter("rect")]
    assert boxes[1] / boxes[0] == pytest.approx(0.6, abs=0.005)
    assert texts(drawing("bars"))[:2] == ["No. 1", "500.00"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", CHARTS)
def test_a_drawing_says_in_words_what_it_shows(name, language):
    root = drawing(name, language)
    said = {node.get("id"): node.text for node in root.iter() if node.get("id") in root.get("aria-labelledby").split()}
    assert root.get("role") == "img"
    assert said == {"c1-title": TITLE.in_language(language), "c1-desc": told(CHARTS[name]).in_language(language)}


def test_the_words_for_a_picture():
    assert told(STEPS).en == ("From 0.00 on 2026-01-05 to -1,000.00 on 2026-01-31; highest 6,000.00, lowest -1,000.00.")
    assert told(STACK).en == "What was owed: Principal 3,699.99, Interest 800.01."
    assert told(BARS).zh == "欠款: 期次 1 500.00, 期次 2 300.00, 期次 3 0.01。"


def test_hostile_labels_stay_text():
    rows = [{"merchant": "</svg><script>x</script>\u202e", "interest_fen": 1}]
    (drawn,) = chart("bars", Text("<b>", "<b>"), "merchant", "interest_fen", rows)
    root = ElementTree.fromstring(svg(drawn, "en", "c1"))
    assert {node.tag for node in root.iter()} == {"svg", "title", "desc", "text", "rect"}
    assert texts(root)[0] == "</svg><script>x</script>\\u202e"


class TestBlocks:
    def test_bars_of_a_row_are_as_long_as_its_amounts(self):
        title, head, *lines, legend = chart_lines(STACK, "en", 44)
        assert (title, head) == ("What was owed (yuan)", "No.")
        # 44 columns: 3 for the number, 8 for the amount, 4 between leave 29 for 1,500.00.
        assert [(line.count("█"), line.count("▒")) for line in lines] == [(19, 10), (23, 6), (28, 1)]
        assert lines[0] == f"  1  {'█' * 19}{'▒' * 10}  1,500.00"
        assert legend == "██ Principal  ▒▒ Interest"

    def test_what_is_hardly_anything_is_seen(self):
        rows = [{"number": 1, "interest_fen": 10**9}, {"number": 2, "interest_fen": 1}]
        lines = chart_lines(*chart("bars", TITLE, "number", "interest_fen", rows), "en", 60)
        assert lines[-1].count("█") == 1

    def test_a_balance_over_the_days_reaches_above_and_below_zero(self):
        # 26 + 1 days in 27 columns beside the amounts: one a day. 7 of 8 lines above zero for 6,000.00, one below.
        _, *lines, under = chart_lines(STEPS, "en", 9 + 2 + 27)
        left = [line[:9].strip() for line in lines]
        assert left == ["6,000.00", "", "", "", "", "", "0.00", "-1,000.00"]
        picture = [line[11:].ljust(27) for line in lines]
        assert picture[0] == "   " + "█" * 12 + " " * 12
        # 2,500.00 is 7 / 6,000.00 x 2,500.00 = 2.92 lines: two whole ones and 7/8.
        assert picture[4] == "   " + "█" * 12 + "▇" * 5 + " " * 7
        assert picture[6] == "   " + "█" * 17 + " " * 7
        assert picture[7] == " " * 20 + "▒" * 7
        assert under.split() == ["2026-01-05", "2026-01-31"]

    @pytest.mark.parametrize("encoding", ["gbk", "ascii", "no-such-encoding"])
    def test_without_blocks_it_is_drawn_in_ascii(self, encoding):
        for drawn in CHARTS.values():
            assert "\n".join(chart_lines(drawn, "en", 40, encoding)).isascii()

    @pytest.mark.parametrize("columns", [40, 80, 200])
    @pytest.mark.parametrize("language", ["en", "zh"])
    @pytest.mark.parametrize("name", CHARTS)
    def test_it_fits(self, name, language, columns):
        lines = chart_lines(CHARTS[name], language, columns)
        assert max(map(width, lines)) <= min(columns, 100)

    @pytest.mark.parametrize(("most", "least", "lines_above"), [(1, -(10**6), 1), (10**6, -1, 7), (10**6, 0, 8)])
    def test_each_side_of_zero_has_a_line_where_there_is_anything_on_it(self, most, least, lines_above):
        rows = [{"on": date(2026, 1, 5), "balance_fen": most}, {"on": date(2026, 1, 6), "balance_fen": least}]
        _, *lines, _ = chart_lines(*chart("steps", TITLE, "on", "balance_fen", rows), "en", 40)
        assert len(lines) == 8
        assert [("▒" in line, bool(set("▁▂▃▄▅▆▇█") & set(line))) for line in lines] == [
            (at >= lines_above, at < lines_above and (most > 1 or at == 0)) for at in range(8)
        ]

    def test_only_below_zero(self):
        rows = [{"on": date(2026, 1, 5), "balance_fen": -100}]
        _, *lines, under = chart_lines(*chart("steps", TITLE, "on", "balance_fen", rows), "en", 40)
        assert [line.split()[0] for line in (lines[0], lines[-1])] == ["0.00", "-1.00"]
        assert all("▒" in line for line in lines)
        assert under.strip() == "2026-01-05"
