"""`batch`: many verbs from JSON lines or CSV, all or nothing."""

from __future__ import annotations

import io
import json
import sys

import pytest

from baitiao_cli.actions.batch import VERBS
from baitiao_cli.actions.desk.limits_apply import LIMITS_APPLY
from baitiao_cli.show.answers import ANSWERS

TODAY = "2026-02-10"


@pytest.fixture
def batch(at, tmp_path):
    """Runs a batch of this text on 2026-02-10."""

    def run_batch(text, *options):
        path = tmp_path / "batch"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return at(TODAY, "batch", str(path), *options)

    return run_batch


def test_a_result_per_line_as_the_verb_alone_gives_it(at, batch):
    alone = at(TODAY, "repay", "A1", "100", "--plan", "A1P2", "--on", "2026-02-08", "--dry-run", "--json").data
    lines = [
        {"verb": "repay", "account": "A1", "amount": "100", "plan": "A1P2", "on": "2026-02-08"},
        {"verb": "charge", "account": "A1", "amount": 12.5, "merchant": "书店", "order": "B-1", "note": "两本"},
        {
            "verb": "open",
            "name": "韩梅梅",
            "limit": 3000,
            "bill-day": 10,
            "tier": "C",
            "id-number": "00000019900902123x",
        },
        {"verb": "payoff", "account": "A1", "plan": "A1P2", "means": "card"},
        {"verb": "reverse", "event": "A1E6", "reason": "returned"},
        {"verb": "accrue"},
    ]
    data = batch("\n".join(json.dumps(line) for line in lines), "--json").data
    assert [(one["line"], one["verb"]) for one in data["results"]] == list(enumerate([x["verb"] for x in lines], 1))
    assert data["results"][0]["result"] == alone
    assert data["results"][1]["result"]["amount_fen"] == 1250
    # 300.00 of the groceries are left after the repayment.
    assert data["results"][3]["result"]["amount_fen"] == 30000
    assert at(TODAY, "show", "A2", "--json").data["tier"] == "C"


def test_later_lines_build_on_earlier_ones_and_make_one_account(at, batch):
    text = "verb,account,amount,name,limit\nopen,,,韩梅梅,3000\ncharge,A2,500,,\npayoff,A2,,,\nclose,A2,,,\n"
    out = batch(text, "--lang", "zh").out.splitlines()
    assert out[0].split("\t") == ["行", "操作", "账户", "事件", "分期", "金额(元)"]
    assert out[2].split("\t") == ["3", "charge", "A2", "A2E2", "A2P1", "500.00"]
    assert out[-1] == "已完成, 共 4 行。"
    assert at(TODAY, "show", "A2", "--json").data["status"] == "closed"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_an_error_names_its_line_and_nothing_is_kept(batch, head, language):
    before = head()
    text = "verb,account,amount\nrepay,A1,10\n\ncharge,A1,99999\nrepay,A1,5\n"
    result = batch(text, "--json", "--lang", language)
    assert (result.status, result.error["code"], result.error["line"]) == (4, "limit-exceeded", 4)
    told = batch(text, "--lang", language).err
    assert {"en": "line 4: ", "zh": "第 4 行: "}[language] in told
    assert head() == before


@pytest.mark.parametrize(
    "text",
    [
        b"\xef\xbb\xbfverb,account,amount\r\nrepay,A1,10\r\n",
        b'verb,account,amount,note\nrepay,A1,10,"one, ""two"""\n',
        b"\n\n verb , account , amount \nrepay,A1,10.00\n\n",
        b'\xef\xbb\xbf{"verb": "repay", "account": "A1", "amount": 10}\r\n\r\n',
        b'\n{"amount": 10.00, "account": "A1", "verb": "repay"}',
    ],
)
def test_files_as_spreadsheets_and_programs_write_them(batch, text):
    results = batch(text, "--json").data["results"]
    assert [(one["verb"], one["result"]["amount_fen"]) for one in results] == [("repay", 1000)]


@pytest.mark.parametrize("text", ["", "\n \n", "verb,account,amount\n"])
def test_a_file_without_lines_does_nothing(batch, head, text):
    before = head()
    assert batch(text).out == "Done; lines: 0.\n"
    assert head() == before


