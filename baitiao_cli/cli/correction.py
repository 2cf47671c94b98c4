"""`baitiao refund`, `waive`, `credit`: corrections with money."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.account.events import WaivedCharge
from baitiao_cli.actions.credit import CREDIT, CreditAsked
from baitiao_cli.actions.refund import REFUND, RefundAsked
from baitiao_cli.actions.waive import WAIVE, WaiveAsked
from baitiao_cli.cli.values import argument, free_text, identifier, money, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.correction import credit_document, refund_document, waive_document

CHARGES: dict[str, WaivedCharge] = {"interest": "interest", "fee": "fee", "late-charge": "late_charge"}


@verb_command(REFUND, refund_document)
def refund(
    plan_id: Annotated[str, argument("PLAN")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> RefundAsked:
    """Records a merchant's refund of a purchase and tells where it went."""
    return RefundAsked(plan_id=plan_id, amount_fen=amount_fen, reason=reason or "")


@verb_command(WAIVE, waive_document)
def waive(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
    charge: Annotated[str | None, option("--charge", one_of(*CHARGES), "|".join(CHARGES))] = None,
    plan: Annotated[str | None, option("--plan", identifier("PLAN"), "PLAN")] = None,
) -> WaiveAsked:
    """Gives up interest, fees or late charges that are owed."""
    return WaiveAsked(
        account_id=account_id,
        amount_fen=amount_fen,
        reason=reason,
        charge=CHARGES[charge] if charge else "",
        plan_id=plan or "",
    )


@verb_command(CREDIT, credit_document)
def credit(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
) -> CreditAsked:
    """Gives the customer money for goodwill: it pays what is due, the rest is credit."""
    return CreditAsked(account_id=account_id, amount_fen=amount_fen, reason=reason)
