"""Joint lending by commands: funders, agreements, whose a plan is; every figure worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def shares(desk: Callable[..., Any], plan_id: str, today: str) -> dict[tuple[str, str], dict[str, int]]:
    """Whose the plan is by kind and side, in fen."""
    found: dict[tuple[str, str], dict[str, int]] = {}
    for share in desk(today, "funding", plan_id, "--json").data["shares"]:
        found.setdefault((share["kind"], share["side"]), {})[share["funder_id"]] = share["amount_fen"]
    return found


def test_a_plan_from_its_purchase_to_its_end(desk) -> None:
    """1,000.01 at 70/30: 70,000.7 and 30,000.3 fen; three fees of 6.00."""
    desk("2026-07-01", "fund", "inst", "F1=70%,F2=30%", "--service", "15%")
    desk("2026-07-10", "charge", "A1", "1000.01", "--product", "inst", "--installments", "3")
    assert shares(desk, "A1P1", "2026-07-10") == {
        ("principal", "owed"): {"F1": 70_001, "F2": 30_000},
        ("principal", "money"): {"F1": -70_001, "F2": -30_000},
    }
    # 0.6% of 1,000.01 is 6.00006, so 6.00 each of three times
    for today in ("2026-08-12", "2026-09-12", "2026-10-12"):
        desk(today, "accrue")
        owed = desk(today, "show", "A1", "--json").data["owed_fen"]
        due = desk(today, "show", "A1", "--json").data["due_fen"]
        desk(today, "repay", "A1", f"{due / 100:.2f}")
    assert (owed, due) == (33_935, 33_935)  # 1,000.01 - 2 x 333.33 = 333.35, and 6.00
    left = shares(desk, "A1P1", "2026-10-12")
    assert left == {
        ("fee", "money"): {"F0": 270, "F1": 1_071, "F2": 459},  # 18.00: 2.70, 70% and 30% of 15.30
        ("fee", "result"): {"F0": 270, "F1": 1_071, "F2": 459},
    }


def test_what_was_agreed_for_a_plan_stays_and_a_gap_is_filled(desk) -> None:
    desk("2026-07-05", "charge", "A1", "100", "--product", "inst", "--installments", "3")
    assert shares(desk, "A1P1", "2026-07-05")["principal", "owed"] == {"F0": 10_000}
    desk("2026-07-06", "fund", "inst", "F1=50%,F2=50%", "--from", "2026-07-01")
    desk("2026-07-07", "fund", "inst", "F1=100%", "--from", "2026-07-01")
    desk("2026-07-08", "charge", "A1", "100", "--product", "inst", "--installments", "3")
    assert shares(desk, "A1P1", "2026-07-08")["principal", "owed"] == {"F1": 5_000, "F2": 5_000}
    assert shares(desk, "A1P2", "2026-07-08")["principal", "owed"] == {"F1": 10_000}


def test_a_purchase_that_is_reversed_is_nobodys(desk) -> None:
    desk("2026-07-01", "fund", "inst", "F1=100%")
    made = desk("2026-07-05", "charge", "A1", "100", "--product", "inst", "--installments", "3", "--json").data
    desk("2026-07-06", "reverse", made["event_id"])
    assert desk("2026-07-06", "funding", "A1P1").status == 3


def test_it_is_explained_by_its_name_and_by_its_record(desk) -> None:
    agreed = desk("2026-07-01", "fund", "inst", "F1=70%,f2=30%", "--late-charges", "F2=100%", "--json").data
    desk("2026-07-10", "charge", "A1", "1000.01", "--product", "inst", "--installments", "3")
    told = desk("2026-07-10", "explain", "A1P1", "--figure", "funding")
    assert told.out == desk("2026-07-10", "funding", "A1P1").out
    assert "principal\towed\t1,000.01\tF1\t70%\t700.007\t700.01\n" in told.out
    record = desk("2026-07-10", "explain", agreed["record_id"]).out
    assert "Shares\tF1 70%, F2 30%\n" in record
    assert "Of late charges\tF2 100%\n" in record


def test_what_is_on_the_bill_is_shared_and_csv_has_a_line_a_part(desk) -> None:
    desk("2026-07-01", "fund", "month", "F1=60%,F0=40%")
    desk("2026-07-10", "charge", "A1", "400")
    rows = desk("2026-07-10", "funding", "A1P1", "--csv").out.splitlines()
    assert rows[1:3] == [
        "2026-07-10,A1E2,A1P1,principal,owed,drawn,F0,16000",
        "2026-07-10,A1E2,A1P1,principal,owed,drawn,F1,24000",
    ]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("funder", "East"), "funder-registered"),
        (("fund", "inst", "F3=100%"), "funder-unknown"),
        (("fund", "inst", "F1=70%,F2=20%"), "shares-not-whole"),
        (("fund", "inst", "F1=70%,F1=30%"), "shares-malformed"),
        (("fund", "inst", "F1=100%,F2=0%"), "shares-malformed"),
        (("fund", "inst", "F1=0.6%/day"), "shares-malformed"),
        (("fund", "inst", "East=100%"), "funder-malformed"),
        (("fund", "nothing", "F1=100%"), "product-unknown"),
        (("fund", "inst", "F1=100%", "--on", "2026-07-02"), "date-in-future"),
    ],
)
def test_what_is_wrong_is_refused(desk, arguments: tuple[str, ...], code: str) -> None:
    assert desk("2026-07-01", *arguments, "--json").error["code"] == code


def test_a_request_is_answered_once(desk) -> None:
    first = desk("2026-07-01", "fund", "inst", "F1=100%", "--request-id", "r", "--json").data
    assert desk("2026-07-01", "fund", "inst", "F1=100%", "--request-id", "r", "--json").data == first
    assert len(desk("2026-07-01", "funders", "--json").data["agreements"]) == 1
    assert desk("2026-07-01", "fund", "inst", "F2=100%", "--request-id", "r", "--json").error["code"] == (
        "request-id-reused"
    )
