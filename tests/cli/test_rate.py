"""`rate`: published annual rates through the command line, the table of present worths, files that are not flows."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

# Regulation Z Appendix J, EU directives, lenders' and programs' published examples; each vector carries its source.
VECTORS = Path(__file__).parents[1] / "calc" / "vectors" / "annual_rates.json"
PUBLISHED = json.loads(VECTORS.read_text(encoding="utf-8"))["vectors"]
CONVENTIONS = {
    "us_regz_actuarial": "us-reg-z",
    "eu_aprc": "eu-aprc",
    "irr_x12": "simple-12",
    "irr_per_period": "per-period",
    "xirr_act365": "xirr-365",
}
# 1000 lent, 1210 back after 2 years in two payments: 10% a year, 121 / 1.21 + 1089 / 1.21 = 1000
LOAN = {"advance": [{"t": 0, "amount": 1000}], "payments": [{"t": 2, "amount": 121}, {"t": 2, "amount": 1089}]}


@pytest.fixture
def rate(run: Any) -> Any:
    """Asks for the rate of flows on standard input."""

    def ask(flows: Any, convention: str = "eu-aprc", *options: str) -> Any:
        text = flows if isinstance(flows, str) else json.dumps(flows)
        return run("rate", "-", "--convention", convention, *options, stdin=text)

    return ask


@pytest.mark.parametrize("vector", PUBLISHED, ids=[vector["id"] for vector in PUBLISHED])
def test_published_annual_rates(run, tmp_path, vector):
    path = tmp_path / "flows.json"
    path.write_text(json.dumps(vector), "utf-8")
    result = run("rate", "--convention", CONVENTIONS[vector["convention"]], str(path), "--json")
    told = result.data["annual_rate"]
    assert len(told.partition(".")[2]) == 15
    assert abs(Decimal(told) - Decimal(str(vector["expected_rate"]))) <= Decimal(str(vector["tolerance"]))
    worths = [Decimal(flow["worth"]) for flow in result.data["flows"]]
    assert abs(sum(worths)) <= sum(map(abs, worths)) * Decimal("1e-9")


def test_all_published_annual_rates_are_there():
    assert len(PUBLISHED) == 36


def test_the_document(rate):
    data = rate(LOAN, "eu-aprc", "--json").data
    assert data == {
        "convention": "eu-aprc",
        "annual_rate": "0.100000000000000",
        "annual_rate_pct": "10.00",
        "step_rate": "0.100000000000000",
        "advanced": "1000",
        "paid": "1210",
        "flows": [
            {"flow": "advance", "t": "0", "f": "0", "amount": "1000", "worth": "1000.000000000000000"},
            {"flow": "payment", "t": "2", "f": "0", "amount": "121", "worth": "-100.000000000000000"},
            {"flow": "payment", "t": "2", "f": "0", "amount": "1089", "worth": "-900.000000000000000"},
        ],
    }


def test_people_see_the_convention_the_rate_and_worths_that_sum_to_zero(rate):
    lines = [line.split("\t") for line in rate(LOAN, "eu-aprc", "--plain").out.splitlines()]
    assert ["Convention", "EU APRC (2008/48/EC): effective rate a year"] in lines
    assert ["Annual rate", "10.00%"] in lines
    assert ["Cost", "210.00"] in lines
    assert ["payment", "2", "-1,089.00", "-900.0000"] in lines
    assert ["Total", "", "-210.00", "0.0000"] in lines
    chinese = rate(LOAN, "eu-aprc", "--lang", "zh").out
    assert "年化利率\t10.00%" in chinese
    assert "合计\t\t-210.00\t0.0000" in chinese


def test_parts_of_a_period_have_a_column_where_there_are_any(rate):
    assert "Part f" not in rate(LOAN, "eu-aprc").out
    odd = {"unit_periods_per_year": 1, "advance": LOAN["advance"], "payments": [{"t": 1, "f": 0.5, "amount": 1155}]}
    out = rate(odd, "us-reg-z").out  # 1000 x 1.1 x 1.05 = 1155
    assert "Part f" in out
    assert "payment\t1\t0.5\t-1,155.00\t-1,000.0000" in out


def test_a_rate_per_period_is_not_called_annual(rate):
    assert "Annual rate" not in rate(LOAN, "per-period").out
    assert "Rate a period\t10.00%" in rate(LOAN, "per-period").out


def test_csv_has_the_flows_with_their_worth_and_the_rate(rate):
    rows = list(csv.DictReader(io.StringIO(rate(LOAN, "simple-12", "--csv").out)))
    assert [row["amount"] for row in rows] == ["1000", "121", "1089"]
    assert [row["worth"] for row in rows] == ["1000.000000000000000", "-100.000000000000000", "-900.000000000000000"]
    assert {row["annual_rate"] for row in rows} == {"1.200000000000000"}


def test_digits_are_read_as_they_are_written(rate):
    exact = '{"advance": [{"t": 0, "amount": "1000.10"}], "payments": [{"t": 1, "amount": 1.10011e3}]}'
    assert rate(exact, "xirr-365", "--json").data["annual_rate"] == "0.100000000000000"  # 1000.10 x 1.1 = 1100.11


def test_a_rate_has_no_ledger(rate, tmp_path, monkeypatch):
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "none.db"))
    assert rate(LOAN).status == 0
    assert list(tmp_path.glob("*.db")) == []


@pytest.mark.parametrize(
    ("flows", "told"),
    [
        ("?", "No list of cash flows in standard input: not JSON at character 1"),
        ('{"advance": [\n oops', "not JSON at line 2, character 2"),
        ("[]", "not one object with advance and payments"),
        ("{}", "there is no list 'advance'"),
        ('{"advance": [], "payments": {}}', "there is no list 'payments'"),
        ('{"advance": [], "advance": [], "payments": []}', "'advance' stands twice"),
        ('{"advance": [5], "payments": []}', "advance no. 1 is not an object"),
        ('{"advance": [{"t": 0}], "payments": []}', "advance no. 1 has no amount"),
        ('{"advance": [{"amount": 1}], "payments": []}', "advance no. 1 has no t"),
        ('{"advance": [{"t": 0, "amount": 1, "F": 0.5}], "payments": []}', "advance no. 1 has 'F'"),
        (
            '{"advance": [], "payments": [{"t": 0, "amount": "1,000"}]}',
            "amount of payments no. 1 is not a number: 1,000",
        ),
        ('{"advance": [], "payments": [{"t": 0, "amount": NaN}]}', "is not a number: NaN"),
        ('{"advance": [], "payments": [{"t": 0, "amount": null}]}', "is not a number: a list, an object"),
        ('{"advance": [], "payments": [{"t": 0, "amount": 1e99}]}', "is out of range: 1e99"),
        ('{"advance": [], "payments": [{"t": 0, "amount": 1e9999999}]}', "is not a number"),
        ('{"advance": [], "payments": [{"t": -1, "amount": 1}]}', "t of payments no. 1 is out of range: -1"),
        ('{"advance": [], "payments": [], "unit_periods_per_year": 0}', "unit_periods_per_year of the file is out of"),
        ("[" * 100_000, "No list of cash flows"),
    ],
)
def test_a_file_that_is_not_a_list_of_flows_is_told_with_the_place(rate, flows, told):
    result = rate(flows, "eu-aprc", "--json")
    assert (result.status, result.out) == (2, "")
    assert result.error["code"] == "flows-malformed"
    assert told in result.error["message"]
    assert '"payments"' in result.error["hint"]


def test_what_is_missing_or_unknown_on_the_command_line(run):
    assert run("rate", "none.json", "--convention", "eu-aprc", "--json").error["code"] == "file-unreadable"
    assert run("rate", "none.json", "--json").error["code"] == "option-missing"
    assert run("rate", "--convention", "eu-aprc", "--json").error["code"] == "argument-missing"
    unknown = run("rate", "none.json", "--convention", "apr", "--json").error
    assert unknown["code"] == "choice-unknown"
    assert "us-reg-z" in unknown["hint"]


def test_several_rates_and_none_are_told_and_no_number_is_printed(rate):
    # 100 u^2 - 230 u + 132 = 100 (u - 1.1)(u - 1.2); 100 u^2 - 100 u + 101 is never zero
    several = {"advance": [{"t": 0, "amount": 100}, {"t": 2, "amount": 132}], "payments": [{"t": 1, "amount": 230}]}
    none = {"advance": [{"t": 0, "amount": 100}, {"t": 2, "amount": 101}], "payments": [{"t": 1, "amount": 100}]}
    told = rate(several)
    assert (told.status, told.out) == (4, "")
    assert "2 annual rates, not one: 10.000000%, 20.000000%" in told.err
    assert rate(none, "eu-aprc", "--json").error["code"] == "annual-rate-none"
    assert rate(none).out == ""
