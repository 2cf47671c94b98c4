"""On which day something is so, and with which figures: the day before, the day itself, the day after."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from msgspec.structs import replace

from baitiao_cli.account.cap import fees_allowed_fen
from baitiao_cli.account.events import Purchased
from baitiao_cli.account.installment import Deferral
from baitiao_cli.account.meter import Meter
from baitiao_cli.account.quote import make_quote
from baitiao_cli.account.verbs.extend import months_until
from baitiao_cli.account.views.figures import next_boundary_on, next_due
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.calc.dates import periods_from
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import GRACE_LINE, LINE, PRODUCTS, History, opened

DUE = date(2024, 2, 12)
NIGHT = timedelta(days=1)


def test_a_period_that_ends_keeps_its_fraction_as_a_span() -> None:
    meter = Meter(counted_to=DUE, exact=Fraction(23, 10))
    meter.round_period(2, "half-up")
    assert [(span.number, span.exact, span.is_rounding) for span in meter.spans] == [(2, Fraction(-3, 10), True)]
    meter = Meter(counted_to=DUE, exact=Fraction(27, 10))
    meter.begin_row(2, 3, "half-up")
    assert [(span.number, span.exact, span.is_rounding) for span in meter.spans] == [(2, Fraction(-3, 10), True)]


def test_a_temporary_limit_ends_a_day_before_the_calendar_does() -> None:
    history, from_on = History([opened(date(9998, 12, 30))]), date(9998, 12, 31)
    with pytest.raises(BaitiaoError, match="limit-days-invalid"):
        history.set_limit(30_000_00, from_on=from_on, until_on=date(9999, 12, 31))
    assert history.set_limit(30_000_00, from_on=from_on, until_on=date(9999, 12, 30))


def test_what_a_bill_asks_for_is_what_is_due_next() -> None:
    # 900.00 are carried from 12 February, 20 nights to 3 March cost 9.00.
    history = History()
    history.buy("month", 1_000_00)
    history.repay(100_00, on=DUE)
    assert next_due(history.account(date(2024, 3, 5))) == (date(2024, 3, 12), 909_00)


def test_after_two_missed_bills_the_third_asks_for_what_came_since() -> None:
    # 1,000.00, nothing paid: 20 nights from 12 February cost 10.00 and 3.00, all of that is asked for on 3 March. Until
    # 3 April nine nights of 1,000.00 and 22 of 1,010.00: 4.50 + 11.11, and 1.35 + 3.333.
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 4, 5)
    assert [bill.figures.minimum_due_fen for bill in history.account().bills] == [100_00, 1_013_00, 1_033_29]
    assert next_due(history.account()) == (date(2024, 4, 12), 15_61 + 4_68)


def test_a_plan_up_to_a_bill_has_begun_its_last_month() -> None:
    # From 2 January to the bill of 3 March are two months and a day: three that have begun.
    history = History([opened(date(2024, 1, 2))])
    history.buy("inst", 300_00, 3)
    with pytest.raises(BaitiaoError, match="extend-too-long") as refused:
        history.extend("A1P1", 4)
    assert refused.value.details == {"plan_id": "A1P1", "count": 4, "left_count": 3}
    assert history.extend("A1P1", 3)


def test_a_plan_of_more_than_a_year_is_extended_by_half_of_its_term() -> None:
    history = History()
    history.buy("epi", 1_000_00, 24)
    account, on = history.account(), history.today
    assert months_until(account, "A1P1", date(2027, 1, 12), on) == 12
    with pytest.raises(BaitiaoError, match="extend-too-long") as refused:
        history.extend("A1P1", 13)
    assert (refused.value.details["left_count"], type(refused.value.details["left_count"])) == (12, int)


def test_a_credit_that_pays_a_bill_names_no_row() -> None:
    history = History()
    history.repay(80_00)
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    parts = [part for part in history.account().allocations if part.event_id == "bill 2024-02-03"]
    assert [(part.plan_id, part.number, part.kind, part.amount_fen) for part in parts] == [
        ("", 0, "credit", -7_20),
        ("A1P1", 1, "fee", 7_20),
        ("", 0, "credit", -72_80),
        ("A1P1", 1, "principal", 72_80),
    ]


def test_charges_that_are_put_off_bear_nothing() -> None:
    history = History()
    history.buy("month", 1_000_00)
    history.today = date(2024, 3, 20)
    history.restructure_balance(6)
    due_on = history.account().plans["A1P2"].rows[0].due_on
    rows = [row for row in history.account().line_rows if row.unpaid_fen]
    assert rows
    free = Deferral(history.today, due_on, 0)
    assert {(row.deferral, row.due_on, row.carried) for row in rows} == {(free, due_on, False)}


@pytest.mark.parametrize(("days", "line"), [(90, LINE), (1, replace(LINE, non_accrual_after_days=1))])
def test_charges_are_no_income_after_the_days_of_the_line(days: int, line: object) -> None:
    for after, names in ((days, set()), (days + 1, {"", "A1P1"})):
        history = History([opened(line=line)])  # type: ignore[arg-type]
        history.buy("inst", 1_200_00, 12)
        history.lock(on=DUE + after * NIGHT)  # the lender's books are looked at with every event
        assert history.account(DUE + after * NIGHT).unrecognised == names


def test_what_is_within_grace_changes_the_day_after() -> None:
    history = History([opened(line=GRACE_LINE)])
    history.buy("grace", 1_200_00, 12)
    for day, then in ((5, 12), (12, 13), (13, 16), (15, 16)):
        assert next_boundary_on(history.account(date(2024, 2, day))) == date(2024, 2, then)
    bill = History([opened(line=GRACE_LINE)])
    bill.buy("month", 1_000_00)
    for day, then in ((12, 13), (13, 16), (15, 16)):
        assert next_boundary_on(bill.account(date(2024, 2, day))) == date(2024, 2, then)


def test_a_quote_above_its_cap_is_taken_where_its_product_only_flags_it() -> None:
    on = date(2024, 1, 12)
    terms = PRODUCTS["inst"].terms(12, "B", on)
    quote = make_quote(Purchased(plan_id="", amount_fen=1_200_00, terms=terms), on, periods_from(on, 12, 1, "months"))
    flagged = replace(quote, terms=replace(terms, above_cap="flag"))
    assert quote.is_acceptable and flagged.is_acceptable
    assert not replace(quote, above_cap=True).is_acceptable
    assert replace(flagged, above_cap=True).is_acceptable
    assert quote.is_on_bills_of_somebody


def test_what_revolves_is_overdue_the_day_after_its_due_date() -> None:
    history = History()
    history.buy("month", 1_000_00)
    assert next_due(history.account(DUE)) == (DUE, 1_000_00)
    for day, status in ((5, "due"), (12, "carried"), (13, "overdue")):
        account = history.account(date(2024, 2, day))
        assert [row.status for row in row_outlooks(account.plans["A1P1"], account, account.through)] == [status]
    assert next_due(history.account(date(2024, 2, 5))) == (DUE, 1_000_00)


def test_of_a_waiver_that_is_larger_only_what_was_in_suspense_leaves_it() -> None:
    # Four fees of 7.20 are in suspense as the plan is restructured; the fifth is income as it is asked for.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.restructure("A1P1", 24, on=date(2024, 6, 1))
    history.today = date(2024, 6, 5)
    assert history.account().kept_apart["A1P1", "suspended_fees"] == 28_80
    waiver = history.waive(29_80, "fee", "A1P1")
    account = history.account()
    booked = [line for line in account.own_postings if line.cause == waiver.event_id]
    assert sum(line.amount_fen for line in booked if line.ledger_account == "waivers") == -28_80
    assert sum(line.amount_fen for line in booked if line.ledger_account == "fee_income") == 0
    assert ("A1P1", "suspended_fees") not in account.kept_apart


def test_what_comes_back_of_a_debt_that_ended_names_no_row() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.write_off("A1P1")
    recovery = history.recover(50_00, "A1P1")
    parts = [part for part in history.account().allocations if part.event_id == recovery.event_id]
    assert [(part.plan_id, part.number, part.kind, part.amount_fen) for part in parts] == [
        ("A1P1", 0, "recovered", 50_00)
    ]


def test_the_cap_leaves_what_was_not_asked_for_of_any_price() -> None:
    # 1,000.00 for 24 nights at 24%: 15.78; a fee, or interest on the original principal, of 6.00 was asked for.
    for product in ("inst", "flat"):
        history = History()
        history.buy(product, 1_000_00, 3)
        plan = history.account(date(2024, 2, 5)).plans["A1P1"]
        assert fees_allowed_fen(plan, plan.balance_nights) == 15_78 - 6_00


def test_a_row_that_lacks_one_fen_is_in_the_way_of_an_extension() -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.repay(107_19, on=date(2024, 2, 5))
    history.today = DUE + NIGHT
    with pytest.raises(BaitiaoError, match="extend-overdue") as refused:
        history.extend("A1P1", 1)
    assert refused.value.details == {"plan_id": "A1P1", "due_on": DUE, "amount_fen": 1}
