"""An account looked at on many days in one fold is what it is when it is folded anew for each of them."""

from __future__ import annotations

from pathlib import Path

from baitiao_cli.account.replay import replay, replay_on
from baitiao_cli.account.views.figures import figures
from baitiao_cli.ledger.store import Ledger
from tests.reports.conftest import ENDS, TODAY


def test_one_fold_that_stops_is_as_many_folds(portfolio: Path) -> None:
    days = sorted({*ENDS, *(day.replace(day=17) for day in ENDS)})
    with Ledger.open(portfolio).read() as tx:
        for account_id in tx.account_ids():
            events = tx.book(account_id).events
            stops = [day for day in days if day >= events[0].effective_on]
            seen = []
            for day, account in zip(stops, replay_on(events, days), strict=True):
                anew = replay(events, day)
                assert account.through == day
                assert figures(account) == figures(anew)
                assert account.journal == anew.journal
                seen.append(day)
            assert seen[-1] == TODAY
