"""The examples of the page `limits`, worked by hand, are what a review proposes."""

from __future__ import annotations

import pytest

from baitiao_cli.messages.definitions import definition_of


def example(name: str) -> str:
    return definition_of("limits", name).example.in_language("en")


@pytest.mark.parametrize(
    ("limit", "used", "name", "proposed_fen", "told"),
    [
        ("8000", "7812.40", "not-below-used", 790_000, "7,812.40 are used: 7,900.00"),
        ("600", "100", "least-limit", 50_000, "the least is 500.00: 500.00"),
    ],
)
def test_what_bounds_a_cut(line, limit, used, name, proposed_fen, told) -> None:
    line("2026-01-06", "limit", "A1", limit)
    line("2026-03-10", "charge", "A1", used)
    (reviewed,) = line("2026-05-15", "limits", "review", "A1")["lines"]
    assert (reviewed["proposed_fen"], reviewed["fired"][-1]["rule"]) == (proposed_fen, name)
    assert told in example(name)


def test_what_bounds_a_raise(line) -> None:
    line("2026-01-06", "limit", "A1", "45000")
    (reviewed,) = line("2026-01-06", "limits", "review", "--tier", "B", "--times", "1.2")["lines"]
    assert (reviewed["proposed_fen"], reviewed["fired"][-1]["rule"]) == (5_000_000, "most-limit")
    assert "the most is 50,000.00: 50,000.00" in example("most-limit")


@pytest.fixture
def line(at):
    """Runs a command on a day in a ledger of its own; A1 has 10,000.00 of tier B, A2 2,700.00 of tier D."""
    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "10000")
    at("2026-01-05", "open", "--name", "y", "--limit", "2700", "--tier", "D")
    return at


def proposed(line, today: str, *arguments: str) -> list[tuple[str, str, int]]:
    lines = line(today, "limits", "review", *arguments)["lines"]
    return [(each["account_id"], each["rule"], each["proposed_fen"]) for each in lines if not each["obstacle"]]


@pytest.mark.parametrize(("used", "proposed_fen"), [("3000", 700_000), ("8050", 810_000)])
def test_a_cut_for_lateness(line, used, proposed_fen) -> None:
    line("2026-03-10", "charge", "A1", used)
    # Billed on 3 April and due on the 12th; paid on 16 May, it was 33 days late at the end of the 15th.
    assert proposed(line, "2026-05-15", "A1") == [("A1", "cut-late", proposed_fen)]
    assert "33 days late in May: 7,000.00, or 8,100.00 when 8,050.00" in example("cut-late")


def test_a_cut_for_payments_of_the_income(line) -> None:
    line("2026-01-05", "income", "A1", "8000", "--payments", "5599.99")
    assert proposed(line, "2026-01-05", "A1") == []
    line("2026-01-05", "income", "A1", "8000", "--payments", "5600")
    assert proposed(line, "2026-01-05", "A1") == [("A1", "cut-debt", 800_000)]
    assert "5,600.00 of 8,000.00 declared: 8,000.00" in example("cut-debt")


def test_a_raise_of_who_pays_on_time(line) -> None:
    line("2026-01-10", "charge", "A1", "3000", "--installments", "24", "--product", "free")
    line("2026-01-10", "charge", "A1", "1000")
    for month in range(2, 10):
        due = line(f"2026-{month:02}-05", "show", "A1")["next_due_fen"]
        line(f"2026-{month:02}-05", "repay", "A1", f"{due // 100}.{due % 100:02}")
    line("2026-09-12", "charge", "A1", "1500")
    line("2026-09-12", "consent", "A1", "credit-check", "given")
    # First due on 12 February: six full months on time on 12 August, seven on 12 September.
    assert proposed(line, "2026-09-12", "A1") == [("A1", "raise-steady", 1_200_000)]
    assert "on time since 7 months: 12,000.00" in example("raise-steady")


def test_a_factor_for_a_tier(line) -> None:
    assert proposed(line, "2026-01-05", "--tier", "D", "--times", "0.8") == [("A2", "tier-scaled", 210_000)]
    assert "2,700.00 become 2,100.00" in example("tier-scaled")
