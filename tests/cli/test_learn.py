"""`learn`: the list, lessons in a pipe and on a terminal, the learner's own numbers, the quiz, the page."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import shlex
import subprocess
import sys
import time
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import pytest

from baitiao_cli.cli import learn
from baitiao_cli.learn.catalogue import MODULES
from baitiao_cli.show.text import width

VOID = {"meta", "link"}


@pytest.fixture
def answering(run, monkeypatch):
    """Runs the program with somebody at the terminal who types these lines, and then no more."""
    monkeypatch.setattr(learn, "is_answered", lambda: True)
    return lambda *arguments, typed="": run("learn", *arguments, stdin=typed or " ")


def test_the_list_names_every_lesson(run):
    data = run("learn", "--json").data
    assert [lesson["lesson"] for lesson in data["lessons"]] == list(MODULES)
    assert data["lessons"][0]["title"] == "What 0.6% a month really costs"
    assert data["lessons"][0]["own_numbers"] == ["--amount", "--installments", "--fee"]
    assert "每月 0.6% 到底有多贵" in run("learn", "--lang", "zh").out


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", MODULES)
def test_a_pipe_gets_question_and_answer_in_full(run, name, language):
    result = run("learn", name, "--lang", language)
    assert (result.status, result.err) == (0, "")
    data = run("learn", name, "--lang", language, "--json").data
    for text in (*data["setup"], data["question"]["question"], data["question"]["reveal"], *data["lessons"]):
        assert text in result.out
    assert all(table["title"] in result.out for table in data["tables"])
    assert all(chart["title"] in result.out for chart in data["charts"])
    assert "None" not in result.out
    assert not re.search(r"\{[a-z_]+\}|_fen\b", result.out)
    if language == "en":
        assert not re.search("[\u4e00-\u9fff]", result.out)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", MODULES)
def test_a_lesson_takes_three_screens_at_most(run, monkeypatch, name, language):
    monkeypatch.setenv("COLUMNS", "80")
    out = io.StringIO()
    out.isatty = lambda: True
    monkeypatch.setattr("sys.stdout", out)
    from baitiao_cli.cli.main import main

    assert main(["learn", name, "--lang", language]) == 0
    lines = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).splitlines()
    assert len(lines) <= 3 * 24
    assert max(map(width, lines)) <= 80


@pytest.mark.parametrize("name", MODULES)
def test_what_a_lesson_says_to_try_works(run, name):
    words = shlex.split(run("learn", name, "--json").data["try"])
    assert words[0] == "baitiao"
    assert run(*words[1:]).status == 0


def test_own_numbers_are_read_as_quote_reads_them(run):
    # 3,000 in 6 at 0.8%: 500.00 and 24.00 each. The quote of the same purchase has the same rate.
    lesson = run("learn", "monthly-fee", "--amount", "3,000", "--installments", "6", "--fee", "0.8%", "--json").data
    quote = run("quote", "3000", "--installments", "6", "--fee", "0.8%", "--json").data
    assert lesson["question"]["answer_pct"] == quote["annual_rate"]["simple_pct"]
    assert lesson["numbers"] == {"amount_fen": 300000, "installments": 6, "fee": "0.8%/period"}
    assert lesson["title"] == "What 0.8% a month really costs"
    assert (lesson["figures"]["first_principal_fen"], lesson["figures"]["first_fee_fen"]) == (50000, 2400)
    assert lesson["try"] == "baitiao quote 3000 --fee 0.8% --compare 3,6,12,24"


def test_a_late_bill_is_what_an_account_would_owe(run, tmp_path, monkeypatch):
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))
    run("init")
    run("open", "--name", "x", "--limit", "20000", "--today", "2026-01-05")
    run("charge", "A1", "3210.99", "--today", "2026-01-10")
    owed = run("show", "A1", "--as-of", "2026-03-29", "--today", "2026-03-29", "--json").data["owed_fen"]
    lesson = run("learn", "late-days", "--amount", "3210.99", "--nights", "45", "--json").data
    assert lesson["question"]["answer_fen"] == owed - 321099  # due on 2026-02-12, 45 nights before


def test_csv_is_the_table_of_the_lesson(run):
    out = run("learn", "day-counts", "--csv").out
    assert out.splitlines()[:2] == ["counted_by,share,interest_fen,year_fen", "actual/365,29/365,5800,73200"]


# --- guesses


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("13.03", "Your guess of 13.03% is exactly right."),
        ("13%", "Your guess of 13.00% is very close."),
        ("5", "You guessed 5.00%; it is 8.03 percentage points more."),
        ("20", "You guessed 20.00%; it is 6.97 percentage points less."),
        ("7.2", "If you said 7.20%: that is 0.6% x 12."),
        ("１３．０３％", "exactly right"),  # as a Chinese keyboard types it
    ],
)
def test_a_guess_is_judged_before_the_answer_is_told(answering, typed, told):
    result = answering("monthly-fee", typed=f"{typed}\n")
    assert told in result.out
    assert result.out.index(told) < result.out.index("Answer: 13.03%")
    assert result.err == "Your guess in per cent (Enter shows the answer): "


def test_a_slip_of_the_keyboard_is_asked_again_kindly(answering):
    result = answering("late-days", "--lang", "zh", typed="四十\n3,9\n39 元\n")
    assert result.err.count("这不是金额, 请输入例如 432 或 432.50。") == 2
    assert "如果猜 39.00 元: 这是第一晚的 30 倍" in result.out


def test_what_percentages_differ_by_are_points(answering):
    assert "实际多 12.03 个百分点" in answering("monthly-fee", "--lang", "zh", typed="1\n").out  # 13.03% - 1%


@pytest.mark.parametrize("typed", ["\n", ""])
def test_no_guess_shows_the_answer_with_the_tempting_ones(answering, typed):
    result = answering("monthly-fee", typed=typed)
    assert result.status == 0
    assert "If you said 7.20%" in result.out
    assert "You guessed" not in result.out


def test_nothing_is_asked_for_programs(answering):
    assert answering("monthly-fee", "--plain").err == ""
    assert answering("monthly-fee", "--json").err == ""


# --- the quiz


def test_the_quiz_says_what_is_right_and_counts(answering):
    result = answering("monthly-fee", "--quiz", typed="\nz\nb\nA)\n")
    assert "Question 1 of 2: The same 0.6% a month, but in 3 installments" in result.out
    assert "b) 10.77%" in result.out
    assert "Please type one of the letters a/b/c." in result.err
    assert "Right. In 3 installments you owe 66.67%" in result.out
    assert "Not quite: it is b, on the 6,000.00 yuan of the first day." in result.out
    assert result.out.endswith("1 of 2 right.\n")
    assert "--quiz" not in result.out


def test_all_right_is_praised_and_none_is_told(answering):
    assert answering("monthly-fee", "--quiz", typed="\nb\nb\n").out.endswith("2 of 2 right: well done.\n")
    skipped = answering("monthly-fee", "--quiz", "--lang", "zh", typed="\n\n\n").out
    assert "答案是 b, 10.77%。" in skipped
    assert skipped.endswith("2 题答对 0 题。\n")


def test_a_quiz_without_a_terminal_is_refused(run):
    result = run("learn", "statement", "--quiz")
    assert (result.status, result.out) == (2, "")
    assert "--quiz" in result.err
    assert "baitiao learn statement --html -o FILE" in result.err


def test_a_quiz_goes_with_no_other_form(answering):
    assert answering("statement", "--quiz", "--json").error["code"] == "options-exclusive"
    assert answering("statement", "--quiz", "--html").status == 2


def test_a_real_terminal_asks_and_answers():
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "baitiao_cli", "learn", "statement", "--quiz"]
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, "COLUMNS": "80"})
    os.close(theirs)
    shown = b""
    answers = [(b"answer): ", b"935.9\n"), (b"a/b/c: ", b"b\n"), (b"a/b/c: ", b"c\n")]
    deadline = time.monotonic() + 30
    try:
        with suppress(OSError):  # how Linux tells that the other side was closed
            while time.monotonic() < deadline and (read := os.read(ours, 65536)):
                shown += read
                if answers and shown.endswith(answers[0][0]):
                    os.write(ours, answers.pop(0)[1])
        assert process.wait(timeout=30) == 0
    finally:
        process.kill()
        os.close(ours)
    assert b"Your guess of 935.90 yuan is exactly right." in shown
    assert b"2 of 2 right: well done." in shown


def test_a_lesson_that_is_left_by_ctrl_c_has_nothing_to_repeat(run, monkeypatch):
    class Leaving(io.StringIO):
        def readline(self):
            raise KeyboardInterrupt

    monkeypatch.setattr("sys.stdin", Leaving())
    monkeypatch.setattr(learn, "is_answered", lambda: True)
    result = run("learn", "statement")
    assert result.status == 7
    assert "answer): \nError lesson-left: You left the lesson statement.\n" in result.err
    assert "request-id" not in result.err


# --- the page for students


def test_the_chinese_page_says_for_which_commands_a_ledger_is_needed(run, tmp_path, monkeypatch):
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "lesson.db"))
    monkeypatch.setenv("BAITIAO_TODAY", "2026-03-13")
    page = Path(__file__).parents[2].joinpath("docs", "students.zh.md").read_text("utf-8")
    rows = [shlex.split(line)[1:] for line in re.findall(r"^\|.*\| `(baitiao .*)` \|$", page, re.MULTILINE)]
    rows = [row for row in rows if row[0] != "rate"]  # it reads a file of the learner's own
    assert "\n后三条需要一个练习用的账本" in page
    assert [run(*row).status for row in rows[:-3]] == [0] * (len(rows) - 3)
    assert [run(*row, "--json").error["code"] for row in rows[-3:]] == ["ledger-missing"] * 3
    for line in re.findall(r"^\$ baitiao (.*) >/dev/null$", page, re.MULTILINE):
        assert run(*shlex.split(line)).status == 0
    assert [run(*row).status for row in rows[-3:]] == [0] * 3
    payoff = next(row for row in rows if row[0] == "payoff")
    assert run(*payoff, "--json").data["fee_waived_fen"] > 0  # the page says that it tells what is saved


# --- what does not go


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("learn monthly", "lesson-unknown", "monthly-fee"),
        ("learn late-night", "lesson-unknown", "late-days"),
        ("learn --amount 3000", "option-needs", "LESSON"),
        ("learn --quiz", "option-needs", "LESSON"),
        ("learn statement --fee 0.6%", "lesson-option-unused", "--amount"),
        ("learn monthly-fee --amount 99.99", "lesson-number-outside", "100.00"),
        ("learn monthly-fee --installments 1", "lesson-number-outside", "2"),
        ("learn monthly-fee --fee 1%/year", "lesson-number-outside", "5%/period"),
        ("learn day-counts --annual-rate 0", "lesson-number-outside", "1%/year"),
        ("learn monthly-fee --amount 1e3", "amount-malformed", "1e3"),
        ("learn statement -o x.html", "option-needs", "--html"),
        ("learn statement --force", "option-needs", "--output"),
        ("learn statement --html --json", "options-exclusive", "--html"),
    ],
)
def test_what_does_not_fit_is_told_with_what_would(run, line, code, said):
    result = run(*line.split(), "--json") if "--json" not in line else run(*line.split())
    assert (result.status, result.out) == (3 if code == "lesson-unknown" else 2, "")
    assert result.error["code"] == code
    assert said in result.error["message"] + result.error["hint"]


# --- the page


class Page(HTMLParser):
    """What a page is made of; every element that is opened is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", MODULES)
