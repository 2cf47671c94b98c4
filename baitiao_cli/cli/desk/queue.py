"""`baitiao queue`, `queue approve`, `queue release`, `queue decline`: what waits for somebody, and is decided."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.desk.queue import (
    QUEUE_APPROVE,
    QUEUE_DECLINE,
    QUEUE_RELEASE,
    ReviewAsked,
    queue_item,
)
from baitiao_cli.actions.desk.queue import queue as queue_lines
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, free_text, option, some_id
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import look
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.desk import queue as texts
from baitiao_cli.show.desk.queue import item_document, queue_document, review_document
from baitiao_cli.show.document import Document

Id = Annotated[str, argument("ITEM", some_id)]
Reason = Annotated[str, option("--reason", free_text, "TEXT")]


@command("queue", view=True, more=texts.QUEUE_MORE)
def queue(
    request: Request,
    item_id: Annotated[str | None, argument("ITEM", some_id)] = None,
    decided: Annotated[bool, option("--all")] = False,
) -> Document:
    """Lists what waits for a review, or one item with its history."""
    if item_id and decided:
        raise BaitiaoError("options-exclusive", options=["ITEM", "--all"])
    on = request.as_of
    if item_id:
        return look(request, lambda tx: item_document(queue_item(tx, item_id.upper(), on), on))
    return look(request, lambda tx: queue_document(queue_lines(tx, on, decided=decided), on))


@verb_command(QUEUE_APPROVE, review_document)
def approve(item_id: Id, reason: Reason) -> ReviewAsked:
    """Ends an item: what was done is in order."""
    return ReviewAsked(item_id=item_id.upper(), reason=reason)


@verb_command(QUEUE_RELEASE, review_document)
def release(item_id: Id, reason: Reason) -> ReviewAsked:
    """Lets the customer buy while the item goes on waiting."""
    return ReviewAsked(item_id=item_id.upper(), reason=reason)


@verb_command(QUEUE_DECLINE, review_document)
def decline(item_id: Id, reason: Reason) -> ReviewAsked:
    """Ends an item: what was done is not in order, and the line stays suspended."""
    return ReviewAsked(item_id=item_id.upper(), reason=reason)
