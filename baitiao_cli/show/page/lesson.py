"""A lesson as one page in both languages, whose answers open at a click: no script, and nothing to load."""

from __future__ import annotations

from pathlib import Path

from baitiao_cli.learn.lesson import Lesson, Numbers, Plot, QuizItem, Worked, as_answer
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.learn import words
from baitiao_cli.show.document import Chart, Table
from baitiao_cli.show.learn import chart_of, lettered, table_of
from baitiao_cli.show.page.markup import Markup, element, joined, prose
from baitiao_cli.show.page.page import BREAK, LANGUAGE_TAGS, drawn_figure, drawn_table, framed

STYLE = Path(__file__).with_name("lesson.css")


def lesson_page(lesson: Lesson, numbers: Numbers, worked: Worked, language: str) -> str:
    """The page; the lesson stands on it in `language` first, then in the other one."""
    languages = [language, *(other for other in LANGUAGE_TAGS if other != language)]
    articles = [_article(lesson, numbers, worked, tongue) for tongue in languages]
    other = languages[1]
    link = element("a", words.TO_OTHER_LANGUAGE.in_language(other), href=f"#{other}", lang=LANGUAGE_TAGS[other])
    main = element("main", element("nav", element("p", link)), BREAK, *articles)
    title = lesson.titled(numbers).in_language(language)
    heading = filled(words.PAGE_TITLE, title=title).in_language(language)
    feet = [element("p", words.LESSON_OF.in_language(each), lang=LANGUAGE_TAGS[each]) for each in languages]
    foot = element("footer", *(joined(BREAK, each) for each in feet))
    return framed(heading, language, STYLE.read_text(encoding="utf-8"), main, foot)


def _article(lesson: Lesson, numbers: Numbers, worked: Worked, language: str) -> Markup:
    """The whole lesson in one language."""

    def said(text: Text) -> Markup:
        return element("p", prose(text.in_language(language)))

    prediction = worked.prediction
    traps = [
        filled(words.IF_GUESSED, guess=as_answer(prediction.unit, answer), why=why) for answer, why in prediction.traps
    ]
    figures = [_figure(_chart(plot), language, f"{language}{at}") for at, plot in enumerate(worked.plots, start=1)]
    answer = [
        element("summary", words.REVEAL_HERE.in_language(language)),
        element("p", element("strong", prose(prediction.reveal.in_language(language)))),
        *(said(trap) for trap in traps),
        *(drawn_table(table_of(sheet), "", language) for sheet in worked.sheets),
        *figures,
        *(said(text) for text in worked.lessons),
        element("p", _command(filled(words.TRY_NEXT, command="\0"), worked.try_next, language)),
    ]
    parts = [
        element("h1", prose(lesson.titled(numbers).in_language(language))),
        *(said(text) for text in worked.setup),
        element(
            "p", prose(filled(words.GUESS_FIRST, question=prediction.question).in_language(language)), class_="question"
        ),
        element("details", *(joined(BREAK, part) for part in answer)),
        element("h2", words.QUIZ.in_language(language)),
        *(_question(item, number, len(worked.quiz), language) for number, item in enumerate(worked.quiz, start=1)),
    ]
    return element("article", *(joined(BREAK, part) for part in parts), id=language, lang=LANGUAGE_TAGS[language])


def _chart(plot: Plot) -> Chart:
    """The chart of a plot; one of several series has all its bars, for its legend tells what they come to in all."""
    return chart_of(plot) if len(plot.series) == 1 else chart_of(plot, len(plot.bars))


def _command(text: Text, command: str, language: str) -> Markup:
    before, _, after = text.in_language(language).partition("\0")
    return joined(before, element("code", command), after)


def _figure(chart: Chart, language: str, name: str) -> Markup:
    """The chart, and for those who cannot see it the figures that it draws."""
    columns = [chart.at, *chart.series]
    table = drawn_table(Table(columns, chart.rows), chart.title.in_language(language), language)
    summary = element("summary", words.CHART_AS_TABLE.in_language(language))
    return joined(drawn_figure(chart, language, name), element("details", summary, table))


def _question(item: QuizItem, number: int, count: int, language: str) -> Markup:
    """One question of the quiz, with its answer closed."""
    asked = filled(words.QUESTION_NUMBER, number=number, count=count, question=item.question)
    choices = [element("li", prose(choice.in_language(language))) for choice in item.choices]
    letter, choice = lettered(item)[item.right]
    why = filled(words.SKIPPED, letter=letter, choice=choice, why=item.why)
    answer = element("summary", words.QUIZ_ANSWER.in_language(language)), element("p", prose(why.in_language(language)))
    return element(
        "section",
        element("p", prose(asked.in_language(language))),
        element("ol", *choices),
        element("details", *answer),
    )
