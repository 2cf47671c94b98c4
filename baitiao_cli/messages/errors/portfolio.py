"""Errors of generated portfolios: a size that none can have."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PORTFOLIO_ERRORS: dict[str, ErrorText] = {
    "portfolio-number-outside": ErrorText(
        2,
        Text("{option} {given} is outside what a portfolio can have: from {least} to {most}."),
        Text("Give one within that range."),
    ),
}
