"""Draws figures and made-up people from a seed: the same seed draws the same, in whatever version of Python."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from baitiao_cli.calc.identity import check_digit

Item = TypeVar("Item")

FAMILY_NAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
GIVEN_NAMES = "伟芳娜敏静丽强磊洋艳勇军杰娟涛明超兰霞平"
NOWHERE = "000000"
"""The place code of nobody's identity card, so that a drawn number is never a person's."""
NO_MOBILE = "100"
"""How no mobile number begins."""


class Draw:
    """What is drawn, one after the other.

    >>> [Draw(7).below(100) for _ in range(2)], Draw("7 of 9").between(3, 3)
    ([32, 32], 3)
    """

    def __init__(self, seed: int | str) -> None:
        self._random = Random(seed)  # noqa: S311  # to be repeated, not to be secret

    def below(self, count: int) -> int:
        """A whole number from 0 to below `count`, in a way that no version of Python draws otherwise."""
        return int(self._random.random() * count)

    def between(self, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        return least + self.below(most - least + 1)

    def happens(self, percent: int) -> bool:
        """Whether something comes about that does so many times in a hundred."""
        return self.below(100) < percent

    def one_of(self, items: Sequence[Item]) -> Item:
        """One of them, each as likely."""
        return items[self.below(len(items))]

    def weighed(self, weights: Mapping[Item, int]) -> Item:
        """One of the keys, as likely as its weight; one weight at least is above zero."""
        left = self.below(sum(weights.values()))
        for item, weight in weights.items():
            left -= weight
            if left < 0:
                return item
        raise AssertionError("the weights sum to less than what was drawn below")

    def digits(self, count: int) -> str:
        """So many digits."""
        return "".join(str(self.below(10)) for _ in range(count))

    def name(self) -> str:
        """A made-up name."""
        given = range(1 + self.below(2))
        return FAMILY_NAMES[self.below(20)] + "".join(GIVEN_NAMES[self.below(20)] for _ in given)

    def phone(self) -> str:
        """A number that is no mobile's."""
        return NO_MOBILE + self.digits(8)

    def id_number(self) -> str:
        """A number that is on no identity card, with its check digit, of somebody born from 1960 to 2001."""
        born_on = date(1960, 1, 1) + timedelta(days=self.below(15_000))
        first = f"{NOWHERE}{born_on:%Y%m%d}{self.digits(3)}"
        return first + check_digit(first)
