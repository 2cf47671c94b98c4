"""How a verb becomes a command: its values make what it is asked with, it runs, its answer is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from baitiao_cli.actions.perform import perform_once
from baitiao_cli.actions.verb import Verb
from baitiao_cli.cli.request import Request, command
from baitiao_cli.messages import Text
from baitiao_cli.show.document import Document

builders: dict[str, Callable[..., Any]] = {}
"""By verb: the function that makes what the verb is asked with from typed values; `batch` reads its lines with it."""


def run_verb(
    request: Request, verb: Verb, asked: Any, document: Callable[..., Document], question: Text | None = None
) -> Document:
    """Does the verb in the ledger of the request; `document` shows its answer, which may be that of an earlier call.

    The `question` is put before what cannot be undone: not when it would be refused, nor when it was done already.
    """
    ledger = request.ledger
    if question is not None and not request.yes and not request.dry_run:
        tried = perform_once(ledger, verb, asked, msgspec.structs.replace(request.call, dry_run=True))
        if not tried.is_repeated:
            request.confirm(question)
    done = perform_once(ledger, verb, asked, request.call)
    shown = document(done.answer, request.today)
    return msgspec.structs.replace(shown, repeated=done.is_repeated, value=done.answer, is_deed=True)


def verb_command(verb: Verb, document: Callable[..., Document]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes a function that turns values into what `verb` is asked with the command of that name.

    `document` shows the verb's answer.
    """

    def register(build: Callable[..., Any]) -> Callable[..., Any]:
        builders[verb.name] = build

        def run(request: Request, **given: Any) -> Document:
            return run_verb(request, verb, build(**given), document)

        command(verb.name, write=True, taken_by=build, beside=0)(run)
        return build

    return register
