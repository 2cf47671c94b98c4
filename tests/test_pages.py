"""The pages tell the truth: their output is what the commands print, their lines run, their links lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import typer

from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.typed import app
from tests.page_blocks import README, ROOT, pages, rendered

GROUP = typer.main.get_command(app)
ALL = [page for page in sorted(ROOT.rglob("*.md")) if not {".git", ".venv", "node_modules"} & set(page.parts)]
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_the_output_shown_is_the_output_printed(page, tmp_path):
    assert rendered(page, tmp_path) == page.read_text(encoding="utf-8")


def test_the_python_shown_runs():
    blocks = [
        block
        for page in pages()
        for block in re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    ]
    assert blocks
    for block in blocks:
        exec(block, {})


@pytest.mark.parametrize("page", ALL, ids=name_of)
def test_every_link_leads_somewhere(page):
    for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if not link.startswith(("http://", "https://")):
            path, _, anchor = link.partition("#")
            target = (page.parent / path).resolve() if path else page
            assert target.exists(), link
            assert not anchor or anchor in anchors(target), link


@cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors that readers' programs make of the headings: small letters, no punctuation, dashes for spaces."""
    return frozenset(_anchors(FENCE.sub("", page.read_text(encoding="utf-8"))))


def _anchors(text: str) -> Iterator[str]:
    yield from re.findall(r'<a id="([^"]+)">', text)
    seen: dict[str, int] = {}
    for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE):
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        count = seen[anchor] = seen.get(anchor, -1) + 1
        yield f"{anchor}-{count}" if count else anchor


def test_the_readme_is_read_in_five_minutes():
    """At 200 words a minute, what a terminal shows is looked over and not read."""
    assert len(FENCE.sub("", README.read_text(encoding="utf-8")).split()) < 5 * 200


def test_the_readme_promises_what_the_rounds_found():
    told = README.read_text(encoding="utf-8").split("\n## What is promised\n")[1].split("\n## ")[0]
    found = "".join((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("promises.md", "design.md"))
    figures = re.findall(r"[0-9][0-9,]*", "".join(line for line in told.splitlines() if line.startswith("|")))
    assert len(figures) > 10
    assert [figure for figure in figures if not re.search(rf"(?<![0-9,]){figure}(?![0-9])", found)] == []


def test_no_page_stands_apart():
    """Whoever begins at the README comes to every page."""
    seen: set[Path] = set()
    waiting = [README]
    while waiting:
        page = waiting.pop()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        links = LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8")))
        local = [link.partition("#")[0] for link in links if not link.startswith(("http://", "https://", "#"))]
        waiting += [(page.parent / link).resolve() for link in local]
    assert [name_of(page) for page in pages() if page not in seen] == []
    assert [name_of(page) for page in (ROOT / "docs").rglob("*.md") if page not in seen] == []


def test_make_check_is_what_ci_runs():
    assert "check:\n\tbash .ci/run\n" in (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_every_command_line_named_in_the_text_can_be_typed(page):
    """Commands exist, and so do their options and no more arguments than they take; what is in capitals is a place."""
    for line in re.findall(r"`baitiao ([^`]+)`", FENCE.sub("", page.read_text(encoding="utf-8"))):
        words = shlex.split(re.split(r" (?:[|>]|-- )", line)[0])
        name = next((name for name in (" ".join(words[:2]), words[0]) if name in MODULES), None)
        if name is None:
            assert words[0].startswith("--") or words[0] == "COMMAND", line
            continue
        given = words[len(name.split()) :]
        parameters = GROUP.get_command(None, name).params
        options = {word: parameter for parameter in parameters for word in parameter.opts if word.startswith("-")}
        places = sum(parameter.param_type_name == "argument" for parameter in parameters)
        unknown = [word for word in given if word.startswith("--") and word not in {*options, "--help"}]
        assert not unknown, line
        taken = sum(0 if options[word].is_flag else options[word].nargs for word in given if word in options)
        assert len([word for word in given if word not in {*options, "--help"}]) - taken <= places, line
