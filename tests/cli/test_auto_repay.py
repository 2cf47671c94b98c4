"""`auto-repay` and `means`: what a user sees of the debits that come by themselves. The bill of 3 February asks for
935.90, at least 575.90, by the 12th."""

from __future__ import annotations

import json

import pytest

from tests.conftest import shown_on_terminal


@pytest.fixture
def agreed(at):
    """The card pays the bills; it has 300.00."""
    at("2026-02-05", "means", "A1", "card", "--funds", "300", "--kind", "card", "--last-digits", "1234")
    at("2026-02-05", "auto-repay", "A1", "--means", "card")
    return at


def test_the_end_of_day_run_tells_what_it_debited(agreed, head):
    made = agreed("2026-02-12", "accrue", "--json").data
    assert made["bills"] == []
    assert made["debits"] == [
        {
            "account_id": "A1",
            "event_id": "A1E7",
            "on": "2026-02-12",
            "means": "card",
            "due_on": "2026-02-12",
            "attempt": 1,
            "asked_fen": 93_590,
            "taken_fen": 30_000,
            "outcome": "taken-in-part",
        }
    ]
    assert agreed("2026-02-12", "accrue", "--json").data["debits"] == []
    told = agreed("2026-02-13", "accrue").out
    # 635.90 are left: 235.90 of the installment, late at 0.05%: 0.12; 400.00 carried at 0.05%: 0.20, and for the
    # minimum that is missed 0.015%: 0.06.
    assert "A1\tA1E8\t2026-02-13\tcard\t636.28\t0.00\tno funds" in told
    head()


def test_show_tells_the_last_try_and_the_next(agreed):
    agreed("2026-02-12", "accrue")
    shown = agreed("2026-02-12", "show", "A1", "--json").data
    assert shown["auto_repay"] == {"means": "card", "share": "full", "since_on": "2026-02-05"}
    assert (shown["last_debit"]["taken_fen"], shown["last_debit"]["outcome"]) == (30_000, "taken-in-part")
    assert (shown["next_debit"]["on"], shown["next_debit"]["asked_fen"]) == ("2026-02-13", 63_628)
    assert shown["means"] == [
        {
            "means": "card",
            "means_kind": "card",
            "last_digits": "1234",
            "funds_fen": 0,
            "is_unlimited": False,
            "is_removed": False,
            "since_on": "2026-02-05",
        }
    ]
    told = agreed("2026-02-12", "show", "A1").out
    assert "Last debit\t2026-02-12: 300.00 of 935.90 yuan, a part taken\n" in told
    assert "Next debit\t2026-02-13: 636.28 yuan, of which card can pay 0.00, if nothing else happens\n" in told
    told = agreed("2026-02-12", "show", "A1", "--lang", "zh").out
    assert "最近扣款\t2026-02-12: 应扣 935.90 元, 实扣 300.00 元, 部分扣款\n" in told
    assert "下次扣款\t2026-02-13: 636.28 元, card 现可付 0.00 元(如无其他变动)\n" in told


def test_a_view_of_a_day_to_come_tells_what_settling_will_record(agreed):
    before = agreed("2026-02-05", "show", "A1", "--as-of", "2026-02-20", "--json").data
    agreed("2026-02-20", "accrue")
    assert agreed("2026-02-20", "show", "A1", "--json").data == before


def test_the_history_tells_every_try_and_the_bounced_one(agreed, head):
    agreed("2026-02-12", "accrue")
    assert agreed("2026-02-13", "reverse", "A1E7", "--reason", "bounced").status == 0
    lines = agreed("2026-02-13", "history", "A1", "--json").data["lines"]
    tries = [line for line in lines if line["kind"] == "debit-tried"]
    assert [(line["on"], line["event_id"], line["outcome"], line["reversed_by"]) for line in tries] == [
        ("2026-02-12", "A1E7", "taken-in-part", "A1E9"),
        ("2026-02-13", "A1E8", "no-funds", ""),
    ]
    told = agreed("2026-02-13", "history", "A1").out
    assert "Auto-repay, 0.00 of 636.28 by card, no funds" in told
    told = agreed("2026-02-13", "history", "A1", "--lang", "zh").out
    assert "自动还款, card: 应扣 636.28, 实扣 0.00, 余额不足" in told
    assert "扣款方式登记, card: 300.00 元" in told
    head()


