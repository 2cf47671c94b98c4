"""The examples of the page `assessment`, worked by hand, are what the program says of such an account."""

from __future__ import annotations

import pytest

from baitiao_cli.messages.definitions import definition_of


def example(name: str) -> str:
    return definition_of("assessment", name).example.in_language("en")


@pytest.fixture
def line(at):
    """Runs a command on a day in a ledger of its own; A1 has 20,000.00."""
    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "20000")
    return at


def warned(line, today: str) -> dict[str, str]:
    return {fired["rule"]: fired["observed"] for fired in line(today, "assess", "A1")["warnings"]}


def test_payments_and_their_share(line) -> None:
    line("2026-01-08", "charge", "A1", "5999", "--installments", "12")
    line("2026-01-21", "charge", "A1", "400")
    line("2026-02-05", "income", "A1", "8000", "--payments", "1200")
    paid = line("2026-02-10", "assess", "A1")["payments"]
    assert (paid["here_fen"], paid["a_month_fen"], paid["share_pct"]) == (66_923, 186_923, "23.37")
    assert "= 669.23" in example("payments-a-month") and "1,869.23." in example("payments-a-month")
    assert example("payments-to-income") == "1,869.23 of 8,000.00 are 23.37%."


def test_the_limit_that_is_used(line) -> None:
    line("2026-01-08", "charge", "A1", "18000")
    assert "limit-used" not in warned(line, "2026-01-08")
    line("2026-01-08", "charge", "A1", "500")
    assert warned(line, "2026-01-08")["limit-used"] == "92.50%"
    assert "92.50%" in example("limit-used")


def test_an_old_income(line) -> None:
    line("2026-01-05", "income", "A1", "8000")
    assert "income-old" not in warned(line, "2027-01-05")
    assert warned(line, "2027-01-06")["income-old"] == "366"
    assert "365 days old on 2026-02-03" in example("income-old")


def test_what_is_owed_in_incomes(line) -> None:
    line("2026-01-05", "income", "A1", "1000")
    line("2026-01-08", "charge", "A1", "6000")
    assert "owed-high" not in warned(line, "2026-01-08")
    line("2026-01-08", "charge", "A1", "1")
    assert warned(line, "2026-01-08")["owed-high"] == "6,001.00"


def test_eleven_plans_warn_and_ten_do_not(line) -> None:
    for _ in range(10):
        line("2026-01-08", "charge", "A1", "10")
    assert "many-plans" not in warned(line, "2026-01-08")
    line("2026-01-08", "charge", "A1", "10")
    assert warned(line, "2026-01-08")["many-plans"] == "11"
