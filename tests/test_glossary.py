"""The glossary is what the program says: its terms occur, and none of the words that it never says instead."""

from __future__ import annotations

import pytest

from docs.generator.glossary import terms
from docs.generator.texts import texts

TERMS = terms()


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
def test_every_term_is_said(term):
    assert any(term["en"] in text.lower() for text in texts("en"))
    assert any(term["zh"] in text for text in texts("zh"))


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
def test_no_text_says_it_otherwise(term):
    assert [text for word in term.get("never", ()) for text in texts("en") if word in text.lower()] == []
    assert [text for word in term.get("never_zh", ()) for text in texts("zh") if word in text] == []


def test_a_term_stands_for_one_thing():
    for language in ("en", "zh"):
        words = [term[language] for term in TERMS]
        assert sorted(set(words)) == sorted(words)
