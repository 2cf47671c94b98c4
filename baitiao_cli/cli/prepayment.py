"""`baitiao prepay`: a part of a plan ahead of time."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.account.events import PrepaymentEffect
from baitiao_cli.actions import prepay as prepayments
from baitiao_cli.actions.prepay import PREPAY, PrepayAsked
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, free_name, free_text, money, one_of, option
from baitiao_cli.cli.verbs import builders, run_verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.document import Document
from baitiao_cli.show.prepayment import prepay_document, prepayment_document

EFFECTS = one_of("shorter-term", "lower-payment")
EFFECT_WORDS = "shorter-term|lower-payment"


def prepay_asked(
    plan_id: Annotated[str, argument("PLAN")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    by: Annotated[PrepaymentEffect, option("--by", EFFECTS, EFFECT_WORDS)],
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> PrepayAsked:
    """What a prepayment is asked with."""
    return PrepayAsked(plan_id=plan_id, amount_fen=amount_fen, effect=by, means=means or "", note=note or "")


builders[PREPAY.name] = prepay_asked


@command("prepay", write=True)
def prepay(
    request: Request,
    plan_id: Annotated[str, argument("PLAN")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    by: Annotated[PrepaymentEffect | None, option("--by", EFFECTS, EFFECT_WORDS)] = None,
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> Document:
    """Quotes a part prepayment in each way that is offered; records it with `--by`."""
    if by:
        asked = prepay_asked(plan_id, amount_fen, by, means, note)
        return run_verb(request, PREPAY, asked, prepay_document)
    for name, value in (("--means", means), ("--note", note), ("--request-id", request.request_id)):
        if value:
            raise BaitiaoError("option-needs", option=name, needed="--by")
    with request.ledger.read() as tx:
        return prepayment_document(prepayments.quote(tx, plan_id, amount_fen, request.on), request.today)
