"""`rebuild`: the views again from the events."""

from __future__ import annotations

import msgspec

from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.check.rebuild import Change, rebuild_views
from baitiao_cli.ledger.store import WriteTransaction

DEED = "views-rebuilt"


class RebuildAsked(msgspec.Struct, frozen=True):
    """Nothing is asked: all views of all accounts are looked at."""


class RebuildAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What was not as the events make it, by account and view; empty when nothing was done."""

    changes: list[Change]
    account_count: int
    row_count: int


def rebuild(tx: WriteTransaction, asked: RebuildAsked, call: Call) -> RebuildAnswer:
    """Makes the views again where they are wrong, and notes it in the audit log."""
    changes = rebuild_views(tx)
    accounts = {change.account_id for change in changes if change.account_id}
    rows = sum(change.put_count + change.removed_count for change in changes)
    if changes:
        tx.note(DEED, "ledger", account_count=len(accounts), row_count=rows)
    return RebuildAnswer(changes=changes, account_count=len(accounts), row_count=rows)


REBUILD = Verb("rebuild", RebuildAsked, RebuildAnswer, rebuild)
