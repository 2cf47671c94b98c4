"""What was changed behind the ledger's back is found and named; garbage is a finding, never a failure."""

from __future__ import annotations

import random

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import check
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.messages.errors import ERRORS
from baitiao_cli.show.errors import describe_error


def found(shop, full: bool = False) -> list[tuple[str, str]]:
    """What was found and where; each finding can be told in both languages with all its figures."""
    findings = check_ledger(shop.ledger, full)
    for finding in findings:
        assert ERRORS[finding.code].status == 6
        for language in ("en", "zh"):
            told = describe_error(BaitiaoError(finding.code, where=finding.where, **finding.figures), language)
            assert "?" not in "".join(told).replace("？", "") or "None" in str(finding.figures), told
    return [(finding.code, finding.where) for finding in findings]


def test_nothing_is_wrong(busy_shop) -> None:
    assert found(busy_shop) == found(busy_shop, full=True) == []


@pytest.mark.parametrize(
    "change",
    [
        "event_id = 'A1E99'",
        "kind = 'gift'",
        "effective_on = '2026-01-07'",
        "recorded_at = '2026-01-05T08:00:01+00:00'",
        "operator = 'someone else'",
        "request_id = 'r9'",
        "body = replace(body, '120000', '120001')",
        "body = body || ' '",
        "body = '{'",
        "body = ''",
        f"hash_before = '{'1' * 64}'",
        f"hash = '{'1' * 64}'",
    ],
)
def test_an_event_that_was_changed(busy_shop, change: str) -> None:
    busy_shop.tamper("PRAGMA ignore_check_constraints = on", f"UPDATE events SET {change} WHERE number = 2")
    where = "A1E99" if "A1E99" in change else "A1E2"
    assert ("check-event", where) in found(busy_shop)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM events WHERE number = 2",
        "UPDATE events SET number = number + 100, event_id = account_id || 'E' || (number + 100) WHERE number = 2",
        "UPDATE events SET sequence = 1000 WHERE number = 2",
        "INSERT INTO events SELECT 1000, 'A1E1000', account_id, 1000, kind, effective_on, recorded_at, operator,"
        " request_id, body, hash_before, hash FROM events WHERE number = 2",
    ],
)
def test_an_event_that_was_removed_moved_or_added(busy_shop, statement: str) -> None:
    busy_shop.tamper(statement)
    assert "check-event" in {code for code, _ in found(busy_shop)}


def test_a_tail_that_was_cut_off_is_seen_by_the_seals(busy_shop) -> None:
    busy_shop.tamper("DELETE FROM events WHERE number = (SELECT max(number) FROM events)")
    assert "check-seal" in {code for code, _ in found(busy_shop)}


@pytest.mark.parametrize(
    "change",
    [
        "sealed_at = '2027-01-05T08:00:00+00:00'",
        "last_sequence = last_sequence + 1",
        "last_group_number = last_group_number + 1",
        "heads = '{}'",
        f"journal_hash = '{'1' * 64}'",
        f"hash_before = '{'1' * 64}'",
        f"hash = '{'1' * 64}'",
        "number = 1000",
    ],
)
def test_a_seal_that_was_changed(busy_shop, change: str) -> None:
    busy_shop.tamper(f"UPDATE seals SET {change} WHERE number = 2")
    assert "check-seal" in {code for code, _ in found(busy_shop)}


def test_a_seal_tells_what_it_closes_otherwise_and_those_after_it_are_only_counted(busy_shop) -> None:
    busy_shop.tamper(
        "UPDATE seals SET sealed_at = '2027-01-05T08:00:00Z'", "UPDATE seals SET heads = replace(heads, 'A', 'B')"
    )
    told = [finding for finding in check_ledger(busy_shop.ledger) if "seal" in finding.code]
    assert {finding.code for finding in told} == {"check-seal", "check-more-seals"}
    assert "account A1, account B1" in {finding.figures.get("problem") for finding in told}
    listed = {finding.where for finding in told}
    assert told[-1].figures["count"] == busy_shop.rows("SELECT count(*) AS n FROM seals")[0]["n"] - len(listed)


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE postings SET amount_fen = amount_fen + 1 WHERE posting_number = 1", {"check-group", "check-seal"}),
        ("UPDATE postings SET ledger_account = 'cash' WHERE posting_number = 1", {"check-journal", "check-seal"}),
        ("UPDATE postings SET plan_id = 'A1P9' WHERE group_number = 1", {"check-journal", "check-seal"}),
        ("UPDATE posting_groups SET cause = 'A1E9' WHERE group_number = 1", {"check-seal"}),
        ("UPDATE posting_groups SET posted_on = '2027-01-01' WHERE group_number = 1", {"check-seal"}),
        ("DELETE FROM postings WHERE group_number = 1", {"check-journal", "check-seal"}),
        ("DELETE FROM posting_groups WHERE group_number = 1", {"check-link", "check-seal"}),
        ("UPDATE postings SET amount_fen = -amount_fen WHERE group_number = 1", {"check-journal", "check-seal"}),
    ],
)
def test_a_journal_that_was_changed(busy_shop, statement: str, codes: set[str]) -> None:
    busy_shop.tamper(statement)
    assert codes <= {code for code, _ in found(busy_shop)}


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE accounts SET used_fen = used_fen - 1", "A1"),
        ("UPDATE accounts SET limit_fen = 20000000", "A1"),
        ("UPDATE accounts SET next_due_on = NULL", "A1"),
        ("UPDATE plans SET balance_fen = 0, settled_on = '2026-03-06' WHERE plan_id = 'A1P1'", "A1P1"),
        ("UPDATE plans SET merchant = 'others' WHERE plan_id = 'A1P1'", "A1P1"),
        ("DELETE FROM installments WHERE number = 12", "A1P1 12"),
        (
            "INSERT INTO installments SELECT plan_id, 13, due_on, 1, 0, 0, 0, 0, 1, 0 FROM installments LIMIT 1",
            "A1P1 13",
        ),
        ("UPDATE bills SET minimum_due_fen = 1 WHERE number = 1", "A1 1"),
    ],
)
def test_a_view_that_was_changed(busy_shop, statement: str, where: str) -> None:
    with busy_shop.sql() as connection:
        connection.execute(statement)
    assert ("check-view", where) in found(busy_shop)
    busy_shop.repay(1)
    assert found(busy_shop) == [], "the next write puts it right"


