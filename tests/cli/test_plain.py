"""What is read without Typer is what Typer reads: the same command, the same value of each parameter, on any line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from baitiao_cli.cli import request
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.invocation import Invocation
from baitiao_cli.cli.plain import Plain, plainly_read
from baitiao_cli.cli.request import called
from baitiao_cli.cli.typed import command_named, run_by_typer

# What is right somewhere and wrong elsewhere: the readers have to tell.
VALUES = (
    "A1", "a1-0", "A1P1", "A1E2", "D12", "100", "0.01", "-5", "-5%", "1e3", "12", "0", "3,6,12", "万分之五", "0.6%",
    "2026-02-20", "2026-2-30", "zh", "en", "B", "open", "yes", "inst", "month", "bash", "ordinary", "李雷", "ｘ",
    "two words", "", " ", "-", "--", "-o", "-h", "--json", "--note", "=", "a=b", "--=", "-5=x", "@none", "@@Li",
    "+86 138 0000 1234", "QGPK8WA8EP2", "12:00", "2026-02-20 10:00", "e\u0301", "😀", "\u200b", "x" * 300,
)  # fmt: skip


@contextmanager
def environment(**texts: str) -> Iterator[None]:
    with mock.patch.dict("os.environ", texts):
        yield


def read_by_typer(words: list[str]) -> Plain | None:
    """What Typer reads; `None` where it refuses the line, shows help or the version."""
    read: list[Plain] = []

    def note(name: str, invocation: Invocation, values: dict[str, Any]) -> None:
        read.append((name, values))

    with mock.patch.object(request, "run", note), mock.patch("sys.stdout"):
        try:
            run_by_typer(Invocation(tuple(words), "en", False))
        except Exception:
            return None
    return read[0] if read else None


def names_of(command: str) -> list[str]:
    return [name for parameter in command_named(command).params for name in parameter.opts if name[:1] == "-"]


def pieces_of(command: str) -> st.SearchStrategy[list[str]]:
    """An option of the command or of others, a value, a sign of the shell's grammar, or two of them."""
    known = names_of(command)
    value = st.sampled_from(VALUES) | st.text(max_size=6)
    option = st.sampled_from(known) | st.sampled_from(["--help", "-h", "--nothing", "--limit", "-x", "--js"])
    return st.one_of(
        value.map(lambda text: [text]),
        option.map(lambda name: [name]),
        st.tuples(option, value).map(list),
        st.tuples(option, value).map(lambda pair: [f"{pair[0]}={pair[1]}"]),
        st.tuples(option, value).map(lambda pair: [f"{pair[0]}{pair[1]}"]),
    )


# Where a value of each kind is right; options before and behind the arguments.
RIGHT = {
    "DATE": "2026-02-20", "YUAN": "100", "AMOUNT": "0.01", "ACCOUNT": "a1-0", "PLAN": "A1P1", "HOLD": "A1H1",
    "EVENT": "A1E2", "TEXT": "说明", "NAME": "李雷", "ID": "r-1", "PATH": "x.db", "FILE": "x", "zh|en": "zh",
    "TIME|EVENT|NUMBER": "A1E2", "RATE": "0.6%", "DAY": "5", "ACCOUNT|PLAN": "A1", "NUMBER": "12", "REASON": "kept",
}  # fmt: skip


@st.composite
def well_formed(draw: st.DrawFn) -> list[str]:
    """A line that says all that it must and nothing wrong, as far as one value of a kind is as right as another."""
    command = draw(st.sampled_from([name for name in sorted(MODULES) if is_plain(name)]))
    pieces: list[list[str]] = []
    arguments: list[str] = []
    for parameter in command_named(command).params:
        offered = getattr(getattr(parameter.type, "func", None), "offered", ())
        text = offered[0] if offered else RIGHT.get(str(parameter.metavar), "12")
        if parameter.param_type_name == "argument":
            arguments.append(text)
        elif parameter.required or draw(st.booleans()):
            name = draw(st.sampled_from(parameter.opts))
            joined = [f"{name}={text}"] if name[:2] == "--" else [name, text]
            pieces.append([name] if parameter.is_flag else draw(st.sampled_from([[name, text], joined])))
    order = draw(st.permutations(pieces))
    at = draw(st.integers(0, len(order)))
    before, behind = ([word for words in side for word in words] for side in (order[:at], order[at:]))
    return [*command.split(" "), *before, *arguments, *behind]


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    """A line with something put in or left out anywhere, or only pieces behind a command."""
    if draw(st.booleans()):
        command = draw(st.sampled_from(sorted(MODULES)))
        pieces = draw(st.lists(pieces_of(command), max_size=4))
        return [*command.split(" "), *(word for words in pieces for word in words)]
    line = draw(well_formed())
    at = draw(st.integers(0, len(line)))
    length = 2 if " ".join(line[:2]) in MODULES else 1
    put_in = draw(st.just([]) | pieces_of(" ".join(line[:length])))
    return [*line[:at], *put_in, *line[at + draw(st.integers(0, 1)) :]]


