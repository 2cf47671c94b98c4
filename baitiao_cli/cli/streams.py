"""Where the program writes: never stopped by an encoding, as wide as the terminal."""

from __future__ import annotations

import codecs
import os
import sys
from typing import Any

from baitiao_cli.show.text import escaped

# What stands for signs of our texts and tables where the encoding has none of them.
_ASCII = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "—": "-", "─": "-", "━": "-", "│": "|", "┃": "|",
    "×": "x", "·": ".", "•": "*", "≤": "<=", "≥": ">=", "≠": "!=", "→": "->", "←": "<-", "−": "-", "\u00a0": " ",
    "█": "#", "▉": "#", "▊": "#", "▋": "#", "▌": "#", "▍": "|", "▎": "|", "▏": "|",
    "、": ", ", "，": ", ", "。": ". ", "：": ": ", "；": "; ", "（": " (", "）": ") ", "《": "<", "》": ">",
}  # fmt: skip
_HANDLER = "baitiao"


def readable(problem: UnicodeError) -> tuple[str, int]:
    """What is written for what the encoding lacks: a sign that looks like it, else an escape that JSON reads too.

    >>> codecs.register_error("readable", readable)
    >>> "“小” … 3 × 4".encode("ascii", "readable")
    b'"\\\\u5c0f" ... 3 x 4'
    """
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    lacking = problem.object[problem.start : problem.end]
    return "".join(_ASCII.get(char) or escaped(char) for char in lacking), problem.end


def prepare_streams() -> None:
    """Makes output that the terminal's encoding lacks appear readable instead of ending the program."""
    codecs.register_error(_HANDLER, readable)
    for name in ("stdout", "stderr"):
        stream: Any = getattr(sys, name)
        if stream is None:  # closed by the caller
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_HANDLER)
