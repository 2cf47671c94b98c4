"""One call of the program: what is known before its arguments are read, and how it may end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Invocation:
    """What is known before the arguments are read: them, and how to speak about what is wrong with them.

    `perform` runs the command's function with its request and values; `None` shows the answer on stdout.
    """

    def __init__(
        self,
        arguments: tuple[str, ...],
        language: str,
        wants_json: bool,
        perform: Callable[[Callable[..., Any], Any, dict[str, Any]], None] | None = None,
    ) -> None:
        self.arguments, self.language, self.wants_json, self.perform = arguments, language, wants_json, perform


class Finished(Exception):  # noqa: N818 (no error)
    """The command has answered, and ends with a status that is not 0."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status
