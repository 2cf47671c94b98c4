"""Names of files are those of `pathlib`, which a usual call does not import."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from baitiao_cli.cli.values import ledger_file, path
from baitiao_cli.ledger.file.naming import absolute_name, file_uri, plain_name

PIECES = ["/", ".", "..", "~", "a", "é", "小", " ", "?", "%", "#", "b.db"]
NAMES = st.lists(st.sampled_from(PIECES), min_size=1).map("".join)


@given(NAMES)
@example("//a")
@example("///a")
@example("/")
@example("./~/a")
def test_names_are_those_of_pathlib(text: str) -> None:
    assert plain_name(text) == str(Path(text))
    assert absolute_name(text) == str(Path(text).absolute())
    assert file_uri(text) == Path(text).absolute().as_uri()


@given(NAMES)
@example("~/ledger.db")
@example("./~/ledger.db")
@example("~nobody-of-that-name/ledger.db")
def test_the_ledgers_name_is_read_as_that_of_any_file(text: str) -> None:
    if text.strip():
        assert ledger_file(text) == str(path(text))


def test_a_name_that_is_no_text_is_one_of_a_file() -> None:
    name = os.fsdecode(b"/books/\xff.db")
    assert file_uri(name) == Path(name).as_uri()
