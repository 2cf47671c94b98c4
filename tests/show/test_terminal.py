"""Tables on a terminal: at any width every figure is whole, and columns stand straight in both languages."""

from __future__ import annotations

import io
from datetime import date

import pytest
from rich.cells import cell_len

from baitiao_cli.show.document import Document, table
from baitiao_cli.show.output import plain_text
from baitiao_cli.show.terminal import write_tables

BIG = ["quote", "90071992547409.91", "--installments", "3", "--fee", "0.6%", "--on", "2024-01-12"]
SMALL = ["quote", "6999", "--product", "inst", "--installments", "3", "--down-payment", "20%", "--on", "2026-01-12"]


@pytest.mark.parametrize("columns", [24, 40, 79, 80, 120, 200])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("quote", [BIG, SMALL])
def test_no_figure_is_cut_at_any_width(run, on_terminal, columns, language, quote):
    figures = {f"{row[key] / 100:,.2f}" for row in run(*SMALL, "--json").data["rows"] for key in row if "fen" in key}
    if quote is BIG:
        figures = {"90,071,992,547,409.91", "30,023,997,515,803.30", "540,431,955,284.46"}
    shown = on_terminal(columns, *quote, "--lang", language)
    assert figures <= set(shown.split())
    assert "…" not in shown
    assert all(cell_len(line) <= columns for line in shown.splitlines())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_usual_schedule_is_a_table_on_80_columns_and_records_on_40(on_terminal, language):
    assert "─────" in on_terminal(80, *SMALL, "--lang", language)
    shown = on_terminal(40, *SMALL, "--lang", language)
    label = {"en": "Principal left (yuan)  3,732.80", "zh": "剩余本金(元)  3,732.80"}[language]
    assert label in shown


def test_money_ends_in_one_column_of_the_screen(on_terminal):
    shown = on_terminal(80, *SMALL, "--lang", "zh").partition("─\n")[2]
    rows = [line for line in shown.splitlines() if "2026-" in line]
    assert len(rows) == 4
    assert len({cell_len(row.rstrip()) for row in rows}) == 1


def test_markup_in_names_is_shown_and_not_obeyed():
    document = Document(
        data={}, as_of=date(2026, 1, 1), tables=[table("name", [{"name": "[red]x[/red][/oops] :smile:"}])]
    )
    stream = io.StringIO()
    write_tables(document, "en", stream)
    assert "[red]x[/red][/oops] :smile:" in stream.getvalue()


@pytest.mark.parametrize("columns", range(26, 40))
def test_no_line_of_a_cell_begins_with_what_ends_another(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    told = "日期推移: 按日利息与违约金、转为逾期"  # 36 columns wide
    document = Document(
        data={}, as_of=date(2026, 1, 1), tables=[table("merchant amount_fen", [{"merchant": told, "amount_fen": 1}])]
    )
    stream = io.StringIO()
    write_tables(document, "zh", stream)
    shown = stream.getvalue().replace("0.01", "")
    assert not [line for line in shown.splitlines() if line.startswith(("、", ","))]
    assert "".join(shown.split()).endswith(told.replace(" ", ""))


def test_where_rows_do_not_fit_the_first_records_of_a_long_table_are_shown(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    rows = [{"account_id": f"A{number}", "owed_fen": 10**9} for number in range(1, 31)]
    stream = io.StringIO()
    write_tables(
        Document(data={}, as_of=date(2026, 1, 1), tables=[table("account_id owed_fen", rows, is_long=True)]),
        "en",
        stream,
    )
    assert stream.getvalue().count("10,000,000.00") == 20
    assert "Lines not shown here: 10." in " ".join(stream.getvalue().split())


@pytest.mark.parametrize(("count", "shown", "left"), [(100, 100, None), (101, 100, "1"), (1_300, 100, "1,200")])
def test_a_terminal_shows_the_first_lines_of_a_long_table_and_says_how_many_more_there_are(count, shown, left) -> None:
    rows = [{"account_id": f"A{number}", "owed_fen": 1} for number in range(1, count + 1)]
    long = table("account_id owed_fen", rows, totals={"owed_fen": count}, is_long=True)
    stream = io.StringIO()
    write_tables(Document(data={}, as_of=date(2026, 1, 1), tables=[long]), "en", stream)
    lines = [line.split() for line in stream.getvalue().splitlines()]
    assert [line[0] for line in lines if line and line[0].startswith("A") and line[0] != "Account"] == [
        row["account_id"] for row in rows[:shown]
    ]
    assert ["Total", f"{count / 100:.2f}"] in lines  # of all of them
    assert (f"Lines not shown here: {left}." in stream.getvalue()) == (left is not None)
    assert len(plain_text(Document(data={}, as_of=date(2026, 1, 1), tables=[long]), "en", "utf-8").splitlines()) > count


@pytest.mark.parametrize(("columns", "left_out"), [(60, ""), (50, "Class"), (28, "Limit, Class"), (20, None)])
def test_a_narrow_terminal_leaves_out_what_can_be_spared_before_rows_become_records(
    monkeypatch, columns, left_out
) -> None:
    """The account, a name and a debt are always there."""
    monkeypatch.setenv("COLUMNS", str(columns))
    row = {"account_id": "A1", "name": "Wu", "owed_fen": 10**7, "limit_fen": 2 * 10**8, "class": "special mention"}
    spared = table(
        "account_id name owed_fen limit_fen class", [row], totals={"owed_fen": 10**7}, spare="class limit_fen"
    )
    stream = io.StringIO()
    write_tables(Document(data={}, as_of=date(2026, 1, 1), tables=[spared]), "en", stream)
    shown = stream.getvalue()
    told = " ".join(shown.split())
    assert "100,000.00" in shown
    if left_out is None:
        assert "special mention" in told
        assert "left out" not in told
    else:
        assert ("Columns left out for want of room: " + left_out in told) == bool(left_out)
        assert ("2,000,000.00" in shown) == ("Limit" not in left_out)
    assert max(map(len, shown.splitlines())) <= columns
