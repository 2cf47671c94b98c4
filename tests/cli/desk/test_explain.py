"""`explain D12`: any record of the desk, field by field, and of a decision the rules that fired in their words."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from baitiao_cli.actions.desk.explain import ExplainedRecord
from baitiao_cli.desk.facts import AnyDeskFact, ConsentStated, Decision, DeskEntry, Fired
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.messages.columns import LABELS as COLUMNS
from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.messages.desk.records import CODES, KINDS, LABELS
from baitiao_cli.show.desk.record import desk_record_document

DAY = date(2026, 1, 5)


@pytest.fixture
def ledger(tmp_path, run):
    path = tmp_path / "shop.db"
    assert run("init", "--ledger", str(path)).status == 0
    with Ledger(path).write(today=DAY, now=f"{DAY}T08:00:00Z", operator="clerk") as tx:
        tx.record_at_desk("P1", ConsentStated(purpose="offers", is_given=True, how="letter 7"), DAY, "r1")
    return path


def test_a_record_is_told_in_both_languages_and_as_json(run, ledger) -> None:
    english = run("explain", "D1", "--ledger", str(ledger)).out
    assert "Consent D1" in english
    assert "Purpose\toffers" in english
    assert "2026-01-05 16:00" in english  # 08:00 UTC on Shanghai's clock
    assert "同意 D1" in run("explain", "D1", "--ledger", str(ledger), "--lang", "zh").out
    data = run("explain", "d1-3", "--ledger", str(ledger), "--json")
    assert data.status == 2  # the check digit of D1 is another one
    told = run("explain", "D1", "--ledger", str(ledger), "--json").data
    assert (told["record_id"], told["subject"], told["kind"]) == ("D1", "P1", "consent-stated")
    assert (told["purpose"], told["is_given"], told["how"], told["request_id"]) == ("offers", True, "letter 7", "r1")


def test_what_is_not_there_and_what_it_has_no_part_of_are_refused(run, ledger) -> None:
    unknown = run("explain", "D2", "--ledger", str(ledger), "--json")
    assert (unknown.status, unknown.error["code"]) == (3, "desk-record-unknown")
    part = run("explain", "D1", "--bill", "1", "--ledger", str(ledger), "--json")
    assert (part.status, part.error["code"]) == (2, "option-not-of-subject")
    assert run("show", "D1", "--ledger", str(ledger), "--json").error["code"] == "id-of-another-kind"


def test_a_decision_tells_its_rules_with_the_sentence_of_their_definition() -> None:
    class Judged(Decision, frozen=True, kw_only=True, tag="consent-stated"):
        """A decision as any."""

        account_id: str

    fired = (
        Fired(rule="days-past-due", observed="12", limit="10", effect="hold"),
        Fired(rule="of-my-own", observed="1"),
    )
    fact = Judged(rules="mine", rules_version=3, fired=fired, account_id="A1")
    entry = DeskEntry(
        number=4,
        subject="A1",
        effective_on=DAY,
        fact=fact,
        recorded_at="2026-01-05T08:00:00Z",
        operator="x",
        request_id="",
    )  # type: ignore[arg-type]
    told = desk_record_document(ExplainedRecord(entry=entry), DAY)
    assert told.tables[1].rows[0]["sentence"] == definition_of("lateness", "days-past-due").sentence
    assert told.data["fired"][1]["rule"] == "of-my-own"
    assert "version 3 of the rules mine" in told.notes[0].in_language("en")


@pytest.mark.parametrize("fact", AnyDeskFact.__args__)
def test_every_kind_of_record_can_be_told(fact) -> None:
    assert fact.__struct_config__.tag in KINDS
    beside = {"rules", "rules_version", "fired"}
    for field in msgspec.structs.fields(fact):
        is_list = getattr(field.type, "__origin__", None) in (tuple, list)
        assert is_list or field.name in LABELS.keys() | COLUMNS.keys() | beside, (fact, field.name)
        codes = getattr(field.type, "__args__", ()) if field.name in CODES else ()
        assert all(code in CODES[field.name] for code in codes if isinstance(code, str)), (fact, field.name)


@pytest.fixture
def line(run, tmp_path):
    """Runs a command on a day in a ledger of its own; A1 has a limit of 8,000.00."""

    def at(today: str, *arguments: str):
        return run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"))

    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "8000")
    return at


def test_a_consent_that_was_withdrawn_does_not_read_as_given(line) -> None:
    line("2026-01-05", "consent", "A1", "offers", "given")
    line("2026-01-06", "consent", "A1", "offers", "withdrawn")
    assert "Said\tconsent given" in line("2026-01-06", "explain", "D1").out
    withdrawn = line("2026-01-06", "explain", "D2")
    assert "Said\tconsent withdrawn" in withdrawn.out
    assert "表态\t撤回同意" in line("2026-01-06", "explain", "D2", "--lang", "zh").out


def test_a_proposed_limit_tells_what_bounded_it_and_what_set_it_tells_the_proposal(line) -> None:
    line("2026-03-10", "charge", "A1", "7812.40")
    # Billed on 3 April, due on the 12th, unpaid on 16 May: 70% of 8,000.00 are 5,600.00, but 7,812.40 are used.
    line("2026-05-16", "limits", "review", "A1")
    proposed = line("2026-05-16", "explain", "D1")
    assert "not-below-used\t5,600.00\t7,812.40\t7,900.00\tNo cut goes below what is used and held" in proposed.out
    assert "baitiao limits apply D1" in proposed.out
    assert "任何调低都不会低于已用与冻结之和" in line("2026-05-16", "explain", "D1", "--lang", "zh").out
    event_id = line("2026-05-16", "limits", "apply", "D1", "--json").data["applied"][0]["event_id"]
    applied = line("2026-05-16", "explain", "D2").out
    for told in (f"Event\t{event_id}", "Limit proposed D1", "8,000.00", "7,900.00", "cut-late", "not-below-used"):
        assert told in applied
    assert f"D2\tLimit applied\t2026-05-16\t{event_id}" in line("2026-05-16", "explain", "D1").out


def test_a_promise_tells_what_came_and_whether_it_was_kept(line) -> None:
    line("2026-01-06", "charge", "A1", "1000")
    line("2026-01-10", "promise", "A1", "300", "--by", "2026-01-20")
    waiting = line("2026-01-15", "explain", "D1").out
    assert "State\topen" in waiting
    assert "No payment counts for it." in waiting
    first = line("2026-01-12", "repay", "A1", "100", "--json").data["event_id"]
    second = line("2026-01-20", "repay", "A1", "250", "--json").data["event_id"]
    kept = line("2026-01-21", "explain", "D1")
    assert "State\tkept" in kept.out
    assert f"2026-01-12\t{first}\t100.00\n2026-01-20\t{second}\t200.00" in kept.out
    line("2026-01-21", "reverse", second)
    assert "状态\t未守约" in line("2026-01-21", "explain", "D1", "--lang", "zh").out
    broken = line("2026-01-21", "explain", "D1", "--json").data["promise"]
    assert (broken["state"], broken["paid_fen"], len(broken["money"])) == ("broken", 100_00, 1)


def test_a_request_tells_its_answer_and_an_answer_its_request(line) -> None:
    line("2026-01-06", "ticket", "A1", "--about", "complaint", "--text", "charged twice")
    assert "baitiao ticket-answer D1 TEXT" in line("2026-01-06", "explain", "D1").out
    line("2026-01-07", "ticket-answer", "D1", "refunded today")
    told = line("2026-01-08", "explain", "D1")
    assert "D2\tAnswer to a service request\t2026-01-07\trefunded today" in told.out
    assert "ticket-answer" not in told.out
    assert "后续" in line("2026-01-08", "explain", "D1", "--lang", "zh").out
    assert "charged twice" in line("2026-01-08", "explain", "D2").out
    assert [each["record_id"] for each in line("2026-01-08", "explain", "D1", "--json").data["followed_by"]] == ["D2"]


def test_the_lines_of_a_score_end_in_their_sum(line) -> None:
    line("2026-01-06", "score", "keep", "A1")
    points = line("2026-01-06", "explain", "D1", "--json").data["points"]
    told = line("2026-01-06", "explain", "D1").out
    (total,) = [row for row in told.splitlines() if row.startswith("Total")]
    assert str(points) in total.split("\t")
