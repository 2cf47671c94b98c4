"""`baitiao learn`: lessons that are computed with the engine; the learner guesses first, then sees."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

from baitiao_cli.calc.rates import Rate
from baitiao_cli.cli.quote import annual, fee
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, money, option, path, whole, words
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.learn.catalogue import find_lesson, lessons
from baitiao_cli.learn.lesson import OPTIONS, Lesson, Numbers, Worked
from baitiao_cli.messages.learn.words import LEARN_MORE
from baitiao_cli.show.document import Document
from baitiao_cli.show.learn import lesson_document, lessons_document, opening, revealing


@command("learn", more=LEARN_MORE)
def learn(
    request: Request,
    name: Annotated[str | None, argument("LESSON", words)] = None,
    amount_fen: Annotated[int | None, option("--amount", money, "YUAN")] = None,
    installments: Annotated[int | None, option("--installments", whole, "N")] = None,
    fee_rate: Annotated[Rate | None, option("--fee", fee, "RATE")] = None,
    annual_rate: Annotated[Rate | None, option("--annual-rate", annual, "RATE")] = None,
    nights: Annotated[int | None, option("--nights", whole, "N")] = None,
    on: Annotated[date | None, option("--on", day, "DATE")] = None,
    quiz: Annotated[bool, option("--quiz")] = False,
    as_html: Annotated[bool, option("--html")] = False,
    output: Annotated[Path | None, option("--output", path, "FILE", short="-o")] = None,
    force: Annotated[bool, option("--force")] = False,
) -> Document | None:
    """Lists the lessons, or tells one: with the learner's own numbers, with a quiz, as a page."""
    numbers = Numbers(
        amount_fen=amount_fen,
        installments=installments,
        fee=fee_rate,
        annual_rate=annual_rate,
        nights=nights,
        on=on,
    )
    given = {key: getattr(numbers, key) for key in OPTIONS if getattr(numbers, key) is not None}
    flags = {"--quiz": quiz, "--html": as_html, "--output": output is not None, "--force": force}
    if name is None:
        asked = [*(OPTIONS[key] for key in given), *(flag for flag, is_set in flags.items() if is_set)]
        if asked:
            raise BaitiaoError("option-needs", option=asked[0], needed="LESSON")
        return lessons_document(lessons(), request.today)
    lesson = find_lesson(name)
    _refuse_misfits(request, lesson, flags)
    numbers = lesson.numbers(given)
    if as_html:
        from baitiao_cli.cli.lesson_page import write_page

        return write_page(request, lesson, numbers, output, force)
    try:
        return _told(request, lesson, numbers, quiz)
    except KeyboardInterrupt:
        raise BaitiaoError("lesson-left", lesson=lesson.id) from None


def _told(request: Request, lesson: Lesson, numbers: Numbers, quiz: bool) -> Document | None:
    """The lesson as programs read it, or nothing once it has been told to people."""
    worked = lesson.work(numbers)
    if request.form in ("json", "csv"):
        return lesson_document(lesson, numbers, worked, request.today)
    _tell(request, lesson, numbers, worked, quiz)
    return None


def _refuse_misfits(request: Request, lesson: Lesson, flags: dict[str, bool]) -> None:
    """Refuses options that do not go together, and a quiz that nobody can answer."""
    if flags["--quiz"] and not is_answered():
        raise BaitiaoError("quiz-needs-terminal", lesson=lesson.id)
    whole_answers = [flag for flag in ("--html", "--quiz") if flags[flag]]
    whole_answers += [f"--{request.form}"] if request.form != "auto" else []
    if len(whole_answers) > 1:
        raise BaitiaoError("options-exclusive", options=whole_answers)
    for flag, needed in (("--output", "--html"), ("--force", "--output")):
        if flags[flag] and not flags[needed]:
            raise BaitiaoError("option-needs", option=flag, needed=needed)


def is_answered() -> bool:
    """Whether somebody sits at a terminal who sees what is asked and can answer it."""
    return bool(sys.stdin and sys.stdin.isatty() and sys.stdout.isatty())


def _tell(request: Request, lesson: Lesson, numbers: Numbers, worked: Worked, quiz: bool) -> None:
    """Tells the lesson; on a terminal the answer comes after a guess, elsewhere at once."""
    from baitiao_cli.cli.asking import ask_guess, ask_quiz, tell
    from baitiao_cli.show.learn import verdict_of

    tell(request, opening(lesson, numbers, worked, request.today))
    verdict = []
    if request.form == "auto" and is_answered():
        guess = ask_guess(worked.prediction, request.language)
        verdict = verdict_of(worked.prediction, guess) if guess is not None else []
    sys.stdout.write("\n")
    tell(request, revealing(lesson, worked, request.today, verdict, with_quiz=not quiz))
    if quiz:
        ask_quiz(request, worked.quiz)
