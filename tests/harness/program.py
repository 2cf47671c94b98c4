"""The program run in this process, apart from the user's settings and folders, and a ledger with all kinds of rows."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from baitiao_cli.cli.main import main
from baitiao_cli.desk.facts import ConsentStated, IncomeDeclared
from baitiao_cli.errors import CHECK_FAILED
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.messages.errors import ERRORS
from baitiao_cli.show.text import is_printable

TODAY = "2026-05-20"

# What a small shop did: every table gets rows, and most kinds of events.
STORY = """
2026-01-05 init
2026-01-05 register 手机店 --discount 0.6%
2026-01-05 register 超市
2026-01-05 open --name 李雷 --limit 20000 --phone 13800001234 --id-number 110101199001011237 --request-id o1
2026-01-05 open --name 韩梅梅 --limit 9000 --bill-day 12
2026-01-08 charge A1 5999 --installments 12 --merchant 手机店 --order T-1001 --scene shopping --category phones
2026-01-09 charge A2 3000 --product epi --installments 6 --request-id c1
2026-01-21 charge A1 400 --merchant 超市 --note 年货
2026-01-22 hold A1 300 --merchant 旅馆 --order H-1
2026-01-23 capture A1H1 260
2026-01-24 hold A1 50
2026-01-25 release A1H2
2026-02-03 accrue
2026-02-05 repay A1 500 --means 银行卡 --request-id r1
2026-02-06 means A2 card --funds 600 --last-digits 6222
2026-02-06 auto-repay A2 --means card
2026-02-10 refund A1P2 100
2026-02-11 repay A1 33.33 --on 2026-02-09
2026-02-12 charge A1 7 --merchant 误记
2026-02-12 reverse A1E12 --reason 误记
2026-03-10 repay A1 1500 --request-id r2
2026-03-14 waive A2 0.3 --reason 客诉
2026-03-20 accrue
2026-03-22 credit A1 8.8 --reason 补偿
2026-03-23 limit A1 30000
2026-03-24 dispute A2P1 100 --cause other
2026-03-25 quote 600 --account A1 --installments 3
2026-04-02 lock A2
2026-04-03 unlock A2
2026-04-04 verify A1 --phone-digits 9999 --id-digits 1237
2026-04-05 person A1 --phone 13900005678 --reason 换号
2026-05-19 accrue
"""
MAY_BE_REFUSED = ("verify",)
BUGS = ("bug", "bug-unlogged")
LONGEST_ERROR = 6_000
_CODE = re.compile(r'(?:Error|错误) ([a-z0-9-]+):|\{"schema": ?"baitiao/v1", ?"error": ?\{"code": ?"([a-z0-9-]+)"')


class Answer(NamedTuple):
    """What a command line left."""

    status: int
    out: str
    err: str


def run(*arguments: str, stdin: bytes = b"") -> Answer:
    """Runs a command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    entered = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", entered):
        status = main(list(arguments))
    return Answer(status, out.getvalue(), err.getvalue())


def code_of(answer: Answer) -> str:
    """The code of the error that an answer tells, in either language or as JSON; "" when it tells none."""
    told = _CODE.match(answer.err)
    return (told[1] or told[2]) if told else ""


def what_is_wrong(answer: Answer) -> str:
    """What in an answer is not as the contract has it; "" when all is.

    Done, or findings of a check; else one error of the catalogue, with its status, which is no bug, told in what a
    terminal shows and does not obey.
    """
    code = code_of(answer)
    if "Traceback" in answer.err or code in BUGS or answer.status == 1:
        return f"a bug: {code} {_log()}"
    if answer.status in (0, CHECK_FAILED) and not code:
        return ""
    if code not in ERRORS or ERRORS[code].status != answer.status:
        return f"status {answer.status} with {code or answer.err[:80]!r}"
    if answer.out and not answer.out.startswith("<?xml"):  # JUnit tells a file that cannot be played among the others
        return "an answer beside an error"
    is_for_programs = answer.err.startswith("{")  # JSON has texts as they are
    is_safe = is_for_programs or all(is_printable(line) for line in answer.err.split("\n"))
    if len(answer.err) > LONGEST_ERROR or not is_safe:
        return f"an error that is too long, or not for terminals: {answer.err[:200]!r}"
    return ""


def _log() -> str:
    """The last line of the newest log of a bug: what a developer needs beside the seed."""
    logs = sorted(Path(os.environ["XDG_STATE_HOME"]).rglob("bug-*.log"))
    return logs[-1].read_text("utf-8").strip().splitlines()[-1][:300] if logs else "without a log"


@contextmanager
def apart(where: Path | None = None) -> Iterator[Path]:
    """A folder to work in, gone afterwards, and none of the user's own settings and folders for so long."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(prefix="baitiao-", dir=where or (memory if memory.is_dir() else None))).resolve()
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("BAITIAO_", "XDG_", "LC_", "LANG"))}
    own = {"HOME": folder / "home", "XDG_DATA_HOME": folder / "data", "XDG_STATE_HOME": folder / "state"}
    settings = kept | {name: str(path) for name, path in own.items()} | {"NO_COLOR": "1"}
    before = Path.cwd()
    (folder / "work").mkdir()
    os.chdir(folder / "work")
    try:
        with patch.dict(os.environ, settings, clear=True):
            yield folder / "work"
    finally:
        os.chdir(before)
        shutil.rmtree(folder, ignore_errors=True)


def make_ledger(path: Path) -> None:
    """Makes the ledger of the story at `path`; every kind of table has rows in it."""
    for line in STORY.strip().splitlines():
        today, *arguments = shlex.split(line)
        answer = run(*arguments, "--today", today, "--ledger", str(path))
        assert answer.status == 0 or arguments[0] in MAY_BE_REFUSED, (line, answer, _log())
    ledger, day = Ledger(path), date.fromisoformat(TODAY)
    with ledger.write(today=day, now=f"{TODAY}T08:00:00Z", operator="tester") as tx:
        tx.record_at_desk("P1", ConsentStated(purpose="offers", is_given=True, how="letter 1"), tx.today)
        tx.record_at_desk("P1", IncomeDeclared(monthly_income_fen=800_000), tx.today)
        tx.record_at_desk("P2", ConsentStated(purpose="offers", is_given=False), tx.today)
    with ledger.write(today=day, now=f"{TODAY}T08:00:00Z", operator="tester") as tx:
        tx.note("looked", "P1", field="phone")
        tx.note("looked", "P2", field="name")


def copy_of(ledger: Path, copy: Path) -> Path:
    """A copy of a ledger that nobody uses."""
    shutil.copyfile(ledger, copy)
    return copy
