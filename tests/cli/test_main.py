"""The program as a whole: version, language, exit status, and what happens when something fails around a command."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from baitiao_cli import __version__
from baitiao_cli.cli import products

PRODUCTS = [sys.executable, "-m", "baitiao_cli", "products"]


def test_version(run):
    assert run("--version") == (0, f"baitiao {__version__}\n", "")


def test_without_a_command_the_help_is_shown(run):
    assert run() == run("--help")
    assert run().out.startswith("Usage: baitiao COMMAND")


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "fr_FR.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8", "BAITIAO_LANG": "en"}, "en"),
        (["--lang", "zh"], {"BAITIAO_LANG": "en"}, "zh"),
        (["--lang=zh"], {}, "zh"),
    ],
)
def test_the_language_is_the_option_then_the_environment(run, monkeypatch, arguments, environment, language):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    title = {"en": "Products", "zh": "产品目录"}[language]
    assert run("products", *arguments).out.startswith(title)
    usage = {"en": "Usage:", "zh": "用法:"}[language]
    assert run("--help", *arguments).out.startswith(usage)


def test_a_bug_names_a_private_log_file_and_shows_nothing_of_the_data(run, monkeypatch):
    def fails() -> None:
        raise RuntimeError("Wang Xiaoming 13800000000")

    monkeypatch.setattr(products, "load_products", fails)
    result = run("products")
    assert (result.status, result.out) == (1, "")
    assert "13800000000" not in result.err
    assert "Traceback" not in result.err
    log = Path(next(word for word in result.err.split() if word.endswith(".log")))
    assert "RuntimeError: Wang Xiaoming 13800000000" in log.read_text("utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_bug_is_told_even_where_no_log_can_be_written(run, monkeypatch, tmp_path):
    def fails() -> None:
        raise RuntimeError("secret")

    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(products, "load_products", fails)
    result = run("products")
    assert result.status == 1
    assert result.err.startswith("Error bug-unlogged: ")
    assert "secret" not in result.err


def test_an_interrupted_command_is_cancelled(run, monkeypatch):
    def interrupts() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(products, "load_products", interrupts)
    result = run("products")
    assert result.status == 7
    assert result.err.startswith("Error cancelled: ")


def test_a_reader_that_goes_away_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.run(PRODUCTS, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (process.returncode, process.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_told():
    with Path("/dev/full").open("w") as full:
        process = subprocess.run(PRODUCTS, stdout=full, stderr=subprocess.PIPE, check=False)
    assert process.returncode == 5
    assert process.stderr.startswith(b"Error output-failed: ")


@pytest.mark.parametrize("encoding", ["gbk", "ascii", "latin-1"])
@pytest.mark.parametrize("form", ["--plain", "--csv", "--json"])
def test_an_old_encoding_never_stops_the_answer(run_apart, encoding, form):
    result = run_apart("product", "epi", "--lang", "zh", form, PYTHONIOENCODING=encoding)
    assert result.status == 0
    assert result.err == ""
