"""A schedule made again in the middle of a plan, by discounting: what each row's payment is worth on the first day."""

from __future__ import annotations

from fractions import Fraction

from baitiao_cli.calc.methods import ScheduleTerms
from baitiao_cli.oracle.rows import PRINCIPAL_LAST, rounded

Made = list[tuple[int, int]]


def schedule_of(principal: int, costs: list[Fraction], terms: ScheduleTerms) -> Made:
    """Principal and interest of each row, `costs` being what a fen costs in it; none where the method can make none."""
    if principal <= 0:
        return []
    if terms.method == "equal-payment":
        made = _equal_payments(principal, costs, terms)
    else:
        made = []
        for place, cost in enumerate(costs, start=1):
            left = principal - sum(part for part, _ in made)
            part = _even_part(principal, len(costs), terms)
            if terms.method in PRINCIPAL_LAST:
                part = 0
            if place == len(costs):
                part = left
            made.append((part, rounded(left * cost, terms.rounding)))
    is_late = terms.method in PRINCIPAL_LAST
    fits = all(part > 0 or (is_late and part == 0 and part + interest > 0) for part, interest in made)
    return made if fits else []


def _even_part(principal: int, count: int, terms: ScheduleTerms) -> int:
    unit = terms.multiple_of_fen or 1
    return principal // unit // count * unit


def _equal_payments(principal: int, costs: list[Fraction], terms: ScheduleTerms) -> Made:
    """One payment whose worths sum to the principal; evened, while the last row comes nearer to the others."""
    worth, worths = Fraction(1), Fraction(0)
    for cost in costs:
        worth /= 1 + cost
        worths += worth
    count, payment = len(costs), _whole(principal / worths, terms)
    made = _at(payment, principal, costs, terms)
    for _ in range(3 if terms.evening and made else 0):
        off = sum(made[-1]) - payment
        moved = payment + _whole(Fraction(off, count), terms)
        if abs(off) <= count // 2 or moved == payment:
            break
        tried = _at(moved, principal, costs, terms)
        if not tried:
            return []
        if abs(sum(tried[-1]) - moved) >= abs(off):
            break
        payment, made = moved, tried
    return made


def _at(payment: int, principal: int, costs: list[Fraction], terms: ScheduleTerms) -> Made:
    made: Made = []
    left = principal
    for place, cost in enumerate(costs, start=1):
        interest = rounded(left * cost, terms.rounding) if left >= 0 else -rounded(-left * cost, terms.rounding)
        part = left if place == len(costs) else payment - interest
        if part <= 0 and interest:
            return []
        made.append((part, interest))
        left -= part
    return made


def _whole(exact: Fraction, terms: ScheduleTerms) -> int:
    unit = terms.multiple_of_fen or 1
    whole = unit * rounded(abs(exact) / unit, terms.rounding)
    return whole if exact >= 0 else -whole
