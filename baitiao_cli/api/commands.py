"""The commands as methods; `commands.pyi` beside it spells them out with their types, and a test compares the two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from baitiao_cli.api.calling import OFFERED, method_of


class Commands:
    """Whatever runs commands has each as a method."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name not in OFFERED:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        method = method_of(OFFERED[name])

        def call(*given: Any, **named: Any) -> Any:
            return self.run(method.command, *given, **named)

        call.__name__ = call.__qualname__ = name
        call.__doc__ = method.help
        call.__signature__ = method.signature
        return call

    def __dir__(self):
        return [*super().__dir__(), *OFFERED]
