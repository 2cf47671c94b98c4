"""How many of something: one month, three months."""

from __future__ import annotations

from typing import Literal

from baitiao_cli.messages import Text, filled

Unit = Literal["day", "night", "month", "installment"]

ONE: dict[Unit, Text] = {
    "day": Text("1 day"),
    "night": Text("1 night", context="counts"),
    "month": Text("1 month"),
    "installment": Text("1 installment"),
}
OTHER: dict[Unit, Text] = {
    "day": Text("{count} days"),
    "night": Text("{count} nights", context="counts"),
    "month": Text("{count} months"),
    "installment": Text("{count} installments"),
}


def counted(count: int, unit: Unit) -> Text:
    """The number with its unit, in the singular for one.

    >>> counted(1, "month").en, counted(2, "month").en, counted(0, "day").en
    ('1 month', '2 months', '0 days')
    """
    return ONE[unit] if count == 1 else filled(OTHER[unit], count=count)
