"""`dispute` and `resolve`: a purchase contested, and what every view tells of it."""

from __future__ import annotations

import pytest

TODAY = "2026-02-20"

# A1P1: 5,999.00 in 12 installments of 499.91 (the last 499.99) at 0.6%, 35.99 each; A1P2: 400.00 on bill no. 1.


@pytest.fixture
def disputed(at):
    """A1E5: 1,200.00 of the phone; the last two rows and 200.10 of the tenth are set aside."""
    return at(TODAY, "dispute", "A1P1", "1200", "--cause", "not-as-described", "--reason", "two cracks", "--json").data


def test_what_is_set_aside(disputed, at, head):
    assert (disputed["event_id"], disputed["set_aside_fen"], disputed["paid_fen"]) == ("A1E5", 1_200_00, 0)
    assert [(part["number"], part["amount_fen"]) for part in disputed["parts"]] == [
        (12, 499_99),
        (11, 499_91),
        (10, 200_10),
    ]
    # 35.99 + 35.99, and of the tenth 35.99 - 35.99 x 299.81 / 499.91 = 14.41.
    assert disputed["fees_dropped_fen"] == 86_39
    now = at(TODAY, "show", "A1", "--json").data
    # Used 6,399.00 - 1,200.00; what is in dispute stays held, so that the available limit is as before.
    assert (now["used_fen"], now["held_fen"], now["available_fen"]) == (5_199_00, 1_200_00, 13_601_00)
    assert now["disputes"][0]["dispute_id"] == "A1E5"
    head()


def test_the_views_tell_of_it(disputed, at):
    for language, words in (("en", "not as described"), ("zh", "与描述不符")):
        assert words in at(TODAY, "show", "A1", "--lang", language).out
        assert words in at(TODAY, "history", "A1", "--lang", language).out
    assert "In dispute (yuan)\t1,200.00" in at(TODAY, "schedule", "A1P1").out
    explained = at(TODAY, "explain", "A1", "--figure", "available", "--json").data["figures"][0]
    assert ("less-disputed", "A1E5") in [(line["rule"], line["event_id"]) for line in explained["lines"]]
    assert "changed by a dispute" in at(TODAY, "explain", "A1P1", "--row", "10").out
    assert "set aside until it is decided" in at(TODAY, "explain", "A1E5").out
    bill = at("2026-03-03", "statement", "A1", "--json").data
    assert (bill["disputes_fen"], bill["other_fen"]) == (-1_200_00, 0)
    assert at(TODAY, "close", "A1", "--check", "--json").data["blockers"][0] == {
        "code": "dispute",
        "amount_fen": 1_200_00,
        "cure": "baitiao resolve A1E5 OUTCOME",
        "hold_id": "",
        "cost_fen": 0,
    }


def test_lost_it_is_owed_again_in_the_installments_that_were_to_come(disputed, at, head):
    lost = at("2026-02-25", "resolve", "A1E5", "lost", "--json").data
    # Eleven were not billed on 20 February: 1,200.00 / 11 = 109.09, the last 109.10; 1,200.00 x 0.6% = 7.20 each.
    assert lost["owed_again_as"] == "A1P3"
    assert [row["principal_fen"] for row in lost["rows"]] == [109_09] * 10 + [109_10]
    assert {row["fee_fen"] for row in lost["rows"]} == {7_20}
    assert (lost["rows"][0]["due_on"], lost["cost_fen"]) == ("2026-03-12", 79_20)
    assert (lost["account"]["used_fen"], lost["account"]["held_fen"]) == (6_399_00, 0)
    assert "owed again" in at("2026-02-25", "explain", "A1E6").out
    assert "From the purchases\tA1P1" in at("2026-02-25", "schedule", "A1P3").out
    assert "Dispute lost, of A1E5" in at("2026-02-25", "history", "A1").out
    # The merchant takes it back after all: of its purchase, and so of the plan that it is owed by.
    refused = at("2026-02-26", "refund", "A1P3", "1200", "--json")
    assert refused.error["code"] == "refund-of-converted"
    # The whole phone is taken back: 4,799.00 off its own rows, 1,200.00 off A1P3.
    parts = at("2026-02-26", "refund", "A1P1", "5999", "--json").data["parts"]
    assert sum(part["amount_fen"] for part in parts if part["plan_id"] == "A1P3") == 1_200_00
    assert sum(part["amount_fen"] for part in parts if part["plan_id"] == "A1P1") == 4_799_00
    head()


