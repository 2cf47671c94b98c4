"""Every event that can be reversed says which verbs its reversal stands for."""

from __future__ import annotations

from typing import get_args

from baitiao_cli.account.events import AnyFact, BillIssued, Opened, PersonCorrected, Reversed
from baitiao_cli.actions.reversal import VERBS_OF
from baitiao_cli.actions.roles import ROLES_OF


def test_every_fact_that_is_reversed_has_its_verbs_and_they_have_roles():
    assert set(VERBS_OF) == {*get_args(AnyFact)} - {BillIssued, Opened, PersonCorrected, Reversed}
    assert all(verbs and set(verbs) <= set(ROLES_OF) for verbs in VERBS_OF.values())