def test_a_debit_is_explained_like_a_payment_and_named_as_a_cause(agreed):
    agreed("2026-02-12", "accrue")
    lines = agreed("2026-02-12", "explain", "A1E7", "--json").data["figures"][0]["lines"]
    assert sum(int(line["exact"]) for line in lines) == 30_000
    assert "Auto-repay 300.00" in agreed("2026-02-12", "why", "A1", "--between", "2026-02-05", "2026-02-12").out
    assert agreed("2026-02-12", "explain", "A1", "--check").status == 0


def test_the_means_is_told_as_what_it_can_pay(at):
    out = at("2026-02-05", "means", "A1", "card", "--kind", "bank-account").out
    assert "Kind\tbank account\n" in out
    assert "Can pay\twhatever is asked\n" in out
    assert "nothing is really debited" in out
    assert at("2026-02-05", "means", "A1", "card", "--funds", "0", "--json").data["funds_fen"] == 0
    at("2026-02-05", "auto-repay", "A1", "--means", "card")
    gone = at("2026-02-06", "means", "A1", "card", "--remove")
    assert "Can pay\tremoved\n" in gone.out
    assert "baitiao auto-repay A1 --means NAME" in gone.out
    assert "means removed" in at("2026-02-12", "accrue").out


@pytest.mark.parametrize(
    "options",
    [("--funds", "1", "--unlimited"), ("--remove", "--funds", "1"), ("--remove", "--kind", "card")],
)
def test_options_that_say_two_things_are_refused(at, options):
    refused = at("2026-02-05", "means", "A1", "card", *options, "--json")
    assert (refused.status, refused.error["code"]) == (2, "options-exclusive")


def test_a_batch_states_means_and_a_retry_is_a_no_op(at, tmp_path, head):
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"verb": "means", "account": "A1", "name": "card", "funds": "300"}\n', "utf-8")
    assert at("2026-02-05", "batch", str(lines)).status == 0
    first = at("2026-02-05", "means", "A1", "card", "--funds", "5", "--request-id", "r1", "--json")
    again = at("2026-02-06", "means", "A1", "card", "--funds", "5", "--request-id", "r1", "--json")
    assert (again.status, again.data) == (0, first.data)
    head()


def test_the_export_books_a_debit_as_what_it_is(agreed):
    agreed("2026-02-12", "accrue")
    entries = json.loads(agreed("2026-02-12", "export", "--format", "json").out)
    assert "debit-tried" in json.dumps(entries)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_of_it_fits_a_terminal(agreed, ledger, language):
    agreed("2026-02-20", "accrue", "--through", "2026-02-12")
    for command in (["show", "A1"], ["history", "A1"], ["accrue"], ["means", "A1", "card", "--funds", "12345.67"]):
        told = shown_on_terminal(80, *command, "--lang", language, "--today", "2026-02-20", "--ledger", str(ledger))
        assert "…" not in told
        widths = [len(line) + sum("一" <= char <= "鿿" for char in line) for line in told.splitlines()]
        assert max(widths) <= 80


def test_the_next_debit_tells_what_the_means_can_pay_of_it(at):
    at("2026-02-04", "means", "A1", "card", "--funds", "100")
    at("2026-02-04", "auto-repay", "A1", "--means", "card")
    shown = at("2026-02-04", "show", "A1").out
    assert "2026-02-12: 935.90 yuan, of which card can pay 100.00, if nothing else happens" in shown
    at("2026-02-05", "means", "A1", "card", "--unlimited")
    assert "2026-02-12: 935.90 yuan, if nothing else happens" in at("2026-02-05", "show", "A1").out