def test_won_it_is_a_refund(disputed, at, head):
    won = at("2026-02-25", "resolve", "A1E5", "won", "--json").data
    assert (won["parts"], won["fees_dropped_fen"], won["owed_again_as"]) == ([], 86_39, "")
    assert (won["account"]["used_fen"], won["account"]["available_fen"]) == (5_199_00, 14_801_00)
    balance = at("2026-02-25", "report", "trial-balance", "--json").data["rows"]
    named = {row["ledger_account"]: row["debit_fen"] for row in balance}
    assert (named.get("disputed", 0), named["merchant_refunds"]) == (0, 1_200_00)
    assert "Refunded (yuan)\t1,200.00" in at("2026-02-25", "schedule", "A1P1").out
    assert at("2026-02-25", "explain", "A1E6", "--json").data["figures"][0]["amount_fen"] == 1_200_00
    assert at("2026-02-25", "merchant", "手机店", "--json").data["refunds_fen"] == -1_200_00
    head()


def test_what_had_been_paid_is_given_back_when_it_is_won(at):
    at("2026-02-10", "repay", "A1", "935.90", "--means", "card")
    opened = at(TODAY, "dispute", "A1P2", "--cause", "duplicate", "--json").data
    assert (opened["amount_fen"], opened["set_aside_fen"], opened["paid_fen"]) == (400_00, 0, 400_00)
    assert at(TODAY, "dispute", "A1P2", "--cause", "duplicate", "--json").error["code"] == "nothing-to-dispute"
    lost = at("2026-02-25", "resolve", "A1E6", "lost", "--dry-run")
    assert "all of it had been paid, so nothing changes" in lost.out
    won = at("2026-02-25", "resolve", "A1E6", "won", "--json").data
    assert [(part["kind"], part["means"], part["amount_fen"]) for part in won["parts"]] == [
        ("returned", "card", 400_00)
    ]


def test_reversed_in_any_order_but_not_behind_a_decision(disputed, at, head):
    before = at("2026-02-26", "show", "A1", "--json").data
    at("2026-02-26", "resolve", "A1E5", "lost", "--on", "2026-02-25")
    assert at("2026-02-26", "reverse", "A1E5", "--json").error["code"] == "event-needed"
    at("2026-02-26", "reverse", "A1E6")
    assert at("2026-02-26", "show", "A1", "--json").data == before
    at("2026-02-26", "reverse", "A1E7")
    assert at("2026-02-26", "show", "A1", "--json").data["plans"][-1]["plan_id"] == "A1P3"
    head()


def test_in_a_batch(at, tmp_path, head):
    (tmp_path / "lines.csv").write_text(
        "verb,plan,cause,event,outcome\ndispute,A1P2,other,,\nresolve,,,A1E5,won\n", "utf-8"
    )
    done = at(TODAY, "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"]["event_id"] for line in done] == ["A1E5", "A1E6"]
    head()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["dispute", "A1P1", "1200"], "option-missing"),
        (["dispute", "A1P1", "1200", "--cause", "dislike"], "choice-unknown"),
        (["dispute", "A1P1", "5999.01", "--cause", "other"], "dispute-exceeds-purchase"),
        (["dispute", "A1P2", "--cause", "other", "--on", "2026-01-20"], "refund-before-purchase"),
        (["resolve", "A1E9", "won"], "event-unknown"),
        (["resolve", "A1E2", "won"], "dispute-unknown"),
        (["resolve", "A1P2", "won"], "id-of-another-kind"),
        (["resolve", "A1E4", "drawn"], "choice-unknown"),
    ],
)
def test_what_is_refused(at, head, arguments, code):
    before = head()
    assert at(TODAY, *arguments, "--json").error["code"] == code
    assert head() == before


def test_fees_that_fell_with_the_dispute_are_told_once(at):
    opened = at(TODAY, "dispute", "A1P1", "1200", "--cause", "not-as-described")
    assert "Fees fall by 86.39 yuan with it." in opened.out
    won = at("2026-02-25", "resolve", "A1E5", "won", "--dry-run", "--json").data
    assert (won["fees_dropped_fen"], won["fees_dropped_before_fen"]) == (86_39, 86_39)
    assert "Fees fall" not in at("2026-02-25", "resolve", "A1E5", "won").out


def test_of_a_purchase_that_was_paid_the_dispute_is_told_as_well(at):
    at("2026-02-10", "repay", "A1", "935.90")
    shown = at(TODAY, "dispute", "A1P2", "--cause", "duplicate").out
    assert shown.startswith("400.00 yuan of A1P2 are in dispute from 2026-02-20 (A1E6)\n")
    assert "Set aside (yuan)\t0.00" in shown


