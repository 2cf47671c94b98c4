"""`baitiao ticket`, `ticket-answer`, `tickets`: what customers ask for, and the answers."""

from __future__ import annotations

from typing import Annotated, get_args

from baitiao_cli.actions.desk.ticket import TICKET, TICKET_ANSWER, TicketAnswerAsked, TicketAsked, list_tickets
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, free_text, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.facts.service import TicketAbout
from baitiao_cli.desk.service.tickets import ServiceRules
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.desk.tickets import ticket_document, tickets_document
from baitiao_cli.show.document import Document


@verb_command(TICKET, ticket_document)
def ticket(
    account_id: Annotated[str, argument("ACCOUNT")],
    about: Annotated[TicketAbout, option("--about", one_of(*get_args(TicketAbout)), "WHAT")],
    text: Annotated[str, option("--text", free_text, "TEXT")],
    rules: RulesFile = None,
) -> TicketAsked:
    """Records what a customer asks for, and by when it is to be answered."""
    read, name = rules_given(rules, "service", ServiceRules)
    return TicketAsked(account_id=account_id, about=about, text=text, rules=read, rules_name=name)


@verb_command(TICKET_ANSWER, ticket_document)
def ticket_answer(
    ticket_id: Annotated[str, argument("RECORD")],
    text: Annotated[str, argument("TEXT", free_text)],
) -> TicketAnswerAsked:
    """Records the answer to what a customer asked for."""
    return TicketAnswerAsked(ticket_id=ticket_id, text=text)


@view_command("tickets")
def tickets(
    request: Request,
    tx: ReadTransaction,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    answered: Annotated[bool, option("--answered")] = False,
) -> Document:
    """Lists what customers ask for and nobody has answered, late ones first."""
    lines = list_tickets(tx, account_id or "", request.as_of, with_answered=answered)
    return tickets_document(lines, request.as_of)
