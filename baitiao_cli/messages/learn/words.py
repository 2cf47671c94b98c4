"""The words around the lessons: asking, judging a guess, the quiz, the list and the page."""

from __future__ import annotations

from baitiao_cli.messages import Text

YUAN = Text("{amount} yuan")
POINTS = Text("{number} percentage points")

LEARN_MORE = Text(
    "Without a lesson it lists them. On a terminal a lesson asks for a guess first; a slip is asked again, "
    "and Enter shows the answer. In a pipe the question and its answer are printed in full. Each lesson "
    "takes some of the numbers below. --html makes one file in both languages, with nothing to load, whose "
    "answers open at a click."
)

# --- the list
LIST_TITLE = Text("Lessons, computed with the same engine as the accounts")
TO_PLAY = Text("To play one: baitiao learn {lesson}")
WITH_OWN_NUMBERS = Text("With your own numbers: baitiao learn {lesson} {options}")
LIST_LABELS = {
    "lesson": Text("Lesson"),
    "title": Text("What it is about"),
    "own_numbers": Text("Your own numbers"),
    "option": Text("Option"),
}

# --- a guess
GUESS_FIRST = Text("Guess first: {question}")
PROMPTS = {
    "yuan": Text("Your guess in yuan (Enter shows the answer): "),
    "percent": Text("Your guess in per cent (Enter shows the answer): "),
    "count": Text("Your guess, a number (Enter shows the answer): "),
}
AGAIN = {
    "yuan": Text("That is no amount. Type one such as 432 or 432.50."),
    "percent": Text("That is no percentage. Type one such as 7.2 or 13.03."),
    "count": Text("That is no whole number. Type one such as 12."),
}
EXACTLY = Text("Your guess of {guess} is exactly right.")
CLOSE = Text("Your guess of {guess} is very close.")
TOO_LOW = Text("You guessed {guess}; it is {difference} more.")
TOO_HIGH = Text("You guessed {guess}; it is {difference} less.")
IF_GUESSED = Text("If you said {guess}: {why}")
ANSWER = Text("Answer: {reveal}")

# --- the quiz
QUIZ = Text("Quiz")
QUESTION_NUMBER = Text("Question {number} of {count}: {question}")
PICK = Text("Your choice, {letters}: ")
PICK_AGAIN = Text("Please type one of the letters {letters}.")
RIGHT = Text("Right. {why}")
NOT_RIGHT = Text("Not quite: it is {letter}, {choice}. {why}")
SKIPPED = Text("It is {letter}, {choice}. {why}")
SCORE = Text("{right} of {count} right.")
SCORE_ALL = Text("{right} of {count} right: well done.")

# --- after a lesson
QUIZ_NEXT = Text("A small quiz: baitiao learn {lesson} --quiz")
TRY_NEXT = Text("Try it: {command}")

# --- the page
REVEAL_HERE = Text("Show the answer")
QUIZ_ANSWER = Text("Answer")
TO_OTHER_LANGUAGE = Text("This lesson in English")
PAGE_TITLE = Text("{title} - a lesson of baitiao")
LESSON_OF = Text(
    "A lesson of baitiao; its figures are computed with the engine of the accounts. Not an offer, and not legal advice."
)
CHART_AS_TABLE = Text("The figures of the chart")
