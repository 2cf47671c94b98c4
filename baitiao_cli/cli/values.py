"""What may stand behind an option: each kind of value with its strict reading and the word that help shows for it.

Typer's own conversions take too much (1e3, full-width digits, 1970 for 0), so every value is read by a parser of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from baitiao_cli.cli.ids import narrow, parts_of, plain_id
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import as_is, filled
from baitiao_cli.messages.labels import A_TEXT, ID_KINDS, ID_NEXT
from baitiao_cli.show.text import is_printable

if TYPE_CHECKING:
    from pathlib import Path

    from baitiao_cli.ledger.knowledge import KnownAt

# A pattern is compiled (and kept) by `re` when it is needed first: a call needs one or two of them.
_WHOLE = r"[0-9]{1,9}"
_EVENT = r"A[1-9][0-9]{0,8}E[1-9][0-9]{0,8}"
_KINDS = {"A": "ACCOUNT", "AP": "PLAN", "AH": "HOLD", "AE": "EVENT", "D": "RECORD"}
_ONE_OF = {"ID": ("ACCOUNT", "PLAN", "EVENT", "RECORD"), "ACCOUNT|PLAN": ("ACCOUNT", "PLAN")}
_TAKEN = _ONE_OF | {kind: (kind,) for kind in _KINDS.values()}
_CODE = r"[a-z0-9][a-z0-9-]{0,31}"
_PHONE = r"\+?[0-9](?:[ -]?[0-9]){4,19}"
_ID_NUMBER = r"[0-9A-Za-z]{6,20}"
_NOTHING = r"0(?:\.0{1,2})?"
_LAST_DIGITS = r"[0-9]{4}"
_LAST_FOUR = r"[0-9A-Za-z]{4}"
_HEAD = r"[0-9A-Fa-f]{64}"
_INSTANT = (
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]"
    r"([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?)(Z|[+-][0-9]{2}:[0-9]{2})?"
)


def money(text: str) -> int:
    """An amount in yuan as whole fen."""
    from baitiao_cli.calc.money import parse_yuan

    return parse_yuan(text)


def money_or_none(text: str) -> int:
    """An amount in yuan as whole fen, which may be nothing.

    >>> money_or_none("0"), money_or_none("0.5")
    (0, 50)
    """
    return 0 if re.fullmatch(_NOTHING, text) else money(text)


def last_digits(text: str) -> str:
    """The last four digits of a number."""
    if not re.fullmatch(_LAST_DIGITS, text):
        raise BaitiaoError("last-digits-malformed")
    return text


def day(text: str) -> date:
    """A date, YYYY-MM-DD."""
    from baitiao_cli.calc.dates import parse_date

    return parse_date(text)


def whole(text: str) -> int:
    """A whole number from 0 in at most nine ASCII digits.

    >>> whole("12")
    12
    """
    if not re.fullmatch(_WHOLE, text):
        raise BaitiaoError("number-malformed", text=text[:32])
    return int(text)


def counts(text: str) -> tuple[int, ...]:
    """Whole numbers from 1, separated by commas, each once.

    >>> counts("3,6,12")
    (3, 6, 12)
    """
    found = [whole(part) for part in text.split(",", 100)]
    if 0 in found or len(set(found)) < len(found):
        raise BaitiaoError("counts-malformed", text=text[:32])
    return tuple(found)


def quote_id(text: str) -> str:
    """The id of a quote, in capitals or not, proved by its check symbol."""
    from baitiao_cli.account.quote import read_quote_id

    return read_quote_id(text)


def known_at(text: str) -> KnownAt:
    """A moment of the ledger: its first so many events, the event that was its last, an instant, or a day's end.

    Without a zone it is Shanghai's clock. `known-at-malformed`, also for a time that does not exist.

    >>> known_at("12"), known_at("A1E5"), known_at("2026-03-05 10:00").isoformat()
    (12, 'A1E5', '2026-03-05T02:00:00+00:00')
    """
    event_id = plain_id(text).upper()
    if re.fullmatch(_EVENT, event_id):
        return event_id
    try:
        return whole(text) if re.fullmatch(_WHOLE, text) else _instant(text)
    except (BaitiaoError, ValueError, OverflowError):
        raise BaitiaoError("known-at-malformed", text=text[:32]) from None


def _instant(text: str) -> datetime:
    from baitiao_cli.calc.dates import SHANGHAI

    found = re.fullmatch(_INSTANT, text)
    if found is None:
        return datetime.combine(day(text), time.max, SHANGHAI).astimezone(UTC)
    clock, zone = time.fromisoformat(found[2]), found[3]
    tz = datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo if zone else SHANGHAI
    return datetime.combine(day(found[1]), clock, tz).astimezone(UTC)


MOST_IN_NAME, MOST_IN_TEXT = 200, 1000
"""How many characters a name takes (of a person, a merchant, an order, a means ...), and a reason or a note."""

_OF_TEXTS = frozenset({"text-empty", "text-unprintable", "text-too-long"})


def naming(place: str, reader: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """A reader whose refusals of a text tell where it stands: the option, or the field.

    >>> try:
    ...     naming("--reason", free_text)(" ")
    ... except BaitiaoError as error:
    ...     print(error)
    text-empty: place=--reason
    """

    def read(text: Any) -> Any:
        try:
            return reader(text)
        except BaitiaoError as error:
            if error.code in _OF_TEXTS:
                error.details["place"] = place
            raise

    read.offered = getattr(reader, "offered", ())  # type: ignore[attr-defined]
    return read


def safe(text: str) -> str:
    """Text without a character that a terminal would obey; `text-unprintable`."""
    if not is_printable(text):
        raise unprintable(text)
    return text


def shown(text: str) -> str:
    """Text that a terminal shows and does not obey (`text-unprintable`), and not empty (`text-empty`)."""
    if not safe(text).strip():
        raise BaitiaoError("text-empty", place=A_TEXT)
    return text


def _at_most(most: int, text: str) -> str:
    if len(text) > most:
        raise BaitiaoError("text-too-long", place=A_TEXT, count=f"{len(text):,}", most=f"{most:,}")
    return text


def words(text: str) -> str:
    """A name or a word: `shown`, and at most 200 characters (`text-too-long`)."""
    return _at_most(MOST_IN_NAME, shown(text))


def some_id(text: str) -> str:
    """Words, or an id of any kind with its check digit, which is proved and left out.

    >>> some_id("W1-6"), some_id("Anna")
    ('W1', 'Anna')
    """
    return plain_id(words(text))


def free_text(text: str) -> str:
    """Words that stay for ever, so nobody's number may be among them: `text-personal`; at most 1,000 characters."""
    from baitiao_cli.calc.identity import holds_a_number

    if holds_a_number(_at_most(MOST_IN_TEXT, shown(text))):
        raise BaitiaoError("text-personal")
    return text


