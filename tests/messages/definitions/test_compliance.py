"""The examples of the page `compliance`, worked by hand, are what the rules say; the range ends are in tests/desk."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.calc.caps import costs_more_than
from baitiao_cli.calc.schedule import Row
from baitiao_cli.desk.collection.contacts import ContactRules
from baitiao_cli.desk.compliance.allocation_order import by_terms
from baitiao_cli.desk.compliance.check import RULES
from baitiao_cli.desk.compliance.history import PaymentSeen, RowSeen
from baitiao_cli.desk.compliance.rules import ComplianceRules
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.messages.definitions import definition_of, page

SHIPPED = read_rules(shipped("compliance"), ComplianceRules)


def example(name: str) -> str:
    return definition_of("compliance", name).example.in_language("en")


def sentence(name: str) -> str:
    return definition_of("compliance", name).sentence.in_language("en")


def test_every_rule_is_defined_under_its_name() -> None:
    contacts, reports = {"collection-hours", "collection-calls"}, {"report-consent", "adverse-notice"}
    offers = {"offer-consent"}
    assert [*page("compliance").definitions] == [rule for rule in RULES if rule not in contacts | reports | offers]
    assert offers <= page("offers").definitions.keys()
    assert contacts <= page("contact-rules").definitions.keys()
    assert reports <= page("bureau").definitions.keys()
    assert SHIPPED.adverse_notice.least_days == 1


def test_the_figures_are_those_of_the_rule_file() -> None:
    assert SHIPPED.line_limit.most_fen == 200_000_00 and "200,000.00 yuan" in sentence("line-limit")
    assert SHIPPED.line_limit.most_fen < 195_000_00 + 5_000_01
    assert f"within {SHIPPED.bullet_term.most_months} months" in sentence("bullet-term")
    recorded = read_rules(shipped("contact"), ContactRules)
    assert replace(SHIPPED.contacts, rests_in_hardship=True) == recorded
    assert f"by the day {SHIPPED.retention.most_years} years after" in sentence("retention")
    assert SHIPPED.annual_rate.cap_ppb(date(2025, 10, 1)) == 240_000_000
    assert SHIPPED.annual_rate.cap_ppb(date(2025, 9, 30)) is None


def test_what_a_month_costs_and_what_is_carried() -> None:
    on, due_on = date(2026, 1, 12), date(2026, 2, 12)
    rows = [Row(1, due_on, due_on, due_on, 100_000, 0, fee, 0) for fee in (2_000, 2_001)]
    assert [costs_more_than(240_000_000, 100_000, on, [row]) for row in rows] == [False, True]
    assert example("annual-rate").startswith("1,000.00 in one installment of 1,020.00")
    assert 365 * (500_000 + 150_000) == 237_250_000
    assert "23.725%" in example("carried-rate")


def test_what_ten_yuan_pay() -> None:
    row = RowSeen(plan_id="P", number=1, due_on=date(2026, 2, 12), owed={"fee": 7_20, "principal": 400_00}, paid={})
    order = ("late_charge", "fee", "interest", "principal")
    paid = by_terms(PaymentSeen(event_id="E", on=date(2026, 2, 12), amount_fen=10_00, order=order, rows=(row,)))
    assert [*paid.values()] == [7_20, 2_80]
    assert example("allocation-order").endswith("the fee gets 7.20 and the principal 2.80.")
