"""Every command in every form and language: the same figures, no words missing, nothing on stderr."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil

import pytest

from baitiao_cli.cli.group import MODULES
from baitiao_cli.desk.rule_files import shipped
from tests.conftest import LOCALE, SETTINGS, run_in_process

COMMANDS = {
    "demo": ["demo"],
    "learn": ["learn"],
    "define": ["define", "lateness"],
    "products": ["products"],
    "product": ["product", "inst"],
    "product sheet": ["product", "sheet", "inst"],
    "quote": ["quote", "1000", "--installments", "3", "--fee", "0.6%"],
    "quoted": ["quoted", "the id of the quote below"],
    "rate": ["rate", "flows.json", "--convention", "us-reg-z"],
    "completion": ["completion", "fish"],
    "init": ["init", "--ledger", "new.db"],
    "open": ["open", "--name", "韩梅梅", "--limit", "3000"],
    "charge": ["charge", "A1", "600", "--installments", "6"],
    "hold": ["hold", "A1", "600", "--installments", "6"],
    "capture": ["capture", "A2H1"],
    "release": ["release", "A2H2"],
    "register": ["register", "超市", "--discount", "0.5%"],
    "merchants": ["merchants"],
    "merchant": ["merchant", "超市"],
    "funder": ["funder", "East"],
    "funders": ["funders"],
    "fund": ["fund", "inst", "F1=70%,F0=30%", "--service", "15%"],
    "funding": ["funding", "A1P1"],
    "funder-statement": ["funder-statement", "F1"],
    "funder-settle": ["funder-settle", "F1", "--through", "2026-03-04"],
    "merchant-settle": ["merchant-settle", "Shop", "--through", "2026-03-04"],
    "report funding": ["report", "funding"],
    "repay": ["repay", "A1", "100"],
    "payoff": ["payoff", "A1"],
    "prepay": ["prepay", "A1P1", "2000"],
    "reprice": ["reprice", "A1P1", "0.5%"],
    "pause": ["pause", "A1P1", "--until", "2026-04-01"],
    "extend": ["extend", "A1P1", "--months", "2", "--on", "2026-02-11"],
    "restructure": ["restructure", "A1P1", "--installments", "24"],
    "hardship": ["hardship", "A1", "--reason", "illness"],
    "decide-hardship": ["decide-hardship", "A9", "--grant", "--reason", "papers seen"],
    "convert": ["convert", "A1", "--installments", "3"],
    "defer": ["defer", "A1"],
    "payout": ["payout", "A2"],
    "refund": ["refund", "A1P2", "100"],
    "dispute": ["dispute", "A1P1", "600", "--cause", "not-received"],
    "resolve": ["resolve", "DISPUTE", "lost"],
    "waive": ["waive", "A1", "1", "--reason", "x"],
    "credit": ["credit", "A1", "20", "--reason", "x"],
    "charge-off": ["charge-off", "A7", "--reason", "x"],
    "write-off": ["write-off", "A1", "--plan", "A1P1", "--reason", "x"],
    "recover": ["recover", "A8", "20"],
    "reverse": ["reverse", "A1E3"],
    "show": ["show", "A1"],
    "say": ["say", "A1"],
    "schedule": ["schedule", "A1P1"],
    "statement": ["statement", "A1"],
    "history": ["history", "A1"],
    "what-if": ["what-if", "A1", "--", "charge", "600", "--installments", "6"],
    "explain": ["explain", "A1"],
    "why": ["why", "A1", "--between", "2026-02-01", "2026-03-05"],
    "find": ["find", "超市"],
    "person": ["person", "A1"],
    "list": ["list"],
    "consent": ["consent", "A1", "offers", "given", "--how", "letter"],
    "income": ["income", "A1", "8000", "--payments", "1200"],
    "assess": ["assess", "A1"],
    "limits review": ["limits", "review", "--tier", "B", "--times", "0.8"],
    "limits apply": ["limits", "apply", "D1"],
    "offers review": ["offers", "review", "--all", "--rules", "offers.toml"],
    "offers grant": ["offers", "grant", "--all", "--rules", "offers.toml"],
    "coupons": ["coupons", "A11"],
    "score": ["score", "A1", "--explain"],
    "score keep": ["score", "keep", "--all"],
    "score apply": ["score", "apply", "--all"],
    "score test": ["score", "test", "--scored-on", "2026-02-04", "--months", "1"],
    "accrue": ["accrue"],
    "export": ["export", "--format", "hledger", "-o", "books.journal", "--force"],
    "report trial-balance": ["report", "trial-balance"],
    "report purchases": ["report", "purchases", "--by", "merchant"],
    "report aging": ["report", "aging"],
    "report classes": ["report", "classes"],
    "report limits": ["report", "limits"],
    "report forecast": ["report", "forecast"],
    "report vintages": ["report", "vintages"],
    "report profit": ["report", "profit"],
    "report lifecycle": ["report", "lifecycle"],
    "report merchants": ["report", "merchants"],
    "check": ["check"],
    "bureau export": ["bureau", "export", "-o", "not-sent.json", "--force"],
    "bureau notice": ["bureau", "notice", "A7", "--channel", "letter"],
    "bureau notices": ["bureau", "notices"],
    "compliance check": ["compliance", "check", "--rule", "annual-rate"],
    "rebuild": ["rebuild"],
    "backup": ["backup"],
    "restore": ["restore", "saved.db", "--ledger", "restored.db"],
    "import": ["import", "saved.json", "--ledger", "imported.db"],
    "batch": ["batch", "lines.csv"],
    "scenario run": ["scenario", "run", "phone.toml"],
    "scenario record": ["scenario", "record", "A1", "-o", "a1.toml", "--force"],
    "scenario generate": ["scenario", "generate", "--accounts", "3", "--months", "2"],
    "scenario schema": ["scenario", "schema", "-o", "scenario.schema.json", "--force"],
    "limit": ["limit", "A1", "30000"],
    "request-limit": ["request-limit", "A1", "40000", "--reason", "higher income"],
    "decide-limit": ["decide-limit", "A3", "--grant", "--amount", "1500", "--reason", "income checked"],
    "lock": ["lock", "A1"],
    "unlock": ["unlock", "A4"],
    "suspend": ["suspend", "A1", "--cause", "overdue"],
    "resume": ["resume", "A4"],
    "auto-repay": ["auto-repay", "A1", "--means", "card"],
    "means": ["means", "A1", "card", "--funds", "300"],
    "bill-day": ["bill-day", "A1", "15"],
    "tier": ["tier", "A1", "C"],
    "verify": ["verify", "A6", "--phone-digits", "1234"],
    "close": ["close", "A3"],
    "privacy export": ["privacy", "export", "A1", "--reason", "asked"],
    "privacy erase": ["privacy", "erase", "A5", "--reason", "asked", "--yes"],
    "reopen": ["reopen", "A5", "--limit", "3000"],
    "operator": ["operator", "cara", "--role", "clerk,auditor"],
    "operators": ["operators"],
    "approval": ["approval", "reversal", "--above", "500"],
    "proposals": ["proposals"],
    "approve": ["approve", "W1", "--operator", "ben"],
    "decline": ["decline", "W1", "--reason", "x"],
    "audit": ["audit"],
    "contact": ["contact", "A1", "--channel", "call", "--about", "service", "--at", "10:30", "--outcome", "reached"],
    "contacts": ["contacts"],
    "risk": ["risk", "A1", "--rules", "risk.toml"],
    "risk scan": ["risk", "scan", "A9", "--rules", "risk.toml"],
    "queue": ["queue"],
    "queue approve": ["queue", "approve", "ITEM", "--reason", "x"],
    "queue release": ["queue", "release", "ITEM", "--reason", "x"],
    "queue decline": ["queue", "decline", "ITEM", "--reason", "x"],
    "risk check": ["risk", "check", "A1", "600", "--rules", "risk.toml"],
    "early-warning": ["early-warning"],
    "rules": ["rules"],
    "cases": ["cases", "--closed"],
    "cases open": ["cases", "open"],
    "case": ["case", "CASE"],
    "ticket": ["ticket", "A1", "--about", "complaint", "--text", "fees were not told"],
    "ticket-answer": ["ticket-answer", "TICKET", "they stand in the plan"],
    "tickets": ["tickets"],
    "promise": ["promise", "A1", "100", "--by", "2026-03-10"],
    "promises": ["promises"],
    "prefer": ["prefer", "A1", "--channel", "app", "--quiet", "21:00-09:00"],
    "remind": ["remind", "--out", "outbox", "--force", "--rules", "reminders.toml"],
    "notify": ["notify", "--out", "outbox", "--force"],
}
IN_BOTH_LANGUAGES = {"risk", "risk check"}  # the warnings, which are read to a customer
ROWLESS = {"check", "rebuild"}  # a check that passes has no findings to list, what is right is not made again
# A check that passes has no findings to list, what is right is not made again.
ROWLESS = {"check", "compliance check", "rebuild"}
TODAY = "2026-03-05"
SCENARIO = """
[[step]]
today = 2026-01-05
open = { name = "-", limit = 20000 }

