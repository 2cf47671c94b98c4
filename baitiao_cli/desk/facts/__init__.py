"""What the desk keeps: facts of its own, beside the events, for no rule of an account reads them."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.desk.facts.assessment import (
    ConsentStated,
    IncomeDeclared,
    LimitApplied,
    LimitProposed,
    ScoreTaken,
    TierApplied,
)
from baitiao_cli.desk.facts.bureau import BureauFileMade, ListedLate, NoticeGiven
from baitiao_cli.desk.facts.collection import (
    CaseClosed,
    CaseOpened,
    ContactAgainstRules,
    PreferencesStated,
    PromiseMade,
    ReminderWritten,
)
from baitiao_cli.desk.facts.contact import ContactMade
from baitiao_cli.desk.facts.decision import Decision, Fired
from baitiao_cli.desk.facts.funding import FunderRegistered, FunderShare, FundingAgreed, FundingSettled, Moved
from baitiao_cli.desk.facts.notices import NoticeWritten
from baitiao_cli.desk.facts.offers import CouponGranted
from baitiao_cli.desk.facts.risk import RiskFound, RiskReviewed
from baitiao_cli.desk.facts.service import TicketAnswered, TicketOpened
from baitiao_cli.desk.facts.settlement import MerchantSettled, MerchantSums

AnyDeskFact = (
    BureauFileMade
    | CaseClosed
    | CaseOpened
    | ConsentStated
    | ContactAgainstRules
    | ContactMade
    | CouponGranted
    | FunderRegistered
    | FundingAgreed
    | FundingSettled
    | IncomeDeclared
    | LimitApplied
    | LimitProposed
    | MerchantSettled
    | NoticeGiven
    | NoticeWritten
    | PreferencesStated
    | PromiseMade
    | ReminderWritten
    | RiskFound
    | RiskReviewed
    | ScoreTaken
    | TicketAnswered
    | TicketOpened
    | TierApplied
)


class DeskEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as it is kept: about whom or what (an account, a person, a merchant; "" the whole portfolio), and who."""

    number: int
    subject: str
    effective_on: date
    fact: AnyDeskFact
    recorded_at: str
    operator: str
    request_id: str

    @property
    def record_id(self) -> str:
        """The id by which it is called: D12."""
        return f"D{self.number}"


__all__ = [
    "AnyDeskFact",
    "BureauFileMade",
    "CaseClosed",
    "CaseOpened",
    "ConsentStated",
    "ContactAgainstRules",
    "ContactMade",
    "CouponGranted",
    "Decision",
    "DeskEntry",
    "Fired",
    "FunderRegistered",
    "FunderShare",
    "FundingAgreed",
    "FundingSettled",
    "IncomeDeclared",
    "LimitApplied",
    "LimitProposed",
    "ListedLate",
    "MerchantSettled",
    "MerchantSums",
    "Moved",
    "NoticeGiven",
    "NoticeWritten",
    "PreferencesStated",
    "PromiseMade",
    "ReminderWritten",
    "RiskFound",
    "RiskReviewed",
    "ScoreTaken",
    "TicketAnswered",
    "TicketOpened",
    "TierApplied",
]
