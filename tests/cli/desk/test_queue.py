"""The review queue: what each decision does to a line, worked by hand, step by step as on the phone."""

from __future__ import annotations

import pytest

from baitiao_cli.messages.definitions import definition_of


def example(name: str) -> str:
    return definition_of("risk", name).example.in_language("en")


@pytest.fixture
def line(run, tmp_path):
    """Runs a command on a day in a ledger with one line of 10,000.00, on which five purchases were made on a day."""

    def at(today: str, *arguments: str):
        return run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"), "--json")

    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "10000", "--phone", "13800001234")
    for _ in range(5):
        at("2026-03-10", "charge", "A1", "100")
    return at


def status(line, on: str) -> str:
    return line(on, "show", "A1").data["status"]


def waiting(line, on: str) -> list[tuple[str, str, int]]:
    return [(one["item_id"], one["status"], one["age_days"]) for one in line(on, "queue").data["items"]]


def test_a_finding_to_hold_suspends_and_its_approval_lifts_that(line) -> None:
    kept = line("2026-03-10", "risk", "scan", "A1").data["kept"]
    assert [(one["item_id"], one["rule"], one["event_id"], one["suspension_id"]) for one in kept] == [
        ("D1", "velocity", "A1E6", "A1E7")
    ]
    assert line("2026-03-10", "risk", "scan", "A1").data["kept"] == []
    assert "keeps 1 item, and the same scan once more keeps none" in example("item")
    assert status(line, "2026-03-10") == "suspended"
    assert "the line is suspended, and 1 item waits" in example("hold")
    assert waiting(line, "2026-03-13") == [("D1", "open", 3)]
    shown = line("2026-03-13", "show", "A1").data
    assert [(one["item_id"], one["keeps_suspended"]) for one in shown["risk_items"]] == [("D1", True)]
    assert shown["suspensions"][0]["cause"] == "risk"
    done = line("2026-03-13", "queue", "approve", "D1", "--reason", "the customer was called").data
    assert (done["resumption_id"], done["account_status"], done["record_id"]) == ("A1E8", "open", "D2")
    assert waiting(line, "2026-03-13") == []
    history = line("2026-03-13", "queue", "D1").data
    assert [(one["review"], one["record_id"], one["reason"]) for one in history["reviews"]] == [
        ("approved", "D2", "the customer was called")
    ]
    assert line("2026-03-13", "show", "A1").data["risk_items"] == []
    assert [one["item_id"] for one in line("2026-03-13", "queue", "--all").data["items"]] == ["D1"]
    assert line("2026-03-12", "queue").data["count"] == 1  # as of the day before it was decided


def test_released_it_waits_on_and_declined_it_is_suspended_until_somebody_resumes(line) -> None:
    line("2026-03-10", "risk", "scan", "--all")
    released = line("2026-03-11", "queue", "release", "D1", "--reason", "called").data
    assert (released["resumption_id"], status(line, "2026-03-11")) == ("A1E8", "open")
    assert waiting(line, "2026-03-11") == [("D1", "released", 1)]
    assert "released, it is open, and 1 item still waits" in example("release")
    assert line("2026-03-12", "queue", "release", "D1", "--reason", "x").error["code"] == "queue-nothing-held"
    declined = line("2026-03-12", "queue", "decline", "D1", "--reason", "stolen").data
    assert (declined["suspension_id"], declined["account_status"]) == ("A1E9", "suspended")
    assert waiting(line, "2026-03-12") == []
    assert [one["keeps_suspended"] for one in line("2026-03-12", "show", "A1").data["risk_items"]] == [True]
    assert line("2026-03-13", "resume", "A1", "--cause", "risk", "--reason", "new card").status == 0
    assert line("2026-03-13", "show", "A1").data["risk_items"] == []
    for word in ("approve", "release", "decline"):
        assert line("2026-03-14", "queue", word, "D1", "--reason", "x").error["code"] == "queue-item-decided"


