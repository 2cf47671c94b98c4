"""Law 39: a clock set back never reorders. Order is by sequence; the instant of recording is only noted."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.show import show
from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.store import Ledger

VERBS = (
    (OPEN, OpenAsked(name="Li", limit_fen=1_000_000)),
    (CHARGE, ChargeAsked(account_id="A1", amount_fen=120_000, installments=3)),
    (CHARGE, ChargeAsked(account_id="A1", amount_fen=50_000)),
    (REPAY, RepayAsked(account_id="A1", amount_fen=30_000)),
)
TODAY = date(2026, 1, 10)


@settings(max_examples=10)
@given(st.permutations(range(len(VERBS))))
def test_the_order_is_that_of_recording_whatever_the_clock_says(tmp_path_factory, hours: list[int]) -> None:
    path = tmp_path_factory.mktemp("clock") / "ledger.db"
    ledger = Ledger.create(path, now="2026-01-10T00:00:00Z")
    for hour, (verb, asked) in zip(hours, VERBS, strict=True):
        now = f"2026-01-{10 if hour else 9:02d}T{hour:02d}:00:00Z"
        perform(ledger, verb, asked, Call(today=TODAY, now=now, operator="tester"))
    with ledger.read() as tx:
        events = tx.book("A1").events
        assert [event.number for event in events] == [1, 2, 3, 4]
        assert [event.sequence for event in events] == [1, 2, 3, 4]
        # 1,200.00 + 500.00 bought and nothing billed yet, so the 300.00 is a credit balance.
        figures = show(tx, "A1", TODAY).figures
        assert (figures.used_fen, figures.credit_fen) == (170_000, 30_000)
    assert check_ledger(ledger, full=True) == []


def test_a_day_set_back_does_not_unsettle_what_was_settled(tmp_path) -> None:
    ledger = Ledger.create(tmp_path / "ledger.db", now="2026-01-10T00:00:00Z")
    for verb, asked in VERBS[:3]:
        perform(ledger, verb, asked, Call(today=TODAY, now="2026-01-10T08:00:00Z", operator="tester"))
    later = Call(today=date(2026, 2, 20), now="2026-02-20T08:00:00Z", operator="tester")
    perform(ledger, REPAY, RepayAsked(account_id="A1", amount_fen=10_000), later)
    earlier = Call(today=date(2026, 2, 18), now="2026-02-18T08:00:00Z", operator="tester")
    perform(ledger, REPAY, RepayAsked(account_id="A1", amount_fen=10_000), earlier)
    with ledger.read() as tx:
        assert tx.book("A1").settled_through() == date(2026, 2, 20)
    assert check_ledger(ledger, full=True) == []
