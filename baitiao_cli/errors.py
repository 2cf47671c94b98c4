"""Every error that a user can meet: a stable code, the figures that explain it, and the exit status.

The sentences and hints are in `messages/errors/`, one entry a code.
"""

from __future__ import annotations

DONE = 0
BUG = 1
USAGE = 2
NOT_FOUND = 3
REFUSED = 4
STORAGE = 5
CHECK_FAILED = 6
CANCELLED = 7
NEWER_LEDGER = 8
UNKNOWN_OUTCOME = 9


class BaitiaoError(Exception):
    """An expected failure, named by its `code` in the catalogue; nothing has been written.

    `details` are the figures of the sentence: keys that end in `_fen` are whole fen and are shown as yuan. `line` is
    the line of a batch file that met it, in the `file` where there may be several, `step` the verb of a chain or the
    number of a step in a scenario (5.2);
    `message` and `hint` are filled for Python.

    >>> error = BaitiaoError("account-unknown", account_id="A9")
    >>> error.status, str(error)
    (3, 'account-unknown: account_id=A9')
    """

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details
        self.line: int | None = None
        self.step: int | str | None = None
        self.message = self.hint = ""
        self.file = ""

    @property
    def status(self) -> int:
        """The exit status of the command that met this error."""
        from baitiao_cli.messages.errors import ERRORS  # only who met one needs the texts of all

        return ERRORS[self.code].status

    def __str__(self) -> str:
        if self.message:
            return f"{self.code}: {self.message}"
        shown = " ".join(f"{key}={value}" for key, value in self.details.items())
        return f"{self.code}: {shown}" if shown else self.code
