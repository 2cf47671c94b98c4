"""A bill: what is to be paid until when, how it came about, and the installments in it."""

from __future__ import annotations

from datetime import date, timedelta

from baitiao_cli.account.views.statement import Statement, StatementLine
from baitiao_cli.actions.statement import StatementView
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, columns, filled, labels, papers
from baitiao_cli.show.document import Document, Paper, Table, chart, csv_table, json_data, record, table
from baitiao_cli.show.person import name_told

PARTS = "installments_fen new_purchases_fen carried_fen charges_fen"
HEAD = f"account_id name phone covers {PARTS} amount_due_fen minimum_due_fen installments_due_on due_on due_before_on"
CSV = (
    f"account_id name phone number is_issued currency from_on billed_on opening_fen closing_fen {PARTS} "
    "amount_due_fen minimum_due_fen due_on deferred_to"
)
MOVEMENTS_CSV = "account_id bill_number on kind plan_id merchant event_id amount_fen"
INSTALLMENTS_CSV = (
    "account_id bill_number plan_id merchant number installment_count due_on principal_fen interest_fen fee_fen "
    "late_charge_fen total_fen"
)
CSV_TABLES = ("summary", "movements", "installments")
"""What CSV, which has one table, can have of a bill; without a choice it is the first."""
OWED = {"balance_fen": labels.BALANCE}


def statement_document(view: StatementView, as_of: date, csv_of: str | None = None) -> Document:
    """One bill: the amounts due, the movements that sum from opening to closing, the installments that it asks for.

    `csv_of` names one of `CSV_TABLES`.
    """
    bill = view.statement
    figures = json_data(bill.figures)
    data = {
        "account_id": bill.account_id,
        "person": json_data(view.person),
        "currency": view.currency,
        "event_id": bill.event_id,
        "is_issued": bill.is_issued,
        "number": bill.document.number,
        "from_on": bill.document.from_on,
        "billed_on": bill.document.billed_on,
        "due_on": bill.document.due_on,
        "deferred_to": view.deferred_to,
        **figures,
        "due_parts": json_data(bill.due_parts),
        "due_later": [json_data(part) for part in bill.due_later],
        "lines": [json_data(line) for line in bill.lines],
        "balances": [json_data(day) for day in bill.balances],
        "installments": [json_data(part) for part in bill.installments],
        "bills": [
            {"number": other.number, "billed_on": other.billed_on, "due_on": other.due_on}
            | {"amount_due_fen": other.figures.amount_due_fen}
            for other in view.earlier
        ],
    }
    notes = [] if bill.is_issued else [filled(labels.NOT_ISSUED, billed_on=bill.document.billed_on)]
    for part in bill.due_later:
        notes.append(filled(labels.DUE_LATER, amount=format_yuan(part.amount_fen), due_on=part.due_on))
    if view.deferred_to:
        notes.append(filled(labels.DEFERRED_TO, due_on=view.deferred_to))
    if view.due_fen is not None and view.due_fen != bill.figures.amount_due_fen:
        notes.append(filled(labels.PAYABLE_BY_NOW, due=format_yuan(view.due_fen), as_of=as_of))
    steps = [] if bill.is_issued else [filled(labels.TO_ISSUE_IT, command=f"baitiao accrue {bill.account_id}")]
    tables = [_head(view), _movements(bill), *_installments(bill)]
    summary = csv_table(CSV, [{**tables[0].rows[0], **data}])
    return Document(
        data=data,
        as_of=as_of,
        tables=tables,
        notes=notes,
        next_steps=steps,
        csv_table=_csv_of(bill, csv_of) or summary,
        csv_note=None if csv_of else papers.ONLY_THE_SUMMARY,
        charts=chart("steps", papers.BALANCE_OVER_TIME, "on", "balance_fen", data["balances"], OWED),
        paper=_paper(bill),
        value=view,
    )


