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
