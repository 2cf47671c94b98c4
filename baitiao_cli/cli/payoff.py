"""`baitiao payoff`, `payout`, `reverse`: what settles a plan, money out, and what was wrong."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions import payoff as payoffs
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked
from baitiao_cli.actions.payout import PAYOUT, PayoutAsked
from baitiao_cli.actions.reverse import REVERSE, ReverseAsked
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, free_name, free_text, identifier, money, option
from baitiao_cli.cli.verbs import builders, run_verb, verb_command
from baitiao_cli.cli.views import look
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.account import reverse_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.payment import payment_document, payoff_document, payout_document


@verb_command(PAYOUT, payout_document)
def payout(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int | None, option("--amount", money, "YUAN")] = None,
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> PayoutAsked:
    """Pays a credit balance, or a part of it, back to the customer."""
    return PayoutAsked(account_id=account_id, amount_fen=amount_fen, means=means or "", note=note or "")


@verb_command(REVERSE, reverse_document)
def reverse(
    event_id: Annotated[str, argument("EVENT")],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> ReverseAsked:
    """Undoes a recorded event as if it had never been."""
    return ReverseAsked(reversed_event_id=event_id, reason=reason or "")


def payoff_asked(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int | None, option("--amount", money, "YUAN")] = None,
    plan: Annotated[str | None, option("--plan", identifier("PLAN"), "PLAN")] = None,
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
) -> PayoffAsked:
    """What a payoff is asked with."""
    return PayoffAsked(account_id=account_id, plan_id=plan or "", amount_fen=amount_fen, means=means or "")


builders[PAYOFF.name] = payoff_asked


@command("payoff", write=True, known=True)
def payoff(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int | None, option("--amount", money, "YUAN")] = None,
    plan: Annotated[str | None, option("--plan", identifier("PLAN"), "PLAN")] = None,
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
    pay: Annotated[bool, option("--pay")] = False,
) -> Document:
    """Quotes what settles a plan or the account; pays it with `--pay`."""
    if pay:
        if request.known_at is not None:
            raise BaitiaoError("options-exclusive", options=["--pay", "--known-at"])
        asked = payoff_asked(account_id, amount_fen, plan, means)
        return run_verb(request, PAYOFF, asked, payment_document)
    for name, value in (("--amount", amount_fen), ("--means", means), ("--request-id", request.request_id)):
        if value:
            raise BaitiaoError("option-needs", option=name, needed="--pay")
    return look(
        request, lambda tx: payoff_document(payoffs.quote(tx, account_id, plan or "", request.on), request.today)
    )
