"""What became of a generated portfolio: a line for each kind of payer, the head, and how quickly it was made."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

from baitiao_cli.messages import as_is, filled, listed
from baitiao_cli.messages.portfolio import (
    COLUMNS,
    HEAD,
    KINDS,
    LOOK_INSIDE,
    MADE,
    PORTFOLIO_TITLE,
    REFUSED,
    THROWN_AWAY,
)
from baitiao_cli.messages.scenario import KEPT_SCENARIO
from baitiao_cli.scenario.portfolio.playing import Generated
from baitiao_cli.show.document import Document, csv_table, json_data, table

COUNTS = ("account_count", "purchase_count", "payment_count", "charge_off_count", "closed_count")
MOST_CODES = 3


def portfolio_document(made: Generated, kept: Path | None) -> Document:
    """The kinds of payers with what they did, the head, and where the ledger is, if it stays."""
    lines = [json_data(line) for line in made.payers]
    told = [line | {"payer": KINDS.get(line["payer"], as_is(line["payer"]))} for line in lines]
    totals = {name: sum(line[name] for line in lines) for name in COUNTS}
    keys = " ".join(("payer", *COUNTS))
    title = filled(PORTFOLIO_TITLE, seed=made.seed, from_on=made.from_on, through=made.through)
    rate = f"{made.account_count / made.seconds:.1f}"
    notes = [filled(MADE, events=f"{made.event_count:,}", seconds=f"{made.seconds:.1f}", rate=rate)]
    if made.refused:
        codes = listed([as_is(tally.what) for tally in made.refused[:MOST_CODES]])
        notes.append(filled(REFUSED, count=sum(tally.count for tally in made.refused), codes=codes))
    notes += [filled(HEAD, head=made.head)]
    next_steps = []
    if kept is None:
        notes.append(THROWN_AWAY)
    else:
        notes.append(filled(KEPT_SCENARIO, path=kept))
        next_steps.append(filled(LOOK_INSIDE, path=quote(str(kept)), through=made.through))
    data = json_data(made) | {
        "seconds": f"{made.seconds:.1f}",
        "accounts_a_second": rate,
        "ledger": str(kept) if kept else None,
    }
    return Document(
        data=data,
        as_of=made.through,
        tables=[table(keys, told, title=title, totals=totals, labels=COLUMNS)],
        csv_table=csv_table(keys, lines),
        notes=notes,
        next_steps=next_steps,
    )
