"""`baitiao limit`, `request-limit`, `decide-limit`: how much may be owed, for what, and on which days."""

from __future__ import annotations

from datetime import date
from typing import Annotated, TypedDict

from baitiao_cli.account.events import Decision
from baitiao_cli.actions.limit import LIMIT, LimitAsked
from baitiao_cli.actions.limit_request import DECIDE_LIMIT, REQUEST_LIMIT, DecideLimitAsked, RequestLimitAsked
from baitiao_cli.cli.values import argument, code, day, free_text, money, option, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.limit import decide_limit_document, limit_document, request_limit_document

Scene = Annotated[str | None, option("--scene", code, "CODE")]
Merchant = Annotated[str | None, option("--merchant", words, "NAME")]
From = Annotated[date | None, option("--from", day, "DATE")]
Until = Annotated[date | None, option("--until", day, "DATE")]


@verb_command(LIMIT, limit_document)
def limit(
    account_id: Annotated[str, argument("ACCOUNT")],
    limit_fen: Annotated[int | None, argument("AMOUNT", money)] = None,
    until: Until = None,
    from_on: From = None,
    scene: Scene = None,
    merchant: Merchant = None,
    end: Annotated[bool, option("--end")] = False,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> LimitAsked:
    """Changes the credit limit, or one for some days, a scene or a merchant."""
    if end:
        _refuse_beside("--end", {"AMOUNT": limit_fen, "--until": until, "--from": from_on})
    elif limit_fen is None:
        raise BaitiaoError("limit-incomplete", account_id=account_id)
    return LimitAsked(
        account_id=account_id, limit_fen=limit_fen or 0, **_scope(scene, merchant, from_on, until, reason)
    )


@verb_command(REQUEST_LIMIT, request_limit_document)
def request_limit(
    account_id: Annotated[str, argument("ACCOUNT")],
    limit_fen: Annotated[int, argument("AMOUNT", money)],
    until: Until = None,
    from_on: From = None,
    scene: Scene = None,
    merchant: Merchant = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> RequestLimitAsked:
    """Records that the customer asks for a limit."""
    return RequestLimitAsked(
        account_id=account_id, limit_fen=limit_fen, **_scope(scene, merchant, from_on, until, reason)
    )


@verb_command(DECIDE_LIMIT, decide_limit_document)
def decide_limit(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
    grant: Annotated[bool, option("--grant")] = False,
    refuse: Annotated[bool, option("--refuse")] = False,
    withdraw: Annotated[bool, option("--withdraw")] = False,
    amount_fen: Annotated[int | None, option("--amount", money, "YUAN")] = None,
) -> DecideLimitAsked:
    """Decides on the limit that the customer asked for."""
    decision = given_decision(account_id, grant=grant, refuse=refuse, withdraw=withdraw)
    if not grant:
        _refuse_beside("--refuse" if refuse else "--withdraw", {"--amount": amount_fen})
    return DecideLimitAsked(account_id=account_id, decision=decision, limit_fen=amount_fen or 0, reason=reason)


def given_decision(account_id: str, *, grant: bool, refuse: bool, withdraw: bool) -> Decision:
    """The one decision that was given; `options-exclusive` for several, `decision-needed` for none."""
    given: dict[Decision, bool] = {"granted": grant, "refused": refuse, "withdrawn": withdraw}
    decisions = [decision for decision, is_given in given.items() if is_given]
    if len(decisions) > 1:
        flags = {"granted": "--grant", "refused": "--refuse", "withdrawn": "--withdraw"}
        raise BaitiaoError("options-exclusive", options=[flags[decision] for decision in decisions])
    if not decisions:
        raise BaitiaoError("decision-needed", account_id=account_id)
    return decisions[0]


def _refuse_beside(name: str, others: dict[str, object]) -> None:
    for other, value in others.items():
        if value is not None:
            raise BaitiaoError("options-exclusive", options=[name, other])


class _Scope(TypedDict):
    """What a limit is for, on which days, and why."""

    scene: str
    merchant: str
    from_on: date | None
    until_on: date | None
    reason: str


def _scope(
    scene: str | None, merchant: str | None, from_on: date | None, until: date | None, reason: str | None
) -> _Scope:
    """A limit begins on another day than the event's only for some days: what lasts begins when it is set."""
    if from_on and until is None:
        raise BaitiaoError("limit-until-needed", from_on=from_on)
    return _Scope(scene=scene or "", merchant=merchant or "", from_on=from_on, until_on=until, reason=reason or "")
