"""Errors as people and programs read them: the catalogue's sentence and hint with the figures filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from baitiao_cli.calc.money import format_yuan
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, as_is, filled
from baitiao_cli.messages.labels import ERROR, HINT, LINE, MORE_THAN, OR, PLACEHOLDERS, YUAN
from baitiao_cli.messages.what_if import STEP
from baitiao_cli.messages.words import WORDS
from baitiao_cli.show.rates import rate_words
from baitiao_cli.show.text import printable

LONGEST_FIGURE = 300
"""How many characters of a figure are told: enough for a path, too few to bury the sentence."""


CODED = frozenset(
    {
        "cause",
        "lift",
        "outcome",
        "state",
        "loan_class",
        "charge_off_from",
        "approval_kind",
        "proposal_state",
        "roles",
        "stopped_by",
    }
)
"""Details that are codes, told in the words that tables have for them."""


_OF_ACCOUNT = re.compile(r"(A[1-9][0-9]{0,8})[PHE]", re.ASCII)


FOREIGN = frozenset({"reason", "problem", "state"})
"""Details that may be what the system, SQLite or a lower floor says, in English."""


class _Figures(dict[str, str]):
    """Details by name; one that was not given shows as a question mark, for telling an error must not fail."""

    def __missing__(self, name: str) -> str:
        return "?"


def describe_error(error: BaitiaoError, language: str) -> tuple[str, str]:
    """The sentence and the hint of an error in `language`; text that the user gave stands in it raw.

    >>> describe_error(BaitiaoError("account-unknown", account_id="A9"), "en")[0]
    'There is no account A9 in this ledger.'
    """
    from baitiao_cli.messages.errors import ERRORS  # not for those who show a table and have met no error

    entry = ERRORS[error.code]
    figures = _Figures({name: _figure(name, value, language) for name, value in error.details.items()})
    figures["debt"] = _debt(error.details)
    figures["account_named"] = _account_named(error.details)
    figures |= _approval(error.details, language)
    figures["suspended"] = _suspended(error.details, language)
    for name in CODED & error.details.keys():
        figures[f"{name}_options"] = _options(name, error.details[name])
    sentence, hint = (text.in_language(language).format_map(figures) for text in (entry.message, entry.hint))
    return sentence, hint


def _debt(details: Mapping[str, object]) -> str:
    """What is spoken of: the plan, or else the whole account."""
    of = details.get("plan_id", "-")
    return str(details.get("account_id", "?") if of in ("", "-") else of)


def _account_named(details: Mapping[str, object]) -> str:
    """The account that the id of a plan, a hold or an event names, whether or not it is there; of other text ACCOUNT.

    >>> _account_named({"event_id": "A2E99"}), _account_named({"plan_id": "phone"})
    ('A2', 'ACCOUNT')
    """
    ids = (str(details[name]) for name in ("plan_id", "hold_id", "event_id") if name in details)
    return next((found[1] for found in map(_OF_ACCOUNT.match, ids) if found), "ACCOUNT")


def _suspended(details: Mapping[str, Any], language: str) -> str:
    """That the line is suspended now, and how that is lifted, where a refusal says so."""
    if not details.get("lifted_by"):
        return ""
    from baitiao_cli.messages.errors.verification import NOW_SUSPENDED  # of one error alone

    told = filled(NOW_SUSPENDED, account_id=details["account_id"], command=details["lifted_by"])
    return told.in_language(language)


def _approval(details: Mapping[str, Any], language: str) -> dict[str, str]:
    """Of what takes a role or a second person: the roles that cover it, and how much it is about, where that counts."""
    told = {}
    if covering := details.get("covering"):
        told = {
            "covering_told": OR.in_language(language).join(
                WORDS["roles"][role].in_language(language) for role in covering
            ),
            "covering_first": str(covering[0]),
        }
    told["amount_told"] = ""
    if "above_fen" in details:
        amount, above = (
            f"{format_yuan(details[name])} {YUAN.in_language(language)}" for name in ("amount_fen", "above_fen")
        )
        more = MORE_THAN.in_language(language).format(above=above) if details["above_fen"] else ""
        told["amount_told"] = f", {amount}{more}"
    return told


def plain_details(error: BaitiaoError, language: str) -> dict[str, object]:
    """The details of an error as plain values: numbers, days and paths as they are, the rest as it is told."""
    return {name: _plain(name, value, language) for name, value in error.details.items()}


def _plain(name: str, value: Any, language: str) -> object:
    if not isinstance(value, Text) and isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(name, item, language) for item in value]
    if value is None or isinstance(value, str | int | Decimal | date | Path):
        return value
    return _figure(name, value, language)


def command_told(command: str) -> Text:
    """A command in which what is to be filled in is named in the reader's language.

    >>> command_told("baitiao close A1 --by operator --reason TEXT").zh
    'baitiao close A1 --by operator --reason 原因'
    """
    told = command.replace("{", "{{").replace("}", "}}")
    for name in PLACEHOLDERS:
        told = told.replace(f" {name.en}", f" {{{name.en}}}")
    return filled(as_is(told), **{name.en: name for name in PLACEHOLDERS})


def _options(name: str, codes: Any) -> str:
    """The options that name one code each: --cause overdue / --cause risk."""
    return " / ".join(f"--{name} {code}" for code in ([codes] if isinstance(codes, str) else codes))


def error_texts(code: str, details: Mapping[str, object]) -> tuple[Text, Text]:
    """The sentence and the hint of an error in both languages, for an answer that tells it as a finding."""
    error = BaitiaoError(code, **details)
    (sentence, hint), (sentence_zh, hint_zh) = (describe_error(error, language) for language in ("en", "zh"))
    return Text(sentence, sentence_zh), Text(hint, hint_zh)


def _figure(name: str, value: Any, language: str) -> str:
    if name.endswith("_fen") and isinstance(value, int):
        return f"{format_yuan(value)} {YUAN.in_language(language)}"
    if name == "cure":
        value = command_told(value)
    if isinstance(value, Rate):
        value = rate_words(value.ppb, value.per)
    if isinstance(value, Text | BaitiaoError):
        return value.in_language(language) if isinstance(value, Text) else describe_error(value, language)[0]
    if name in CODED and isinstance(value, str) and value in WORDS[name]:
        return WORDS[name][value].in_language(language)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple, set, frozenset)):
        return ", ".join(_figure(name, item, language) for item in value)
    if name in FOREIGN and language != "en":
        from baitiao_cli.show.reasons import reason_told

        value = reason_told(str(value)).in_language(language)
    text = _without_numbers(str(value))
    return text if len(text) <= LONGEST_FIGURE else f"{text[: LONGEST_FIGURE - 1]}…"


def _without_numbers(text: str) -> str:
    """`text` with whatever has the form of a phone or an ID number hidden: it may have been given in a wrong place."""
    return re.sub(r"(?<![0-9.])(?:1[0-9]{10}|[0-9]{17}[0-9Xx])(?![0-9.])", "***", text)


def error_lines(error: BaitiaoError, language: str) -> str:
    """An error for a person: its code and sentence on one line, the hint on the next; safe for a terminal."""
    sentence, hint = describe_error(error, language)
    sentence = _place(error, language) + sentence
    error_word, hint_word = ERROR.in_language(language), HINT.in_language(language)
    return f"{error_word} {error.code}: {printable(sentence)}\n{hint_word}: {printable(hint)}\n"


def _place(error: BaitiaoError, language: str) -> str:
    """Where it was met: in a file, in a line of what is read, in a step of a chain."""
    if error.file:
        from baitiao_cli.messages.scenario import place_of

        return place_of(error.file, error.step, error.line).in_language(language) + ": "
    line, step = error.line, error.step
    told = STEP.in_language(language).format(step=step) if step is not None else ""
    return told + (LINE.in_language(language).format(line=line) if line is not None else "")


def error_data(error: BaitiaoError, language: str) -> dict[str, object]:
    """An error for a program: the `error` document of the contract, with the ids that it is about."""
    sentence, hint = describe_error(error, language)
    ids = {name: value for name, value in error.details.items() if name.endswith("_id") and value not in ("", "-")}
    told: dict[str, object] = {"code": error.code, "message": sentence, "hint": hint}
    told |= {name: _figure(name, value, language) for name, value in ids.items()}
    if error.line is not None:
        told["line"] = error.line
    if error.step is not None:
        told["step"] = error.step
    if error.file:
        told["file"] = error.file
    return {"schema": "baitiao/v1", "error": told}
