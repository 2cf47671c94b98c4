"""`explain`: where each figure comes from, for people and for programs."""

from __future__ import annotations

import csv
import io
import re
from fractions import Fraction

import pytest


def figures_of(data):
    return {(figure["figure"], figure["number"]): figure for figure in data["figures"]}


@pytest.fixture
def late(at):
    """The story's bill of 935.90 is unpaid: 400.00 of groceries are carried, 535.90 of the phone are late."""
    at("2026-02-03", "accrue")
    return at


def test_the_interest_of_a_bill_is_told_by_its_nights(late):
    # 400.00 from 12 February to 3 March: 19 nights x 0.05% = 3.80.
    data = late("2026-03-03", "explain", "A1", "--bill", "0", "--figure", "interest", "--json").data
    (figure,) = data["figures"]
    assert (figure["amount_fen"], data["bill"]) == (380, 2)
    (line,) = figure["lines"]
    told = {key: line[key] for key in ("from_on", "until_on", "nights", "base_fen", "rate", "exact")}
    assert told == {
        "from_on": "2026-02-12",
        "until_on": "2026-03-03",
        "nights": 19,
        "base_fen": 400_00,
        "rate": "0.05%/day",
        "exact": "380",
    }


def test_a_late_charge_says_what_was_rounded(late):
    # 535.90 x 0.05% x 8 nights = 2.1436.
    figure = figures_of(late("2026-02-20", "explain", "A1P1", "--row", "1", "--json").data)["late_charge", 1]
    assert [(line["rule"], Fraction(line["exact"])) for line in figure["lines"]] == [
        ("late-night", Fraction(21436, 100)),
        ("rounding-half-up", Fraction(-36, 100)),
    ]
    assert figure["amount_fen"] == 214 == sum(line["amount_fen"] for line in figure["lines"])


def test_the_minimum_says_which_shares_it_takes(late):
    # 535.90 of installments and 10% of 400.00.
    (figure,) = late("2026-02-05", "explain", "A1", "--bill", "1", "--figure", "minimum-due", "--json").data["figures"]
    lines = [
        (line["rule"], line.get("base_fen"), line.get("share_ppb"), line["amount_fen"]) for line in figure["lines"]
    ]
    assert lines == [
        ("installments-in-full", None, None, 535_90),
        ("share-of-purchases", 400_00, 100_000_000, 40_00),
    ]


@pytest.mark.parametrize("figure", ["minimum-left", "next-due"])
def test_what_show_tells_is_to_be_paid_can_be_explained(late, figure):
    shown = late("2026-02-20", "show", "A1", "--json").data[f"{figure.replace('-', '_')}_fen"]
    explained = late("2026-02-20", "explain", "A1", "--figure", figure, "--json").data["figures"][0]
    assert explained["amount_fen"] == shown == sum(line["amount_fen"] for line in explained["lines"]) > 0


def test_a_payoff_is_told_item_by_item_and_sums_to_the_quote(late):
    quoted = late("2026-02-20", "payoff", "A1", "--json").data["total_fen"]
    data = late("2026-02-20", "explain", "A1", "--payoff", "--json").data
    assert figures_of(data)["payoff", 0]["amount_fen"] == quoted
    fee = next(figure for figure in data["figures"] if figure["figure"] == "fee")
    assert [line["rule"] for line in fee["lines"]] == ["unpaid", "policy-next-period"]


def test_a_repayment_is_told_by_what_it_paid(late):
    event_id = late("2026-02-05", "repay", "A1", "600", "--json").data["event_id"]
    (figure,) = late("2026-02-05", "explain", event_id, "--json").data["figures"]
    assert figure["amount_fen"] == 600_00
    assert [(line["plan_id"], line["kind"], line["amount_fen"]) for line in figure["lines"]] == [
        ("A1P1", "fee", 35_99),
        ("A1P1", "principal", 499_91),
        ("A1P2", "principal", 64_10),
    ]


def test_what_a_refund_changed_of_a_row_is_told_with_its_event(late):
    # 600.00 of the phone come back: 499.99 of row 12 and 100.01 of row 11, whose fee falls to 35.99 x 399.90 / 499.91.
    refund = late("2026-02-05", "refund", "A1P1", "600", "--json").data["event_id"]
    found = figures_of(late("2026-02-05", "explain", "A1P1", "--row", "11", "--json").data)
    assert (found["principal", 11]["amount_fen"], found["fee", 11]["amount_fen"]) == (399_90, 28_79)
    for kind, fen in (("principal", -100_01), ("fee", -7_20)):
        (change,) = [line for line in found[kind, 11]["lines"] if line["rule"] == "changed-by-refund"]
        assert (change["event_id"], change["amount_fen"]) == (refund, fen)


