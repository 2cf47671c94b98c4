"""`baitiao explain` and `why`: where a figure comes from, and why it is another than it was."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated

from baitiao_cli.actions.desk.explain import explain_record, is_record_id
from baitiao_cli.actions.desk.funding import show_funding
from baitiao_cli.actions.explain import ExplainAsked
from baitiao_cli.actions.explain import explain as explain_figures
from baitiao_cli.actions.why import why_between_days, why_between_states
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, day, known_at, option, whole, words
from baitiao_cli.cli.views import view_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.knowledge import KnownAt
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.reports import EXPLAIN_MORE
from baitiao_cli.show.desk.funding import funding_document
from baitiao_cli.show.desk.record import desk_record_document
from baitiao_cli.show.document import Document
from baitiao_cli.show.explain import explain_document
from baitiao_cli.show.why import why_document

FUNDING = "funding"
"""What of a plan `explain` takes from the desk: whose it is."""


def figure_name(text: str) -> str:
    """The name of a figure, as it is written on the command line: late-charge."""
    return words(text).replace("-", "_")


@view_command("explain", more=EXPLAIN_MORE)
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
    """Explains every figure of an account, a plan, a bill, a payoff or an event; what the desk recorded and decided."""
    asked = ExplainAsked(
        subject_id=subject_id, row=row or 0, bill=bill, payoff=payoff, figure=figure or "", check=check
    )
    if figure == FUNDING and "P" in subject_id and not (row or bill is not None or payoff or check):
        return funding_document(show_funding(tx, subject_id, request.as_of), request.as_of)
    if is_record_id(subject_id):
        return desk_record_document(explain_record(tx, asked, request.as_of), request.as_of)
    return explain_document(explain_figures(tx, asked, request.as_of), request.as_of)


def moment(text: str) -> date | KnownAt:
    """A day of the account, or a moment of the ledger: 2026-03-05, or 12, A1E5, 2026-03-05T10:00Z."""
    try:
        return day(text)
    except BaitiaoError:
        return known_at(text)


@view_command("why")
def why(
    request: Request,
    tx: ReadTransaction,
    account_id: Annotated[str, argument("ACCOUNT")],
    between: Annotated[tuple[str, str], option("--between", None, "A B")],
) -> Document:
    """Tells what changed between two days, or what the ledger learned between two moments, and what caused it."""
    ends = [moment(text) for text in between]
    # An instant is a date to Python, too.
    days = [end for end in ends if isinstance(end, date) and not isinstance(end, datetime)]
    moments = [end for end in ends if isinstance(end, int | str | datetime)]
    if len(days) == len(ends):
        return why_document(why_between_days(tx, account_id, days[0], days[1]), max(days))
    if len(moments) == len(ends):
        reasons = why_between_states(tx, account_id, moments[0], moments[1], request.as_of)
        return why_document(reasons, request.as_of)
    raise BaitiaoError("moments-differ", before=between[0][:32], after=between[1][:32])
