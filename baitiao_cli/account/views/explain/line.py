"""What an explanation is made of: lines of exact amounts, each by a named rule, that sum to the figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import accumulate, pairwise

import msgspec

from baitiao_cli.account.meter import NightSpan
from baitiao_cli.calc.money import round_fen
from baitiao_cli.calc.rates import PPB, Rate


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a figure: exactly `exact` fen, by the rule that `rule` names.

    Where it is the price of time: the nights of `[from_on, until_on)`, the balance and the rate; where it is a share,
    the share of the balance. `plan_id`, `number` and `kind` name the debt that it is of, `event_id` its event, `bill`
    the number of the bill that asks for it.
    """

    rule: str
    exact: Fraction
    from_on: date | None = None
    until_on: date | None = None
    base_fen: int | None = None
    rate: Rate | None = None
    share_ppb: int | None = None
    plan_id: str = ""
    number: int = 0
    kind: str = ""
    event_id: str = ""
    bill: int = 0

    @property
    def nights(self) -> int | None:
        """How many nights it is the price of."""
        return (self.until_on - self.from_on).days if self.from_on and self.until_on else None


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in whole fen and the lines that sum to it exactly; `plan_id` and `number` name the row that it is of."""

    figure: str
    amount_fen: int
    lines: tuple[Line, ...]
    plan_id: str = ""
    number: int = 0

    @property
    def whole_parts(self) -> list[int]:
        """The lines in whole fen, summing to the figure: each is what the rounded running total grows by."""
        totals = [round_fen(total) for total in accumulate((line.exact for line in self.lines), initial=Fraction(0))]
        return [after - before for before, after in pairwise(totals)]


def explained(
    figure: str, amount_fen: int, lines: Iterable[Line], *, rounding: str = "", plan_id: str = "", number: int = 0
) -> Explained:
    """The figure with its lines; what they miss of it is the rounding, a line of its own and less than a fen.

    `ValueError` when they miss more, or anything at all without `rounding`: then the explanation is wrong.
    """
    lines = list(lines)
    rest = amount_fen - sum((line.exact for line in lines), Fraction(0))
    if rest:
        if not rounding or abs(rest) >= 1:
            raise ValueError(f"{figure} of {plan_id} {number}: the lines miss {rest} of {amount_fen} fen")
        lines.append(Line(rule=f"rounding-{rounding}", exact=rest))
    return Explained(figure=figure, amount_fen=amount_fen, lines=tuple(lines), plan_id=plan_id, number=number)


def whole(
    rule: str,
    amount_fen: int,
    *,
    plan_id: str = "",
    number: int = 0,
    kind: str = "",
    event_id: str = "",
    base_fen: int | None = None,
    share_ppb: int | None = None,
) -> Line:
    """A line of whole fen."""
    return Line(
        rule=rule,
        exact=Fraction(amount_fen),
        plan_id=plan_id,
        number=number,
        kind=kind,
        event_id=event_id,
        base_fen=base_fen,
        share_ppb=share_ppb,
    )


def share_line(rule: str, base_fen: int, share_ppb: int) -> Line:
    """A share of an amount, before it is rounded."""
    return Line(rule=rule, exact=base_fen * Fraction(share_ppb, PPB), base_fen=base_fen, share_ppb=share_ppb)


def rounded(line: Line, rounding: str) -> list[Line]:
    """The line, and what rounding it to whole fen adds."""
    return [line, Line(rule=f"rounding-{rounding}", exact=round_fen(line.exact, rounding) - line.exact)]


def night_lines(spans: Sequence[NightSpan], rule: str) -> list[Line]:
    """A line for each balance that nights were charged on; spans that follow each other on one balance are one."""
    lines: list[Line] = []
    for span in spans:
        line = Line(
            rule="deferred-night" if span.is_deferral else f"{rule}-floor" if span.is_floor else rule,
            exact=Fraction(span.billionths, PPB),
            from_on=span.from_on,
            until_on=span.until_on,
            base_fen=span.base_fen,
            rate=Rate(span.daily_ppb, "day"),
        )
        lines.append(line)
    return joined(lines)


def joined(lines: Iterable[Line]) -> list[Line]:
    """The lines, those that differ in nothing but their days and follow each other made one."""
    made: list[Line] = []
    for line in lines:
        if made:
            last = made[-1]
            longer = msgspec.structs.replace(last, until_on=line.until_on, exact=last.exact + line.exact)
            if last.until_on == line.from_on and _apart_from_days(last) == _apart_from_days(line):
                made[-1] = longer
                continue
        made.append(line)
    return made


def _apart_from_days(line: Line) -> Line:
    return msgspec.structs.replace(line, from_on=None, until_on=None, exact=Fraction(0))
