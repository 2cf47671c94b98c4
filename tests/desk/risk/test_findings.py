"""Every rule on risk at its range ends, on histories worked by hand: those of its definition, and others."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from baitiao_cli.account.events import (
    AnyFact,
    Event,
    HoldPlaced,
    HoldReleased,
    LimitChanged,
    Opened,
    PersonCorrected,
    Purchased,
    Refunded,
    Reopened,
    Reversed,
    VerificationFailed,
    Verified,
)
from baitiao_cli.desk.risk.deeds import Deed
from baitiao_cli.desk.risk.findings import ASKED, Finding, findings, hours_unknown
from baitiao_cli.desk.risk.rules import RULE_NAMES, RiskRules
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.messages.desk.risk import WARNINGS, WHY
from baitiao_cli.messages.words import WORDS
from baitiao_cli.products.catalogue import find_product

OPENED, DAY = date(2026, 1, 5), date(2026, 3, 10)
RULES = read_rules(shipped("risk"), RiskRules)
LINE = find_product("month").line
TERMS = find_product("month").terms(None, "B", OPENED)


class History:
    """The events of a line with a limit of 10,000.00, each recorded at 02:17 UTC of its day unless it is said."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.plans = 0
        self.record(Opened(person_id="P1", limit_fen=10_000_00, bill_day=3, tier="B", line=LINE), OPENED)

    def record(self, fact: AnyFact, on: date, at: str = "02:17:01.5") -> str:
        number = len(self.events) + 1
        recorded_at = at if "T" in at else f"{on}T{at}Z"
        event = Event(
            event_id=f"A1E{number}", account_id="A1", number=number, effective_on=on, fact=fact, recorded_at=recorded_at
        )
        self.events.append(event)
        return event.event_id

    def buy(self, yuan: float, on: date = DAY, category: str = "", at: str = "02:17:01.5", hold_id: str = "") -> str:
        self.plans += 1
        fact = Purchased(
            plan_id=f"A1P{self.plans}", amount_fen=round(yuan * 100), terms=TERMS, category=category, hold_id=hold_id
        )
        self.record(fact, on, at)
        return fact.plan_id

    def hold(self, yuan: float, on: date, hold_id: str) -> None:
        self.record(HoldPlaced(hold_id=hold_id, amount_fen=round(yuan * 100), terms=TERMS, expires_on=on), on)

    def found(self, rule: str, as_of: date = DAY, rules: RiskRules = RULES) -> list[Finding]:
        return [one for one in findings(self.events, rules, as_of) if one.rule == rule]

    def count(self, rule: str, as_of: date = DAY) -> int:
        return len(self.found(rule, as_of))


@pytest.fixture
def line() -> History:
    return History()


def example(name: str) -> str:
    return definition_of("risk", name).example.in_language("en")


def days_before(days: int) -> date:
    return DAY - timedelta(days=days)


def test_every_rule_of_the_file_has_its_words_and_its_definition() -> None:
    assert [rule.name for rule in RULES.rules] == list(RULE_NAMES)
    for name in RULE_NAMES:
        assert definition_of("risk", name)
        assert name in WHY
        assert name in WORDS["rule"]
    assert {rule.warning for rule in RULES.rules} - {""} <= WARNINGS.keys()


class TestVelocity:
    def test_it_fires_at_the_threshold_and_once(self, line) -> None:
        for count in range(1, 10):
            line.buy(100)
            assert line.count("velocity") == (1 if count >= 5 else 0), count
        line.buy(100)
        assert line.count("velocity") == 2
        assert "9 purchases on one day are 1 finding and 10 are 2" in example("finding")
        first = line.found("velocity")[0]
        assert (first.event_id, first.evidence) == ("A1E6", ("A1E2", "A1E3", "A1E4", "A1E5", "A1E6"))
        assert (first.observed, first.threshold, first.action, first.warning) == (5, 5, "hold", "many-attempts")

    def test_another_day_is_another_window(self, line) -> None:
        for on in (days_before(1), DAY, DAY, DAY, DAY):
            line.buy(100, on)
        assert line.count("velocity") == 0
        assert "4 on that day and 1 on the next do not" in example("velocity")

    def test_a_hold_counts_when_it_is_placed_and_its_capture_is_none(self, line) -> None:
        for number in range(1, 5):
            line.hold(100, DAY, f"A1H{number}")
        line.buy(100, hold_id="A1H1")
        assert line.count("velocity") == 0
        line.hold(100, DAY, "A1H5")
        assert line.count("velocity") == 1

    def test_what_was_reversed_counts_for_nothing(self, line) -> None:
        for _ in range(5):
            line.buy(100)
        line.record(Reversed(event_id="A1E3"), DAY)
        assert line.count("velocity") == 0

    def test_it_is_told_as_long_as_is_looked_back(self, line) -> None:
        for _ in range(5):
            line.buy(100)
        assert line.count("velocity", days_before(1)) == 0
        assert line.count("velocity", DAY + timedelta(days=29)) == 1
        assert line.count("velocity", DAY + timedelta(days=30)) == 0


