"""A ledger as Python code works with it: every command is a method of it, with the same words and the same rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import get_ident
from types import TracebackType
from typing import Any

import msgspec

from baitiao_cli.actions.init import init
from baitiao_cli.actions.what_if import Difference, difference
from baitiao_cli.api.answer import Answer
from baitiao_cli.api.calling import OFFERED, Method, method_of
from baitiao_cli.api.commands import Commands
from baitiao_cli.api.telling import day_or_none, instant, language, operator_or_none, telling, unfit
from baitiao_cli.calc.dates import SHANGHAI
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.refusals import unknown_command
from baitiao_cli.cli.request import Request, make_request, performed, placed_on
from baitiao_cli.cli.values import identifier
from baitiao_cli.cli.what_if import told_step
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import store
from baitiao_cli.messages import filled, python
from baitiao_cli.show.document import Document
from baitiao_cli.show.what_if import what_if_document

NOT_CALLED = ("what-if",)
"""Commands that are something else here: what would be is told by a branch."""

TOLD_AS_DATA = ("learn", "completion", "scenario record", "scenario schema")
"""Commands that write to the terminal what they have an answer for if JSON is asked for."""

WRITES_A_FILE = {"learn": "as_html", "export": "form"}
"""Commands that write to the terminal when this is given and no file is named."""

ONLY_WRITES = {"scenario run": "as_junit"}
"""Commands that write to the terminal whenever this is given."""

ON_BRANCH = tuple(name for name in OFFERED.values() if name != "check")
Clock = Callable[[], datetime]


def _clock() -> datetime:
    return datetime.now(UTC)


class Ledger(Commands):
    """A ledger file, with the day, the operator and the language of what is done through it.

    Every command that works on accounts is a method: its arguments in their order, its options by their names. `today`
    may be set at any time; `None` is the day in Shanghai. Nothing is ever asked on a terminal. Each call is a
    transaction of its own: an object can be kept, and may be used by several threads one after the other. `clock` gives
    an instant that names its zone.

    Errors: `BaitiaoError`; of `Ledger(path)` those of a file that is no ledger or is missing.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        today: date | str | None = None,
        operator: str | None = None,
        lang: str = "en",
        clock: Clock = _clock,
    ) -> None:
        self.path, self.clock = Path(path), clock
        self._folder: TemporaryDirectory[str] | None = None
        with telling(lang):
            self.lang = lang
            self.today = today
            self.operator = operator
            self._open()

    @property
    def today(self) -> date | None:
        """The day of what is done, which may be set as text; `None` is the day in Shanghai.

        Errors: `date-malformed`, `value-unfit`.
        """
        return self._day

    @today.setter
    def today(self, day: date | str | None) -> None:
        with telling(self.lang):
            self._day = day_or_none("today", day)

    @property
    def lang(self) -> str:
        """The language of answers and errors, `en` or `zh`."""
        return self._lang

    @lang.setter
    def lang(self, lang: str) -> None:
        with telling(lang):
            self._lang = language(lang)

    @property
    def operator(self) -> str | None:
        """Who does it; `None` is the login name. Errors: `text-unprintable`, `text-personal`, `value-unfit`."""
        return self._operator

    @operator.setter
    def operator(self, name: str | None) -> None:
        with telling(self.lang):
            self._operator = operator_or_none(name)

    def _open(self) -> None:
        store.Ledger.open(self.path)

    @classmethod
    def create(cls, path: str | Path, **settings: Any) -> Ledger:
        """Makes a ledger and opens it, with the settings of `Ledger(path)`; `ledger-exists` when something is there."""
        clock: Clock = settings.get("clock", _clock)
        with telling(settings.get("lang", "en")):
            language(settings.get("lang", "en"))  # nothing is made for settings that cannot be
            day_or_none("today", settings.get("today"))
            operator_or_none(settings.get("operator"))
            init(Path(path), f"{instant(clock()):%Y-%m-%dT%H:%M:%S.%fZ}")
        return cls(path, **settings)

    @classmethod
    def throw_away(cls, **settings: Any) -> Ledger:
        """A new ledger in a folder of its own, which is gone when the `with` block or the program ends."""
        folder = TemporaryDirectory(prefix="baitiao-")
        made = cls.create(Path(folder.name) / "ledger.db", **settings)
        made._folder = folder
        return made

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._folder is not None:
            self._folder.cleanup()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r}, today={str(self._today())!r})"

    def run(self, command: str, *given: Any, **named: Any) -> Answer[Any]:
        """Runs a command by its name, such as `"report purchases"`, with the values that it takes.

        Any command but `what-if`, which is a branch here; what would only write to the terminal is `not-for-python`.
        """
        with telling(self.lang):
            if not isinstance(command, str):
                raise unfit("command", "str", command)
            method = method_of(self._callable(command))
            values = method.read(*given, **named)
            _refuse_printing(method, values)
            document = self._done(method, self._request(method, values), values)
        return Answer(document, self.lang)

    def _callable(self, command: str) -> str:
        """The command, if Python can call it; `command-unknown`, `not-for-python`."""
        if command in NOT_CALLED:
            raise BaitiaoError("not-for-python", command=command, reason=python.IS_A_BRANCH, how=python.USE_A_BRANCH)
        if command not in MODULES:
            raise unknown_command(command, [name for name in MODULES if name not in NOT_CALLED])
        return command

    def _done(self, method: Method, request: Request, values: dict[str, Any]) -> Document:
        document = performed(method.called.function, request, values)
        assert document is not None, method.command
        return document

    @contextmanager
    def branch(self) -> Iterator[Branch]:
        """A branch of the ledger: what is done on it is seen on it, and it is thrown away at the end of the block.

        It meets every refusal that the ledger would meet. A day to come that is given with `on=` has come on it. Others
        who write to the ledger wait until the block ends.
        """
        with telling(self.lang), self._branched() as opened:
            branch = Branch(self, opened)
            try:
                yield branch
            finally:
                branch._is_over = True

    def _branched(self) -> AbstractContextManager[store.Branch]:
        return store.Ledger.open(self.path).branch()

    def _today(self) -> date:
        return self.today or instant(self.clock()).astimezone(SHANGHAI).date()

    def _request(self, method: Method, values: dict[str, Any]) -> Request:
        """The circumstances of a call; the values that are shared with other commands are taken out."""
        shared = {name: values.pop(name) for name in method.called.shared if name in values}
        as_data = method.command in TOLD_AS_DATA and WRITES_A_FILE.get(method.command) not in values
        forms = dict.fromkeys(("as_csv", "as_plain"), False) | {"as_json": as_data}
        if self.operator and any(parameter.name == "operator" for parameter in method.called.own):
            values.setdefault("operator", self.operator)
        asked = {"ledger": self.path, "today": self._today(), "operator": self.operator, **forms, **shared}
        request = make_request(method.command, self.lang, asked)
        return msgspec.structs.replace(request, now_at=instant(self.clock()), yes=True, may_ask=False)


