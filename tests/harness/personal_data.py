"""The promise on personal data: what was told of a person is in the clear nowhere, whatever was done and failed.

Twenty values that nobody has (names, phones, ID numbers, some given as corrections) go through every command, in every
form of answer, through commands that fail because a value stands in a wrong place, through a bug, a batch and requests.
Then they are looked for in everything that was printed, and in every file: in the clear, and in what is as good.
"""

from __future__ import annotations

import base64
import contextlib
import io
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from hashlib import md5, sha1, sha256
from pathlib import Path
from random import Random
from typing import Any, ClassVar
from urllib.parse import quote

import pytest

from baitiao_cli.calc.identity import check_digit
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.main import main
from baitiao_cli.cli.request import called
from baitiao_cli.ledger import store
from tests.cli import test_forms
from tests.cli.conftest import STORY

from .record import BrokenPromiseError, Record, Size


def card(birth: str) -> str:
    """A number of no region, with the check digit that it must have."""
    first = f"000000{birth}771"
    return first + check_digit(first)


PEOPLE = [  # name, phone, document of A1, A2 ...; "" where the stage has an account of which no number is known
    ("欧阳倩云", "13912340771", card("19810203")),
    ("Wolfeschlegelstein Hubert", "15912340772", "E98765432"),
    ("司马致远", "", ""),
    ("Zbigniew Przybylski", "+86 186-1234-0773", card("19820304")),
    ("爱新觉罗启贤", "", ""),
    ("Siobhan O'Shaughnessy", "13312341234", ""),
    ("尉迟敬之", "17712340774", card("19830405")),
    ("Cholmondeley Featherstone", "", ""),
]
CORRECTIONS = {"--name": "欧阳倩芸芝", "--phone": "19912340776", "--id-number": card("19840506")}
CANARIES = [value for person in PEOPLE for value in person if value] + list(CORRECTIONS.values())
FORMS = ([], ["--json"], ["--csv"], ["--plain"], ["--lang", "zh"])
TODAY = test_forms.TODAY
CLEAR = ("privacy export",)
"""What shows a person in the clear, and is recorded: of these only the files and stderr are looked at."""


