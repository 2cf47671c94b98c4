"""`report vintages` on the portfolio: cohorts by SQL from the tables, lateness from the oracle's pictures."""

from __future__ import annotations

import pytest

from baitiao_cli.messages.definitions import definition_of
from tests.reports.conftest import ENDS

OPENED = "SELECT account_id, account_id AS subject, substr(opened_on, 1, 7) AS cohort FROM accounts"
BOUGHT = """
SELECT plans.account_id, plan_id AS subject, substr(started_on, 1, 7) AS cohort, financed_fen, settled_on FROM plans
JOIN events ON events.event_id = plans.event_id WHERE kind = 'purchase-made'
"""


def months_after(cohort: str, end) -> int:
    return (end.year - int(cohort[:4])) * 12 + end.month - int(cohort[5:])


@pytest.mark.parametrize("by", ["opening", "purchase"])
def test_ever_late_is_what_the_oracle_saw_at_the_ends_of_months(report, pictures, sql, by) -> None:
    rows = report("vintages", "--by", by, "--json").data["rows"]
    items = sql(OPENED if by == "opening" else BOUGHT)
    late: dict[tuple[str, int], set[str]] = {}
    for item in items:
        for end in ENDS:
            seen = pictures[item["account_id"]].get(end)
            gone = by == "purchase" and item["settled_on"] and item["settled_on"] <= str(end)
            if seen is None or str(end)[:7] < item["cohort"] or gone:
                continue
            for limit in (30, 90):
                if seen.days_past_due > limit:
                    for months in range(months_after(item["cohort"], end), 13):
                        late.setdefault((f"{item['cohort']} {limit}", months), set()).add(item["subject"])
    for row in rows:
        assert row["item_count"] == sum(item["cohort"] == row["cohort"] for item in items)
        for limit in (30, 90):
            found = late.get((f"{row['cohort']} {limit}", row["months_count"]), set())
            assert row["ever_late_count" if limit == 30 else "ever_bad_count"] == len(found), row
            assert (
                row["ever_late_pct" if limit == 30 else "ever_bad_pct"]
                == f"{100 * len(found) / row['item_count'] + 1e-9:.2f}"
            )
    assert sum(row["ever_late_count"] for row in rows) > 10
    for cohort in {row["cohort"] for row in rows}:
        months = [row["months_count"] for row in rows if row["cohort"] == cohort]
        assert months == list(range(months_after(cohort, ENDS[-1]) + 1))


def test_behind_a_cohort_are_its_accounts(report, sql) -> None:
    data = report("vintages", "--explain", "2026-01", "--json").data
    assert {row["account_id"] for row in data["accounts"]} == {
        row["account_id"] for row in sql(OPENED) if row["cohort"] == "2026-01"
    }
    assert report("vintages", "--explain", "2020-01").status == 2
    assert report("vintages", "--as-of", "2020-01-01").status == 0
    assert "<h1>" in report("vintages", "--as-of", "2020-01-01", "--html").out


def test_examples_of_the_definitions(run, tmp_path) -> None:
    """5,000.00 bought on 2026-01-10 are due on 02-12 and paid on 04-20: 30 days late at the end of March, once."""

    def at(today: str, *arguments: str):
        return run(*arguments, "--today", today, "--ledger", str(tmp_path / "ledger.db"), "--json").data

    at("2026-01-05", "init")
    at("2026-01-05", "open", "--name", "x", "--limit", "20000")
    at("2026-01-10", "charge", "A1", "5000")
    unpaid = at("2026-05-31", "report", "vintages", "--by", "purchase")["rows"]
    assert [row["ever_bad_count"] for row in unpaid] == [0, 0, 0, 0, 1]
    at("2026-04-20", "payoff", "A1", "--pay")
    for by in ("opening", "purchase"):
        rows = at("2026-05-31", "report", "vintages", "--by", by)["rows"]
        assert [(row["months_count"], row["ever_late_count"]) for row in rows] == [
            (0, 0),
            (1, 0),
            (2, 1),
            (3, 1),
            (4, 1),
        ]
        assert not any(row["ever_bad_count"] for row in rows)
    assert "month 2 on" in definition_of("vintages", "ever-30").example.en
    assert "month 4 on" in definition_of("vintages", "ever-90").example.en
