"""Facts told as commands again, without anything personal: what was bought where, by whom and why, is numbered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from baitiao_cli.account.events import (
    AutoRepaySet,
    BalanceRestructured,
    BillConverted,
    BillDayChanged,
    BillDeferred,
    BillIssued,
    ChargedOff,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    CreditGranted,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
    Event,
    Extended,
    HardshipDecided,
    HardshipRequested,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    LimitDecided,
    LimitRequested,
    Locked,
    MeansStated,
    Opened,
    PaidOff,
    PaidOut,
    Paused,
    PersonCorrected,
    Prepaid,
    Purchased,
    Recovered,
    Refunded,
    Reopened,
    Repaid,
    Repriced,
    Restructured,
    Resumed,
    Reversed,
    Suspended,
    TierChanged,
    Unlocked,
    VerificationFailed,
    Verified,
    Waived,
    WrittenOff,
)
from baitiao_cli.account.events.line import WantedLimit
from baitiao_cli.account.verbs.tier import tier_of
from baitiao_cli.calc.rates import format_rate
from baitiao_cli.scenario.offers import Offers

ACCOUNT = "A1"
RECORDED = "recorded"
"""What stands for every reason that was given."""

PHONE, ID_NUMBER = "10000000000", "000000199001010018"
WRONG = "ZZZZ"
"""Nobody's: no mobile number begins like this, no place has this code, and no number ends like that."""

Told = tuple[str, dict[str, Any]]


