"""Records an account as a scenario that comes to the same figures, with nothing personal in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import msgspec

from baitiao_cli.account.events import BillIssued, DebitTried
from baitiao_cli.account.postings import MERCHANT_DISCOUNTS, MERCHANT_SUBSIDIES
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.sittings import Sitting
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.scenario.told import ACCOUNT, Teller
from baitiao_cli.scenario.writing import toml_of

Ask = Callable[[str, Mapping[str, Any], date], Mapping[str, Any]]
"""Gives the data that a view answers with, as of a day."""

BY_ITSELF = (BillIssued, DebitTried)
DUES = {MERCHANT_SUBSIDIES: "subsidy", MERCHANT_DISCOUNTS: "discount"}
"""What a merchant owes for a plan: the figures by which `explain` knows it."""
STATES = {"status", "class", "bucket"}
LEFT_OUT = {"limits", "means", "terms", "proposals", "risk_items", "at_desk"}
"""What stands in the order of names, which are others in a recording, says which product it was, or waits."""


class Recording(msgspec.Struct, frozen=True, kw_only=True):
    """The text of a scenario, how many events it tells, and of how many views it expects the figures."""

    account_id: str
    text: str
    event_count: int
    view_count: int


def record(tx: ReadTransaction, account_id: str, as_of: date, ask: Ask) -> Recording:
    """The account as a scenario: what was done to it, transaction by transaction, and what its views say as of a day.

    Error: `recording-unwritable` for a fact that no command records.
    """
    sittings = tx.sittings(account_id)
    teller = Teller(tx.book(account_id).events)
    steps = [step for sitting in sittings for step in _steps(teller, sitting)]
    last = max(as_of, sittings[-1].through)
    expected = _expected(tx, account_id, last, ask)
    return Recording(
        account_id=account_id,
        text=toml_of(f"{account_id}, recorded", teller.offers.made, [*steps, *expected]),
        event_count=sum(len(sitting.events) for sitting in sittings),
        view_count=len(expected),
    )


def _steps(teller: Teller, sitting: Sitting) -> list[dict[str, Any]]:
    """The steps of one transaction; several commands in it are done together, as they were."""
    facts = [event for event in sitting.events if not isinstance(event.fact, BY_ITSELF)]
    if not facts:
        return [{"today": sitting.through, "accrue": {"account": ACCOUNT}}]
    steps = []
    for event in facts:
        told = teller.told(event)
        if not told:
            kind = type(event.fact).__name__
            raise BaitiaoError("recording-unwritable", account_id=event.account_id, event_id=event.event_id, kind=kind)
        for command, given in told:
            error = given.pop("error", None)
            on = {} if event.effective_on == sitting.through or command == "verify" else {"on": event.effective_on}
            steps.append({command: given | on} | ({"error": error} if error else {}))
    if len(facts) > 1 and not any("error" in step for step in steps):
        return [{"today": sitting.through, "together": True, "steps": steps}]
    return [{"today": sitting.through, **step} for step in steps]


def _expected(tx: ReadTransaction, account_id: str, as_of: date, ask: Ask) -> list[dict[str, Any]]:
    """What the views of the account say: itself, every plan, what its merchant owes, every bill."""
    account = tx.book(account_id).account(as_of)
    bills = [event.fact.number for event in tx.book(account_id).events if isinstance(event.fact, BillIssued)]
    asked: list[tuple[str, dict[str, Any], dict[str, Any]]] = [("show", {"account": account_id}, {"account": ACCOUNT})]
    for plan_id, plan in account.plans.items():
        again = ACCOUNT + plan_id.removeprefix(account_id)
        asked.append(("schedule", {"plan": plan_id}, {"plan": again}))
        for due, figure in DUES.items():
            if plan.merchant_dues.get(due):
                asked.append(("explain", {"id": plan_id, "figure": figure}, {"id": again, "figure": figure}))
    for number in bills:
        asked.append(("statement", {"account": account_id, "bill": number}, {"account": ACCOUNT, "bill": number}))
    return [
        {"today": as_of, command: told, "expect": _figures(ask(command, given, as_of))}
        for command, given, told in asked
    ]


def _figures(data: Mapping[str, Any]) -> dict[str, Any]:
    """The figures, days and states in the data of a view; no text, for it may be anybody's."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        if key in LEFT_OUT:
            continue
        if isinstance(value, Mapping):
            if inner := _figures(value):
                found[key] = inner
        elif isinstance(value, list | tuple):
            if value and all(isinstance(item, Mapping) for item in value):
                found[key] = [_figures(item) for item in value]
        elif isinstance(value, date) or (key in STATES and isinstance(value, str)) or type(value) is int:
            found[key] = value
    return found
