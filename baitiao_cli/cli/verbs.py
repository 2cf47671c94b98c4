"""How a verb becomes a command: its values make what it is asked with, it runs, its answer is shown."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import msgspec

from baitiao_cli.actions.verb import Verb, perform_once
from baitiao_cli.cli.request import Request, command
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.show.document import Document

builders: dict[str, Callable[..., Any]] = {}
"""By verb: the function that makes what the verb is asked with from typed values; `batch` reads its lines with it."""


def run_verb(request: Request, verb: Verb, asked: Any, document: Callable[..., Document]) -> Document:
    """Does the verb in the ledger of the request; `document` shows its answer, which may be that of an earlier call."""
    done = perform_once(Ledger.open(request.ledger_path), verb, asked, request.call)
    return msgspec.structs.replace(document(done.answer, request.today), repeated=done.is_repeated)


def verb_command(verb: Verb, document: Callable[..., Document]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes a function that turns values into what `verb` is asked with the command of that name.

    `document` shows the verb's answer.
    """

    def register(build: Callable[..., Any]) -> Callable[..., Any]:
        builders[verb.name] = build

        def run(request: Request, **given: Any) -> Document:
            return run_verb(request, verb, build(**given), document)

        values = inspect.signature(build, eval_str=True).parameters.values()
        of_request = inspect.Parameter("request", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Request)
        run.__signature__ = inspect.Signature([of_request, *values])  # type: ignore[attr-defined]
        command(verb.name, write=True)(run)
        return build

    return register