def test_many_small(line) -> None:
    for yuan, on in ((50, days_before(1)), (50, DAY), (50.01, DAY), (0.01, DAY)):
        line.buy(yuan, on)
    assert line.count("many-small") == 0
    line.buy(50, days_before(2))  # one day too early
    assert line.count("many-small") == 0
    line.buy(50)
    assert [one.observed for one in line.found("many-small")] == [4]
    assert "3 of 50.00 and 1 of 50.01 do not" in example("many-small")


class TestFirstNearLimit:
    @pytest.mark.parametrize(("yuan", "count"), [(8999.99, 0), (9000, 1)])
    def test_it_fires_at_the_share(self, yuan: float, count: int) -> None:
        line = History()
        line.buy(yuan, OPENED)
        assert line.count("first-near-limit", OPENED) == count
        assert "9,000.00 takes 90% of a limit of 10,000.00 and fires, one of 8,999.99 does not" in example(
            "first-near-limit"
        )

    @pytest.mark.parametrize(("days", "count"), [(29, 1), (30, 0)])
    def test_only_in_the_days_after_the_opening(self, days: int, count: int) -> None:
        line, on = History(), OPENED + timedelta(days=days)
        line.buy(9500, on)
        assert [one.observed for one in line.found("first-near-limit", on)] == [95] * count

    def test_only_the_first_one(self, line) -> None:
        line.buy(10, OPENED)
        line.buy(9500, OPENED)
        assert line.count("first-near-limit", OPENED) == 0

    def test_the_limit_is_that_of_the_day_and_a_line_that_is_opened_again_begins_anew(self, line) -> None:
        line.buy(1000, OPENED)
        line.record(Reopened(limit_fen=1000_00, tier="B", line=LINE), DAY)
        line.buy(900)
        assert [one.observed for one in line.found("first-near-limit")] == [90]
        raised = History()
        raised.record(LimitChanged(limit_fen=20_000_00), OPENED)
        raised.buy(9000, OPENED)
        assert raised.count("first-near-limit", OPENED) == 0


class TestRefundLoop:
    def back(self, line: History, yuan: float, bought_on: date, on: date, fen: int) -> None:
        plan_id = line.buy(yuan, bought_on)
        line.record(Refunded(plan_id=plan_id, amount_fen=fen), on)

    def test_three_and_not_two_nor_one_of_99_per_cent(self, line) -> None:
        self.back(line, 100, days_before(29), days_before(20), 100_00)
        self.back(line, 200, days_before(3), days_before(2), 200_00)
        assert line.count("refund-loop") == 0
        self.back(line, 100, days_before(1), DAY, 99_00)
        assert line.count("refund-loop") == 0
        line.record(Refunded(plan_id="A1P3", amount_fen=1_00), DAY)
        found = line.found("refund-loop")
        assert [(one.observed, one.evidence) for one in found] == [(3, ("A1E3", "A1E5", "A1E8"))]
        assert "a third one of which 99% was given back" in example("refund-loop")

    def test_the_purchase_must_be_within_the_window_too(self, line) -> None:
        self.back(line, 100, days_before(30), days_before(20), 100_00)
        self.back(line, 100, days_before(3), DAY, 100_00)
        self.back(line, 100, days_before(3), DAY, 100_00)
        assert line.count("refund-loop") == 0


class TestUnusualAmount:
    def before(self, line: History, *yuan: int) -> None:
        for amount in yuan:
            line.buy(amount, days_before(20))

    @pytest.mark.parametrize(("yuan", "observed"), [(999.99, []), (1000, [10]), (1099.99, [10])])
    def test_ten_times_the_middle_one_of_five(self, line, yuan: float, observed: list[int]) -> None:
        self.before(line, 80, 120, 100, 110, 90)
        line.buy(yuan)
        assert [one.observed for one in line.found("unusual-amount")] == observed
        assert "one of 999.99 does not" in example("unusual-amount")

    @pytest.mark.parametrize(("yuan", "count"), [(1049.99, 0), (1050, 1)])
    def test_of_six_the_middle_is_between_two(self, line, yuan: float, count: int) -> None:
        self.before(line, 80, 90, 100, 110, 120, 130)  # the middle is 105
        line.buy(yuan)
        assert line.count("unusual-amount") == count

    def test_four_before_are_too_few_and_those_of_long_ago_do_not_count(self, line) -> None:
        self.before(line, 80, 90, 100, 110)
        line.buy(9000)
        assert line.count("unusual-amount") == 0
        old = History()
        for _ in range(5):
            old.buy(100, DAY)
        later = DAY + timedelta(days=180)
        old.buy(1000, later)
        assert old.count("unusual-amount", later) == 0
        assert old.count("unusual-amount", later - timedelta(days=1)) == 0
        again = History()
        for _ in range(5):
            again.buy(100, DAY)
        again.buy(1000, later - timedelta(days=1))
        assert again.count("unusual-amount", later) == 1


