"""`demo`: a bundled story, played with a simulated clock through the same verbs that everybody uses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from baitiao_cli.actions.accrue import ACCRUE, AccrueAsked
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.close import CLOSE, CloseAsked
from baitiao_cli.actions.open import OPEN, OpenAsked
from baitiao_cli.actions.payoff import PAYOFF, PayoffAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.show import show
from baitiao_cli.actions.statement import show_statement
from baitiao_cli.actions.verb import Call, Verb
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.messages import Text, story

ACCOUNT = "A1"


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the story: what the reader is told, the day it happens, and the verb; `view` is shown after it."""

    today: date
    caption: Text
    verb: Verb
    asked: msgspec.Struct
    on: date | None = None
    view: str = ""


class Scene(msgspec.Struct, frozen=True, kw_only=True):
    """What a step led to: the verb's answer, and the view that the step asks for (or `None`)."""

    step: Step
    answer: Any
    view: Any


STORY = (
    Step(
        today=date(2026, 1, 5),
        caption=story.OPENED,
        verb=OPEN,
        asked=OpenAsked(name="李雷", limit_fen=20_000_00, phone="13800001234"),
    ),
    Step(
        today=date(2026, 1, 8),
        caption=story.PHONE,
        verb=CHARGE,
        asked=ChargeAsked(account_id=ACCOUNT, amount_fen=5_999_00, installments=12, merchant="Phone shop"),
        view="schedule",
    ),
    Step(
        today=date(2026, 1, 21),
        caption=story.GROCERIES,
        verb=CHARGE,
        asked=ChargeAsked(account_id=ACCOUNT, amount_fen=400_00, merchant="Supermarket"),
    ),
    Step(
        today=date(2026, 2, 3),
        caption=story.FIRST_BILL,
        verb=ACCRUE,
        asked=AccrueAsked(),
        view="statement",
    ),
    Step(
        today=date(2026, 2, 10),
        caption=story.PAID_IN_FULL,
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=935_90),
    ),
    Step(
        today=date(2026, 2, 15),
        caption=story.COAT,
        verb=CHARGE,
        asked=ChargeAsked(account_id=ACCOUNT, amount_fen=403_00, merchant="Clothes shop"),
    ),
    Step(
        today=date(2026, 3, 3),
        caption=story.SECOND_BILL,
        verb=ACCRUE,
        asked=AccrueAsked(),
    ),
    Step(
        today=date(2026, 3, 17),
        caption=story.PAID_LATE,
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=941_55),
    ),
    Step(
        today=date(2026, 4, 3),
        caption=story.THIRD_BILL,
        verb=ACCRUE,
        asked=AccrueAsked(),
        view="statement",
    ),
    Step(
        today=date(2026, 4, 20),
        caption=story.PAST_DUE,
        verb=ACCRUE,
        asked=AccrueAsked(),
        view="show",
    ),
    Step(
        today=date(2026, 4, 20),
        on=date(2026, 4, 8),
        caption=story.BACK_DATED,
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=535_90),
        view="show",
    ),
    Step(
        today=date(2026, 5, 10),
        caption=story.FOURTH_BILL_PAID,
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=535_90),
    ),
    Step(
        today=date(2026, 5, 20),
        caption=story.PAID_OFF,
        verb=PAYOFF,
        asked=PayoffAsked(account_id=ACCOUNT),
    ),
    Step(
        today=date(2026, 6, 20),
        caption=story.CLOSED,
        verb=CLOSE,
        asked=CloseAsked(account_id=ACCOUNT, reason="demo", phone_digits="1234"),
        view="show",
    ),
)


def play(path: Path) -> Iterator[Scene]:
    """Plays the story in a new ledger at `path`, step by step; the same figures and the same hash every time."""
    ledger = Ledger.create(path, now=_clock(STORY[0].today))
    for step in STORY:
        call = Call(today=step.today, now=_clock(step.today), operator="demo", on=step.on)
        answer = perform(ledger, step.verb, step.asked, call)
        with ledger.read() as tx:
            yield Scene(step=step, answer=answer, view=_view(tx, step))


def _clock(today: date) -> str:
    return f"{today}T02:00:00Z"


def _view(tx: Any, step: Step) -> Any:
    if step.view == "schedule":
        return schedule(tx, f"{ACCOUNT}P1", step.today)
    if step.view == "statement":
        return show_statement(tx, ACCOUNT, step.today)
    if step.view == "show":
        return show(tx, ACCOUNT, step.today)
    return None
