"""What a lesson is: numbers that the learner may change, and what the engine makes of them, told in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Literal, TypeVar

import msgspec

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.calc.rates import Rate, format_rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, as_is, filled
from baitiao_cli.messages.learn import words

Item = TypeVar("Item")
Unit = Literal["yuan", "percent", "count"]
Figures = Mapping[str, object]
"""By name; `*_fen` is whole fen, `*_pct` per cent in text, `*_on` a date, anything else is told as it is."""


class Numbers(msgspec.Struct, frozen=True, kw_only=True):
    """What a lesson is worked with; `None` where it has no use for it. `on` is the first day, `nights` how many."""

    amount_fen: int | None = None
    installments: int | None = None
    fee: Rate | None = None
    annual_rate: Rate | None = None
    nights: int | None = None
    on: date | None = None


OPTIONS = {name: f"--{name.removesuffix('_fen').replace('_', '-')}" for name in Numbers.__struct_fields__}
"""What each number is called on the command line."""


class Range(msgspec.Struct, frozen=True):
    """From the least to the most that a lesson can be worked with, both included."""

    least: int | date
    most: int | date


class Prediction(msgspec.Struct, frozen=True, kw_only=True):
    """A question to guess at: the answer in fen, hundredths of a per cent or ones, and the sentence that reveals it.

    `traps` are answers that many give, with the reason why each is not right.
    """

    question: Text
    unit: Unit
    answer: int
    reveal: Text
    traps: tuple[tuple[int, Text], ...] = ()


class QuizItem(msgspec.Struct, frozen=True, kw_only=True):
    """A question with choices, which of them is right (from 0), and why."""

    question: Text
    choices: tuple[Text, ...]
    right: int
    why: Text


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """Rows to be shown as a table: the keys of its columns, and labels where the usual ones do not fit."""

    title: Text
    keys: str
    rows: Sequence[Figures]
    totals: Figures | None = None
    labels: Mapping[str, Text] = {}


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """Bars to be drawn: `at` says what their labels are; each has a part in fen for every series, on each other."""

    title: Text
    at: Text
    series: tuple[Text, ...]
    bars: tuple[tuple[Text, tuple[int, ...]], ...]


class Worked(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson worked with some numbers: in the order in which it is told, and the figures that its texts are about."""

    figures: Figures
    setup: tuple[Text, ...]
    prediction: Prediction
    sheets: tuple[Sheet, ...]
    plots: tuple[Plot, ...]
    lessons: tuple[Text, ...]
    quiz: tuple[QuizItem, ...]
    try_next: str


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """One lesson: its id, what it is about, the numbers it is told with and their ranges, and how it is worked."""

    id: str
    title: Text
    about: Text
    usual: Numbers
    ranges: Mapping[str, Range]
    work: Callable[[Numbers], Worked]

    def numbers(self, given: Mapping[str, object]) -> Numbers:
        """The usual numbers with those that were given instead, by field.

        Raises `lesson-option-unused` for one that the lesson has no use for, `lesson-number-outside` for one out of its
        range, both ends of which are allowed.
        """
        taken = [OPTIONS[name] for name in self.ranges]
        for name, value in given.items():
            if name not in self.ranges:
                raise BaitiaoError("lesson-option-unused", lesson=self.id, option=OPTIONS[name], taken=taken)
            if not _is_within(name, value, self.ranges[name]):
                span = self.ranges[name]
                raise BaitiaoError(
                    "lesson-number-outside",
                    lesson=self.id,
                    option=OPTIONS[name],
                    given=_told_bound(name, value),
                    least=_told_bound(name, _bound(name, span.least)),
                    most=_told_bound(name, _bound(name, span.most)),
                )
        return msgspec.structs.replace(self.usual, **given)

    def titled(self, numbers: Numbers) -> Text:
        """The title with the numbers in it."""
        return told(self.title, told_numbers(numbers))


RATE_PER: dict[str, Literal["period", "year"]] = {"fee": "period", "annual_rate": "year"}
"""Per what the rates of lessons are; one with another unit is out of every range."""


