"""The options of every command, and what a command is told through them."""

from __future__ import annotations

import io
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.cli import group, request
from baitiao_cli.messages import Text, commands
from baitiao_cli.show.document import Document


@pytest.fixture
def asked(run, monkeypatch):
    """Runs a command `probe` with the options of views and of writes, and gives the request that it got."""
    seen: list[request.Request] = []

    @request.command("probe", view=True, write=True)
    def probe(request: request.Request) -> Document:
        seen.append(request)
        if "delete" in (request.request_id or ""):
            request.confirm(Text("Sure?", "确定?"))
        return Document(data={}, as_of=request.as_of, status=6 if request.dry_run else 0)

    monkeypatch.setitem(group.MODULES, "probe", "request")
    monkeypatch.setitem(commands.COMMANDS, "probe", commands.CommandText("start", Text("Probe.", "探测。")))

    def ask(*arguments: str) -> Any:
        result = run("probe", *arguments)
        return result, seen[-1] if seen else None

    return ask


def test_what_is_not_given_is_today_in_the_default_ledger(asked):
    _, got = asked()
    assert got.on == got.as_of == got.today
    assert abs((got.today - got.now_at.date()).days) <= 1
    assert got.ledger_path.name == "ledger.db"
    assert (got.form, got.dry_run, got.yes, got.request_id) == ("auto", False, False, None)
    assert got.operator


def test_what_is_given_arrives(asked):
    _, got = asked(
        *["--today", "2026-03-05", "--on", "2026-03-01", "--as-of", "2026-03-02", "--ledger", "shop.db"],
        *["--request-id", "r1", "--yes", "--operator", "小王", "--lang", "zh", "--json"],
    )
    assert (got.today, got.on, got.as_of) == (date(2026, 3, 5), date(2026, 3, 1), date(2026, 3, 2))
    assert (got.ledger_path, got.request_id, got.operator) == (Path("shop.db"), "r1", "小王")
    assert (got.language, got.form, got.yes) == ("zh", "json", True)


def test_the_environment_stands_in_for_options(asked, monkeypatch):
    for name, value in {"LEDGER": "a.db", "TODAY": "2026-01-02", "OPERATOR": "desk"}.items():
        monkeypatch.setenv(f"BAITIAO_{name}", value)
    monkeypatch.setenv("BAITIAO_YES", "1")
    _, got = asked()
    assert (got.ledger_path, got.today, got.operator) == (Path("a.db"), date(2026, 1, 2), "desk")
    assert not got.yes


def test_a_name_of_control_characters_from_the_environment_is_refused(asked, monkeypatch):
    monkeypatch.setenv("BAITIAO_OPERATOR", "a\x1bb")
    result, _ = asked()
    assert result.status == 2
    assert "text-unprintable" in result.err


def test_the_status_of_an_answer_is_the_exit_status(asked):
    result, _ = asked("--dry-run", "--json")
    assert result.status == 6
    assert result.data == {}


def test_nothing_is_asked_without_a_terminal(asked):
    result, _ = asked("--request-id", "delete")
    assert result.status == 2
    assert "--yes" in result.err
    result, _ = asked("--request-id", "delete", "--yes")
    assert result.status == 0


def test_a_command_may_have_two_words(run, monkeypatch):
    @request.command("report probe")
    def report_probe(request: request.Request) -> Document:
        return Document(data={"is": "here"}, as_of=request.today)

    monkeypatch.setitem(group.MODULES, "report probe", "request")
    assert run("report", "probe", "--json").data == {"is": "here"}
    assert "report probe" in run("report").err


@pytest.mark.parametrize(("reply", "status"), [("y\n", 0), ("n\n", 7), ("", 7)])
def test_a_question_goes_to_stderr(asked, monkeypatch, reply, status):
    terminal = io.StringIO(reply)
    terminal.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", terminal)
    result, _ = asked("--request-id", "delete", "--json", "--lang", "zh")
    assert result.status == status
    assert "确定?" in result.err
    assert "确定?" not in result.out
