"""The options of a command by name, for what is typed on no command line: a line of a batch, a step of a scenario."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from baitiao_cli.cli.parameters import parameters_of
from baitiao_cli.cli.values import flag, identifier
from baitiao_cli.errors import BaitiaoError


class Field(NamedTuple):
    """An option: the parameter that it fills, its reader, whether it must be given, and the name that its help has."""

    parameter: str
    reader: Callable[[Any], Any]
    is_needed: bool
    told: str = ""


def fields_of_function(function: Callable[..., Any]) -> dict[str, Field]:
    """The options that a function declares, by name without dashes; one that may be of two kinds has two names."""
    fields: dict[str, Field] = {}
    for parameter in parameters_of(function):
        if hasattr(parameter.annotation, "__metadata__"):
            fields |= _named(parameter.name, parameter.annotation, parameter.is_needed)
    return fields


def fields_of_options(options: Mapping[str, Any]) -> dict[str, Field]:
    """Options that commands share, by name; none of them must be given."""
    fields: dict[str, Field] = {}
    for name, annotation in options.items():
        fields |= _named(name, annotation, is_needed=False)
    return fields


def _named(parameter: str, annotation: Any, is_needed: bool) -> dict[str, Field]:
    declared = annotation.__metadata__[0]
    word = declared.told
    one_of = word.lstrip("-").split("|")
    reader = getattr(declared.parser, "plain", declared.parser) or (pair if _is_pair(annotation) else flag)
    return {
        name.lower(): Field(
            parameter,
            identifier(name) if len(one_of) > 1 else reader,
            is_needed,
            word,
        )
        for name in one_of
    }


def _is_pair(annotation: Any) -> bool:
    return getattr(annotation.__origin__, "__origin__", None) is tuple


def pair(text: str) -> tuple[str, ...]:
    """Two values with a space between them, as an option takes that has two."""
    found = tuple(text.split())
    if len(found) != 2:
        raise BaitiaoError("pair-malformed", text=text[:32])
    return found


def values_of(
    command: str, fields: Mapping[str, Field], given: Mapping[str, Any], common: Collection[str]
) -> dict[str, Field]:
    """The fields that are given, proved to be the command's, each parameter once, with all that must be there.

    Errors: `field-unknown`, `field-missing`, `options-exclusive`.
    """
    for key in given:
        if key not in fields and key not in common:
            raise BaitiaoError("field-unknown", text=key[:32], verb=command, offered=", ".join([*fields, *common]))
    filled_by: dict[str, list[str]] = {}
    for key in given.keys() & fields.keys():
        filled_by.setdefault(fields[key].parameter, []).append(key)
    for key, field in fields.items():
        if field.is_needed and field.parameter not in filled_by:
            raise BaitiaoError("field-missing", field=key, verb=command)
        if len(filled_by.get(field.parameter, ())) > 1:
            raise BaitiaoError("options-exclusive", options=sorted(filled_by[field.parameter]))
    return {key: field for key, field in fields.items() if key in given}