def test_of_a_paid_purchase_on_the_bill_only_what_nothing_else_needs_comes_back(at):
    # The bill of 935.90 is paid, the 400.00 of groceries with it; 300.00 more are bought on the next bill.
    at("2026-02-05", "repay", "A1", "935.90")
    at("2026-02-10", "charge", "A1", "300")
    told = at(TODAY, "dispute", "A1P2", "--cause", "other").out
    assert "400.00 yuan had been paid. If the dispute is won, they first pay what is unpaid of other purchases" in told
    won = at("2026-02-25", "resolve", "A1E7", "won", "--json").data
    assert [(part["plan_id"], part["kind"], part["amount_fen"]) for part in won["parts"]] == [
        ("A1P3", "principal", 300_00),
        ("", "returned", 100_00),
    ]


def test_of_a_plan_what_had_been_paid_goes_back(at):
    # All of the phone is settled: 5,999.00 had been paid on it, of which 1,200.00 are in dispute.
    at("2026-02-05", "payoff", "A1", "--plan", "A1P1", "--pay")
    told = at(TODAY, "dispute", "A1P1", "1200", "--cause", "other").out
    assert "1,200.00 yuan had been paid; if the dispute is won, they go back to the means that had paid." in told
    (part,) = at("2026-02-25", "resolve", "A1E6", "won", "--json").data["parts"]
    assert (part["kind"], part["amount_fen"]) == ("returned", 1_200_00)


def test_nobody_paid_what_is_set_aside_of_a_bill(at):
    """A1P2 is 400.00 on bill no. 1; 150.00 of it are disputed, and owed again as A1P3 when that is lost."""
    at("2026-02-05", "dispute", "A1P2", "150", "--cause", "not-received")
    for today in ("2026-02-06", "2026-03-02"):
        if today == "2026-03-02":
            assert at(today, "resolve", "A1E5", "lost", "--json").data["owed_again_as"] == "A1P3"
        shown = at(today, "schedule", "A1P2", "--json").data
        (row,) = shown["rows"]
        assert (row["principal_fen"], row["paid_fen"], row["outstanding_fen"]) == (250_00, 0, 250_00)
        assert shown["balance_fen"] == 250_00
        explained = at(today, "explain", "A1P2", "--json").data["figures"]
        assert [(one["figure"], one["amount_fen"]) for one in explained] == [("principal", 250_00)]
    (row,) = at("2026-03-02", "schedule", "A1P3", "--json").data["rows"]
    assert (row["principal_fen"], row["paid_fen"]) == (150_00, 0)
    assert at("2026-03-02", "schedule", "A1P2", "--as-of", "2026-02-04", "--json").data["rows"][0]["paid_fen"] == 0


def test_a_purchase_on_a_bill_that_is_disputed_whole_asks_for_nothing(at):
    at("2026-02-05", "dispute", "A1P2", "400", "--cause", "not-received")
    shown = at("2026-02-06", "schedule", "A1P2", "--json").data
    assert (shown["rows"], shown["balance_fen"], shown["in_dispute_fen"]) == ([], 0, 400_00)


def test_a_bill_calls_what_a_decision_moves_as_the_history_does(run, tmp_path):
    """400.00 of the first purchase are contested and lost, 300.00 of the second contested and won."""

    def on(day: str, *arguments: str):
        return run(*arguments, "--today", day, "--ledger", str(tmp_path / "of-its-own.db"))

    on("2026-01-05", "init")
    on("2026-01-05", "open", "--name", "x", "--limit", "20000")
    on("2026-01-10", "charge", "A1", "1000")
    on("2026-01-11", "charge", "A1", "800")
    on("2026-01-15", "dispute", "A1P1", "400", "--cause", "not-received")
    on("2026-01-16", "dispute", "A1P2", "300", "--cause", "not-received")
    on("2026-01-20", "resolve", "A1E4", "lost")
    on("2026-01-21", "resolve", "A1E5", "won")
    told = on("2026-02-03", "statement", "A1", "--lang", "zh").out
    assert "2026-01-15\t争议\tA1P1\tA1E4\t-400.00\n" in told
    assert "2026-01-20\t争议不成立\tA1P1\tA1E6\t400.00\n" in told
    assert "2026-01-21\t争议成立\tA1P2\tA1E7\t300.00\n" in told
    history = on("2026-02-03", "history", "A1", "--lang", "zh").out
    assert "A1E6\t争议不成立, A1E4" in history
    assert "A1E7\t争议成立, A1E5" in history
    assert [line["kind"] for line in on("2026-02-03", "statement", "A1", "--json").data["lines"]][-1] == "disputes"
