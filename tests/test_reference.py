"""What is made from the code is what the code makes of it now: the reference, the manual, the glossary."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from baitiao_cli.messages.errors import ERRORS
from docs.generator.pages import PAGES
from docs.generator.program import ROOT
from docs.generator.surroundings import STATUSES, VARIABLES

MANUALS = [name for name in PAGES if name.startswith("docs/man/")]


# Those that need every command to be run stand together, so that it is done once.
OF_DOCUMENTS = [name for name in PAGES if name.endswith(("/json.md", "/schema.json"))]
TOGETHER = [OF_DOCUMENTS, *([name] for name in PAGES if name not in OF_DOCUMENTS)]


@pytest.mark.parametrize("names", TOGETHER, ids=lambda names: names[0])
def test_nothing_is_stale(names):
    for name in names:
        assert (ROOT / name).read_text(encoding="utf-8") == PAGES[name](), f"{name} is stale: make docs"


OF_SCRIPTS = {"BAITIAO_COMPLETION"}
"""What the scripts of `completion` hand to the program; nobody sets it."""


def test_every_variable_of_ours_is_told():
    sources = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "baitiao_cli").rglob("*.py"))
    named = set(re.findall(r"BAITIAO_[A-Z_]*[A-Z]", sources))
    assert named - OF_SCRIPTS == {name for name in VARIABLES if name.startswith("BAITIAO_")}


def test_every_exit_status_is_told():
    assert {0, *(entry.status for entry in ERRORS.values())} <= set(STATUSES)


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
@pytest.mark.parametrize("name", MANUALS)
def test_the_manual_is_set_without_a_warning(name):
    done = subprocess.run(
        ["groff", "-ww", "-man", "-Tutf8", "-k", str(ROOT / name)], capture_output=True, check=True, timeout=60
    )
    assert done.stderr == b""
    assert b"baitiao charge" in done.stdout


def test_the_manuals_are_in_the_wheel():
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert all(
        f'"{name}" = "share/{name.removeprefix("docs/").replace("/baitiao", "/man1/baitiao")}"' in project
        for name in MANUALS
    )
