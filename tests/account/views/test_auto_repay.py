"""What auto-repay tries next, if nothing else happens until then."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.events import DebitTried
from baitiao_cli.account.replay import replay
from baitiao_cli.account.terms import LineTerms
from baitiao_cli.account.views.at_hand import coming
from tests.laws.history import LINE, History, opened

OPENED = date(2024, 1, 12)


def next_debit(history: History, as_of: date) -> tuple[date, DebitTried] | None:
    return coming(replay(history.events, as_of)).debit


def story(line: LineTerms = LINE) -> History:
    """1,000.00 on the bill of 3 February, due on the 12th, paid by the card."""
    history = History([opened(OPENED, line=line)])
    history.agree("card")
    history.buy("month", 1_000_00)
    return history


def test_the_next_try_is_on_the_due_date_of_the_next_bill() -> None:
    for as_of in (OPENED, date(2024, 2, 11)):
        found = next_debit(story(), as_of)
        assert found is not None
        on, tried = found
        assert (on, tried.asked_fen, tried.attempt, tried.due_on) == (date(2024, 2, 12), 1_000_00, 1, on)


def test_a_try_of_the_day_is_not_the_next_one() -> None:
    assert next_debit(story(), date(2024, 2, 12)) is None  # all was taken, and nothing falls due any more
    history = story()
    history.state_means("card", 300_00)
    found = next_debit(history, date(2024, 2, 12))
    # 700.00 are carried for one night at 0.05%.
    assert found is not None
    assert (found[0], found[1].asked_fen, found[1].attempt) == (date(2024, 2, 13), 700_35, 2)


def test_nothing_is_tried_without_an_agreement_or_days_to_try_on() -> None:
    plain = History([opened(OPENED)])
    plain.buy("month", 1_000_00)
    assert next_debit(plain, OPENED) is None
    assert next_debit(story(replace(LINE, auto_repay_days=())), OPENED) is None
    idle = History([opened(OPENED)])
    idle.agree("card")
    assert next_debit(idle, OPENED) is None


def test_what_happens_later_is_not_known_yet_but_a_reversal_counts_from_the_first() -> None:
    history = story()
    history.repay(400_00, on=date(2024, 2, 5))
    asked = next_debit(history, date(2024, 2, 4))
    assert asked is not None and asked[1].asked_fen == 1_000_00
    asked = next_debit(history, date(2024, 2, 5))
    assert asked is not None and asked[1].asked_fen == 600_00
    history.today = date(2024, 2, 6)
    history.reverse("A1E4")
    asked = next_debit(history, date(2024, 2, 5))
    assert asked is not None and asked[1].asked_fen == 1_000_00


def test_a_try_is_looked_for_up_to_a_hundred_days_ahead() -> None:
    history = History([opened(OPENED)])
    history.agree("card")
    history.buy("inst", 1_200_00, 12)
    history.extend("A1P1", 6)  # the first installment is due on 12 August: 100 days after 4 May
    assert next_debit(history, date(2024, 5, 3)) is None
    found = next_debit(history, date(2024, 5, 4))
    assert found is not None and found[0] == date(2024, 8, 12)
