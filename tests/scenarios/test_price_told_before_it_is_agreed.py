"""What a plan costs a year is told before it is made, and a dear one is refused: rules of credit, section 8."""

from __future__ import annotations

import pytest


def test_six_tenths_of_a_per_cent_a_period_are_told_as_thirteen_a_year_and_charged_so(tell):
    # PBoC notice 2021-3: 0.6% a period in 12 periods is 13.03% simple, 13.84% compound.
    tell("2026-01-05", "open", "--name", "x", "--limit", "5000", "--tier", "B")
    quote = tell("2026-01-12", "quote", "1000", "--account", "A1", "--installments", "12", "--json").data
    assert quote["annual_rate"]["simple_pct"] == "13.03"
    assert quote["annual_rate"]["compound_pct"] == "13.84"
    # 12 fees of 6.00; 1000 / 12 = 83.33, the last takes the rest: 1000 - 11 x 83.33 = 83.37.
    totals = {"principal_fen": 1_000_00, "interest_fen": 0, "fee_fen": 72_00, "total_fen": 1_072_00}
    assert quote["totals"] == quote["totals"] | totals
    plan = tell("2026-01-12", "charge", "A1", "1000", "--quote", quote["quote_id"], "--json").data
    assert [row["total_fen"] for row in plan["rows"]] == [89_33] * 11 + [89_37]
    schedule = tell("2026-01-12", "schedule", plan["plan_id"], "--json").data
    assert schedule["annual_rate"]["simple_pct"] == "13.03"


@pytest.mark.parametrize(("periods", "is_refused"), [(3, False), (6, True), (12, True), (24, True)])
def test_one_and_a_fifth_per_cent_a_period_break_the_cap_of_24_a_year(tell, tmp_path, periods, is_refused):
    (tmp_path / "dear.toml").write_text(
        """id = "dear"
version = 1
name_en = "Dear"
name_zh = "Dear"
about_en = "Dear."
about_zh = "Dear."
method = "fee-per-period"
installments = [3, 6, 12, 24]
due_by = "bill"
payoff = "next-period"
surplus = "credit-balance"
rate_per = "period"
rate_ppb_by_tier = { A = 12_000_000, B = 12_000_000, C = 12_000_000, D = 12_000_000 }
annual_caps = ["total-cost"]
""",
        "utf-8",
    )
    tell("2026-01-05", "open", "--name", "x", "--limit", "5000")
    asked = ["charge", "A1", "1000", "--product", str(tmp_path / "dear.toml"), "--installments", str(periods), "--json"]
    result = tell("2026-01-12", *asked)
    if is_refused:
        assert (result.status, result.error["code"]) == (4, "rate-above-cap")
        assert tell("2026-01-12", "show", "A1", "--json").data["plans"] == []
    else:
        assert result.status == 0
