"""The reference of errors: every code with its exit status, sentence and hint in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from baitiao_cli.messages import errors as catalogue
from baitiao_cli.messages.errors import ERRORS, ErrorText
from docs.generator.markdown import anchor, generated, plain, prose, table
from docs.generator.surroundings import STATUSES

ABOUT = (
    "An error is one sentence with the figures, and a hint with the next command; nothing of what was asked was done, "
    "unless the exit status is 9. Codes and exit "
    "statuses stay; sentences may get better. With `--json` it is a document on stderr: `code`, `message`, `hint`, and "
    "the ids that it is about (see [JSON](json.md#errors)). `{...}` stands for what is filled in; what ends in `_fen` "
    "is told in yuan."
)
HEADS = ("sentence", "hint")


def errors_page() -> str:
    """The page of all errors, by what they are about."""
    families = list(_families())
    statuses = [
        (str(status), *(text.in_language("en") for text in what_and_todo)) for status, what_and_todo in STATUSES.items()
    ]
    blocks = [
        prose(ABOUT),
        "## Exit statuses",
        table(("status", "what it means", "what to do"), statuses),
        "## By code",
        _index(),
    ]
    for title, codes in families:
        blocks.append(f"## {title}")
        blocks += [block for code in codes for block in _error(code, ERRORS[code])]
    missing = set(ERRORS) - {code for _, codes in families for code in codes}
    if missing:
        raise LookupError(f"in no family: {sorted(missing)}")
    return generated("Errors", *blocks)


def _index() -> str:
    letters: dict[str, list[str]] = {}
    for code in sorted(ERRORS):
        letters.setdefault(code[0].upper(), []).append(f"[{code}](#{anchor(code)})")
    return table(("", "codes"), [(letter, " · ".join(links)) for letter, links in letters.items()])


def _families() -> Iterator[tuple[str, list[str]]]:
    """What each module of the catalogue is about, and the codes in it."""
    for found in iter_modules(catalogue.__path__):
        module = import_module(f"{catalogue.__name__}.{found.name}")
        codes = [
            code
            for value in vars(module).values()
            if isinstance(value, dict)
            for code, entry in value.items()
            if isinstance(entry, ErrorText)
        ]
        if codes:
            yield (module.__doc__ or "").strip().partition("\n")[0].removesuffix("."), codes


def _error(code: str, entry: ErrorText) -> list[str]:
    rows = [
        (language, plain(entry.message.in_language(language)), plain(entry.hint.in_language(language)))
        for language in ("en", "zh")
    ]
    return [f"### {code}", table((f"exit status {entry.status}", *HEADS), rows)]