def _is_within(name: str, value: object, span: Range) -> bool:
    if isinstance(value, Rate):
        return value.per == RATE_PER[name] and span.least <= value.ppb <= span.most  # type: ignore[operator]
    return bool(span.least <= value <= span.most)  # type: ignore[operator]


def _bound(name: str, value: object) -> object:
    return Rate(value, RATE_PER[name]) if name in RATE_PER and isinstance(value, int) else value


def _told_bound(name: str, value: object) -> Text:
    """A number as it would be typed, with its unit."""
    if isinstance(value, Rate):
        return as_is(format_rate(value))
    if name == "amount_fen" and isinstance(value, int):
        return filled(words.YUAN, amount=format_yuan(value))
    return as_is(str(value))


def told_numbers(numbers: Numbers) -> dict[str, object]:
    """The numbers by field, rates as text in per cent; without those that the lesson has no use for."""
    values = {name: getattr(numbers, name) for name in Numbers.__struct_fields__}
    return {
        name: f"{format_rate(value).partition('%')[0]}%" if isinstance(value, Rate) else value
        for name, value in values.items()
        if value is not None
    }


def typed(numbers: Numbers) -> dict[str, object]:
    """The numbers as a command line takes them, by the name of their option.

    >>> typed(Numbers(amount_fen=300000, fee=Rate(6_000_000, "period")))
    {'amount': '3000', 'fee': '0.6%'}
    """
    told = told_numbers(numbers)
    if numbers.amount_fen is not None:
        amount = format_yuan(numbers.amount_fen).replace(",", "").removesuffix(".00")
        told = {"amount": amount} | {name: value for name, value in told.items() if name != "amount_fen"}
    return told


def told(text: Text, figures: Figures) -> Text:
    """The text with figures in its slots, as a person reads them.

    >>> told(Text("{cost_fen} yuan by {due_on}", "{due_on} 前 {cost_fen} 元"), {"cost_fen": 120, "due_on": "3 May"}).en
    '1.20 yuan by 3 May'
    """
    shown = {
        name: format_yuan(value) if name.endswith("_fen") and isinstance(value, int) else value
        for name, value in figures.items()
    }
    return filled(text, **shown)


def as_answer(unit: Unit, value: int) -> Text:
    """An answer with its unit: 1,234.50 yuan, 13.03%, 24.

    >>> as_answer("percent", 1303).en, as_answer("yuan", 5).zh
    ('13.03%', '0.05 元')
    """
    if unit == "yuan":
        return filled(words.YUAN, amount=format_yuan(value))
    return as_is(f"{format_yuan(value)}%" if unit == "percent" else str(value))


def hundredths(pct: str) -> int:
    """A per cent with two decimals as a whole number of its hundredths.

    >>> hundredths("13.03")
    1303
    """
    return int(pct.replace(".", ""))


def traps(answer: int, *tempting: tuple[int, Text]) -> tuple[tuple[int, Text], ...]:
    """Tempting answers that are wrong, each once: with some numbers one may be right after all."""
    wrong: dict[int, Text] = {}
    for value, why in tempting:
        if value != answer:
            wrong.setdefault(value, why)
    return tuple(wrong.items())


def choose(question: Text, unit: Unit, right: int, wrong: Sequence[int], why: Text) -> QuizItem:
    """A question whose choices are numbers in rising order; what is no other than the right one is left out.

    >>> item = choose(Text("?", "?"), "count", 3, (5, 3, 1), Text("", ""))
    >>> [choice.en for choice in item.choices], item.right
    (['1', '3', '5'], 1)
    """
    values = sorted({right, *wrong} if {*wrong} - {right} else {right, right + 100})
    choices = tuple(as_answer(unit, value) for value in values)
    return QuizItem(question=question, choices=choices, right=values.index(right), why=why)


def sampled(items: Sequence[Item], most: int) -> list[Item]:
    """At most `most` (>= 2) of the items, evenly spread, the first and the last among them.

    >>> sampled(range(1, 13), 4)
    [1, 5, 8, 12]
    """
    if len(items) <= most:
        return list(items)
    return [items[round(place * (len(items) - 1) / (most - 1))] for place in range(most)]
