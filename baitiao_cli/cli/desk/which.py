"""Which accounts a command of the desk is about: one that is named, or all."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from msgspec.structs import replace

from baitiao_cli.actions.verb import Verb
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.verbs import run_verb
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text
from baitiao_cli.show.document import Document


def check_which(command_name: str, account_id: str | None, everyone: bool) -> None:
    """Refuses both an account and all of them, and neither: `options-exclusive`, `account-or-all`."""
    if account_id and everyone:
        raise BaitiaoError("options-exclusive", options=["ACCOUNT", "--all"])
    if not account_id and not everyone:
        raise BaitiaoError("account-or-all", command=command_name)


def run_over(
    request: Request,
    verb: Verb,
    asked: Any,
    all_in_turns: Callable[..., Any],
    document: Callable[..., Document],
    looking: Text,
) -> Document:
    """Does a verb of the desk with the account it is asked for ("" all), and tells how far it is.

    It is one transaction with one account, or where all is thrown away or answered again as a whole. Otherwise it is
    `all_in_turns`, many short ones, so that who writes does not wait for all accounts.
    """
    in_one = asked.account_id or request.dry_run or request.request_id or request.branch
    with shown_progress(request.language, looking) as progress:
        if in_one:
            act: Callable[..., Any] = verb.act
            return run_verb(request, replace(verb, act=partial(act, progress=progress)), asked, document)
        answer = all_in_turns(request.ledger, asked, request.call, progress)
        return replace(document(answer, request.today), value=answer, is_deed=True)