[[step]]
today = 2026-01-08
charge = { account = "A1", amount = "5999", installments = 12 }
expect = { rows.0.total = "535.90" }
"""
RISK = """
rules_version = 1
look_back_days = 60
[[rules]]
name = "velocity"
window_days = 7
threshold = 1
action = "note"
warning = "not-you"
"""
FLOWS = """{"unit_periods_per_year": 12, "advance": [{"t": 0, "amount": 1000}],
"payments": [{"t": 1, "f": 0.5, "amount": 520}, {"t": 2, "f": 0.5, "amount": 520}]}"""


@pytest.fixture(scope="session")
def made_stage(story_ledger, key_file, tmp_path_factory):
    """The folder of the stage, made once to be copied, and the commands whose ids came about on it."""
    folder = tmp_path_factory.mktemp("forms")
    shutil.copyfile(story_ledger, folder / "ledger.db")
    with pytest.MonkeyPatch.context() as patch:
        for name in (*SETTINGS, *LOCALE):
            patch.delenv(name, raising=False)
        for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(folder / "home"))
        patch.setenv("BAITIAO_LEDGER", "ledger.db")
        before = dict(COMMANDS)
        set_stage(run_on, folder, patch)
        save_ledger(run_on)
        commands = {name: line for name, line in COMMANDS.items() if line != before[name]}
    return folder, commands


def run_on(today, *arguments):
    return run_in_process(*arguments, "--today", today)


@pytest.fixture(autouse=True)
def stage(made_stage, ledger, tmp_path, monkeypatch):
    made, commands = made_stage
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAITIAO_OPERATOR", "anna")
    for name, line in commands.items():
        monkeypatch.setitem(COMMANDS, name, line)


def set_stage(at, tmp_path, monkeypatch):
    """Makes a ledger in which every command of `COMMANDS` has something to do, and the files that they read."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lines.csv").write_text("verb,account,amount\nrepay,A1,10\n", "utf-8")
    (tmp_path / "flows.json").write_text(FLOWS, "utf-8")
    (tmp_path / "phone.toml").write_text(SCENARIO, "utf-8")
    (tmp_path / "risk.toml").write_text(RISK, "utf-8")
    month_ahead = shipped("reminders").read_text("utf-8").replace("days_before = 3", "days_before = 28")
    (tmp_path / "reminders.toml").write_text(month_ahead, "utf-8")
    at("2026-02-03", "open", "--name", "王芳", "--limit", "1000")
    at("2026-02-03", "repay", "A2", "20")
    at("2026-02-03", "open", "--name", "李娜", "--limit", "1000")
    at("2026-02-03", "open", "--name", "赵敏", "--limit", "1000")
    at("2026-02-03", "hold", "A2", "200")
    at("2026-02-03", "hold", "A2", "100", "--until", "2026-06-30")
    at("2026-02-03", "lock", "A4")
    at("2026-02-03", "open", "--name", "周杰", "--limit", "1000")
    at("2026-02-03", "close", "A5")
    at("2026-02-03", "open", "--name", "孙丽", "--limit", "1000", "--phone", "13800001234")
    at("2026-02-03", "suspend", "A4", "--cause", "risk")
    at("2026-02-20", "charge", "A1", "300")
    at("2026-02-20", "request-limit", "A3", "2000")
    for account_id in ("A7", "A8"):
        at("2026-03-05", "open", "--name", "郑洁", "--limit", "1000", "--on", "2025-08-01")
        at("2026-03-05", "charge", account_id, "90", "--on", "2025-08-02")
    at("2026-03-05", "write-off", "A8", "--reason", "x")
    disputed = at("2026-02-20", "dispute", "A1P1", "200", "--cause", "other", "--json").data["event_id"]
    monkeypatch.setitem(COMMANDS, "resolve", ["resolve", disputed, "lost"])
    at("2026-02-20", "open", "--name", "李丽", "--limit", "1000")
    at("2026-02-20", "charge", "A9", "100")
    at("2026-02-20", "hardship", "A9", "--reason", "illness")
    proposed = at("2026-02-20", "limits", "review", "--tier", "B", "--times", "0.8", "--json").data
    monkeypatch.setitem(COMMANDS, "limits apply", ["limits", "apply", proposed["lines"][0]["record_id"]])
    at("2026-02-20", "limits", "apply", [line["record_id"] for line in proposed["lines"] if line["record_id"]][-1])
    at("2026-02-20", *COMMANDS["contact"])
    at("2026-02-20", *COMMANDS["promise"])
    at("2026-03-05", *COMMANDS["bureau notice"])
    at("2026-02-20", "open", "--name", "孙磊", "--limit", "1000")
    at("2026-02-20", "charge", "A10", "950")
    item_id = at("2026-02-20", "risk", "scan", "A10", "--json").data["kept"][0]["item_id"]
    for word in ("approve", "release", "decline"):
        monkeypatch.setitem(COMMANDS, f"queue {word}", ["queue", word, item_id, "--reason", "x"])
    at("2026-02-20", "risk", "scan", "A1", "--rules", "risk.toml")
    asked = at("2026-02-20", *COMMANDS["ticket"], "--json").data["ticket_id"]
    monkeypatch.setitem(COMMANDS, "ticket-answer", ["ticket-answer", asked, "they stand in the plan"])
    late = at("2026-02-20", "cases", "open", "--json").data["opened"]
    monkeypatch.setitem(COMMANDS, "case", ["case", late[0]["case_id"]])
    one = shipped("offers").read_text("utf-8").replace("after_due_dates = 6", "after_due_dates = 1")
    (tmp_path / "offers.toml").write_text(one, "utf-8")
    for name in ("马丽", "马强"):
        opened = ("open", "--name", name, "--limit", "1000", "--bill-day", "3", "--on", "2025-08-01")
        made = at("2026-03-05", *opened, "--json")
        at("2026-03-05", "charge", made.data["account_id"], "99", "--on", "2025-08-05")
        at("2026-03-05", "repay", made.data["account_id"], "99", "--on", "2025-09-10")
    given = at("2026-03-05", "offers", "grant", made.data["account_id"], "--rules", "offers.toml", "--json")
    assert given.data["lines"][0]["record_id"]
    monkeypatch.setitem(COMMANDS, "coupons", ["coupons", made.data["account_id"]])
    at("2026-02-20", "register", "Shop")
    at("2026-02-20", "funder", "First")
    at("2026-02-20", "fund", "inst", "F1=70%,F0=30%", "--from", "2026-01-01")
    at("2026-02-20", "operator", "anna", "--role", "supervisor,admin")
    monkeypatch.setenv("BAITIAO_OPERATOR", "anna")
    at("2026-02-20", "operator", "ben", "--role", "supervisor")
    at("2026-02-20", "approval", "waiver", "--above", "20")
    assert at("2026-02-20", "waive", "A1", "20.01", "--reason", "x").status == 4
    quote = at(TODAY, "quote", "600", "--account", "A1", "--installments", "6", "--json").data
    monkeypatch.setitem(COMMANDS, "quoted", ["quoted", quote["quote_id"]])


