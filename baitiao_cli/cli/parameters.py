"""The parameters of a command, read off the function that declares them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

import msgspec

if TYPE_CHECKING:
    from baitiao_cli.cli.values import Declared


class Parameter(msgspec.Struct, frozen=True):
    """What a command takes: its name in the function, its type and what is declared of it, and its default."""

    name: str
    annotation: Any
    default: Any = None
    is_needed: bool = False

    @property
    def declared(self) -> Declared:
        """What `option` or `argument` says of it."""
        found: Declared = self.annotation.__metadata__[0]
        return found

    @property
    def is_flag(self) -> bool:
        """Whether it is given without a value."""
        return self.annotation.__origin__ is bool

    @property
    def is_several(self) -> bool:
        """Whether it takes more than one value."""
        kinds = (self.annotation.__origin__, *get_args(self.annotation.__origin__))
        return any(get_origin(kind) in (list, tuple) for kind in kinds) and not hasattr(self.declared.parser, "is_list")


def parameters_of(function: Callable[..., Any], beside: int = 0) -> tuple[Parameter, ...]:
    """The parameters of a function in their order, without the first ones `beside` them, such as the request."""
    code, declared, defaults = function.__code__, get_type_hints(function, include_extras=True), function.__defaults__
    names = code.co_varnames[: code.co_argcount]
    given = dict(zip(reversed(names), reversed(defaults or ()), strict=False))
    return tuple(Parameter(name, declared[name], given.get(name), name not in given) for name in names[beside:])
