"""`report trial-balance`: what was booked up to a day, and what has run since."""

from __future__ import annotations

COMMAND = ["report", "trial-balance"]


def balances(rows) -> dict[str, int]:
    """The lines that are not zero, debits positive."""
    found = {row["ledger_account"]: row["debit_fen"] - row["credit_fen"] for row in rows}
    return {name: fen for name, fen in found.items() if fen}


def test_what_has_run_since_the_bill_is_told_and_not_booked(at):
    # Bill no. 1 asks for 499.91 + 35.99 of the phone and 400.00 of groceries, due 2026-02-12; eight nights are late:
    # the phone's 535.90 x 0.05% x 8 = 2.1436; carried 400.00 x 0.05% x 8 = 1.60, minimum missed 400.00 x 0.015% x 8
    # = 0.48.
    data = at("2026-02-20", *COMMAND, "--json").data
    booked = {"principal": 639900, "fee_receivable": 3599, "merchant_payable": -639900, "fee_income": -3599}
    assert balances(data["rows"]) == booked
    assert balances(data["accrued"]) == {
        "interest_receivable": 1_60,
        "interest_income": -1_60,
        "late_charge_receivable": 2_62,
        "late_charge_income": -2_62,
    }
    assert data["totals"] == {"debit_fen": 6_439_21, "credit_fen": 6_439_21}
    assert at("2026-02-20", "show", "A1", "--json").data["owed_fen"] == 6_439_21
    # Once they are asked for, they are booked, and the figure is the same.
    at("2026-02-20", "repay", "A1", "939.44")
    data = at("2026-02-20", *COMMAND, "--json").data
    assert data["accrued"] == []
    assert balances(data["rows"])["late_charge_income"] == -2_62
    assert balances(data["rows"])["cash"] == 939_44


def test_people_read_debits_and_credits_with_equal_totals(at):
    shown = at("2026-02-20", *COMMAND).out
    assert shown.splitlines() == [
        "Trial balance on 2026-02-20",
        "Ledger account\tType\tDebit (yuan)\tCredit (yuan)",
        "Principal receivable\tasset\t6,399.00\t",
        "Fees receivable\tasset\t35.99\t",
        "Payable to merchants\tliability\t\t6,399.00",
        "Fee income\tincome\t\t35.99",
        "Interest receivable, not booked yet\tasset\t1.60\t",
        "Late charges receivable, not booked yet\tasset\t2.62\t",
        "Interest income, not booked yet\tincome\t\t1.60",
        "Late charge income, not booked yet\tincome\t\t2.62",
        "Total\t\t6,439.21\t6,439.21",
        "",
        "Not booked yet is what has run since it was last asked for, and what the journal books under another day.",
    ]


def test_a_bill_that_no_run_has_booked_yet_is_in_the_picture(at):
    # Bill no. 2 comes on 2026-03-03 and asks for the phone's second fee.
    accrued = balances(at("2026-03-03", *COMMAND, "--json").data["accrued"])
    assert (accrued["fee_receivable"], accrued["fee_income"]) == (35_99, -35_99)
    at("2026-03-03", "accrue")
    data = at("2026-03-03", *COMMAND, "--json").data
    assert balances(data["rows"])["fee_income"] == -71_98
    assert data["accrued"] == []


def test_a_correction_of_a_closed_day_belongs_to_the_day_it_is_about_and_is_not_known_before(at):
    at("2026-02-20", "repay", "A1", "100", "--on", "2026-02-05")
    restated = at("2026-02-20", *COMMAND, "--as-of", "2026-02-10", "--json").data
    assert balances(restated["rows"])["cash"] == 100_00
    # As the books stood: what was known after the bill, event 4.
    closed = at("2026-02-20", *COMMAND, "--as-of", "2026-02-10", "--known-at", "4", "--json").data
    assert balances(closed["rows"]) == balances(at("2026-02-20", *COMMAND, "--known-at", "4", "--json").data["rows"])
    assert "cash" not in balances(closed["rows"])


def test_a_reversal_is_booked_on_its_day_and_told_before_it(at):
    at("2026-02-06", "repay", "A1", "100")
    at("2026-02-20", "reverse", "A1E5")
    before = at("2026-02-20", *COMMAND, "--as-of", "2026-02-10", "--json").data
    assert balances(before["rows"])["cash"] == 100_00
    assert balances(before["accrued"]) == {"principal": 64_01, "fee_receivable": 35_99, "cash": -100_00}
    now = at("2026-02-20", *COMMAND, "--json").data
    assert "cash" not in balances(now["rows"])


def test_one_account_is_asked_for_alone(at):
    at("2026-02-20", "open", "--name", "韩梅梅", "--limit", "1000")
    at("2026-02-20", "charge", "A2", "50")
    alone = at("2026-02-20", *COMMAND, "A2", "--json").data
    assert balances(alone["rows"]) == {"principal": 50_00, "merchant_payable": -50_00}
    assert (alone["account_id"], alone["account_count"]) == ("A2", 1)
    whole = at("2026-02-20", *COMMAND, "--json").data
    assert balances(whole["rows"])["principal"] == 6_449_00
    assert at("2026-02-20", *COMMAND, "A9").status == 3


def test_before_anything_was_booked_there_is_nothing(at):
    result = at("2026-02-20", *COMMAND, "--as-of", "2026-01-01")
    assert (result.status, result.out) == (0, "Nothing was booked by 2026-01-01.\n")
