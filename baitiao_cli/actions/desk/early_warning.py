"""`early-warning`: who may be late soon, or just is, by the signs in their accounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.views.figures import next_due
from baitiao_cli.actions.desk.every_account import Progress, folded
from baitiao_cli.desk.collection.early_warning import EarlyWarningRules, signs
from baitiao_cli.desk.facts import Fired
from baitiao_cli.ledger.store import ReadTransaction


class WarnedAccount(msgspec.Struct, frozen=True, kw_only=True):
    """An account with signs: how late it is, what falls due next, and the signs."""

    account_id: str
    days_past_due: int
    next_due_on: date | None
    next_due_fen: int
    signs: tuple[Fired, ...]

    @property
    def names(self) -> Sequence[str]:
        """The signs by name."""
        return [fired.rule for fired in self.signs]


def early_warnings(
    tx: ReadTransaction, rules: EarlyWarningRules, as_of: date, progress: Progress | None = None
) -> list[WarnedAccount]:
    """The accounts that have a sign on a day: those with the most signs first, then by what falls due first."""
    found = []
    for account in folded(tx, as_of, progress, lambda row: row.used_fen > 0):
        if fired := signs(account, rules):
            due_on, due_fen = next_due(account)
            found.append(
                WarnedAccount(
                    account_id=account.account_id,
                    days_past_due=days_past_due(account, as_of),
                    next_due_on=due_on,
                    next_due_fen=due_fen,
                    signs=fired,
                )
            )
    return sorted(found, key=lambda one: (-len(one.signs), one.next_due_on or date.max))
