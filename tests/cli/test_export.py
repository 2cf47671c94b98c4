"""The journal in the formats of other programs: they accept it, and their balances are ours on every day.

Twelve months of two accounts, with everything that moves money. What A1 comes to is worked by hand; tier B pays 0.6% a
period, so 1,200.00 in 12 installments asks for 100.00 + 7.20 a month.

2026-02-12  507.20 in time: 107.20 and the groceries' 400.00
2026-03-22  10 nights late: 107.20 x 0.05% x 10 = 0.536; carried 300.00 x 0.05% x 10 = 1.50, minimum missed
            300.00 x 0.015% x 10 = 0.45; 407.20 + 0.54 + 1.50 + 0.45 = 409.69
2026-05-06  107.20 are found that came on 2026-04-10: the bill of 2026-05-03 had booked 107.20 x 0.05% x 21 = 1.13
2026-05-15  150.00 refunded: the last installment (100.00 + 7.20) and half of the one before (50.00 + 3.60) fall away
2026-06-16  the payment of 06-12 bounced: 107.20 x 0.05% x 4 = 0.2144; 107.41
2026-07-20  8 nights: 107.20 x 0.05% x 8 = 0.4288, waived
2026-08-05  goodwill of 20.00 pays a part of 107.20; 100.00 are paid for the rest of 87.20, and 12.80 go back
2026-09-20  payoff: 250.00 of principal and the next fee, 7.20
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections import Counter
from contextlib import closing, redirect_stdout
from datetime import date, timedelta
from pathlib import Path

import pytest

from baitiao_cli.cli.main import main
from baitiao_cli.cli.written import write_whole
from baitiao_cli.errors import BaitiaoError

MERCHANT = '*! "Phone; shop" | (x) \\ =手机'
STORY = f"""
2026-01-05 init
2026-01-05 open --name 李雷 --limit 20000
2026-01-08 charge A1 1200 --installments 12 --merchant {shlex.quote(MERCHANT)}
2026-01-21 charge A1 400 --merchant =SUM(A1:A9)
2026-02-03 accrue
2026-02-12 repay A1 507.20
2026-02-20 charge A1 300
2026-03-03 accrue
2026-03-22 repay A1 409.69
2026-05-03 accrue
2026-05-06 repay A1 107.20 --on 2026-04-10 --note 'found: 李雷'
2026-05-10 repay A1 107.20
2026-05-15 refund A1P1 150 --reason case
2026-05-20 open --name 韩梅梅 --limit 9000
2026-05-20 charge A2 1000 --product daily --installments 3 --merchant 超市
2026-06-03 accrue
2026-06-04 repay A2 400
2026-06-12 repay A1 107.20
2026-06-15 reverse A1E15
2026-06-16 repay A1 107.41
2026-07-01 charge A2 3000 --product epi --installments 6
2026-07-03 accrue
2026-07-20 waive A1 0.43 --reason asked
2026-07-20 repay A1 107.20
2026-08-03 accrue
2026-08-05 credit A1 20 --reason delay
2026-08-10 repay A1 100
2026-08-11 payout A1
2026-08-15 prepay A2P2 1000 --by lower-payment
2026-09-03 accrue
2026-09-12 repay A1 107.20
2026-09-20 payoff A1 --pay
2026-10-20 resume A2 --cause overdue --reason agreed
2026-10-20 charge A2 250 --merchant 超市
2026-12-03 accrue
"""
TODAY = "2026-12-31"
DAYS = [date(2026, month, 1) - timedelta(days=1) for month in range(2, 13)] + [date(2026, 12, 31)]
BALANCES_OF_A1 = {
    # 507.20 + 409.69 + 107.20 + 107.20 + 107.41 + 107.20 + 100.00 + 107.20 + 257.20
    "cash": 1_810_30,
    "cash_paid_out": -12_80,
    "merchant_refunds": 150_00,
    "merchant_payable": -1_900_00,
    "fee_income": -64_80,  # 9 x 7.20
    "interest_income": -1_50,
    "late_charge_income": -1_63,  # 0.54 + 0.45 + 0.21 + 0.43
    "waivers": 43,
    "goodwill": 20_00,
}


@pytest.fixture(scope="module")
def year_ledger(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("year") / "ledger.db"
    for line in STORY.strip().splitlines():
        today, *arguments = shlex.split(line)
        said = io.StringIO()
        with redirect_stdout(said):
            status = main([*arguments, "--today", today, "--ledger", str(path)])
        assert status == 0, (line, said.getvalue())
    return path


@pytest.fixture
def ask(run, year_ledger, tmp_path, monkeypatch):
    """Runs a command on a copy of the year's ledger, in a folder of its own."""
    ledger = tmp_path / "ledger.db"
    shutil.copyfile(year_ledger, ledger)
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: run(*arguments, "--today", TODAY, "--ledger", str(ledger))


