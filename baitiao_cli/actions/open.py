"""`open`: a credit line for a person."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events import Opened
from baitiao_cli.account.terms import Tier
from baitiao_cli.account.verbs.open import decide_opening
from baitiao_cli.actions.verb import Call, Verb, always
from baitiao_cli.calc.identity import check_age
from baitiao_cli.ledger.store import WriteTransaction
from baitiao_cli.products.catalogue import line_terms


class OpenAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What a line is opened with; `product_id` is that of the product whose line terms it has ("" `month`)."""

    name: str
    limit_fen: int
    phone: str = ""
    id_number: str = ""
    bill_day: int = 3
    tier: Tier = "B"
    product_id: str = ""

    def __repr__(self) -> str:
        return "OpenAsked()"  # a log or a traceback must not tell who it is


class OpenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """The new account."""

    account_id: str
    person_id: str
    event_id: str
    effective_on: date
    limit_fen: int
    bill_day: int
    tier: str
    known_otherwise: list[str] = []
    """Which fields were given otherwise than this person, who was known before, is known: they stay as they were."""


def act(tx: WriteTransaction, asked: OpenAsked, call: Call) -> OpenAnswer:
    """Opens a line on the line terms of the product, which are frozen with it.

    Refuses a product without any, who is not of age, what `decide_opening` refuses, and a second open account.
    """
    line = line_terms(asked.product_id)
    check_age(asked.id_number, call.effective_on)
    person = tx.find_or_add_person(asked.name, asked.phone, asked.id_number)
    opened = Opened(
        person_id=person.person_id,
        limit_fen=asked.limit_fen,
        bill_day=asked.bill_day,
        tier=asked.tier,
        line=line,
    )
    book = tx.open_account(decide_opening(opened, call.effective_on), call.effective_on, call.request_id)
    given = {"name": asked.name, "phone": asked.phone}
    return OpenAnswer(
        account_id=book.account_id,
        person_id=person.person_id,
        event_id=book.events[0].event_id,
        effective_on=call.effective_on,
        limit_fen=asked.limit_fen,
        bill_day=asked.bill_day,
        tier=asked.tier,
        known_otherwise=[field for field, value in given.items() if value and value != getattr(person, field)],
    )


OPEN = Verb("open", OpenAsked, OpenAnswer, act, is_personal=always)