def test_an_annual_rate_is_told_by_the_worth_of_the_payments(late):
    # By definition: at the rate of a day each payment is worth payment / (1 + rate)^nights, all of them 5,999.00;
    # simple is 365 x the rate of a day, compound (1 + rate)^365 - 1.
    result = late("2026-02-05", "explain", "A1P1", "--figure", "annual-rate", "--json").data
    rate, told = float(result["annual_rate"]["step_rate"]), result["annual_rate"]
    (worth,) = result["figures"]
    payments = [line for line in worth["lines"] if line["rule"] == "present-worth"]
    assert [line["base_fen"] for line in payments] == [535_90] * 11 + [535_98]
    worths = [line["base_fen"] / (1 + rate) ** line["nights"] for line in payments]
    assert sum(worths) == pytest.approx(5999_00, abs=0.01)
    assert [float(Fraction(line["exact"])) for line in payments] == pytest.approx(worths)
    assert float(told["simple_pct"]) == pytest.approx(36_500 * rate, abs=0.005)
    assert float(told["compound_pct"]) == pytest.approx(100 * ((1 + rate) ** 365 - 1), abs=0.005)


def test_every_figure_agrees_with_the_independent_computation(late):
    data = late("2026-02-20", "explain", "A1", "--check", "--json").data
    assert data["check"]["agrees"] is True
    assert data["check"]["differences"] == []
    assert data["check"]["compared_count"] > 100
    assert "一致" in late("2026-02-20", "explain", "A1", "--check", "--lang", "zh").out


def test_a_difference_is_told_and_fails(late, monkeypatch):
    from baitiao_cli.oracle.day_by_day import DayByDay

    picture = DayByDay.picture

    def wrong(self):
        from dataclasses import replace

        return replace(picture(self), used=1)

    monkeypatch.setattr(DayByDay, "picture", wrong)
    result = late("2026-02-20", "explain", "A1", "--check", "--json")
    assert result.status == 6
    assert result.data["check"]["differences"] == [
        {"figure": "used", "of": "", "told": "639900", "recomputed": "1"},
    ]
    assert "differs on 1 of" in late("2026-02-20", "explain", "A1", "--check").out


def test_csv_has_every_line_of_every_figure(late):
    data = late("2026-02-20", "explain", "A1P1", "--json").data
    rows = list(csv.DictReader(io.StringIO(late("2026-02-20", "explain", "A1P1", "--csv").out)))
    assert len(rows) == sum(len(figure["lines"]) for figure in data["figures"])
    assert sum(int(row["amount_fen"]) for row in rows) == sum(figure["amount_fen"] for figure in data["figures"])


def test_people_read_a_table_that_ends_in_the_figure(late):
    out = late("2026-02-20", "explain", "A1P1", "--row", "1", "--figure", "late-charge").out
    assert out.splitlines()[0] == "Late charge (A1P1, no. 1): 2.14 yuan"
    assert "late charge by the night\t2026-02-12\t2026-02-20\t8\t535.90\t0.05% a day\t2.1436" in out
    assert "rounding, half up" in out
    assert out.rstrip().endswith("2.14")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["explain", "A9"], "account-unknown"),
        (["explain", "A1P9"], "plan-unknown"),
        (["explain", "A1E99"], "event-unknown"),
        (["explain", "A1", "--bill", "1", "--payoff"], "options-exclusive"),
        (["explain", "A1P1", "--bill", "1"], "option-not-of-subject"),
        (["explain", "A1", "--bill", "9"], "bill-unknown"),
    ],
)
def test_what_is_not_there_is_told(late, arguments, code):
    assert late("2026-02-20", *arguments, "--json").error["code"] == code


def test_the_step_of_an_annual_rate_is_no_installment_and_its_power_has_parentheses(at):
    daily = at("2026-02-10", "explain", "A1P1", "--figure", "annual-rate").out
    assert "for each step of 1 day(s)" in daily
    assert "%)^365 - 1" in daily
    at("2026-02-05", "charge", "A1", "1000", "--product", "defer60")
    once = at("2026-02-10", "explain", "A1P3", "--figure", "annual-rate", "--lang", "zh").out
    assert re.search(r"以 [0-9]+ 天为一步", once), once
    assert re.search(r"%\)\^\(365/[0-9]+\) - 1", once), once


