"""`baitiao score`, `score keep`, `score apply`, `score test`: points by a scorecard, kept, applied, and tested."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from baitiao_cli.actions.desk.score import SCORE_KEEP, ScoreKeepAsked, keep_all, score_history, score_of, scores
from baitiao_cli.actions.desk.score_apply import SCORE_APPLY, ScoreApplyAsked, apply_all
from baitiao_cli.actions.desk.score_test import ScoreTestAsked
from baitiao_cli.actions.desk.score_test import score_test as test_scores
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.desk.which import check_which, run_over
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option, whole
from baitiao_cli.cli.views import look
from baitiao_cli.desk.assessment.scorecard import Scorecard
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.desk.score import LOOKING, SCORING
from baitiao_cli.show.desk.score import (
    score_apply_document,
    score_document,
    score_history_document,
    score_keep_document,
    score_test_document,
    scores_document,
)
from baitiao_cli.show.document import Document

Who = Annotated[str | None, argument("ACCOUNT")]
All = Annotated[bool, option("--all")]


MONTHS, MOST_MONTHS = 6, 60
BAD_DAYS, MOST_DAYS = 30, 3650


@command("score", view=True)
def score(
    request: Request,
    account_id: Who = None,
    all_accounts: All = False,
    explain: Annotated[bool, option("--explain")] = False,
    history: Annotated[bool, option("--history")] = False,
    rules: RulesFile = None,
) -> Document:
    """Scores an account, or all."""
    check_which("score", account_id, all_accounts)
    who, as_of = account_id or "", request.as_of
    if explain and history:
        raise BaitiaoError("options-exclusive", options=["--explain", "--history"])
    for name, is_given in (("--explain", explain), ("--history", history)):
        if is_given and not who:
            raise BaitiaoError("options-exclusive", options=[name, "--all"])
    card, named = rules_given(rules, "scorecard", Scorecard)
    if history:
        return look(request, lambda tx: score_history_document(score_history(tx, who, as_of, card), as_of))
    if who:
        return look(request, lambda tx: score_document(score_of(tx, who, as_of, card), card, named, explain))
    with shown_progress(request.language, SCORING) as progress:
        return look(request, lambda tx: scores_document(list(scores(tx, as_of, card, progress)), as_of), True)


@command("score keep", write=True)
def score_keep(
    request: Request, account_id: Who = None, all_accounts: All = False, rules: RulesFile = None
) -> Document:
    """Keeps the score of an account, or of all."""
    check_which("score keep", account_id, all_accounts)
    card, named = rules_given(rules, "scorecard", Scorecard)
    asked = ScoreKeepAsked(account_id=account_id or "", rules=named, card=card)
    return run_over(request, SCORE_KEEP, asked, keep_all, score_keep_document, SCORING)


@command("score apply", write=True)
def score_apply(
    request: Request, account_id: Who = None, all_accounts: All = False, rules: RulesFile = None
) -> Document:
    """Sets the tiers that the kept scores give."""
    check_which("score apply", account_id, all_accounts)
    card, named = rules_given(rules, "scorecard", Scorecard)
    asked = ScoreApplyAsked(account_id=account_id or "", rules=named, card=card)
    return run_over(request, SCORE_APPLY, asked, apply_all, score_apply_document, LOOKING)


@command("score test", known=True)
def score_test(
    request: Request,
    scored_on: Annotated[date, option("--scored-on", day, "DATE")],
    months: Annotated[int | None, option("--months", whole, "N")] = None,
    bad_days: Annotated[int | None, option("--bad-days", whole, "N")] = None,
    rules: RulesFile = None,
) -> Document:
    """Holds the scores of a past day against the lateness that came after it."""
    card, named = rules_given(rules, "scorecard", Scorecard)
    asked = ScoreTestAsked(
        as_of=scored_on,
        months=_within("--months", months, MONTHS, MOST_MONTHS),
        bad_days=_within("--bad-days", bad_days, BAD_DAYS, MOST_DAYS),
    )
    with shown_progress(request.language, SCORING) as progress:
        return look(
            request,
            lambda tx: score_test_document(test_scores(tx, asked, request.today, card, named, progress), request.today),
            True,
        )


def _within(name: str, given: int | None, usual: int, most: int) -> int:
    number = usual if given is None else given
    if not 1 <= number <= most:
        raise BaitiaoError("desk-number-outside", option=name, given=number, least=1, most=most)
    return number