def is_plain(command: str) -> bool:
    command_named(command)
    known = called[command]
    return command not in request.arranged and not any(one.is_several for one in (*known.own, *known.shared.values()))


@given(lines())
@example(["repay", "A1", "-5"])
@example(["repay", "A1", "--", "-5"])
@example(["repay", "--note", "--json", "A1", "5"])
@example(["repay", "A1", "5", "--json", "--json"])
@example(["repay", "A1", "5", "--note=", "--on=2026-02-20"])
@example(["show", "A1", "--json=yes"])
@example(["report trial-balance"])
@example(["statement", "A1", "-o=x"])
@example(["open", "--limit", "5", "--name", "@@Li"])
def test_on_any_line_what_is_read_plainly_is_what_typer_reads(words: list[str]):
    plain = plainly_read(words)
    if plain is not None:
        assert plain == read_by_typer(words)


@given(well_formed(), st.booleans())
def test_a_well_formed_line_is_read_plainly_where_its_values_are_right(words: list[str], by_environment: bool):
    with environment(
        BAITIAO_TODAY="2026-02-20" if by_environment else "", BAITIAO_LEDGER="y.db", BAITIAO_OPERATOR="ann"
    ):
        plain, typed = plainly_read(words), read_by_typer(words)
    assert plain == typed  # both refuse a value that is of another kind


def test_nearly_every_command_is_read_plainly():
    assert [name for name in MODULES if not is_plain(name)] == ["what-if", "why", "scenario run"]


@pytest.mark.parametrize("command", MODULES)
def test_typer_is_told_what_is_declared(command: str):
    typed = {parameter.name: parameter for parameter in command_named(command).params}
    for parameter in (*called[command].own, *called[command].shared.values()):
        one = typed[parameter.name]
        assert (one.required, one.default) == (parameter.is_needed, parameter.default)
        assert getattr(one, "is_flag", False) == parameter.is_flag
        assert (one.nargs != 1) == parameter.is_several
        assert (list(parameter.declared.names) or [one.name]) == one.opts
        assert one.envvar == parameter.declared.env
        assert not getattr(one, "multiple", False)


def test_values_in_the_environment_count_but_empty_ones_do_not():
    for text, expected in (("2026-02-20", "2026-02-20"), ("", "None")):
        with environment(BAITIAO_TODAY=text):
            plain, typed = plainly_read(["list"]), read_by_typer(["list"])
        assert plain is not None and plain == typed
        assert str(plain[1]["today"]) == expected
    with environment(BAITIAO_TODAY="yesterday"):
        assert plainly_read(["list"]) is None


def test_a_refused_value_is_told_by_typer_as_it_always_was(run):
    assert plainly_read(["quote", "1e3"]) is None
    assert run("quote", "1e3", "--json").error["code"] == "amount-malformed"


@pytest.mark.parametrize("line", ["products", "quote 1000 --installments=3 --fee 0", "products --json --lang zh"])
def test_such_a_line_is_done_without_typer(line: str):
    code = "import sys; from baitiao_cli.cli.main import main; main(sys.argv[1:]); assert 'typer' not in sys.modules"
    subprocess.run([sys.executable, "-c", code, *line.split()], check=True, stdout=subprocess.DEVNULL)


def test_what_it_answers_is_what_typer_lets_it_answer(run, ledger, monkeypatch):
    told = (
        "show A1",
        "show A9",
        "statement A1 --json",
        "list --csv",
        "repay A1 5 --dry-run",
        "check --against " + "1" * 64,
    )
    answers = [run(*line.split(), "--today", "2026-02-20") for line in told]
    assert {answer.status for answer in answers} == {0, 3, 6}
    monkeypatch.setattr("baitiao_cli.cli.plain.plainly_read", lambda arguments: None)
    assert [run(*line.split(), "--today", "2026-02-20") for line in told] == answers
