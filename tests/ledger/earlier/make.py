"""Ledgers as earlier versions of the program left them, with the figures that they showed: made by those programs.

    python -m tests.ledger.earlier.make [VERSION...]

Without a version, those that are missing are made. For each version of the tables, the last commit that wrote it is
unpacked into a folder of its own, and its command line plays the story below, as far as it knew the verbs.
`version_N.db.xz` is the file it left, `version_N.json` what it said of each account on `FIGURES_ON`, `empty_N.db.xz` a
ledger that it had only made, `document_N.json.xz` what it exported, if it could. They are kept in the repository, for a
commit may be hard to come by one day; making them again gives the same figures (the hashes are of another hour).
"""

from __future__ import annotations

import json
import lzma
import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from baitiao_cli.ledger.copies.document import FIRST_EXPORTED

FOLDER = Path(__file__).parent
COMMITS = {
    1: "6c99436",
    2: "1ad6c3b",
    3: "a2acab9",
    4: "26e9e17",
    5: "3724877",
    6: "ef312db",
    7: "26d9496",
    8: "c42bd11",
}
"""The last commit of each version of the tables."""

KEY = FOLDER / "people.key"
"""The key of the people in those ledgers that have one; it protects nobody, for they are made up."""

FIGURES_ON = "2026-06-15"
VIEWS = ("show", "statement")

# By version: the day and the command; {event_id}, {hold_id}, {quote_id}: what the command before it answered with.
STORY = {
    1: """
2026-01-05 init
2026-01-05 open --name 李雷 --limit 20000 --phone 13800001234 --id-number 11010119900801123X
2026-01-05 open --name 韩梅梅 --limit 5000 --bill-day 10
2026-01-08 charge A1 5999 --installments 12 --merchant 手机店 --order T-1001 --request-id r-1
2026-01-21 charge A1 400 --merchant 超市 --note 年货
2026-01-22 charge A2 800 --installments 3
2026-02-03 accrue
2026-02-10 repay A1 500 --request-id r-2
2026-03-03 accrue
2026-03-20 repay A1 600 --on 2026-03-11
2026-03-21 charge A1 100
2026-03-21 reverse {event_id} --reason twice
2026-03-25 repay A2 1500
2026-03-26 payout A2
2026-04-03 accrue
2026-04-05 payoff A1 --plan A1P1 --pay
""",
    2: """
2026-04-06 hold A1 300 --merchant 酒店
2026-04-08 capture {hold_id}
2026-04-08 hold A1 100
2026-04-09 limit A1 25000
2026-04-10 charge A1 2400 --installments 6 --order T-1002 --merchant 手机店
2026-04-12 refund A1P5 300
2026-04-20 prepay A1P5 500 --by lower-payment
2026-04-21 lock A2
2026-04-22 auto-repay A1 --means card
2026-05-03 accrue
2026-05-21 credit A1 5 --reason sorry
""",
    3: """
2026-05-22 register 超市 --discount 0.5%
2026-05-22 charge A1 120 --merchant 超市 --scene dining
2026-05-23 quote 600 --account A1 --installments 6
2026-05-23 charge A1 600 --quote {quote_id}
2026-05-24 person A1 --phone 13900005678 --reason asked
2026-05-25 open --name 王芳 --limit 3000 --on 2025-06-01
2026-05-25 charge A3 700 --on 2025-06-02
2026-05-25 charge-off A3 --reason "loss committee 12"
2026-05-26 recover A3 20
2026-05-27 dispute A1P6 60 --cause not-received
2026-05-28 reprice A1P5 0.5%
2026-05-29 pause A1P5 --until 2026-06-20
2026-06-03 accrue
""",
    4: """
2026-06-04 request-limit A1 28000 --reason wedding
2026-06-05 charge A1 888 --merchant 超市 --installments 3 --category food --brand 自有
2026-06-08 suspend A2 --cause risk
2026-06-09 verify A1 --phone-digits 5678 --id-digits 123X
2026-06-10 means A1 card --funds 100 --last-digits 6222
2026-06-11 person A1 --phone 13900001111 --reason asked
""",
    5: """
2026-06-12 consent P1 offers given --how letter
2026-06-12 income P1 9000 --payments 800
2026-06-13 charge A1 60 --merchant 超市
""",
    6: """
2026-06-14 tier A1 A
2026-06-14 charge A1 90 --installments 3 --merchant 饭馆 --order TX-1003
""",
    7: """
2026-06-15 repay A1 300 --on 2026-05-20
""",
    8: """
2026-06-15 repay A1 20
""",
}


def made(version: int, program: Path, ledger: Path) -> None:
    """Plays the story, as far as that version knew it, with the program in a folder."""
    answers: dict[str, str] = {}
    lines = [line for number in range(1, version + 1) for line in STORY[number].strip().splitlines()]
    for line in lines:
        today, *words = shlex.split(line.format_map(answers))
        data = run(program, ledger, today, *words)
        answers |= {name: value for name, value in data.items() if isinstance(value, str)}


def figures(program: Path, ledger: Path) -> dict[str, dict[str, Any]]:
    """What the program says of each account."""
    accounts = [row["account_id"] for row in run(program, ledger, FIGURES_ON, "list")["accounts"]]
    told = {"head": run(program, ledger, FIGURES_ON, "check", "--full")["head"]}
    return told | {name: {view: run(program, ledger, FIGURES_ON, view, name) for view in VIEWS} for name in accounts}


def run(program: Path, ledger: Path, today: str, *words: str) -> dict[str, Any]:
    """The data that a command answers with."""
    command = [sys.executable, "-m", "baitiao_cli", *words, "--json", "--today", today, "--ledger", str(ledger)]
    own = {"PYTHONPATH": str(program), "BAITIAO_OPERATOR": "earlier", "BAITIAO_KEY_FILE": str(KEY)}
    settings = {**os.environ, **own, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=settings, cwd=program, check=False)
    if done.returncode:
        raise SystemExit(f"{today} {words}: {done.stderr}")
    return dict(json.loads(done.stdout)["data"])


def kept(name: str, file: Path) -> None:
    """Keeps a file, compressed."""
    (FOLDER / f"{name}.xz").write_bytes(lzma.compress(file.read_bytes(), preset=9))


def wanted(asked: list[str]) -> list[int]:
    """The versions that were asked for, or those of which a file is missing."""
    names = {version: f"version_{version}.json" for version in COMMITS}
    return [int(version) for version in asked] or [
        version for version, name in names.items() if not (FOLDER / name).exists()
    ]


def main() -> None:
    """Makes the files of earlier versions."""
    for version in wanted(sys.argv[1:]):
        commit = COMMITS[version]
        with TemporaryDirectory() as folder:
            program, ledger = Path(folder), Path(folder) / "ledger.db"
            archive = ["git", "archive", commit, "baitiao_cli"]
            packed = subprocess.run(archive, capture_output=True, check=True, cwd=FOLDER.parents[2])
            subprocess.run(["tar", "-x", "-C", folder], input=packed.stdout, check=True)
            run(program, Path(folder) / "empty.db", "2026-01-05", "init")
            kept(f"empty_{version}.db", Path(folder) / "empty.db")
            made(version, program, ledger)
            told = figures(program, ledger)
            kept(f"version_{version}.db", ledger)
            if version >= FIRST_EXPORTED:
                document = Path(folder) / "ledger.json"
                run(program, ledger, FIGURES_ON, "export", "--format", "json", "-o", str(document))
                kept(f"document_{version}.json", document)
            text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True)
            (FOLDER / f"version_{version}.json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
