"""How a view becomes a command: it looks at the ledger as it is, or as it knew things at `--known-at`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from baitiao_cli.cli.request import Request, command
from baitiao_cli.ledger.store import Knowledge, ReadTransaction
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.labels import TO_COME
from baitiao_cli.show.document import Document

FEW_ACCOUNTS = 100
"""So many are folded in a moment."""


def look(request: Request, answer: Callable[[ReadTransaction], Document], on_copy: bool = False) -> Document:
    """What `answer` says of the ledger at the moment that the request is about; long looks are taken at a copy."""
    ledger = request.ledger
    with (ledger.read_copy if on_copy else ledger.read)(known_at=request.known_at) as tx:
        document = answer(tx)
        if tx.key_refusal:
            from baitiao_cli.show.errors import error_texts

            sentence, hint = error_texts(tx.key_refusal.code, tx.key_refusal.details)
            document = msgspec.structs.replace(document, notes=[*document.notes, sentence, hint])
        if request.as_of > request.today:
            document = msgspec.structs.replace(document, notes=[filled(TO_COME, as_of=request.as_of), *document.notes])
        return as_known(document, tx.known) if tx.known else document


def as_known(document: Document, known: Knowledge) -> Document:
    """The document, saying what was known; what it proposes to do next is for those who know what came since."""
    from baitiao_cli.show.known import known_text

    notes = [known_text(known), *document.notes]
    return msgspec.structs.replace(document, known_at=msgspec.structs.asdict(known), notes=notes, next_steps=[])


def view_command(
    name: str,
    *,
    on_copy: bool | Callable[[Request], bool] = False,
    paper: bool = False,
    more: Text | None = None,
) -> Callable[[Callable[..., Document]], Callable[..., Document]]:
    """Makes a function of a request, a transaction and the command's own values the view `name`.

    A view that takes long, always or for this request, looks at a copy of the ledger. One whose answer is handed over
    can be had on `paper`. `more` stands in its help page under what it does.
    """

    def register(view: Callable[..., Document]) -> Callable[..., Document]:
        def run(request: Request, **given: Any) -> Document:
            is_long = on_copy if isinstance(on_copy, bool) else on_copy(request)
            return look(request, lambda tx: view(request, tx, **given), is_long)

        command(name, view=True, paper=paper, more=more, taken_by=view, beside=2)(run)
        return view

    return register
