"""A points scorecard: each figure in its band gives points, their sum a tier; equal figures give equal terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from baitiao_cli.account.terms import Tier
from baitiao_cli.desk.assessment.behaviour import Behaviour, FigureName
from baitiao_cli.desk.facts.decision import Fired
from baitiao_cli.desk.rule_files import Misfit, RuleFile
from baitiao_cli.messages.desk.score import BANDS_RISE, FIGURE_TWICE, POINTS_ABOVE, TIERS_FALL

Points = Annotated[int, msgspec.Meta(ge=-1000, le=1000)]
MOST_POINTS = 100
"""The most that the best bands of a scorecard may sum to."""
Whole = Annotated[int, msgspec.Meta(ge=0, le=10_000)]


class Band(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """So many points for a figure of `from_` or more, up to the next band."""

    from_: Whole
    points: Points


class ScoreLine(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The points for one figure, by its bands, which begin at 0; and where nothing is known of it."""

    figure: FigureName
    bands: Annotated[tuple[Band, ...], msgspec.Meta(min_length=1, max_length=50)]
    unknown: Points

    def taken(self, value: int | None) -> ScoredLine:
        """The line with the points that a figure gets."""
        if value is None:
            return ScoredLine(figure=self.figure, value=None, from_=None, until=None, points=self.unknown)
        above = [band for band in self.bands if band.from_ > value]
        band = self.bands[len(self.bands) - len(above) - 1]
        until = above[0].from_ if above else None
        return ScoredLine(figure=self.figure, value=value, from_=band.from_, until=until, points=band.points)


class TierPoints(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """From how many points on an account is of a tier; with fewer than for C it is of D."""

    A: Points
    B: Points
    C: Points


class Scorecard(RuleFile, frozen=True, kw_only=True):
    """A scorecard: its lines, and the points for the tiers.

    Payments are those of the next `months`; purchases of the scenes `cash_like` are quickly turned into cash. A score
    that is kept may set a tier for `valid_days` after its day.
    """

    months: Annotated[int, msgspec.Meta(ge=1, le=36)]
    cash_like: tuple[str, ...]
    lines: Annotated[tuple[ScoreLine, ...], msgspec.Meta(min_length=1)]
    tier_from: TierPoints
    valid_days: Annotated[int, msgspec.Meta(ge=1, le=366)]

    def misfits(self) -> Iterator[Misfit]:
        """Bands that do not rise from 0, a figure in two lines, tiers out of order, more than 100 points in all."""
        known: set[str] = set()
        for place, line in enumerate(self.lines):
            starts = [band.from_ for band in line.bands]
            if starts != sorted(set(starts)) or starts[0] != 0:
                yield Misfit(f"$.lines[{place}].bands", BANDS_RISE)
            if line.figure in known:
                yield Misfit(f"$.lines[{place}].figure", FIGURE_TWICE)
            known.add(line.figure)
        if not self.tier_from.A > self.tier_from.B > self.tier_from.C:
            yield Misfit("$.tier_from", TIERS_FALL)
        if sum(max(line.unknown, *(band.points for band in line.bands)) for line in self.lines) > MOST_POINTS:
            yield Misfit("$.lines", POINTS_ABOVE)


class ScoredLine(msgspec.Struct, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A line of a score: the figure, the band `[from_, until)` that it is in (`None`: unknown, open), its points."""

    figure: FigureName
    value: int | None
    from_: int | None
    until: int | None
    points: int

    @property
    def fired(self) -> Fired:
        """The line as a decision keeps it."""
        observed = "-" if self.value is None else str(self.value)
        return Fired(rule=self.figure, observed=observed, limit=self.band, effect=f"{self.points:+}")

    @property
    def band(self) -> str:
        """The band as it is told: 6-11, 12+, 0 where it has one figure, "" for what is not known."""
        if self.from_ is None:
            return ""
        if self.until is None:
            return f"{self.from_}+"
        return str(self.from_) if self.until == self.from_ + 1 else f"{self.from_}-{self.until - 1}"


class Score(msgspec.Struct, frozen=True, kw_only=True):
    """The sum of the points, the tier that they give, and the lines."""

    points: int
    tier: Tier
    lines: tuple[ScoredLine, ...]


def score(figures: Behaviour, card: Scorecard) -> Score:
    """The score of an account by its figures.

    >>> line = ScoreLine(figure="months-on-book", bands=(Band(from_=0, points=1), Band(from_=6, points=5)), unknown=0)
    >>> tier_from = TierPoints(A=9, B=5, C=2)
    >>> card = Scorecard(
    ...     rules_version=1, months=3, cash_like=(), lines=(line,), tier_from=tier_from, valid_days=45
    ... )
    >>> young, older = score({"months-on-book": 5}, card), score({"months-on-book": 6}, card)
    >>> (young.points, young.tier), (older.points, older.tier)
    ((1, 'D'), (5, 'B'))
    """
    lines = tuple(line.taken(figures[line.figure]) for line in card.lines)
    points = sum(line.points for line in lines)
    return Score(points=points, tier=tier_of(points, card.tier_from), lines=lines)


def tier_of(points: int, tier_from: TierPoints) -> Tier:
    """The tier of so many points: A from the points for A on, and so on; D below those for C."""
    if points >= tier_from.A:
        return "A"
    if points >= tier_from.B:
        return "B"
    return "C" if points >= tier_from.C else "D"
