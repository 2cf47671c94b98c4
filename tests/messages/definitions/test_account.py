"""The examples of the page `account`, worked by hand, are what the program says of one line.

Bills on the 3rd, due on the 12th: on 10 January 2026 1,000.00 were bought for the bill (at least 10%) and 3,000.00 in 3
installments at 0.6% a period, a fee of 18.00 each; of the bill of 3 February the minimum, 1,118.00, was paid.
"""

from __future__ import annotations

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from baitiao_cli.actions.define import Defined, find_definitions
from baitiao_cli.messages.columns import LABELS
from baitiao_cli.messages.definitions import definition_of, page, pages

GLOSSARY = Path(__file__).parents[3] / "docs" / "generator" / "glossary.toml"
TERMS = tomllib.loads(GLOSSARY.read_text("utf-8"))["terms"]


def example(name: str) -> str:
    return definition_of("account", name).example.in_language("en")


def ends_with(name: str, fen: int) -> bool:
    return example(name).endswith(f" {fen // 100:,}.{fen % 100:02}.")


@pytest.fixture
def line(at):
    """Runs a command on a day in a ledger with the line."""
    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "20000")
    at("2026-01-10", "charge", "A1", "1000")
    at("2026-01-10", "charge", "A1", "3000", "--installments", "3")
    return at


def test_the_first_bill(line) -> None:
    """1,018.00 + 10% of 1,000.00 is the minimum."""
    shown = line("2026-02-04", "show", "A1")
    assert (shown["limit_fen"], shown["available_fen"], shown["used_fen"]) == (20_000_00, 16_000_00, 4_000_00)
    assert ends_with("available", 16_000_00)
    assert (shown["next_due_on"], shown["next_due_fen"]) == ("2026-02-12", 2_018_00)
    assert ends_with("falls-due-then", 2_018_00)
    bill = line("2026-02-04", "statement", "A1")
    assert (bill["amount_due_fen"], bill["minimum_due_fen"], bill["due_on"]) == (2_018_00, 1_118_00, "2026-02-12")
    assert ends_with("minimum-due", 1_118_00)
    assert example("bill") == "Bill 1 of 2026-02-03 asks for 2,018.00, at least 1,118.00, by 2026-02-12."
    assert bill["due_parts"]["installments_fen"] == 1_018_00
    assert ends_with("installments-due", 1_018_00)
    assert ends_with("to-pay", 1_018_00)
    assert bill["due_parts"]["new_purchases_fen"] == 1_000_00
    assert (date(2026, 2, 12) - date(2026, 1, 10)).days == 33
    assert "33 days" in example("interest-free-days")


def test_what_is_carried_and_the_second_bill(line) -> None:
    """900.00 at 0.05% from 12 February to 3 March, 16 + 3 nights, are 8.55; the fee of the second period is 18.00."""
    line("2026-02-12", "repay", "A1", "1118")
    assert line("2026-02-12", "show", "A1")["due_fen"] == 900_00
    shown = line("2026-02-13", "show", "A1")
    assert (shown["due_fen"], shown["owed_fen"], shown["used_fen"]) == (900_45, 2_900_45, 2_900_00)
    assert "900.00 on the due date, 900.45 on the day after" in example("due")
    assert ends_with("owed", 2_900_45)
    assert example("used").endswith("2,900.00 are used.")
    assert shown["next_due_on"] == "2026-03-12"
    assert example("next-due").endswith("2026-03-12.")
    bill = line("2026-03-05", "statement", "A1")
    assert (bill["from_on"], bill["billed_on"]) == ("2026-02-03", "2026-03-03")
    assert bill["due_parts"] == {
        "installments_fen": 1_018_00,
        "new_purchases_fen": 0,
        "carried_fen": 900_00,
        "charges_fen": 8_55,
    }
    assert ends_with("interest-and-charges", 8_55)
    assert bill["amount_due_fen"] == 1_926_55
    assert ends_with("amount-due", 1_926_55)
    assert (bill["opening_fen"], bill["closing_fen"]) == (4_018_00, 2_926_55)
    assert "4,018.00" in example("opening-balance")
    assert ends_with("closing-balance", 2_926_55)
    assert line("2026-03-05", "payoff", "A1", "--plan", "A1P2")["total_fen"] == 2_036_00
    assert ends_with("payoff", 2_036_00)


def test_the_installments(line) -> None:
    rows = line("2026-02-04", "schedule", "A1P2")["rows"]
    assert [(row["due_on"], row["principal_fen"], row["fee_fen"], row["total_fen"]) for row in rows] == [
        (due_on, 1_000_00, 18_00, 1_018_00) for due_on in ("2026-02-12", "2026-03-12", "2026-04-12")
    ]
    assert "1,018.00 on 2026-02-12, 03-12 and 04-12" in example("schedule")
    assert "18.00 in each, 54.00 in all" in example("fee")
    assert "fees of 54.00, to pay 3,054.00" in example("quote")


def test_a_credit_balance_and_a_deferral() -> None:
    assert 2_118_00 - 2_018_00 == 100_00
    assert ends_with("credit-balance", 100_00)
    assert Fraction(1_000_00 * 4 * 10, 10_000) == 4_00
    assert ends_with("deferral", 4_00)


def test_rates() -> None:
    """1.01^12 is 1.126825; 365 x 0.05% are 18.25%; of two equal payments P x (1.01 + 1) = 1,000.00 x 1.01^2."""
    assert 12 * 1 == 12
    assert "12.00% a year" in example("annual-rate-simple")
    assert round(Fraction(101, 100) ** 12 * 100 - 100, 2) == Fraction(1268, 100)
    assert "12.68% a year" in example("annual-rate-compound")
    assert "18.25% a year" in example("daily-rate")
    assert round(1_000 * Fraction(101, 100) ** 2 / (Fraction(101, 100) + 1), 2) == Fraction(50751, 100)
    assert round((Fraction(1_000_00) - (507_51 - 10_00)) / 100) == 5_02  # fen
    assert "507.51 each, of which 10.00 are interest in the first and 5.02" in example("equal-payments")
    assert Fraction(900 * 1825, 10_000) * 28 / 365 == Fraction(126, 10)
    assert example("day-count").endswith("900.00 bear 12.60.")


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term["en"])
@pytest.mark.parametrize("spoken", ["en", "zh"])
def test_every_term_of_the_glossary_is_explained(term, spoken: str) -> None:
    """But for 逾期, which is the title of a page and that."""
    found = find_definitions(term[spoken])
    assert found == page("lateness") or all(isinstance(each, Defined) for each in found)


@pytest.mark.parametrize(("name", "keys"), page("account").keys.items(), ids=page("account").keys)
def test_each_key_and_heading_of_an_account_tells_its_own_meaning_first(name: str, keys: tuple[str, ...]) -> None:
    for key in keys:
        headings = [LABELS[key].in_language(language) for language in ("en", "zh") if key in LABELS]
        for asked in (key, *headings, *(f"{heading}(元)" for heading in headings)):
            found = find_definitions(asked)
            assert ("account", name) in [(each.page, each.name) for each in found]
            assert found[0].page == "account"


def test_what_else_a_name_is_called_is_of_names_of_the_page() -> None:
    for each in pages():
        assert {*each.also, *(each.keys or {})} <= each.definitions.keys()
