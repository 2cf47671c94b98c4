"""The page for students tells the truth: its examples are run, one after the other."""

from __future__ import annotations

import doctest
import re
from importlib.resources import files

PAGE = files("baitiao_cli.calc").joinpath("ARITHMETIC.md")


def test_the_examples_of_the_page_hold() -> None:
    blocks = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(blocks) > 10
    shown: list[str] = []
    examples = doctest.DocTestParser().get_doctest("".join(blocks), {}, PAGE.name, PAGE.name, 0)
    failed, tried = doctest.DocTestRunner().run(examples, out=shown.append)
    assert tried
    assert not failed, "".join(shown)
