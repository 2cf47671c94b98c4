"""The cooling period: the customer's closing takes place later, can be taken back, and lapses if something is left.

The line has 7 days: what is asked for on Saturday 20 January 2024 takes place as the 27th begins.
"""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from baitiao_cli.account.verbs.close import closing_losses
from baitiao_cli.account.views.figures import figures, next_boundary_on
from baitiao_cli.account.views.history import history as history_of
from baitiao_cli.account.views.why import between_days
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import LINE, History, opened

ASKED, LAST, ENDS = date(2024, 1, 20), date(2024, 1, 26), date(2024, 1, 27)
COOL = replace(LINE, cooling_days=7)


def cooling() -> History:
    """100.00 bought and paid, then the closing is asked for."""
    history = History([opened(line=COOL)])
    history.buy("month", 100_00)
    history.pay_off()
    history.today = ASKED
    history.close()
    return history


def own_kinds(history: History) -> list[str]:
    return [line.kind for line in history_of(history.events, history.today) if not line.event_id]


def test_the_line_is_closed_as_the_day_after_the_period_begins() -> None:
    history = cooling()
    account = history.account()
    assert (account.status, account.closed_on, next_boundary_on(account)) == ("closing", None, ENDS)
    assert history.account(LAST).status == "closing"
    history.today = date(2024, 2, 20)
    account = history.account()
    assert (account.status, account.closed_on, account.closed_by) == ("closed", ENDS, "customer")
    assert (figures(account).available_fen, next_boundary_on(account), account.conflicts) == (0, None, [])
    assert own_kinds(history) == ["cooling-over"]
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.repay(1)


def test_without_a_period_it_is_closed_at_once() -> None:
    history = History()
    history.close()
    assert (history.account().status, history.account().cooled) == ("closed", [])


def test_nothing_new_is_lent_and_money_goes_on() -> None:
    history = cooling()
    history.today = date(2024, 1, 22)
    for verb in (
        lambda: history.buy("month", 100_00),
        lambda: history.hold("month", 100_00),
        history.agree,
        lambda: history.request_limit(30_000_00),
    ):
        with pytest.raises(BaitiaoError, match="account-closing"):
            verb()
    with pytest.raises(BaitiaoError, match="already-closing"):
        history.close()
    history.repay(5_00)
    history.pay_out()
    history.refund("A1P1", 10_00)
    history.lock()
    assert history.account().status == "closing"
    assert history.account(ENDS).status == "closed"


def test_no_bill_becomes_installments_or_is_deferred() -> None:
    history = History([opened(line=COOL)])
    history.buy("month", 100_00)
    history.today = date(2024, 2, 4)
    history.pay_off()
    history.close()
    for verb in (lambda: history.convert(3, 1_00), history.defer):
        with pytest.raises(BaitiaoError, match="account-closing"):
            verb()


def test_the_customer_takes_it_back_until_the_last_day() -> None:
    history = cooling()
    history.today = LAST
    history.stay()
    assert history.account(ENDS).status == "open"
    history.buy("month", 50_00)
    with pytest.raises(BaitiaoError, match="not-closing"):
        history.stay()
    history = cooling()
    history.today = ENDS
    with pytest.raises(BaitiaoError, match="account-closed"):
        history.stay()


@pytest.mark.parametrize(
    ("left", "code"),
    [
        (lambda history: history.repay(1), "credit-balance"),
        (lambda history: history.dispute("A1P1"), "dispute"),
        # A purchase of before that is posted late is owed.
        (lambda history: history.buy("month", 30_00, on=date(2024, 1, 18)), "owed"),
        (lambda history: history.hold("month", 30_00, on=date(2024, 1, 18)), "held"),
        (lambda history: history.agree(on=date(2024, 1, 18)), "auto-repay"),
        # The payment bounces.
        (lambda history: history.reverse("A1E3"), "owed"),
    ],
)
def test_what_is_left_then_lets_it_lapse(left, code) -> None:
    history = cooling()
    history.today = date(2024, 1, 22)
    left(history)
    assert history.account().status == "closing"
    history.today = ENDS
    account = history.account()
    assert (account.status, account.closed_on) == ("open", None)
    assert account.lapsed_closing is not None
    assert (account.lapsed_closing.ended_on, account.lapsed_closing.blockers) == (ENDS, (code,))
    assert own_kinds(history) == ["closing-lapsed"]
    history.buy("month", 1_00)