def test_the_rate_is_told_as_that_of_the_plan_as_agreed_also_once_it_is_paid_off(at):
    before = at("2026-02-05", "explain", "A1P1", "--figure", "annual-rate")
    at("2026-02-12", "payoff", "A1", "--plan", "A1P1", "--pay")
    after = at("2026-02-13", "explain", "A1P1", "--figure", "annual-rate")
    assert before.out == after.out
    assert "That is the plan as it was agreed for 2026-01-08; what was paid early or late" in after.out


def test_a_figure_that_plans_have_is_told_with_how_to_ask_for_it(at):
    for name in ("principal", "fee", "fees"):
        refused = at("2026-02-05", "explain", "A1", "--figure", name, "--json")
        assert (refused.status, refused.error["code"]) == (3, "figure-of-plans")
        asked = refused.error["hint"].removeprefix("Ask for it: ").split(", ")
        assert f"baitiao explain A1P1 --figure {name}" in asked
        assert [at("2026-02-05", *ask.split()[1:]).status for ask in asked] == [0] * len(asked)


def test_a_plan_with_nothing_left_says_so(at):
    at("2026-02-05", "charge", "A1", "1200", "--installments", "6")
    at("2026-02-06", "refund", "A1P3", "1200")
    assert at("2026-02-06", "explain", "A1P3").out.startswith("A1P3 asks for nothing any more")
    assert "A1P3 已无应还款项" in at("2026-02-06", "explain", "A1P3", "--lang", "zh").out


def test_what_came_by_itself_is_told_in_the_language_of_the_reader(at):
    """The groceries and a row of the phone, 935.90, are paid with 200.00 more, of which the next bill takes 100.00."""
    at("2026-02-10", "repay", "A1", "1635.90")
    at("2026-02-11", "charge", "A1", "100")
    explained = at("2026-03-05", "explain", "A1", "--figure", "credit")
    told = at("2026-03-05", "explain", "A1", "--figure", "credit", "--lang", "zh").out
    assert "bill of 2026-03-03" in explained.out
    assert "2026-03-03 账单" in told and "bill 2026" not in told


def event_of(result) -> str:
    return str(result.data["event_id"])


def test_an_event_that_moves_no_money_says_who_when_why_and_what_it_changed(at):
    cut = event_of(at("2026-02-05", "limit", "A1", "12000", "--reason", "late before", "--request-id", "r7", "--json"))
    told = at("2026-02-06", "explain", cut)
    assert told.status == 0
    lines = told.out.splitlines()
    assert lines[:4] == [
        f"Event {cut}",
        "What\tLimit changed, limit 12,000.00",
        "Reason\tlate before",
        "Counts from\t2026-02-05",
    ]
    assert "Request id\tr7" in lines
    assert "Limit (yuan)\t20,000.00\t12,000.00" in lines
    chinese = at("2026-02-06", "explain", cut, "--lang", "zh").out
    assert "事项\t额度调整, 额度 12,000.00" in chinese
    assert "额度(元)\t20,000.00\t12,000.00" in chinese
    data = at("2026-02-06", "explain", cut, "--json").data
    assert data["figures"] == []
    assert (data["event"]["reason"], data["event"]["request_id"]) == ("late before", "r7")
    assert (data["event"]["before"]["limit_fen"], data["event"]["after"]["limit_fen"]) == (2_000_000, 1_200_000)


def test_a_decision_names_the_request_that_it_decides(at):
    row = at("2026-02-05", "explain", "A1E1", "--csv").out.splitlines()[1]
    assert row.startswith("2026-01-05,A1E1,account-opened,")
    asked = event_of(at("2026-02-05", "request-limit", "A1", "25000", "--reason", "wedding", "--json"))
    granted = event_of(
        at("2026-02-06", "decide-limit", "A1", "--grant", "--amount", "23000", "--reason", "paid in time", "--json")
    )
    told = at("2026-02-06", "explain", granted).out
    assert f"Decides on\t{asked}" in told
    assert "Limit (yuan)\t20,000.00\t23,000.00" in told
    wish = event_of(at("2026-02-07", "hardship", "A1", "--reason", "illness", "--json"))
    decided = event_of(at("2026-02-08", "decide-hardship", "A1", "--grant", "--reason", "proved", "--json"))
    told = at("2026-02-08", "explain", decided).out
    assert f"Decides on\t{wish}" in told
    assert "Hardship decided, granted" in told
    assert "Reason\tproved" in told


