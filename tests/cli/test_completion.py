"""`completion`: what each shell offers at TAB, live ids among it; never a name, a message, a lock or a new file."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import typer

from baitiao_cli.cli.completing import FILES, TABLE, complete, read_taken
from baitiao_cli.cli.completion import SCRIPTS
from baitiao_cli.cli.completion_table import table_of_commands
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.typed import app

NOTHING = ""


@pytest.fixture(autouse=True)
def table(monkeypatch):
    monkeypatch.setenv(TABLE, table_of_commands())


@pytest.fixture
def offered(ledger, capsys):
    """What bash is offered for a line up to the cursor."""

    def ask(line: str) -> list[str]:
        assert complete(["bash", line]) == 0
        out, err = capsys.readouterr()
        assert err == NOTHING
        return out.splitlines()

    return ask


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("baitiao sh", ["show"]),
        ("baitiao --lang zh sh", ["show"]),
        ("baitiao privacy ", ["export", "erase"]),
        ("baitiao --ver", ["--version"]),
        ("baitiao nonsense ", []),
        ("baitiao show ", ["A1", "A2"]),
        ("baitiao show a", ["A1", "A2"]),
        ("baitiao show A2", ["A2"]),
        ("baitiao show A3", []),
        ("baitiao schedule A1P", ["A1P1", "A1P2"]),
        ("baitiao capture ", ["A2H1"]),
        ("baitiao release A2h", ["A2H1"]),
        ("baitiao reverse A1E", ["A1E1", "A1E2", "A1E3", "A1E4"]),
        ("baitiao explain A1", ["A1", "A1P1", "A1P2", "A1E1", "A1E2", "A1E3", "A1E4"]),
        ("baitiao restructure A2", ["A2"]),
        ("baitiao repay A1 10 --plan A1P2", ["A1P2"]),
        ("baitiao repay A1 10 --plan=a1p", ["A1P1", "A1P2"]),
        ("baitiao repay A1 --plan A1P1 10 --pl", ["--plain"]),
        ("baitiao repay --on 2026-02-03 ", ["A1", "A2"]),
        ("baitiao repay A1 ", []),
        ("baitiao approve ", ["W1"]),
        ("baitiao charge A1 10 --product e", ["epi", "epp"]),
        ("baitiao charge A1 10 --product ./", [FILES]),
        ("baitiao dispute A1P1 --cause not-", ["not-received", "not-as-described"]),
        ("baitiao resolve A1E2 l", ["lost"]),
        ("baitiao why A1 --between A1E1 A1E2 --js", ["--json"]),
        ("baitiao completion ", ["bash", "zsh", "fish"]),
        ("baitiao show A1 --lang ", ["zh", "en"]),
        ("baitiao batch ", [FILES]),
        ("baitiao export --output ", [FILES]),
        ("baitiao find 李", []),
        ("baitiao merchant ", []),
        ("baitiao show A1 --operator ", []),
        ("baitiao show -- A", ["A1", "A2"]),
        ("baitiao learn m", ["minimum-payment", "monthly-fee"]),
        ("baitiao what-if A", ["A1", "A2"]),
        ("baitiao what-if A1 -- pay", ["payoff", "payout"]),
        ("baitiao what-if A1 -- sho", []),
        ("baitiao what-if A1 -- repay 10 --plan ", ["A1P1", "A1P2"]),
        ("baitiao what-if A1 -- repay A1 10 -- charge 20 --prod", ["--product"]),
        ("baitiao what-if A1 -- dispute ", ["A1P1", "A1P2"]),
        ("baitiao what-if A1 -- nonsense ", []),
    ],
)
def test_what_may_stand_at_the_cursor(at, offered, line, expected):
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "3000")
    at("2026-02-05", "hold", "A2", "100")
    at("2026-02-05", "operator", "anna", "--role", "supervisor,admin", "--operator", "anna")
    at("2026-02-05", "operator", "ben", "--role", "supervisor", "--operator", "anna")
    at("2026-02-05", "approval", "waiver", "--above", "1", "--operator", "anna")
    at("2026-02-05", "credit", "A1", "5", "--reason", "x", "--operator", "anna")
    assert offered(line) == expected


def test_every_command_and_option_is_known():
    group = typer.main.get_command(app)
    _version, *lines = table_of_commands().split("\n")
    known = dict(line.split(":", 1) for line in lines)
    assert list(known) == list(MODULES)
    for name in MODULES:
        taken, parameters = read_taken(known[name]), group.get_command(None, name).params
        options = {text for one in parameters if one.param_type_name == "option" for text in one.opts}
        assert set(taken.options) == options | {"--help"}
        assert len(taken.arguments) == sum(one.param_type_name == "argument" for one in parameters)
        for one in parameters:
            if one.param_type_name == "option":
                assert taken.options[one.opts[0]].values == (0 if one.is_flag else one.nargs)
    assert re.fullmatch(r"[A-Za-z0-9 ,.:=|*/\n_+-]+", table_of_commands())  # nothing that a shell would obey in quotes


def test_what_is_offered_is_taken(at, offered, run):
    """Each account, plan and event that is offered is one that the program knows."""
    for kind, command in (("A", "show"), ("A1P", "schedule")):
        for text in offered(f"baitiao {command} {kind}"):
            assert at("2026-02-05", command, text).status == 0


@pytest.mark.parametrize("table", ["", "0.0.1\nshow:NOTHING"])
def test_a_script_of_another_version_is_not_believed(offered, monkeypatch, table):
    monkeypatch.setenv(TABLE, table)
    assert offered("baitiao show A") == ["A1"]


def test_the_ledger_of_the_line_comes_first(at, offered, ledger, tmp_path, monkeypatch, run):
    other = tmp_path / "a b'#?%&.db"
    assert run("init", "--ledger", str(other)).status == 0
    for name in ("x", "y"):
        run("open", "--name", name, "--limit", "10", "--ledger", str(other))
    quoted = "'" + str(other).replace("'", "'\\''") + "'"
    assert offered(f"baitiao show --ledger {quoted} ") == ["A1", "A2"]
    assert offered(f"baitiao show --ledger={quoted} ") == ["A1", "A2"]
    assert offered("baitiao show ") == ["A1"]
    monkeypatch.setenv("BAITIAO_LEDGER", str(other))
    assert offered("baitiao show ") == ["A1", "A2"]
    assert offered(f"baitiao show --ledger {quoted} --ledger {ledger} ") == ["A1"]
    monkeypatch.setenv("HERE", str(tmp_path))
    assert offered("baitiao show --ledger ~/ledger.db ") == ["A1"]  # the tests' home is that folder
    assert offered("baitiao show --ledger $HERE/ledger.db ") == ["A1"]


def test_without_a_ledger_nothing_is_made(offered, monkeypatch, tmp_path):
    monkeypatch.delenv("BAITIAO_LEDGER")
    before = sorted(tmp_path.rglob("*"))
    for line in ("baitiao show ", "baitiao show --ledger new.db ", "baitiao show --ledger '' "):
        assert offered(line) == []
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_no_ledger_is_met_with_silence(offered, ledger, tmp_path):
    garbled = tmp_path / "garbled.db"
    garbled.write_bytes(ledger.read_bytes()[:5000] + b"\xff" * 3000)
    text, empty, pipe = tmp_path / "text.db", tmp_path / "empty.db", tmp_path / "pipe.db"
    text.write_text("no ledger")
    empty.touch()
    os.mkfifo(pipe)
    for path in (garbled, text, empty, pipe, tmp_path):
        assert offered(f"baitiao show --ledger {path} ") == []
    for line in ("", "baitiao", "'", "baitiao show \\", "baitiao \x00 ", "baitiao show --ledger"):
        offered(line)
    assert complete([]) == 0


def test_no_lock_is_taken_and_none_waited_for(offered, ledger):
    files = sorted(ledger.parent.iterdir())
    with closing(sqlite3.connect(ledger, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        assert offered("baitiao show ") == ["A1"]
        writer.execute("ROLLBACK")
    assert sorted(ledger.parent.iterdir()) == files


def test_nobody_is_told_of(at, ledger, capsys):
    """Neither names nor numbers, amounts or merchants, whatever is asked for, in the shells that show descriptions."""
    for name in MODULES:
        for begun in (["A1"], ["A1P1"], ["A1", "10"], [""], ["--plan"], ["--product"]):
            for current in ("", "A", "-"):
                complete(["zsh", "baitiao", *name.split(), *begun, current])
    out = capsys.readouterr().out
    assert "A1P1\tinst" in out
    known = [*(line.split("\t") for line in out.splitlines())]
    described = {text for text, *more in known if more and text[0] == "A" for text in more}
    assert described <= {"open", "inst", "month", "account-opened", "purchase-made", "bill-issued"}
    for secret in ("李", "1380000", "0000001990", "手机", "超市", "T-1001", "5999", "599900"):
        assert secret not in out


def test_descriptions_are_in_the_readers_language(at, capsys, monkeypatch):
    complete(["fish", "baitiao", "sho"])
    assert capsys.readouterr().out == "show\tShows one account on one screen.\n"
    monkeypatch.setenv("BAITIAO_LANG", "zh")
    complete(["fish", "baitiao", "sho"])
    assert capsys.readouterr().out == "show\t一屏查看一个账户。\n"
    complete(["fish", "baitiao", "repay", "A1", "10", "--pla"])
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == ["--plan", "--plain"]


def test_the_scripts_are_answers_like_others(at):
    for shell in SCRIPTS:
        script = at("2026-02-05", "completion", shell).out
        assert script == at("2026-02-05", "completion", shell, "--json").data["script"]
        assert table_of_commands() in script
        assert "本次会话启用" in at("2026-02-05", "completion", shell, "--lang", "zh").out
    assert at("2026-02-05", "completion", "tcsh", "--json").error["code"] == "choice-unknown"


@pytest.fixture
def shell(ledger, tmp_path):
    """Runs a script in a shell that has the program on its path and the ledger in its environment."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "baitiao"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m baitiao_cli "$@"\n')
    program.chmod(0o755)
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "PYTHONPATH": str(root), "TERM": "xterm"}
    environment.pop(TABLE)

    def run_script(*command: str) -> str:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=120, cwd=tmp_path, check=False
        )
        assert done.stderr == NOTHING
        return done.stdout

    return run_script