def save_ledger(at):
    """Makes the copies of the ledger that `restore` and `import` read."""
    at(TODAY, "backup", "saved.db")
    at(TODAY, "export", "--format", "json", "-o", "saved.json")


IN_RUNNING_TEXT = ("demo", "define", "product", "product sheet", "products", "list", "quote", "show", "init")


def test_every_command_is_looked_at():
    assert set(COMMANDS) == set(MODULES)


@pytest.mark.parametrize("name", COMMANDS)
def test_json_is_one_document_with_whole_fen(at, name):
    result = at(TODAY, *COMMANDS[name], "--json")
    assert (result.status, result.err) == (0, "")
    document = json.loads(result.out)
    assert document["schema"] == "baitiao/v1"
    assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", document["as_of"])

    def walk(value: object, key: str = "") -> None:
        if isinstance(value, dict):
            for name, item in value.items():
                walk(item, name)
        elif isinstance(value, list):
            for item in value:
                walk(item, key)
        elif key.endswith("_fen"):
            assert type(value) is int, key
        else:
            assert not isinstance(value, float), key

    walk(document["data"])


@pytest.mark.parametrize("name", COMMANDS)
def test_csv_has_keys_and_as_many_cells_in_every_row(at, name):
    result = at(TODAY, *COMMANDS[name], "--csv")
    assert (result.status, result.err) == (0, "")
    header, *rows = csv.reader(io.StringIO(result.out))
    assert all(re.fullmatch(r"[a-z_]+", key) for key in header)
    assert rows or name in ROWLESS
    assert {len(row) for row in rows} <= {len(header)}


