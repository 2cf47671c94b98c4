"""What lessons ask on a terminal: a guess, a choice. A slip of the keyboard is asked again, Enter shows the answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any
from unicodedata import normalize

from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import money_or_none, whole
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.learn.lesson import Prediction, QuizItem
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.learn import words
from baitiao_cli.show.learn import LETTERS, Telling, quiz_answer, quiz_question, quiz_score
from baitiao_cli.show.output import write_document

UNITS = ("元", "yuan", "%", "％", "¥", "个", "期")


def tell(request: Request, documents: Telling) -> None:
    """Writes documents one after the other to stdout, a blank line between them."""
    for place, document in enumerate(documents):
        if place:
            sys.stdout.write("\n")
        write_document(document, request.form, request.language, sys.stdout)
    sys.stdout.flush()


def ask_guess(prediction: Prediction, language: str) -> int | None:
    """The learner's guess in fen, hundredths of a per cent or ones; `None` when there is none."""
    read: Callable[[str], int] = whole if prediction.unit == "count" else money_or_none
    return _asked(words.PROMPTS[prediction.unit], words.AGAIN[prediction.unit], read, language)


def ask_quiz(request: Request, quiz: Sequence[QuizItem]) -> None:
    """Asks the questions one by one, tells what is right about each, and counts."""
    right = 0
    for number, item in enumerate(quiz, start=1):
        sys.stdout.write("\n")
        tell(request, [quiz_question(item, number, len(quiz), request.today)])
        chosen = _ask_choice(item, request.language)
        right += chosen == item.right
        tell(request, [quiz_answer(item, chosen, request.today)])
    sys.stdout.write("\n")
    tell(request, [quiz_score(right, len(quiz), request.today)])


def _ask_choice(item: QuizItem, language: str) -> int | None:
    letters = LETTERS[: len(item.choices)]

    def read(text: str) -> int:
        given = text.lower().rstrip(").")
        if len(given) == 1 and given in letters:
            return letters.index(given)
        raise BaitiaoError("choice-unknown", text=text[:32], offered=list(letters))

    told = {"letters": "/".join(letters)}
    return _asked(filled(words.PICK, **told), filled(words.PICK_AGAIN, **told), read, language)


def _asked(prompt: Text, again: Text, read: Callable[[str], int], language: str) -> int | None:
    """What was typed, as soon as it can be read; `None` for nothing, or where the input ends."""
    while True:
        typed = _line(prompt.in_language(language))
        if not typed:
            return None
        try:
            return read(typed)
        except BaitiaoError:
            sys.stderr.write(f"{again.in_language(language)}\n")


def _line(prompt: str) -> str:
    """One line from the terminal, without spaces and units, wide digits as narrow ones; "" for none."""
    stream: Any = sys.stdin
    if getattr(stream, "errors", "replace") != "replace" and hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="replace")  # once: it is refused after the first line was read
    sys.stderr.write(prompt)
    sys.stderr.flush()
    try:
        line = stream.readline()
    except KeyboardInterrupt:
        sys.stderr.write("\n")  # the terminal is still on the line of the prompt
        raise
    if not line.endswith("\n"):  # the input ended: the terminal is still on the line of the prompt
        sys.stderr.write("\n")
    typed = normalize("NFKC", line).strip()
    for unit in UNITS:
        typed = typed.removesuffix(unit).removeprefix(unit).strip()
    return typed
