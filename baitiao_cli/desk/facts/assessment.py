"""Facts of an assessment: what a person agreed to, and what they say they earn."""

from __future__ import annotations

from typing import Literal

from baitiao_cli.account.events.fact import Fact

ConsentPurpose = Literal["credit-check", "bureau-report", "offers"]


class ConsentStated(Fact, frozen=True, tag="consent-stated"):
    """A person (the subject) agrees to something, or withdraws that; `how` is where it can be looked up."""

    purpose: ConsentPurpose
    is_given: bool
    how: str = ""


class IncomeDeclared(Fact, frozen=True, tag="income-declared"):
    """What a person (the subject) says to earn a month and to pay elsewhere a month, in fen: declared, never proved."""

    monthly_income_fen: int
    monthly_payments_fen: int = 0
