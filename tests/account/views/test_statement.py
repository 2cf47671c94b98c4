"""A bill as its reader sees it."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.views.statement import statement, statements
from baitiao_cli.errors import BaitiaoError
from tests.laws.history import History


def test_a_bill_lists_its_movements_and_its_installments() -> None:
    history = History()
    history.buy("inst", 300_00, 3)
    history.today = date(2024, 1, 20)
    history.buy("month", 50_00)
    shown = statement(history.events, date(2024, 2, 3))
    assert [(line.on, line.kind, line.amount_fen) for line in shown.lines] == [
        (date(2024, 1, 12), "purchases", 300_00),
        (date(2024, 1, 20), "purchases", 50_00),
        (date(2024, 2, 3), "fees", 1_80),
    ]
    (part,) = shown.installments
    assert (part.number, part.installment_count, part.principal_fen, part.fee_fen) == (1, 3, 100_00, 1_80)
    assert (shown.document.from_on, shown.document.due_on) == (date(2024, 1, 12), date(2024, 2, 12))
    assert not shown.is_issued


def test_bills_that_were_not_issued_are_numbered_and_told_apart() -> None:
    # Bought in January, nothing paid: February asks for 100.00, March for 1% interest and 0.3% late charge more.
    history = History()
    history.buy("month", 100_00)
    first, second = statements(history.events, date(2024, 3, 3))
    assert (first.number, first.figures.opening_fen, first.figures.closing_fen) == (1, 0, 100_00)
    assert (second.number, second.figures.opening_fen, second.figures.closing_fen) == (2, 100_00, 101_30)
    lines = statement(history.events, date(2024, 3, 3), 2).lines
    assert [(line.kind, line.amount_fen) for line in lines] == [("interest", 1_00), ("late_charges", 30)]


def test_an_issued_bill_is_shown_as_it_was_sent() -> None:
    history = History()
    history.buy("month", 100_00)
    history.today = date(2024, 2, 5)
    history.issue_bills()
    sent = statement(history.events, history.today, 1)
    history.repay(40_00, on=date(2024, 1, 20))
    assert statement(history.events, history.today, 1) == sent
    assert sent.is_issued and sent.figures.amount_due_fen == 100_00


def test_a_bill_that_is_not_there() -> None:
    history = History()
    with pytest.raises(BaitiaoError, match="no-bill-yet"):
        statement(history.events, date(2024, 2, 5))
    history.buy("month", 100_00)
    with pytest.raises(BaitiaoError, match="bill-unknown"):
        statement(history.events, date(2024, 2, 5), 2)
