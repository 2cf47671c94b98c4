"""A credit account manager: purchases on credit, bills, installments, repayments.

For Python code: `Ledger`, whose methods are the commands, and what goes with it; see docs/python.md. What stands in
`__all__` stays as it is; every other name of the package may change. It is imported when it is used.
"""

from __future__ import annotations

TYPE_CHECKING = False  # that of `typing`, whose import is as much as a bare start of Python
if TYPE_CHECKING:
    from typing import Any

    from baitiao_cli.api.answer import Answer
    from baitiao_cli.api.free import quote, rate
    from baitiao_cli.api.ledger import Branch, Ledger
    from baitiao_cli.api.money import Money, fen
    from baitiao_cli.errors import BaitiaoError

__version__ = "0.1.0"
__all__ = ["Answer", "BaitiaoError", "Branch", "Ledger", "Money", "__version__", "fen", "quote", "rate"]

_ROOMS = {
    "Answer": "api.answer",
    "BaitiaoError": "errors",
    "Branch": "api.ledger",
    "Ledger": "api.ledger",
    "Money": "api.money",
    "fen": "api.money",
    "quote": "api.free",
    "rate": "api.free",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *_ROOMS]