@pytest.mark.parametrize("name", COMMANDS)
def test_chinese_and_english_tell_the_same_figures(at, name):
    english, chinese = (at(TODAY, *COMMANDS[name], "--lang", language, "--dry-run") for language in ("en", "zh"))
    if english.status == 2:  # not a write
        english = at(TODAY, *COMMANDS[name], "--lang", "en")
        chinese = at(TODAY, *[*COMMANDS[name][:-1], "zh.db"] if name == "init" else COMMANDS[name], "--lang", "zh")
    assert (english.status, chinese.status) == (0, 0)
    assert chinese.err in ("", "演示运行: 未保存任何结果。\n")
    figures = re.compile(r"-?[0-9][0-9,]*\.[0-9]{2}(?![0-9%])|[0-9]{4}-[0-9]{2}-[0-9]{2}")
    if name not in IN_RUNNING_TEXT:  # which has other orders
        assert figures.findall(english.out) == figures.findall(chinese.out)
    assert sorted(figures.findall(english.out)) == sorted(figures.findall(chinese.out))
    assert re.search("[\u4e00-\u9fff]", chinese.out)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_table_for_people_shows_a_key_or_a_hole_for_a_word(at, name, language):
    out = at(TODAY, *COMMANDS[name], "--lang", language).out
    assert not re.search(r"\b[a-z]+_(fen|on|id|count|pct|ppb)\b", out)
    assert not re.search(r"\bNone\b|\{[a-z_]*\}|Text\(|\bTrue\b|\bFalse\b", out)
    if language == "en" and name not in IN_BOTH_LANGUAGES:
        names = "李雷|[\u4e00-\u9fff]\\*|手机店|超市"
        assert not re.search("[\u4e00-\u9fff]", re.sub(names, "", out))


