"""Ids of quotes: short, the same for the same content, and proof against a slip."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baitiao_cli.account.quote import quote_id_of, read_quote_id
from baitiao_cli.errors import BaitiaoError

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXY"
HASHES = st.integers(0, 16**64 - 1).map(lambda value: f"{value:064x}")


@given(HASHES)
def test_an_id_is_read_back_in_any_letters(quote_hash: str) -> None:
    name = quote_id_of(quote_hash)
    assert len(name) == 11
    assert read_quote_id(name.lower()) == name


@given(HASHES, st.integers(1, 10), st.sampled_from(SYMBOLS))
def test_one_wrong_symbol_is_always_found(quote_hash: str, place: int, symbol: str) -> None:
    name = quote_id_of(quote_hash)
    if name[place] == symbol:
        return
    with pytest.raises(BaitiaoError, match="quote-id-malformed"):
        read_quote_id(name[:place] + symbol + name[place + 1 :])


@given(HASHES, st.integers(1, 8))
def test_neighbours_that_changed_places_are_always_found(quote_hash: str, place: int) -> None:
    name = quote_id_of(quote_hash)
    if name[place] == name[place + 1]:
        return
    with pytest.raises(BaitiaoError, match="quote-id-malformed"):
        read_quote_id(name[:place] + name[place + 1] + name[place] + name[place + 2 :])


@pytest.mark.parametrize("text", ["", "Q", "A1", "Q00000000190", "Q000000001", "Q00000000O9", "Ｑ0000000019"])
def test_what_has_not_the_form_is_no_id(text: str) -> None:
    with pytest.raises(BaitiaoError, match="quote-id-malformed"):
        read_quote_id(text)