BASH = r"""
eval "$(baitiao completion bash)"
offered() {
    COMP_LINE=$1 COMP_POINT=${#1}
    _baitiao baitiao
    printf '%s;' "${COMPREPLY[@]}"
    printf '\n'
}
offered 'baitiao sho'
offered 'baitiao schedule a1p'
offered 'baitiao repay A1 10 --plan=A1P2'
offered 'baitiao show --ledger nowhere.db A'
offered 'baitiao show $(touch made) `touch made` ; A'
complete -p baitiao
"""


@pytest.mark.needs_tool("bash")
def test_bash(shell, tmp_path):
    out = shell("bash", "--norc", "-c", BASH).splitlines()
    assert out[:5] == ["show;", "A1P1;A1P2;", "A1P2;", ";", ";"]
    assert out[5].endswith("-F _baitiao baitiao")
    assert not (tmp_path / "made").exists()


FISH = """
baitiao completion fish | source
complete -C 'baitiao sho'
complete -C 'baitiao schedule a1p'
complete -C 'baitiao repay A1 10 --plan=A1P2'
complete -C 'baitiao show --ledger nowhere.db A'
touch lines.csv
complete -C 'baitiao batch li'
complete -C 'baitiao show --ledger=lin'
"""


@pytest.mark.needs_tool("fish")
def test_fish(shell):
    assert shell("fish", "--no-config", "-c", FISH).splitlines() == [
        "show\tShows one account on one screen.",
        "A1P1\tinst",
        "A1P2\tmonth",
        "--plan=A1P2\tmonth",
        "lines.csv",
        "--ledger=lines.csv",
    ]


# A terminal of zsh's own, on which the line is typed; what it then shows is waited for.
ZSH = r"""
zmodload zsh/zpty
zpty shell zsh -f -i
ask() { zpty -w -n shell "$1"; zpty -r shell out "*$2*"; print -r -- "$2" }
zpty -w shell "stty cols 200; autoload -Uz compinit; compinit -u -D; source <(baitiao completion zsh); print LOAD''ED"
ask '' LOADED
ask $'baitiao sho\t' 'baitiao show'
ask $'\C-ubaitiao schedule a1p\t\t' 'A1P2  month'
ask $'\C-ubaitiao repay A1 10 --plan=A1P2\t' '--plan=A1P2'
touch lines.csv
ask $'\C-ubaitiao show --ledger=lin\t' '--ledger=lines.csv'
zpty -d shell
"""


@pytest.mark.needs_tool("zsh")
def test_zsh(shell):
    assert shell("zsh", "-f", "-c", ZSH).splitlines()[-1] == "--ledger=lines.csv"
