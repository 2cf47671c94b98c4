"""A definition: one sentence, and one example with its figures."""

from __future__ import annotations

from typing import NamedTuple

from baitiao_cli.messages import Text


class Definition(NamedTuple):
    """What a word means, in one sentence, and one worked example, whose figures a test proves."""

    sentence: Text
    example: Text


Definitions = dict[str, Definition]
"""The definitions of a page by name: a code, a bucket, a figure, a rule, a column of a report (without its unit)."""
