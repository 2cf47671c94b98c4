"""`ticket`, `ticket-answer`, `tickets`: what customers ask for, by when it is to be answered, and the answers."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.desk.facts import TicketAnswered, TicketOpened
from baitiao_cli.desk.facts.service import TicketAbout
from baitiao_cli.desk.service.tickets import ServiceRules, answer_by
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction, WriteTransaction


class TicketAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What the customer of an account asks for, and the rules that say by when it is answered."""

    account_id: str
    about: TicketAbout
    text: str
    rules: ServiceRules
    rules_name: str


class TicketAnswerAsked(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a request."""

    ticket_id: str
    text: str


class TicketLine(msgspec.Struct, frozen=True, kw_only=True):
    """A request: by when it is to be answered, and its answer (`None` and "" while there is none).

    `days_left` are those from the day asked about, or the day of the answer, to the last one in time: negative is late.
    """

    ticket_id: str
    account_id: str
    about: str
    opened_on: date
    answer_by_on: date
    days_left: int
    answered_on: date | None
    text: str
    answer: str


def open_ticket(tx: WriteTransaction, asked: TicketAsked, call: Call) -> TicketLine:
    """Records the request; no figure changes. `date-in-future`."""
    on = call.effective_on
    account = tx.book(asked.account_id).account(on)
    by_on, fired = answer_by(asked.rules, asked.about, on)
    fact = TicketOpened(
        rules=asked.rules_name,
        rules_version=asked.rules.rules_version,
        fired=(fired,),
        about=asked.about,
        text=asked.text,
        answer_by_on=by_on,
    )
    kept = tx.record_at_desk(account.account_id, fact, on, call.request_id)
    return _ticket(tx, kept.record_id, call.today)


def answer_ticket(tx: WriteTransaction, asked: TicketAnswerAsked, call: Call) -> TicketLine:
    """Records the answer, in time or late.

    Errors, in this order: `date-in-future`, `desk-record-unknown`, `ticket-unknown` for a record that is none,
    `ticket-answered`, `ticket-later` for an answer before the request.
    """
    on = call.effective_on
    ticket = _ticket(tx, asked.ticket_id, date.max)
    if ticket.answered_on:
        raise BaitiaoError("ticket-answered", ticket_id=asked.ticket_id, on=ticket.answered_on)
    if on < ticket.opened_on:
        raise BaitiaoError("ticket-later", ticket_id=asked.ticket_id, on=on, opened_on=ticket.opened_on)
    answered = TicketAnswered(ticket_id=asked.ticket_id, text=asked.text)
    tx.record_at_desk(ticket.account_id, answered, on, call.request_id)
    return _ticket(tx, asked.ticket_id, call.today)


def _ticket(tx: ReadTransaction, ticket_id: str, as_of: date) -> TicketLine:
    subject = tx.desk_record(ticket_id).subject
    found = (line for line in tickets_of(tx, as_of, subject) if line.ticket_id == ticket_id)
    line = next(found, None)
    if line is None:
        raise BaitiaoError("ticket-unknown", record_id=ticket_id)
    return line


def list_tickets(tx: ReadTransaction, account_id: str, as_of: date, *, with_answered: bool = False) -> list[TicketLine]:
    """The requests of an account (or "" of all) that are not answered on a day, the latest ones first.

    Those that are late stand first, by how late they are; answered ones, if asked for, stand at the end.
    """
    subject = tx.book(account_id).account_id if account_id else None
    lines = [line for line in tickets_of(tx, as_of, subject) if with_answered or line.answered_on is None]
    return sorted(lines, key=lambda line: (line.answered_on is not None, line.answer_by_on, int(line.ticket_id[1:])))


def tickets_of(tx: ReadTransaction, as_of: date, subject: str | None) -> list[TicketLine]:
    """All requests that came by a day, in the order recorded, with the answers given by then."""
    answers: dict[str, tuple[date, str]] = {}
    opened = []
    for entry in tx.at_desk(as_of, subject, (TicketOpened, TicketAnswered)):
        if isinstance(entry.fact, TicketAnswered):
            answers[entry.fact.ticket_id] = entry.effective_on, entry.fact.text
        elif isinstance(entry.fact, TicketOpened):
            opened.append((entry, entry.fact))
    lines = []
    for entry, fact in opened:
        answered_on, answer = answers.get(entry.record_id, (None, ""))
        lines.append(
            TicketLine(
                ticket_id=entry.record_id,
                account_id=entry.subject,
                about=fact.about,
                opened_on=entry.effective_on,
                answer_by_on=fact.answer_by_on,
                days_left=(fact.answer_by_on - (answered_on or as_of)).days,
                answered_on=answered_on,
                text=fact.text,
                answer=answer,
            )
        )
    return lines


TICKET = Verb("ticket", TicketAsked, TicketLine, open_ticket)
TICKET_ANSWER = Verb("ticket-answer", TicketAnswerAsked, TicketLine, answer_ticket)
