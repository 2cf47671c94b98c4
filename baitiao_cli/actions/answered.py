"""Answers that an earlier version of the program kept with a request, told with what this one tells besides."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import inspect


def answer_of_then(kept: Any, kind: type[msgspec.Struct]) -> Any:
    """The answer of a kind that was kept before the kind got some of its fields: those are empty, as they were then.

    What was added since tells of what could not be recorded then: nothing was in dispute before there were disputes.
    Raises `msgspec.ValidationError` when the answer cannot be read even so: our fault.
    """
    return msgspec.convert(_completed(kept, inspect.type_info(kind)), kind)


def _completed(kept: Any, kind: inspect.Type) -> Any:
    """What was kept, with the fields that it lacks."""
    if isinstance(kind, inspect.StructType) and isinstance(kept, dict):
        found = dict(kept)
        for field in kind.fields:
            if field.encode_name in kept:
                found[field.encode_name] = _completed(kept[field.encode_name], field.type)
            elif field.required:
                found[field.encode_name] = _empty(field.type)
        return found
    if isinstance(kind, inspect.ListType | inspect.VarTupleType) and isinstance(kept, list):
        return [_completed(each, kind.item_type) for each in kept]
    if isinstance(kind, inspect.UnionType) and kept is not None:
        return next((_completed(kept, each) for each in kind.types if isinstance(each, inspect.StructType)), kept)
    return kept


def _empty(kind: inspect.Type) -> Any:
    """What stands for nothing in a field."""
    if isinstance(kind, inspect.StructType):
        return _completed({}, kind)
    empty = {inspect.IntType: 0, inspect.StrType: "", inspect.BoolType: False}
    is_many = isinstance(kind, inspect.ListType | inspect.VarTupleType)
    return [] if is_many else {} if isinstance(kind, inspect.DictType) else empty.get(type(kind))
