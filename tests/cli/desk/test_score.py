"""`score`, `score keep`, `score test` on the story's ledger: 6,399.00 of 20,000.00 are used since January 2026."""

from __future__ import annotations

import pytest

TODAY = "2026-02-10"


def lines_of(data) -> dict[str, tuple[int | None, int]]:
    return {line["figure"]: (line["value"], line["points"]) for line in data["lines"]}


def test_each_line_says_its_figure_and_points(at):
    told = at(TODAY, "score", "A1", "--json").data
    assert lines_of(told) == {
        "months-on-book": (1, 0),
        "months-on-time": (None, 8),
        "worst-lateness-6": (0, 20),
        "worst-lateness-12": (0, 15),
        "use-of-limit": (31, 10),
        "cash-like": (0, 5),
        "payments-to-income": (None, 3),
    }
    assert (told["points"], told["scored_tier"], told["tier"]) == (61, "B", "B")
    explained = at(TODAY, "score", "A1", "--explain").out
    assert "use-of-limit\t31\t0-49\t10" in explained
    assert "inst\t0.6% a period" in explained


def test_lateness_and_a_declared_income_change_it(at):
    at(TODAY, "income", "A1", "1500", "--payments", "100")
    # 2,007.70 / 3 = 669.23 and 100.00 are 51% of 1,500.00.
    assert lines_of(at(TODAY, "score", "A1", "--json").data)["payments-to-income"] == (51, 2)
    at("2026-02-20", "repay", "A1", "935.90")
    late = lines_of(at("2026-02-20", "score", "A1", "--json").data)
    # Due on the 12th, paid on the 20th: the 19th ended 7 days past due, the 20th with none.
    assert late["worst-lateness-6"] == (7, 12)
    assert late["worst-lateness-12"] == (7, 10)
    assert late["months-on-time"] == (0, 0)


def test_a_score_is_kept_with_its_lines_and_explained(at, head):
    kept = at(TODAY, "score", "keep", "A1", "--request-id", "s1", "--json").data
    assert [(row["record_id"], row["account_id"], row["points"]) for row in kept["scores"]] == [("D1", "A1", 61)]
    again = at(TODAY, "score", "keep", "A1", "--request-id", "s1", "--json").data
    assert again == kept
    told = at(TODAY, "explain", "D1", "--json").data
    assert (told["rules"], told["rules_version"], told["points"], len(told["fired"])) == ("scorecard", 1, 61, 7)
    assert {"rule": "use-of-limit", "observed": "31", "limit": "0-49", "effect": "+10"} in told["fired"]
    assert "+10" in at(TODAY, "explain", "D1", "--lang", "zh").out
    assert head()


def test_history_is_the_score_of_each_month_end(at):
    rows = at("2026-04-15", "score", "A1", "--history", "--json").data["scores"]
    assert [row["as_of"] for row in rows] == ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-15"]
    for row in rows:
        alone = at("2026-04-15", "score", "A1", "--as-of", row["as_of"], "--json").data
        assert (alone["points"], alone["lines"]) == (row["points"], row["lines"])


def test_all_are_listed_without_those_that_are_closed(at):
    at("2026-02-05", "open", "--name", "x", "--limit", "100")
    at("2026-02-05", "open", "--name", "y", "--limit", "100")
    at("2026-02-06", "close", "A3")
    told = at(TODAY, "score", "--all", "--json").data
    assert [row["account_id"] for row in told["scores"]] == ["A1", "A2"]
    assert sum(row["count"] for row in told["tiers"]) == 2
    assert len(at(TODAY, "score", "keep", "--all", "--json").data["scores"]) == 2
    assert at(TODAY, "score", "A3", "--json").error["code"] == "account-closed"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("score", "A1", "--all"), "options-exclusive"),
        (("score", "--all", "--explain"), "options-exclusive"),
        (("score", "A1", "--history", "--explain"), "options-exclusive"),
        (("score", "A9"), "account-unknown"),
        (("score", "keep", "A1", "--on", "2026-03-01"), "date-in-future"),
        (("score", "test", "--scored-on", "2026-02-01", "--months", "1"), "date-in-future"),
    ],
)
def test_what_makes_no_sense_is_refused(at, command, code):
    assert at(TODAY, *command, "--json").error["code"] == code


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        (("{ from = 6, points = 6 }", "{ from = 0, points = 6 }"), "lines[0].bands"),
        (('figure = "months-on-time"', 'figure = "months-on-book"'), "lines[1].figure"),
        (("B = 60", "B = 90"), "tier_from"),
        (("{ from = 24, points = 15 }", "{ from = 24, points = 16 }"), "more than 100 points"),
    ],
)
def test_a_scorecard_that_does_not_fit_together_is_refused(at, tmp_path, wrong, place):
    from baitiao_cli.desk.rule_files import shipped

    own = tmp_path / "mine.toml"
    own.write_text(shipped("scorecard").read_text("utf-8").replace(*wrong), "utf-8")
    refused = at(TODAY, "score", "A1", "--rules", str(own), "--json")
    assert (refused.status, refused.error["code"]) == (2, "rules-invalid")
    assert place in refused.error["message"]


def test_the_desk_tells_when_a_closed_account_was_closed(at):
    at("2026-02-05", "payoff", "A1", "--pay")
    assert at("2026-02-05", "close", "A1", "--by", "operator", "--reason", "asked").status == 0
    assert "Account A1 was closed on 2026-02-05." in at("2026-02-20", "score", "A1").err
