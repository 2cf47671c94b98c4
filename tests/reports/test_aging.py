"""`report aging` on the portfolio: bands and rolls equal those counted from the oracle's pictures of each month end."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections import Counter
from datetime import date
from itertools import pairwise

import pytest

from baitiao_cli.messages.definitions import definition_of
from tests.reports.conftest import ENDS, TODAY

BANDS = ["M0", "M1", "M2", "M3", "M4", "M5", "M6", "M7+", "lost"]


def band(picture) -> str:
    if picture.status in ("charged-off", "written-off"):
        return "lost"
    if not sum(picture.owed.values()):
        return "paid"
    days = picture.days_past_due
    return BANDS[0] if days == 0 else BANDS[min((days - 1) // 30 + 1, 7)]


def test_bands_are_those_of_the_oracle(report, pictures) -> None:
    data = report("aging", "--json").data
    now = [ends[TODAY] for ends in pictures.values() if sum(ends[TODAY].owed.values())]
    for row in data["rows"]:
        inside = [picture for picture in now if band(picture) == row["bucket"]]
        assert row["account_count"] == len(inside)
        assert row["owed_fen"] == sum(sum(picture.owed.values()) for picture in inside)
        assert row["overdue_fen"] == sum(picture.overdue for picture in inside)
    assert [row["bucket"] for row in data["rows"]] == BANDS
    assert data["totals"]["account_count"] == len(now)
    late = [row for row in data["rows"][1:] if row["account_count"]]
    assert len(late) >= 3, "the portfolio has accounts in several bands"


def test_rolls_and_moves_are_those_of_the_oracle(report, pictures) -> None:
    data = report("aging", "--json").data
    counts: Counter[tuple[str, str, str]] = Counter()
    sums: Counter[tuple[str, str, str]] = Counter()
    for ends in pictures.values():
        for before, end in pairwise(ENDS):
            if end >= date(2026, 1, 31) and before in ends and band(ends[before]) != "paid":
                move = (str(end), band(ends[before]), band(ends[end]))
                counts[move] += 1
                sums[move] += sum(ends[before].owed.values())
    told = {(move["month_end_on"], move["from_bucket"], move["to_bucket"]): move for move in data["moves"]}
    assert {move: row["account_count"] for move, row in told.items()} == counts
    assert {move: row["owed_fen"] for move, row in told.items()} == sums
    order = ["paid", *BANDS]
    for roll in data["rolls"]:
        mine = {key: fen for key, fen in sums.items() if key[:2] == (roll["month_end_on"], roll["bucket"])}
        worse = {key: fen for key, fen in mine.items() if order.index(key[2]) > order.index(key[1])}
        assert roll["worse_count"] == sum(counts[key] for key in worse)
        assert roll["rolled_amount_pct"] == f"{100 * sum(worse.values()) / sum(mine.values()):.2f}"
        assert roll["better_count"] + roll["same_count"] + roll["worse_count"] == roll["account_count"]


def test_the_accounts_behind_a_band_are_told(report, pictures) -> None:
    data = report("aging", "--explain", "M1", "--json").data
    inside = [name for name, ends in pictures.items() if band(ends[TODAY]) == "M1"]
    assert [row["account_id"] for row in data["accounts"]] == inside
    assert "baitiao explain " + inside[0] in report("aging", "--explain", "M1").out
    assert report("aging", "--explain", "M9").status == 2
    assert "M2" in report("aging").out.splitlines()[-1]


@pytest.mark.parametrize("name", ["bands", "rolls", "moves"])
def test_each_table_can_be_had_as_csv(report, name) -> None:
    head, *rows = report("aging", "--csv", "--table", name).out.splitlines()
    key = {"bands": "rows"}.get(name, name)
    data = report("aging", "--json").data
    assert set(head.split(",")) == set(data[key][0])
    assert len(rows) == len(data[key])
    assert report("aging", "--table", name).status == 2
    assert report("aging", "--csv", "--table", name, "--explain", "M0").status == 2


def test_on_a_page_the_bands_are_drawn(report) -> None:
    page = report("aging", "--html", "--lang", "zh").out
    assert "<svg" in page
    assert json.dumps(report("aging", "--json").data["totals"]["account_count"]) in page


def test_before_any_account_there_is_nothing(report) -> None:
    data = report("aging", "--as-of", "2020-01-01", "--json").data
    assert data["totals"]["account_count"] == 0
    assert data["moves"] == []


def test_examples_of_the_definitions(run, tmp_path) -> None:
    """One account, 5,000.00 bought on the next bill: due 2026-02-12, so 31 days past due on 03-15, with all it owes."""

    def at(today: str, *arguments: str):
        return run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"), "--json").data

    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "20000")
    at("2026-01-10", "charge", "A1", "5000")
    rows = {row["bucket"]: row for row in at("2026-03-15", "report", "aging")["rows"]}
    # Of 5,000.00, a night costs 2.50 and, as the minimum is missed, 0.75. The bill of 03-03 asks for 19 nights, 47.50
    # and 14.25, whose interest bears the same from its due date on: 3 nights of 47.50 are 0.07 and 0.02; 12 nights are
    # 30.00 and 9.00.
    assert rows["M2"]["owed_fen"] == 5_000_00 + 47_50 + 14_25 + 30_07 + 9_02
    assert rows["M2"]["share_pct"] == "100.00"
    assert rows["M1"]["owed_fen"] == 0
    assert "31 days past due" in definition_of("aging", "band").example.en


def test_what_is_charged_off_is_lost(run, portfolio, tmp_path) -> None:
    """An account of M4 or worse, charged off on the last day, goes from its band to the last row with what it owes."""
    path = tmp_path / "ledger.db"
    shutil.copyfile(portfolio, path)
    given = ("--ledger", str(path), "--today", str(TODAY))
    data = run("report", "aging", "--json", *given).data
    name = next(row["bucket"] for row in data["rows"][4:8] if row["account_count"])
    account = run("report", "aging", "--explain", name, "--json", *given).data["accounts"][0]
    assert run("charge-off", account["account_id"], "--reason", "x", *given).status == 0
    after = run("report", "aging", "--json", *given).data
    assert after["rows"][8] == data["rows"][8] | {
        "account_count": 1,
        "owed_fen": account["owed_fen"],
        "overdue_fen": account["overdue_fen"],
        "share_pct": f"{100 * account['owed_fen'] / data['totals']['owed_fen']:.2f}",
    }
    assert after["totals"] == data["totals"]
    moved = {row["from_bucket"] for row in after["moves"] if row["to_bucket"] == "lost"}
    assert len(moved) == 1
    # Its principal is off the books, and no class has it any more.
    classes = run("report", "classes", "--json", *given).data
    (off,) = (
        sqlite3.connect(path)
        .execute("SELECT -sum(amount_fen) FROM postings WHERE ledger_account = 'loss_allowance'")
        .fetchone()
    )
    assert classes["charged_off_fen"] == off > 0
    before = run("report", "classes", "--json", "--ledger", str(portfolio), "--today", str(TODAY)).data
    assert before["principal_fen"] - classes["principal_fen"] == off