def test_stops_tiers_and_reversals_tell_what_they_changed(at):
    stopped = event_of(at("2026-02-05", "suspend", "A1", "--cause", "risk", "--json"))
    assert "Status\topen\tsuspended" in at("2026-02-05", "explain", stopped).out
    changed = event_of(at("2026-02-05", "tier", "A1", "C", "--reason", "late", "--json"))
    assert "Tier\tB\tC" in at("2026-02-05", "explain", changed).out
    undone = event_of(at("2026-02-06", "reverse", changed, "--reason", "by mistake", "--json"))
    assert f"Reverses\t{changed}" in at("2026-02-06", "explain", undone).out
    assert f"Reversed by\t{undone}" in at("2026-02-06", "explain", changed).out
    assert "Tier\t\tB" in at("2026-02-06", "explain", "A1E1").out


def test_a_bill_leads_to_its_figures_and_a_payment_says_who_recorded_it(at):
    assert "baitiao explain A1 --bill 1" in at("2026-02-05", "explain", "A1E4").out
    paid = event_of(at("2026-02-05", "repay", "A1", "600", "--operator", "wang", "--json"))
    told = at("2026-02-05", "explain", paid).out
    assert "Operator\twang" in told
    assert "Amount (" in told


def test_every_event_of_a_portfolio_can_be_explained(run, portfolio):
    """Whatever happened, in both languages, within 80 columns of what people read as records."""
    where = ("--ledger", str(portfolio), "--today", "2026-06-30")
    kinds = {}
    for account in run("list", *where, "--json").data["accounts"]:
        for line in run("history", account["account_id"], *where, "--json").data["lines"]:
            if line["event_id"]:
                kinds.setdefault(line["kind"], line["event_id"])
    assert len(kinds) > 15
    for event_id in kinds.values():
        for language in ("en", "zh"):
            told = run("explain", event_id, *where, "--lang", language)
            assert told.status == 0, (event_id, told.err)
            assert event_id in told.out


# The bill of 3 February asks for 535.90 and a minimum of 40.00 of the groceries by the 12th, with 7 days of grace; late
# charges are 0.05% a night of what is late: 535.90 of A1P1, and the 400.00 that are carried.


def test_late_charges_that_were_paid_are_told_with_those_of_the_line(late):
    # 12 February to 3 March, 19 nights: 535.90 x 0.05% x 19 = 5.09 of A1P1, 400.00 x 0.015% x 19 = 1.14 of the line.
    paid = event_of(late("2026-03-03", "repay", "A1", "2000", "--json"))
    assert late("2026-03-03", "show", "A1", "--json").data["overdue_fen"] == 0
    result = late("2026-03-03", "explain", "A1", "--figure", "late-charge")
    assert "Late charge (A1P1, no. 1): 5.09 yuan" in result.out
    assert "Late charge (the line of A1): 1.14 yuan" in result.out
    assert "\t19\t400.00\t0.015% a day\t1.14" in result.out
    assert "nothing of it is owed any more" in result.out
    assert "已无应还" in late("2026-03-03", "explain", "A1", "--figure", "late-charge", "--lang", "zh").out
    told = late("2026-03-03", "explain", paid).out
    assert "paid, late charge, no. 1" in told
    assert "Late charge (the line of A1): 1.14 yuan" in told
    assert "\t19\t400.00\t0.015% a day\t1.14" in told
    assert "违约金 (账户 A1 自身)" in late("2026-03-03", "explain", paid, "--lang", "zh").out


def test_what_is_missing_of_a_minimum_is_told_by_its_shares(late):
    late("2026-02-10", "repay", "A1", "545.90")
    # 10% of 400.00 are 40.00, of which 10.00 are paid.
    result = late("2026-02-25", "explain", "A1", "--figure", "overdue")
    assert "missing of the minimum payment, bill 1\t30.00" in result.out
    assert "Missing of the minimum (A1): 30.00 yuan" in result.out
    assert "share of the new purchases, bill 1\t400.00\t10%\t40.00" in result.out
    assert "less what was paid before, bill 1\t\t\t-10.00" in result.out
    figures = {each["figure"]: each for each in late("2026-02-25", "explain", "A1", "--json").data["figures"]}
    lines = figures["minimum_missing"]["lines"]
    assert [(line["rule"], line["bill"], line["amount_fen"]) for line in lines] == [
        ("share-of-purchases", 1, 40_00),
        ("paid-before", 1, -10_00),
    ]
    assert (
        "最低还款额缺口 (A1): 30.00 元"
        in late("2026-02-25", "explain", "A1", "--figure", "overdue", "--lang", "zh").out
    )