def _refuse_printing(method: Method, values: dict[str, Any]) -> None:
    """Refuses a call that would write to the terminal, before it is done."""
    command = method.command
    if values.get(ONLY_WRITES.get(command, "")):
        how = filled(python.LEAVE_OUT, option=ONLY_WRITES[command].removeprefix("as_"))
    elif values.get(WRITES_A_FILE.get(command, "")) and "output" not in values:
        how = python.NAME_A_FILE
    else:
        return
    raise BaitiaoError("not-for-python", command=command, reason=python.IS_PRINTED, how=how)


class Branch(Ledger):
    """A branch of a ledger, as `Ledger.branch` gives it; `today` goes on with the days that are named on it.

    It belongs to the thread in which it was made (`branch-elsewhere`).
    """

    def __init__(self, ledger: Ledger, opened: store.Branch) -> None:
        self._still_open, self._is_over = opened, False
        self._thread = get_ident()
        self._steps: list[dict[str, Any]] = []
        super().__init__(
            ledger.path, today=ledger._today(), operator=ledger.operator, lang=ledger.lang, clock=ledger.clock
        )

    def _open(self) -> None:
        """Nothing is to be opened: the branch is."""

    @property
    def _opened(self) -> store.Branch:
        """The branch of the ledger; `branch-over` after its block, `branch-elsewhere` in another thread."""
        if get_ident() != self._thread:
            raise BaitiaoError("branch-elsewhere")
        if self._is_over:
            raise BaitiaoError("branch-over")
        return self._still_open

    def difference(self, account: str, *, as_of: date | str | None = None) -> Answer[Difference]:
        """What was made of an account since the branch left the ledger, on the day that it has come to, or another."""
        with telling(self.lang):
            on = day_or_none("as_of", as_of)
            found = difference(self._opened, identifier("ACCOUNT")(account), on or self._today())
            return Answer(what_if_document(found, self._steps), self.lang)

    def _branched(self) -> AbstractContextManager[store.Branch]:
        return self._opened.branch()

    def _callable(self, command: str) -> str:
        """The command, if it works on a branch: nothing that reads or makes files of its own does."""
        if command not in ON_BRANCH:
            raise BaitiaoError("what-if-not-a-verb", command=command, offered=", ".join(ON_BRANCH))
        return command

    def _done(self, method: Method, request: Request, values: dict[str, Any]) -> Document:
        document = super()._done(method, request, values)
        if document.is_deed:
            self._steps.append(told_step(len(self._steps) + 1, request, document))
        return document

    def _request(self, method: Method, values: dict[str, Any]) -> Request:
        placed = placed_on(self._opened, super()._request(method, values), self._today())
        self.today = placed.today
        return placed
