"""The reference of definitions: every page of them, in each language, and a page that lists the pages."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.definitions import page, pages
from docs.generator.markdown import anchor, generated, plain, prose, table

TITLE = Text("Definitions", "术语释义")
ABOUT = Text(
    "Each word, code, rule and column in one sentence with one worked example, as `baitiao define NAME` tells it.",
    "每个术语、代码、规则与报表列都用一句话说明, 并附一个算好的例子, 与 `baitiao define 名称` 一致。",
)
OTHER = {"en": "[中文]({}.zh.md)", "zh": "[English]({}.md)"}
HEADS = Text("page|what it explains", "页面|内容")
EXAMPLE = Text("Example: {}", "例: {}")
ENDS = {"en": ".md", "zh": ".zh.md"}


def definitions_index(language: str) -> str:
    """The page that lists the pages of definitions, with a link to each name."""
    rows = []
    for each in pages():
        place = f"definitions/{each.name}{ENDS[language]}"
        names = ", ".join(f"[{plain(name)}]({place}#{anchor(name)})" for name in each.definitions)
        rows.append((f"[{plain(each.title.in_language(language))}]({place})", names))
    heads = HEADS.in_language(language).split("|")
    blocks = [OTHER[language].format("definitions"), prose(ABOUT.in_language(language)), table(heads, rows)]
    return generated(TITLE.in_language(language), *blocks)


def definitions_page(name: str, language: str) -> str:
    """One page of definitions in a language."""
    found = page(name)
    blocks = [OTHER[language].format(name)]
    for defined, (sentence, example) in found.definitions.items():
        told = plain(EXAMPLE.in_language(language).format(example.in_language(language)))
        blocks += [f"## {plain(defined)}", prose(plain(sentence.in_language(language))), prose(told)]
    return generated(found.title.in_language(language), *blocks)