def booked(ask, *options: str) -> dict[str, int]:
    """The balances of the trial balance that are not zero, debits positive."""
    rows = ask("report", "trial-balance", *options, "--json").data["rows"]
    return {
        row["ledger_account"]: row["debit_fen"] - row["credit_fen"]
        for row in rows
        if row["debit_fen"] or row["credit_fen"]
    }


def hledger(*arguments: str) -> str:
    """What hledger answers; it reads other letters than ASCII only where the locale has them."""
    done = subprocess.run(
        ["hledger", *arguments], capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def code_of(name: str) -> str:
    """Our code of a ledger account, from its name in either program."""
    leaf = name.rpartition(":")[2]
    return re.sub(r"(?<=.)([A-Z])", r"_\1", leaf).lower().replace(" ", "_")


def fen_of(text: str) -> int:
    """An amount such as -1234.50 CNY in whole fen; hledger writes a plain 0."""
    return int(text.removesuffix(" CNY").replace(".", "")) if text != "0" else 0


def test_the_year_is_as_worked_by_hand(ask):
    assert booked(ask, "A1") == BALANCES_OF_A1
    assert ask("check").status == 0


@pytest.mark.needs_tool("hledger")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_hledger_accepts_the_journal_and_its_balances_are_ours_on_every_day(ask, language):
    assert ask("export", "--format", "hledger", "-o", "books.journal", "--lang", language).status == 0
    checks = ("ordereddates", "payees", "uniqueleafnames")
    assert hledger("-f", "books.journal", "check", "--strict", *checks) == ""
    for day in DAYS:
        out = hledger("-f", "books.journal", "bal", "-N", "-O", "csv", "-e", str(day + timedelta(days=1)))
        found = {code_of(name): fen_of(fen) for name, fen in list(csv.reader(io.StringIO(out)))[1:]}
        assert found == booked(ask, "--as-of", str(day)), day


@pytest.mark.needs_tool("hledger")
def test_hledger_knows_events_plans_and_merchants(ask):
    ask("export", "--format", "hledger", "-o", "books.journal")
    own = hledger("-f", "books.journal", "bal", "-N", "-O", "csv", "tag:account=A1$")
    found = {code_of(name): fen_of(fen) for name, fen in list(csv.reader(io.StringIO(own)))[1:]}
    assert found == BALANCES_OF_A1
    of_plan = hledger("-f", "books.journal", "bal", "-N", "principal", "tag:plan=A2P3")
    assert of_plan.split() == ["250.00", "CNY", "assets:principal"]
    # What would begin a comment or end the payee is written in full width.
    assert '*! "Phone； shop" ｜ (x) \\ =手机' in hledger("-f", "books.journal", "payees").splitlines()
    late = hledger("-f", "books.journal", "print", "tag:event=A1E11$")
    assert late.startswith("2026-04-10 * (A1E11) Repayment") and "posted:2026-05-06" in late


@pytest.mark.needs_tool("hledger")
def test_a_balance_that_is_not_ours_is_found(ask):
    text = ask("export", "--format", "hledger").out
    Path("wrong.journal").write_text(re.sub(r"== 150\.00", "== 150.01", text), "utf-8")
    done = subprocess.run(["hledger", "-f", "wrong.journal", "check"], capture_output=True, check=False)
    assert done.returncode == 1


@pytest.mark.parametrize("language", ["en", "zh"])
def test_beancount_accepts_the_journal_and_its_balances_are_ours_on_every_day(ask, language):
    from beancount import loader
    from beancount.core.data import Transaction

    assert ask("export", "--format", "beancount", "-o", "books.beancount", "--lang", language).status == 0
    check = [sys.executable, "-m", "beancount.scripts.check", "--no-cache", "books.beancount"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    entries, errors, _ = loader.load_file("books.beancount")
    assert errors == []
    transactions = [entry for entry in entries if isinstance(entry, Transaction)]
    assert MERCHANT in {entry.payee for entry in transactions}
    for day in DAYS:
        found: Counter[str] = Counter()
        for entry in transactions:
            for posting in entry.postings if entry.date <= day else ():
                assert posting.units.currency == "CNY"
                found[code_of(posting.account)] += int(posting.units.number * 100)
        assert {name: fen for name, fen in found.items() if fen} == booked(ask, "--as-of", str(day)), day


def test_beancount_finds_a_fen_that_is_missing(ask):
    text = ask("export", "--format", "beancount").out
    Path("wrong.beancount").write_text(text.replace("MerchantRefunds  150.00 ~", "MerchantRefunds  150.01 ~"), "utf-8")
    check = [sys.executable, "-m", "beancount.scripts.check", "--no-cache", "wrong.beancount"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "0.01 too little" in done.stderr


def test_csv_has_a_row_a_posting_and_no_formula(ask):
    rows = list(csv.DictReader(io.StringIO(ask("export", "A1", "--format", "csv").out)))
    found: Counter[str] = Counter()
    for row in rows:
        found[row["ledger_account"]] += int(row["amount_fen"])
    assert {name: fen for name, fen in found.items() if fen} == BALANCES_OF_A1
    assert {row["account_id"] for row in rows} == {"A1"}
    assert {row["merchant"] for row in rows} == {"", MERCHANT, "'=SUM(A1:A9)"}
    days = [row["effective_on"] for row in rows]
    assert days == sorted(days)


def test_json_is_one_document_with_whole_fen(ask):
    document = json.loads(ask("export", "A1", "--format", "json").out)
    assert (document["schema"], document["as_of"]) == ("baitiao/v1", TODAY)
    data = document["data"]
    balances = {row["ledger_account"]: row["balance_fen"] for row in data["balances"]}
    assert {name: fen for name, fen in balances.items() if fen} == BALANCES_OF_A1
    first, found = data["entries"][0], next(entry for entry in data["entries"] if entry["event_id"] == "A1E11")
    assert (first["event_id"], first["merchant"], first["description"]) == ("A1E2", MERCHANT, "Purchase")
    assert (found["effective_on"], found["posted_on"]) == ("2026-04-10", "2026-05-06")
    assert all(sum(line["amount_fen"] for line in entry["postings"]) == 0 for entry in data["entries"])
    assert ask("export", "A1", "--json").out == ask("export", "A1", "--format", "json").out


@pytest.mark.parametrize("form", ["hledger", "beancount", "csv", "json"])
def test_no_person_is_in_the_journal_of_an_export(ask, form):
    text = ask("export", "--format", form, "--lang", "zh").out.partition('"ledger": ')[0]
    assert "手机" in text
    assert not re.search("李雷|韩梅梅|found", text)


@pytest.mark.parametrize("form", ["hledger", "beancount", "csv", "json"])
def test_a_journal_with_nothing_in_it_is_one_too(ask, form):
    result = ask("export", "--format", form, "--as-of", "2026-01-05")
    assert (result.status, result.err) == (0, "")
    assert "A1E2" not in result.out
    assert "A1E2" in ask("export", "--format", form, "--as-of", "2026-01-08").out
    known = ask("export", "--format", form, "--known-at", "A1E1").out
    assert "A1E2" not in known and ("A1E1" in known) == (form != "csv")
    assert "A1E2" in ask("export", "--format", form, "--known-at", "A1E2").out


def test_a_file_is_written_whole_for_its_owner_and_never_over_another(ask, tmp_path):
    first = ask("export", "--format", "csv", "-o", "books.csv", "--json")
    path = tmp_path / "books.csv"
    assert first.data == {"path": "books.csv", "format": "csv", "entry_count": len(entries_of(path.read_text("utf-8")))}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    again = ask("export", "--format", "json", "-o", "books.csv", "--json")
    assert (again.status, again.error["code"]) == (2, "file-exists")
    assert path.read_text("utf-8") == ask("export", "--format", "csv").out
    assert ask("export", "--format", "json", "-o", "books.csv", "--force").status == 0
    assert path.read_text("utf-8") == ask("export", "--format", "json").out
    assert sorted(one.name for one in tmp_path.iterdir() if one.name.startswith(".baitiao")) == []


def entries_of(text: str) -> set[str]:
    return {row["entry_number"] for row in csv.DictReader(io.StringIO(text))}


def test_a_failure_on_the_way_leaves_nothing(tmp_path):
    def pieces():
        yield "half"
        raise OSError(28, "No space left on device")

    (tmp_path / "books.csv").write_text("before")
    with pytest.raises(BaitiaoError, match="file-unwritable"):
        write_whole(tmp_path / "books.csv", pieces(), replace=True, ledger=tmp_path / "ledger.db")
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("books.csv", "before")]


@pytest.mark.parametrize("name", ["ledger.db", "ledger.db-journal", "ledger.db.lock", "./ledger.db", "link.db"])
def test_the_ledger_is_never_written_over(ask, tmp_path, name):
    (tmp_path / "link.db").symlink_to(tmp_path / "ledger.db")
    before = (tmp_path / "ledger.db").read_bytes()
    result = ask("export", "--format", "csv", "--force", "-o", name, "--json")
    assert (result.status, result.error["code"]) == (2, "file-of-ledger")
    assert (tmp_path / "ledger.db").read_bytes() == before


OTHERS = ["other.db", "other.db-journal", "other.db.lock", "old.key", "to-other.db", "damaged.db"]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("output", ["export --format csv", "statement A1 --html", "learn late-days --html"])
def test_no_output_is_written_over_another_ledger_or_a_key(ask, tmp_path, name, output):
    (tmp_path / "to-other.db").symlink_to(tmp_path / "other.db")
    (tmp_path / "old.key").write_bytes(b"baitiao key 1\n" + b"A" * 44)
    assert ask("backup", "other.db").status == 0
    (tmp_path / "damaged.db").write_bytes((tmp_path / "other.db").read_bytes()[:5000])
    for beside in ("other.db-journal", "other.db.lock"):
        (tmp_path / beside).touch()
    before = (tmp_path / name).read_bytes()
    result = ask(*output.split(), "--force", "-o", name)
    assert result.err.startswith("Error file-of-ledger")
    assert (tmp_path / name).read_bytes() == before


def test_a_file_of_another_program_may_be_written_over(ask, tmp_path):
    with closing(sqlite3.connect(tmp_path / "theirs.db")) as theirs:
        theirs.execute("CREATE TABLE t (a)")
    (tmp_path / "notes.key").write_text("door: 4711")
    for name in ("theirs.db", "notes.key"):
        assert ask("export", "--format", "csv", "--force", "-o", name).status == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["export"], "option-missing"),
        (["export", "--plain"], "option-missing"),
        (["export", "--format", "parquet"], "choice-unknown"),
        (["export", "--format", "csv", "--json"], "options-exclusive"),
        (["export", "--format", "csv", "--force"], "option-needs"),
        (["export", "--format", "csv", "-o", "."], "file-unwritable"),
        (["export", "--format", "csv", "-o", "/dev/null", "--force"], "file-unwritable"),
        (["export", "A9", "--format", "csv"], "account-unknown"),
    ],
)
def test_what_cannot_be_exported_says_why(ask, arguments, code):
    result = ask(*arguments)
    assert result.status != 0 and result.out == ""
    told = result.error["code"] if "--json" in arguments else result.err.split(":")[0].removeprefix("Error ")
    assert told == code


def test_standard_output_is_the_file_in_any_locale(ask, run_apart, tmp_path):
    ask("export", "--format", "json", "-o", "books.json", "--lang", "zh")
    options = ("--today", TODAY, "--ledger", str(tmp_path / "ledger.db"), "--lang", "zh")
    printed = run_apart("export", "--format", "json", *options, PYTHONIOENCODING="latin-1")
    assert printed.out.encode("latin-1") == (tmp_path / "books.json").read_bytes()
