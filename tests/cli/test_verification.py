"""`verify` and `close`: the customer is asked for the ends of what is known, and what fails is counted."""

from __future__ import annotations

import sqlite3
from contextlib import closing

PHONE, NUMBER = "--phone-digits", "--id-digits"
ID_NUMBER = "00000019900902123x"


def payoff(at):
    at("2026-02-05", "payoff", "A1", "--pay")  # A1E5


def kinds(at) -> list[str]:
    return [line["kind"] for line in at("2026-02-10", "history", "A1", "--json").data["lines"]]


def test_a_closing_is_for_who_knows_both_ends_and_says_so(at, head):
    payoff(at)
    check = at("2026-02-05", "close", "A1", "--check")
    assert "Phone, ID number" in check.out
    assert "stands in for a real verification" in check.out
    assert at("2026-02-05", "close", "A1", "--check", "--json").data["asked"] == ["phone", "id_number"]
    needed = at("2026-02-05", "close", "A1", PHONE, "1234", "--json")
    assert (needed.status, needed.error["code"]) == (2, "verification-needed")
    assert NUMBER in needed.error["message"]
    answer = at("2026-02-05", "close", "A1", PHONE, "1234", NUMBER, "1234", "--json").data
    assert (answer["by"], answer["verified"]) == ("customer", ["phone", "id_number"])
    assert "Closed, verified: Phone, ID number" in at("2026-02-05", "history", "A1").out
    head()


def test_an_attempt_that_fails_stays_and_a_retry_of_it_is_counted_once(at, head):
    payoff(at)
    wrong = ("close", "A1", PHONE, "9876", NUMBER, "1234", "--request-id", "r1", "--json")
    for _ in range(2):
        refused = at("2026-02-05", *wrong)
        assert (refused.status, refused.error["code"]) == (4, "verification-failed")
        assert "failed: 1." in refused.error["message"]
    # Other digits are no other request: they are not in what a request is known by.
    assert at("2026-02-05", "close", "A1", PHONE, "1234", NUMBER, "1234", "--request-id", "r1").status == 4
    assert kinds(at).count("verification-failed") == 1
    assert at("2026-02-05", "close", "A1", PHONE, "1234", NUMBER, "1234", "--request-id", "r2").status == 0
    assert "身份核验失败, 不符: 电话" in at("2026-02-05", "history", "A1", "--lang", "zh").out
    head()


def test_nothing_that_was_given_is_kept(at, ledger):
    payoff(at)
    at("2026-02-05", "close", "A1", PHONE, "9876", NUMBER, "765X", "--request-id", "r1")
    with closing(sqlite3.connect(ledger)) as connection:
        dump = "\n".join(connection.iterdump())
    assert "'r1'" in dump
    assert not any(f'"{given}"' in dump for given in ("9876", "765X"))


def test_what_stands_in_the_way_is_told_before_anybody_is_verified(at, head):
    before = head()
    assert (
        at("2026-02-05", "close", "A1", PHONE, "9876", NUMBER, "1234", "--json").error["code"] == "close-blocked-owed"
    )
    assert head() == before


def test_a_dry_run_and_a_batch_verify_nobody(at, tmp_path, head):
    payoff(at)
    before = head()
    assert at("2026-02-05", "close", "A1", "--dry-run").status == 0
    both = at("2026-02-05", "close", "A1", PHONE, "9876", "--dry-run", "--json")
    assert (both.status, both.error["code"]) == (2, "digits-not-compared")
    assert PHONE in both.error["hint"]
    lines = tmp_path / "close.jsonl"
    lines.write_text('{"verb":"close","account":"A1"}\n', "utf-8")
    assert at("2026-02-05", "batch", str(lines), "--json").error["code"] == "verification-needed"
    assert head() == before


def test_the_operator_closes_with_a_reason_and_it_is_told_as_such(at, head):
    payoff(at)
    assert at("2026-02-05", "close", "A1", "--by", "operator", "--json").error["code"] == "closing-needs-reason"
    both = at("2026-02-05", "close", "A1", "--by", "operator", "--reason", "x", PHONE, "1234", "--json")
    assert both.error["code"] == "options-exclusive"
    assert at("2026-02-05", "close", "A1", "--by", "operator", "--reason", "fraud").status == 0
    assert "Closed\t2026-02-05, by the operator" in at("2026-02-06", "show", "A1").out
    assert at("2026-02-06", "show", "A1", "--json").data["closed_by"] == "operator"
    assert "Closed, by the operator; fraud" in at("2026-02-06", "history", "A1").out
    at("2026-02-07", "reopen", "A1", "--limit", "8000")
    assert at("2026-02-07", "show", "A1", "--json").data["closed_by"] is None
    head()


def test_what_is_not_known_is_not_asked_for(at):
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "3000")
    assert at("2026-02-05", "close", "A2").status == 0
    at("2026-02-05", "open", "--name", "王芳", "--limit", "3000", "--phone", "+86 138-0000-12-34")
    assert at("2026-02-05", "close", "A3", PHONE, "1234").status == 0


def test_the_check_and_the_refusal_name_the_command_that_closes(at):
    people = (
        ("A2", (), (), ""),
        ("A3", ("--phone", "13800005678"), (PHONE, "-"), "5678\n"),
        ("A4", ("--phone", "13800004321", "--id-number", ID_NUMBER), (PHONE, "-", NUMBER, "-"), "4321\n123X\n"),
    )
    for account_id, known, asked, told in people:
        at("2026-02-05", "open", "--name", "王芳", "--limit", "3000", *known)
        command = " ".join(["baitiao close", account_id, *asked])
        assert f"To close: {command}\n" in at("2026-02-05", "close", account_id, "--check").out
        if asked:
            # A verification before is none for the closing.
            assert at("2026-02-05", "verify", account_id, *asked, stdin=told).status == 0
            refused = at("2026-02-05", "close", account_id, "--json").error
            assert (refused["code"], refused["hint"].endswith(f": {command}")) == ("verification-needed", True)
        assert at("2026-02-05", *command.split()[1:], stdin=told).status == 0


