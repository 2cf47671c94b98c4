"""`extend` and `restructure`: relief for who cannot pay as agreed, and what every view tells of it."""

from __future__ import annotations

# A1P1: 5,999.00 in 12, 499.91 + 35.99 a month; the bill of 2026-02-03 asked for the first, due on the 12th.


def test_an_extension_is_told_installment_by_installment(at, head):
    data = at("2026-02-05", "extend", "A1P1", "--months", "2", "--reason", "lost his job", "--json").data
    assert (data["extended_months"], data["months_left"], data["cost_change_fen"]) == (2, 10, 0)
    assert data["installments"][1] == {
        "number": 2,
        "due_before_on": "2026-03-12",
        "due_on": "2026-05-12",
        "before_fen": 53590,
        "after_fen": 53590,
        "change_fen": 0,
    }
    rows = at("2026-02-05", "schedule", "A1P1", "--json").data["rows"]
    assert [row["due_on"] for row in rows] == [row["due_on"] for row in data["installments"]]
    assert at("2026-03-20", "show", "A1", "--json").data["plans"][0]["next_due_on"] == "2026-02-12"
    head()


def test_an_extension_for_people_and_what_the_views_tell(at):
    at("2026-01-31", "charge", "A1", "3000", "--product", "epi", "--installments", "3")
    out = at("2026-02-10", "extend", "A1P3", "--months", "2").out
    assert out.startswith("A1P3: extended by 2 months on 2026-02-10 (A1E6)\n")
    # 3,000.00 x 10.8% x 89 / 365 = 79.00 with the first payment, in place of 24.85, and 0.99 more in the next two.
    assert "1\t2026-02-28\t2026-04-30\t1,017.41\t1,017.41\t0.00" in out
    assert "Interest and fees rise by 55.14 yuan in all." in out
    assert "Months by which it may still be extended: 1." in out
    assert "展期 1 个月" in at("2026-02-10", "extend", "A1P3", "--months", "1", "--lang", "zh", "--dry-run").out
    assert "Plan extended, by 2 months" in at("2026-02-10", "history", "A1").out
    assert "Extended by (months)\t2" in at("2026-02-10", "schedule", "A1P3").out
    told = at("2026-03-01", "why", "A1", "--between", "2026-02-06", "2026-03-01", "--json").data["changes"]
    assert "plan-extended" in [change["cause"] for change in told]
    assert "agrees" in at("2026-05-05", "explain", "A1", "--check").out


def test_an_extension_back_dated_tried_and_reversed_without_a_trace(at, head):
    before, shown = head(), at("2026-02-20", "show", "A1", "--json").data
    at("2026-02-20", "extend", "A1P1", "--months", "2", "--on", "2026-02-11", "--dry-run")
    assert head() == before
    event_id = at("2026-02-20", "extend", "A1P1", "--months", "2", "--on", "2026-02-11", "--json").data["event_id"]
    assert at("2026-02-20", "schedule", "A1P1", "--json").data["rows"][1]["due_on"] == "2026-05-12"
    at("2026-02-20", "reverse", event_id)
    assert at("2026-02-20", "show", "A1", "--json").data == shown
    head()


def test_in_a_batch(at, head, tmp_path):
    (tmp_path / "lines.csv").write_text("verb,plan,months,request-id\nextend,A1P1,2,r1\n", "utf-8")
    first = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    after = head()
    again = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"] for line in again] == [line["result"] for line in first]
    assert head() == after


def test_a_restructuring_is_told_with_its_cost_and_what_waits(at, head):
    # By 20 April 2026 two are missed: 535.90 late for 39 and 8 nights at 0.05%: 10.45 and 2.14; fees 2 x 35.99.
    at("2026-02-12", "repay", "A1", "935.90")
    data = at("2026-04-20", "restructure", "A1P1", "--installments", "24", "--rate", "0.3%", "--json").data
    assert (data["principal_fen"], data["charges_fen"], data["days_past_due_before"]) == (549909, 8457, 39)
    # 5,499.09 x 0.3% = 16.497 -> 16.50 a period; 5,499.09 / 24 = 229.12 rounded down.
    assert (data["cost_fen"], data["rate"], data["due_on"]) == (24 * 1650, "0.3%/period", "2026-05-12")
    assert data["rows"][2]["total_fen"] == 24562
    assert data["account"]["days_past_due"] == 0
    schedule = at("2026-04-20", "schedule", "A1P1", "--json").data
    assert schedule["restructured_on"] == "2026-04-20"
    assert schedule["annual_rate"] == data["annual_rate"]
    head()


def test_a_restructuring_for_people_and_what_the_views_tell(at):
    # 100.00 more than was due paid the fee of the second and 64.01 of its principal; 435.90 late for 39 nights: 8.50.
    at("2026-02-12", "repay", "A1", "1035.90")
    out = at("2026-04-20", "restructure", "A1P1", "--installments", "24", "--reason", "illness").out
    assert out.startswith("A1P1: 5,435.08 yuan in 24 installments from 2026-04-20 on (A1E6)\n")
    assert "46.63 yuan of charges so far bear nothing and are due by 2026-05-12; they can be waived." in out
    assert "The account was 39 days past due; what was restructured is not late any more." in out
    assert "重新分 12 期" in at("2026-04-20", "restructure", "A1P1", "--installments", "12", "--lang", "zh").out
    assert "Plan restructured, in 24 installments; illness" in at("2026-04-20", "history", "A1").out
    told = at("2026-04-20", "why", "A1", "--between", "2026-04-19", "2026-04-20", "--json").data["changes"]
    assert "plan-restructured" in [change["cause"] for change in told]
    explained = at("2026-05-04", "explain", "A1P1", "--row", "5").out
    assert "equal share of the principal\t5,435.08" in explained
    assert "changed by a restructuring" in at("2026-05-04", "explain", "A1P1", "--row", "2").out
    assert "agrees" in at("2026-05-04", "explain", "A1", "--check").out


def test_a_restructuring_back_dated_tried_and_reversed_without_a_trace(at, head):
    before, shown = head(), at("2026-02-20", "show", "A1", "--json").data
    line = ("restructure", "A1P1", "--installments", "24", "--on", "2026-02-15")
    at("2026-02-20", *line, "--dry-run")
    assert head() == before
    event_id = at("2026-02-20", *line, "--json").data["event_id"]
    assert at("2026-02-20", "show", "A1", "--json").data["overdue_fen"] < shown["overdue_fen"]
    at("2026-02-20", "reverse", event_id)
    assert at("2026-02-20", "show", "A1", "--json").data == shown
    head()
