"""`report classes` on the portfolio: principal from the journal by SQL, classes from the oracle, shares by hand."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest

from baitiao_cli.desk.rule_files import shipped
from baitiao_cli.messages.definitions import definition_of
from baitiao_cli.reports.classes import Classed, provision_rules, summed
from tests.reports.conftest import TODAY

SHARES = {"normal": 1, "special-mention": 2, "substandard": 25, "doubtful": 50, "loss": 100}
ON_BOOKS = """
SELECT account_id, sum(amount_fen) AS fen FROM postings JOIN posting_groups USING (group_number)
WHERE ledger_account IN ('principal', 'disputed', 'loss_allowance') GROUP BY account_id HAVING fen <> 0
"""


def half_up(exact: Fraction) -> int:
    return floor(exact + Fraction(1, 2))


@pytest.fixture
def on_books(sql) -> dict[str, int]:
    return {row["account_id"]: row["fen"] for row in sql(ON_BOOKS)}


def test_principal_is_that_of_the_journal_and_classes_are_those_of_the_oracle(report, pictures, on_books) -> None:
    data = report("classes", "--json").data
    for row in data["rows"]:
        inside = {name: fen for name, fen in on_books.items() if pictures[name][TODAY].loan_class == row["class"]}
        assert (row["account_count"], row["principal_fen"]) == (len(inside), sum(inside.values()))
        assert row["provision_fen"] == half_up(Fraction(row["principal_fen"] * SHARES[row["class"]], 100))
        told = report("classes", "--explain", row["class"], "--json").data["accounts"]
        assert {each["account_id"]: each["principal_fen"] for each in told} == inside
    assert data["principal_fen"] == sum(on_books.values())
    bad_fen = sum(row["principal_fen"] for row in data["rows"][2:])
    assert bad_fen > 0, "the portfolio has loans that do not perform"
    assert data["by_loans_fen"] == half_up(Fraction(data["principal_fen"] * 25, 1000))
    assert data["by_coverage_fen"] == half_up(Fraction(bad_fen * 3, 2))
    most = max(data["by_classes_fen"], data["by_loans_fen"], data["by_coverage_fen"])
    assert (data["provision_fen"], data["non_performing_fen"]) == (most, bad_fen)


def test_rules_of_ones_own_and_what_is_wrong_in_them(report, tmp_path) -> None:
    own = tmp_path / "own.toml"
    text = shipped("provision").read_text("utf-8")
    own.write_text(text.replace("rules_version = 1", "rules_version = 7").replace("normal = 10_000_000", "normal = 0"))
    data = report("classes", "--rules", str(own), "--json").data
    assert (data["rules_version"], data["rows"][0]["provision_fen"]) == (7, 0)
    for old, new, place in (
        ("loss = 1_000_000_000", "", "$.provision_ppb.loss"),
        ("doubtful = 500_000_000", "doubtful = 1", "$.provision_ppb.doubtful"),
        ("normal = 10_000_000", "normal = 2_000_000_000", "$.provision_ppb"),
        ("coverage_ppb", "coverage", "coverage"),
    ):
        own.write_text(text.replace(old, new))
        result = report("classes", "--rules", str(own), "--json")
        assert (result.status, result.error["code"]) == (2, "rules-invalid")
        assert place in result.error["message"]
    assert report("classes", "--rules", str(tmp_path / "none.toml"), "--json").error["code"] == "rules-unreadable"


def classed(name: str, fen: int) -> Classed:
    return Classed(account_id="A1", loan_class=name, days_past_due=0, eased_on=None, principal_fen=fen)


def test_examples_of_the_definitions() -> None:
    """900.00 normal, 60.00 substandard, 40.00 loss: 9.00 + 15.00 + 40.00; 2.5% of 1,000.00; 150% of 100.00."""
    rules = provision_rules()
    book = [classed("normal", 900_00), classed("substandard", 60_00), classed("loss", 40_00)]
    found = summed(TODAY, book, 0, rules)
    assert (found.by_classes_fen, found.by_loans_fen, found.by_coverage_fen) == (64_00, 25_00, 150_00)
    assert (found.provision_fen, found.binding, found.coverage_pct) == (150_00, "coverage", "150.00")
    assert (found.non_performing_fen, found.non_performing_pct) == (100_00, "10.00")
    assert "64.00 by classes" in definition_of("provision", "to-set-aside").example.en
    (row,) = [row for row in summed(TODAY, [classed("substandard", 1_000_02)], 0, rules).rows if row.principal_fen]
    assert row.provision_fen == 250_01
    assert "250.01" in definition_of("provision", "set-aside").example.en