@pytest.mark.parametrize("name", ["show", "schedule", "statement", "list", "find", "payoff", "repay", "demo", "rate"])
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 80])
def test_nothing_is_cut_on_a_terminal(at, on_terminal, name, language, columns):
    from rich.cells import cell_len

    dry = ["--dry-run"] if name == "repay" else []
    plain = at(TODAY, *COMMANDS[name], *dry, "--lang", language).out
    shown = on_terminal(columns, *COMMANDS[name], *dry, "--lang", language, "--today", TODAY)
    assert set(re.findall(r"[0-9,]+\.[0-9]{2}", plain)) <= set(re.findall(r"[0-9,]+\.[0-9]{2}", shown))
    assert "…" not in shown
    assert all(cell_len(line) <= columns for line in shown.splitlines() if "baitiao " not in line)


@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - {"completion"}))  # a script for a shell
def test_no_line_is_wider_than_the_terminal(at, on_screen, name):
    """In Chinese, whose letters take two columns; a word that is longer than the line, and a command, are not cut."""
    from rich.cells import cell_len

    is_write = at(TODAY, *COMMANDS[name], "--dry-run", "--json").status == 0
    dry = ["--dry-run"] if is_write else []
    for columns in (40, 80, 200):
        screen = on_screen(columns, *COMMANDS[name], *dry, "--lang", "zh", "--today", TODAY)
        told = [line for line in screen.splitlines() if cell_len(line) > columns]
        assert [line for line in told if " " in line.strip() and "baitiao " not in line] == []
        if name == "init":
            break
