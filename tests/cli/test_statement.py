"""`statement`: bills as they were sent."""

from __future__ import annotations


def test_the_first_bill(at):
    # 5999 + 400 + fee 35.99 = 6434.99. Minimum: the installment in full, 535.90, and 10% of the groceries, 40.00.
    data = at("2026-02-05", "statement", "A1", "--json").data
    assert (data["number"], data["is_issued"], data["event_id"]) == (1, True, "A1E4")
    assert (data["billed_on"], data["due_on"], data["currency"]) == ("2026-02-03", "2026-02-12", "CNY")
    assert (data["amount_due_fen"], data["minimum_due_fen"]) == (93590, 57590)
    assert (data["opening_fen"], data["closing_fen"]) == (0, 643499)
    assert sum(line["amount_fen"] for line in data["lines"]) == data["closing_fen"]
    assert data["installments"][0]["total_fen"] == 53590


def test_the_bill_for_people_ends_with_the_balance(at):
    out = at("2026-02-05", "statement", "A1").out
    assert out.startswith("Bill no. 1 of 2026-02-03\n")
    assert "Covers\t2026-01-05 to 2026-02-02" in out
    assert "Customer\t李*" in out
    assert "2026-01-08\tPurchase\tA1P1\t手机店\tA1E2\t5,999.00" in out
    assert "\nBalance after\t\t\t\t\t6,434.99\n" in out
    zh = at("2026-02-05", "statement", "A1", "--lang", "zh").out
    assert "账单周期\t2026-01-05 至 2026-02-02" in zh
    assert "\n期末余额\t\t\t\t\t6,434.99\n" in zh


def test_a_bill_once_issued_stays_and_the_next_carries_the_adjustment(at):
    sent = at("2026-02-05", "statement", "A1", "--json").data
    # 100.00 of 1 February turn up on the 6th, after the bill.
    at("2026-02-06", "repay", "A1", "100", "--on", "2026-02-01")
    assert at("2026-02-06", "statement", "A1", "--json").data["lines"] == sent["lines"]
    at("2026-03-03", "accrue")
    second = at("2026-03-03", "statement", "A1", "--json").data
    assert (second["number"], second["opening_fen"], second["adjustment_fen"]) == (2, 643499, -10000)


def test_a_bill_by_its_number_and_one_that_is_not_issued_yet(at):
    coming = at("2026-03-05", "statement", "A1", "--json").data
    assert (coming["number"], coming["is_issued"]) == (2, False)
    assert "baitiao accrue A1" in at("2026-03-05", "statement", "A1").out
    assert at("2026-03-05", "statement", "A1", "--bill", "1", "--json").data["billed_on"] == "2026-02-03"
    assert at("2026-03-05", "statement", "A1", "--bill", "3", "--json").error["code"] == "bill-unknown"
    assert at("2026-03-05", "statement", "A1", "--as-of", "2026-02-02", "--json").error["code"] == "no-bill-yet"


def test_the_movements_of_a_bill_reach_from_one_balance_to_the_next(at):
    at("2026-02-10", "repay", "A1", "935.90")
    at("2026-03-03", "accrue")
    data = at("2026-03-03", "statement", "A1", "--json").data
    # 6434.99 - 935.90 + the fee of the second installment 35.99 = 5535.08.
    assert (data["opening_fen"], data["closing_fen"]) == (643499, 553508)
    assert data["opening_fen"] + sum(line["amount_fen"] for line in data["lines"]) == data["closing_fen"]
    assert data["amount_due_fen"] == 53590


def test_csv_has_the_days_of_a_bill_and_no_sentence(at):
    told = [at("2026-02-05", "statement", "A1", "--csv", "--lang", language).out for language in ("en", "zh")]
    assert told[0] == told[1]
    header, row = (line.split(",") for line in told[0].splitlines())
    shown = dict(zip(header, row, strict=True))
    assert (shown["from_on"], shown["billed_on"], shown["due_on"]) == ("2026-01-05", "2026-02-03", "2026-02-12")
    assert (shown["number"], shown["currency"], shown["phone"]) == ("1", "CNY", "138****1234")
    assert (shown["opening_fen"], shown["closing_fen"], shown["amount_due_fen"]) == ("0", "643499", "93590")
