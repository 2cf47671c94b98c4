"""Every view on the first and the last days that there are: an answer, or what is wrong with the day; never a bug."""

from __future__ import annotations

import pytest

from tests.cli.test_known_at import OF_THE_DESK, VIEWS

DAYS = ("0001-01-01", "0001-01-31", "0001-12-31", "9999-12-31")
OF_THE_ASKER = {"date-out-of-range", "history-too-long", "account-not-open-yet", "nothing-found"}
WITH_A_DAY = [name for name in VIEWS if name not in {"report purchases", "merchants", "merchant", "why", "payoff"}]
MORE = {"risk": ["--all"], "score": ["--all"], "report profit": ["--by", "tier"], "compliance check": []}
MORE |= {"coupons": ["A1"], "offers review": ["--all"]}
ALONE = OF_THE_DESK - {"score test", "case", "funder-statement", *MORE}


@pytest.mark.parametrize(
    ("name", "more"),
    [
        *((name, VIEWS[name]) for name in WITH_A_DAY if name != "export"),
        *MORE.items(),
        *((name, []) for name in sorted(ALONE)),
    ],
)
def test_a_view_of_a_day_at_the_edge(at, name, more):
    for on in DAYS:
        told = at("2026-02-05", *name.split(), *more, "--as-of", on, "--json")
        assert told.status == 0 or told.error["code"] in OF_THE_ASKER, (on, told.err)


def lives(run, path, today, *commands):
    """A ledger at `path` with a line that was opened on a day, and what commands of that day or later say."""
    told = []
    for command in (["init"], ["open", "--name", "Li", "--limit", "20000", *commands[0]], *commands[1:]):
        on = [] if "--today" in command else ["--today", today]
        told.append(run(*command, *on, "--ledger", str(path), "--json"))
    return told


def test_an_account_at_the_end_of_the_calendar_has_no_bill_that_falls_due_after_it(run, tmp_path):
    late = ["--today", "9999-12-31"]
    asked = (["--bill-day", "28"], ["repay", "A1", "100"], ["show", "A1"], ["show", "A1", *late], ["list", *late])
    told = lives(run, tmp_path / "late.db", "9999-12-02", *asked)
    assert [one.status for one in told] == [0, 0, 0, 0, 2, 2]
    assert {one.error["code"] for one in told[4:]} == {"date-out-of-range"}


def test_an_account_at_the_beginning_of_the_calendar_pays_by_itself(run, tmp_path):
    asked = (["--bill-day", "1"], ["auto-repay", "A1", "--means", "card"], ["charge", "A1", "100"], ["show", "A1"])
    told = lives(run, tmp_path / "early.db", "0001-01-01", *asked, ["show", "A1", "--today", "0001-03-01"])
    assert [one.status for one in told] == [0] * 6
    assert told[-1].data["owed_fen"] == 0  # debited on 12 February
