"""`baitiao extend`, `restructure`: relief for who cannot pay as agreed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.extend import EXTEND, ExtendAsked
from baitiao_cli.actions.restructure import RESTRUCTURE, RestructureAsked
from baitiao_cli.cli.repricing import GivenRate, rate
from baitiao_cli.cli.values import argument, day, free_text, option, whole, words
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.relief import extend_document, restructure_document


@verb_command(EXTEND, extend_document)
def extend(
    plan_id: Annotated[str, argument("PLAN")],
    months: Annotated[int | None, option("--months", whole, "N")] = None,
    until: Annotated[date | None, option("--until", day, "DATE")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> ExtendAsked:
    """Moves the due dates of a plan that have not come yet later, by months or until a last due date."""
    if months is not None and until is not None:
        raise BaitiaoError("options-exclusive", options=["--months", "--until"])
    if months is None and until is None:
        raise BaitiaoError("extend-how-far", plan_id=plan_id)
    return ExtendAsked(plan_id=plan_id, months=months or 0, until_on=until, reason=reason or "")


@verb_command(RESTRUCTURE, restructure_document)
def restructure(
    of: Annotated[str, argument("ACCOUNT|PLAN")],
    installments: Annotated[int, option("--installments", whole, "N")],
    product: Annotated[str | None, option("--product", words, "ID")] = None,
    new_rate: Annotated[GivenRate | None, option("--rate", rate, "RATE")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> RestructureAsked:
    """Plans what is left of a plan, or owed on bills, anew over other installments, from today on."""
    return RestructureAsked(
        plan_id=of if "P" in of else "",
        account_id="" if "P" in of else of,
        installments=installments,
        product_id=product or "",
        rate_ppb=new_rate.ppb if new_rate else None,
        rate_per=new_rate.per if new_rate else None,
        reason=reason or "",
    )
