"""Every kind of fact comes back from its stored text as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from inspect import get_annotations
from typing import get_args

import msgspec
import pytest

from baitiao_cli.account.events import (
    AnyFact,
    AutoRepaySet,
    BalanceRestructured,
    BillConverted,
    BillDayChanged,
    BillDeferred,
    BillFigures,
    BillIssued,
    ChargedOff,
    Closed,
    ClosingRequested,
    ClosingWithdrawn,
    CreditGranted,
    DebitTried,
    DisputeLost,
    DisputeOpened,
    DisputeWon,
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
from baitiao_cli.calc.rates import Rate
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.codec import body_of, event_of, fact_of, kind_of
from baitiao_cli.products.catalogue import load_products

ON = date(2026, 1, 1)
LINE = load_products()["month"].line
FIGURES = BillFigures(opening_fen=-5, closing_fen=7, amount_due_fen=7, minimum_due_fen=2, adjustment_fen=-1)
PURCHASES = [
    Purchased(
        plan_id="A1P1",
        amount_fen=10_000,
        terms=product.terms(count, "C", ON),
        merchant='书店 "[red]"',
        note="é\n",
    )
    for product in load_products().values()
    for count in product.installments
]
FACTS: list[AnyFact] = [
    Opened(person_id="P1", limit_fen=1_000_000, bill_day=3, tier="A", line=LINE),
    *PURCHASES,
    Purchased(
        plan_id="A1P2",
        amount_fen=2**53 - 1,
        down_payment_fen=1,
        terms=PURCHASES[0].terms,
        merchant="m",
        merchant_id="M1",
        discount_ppb=6_000_000,
        scene="phone",
        category="phones",
        brand="某牌",
        order_id="o",
        note="n",
    ),
    HoldPlaced(hold_id="A1H1", amount_fen=5, terms=PURCHASES[0].terms, expires_on=date(2026, 2, 3), merchant="m"),
    HoldReleased(hold_id="A1H1", reason="cancelled"),
    Prepaid(plan_id="A1P1", amount_fen=1, effect="lower-payment", means="card"),
    Repriced(plan_id="A1P1", rate=Rate(60_000_000, "year"), reason="rate cut"),
    Paused(plan_id="A1P1", until_on=date(2026, 6, 1), reason="flood"),
    BalanceRestructured(plan_id="A1P3", terms=PURCHASES[0].terms, reason="illness"),
    Restructured(
        plan_id="A1P1", installments=24, rate=Rate(3_000_000, "period"), reason="illness", keeps_suspense=True
    ),
    HardshipRequested(reason="illness", until_on=date(2026, 9, 30), decide_by_on=date(2026, 5, 5)),
    HardshipDecided(decision="granted", reason="papers seen"),
    Extended(plan_id="A1P1", months=2, reason="lost his job"),
    BillDeferred(billed_on=date(2026, 3, 3), days=10, daily_ppb=400_000, reason="pay day"),
    BillConverted(
        plan_id="A1P3", billed_on=date(2026, 3, 3), amount_fen=400_00, terms=PURCHASES[0].terms, note="by phone"
    ),
    Refunded(plan_id="A1P1", amount_fen=1, reason="sent back"),
    DisputeOpened(plan_id="A1P1", amount_fen=1, cause="not-received", reason="no parcel"),
    DisputeWon(dispute_id="A1E7", plan_id="A1P1", reason="merchant agrees"),
    DisputeLost(dispute_id="A1E7", plan_id="A1P4", terms=PURCHASES[0].terms, reason="signed for"),
    Waived(amount_fen=1, charge="late_charge", plan_id="A1P1", reason="first time"),
    CreditGranted(amount_fen=1, reason="sorry"),
    ChargedOff(plan_id="A1P1", reason="not found"),
    WrittenOff(reason="no estate"),
    Recovered(amount_fen=1, plan_id="A1P1", means="bank", note="n"),
    PaidOut(amount_fen=1, means="bank"),
    LimitChanged(limit_fen=1, reason="asked for"),
    LimitChanged(limit_fen=1, scene="travel", merchant="Café", from_on=date(2026, 1, 1), until_on=date(2026, 2, 1)),
    LimitRequested(limit_fen=1, scene="travel", until_on=date(2026, 2, 1), reason="a journey"),
    LimitDecided(decision="granted", limit_fen=1, reason="checked"),
    BillDayChanged(bill_day=28),
    TierChanged(tier="C", score_id="D12", reason="late"),
    AutoRepaySet(means="card", share="minimum"),
    MeansStated(name="card", funds_fen=300_00, means_kind="card", last_digits="1234", reason="new card"),
    MeansStated(name="bank", is_removed=True),
    DebitTried(
        means="card",
        share="full",
        due_on=date(2026, 2, 12),
        attempt=2,
        asked_fen=700_35,
        taken_fen=50_00,
        outcome="taken-in-part",
    ),
    Locked(reason="lost phone"),
    Unlocked(),
    Suspended(cause="overdue", lift_condition="nothing overdue"),
    Resumed(cause="overdue", reason="paid"),
    PersonCorrected(fields=("phone",), reason="new number"),
    Reopened(limit_fen=1, tier="A", line=LINE, reason="came back"),
    Repaid(amount_fen=1),
    Repaid(amount_fen=1, plan_id="A1P1", means="card", note="n"),
    PaidOff(amount_fen=1, plan_id="A1P1", means="card"),
    Reversed(event_id="A1E2", reason="wrong"),
    BillIssued(
        number=1,
        from_on=date(2026, 1, 5),
        billed_on=date(2026, 2, 3),
        due_on=date(2026, 2, 12),
        knew_number=3,
        figures=FIGURES,
    ),
    Verified(what=("phone", "id_number")),
    VerificationFailed(what=("phone",)),
    ClosingRequested(ends_on=date(2026, 2, 8), reason="moved away", verified=("phone",)),
    ClosingWithdrawn(reason="stays"),
    Closed(reason="done", by="operator"),
    Closed(verified=("phone",)),
    Closed(),
]


def test_every_kind_of_fact_is_among_the_examples() -> None:
    assert {type(fact) for fact in FACTS} == set(get_args(AnyFact))


@pytest.mark.parametrize("fact", FACTS, ids=kind_of)
def test_a_fact_comes_back_as_it_was(fact: AnyFact) -> None:
    body = body_of(fact)
    assert fact_of(body) == fact
    assert type(fact_of(body)) is type(fact)
    assert body == body_of(fact_of(body)), "one fact, one text"
    assert f'"kind":"{kind_of(fact)}"' in body


def test_a_bill_of_before_there_were_disputes_is_still_read() -> None:
    bill = next(fact for fact in FACTS if isinstance(fact, BillIssued))
    old = msgspec.json.decode(body_of(bill))
    del old["figures"]["disputes_fen"]
    assert fact_of(msgspec.json.encode(old).decode()) == bill


def test_the_text_is_canonical() -> None:
    assert body_of(Repaid(amount_fen=5, plan_id="A1P1")) == (
        '{"amount_fen":5,"kind":"repayment-received","means":"","note":"","plan_id":"A1P1"}'
    )


@pytest.mark.parametrize("amount", [True, 1.0, "1", None])
def test_an_amount_that_is_no_int_is_never_stored(amount: object) -> None:
    with pytest.raises((msgspec.ValidationError, AssertionError)):
        body_of(Repaid(amount_fen=amount))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("body", "{"),
        ("body", '{"kind":"repayment-received","amount_fen":1.5}'),
        ("body", '{"kind":"repayment-received","amount_fen":1,"surprise":1}'),
        ("body", '{"kind":"gift"}'),
        ("effective_on", "2026-02-30"),
        ("number", "many"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_as_damage(column: str, value: str) -> None:
    row = {
        "event_id": "A1E2",
        "account_id": "A1",
        "number": 2,
        "effective_on": "2026-01-05",
        "body": body_of(Repaid(amount_fen=1)),
        "sequence": 2,
        "recorded_at": "",
        "operator": "",
        "request_id": "",
    }
    assert event_of(row).fact == Repaid(amount_fen=1)
    with pytest.raises(BaitiaoError, match=r"ledger-damaged.*A1E2"):
        event_of(row | {column: value})


def _records(of: object) -> Iterator[type[msgspec.Struct]]:
    """The records in what msgspec knows of a type."""
    if isinstance(of, msgspec.inspect.StructType):
        yield of.cls
    if isinstance(of, tuple | list):
        inner = list(of)
    else:
        inner = [getattr(of, name) for name in getattr(of, "__struct_fields__", ())]
    for each in inner:
        if isinstance(each, tuple | list | msgspec.Struct):
            yield from _records(each)


def test_the_reader_of_facts_finds_no_annotation_that_it_would_have_to_compile():
    records = set(_records(msgspec.inspect.type_info(AnyFact)))
    assert {*get_args(AnyFact), Rate} <= records
    as_text = {
        record.__name__: name
        for record in records
        for name, kind in get_annotations(record).items()
        if isinstance(kind, str)
    }
    assert as_text == {}
