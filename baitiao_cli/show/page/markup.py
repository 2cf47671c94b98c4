"""The one place where text becomes HTML or SVG: elements whose texts and attributes are escaped as they are put in."""

from __future__ import annotations

import re
from html import escape

from baitiao_cli.show.text import printable

_EMPTY = frozenset({"meta", "link"})  # HTML ends them by itself
_EMPTY_SVG = frozenset({"path", "rect", "line", "circle"})
_DATE = re.compile(r"(?<![0-9-])([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])")


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, /, *children: str | int, **attributes: object) -> Markup:
    """One element; what is not `Markup` among the children is text.

    Attributes: `_` at the end is dropped and `_` inside is `-`; `None` and `False` leave one out, `True` is its name
    alone.
    Characters that a reader would obey or not see are written as escapes, as everywhere.

    >>> element("td", "<b> & " + chr(0x202E), class_="text")
    '<td class="text">&lt;b&gt; &amp; \\\\u202e</td>'
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _EMPTY:
        return Markup(f"<{name}{given}>")
    if name in _EMPTY_SVG:
        return Markup(f"<{name}{given}/>")
    return Markup(f"<{name}{given}>{joined(*children)}</{name}>")


def joined(*children: str | int) -> Markup:
    """Children one after the other."""
    return Markup("".join(child if isinstance(child, Markup) else text(str(child)) for child in children))


def text(raw: str) -> Markup:
    """Text as HTML shows it."""
    return Markup(escape(printable(raw)))


def prose(raw: str) -> Markup:
    """Text with each date in it marked as one, which is never broken over two lines.

    >>> prose("due 2026-03-12 & paid")
    'due <time>2026-03-12</time> &amp; paid'
    """
    parts = _DATE.split(raw)
    return joined(*(element("time", part) if at % 2 else part for at, part in enumerate(parts)))


def css_string(raw: str) -> str:
    """Text as a string of CSS inside a style element: letters and digits stay, all else is a number.

    >>> css_string('A1 "x"</style>')
    '"A1\\\\20 \\\\22 x\\\\22 \\\\3c \\\\2f style\\\\3e "'
    """
    return '"' + "".join(char if char.isalnum() else f"\\{ord(char):x} " for char in printable(raw)) + '"'


def _attribute(key: str, value: object) -> str:
    name = key.removesuffix("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