def test_the_page_has_both_languages_and_hides_the_answers(run, tmp_path, name):
    file = tmp_path / "lesson.html"
    written = run("learn", name, "--html", "-o", str(file), "--json")
    assert written.error["code"] == "options-exclusive"
    assert run("learn", name, "--html", "-o", str(file), "--lang", "zh").status == 0
    text = file.read_text("utf-8")
    page = Page(text)
    assert page.attributes[0] == ("lang", "zh-CN")
    assert text.index('<article id="zh" lang="zh-CN">') < text.index('<article id="en" lang="en">')
    assert not {"script", "img", "iframe", "object"} & set(page.tags)
    assert not [value for name, value in page.attributes if name in ("src", "href") and value[:1] not in ("#", "d")]
    assert ("open", "") not in page.attributes
    footer = text[text.index("<footer>") :]
    assert 0 < footer.index('<p lang="zh-CN">baitiao 课程') < footer.index('<p lang="en">A lesson of baitiao')
    ids = [value for name, value in page.attributes if name == "id"]
    assert len(set(ids)) == len(ids)
    for language in ("en", "zh"):
        data = run("learn", name, "--lang", language, "--json").data
        quiz, charts = data["quiz"], data["charts"]
        assert text.count("<svg") == 2 * len(charts)
        assert page.tags.count("details") == 2 * (1 + len(charts) + len(quiz))
        bare = re.sub(r"</?time>", "", text).replace("&quot;", '"').replace("&#x27;", "'")
        said = [*data["setup"], data["question"]["question"], data["question"]["reveal"], *data["lessons"]]
        said += [item["question"] for item in quiz] + [choice for item in quiz for choice in item["choices"]]
        assert [each for each in said if each not in bare] == []


def test_a_page_is_written_whole_and_over_nothing(run, tmp_path):
    file = tmp_path / "lesson.html"
    file.write_text("mine", "utf-8")
    refused = run("learn", "statement", "--html", "-o", str(file))
    assert (refused.status, file.read_text("utf-8")) == (2, "mine")
    assert str(file) in run("learn", "statement", "--html", "-o", str(file), "--force").out
    assert file.read_text("utf-8") == run("learn", "statement", "--html").out
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_legend_of_a_long_plan_tells_the_interest_of_all_months(run):
    arguments = ["learn", "flat-or-declining", "--installments", "36"]
    interest_fen = run(*arguments, "--json").data["question"]["answer_fen"]
    assert f"on what is left (yuan): {interest_fen / 100:,.2f}" in run(*arguments, "--html").out


def test_json_has_the_bars_that_are_drawn(run):
    chart = json.loads(run("learn", "early-payoff", "--json").out)["data"]["charts"][0]
    assert [bar["parts_fen"] for bar in chart["bars"]][:2] == [[36000], [32400]]  # 432.00 less two fees, less three