def free_name(text: str) -> str:
    """A name that stays for ever: `free_text`, at most 200 characters."""
    return free_text(words(text))


def operator_name(text: str) -> str:
    """The name of who does it, with one way to write it: no spaces around it, and of letters that look alike one.

    >>> operator_name(" ａnna  li ")
    'anna li'
    """
    from unicodedata import normalize

    return free_name(" ".join(normalize("NFKC", words(text)).split()))


def code(text: str) -> str:
    """A short code: small letters, digits and hyphens, at most 32; nobody's number.

    >>> code("phone-top-up")
    'phone-top-up'
    """
    if not re.fullmatch(_CODE, text):
        raise BaitiaoError("code-malformed", text=text[:32])
    return free_text(text)


def phone_number(text: str) -> str:
    """A phone number: digits, 5 to 20, with single spaces or hyphens between them; + may stand in front.

    >>> phone_number("+86 138-0000-1234")
    '+86 138-0000-1234'
    """
    if not re.fullmatch(_PHONE, text):
        raise BaitiaoError("phone-malformed")
    return text


def identity_number(text: str) -> str:
    """The number of an identity document: 6 to 20 ASCII letters and digits; letters become capitals.

    One of a mainland card is proved by its check digit and its date; of other documents no more is known.

    >>> identity_number("00000019900902123x")
    '00000019900902123X'
    """
    if not re.fullmatch(_ID_NUMBER, text):
        raise BaitiaoError("id-number-malformed")
    from baitiao_cli.calc.identity import birth_date

    birth_date(text.upper())
    return text.upper()


def head_hash(text: str) -> str:
    """The head hash of a ledger: 64 hexadecimal digits, small or capital.

    >>> head_hash("0A" * 32) == "0a" * 32
    True
    """
    if not re.fullmatch(_HEAD, text):
        raise BaitiaoError("head-malformed", text=text[:32])
    return text.lower()


def identifier(metavar: str) -> Callable[[str], str]:
    """A reader of the ids that help shows as `metavar`: in capitals or not; one of another kind says what it is.

    A check digit behind it is proved (`id-check-digit`) and left out. Text that has not the form of an id is passed on:
    what looks it up says that it is not there.

    >>> identifier("PLAN")("a1p2"), identifier("ACCOUNT")("A12-1"), identifier("ACCOUNT")("Ａ１２")
    ('A1P2', 'A12', 'A12')
    """

    def read(text: str) -> str:
        text = plain_id(text)
        kind, asked = _kind_of(text), text.upper()
        if kind is None:
            return words(text)
        if kind not in _TAKEN[metavar]:
            of_account = {"account_id": "".join(parts_of(text)[:2])[:32]} if asked[0] == "A" else {}
            raise BaitiaoError(
                "id-of-another-kind",
                asked=asked[:32],
                kind=ID_KINDS[kind],
                needed=ID_KINDS[metavar],
                next_step=filled(ID_NEXT[kind], asked=asked[:32], **of_account),
                **of_account,
            )
        return asked

    return read


