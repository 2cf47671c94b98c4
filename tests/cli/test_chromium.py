"""Pages as a browser shows them: a real Chromium opens each; it is what the JSON says, at any width and on paper."""

from __future__ import annotations

import re
import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.harness.chromium import chromium
from tests.harness.papers import HOSTILE, PAGES

pytestmark = pytest.mark.needs_tool("chromium")

# By page: where JSON has the rows of its first table with rows, and how many rows of the table stand before them.
LISTED = {
    "statement": ("lines", 1),
    "schedule": ("rows", 0),
    "history": ("lines", 0),
    "quote": ("rows", 0),
    "compare": ("plans", 0),
}
FIELDS = """Object.fromEntries([...document.querySelectorAll('td[data-key], dd[data-key]')].map(
  field => [field.dataset.key, field.innerText]))"""
ROWS = """(() => {
  const table = document.querySelector('table.rows');
  const keys = [...table.querySelectorAll('thead th')].map(head => head.dataset.key);
  const read = row => Object.fromEntries([...row.children].map((cell, at) => [keys[at], cell.innerText]));
  return ['tbody', 'tfoot'].map(part => [...table.querySelectorAll(part + ' tr')].map(read));
})()"""
LINES = """[...document.querySelectorAll('td, th, dd')].map(cell => {
  const text = document.createRange();
  text.selectNodeContents(cell);
  return [cell.innerText, new Set([...text.getClientRects()].map(box => Math.round(box.top))).size];
})"""
UNBROKEN = re.compile(r"A1([EP][0-9]+)?|[0-9]+/[0-9]+|[0-9]{4}-[0-9]{2}-[0-9]{2}|-?[0-9][0-9,]*\.[0-9]{2}")
WIDEST = "Math.max(...[...document.body.querySelectorAll('*')].map(each => each.getBoundingClientRect().right))"
SMALLEST = """Math.min(...[...document.querySelectorAll('svg text')].map(each => each.getBoundingClientRect().height),
  ...[...document.querySelectorAll('td, th, p, li')].map(each => parseFloat(getComputedStyle(each).fontSize)))"""


@pytest.fixture(scope="module")
def browser():
    with chromium() as started:
        yield started


@pytest.fixture
def shown(browser, on_paper):
    """Opens the page of a command in a window so wide: without a request, without a complaint."""

    def open_page(arguments: list[str], language: str = "en", width: int = 1200) -> Any:
        file = Path(f"page-{language}.html")
        assert on_paper(*arguments, "--html", "--lang", language, "-o", str(file), "--force").status == 0
        seen = browser.open(file, width)
        assert (seen.requests, seen.complaints) == ([], [])
        return browser

    return open_page


def told(value: object) -> str:
    """A value of JSON as people read it."""
    if isinstance(value, int):
        return f"{Decimal(value) / 100:,.2f}"
    return str(value if value is not None else "")


def told_of(row: dict[str, object], keys: Any) -> dict[str, str]:
    """The amounts, dates and texts of a JSON row that a table shows."""
    shown = {key: row[key] for key in keys if key in row and key.endswith(("_fen", "_on", "merchant", "plan_id"))}
    return {key: told(value) for key, value in shown.items()}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PAGES)
def test_the_figures_of_a_page_are_those_of_the_json(shown, on_paper, name, language):
    page = shown(PAGES[name], language)
    data = on_paper(*PAGES[name], "--json").data
    rows, totals = page.value(ROWS)
    key, before = LISTED[name]
    assert len(rows) - before == len(data[key]) > 0
    for row, listed in zip(rows[before:], data[key], strict=True):
        expected = told_of(listed, row)
        assert len(expected) >= 2 and {key: row[key] for key in expected} == expected
    if "totals" in data:
        expected = told_of(data["totals"], rows[0])
        assert expected and {key: totals[0][key] for key in expected} == expected
    if name == "statement":
        assert (rows[0]["amount_fen"], totals[0]["amount_fen"]) == (
            told(data["opening_fen"]),
            told(data["closing_fen"]),
        )
        fields = page.value(FIELDS)
        expected = told_of(data, fields)
        assert set(expected) >= {"amount_due_fen", "minimum_due_fen", "due_on"}
        assert {key: fields[key] for key in expected} == expected
    assert page.value("document.documentElement.lang") == {"en": "en", "zh": "zh-CN"}[language]
    assert page.value("document.title === document.querySelector('h1').innerText")


def test_what_a_merchant_is_called_is_shown_and_never_obeyed(shown):
    text = shown(PAGES["statement"]).value("document.body.innerText")
    for name in ("image", "quote", "arabic"):
        shown_name = HOSTILE[name].strip()
        assert shown_name in text or name == "image"  # the first bill has that one
    assert shown([*PAGES["statement"], "--bill", "1"]).value(
        "[document.querySelectorAll('script, img, [onerror], [onmouseover]').length, document.title]"
    ) == [0, "Bill no. 1 of 2026-02-03"]
    page = shown(PAGES["history"])
    assert HOSTILE["script"] in page.value("document.body.innerText")
    # The policy of the page holds: what is put into it runs and loads nothing.
    page.value("document.body.insertAdjacentHTML('beforeend', '<img src=http://127.0.0.1:9/ onerror=\"hit=1\">')")
    assert page.value("new Promise(done => setTimeout(() => done(typeof hit), 200))") == "undefined"


