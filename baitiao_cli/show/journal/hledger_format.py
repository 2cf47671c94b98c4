"""The journal for hledger: declared accounts, commodity and tags, entries by day, and what they must sum to."""

from __future__ import annotations

from collections.abc import Iterator

from baitiao_cli.account.postings import CASH, CHART, PAID_OUT
from baitiao_cli.actions.export import Journal
from baitiao_cli.ledger.books import Entry, Line
from baitiao_cli.messages import books
from baitiao_cli.show.journal.words import CURRENCY, amount, description, heading, merchant

# Top account and type code of each type; cash has a code of its own, which hledger's cash flow report asks for.
TOP = {"asset": "assets", "liability": "liabilities", "income": "income", "expense": "expenses", "equity": "equity"}
TYPE = {"asset": "A", "liability": "L", "income": "R", "expense": "X", "equity": "E"}
CASH_TYPE = dict.fromkeys((CASH, PAID_OUT), "C")
TAGS = ("entry", "account", "event", "posted", "plan")

# A semicolon begins a comment, a bar ends the payee: their full-width forms say the same and do neither.
_HARMLESS = str.maketrans({";": "；", "|": "｜"})


def account_name(ledger_account: str) -> str:
    """The name of a ledger account.

    >>> account_name("interest_receivable")
    'assets:interest receivable'
    """
    return f"{TOP[CHART[ledger_account].type]}:{ledger_account.replace('_', ' ')}"


def pieces(journal: Journal, language: str) -> Iterator[str]:
    """The text: declarations, one piece an entry, balance assertions. `hledger check --strict` accepts it."""
    for line in heading(journal, language):
        yield f"; {line}\n"
    yield f"\ndecimal-mark .\ncommodity 1000.00 {CURRENCY}\n"
    for name, account in CHART.items():
        yield f"account {account_name(name)}  ; type:{CASH_TYPE.get(name, TYPE[account.type])}\n"
    for tag in TAGS:
        yield f"tag {tag}\n"
    payees: set[str] = set()
    for entry in journal.entries:
        payee, text = _description(entry, language)
        yield f"\n{_declared(payee, payees)}{_entry(entry, text)}"
    closing = books.BALANCES_TITLE.in_language(language)
    yield f"\n{_declared(closing, payees)}{journal.as_of} * {closing}\n"
    for name, fen in journal.balances.items():
        yield f"    {account_name(name)}  {amount(0)} {CURRENCY} == {amount(fen)} {CURRENCY}\n"


def _declared(payee: str, payees: set[str]) -> str:
    """The declaration of a payee that was not met before."""
    if payee in payees:
        return ""
    payees.add(payee)
    return f"payee {payee}\n\n"


def _description(entry: Entry, language: str) -> tuple[str, str]:
    """The payee of an entry, and its whole description, of which the payee is the part before the bar."""
    text, name = description(entry, language), merchant(entry).translate(_HARMLESS)
    return (name, f"{name} | {text}") if name else (text, text)


def _entry(entry: Entry, text: str) -> str:
    code = f"({entry.event_id}) " if entry.event_id else ""
    event = f", event:{entry.event_id}" if entry.event_id else ""
    tags = f"entry:{entry.number}, account:{entry.account_id}{event}, posted:{entry.posted_on}"
    lines = "".join(_line(line) for line in entry.lines)
    return f"{entry.effective_on} * {code}{text}\n    ; {tags}\n{lines}"


def _line(line: Line) -> str:
    plan = f"  ; plan:{line.plan_id}" if line.plan_id else ""
    return f"    {account_name(line.ledger_account)}  {amount(line.amount_fen)} {CURRENCY}{plan}\n"
