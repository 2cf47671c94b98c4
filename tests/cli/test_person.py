"""`person`: who is behind an account, masked, and correcting it without a trace of what was."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

PHONE, OTHER_ID = "13911112222", "00000019490103002X"
SECRETS = ("李雷", "李蕾", "13800001234", PHONE, "000000199009011234", OTHER_ID)


def correct(at, *values, today="2026-02-10", account="A1"):
    return at(today, "person", account, *values, "--reason", "asked", "--json")


def known(at, account="A1"):
    fields = at("2026-02-20", "person", account, "--json").data["fields"]
    return {field["field"]: (field["value"], field["since_on"], field["event_id"]) for field in fields}


def test_what_is_known_and_since_when(at):
    assert known(at) == {
        "name": ("李*", "2026-01-05", "A1E1"),
        "phone": ("138****1234", "2026-01-05", "A1E1"),
        "id_number": ("*" * 14 + "1234", "2026-01-05", "A1E1"),
    }
    at("2026-02-03", "open", "--name", "韩梅梅", "--limit", "3000")
    assert known(at, "A2")["phone"] == ("", None, "")
    assert "电话\t未知" in at("2026-02-20", "person", "A2", "--lang", "zh").out
    assert "Phone\t138****1234\t2026-01-05\tA1E1" in at("2026-02-20", "person", "A1").out


def test_a_correction_is_recorded_by_field_and_shown_masked(at, head):
    answer = correct(at, "--phone", PHONE, "--name", "李蕾")
    assert answer.data == {
        "account_id": "A1",
        "person_id": "P1",
        "event_id": "A1E5",
        "effective_on": "2026-02-10",
        "fields": ["name", "phone"],
    }
    assert known(at) == {
        "name": ("李*", "2026-02-10", "A1E5"),
        "phone": ("139****2222", "2026-02-10", "A1E5"),
        "id_number": ("*" * 14 + "1234", "2026-01-05", "A1E1"),
    }
    assert at("2026-02-10", "show", "A1", "--json").data["person"]["phone"] == "139****2222"
    line = at("2026-02-10", "history", "A1", "--json").data["lines"][-1]
    assert (line["kind"], line["corrected"]) == ("person-corrected", ["name", "phone"])
    assert at("2026-02-10", "history", "A1", "--lang", "zh").out.endswith(
        "\t客户信息更正, 姓名, 电话\t\t0.00\t6,434.99\n"
    )
    assert at("2026-02-10", "find", "2222", "--json").data["count"] == 1
    assert at("2026-02-10", "find", "00001234").status == 3
    head()


def test_nothing_personal_is_in_the_facts_or_in_any_answer(at, ledger):
    told = [correct(at, "--phone", PHONE, "--name", "李蕾", "--id-number", OTHER_ID)]
    told += [correct(at, "--phone", PHONE)]  # refused: known already
    told += [at("2026-02-10", "person", "A1", *form) for form in ([], ["--json"], ["--csv"], ["--lang", "zh"])]
    text = "".join(result.out + result.err for result in told)
    with closing(sqlite3.connect(ledger)) as connection:
        for table in ("events", "requests", "seals", "accounts"):
            text += str(connection.execute(f"SELECT * FROM {table}").fetchall())
    assert not any(secret in text for secret in SECRETS)


def test_what_is_known_already_is_no_correction(at, head):
    before = head()
    refused = correct(at, "--phone", "13800001234", "--name", "李雷")
    assert (refused.status, refused.error["code"]) == (4, "nothing-to-correct")
    assert head() == before
    assert correct(at, "--phone", "13800001234", "--name", "李蕾").data["fields"] == ["name"]


def test_another_persons_id_number_is_refused_without_saying_whose(at, head):
    at("2026-02-03", "open", "--name", "韩梅梅", "--limit", "3000", "--id-number", OTHER_ID)
    before = head()
    refused = correct(at, "--id-number", OTHER_ID, "--phone", PHONE)
    assert (refused.status, refused.error["code"]) == (4, "id-number-used")
    assert not any(told in refused.err for told in ("A2", "P2", "韩", OTHER_ID))
    assert head() == before
    assert known(at)["phone"][0] == "138****1234"


def test_a_dry_run_changes_nobody(at, ledger):
    before = ledger.read_bytes()
    assert correct(at, "--phone", PHONE, "--dry-run").data["event_id"] == "A1E5"
    assert ledger.read_bytes() == before


def test_a_request_counts_once(at, head):
    first = correct(at, "--phone", PHONE, "--request-id", "p1")
    before = head()
    assert correct(at, "--phone", PHONE, "--request-id", "p1", today="2026-02-12").data == first.data
    assert head() == before
    reused = correct(at, "--phone", "13999999999", "--request-id", "p1")
    assert (reused.status, reused.error["code"]) == (4, "request-id-reused")


def test_a_correction_that_is_refused_later_leaves_the_person(at, ledger):
    # Two lines of a batch in one transaction: the second is refused, so the first did not happen.
    lines = [
        {"verb": "person", "account": "A1", "phone": PHONE, "reason": "new number"},
        {"verb": "repay", "account": "A9", "amount": "1"},
    ]
    path = ledger.parent / "lines.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    assert at("2026-02-10", "batch", str(path)).status == 3
    assert known(at)["phone"][0] == "138****1234"
    path.write_text(json.dumps(lines[0]) + "\n", "utf-8")
    assert at("2026-02-10", "batch", str(path), "--json").data["results"][0]["result"]["fields"] == ["phone"]
    assert known(at)["phone"][0] == "139****2222"


@pytest.mark.parametrize("on", ["2026-02-11", "2026-01-04"])
def test_a_correction_counts_on_a_day_of_the_account(at, on):
    assert correct(at, "--phone", PHONE, "--on", on).status == 4
    assert known(at)["phone"][0] == "138****1234"


def test_a_correction_stays(at):
    correct(at, "--phone", PHONE)
    refused = at("2026-02-10", "reverse", "A1E5", "--json")
    assert (refused.status, refused.error["code"]) == (4, "not-reversible")
    assert "correction of the person" in refused.error["message"]
    assert "baitiao person A1" in refused.error["hint"]


def test_a_person_with_two_accounts_is_one_person(at):
    at("2026-02-03", "payoff", "A1", "--pay")
    at("2026-02-03", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    at("2026-02-04", "open", "--name", "李雷", "--limit", "1000", "--id-number", "000000199009011234")
    correct(at, "--phone", PHONE, account="A2")
    assert known(at, "A1") == known(at, "A2")
    assert known(at, "A1")["phone"] == ("139****2222", "2026-02-10", "A2E2")
    assert at("2026-02-10", "person", "A1", "--json").data["accounts"] == ["A1", "A2"]
    assert "Other accounts of this person: A2" in at("2026-02-10", "person", "A1").out
    assert correct(at, "--name", "李蕾").data["event_id"].startswith("A1E")  # a closed account's, too


@pytest.mark.parametrize(
    "arguments", [["--phone", PHONE], ["--reason", "x"], ["--request-id", "x"], ["--on", "2026-02-01"]]
)
def test_a_correction_needs_what_and_why(at, arguments):
    refused = at("2026-02-10", "person", "A1", *arguments, "--json")
    assert (refused.status, refused.error["code"]) == (2, "option-needs")


def test_a_correction_shows_the_new_value_masked(at):
    out = at("2026-02-10", "person", "A1", "--phone", PHONE, "--reason", "asked").out
    assert f"{PHONE[:3]}****{PHONE[-4:]}" in out
    assert PHONE not in out


def test_a_corrected_number_of_somebody_under_age_is_refused(run, tmp_path):
    where = ("--ledger", str(tmp_path / "young.db"), "--today", "2026-01-05")
    run("init", *where)
    run("open", "--name", "小王", "--limit", "100", *where)
    refused = run("person", "A1", "--id-number", "110105201503010010", "--reason", "misread", "--json", *where)
    assert (refused.status, refused.error["code"]) == (4, "person-under-age")
