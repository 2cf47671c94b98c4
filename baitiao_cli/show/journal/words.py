"""What the formats share: amounts, what an entry is, and the words above it all."""

from __future__ import annotations

from baitiao_cli.actions.export import Journal
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.ledger.books import Entry
from baitiao_cli.messages import books, filled
from baitiao_cli.messages.happenings import HAPPENINGS
from baitiao_cli.show.known import known_text
from baitiao_cli.show.text import printable

CURRENCY = "CNY"


def amount(fen: int) -> str:
    """Whole fen as other programs read them: yuan with two decimals, no thousands commas.

    >>> amount(-123456)
    '-1234.56'
    """
    return format_yuan(fen).replace(",", "")


def description(entry: Entry, language: str) -> str:
    """What an entry is, in words: nothing that a person wrote, and nobody's name."""
    return HAPPENINGS[entry.kind].in_language(language)


def merchant(entry: Entry) -> str:
    """The merchant on one line, as a terminal may show it."""
    return " ".join(printable(entry.merchant).split())


def heading(journal: Journal, language: str) -> list[str]:
    """What the file is, and what is not in it: for comments at its top."""
    title = books.JOURNAL_OF_ACCOUNT if journal.account_id else books.JOURNAL_OF_LEDGER
    told = [filled(title, account_id=journal.account_id, as_of=journal.as_of), books.JOURNAL_NOTE]
    if journal.known:
        told.append(known_text(journal.known))
    return [text.in_language(language) for text in told]
