"""What holds for every command that writes: dry runs, request ids, the day that it counts from."""

from __future__ import annotations

import json

import pytest

# A day on which the write makes sense in the story's ledger, and the command line.
WRITES = {
    "open": ("2026-02-05", ["open", "--name", "韩梅梅", "--limit", "3000"]),
    "charge": ("2026-02-05", ["charge", "A1", "600", "--installments", "6"]),
    "repay": ("2026-02-05", ["repay", "A1", "100"]),
    "payoff": ("2026-02-05", ["payoff", "A1", "--pay"]),
    "reverse": ("2026-02-05", ["reverse", "A1E3"]),
    "accrue": ("2026-03-05", ["accrue"]),
    "batch": ("2026-02-05", ["batch", "lines.jsonl"]),
}
OTHER = {
    "open": ["open", "--name", "韩梅梅", "--limit", "3001"],
    "charge": ["charge", "A1", "600", "--installments", "3"],
    "repay": ["repay", "A1", "100.01"],
    "payoff": ["payoff", "A1", "--plan", "A1P2", "--pay"],
    "reverse": ["reverse", "A1E2"],
    "accrue": ["accrue", "A1"],
    "batch": ["batch", "other.jsonl"],
}


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, amount in (("lines.jsonl", "10.00"), ("other.jsonl", "10.01")):
        lines = [
            {"verb": "repay", "account": "A1", "amount": amount},
            {"verb": "charge", "account": "A1", "amount": "5"},
        ]
        (tmp_path / name).write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")


@pytest.mark.parametrize("verb", WRITES)
@pytest.mark.parametrize("form", ["--json", "--plain", "--csv"])
def test_a_dry_run_gives_the_same_answer_and_keeps_nothing(at, head, verb, form):
    today, arguments = WRITES[verb]
    before = head()
    dry = at(today, *arguments, form, "--dry-run")
    assert (dry.status, dry.err) == (0, "Dry run: nothing was kept.\n" if form == "--plain" else "")
    assert head() == before
    real = at(today, *arguments, form)
    assert (real.status, real.out) == (dry.status, dry.out.replace('"kept": false, ', ""))
    assert ('"kept": false' in dry.out) == (form == "--json")
    assert head() != before


def test_a_request_is_the_same_whoever_asks(at, head):
    first = at("2026-02-05", *WRITES["repay"][1], "--json", "--request-id", "r", "--operator", "anna")
    after = head()
    again = at("2026-02-05", *WRITES["repay"][1], "--json", "--request-id", "r", "--operator", "ben")
    assert (again.status, again.data) == (0, first.data)
    assert head() == after


@pytest.mark.parametrize("verb", WRITES)
def test_a_retry_gives_the_first_answer_and_writes_nothing_also_after_midnight(at, head, verb):
    today, arguments = WRITES[verb]
    first = at(today, *arguments, "--json", "--request-id", "order-77")
    assert first.status == 0
    after = head()
    again = at(today, *arguments, "--json", "--request-id", "order-77")
    assert (again.status, again.data) == (0, first.data)
    assert json.loads(again.out) == json.loads(first.out) | {"repeated": True}
    tomorrow = at("2026-03-06", *arguments, "--json", "--request-id", "order-77")
    assert tomorrow.data == first.data
    assert head() == after


@pytest.mark.parametrize("verb", WRITES)
def test_a_request_id_with_other_inputs_is_refused(at, head, verb):
    today, arguments = WRITES[verb]
    at(today, *arguments, "--request-id", "order-77")
    after = head()
    other_day = [] if verb in ("reverse", "accrue") else [[*arguments, "--on", "2026-02-04"]]
    for other in (OTHER[verb], ["repay", "A1", "7"], *other_day):
        result = at(today, *other, "--request-id", "order-77", "--json")
        assert (result.status, result.error["code"]) == (4, "request-id-reused")
    assert head() == after


def test_a_dry_run_does_not_use_up_a_request_id(at):
    assert at("2026-02-05", "repay", "A1", "100", "--request-id", "r", "--dry-run").status == 0
    assert at("2026-02-05", "repay", "A1", "200", "--request-id", "r").status == 0


def test_a_refused_request_may_be_corrected_under_its_id(at):
    assert at("2026-02-05", "charge", "A1", "99999", "--request-id", "r").status == 4
    assert at("2026-02-05", "charge", "A1", "99", "--request-id", "r").status == 0


@pytest.mark.parametrize("verb", ["charge", "repay", "payoff"])
def test_a_write_in_the_past_counts_from_that_day(at, verb):
    arguments = WRITES[verb][1]
    data = at("2026-02-09", *arguments, "--on", "2026-02-04", "--json").data
    assert data["effective_on"] == "2026-02-04"


@pytest.mark.parametrize("verb", ["charge", "repay", "payoff"])
@pytest.mark.parametrize(("on", "code"), [("2026-02-10", "date-in-future"), ("2026-01-04", None)])
def test_a_write_in_the_future_or_before_the_opening_is_refused(at, head, verb, on, code):
    before = head()
    result = at("2026-02-09", *WRITES[verb][1], "--on", on, "--json")
    assert result.status == 4
    assert result.error["code"] == (code or "account-not-open-yet")
    assert head() == before


@pytest.mark.parametrize(
    "verb", [("charge", "A1", "100"), ("hold", "A1", "100"), ("close", "A1", "--yes"), ("repay", "A1", "1")]
)
def test_a_day_to_come_is_refused_before_it_is_looked_at(at, verb):
    """By then the line would be suspended and owe more than it does now: nothing of that is told."""
    result = at("2026-02-09", *verb, "--on", "2026-04-20", "--json")
    assert (result.status, result.error["code"]) == (4, "date-in-future")


def test_what_was_entered_late_gives_the_account_of_what_was_entered_in_time(at, run, story_ledger, tmp_path):
    for day in ("2026-02-10", "2026-03-01"):  # in time
        at(day, "repay", "A1", "200")
    in_time = at("2026-03-20", "show", "A1", "--json").data
    late = tmp_path / "late.db"
    late.write_bytes(story_ledger.read_bytes())
    for on in ("2026-03-01", "2026-02-10"):  # both on 20 March, the later one first
        assert run("repay", "A1", "200", "--on", on, "--today", "2026-03-20", "--ledger", str(late)).status == 0
    shown = run("show", "A1", "--today", "2026-03-20", "--ledger", str(late), "--json").data
    same = ("owed_fen", "due_fen", "overdue_fen", "days_past_due", "used_fen", "credit_fen", "owed_parts", "plans")
    assert {key: shown[key] for key in same} == {key: in_time[key] for key in same}


def test_a_repetition_is_told_to_people_and_to_programs(at, tmp_path):
    command = ["repay", "A1", "100", "--request-id", "order-77"]
    first = at("2026-02-05", *command)
    again = at("2026-02-05", *command)
    assert (first.err, again.out) == ("", first.out)
    assert again.err == "This request was answered before; nothing was written again.\n"
    assert at("2026-02-05", *command, "--lang", "zh").err == "该请求此前已处理, 未重复入账。\n"
    lines = tmp_path / "again.jsonl"
    fields = {"verb": "repay", "account": "A1", "amount": "100"}
    lines.write_text("\n".join(json.dumps(fields | {"request-id": key}) for key in ("order-77", "order-78")))
    results = at("2026-02-05", "batch", str(lines), "--json").data["results"]
    assert [one.get("repeated") for one in results] == [True, None]
