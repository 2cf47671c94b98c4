"""Every rate at which flows of money are worth nothing together: one search for all annual rates, which always ends."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal, localcontext
from itertools import pairwise
from math import expm1, log1p, sqrt
from typing import NamedTuple, TypeVar

WINDOW = Decimal(100)
"""How far from zero ln(1 + rate) is looked for: rates a step up to e^100 - 1, a number of 44 digits."""

_PRECISION = 60
_FINE = Decimal(10) ** -50
_SAME = Decimal(10) ** -20
# A sum that is smaller than this part of its terms is zero: rates that lie closer than 1e-15 are one rate.
_TOUCHES = Decimal(10) ** -30
_MOST_QUICK_STEPS = 20
_QUICK_ENOUGH = 1e-9  # the step after one so small is as fine as a float
_NEAR_ENOUGH = 1e-6  # a step so small leaves an error of its square
_CERTAIN = Decimal(10) ** -25

_Number = TypeVar("_Number", float, Decimal)


class Term(NamedTuple):
    """An amount (of either sign) and when it comes, in steps: worth amount x (1 + rate)^-time."""

    amount: Decimal
    time: Decimal


class _Level(NamedTuple):
    """A sum of terms, by rising time, and the time that its worth is taken at."""

    terms: list[Term]
    pivot: Decimal


def precise() -> Context:
    """The context that rates are worked out in: 60 digits, and exponents that no rate of the window can pass."""
    return Context(prec=_PRECISION, Emax=MAX_EMAX, Emin=MIN_EMIN)


def merged(terms: Sequence[Term]) -> list[Term]:
    """The terms by rising time, those of the same time added up exactly, without those that are zero.

    >>> D = Decimal
    >>> [(str(amount), str(time)) for amount, time in merged([Term(D(2), D(1)), Term(D(5), D(0)), Term(D(-3), D(1))])]
    [('5', '0'), ('-1', '1')]
    """
    sums: dict[Decimal, Decimal] = {}
    for amount, time in terms:
        sums[time] = sums.get(time, Decimal(0)) + amount
    return [Term(amount, time) for time, amount in sorted(sums.items()) if amount]


def log_rates(terms: Sequence[Term]) -> list[Decimal]:
    """Every y = ln(1 + rate), rising, with |y| <= 100 at which the sum of amount x e^(-time x y) is zero.

    Laguerre's form of Descartes' rule of signs: a sum whose amounts, in order of time, change sign s times is zero at
    most s times. Its proof is the search: between the times of a change lies a pivot p; the slope of e^(p y) x sum has
    the amounts amount x (p - time), which change sign once less. So the zeros of the slope are found first, down to a
    slope that is never zero; between two of them the sum only rises or only falls and is zero at most once. There
    Newton's steps are taken, and halves where they are not quick enough, so that the search ends.

    A sum that touches zero without crossing it has one rate there. Empty if there is no rate, or if no terms are left.

    Source: E. N. Laguerre, Sur la theorie des equations numeriques, 1883.

    >>> [round(y.exp() - 1, 9) for y in log_rates([Term(Decimal(100), Decimal(0)), Term(Decimal(-121), Decimal(2))])]
    [Decimal('0.100000000')]
    >>> twice = [Term(Decimal(100), Decimal(0)), Term(Decimal(-230), Decimal(1)), Term(Decimal(132), Decimal(2))]
    >>> [round(y.exp() - 1, 9) for y in log_rates(twice)]  # 100 u^2 - 230 u + 132 = 100 (u - 1.1) (u - 1.2)
    [Decimal('0.100000000'), Decimal('0.200000000')]
    """
    with localcontext(precise()):
        zeros: list[Decimal] = []
        for level in reversed(_levels(merged(terms))):
            zeros = _zeros(level, zeros)
        return zeros


class Level(NamedTuple):
    """An advance at step 0, and payments at the steps from 1 to `steps`: each `payment`, but `last` at the last."""

    advanced: int
    payment: int
    last: int
    steps: int

    def rate(self) -> float:
        """About the rate i at which the payments, more than was advanced, are worth that: to its twelfth digit or so.

        Newton's steps for payment x (1 - v^n) / i + (last - payment) x v^n = advanced with v = 1 / (1 + i). They begin
        where y = ln(1 + i) solves mean x y - spread x y^2 / 2 = ln(paid / advanced), the first two cumulants of when
        the payments come (of equal ones the third is zero), and so mostly need one step. To be certain, ask
        `is_worth_more` on both sides of it.

        Source of the start: T. N. Thiele, Theory of observations, 1903, on half-invariants.

        >>> round(Level(advanced=100, payment=60, last=61, steps=2).rate(), 9)  # 1 + i = (60 + 28,000^(1/2)) / 200
        0.136660027
        """
        advanced, payment, last, steps = self
        before, rest = payment * (steps - 1), last - payment
        mean = steps * (before / 2 + last) / (before + last)
        twice_spread = (steps * steps - 1) / 6 if payment <= 2 * last <= 4 * payment else 0.0
        cost = log1p((before + last - advanced) / advanced)
        under_root = max(mean * mean - twice_spread * cost, mean * mean / 4)
        rate = expm1(2 * cost / (mean + sqrt(under_root)))
        for _ in range(_MOST_QUICK_STEPS):
            lost = expm1(-steps * log1p(rate))  # v^n - 1, with all its digits for the smallest rates
            level = -lost / rate
            slope = steps * (1 + lost) / (1 + rate)
            excess = payment * level + rest * (1 + lost) - advanced
            change = excess / (payment * (slope - level) / rate - rest * slope)
            rate -= change
            if abs(change) < _NEAR_ENOUGH * rate:
                break
        return rate

    def is_worth_more(self, numerator: int, denominator: int) -> bool:
        """Whether the payments are worth more than the advance at the rate `numerator` / `denominator` (> 0), exactly.

        >>> plan = Level(advanced=100, payment=0, last=121, steps=2)  # 121 / 1.1^2 = 100
        >>> plan.is_worth_more(1, 10), plan.is_worth_more(99, 1000)
        (False, True)
        """
        advanced, payment, last, steps = self
        kept, grown = denominator**steps, (denominator + numerator) ** steps  # v^n = kept / grown
        worth = payment * (grown - kept) * denominator + (last - payment) * kept * numerator
        is_more: bool = worth > advanced * grown * numerator
        return is_more


def rate_of_one_advance(advanced: int, flows: Sequence[tuple[int, int]]) -> Decimal | None:
    """The rate i >= 0 at which payments (step >= 1, amount >= 0) are worth what was advanced; `None` if not certain.

    The quick way for the commonest flows: Newton's steps in floats for v = 1 / (1 + i), then one in 60 digits. The
    worth rises with v, ever more steeply, so there is one rate at most. Where the last of n steps moves v by s, it is
    off by 4 n s^2 / v at most: that has to be less than 1e-25 of v. `log_rates` is the search for every case.

    The start is the rate of all payments made at once at their mean time, which is not above the rate that is looked
    for (Jensen's inequality for the convex v^t), so that the steps come from one side.

    >>> round(rate_of_one_advance(100, [(1, 0), (2, 121)]), 9)  # 100 x 1.1 x 1.1 = 121
    Decimal('0.100000000')
    """
    flows = sorted(flows)
    paid = sum(amount for _, amount in flows)
    if not 0 < advanced <= paid:
        return None
    gaps = [(step - before, amount) for (before, _), (step, amount) in pairwise([(0, 0), *flows])]
    v = (advanced / paid) ** (paid / sum(step * amount for step, amount in flows))
    for _ in range(_MOST_QUICK_STEPS):
        change = _newton_step(advanced, gaps, v)
        v -= change
        if abs(change) < _QUICK_ENOUGH * v:
            break
    with localcontext(precise()):
        near = Decimal(v)
        last = _newton_step(advanced, gaps, near)
        is_certain = 4 * flows[-1][0] * last * last < _CERTAIN * near * near
        return 1 / (near - last) - 1 if is_certain else None


def passes_window(terms: Sequence[Term]) -> bool:
    """Whether a rate lies above the window: there the sum has not yet the sign of its first term.

    >>> loan = Term(Decimal(100), Decimal(0))
    >>> passes_window([loan, Term(Decimal(-110), Decimal(1))])  # 10% a step
    False
    >>> passes_window([loan, Term(Decimal(-200), Decimal("0.001"))])  # 2^1000 has 302 digits, e^100 has 44
    True
    """
    with localcontext(precise()):
        kept = merged(terms)
        return bool(kept) and _sign(_Level(kept, kept[0].time), WINDOW) * kept[0].amount <= 0


def _newton_step(advanced: int, gaps: Sequence[tuple[int, int]], v: _Number) -> _Number:
    """The worth at v of payments, each a gap of steps after the one before, less the advance; over its slope."""
    worth = slope = v * 0
    for gap, amount in reversed(gaps):
        worth += amount
        power = v ** (gap - 1)
        slope = power * (v * slope + gap * worth)
        worth *= power * v
    return (worth - advanced) / slope


def _levels(terms: list[Term]) -> list[_Level]:
    """The sum, the slope of it at a pivot, the slope of that ..., down to the last whose amounts change sign."""
    levels: list[_Level] = []
    while True:
        turns = [(a.time + b.time) / 2 for a, b in pairwise(terms) if (a.amount > 0) != (b.amount > 0)]
        if not turns:
            return levels
        pivot = turns[len(turns) // 2]
        levels.append(_Level(terms, pivot))
        terms = [Term(amount * (pivot - time), time) for amount, time in terms]


def _zeros(level: _Level, turning: list[Decimal]) -> list[Decimal]:
    """The zeros of a sum whose slope is zero at the `turning` points only."""
    points = sorted({-WINDOW, *turning, Decimal(0), WINDOW})
    signs = [_sign(level, point) for point in points]
    zeros = [point for point, sign in zip(points, signs, strict=True) if sign == 0]
    for (low, high), (low_sign, high_sign) in zip(pairwise(points), pairwise(signs), strict=True):
        if low_sign * high_sign < 0:
            zeros.append(_crossing(level, low, high, low_sign))
    zeros.sort()
    return [zero for at, zero in enumerate(zeros) if at == 0 or zero - zeros[at - 1] > _SAME]


def _crossing(level: _Level, low: Decimal, high: Decimal, low_sign: int) -> Decimal:
    """Where the sum crosses zero between two points with different signs.

    Every second of Newton's steps is at most half as long as the one before, or the span is halved, which it can be
    174 times from 200 to 1e-50: so this ends.
    """
    point = (low + high) / 2
    step = step_before = high - low
    while abs(step) > _FINE:
        worth, slope, _ = _worth(level, point)
        if worth == 0:
            return point
        low, high = (point, high) if (worth > 0) == (low_sign > 0) else (low, point)
        better = point - worth / slope if slope else low
        if not low < better < high or abs(better - point) * 2 > abs(step_before):
            better = (low + high) / 2
        step_before, step = step, better - point
        point = better
    return point


def _sign(level: _Level, point: Decimal) -> int:
    worth, _, size = _worth(level, point)
    return 0 if abs(worth) <= size * _TOUCHES else 1 if worth > 0 else -1


def _worth(level: _Level, point: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    """The sum at the pivot, its slope, and the sum of the sizes of its terms; equal steps share one power."""
    powers: dict[Decimal, Decimal] = {}
    worth = slope = size = Decimal(0)
    before, factor = level.pivot, Decimal(1)
    for amount, time in level.terms:
        step = time - before
        power = powers.get(step)
        if power is None:
            power = powers[step] = (-step * point).exp()
        factor *= power
        now = amount * factor
        worth += now
        slope += now * (level.pivot - time)
        size += abs(now)
        before = time
    return worth, slope, size
