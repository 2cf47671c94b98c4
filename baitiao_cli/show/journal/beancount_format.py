"""The journal for beancount: accounts opened, entries by day with metadata, and what they must sum to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from baitiao_cli.account.postings import CHART
from baitiao_cli.actions.export import Journal
from baitiao_cli.ledger.books import Entry, Line
from baitiao_cli.show.journal.words import CURRENCY, amount, description, heading, merchant

TOP = {"asset": "Assets", "liability": "Liabilities", "income": "Income", "expense": "Expenses", "equity": "Equity"}


def account_name(ledger_account: str) -> str:
    """The name of a ledger account.

    >>> account_name("interest_receivable")
    'Assets:InterestReceivable'
    """
    return f"{TOP[CHART[ledger_account].type]}:{''.join(map(str.capitalize, ledger_account.split('_')))}"


def pieces(journal: Journal, language: str) -> Iterator[str]:
    """The text: accounts, one piece an entry, balance assertions to the fen. `bean-check` accepts it."""
    title, *notes = heading(journal, language)
    yield f'option "title" {_quoted(title)}\noption "operating_currency" "{CURRENCY}"\n'
    for line in notes:
        yield f"; {line}\n"
    yield "\n"
    for name in CHART:
        yield f"{journal.first_on} open {account_name(name)} {CURRENCY}\n"
    for entry in journal.entries:
        yield f"\n{_entry(entry, language)}"
    # A balance holds as its day begins: it is asserted for the morning after.
    on = min(journal.as_of, date.max - timedelta(days=1)) + timedelta(days=1)
    yield "\n"
    for name, fen in journal.balances.items():
        yield f"{on} balance {account_name(name)}  {amount(fen)} ~ 0.00 {CURRENCY}\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _entry(entry: Entry, language: str) -> str:
    name = merchant(entry)
    payee = f"{_quoted(name)} " if name else ""
    event = f'  event: "{entry.event_id}"\n' if entry.event_id else ""
    return (
        f"{entry.effective_on} * {payee}{_quoted(description(entry, language))}\n"
        f'  entry: "{entry.number}"\n  account: "{entry.account_id}"\n{event}  posted: {entry.posted_on}\n'
        + "".join(_line(line) for line in entry.lines)
    )


def _line(line: Line) -> str:
    plan = f'    plan: "{line.plan_id}"\n' if line.plan_id else ""
    return f"  {account_name(line.ledger_account)}  {amount(line.amount_fen)} {CURRENCY}\n{plan}"
