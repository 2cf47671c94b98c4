"""The report of purchases: what was bought in some days, and what of it was financed and sent back."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions.definition import Definition, Definitions

TITLE = Text("Purchases")

DEFINITIONS: Definitions = {
    "purchase": Definition(
        Text(
            "What was bought in the days of the report, on the bill or in installments, reversed purchases left out; a "
            "bill turned into installments is none."
        ),
        Text("600.00 bought on 01-08 and its bill turned into 3 installments on 02-05: 1 purchase, of January."),
    ),
    "amount": Definition(
        Text("What the purchases cost: what was paid for them at once, and what was financed."),
        Text("A phone of 6,000.00 with 1,000.00 paid down: 6,000.00."),
    ),
    "own-means": Definition(
        Text("What of the amount was not lent: down payments, and what was traded in."),
        Text("1,000.00 paid down and an old phone taken for 500.00: 1,500.00."),
    ),
    "financed": Definition(
        Text("What of the amount was lent: the principal that the plans began with."),
        Text("6,000.00 less 1,500.00 of own means: 4,500.00."),
    ),
    "sent-back": Definition(
        Text(
            "What merchants have given back of these purchases by the last day of the report: refunds, and disputes "
            "that were won."
        ),
        Text("Bought for 600.00 in January, 200.00 refunded in March: a report of January through April has 200.00."),
    ),
}

KEYS: dict[str, tuple[str, ...]] = {"own-means": ("own_fen",), "financed": ("financed_fen",)}
