"""The figures of the lessons, worked by hand.

ARITHMETIC is the page of `calc`, with its section; the prices of lines and products are those of their files.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.learn.catalogue import MODULES, find_lesson, lessons


def told(name, **given):
    return worked(find_lesson(name), given)


def worked(lesson, given):
    return lesson.work(lesson.numbers(given))


def test_a_monthly_fee_of_1000_in_12_is_what_the_arithmetic_page_works_out():
    # ARITHMETIC 7: 1,000.00 in 12 with 6.00 a month is 13.03% simple, 13.84% compound; 12 x 0.6% = 7.20%.
    lesson = told("monthly-fee", amount_fen=100_000)
    assert lesson.prediction.answer == 1303
    assert (lesson.figures["compound_pct"], lesson.figures["naive_pct"]) == ("13.84", "7.20")
    # 83.33 x 12 = 999.96; owed before month 12: 1,000 - 11 x 83.33 = 83.37, and 6.00 / 83.37 = 7.1968%.
    assert lesson.sheets[0].rows[-1] == {"number": 12, "owed_fen": 8337, "fee_fen": 600, "share_pct": "7.20"}


def test_the_price_of_6000_in_12_on_what_is_owed():
    # 6,000 / 12 = 500.00 and 36.00 each; owed on average (6,000 + 500) / 2 = 3,250.00, 54.17% of 6,000.
    # 12 x 36.00 = 432.00, over 3,250.00 is 13.2923%.
    figures = told("monthly-fee").figures
    assert (figures["first_principal_fen"], figures["first_fee_fen"], figures["fees_fen"]) == (50000, 3600, 43200)
    assert (figures["average_fen"], figures["average_share_pct"], figures["average_pct"]) == (325000, "54.17", "13.29")
    # ARITHMETIC 7, the table of 3, 6, 12, 24 months.
    shorter = told("monthly-fee").quiz[0]
    assert shorter.choices[shorter.right].en == "10.77%"


@pytest.mark.parametrize(("count", "simple"), [(3, 1077), (6, 1224), (24, 1326)])
def test_the_same_fee_over_other_terms(count, simple):
    assert (
        told("monthly-fee", amount_fen=100_000, installments=count).prediction.answer == simple
    )  # ARITHMETIC 7, the table


@pytest.mark.parametrize(("fee_ppb", "above"), [(11_000_000, False), (12_000_000, True)])
def test_a_fee_that_no_lender_may_ask_is_told_as_one(fee_ppb, above):
    # ARITHMETIC 7: 1.1% a month is 23.53% a year, 1.2% is 25.59%; the cap is 24%.
    lesson = told("monthly-fee", fee=Rate(fee_ppb, "period"))
    assert ("no lender may" in lesson.lessons[-1].en) is above


def test_flat_interest_and_interest_on_what_is_left():
    # ARITHMETIC 5, 300.00 in 3 at 12%: flat 3 x 3.00; equal payments 3.00 + 2.01 + 1.01; equal principal 3 + 2 + 1.
    lesson = told("flat-or-declining", amount_fen=30000, installments=3)
    assert [row["interest_fen"] for row in lesson.sheets[0].rows] == [900, 602, 600]
    assert [(row["first_fen"], row["last_fen"]) for row in lesson.sheets[0].rows] == [
        (10300, 10300),
        (10201, 10200),
        (10300, 10100),
    ]


def test_flat_12_percent_over_a_year():
    # Flat 12,000 x 12% = 1,440.00; equal principal 120 + 110 + ... + 10 = 780.00.
    # Equal payments 12,000 x 1% / (1 - 1.01^-12) = 1,066.1855 -> 1,066.19; the interest is what twelve of them, the
    # last a few fen less, pay beyond 12,000: within 12 roundings of half a fen of 12 x 1,066.1855 - 12,000 = 794.23.
    figures = told("flat-or-declining").figures
    payment = Decimal(12000) * Decimal("0.01") / (1 - Decimal("1.01") ** -12)
    assert (figures["flat_interest_fen"], figures["principal_interest_fen"]) == (144000, 78000)
    assert abs(figures["annuity_interest_fen"] - 100 * (12 * payment - 12000)) <= 6
    assert told("flat-or-declining").sheets[0].rows[1]["first_fen"] == 106619
    # 1,120.00 twelve times for 12,000 is the plan of a fee of 1% a period: `inst` of tier D, 21.46%.
    assert figures["flat_simple_pct"] == "21.46"


def test_the_last_installment_takes_the_rest():
    # 1,000 / 3 = 333.33 and a third: 333.34 is left for the last; 0.6% of 1,000 is 6.00.
    lesson = told("last-installment")
    assert lesson.prediction.answer == 33934
    assert [row["kept_exact"] for row in lesson.sheets[0].rows] == ["0.33", "0.67", "0.00"]
    # Equal payments: 1,000 x 1.030301 / 3.0301 = 340.0221; 1,000 - 330.02 - 333.32 = 336.66 and 3.3666 -> 3.37.
    assert (lesson.figures["even_first_fen"], lesson.figures["even_last_fen"]) == (34002, 34003)
    assert lesson.figures["sum_rounded_up_fen"] == 100002
    up = lesson.quiz[0]
    assert up.choices[up.right].en == "0.02 yuan"


def test_nothing_is_left_over_of_900_in_3():
    lesson = told("last-installment", amount_fen=90000)
    assert (lesson.prediction.answer, lesson.figures["rest_fen"]) == (30540, 0)  # 300.00 + 900 x 0.6%
    assert (lesson.prediction.traps, lesson.plots, len(lesson.quiz)) == ((), (), 1)
    assert "nothing over" in lesson.prediction.reveal.en


def test_february_under_each_day_count():
    # ARITHMETIC 4: 10,000 at 7.3% over the 29 nights of February 2024; in 12 months 366 nights, 730 x 366/365 = 732.
    lesson = told("day-counts")
    rows = {row["counted_by"]: row for row in lesson.sheets[0].rows}
    assert {name: row["interest_fen"] for name, row in rows.items()} == {
        "actual/365": 5800,
        "actual/360": 5881,
        "30/360": 6083,
        "actual/actual": 5784,
    }
    assert rows["actual/365"]["year_fen"] == 73200  # 31 nights are 62.00, 30 are 60.00, 29 are 58.00: no rounding
    assert rows["30/360"]["year_fen"] == 12 * 6083
    longest = lesson.quiz[0]
    assert longest.choices[longest.right].en == "actual/360"


def test_a_bill_and_its_least():
    # 5,999 / 12 = 499.91, and 0.6% of 5,999 = 35.994: 535.90; with 400.00 of groceries 935.90; at least 535.90 + 40.00.
    # Carried 360.00 x 0.05% x 19 nights from 12 February to 3 March = 3.42. The coat is due with the bill of 3 March.
    lesson = told("statement")
    figures = lesson.figures
    assert (lesson.prediction.answer, figures["minimum_fen"], figures["installment_fen"]) == (93590, 57590, 53590)
    assert (figures["carried_fen"], figures["next_interest_fen"]) == (36000, 342)
    assert (figures["due_on"], figures["coat_due_on"]) == (date(2026, 2, 12), date(2026, 3, 12))
    assert (figures["free_days"], figures["coat_free_days"]) == (22, 37)  # 21 January, 3 February
    # All that is owed without the coat: 5,999 + 400 and the first fee.
    assert figures["closing_fen"] == 643499


def test_paying_only_the_minimum_of_5000():
    # Bill 1: 5,000.00, at least 10%. Carried 4,500 x 0.05% x 19 nights to 3 March = 42.75, asked for in full with
    # 10% of 4,500. It is paid on 12 March, when 9 nights more, 20.25, have run: 492.75 - 42.75 - 20.25 = 429.75 goes
    # to the principal, and 4,070.25 x 0.05% x 22 nights = 44.77: bill 3 has 20.25 + 44.77 of interest.
    from baitiao_cli.learn.lessons.minimum_payment import carried

    paid = carried(500_000, lambda bill: bill.figures.minimum_due_fen)
    bills = [bill.figures for bill, *_ in paid]
    first = [(bill.amount_due_fen, bill.minimum_due_fen, bill.interest_fen) for bill in bills]
    assert first[:3] == [(500000, 50000, 0), (454275, 49275, 4275), (411502, 45180, 6502)]
    # Bill 3, paid on 12 April: 44.77 + 4,070.25 x 0.05% x 9 nights, 18.32 = 63.09 of interest, 451.80 - 63.09 = 388.71.
    assert [each[1:] for each in paid[:3]] == [(0, 50000), (6300, 42975), (6309, 38871)]
    lesson = told("minimum-payment")
    assert lesson.prediction.answer == sum(bill.minimum_due_fen for bill in bills) - 500_000  # paid beyond the purchase
    assert (lesson.figures["yearly_pct"], lesson.figures["bills"]) == ("18.25", len(bills))  # 0.05% x 365
    assert "63.00 yuan are interest when you pay it on 2026-03-12 (42.75 on the bill, 20.25" in lesson.lessons[0].en
    assert "only 429.75 yuan of principal less" in lesson.lessons[0].en


def test_every_minimum_paid_is_its_interest_and_its_principal():
    for amount_fen in (50_000, 123_457, 500_000):
        sheet = told("minimum-payment", amount_fen=amount_fen).sheets[0]
        for row in sheet.rows:
            assert row["interest_fen"] + row["principal_fen"] == row["minimum_due_fen"]
        assert sheet.totals["principal_fen"] == amount_fen


def test_what_of_a_minimum_is_interest_is_what_an_account_pays(run, tmp_path, monkeypatch):
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))
    run("init")
    run("open", "--name", "x", "--limit", "20000", "--today", "2026-01-05")
    run("charge", "A1", "5000", "--today", "2026-01-10")
    run("repay", "A1", "500", "--today", "2026-02-12")
    paid = run("repay", "A1", "492.75", "--today", "2026-03-12", "--json").data
    parts = {
        kind: sum(p["amount_fen"] for p in paid["parts"] if p["kind"] == kind) for kind in ("interest", "principal")
    }
    assert parts == {"interest": 6300, "principal": 42975}


def test_a_bill_that_is_late():
    # 2,000 at 0.05% and 0.015% a night: 1.00 and 0.30. The bill of 3 March (19 nights: 19.00 of interest) is due on
    # the 12th, after 28 nights; from then on interest runs on 2,019.00: 28.00 + 2 x 1.0095 = 30.019, and of late charge
    # 8.40 + 2 x 0.30285 = 9.0057. No late charge on late charges.
    lesson = told("late-days")
    figures = lesson.figures
    assert (figures["first_interest_fen"], figures["first_late_fen"]) == (100, 30)
    assert (figures["interest_fen"], figures["late_fen"], figures["bucket"]) == (3002, 901, "M1")
    assert (lesson.prediction.answer, figures["yearly_pct"]) == (3903, "23.725")  # 0.065% x 365
    rows = {row["late_days"]: row for row in lesson.sheets[0].rows}
    assert (rows[7]["interest_fen"], rows[7]["late_charge_fen"]) == (700, 210)
    kept = lesson.quiz[1]
    assert kept.choices[kept.right].en == "0.00 yuan"


def why_not_simple(**numbers):
    lesson = told("late-days", **numbers)
    wrong = numbers["nights"] * lesson.figures["first_night_fen"]
    return next((why.en for value, why in lesson.prediction.traps if value == wrong), None)


def test_why_so_many_times_the_first_night_is_not_the_answer():
    # 900 x 0.065% = 0.585 a night, 0.45 + 0.14 when rounded; 17 nights are 7.65 + 2.295 = 9.95, not 17 x 0.59 = 10.03.
    # The bill was due on 12 February, the next one on 12 March, 28 nights later: only then interest bears interest.
    assert told("late-days", amount_fen=90000, nights=17).prediction.answer == 995
    rounded = why_not_simple(amount_fen=90000, nights=17)
    assert "rounded to the fen: 0.585 yuan became 0.59" in rounded and "costs interest itself" not in rounded
    assert "rounded once" in why_not_simple(amount_fen=90000, nights=28)
    both = why_not_simple(amount_fen=90000, nights=40)
    assert "0.585 yuan became 0.59" in both and "from 2026-03-12 on" in both
    interest = why_not_simple(amount_fen=200000, nights=30)  # 1.00 + 0.30 a night: nothing is rounded
    assert "costs interest itself" in interest and "rounded" not in interest
    assert why_not_simple(amount_fen=200000, nights=28) is None  # 28 x 1.30 is right


def test_one_night_is_one():
    lesson = told("late-days", nights=1)
    assert "after 1 night?" in lesson.prediction.question.en
    assert "1 day past due" in lesson.prediction.reveal.en
    assert "after 2 nights?" in told("late-days", nights=2).prediction.question.en


def test_what_is_owed_on_average():
    # Equal parts of the principal: 100% and 50% of it in 2 months; 12/12 to 1/12 in 12, of which the mean is 13/24.
    for count, average in ((2, "75%"), (12, "54.2%"), (36, "51.4%")):
        lesson = told("flat-or-declining", installments=count)
        half = lesson.figures["flat_interest_fen"] // 2
        assert f"owes {average} of it" in dict(lesson.prediction.traps)[half].en


def test_what_a_plan_that_is_paid_off_cost_a_year():
    # 6,000 in 12 at 36.00 each: 500.00 and 36.00 a month, then the rest with one more fee (none after the last but one
    # row is asked for what was waived). The monthly rate by bisection; x 12.
    def yearly(paid):
        rest = 500 * (12 - paid) + 36
        flows = [536] * (paid - 1) + [536 + rest]
        low, high = 0.0, 0.1
        for _ in range(80):
            rate = (low + high) / 2
            worth = sum(flow / (1 + rate) ** month for month, flow in enumerate(flows, start=1))
            low, high = (rate, high) if worth > 6000 else (low, rate)
        return f"{1200 * low:.2f}"

    rows = told("early-payoff").sheets[0].rows
    assert [row["paid_count"] for row in rows] == [1, 3, 6, 9, 11]
    assert [row["simple_pct"] for row in rows] == [yearly(row["paid_count"]) for row in rows]
    assert [row["simple_pct"] for row in rows] == ["14.40", "10.44", "10.55", "11.86", "13.20"]
    assert "2026-01-12" in told("early-payoff").setup[0].en


def test_months_that_are_rounded_may_be_off_the_year():
    # 10,000 at 7.3%: a month of 30/360 is 60.8333 -> 60.83; twelve are 729.96, the year in one piece is 730.00.
    lesson = told("day-counts")
    rows = {row["counted_by"]: row["year_fen"] for row in lesson.sheets[0].rows}
    assert rows["30/360"] == 72996
    assert "rounded month by month" in lesson.lessons[1].en


def test_nights_of_ones_own_are_a_row_of_the_table():
    # 900 x 0.05% x 2 nights = 0.90 of interest and 900 x 0.015% x 2 = 0.27.
    lesson = told("late-days", amount_fen=90000, nights=2)
    assert lesson.prediction.answer == 117
    assert 2 in [row["late_days"] for row in lesson.sheets[0].rows]


def test_paying_off_after_half_of_the_installments():
    # 6,000 in 12 at 0.6%: after 6 of them 3,000.00 is left; the next fee of 36.00 is asked for, 5 x 36.00 fall away.
    lesson = told("early-payoff")
    figures = lesson.figures
    assert (lesson.prediction.answer, figures["payoff_fen"], figures["asked_fen"]) == (18000, 303600, 3600)
    assert (figures["all_fees_saved_fen"], figures["waived_saved_fen"]) == (0, 21600)
    assert [row["saved_fen"] for row in lesson.sheets[0].rows] == [36000, 28800, 18000, 7200, 0]
    # After 11: 500.00 and the last fee.
    assert lesson.sheets[0].rows[-1]["payoff_fen"] == 53600


@pytest.mark.parametrize("lesson", lessons(), ids=MODULES)
def test_every_lesson_works_at_the_ends_of_its_ranges(lesson):
    for ends in ("least", "most"):
        given = {name: getattr(span, ends) for name, span in lesson.ranges.items()}
        per = {"fee": "period", "annual_rate": "year"}
        given = {name: Rate(value, per[name]) if name in per else value for name, value in given.items()}
        shown = worked(lesson, given)
        for item in shown.quiz:
            assert len({choice.en for choice in item.choices}) == len(item.choices) >= 2
            assert 0 <= item.right < len(item.choices)
        assert shown.prediction.answer not in dict(shown.prediction.traps)
        texts = [*shown.setup, *shown.lessons, shown.prediction.question, shown.prediction.reveal]
        assert not [text for text in texts for words in (text.en, text.zh) if "{" in words or "None" in words]


@pytest.mark.parametrize("lesson", lessons(), ids=MODULES)
def test_a_number_beyond_the_ends_is_refused(lesson):
    per = {"fee": "period", "annual_rate": "year"}
    for name, span in lesson.ranges.items():
        if isinstance(span.most, date):
            beyond = [span.least.replace(year=span.least.year - 1), span.most.replace(year=span.most.year + 1)]
        else:
            beyond = [span.least - 1, span.most + 1]
        for value in beyond:
            with pytest.raises(BaitiaoError, match="lesson-number-outside"):
                lesson.numbers({name: Rate(value, per[name]) if name in per else value})
    if "fee" in lesson.ranges:
        with pytest.raises(BaitiaoError, match="lesson-number-outside"):
            lesson.numbers({"fee": Rate(lesson.ranges["fee"].least, "year")})


def test_both_languages_have_the_same_figures():
    import re

    figure = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9][0-9,]*\.[0-9]+")
    for lesson in lessons():
        shown = worked(lesson, {})
        texts = [*shown.setup, *shown.lessons, shown.prediction.question, shown.prediction.reveal]
        texts += [why for _, why in shown.prediction.traps]
        texts += [text for item in shown.quiz for text in (item.question, item.why, *item.choices)]
        for text in texts:
            assert set(figure.findall(text.en)) == set(figure.findall(text.zh)), text.en


@pytest.mark.parametrize(
    ("on", "shares"),
    [
        (date(2026, 6, 10), ["30/365", "30/360", "30/360", "30/365"]),  # 30 nights, as June has
        (date(2026, 2, 10), ["28/365", "28/360", "30/360", "28/365"]),
        (date(2024, 2, 1), ["29/365", "29/360", "30/360", "29/366"]),
        (date(2023, 12, 20), ["31/365", "31/360", "30/360", "12/365 + 19/366"]),  # 20 to 31 December; to 19 January
        (date(2023, 12, 1), ["31/365", "31/360", "30/360", "31/365"]),  # no night of the new year
    ],
)
def test_shares_of_a_year_are_told_in_days_over_its_days(on, shares):
    rows = {row["counted_by"]: row["share"] for row in told("day-counts", on=on).sheets[0].rows}
    assert [rows[name] for name in ("actual/365", "actual/360", "30/360", "actual/actual")] == shares
