"""Entries, of which an older part is left where it is kept, are a list."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from baitiao_cli.account.entries import Entries

SOME = st.lists(st.integers(), max_size=6)
PLACES = st.none() | st.integers(-14, 14)


@given(SOME, SOME, PLACES, PLACES)
def test_a_slice_is_that_of_the_list(older: list[int], own: list[int], first: int | None, until: int | None) -> None:
    entries = Entries(older=tuple(older))
    entries.extend(own)
    assert entries[first:until] == [*older, *own][first:until]
    assert list(entries) == [*older, *own]
    assert len(entries) == len(older) + len(own)


@given(SOME, SOME, st.integers(-12, 11))
@example([1, 2], [3], 2)
@example([1, 2], [3], 1)
def test_a_place_is_that_of_the_list(older: list[int], own: list[int], place: int) -> None:
    entries, told = Entries(older=tuple(older)), [*older, *own]
    entries.extend(own)
    if -len(told) <= place < len(told):
        assert entries[place] == told[place]


def test_entries_equal_a_list_and_are_shown_as_one() -> None:
    entries = Entries(older=(1, 2))
    entries.append(3)
    assert entries == [1, 2, 3]
    assert entries != (1, 2, 3)
    assert repr(entries) == "[1, 2, 3]"
