"""`merchant-settle`: what is to be paid to a merchant or by it since the last settlement."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from baitiao_cli.actions.merchants import show_merchant
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.money import shortened
from baitiao_cli.desk.facts import MerchantSettled
from baitiao_cli.desk.facts.settlement import MerchantSums
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class MerchantSettleAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Which merchant, by its name or number, and for all that was booked up to which day."""

    merchant: str
    through_on: date


class MerchantSettleAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A settlement: what is due to the merchant (below zero: from it), and what of it is an adjustment.

    `from_on` is `None` for the first settlement, and for one with no new days, of changes of all days before alone.
    """

    record_id: str
    merchant_id: str
    merchant: str
    from_on: date | None
    through_on: date
    purchases_fen: int
    refunds_fen: int
    subsidies_fen: int
    discounts_fen: int
    net_fen: int
    adjustment_fen: int


def settle(tx: WriteTransaction, asked: MerchantSettleAsked, call: Call) -> MerchantSettleAnswer:
    """Settles with a merchant: its dues up to a day, less what was settled before, which stays as it is.

    Errors, in this order: `date-in-future` for a day that has not come, `merchant-unknown`, `merchant-unregistered`,
    `settled-through` for a day before the last settlement's, `nothing-to-settle` for what would repeat the last,
    `settled-too-early` for one that counts before the last day that it settles.
    """
    if asked.through_on > call.today:
        raise BaitiaoError("date-in-future", on=asked.through_on, today=call.today)
    view = show_merchant(tx, asked.merchant, None, asked.through_on)
    if not view.merchant_id:
        raise BaitiaoError("merchant-unregistered", merchant=shortened(view.merchant))
    last = last_settlement(tx, view.merchant_id)
    settled, last_on = (last.settled, last.through_on) if last else (MerchantSums(), date.min)
    if asked.through_on < last_on:
        raise BaitiaoError("settled-through", subject=view.merchant_id, through_on=last_on)
    now = MerchantSums(**{name: getattr(view, name) for name in MerchantSums.__struct_fields__})
    dues = MerchantSums(**{name: getattr(now, name) - getattr(settled, name) for name in now.__struct_fields__})
    if asked.through_on == last_on and dues == MerchantSums():
        raise BaitiaoError("nothing-to-settle", subject=view.merchant_id, through_on=last_on)
    if call.effective_on < asked.through_on:
        raise BaitiaoError("settled-too-early", on=call.effective_on, through_on=asked.through_on)
    # What was settled was booked by the last settled day, and so counted by then.
    counted_fen = sum(line.net_fen for line in view.lines if line.effective_on <= last_on)
    adjustment_fen = counted_fen - settled.net_fen
    fact = MerchantSettled(
        through_on=asked.through_on, net_fen=dues.net_fen, adjustment_fen=adjustment_fen, dues=dues, settled=now
    )
    entry = tx.record_at_desk(view.merchant_id, fact, call.effective_on, call.request_id)
    return MerchantSettleAnswer(
        record_id=entry.record_id,
        merchant_id=view.merchant_id,
        merchant=view.merchant,
        from_on=last_on + timedelta(days=1) if last and last_on < asked.through_on else None,
        through_on=asked.through_on,
        purchases_fen=dues.purchases_fen,
        refunds_fen=dues.refunds_fen,
        subsidies_fen=dues.subsidies_fen,
        discounts_fen=dues.discounts_fen,
        net_fen=dues.net_fen,
        adjustment_fen=adjustment_fen,
    )


def last_settlement(tx: ReadTransaction, merchant_id: str) -> MerchantSettled | None:
    """The last settlement with a merchant, if there was one."""
    entries = list(tx.at_desk(date.max, merchant_id, (MerchantSettled,)))
    fact = entries[-1].fact if entries else None
    return fact if isinstance(fact, MerchantSettled) else None


MERCHANT_SETTLE = Verb("merchant-settle", MerchantSettleAsked, MerchantSettleAnswer, settle)
