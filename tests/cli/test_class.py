"""The class of an account: what `show`, `list` and `explain` tell of it."""

from __future__ import annotations

# The first installment of the phone is due on 2026-02-12; day 91 past due is 2026-05-14.


def test_json_and_csv_always_have_it_people_where_it_is_not_normal(at):
    assert at("2026-02-12", "show", "A1", "--json").data["class"] == "normal"
    assert "Class" not in at("2026-02-12", "show", "A1").out
    assert at("2026-05-13", "show", "A1", "--json").data["class"] == "special-mention"
    assert "Class\tsubstandard" in at("2026-05-14", "show", "A1").out
    assert "五级分类\t次级" in at("2026-05-14", "show", "A1", "--lang", "zh").out
    header, row = at("2026-02-12", "show", "A1", "--csv").out.splitlines()
    assert row.split(",")[header.split(",").index("class")] == "normal"


def test_the_list_tells_it(at):
    assert at("2026-02-10", "list", "--json").data["accounts"][0]["class"] == "normal"
    assert at("2026-05-14", "list", "--json").data["accounts"][0]["class"] == "substandard"
    assert at("2026-05-14", "list", "--lang", "zh").out.splitlines()[1].endswith("\t次级\t2026-02-12")
    assert at("2026-05-14", "list", "--csv").out.splitlines()[1].endswith(",2026-02-12,91,substandard")


def test_it_is_explained(at):
    because = "Class: substandard. It is 91 days past due, since 2026-02-12; 91 to 270 days by the rule of 2023"
    assert because in at("2026-05-14", "explain", "A1").out
    assert "income only when they are paid" in at("2026-05-14", "explain", "A1").out
    assert "income" not in at("2026-05-13", "explain", "A1").out
    assert "361 days or more by" in at("2027-02-08", "explain", "A1", "--figure", "class").out
    assert "五级分类: 正常, 无逾期。" in at("2026-02-10", "explain", "A1", "--figure", "class", "--lang", "zh").out
    told = at("2026-05-14", "explain", "A1", "--figure", "class", "--json").data
    assert (told["figures"], told["class"]["class"]) == ([], "substandard")
    assert (told["class"]["first_days"], told["class"]["last_days"]) == (91, 270)
    assert "class" not in at("2026-05-14", "explain", "A1", "--figure", "owed", "--json").data


def test_the_books_keep_charges_in_suspense_from_day_91(at, head):
    before = at("2026-05-13", "report", "trial-balance", "A1", "--json").data["rows"]
    at("2026-05-14", "accrue")
    rows = at("2026-05-14", "report", "trial-balance", "A1", "--json").data["rows"]
    booked = {row["ledger_account"]: row["debit_fen"] - row["credit_fen"] for row in rows}
    assert not any(row["credit_fen"] for row in before if row["ledger_account"] == "suspended_fees")
    assert (booked["fee_income"], booked["suspended_fees"]) == (0, -booked["fee_receivable"])
    assert (booked["late_charge_income"], booked["suspended_late_charges"]) == (0, -booked["late_charge_receivable"])
    assert (booked["interest_income"], booked["suspended_interest"]) == (0, -booked["interest_receivable"])
    assert "待确认手续费" in at("2026-05-14", "report", "trial-balance", "--lang", "zh").out
    assert "Income recognised or suspended" in at("2026-05-14", "export", "--format", "hledger").out
    head()


def test_an_account_that_was_eased_stays_special_mention_until_its_plan_is_settled(at, head):
    at("2026-02-05", "extend", "A1P1", "--months", "1")
    assert at("2026-02-05", "list", "--json").data["accounts"][0]["class"] == "special-mention"
    assert at("2026-02-05", "show", "A1", "--json").data["class"] == "special-mention"
    told = at("2026-02-05", "explain", "A1", "--figure", "class").out
    assert "Class: special mention; nothing is past due, but a plan was extended or restructured on 2026-02-05." in told
    at("2026-02-06", "payoff", "A1", "--plan", "A1P1", "--pay")
    assert at("2026-02-06", "list", "--json").data["accounts"][0]["class"] == "normal"
    head()


def test_each_installment_tells_its_own_days_past_due(at):
    # Due on 12 February, March, April and May 2026; on 14 May that is 91, 63, 32 and 2 days ago.
    rows = at("2026-05-14", "schedule", "A1P1", "--json").data["rows"]
    assert [row["days_past_due"] for row in rows[:5]] == [91, 63, 32, 2, 0]
    assert "\toverdue 91 d" in at("2026-05-14", "schedule", "A1P1").out
    assert "\t逾期 91 天" in at("2026-05-14", "schedule", "A1P1", "--lang", "zh").out
    assert at("2026-05-14", "schedule", "A1P1", "--csv").out.splitlines()[1].endswith(",overdue,91")
    assert at("2026-02-12", "schedule", "A1P1", "--json").data["rows"][0]["days_past_due"] == 0