def is_identifier(text: str) -> bool:
    """Whether a text has the form of an id, with a check digit or without.

    >>> is_identifier("a1p2"), is_identifier("A1-4"), is_identifier("500")
    (True, True, False)
    """
    return _kind_of(narrow(text).partition("-")[0]) is not None


def _kind_of(plain: str) -> str | None:
    """The word that help shows for what an id without its check digit is of."""
    return _KINDS.get("".join(parts_of(plain)[::2]))


def unprintable(text: str) -> BaitiaoError:
    """The refusal of a text; it is not quoted, for it may be somebody's name or number."""
    found = next(char for char in text if not is_printable(char))
    return BaitiaoError("text-unprintable", place=A_TEXT, what=f"U+{ord(found):04X}")


def one_of(*choices: str) -> Callable[[str], str]:
    """A reader of one of a few words."""

    def read(text: str) -> str:
        if text not in choices:
            raise BaitiaoError("choice-unknown", text=text[:32], offered=choices)
        return text

    read.offered = choices  # type: ignore[attr-defined]
    return read


def found_row(text: str, rows: Iterable[str], column: str) -> str:
    """The row that a text means: its code, or the name that the column shows for it in either language.

    Small and capital letters, and more spaces, are alike. `choice-unknown` lists the names as they are shown.

    >>> found_row("Up to  75%", ["unused", "up-to-75"], "band"), found_row("m4", ["M3", "M4"], "bucket")
    ('up-to-75', 'M4')
    """
    from baitiao_cli.messages.words import WORDS

    shown = {row: WORDS.get(column, {}).get(row) or as_is(row) for row in rows}
    for row, name in shown.items():
        if _alike(text) in {_alike(each) for each in (row, name.en, name.zh)}:
            return row
    raise BaitiaoError("choice-unknown", text=text[:32], offered=tuple(shown.values()))


def _alike(text: str) -> str:
    return " ".join(text.casefold().split())


def row_of(column: str, *rows: str) -> Callable[[str], str]:
    """A reader of a row of a report, by its code or as a table shows it."""

    def read(text: str) -> str:
        return found_row(words(text), rows, column)

    read.offered = rows  # type: ignore[attr-defined]
    return read


price_tier = one_of("A", "B", "C", "D")
"""A reader of a tier of prices."""


def several_of(*choices: str) -> Callable[[str], tuple[str, ...]]:
    """A reader of some of a few words, separated by commas.

    >>> several_of("clerk", "admin")("admin,clerk")
    ('admin', 'clerk')
    """

    def read(text: str) -> tuple[str, ...]:
        return tuple(one_of(*choices)(word) for word in text.split(",", 100))

    read.offered = choices  # type: ignore[attr-defined]
    read.is_list = True  # type: ignore[attr-defined]
    return read


def last_four(text: str) -> str:
    """The last four characters of a number, ASCII letters and digits; they are never quoted back.

    >>> last_four("123x")
    '123X'
    """
    if not re.fullmatch(_LAST_FOUR, text):
        raise BaitiaoError("digits-malformed")
    return text.upper()


def flag(text: str | bool) -> bool:
    """A flag where it needs a value, as in a batch: yes or no, or what JSON has for them."""
    if isinstance(text, bool):
        return text
    return one_of("yes", "no")(text) == "yes"


def path(text: str) -> Path:
    """The path of a file; ~ is the home folder."""
    from pathlib import Path

    try:
        return Path(shown(text)).expanduser()
    except RuntimeError:  # nobody of that name has a home: then it is the name of a file
        return Path(text)


def ledger_file(text: str) -> str:
    """The name of the ledger's file, for which most calls need no more; ~ is the home folder."""
    from os.path import expanduser

    from baitiao_cli.ledger.file.naming import plain_name

    return plain_name(expanduser(plain_name(shown(text))))


class Declared:
    """What a command says of a parameter: Typer's is made of it, and it is read by it where Typer is not needed.

    An argument has no names; without a parser an option is a flag. `metavar` is the word that help shows for a value.
    """

    def __init__(
        self, names: tuple[str, ...], parser: Callable[[str], Any] | None, metavar: str | None, env: str | None = None
    ) -> None:
        self.names, self.parser, self.metavar, self.env = names, parser, metavar, env

    @property
    def told(self) -> str:
        """What the parameter is called: the first name of an option, or the word for an argument."""
        return self.names[0] if self.names else str(self.metavar)


def option(
    name: str,
    parser: Callable[[str], Any] | None = None,
    metavar: str | None = None,
    env: str | None = None,
    short: str | None = None,
) -> Declared:
    """An option for `Annotated`; its help stands in `messages/commands.py`. Without a parser it is a flag."""
    return Declared((name, short) if short else (name,), parser, metavar, env)


def argument(metavar: str, parser: Callable[[str], Any] | None = None) -> Declared:
    """An argument for `Annotated`, by the word that help shows for it; without a parser it is an id, or words."""
    return Declared((), parser or (identifier(metavar) if metavar in _TAKEN else words), metavar)
