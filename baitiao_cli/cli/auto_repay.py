"""`baitiao auto-repay`, `means`: what pays the bills, and what it can pay."""

from __future__ import annotations

from typing import Annotated, get_args

from baitiao_cli.account.events import MeansKind, RepaidShare
from baitiao_cli.actions.auto_repay import AUTO_REPAY, AutoRepayAsked
from baitiao_cli.actions.means import MEANS, MeansAsked
from baitiao_cli.cli.values import argument, free_name, free_text, last_digits, money_or_none, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.auto_repay import auto_repay_document, means_document

SHARES = get_args(RepaidShare)
KINDS = tuple(kind for kind in get_args(MeansKind) if kind)


@verb_command(AUTO_REPAY, auto_repay_document)
def auto_repay(
    account_id: Annotated[str, argument("ACCOUNT")],
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
    share: Annotated[RepaidShare | None, option("--share", one_of(*SHARES), "full|minimum")] = None,
    off: Annotated[bool, option("--off")] = False,
) -> AutoRepayAsked:
    """Agrees on what pays the bills on their due dates, or ends that."""
    for name, value in (("--means", means), ("--share", share)):
        if off and value:
            raise BaitiaoError("options-exclusive", options=[name, "--off"])
    if not off and means is None:
        raise BaitiaoError("auto-repay-incomplete", account_id=account_id)
    return AutoRepayAsked(account_id=account_id, means=means or "", share=share or "full")


@verb_command(MEANS, means_document)
def means(
    account_id: Annotated[str, argument("ACCOUNT")],
    means: Annotated[str, argument("NAME")],
    funds_fen: Annotated[int | None, option("--funds", money_or_none, "AMOUNT")] = None,
    unlimited: Annotated[bool, option("--unlimited")] = False,
    remove: Annotated[bool, option("--remove")] = False,
    means_kind: Annotated[MeansKind | None, option("--kind", one_of(*KINDS), "CODE")] = None,
    last_digits: Annotated[str | None, option("--last-digits", last_digits, "DIGITS")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> MeansAsked:
    """States what a means of the customer's can pay, or that it is gone."""
    given = {
        "--funds": funds_fen is not None,
        "--unlimited": unlimited,
        "--remove": remove,
        "--kind": remove and means_kind is not None,
        "--last-digits": remove and last_digits is not None,
    }
    together = [name for name, is_given in given.items() if is_given]
    if len(together) > 1:
        raise BaitiaoError("options-exclusive", options=together[:2])
    return MeansAsked(
        account_id=account_id,
        means=means,
        funds_fen=funds_fen,
        remove=remove,
        means_kind=means_kind or "",
        last_digits=last_digits or "",
        reason=reason or "",
    )
