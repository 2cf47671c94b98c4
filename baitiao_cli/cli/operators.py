"""`baitiao operator`, `operators`, `approval`: who may do what, and what one person may not do alone."""

from __future__ import annotations

from typing import Annotated, cast

from baitiao_cli.actions.approval import APPROVAL, KINDS, WITHOUT_AMOUNT, ApprovalAsked, Kind
from baitiao_cli.actions.operator import OPERATOR, OperatorAsked
from baitiao_cli.actions.operators import show_operators
from baitiao_cli.actions.roles import ROLES, Role
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, money, one_of, operator_name, option, several_of
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import look
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.document import Document
from baitiao_cli.show.operators import approval_document, operator_document, operators_document


@verb_command(OPERATOR, operator_document)
def operator(
    name: Annotated[str, argument("NAME", operator_name)],
    role: Annotated[object | None, option("--role", several_of(*ROLES), "ROLE,ROLE")] = None,
    end: Annotated[bool, option("--end")] = False,
) -> OperatorAsked:
    """Registers an operator, or changes the roles of one."""
    if end and role:
        raise BaitiaoError("options-exclusive", options=["--role", "--end"])
    if not end and not role:
        raise BaitiaoError("operator-incomplete", operator=name)
    # Typer takes no tuples of a type: `several_of` gives roles.
    return OperatorAsked(name=name, roles=cast("tuple[Role, ...]", role or ()))


@command("operators")
def operators(request: Request) -> Document:
    """Lists the operators with their roles, and what takes two people."""
    return look(request, lambda tx: operators_document(show_operators(tx), request.today))


@verb_command(APPROVAL, approval_document)
def approval(
    kind: Annotated[Kind, argument("KIND", one_of(*KINDS))],
    above_fen: Annotated[int | None, option("--above", money, "YUAN")] = None,
    always: Annotated[bool, option("--always")] = False,
    off: Annotated[bool, option("--off")] = False,
) -> ApprovalAsked:
    """Sets above which amount a second person must agree."""
    given = {"--above": above_fen is not None, "--always": always, "--off": off}
    names = [name for name, is_given in given.items() if is_given]
    if len(names) > 1:
        raise BaitiaoError("options-exclusive", options=names)
    if not names:
        raise BaitiaoError("approval-incomplete", kind=kind)
    if above_fen is not None and kind in WITHOUT_AMOUNT:
        raise BaitiaoError("options-exclusive", options=[kind, "--above"])
    return ApprovalAsked(kind=kind, is_on=not off, above_fen=above_fen or 0)
