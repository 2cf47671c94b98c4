"""The lessons by name, in the order in which they build on each other."""

from __future__ import annotations

from difflib import get_close_matches
from importlib import import_module

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.learn.lesson import Lesson
from baitiao_cli.messages import Text
from baitiao_cli.messages.nearest import nearest_hint

MODULES = {
    "monthly-fee": "monthly_fee",
    "flat-or-declining": "flat_or_declining",
    "last-installment": "last_installment",
    "day-counts": "day_counts",
    "statement": "statement",
    "minimum-payment": "minimum_payment",
    "late-days": "late_days",
    "early-payoff": "early_payoff",
}
"""Lesson -> its module of `lessons`, which is imported when it is told."""


def find_lesson(name: str) -> Lesson:
    """The lesson of that name; small and capital letters, and _ for -, are alike.

    Raises `lesson-unknown`, which names the nearest.

    >>> find_lesson("Late_Days").id
    'late-days'
    """
    asked = name.lower().replace("_", "-").replace(" ", "-")
    if asked not in MODULES:
        raise BaitiaoError("lesson-unknown", lesson=name[:32], nearest=_nearest(asked))
    found = import_module(f"baitiao_cli.learn.lessons.{MODULES[asked]}").LESSON
    assert isinstance(found, Lesson)
    return found


def _nearest(asked: str) -> Text:
    asked_words = {word for word in asked.split("-") if word}
    near = [name for name in MODULES if asked_words & set(name.split("-"))] or get_close_matches(asked, MODULES)
    return nearest_hint(near)


def lessons() -> list[Lesson]:
    """All lessons, in the order in which to take them."""
    return [find_lesson(name) for name in MODULES]
