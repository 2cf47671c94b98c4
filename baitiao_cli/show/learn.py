"""Lessons: the list of them, one as a document for programs, and one told paragraph by paragraph for people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.calc.rates import Rate, format_rate
from baitiao_cli.learn.lesson import (
    OPTIONS,
    Lesson,
    Numbers,
    Plot,
    Prediction,
    QuizItem,
    Sheet,
    Unit,
    Worked,
    as_answer,
    sampled,
)
from baitiao_cli.messages import Text, as_is, filled
from baitiao_cli.messages.learn import words
from baitiao_cli.show.document import Chart, Column, Document, Table, csv_table, json_data, table

MOST_BARS = 12
LETTERS = "abcdefgh"
Telling = Sequence[Document]
"""Documents one after the other, a blank line between them."""


# --- the list


def lessons_document(lessons: Sequence[Lesson], today: date) -> Document:
    """The lessons in the order in which to take them, with the numbers that one may bring."""
    rows = [
        {
            "lesson": lesson.id,
            "title": lesson.titled(lesson.usual),
            "about": lesson.about,
            "own_numbers": [OPTIONS[name] for name in lesson.ranges],
        }
        for lesson in lessons
    ]
    first = lessons[0].id
    return Document(
        data={"lessons": rows},
        as_of=today,
        tables=[table("lesson title", rows, title=words.LIST_TITLE, labels=words.LIST_LABELS)],
        csv_table=csv_table("lesson title about own_numbers", rows),
        next_steps=[
            filled(words.TO_PLAY, lesson=first),
            filled(words.WITH_OWN_NUMBERS, lesson=first, options="--amount 3000 --installments 6"),
        ],
    )


# --- one lesson


def lesson_document(lesson: Lesson, numbers: Numbers, worked: Worked, today: date) -> Document:
    """A lesson as programs read it: its numbers and figures, its texts, tables and bars, the quiz with its answers."""
    return Document(
        data={
            "lesson": lesson.id,
            "title": lesson.titled(numbers),
            "numbers": {name: _number(value) for name, value in json_data(numbers).items() if value is not None},
            "figures": worked.figures,
            "setup": worked.setup,
            "question": _question_data(worked.prediction),
            "tables": [{"title": sheet.title, "rows": sheet.rows, "totals": sheet.totals} for sheet in worked.sheets],
            "charts": [_plot_data(plot) for plot in worked.plots],
            "lessons": worked.lessons,
            "quiz": [_quiz_data(item) for item in worked.quiz],
            "try": worked.try_next,
        },
        as_of=today,
        tables=[table_of(sheet) for sheet in worked.sheets],
    )


def _number(value: object) -> object:
    """A number as JSON has it: a rate as it would be typed."""
    return format_rate(Rate(**value)) if isinstance(value, dict) else value


def _answer_data(prediction: Prediction, answer: int) -> dict[str, object]:
    key = {"yuan": "answer_fen", "percent": "answer_pct", "count": "answer_count"}[prediction.unit]
    return {key: as_answer("percent", answer).en.removesuffix("%") if prediction.unit == "percent" else answer}


def _question_data(prediction: Prediction) -> dict[str, object]:
    return {
        "question": prediction.question,
        **_answer_data(prediction, prediction.answer),
        "reveal": prediction.reveal,
        "traps": [_answer_data(prediction, answer) | {"why": why} for answer, why in prediction.traps],
    }


def _quiz_data(item: QuizItem) -> dict[str, object]:
    return {"question": item.question, "choices": item.choices, "right": item.right, "why": item.why}


def _plot_data(plot: Plot) -> dict[str, object]:
    bars = [{"label": label, "parts_fen": parts} for label, parts in plot.bars]
    return {"title": plot.title, "at": plot.at, "series": plot.series, "bars": bars}


def table_of(sheet: Sheet) -> Table:
    """The table of a sheet."""
    return table(sheet.keys, sheet.rows, title=sheet.title, totals=sheet.totals, labels=sheet.labels)


def chart_of(plot: Plot, most: int = MOST_BARS) -> Chart:
    """The chart of a plot, with at most so many of its bars."""
    keys = [f"part{at}_fen" for at in range(1, len(plot.series) + 1)]
    rows = [{"at": label, **dict(zip(keys, parts, strict=True))} for label, parts in sampled(plot.bars, most)]
    series = [Column(key, label, "money") for key, label in zip(keys, plot.series, strict=True)]
    return Chart("stack" if len(keys) > 1 else "bars", plot.title, Column("at", plot.at, "text"), series, rows)


def opening(lesson: Lesson, numbers: Numbers, worked: Worked, today: date) -> Telling:
    """What is told before the answer: the title, the case, the question."""
    question = filled(words.GUESS_FIRST, question=worked.prediction.question)
    return [_prose(today, text) for text in (lesson.titled(numbers), *worked.setup, question)]


def revealing(
    lesson: Lesson, worked: Worked, today: date, verdict: Sequence[Text] = (), with_quiz: bool = True
) -> Telling:
    """The answer and what it comes from; `verdict` is what there is to say of a guess, else of tempting ones.

    `with_quiz` tells that there is a quiz, where it does not follow anyway.
    """
    prediction = worked.prediction
    tempting = [
        filled(words.IF_GUESSED, guess=as_answer(prediction.unit, answer), why=why) for answer, why in prediction.traps
    ]
    told = [*verdict, filled(words.ANSWER, reveal=prediction.reveal), *([] if verdict else tempting)]
    charts = [chart_of(plot) for plot in worked.plots]
    next_steps = [filled(words.TRY_NEXT, command=worked.try_next)]
    if with_quiz:
        next_steps.append(filled(words.QUIZ_NEXT, lesson=lesson.id))
    return [
        _prose(today, *told),
        Document(data={}, as_of=today, tables=[table_of(sheet) for sheet in worked.sheets], charts=charts),
        *(_prose(today, text) for text in worked.lessons),
        _prose(today, *next_steps),
    ]


def _prose(today: date, *texts: Text) -> Document:
    return Document(data={}, as_of=today, notes=texts)


# --- guesses


def verdict_of(prediction: Prediction, guess: int) -> list[Text]:
    """How near a guess is, and why it tempts when many make it; within a twentieth of the answer is close."""
    answer, told = prediction.answer, as_answer(prediction.unit, guess)
    if guess == answer:
        return [filled(words.EXACTLY, guess=told)]
    difference = _as_difference(prediction.unit, abs(answer - guess))
    why = dict(prediction.traps).get(guess)
    if why is not None:
        return [filled(words.IF_GUESSED, guess=told, why=why)]
    if 20 * abs(answer - guess) <= answer:
        return [filled(words.CLOSE, guess=told)]
    return [filled(words.TOO_LOW if guess < answer else words.TOO_HIGH, guess=told, difference=difference)]


def _as_difference(unit: Unit, value: int) -> Text:
    """How far a guess is off: between percentages in percentage points, for "1% more" would say of what."""
    return filled(words.POINTS, number=format_yuan(value)) if unit == "percent" else as_answer(unit, value)


# --- the quiz


def quiz_question(item: QuizItem, number: int, count: int, today: date) -> Document:
    """A question with its choices, a letter each."""
    asked = filled(words.QUESTION_NUMBER, number=number, count=count, question=item.question)
    choices = [filled(as_is("{letter}) {choice}"), letter=letter, choice=choice) for letter, choice in lettered(item)]
    return _prose(today, asked, *choices)


def lettered(item: QuizItem) -> list[tuple[str, Text]]:
    """The choices with their letters."""
    return list(zip(LETTERS, item.choices, strict=False))


def quiz_answer(item: QuizItem, chosen: int | None, today: date) -> Document:
    """What there is to say of a choice; `None` for none."""
    letter, choice = lettered(item)[item.right]
    if chosen == item.right:
        return _prose(today, filled(words.RIGHT, why=item.why))
    text = words.SKIPPED if chosen is None else words.NOT_RIGHT
    return _prose(today, filled(text, letter=letter, choice=choice, why=item.why))


def quiz_score(right: int, count: int, today: date) -> Document:
    """How many were right."""
    return _prose(today, filled(words.SCORE_ALL if right == count else words.SCORE, right=right, count=count))
