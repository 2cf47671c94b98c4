"""What may stand behind an option: each kind of value with its strict reading and the word that help shows for it.

Typer's own conversions take too much (1e3, full-width digits, 1970 for 0), so every value is read by a parser of ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import filled
from baitiao_cli.messages.labels import ID_KINDS, ID_NEXT, IS_EMPTY
from baitiao_cli.show.text import is_printable

if TYPE_CHECKING:
    from baitiao_cli.ledger.knowledge import KnownAt

_WHOLE = re.compile(r"[0-9]{1,9}")
_EVENT = re.compile(r"A[1-9][0-9]{0,8}E[1-9][0-9]{0,8}")
_IDENTIFIER = re.compile(r"(A[1-9][0-9]*)(?:([PHE])[1-9][0-9]*)?", re.IGNORECASE | re.ASCII)
_KINDS = {None: "ACCOUNT", "P": "PLAN", "H": "HOLD", "E": "EVENT"}
_ONE_OF = {"ID": ("ACCOUNT", "PLAN", "EVENT"), "ACCOUNT|PLAN": ("ACCOUNT", "PLAN")}
_TAKEN = _ONE_OF | {kind: (kind,) for kind in _KINDS.values()}
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_PHONE = re.compile(r"\+?[0-9](?:[ -]?[0-9]){4,19}")
_ID_NUMBER = re.compile(r"[0-9A-Za-z]{6,20}")
_NOTHING = re.compile(r"0(?:\.0{1,2})?")
_LAST_DIGITS = re.compile(r"[0-9]{4}")
_LAST_FOUR = re.compile(r"[0-9A-Za-z]{4}")
_INSTANT = re.compile(
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
    return 0 if _NOTHING.fullmatch(text) else money(text)


def last_digits(text: str) -> str:
    """The last four digits of a number."""
    if not _LAST_DIGITS.fullmatch(text):
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
    if not _WHOLE.fullmatch(text):
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
    if _EVENT.fullmatch(text.upper()):
        return text.upper()
    try:
        return whole(text) if _WHOLE.fullmatch(text) else _instant(text)
    except (BaitiaoError, ValueError, OverflowError):
        raise BaitiaoError("known-at-malformed", text=text[:32]) from None


def _instant(text: str) -> datetime:
    from baitiao_cli.calc.dates import SHANGHAI

    found = _INSTANT.fullmatch(text)
    if found is None:
        return datetime.combine(day(text), time.max, SHANGHAI).astimezone(UTC)
    clock, zone = time.fromisoformat(found[2]), found[3]
    tz = datetime.fromisoformat(f"2000-01-01T00:00{zone}").tzinfo if zone else SHANGHAI
    return datetime.combine(day(found[1]), clock, tz).astimezone(UTC)


def words(text: str) -> str:
    """Text that a terminal shows and does not obey; not empty."""
    if not text.strip() or not is_printable(text):
        raise unprintable(text)
    return text


def code(text: str) -> str:
    """A short code: small letters, digits and hyphens, at most 32.

    >>> code("phone-top-up")
    'phone-top-up'
    """
    if not _CODE.fullmatch(text):
        raise BaitiaoError("code-malformed", text=text[:32])
    return text


def phone_number(text: str) -> str:
    """A phone number: digits, 5 to 20, with single spaces or hyphens between them; + may stand in front.

    >>> phone_number("+86 138-0000-1234")
    '+86 138-0000-1234'
    """
    if not _PHONE.fullmatch(text):
        raise BaitiaoError("phone-malformed")
    return text


def identity_number(text: str) -> str:
    """The number of an identity document: 6 to 20 ASCII letters and digits; letters become capitals.

    >>> identity_number("11010119900101123x")
    '11010119900101123X'
    """
    if not _ID_NUMBER.fullmatch(text):
        raise BaitiaoError("id-number-malformed")
    return text.upper()


def identifier(metavar: str) -> Callable[[str], str]:
    """A reader of the ids that help shows as `metavar`: in capitals or not; one of another kind says what it is.

    Text that has not the form of an id is passed on: what looks it up says that it is not there.

    >>> identifier("PLAN")("a1p2")
    'A1P2'
    """

    def read(text: str) -> str:
        found = _IDENTIFIER.fullmatch(text)
        if found is None:
            return words(text)
        asked, account_id = text.upper(), found[1].upper()
        kind = _KINDS[found[2] and found[2].upper()]
        if kind not in _TAKEN[metavar]:
            raise BaitiaoError(
                "id-of-another-kind",
                asked=asked[:32],
                account_id=account_id[:32],
                kind=ID_KINDS[kind],
                needed=ID_KINDS[metavar],
                next_step=filled(ID_NEXT[kind], asked=asked[:32]),
            )
        return asked

    return read


def unprintable(text: str) -> BaitiaoError:
    """The refusal of a text; it is not quoted, for it may be somebody's name or number."""
    found = next((char for char in text if not is_printable(char)), None)
    return BaitiaoError("text-unprintable", what=IS_EMPTY if found is None else f"U+{ord(found):04X}")


def one_of(*choices: str) -> Callable[[str], str]:
    """A reader of one of a few words."""

    def read(text: str) -> str:
        if text not in choices:
            raise BaitiaoError("choice-unknown", text=text[:32], offered=choices)
        return text

    return read


def last_four(text: str) -> str:
    """The last four characters of a number, ASCII letters and digits; they are never quoted back.

    >>> last_four("123x")
    '123X'
    """
    if not _LAST_FOUR.fullmatch(text):
        raise BaitiaoError("digits-malformed")
    return text.upper()


def flag(text: str | bool) -> bool:
    """A flag where it needs a value, as in a batch: yes or no, or what JSON has for them."""
    if isinstance(text, bool):
        return text
    return one_of("yes", "no")(text) == "yes"


def path(text: str) -> Path:
    """The path of a file; ~ is the home folder."""
    try:
        return Path(words(text)).expanduser()
    except RuntimeError:  # nobody of that name has a home: then it is the name of a file
        return Path(text)


def option(
    name: str,
    parser: Callable[[str], Any] | None = None,
    metavar: str | None = None,
    env: str | None = None,
    short: str | None = None,
) -> Any:
    """An option for `Annotated`; its help stands in `messages/commands.py`. Without a parser it is a flag."""
    names = (name, short) if short else (name,)
    return typer.Option(*names, parser=parser, metavar=metavar, envvar=env, show_default=False)


def argument(metavar: str, parser: Callable[[str], Any] | None = None) -> Any:
    """An argument for `Annotated`, by the word that help shows for it; without a parser it is an id, or words."""
    parser = parser or (identifier(metavar) if metavar in _TAKEN else words)
    return typer.Argument(parser=parser, metavar=metavar, show_default=False)
