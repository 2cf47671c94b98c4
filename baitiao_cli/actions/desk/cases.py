"""`cases`, `cases open` and `case`: who is late has a case, through its stages, until nothing is late any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from baitiao_cli.account.account import Account
from baitiao_cli.account.delinquency import days_past_due
from baitiao_cli.account.owed import overdue_fen
from baitiao_cli.account.verbs.reverse import live_events
from baitiao_cli.account.views.figures import figures
from baitiao_cli.actions.account_lines.standing import HardshipLine, hardship_line
from baitiao_cli.actions.desk.contact import ContactLine, list_contacts
from baitiao_cli.actions.desk.every_account import Progress, folded
from baitiao_cli.actions.desk.open_case import Case, cases_of
from baitiao_cli.actions.desk.promise import PromiseLine, promises_of
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.collection.cases import CaseRules, Stage, Waiting, ending, next_step, opening, stage_of
from baitiao_cli.desk.facts import CaseClosed, CaseOpened
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.codec import kind_of
from baitiao_cli.ledger.store import Book, ReadTransaction, WriteTransaction

HAPPENINGS = (
    *("repayment-received", "payoff-received", "prepayment-received", "recovery-received", "debit-tried"),
    *("hardship-requested", "hardship-decided", "plan-extended", "plan-restructured", "balance-restructured"),
    *("interest-paused", "charges-waived", "debt-charged-off", "debt-written-off"),
)
"""The events of an account that the timeline of a case tells."""


class OpenCasesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The rules by which cases are opened."""

    rules: CaseRules
    rules_name: str


class CaseMoved(msgspec.Struct, frozen=True, kw_only=True):
    """A case that was opened or closed: how late the account is, its stage, or why it ended."""

    case_id: str
    account_id: str
    days_past_due: int
    overdue_fen: int
    stage: str = ""
    ended: str = ""


class OpenCasesAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What a run did: cases opened and closed, and how many were open before and stay so."""

    on: date
    opened: list[CaseMoved]
    closed: list[CaseMoved]
    unchanged_count: int


def open_cases(
    tx: WriteTransaction, asked: OpenCasesAsked, call: Call, progress: Progress | None = None
) -> OpenCasesAnswer:
    """Opens a case for each account that is late enough and has none, and closes those that end.

    Doing it again on the same day changes nothing. `date-in-future`; `cases-later` when cases were opened or closed for
    a later day than this one, for then it is not known what was open.
    """
    on = call.effective_on
    latest = max((entry.effective_on for entry in tx.at_desk(date.max, None, (CaseOpened, CaseClosed))), default=on)
    if latest > on:
        raise BaitiaoError("cases-later", on=on, latest_on=latest)
    waiting = {case.account_id: case for case in cases_of(tx, on) if case.closed_on is None}
    moves = [
        (account.account_id, fact)
        for account in folded(tx, on, progress, lambda row: bool(row.oldest_unpaid_due_on or row.account_id in waiting))
        if (fact := _move(account, waiting.get(account.account_id), asked))
    ]
    opened, closed = [], []
    for account_id, fact in moves:
        record_id = tx.record_at_desk(account_id, fact, on, call.request_id).record_id
        if isinstance(fact, CaseOpened):
            opened.append(_moved(account_id, record_id, fact, stage=fact.stage))
        else:
            closed.append(_moved(account_id, fact.case_id, fact, ended=fact.ended))
    return OpenCasesAnswer(on=on, opened=opened, closed=closed, unchanged_count=len(waiting) - len(closed))


def _move(account: Account, case: Case | None, asked: OpenCasesAsked) -> CaseOpened | CaseClosed | None:
    """What becomes of an account's case, if anything does."""
    days, version = days_past_due(account, account.through), asked.rules.rules_version
    ends = ending(account, days)
    if case is not None and ends:
        return CaseClosed(
            rules=asked.rules_name,
            rules_version=version,
            fired=(ends[1],),
            case_id=case.case_id,
            ended=ends[0],
            days_past_due=days,
            overdue_fen=overdue_fen(account),
        )
    opens = opening(asked.rules, days)
    if case is not None or ends or opens is None:
        return None
    return CaseOpened(
        rules=asked.rules_name,
        rules_version=version,
        fired=(opens[1],),
        days_past_due=days,
        overdue_fen=overdue_fen(account),
        stage=opens[0].name,
    )


