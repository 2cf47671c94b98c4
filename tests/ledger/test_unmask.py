"""Seeing somebody in the clear is recorded, takes a role, and where two must agree one look at a time."""

from __future__ import annotations

import pytest

from baitiao_cli.actions.approval import APPROVAL, ApprovalAsked
from baitiao_cli.actions.approve import APPROVE, ApproveAsked
from baitiao_cli.actions.operator import OPERATOR, OperatorAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.privacy import PRIVACY_EXPORT, PrivacyAsked
from baitiao_cli.actions.unmask import UNMASK, UnmaskAsked
from baitiao_cli.actions.verb import Call
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger


class Desk:
    """People at a ledger with two accounts, on a day."""

    def __init__(self, shop) -> None:
        self.shop, self.now = shop, "2026-01-05T08:00:00Z"

    def do(self, name: str, verb, asked, **also):
        call = Call(today=self.shop.today, now=self.now, operator=name, **also)
        return perform(self.shop.ledger, verb, asked, call)

    def look(self, name: str, account_id: str = "A1"):
        return self.do(name, UNMASK, UnmaskAsked(account_id=account_id, reason="call back"))

    def approve(self, name: str, proposal_id: str):
        return self.do(name, APPROVE, ApproveAsked(proposal_id=proposal_id))

    def looks(self) -> list[tuple[str, str]]:
        with self.shop.ledger.read() as tx:
            return [(deed.operator, deed.subject) for deed in tx.deeds() if deed.deed == "unmasked"]


@pytest.fixture
def desk(shop):
    shop.open()
    shop.open(name="韩梅梅")
    return Desk(shop)


@pytest.fixture
def careful_desk(desk):
    desk.do("anna", APPROVAL, ApprovalAsked(kind="unmask", is_on=True))
    return desk


def test_a_look_is_recorded(desk):
    assert desk.look("cara").person_id == "P1"
    assert desk.look("cara", "A2").allowed_by == ""
    assert desk.looks() == [("cara", "P1"), ("cara", "P2")]
    with pytest.raises(BaitiaoError, match="account-unknown"):
        desk.look("cara", "A9")


def test_a_look_takes_a_role(desk):
    for name, roles in (("anna", ("admin",)), ("dora", ("auditor",)), ("cara", ("clerk",))):
        desk.do("anna", OPERATOR, OperatorAsked(name=name, roles=roles))
    assert desk.look("dora").person_id == "P1"
    for name, code in (("cara", "role-needed"), ("anna", "role-needed"), ("eve", "operator-unknown")):
        with pytest.raises(BaitiaoError, match=code):
            desk.look(name)
    assert desk.looks() == [("dora", "P1")]


def test_an_approval_is_one_look_of_who_asked_at_that_account(careful_desk):
    with pytest.raises(BaitiaoError, match="approval-needed: proposal_id=W1"):
        careful_desk.look("cara")
    assert careful_desk.approve("ben", "W1").event_id == ""
    assert careful_desk.looks() == []
    for name, account_id in (("dora", "A1"), ("ben", "A1"), ("cara", "A2")):
        with pytest.raises(BaitiaoError, match="approval-needed"):
            careful_desk.look(name, account_id)
    assert careful_desk.look("cara").allowed_by == "W1"
    with pytest.raises(BaitiaoError, match="approval-needed"):
        careful_desk.look("cara")
    assert careful_desk.looks() == [("cara", "P1")]
    assert check_ledger(careful_desk.shop.ledger) == []


def test_an_approval_ends_with_its_day(careful_desk):
    with pytest.raises(BaitiaoError, match="approval-needed: proposal_id=W1"):
        careful_desk.look("cara")
    careful_desk.approve("ben", "W1")
    careful_desk.now = "2026-01-05T16:00:00Z"  # midnight in Shanghai
    with pytest.raises(BaitiaoError, match="approval-needed: proposal_id=W2"):
        careful_desk.look("cara")


def test_an_export_takes_two_as_a_look_does_and_an_approval_of_the_one_is_none_of_the_other(careful_desk):
    def export():
        asked = PrivacyAsked(account_id="A1", reason="asked for it")
        return careful_desk.do("cara", PRIVACY_EXPORT, asked)

    with pytest.raises(BaitiaoError, match="approval-needed: proposal_id=W1"):
        export()
    assert careful_desk.approve("ben", "W1").verb == "privacy export"
    with pytest.raises(BaitiaoError, match="approval-needed: proposal_id=W2"):
        careful_desk.look("cara")
    with careful_desk.shop.ledger.read() as tx:
        assert not tx.deeds("P1")
    assert export().allowed_by == "W1"
    with pytest.raises(BaitiaoError, match="approval-needed: proposal_id=W3"):
        export()
    careful_desk.approve("ben", "W2")
    assert careful_desk.look("cara").allowed_by == "W2"
