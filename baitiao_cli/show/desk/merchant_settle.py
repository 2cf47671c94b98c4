"""A settlement with a merchant."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.desk.merchant_settle import MerchantSettleAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import filled, labels
from baitiao_cli.messages.desk import funding as texts
from baitiao_cli.show.document import Document, json_data, record
from baitiao_cli.show.merchants import DUES, NAMED, days_words

SETTLED = f"{DUES} adjustment_fen"


def merchant_settlement_document(answer: MerchantSettleAnswer, as_of: date) -> Document:
    """What is to be paid to a merchant or by it, subsidies and discounts apart, and what of it is an adjustment."""
    data = json_data(answer)
    title = filled(
        texts.MERCHANT_SETTLEMENT_TITLE,
        record_id=answer.record_id,
        merchant_id=answer.merchant_id,
        name=answer.merchant,
        days=days_words(answer.from_on, answer.through_on),
    )
    text = texts.PAY_IT if answer.net_fen > 0 else texts.IT_PAYS if answer.net_fen else texts.NOTHING_TO_PAY
    paid = filled(text, amount=format_yuan(abs(answer.net_fen)), funder_id=answer.merchant_id)
    named = NAMED | {"adjustment_fen": texts.OF_IT_ADJUSTED}
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            record(
                SETTLED, data, title=title, quiet="refunds_fen subsidies_fen discounts_fen adjustment_fen", labels=named
            )
        ],
        notes=[paid, *([texts.ADJUSTED] if answer.adjustment_fen else []), texts.NO_MONEY_MOVES],
        next_steps=[filled(labels.SEE_IT, command=f"baitiao explain {answer.record_id}")],
    )
