"""Whether each repayment paid what was payable in the order of the terms: spread once more, by the terms alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.desk.compliance.case import Case, Finding
from baitiao_cli.desk.compliance.history import PaymentSeen, RowSeen
from baitiao_cli.desk.compliance.rules import ComplianceRules

Place = tuple[str, int, str]
"""A plan ("" the line), the number of a row and a kind of debt."""


def allocation_orders(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each repayment and debit: of what was payable it paid what the terms say, to the fen; told is the first that
    differs, with what was paid of it and what the terms would have paid.

    The oldest due date comes first; on one day the line's charges, then installments, then purchases on the bill, each
    in the order of making (the line's charges last where principal comes first). Inside a row the kinds come in the
    plan's own order, or in that of the line at the days past due of then. A plan that the customer named comes before
    all others.
    """
    for payment in case.payments:
        if not payment.amount_fen:
            continue
        wanted = by_terms(payment)
        paid = {(row.plan_id, row.number, kind): fen for row in payment.rows for kind, fen in row.paid.items()}
        wrong = next((place for place in wanted if wanted[place] != paid[place]), None)
        plan_id, number, kind = wrong or ("", None, "")
        yield Finding(
            holds=wrong is None,
            effective_on=payment.on,
            account_id=case.account.account_id,
            plan_id=plan_id,
            record_id=payment.event_id,
            number=number,
            detail=kind,
            observed=format_yuan(paid[wrong]) if wrong else "",
            allowed=format_yuan(wanted[wrong]) if wrong else "",
        )


def by_terms(payment: PaymentSeen) -> dict[Place, int]:
    """What the terms would have paid of each kind of each row that was payable, in whole fen, in their order.

    >>> owed = {"fee": 720, "principal": 40_000}
    >>> row = RowSeen(plan_id="A1P1", number=1, due_on=date(2026, 2, 12), owed=owed, paid={})
    >>> order = ("late_charge", "fee", "interest", "principal")
    >>> by_terms(PaymentSeen(event_id="A1E3", on=date(2026, 2, 12), amount_fen=1_000, order=order, rows=(row,)))
    {('A1P1', 1, 'fee'): 720, ('A1P1', 1, 'principal'): 280}
    """
    rows = sorted(payment.rows, key=lambda row: _place(row, payment.order))
    first = [row for row in rows if payment.named and row.plan_id == payment.named]
    wanted: dict[Place, int] = {}
    left_fen = _pay(first, payment.order, payment.amount_fen, wanted) - payment.ahead_fen
    _pay([row for row in rows if row not in first], payment.order, left_fen, wanted)
    return wanted


def _pay(rows: Iterable[RowSeen], order: tuple[str, ...], left_fen: int, wanted: dict[Place, int]) -> int:
    for row in rows:
        for kind in row.order or order:
            if kind in row.owed:
                part_fen = min(left_fen, row.owed[kind])
                wanted[row.plan_id, row.number, kind] = part_fen
                left_fen -= part_fen
    return left_fen


def _place(row: RowSeen, order: tuple[str, ...]) -> tuple[date, int, int, int]:
    comes_principal_first = order.index("principal") < order.index("interest")
    rank = (3 if comes_principal_first else 0) if not row.plan_id else 2 if row.is_revolving else 1
    return row.due_on, rank, row.place, row.number
