"""`statement`: bills as they were sent."""

from __future__ import annotations

import csv
import io


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
    out = at("2026-03-05", "statement", "A1").out
    assert out.startswith("Bill no. 2 of 2026-03-03, not sent yet\n")
    assert "The customer does not have this bill yet: the next run of accrue issues it for 2026-03-03" in out
    assert "baitiao accrue A1" in out
    zh = at("2026-03-05", "statement", "A1", "--lang", "zh").out
    assert zh.startswith("第 2 期账单, 账单日 2026-03-03, 尚未发出\n")
    assert "客户尚未收到本账单" in zh
    at("2026-03-05", "accrue")
    issued = at("2026-03-05", "statement", "A1").out
    assert issued.startswith("Bill no. 2 of 2026-03-03\n")
    assert "does not have" not in issued
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


def test_csv_has_the_movements_or_the_installments_where_they_are_asked_for(at):
    # A purchase of 5,999.00, one of 400.00 and the fee of the first installment, 35.99: 6,434.99.
    told = at("2026-02-05", "statement", "A1", "--csv", "--table", "movements").out
    rows = list(csv.DictReader(io.StringIO(told)))
    assert [(row["on"], row["kind"], row["plan_id"], row["amount_fen"]) for row in rows] == [
        ("2026-01-05", "opening", "", "0"),
        ("2026-01-08", "purchases", "A1P1", "599900"),
        ("2026-01-21", "purchases", "A1P2", "40000"),
        ("2026-02-03", "fees", "A1P1", "3599"),
    ]
    told = at("2026-02-05", "statement", "A1", "--csv", "--table", "installments").out
    (row,) = csv.DictReader(io.StringIO(told))
    assert (row["bill_number"], row["plan_id"], row["number"], row["installment_count"]) == ("1", "A1P1", "1", "12")
    assert (row["principal_fen"], row["fee_fen"], row["total_fen"]) == ("49991", "3599", "53590")
    summary = at("2026-02-05", "statement", "A1", "--csv", "--table", "summary").out
    assert summary == at("2026-02-05", "statement", "A1", "--csv").out
    needs = at("2026-02-05", "statement", "A1", "--table", "movements", "--json").error
    assert needs["message"] == "--table means nothing without --csv."


def test_a_csv_file_says_what_of_the_bill_it_leaves_out(at, tmp_path):
    told = at("2026-02-05", "statement", "A1", "--csv", "-o", str(tmp_path / "bill.csv")).err
    assert "the rest of the bill: --csv --table movements, --csv --table installments" in told
    file = str(tmp_path / "movements.csv")
    assert (
        "the rest of the bill"
        not in at("2026-02-05", "statement", "A1", "--csv", "--table", "movements", "-o", file).out
    )
