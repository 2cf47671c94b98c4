"""A verb of the desk done with every account, one after the other, so that nobody who writes waits for all of them."""

from __future__ import annotations

from typing import Any

import msgspec

from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.actions.roles import require
from baitiao_cli.actions.short_transactions import in_short_transactions
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Ledger, WriteTransaction

NOT_OPEN = ("account-not-open-yet", "account-closed")


def over_accounts(
    ledger: Ledger, verb: Verb, asked: msgspec.Struct, call: Call, progress: Progress | None = None
) -> list[Any]:
    """The answers of a verb, asked for each account that is open on the day that it counts.

    That is in transactions of a fraction of a second, each account as it stands when its turn comes; what was done when
    a run is stopped stays done. Errors: those of `require`, `date-in-future`, and of the verb.
    """
    call.checked_on()
    with ledger.read() as tx:
        require(tx, call.operator, verb.name)
        account_ids = tx.account_ids()

    answers: list[Any] = []

    def do_if_open(tx: WriteTransaction, account_id: str) -> None:
        try:
            answers.append(verb.act(tx, msgspec.structs.replace(asked, account_id=account_id), call))
        except BaitiaoError as error:
            if error.code not in NOT_OPEN:
                raise

    def told(done: int) -> None:
        if progress:
            progress(done, len(account_ids))

    in_short_transactions(ledger, call, [account_ids], do_if_open, told)
    return answers
