"""Statements and settlements of funders, and the proof that all shares sum to the journal: worked by hand.

F1 and F2 lend 70% and 30% of `inst`; 15% of charges are the lender's. A1 buys 1,000.01 on 10 July in 3 installments:
333.33 and 6.00 are due on 12 August. At 70%: 70,000.7 fen of 100,001 lent; 46,667.6 of 66,668 left, so F1 has 700.01
and then 466.68 (the larger remainder both times), and 3.57 of the fee: 70% of 5.10.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.fixture
def desk(desk: Callable[..., Any]) -> Callable[..., Any]:
    """Runs a command line on a day in that ledger."""
    desk("2026-07-01", "fund", "inst", "F1=70%,F2=30%", "--service", "15%")
    desk("2026-07-10", "charge", "A1", "1000.01", "--product", "inst", "--installments", "3")
    desk("2026-08-12", "accrue")
    desk("2026-08-12", "repay", "A1", "339.33", "--request-id", "paid")
    return desk


def line(told: Any, kind: str) -> dict[str, int]:
    """The line of a kind of money, without what is zero."""
    found = next(row for row in told.data["lines"] if row["kind"] == kind)
    return {key.removesuffix("_fen"): fen for key, fen in found.items() if key != "kind" and fen}


def test_a_statement_adds_up(desk) -> None:
    july = desk("2026-08-31", "funder-statement", "F1", "--through", "2026-07-31", "--json")
    assert line(july, "principal") == {"added": 70_001, "closing": 70_001, "due": -70_001}
    august = desk("2026-08-31", "funder-statement", "F1", "--from", "2026-08-01", "--json")
    assert line(august, "principal") == {"opening": 70_001, "paid": 23_333, "closing": 46_668, "due": 23_333}
    assert line(august, "fee") == {"added": 357, "paid": 357, "due": 357, "earned": 357}
    totals = august.data["totals"]
    assert totals["opening_fen"] + totals["added_fen"] - totals["paid_fen"] - totals["given_up_fen"] == 46_668
    assert desk("2026-08-31", "funder-statement", "F1", "--csv").out.splitlines()[0].startswith("kind,opening_fen,")


def test_what_is_written_off_is_given_up_and_lost(desk) -> None:
    """666.68 are left: 466.68 of F1 are given up and lost; nothing came in."""
    desk("2026-08-31", "write-off", "A1", "--plan", "A1P1", "--reason", "x")
    told = desk("2026-08-31", "funder-statement", "F1", "--from", "2026-08-31", "--json")
    assert line(told, "principal") == {"opening": 46_668, "given_up": 46_668, "earned": -46_668}


def test_settlements_go_on_where_the_last_ended_and_adjust_what_changed_since(desk) -> None:
    first = desk("2026-07-31", "funder-settle", "F1", "--through", "2026-07-31", "--json").data
    assert (first["due_fen"], first["moved"]["lent_fen"], first["from_on"]) == (-70_001, -70_001, None)
    second = desk("2026-08-31", "funder-settle", "F1", "--through", "2026-08-31", "--json").data
    assert (second["due_fen"], second["moved"]["principal_fen"], second["moved"]["fee_fen"]) == (23_690, 23_333, 357)
    assert second["from_on"] == "2026-08-01"

    # the repayment was somebody else's: it is reversed, and comes back from F1, though those days are settled
    paid = desk("2026-09-05", "repay", "A1", "339.33", "--request-id", "paid", "--json").data["event_id"]
    assert desk("2026-09-05", "reverse", paid, "--reason", "x").status == 0
    third = desk("2026-09-05", "funder-settle", "F1", "--through", "2026-08-31", "--json").data
    assert (third["moved_fen"], third["adjustment_fen"], third["due_fen"]) == (0, -23_690, -23_690)
    assert (third["adjustment"]["principal_fen"], third["adjustment"]["fee_fen"]) == (-23_333, -357)
    told = desk("2026-09-05", "explain", second["record_id"]).out
    assert "To be paid to it (yuan)\t236.90\n" in told, "what was settled stays"


def test_what_changed_of_settled_days_alone_has_no_first_day_and_no_day_before_them_counts(desk) -> None:
    desk("2026-07-31", "funder-settle", "F1", "--through", "2026-07-31")
    bought = desk("2026-07-31", "history", "A1", "--json").data["lines"]
    made = next(one["event_id"] for one in bought if one["plan_id"] == "A1P1")
    paid = desk("2026-09-05", "repay", "A1", "339.33", "--request-id", "paid", "--json").data["event_id"]
    for event_id in (paid, made):
        desk("2026-09-05", "reverse", event_id)
    asked = ("funder-settle", "F1", "--through", "2026-07-31", "--json")
    early = desk("2026-09-05", *asked, "--on", "2026-07-30")
    assert early.error["code"] == "settled-too-early"
    again = desk("2026-09-05", *asked).data
    assert (again["from_on"], again["through_on"]) == (None, "2026-07-31")
    assert (again["moved_fen"], again["adjustment_fen"]) == (0, 70_001)
    first = desk("2026-09-05", "funder-settle", "F2", "--through", "2026-08-31", "--on", "2026-08-31", "--json").data
    assert first["through_on"] == "2026-08-31"


def test_a_settlement_is_answered_once_and_never_goes_back(desk) -> None:
    asked = ("funder-settle", "F1", "--through", "2026-08-31", "--request-id", "s", "--json")
    first = desk("2026-08-31", *asked).data
    assert desk("2026-09-01", *asked).data == first
    for through, code in (
        ("2026-08-31", "nothing-to-settle"),
        ("2026-08-30", "settled-through"),
        ("2026-09-02", "date-in-future"),
    ):
        told = desk("2026-09-01", "funder-settle", "F1", "--through", through, "--json")
        assert told.error["code"] == code
    assert desk("2026-09-01", "funder-settle", "F0", "--through", "2026-09-01", "--json").error["code"] == (
        "funder-unknown"
    )


def test_all_shares_sum_to_the_journal(desk) -> None:
    """1,000.01 - 333.33 are owed; the fee of 6.00 is paid: 0.90 of it F0's; money is -1,000.01 + 339.33."""
    told = desk("2026-08-31", "report", "funding", "--json")
    rows = {row["side"]: row for row in told.data["rows"]}
    assert told.status == 0
    assert rows["owed"]["journal_fen"] == rows["owed"]["shared_fen"] == 66_668
    assert rows["money"]["journal_fen"] == rows["money"]["shared_fen"] == -66_068
    parts = {part["funder_id"]: part["amount_fen"] for part in rows["money"]["parts"]}
    assert parts == {"F0": 90, "F1": -46_668 + 357, "F2": -20_000 + 153}
    assert not any(row["difference_fen"] for row in rows.values())