@pytest.mark.parametrize("width", [320, 360, 390])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_can_be_read_on_a_telephone(shown, name, width):
    for language in ("en", "zh"):
        page = shown(PAGES[name], language, width)
        assert page.value("[document.documentElement.scrollWidth, innerWidth]") == [width, width]
        assert page.value(WIDEST) <= width
        assert page.value(SMALLEST) >= 8


@pytest.mark.parametrize("width", [320, 640, 900])
@pytest.mark.parametrize("name", PAGES)
def test_an_id_a_date_and_an_amount_stand_on_one_line(shown, name, width):
    for language in ("en", "zh"):
        lines = shown(PAGES[name], language, width).value(LINES)
        told = {text: count for text, count in lines if UNBROKEN.fullmatch(text)}
        assert len(told) >= 10 and set(told.values()) == {1}


@pytest.mark.parametrize("width", [360, 1200])
def test_who_hears_a_page_hears_its_tables_and_pictures(shown, on_paper, width):
    page = shown(PAGES["statement"], "en", width)
    heard = [
        (node["role"]["value"], node.get("name", {}).get("value", ""), node.get("description", {}).get("value", ""))
        for node in page.call("Accessibility.getFullAXTree")["nodes"]
        if not node["ignored"]
    ]
    roles = [role for role, _, _ in heard]
    data = on_paper(*PAGES["statement"], "--json").data
    tables = {name for role, name, _ in heard if role == "table"}
    assert tables >= {"How it came about", "Installments in this bill"}
    # Of both tables the heads and the totals; the movements begin with the balance before.
    assert roles.count("row") >= 2 + 2 + 1 + len(data["lines"]) + len(data["installments"])
    assert {name for role, name, _ in heard if role == "columnheader"} >= {"Date", "Merchant", "Amount (yuan)"}
    headings = {name for role, name, _ in heard if role == "heading"}
    assert headings >= {"Bill no. 2 of 2026-03-03", "What was owed, day by day", "How it came about"}
    ((_, name, said),) = [node for node in heard if node[0] in ("image", "img", "graphics-document")]
    assert name.startswith("What was owed, day by day") and "highest 6,975.08" in name + said


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page as it stands on the paper."""
    Path("page.pdf").write_bytes(pdf)
    told = subprocess.run(["pdftotext", "-layout", "page.pdf", "-"], capture_output=True, text=True, check=True).stdout
    size = subprocess.run(["pdfinfo", "page.pdf"], capture_output=True, text=True, check=True).stdout
    assert re.search(r"Page size: +59[45]\S* x 84[12]\S* pts \(A4\)", size)
    return told.removesuffix("\f").split("\f")


@pytest.mark.needs_tool("pdftotext")
@pytest.mark.parametrize(
    ("language", "head", "foot"), [("en", "Due date", "Page {} of {}"), ("zh", "到期还款日", "第 {} 页, 共 {} 页")]
)
def test_a_page_is_printed_on_a4_with_every_row_whole(shown, on_paper, language, head, foot):
    arguments = ["quote", "12000", "--installments", "120", "--annual-rate", "12", "--method", "equal-payment"]
    pages = pages_of(shown(arguments, language).pdf())
    assert len(pages) >= 3
    for number, text in enumerate(pages, 1):
        assert foot.format(number, len(pages)) in " ".join(text.split())
    lines = [line.split() for text in pages for line in text.splitlines()]
    rows = on_paper(*arguments, "--json").data["rows"]
    amounts = ("principal_fen", "interest_fen", "fee_fen", "total_fen", "balance_fen")
    for row in rows:
        assert [str(row["number"]), row["due_on"], *(told(row[key]) for key in amounts)] in lines
    with_rows = [text for text in pages if re.search(r"^ *[0-9]+ +20[0-9]{2}-", text, re.MULTILINE)]
    assert len(with_rows) >= 2 and all(head in text for text in with_rows)
    assert date.fromisoformat(rows[-1]["due_on"]).year - date.fromisoformat(rows[0]["due_on"]).year in (9, 10)


@pytest.mark.needs_tool("pdftotext")
def test_a_bill_is_one_sheet_with_its_figures(shown, on_paper):
    (text,) = pages_of(shown(PAGES["statement"], "zh").pdf())
    plain = on_paper(*PAGES["statement"], "--plain", "--lang", "zh").out
    figures = re.compile(r"-?[0-9][0-9,]*\.[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}")
    assert set(figures.findall(plain)) <= set(figures.findall(text))


@pytest.mark.needs_tool("pdftotext")
def test_on_paper_an_id_stands_on_one_line(shown, on_paper):
    words = " ".join(pages_of(shown(PAGES["history"], "en").pdf())).split()
    lines = on_paper(*PAGES["history"], "--json").data["lines"]
    ids = {line[key] for line in lines for key in ("event_id", "plan_id")} - {""}
    assert "A1E10" in ids and ids <= set(words)
