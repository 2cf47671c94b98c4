"""Markdown as the pages have it: tables, code, and text that no reader's program takes for marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from baitiao_cli.show.text import wrapped

WIDTH = 120


def generated(title: str, *blocks: str) -> str:
    """A page: its title, a mark that it is generated, and its blocks with a blank line between them."""
    mark = "<!-- Made from the code by `make docs`: change it there. -->"
    return "\n\n".join([f"# {title}", mark, *(block for block in blocks if block)]) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells are Markdown already."""
    lines = [" | ".join(heads), "|".join(["---"] * len(heads)), *(" | ".join(row) for row in rows)]
    return "\n".join(f"|{line}|" if line.startswith("---") else f"| {line} |" for line in lines)


def plain(text: str) -> str:
    """Text of ours in which no character is a mark.

    >>> plain("a|b <c> *d")
    'a\\\\|b &lt;c> \\\\*d'
    """
    return re.sub(r"([|*`\\])", r"\\\1", text).replace("<", "&lt;")


def code(text: str) -> str:
    """Text as it is typed, also in a cell of a table.

    >>> code("zh|en")
    '`zh\\\\|en`'
    """
    return "`" + text.replace("|", "\\|") + "`"


def prose(text: str) -> str:
    """A paragraph, filled as the pages are; a Chinese one stays a line, for a new line is shown as a space."""
    return text if re.search("[\u4e00-\u9fff]", text) else "\n".join(wrapped(text, WIDTH))


def anchor(heading: str) -> str:
    """Where a link finds the heading: small letters, no punctuation, dashes for spaces.

    >>> anchor("report trial-balance")
    'report-trial-balance'
    """
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