class TestUnusualCategory:
    @pytest.mark.parametrize(
        ("before", "yuan", "category", "count"),
        [(8, 2000, "jewellery", 1), (8, 1999.99, "jewellery", 0), (7, 2000, "jewellery", 0), (8, 2000, "food", 0)],
    )
    def test_a_large_one_where_nothing_was_bought(self, line, before, yuan, category, count) -> None:
        for _ in range(before):
            line.buy(20, days_before(20), "food")
        line.buy(yuan, category=category)
        assert line.count("unusual-category") == count
        assert "nor does one after 7 purchases" in example("unusual-category")

    def test_without_a_category_nothing_is_known(self, line) -> None:
        for _ in range(8):
            line.buy(20, days_before(20), "food")
        line.buy(5000)
        assert line.count("unusual-category") == 0


class TestUnusualHour:
    """01:00 in Shanghai is 17:00 UTC of the day before."""

    @pytest.mark.parametrize(
        ("hours", "count"),
        [(("17:00:01", "20:59:59"), 1), (("16:59:59", "21:00:01"), 0), (("17:00:01", "21:00:01"), 0)],
    )
    def test_from_one_until_five(self, line, hours: tuple[str, str], count: int) -> None:
        for hour in hours:
            line.buy(100, at=f"{days_before(1)}T{hour}Z")
        assert line.count("unusual-hour") == count
        assert "01:00 and 04:59 fire" in example("unusual-hour")

    def test_an_hour_that_nobody_knows_does_not_count(self, line) -> None:
        line.buy(100, at=f"{days_before(1)}T18:00:00.000000Z")  # played: a full hour
        line.buy(100, at=f"{DAY}T18:30:05Z")  # recorded on the next day in Shanghai
        line.buy(100, at="")
        assert line.count("unusual-hour") == 0
        assert hours_unknown(line.events, RULES, DAY) == (3, 3)
        line.buy(100)
        assert hours_unknown(line.events, RULES, DAY) == (3, 4)


class TestFailedIdentity:
    @pytest.mark.parametrize(("days", "count"), [(6, 1), (7, 0)])
    def test_three_within_seven_days_whatever_came_between(self, line, days: int, count: int) -> None:
        failed = VerificationFailed(what=("phone",))
        line.record(failed, days_before(days))
        line.record(Verified(what=("phone",)), days_before(3))
        line.record(failed, days_before(1))
        assert line.count("failed-identity") == 0
        line.record(failed, DAY)
        found = line.found("failed-identity")
        assert [(one.observed, one.action) for one in found] == [(3, "block")] * count
        assert "nor does a third one on day 8" in example("failed-identity")


class TestNewPhone:
    @pytest.mark.parametrize(("yuan", "on", "count"), [(1000, 10, 1), (999.99, 10, 0), (1000, 11, 0), (1000, 4, 1)])
    def test_a_large_purchase_soon_after(self, line, yuan: float, on: int, count: int) -> None:
        line.record(PersonCorrected(fields=("phone",)), date(2026, 3, 4))
        line.buy(yuan, date(2026, 3, on))
        assert line.count("new-phone", date(2026, 3, 20)) == count
        assert "nor does one on 2026-03-11" in example("new-phone")

    def test_only_the_first_after_the_change_and_none_before_it(self, line) -> None:
        line.buy(5000, days_before(1))
        line.buy(5000)
        line.record(PersonCorrected(fields=("name", "phone")), DAY)
        assert line.count("new-phone") == 0
        line.buy(1500)
        line.buy(2500)
        assert [(one.observed, one.evidence) for one in line.found("new-phone")] == [(1500, ("A1E4", "A1E5"))]

    def test_another_correction_is_no_new_number(self, line) -> None:
        line.record(PersonCorrected(fields=("name",)), DAY)
        line.buy(5000)
        assert line.count("new-phone") == 0


@pytest.mark.parametrize(("days", "count"), [(6, 1), (7, 0)])
def test_given_up_holds(line, days: int, count: int) -> None:
    for number, on in enumerate((days_before(days), DAY, DAY), start=1):
        line.hold(10, on, f"A1H{number}")
        line.record(HoldReleased(hold_id=f"A1H{number}"), on)
    assert line.count("given-up-holds") == count
    assert "2 do not" in example("given-up-holds")


def test_the_window_ends_with_the_day_looked_at() -> None:
    """10 March less 6 days is 4 March."""
    assert DAY - timedelta(days=6) == date(2026, 3, 4)
    assert "ends on 2026-03-10 has 2026-03-04 in it, but not 2026-03-03" in example("window")


def test_a_purchase_that_is_asked_about_counts_after_all_others(line) -> None:
    for _ in range(4):
        line.buy(100)
    asked = Deed(ASKED, DAY, 100_00)
    found = findings(line.events, RULES, DAY, asked)
    assert [(one.rule, one.event_id, one.observed) for one in found] == [("velocity", ASKED, 5)]
    assert findings(line.events, RULES, DAY) == []


def test_a_rule_that_is_left_out_does_not_fire(line) -> None:
    for _ in range(5):
        line.buy(100)
    without = msgspec.structs.replace(RULES, rules=RULES.rules[1:])
    assert line.found("velocity", rules=without) == []