def test_a_day_that_cannot_be_true_keeps_nobody_busy(busy_shop) -> None:
    with busy_shop.sql() as connection:
        connection.execute("UPDATE accounts SET settled_through = '9999-12-31'")
    assert found(busy_shop)[0] == ("check-view", "A1")
    with pytest.raises(BaitiaoError, match="history-too-long"):
        busy_shop.repay(1)


@pytest.mark.parametrize("column", ["used_fen", "credit_fen"])
def test_a_large_ledger_compares_sums_and_folds_only_in_full(busy_shop, monkeypatch, column: str) -> None:
    monkeypatch.setattr(check, "SMALL_LEDGER_EVENTS", 1)
    assert found(busy_shop) == []
    with busy_shop.sql() as connection:
        connection.execute("UPDATE accounts SET tier = 'A'")
        assert found(busy_shop) == []
        assert found(busy_shop, full=True) == [("check-view", "A1")]
        connection.execute(f"UPDATE accounts SET {column} = {column} + 1")
        connection.execute("UPDATE plans SET balance_fen = balance_fen + 1 WHERE plan_id = 'A1P1'")
    assert found(busy_shop) == [("check-view", "A1"), ("check-view", "A1P1")]


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("DROP TRIGGER events_no_update", "trigger events_no_update"),
        ("DROP INDEX plans_one_per_order", "index plans_one_per_order"),
        ("CREATE TRIGGER quiet BEFORE INSERT ON postings BEGIN SELECT RAISE(IGNORE); END", "trigger quiet"),
        ("ALTER TABLE accounts ADD COLUMN note TEXT", "table accounts"),
    ],
)
def test_a_schema_that_was_changed(busy_shop, statement: str, where: str) -> None:
    with busy_shop.sql() as connection:
        connection.execute(statement)
    assert ("check-schema", where) in found(busy_shop)


def test_ones_own_index_or_view_is_no_finding(busy_shop) -> None:
    with busy_shop.sql() as connection:
        connection.execute("CREATE VIEW late AS SELECT * FROM accounts WHERE oldest_unpaid_due_on IS NOT NULL")
        connection.execute("CREATE INDEX plans_by_merchant ON plans (merchant)")
    assert found(busy_shop) == []


@pytest.mark.parametrize("table", ["events", "seals", "postings", "accounts", "plans"])
def test_a_table_that_is_gone(busy_shop, table: str) -> None:
    with busy_shop.sql() as connection:
        connection.execute(f"DROP TABLE {table}")
    codes = {code for code, _ in found(busy_shop)}
    assert {"check-schema", "check-stopped"} <= codes


@pytest.mark.parametrize("text", ["CAST(x'80ff' AS TEXT)", "'[red]' || char(0)", "char(27) || '[2J'"])
def test_text_that_is_no_text(busy_shop, text: str) -> None:
    busy_shop.tamper(f"UPDATE events SET operator = {text} WHERE number = 2")
    assert ("check-event", "A1E2") in found(busy_shop)


def test_garbage_in_the_file_is_always_told(busy_shop) -> None:
    """Bytes changed at random either are in no row, or are told; never a traceback, never a wrong figure passed."""
    whole = busy_shop.path.read_bytes()
    facts = {table: busy_shop.rows(f"SELECT * FROM {table}") for table in ("events", "postings", "accounts", "plans")}
    chance = random.Random(20260105)
    told = 0
    for _ in range(60):
        damaged = bytearray(whole)
        for _ in range(chance.choice([1, 1, 8])):
            damaged[chance.randrange(100, len(whole))] ^= 1 << chance.randrange(8)
        busy_shop.path.write_bytes(damaged)
        try:
            if found(busy_shop, full=True):
                told += 1
                continue
        except BaitiaoError as error:
            assert error.status == 5
            told += 1
            continue
        assert {table: busy_shop.rows(f"SELECT * FROM {table}") for table in facts} == facts
    assert told


def test_a_failure_that_nobody_foresaw_is_the_files_if_its_check_fails(busy_shop) -> None:
    busy_shop.tamper("UPDATE postings SET amount_fen = amount_fen + 1 WHERE posting_number = 1")
    with pytest.raises(BaitiaoError) as caught:  # the database refuses the group that would correct the journal
        busy_shop.repay(1)
    assert (caught.value.code, caught.value.details["reason"]) == ("ledger-damaged", "group 1")


def test_a_failure_that_nobody_foresaw_stays_ours_in_a_whole_ledger(busy_shop) -> None:
    with pytest.raises(ZeroDivisionError), busy_shop.write():
        raise ZeroDivisionError