WRONG = {
    "a key twice": ('{"verb": "repay", "account": "A1", "amount": 1, "amount": 2}', "line-malformed", 1),
    "a column twice": ("verb,account,amount,amount\nrepay,A1,1,2\n", "line-malformed", 1),
    "no column verb": ("account,amount\nA1,10\n", "line-malformed", 1),
    "a list": ("[1]\n", "line-malformed", 1),
    "an object in an object": ('{"verb": "repay", "account": {"id": "A1"}}', "line-malformed", 1),
    "nesting without end": ('{"verb": ' + "[" * 100_000, "line-malformed", 1),
    "true": ('{"verb": "repay", "account": "A1", "amount": true}', "line-malformed", 1),
    "null": ('{"verb": "repay", "account": "A1", "amount": null}', "line-malformed", 1),
    "an exponent": ('{"verb": "repay", "account": "A1", "amount": 1e2}', "amount-malformed", 1),
    "an endless exponent": ('{"verb": "repay", "account": "A1", "amount": 1e999999}', "amount-malformed", 1),
    "not a number": ('{"verb": "repay", "account": "A1", "amount": NaN}', "amount-malformed", 1),
    "infinity": ('{"verb": "repay", "account": "A1", "amount": -Infinity}', "amount-malformed", 1),
    "a third decimal": ('{"verb": "repay", "account": "A1", "amount": 0.001}', "amount-malformed", 1),
    "a negative amount": ("verb,account,amount\nrepay,A1,-5\n", "amount-malformed", 2),
    "half a line": ('{"verb": "accrue"}\n{"verb": "rep', "line-malformed", 2),
    "a quote that is not closed": ('verb,account,amount\nrepay,A1,"1\nrepay,A1,2\n', "line-malformed", 2),
    "a cell too few": ("verb,account,amount\nrepay,A1\n", "line-malformed", 2),
    "a cell too many": ("verb,account,amount\nrepay,A1,1,2\n", "line-malformed", 2),
    "JSON under a CSV header": ('verb,account\n{"verb": "accrue"}\n', "line-malformed", 2),
    "no verb": ('{"account": "A1"}', "field-missing", 1),
    "an empty verb": ("verb,account\n,A1\n", "field-missing", 2),
    "an unknown verb": ("verb,account\nfly,A1\n", "verb-unknown", 2),
    "a view": ("verb,account\nshow,A1\n", "verb-unknown", 2),
    "a batch in a batch": ("verb,file\nbatch,-\n", "verb-unknown", 2),
    "an unknown field": ("verb,account,colour\nclose,A1,red\n", "field-unknown", 2),
    "an option of every command": ("verb,account,dry-run\nclose,A1,yes\n", "field-unknown", 2),
    "a field that is missing": ("verb,account\nrepay,A1\n", "field-missing", 2),
    "a day that there is not": ("verb,account,amount,on\nrepay,A1,1,2026-02-30\n", "date-malformed", 2),
    "a line that a line break makes": ('verb,account,amount\nrepay,A1,1\nrepay,"A\n1",2\n', "text-unprintable", 3),
    "a separator inside a text": ('{"verb": "repay", "account": "A1\u2028", "amount": 1}', "text-unprintable", 1),
    "a JSON list": ('\n[{"verb": "repay", "account": "A1", "amount": 1}]', "line-malformed", 2),
    "a name in two spellings": (
        '{"verb": "repay", "account": "A1", "amount": 1, "request-id": "a", "request_id": "b"}',
        "line-malformed",
        1,
    ),
    "a lone surrogate": ('{"verb": "repay", "account": "\\ud800", "amount": 1}', "text-unprintable", 1),
    "a NUL": ('{"verb": "close", "account": "A1", "reason": "\\u0000"}', "text-unprintable", 1),
    "UTF-16": ("verb,account\n".encode("utf-16"), "file-not-utf8", None),
    "the same request with other inputs": (
        "verb,account,amount,request-id\nrepay,A1,1,r\nrepay,A1,2,r\n",
        "request-id-reused",
        3,
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_line_is_told_and_nothing_is_kept(batch, head, case):
    text, code, line = WRONG[case]
    before = head()
    result = batch(text, "--json")
    assert result.status in (2, 4)
    assert (result.error["code"], result.error.get("line")) == (code, line)
    assert "Traceback" not in result.err
    assert head() == before


def test_the_same_request_twice_in_a_file_counts_once(batch, at):
    data = batch("verb,account,amount,request-id\nrepay,A1,1,r\nrepay,A1,1,r\n", "--json").data
    first, second = (one["result"] for one in data["results"])
    assert first == second
    assert at(TODAY, "show", "A1", "--json").data["due_fen"] == 93590 - 100


def test_lines_done_before_are_told(batch):
    text = "verb,account,amount,request-id\nrepay,A1,1,r\nrepay,A1,2,s\n"
    assert "before" not in batch(text).out
    again = batch(text + "repay,A1,3,t\n").out.splitlines()
    assert [line.split("\t")[-1] for line in again[:4]] == ["Done before", "yes", "yes", ""]
    assert again[-2:] == ["Done; lines: 3.", "Done before with the same request ids, and not again: 2."]
    assert batch(text, "--lang", "zh").out.endswith("其中此前已以相同请求编号执行过, 未再次执行: 2 行。\n")
    assert batch(text, "--csv").out.splitlines()[0].endswith(",amount_fen,repeated")


def test_standard_input(at, monkeypatch):
    text = b'{"verb": "repay", "account": "A1", "amount": "1.00"}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
    assert at(TODAY, "batch", "-", "--json").data["count"] == 1


def test_the_day_of_the_batch_counts_for_lines_without_one(batch):
    data = batch("verb,account,amount,on\nrepay,A1,1,\nrepay,A1,1,2026-02-05\n", "--on", "2026-02-07", "--json").data
    assert [one["result"]["effective_on"] for one in data["results"]] == ["2026-02-07", "2026-02-05"]


def test_many_lines(batch, at, head):
    # 300 people open a line, and each buys once: 300 x 10.00 are used.
    opened = [f"open,,,name {number},100" for number in range(300)]
    bought = [f"charge,A{number + 2},10,," for number in range(300)]
    result = batch("\n".join(["verb,account,amount,name,limit", *opened, *bought]), "--json")
    assert result.data["count"] == 600
    assert at(TODAY, "list", "--json").data["totals"]["used_fen"] == 639_900 + 300 * 1000
    head()


def test_a_batch_of_past_days_issues_complete_bills(run, tmp_path):
    # Both purchases of January are on the bill of 3 February, though it was already past when the batch ran:
    # 86.50 + 100.00 = 186.50.
    file = tmp_path / "january.csv"
    file.write_text(
        "verb,on,account,name,limit,amount\nopen,2026-01-05,,x,8000,\n"
        "charge,2026-01-07,A1,,,86.50\ncharge,2026-01-15,A1,,,100\n",
        encoding="utf-8",
    )
    ledger = ("--ledger", str(tmp_path / "january.db"), "--today", "2026-02-10", "--json")
    assert run("init", *ledger).status == 0
    assert run("batch", str(file), *ledger).status == 0
    bill = run("statement", "A1", *ledger).data
    assert (bill["amount_due_fen"], bill["adjustment_fen"], bill["is_issued"]) == (18650, 0, True)


def test_a_line_cannot_take_the_request_id_of_its_batch(at, tmp_path):
    file = tmp_path / "line.jsonl"
    file.write_text('{"verb": "repay", "account": "A1", "amount": "1", "request-id": "z"}', encoding="utf-8")
    result = at("2026-02-10", "batch", str(file), "--request-id", "z", "--json")
    assert (result.status, result.error["code"]) == (4, "request-id-reused")


def test_every_verb_of_a_batch_has_its_answer():
    assert set(ANSWERS) == {*VERBS, LIMITS_APPLY.name}  # which is no line of a batch, but may wait for approval


def test_a_credit_balance_is_paid_out_in_a_batch(batch):
    data = batch("verb,account,amount\nrepay,A1,1000\npayout,A1,50\n", "--json").data
    assert data["results"][1]["result"]["account"]["credit_fen"] == 1_000_00 - 935_90 - 50_00


def test_a_flag_is_true_or_false(at, batch):
    at(TODAY, "auto-repay", "A1", "--means", "card")
    assert batch('{"verb": "auto-repay", "account": "A1", "off": true}', "--json").status == 0
    assert at(TODAY, "show", "A1", "--json").data["auto_repay"] is None
    assert batch('{"verb": "auto-repay", "account": "A1", "means": "card", "off": false}', "--json").status == 0


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"verb": "repay", "account": "A1", "amount": null}', "the value of 'amount' is neither a text nor a number"),
        ('{"verb": "repay", "account": ["A1"], "amount": 1}', "the value of 'account' is neither"),
        ('{"verb": "repay", "account": "A1", "amount": 1, "note": true}', "'note' is no flag"),
        ('{"verb": true}', "'verb' is no flag"),
        ('{"verb": "repay"} {}', "not JSON at character"),
    ],
)
def test_what_is_wrong_with_an_object_names_the_key(batch, line, reason):
    refused = batch(line)
    assert refused.status == 2
    assert reason in refused.err


def test_the_help_names_every_verb(run):
    told = run("batch", "--help").out
    assert all(verb in told for verb in VERBS)
    assert "payoff and prepay are recorded" in " ".join(told.split())
    assert "可用命令: open" in run("batch", "--help", "--lang", "zh").out


def test_a_name_may_be_spelled_with_underscores(at, ledger, tmp_path):
    line = '{"verb": "repay", "account": "A1", "amount": 1, "request_id": "r-1"}\n'
    (tmp_path / "b.jsonl").write_text(line + line.replace("request_id", "request-id"), "utf-8")
    rows = at(TODAY, "batch", str(tmp_path / "b.jsonl"), "--json").data["results"]
    assert rows[1].get("repeated") is True
    (tmp_path / "b.csv").write_text("verb,account,amount,request_id\nrepay,A1,1,r-1\n", "utf-8")
    assert at(TODAY, "batch", str(tmp_path / "b.csv"), "--json").data["results"][0].get("repeated") is True


def test_a_json_list_is_told_as_that(at, tmp_path):
    (tmp_path / "b.json").write_text('[\r\n{"verb": "repay"}\r\n]\r\n', "utf-8")
    assert "a list; write one JSON object a line" in at(TODAY, "batch", str(tmp_path / "b.json")).err
