"""Part prepayment: what it pays first, and what the rows are after it, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.account import Conflict
from baitiao_cli.account.events import Event, Prepaid
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.payoff import quote_payoff
from baitiao_cli.account.views.figures import figures
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.account.views.prepayment import quote_prepayment
from baitiao_cli.actions.proof import prove
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def rows_left(history: History, plan_id: str = "A1P1") -> list[tuple[str, int, int, int]]:
    """Due date, principal, interest and fee, and what is left to pay of each row that is not paid."""
    account = history.account()
    rows = row_outlooks(account.plans[plan_id], account, account.through)
    return [
        (row.due_on.isoformat(), row.principal_fen, row.interest_fen + row.fee_fen, row.outstanding_fen)
        for row in rows
        if row.outstanding_fen
    ]


def equal_payments() -> History:
    """3000.00 in 3 at 10.8% a year: 1018.00 a month, the first paid on its due date.

    Its interest is 3000 x 10.8% x 31/365 = 27.517, so that 2009.52 are left. On 22 February ten nights have run:
    2009.52 x 10.8% x 10/365 = 5.94597. Without a prepayment the rest costs 17.24 + 9.25 = 26.49.
    """
    history = History()
    history.buy("epi", 3_000_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(1_018_00)
    history.today = date(2024, 2, 22)
    return history


def test_equal_payments_for_a_shorter_term() -> None:
    # 1100.00 - 5.95 = 1094.05 lower 2009.52 to 915.47. 19 nights more: 5.14661 + 5.94597 = 11.09258 for the month.
    # A row of 1018.00 takes all of it: 915.47 + 11.09 - 5.95 paid = 920.61. The third row falls away.
    history = equal_payments()
    quote = quote_prepayment(history.account(), "A1P1", 1_100_00, history.today)
    assert (quote.parts.due_fen, quote.parts.interest_fen, quote.parts.principal_fen) == (0, 5_95, 1_094_05)
    _, shorter, _ = quote.outlooks
    assert (shorter.left_count, shorter.next_payment_fen, shorter.last_due_on) == (1, 920_61, date(2024, 3, 12))
    assert (shorter.cost_left_fen, shorter.saved_fen) == (11_09 - 5_95, 26_49 - 11_09)
    history.prepay("A1P1", 1_100_00, "shorter-term")
    assert rows_left(history) == [("2024-03-12", 915_47, 11_09, 920_61)]
    history.today = date(2024, 3, 12)
    history.repay(920_61)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)
    assert history.account().plans["A1P1"].settled_on == date(2024, 3, 12)


def test_equal_payments_that_get_lower() -> None:
    # 915.47 over 19 and 31 nights: 915.47 x (1 + 19y)(1 + 31y) / (2 + 31y) = 462.410..., y = 10.8% / 365: 462.41.
    # The open row asks for 5.95 + 462.41 in all: 11.09 interest, 457.27 principal. The last: 458.20 x 31y = 4.203.
    history = equal_payments()
    history.prepay("A1P1", 1_100_00, "lower-payment")
    assert rows_left(history) == [("2024-03-12", 457_27, 11_09, 462_41), ("2024-04-12", 458_20, 4_20, 462_40)]
    for on, amount_fen in ((date(2024, 3, 12), 462_41), (date(2024, 4, 12), 462_40)):
        history.today = on
        history.repay(amount_fen)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)


def installments() -> History:
    """1200.00 in 12 at 0.6%: 100.00 + 7.20 a month; the first, billed on 3 February, is paid. Eleven are left."""
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 12)
    history.repay(107_20)
    history.today = date(2024, 2, 20)
    return history


def test_installments_for_a_shorter_term() -> None:
    # 250.00 is the principal of the last two and half of the tenth, whose fee is halved: 7.20 + 7.20 + 3.60 saved.
    history = installments()
    quote = quote_prepayment(history.account(), "A1P1", 250_00, history.today)
    without, shorter, _ = quote.outlooks
    assert (without.left_count, without.cost_left_fen) == (11, 11 * 7_20)
    assert (shorter.left_count, shorter.last_due_on, shorter.saved_fen) == (9, date(2024, 11, 12), 18_00)
    history.prepay("A1P1", 250_00, "shorter-term")
    rows = rows_left(history)
    assert [row[1:] for row in rows] == [(100_00, 7_20, 107_20)] * 8 + [(50_00, 3_60, 53_60)]
    for on, *_, amount_fen in rows:
        history.today = date.fromisoformat(on)
        history.repay(amount_fen)
    assert figures(history.account()).owed_fen == 0
    assert history.account().plans["A1P1"].settled_on == date(2024, 11, 12)


def test_installments_that_get_lower() -> None:
    # 850.00 / 11 = 77.27 each, 77.30 on the last. Fees 7.20 x 77.27% = 5.563, 7.20 x 77.30% = 5.566; the next bill's
    # stays. 7.20 + 9 x 5.56 + 5.57 = 62.81, so that 79.20 - 62.81 = 16.39 are saved.
    history = installments()
    *_, lower = quote_prepayment(history.account(), "A1P1", 250_00, history.today).outlooks
    assert (lower.left_count, lower.next_payment_fen, lower.saved_fen) == (11, 84_47, 16_39)
    history.prepay("A1P1", 250_00, "lower-payment")
    parts = [(principal, fee) for _, principal, fee, _ in rows_left(history)]
    assert parts == [(77_27, 7_20)] + [(77_27, 5_56)] * 9 + [(77_30, 5_57)]


def test_a_fee_is_rounded_once_however_often_principal_is_lowered() -> None:
    # Twice 110.00 off 1100.00 is 80.00 each; 7.20 x 80% = 5.76, as if it had been lowered at once.
    history = installments()
    history.prepay("A1P1", 110_00, "lower-payment")
    history.prepay("A1P1", 110_00, "lower-payment")
    assert {row[1:3] for row in rows_left(history)[1:]} == {(80_00, 5_76)}


def test_on_the_day_of_the_purchase_every_fee_falls() -> None:
    # As a payoff would be free that day: 600.00 left of 1200.00, half the principal and half the fee in each row.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.prepay("A1P1", 600_00, "lower-payment")
    assert {row[1:3] for row in rows_left(history)} == {(50_00, 3_60)}


def test_what_is_due_is_paid_first() -> None:
    # On 5 February the first installment of 107.20 is billed: of 300.00 there are 192.80 for principal.
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    event = history.prepay("A1P1", 300_00, "shorter-term")
    account = history.account()
    parts = [(part.number, part.kind, part.amount_fen) for part in account.allocations]
    assert parts == [(1, "fee", 7_20), (1, "principal", 100_00), (0, "principal", 192_80)]
    assert {part.event_id for part in account.allocations} == {event.event_id}
    assert (account.used_fen, account.plans["A1P1"].prepaid_fen) == (907_20, 192_80)


def test_borrowed_by_the_day() -> None:
    # 2000.00 at 0.03% a day; the month's 18.60 are paid. Ten nights: 6.00; of 503.00 there are 497.00 for principal.
    # 12 March: 6.00 + 1503.00 x 0.03% x 19 = 14.5671; 12 April: 1503.00 x 0.03% x 31 = 13.9779.
    history = History()
    history.buy("daily", 2_000_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(18_60)
    history.today = date(2024, 2, 22)
    quote = quote_prepayment(history.account(), "A1P1", 503_00, history.today)
    assert [outlook.effect for outlook in quote.outlooks] == ["none", "lower-payment"]
    assert quote.outlooks[1].saved_fen == 17_40 + 18_60 - 14_57 - 13_98
    history.prepay("A1P1", 503_00, "lower-payment")
    assert rows_left(history) == [("2024-03-12", 0, 14_57, 8_57), ("2024-04-12", 1_503_00, 13_98, 1_516_98)]


def test_equal_principal_is_split_again() -> None:
    # 3000.00 in 3; 1000.00 and 27.52 paid on 12 February. That day 800.00 of 2000.00 are prepaid: 1200.00 / 2 = 600.00.
    history = History()
    history.buy("epp", 3_000_00, 3)
    history.today = date(2024, 2, 12)
    history.repay(1_027_52)
    shorter = History(events=list(history.events), today=history.today)
    history.prepay("A1P1", 800_00, "lower-payment")
    assert [row[1] for row in rows_left(history)] == [600_00, 600_00]
    shorter.prepay("A1P1", 800_00, "shorter-term")
    assert [row[1] for row in rows_left(shorter)] == [1_000_00, 200_00]


def test_lower_payments_after_a_shorter_term_keep_the_shorter_term() -> None:
    # 1200.00 in equal principals of 200.00 over six months: 500.00 off leaves 200, 200, 200, 100; then 4 x 150.00.
    history = History()
    history.buy("epp", 1_200_00, 6)
    history.prepay("A1P1", 500_00, "shorter-term")
    assert [row[1] for row in rows_left(history)] == [200_00, 200_00, 200_00, 100_00]
    history.prepay("A1P1", 100_00, "lower-payment")
    assert [row[1] for row in rows_left(history)] == [150_00] * 4


def test_what_was_paid_ahead_on_the_open_row_counts_towards_its_new_payment() -> None:
    # Of 300.00 on 22 January (ten nights, 3000.00 x 10.8% x 10/365 = 8.88) 291.12 go ahead on row 1. The same day
    # 708.88 are prepaid: 2291.12 over 21, 29 and 31 nights: y = 10.8% / 365, 2291.12 x (1 + 21y)(1 + 29y)(1 + 31y) /
    # (1 + (1 + 29y + 1)(1 + 31y)) = 775.18. Row 1 asks for 8.88 + 775.18 in all, of which 300.00 are paid.
    history = History()
    history.buy("epi", 3_000_00, 3)
    history.today = date(2024, 1, 22)
    history.repay(300_00)
    history.prepay("A1P1", 708_88, "lower-payment")
    assert prove(history.events, history.today).differences == ()
    rows = rows_left(history)
    assert [row[3] for row in rows[:2]] == [484_06, 775_18]
    for on, *_, amount_fen in rows:
        history.today = date.fromisoformat(on)
        assert prove(history.events, history.today).differences == ()
        history.repay(amount_fen)
    assert (figures(history.account()).owed_fen, history.account().credit_fen) == (0, 0)


def test_a_payoff_after_it_leaves_nothing() -> None:
    # 850.00 and the next bill's fee of 7.20.
    history = installments()
    history.prepay("A1P1", 250_00, "lower-payment")
    assert quote_payoff(history.account(), history.today, "A1P1").total_fen == 857_20
    history.pay_off("A1P1")
    assert figures(history.account(date(2025, 3, 1))).owed_fen == 0


def test_a_reversal_puts_the_rows_back() -> None:
    history = installments()
    before = rows_left(history)
    event = history.prepay("A1P1", 250_00, "shorter-term")
    history.reverse(event.event_id)
    assert rows_left(history) == before


def test_what_the_past_made_too_much_pays_like_a_repayment() -> None:
    # 1000.00 were prepaid of 1100.00; then 980.00 of it turn out to have been paid before: 120.00 off, the rest credit.
    history = installments()
    history.prepay("A1P1", 1_000_00, "shorter-term")
    history.prepay("A1P1", 980_00, "shorter-term", on=date(2024, 2, 19))
    account = history.account()
    assert (account.used_fen, account.plans["A1P1"].prepaid_fen, account.credit_fen) == (0, 1_100_00, 880_00)
    # The next bill's fee is due in any case, and the credit pays it.
    history.today = date(2024, 3, 4)
    assert (history.account().credit_fen, figures(history.account()).owed_fen) == (880_00 - 7_20, 0)


@pytest.mark.parametrize(
    ("amount_fen", "code", "figure"),
    [
        (100_00, "prepayment-too-small", ("first_fen", 107_20)),
        (107_20, "prepayment-too-small", ("first_fen", 107_20)),
        (1_207_20, "prepayment-settles", ("quote_fen", 1_214_40)),  # nothing would be left but the next fee
        (1_214_40, "prepayment-settles", ("quote_fen", 1_214_40)),
    ],
)
def test_it_must_lower_principal_and_leave_some(amount_fen: int, code: str, figure: tuple[str, int]) -> None:
    history = History()
    history.buy("inst", 1_200_00, 12)
    history.today = date(2024, 2, 5)
    with pytest.raises(BaitiaoError) as refusal:
        history.prepay("A1P1", amount_fen, "shorter-term")
    assert (refusal.value.code, refusal.value.details[figure[0]]) == (code, figure[1])


@pytest.mark.parametrize(
    ("product", "effect", "reason"),
    [
        ("month", "shorter-term", "no installments"),
        ("order", "shorter-term", "all fees"),
        ("daily", "shorter-term", "principal is due at the end"),
    ],
)
def test_plans_that_it_does_not_fit(product: str, effect: str, reason: str) -> None:
    history = History()
    history.buy(product, 1_000_00)
    with pytest.raises(BaitiaoError) as refusal:
        history.prepay("A1P1", 100_00, effect)
    assert refusal.value.code == "prepayment-not-offered"
    assert reason in refusal.value.details["reason"].en  # type: ignore[attr-defined]


def test_too_little_for_as_many_payments_only_shortens() -> None:
    # 0.05 left over eleven rows would be rows of nothing.
    history = installments()
    assert len(quote_prepayment(history.account(), "A1P1", 1_099_95, history.today).outlooks) == 2
    with pytest.raises(BaitiaoError, match="prepayment-not-offered"):
        history.prepay("A1P1", 1_099_95, "lower-payment")
    history.prepay("A1P1", 1_099_95, "shorter-term")
    assert rows_left(history) == [("2024-03-12", 5, 7_20, 7_25)]


def test_a_plan_is_named_that_there_is_and_that_is_open() -> None:
    history = installments()
    with pytest.raises(BaitiaoError, match="plan-elsewhere"):
        history.prepay("A1P9", 100_00, "shorter-term")
    history.pay_off()
    with pytest.raises(BaitiaoError, match="nothing-owed"):
        history.prepay("A1P1", 100_00, "shorter-term")
    history.close()
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.prepay("A1P1", 100_00, "shorter-term")


def test_a_prepayment_on_a_plan_that_never_was_is_money_like_any_other() -> None:
    history = installments()
    fact = Prepaid(plan_id="A1P7", amount_fen=30_00, effect="shorter-term")
    event = Event(event_id="A1E9", account_id="A1", number=9, effective_on=history.today, fact=fact)
    account = replay([*history.events, event], history.today)
    assert (account.credit_fen, account.conflicts) == (30_00, [Conflict("A1E9", "plan-unknown")])
