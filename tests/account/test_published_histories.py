"""Payment histories with every row published, told with the real verbs and read off the schedule as it stands."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from baitiao_cli.account.events import Event, PaidOff, Purchased, Repaid
from baitiao_cli.account.terms import LateTerms, Product
from baitiao_cli.account.verbs.charge import decide_purchase
from baitiao_cli.account.verbs.payoff import decide_payoff, quote_payoff
from baitiao_cli.account.verbs.repay import decide_repayment
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.forecast import row_outlooks
from baitiao_cli.actions.proof import prove
from baitiao_cli.calc.dates import parse_date
from baitiao_cli.calc.money import format_yuan, parse_yuan
from baitiao_cli.calc.rates import parse_rate
from baitiao_cli.products.catalogue import check_product
from tests.laws.history import History, opened

# Apache Fineract, public end-to-end suite (Apache-2.0): half-even, evening on; the file carries its source.
PUBLISHED = json.loads((Path(__file__).parent / "vectors" / "histories.json").read_text(encoding="utf-8"))["cases"]

FACTS = {"Repayment": (Repaid, PaidOff)}
KINDS = {"penalty": "late_charge", "fee": "fee", "interest": "interest", "principal": "principal"}


def product_of(terms: dict[str, Any]) -> Product:
    """The product that the terms of a case describe."""
    rate = parse_rate(terms["annual_rate_pct"] + "%/year")
    product = Product(
        id="published",
        version=1,
        name_en="-",
        name_zh="-",
        about_en="-",
        about_zh="-",
        method=terms["method"],
        installments=(terms["installments"],),
        every=terms["every"],
        unit=terms["unit"],
        due_by="anniversary",
        payoff="accrued-days",
        surplus=terms["surplus_to"].replace("_", "-"),
        late=LateTerms(),
        rate_per="year",
        rate_ppb_by_tier=dict.fromkeys("ABCD", rate.ppb),  # type: ignore[arg-type]
        day_count=terms["day_count"],
        rounding="half-even",
        evening=True,
        whole_period=terms["whole_period"],
        recalculate=terms["recalculate_interest_on_payment"],
        allocation=tuple(KINDS[kind] for kind in terms["allocation_within_installment"]),
    )
    check_product(product, product.id)
    return product


class Published:
    """One case as it goes: an account opened in time, and the purchase that it begins with."""

    def __init__(self, case: dict[str, Any]) -> None:
        self.product = product_of(case["terms"])
        self.charge = next(step for step in case["steps"] if step.get("do") == "charge")
        self.bought_on = parse_date(self.charge["on"])
        self.history = History([opened(self.bought_on, bill_day=28)])

    def take(self, step: dict[str, Any]) -> None:
        """Does what the step says, on its day."""
        history = self.history
        history.today = max(history.today, parse_date(step["today"]))
        match step["do"]:
            case "charge":
                self.buy(history)
            case "repay":
                on = parse_date(step["on"])
                repayment = Repaid(amount_fen=parse_yuan(step["amount"]))
                history.record(decide_repayment(history.account(on), repayment), on)
            case "payoff":
                on = parse_date(step["date"])
                account = history.account(on)
                payoff = PaidOff(amount_fen=quote_payoff(account, on, "A1P1").total_fen, plan_id="A1P1")
                history.record(decide_payoff(account, payoff, on), on)
            case "reverse":
                history.reverse(self.event(step).event_id)
            case "end-of-day":
                history.issue_bills()
            case other:
                raise AssertionError(other)

    def buy(self, history: History) -> None:
        """Records the purchase of the case."""
        account, amount_fen = history.account(self.bought_on), parse_yuan(self.charge["amount"])
        purchase = Purchased(
            plan_id="A1P1", amount_fen=amount_fen, terms=self.product.terms(None, account.tier, account.through)
        )
        history.record(decide_purchase(account, self.product, purchase, self.bought_on), self.bought_on)

    def event(self, step: dict[str, Any]) -> Event:
        """The event that a reversal names: the nth of its type on its date."""
        named = [
            event
            for event in self.history.events
            if isinstance(event.fact, FACTS[step["type"]]) and event.effective_on == parse_date(step["date"])
        ]
        return named[step["nth"] - 1]

    def rows(self, on: date) -> list[list[str]]:
        """The schedule as of a day; before the purchase, the one that it will have."""
        shown = self.history
        shown.today = max(shown.today, on)
        if not any(isinstance(event.fact, Purchased) for event in shown.events):
            shown = History(list(shown.events), on)
            self.buy(shown)
        account = shown.account(on)
        return [
            [row.due_on.isoformat()]
            + [
                format_yuan(fen).replace(",", "")
                for fen in (row.principal_fen, row.interest_fen, row.total_fen, row.paid_fen, row.outstanding_fen)
            ]
            for row in row_outlooks(account.plans["A1P1"], account, on)
        ]


@pytest.mark.parametrize("case", PUBLISHED, ids=[case["id"] for case in PUBLISHED])
def test_published_histories_hold_to_the_fen(case: dict[str, Any]) -> None:
    published = Published(case)
    for step in case["steps"]:
        if "expect" in step:
            assert published.rows(parse_date(step["today"])) == step["rows"], step["today"]
        else:
            published.take(step)
    history, account = published.history, published.history.account()
    rows = row_outlooks(account.plans["A1P1"], account, account.through)
    explained = explain_rows(account, account.plans["A1P1"])
    assert sum(figure.amount_fen for figure in explained) == sum(row.total_fen for row in rows)
    assert prove(history.events, history.today).differences == ()


def test_all_published_histories_are_there() -> None:
    assert len(PUBLISHED) == 22
