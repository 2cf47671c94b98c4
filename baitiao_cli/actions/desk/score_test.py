"""`score test`: the scores of a past day beside the lateness that came after it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import msgspec

from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.terms import TIERS, Tier
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.actions.desk.score import candidates, scored
from baitiao_cli.calc.dates import add_months
from baitiao_cli.calc.rates import percent
from baitiao_cli.desk.assessment.lateness import past_of
from baitiao_cli.desk.assessment.scorecard import Scorecard
from baitiao_cli.desk.assessment.separation import Trial, auc, ks
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction


class ScoreTestAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The day of the scores, for how many months after it lateness is looked for, and from how many days it is bad."""

    as_of: date
    months: int
    bad_days: int


class TierResult(msgspec.Struct, frozen=True, kw_only=True):
    """The accounts of a tier by score: how many, how many turned out bad, their share and their mean points."""

    scored_tier: Tier
    count: int
    bad_count: int
    bad_pct: str | None
    points_mean: str | None


class ScoreTest(msgspec.Struct, frozen=True, kw_only=True):
    """What the scores of a day were worth: by tier, and as KS and AUC in per cent (`None` without bad or good)."""

    as_of: date
    through: date
    months: int
    bad_days: int
    count: int
    bad_count: int
    left_out_count: int
    tiers: list[TierResult]
    ks_pct: str | None
    auc_pct: str | None
    rules: str
    rules_version: int


def score_test(
    tx: ReadTransaction, asked: ScoreTestAsked, today: date, card: Scorecard, rules: str, progress: Progress | None
) -> ScoreTest:
    """Scores every account that was open on the day, without those that were bad already, and looks at what came.

    `date-in-future` while the last of the months is not over.
    """
    through = add_months(asked.as_of, asked.months)
    if through > today:
        raise BaitiaoError("date-in-future", on=through, today=today)
    trials, left_out = [], 0
    for each in candidates(tx, asked.as_of, progress):
        if days_past_due(each.past.account, asked.as_of) >= asked.bad_days:
            left_out += 1
            continue
        worst_days = past_of(each.book.events, through).worst_days(asked.as_of)
        taken = scored(tx, each, card)
        trials.append(Trial(taken.points, taken.tier, worst_days >= asked.bad_days))
    return ScoreTest(
        as_of=asked.as_of,
        through=through,
        months=asked.months,
        bad_days=asked.bad_days,
        count=len(trials),
        bad_count=sum(trial.is_bad for trial in trials),
        left_out_count=left_out,
        tiers=[_result(tier, [trial for trial in trials if trial.tier == tier]) for tier in TIERS],
        ks_pct=_pct(ks(trials)),
        auc_pct=_pct(auc(trials)),
        rules=rules,
        rules_version=card.rules_version,
    )


def _result(tier: Tier, trials: list[Trial]) -> TierResult:
    count, bad_count = len(trials), sum(trial.is_bad for trial in trials)
    mean = Fraction(sum(trial.points for trial in trials), count) if count else None
    return TierResult(
        scored_tier=tier,
        count=count,
        bad_count=bad_count,
        bad_pct=_pct(Fraction(bad_count, count) if count else None),
        points_mean=None if mean is None else percent(mean / 100, 1),
    )


def _pct(share: Fraction | None) -> str | None:
    return None if share is None else percent(share)
