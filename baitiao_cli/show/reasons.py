"""What others say of a failure, in the reader's language."""

from __future__ import annotations

import re
from functools import cache

from baitiao_cli.messages import Text, as_is, filled, listed
from baitiao_cli.messages.reasons import REASONS


def reason_told(told: str) -> Text:
    """A reason by the form that it has; what has none, or is no reason of others, as it is.

    >>> reason_told("Permission denied").zh, reason_told("number 3, not 2").zh, reason_told("account A1, kind").zh
    ('权限不足', '编号为 3, 应为 2', '账户 A1, 事件类型')
    >>> reason_told("Expected `int`, got `str` - at `$.lines[0]`").zh
    '应为 int 类型, 实为 str, 位置 $.lines[0]'
    """
    for text, form in _forms():
        if found := form.fullmatch(told):
            return filled(text, **{name: _part(name, part) for name, part in found.groupdict().items()})
    parts = told.split(", ")
    return listed([reason_told(part) for part in parts]) if len(parts) > 1 else as_is(told)


def _part(name: str, part: str) -> Text:
    return reason_told(part) if name == "problem" else as_is(part)


@cache
def _forms() -> list[tuple[Text, re.Pattern[str]]]:
    """The texts with what they match: any words in place of a figure, with commas only in a whole reason."""
    return [
        (text, re.compile(re.sub(r"\\{(\w+)\\}", _words_of, re.escape(text.message)), re.DOTALL)) for text in REASONS
    ]


def _words_of(place: re.Match[str]) -> str:
    return f"(?P<{place[1]}>{'.' if place[1] == 'problem' else '[^,]'}+?)"
