"""`risk scan`: what the rules on risk find is kept once for each cause, and stops what it is to stop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec

from baitiao_cli.actions.desk.every_account import Progress, books
from baitiao_cli.actions.roles import require
from baitiao_cli.actions.short_transactions import in_short_transactions
from baitiao_cli.actions.suspend import SuspendAsked, suspend
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import DeskEntry, Fired, RiskFound, RiskReviewed
from baitiao_cli.desk.risk.findings import Finding, findings
from baitiao_cli.desk.risk.queue import RISK, Item, not_kept, queue_items
from baitiao_cli.desk.risk.rules import RiskRules
from baitiao_cli.errors import REFUSED, BaitiaoError
from baitiao_cli.ledger.store import Ledger, ReadTransaction, WriteTransaction

KINDS = (RiskFound, RiskReviewed)


class RiskScanAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which account ("" all of them), by which rules."""

    account_id: str = ""
    rules: RiskRules
    rules_name: str


class KeptFinding(msgspec.Struct, frozen=True, kw_only=True):
    """An item that was put into the queue; `not_suspended` is the code of why its line could not be suspended."""

    item_id: str
    account_id: str
    rule: str
    found_on: date
    event_id: str
    observed: int
    threshold: int
    window_days: int
    action: str
    warning: str
    suspension_id: str
    not_suspended: str = ""


class RiskScanAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """How many accounts were looked at, what was kept, and how many findings had been kept before."""

    effective_on: date
    rules_version: int
    account_count: int
    known_count: int
    kept: list[KeptFinding]


def act(tx: WriteTransaction, asked: RiskScanAsked, call: Call, progress: Progress | None = None) -> RiskScanAnswer:
    """Keeps what is new in one account or in all, in one transaction; `date-in-future`, `account-not-open-yet`."""
    on = call.checked_on()
    if asked.account_id:
        tx.book(asked.account_id).account(on)
    new = _new_findings(tx, [asked.account_id] if asked.account_id else None, asked.rules, on, progress)
    kept = [one for account_id in new.by_account for one in _keep(tx, account_id, asked, call)]
    return _answer(asked, on, new, kept)


def scan_all(ledger: Ledger, asked: RiskScanAsked, call: Call, progress: Progress | None = None) -> RiskScanAnswer:
    """Keeps what is new in every account, in transactions of a fraction of a second; only those with something new.

    A run that was stopped goes on where it stopped, for what was kept is not kept again.
    """
    on = call.checked_on()
    with ledger.read_copy() as read:
        require(read, call.operator, RISK_SCAN.name)
        new = _new_findings(read, None, asked.rules, on, progress)
    kept: list[KeptFinding] = []
    in_short_transactions(
        ledger, call, [list(new.by_account)], lambda tx, account_id: kept.extend(_keep(tx, account_id, asked, call))
    )
    return _answer(asked, on, new, kept)


class _New(msgspec.Struct):
    """The accounts in which something is new, and how many were looked at and findings known before."""

    by_account: dict[str, int] = {}
    account_count: int = 0
    known_count: int = 0


def items_of(entries: Iterable[DeskEntry]) -> dict[str, list[Item]]:
    """The items of the queue by account."""
    by_account: dict[str, list[Item]] = {}
    for item in queue_items(entries).values():
        by_account.setdefault(item.account_id, []).append(item)
    return by_account


def _new_findings(
    tx: ReadTransaction, account_ids: Sequence[str] | None, rules: RiskRules, on: date, progress: Progress | None
) -> _New:
    known, new = items_of(tx.at_desk(date.max, kinds=KINDS)), _New()
    of = books(tx, on, progress) if account_ids is None else (tx.book(account_id) for account_id in account_ids)
    for book in of:
        found = findings(book.events, rules, on)
        fresh = not_kept(found, known.get(book.account_id, []))
        new.account_count += 1
        new.known_count += len(found) - len(fresh)
        if fresh:
            new.by_account[book.account_id] = len(fresh)
    return new


def _keep(tx: WriteTransaction, account_id: str, asked: RiskScanAsked, call: Call) -> list[KeptFinding]:
    """Keeps what is new in an account now, oldest first, each with the suspension that was made for it."""
    on = call.effective_on
    known = items_of(tx.at_desk(date.max, account_id, KINDS)).get(account_id, [])
    fresh = not_kept(findings(tx.book(account_id).events, asked.rules, on), known)
    return [_keep_one(tx, account_id, finding, asked, call) for finding in fresh]


def _keep_one(tx: WriteTransaction, account_id: str, finding: Finding, asked: RiskScanAsked, call: Call) -> KeptFinding:
    suspension_id, refusal = ("", "") if finding.action == "note" else suspend_for_risk(tx, account_id, call)
    fired = Fired(
        rule=finding.rule, observed=str(finding.observed), limit=str(finding.threshold), effect=finding.action
    )
    fact = RiskFound(
        rules=asked.rules_name,
        rules_version=asked.rules.rules_version,
        fired=(fired,),
        found_on=finding.found_on,
        event_id=finding.event_id,
        evidence=finding.evidence,
        risk_action=finding.action,
        warning=finding.warning,
        suspension_id=suspension_id,
    )
    kept = tx.record_at_desk(account_id, fact, call.effective_on, call.request_id)
    told = {name: getattr(finding, name) for name in KeptFinding.__struct_fields__ if hasattr(finding, name)}
    return KeptFinding(
        **told, item_id=kept.record_id, account_id=account_id, suspension_id=suspension_id, not_suspended=refusal
    )


def suspend_for_risk(tx: WriteTransaction, account_id: str, call: Call) -> tuple[str, str]:
    """Suspends a line for risk as `suspend` does: the event, or the code of why it cannot be.

    It is suspended for that already, it is closed, or (dated back) later purchases would not have been made.
    """
    try:
        return suspend(tx, SuspendAsked(account_id=account_id, cause=RISK), call).event_id, ""
    except BaitiaoError as refusal:
        if refusal.status != REFUSED:
            raise
        return "", refusal.code


def _answer(asked: RiskScanAsked, on: date, new: _New, kept: list[KeptFinding]) -> RiskScanAnswer:
    return RiskScanAnswer(
        effective_on=on,
        rules_version=asked.rules.rules_version,
        account_count=new.account_count,
        known_count=new.known_count,
        kept=kept,
    )


RISK_SCAN = Verb("risk scan", RiskScanAsked, RiskScanAnswer, act)
