"""What is drawn without Rich is what Rich draws, letter by letter, in bold or not."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from baitiao_cli.show import drawn as rules
from baitiao_cli.show import terminal
from baitiao_cli.show.document import column
from baitiao_cli.show.drawn import columns_of, drawn
from baitiao_cli.show.folded import console_of, folded_table

KEYS = ("merchant", "amount_fen", "due_on", "number", "simple_pct")
LETTERS = "abc AZ 09.,-%/()[]:…“”·×—é应还金额，。（）：《》ＡＺ～、 👍é\u3000가ｱ①"
TEXTS = st.text(LETTERS, max_size=9) | st.sampled_from(
    ["", "5,999.00", "2026-02-12", "手机店", "[red]x[/red]", ":smile:"]
)


class Terminal(io.StringIO):
    encoding = "utf-8"  # type: ignore[assignment]

    def __init__(self, is_terminal: bool = True) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


def by_rich(width: int, has_bold: bool, *table: Any) -> str:
    stream = Terminal(has_bold)
    console_of(stream, width).print(folded_table(*table))
    return stream.getvalue()


@st.composite
def tables(draw: st.DrawFn) -> tuple[Any, ...]:
    keys = draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4))
    row = st.tuples(*(TEXTS for _ in keys)).map(list)
    heading = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join) | TEXTS
    headings = draw(st.tuples(*(heading for _ in keys)))
    rows = draw(st.lists(row, min_size=1, max_size=3))
    return [column(key) for key in keys], list(headings), rows, draw(st.none() | row), draw(st.sampled_from([2, 1]))


@given(tables(), st.sampled_from([20, 40, 80, 200]), st.booleans())
@example(([column("merchant")], [""], [[""]], None, 2), 80, True)
@example(([column("merchant"), column("number")], ["", "a\nb"], [["", ""]], ["", ""], 1), 80, True)
def test_whatever_is_drawn_is_what_rich_draws(table: tuple[Any, ...], width: int, has_bold: bool):
    own = drawn(*table, width, has_bold)
    if own is not None:
        assert own == by_rich(width, has_bold, *table)


def test_a_usual_table_is_drawn_without_rich():
    columns = [column(key) for key in ("merchant", "due_on", "amount_fen")]
    table = (
        columns,
        ["购物", "Due on", "Amount\n(yuan)"],
        [["手机店（京东）", "2026-02-12", "5,999.00"]],
        ["合计", "", "5,999.00"],
        2,
    )
    assert drawn(*table, 80, True) == by_rich(80, True, *table)
    assert drawn(*table, 20, True) is None


def test_the_letters_whose_width_is_known_are_as_wide_for_rich():
    for first, last, width in rules._WIDTHS:
        assert {code for code in range(first, last + 1) if cell_len(chr(code)) != width} == set()
    assert columns_of("\u0301") is columns_of("\u200b") is columns_of("가") is None


@pytest.mark.parametrize("text", ["", "0", "-3", "61", "x", "007", None])
def test_the_width_of_the_terminal_is_what_shutil_says(monkeypatch, text):
    monkeypatch.delenv("COLUMNS", raising=False)
    if text is not None:
        monkeypatch.setenv("COLUMNS", text)
    assert terminal._columns() == shutil.get_terminal_size().columns


SURROUNDINGS = [
    {}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "unknown"}, {"TERM": ""}, {"TERM": "linux"}, {"FORCE_COLOR": "0"},
    {"FORCE_COLOR": "1", "TERM": "dumb"}, {"FORCE_COLOR": ""}, {"TTY_COMPATIBLE": "0"}, {"TTY_COMPATIBLE": "1"},
    {"COLORTERM": "truecolor", "NO_COLOR": "1"}, {"TTY_INTERACTIVE": "0"}, {"PYTHONIOENCODING": "ascii"},
]  # fmt: skip


@pytest.mark.parametrize("is_terminal", [True, False])
@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=str)
def test_letters_are_bold_where_they_are_for_rich(monkeypatch, surroundings, is_terminal):
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    for name, text in surroundings.items():
        monkeypatch.setenv(name, text)
    stream = Terminal(is_terminal)
    assert terminal._screen(stream).has_bold == (console_of(stream, 80).color_system is not None)


def test_a_command_tells_its_tables_without_rich():
    code = (
        "import sys; from baitiao_cli.cli.main import main; sys.stdout.isatty = lambda: True;"
        "assert main(sys.argv[1:]) == 0; assert not {'rich', 'typer'} & set(sys.modules)"
    )
    asked = ["quote", "1000", "--installments", "3", "--fee", "0.6%", "--on", "2026-01-08", "--lang", "zh"]
    told = subprocess.run([sys.executable, "-c", code, *asked], check=True, capture_output=True, encoding="utf-8")
    assert "─────" in told.stdout
