"""Help: complete in both languages, in step with the commands, and quick because it imports none of them."""

from __future__ import annotations

import shlex
import subprocess
import sys

import pytest
import typer

from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.typed import app
from baitiao_cli.messages.commands import COMMANDS, SECTIONS
from baitiao_cli.messages.parameters import PARAMETERS

NAMES = list(COMMANDS)


def test_the_table_of_modules_and_the_catalogue_of_help_name_the_same_commands():
    assert set(MODULES) == set(COMMANDS)
    assert {command.section for command in COMMANDS.values()} == set(SECTIONS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_main_page_names_every_command_with_its_help(run, language):
    page = " ".join(run("--help", "--lang", language).out.split())
    for name, command in COMMANDS.items():
        assert f" {name} " in page
        assert command.help.in_language(language).replace(" ", "")[:20] in page.replace(" ", "")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_command_explains_every_parameter(run, name, language):
    page = run(*name.split(), "-h", "--lang", language).out
    command = typer.main.get_command(app).get_command(None, name)
    for parameter in command.params:
        shown = parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar
        text = PARAMETERS.get(f"{name} {shown}", PARAMETERS.get(shown))
        assert text is not None, shown
        assert f"  {shown}" in page
        assert text.in_language(language).replace(" ", "")[:10] in "".join(page.split())
    headings = {"en": ("Usage:", "Options", "Examples:"), "zh": ("用法:", "选项", "示例:")}[language]
    assert all(heading in page for heading in headings)
    if language == "zh":
        assert not any(word in page for word in ("Usage", "Options", "Commands", "required", "default"))


@pytest.mark.parametrize("text", [text for name in NAMES for text in COMMANDS[name].examples])
def test_examples_that_need_no_ledger_run(run, text):
    words = shlex.split(text)
    if words[0] in ("quote", "products", "product"):
        assert run(*words).status == 0


@pytest.mark.parametrize("columns", ["40", "80", "200"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_help_fits_the_terminal(run, monkeypatch, columns, language):
    from baitiao_cli.show.text import width

    monkeypatch.setenv("COLUMNS", columns)
    for name in NAMES:
        prose = run(*name.split(), "--help", "--lang", language).out.partition("baitiao " + name)[2].splitlines()
        too_wide = [line for line in prose if width(line) > int(columns) and not line.startswith("  baitiao")]
        assert too_wide == []


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_and_version_import_no_command_and_nothing_heavy(arguments):
    script = (
        "import sys; from baitiao_cli.cli.main import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr, sep='\\n')"
    )
    run = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, text=True, check=True)
    imported = set(run.stderr.split())
    heavy = {"rich", "sqlite_utils", "dateutil", "pydantic", "tomllib", "msgspec", "sqlite3"}
    assert not imported & {f"baitiao_cli.cli.{module}" for module in MODULES.values()}
    assert not imported & heavy


def test_a_command_in_a_pipe_does_without_rich_and_pydantic():
    script = (
        "import sys; from baitiao_cli.cli.main import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr, sep='\\n')"
    )
    run = subprocess.run([sys.executable, "-c", script, "quote", "100"], capture_output=True, text=True, check=True)
    assert not set(run.stderr.split()) & {"rich", "sqlite_utils", "dateutil", "pydantic"}