def test_an_item_to_note_suspends_nothing_until_it_is_declined(line, tmp_path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text(
        'rules_version = 4\nlook_back_days = 30\n[[rules]]\nname = "velocity"\nwindow_days = 1\nthreshold = 5\n'
        'action = "note"\n'
    )
    line("2026-03-10", "risk", "scan", "A1", "--rules", str(rules))
    assert (status(line, "2026-03-10"), len(waiting(line, "2026-03-10"))) == ("open", 1)
    assert line("2026-03-10", "queue", "release", "D1", "--reason", "x").error["code"] == "queue-nothing-held"
    told = line("2026-03-10", "explain", "D1").data
    assert (told["rules"], told["rules_version"]) == ("mine", 4)
    fired = [{key: one[key] for key in ("rule", "observed", "limit", "effect")} for one in told["fired"]]
    assert fired == [{"rule": "velocity", "observed": "5", "limit": "5", "effect": "note"}]
    line("2026-03-11", "queue", "decline", "D1", "--reason", "stolen")
    assert (status(line, "2026-03-11"), waiting(line, "2026-03-11")) == ("suspended", [])
    assert "declined, it suspends the line, and 0 items wait" in example("decline")


def test_an_item_says_which_of_its_purchases_were_reversed(line) -> None:
    line("2026-03-10", "risk", "scan", "A1")
    assert [one["reversed_ids"] for one in line("2026-03-10", "queue").data["items"]] == [[]]
    assert line("2026-03-12", "reverse", "A1E4").status == 0
    assert line("2026-03-12", "queue").data["items"][0]["reversed_ids"] == ["A1E4"]
    assert line("2026-03-12", "queue", "D1").data["reversed_ids"] == ["A1E4"]
    assert line("2026-03-12", "queue", "--as-of", "2026-03-11").data["items"][0]["reversed_ids"] == []
    assert line("2026-03-12", "show", "A1").data["risk_items"][0]["reversed_ids"] == ["A1E4"]


def test_no_decision_counts_before_the_last_word_on_its_item(line) -> None:
    line("2026-03-10", "risk", "scan", "A1")
    line("2026-03-20", "queue", "release", "D1", "--reason", "called")
    for word in ("approve", "decline"):
        refused = line("2026-03-21", "queue", word, "D1", "--reason", "x", "--on", "2026-03-19")
        assert refused.error["code"] == "queue-before-review"
    assert line("2026-03-21", "queue", "approve", "D1", "--reason", "x", "--on", "2026-03-20").status == 0


def test_three_failed_checks_block_and_cannot_be_released(line) -> None:
    for _ in range(3):
        assert line("2026-03-20", "verify", "A1", "--phone-digits", "9999").status == 4
    line("2026-04-05", "risk", "scan", "A1")  # the purchases are of more than a week before, and still looked back on
    items = line("2026-04-05", "queue").data["items"]
    assert [(one["item_id"], one["rule"], one["action"]) for one in items] == [
        ("D1", "velocity", "hold"),
        ("D2", "failed-identity", "block"),
    ]
    assert [one["keeps_suspended"] for one in items] == [True, True]
    assert line("2026-04-05", "queue", "release", "D2", "--reason", "x").error["code"] == "queue-item-blocked"
    first = line("2026-04-05", "queue", "approve", "D1", "--reason", "was the customer").data
    assert (first["kept_by"], first["resumption_id"]) == (["D2"], "")
    second = line("2026-04-06", "queue", "approve", "D2", "--reason", "was the customer").data
    assert (second["kept_by"], bool(second["resumption_id"])) == ([], True)
    assert "the approval of the first leaves it suspended, that of the second lifts it" in example("approve")
    causes = [one["cause"] for one in line("2026-04-06", "show", "A1").data["suspensions"]]
    assert "risk" not in causes


def test_what_somebody_suspended_by_hand_no_item_lifts(line) -> None:
    line("2026-03-10", "suspend", "A1", "--cause", "risk", "--lift", "papers")
    kept = line("2026-03-10", "risk", "scan", "A1").data["kept"]
    assert [(one["suspension_id"], one["not_suspended"]) for one in kept] == [("", "already-suspended")]
    done = line("2026-03-11", "queue", "approve", "D1", "--reason", "in order").data
    assert (done["by_hand"], done["resumption_id"], done["account_status"]) == (True, "", "suspended")


def test_a_closed_line_is_kept_in_the_queue_and_not_suspended(line) -> None:
    line("2026-03-10", "payoff", "A1", "--pay")
    assert line("2026-03-10", "close", "A1", "--phone-digits", "1234").status == 0
    kept = line("2026-03-11", "risk", "scan", "--all").data["kept"]
    assert [(one["suspension_id"], one["not_suspended"]) for one in kept] == [("", "account-closed")]
    declined = line("2026-03-11", "queue", "decline", "D1", "--reason", "stolen").data
    assert (declined["suspension_id"], declined["not_suspended"]) == ("", "account-closed")


def test_a_scan_of_a_past_day_suspends_from_then_unless_something_was_bought_since(line) -> None:
    line("2026-03-12", "charge", "A1", "10")
    kept = line("2026-03-12", "risk", "scan", "A1", "--on", "2026-03-10").data["kept"]
    assert [(one["suspension_id"], one["not_suspended"]) for one in kept] == [("", "breaks-later-event")]
    assert status(line, "2026-03-12") == "open"
    assert line("2026-03-12", "risk", "scan", "A1").data["kept"] == []


def test_a_purchase_that_is_entered_late_makes_no_second_item_of_the_same(line, tmp_path) -> None:
    rules = tmp_path / "mine.toml"
    rules.write_text(
        'rules_version = 4\nlook_back_days = 30\n[[rules]]\nname = "velocity"\nwindow_days = 2\nthreshold = 5\n'
        'action = "note"\n'
    )
    scan = ("risk", "scan", "A1", "--rules", str(rules))
    assert [one["event_id"] for one in line("2026-03-10", *scan).data["kept"]] == ["A1E6"]
    line("2026-03-11", "charge", "A1", "100", "--on", "2026-03-09")
    # Now the fifth within two days is another purchase, but four of the five are in the item already.
    found = line("2026-03-11", "risk", "A1", "--rules", str(rules)).data["findings"]
    assert [one["event_id"] for one in found] == ["A1E5"]
    again = line("2026-03-11", *scan).data
    assert (again["kept"], again["known_count"]) == ([], 1)
    for _ in range(4):
        line("2026-03-11", "charge", "A1", "100")
    # The last of the 10th with four new ones is something new.
    assert [one["event_id"] for one in line("2026-03-11", *scan).data["kept"]] == ["A1E11"]


def test_a_dry_run_keeps_nothing_and_a_request_is_answered_once(line) -> None:
    assert line("2026-03-10", "risk", "scan", "--all", "--dry-run").data["count"] == 1
    assert line("2026-03-10", "queue").data["count"] == 0
    first = line("2026-03-10", "risk", "scan", "--all", "--request-id", "r1").data
    assert line("2026-03-10", "risk", "scan", "--all", "--request-id", "r1").data == first
    assert line("2026-03-10", "queue").data["count"] == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["queue", "D9"], "desk-record-unknown"),
        (["queue", "approve", "D2", "--reason", "x"], "queue-item-unknown"),
        (["queue", "approve", "D1", "--reason", "x", "--on", "2026-03-09"], "queue-before-item"),
        (["queue", "approve", "D1", "--reason", "x", "--on", "2026-03-12"], "date-in-future"),
        (["queue", "D1", "--all"], "options-exclusive"),
        (["risk", "scan"], "account-or-all"),
        (["risk", "scan", "--all", "--on", "2026-03-12"], "date-in-future"),
    ],
)
def test_what_makes_no_sense_is_refused(line, arguments, code: str) -> None:
    line("2026-03-10", "risk", "scan", "A1")
    line(
        "2026-03-10",
        "contact",
        "A1",
        *["--channel", "call", "--about", "service", "--at", "10:30", "--outcome", "reached"],
    )
    assert line("2026-03-11", *arguments).error["code"] == code
