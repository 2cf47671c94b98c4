"""`baitiao charge-off`, `write-off`, `recover`: debts given up for lost, and what comes back of them."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.charge_off import CHARGE_OFF, ChargeOffAsked
from baitiao_cli.actions.recover import RECOVER, RecoverAsked
from baitiao_cli.actions.write_off import WRITE_OFF, WriteOffAsked
from baitiao_cli.cli.values import argument, free_name, free_text, identifier, money, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.loss import charge_off_document, recover_document, write_off_document


@verb_command(CHARGE_OFF, charge_off_document)
def charge_off(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
    plan: Annotated[str | None, option("--plan", identifier("PLAN"), "PLAN")] = None,
) -> ChargeOffAsked:
    """Takes a debt off the assets as a loss; it stays owed and is collected with `recover`."""
    return ChargeOffAsked(account_id=account_id, reason=reason, plan_id=plan or "")


@verb_command(WRITE_OFF, write_off_document)
def write_off(
    account_id: Annotated[str, argument("ACCOUNT")],
    reason: Annotated[str, option("--reason", free_text, "TEXT")],
    plan: Annotated[str | None, option("--plan", identifier("PLAN"), "PLAN")] = None,
) -> WriteOffAsked:
    """Gives up all that a plan or an account owes: the debt ends."""
    return WriteOffAsked(account_id=account_id, reason=reason, plan_id=plan or "")


@verb_command(RECOVER, recover_document)
def recover(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    plan: Annotated[str | None, option("--plan", identifier("PLAN"), "PLAN")] = None,
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> RecoverAsked:
    """Takes money for a debt that was charged off or written off."""
    return RecoverAsked(
        account_id=account_id, amount_fen=amount_fen, plan_id=plan or "", means=means or "", note=note or ""
    )
