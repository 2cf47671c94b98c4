"""How the answer of each verb is shown, for those who show many of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from baitiao_cli.show.account import open_document, reverse_document
from baitiao_cli.show.auto_repay import auto_repay_document, means_document
from baitiao_cli.show.bill_day import bill_day_document
from baitiao_cli.show.closing import close_document, reopen_document
from baitiao_cli.show.convert import convert_document
from baitiao_cli.show.correction import credit_document, refund_document, waive_document
from baitiao_cli.show.defer import defer_document
from baitiao_cli.show.desk.limits import limits_apply_document
from baitiao_cli.show.dispute import dispute_document, resolve_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.hardship import decide_hardship_document, hardship_document
from baitiao_cli.show.hold import hold_document, release_document
from baitiao_cli.show.ledger import accrue_document
from baitiao_cli.show.limit import decide_limit_document, limit_document, request_limit_document
from baitiao_cli.show.line import standing_document, suspend_document
from baitiao_cli.show.loss import charge_off_document, recover_document, write_off_document
from baitiao_cli.show.merchants import register_document
from baitiao_cli.show.payment import payment_document, payout_document
from baitiao_cli.show.person import corrected_document
from baitiao_cli.show.plan import charge_document
from baitiao_cli.show.prepayment import prepay_document
from baitiao_cli.show.relief import extend_document, restructure_document
from baitiao_cli.show.repricing import pause_document, reprice_document
from baitiao_cli.show.tier import tier_document

ANSWERS: dict[str, Callable[[Any, date], Document]] = {
    "open": open_document,
    "charge": charge_document,
    "repay": payment_document,
    "payoff": payment_document,
    "prepay": prepay_document,
    "reprice": reprice_document,
    "pause": pause_document,
    "extend": extend_document,
    "restructure": restructure_document,
    "hardship": hardship_document,
    "decide-hardship": decide_hardship_document,
    "convert": convert_document,
    "defer": defer_document,
    "payout": payout_document,
    "refund": refund_document,
    "dispute": dispute_document,
    "resolve": resolve_document,
    "waive": waive_document,
    "credit": credit_document,
    "charge-off": charge_off_document,
    "write-off": write_off_document,
    "recover": recover_document,
    "reverse": reverse_document,
    "person": corrected_document,
    "bill-day": bill_day_document,
    "tier": tier_document,
    "close": close_document,
    "hold": hold_document,
    "capture": charge_document,
    "release": release_document,
    "register": register_document,
    "reopen": reopen_document,
    "auto-repay": auto_repay_document,
    "means": means_document,
    "limit": limit_document,
    "limits apply": limits_apply_document,
    "request-limit": request_limit_document,
    "decide-limit": decide_limit_document,
    "lock": standing_document,
    "unlock": standing_document,
    "suspend": suspend_document,
    "resume": standing_document,
    "accrue": accrue_document,
}
