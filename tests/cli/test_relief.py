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
    assert "46.63 yuan of charges so far bear nothing through 2026-05-12, when they are due;" in out
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


def test_what_bills_have_asked_for_becomes_a_plan_of_its_own(at, head):
    # 400.00 of A1P2 are on the bill of 3 February with the first installment of A1P1; nothing is paid. Carried
    # from 12 February: 19 nights until the bill of 3 March: 3.80, late 1.14; 9 more, and 21 on 403.80 from 12 March.
    data = at("2026-04-02", "restructure", "A1", "--installments", "36", "--rate", "0.3%", "--json").data
    assert (data["plan_id"], data["product_id"], data["rate"]) == ("A1P3", "inst", "0.3%/period")
    # 1.80 + 4.2399 -> 6.04; 0.54 + 1.27197 -> 1.81.
    assert (data["principal_fen"], data["charges_fen"], data["due_on"]) == (40000, 380 + 604 + 114 + 181, "2026-04-12")
    assert data["purchases"] == [{"plan_id": "A1P2", "merchant": "超市", "converted_fen": 40000, "left_on_bill_fen": 0}]
    assert data["rows"][0]["total_fen"] == 1111 + 120
    assert data["account"]["days_past_due"] == 49  # A1P1 is restructured by itself
    told = at("2026-04-03", "history", "A1", "--json").data["lines"]
    assert ("balance-restructured", 36) in [(line["kind"], line["installments"]) for line in told]
    schedule = at("2026-04-03", "schedule", "A1P3", "--json").data
    assert (schedule["restructured_on"], schedule["converted_from"]) == ("2026-04-02", ["A1P2"])
    assert "agrees" in at("2026-05-14", "explain", "A1", "--check").out
    head()


def test_the_restructuring_of_bills_for_people(at):
    out = at("2026-04-02", "restructure", "A1", "--installments", "12", "--reason", "illness").out
    assert out.startswith("A1P3: 400.00 yuan in 12 installments from 2026-04-02 on (A1E5)\n")
    assert "Off these purchases on bills\n" in out
    assert "12.79 yuan of charges so far bear nothing through 2026-04-12, when they are due;" in out
    assert "Balance restructured, in 12 installments; illness" in at("2026-04-02", "history", "A1").out
    assert "欠款重组, 分 12 期" in at("2026-04-02", "history", "A1", "--lang", "zh").out
    assert "turned into installments, principal, no. 1\tA1P2\t400.00" in at("2026-04-03", "explain", "A1E5").out
    assert "Balance restructured\tA1E5" in at("2026-04-03", "why", "A1", "--between", "2026-04-01", "2026-04-02").out


def test_the_restructuring_of_bills_tried_and_reversed_without_a_trace(at, head):
    at("2026-04-02", "accrue")  # what was sent stays as it is
    before, shown = head(), at("2026-04-02", "show", "A1", "--json").data
    line = ("restructure", "A1", "--installments", "12", "--on", "2026-02-20")
    at("2026-04-02", *line, "--dry-run")
    assert head() == before
    event_id = at("2026-04-02", *line, "--json").data["event_id"]
    assert at("2026-04-02", "show", "A1", "--json").data["overdue_fen"] < shown["overdue_fen"]
    at("2026-04-02", "reverse", event_id)
    assert at("2026-04-02", "show", "A1", "--json").data == shown
    head()


def test_a_batch_names_a_plan_or_an_account_to_restructure(at, head, tmp_path):
    lines = tmp_path / "lines.jsonl"
    lines.write_text(
        '{"verb":"restructure","account":"A1","installments":"12"}\n'
        '{"verb":"restructure","plan":"A1P1","installments":"24"}\n',
        "utf-8",
    )
    results = at("2026-04-02", "batch", str(lines), "--json").data["results"]
    assert [line["result"]["plan_id"] for line in results] == ["A1P3", "A1P1"]
    for line, code in (
        ('{"verb":"restructure","installments":"12"}', "field-missing"),
        ('{"verb":"restructure","account":"A1","plan":"A1P1","installments":"12"}', "options-exclusive"),
        ('{"verb":"restructure","plan":"A1","installments":"12"}', "id-of-another-kind"),
    ):
        lines.write_text(line + "\n", "utf-8")
        assert at("2026-04-02", "batch", str(lines), "--json").error["code"] == code


def test_an_extension_until_a_last_due_date(at):
    # The last installment of A1P1 falls due on 2027-01-12; two months later is 2027-03-12.
    data = at("2026-02-05", "extend", "A1P1", "--until", "2027-03-12", "--dry-run", "--json").data
    assert (data["months"], data["installments"][-1]["due_on"]) == (2, "2027-03-12")
    refused = at("2026-02-05", "extend", "A1P1", "--until", "2027-03-20").err
    assert "Near it: 2027-03-12, 2027-04-12; or name the months" in refused


def test_one_month_is_told_in_the_singular(at):
    told = at("2026-02-05", "extend", "A1P1", "--months", "1", "--dry-run")
    assert "extended by 1 month on" in told.out
    assert "展期 1 个月" in at("2026-02-05", "extend", "A1P1", "--months", "1", "--dry-run", "--lang", "zh").out
    assert "extended by 2 months on" in at("2026-02-05", "extend", "A1P1", "--months", "2", "--dry-run").out
    at("2026-02-05", "extend", "A1P1", "--months", "1")
    assert ", by 1 month" in at("2026-02-05", "history", "A1").out
