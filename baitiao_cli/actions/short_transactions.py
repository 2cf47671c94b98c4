"""Long runs over many accounts: in transactions of a fraction of a second, so that nobody waits long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from time import monotonic
from typing import TypeVar

from baitiao_cli.actions.verb import Call
from baitiao_cli.ledger.store import Ledger, WriteTransaction

CHUNK_SECONDS = 0.2
"""How long one transaction of a run over the whole ledger may keep others waiting."""

Item = TypeVar("Item")


def in_short_transactions(
    ledger: Ledger,
    call: Call,
    batches: Iterable[Sequence[Item]],
    do: Callable[[WriteTransaction, Item], None],
    done: Callable[[int], None] = lambda count: None,
) -> None:
    """Does it with each item of each batch, in order; `done` is told after each transaction how many were done.

    A transaction begins when its batch is there, and ends with it, or after `CHUNK_SECONDS`. A run that was stopped has
    done what it committed, and nothing else.
    """
    count = 0
    for batch in batches:
        at = 0
        while at < len(batch):
            with ledger.write(today=call.today, now=call.now, operator=call.operator) as tx:
                until = monotonic() + CHUNK_SECONDS
                while at < len(batch) and monotonic() < until:
                    do(tx, batch[at])
                    at += 1
            done(count + at)
        count += len(batch)
