"""`report trial-balance`: what was booked up to a day, and what has run since; `report purchases`: what was bought."""

from __future__ import annotations

import pytest

COMMAND = ["report", "trial-balance"]
PURCHASES = ["report", "purchases", "--by"]


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


def test_purchases_are_summed_with_what_came_back(at):
    # The phone, 5,999.00, and the groceries, 400.00, state no category. A1P3 is financed for 500.00 of 800.00, and
    # 200.00 of it come back; A1P4 was entered by mistake.
    at("2026-02-05", "charge", "A1", "800", "--category", "phones", "--trade-in", "200", "--down-payment", "100")
    at("2026-02-06", "charge", "A1", "50", "--category", "food", "--brand", "某牌")
    at("2026-02-06", "reverse", at("2026-02-06", "charge", "A1", "70", "--category", "food", "--json").data["event_id"])
    at("2026-02-08", "refund", "A1P3", "200")
    assert at("2026-02-08", *PURCHASES, "category").out.splitlines() == [
        "Purchases by Category, through 2026-02-08",
        "Category\tPurchases\tAmount (yuan)\tOwn means (yuan)\tFinanced (yuan)\tRefunds (yuan)",
        "not stated\t2\t6,399.00\t0.00\t6,399.00\t0.00",
        "phones\t1\t800.00\t300.00\t500.00\t200.00",
        "food\t1\t50.00\t0.00\t50.00\t0.00",
        "Total\t4\t7,249.00\t300.00\t6,949.00\t200.00",
    ]
    rows = at("2026-02-08", *PURCHASES, "brand", "--from", "2026-02-05", "--through", "2026-02-07", "--json").data
    assert (rows["by"], rows["from_on"], rows["through_on"]) == ("brand", "2026-02-05", "2026-02-07")
    assert [(row["name"], row["financed_fen"], row["refunds_fen"]) for row in rows["rows"]] == [
        ("", 500_00, 0),  # the refund came on the 8th
        ("某牌", 50_00, 0),
    ]
    assert rows["totals"]["purchase_count"] == 2
    assert at("2026-02-08", *PURCHASES, "merchant", "--csv").out.splitlines()[:3] == [
        "name,purchase_count,amount_fen,own_fen,financed_fen,refunds_fen",
        "手机店,1,599900,0,599900,0",
        ",2,85000,30000,55000,20000",
    ]


def test_purchases_by_product_and_scene_and_of_no_days(at):
    at("2026-02-05", "charge", "A1", "100", "--scene", "travel")
    by_product = at("2026-02-05", *PURCHASES, "product", "--json").data["rows"]
    assert [(row["name"], row["amount_fen"]) for row in by_product] == [("inst", 5_999_00), ("month", 500_00)]
    told = at("2026-02-05", *PURCHASES, "scene", "--from", "2026-02-01", "--lang", "zh").out
    assert told == (
        "消费汇总 (按场景), 2026-02-01 至 2026-02-05\n场景\t笔数\t金额(元)\t赊购金额(元)\n"
        "travel\t1\t100.00\t100.00\n合计\t1\t100.00\t100.00\n"
    )
    # A bill turned into installments is bought already.
    at("2026-02-05", "convert", "A1", "--installments", "3")
    assert at("2026-02-05", *PURCHASES, "product", "--json").data["totals"]["purchase_count"] == 3
    nothing = at("2026-02-05", *PURCHASES, "scene", "--from", "2026-02-06", "--through", "2026-02-06")
    assert (nothing.status, nothing.out) == (0, "Nothing was bought: 2026-02-06 to 2026-02-06.\n")
    assert at("2026-02-05", *PURCHASES, "scene", "--from", "2026-02-06").status == 2
    assert at("2026-02-05", *PURCHASES, "customer", "--json").error["code"] == "choice-unknown"


@pytest.mark.parametrize(
    ("report", "names", "row"),
    [
        ("limits", ("up-to-75", "up to 75%", "UP TO  75%", "至 75%"), "up-to-75"),
        ("aging", ("M4", "m4"), "M4"),
        ("aging", ("lost", "Lost", "损失"), "lost"),
        ("classes", ("special-mention", "special mention", "关注"), "special-mention"),
        ("lifecycle", ("dormant", "Dormant", "休眠"), "dormant"),
        ("forecast", ("due-before", "Due before, unpaid", "此前已到期未还"), "due-before"),
        ("profit", ("what revolves", "循环部分", "REVOLVING"), "revolving"),
    ],
)
def test_a_row_is_known_by_its_code_and_by_the_name_that_a_table_shows(at, report, names, row):
    """In either language, whatever the language of the answer is, and in small or capital letters."""
    for name in names:
        for language in ("en", "zh"):
            told = at("2026-02-20", "report", report, "--explain", name, "--lang", language, "--json")
            assert told.status == 0, (name, told.err)
            assert told.data["row"] == row


def test_a_row_that_is_none_is_refused_with_the_names_that_tables_show(at):
    assert "unused, up to 25%, up to 50%" in at("2026-02-20", "report", "limits", "--explain", "all").err
    assert "未使用, 至 25%, 至 50%" in at("2026-02-20", "report", "limits", "--explain", "all", "--lang", "zh").err
    refused = at("2026-02-20", "report", "profit", "--explain", "nothing", "--json")
    assert (refused.status, refused.error["code"]) == (2, "choice-unknown")
