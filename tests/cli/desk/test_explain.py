"""`explain D12`: any record of the desk, field by field, and of a decision the rules that fired in their words."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

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
    told = desk_record_document(entry, DAY)
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
