"""A correction of the person: a fact that names fields, changes no figure and is not reversed."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import Event, Opened, PersonCorrected, Repaid, Reversed
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.person import decide_correction
from baitiao_cli.account.verbs.reverse import decide_reversal
from baitiao_cli.account.views.figures import figures
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import find_product

ON = date(2026, 1, 5)
FACTS = (
    Opened(person_id="P1", limit_fen=100_000, bill_day=3, tier="B", line=find_product("month").line),
    Repaid(amount_fen=500),
    PersonCorrected(fields=("phone", "name"), reason="married"),
)
EVENTS = [
    Event(event_id=f"A1E{number}", account_id="A1", number=number, effective_on=ON, fact=fact)
    for number, fact in enumerate(FACTS, 1)
]


@pytest.fixture
def account() -> Account:
    return replay(EVENTS, ON)


def test_it_changes_no_figure(account) -> None:
    before = replay(EVENTS[:2], ON)
    assert (figures(account), account.postings) == (figures(before), before.postings)
    assert not account.conflicts


def test_a_correction_of_nothing_is_refused(account) -> None:
    with pytest.raises(BaitiaoError, match="nothing-to-correct: account_id=A1"):
        decide_correction(account, PersonCorrected(fields=()))
    assert decide_correction(account, FACTS[2]) == FACTS[2]


def test_it_cannot_be_reversed_for_nothing_is_kept_of_what_it_replaced() -> None:
    with pytest.raises(BaitiaoError) as caught:
        decide_reversal(EVENTS, Reversed(event_id="A1E3"))
    assert (caught.value.code, caught.value.details) == ("not-reversible", {"event_id": "A1E3", "account_id": "A1"})