def test_what_runs_is_of_no_funder_and_told_so_that_all_sums_are_one(desk) -> None:
    """Of A2 400.00 are carried from the bill due on 12 September: 8 nights at 0.05% are 1.60 on the 20th.

    Late charges run besides, on what of the bill and of A1 was not paid. The trial balance and the report on aging,
    which know nothing of shares, have the same in all.
    """
    desk("2026-08-20", "fund", "month", "F1=60%,F0=40%")
    desk("2026-08-20", "open", "--name", "y", "--limit", "9000")
    desk("2026-08-20", "charge", "A2", "400")
    desk("2026-09-20", "accrue")
    told = desk("2026-09-20", "report", "funding", "--json").data["rows"]
    books = desk("2026-09-20", "report", "trial-balance", "--json").data
    receivable = {"principal", "interest_receivable", "fee_receivable", "late_charge_receivable", "disputed"}
    running = {row["ledger_account"]: row["debit_fen"] - row["credit_fen"] for row in books["accrued"]}
    booked = {row["ledger_account"]: row["debit_fen"] - row["credit_fen"] for row in books["rows"]}
    assert running["interest_receivable"] == 160
    owed = next(row for row in told if row["side"] == "owed")
    assert owed["running_fen"] == sum(fen for name, fen in running.items() if name in receivable) > 160
    assert owed["whole_fen"] == owed["shared_fen"] + owed["running_fen"]
    assert owed["whole_fen"] == sum(
        fen for sums in (booked, running) for name, fen in sums.items() if name in receivable
    )
    aging = desk("2026-09-20", "report", "aging", "--json").data["rows"]
    assert owed["whole_fen"] == sum(row["owed_fen"] for row in aging)
    assert "of no funder" in desk("2026-09-20", "report", "funding").out


def test_what_is_charged_on_the_line_goes_as_its_first_purchase_on_the_bill(desk) -> None:
    """400.00 on the bill of 3 September, due on the 12th: on the next bill interest, of which F1 has 60%."""
    desk("2026-08-20", "fund", "month", "F1=60%,F0=40%")
    desk("2026-08-20", "charge", "A1", "400")
    desk("2026-10-03", "accrue")
    told = desk("2026-10-03", "funder-statement", "F1", "--json")
    asked = desk("2026-10-03", "report", "trial-balance", "--json").data["rows"]
    interest = next(row["debit_fen"] for row in asked if row["ledger_account"] == "interest_receivable")
    assert interest > 0
    assert abs(line(told, "interest")["added"] - interest * 60 / 100) < 1