class Teller:
    """Tells the facts of one account as commands on `A1`; the same merchant, order or means gets the same number."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        self._account_id = events[0].account_id
        self._numbers: dict[tuple[str, str], str] = {}
        self._discounts: dict[str, dict[date, int]] = {}
        self._corrections = 0
        self._ends = {"phone": PHONE[-4:], "id_number": ID_NUMBER[-4:]}
        self.offers = Offers()
        self._known = {field for event in events for field in _verified(event.fact)}

    def told(self, event: Event) -> list[Told]:
        """The commands that record the event's fact again, most often one; none for what comes by itself."""
        tell = TELL.get(type(event.fact))
        if tell is None:
            return []
        return [(command, _given(given)) for command, given in tell(self, event.fact, event)]

    def numbered(self, kind: str, name: str) -> str:
        """A name that says nothing, the same for the same name; "" for none."""
        if not name:
            return ""
        same = sum(known == kind for known, _ in self._numbers)
        return self._numbers.setdefault((kind, name), f"{kind} {same + 1}")

    def of(self, name: str) -> str:
        """The id of a plan, a hold or an event, as the account has it that is made again."""
        return ACCOUNT + name.removeprefix(self._account_id) if name else ""

    def opened(self, fact: Opened, event: Event) -> list[Told]:
        known = {"phone": PHONE} if "phone" in self._known else {}
        known |= {"id-number": ID_NUMBER} if "id_number" in self._known else {}
        product = self.offers.line(fact.line)
        given = {"name": "-", "limit_fen": fact.limit_fen, "bill-day": fact.bill_day, "tier": fact.tier}
        return [("open", {**given, "product": product, **known})]

    def reopened(self, fact: Reopened, event: Event) -> list[Told]:
        given = {"account": ACCOUNT, "limit_fen": fact.limit_fen, "tier": fact.tier, "reason": _reason(fact)}
        return [("reopen", {**given, "product": self.offers.line(fact.line)})]

    def bought(self, fact: Purchased, event: Event) -> list[Told]:
        told = self._registered(fact, event.effective_on)
        if fact.hold_id:
            return [*told, ("capture", {"hold": self.of(fact.hold_id), "amount_fen": fact.amount_fen})]
        given = {
            **self._offered(fact, event),
            "down-payment": _yuan(fact.down_payment_fen),
            "trade-in_fen": fact.trade_in_fen,
            "first-due": fact.first_due_on,
        }
        return [*told, ("charge", given)]

    def held(self, fact: HoldPlaced, event: Event) -> list[Told]:
        return [("hold", {**self._offered(fact, event), "until": fact.expires_on})]

    def _offered(self, fact: Purchased | HoldPlaced, event: Event) -> dict[str, Any]:
        count = fact.terms.schedule.installments
        return {
            "account": ACCOUNT,
            "amount_fen": fact.amount_fen,
            "product": self.offers.plan(fact.terms, tier_of(self._events, event), event.effective_on),
            "installments": count if count > 1 else None,
            "merchant": self.numbered("merchant", fact.merchant),
            "order": self.numbered("order", fact.order_id),
            "scene": fact.scene,
        }

    def _registered(self, fact: Purchased, on: date) -> list[Told]:
        """The registration of the merchant, if what is told already gives it another discount on that day, or none."""
        name = self.numbered("merchant", fact.merchant)
        agreed = self._discounts.setdefault(name, {})
        days = [day for day in agreed if day <= on]
        if not fact.merchant_id or (days and agreed[max(days)] == fact.discount_ppb):
            return []
        agreed[on] = fact.discount_ppb
        return [("register", {"merchant": name, "discount": f"{fact.discount_ppb / 10**7:.7f}%"})]

    def paid(self, command: str, fact: Any) -> list[Told]:
        plan = self.of(getattr(fact, "plan_id", ""))
        given = {"account": ACCOUNT, "amount_fen": fact.amount_fen, "plan": plan, "pay": command == "payoff"}
        return [(command, {**given, "means": self.numbered("means", fact.means)})]

    def on_plan(self, command: str, fact: Any, **given: Any) -> list[Told]:
        reason = {"reason": _reason(fact)} if hasattr(fact, "reason") else {}
        return [(command, {"plan": self.of(fact.plan_id), **given, **reason})]

    def on_account(self, command: str, fact: Any, **given: Any) -> list[Told]:
        reason = {"reason": _reason(fact)} if hasattr(fact, "reason") else {}
        return [(command, {"account": ACCOUNT, **given, **reason})]

    def limit(self, command: str, fact: WantedLimit) -> list[Told]:
        given = {"scene": fact.scene, "merchant": self.numbered("merchant", fact.merchant)}
        if fact.limit_fen == 0:
            return self.on_account(command, fact, end=True, **given)
        days = {"from": fact.from_on, "until": fact.until_on}
        return self.on_account(command, fact, amount_fen=fact.limit_fen, **given, **days)

    def decided(self, command: str, fact: LimitDecided | HardshipDecided) -> list[Told]:
        flag = {"granted": "grant", "refused": "refuse", "withdrawn": "withdraw"}[fact.decision]
        amount = {"amount_fen": getattr(fact, "limit_fen", 0)} if flag == "grant" else {}
        return [(command, {"account": ACCOUNT, flag: True, **amount, "reason": RECORDED})]

    def restructured_balance(self, fact: BalanceRestructured, event: Event) -> list[Told]:
        product = self.offers.plan(fact.terms, tier_of(self._events, event), event.effective_on, anew=True)
        given = {"account": ACCOUNT, "installments": fact.installments, "product": product, "reason": _reason(fact)}
        return [("restructure", given)]

    def converted(self, fact: BillConverted, event: Event) -> list[Told]:
        product = self.offers.plan(fact.terms, tier_of(self._events, event), event.effective_on)
        given = {"installments": fact.terms.schedule.installments, "amount_fen": fact.amount_fen, "product": product}
        return self.on_account("convert", fact, bill=self._bill(fact.billed_on), **given)

    def _bill(self, billed_on: object) -> int | None:
        facts = (event.fact for event in self._events)
        return next(
            (fact.number for fact in facts if isinstance(fact, BillIssued) and fact.billed_on == billed_on), None
        )

    def means(self, fact: MeansStated) -> list[Told]:
        given = {"name": self.numbered("means", fact.name), "kind": fact.means_kind, "remove": fact.is_removed}
        funds = "0" if fact.funds_fen == 0 else _yuan(fact.funds_fen or 0)
        return self.on_account("means", fact, **given, funds=funds, unlimited=fact.is_unlimited)

    def corrected(self, fact: PersonCorrected) -> list[Told]:
        self._corrections += 1
        number = self._corrections % 10**4
        other = {"name": f"- {number}", "phone": f"100{number:08d}", "id_number": f"X{number:08d}"}
        given = {field.replace("_", "-"): other[field] for field in fact.fields}
        self._ends |= {field: other[field][-4:] for field in fact.fields}
        return [("person", {"account": ACCOUNT, **given, "reason": RECORDED})]

    def digits(self, fields: Sequence[str], wrong: Sequence[str] = ()) -> dict[str, str]:
        """The ends of what is known of the person, or other ones."""
        names = {"phone": "phone-digits", "id_number": "id-digits"}
        return {names[field]: WRONG if field in wrong else self._ends[field] for field in fields}

    def verified(self, fact: Verified) -> list[Told]:
        return self.on_account("verify", fact, **self.digits(fact.what))

    def failed(self, fact: VerificationFailed) -> list[Told]:
        known = sorted(self._known)
        return self.on_account("verify", fact, **self.digits(known, fact.what), error="verification-failed")

    def closed(self, fact: Closed | ClosingRequested) -> list[Told]:
        by = getattr(fact, "by", "customer")
        digits = self.digits(fact.verified) if by == "customer" else {}
        return self.on_account("close", fact, by=by, **digits)


def _verified(fact: object) -> tuple[str, ...]:
    if isinstance(fact, Verified | VerificationFailed):
        return fact.what
    return fact.verified if isinstance(fact, Closed | ClosingRequested) else ()


def _reason(fact: Any) -> str:
    return RECORDED if fact.reason else ""


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}" if fen else ""


def _given(given: dict[str, Any]) -> dict[str, Any]:
    """Only what is given: nothing that is empty, and no flag that is not set."""
    return {
        key: value
        for key, value in given.items()
        if value not in ("", None, False) and not (value == 0 and key.endswith("_fen"))
    }


