"""`convert`: a bill turned into installments, and what every view tells of it."""

from __future__ import annotations

import pytest

# Bill no. 1 of 2026-02-03, due on the 12th: 535.90 of the phone in installments, and the groceries A1P2, 400.00.


def test_the_plan_its_price_and_what_it_was_taken_from(at, head):
    data = at("2026-02-05", "convert", "A1", "--installments", "6", "--amount", "300", "--json").data
    # 300.00 / 6 = 50.00; 300.00 x 0.6% = 1.80 a period.
    assert [(row["principal_fen"], row["fee_fen"]) for row in data["rows"]] == [(50_00, 1_80)] * 6
    assert (data["plan_id"], data["bill_number"], data["first_bill_on"]) == ("A1P3", 1, "2026-03-03")
    assert data["purchases"] == [
        {"plan_id": "A1P2", "merchant": "超市", "converted_fen": 300_00, "left_on_bill_fen": 100_00}
    ]
    # Of the minimum, 535.90 + 10% of 400.00, the installment is left: 300.00 count towards the 40.00.
    assert (data["cost_fen"], data["minimum_left_fen"]) == (10_80, 535_90)
    assert data["annual_rate"] == at("2026-02-05", "schedule", "A1P3", "--json").data["annual_rate"]
    # What was issued stays as it was sent; what is payable now is less.
    assert at("2026-02-05", "statement", "A1", "--json").data["amount_due_fen"] == 935_90
    assert data["account"]["due_fen"] == 635_90
    head()


def test_for_people_in_both_languages(at):
    shown = at("2026-02-05", "convert", "A1", "--installments", "12", "--dry-run").out
    assert shown.startswith("A1P3: 400.00 yuan of bill 1 in 12 installments (A1E5)\n")
    assert "It costs 28.80 yuan in all, " in shown
    assert "Of the minimum payment 535.90 yuan are left, due by 2026-02-12." in shown
    zh = at("2026-02-05", "convert", "A1", "--installments", "12", "--lang", "zh").out
    assert zh.startswith("A1P3: 第 1 期账单中的 400.00 元分 12 期 (A1E5)\n")
    assert "首期计入 2026-03-03 账单" in zh


def test_of_a_deferred_bill_the_installments_are_due_as_they_were(at):
    # The bill is deferred to 22 February; what is left of the minimum is its installment, due on the 12th as before.
    at("2026-02-05", "defer", "A1")
    shown = at("2026-02-05", "convert", "A1", "--installments", "6", "--amount", "300", "--dry-run").out
    assert "Of the minimum payment 535.90 yuan are left, due by 2026-02-12." in shown
    # On the 13th the installment is late: 535.90 x 0.05% = 0.27 for the night, and no grace on it.
    late = at("2026-02-13", "convert", "A1", "--installments", "6", "--amount", "300", "--json").data
    assert late["minimum_left"] == [{"due_on": "2026-02-12", "amount_fen": 536_17}]
    shown = at("2026-02-13", "convert", "A1", "--installments", "3", "--amount", "100", "--dry-run", "--lang", "zh").out
    assert "最低还款额还剩 536.17 元, 已于 2026-02-12 到期。" in shown


def test_what_the_views_tell(at):
    at("2026-02-05", "convert", "A1", "--installments", "6")
    assert "Bill to installments, 400.00 yuan" in at("2026-02-05", "history", "A1").out
    assert "From the purchases\tA1P2" in at("2026-02-05", "schedule", "A1P3").out
    explained = at("2026-02-05", "explain", "A1E5", "--json").data["figures"][0]
    assert explained["amount_fen"] == 400_00
    assert [(line["rule"], line["plan_id"]) for line in explained["lines"]] == [("converted", "A1P2")]
    told = at("2026-02-06", "why", "A1", "--between", "2026-02-04", "2026-02-06", "--json").data["changes"]
    assert [(change["event_id"], change["changes"]) for change in told] == [("A1E5", {"due_fen": -400_00})]
    march = at("2026-03-05", "statement", "A1", "--json").data
    assert [row["plan_id"] for row in march["installments"]] == ["A1P1", "A1P1", "A1P3"]
    assert "agrees" in at("2026-03-05", "explain", "A1", "--check").out


def test_a_refund_of_the_purchase_lowers_the_plan(at, head):
    at("2026-02-05", "convert", "A1", "--installments", "6")
    parts = at("2026-03-05", "refund", "A1P2", "150", "--json").data
    assert {part["plan_id"] for part in parts["parts"]} == {"A1P3"}
    # 66.70 + 66.66 of the last two and 16.64 of the fourth, whose fee falls: 2.40 x 50.02 / 66.66 = 1.80.
    assert parts["fees_dropped_fen"] == 2 * 2_40 + 60
    refused = at("2026-03-05", "refund", "A1P3", "1", "--json")
    assert (refused.status, refused.error["code"]) == (4, "refund-of-converted")
    head()


def test_back_dated_tried_and_reversed_without_a_trace(at, head):
    before, schedule = head(), at("2026-02-20", "show", "A1", "--json").data
    at("2026-02-20", "convert", "A1", "--installments", "3", "--on", "2026-02-10", "--dry-run")
    assert head() == before
    at("2026-02-20", "convert", "A1", "--installments", "3", "--on", "2026-02-10")
    at("2026-02-20", "reverse", "A1E5")
    assert at("2026-02-20", "show", "A1", "--json").data == schedule
    refused = at("2026-02-20", "schedule", "A1P3", "--json")
    assert refused.error["code"] == "plan-unknown"
    assert at("2026-02-20", "charge", "A1", "10", "--json").data["plan_id"] == "A1P4"
    head()


def test_a_bill_by_its_number_and_in_a_batch(at, head, tmp_path):
    (tmp_path / "lines.csv").write_text(
        "verb,account,installments,amount,bill,request-id\nconvert,A1,3,100,1,r1\nconvert,A1,6,,,r2\n", "utf-8"
    )
    first = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"]["amount_fen"] for line in first] == [100_00, 300_00]
    after = head()
    again = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"] for line in again] == [line["result"] for line in first]
    assert head() == after


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--bill", "2"], "bill-unknown"),
        (["--amount", "0.99"], "amount-outside-product"),
        (["--on", "2026-01-30"], "no-bill-yet"),
        (["--product", "month"], "convert-product-unfit"),
    ],
)
def test_what_is_refused(at, head, arguments, code):
    before = head()
    refused = at("2026-02-05", "convert", "A1", "--installments", "3", *arguments, "--json")
    assert refused.error["code"] == code
    assert head() == before


def test_the_purchase_says_where_it_went(at):
    """Its row is paid, but not with money: 300.00 of it are owed by A1P3."""
    at("2026-02-05", "convert", "A1", "--installments", "6", "--amount", "300")
    data = at("2026-02-05", "schedule", "A1P2", "--json").data
    assert (data["went_over_fen"], data["went_over_to"]) == (300_00, ["A1P3"])
    note = "Of what its rows tell as paid, 300.00 yuan went over to plan A1P3; what is unpaid of them is owed there."
    assert note in at("2026-02-05", "schedule", "A1P2").out
    assert "300.00 元已转入分期 A1P3" in at("2026-02-05", "schedule", "A1P2", "--lang", "zh").out
    heir = at("2026-02-05", "schedule", "A1P3", "--json").data
    assert (heir["went_over_fen"], heir["went_over_to"]) == (0, [])
    at("2026-02-06", "convert", "A1", "--installments", "3")
    assert at("2026-02-06", "schedule", "A1P2", "--json").data["went_over_to"] == ["A1P3", "A1P4"]
