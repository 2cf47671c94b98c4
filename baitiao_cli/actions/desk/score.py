"""`score`: points by a scorecard from the ledger alone, for one account or all, month by month, and kept if asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import msgspec

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.desk.every_account import Progress, books, open_book
from baitiao_cli.actions.desk.income import declared_income
from baitiao_cli.actions.desk.over_accounts import over_accounts
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.calc.dates import add_months
from baitiao_cli.desk.assessment.behaviour import behaviour
from baitiao_cli.desk.assessment.lateness import Past, past_of
from baitiao_cli.desk.assessment.scorecard import Score, Scorecard, ScoredLine
from baitiao_cli.desk.assessment.scorecard import score as score_by
from baitiao_cli.desk.facts.assessment import ScoreTaken
from baitiao_cli.ledger.store import Book, Ledger, ReadTransaction, WriteTransaction


class ScoreRow(msgspec.Struct, frozen=True, kw_only=True):
    """The score of an account at the end of a day, and the tier that it has then; with its lines if asked for."""

    account_id: str
    as_of: date
    points: int
    tier: Tier
    scored_tier: Tier
    lines: list[ScoredLine] = []
    record_id: str = ""


def score_of(tx: ReadTransaction, account_id: str, as_of: date, card: Scorecard) -> ScoreRow:
    """The score of one account on a day; `account-unknown`, `account-not-open-yet`, `account-closed`."""
    return _row(tx, candidate(tx, account_id, as_of), card)


def scores(tx: ReadTransaction, as_of: date, card: Scorecard, progress: Progress | None = None) -> Iterator[ScoreRow]:
    """The scores of all accounts that are open on a day, in the order of their numbers."""
    return (_row(tx, each, card) for each in candidates(tx, as_of, progress))


class Candidate(NamedTuple):
    """An account that is open on a day: its book, and itself with how late it was on the days before."""

    book: Book
    past: Past


def candidate(tx: ReadTransaction, account_id: str, as_of: date) -> Candidate:
    """One account as of a day; `account-unknown`, `account-not-open-yet`, `account-closed`."""
    book = open_book(tx, account_id, as_of)
    return Candidate(book, past_of(book.events, as_of))


def candidates(tx: ReadTransaction, as_of: date, progress: Progress | None = None) -> Iterator[Candidate]:
    """Each account that is open on a day, in the order of their numbers."""
    for book in books(tx, as_of, progress, lambda row: row.closed_on is None):
        past = past_of(book.events, as_of)
        if not past.account.closed_on:
            yield Candidate(book, past)


def score_history(tx: ReadTransaction, account_id: str, as_of: date, card: Scorecard) -> list[ScoreRow]:
    """The score on the last day of each month since the opening, and on the day itself; errors as for `score_of`."""
    book = tx.book(account_id)
    opened_on = book.account(as_of).opened_on
    pasts = [past_of(book.events, day) for day in _month_ends(opened_on, as_of)]
    return [_row(tx, Candidate(book, past), card) for past in pasts if not past.account.closed_on]


def _month_ends(from_on: date, through: date) -> Iterator[date]:
    first = from_on.replace(day=1)
    for count in range(1, (through.year - first.year) * 12 + through.month - first.month + 1):
        yield add_months(first, count) - timedelta(days=1)
    yield through


def scored(tx: ReadTransaction, each: Candidate, card: Scorecard) -> Score:
    """The score of an account at the end of the day as of which it is looked at."""
    declared = declared_income(tx, each.book.account_person, each.past.account.through)
    income = declared.income if declared else None
    return score_by(behaviour(each.past, income, months=card.months, cash_like=card.cash_like), card)


def _row(tx: ReadTransaction, each: Candidate, card: Scorecard) -> ScoreRow:
    taken, account = scored(tx, each, card), each.past.account
    return ScoreRow(
        account_id=account.account_id,
        as_of=account.through,
        points=taken.points,
        tier=account.tier,
        scored_tier=taken.tier,
        lines=list(taken.lines),
    )


class ScoreKeepAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Whose score is kept ("" all accounts that are open), by which scorecard."""

    account_id: str = ""
    rules: str
    card: Scorecard


class ScoreKeepAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The scores that were kept, each with its record."""

    effective_on: date
    rules: str
    rules_version: int
    scores: list[ScoreRow]


def keep(tx: WriteTransaction, asked: ScoreKeepAsked, call: Call, progress: Progress | None = None) -> ScoreKeepAnswer:
    """Keeps the scores as of the day that it counts; errors as for `score_of`, and `date-in-future`."""
    on, card = call.effective_on, asked.card
    rows = [score_of(tx, asked.account_id, on, card)] if asked.account_id else list(scores(tx, on, card, progress))
    kept = []
    for row in rows:
        taken = ScoreTaken(
            rules=asked.rules,
            rules_version=card.rules_version,
            fired=tuple(line.fired for line in row.lines),
            points=row.points,
            tier=row.tier,
            scored_tier=row.scored_tier,
        )
        entry = tx.record_at_desk(row.account_id, taken, on, call.request_id)
        kept.append(msgspec.structs.replace(row, lines=[], record_id=entry.record_id))
    return _answer(asked, call, kept)


def keep_all(ledger: Ledger, asked: ScoreKeepAsked, call: Call, progress: Progress | None = None) -> ScoreKeepAnswer:
    """Keeps the scores of all accounts that are open, each as it stands when its turn comes."""
    answers: list[ScoreKeepAnswer] = over_accounts(ledger, SCORE_KEEP, asked, call, progress)
    return _answer(asked, call, [row for each in answers for row in each.scores])


def _answer(asked: ScoreKeepAsked, call: Call, kept: list[ScoreRow]) -> ScoreKeepAnswer:
    return ScoreKeepAnswer(
        effective_on=call.effective_on, rules=asked.rules, rules_version=asked.card.rules_version, scores=kept
    )


SCORE_KEEP = Verb("score keep", ScoreKeepAsked, ScoreKeepAnswer, keep)
