"""Figures by their paths: what counts as the same, and how a difference is named."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.scenario.expectation import differences

FOUND = {
    "owed_fen": 123450,
    "credit_fen": 0,
    "closing_fen": -1620,
    "status": "open",
    "due_on": date(2026, 2, 12),
    "closed_on": None,
    "locked": False,
    "rows": [{"number": 1, "total_fen": 500}, {"number": 2, "total_fen": 700}],
    "holds": [],
    "plans": [{"plan_id": "A1P1", "paid_count": 3}],
    "annual_rate": {"simple_pct": "13.03"},
}

ALIKE = [
    {"owed": "1,234.5"}, {"owed": "1234.50"}, {"owed_fen": 123450}, {"credit": 0}, {"credit": "0.00"},
    {"closing": "-16.20"}, {"closing": "-16.2"}, {"rows": [{"number": 1}, {"total": 7}]}, {"rows.length": 2},
    {"rows": {"-1": {"total": "7.00"}}}, {"plans.A1P1.paid_count": 3}, {"due_on": date(2026, 2, 12)},
    {"due_on": "2026-02-12"}, {"closed_on": "none"}, {"plans.A1P9.paid_count": "none"},
    {"rows.7": "none"}, {"rows.7.total": "none"}, {"closed_on.any": "none"}, {"holds.A1H1.any": "none"},
    {"closed_on": {}}, {"locked": False},
    {"annual_rate.simple_pct": "13.03"}, {}, {"rows": [{}, {}]},
]  # fmt: skip

OTHERWISE = {
    "owed": ({"owed": "1234.51"}, "1234.51", "1234.50"),
    "closing": ({"closing": "16.20"}, "16.20", "-16.20"),
    "rows.length": ({"rows": [{}]}, 1, 2),
    "rows.1.total": ({"rows": [{}, {"total": "7.01"}]}, "7.01", "7.00"),
    "rows.2.total": ({"rows.2.total": 1}, 1, None),
    "status": ({"status": "closed"}, "closed", "open"),
    "locked": ({"locked": 0}, 0, False),
    "owed_fen": ({"owed_fen": "123450"}, "123450", 123450),
    "never_was": ({"never_was": 1}, 1, None),
    "due_on": ({"due_on": "none"}, "none", "2026-02-12"),
    "plans.A1P2.paid_count": ({"plans.A1P2.paid_count": 3}, 3, None),
}


@pytest.mark.parametrize("expected", ALIKE, ids=str)
def test_the_same_figure_may_be_written_in_several_ways(expected):
    assert list(differences(expected, FOUND)) == []


@pytest.mark.parametrize("path", OTHERWISE)
def test_another_figure_is_named_by_its_path(path):
    expected, wanted, found = OTHERWISE[path]
    (difference,) = differences(expected, FOUND)
    assert (difference.path, difference.expected, difference.found) == (path, wanted, found)
    assert type(difference.found) is type(found)


UNKNOWN = [
    {"owd": "none"}, {"owd": 5}, {"nothere": {"a": {"b": "none"}}}, {"nothere": {}}, {"nothere.a": []},
    {"owed_fen.x": "none"}, {"rows.7.fee": "none"}, {"rows.0.fee": "none"}, {"plans.A1P9.paid": "none"},
    {"rows.lenght": "none"}, {"annual_rate": {"simple": "none"}},
]  # fmt: skip


@pytest.mark.parametrize("expected", UNKNOWN, ids=str)
def test_a_key_that_the_answer_has_not_is_no_figure_that_is_nothing(expected):
    (difference,) = differences(expected, FOUND)
    assert (difference.kind, difference.found) == ("unknown", None)


@pytest.mark.parametrize(
    ("expected", "kind"),
    [
        ({"owed_fen": "123450"}, "other"), ({"rows.length": "2"}, "other"), ({"locked": 0}, "other"),
        ({"rows": "2"}, "other"), ({"annual_rate": "13.03"}, "other"), ({"status": {}}, "other"),
        ({"plans.0": []}, "other"), ({"owed": 5}, "figure"), ({"owed_fen": 5}, "figure"), ({"owed": "none"}, "figure"),
        ({"closed_on": 5}, "figure"),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_is_told_from_another_figure(expected, kind):
    (difference,) = differences(expected, FOUND)
    assert difference.kind == kind


def test_what_is_no_amount_is_refused():
    with pytest.raises(BaitiaoError, match="amount-malformed"):
        list(differences({"owed": "1234.567"}, FOUND))
