"""`baitiao explain` and `why`: where a figure comes from, and why it is another than it was."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.explain import ExplainAsked
from baitiao_cli.actions.explain import explain as explain_figures
from baitiao_cli.actions.why import why_between_days
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option, whole, words
from baitiao_cli.cli.views import look, view_command
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.document import Document
from baitiao_cli.show.explain import explain_document
from baitiao_cli.show.why import why_document


def figure_name(text: str) -> str:
    """The name of a figure, as it is written on the command line: late-charge."""
    return words(text).replace("-", "_")


@view_command("explain")
def explain(
    request: Request,
    tx: ReadTransaction,
    subject_id: Annotated[str, argument("ID")],
    row: Annotated[int | None, option("--row", whole, "N")] = None,
    bill: Annotated[int | None, option("--bill", whole, "NUMBER")] = None,
    payoff: Annotated[bool, option("--payoff")] = False,
    figure: Annotated[str | None, option("--figure", figure_name, "NAME")] = None,
    check: Annotated[bool, option("--check")] = False,
) -> Document:
    """Explains every figure of an account, a plan, a bill, a payoff or an event."""
    asked = ExplainAsked(
        subject_id=subject_id, row=row or 0, bill=bill, payoff=payoff, figure=figure or "", check=check
    )
    return explain_document(explain_figures(tx, asked, request.as_of), request.as_of)


@command("why", known=True)
def why(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    between: Annotated[tuple[str, str], option("--between", None, "A B")],
) -> Document:
    """Tells what changed between two days, and what caused it."""
    before_on, after_on = (day(text) for text in between)
    later_on = max(before_on, after_on)
    return look(request, lambda tx: why_document(why_between_days(tx, account_id, before_on, after_on), later_on))
