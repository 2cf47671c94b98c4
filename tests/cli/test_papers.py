"""What is handed over: pages, PDFs, workbooks and CSV in files, with the figures of the JSON and nobody in the clear.

The story is that of tests/harness/papers.py, with merchants called what an attacker would call them.
"""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from baitiao_cli.show.page.page import STYLE
from tests.harness.papers import HOSTILE, PAGES, TODAY


class Outline(HTMLParser):
    """The elements of a page with their attributes, in order; every one that must be closed is."""

    EMPTY = frozenset({"meta", "link", "path", "rect", "line"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def of(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_one_file_that_all_can_read(on_paper, name, language):
    text = on_paper(*PAGES[name], "--html", "--lang", language).out
    outline = Outline(text)
    tags = [tag for tag, _ in outline.elements]
    assert outline.of("html") == [{"lang": {"en": "en", "zh": "zh-CN"}[language]}]
    assert not {"script", "img", "iframe", "a", "form", "object"} & set(tags)
    assert not [
        key for _, given in outline.elements for key in given if key in ("src", "style") or key.startswith("on")
    ]
    assert [given["href"] for given in outline.of("link")] == ["data:,"]
    assert "default-src 'none'" in outline.of("meta")[1]["content"]
    headings = [tag for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert headings[0] == "h1" and set(headings[1:]) <= {"h2"}
    assert all(given.get("scope") in ("row", "col") for given in outline.of("th"))
    assert len(outline.of("caption")) == len(outline.of("table")) > 0
    ids = [given["id"] for _, given in outline.elements if "id" in given]
    assert len(ids) == len(set(ids))
    for drawing in outline.of("svg"):
        assert drawing["role"] == "img" and set(drawing["aria-labelledby"].split()) <= set(ids)
    assert not re.search(r"\bNone\b|\{[a-z_]*\}|Text\(", text.split("</style>")[1])


def test_what_customers_and_merchants_are_called_stays_text(on_paper):
    text = on_paper("statement", "A1", "--html", "--unmask", "--reason", "asked for by the customer").out
    assert "李雷&lt;script&gt;alert(1)&lt;/script&gt;" in text
    for page in (text, on_paper("history", "A1", "--html").out):
        for merchant in (
            "&lt;/style&gt;&lt;/svg&gt;&lt;script&gt;document.title",
            "&quot;&#x27; onmouseover=&#x27;",
            "متجر",
        ):
            assert merchant in page


def test_a_person_is_masked_unless_that_is_recorded(on_paper):
    for paper in ("--html", "--csv"):
        text = on_paper("statement", "A1", paper).out
        assert "李雷" not in text and "13800001234" not in text and "138****1234" in text
    assert on_paper("statement", "A1", "--html", "--unmask").status == 2
    assert on_paper("statement", "A1", "--html", "-o", "ledger.db", "--unmask", "--reason", "asked").status == 2
    looks = len([deed for deed in on_paper("audit", "--json").data["entries"] if deed["what"] == "unmasked"])
    clear = on_paper("statement", "A1", "--html", "-o", "bill.html", "--unmask", "--reason", "asked", "--json")
    assert clear.data == {"path": "bill.html", "format": "html"}
    assert "13800001234" in Path("bill.html").read_text("utf-8")
    after = [deed for deed in on_paper("audit", "--json").data["entries"] if deed["what"] == "unmasked"]
    assert (looks, len(after)) == (0, 1)


@pytest.mark.parametrize("form", ["html", "csv"])
def test_a_file_is_for_its_owner_and_never_written_over(on_paper, form):
    bill = Path(f"bill.{form}")
    printed = on_paper("statement", "A1", f"--{form}").out
    assert on_paper("statement", "A1", f"--{form}", "-o", str(bill)).status == 0
    assert bill.read_text("utf-8") == printed
    assert stat.S_IMODE(bill.stat().st_mode) == 0o600
    assert on_paper("schedule", "A1P1", f"--{form}", "-o", str(bill)).err.startswith("Error file-exists")
    assert bill.read_text("utf-8") == printed
    assert on_paper("schedule", "A1P1", f"--{form}", "-o", str(bill), "--force").status == 0
    assert bill.read_text("utf-8") == on_paper("schedule", "A1P1", f"--{form}").out
    assert on_paper("statement", "A1", f"--{form}", "-o", "ledger.db", "--force").err.startswith("Error file-of-ledger")


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ("--html --pdf", "options-exclusive"),
        ("--html --json", "options-exclusive"),
        ("--chart --json", "options-exclusive"),
        ("--chart --csv", "options-exclusive"),
        ("--chart --xlsx -o x", "options-exclusive"),
        ("-o x", "option-needs"),
        ("--json -o x", "option-needs"),
        ("--html --force", "option-needs"),
        ("--xlsx", "output-needed"),
        ("--html -o .", "file-unwritable"),
    ],
)
def test_what_cannot_be_handed_over_says_why(on_paper, options, code):
    result = on_paper("statement", "A1", *options.split())
    assert result.out == "" and result.status != 0
    assert (result.error["code"] if "--json" in options else result.err.split(":")[0].removeprefix("Error ")) == code


@pytest.mark.parametrize("name", PAGES)
def test_a_chart_is_drawn_where_it_is_asked_for(on_paper, name):
    without, with_chart = (on_paper(*PAGES[name], *chart, "--lang", "zh").out for chart in ([], ["--chart"]))
    assert "█" not in without and "█" in with_chart
    assert [line for line in without.splitlines() if line not in with_chart.splitlines()] == []


@pytest.mark.parametrize(("language", "columns"), [("en", 80), ("zh", 40)])
def test_a_chart_fits_the_terminal(on_paper, on_terminal, language, columns):
    from rich.cells import cell_len

    options = ["--chart", "--today", TODAY, "--lang", language, "--ledger", str(Path("ledger.db").absolute())]
    lines = on_terminal(columns, *PAGES["statement"], *options).splitlines()
    title = on_paper(*PAGES["statement"], "--chart", "--lang", language).out.splitlines()[-10]
    assert title in lines
    drawn = lines[lines.index(title) :]
    assert sum("█" in line for line in drawn) == 8
    assert max(map(cell_len, drawn)) == columns


def test_the_balances_drawn_are_those_of_the_movements(on_paper):
    data = on_paper("statement", "A1", "--json").data
    # 6,523.79 less 1,024.70; 1,200.00 and 260.00 more; 20.00 less; the fee of 35.99.
    balances = [(day["on"][5:], day["balance_fen"]) for day in data["balances"]]
    expected = [("02-03", 652379), ("02-10", 549909), ("02-14", 669909), ("02-20", 695909), ("02-25", 693909)]
    assert balances == [*expected, ("03-03", data["closing_fen"])]
    assert data["closing_fen"] == 697508


class TestWorkbook:
    @pytest.fixture
    def book(self, on_paper):
        from openpyxl import load_workbook

        def of(*arguments: str):
            assert on_paper(*arguments, "--xlsx", "-o", "book.xlsx", "--force").status == 0
            return load_workbook("book.xlsx")

        return of

    def test_amounts_are_numbers_dates_are_dates_and_nothing_is_a_formula(self, on_paper, book):
        sheets = book("statement", "A1", "--bill", "1")
        assert sheets.sheetnames == ["Bill no. 1 of 2026-02-03", "How it came about", "Installments in this bill"]
        data = on_paper("statement", "A1", "--bill", "1", "--json").data
        rows = list(sheets["How it came about"].iter_rows(min_row=3, max_row=2 + len(data["lines"])))
        for (on, _, _, merchant, _, amount), line in zip(rows, data["lines"], strict=True):
            assert (on.value.date().isoformat(), on.number_format) == (line["on"], "yyyy-mm-dd")
            assert (round(amount.value * 100), amount.number_format) == (line["amount_fen"], "#,##0.00")
            assert (merchant.value or "") == line["merchant"] and merchant.data_type in ("s", "n")
        kinds = {cell.data_type for sheet in sheets for row in sheet.iter_rows() for cell in row}
        assert kinds <= {"s", "n", "d"}  # no "f"
        assert HOSTILE["formula"] in {row[3].value for row in rows}
        texts = {cell.value for row in sheets.worksheets[0].iter_rows() for cell in row}
        assert "138****1234" in texts and not any("李雷" in str(text) for text in texts)
        assert not any(cell.hyperlink for sheet in sheets for row in sheet.iter_rows() for cell in row)

    def test_rates_are_shares_and_the_last_row_is_the_total(self, on_paper, book):
        sheet = book("quote", "1000", "--installments", "12", "--fee", "0.6%", "--lang", "zh")["综合融资成本"]
        total = [cell.value for cell in list(sheet.iter_rows())[-1]]
        # 1,000.00 x 0.6% x 12 = 72.00; the annual rates as in CONTRACT: 13.03% and 13.84%.
        assert total == ["成本合计", None, 72, 0.1303, 0.1384]

    def test_the_same_figures_give_the_same_bytes(self, on_paper, book):
        book("statement", "A1")
        first = Path("book.xlsx").read_bytes()
        book("statement", "A1")
        assert Path("book.xlsx").read_bytes() == first


@pytest.fixture
def able_to_print(on_paper):
    """A system on which a page in Chinese can be printed as a PDF: its libraries and fonts are no Python packages."""
    told = on_paper("quote", "100", "--pdf", "-o", "try.pdf", "--lang", "zh")
    if told.status:
        (pytest.fail if os.environ.get("BAITIAO_REQUIRE_TOOLS") else pytest.skip)(told.err)


@pytest.mark.needs_tool("pdftotext")
def test_a_pdf_has_the_figures_and_the_letters_of_the_page(on_paper, able_to_print):
    assert on_paper("statement", "A1", "--pdf", "-o", "bill.pdf", "--lang", "zh").status == 0
    told = subprocess.run(["pdftotext", "-layout", "bill.pdf", "-"], capture_output=True, text=True, check=True).stdout
    plain = on_paper("statement", "A1", "--plain", "--lang", "zh").out
    figures = re.compile(r"-?[0-9][0-9,]*\.[0-9]{2}|[0-9]{4}-[0-9]{2}-[0-9]{2}|[\u4e00-\u9fff]+")
    assert set(figures.findall(plain)) <= set(figures.findall(told))
    assert "alert(1)" in told and "第 1 页, 共 1 页" in told
    first = Path("bill.pdf").read_bytes()
    assert on_paper("statement", "A1", "--pdf", "-o", "bill.pdf", "--lang", "zh", "--force").status == 0
    assert Path("bill.pdf").read_bytes() == first


def test_letters_stand_out_from_their_ground():
    # WCAG 2.2, 1.4.3: the ratio of the luminances is at least 4.5.
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", STYLE.read_text("utf-8")))

    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for ink in ("ink", "soft"):
        for ground in ("#ffffff", colours["ground"]):
            assert (luminance(ground) + 0.05) / (luminance(colours[ink]) + 0.05) >= 4.5


def test_json_knows_nothing_of_paper(on_paper):
    assert json.loads(on_paper("statement", "A1", "--json").out)["data"].keys().isdisjoint({"charts", "paper"})
