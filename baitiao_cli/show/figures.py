"""The figures of an account as many answers show them: what a deed left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from baitiao_cli.account.classification import CLASSES, LoanClass
from baitiao_cli.messages import labels
from baitiao_cli.show.document import Table, json_data, record

if TYPE_CHECKING:
    from baitiao_cli.account.views.figures import Figures

AFTER = "owed_fen due_fen minimum_left_fen overdue_fen cure_fen credit_fen available_fen next_due_on next_due_fen"
AFTER_QUIET = "minimum_left_fen overdue_fen cure_fen credit_fen next_due_on next_due_fen"


def figures_data(figures: Figures) -> dict[str, object]:
    """The account's figures as JSON gives them; what is owed also by kind."""
    data = json_data(figures)
    owed = data.pop("owed")
    data["owed_parts"] = {f"{kind}_fen": amount for kind, amount in owed.items()}
    return data


def worse_than_normal(loan_class: LoanClass) -> LoanClass | None:
    """The class as people are told it: one that is normal says nothing."""
    return None if loan_class == CLASSES[0] else loan_class


def after_table(figures: Figures) -> Table:
    """What a customer asks after a payment: what is still owed, what is due, what may be spent."""
    told = json_data(figures) | {"cure_fen": cure_told(figures)}
    return record(AFTER, told, title=labels.ACCOUNT_AFTER, quiet=AFTER_QUIET)


def cure_told(figures: Figures) -> int:
    """What ends lateness, where that is more than what is overdue; 0 says nothing."""
    return figures.cure_fen if figures.cure_fen > figures.overdue_fen else 0
