"""The glossary: the field's words in both languages, as the program says them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from docs.generator.markdown import code, generated, prose, table

ABOUT = (
    "The program says one word for one thing, in English and in Chinese: a test proves that each of these terms occurs "
    "in its texts, and none of the words that it never says instead."
)
ABOUT_ZH = "程序中一事一词: 下列术语均出现于程序文本, “不用”一栏的说法均不出现。"


def terms() -> list[dict[str, Any]]:
    """The terms as `glossary.toml` has them."""
    told: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("glossary.toml").read_text("utf-8"))["terms"]
    return told


def glossary_page() -> str:
    """The page of terms, by the English word."""
    rows = []
    for term in sorted(terms(), key=lambda term: term["en"]):
        never = [*term.get("never", ()), *term.get("never_zh", ())]
        names = (f"**{term['en']}**", f"**{term['zh']}**", code(term["code"]))
        rows.append((*names, f"{term['about']}<br>{term['about_zh']}", ", ".join(never)))
    heads = ("English", "中文", "in code", "meaning · 含义", "never · 不用")
    return generated("Glossary · 术语", prose(ABOUT), ABOUT_ZH, table(heads, rows))
