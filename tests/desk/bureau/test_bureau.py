"""The file for a credit bureau: its statuses by hand and by SQL, who stands in it, and who must be told before."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.desk.facts import BureauFileMade, ConsentStated, ListedLate
from baitiao_cli.ledger.store import Ledger

FILE = "bureau-not-sent.json"


@pytest.fixture
def shop(run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Runs a command on a day in a ledger with A1 of P1, opened on 5 January 2026, with a bill day of the 3rd."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAITIAO_LEDGER", "shop.db")
    run("init")

    def on_a_day(today: str, *arguments: str, status: int = 0) -> Any:
        done = run(*arguments, "--today", today, "--json")
        assert done.status == status, done.err
        return done.error if status and status != 6 else done.data

    person = ("--name", "李雷", "--id-number", "000000199009011234")
    on_a_day("2026-01-05", "open", *person, "--limit", "20000", "--product", "month")
    return on_a_day


def agree(on: str, is_given: bool = True, who: str = "P1") -> None:
    day = date.fromisoformat(on)
    with Ledger.open(Path(os.environ["BAITIAO_LEDGER"])).write(today=day, now=f"{on}T08:00:00Z", operator="x") as tx:
        tx.record_at_desk(who, ConsentStated(purpose="bureau-report", is_given=is_given), day)


def exported(shop, on: str, **options: Any) -> dict:
    shop(on, "bureau", "export", "-o", FILE, "--force", *options.get("more", ()))
    return json.loads(Path(FILE).read_text("utf-8"))


def reported(shop, on: str) -> list[tuple[str, str]]:
    return [(one["account_id"], one["statuses"].lstrip("/")) for one in exported(shop, on)["records"]]


def left(shop, on: str) -> list[str]:
    return [one["why"] for one in exported(shop, on)["left_out"]]


def test_months_stand_as_they_ended(shop) -> None:
    # 1,000.00 bought in January: the bill of 3 February is due on the 12th, that of 3 March (nothing paid) on the 12th.
    agree("2026-01-05")
    shop("2026-01-10", "charge", "A1", "1000")
    assert reported(shop, "2026-01-31") == [("A1", "*")]
    assert reported(shop, "2026-02-12") == [("A1", "*N")]  # the due date itself
    shop("2026-02-12", "bureau", "notice", "A1", "--channel", "letter", status=4)
    assert left(shop, "2026-02-13") == ["no-notice"]
    told = shop("2026-02-13", "bureau", "notice", "A1", "--channel", "letter")
    assert (told["since_on"], told["days_past_due"]) == ("2026-02-12", 1)
    assert left(shop, "2026-02-13") == ["no-notice"]  # the same day is not before
    assert reported(shop, "2026-02-14") == [("A1", "*1")]
    assert reported(shop, "2026-03-14") == [("A1", "*11")]  # 30 days: the month before stands as it ended
    assert reported(shop, "2026-03-15") == [("A1", "*12")]
    file = exported(shop, "2026-03-31")
    [record] = file["records"]
    assert (record["statuses"], record["days_past_due"]) == ("/" * 21 + "*12", 47)
    assert (record["five_class"], record["late_since_on"]) == ("special-mention", "2026-02-12")
    assert (record["limit_fen"], record["name"], record["id_number"]) == (20_000_00, None, None)
    figures = shop("2026-03-31", "show", "A1")
    assert (record["balance_fen"], record["overdue_fen"]) == (figures["owed_fen"], figures["overdue_fen"])
    shop("2026-04-01", "payoff", "A1", "--pay")
    assert reported(shop, "2026-04-30") == [("A1", "*12*")]
    shop("2026-05-20", "close", "A1", "--id-digits", "1234")
    assert reported(shop, "2026-05-31") == [("A1", "*12*C")]
    assert left(shop, "2026-06-01") == ["closed-before"]


def test_lateness_that_ended_needs_another_notice(shop) -> None:
    agree("2026-01-05")
    shop("2026-01-10", "charge", "A1", "1000")
    shop("2026-02-20", "bureau", "notice", "A1", "--channel", "call")
    assert reported(shop, "2026-02-28") == [("A1", "*1")]
    shop("2026-03-01", "repay", "A1", "900")
    assert reported(shop, "2026-03-02")[0][1] == "*1*"
    assert left(shop, "2026-03-31") == ["no-notice"]  # the bill of 3 March, too, was not paid
    shop("2026-03-31", "bureau", "notice", "A1", "--channel", "text")
    assert reported(shop, "2026-04-01")[0][1] == "*111"


def test_a_debt_that_was_given_up(shop) -> None:
    agree("2026-01-05")
    shop("2026-01-10", "charge", "A1", "1000")
    shop("2026-05-20", "bureau", "notice", "A1", "--channel", "letter")
    shop("2026-06-20", "charge-off", "A1", "--reason", "x")
    assert reported(shop, "2026-06-30") == [("A1", "*1234B")]
    shop("2026-07-01", "write-off", "A1", "--reason", "x")
    assert reported(shop, "2026-07-01") == [("A1", "*1234BG")]


def test_only_who_agreed_and_did_not_withdraw_it(shop) -> None:
    assert left(shop, "2026-01-31") == ["no-consent"]
    agree("2026-02-10")
    assert left(shop, "2026-02-09") == ["no-consent"]
    assert reported(shop, "2026-02-10") == [("A1", "**")]
    agree("2026-02-20", is_given=False)
    assert left(shop, "2026-02-20") == ["no-consent"]


def test_the_file_is_marked_private_and_the_same_for_the_same_day(shop, run) -> None:
    agree("2026-01-05")
    assert shop("2026-01-31", "bureau", "export", "-o", "june.json", status=2)["code"] == "bureau-file-unmarked"
    shop("2026-01-31", "bureau", "export", "-o", "none/not-sent.json", status=5)
    first = shop("2026-01-31", "bureau", "export")
    assert first["record_id"] == "D2"  # the consent is D1: of the refused ones nothing was recorded
    path = Path("bureau-2026-01-31-not-sent.json")
    content = path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert content.startswith(b'{"schema":"baitiao/bureau/1","marked":"NOT SENT')
    shop("2026-02-01", "bureau", "export", "--on", "2026-01-31", status=2)  # the file is there
    again = shop("2026-02-01", "bureau", "export", "--on", "2026-01-31", "--force")
    assert path.read_bytes() == content
    assert (again["record_id"], again["file_hash"]) == (first["record_id"], first["file_hash"])
    shop("2026-02-01", "bureau", "export", "--on", "2026-02-01", "--dry-run")
    assert not Path("bureau-2026-02-01-not-sent.json").exists()
    assert "File for a credit bureau D2" in run("explain", "D2", "--today", "2026-02-01").out


def test_people_stand_in_it_only_with_a_reason_that_is_recorded(shop) -> None:
    agree("2026-01-05")
    assert "李雷" not in json.dumps(exported(shop, "2026-01-31"), ensure_ascii=False)
    shop("2026-01-31", "bureau", "export", "-o", FILE, "--force", "--unmask", status=2)
    [record] = exported(shop, "2026-01-31", more=("--unmask", "--reason", "monthly check"))["records"]
    assert (record["name"], record["id_number"]) == ("李雷", "000000199009011234")
    seen = [entry for entry in shop("2026-01-31", "audit", "A1")["entries"] if "monthly check" in json.dumps(entry)]
    assert len(seen) == 1


def test_a_request_is_answered_once_whatever_is_known_since(shop) -> None:
    agree("2026-01-05")
    shop("2026-01-08", "charge", "A1", "1000")
    asked = ("bureau", "export", "--request-id", "r1", "-o", FILE)
    first = shop("2026-01-31", *asked)
    content = Path(FILE).read_bytes()
    assert shop("2026-01-31", *asked) == first
    shop("2026-02-02", "repay", "A1", "100", "--on", "2026-01-20")
    assert shop("2026-02-02", *asked) == first
    assert shop("2026-02-02", *asked, "--force") == first
    assert Path(FILE).read_bytes() == content
    others = (
        ("--unmask", "--reason", "look"),
        ("-o", "b-not-sent.json"),
        ("-o", "b-not-sent.json", "--unmask", "--reason", "look"),
        ("--on", "2026-01-30"),
    )
    for other in others:
        assert shop("2026-02-02", *asked, *other, status=4)["code"] == "request-id-reused"
    assert not Path("b-not-sent.json").exists()
    assert "look" not in json.dumps(shop("2026-02-02", "audit", "A1"))
    assert Path(FILE).read_bytes() == content


def test_who_may_not_make_the_file_looks_at_nobody(shop) -> None:
    agree("2026-01-05")
    shop("2026-01-31", "operator", "anna", "--role", "admin", "--operator", "anna")
    shop("2026-01-31", "operator", "olga", "--role", "auditor", "--operator", "anna")
    asked = ("bureau", "export", "-o", FILE, "--unmask", "--reason", "curious", "--operator", "olga")
    assert shop("2026-01-31", *asked, status=4)["code"] == "role-needed"
    assert "curious" not in json.dumps(shop("2026-01-31", "audit", "A1"))


def test_the_check_finds_who_was_reported_without_consent_or_notice(shop) -> None:
    """Files that no command would make: recorded by hand."""
    shop("2026-01-10", "charge", "A1", "1000")
    agree("2026-02-20")
    day = date(2026, 2, 28)
    late = ListedLate(account_id="A1", since_on=date(2026, 2, 12))
    made = BureauFileMade(account_ids=("A1",), late=(late,), file_hash="0" * 64)
    shop("2026-02-28", "bureau", "notice", "A1", "--channel", "letter")
    with Ledger.open(Path("shop.db")).write(today=day, now="2026-02-28T08:00:00Z", operator="x") as tx:
        tx.record_at_desk("", made, date(2026, 2, 19))
        tx.record_at_desk("", made, day)

    def found(rule: str) -> list[tuple[str, str]]:
        lines = shop("2026-02-28", "compliance", "check", "--rule", rule, status=6)["lines"]
        return [(one["record_id"], one["effective_on"]) for one in lines[0]["findings"]]

    assert found("report-consent") == [("D3", "2026-02-19")]
    assert found("adverse-notice") == [("D3", "2026-02-19")]  # the second file goes on from the first


def test_a_portfolio_by_the_bills_of_its_tables(portfolio, run, tmp_path, monkeypatch) -> None:
    """Everybody agreed and is told: what the file says is compared with `list` and with dates in the tables."""
    shutil.copyfile(portfolio, tmp_path / "p.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BAITIAO_LEDGER", "p.db")
    on = date(2026, 6, 30)
    with closing(sqlite3.connect("p.db")) as connection:
        rows = connection.execute("SELECT account_id, person_id, opened_on, closed_on FROM accounts").fetchall()
        due = connection.execute(
            "SELECT account_id FROM bills WHERE due_on BETWEEN '2026-06-01' AND '2026-06-30' AND amount_due_fen > 0"
        ).fetchall()
    with Ledger.open(Path("p.db")).write(today=on, now="2026-06-30T08:00:00Z", operator="x") as tx:
        for person_id in {person_id for _, person_id, _, _ in rows}:
            tx.record_at_desk(person_id, ConsentStated(purpose="bureau-report", is_given=True), date(2025, 7, 1))
    told = run("list", "--as-of", "2026-06-30", "--today", "2026-06-30", "--json").data["accounts"]
    lines = {one["account_id"]: one for one in told}
    late = [account_id for account_id, line in lines.items() if line["days_past_due"]]
    first = run("bureau", "export", "--on", "2026-06-30", "-o", FILE, "--today", "2026-06-30", "--json").data
    unheard = {one["account_id"] for one in first["left_out"] if one["why"] == "no-notice"}
    assert unheard == {*late}
    for account_id in late:
        days = ("--on", "2026-06-29", "--today", "2026-06-30")
        assert run("bureau", "notice", account_id, "--channel", "letter", *days).status in (0, 4)  # not late before
    run("bureau", "export", "--on", "2026-06-30", "-o", FILE, "--force", "--today", "2026-06-30")
    records = {one["account_id"]: one for one in json.loads(Path(FILE).read_text("utf-8"))["records"]}
    open_now = {account_id for account_id, _, _, closed_on in rows if not closed_on or closed_on >= "2026-06-01"}
    assert records.keys() <= open_now
    assert len(open_now - records.keys()) <= len(late)
    for account_id, record in records.items():
        line = lines[account_id]
        assert record["overdue_fen"] == line["overdue_fen"]
        assert (record["days_past_due"], record["five_class"]) == (line["days_past_due"], line["class"])
        opened = next(opened_on for one, _, opened_on, _ in rows if one == account_id)
        months_before = (int(opened[:4]) - 2024) * 12 + int(opened[5:7]) - 7
        assert len(record["statuses"]) == 24
        assert len(record["statuses"]) - len(record["statuses"].lstrip("/")) == months_before
        last, days = record["statuses"][-1], line["days_past_due"]
        if line["status"] not in ("closed", "charged-off", "written-off"):
            fell_due = (account_id,) in due
            assert last == (str(min(7, (days + 29) // 30)) if days else "N" if fell_due else "*"), account_id
