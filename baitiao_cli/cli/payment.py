"""`baitiao repay`: money in; done most often, and so imports nothing that other commands need.

The annotations are evaluated: to read what a command takes off text, each would be compiled.
"""

from typing import Annotated

from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.cli.values import argument, free_name, free_text, identifier, money, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.payment import payment_document


@verb_command(REPAY, payment_document)
def repay(
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    plan: Annotated[str | None, option("--plan", identifier("PLAN"), "PLAN")] = None,
    means: Annotated[str | None, option("--means", free_name, "NAME")] = None,
    note: Annotated[str | None, option("--note", free_text, "TEXT")] = None,
) -> RepayAsked:
    """Takes a repayment and spreads it, oldest due first."""
    return RepayAsked(
        account_id=account_id, amount_fen=amount_fen, plan_id=plan or "", means=means or "", note=note or ""
    )
