"""Errors of definitions: a name that no page explains."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

DEFINE_ERRORS: dict[str, ErrorText] = {
    "definition-unknown": ErrorText(
        3,
        Text("No page explains “{name}”."),
        Text("{nearest}See what is explained: baitiao define"),
    ),
}
