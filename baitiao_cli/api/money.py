"""Amounts as Python gives them: yuan as text or `Decimal`, fen by saying so; a float is never taken."""

from __future__ import annotations

from decimal import Decimal

from baitiao_cli.api.telling import telling, unfit

Money = Decimal | str
"""An amount in yuan."""


def fen(amount_fen: int) -> Decimal:
    """A whole number of fen as an amount in yuan, such as the `amount_fen` of an answer.

    >>> fen(107_20)
    Decimal('107.20')
    """
    with telling():
        if type(amount_fen) is not int:
            raise unfit("fen", "int", amount_fen)
    return Decimal(amount_fen).scaleb(-2)