def _moved(
    account_id: str, case_id: str, fact: CaseOpened | CaseClosed, *, stage: str = "", ended: str = ""
) -> CaseMoved:
    return CaseMoved(
        case_id=case_id,
        account_id=account_id,
        days_past_due=fact.days_past_due,
        overdue_fen=fact.overdue_fen,
        stage=stage,
        ended=ended,
    )


class CaseLine(Case, frozen=True, kw_only=True):
    """A case with how late its account is on the day, its stage, and what is next ("" for both once it is closed)."""

    days_past_due: int
    overdue_fen: int
    owed_fen: int
    stage: str
    next_step: str


class CaseHappening(msgspec.Struct, frozen=True, kw_only=True):
    """An event of the account since the case was opened: what it was, how much in fen (`None`: no amount), by which."""

    on: date
    kind: str
    amount_fen: int | None
    event_id: str


class CaseView(CaseLine, frozen=True, kw_only=True):
    """A case with all that belongs to it; figures are those of the day, or of the day on which it was closed."""

    cure_fen: int
    hardship: HardshipLine | None
    promises: list[PromiseLine]
    contacts: list[ContactLine]
    happenings: list[CaseHappening]


def list_cases(
    tx: ReadTransaction, rules: CaseRules, as_of: date, *, stage: str = "", with_closed: bool = False
) -> list[CaseLine]:
    """The open cases, the longest late first; those of one stage, or closed ones too, if asked."""
    lines = []
    for case in cases_of(tx, as_of):
        if case.closed_on is None or with_closed:
            book = tx.book(case.account_id)
            lines.append(_line(tx, rules, case, book, book.account(case.closed_on or as_of)))
    lines.sort(key=lambda line: (-line.days_past_due, int(line.case_id[1:])))
    return [line for line in lines if not stage or line.stage == stage]


def show_case(tx: ReadTransaction, rules: CaseRules, case_id: str, as_of: date) -> CaseView:
    """One case; `desk-record-unknown`, `case-unknown` for a record that is none, or was not opened by the day."""
    subject = tx.desk_record(case_id).subject
    case = next((case for case in cases_of(tx, as_of, subject) if case.case_id == case_id), None)
    if case is None:
        raise BaitiaoError("case-unknown", record_id=case_id)
    until_on = case.closed_on or as_of
    book = tx.book(case.account_id)
    account = book.account(until_on)
    return CaseView(
        **msgspec.structs.asdict(_line(tx, rules, case, book, account)),
        cure_fen=figures(account).cure_fen,
        hardship=hardship_line(account.hardship, until_on),
        promises=[one for one in promises_of(tx, book, until_on, account) if one.case_id == case_id],
        contacts=[one for one in list_contacts(tx, case.account_id, until_on) if one.effective_on >= case.opened_on],
        happenings=list(_happenings(book, case.opened_on, until_on)),
    )


def _line(tx: ReadTransaction, rules: CaseRules, case: Case, book: Book, account: Account) -> CaseLine:
    now = figures(account)
    stage: Stage | None = None
    step = ""
    if case.closed_on is None:
        stage = None if ending(account, now.days_past_due) else stage_of(rules, now.days_past_due)
        made = [one for one in promises_of(tx, book, account.through, account) if one.case_id == case.case_id]
        latest = max(made, key=lambda one: int(one.record_id[1:]), default=None)
        since_on = account.hardship.since_on if account.hardship else None
        step = next_step(stage, Waiting(since_on, latest.state if latest else ""))
    return CaseLine(
        **msgspec.structs.asdict(case),
        days_past_due=now.days_past_due,
        overdue_fen=now.overdue_fen,
        owed_fen=now.owed_fen,
        stage=stage.name if stage else "",
        next_step=step,
    )


def _happenings(book: Book, from_on: date, until_on: date) -> Iterator[CaseHappening]:
    """What happened to the account in `[from_on, until_on]` that a case tells, by day; what was reversed did not."""
    for event in sorted(live_events(book.events), key=lambda event: event.effective_on):
        kind = kind_of(event.fact)
        if kind in HAPPENINGS and from_on <= event.effective_on <= until_on:
            amount = getattr(event.fact, "taken_fen", getattr(event.fact, "amount_fen", None))
            yield CaseHappening(on=event.effective_on, kind=kind, amount_fen=amount, event_id=event.event_id)


OPEN_CASES = Verb("cases open", OpenCasesAsked, OpenCasesAnswer, open_cases)
