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
from baitiao_cli.actions.repay import REPAY, RepayAsked
from baitiao_cli.actions.schedule import schedule
from baitiao_cli.actions.show import show
from baitiao_cli.actions.statement import show_statement
from baitiao_cli.actions.verb import Call, Verb, perform
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.messages import Text

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
        caption=Text(
            "Li Lei opens a credit line of 20,000 yuan; bills come on the 3rd.",
            "李雷开通信用账户, 额度 20,000 元, 每月 3 日出账。",
        ),
        verb=OPEN,
        asked=OpenAsked(name="李雷", limit_fen=20_000_00, phone="13800001234"),
    ),
    Step(
        today=date(2026, 1, 8),
        caption=Text(
            "He buys a phone for 5,999.00 in 12 installments, for a fee of 0.6% each.",
            "购买手机 5,999.00 元, 分 12 期, 每期费率 0.6%。",
        ),
        verb=CHARGE,
        asked=ChargeAsked(account_id=ACCOUNT, amount_fen=5_999_00, installments=12, merchant="Phone shop"),
        view="schedule",
    ),
    Step(
        today=date(2026, 1, 21),
        caption=Text(
            "Groceries for 400.00: no installments, to be paid with the next bill.",
            "买菜 400.00 元, 不分期, 随下期账单还款。",
        ),
        verb=CHARGE,
        asked=ChargeAsked(account_id=ACCOUNT, amount_fen=400_00, merchant="Supermarket"),
    ),
    Step(
        today=date(2026, 2, 3),
        caption=Text(
            "The first bill: the groceries and the first installment of the phone.",
            "第一期账单: 买菜款和手机分期第 1 期。",
        ),
        verb=ACCRUE,
        asked=AccrueAsked(),
        view="statement",
    ),
    Step(
        today=date(2026, 2, 10),
        caption=Text("He pays the bill in full and in time: no interest.", "到期前全额还清账单: 免息。"),
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=935_90),
    ),
    Step(
        today=date(2026, 2, 15),
        caption=Text("A coat for 860.00, again without installments.", "买外套 860.00 元, 不分期。"),
        verb=CHARGE,
        asked=ChargeAsked(account_id=ACCOUNT, amount_fen=860_00, merchant="Clothes shop"),
    ),
    Step(
        today=date(2026, 3, 3),
        caption=Text("The second bill comes, due on 12 March.", "第二期账单出账, 3 月 12 日到期。"),
        verb=ACCRUE,
        asked=AccrueAsked(),
    ),
    Step(
        today=date(2026, 3, 17),
        caption=Text(
            "He pays five days late: interest and late charges for five nights.",
            "逾期 5 天还款: 计 5 晚的利息与违约金。",
        ),
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=1_400_04),
    ),
    Step(
        today=date(2026, 4, 3),
        caption=Text("The third bill comes, due on 12 April.", "第三期账单出账, 4 月 12 日到期。"),
        verb=ACCRUE,
        asked=AccrueAsked(),
        view="statement",
    ),
    Step(
        today=date(2026, 4, 20),
        caption=Text(
            "No payment has been recorded: the account is eight days past due.", "未见还款记录: 账户已逾期 8 天。"
        ),
        verb=ACCRUE,
        asked=AccrueAsked(),
        view="show",
    ),
    Step(
        today=date(2026, 4, 20),
        on=date(2026, 4, 8),
        caption=Text(
            "His payment of 8 April turns up. It is entered on its own day: he was never late, the charges are gone.",
            "查到他 4 月 8 日的还款, 按当日补记: 从未逾期, 违约金随之取消。",
        ),
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=535_90),
        view="show",
    ),
    Step(
        today=date(2026, 5, 10),
        caption=Text("He pays the fourth bill in time.", "按时还清第四期账单。"),
        verb=REPAY,
        asked=RepayAsked(account_id=ACCOUNT, amount_fen=535_90),
    ),
    Step(
        today=date(2026, 5, 20),
        caption=Text(
            "He pays the phone off early: the principal that is left and one more fee; the other fees fall away.",
            "提前结清手机分期: 只付剩余本金和下一期费用, 其余费用免收。",
        ),
        verb=PAYOFF,
        asked=PayoffAsked(account_id=ACCOUNT),
    ),
    Step(
        today=date(2026, 6, 20),
        caption=Text("Nothing is owed, so the account can be closed.", "已无欠款, 可以销户。"),
        verb=CLOSE,
        asked=CloseAsked(account_id=ACCOUNT, reason="demo"),
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
