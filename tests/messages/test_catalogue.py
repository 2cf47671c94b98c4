"""The catalogue of translations is whole and true: nothing missing, stale or vague, and the code has no other texts."""

from __future__ import annotations

import ast
import io
import re
import sys
from gettext import GNUTranslations
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

import catalogue as tool
from babel.messages.catalog import Catalog

from baitiao_cli.messages import Text, as_is, filled, listed
from baitiao_cli.messages.catalogue import translated

MODULES = sorted(tool.PACKAGE.rglob("*.py"))
# Chinese that is no text of ours: what may be typed, names, a product's own words, numbers as they are said.
CHINESE_IN_CODE = {
    "actions/demo.py",
    "calc/rates.py",
    "cli/asking.py",
    "cli/language.py",
    "messages/commands.py",
    "products/own.py",
    "scenario/draw.py",
    "show/numerals.py",
}


def is_chinese(text: str) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text)


def test_nothing_is_missing_stale_vague_or_told_with_other_figures():
    assert tool.findings() == []


def test_a_translation_is_chinese_unless_it_has_no_words_but_figures_and_names_in_capitals():
    for message in tool.catalogue():
        if message.id and re.search("[a-z]{2}", _words(message.string)):
            assert is_chinese(message.string), message.id


def _words(text: str) -> str:
    """A text without the places of its figures."""
    return "".join(part for part, *_ in tool.string.Formatter().parse(text))


def test_what_is_cut_from_the_file_is_what_gettext_reads_in_it():
    with tool.MO.open("rb") as compiled:
        reference = GNUTranslations(compiled)
    for message in tool.catalogue():
        if message.id:
            context = message.context or ""
            told = reference.pgettext(context, message.id) if context else reference.gettext(message.id)
            assert translated(message.id, context, "zh") == told == message.string


def test_a_text_with_its_chinese_beside_it_is_not_ours():
    """Two literals in a call are a text of the program that the catalogue does not have."""
    told = [
        f"{path.relative_to(tool.PACKAGE)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Text"
        if len(node.args) > 1 and all(isinstance(argument, ast.Constant) for argument in node.args)
    ]
    assert told == []


def test_no_chinese_is_left_in_the_code():
    originals = {message.id for message in tool.catalogue() if message.id}
    told = [
        f"{path.relative_to(tool.PACKAGE)}:{node.lineno}: {node.value}"
        for path in MODULES
        if path.relative_to(tool.PACKAGE).as_posix() not in CHINESE_IN_CODE
        for node in _literals(ast.parse(path.read_bytes()))
        if is_chinese(node.value) and node.value not in originals
    ]
    assert told == []


def _literals(tree: ast.Module) -> list[ast.Constant]:
    """The texts of a module without its docstrings."""
    documents = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documents
    ]


class TestTheToolThatFindsIt:
    @pytest.fixture(autouse=True)
    def a_small_package(self, tmp_path, monkeypatch):
        package = tmp_path / "baitiao_cli"
        package.mkdir()
        self.module = package / "texts.py"
        self.module.write_text(
            'A = {"x": Text("due {on}")}\nB = Text("No.", context="of a plan")\nC = Text(name, name)\n'
        )
        monkeypatch.setattr(tool, "PACKAGE", package)
        monkeypatch.setattr(tool, "PO", package / "zh.po")
        monkeypatch.setattr(tool, "MO", package / "zh.mo")
        known = Catalog(locale="zh")
        known.add("due {on}", "{on}到期")
        known.add("No.", "分期", context="of a plan")
        tool.write(known)

    def test_a_whole_catalogue_is_found_whole_and_names_the_places_of_its_texts(self):
        assert tool.findings() == []
        assert (
            '#. A.x\n#: baitiao_cli/texts.py\n#, python-brace-format\nmsgid "due {on}"\nmsgstr "{on}到期"\n'
            in tool.PO.read_text("utf-8")
        )
        assert 'msgctxt "of a plan"\nmsgid "No."\n' in tool.PO.read_text("utf-8")
        assert GNUTranslations(io.BytesIO(tool.MO.read_bytes())).pgettext("of a plan", "No.") == "分期"

    def test_a_new_text_is_missing_and_one_that_is_gone_is_stale(self):
        self.module.write_text('A = Text("due {on}")\nB = Text("No.")\n')
        assert tool.findings() == ["stale: 'No.'", "missing: 'No.'"]

    @pytest.mark.parametrize(
        ("before", "after", "finding"),
        [
            ("{on}到期", "{at}到期", "other figures: 'due {on}'"),
            ("#. A.x", "#, fuzzy", "fuzzy: 'due {on}'"),
            ("{on}到期", "{on} 到期", "not compiled: zh.mo"),
            ("#. A.x\n", "", "not in the order of the code: zh.po"),
        ],
    )
    def test_a_vague_or_changed_translation_is_found(self, before, after, finding):
        tool.PO.write_text(tool.PO.read_text("utf-8").replace(before, after), encoding="utf-8")
        assert tool.findings() == [finding]


class TestText:
    def test_it_is_told_in_the_language_that_is_asked_for_with_what_is_filled_in(self):
        told = filled(as_is("{what}: {figure}"), what=Text("Interest income"), figure=3)
        assert (told.en, told.zh) == ("Interest income: 3", "利息收入: 3")

    def test_what_the_catalogue_does_not_have_is_told_in_english(self):
        assert Text("nobody translated this").zh == "nobody translated this"

    def test_nothing_is_nothing_in_every_language(self):
        assert (Text("").zh, listed([]).zh) == ("", "")

    def test_braces_in_a_name_stay_what_they_are(self):
        assert listed([as_is("{x}"), as_is("y")]).en == "{x}, y"