def test_what_is_cleared_in_time_is_not_in_the_way() -> None:
    history = cooling()
    history.today = date(2024, 1, 22)
    history.repay(1)
    history.pay_out()
    history.buy("month", 30_00, on=date(2024, 1, 18))
    history.today = LAST
    history.pay_off()
    history.today = ENDS
    assert history.account().status == "closed"


def test_a_lapsed_closing_is_told_until_the_next_one() -> None:
    history = cooling()
    history.today = date(2024, 1, 22)
    history.repay(1)
    history.today = date(2024, 1, 30)
    history.pay_out()
    history.close()
    assert (history.account().status, history.account().lapsed_closing) == ("closing", None)
    assert history.account(date(2024, 2, 6)).closed_on == date(2024, 2, 6)


def test_the_operator_does_not_wait() -> None:
    history = cooling()
    history.today = date(2024, 1, 22)
    history.close_as_operator()
    account = history.account()
    assert (account.closed_on, account.closed_by, account.cooling) == (date(2024, 1, 22), "operator", None)
    assert history.account(date(2024, 3, 1)).cooled == []


def test_a_payment_that_bounces_later_opens_the_line_again() -> None:
    history = cooling()
    history.today = date(2024, 2, 2)
    assert history.account().status == "closed"
    history.reverse("A1E3")
    assert (history.account().status, figures(history.account()).owed_fen) == ("open", 100_00)


def test_the_closing_or_its_withdrawal_reversed_is_as_if_it_had_never_been() -> None:
    history = cooling()
    asked = history.events[-1]
    history.today = date(2024, 1, 22)
    stayed = history.stay()
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(asked.event_id)  # what was taken back had been asked for
    history.reverse(stayed.event_id)
    assert history.account(ENDS).status == "closed"
    history.today = date(2024, 2, 1)
    history.reverse(asked.event_id)
    assert (history.account().status, history.account().cooled) == ("open", [])


def test_a_purchase_after_a_withdrawal_keeps_it_from_being_reversed() -> None:
    history = cooling()
    history.today = date(2024, 1, 22)
    stayed = history.stay()
    history.buy("month", 50_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(stayed.event_id)


def test_a_closing_asked_for_before_a_later_purchase_is_refused() -> None:
    history = History([opened(line=COOL)])
    history.today = date(2024, 1, 25)
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.close(on=ASKED)


def test_a_late_record_counts_from_its_day() -> None:
    history = History([opened(line=COOL)])
    history.today = date(2024, 2, 10)
    history.close(on=ASKED)
    assert history.account().closed_on == ENDS


def test_a_line_that_was_closed_by_time_is_reopened() -> None:
    history = cooling()
    history.today = date(2024, 3, 1)
    asked = history.events[-1]
    history.reopen(8_000_00)
    account = history.account()
    assert (account.status, account.limit_fen, account.reopened_on) == ("open", 8_000_00, date(2024, 3, 1))
    with pytest.raises(BaitiaoError, match="event-needed"):
        history.reverse(asked.event_id)


def test_why_tells_that_the_period_is_over() -> None:
    history = cooling()
    history.today = date(2024, 2, 5)
    found = between_days(history.events, ASKED, history.today)
    changed = [(change.on, change.cause, change.changes) for change in found.changes]
    assert (ENDS, "cooling-over", {"available": -20_000_00}) in changed


def test_all_that_is_lost_is_named() -> None:
    history = History()
    history.set_limit(30_000_00, until_on=date(2024, 3, 1))
    history.set_limit(3_000_00, scene="travel")
    history.set_limit(5_000_00, scene="travel", until_on=date(2024, 2, 1))
    history.request_limit(40_000_00)
    losses = closing_losses(history.account())
    assert [(loss.code, loss.amount_fen, loss.scene, loss.until_on) for loss in losses] == [
        ("limit", 20_000_00, "", None),
        ("tier", 0, "", None),
        ("temporary-limit", 30_000_00, "", date(2024, 3, 1)),
        ("own-limit", 3_000_00, "travel", None),
        ("own-limit", 5_000_00, "travel", date(2024, 2, 1)),
        ("limit-request", 40_000_00, "", None),
    ]
