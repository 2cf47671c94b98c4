"""Documents in all forms: safe on a terminal and in a spreadsheet, raw for programs, whole in any encoding."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest

from baitiao_cli.messages import Text
from baitiao_cli.show.document import Document, record, table
from baitiao_cli.show.output import write_document

NASTY = 'a\x1b[2J\u202e\x9b\n小明[red]"x"'


def written(document, form, *, encoding="utf-8", language="en"):
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, errors="backslashreplace", newline="\n")
    write_document(document, form, language, stream)
    stream.flush()
    return raw.getvalue().decode(encoding)


def named(name):
    rows = [{"name": name, "amount_fen": -123450, "due_on": date(2026, 11, 21)}]
    return Document(
        data={"rows": rows}, as_of=date(2026, 11, 21), tables=[table("name amount_fen due_on", rows)], notes=[]
    )


@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
def test_json_gives_text_back_raw_in_any_encoding_and_no_terminal_obeys_it(encoding):
    text = written(named(NASTY), "json", encoding=encoding)
    assert json.loads(text)["data"]["rows"] == [{"name": NASTY, "amount_fen": -123450, "due_on": "2026-11-21"}]
    assert not set(text) & set("\x1b\u202e\x9b")


def test_json_shows_chinese_as_chinese_where_it_can():
    assert "小明" in written(named("小明"), "json")
    assert "小明" in written(named("小明"), "json", encoding="gbk")
    assert "\\u5c0f\\u660e" in written(named("小明"), "json", encoding="ascii")


def test_json_keeps_a_lone_surrogate():
    assert json.loads(written(named("\udcff"), "json"))["data"]["rows"][0]["name"] == "\udcff"


@pytest.mark.parametrize("form", ["plain", "csv", "auto"])
def test_text_for_people_has_control_characters_as_escapes(form):
    text = written(named(NASTY), form)
    assert "\\u001b[2J\\u202e\\u009b\\u000a小明[red]" in text
    assert not set(text) & set("\x1b\u202e\x9b")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＠x"])
def test_a_spreadsheet_runs_no_text_as_a_formula_but_keeps_numbers(name):
    rows = list(csv.DictReader(io.StringIO(written(named(name), "csv"))))
    assert rows == [{"name": "'" + name, "amount_fen": "-123450", "due_on": "2026-11-21"}]


@pytest.mark.parametrize(("language", "label"), [("en", "Amount (yuan)"), ("zh", "金额(元)")])
def test_the_unit_is_in_the_heading(language, label):
    text = written(named("x"), "plain", language=language)
    assert text.splitlines()[0].split("\t")[1] == label
    assert text.splitlines()[1].split("\t")[1] == "-1,234.50"


def test_tables_records_and_notes_are_parted_by_blank_lines():
    document = Document(
        data={},
        as_of=date(2026, 1, 1),
        tables=[
            record("name method", {"name": "A", "method": "flat"}, title=Text("One", "一")),
            table("name amount_fen", [{"name": None, "amount_fen": 5}], totals={"amount_fen": 5}),
        ],
        notes=[Text("Note.", "注。")],
    )
    assert written(document, "plain", language="zh") == (
        "一\n名称\tA\n还款方式\t按原本金计息\n\n名称\t金额(元)\n\t0.05\n合计\t0.05\n\n注。\n"
    )
    assert written(document, "csv") == "name,method\nA,flat\n"


def test_a_column_with_nothing_in_it_may_be_kept_from_people_but_not_from_programs():
    rows = [{"name": "a", "fee_fen": 0, "amount_fen": 5}]
    document = Document(
        data={}, as_of=date(2026, 1, 1), tables=[table("name fee_fen amount_fen", rows, quiet="fee_fen")]
    )
    assert written(document, "plain") == "Name\tAmount (yuan)\na\t0.05\n"
    assert written(document, "csv") == "name,fee_fen,amount_fen\na,0,5\n"


def test_the_last_row_may_have_a_word_of_its_own():
    rows = [{"name": "a", "amount_fen": 5}]
    sums = table("name amount_fen", rows, totals={"amount_fen": 5}, total_label=Text("Balance after", "期末余额"))
    assert written(Document(data={}, as_of=date(2026, 1, 1), tables=[sums]), "plain", language="zh").endswith(
        "\n期末余额\t0.05\n"
    )


def test_a_text_among_the_data_takes_the_language_of_the_reader():
    document = Document(data={"rows": [{"told": Text("late", "逾期")}]}, as_of=date(2026, 1, 1))
    assert json.loads(written(document, "json", language="zh"))["data"] == {"rows": [{"told": "逾期"}]}


def test_a_table_without_rows_is_kept_from_people_but_csv_has_its_keys():
    document = Document(data={}, as_of=date(2026, 1, 1), tables=[table("name", [])], notes=[Text("None.", "无。")])
    assert written(document, "plain") == "None.\n"
    assert written(document, "csv") == "name\n"
