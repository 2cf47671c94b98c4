"""Pages of lessons as a browser shows them: a real Chromium opens them, and the answers open at a click."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.harness.chromium import chromium

pytestmark = pytest.mark.needs_tool("chromium")

CLOSED = "[...document.querySelectorAll('details')].every(each => !each.open)"
SEEN = "document.querySelector('article > details table').checkVisibility()"
CLICK = "document.querySelector('article > details > summary').click()"
FIRST_TABLE = "document.querySelector('article details table.rows').innerText"
WIDEST = "Math.max(...[...document.body.querySelectorAll('*')].map(each => each.getBoundingClientRect().right))"
OPEN_ALL = "document.querySelectorAll('details').forEach(each => each.open = true)"
FOCUSABLE = "[...document.querySelectorAll('summary')].every(each => each.tabIndex === 0)"
UNNAMED = "[...document.querySelectorAll('svg')].filter(each => !each.getAttribute('aria-labelledby')).length"


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.mark.parametrize(("name", "language", "width"), [("late-days", "en", 360), ("flat-or-declining", "zh", 1200)])
def test_a_page_opens_quietly_and_tells_its_answer_at_a_click(run, browser, tmp_path, name, language, width):
    file = tmp_path / "lesson.html"
    assert run("learn", name, "--html", "-o", str(file), "--lang", language).status == 0
    seen = browser.open(file, width)
    assert (seen.requests, seen.complaints) == ([], [])
    assert browser.value(CLOSED)
    assert not browser.value(SEEN)
    browser.value(CLICK)
    assert browser.value(SEEN)
    table = browser.value(FIRST_TABLE)
    for row in run("learn", name, "--json").data["tables"][0]["rows"]:
        for key, value in row.items():
            if key.endswith("_fen"):
                assert f"{Decimal(value) / 100:,.2f}" in table
    browser.value(OPEN_ALL)
    assert browser.value(WIDEST) <= width
    assert browser.value(FOCUSABLE)
    assert browser.value(UNNAMED) == 0