def test_a_verification_that_lacks_digits_names_its_own_command(at):
    refused = at("2026-02-05", "verify", "A1", PHONE, "1234", "--json").error
    assert refused["hint"].endswith("baitiao verify A1 --phone-digits - --id-digits -")


def test_verifying_alone_is_an_event_of_its_own(at, head):
    answer = at("2026-02-05", "verify", "A1", PHONE, "1234", NUMBER, "1234", "--json").data
    assert (answer["event_id"], answer["fields"]) == ("A1E5", ["phone", "id_number"])
    assert kinds(at)[-1] == "person-verified"
    head()


RIGHT, WRONG = (PHONE, "1234", NUMBER, "1234"), (PHONE, "9999", NUMBER, "1234")


def test_an_answered_verification_is_told_again_only_to_who_is_right_again(at, head):
    again = ("--request-id", "r2", "--json")
    first = at("2026-02-05", "verify", "A1", *RIGHT, *again).data
    assert at("2026-02-05", "verify", "A1", *RIGHT, *again).data["event_id"] == first["event_id"]
    assert at("2026-02-05", "verify", "A1", *again).error["code"] == "verification-needed"
    refused = at("2026-02-05", "verify", "A1", *WRONG, *again)
    assert (refused.status, refused.error["code"]) == (4, "request-id-reused")
    assert kinds(at)[-2:] == ["person-verified", "verification-failed"]  # a guess is counted here, too
    head()


def test_an_answered_closing_is_told_again_only_to_who_is_right_again(at, head):
    payoff(at)
    again = ("--request-id", "r2", "--json")
    assert at("2026-02-05", "close", "A1", *RIGHT, *again).status == 0
    assert at("2026-02-05", "close", "A1", *WRONG, *again).error["code"] == "request-id-reused"
    assert at("2026-02-05", "close", "A1", *RIGHT, *again).data["status"] == "closed"
    head()


def test_an_answered_closing_by_the_operator_asks_nobody(at):
    payoff(at)
    command = ("close", "A1", "--by", "operator", "--reason", "fraud", "--request-id", "r2", "--json")
    assert [at("2026-02-05", *command).data["event_id"] for _ in range(2)] == ["A1E6", "A1E6"]


def test_an_attempt_is_made_today(at, head):
    """Attempts dated before the last right one were wiped by it: there was no end of guessing."""
    at("2026-02-05", "verify", "A1", *RIGHT)
    before = head()
    refused = at("2026-02-06", "verify", "A1", *WRONG, "--on", "2026-02-04", "--json")
    assert (refused.status, refused.error["code"]) == (4, "verification-has-no-day")
    assert head() == before
    assert at("2026-02-06", "verify", "A1", *RIGHT, "--on", "2026-02-06").status == 0


def test_attempts_for_a_closing_on_a_past_day_are_made_today(at, head):
    payoff(at)
    at("2026-02-06", "verify", "A1", *RIGHT)
    for count in (1, 2, 3):
        refused = at("2026-02-07", "close", "A1", *WRONG, "--on", "2026-02-05", "--json")
        assert f"failed: {count}." in refused.error["message"]
    assert at("2026-02-07", "show", "A1", "--json").data["status"] == "suspended"
    assert at("2026-02-07", "close", "A1", *RIGHT, "--on", "2026-02-05", "--json").data["status"] == "closed"
    lines = at("2026-02-07", "history", "A1", "--json").data["lines"]
    days = {kind: [one["on"] for one in lines if one["kind"] == kind] for kind in kinds(at)}
    assert days["verification-failed"] == ["2026-02-07"] * 3
    assert days["person-verified"] == ["2026-02-06", "2026-02-07"]
    assert days["account-closed"] == ["2026-02-05"]
    head()


def test_the_third_wrong_answer_says_that_the_line_is_suspended_and_how_that_is_lifted(at):
    wrong = ("verify", "A1", PHONE, "9876", NUMBER, "1234")
    for _ in range(2):
        assert "suspended" not in at("2026-02-05", *wrong).err
    refused = at("2026-02-05", *wrong)
    assert refused.status == 4
    assert "failed: 3. The line is suspended now" in refused.err
    assert "baitiao verify A1 --phone-digits - --id-digits -" in refused.err
    assert "baitiao resume A1 --reason TEXT" in refused.err
    assert "账户现已暂停使用" in at("2026-02-05", *wrong, "--lang", "zh").err
    lines = at("2026-02-05", "history", "A1", "--json").data["lines"]
    stops = [(line["on"], line["cause"]) for line in lines if line["kind"] == "account-suspended"]
    assert stops == [("2026-02-05", "abnormal-login")]
    assert "Suspended, identity in doubt" in at("2026-02-05", "history", "A1").out
    told = at("2026-02-05", "history", "A1", "--lang", "zh").out + at("2026-02-05", "show", "A1", "--lang", "zh").out
    assert "身份存疑" in told
    assert "异常登录" not in told
    at("2026-02-06", "verify", "A1", PHONE, "1234", NUMBER, "1234")
    assert at("2026-02-06", "show", "A1", "--json").data["status"] == "open"
    kinds_then = [line["kind"] for line in at("2026-02-06", "history", "A1", "--json").data["lines"]]
    assert kinds_then.count("account-suspended") == 1  # a fourth wrong answer suspends no more
