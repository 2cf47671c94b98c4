"""`bill-day`: the next bill, what it asks for of plans, and when the day may change again."""

from __future__ import annotations


def test_the_next_bill_and_what_it_asks_for(at, head):
    # The first new bill is 15 March, due on the 24th. Number 2, due on 12 March, cannot be asked for sooner; number 3,
    # due on 12 April, would be asked for too late on 15 April, for that bill is due on the 24th.
    data = at("2026-02-20", "bill-day", "A1", "15", "--reason", "salary", "--json").data
    assert (data["bill_day_before"], data["bill_day"]) == (3, 15)
    assert (data["next_bill_on"], data["next_bill_due_on"], data["next_change_on"]) == (
        "2026-03-15",
        "2026-03-24",
        "2026-08-20",
    )
    assert [(part["number"], part["due_before_on"], part["due_on"]) for part in data["next_bill"]] == [
        (2, "2026-03-12", "2026-03-24"),
        (3, "2026-04-12", "2026-03-24"),
    ]
    account = at("2026-02-20", "show", "A1", "--json").data
    assert (account["bill_day"], account["next_bill_on"]) == (15, "2026-03-15")
    at("2026-03-15", "accrue")
    bill = at("2026-03-15", "statement", "A1", "--json").data
    assert (bill["from_on"], bill["billed_on"], bill["due_on"]) == ("2026-02-03", "2026-03-15", "2026-03-24")
    # The first is overdue since 12 February; the second and the third are due with this bill.
    assert [(part["number"], part["due_on"]) for part in bill["installments"]] == [
        (1, "2026-02-12"),
        (2, "2026-03-24"),
        (3, "2026-03-24"),
    ]
    assert sum(part["total_fen"] for part in bill["installments"]) == bill["due_parts"]["installments_fen"]
    head()


def test_for_people(at):
    out = at("2026-02-20", "bill-day", "A1", "15").out
    assert "Bill day before\t3\nBill day\t15\nNext bill\t2026-03-15\nDue\t2026-03-24\n" in out
    assert "What the bill of 2026-03-15 asks for of plans" in out
    assert "A1P1\t手机店\t2\t2026-03-12\t2026-03-24" in out
    assert "原账单日\t15\n账单日\t3\n" in at("2026-08-20", "bill-day", "A1", "3", "--lang", "zh").out


def test_quotes_and_purchases_follow_the_new_day(at):
    at("2026-02-20", "bill-day", "A1", "15")
    quoted = at("2026-02-25", "quote", "600", "--installments", "3", "--account", "A1", "--json").data["rows"]
    made = at("2026-02-25", "charge", "A1", "600", "--installments", "3", "--json").data["rows"]
    assert [row["due_on"] for row in quoted] == ["2026-03-24", "2026-04-24", "2026-05-24"]
    assert [row["due_on"] for row in made] == [row["due_on"] for row in quoted]


def test_a_reversal_puts_the_dates_back(at, head):
    before = at("2026-02-20", "schedule", "A1P1", "--json").data
    event_id = at("2026-02-20", "bill-day", "A1", "15", "--json").data["event_id"]
    assert at("2026-02-20", "schedule", "A1P1", "--json").data != before
    at("2026-02-21", "reverse", event_id)
    assert at("2026-02-20", "schedule", "A1P1", "--json").data == before
    assert at("2026-02-21", "show", "A1", "--json").data["bill_day"] == 3
    head()


def test_a_reversal_after_a_bill_was_sent_keeps_the_bill_and_the_ledger_sound(at, head):
    event_id = at("2026-02-20", "bill-day", "A1", "15", "--json").data["event_id"]
    at("2026-03-15", "accrue")
    sent = at("2026-03-15", "statement", "A1", "--bill", "2", "--json").data
    at("2026-03-20", "reverse", event_id)
    at("2026-04-03", "accrue")
    again = at("2026-04-03", "statement", "A1", "--bill", "2", "--json").data
    assert {key: again[key] for key in sent if key != "bills"} == {key: sent[key] for key in sent if key != "bills"}
    bill = at("2026-04-03", "statement", "A1", "--json").data
    assert (bill["number"], bill["from_on"], bill["billed_on"]) == (3, "2026-03-15", "2026-04-03")
    assert bill["opening_fen"] == sent["closing_fen"]
    head()


def test_once_in_six_months(at):
    at("2026-02-20", "bill-day", "A1", "15")
    error = at("2026-08-19", "bill-day", "A1", "3", "--json").error
    assert error["code"] == "bill-day-too-soon"
    assert "2026-08-20" in error["message"]
    assert at("2026-08-20", "bill-day", "A1", "3").status == 0


def test_in_a_batch(at, tmp_path):
    lines = tmp_path / "lines.csv"
    lines.write_text("verb,account,day\nbill-day,A1,15\n", "utf-8")
    (result,) = at("2026-02-20", "batch", str(lines), "--json").data["results"]
    assert (result["verb"], result["result"]["bill_day"]) == ("bill-day", 15)
