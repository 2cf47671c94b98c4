"""Values that no command line should show, since others can see it: from a prompt, a line of standard input, a file."""

from __future__ import annotations

import sys
from collections.abc import Callable

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.labels import SECRETS


class Secret:
    """A reader of a value that may be given as `-` or `@FILE`; `plain` reads the value itself, as it stands in a batch.

    `-` is asked for on a terminal, without echo, and elsewhere the next line of standard input: several of them take
    its lines in the order in which they stand on the command line. `@FILE` is the first line of a file; a value that
    begins with @ itself is given with two.
    """

    def __init__(self, name: str, plain: Callable[[str], str]) -> None:
        self.__name__ = self.name = name
        self.plain = plain

    def __call__(self, text: str) -> str:
        """The value that was given, or that the text stands for."""
        if text == "-":
            return self.plain(self._asked() if sys.stdin and sys.stdin.isatty() else self._line())
        if text.startswith("@") and not text.startswith("@@"):
            from baitiao_cli.cli.files import text_of

            return self.plain(self._first(text_of(text[1:])))
        return self.plain(text[1:] if text.startswith("@@") else text)

    def _asked(self) -> str:
        from typer import prompt

        from baitiao_cli.cli.language import language_of

        return str(prompt(SECRETS[self.name].in_language(language_of(sys.argv[1:])), hide_input=True, err=True))

    def _line(self) -> str:
        return self._first(sys.stdin.readline() if sys.stdin else "")

    def _first(self, text: str) -> str:
        first = text.split("\n", 1)[0].removesuffix("\r")
        if not first:
            raise BaitiaoError("secret-missing", name=self.name)
        return first
