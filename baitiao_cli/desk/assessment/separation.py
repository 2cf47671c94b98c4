"""How well a scorecard told apart: scores of a past day beside the lateness that came after it."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from baitiao_cli.account.terms import Tier


class Trial(NamedTuple):
    """An account of the test: its points and tier on the day, and whether it turned out bad."""

    points: int
    tier: Tier
    is_bad: bool


def auc(trials: Sequence[Trial]) -> Fraction | None:
    """The chance that of a good and a bad account the good one has more points, a tie counting half.

    1 tells all apart, 1/2 none; `None` without bad or without good ones.

    >>> auc([Trial(50, "C", False), Trial(40, "C", True), Trial(50, "C", True)])
    Fraction(3, 4)
    """
    good, bad = _points(trials, is_bad=False), _points(trials, is_bad=True)
    if not good or not bad:
        return None
    wins = sum(2 * (above > below) + (above == below) for above in good for below in bad)
    return Fraction(wins, 2 * len(good) * len(bad))


def ks(trials: Sequence[Trial]) -> Fraction | None:
    """The largest distance between the shares of the bad and of the good accounts with at most so many points.

    >>> ks([Trial(50, "C", False), Trial(40, "C", True), Trial(50, "C", True)])
    Fraction(1, 2)
    """
    good, bad = _points(trials, is_bad=False), _points(trials, is_bad=True)
    if not good or not bad:
        return None
    return max(abs(_share_to(bad, points) - _share_to(good, points)) for points in {*good, *bad})


def _points(trials: Sequence[Trial], *, is_bad: bool) -> list[int]:
    return [trial.points for trial in trials if trial.is_bad == is_bad]


def _share_to(sample: Sequence[int], points: int) -> Fraction:
    return Fraction(sum(one <= points for one in sample), len(sample))
