"""`rules`: the rule files that come with the program, and one whole as the beginning of one's own."""

from __future__ import annotations

import pytest

from baitiao_cli.desk.rule_files import shipped, shipped_names
from baitiao_cli.messages.commands import COMMANDS


def test_each_file_is_listed_with_its_version_and_the_commands_that_read_it(run) -> None:
    told = run("rules", "--json").data["rules"]
    assert [each["name"] for each in told] == list(shipped_names())
    assert {each["rules_version"] for each in told} == {1}
    assert "limits\t1\tlimits review" in run("rules").out
    assert "运营台规则文件" in run("rules", "--lang", "zh").out
    assert all(len(line) <= 80 for line in run("rules").out.splitlines() if "\t" in line)


def test_exactly_the_commands_that_take_such_a_file_are_named(run) -> None:
    named = {command for each in run("rules", "--json").data["rules"] for command in each["read_by"]}
    taking = {name for name in COMMANDS if "--rules FILE" in run(*name.split(), "--help").out}
    assert named == taking - {"scenario generate"}  # what is generated has a file of another kind


@pytest.mark.parametrize("name", shipped_names())
def test_a_file_is_printed_whole(run, name) -> None:
    assert run("rules", name).out == shipped(name).read_text("utf-8")
    assert run("rules", name, "--json").data["text"] == shipped(name).read_text("utf-8")


def test_what_is_printed_can_be_changed_and_given_back(run, tmp_path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text(run("rules", "scorecard").out.replace("rules_version = 1", "rules_version = 2"), "utf-8")
    where = ("--ledger", str(tmp_path / "ledger.db"), "--today", "2026-01-05")
    run("init", *where)
    run("open", "--name", "x", "--limit", "1000", *where)
    assert run("score", "A1", "--rules", str(mine), "--json", *where).data["rules_version"] == 2
    mine.write_text("rules_version = 0", "utf-8")
    assert "baitiao rules" in run("score", "A1", "--rules", str(mine), *where).err
    assert run("rules", "nothing", "--json").error["code"] == "choice-unknown"


def test_a_file_that_is_not_utf_8_is_told_in_the_reader_s_language(run, tmp_path) -> None:
    where = ("--ledger", str(tmp_path / "ledger.db"), "--today", "2026-01-05")
    run("init", *where)
    mine = tmp_path / "mine.toml"
    mine.write_bytes("# 规则\nrules_version = 1\n".encode("gbk"))
    for language, told in (("en", "it is not UTF-8 text"), ("zh", "不是 UTF-8 文本")):
        refused = run("score", "--all", "--rules", str(mine), "--lang", language, *where)
        assert refused.status == 2
        assert told in refused.err
        assert "codec" not in refused.err
