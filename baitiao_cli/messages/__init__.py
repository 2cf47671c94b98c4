"""The one catalogue of our own texts: every sentence, label and help line, in English and Chinese side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Text(NamedTuple):
    """One text in the languages that the program speaks; `text[language]` picks by code."""

    en: str
    zh: str

    def in_language(self, language: str) -> str:
        """The text in `language` ("zh" or "en").

        >>> Text("due", "应还").in_language("zh")
        '应还'
        """
        return self.zh if language == "zh" else self.en


def filled(text: Text, **details: object) -> Text:
    """`text` with its `{names}` filled in both languages; a `Text` among the details takes the same language.

    >>> filled(Text("{late} is late", "{late}逾期"), late="A1").zh
    'A1逾期'
    """
    en, zh = (
        {name: value.in_language(language) if isinstance(value, Text) else value for name, value in details.items()}
        for language in ("en", "zh")
    )
    return Text(text.en.format(**en), text.zh.format(**zh))


def listed(texts: Iterable[Text]) -> Text:
    """The texts one after the other, with commas.

    >>> listed([Text("phone", "电话"), Text("name", "姓名")]).zh
    '电话, 姓名'
    """
    told = list(texts)
    return Text(", ".join(text.en for text in told), ", ".join(text.zh for text in told))
