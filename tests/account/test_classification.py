"""The five classes at their bounds, under both rules; on an account, by the rule of its line."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from baitiao_cli.account.classification import CLASSES, LAST_DAYS, ClassRule, LoanClass, class_of, days_of
from baitiao_cli.account.terms import LineTerms
from baitiao_cli.account.views.explain.standing import explain_class
from baitiao_cli.account.views.figures import figures
from tests.laws.history import LINE, History, opened

# Order no. 1 of 2023: more than 90 days is at least substandard, more than 270 doubtful, more than 360 loss.
RULE_OF_2023 = {
    **{0: "normal", 1: "special-mention", 90: "special-mention", 91: "substandard", 270: "substandard"},
    **{271: "doubtful", 360: "doubtful", 361: "loss"},
}
# Art. 92 of the card rule of 2011: 1-90, 91-120, 121-180 days (each included), more than 180.
CARD_RULE = {
    **{0: "normal", 1: "special-mention", 90: "special-mention", 91: "substandard", 120: "substandard"},
    **{121: "doubtful", 180: "doubtful", 181: "loss"},
}


@pytest.mark.parametrize(("rule", "wanted"), [("2023", RULE_OF_2023), ("card", CARD_RULE)])
def test_the_class_of_each_bound(rule: ClassRule, wanted: dict[int, LoanClass]) -> None:
    assert {days: class_of(days, rule) for days in wanted} == wanted


@pytest.mark.parametrize("rule", LAST_DAYS)
@pytest.mark.parametrize("loan_class", CLASSES)
def test_the_days_of_a_class_are_those_that_are_in_it(rule: ClassRule, loan_class: LoanClass) -> None:
    first, last = days_of(loan_class, rule)
    in_it = [days for days in range(500) if class_of(days, rule) == loan_class]
    assert in_it == list(range(first, 500 if last is None else last + 1))


@pytest.mark.parametrize(("rule", "wanted"), [("2023", "substandard"), ("card", "doubtful")])
def test_an_account_is_classed_by_the_rule_of_its_line(rule: ClassRule, wanted: str) -> None:
    # 12000.00 in 12: the first installment is due on 12 February 2024; day 121 past due is 12 June.
    history = History([opened(line=replace(LINE, class_rule=rule))])
    history.buy("inst", 12_000_00, 12)
    account = history.account(date(2024, 2, 12) + timedelta(days=121))
    assert (figures(account).days_past_due, figures(account).loan_class) == (121, wanted)
    told = explain_class(account)
    assert (told.loan_class, told.overdue_since_on, told.class_rule) == (wanted, date(2024, 2, 12), rule)
    assert (told.first_days, told.last_days) == ((91, 270) if rule == "2023" else (121, 180))


def test_terms_that_say_nothing_of_classes_follow_the_rule_of_2023() -> None:
    terms = msgspec.to_builtins(LINE)
    del terms["class_rule"]
    assert msgspec.convert(terms, LineTerms).class_rule == "2023"