TELL: dict[type, Callable[[Teller, Any, Event], list[Told]]] = {
    Opened: Teller.opened,
    Reopened: Teller.reopened,
    Purchased: Teller.bought,
    HoldPlaced: Teller.held,
    HoldReleased: lambda teller, fact, _: [("release", {"hold": teller.of(fact.hold_id), "reason": _reason(fact)})],
    Repaid: lambda teller, fact, _: teller.paid("repay", fact),
    PaidOff: lambda teller, fact, _: teller.paid("payoff", fact),
    Recovered: lambda teller, fact, _: teller.paid("recover", fact),
    PaidOut: lambda teller, fact, _: teller.paid("payout", fact),
    Prepaid: lambda teller, fact, _: teller.on_plan(
        "prepay", fact, amount_fen=fact.amount_fen, by=fact.effect, means=teller.numbered("means", fact.means)
    ),
    Repriced: lambda teller, fact, _: teller.on_plan("reprice", fact, rate=format_rate(fact.rate)),
    Paused: lambda teller, fact, _: teller.on_plan("pause", fact, until=fact.until_on),
    Extended: lambda teller, fact, _: teller.on_plan("extend", fact, months=fact.months),
    Restructured: lambda teller, fact, _: teller.on_plan(
        "restructure", fact, installments=fact.installments, rate=format_rate(fact.rate) if fact.rate else None
    ),
    BalanceRestructured: Teller.restructured_balance,
    BillConverted: Teller.converted,
    BillDeferred: lambda teller, fact, _: teller.on_account("defer", fact, bill=teller._bill(fact.billed_on)),
    Refunded: lambda teller, fact, _: teller.on_plan("refund", fact, amount_fen=fact.amount_fen),
    DisputeOpened: lambda teller, fact, _: teller.on_plan(
        "dispute", fact, amount_fen=fact.amount_fen, cause=fact.cause
    ),
    DisputeWon: lambda teller, fact, _: [("resolve", {"event": teller.of(fact.dispute_id), "outcome": "won"})],
    DisputeLost: lambda teller, fact, _: [("resolve", {"event": teller.of(fact.dispute_id), "outcome": "lost"})],
    Waived: lambda teller, fact, _: [
        (
            "waive",
            {
                "account": ACCOUNT,
                "amount_fen": fact.amount_fen,
                "charge": fact.charge.replace("_", "-"),
                "plan": teller.of(fact.plan_id),
                "reason": RECORDED,
            },
        )
    ],
    CreditGranted: lambda teller, fact, _: [
        ("credit", {"account": ACCOUNT, "amount_fen": fact.amount_fen, "reason": RECORDED})
    ],
    ChargedOff: lambda teller, fact, _: [
        ("charge-off", {"account": ACCOUNT, "plan": teller.of(fact.plan_id), "reason": RECORDED})
    ],
    WrittenOff: lambda teller, fact, _: [
        ("write-off", {"account": ACCOUNT, "plan": teller.of(fact.plan_id), "reason": RECORDED})
    ],
    LimitChanged: lambda teller, fact, _: teller.limit("limit", fact),
    LimitRequested: lambda teller, fact, _: teller.limit("request-limit", fact),
    LimitDecided: lambda teller, fact, _: teller.decided("decide-limit", fact),
    HardshipRequested: lambda teller, fact, _: [
        ("hardship", {"account": ACCOUNT, "reason": RECORDED, "until": fact.until_on})
    ],
    HardshipDecided: lambda teller, fact, _: teller.decided("decide-hardship", fact),
    TierChanged: lambda teller, fact, _: teller.on_account("tier", fact, tier=fact.tier),
    BillDayChanged: lambda teller, fact, _: teller.on_account("bill-day", fact, day=fact.bill_day),
    Locked: lambda teller, fact, _: teller.on_account("lock", fact),
    Unlocked: lambda teller, fact, _: teller.on_account("unlock", fact),
    Suspended: lambda teller, fact, _: teller.on_account(
        "suspend", fact, cause=fact.cause, lift=RECORDED if fact.lift_condition else ""
    ),
    Resumed: lambda teller, fact, _: teller.on_account("resume", fact, cause=fact.cause),
    AutoRepaySet: lambda teller, fact, _: [
        (
            "auto-repay",
            {"account": ACCOUNT, "means": teller.numbered("means", fact.means), "share": fact.share}
            if fact.means
            else {"account": ACCOUNT, "off": True},
        )
    ],
    MeansStated: lambda teller, fact, _: teller.means(fact),
    PersonCorrected: lambda teller, fact, _: teller.corrected(fact),
    Verified: lambda teller, fact, _: teller.verified(fact),
    VerificationFailed: lambda teller, fact, _: teller.failed(fact),
    Closed: lambda teller, fact, _: teller.closed(fact),
    ClosingRequested: lambda teller, fact, _: teller.closed(fact),
    ClosingWithdrawn: lambda teller, fact, _: teller.on_account("close", fact, withdraw=True),
    Reversed: lambda teller, fact, _: [("reverse", {"event": teller.of(fact.event_id), "reason": _reason(fact)})],
}
