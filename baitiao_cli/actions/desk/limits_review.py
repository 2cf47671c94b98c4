"""`limits review`: raises and cuts that the rules propose from behaviour, or the same share for a whole tier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec

from baitiao_cli.account.limits import ANYTHING
from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.limit import check_days
from baitiao_cli.actions.desk.consent import consent_log, consent_on
from baitiao_cli.actions.desk.every_account import Progress
from baitiao_cli.actions.desk.income import declared_income
from baitiao_cli.actions.desk.over_accounts import over_accounts
from baitiao_cli.actions.desk.score import Candidate, candidate, candidates
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.assessment.behaviour import behaviour
from baitiao_cli.desk.assessment.limits import LimitRules, Obstacle, Outcome, Wish, limit_changed_on, outcome, wish
from baitiao_cli.desk.facts import Fired, LimitProposed
from baitiao_cli.ledger.store import Book, Ledger, ReadTransaction, WriteTransaction

TIER_RULE = "tier-scaled"
"""The rule of a review that was asked for by tier and share."""


class LimitsReviewAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose limit is reviewed ("" all accounts that are open) by the rules; or with a `tier` so many per cent for it.

    With `until_on` what is proposed holds until that day.
    """

    account_id: str = ""
    tier: Tier | None = None
    percent: int = 100
    until_on: date | None = None
    rules: str
    rule_file: LimitRules


class LimitLine(msgspec.Struct, frozen=True, kw_only=True):
    """What is proposed for an account, by which record; or what stands in the way, and nothing is recorded."""

    record_id: str
    account_id: str
    tier: Tier
    limit_fen: int
    proposed_fen: int
    until_on: date | None
    rule: str
    fired: list[Fired]
    obstacle: Obstacle | None


class LimitsReviewAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """How many accounts were looked at, and a line for each for which a rule wants another limit."""

    effective_on: date
    looked_at_count: int
    lines: list[LimitLine]
    rules: str
    rules_version: int


def act(
    tx: WriteTransaction, asked: LimitsReviewAsked, call: Call, progress: Progress | None = None
) -> LimitsReviewAnswer:
    """Records what is proposed, as of the day that it counts; no limit changes.

    Errors: `date-in-future`, `limit-days-invalid` for a season that is over or too long, `account-unknown`,
    `account-not-open-yet`, `account-closed`.
    """
    on = call.effective_on
    if asked.until_on:
        check_days(call.today, asked.until_on, call.today)
    looked_at = [candidate(tx, asked.account_id, on)] if asked.account_id else candidates(tx, on, progress)
    wishing = _wishes(tx, asked, on)
    looked_at_count, lines = 0, []
    for each in looked_at:
        looked_at_count += 1
        if wanted := wishing(each):
            lines.append(_line(tx, asked, each.book, wanted, call))
    return _answer(asked, call, looked_at_count, lines)


def _wishes(tx: ReadTransaction, asked: LimitsReviewAsked, on: date) -> Callable[[Candidate], Wish | None]:
    rules = asked.rule_file
    if asked.tier:
        scaled = Fired(rule=TIER_RULE, observed=asked.tier, effect=f"x {asked.percent}%")
        wanted = Wish(percent=asked.percent, fired=(scaled,))
        return lambda each: wanted if each.past.account.tier == asked.tier else None

    def of_behaviour(each: Candidate) -> Wish | None:
        declared = declared_income(tx, each.book.account_person, on)
        income = declared.income if declared else None
        return wish(behaviour(each.past, income, months=rules.months, cash_like=rules.cash_like), rules)

    return of_behaviour


def _line(tx: WriteTransaction, asked: LimitsReviewAsked, book: Book, wanted: Wish, call: Call) -> LimitLine:
    on, rules = call.effective_on, asked.rule_file
    account = book.account(on)
    found = _outcome(tx, book, wanted, rules, on)
    limit_fen, record_id = account.limits.lasting[ANYTHING], ""
    fired = (*wanted.fired, found.bound) if found.bound else wanted.fired
    if found.obstacle is None:
        proposed = LimitProposed(
            rules=asked.rules,
            rules_version=rules.rules_version,
            fired=fired,
            limit_fen=limit_fen,
            proposed_fen=found.proposed_fen,
            until_on=asked.until_on,
        )
        record_id = tx.record_at_desk(book.account_id, proposed, on, call.request_id).record_id
    return LimitLine(
        record_id=record_id,
        account_id=book.account_id,
        tier=account.tier,
        limit_fen=limit_fen,
        proposed_fen=found.proposed_fen,
        until_on=asked.until_on,
        rule=wanted.fired[0].rule,
        fired=list(fired),
        obstacle=found.obstacle,
    )


def _outcome(tx: ReadTransaction, book: Book, wanted: Wish, rules: LimitRules, on: date) -> Outcome:
    needed = rules.raise_needs_consent
    said = consent_on(consent_log(tx, book.account_person, on), needed) if needed else None
    given = [needed] if needed and said and said.is_given else []
    return outcome(book.account(on), wanted.percent, rules, limit_changed_on(book.events, on), given)


def review_all(
    ledger: Ledger, asked: LimitsReviewAsked, call: Call, progress: Progress | None = None
) -> LimitsReviewAnswer:
    """Records what is proposed for all accounts that are open, each as it stands when its turn comes."""
    answers: list[LimitsReviewAnswer] = over_accounts(ledger, LIMITS_REVIEW, asked, call, progress)
    lines = [line for each in answers for line in each.lines]
    return _answer(asked, call, sum(each.looked_at_count for each in answers), lines)


def _answer(asked: LimitsReviewAsked, call: Call, looked_at: int, lines: list[LimitLine]) -> LimitsReviewAnswer:
    return LimitsReviewAnswer(
        effective_on=call.effective_on,
        looked_at_count=looked_at,
        lines=lines,
        rules=asked.rules,
        rules_version=asked.rule_file.rules_version,
    )


LIMITS_REVIEW = Verb("limits review", LimitsReviewAsked, LimitsReviewAnswer, act)
