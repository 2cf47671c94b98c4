"""`--unmask` of a view: who sees somebody in the clear is recorded first, or sees nobody."""

from __future__ import annotations

from typing import Annotated

import msgspec

from baitiao_cli.cli.options import WRITE
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import free_text, option
from baitiao_cli.errors import BaitiaoError

Unmask = Annotated[bool, option("--unmask")]
Reason = Annotated[str | None, option("--reason", free_text, "TEXT")]
Operator = WRITE["operator"]


def unmasked(request: Request, account_id: str, reason: str | None, operator: str | None) -> set[str]:
    """The person of an account, who may be seen in the clear now that it is recorded, with the reason for it.

    Errors: `option-needs` without a reason, `unmask-not-kept` on a branch, whose record would be thrown away, and
    whatever keeps it from being recorded.
    """
    if request.branch is not None:
        raise BaitiaoError("unmask-not-kept", account_id=account_id)
    reason = needed_reason(reason)
    refuse_vain(request, account_id)
    from baitiao_cli.actions.perform import perform
    from baitiao_cli.actions.unmask import UNMASK, UnmaskAsked

    ledger = request.ledger
    call = msgspec.structs.replace(request, given_operator=operator or request.given_operator).call
    return {perform(ledger, UNMASK, UnmaskAsked(account_id=account_id, reason=reason), call).person_id}


def refuse_vain(request: Request, account_id: str) -> None:
    """Refuses a look at a day on which there was no such account, before it is recorded: nobody would be seen."""
    with request.ledger.read(known_at=request.known_at) as tx:
        tx.book(account_id).account(request.as_of)


def needed_reason(reason: str | None) -> str:
    """The reason, without which nobody is seen in the clear: `option-needs`."""
    if reason is None:
        raise BaitiaoError("option-needs", option="--unmask", needed="--reason")
    return reason


def refuse_needless(reason: str | None) -> None:
    """Refuses a reason, which only goes with `--unmask`; who the operator is may always be said, by a setting, too."""
    if reason is not None:
        raise BaitiaoError("option-needs", option="--reason", needed="--unmask")
