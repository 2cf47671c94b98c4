"""`baitiao merchant-settle`: what is to be paid to a merchant or by it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.desk.merchant_settle import MERCHANT_SETTLE, MerchantSettleAsked
from baitiao_cli.cli.values import argument, day, option, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.desk.merchant_settle import merchant_settlement_document


@verb_command(MERCHANT_SETTLE, merchant_settlement_document)
def merchant_settle(
    merchant: Annotated[str, argument("MERCHANT", words)],
    through: Annotated[date, option("--through", day, "DATE")],
) -> MerchantSettleAsked:
    """Settles with a merchant up to a day."""
    return MerchantSettleAsked(merchant=merchant, through_on=through)
