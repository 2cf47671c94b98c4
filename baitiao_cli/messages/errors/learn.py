"""Errors of lessons: one that there is not, numbers that it cannot be told with, a quiz with nobody to ask."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LEARN_ERRORS: dict[str, ErrorText] = {
    "lesson-unknown": ErrorText(
        3,
        Text("There is no lesson “{lesson}”."),
        Text("{nearest}See them all: baitiao learn"),
    ),
    "lesson-option-unused": ErrorText(
        2,
        Text("The lesson {lesson} has no use for {option}."),
        Text("It can be told with {taken}."),
    ),
    "lesson-number-outside": ErrorText(
        2,
        Text("{option} {given} is outside what the lesson {lesson} can be told with: from {least} to {most}."),
        Text("Give one within that range."),
    ),
    "lesson-left": ErrorText(
        7,
        Text("You left the lesson {lesson}."),
        Text("Lessons write nothing. To begin it again: baitiao learn {lesson}"),
    ),
    "quiz-needs-terminal": ErrorText(
        2,
        Text("--quiz asks questions, and there is no terminal to answer on."),
        Text("Run it in a terminal, or read the questions with their answers: baitiao learn {lesson} --html -o FILE"),
    ),
}