def disguises(value: str) -> Iterator[bytes]:
    """A value in the clear, and in every form from which anybody could read it, or try it."""
    for text in dict.fromkeys((value, value.replace(" ", "").replace("-", ""), value.casefold(), value.upper())):
        raw = text.encode()
        yield from (raw, raw[::-1], text[::-1].encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
        yield from (raw.hex().encode(), raw.hex().upper().encode(), quote(text).encode())
        yield json.dumps(text).strip('"').encode()
        if not text.isascii():
            yield text.encode("gb18030")
        for shift in range(3):  # base64 looks different at each of three places; the characters at the ends are shared
            coded = base64.b64encode(b"\0" * shift + raw).rstrip(b"=")
            yield coded[2 * shift : -1] if shift else coded[:-1]
        for digest in (sha256, sha1, md5):
            yield from (digest(raw).digest(), digest(raw).hexdigest().encode())


NEEDLES = {needle: value for value in CANARIES for needle in disguises(value)}


class PersonalData(Record, frozen=True, kw_only=True):
    """What one round looked through."""

    promise: ClassVar[str] = "Personal data"
    tried: ClassVar[str] = "canary values through every command, failure, log, journal, request and export"

    canaries: int
    commands: int
    runs: int
    of_them_refused: int
    files_searched: int
    forms_of_each_value: int
    found: int


class Desk:
    """A ledger with people whose values are canaries, in a folder of its own, and everything that comes out of it."""

    def __init__(self, folder: Path, seed: int, patch: pytest.MonkeyPatch) -> None:
        self.folder, self.seed, self.random, self.patch = folder, seed, Random(seed), patch
        self.path = folder / "ledger.db"
        self.people = iter(PEOPLE)
        self.runs = self.refused = self.files = 0
        self.searched: set[bytes] = set()
        self.last = "init"
        settings = {"HOME": folder, "XDG_STATE_HOME": folder / "state", "BAITIAO_LEDGER": self.path}
        for name, value in settings.items():
            patch.setenv(name, str(value))
        patch.setenv("BAITIAO_OPERATOR", "harness")
        for name in ("BAITIAO_KEY_FILE", "BAITIAO_LANG", "BAITIAO_TODAY"):
            patch.delenv(name, raising=False)
        patch.chdir(folder)
        patch.setattr(store, "commit", self.looking_at_the_journal(store.commit))

    def looking_at_the_journal(self, commit: Callable[..., None]) -> Callable[..., None]:
        """The journal holds the pages as they were, until the commit cuts it."""

        def looking(connection: Any, path: str) -> None:
            self.search(Path(f"{path}-journal").read_bytes(), "the journal before a commit")
            commit(connection, path)

        return looking

    def search(self, content: bytes, where: str) -> None:
        found = next((value for needle, value in NEEDLES.items() if needle in content), None)
        if found is not None:
            raise BrokenPromiseError(f"{found!r} can be read in {where}", self.seed)

    def search_files(self) -> None:
        """Everything in the folder that was not searched as it is now."""
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not path.name.startswith("given"):
                content = path.read_bytes()
                if (digest := sha256(content).digest()) not in self.searched:
                    self.searched.add(digest)
                    self.files += 1
                    self.search(content, f"{path.relative_to(self.folder)} after `{self.last}`")

    def run(self, *arguments: str, is_clear: bool = False) -> Any:
        """Runs a command; what it prints must tell nobody."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            self.last = " ".join(arguments)
            status = main(list(arguments))
        self.runs += 1
        self.refused += bool(status)
        told = err.getvalue() if is_clear else out.getvalue() + err.getvalue()
        self.search(told.encode(), f"what `{' '.join(arguments)}` printed")
        return status, out.getvalue()

    def at(self, today: str, *arguments: str) -> Any:
        """Runs a command of the stage; whoever gets an account is one of the people with canaries."""
        asked = list(arguments)
        if asked[0] == "open" and (person := next(self.people, None)):
            kept = [text for text in asked if text not in ("--name", "--phone", "--id-number")]
            values = {asked[place + 1] for place, text in enumerate(asked) if text not in kept}
            asked = [text for text in kept if text not in values]
            for option, value in zip(("--name", "--phone", "--id-number"), person, strict=True):
                asked += [option, value] if value else []
        status, out = self.run(*asked, "--today", today)
        assert status == 0 or "--json" not in asked, (asked, status)
        return _Told(status, out)


class _Told:
    def __init__(self, status: int, out: str) -> None:
        self.status, self.out = status, out

    @property
    def data(self) -> Any:
        return json.loads(self.out)["data"]


def personal_data_round(size: Size, seed: int) -> PersonalData:
    """Sends the canaries through everything."""
    assert len(set(CANARIES)) == 20
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        desk = Desk(Path(folder), seed, patch)
        for line in STORY.strip().splitlines():
            today, *arguments = line.split()
            desk.at(today, *arguments)
        desk.run(
            "person",
            "A1",
            *(text for pair in CORRECTIONS.items() for text in pair),
            "--reason",
            "corrected",
            "--today",
            "2026-02-03",
        )
        test_forms.set_stage(desk.at, desk.folder, patch)
        test_forms.save_ledger(desk.at)
        desk.search_files()
        _through_every_command(desk, size)
        _in_wrong_places(desk, size)
        _otherwise(desk)
        desk.search_files()
        return PersonalData(
            canaries=len(CANARIES),
            commands=len(MODULES),
            runs=desk.runs,
            of_them_refused=desk.refused,
            files_searched=desk.files,
            forms_of_each_value=len(NEEDLES) // len(CANARIES),
            found=0,
        )


MAKERS = {"init", "backup", "restore", "import"}
"""Commands that make a file, and refuse to make it again; the files stay to be searched."""


def _through_every_command(desk: Desk, size: Size) -> None:
    """Each command as it is used, in forms of answer, with a request id where it takes one."""
    before = desk.path.read_bytes()
    for name, arguments in test_forms.COMMANDS.items():
        forms = FORMS if size == "long" else [[], desk.random.choice(FORMS[1:])]
        for form in [*forms, ["--request-id", f"r {name}"]]:
            desk.path.write_bytes(before)
            status, _ = desk.run(*arguments, "--today", TODAY, *form, is_clear=name in CLEAR)
            if status and form != ["--request-id", f"r {name}"] and not (name in MAKERS and form):
                raise BrokenPromiseError(f"`{' '.join(arguments)}` ended with {status}", desk.seed)
            if desk.path.read_bytes() != before:
                desk.search_files()
    desk.path.write_bytes(before)


def _in_wrong_places(desk: Desk, size: Size) -> None:
    """Numbers where another value belongs: as one more argument, and behind options."""
    numbers = [value for person in PEOPLE for value in person[1:] if value and value.isalnum() and value[-9:].isdigit()]
    before = desk.path.read_bytes()
    for name, arguments in test_forms.COMMANDS.items():
        options = sorted(_options(name) - {"--name", "--phone", "--id-number", "--order", "--merchant", "--ledger"})
        options = options if size == "long" else desk.random.sample(options, min(3, len(options)))
        for wrong in [*([] if name in MAKERS else [[]]), *([option] for option in options)]:
            desk.run(*arguments, *wrong, desk.random.choice(numbers), "--today", TODAY, is_clear=name in CLEAR)
            if desk.path.read_bytes() != before:
                desk.search_files()
                desk.path.write_bytes(before)


def _options(name: str) -> Iterable[str]:
    """The options of a command that take a value. A file that is named is told, and amounts are digits, too."""
    from baitiao_cli.cli.typed import LazyGroup

    command = LazyGroup(name="baitiao").get_command(None, name)
    assert command is not None and name in called
    return {
        parameter.opts[0]
        for parameter in command.params
        if parameter.param_type_name == "option"
        and not parameter.is_flag
        and parameter.nargs == 1
        and not {"FILE", "PATH", "FOLDER", "YUAN", "AMOUNT"} & set((parameter.metavar or "").split("|"))
    }


def _otherwise(desk: Desk) -> None:
    """A batch, looks in the clear that are recorded, refusals of people, and a bug in the midst of a verb."""
    name, phone, number = PEOPLE[0]
    lines = [
        {
            "verb": "open",
            "name": name,
            "limit": "100",
            "phone": phone,
            "id-number": card("19850607"),
            "request-id": "b1",
        },
        {"verb": "person", "account": "A2", "phone": phone, "reason": "new", "request-id": "b2"},
    ]
    given = desk.folder / "given.jsonl"
    given.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    for again in ("b", "b", "other"):
        desk.run("batch", str(given), "--today", TODAY, "--request-id", again)
    for command in (["show", "A1"], ["statement", "A1", "--html"], ["find", "超市"], ["person", "A1"]):
        desk.run(*command, "--today", TODAY, "--unmask", "--reason", "asked", is_clear=True)
    for paper in ("html", "csv"):
        desk.run("statement", "A1", f"--{paper}", "-o", str(desk.folder / f"bill.{paper}"), "--today", TODAY)
    for query in CANARIES:
        desk.run("find", query, "--today", TODAY)
    for command in (
        ["open", "--name", name, "--limit", "100", "--id-number", CORRECTIONS["--id-number"]],
        ["open", "--name", name, "--limit", "x", "--phone", phone],
        ["person", "A2", "--id-number", CORRECTIONS["--id-number"], "--reason", "x"],
        ["person", "A9", "--name", name, "--phone", f"{phone}x", "--reason", "x"],
        ["open", "--name", name, "--limit", "100", "--id-number", f"{number[:-1]}{'1' if number[-1] == '0' else '0'}"],
        ["repay", "A1", "10", "--note", f"asked by {number}"],
    ):
        desk.run(*command, "--today", TODAY)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("baitiao_cli.actions.open.decide_opening", lambda *asked: failing_with(asked))
        patch.setattr(store.WriteTransaction, "correct_person", lambda self, person, values: failing_with((person,)))
        desk.run("open", "--name", name, "--limit", "100", "--phone", phone, "--today", TODAY)
        desk.run("person", "A2", "--name", name, "--reason", "x", "--today", TODAY)
    assert len(list((desk.folder / "state").rglob("*.log"))) == 2


def failing_with(met: object) -> None:
    """A bug whose words tell what it met."""
    raise RuntimeError(f"a bug met {met}")
