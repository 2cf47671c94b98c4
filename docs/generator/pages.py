"""All that is made from the code: which file, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from baitiao_cli.messages.definitions import page_names
from docs.generator.commands import commands_page
from docs.generator.datasette import datasette_yaml
from docs.generator.definitions import definitions_index, definitions_page
from docs.generator.documents_page import json_page, json_schema
from docs.generator.errors import errors_page
from docs.generator.files import files_page
from docs.generator.glossary import glossary_page
from docs.generator.manual import manual_page
from docs.generator.products import products_page
from docs.generator.program import ROOT
from docs.generator.scenarios import scenario_schema, scenarios_page

PAGES: dict[str, Callable[[], str]] = {
    "docs/reference/commands.md": partial(commands_page, "en"),
    "docs/reference/commands.zh.md": partial(commands_page, "zh"),
    "docs/reference/errors.md": errors_page,
    "docs/glossary.md": glossary_page,
    "docs/datasette.yaml": datasette_yaml,
    "docs/reference/files.md": files_page,
    "docs/man/baitiao.1": partial(manual_page, "en"),
    "docs/man/zh_CN/baitiao.1": partial(manual_page, "zh"),
    "docs/reference/products.md": products_page,
    "docs/reference/scenarios.md": scenarios_page,
    "docs/reference/scenario.schema.json": scenario_schema,
    "docs/reference/json.md": json_page,
    "docs/reference/schema.json": json_schema,
    "docs/reference/definitions.md": partial(definitions_index, "en"),
    "docs/reference/definitions.zh.md": partial(definitions_index, "zh"),
    **{f"docs/reference/definitions/{name}.md": partial(definitions_page, name, "en") for name in page_names()},
    **{f"docs/reference/definitions/{name}.zh.md": partial(definitions_page, name, "zh") for name in page_names()},
}


def stale() -> list[str]:
    """The files that are not what the code makes of them now."""
    return [name for name, make in PAGES.items() if not _is(name, make())]


def write() -> list[str]:
    """Writes the files that are stale and tells which."""
    written = []
    for name, make in PAGES.items():
        text = make()
        if not _is(name, text):
            (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / name).write_text(text, encoding="utf-8")
            written.append(name)
    return written


def _is(name: str, text: str) -> bool:
    path = ROOT / name
    return path.exists() and path.read_text(encoding="utf-8") == text
