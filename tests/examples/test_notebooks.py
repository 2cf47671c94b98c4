"""The notebooks and the typed example of `examples/` run, and show what is written into them."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import pytest

from tests.notebooks import FOLDER, played


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_shows_what_its_cells_show_now(path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert played(path) == path.read_text(encoding="utf-8")


def what_if(monkeypatch, *arguments: str) -> int:
    script = Path(FOLDER / "what_if.py")
    monkeypatch.setattr(sys, "argv", [str(script), *arguments])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(script), run_name="__main__")
    return int(str(ended.value.code))


def test_ways_to_pay_are_told_apart(monkeypatch, capsys):
    assert what_if(monkeypatch) == 0
    # 27 days at 0.05% of 535.90; 0.6% of 535.90 twelve times; ten fees of 35.99, all but two
    assert [line.split()[-1] for line in capsys.readouterr().out.splitlines()] == [
        "6,430.88",
        "+7.23",
        "-38.58",
        "-359.90",
    ]


def test_a_price_that_is_none_is_refused(monkeypatch, capsys):
    assert what_if(monkeypatch, "1e3") == 2
    assert capsys.readouterr().err.startswith("amount-malformed: ")