def _csv_of(bill: Statement, name: str | None) -> Table | None:
    """The table that was asked for for; movements begin with the balance before and sum to that after."""
    of_bill = {"account_id": bill.account_id, "bill_number": bill.document.number}
    if name == "movements":
        opening = {"on": bill.document.from_on, "kind": "opening", "amount_fen": bill.figures.opening_fen}
        return csv_table(MOVEMENTS_CSV, [of_bill | row for row in (opening, *map(json_data, bill.lines))])
    if name == "installments":
        return csv_table(INSTALLMENTS_CSV, [of_bill | json_data(part) for part in bill.installments])
    return None


def _paper(bill: Statement) -> Paper:
    number, billed_on = bill.document.number, bill.document.billed_on
    text = papers.STATEMENT_RUNNING if bill.is_issued else papers.STATEMENT_RUNNING_UNSENT
    running = filled(text, account_id=bill.account_id, number=number, billed_on=billed_on)
    return Paper(
        _title(bill), running, frozenset({"amount_due_fen", "minimum_due_fen", "installments_due_on", "due_on"})
    )


def _title(bill: Statement) -> Text:
    text = labels.BILL_TITLE if bill.is_issued else labels.BILL_TITLE_UNSENT
    return filled(text, number=bill.document.number, billed_on=bill.document.billed_on)


def _head(view: StatementView) -> Table:
    bill = view.statement
    last_on = bill.document.billed_on - timedelta(days=1)
    head = {
        "account_id": bill.account_id,
        "name": name_told(view.person.name, view.person.access),
        "phone": view.person.phone,
        "from_on": bill.document.from_on,
        "billed_on": bill.document.billed_on,
        "covers": filled(labels.COVERS, from_on=bill.document.from_on, last_on=last_on),
        **json_data(bill.due_parts),
        **_due(view),
        "amount_due_fen": bill.figures.amount_due_fen,
        "minimum_due_fen": bill.figures.minimum_due_fen,
    }
    quiet = f"phone {PARTS} installments_due_on due_before_on"
    return record(HEAD, head, title=_title(bill), quiet=quiet, labels={"name": labels.CUSTOMER})


def _due(view: StatementView) -> dict[str, object]:
    """The day until when to pay: that to which the bill was deferred, but of its installments that of the bill."""
    sent_on, deferred_to = view.statement.document.due_on, view.deferred_to
    due: dict[str, object] = {"installments_due_on": None, "due_on": deferred_to or sent_on, "due_before_on": None}
    if deferred_to:
        due["installments_due_on" if view.statement.installments else "due_before_on"] = sent_on
    return due


def _movements(bill: Statement) -> Table:
    """From what was owed when the last bill was made to what is owed now, line by line."""
    rows: list[dict[str, object]] = [
        {
            "on": bill.document.from_on,
            "movement": columns.LABELS["opening_fen"],
            "plan_id": None,
            "merchant": None,
            "event_id": None,
            "amount_fen": bill.figures.opening_fen,
        }
    ]
    rows += [json_data(line) | {"movement": _movement(bill, line)} for line in bill.lines]
    totals = {"amount_fen": bill.figures.closing_fen}
    return table(
        "on movement plan_id merchant event_id amount_fen",
        rows,
        title=labels.MOVEMENTS_TITLE,
        totals=totals,
        total_label=columns.LABELS["closing_fen"],
        quiet="plan_id merchant event_id",
    )


def _movement(bill: Statement, line: StatementLine) -> Text:
    """What the column of its figure is called; what a decided dispute moves is told as the history tells it."""
    outcome = bill.decided.get(line.event_id) if line.kind == "disputes" else None
    if outcome is None:
        return columns.LABELS[f"{line.kind}_fen"]
    from baitiao_cli.messages.happenings import HAPPENINGS  # few bills tell of one

    return HAPPENINGS[f"dispute-{outcome}"]


def _installments(bill: Statement) -> list[Table]:
    rows = [json_data(part) | {"of": f"{part.number}/{part.installment_count}"} for part in bill.installments]
    if not rows:
        return []
    names = ("principal_fen", "interest_fen", "fee_fen", "late_charge_fen", "total_fen")
    totals = {name: sum(part[name] for part in rows) for name in names}
    keys = f"plan_id of due_on {' '.join(names)}"
    quiet = "interest_fen fee_fen late_charge_fen"
    return [table(keys, rows, title=labels.INSTALLMENTS_TITLE, totals=totals, quiet=quiet)]
