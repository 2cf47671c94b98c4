"""Which language is spoken, and what an output that cannot show all of it gets."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from baitiao_cli.cli.language import language_of_locale
from baitiao_cli.messages.catalogue import catalogue


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": ""}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "POSIX"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "zh_CN.GBK"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "zh_HK"}, "zh"),
        ({"LANG": "zh"}, "zh"),
        ({"LANG": "zh-Hans"}, "zh"),
        ({"LANG": "zh@pinyin"}, "zh"),
        ({"LANG": "zho_XX"}, "en"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        # LC_ALL before LC_MESSAGES before LANG; an empty one is as good as none (POSIX, 8.2)
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "C", "LC_MESSAGES": "zh_CN.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_CTYPE": "zh_CN.UTF-8"}, "en"),
        # LANGUAGE beside a locale (gettext manual, 2.3.2)
        ({"LANGUAGE": "zh_CN:en", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANGUAGE": "en:zh_CN", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANGUAGE": "fr:de", "LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANGUAGE": "zh_CN", "LANG": "C"}, "en"),
        ({"LANGUAGE": "zh_CN", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANGUAGE": "zh_CN"}, "en"),
    ],
)
def test_the_language_of_a_locale(environment, language):
    assert language_of_locale(environment) == language


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "BAITIAO_LANG": "en"}, "en"),
        (["--lang", "en"], {"LC_ALL": "zh_CN.UTF-8", "BAITIAO_LANG": "zh"}, "en"),
        ([], {"LC_ALL": "en_US.UTF-8", "BAITIAO_LANG": "zh"}, "zh"),
        ([], {"LC_ALL": "zh_CN.UTF-8", "BAITIAO_LANG": ""}, "zh"),
        (["--lang", "en", "--lang", "zh"], {}, "zh"),
    ],
)
def test_an_option_comes_before_the_environment_before_the_locale(run, monkeypatch, arguments, environment, language):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert run("products", *arguments).out.startswith({"en": "Products", "zh": "产品目录"}[language])


@pytest.mark.parametrize(
    ("encoding", "title"),
    [("ascii", "Products"), ("latin-1", "Products"), ("gbk", "产品目录"), ("gb18030", "产品目录")],
)
def test_a_chinese_locale_is_told_in_english_where_chinese_cannot_be_shown(encoded, monkeypatch, encoding, title):
    monkeypatch.setenv("LC_ALL", "zh_CN")
    assert encoded(encoding, "products").out.startswith(title)


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "ascii", "latin-1"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_encoding_stops_an_answer_or_an_error(encoded, ledger, monkeypatch, encoding, language):
    """`Ñ` is no GBK, 手机店 no Latin-1; both are told as escapes, and JSON is JSON that holds them."""
    monkeypatch.setenv("BAITIAO_LANG", language)
    monkeypatch.setenv("BAITIAO_TODAY", "2026-02-05")
    asked = encoded(encoding, "history", "A1", "--json")
    assert "手机店" in json.dumps(json.loads(asked.out), ensure_ascii=False)
    shown = encoded(encoding, "history", "A1")
    assert (shown.status, shown.err) == (0, "")
    assert ("手机店" if encoding.startswith("gb") else "\\u624b\\u673a\\u5e97") in shown.out
    bought = encoded(encoding, "charge", "A1", "1", "--merchant", "Ñu", "--dry-run")
    assert bought.status == 0
    assert ("\\u00d1u" if encoding in ("gbk", "ascii") else "Ñu") in bought.out
    refused = encoded(encoding, "merchant", "Ñu", "--lang", language)
    assert refused.status == 3
    assert (refused.out, len(refused.err.splitlines())) == ("", 2)


def test_signs_that_an_encoding_lacks_are_told_by_their_like(encoded):
    assert '"1e3"' in encoded("latin-1", "quote", "1e3", "--lang", "zh").err


def test_a_process_of_an_old_locale_answers(run_apart):
    told = run_apart("product", "inst", LC_ALL="C", PYTHONIOENCODING="gbk", BAITIAO_LANG="zh")
    assert (told.status, told.err) == (0, "")
    assert "等本等费" in told.out


@pytest.mark.parametrize(
    ("name", "words"),
    [("no-such-file", "文件或目录不存在"), (".", "是一个目录")],
)
def test_what_the_system_says_is_told_in_chinese(run, tmp_path, monkeypatch, name, words):
    monkeypatch.chdir(tmp_path)
    assert words in run("batch", name, "--lang", "zh").err


def test_what_is_wrong_with_a_product_file_is_told_in_chinese(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.toml").write_text('id = "own"\n', "utf-8")
    told = run("product", "own.toml", "--lang", "zh").err
    assert "缺少必填字段" in told
    assert "missing" not in told


def test_what_is_wrong_with_a_ledger_is_told_in_chinese(at, ledger):
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER events_no_update")
        connection.execute("UPDATE events SET body = body || ' ' WHERE event_id = 'A1E3'")
    told = at("2026-02-05", "check", "--lang", "zh").out
    assert "自身哈希不符" in told
    assert "缺失" in told  # the trigger


def test_a_reader_of_english_opens_no_catalogue(at):
    catalogue.cache_clear()
    for arguments in (
        ["--help"],
        ["show", "A1"],
        ["history", "A1"],
        ["explain", "A1", "--figure", "owed"],
        ["quote", "1e3"],
    ):
        at("2026-02-05", *arguments)
    assert catalogue.cache_info().misses == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "fr", "list"),
        ("--lang=fr", "list"),
        ("--lang", "", "list"),
        ("--lang", "fr", "--help"),
        ("--lang", "fr"),
        ("list", "--lang", "fr"),
        ("list", "--help", "--lang", "fr"),
        ("--lang", "fr", "list", "--lang", "zh"),
    ],
)
def test_a_language_that_is_not_spoken_is_refused_wherever_it_stands(run, arguments) -> None:
    refused = run(*arguments)
    assert refused.status == 2
    assert "choice-unknown" in refused.err
    assert refused.out == ""


def test_a_language_that_the_environment_names_is_refused_beside_help_too(run, monkeypatch) -> None:
    monkeypatch.setenv("BAITIAO_LANG", "xx")
    assert run("--help").status == 2
    assert "Usage: baitiao list" in run("list", "--help", "--lang", "en").out
