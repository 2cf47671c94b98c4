"""`prepay`: both ways side by side, and what is recorded is what was quoted."""

from __future__ import annotations

# A1P1: 5,999.00 in 12, 499.91 + 35.99 a month (the last 499.99). On 5 February the first is billed and unpaid.


def test_a_quote_shows_both_ways_and_writes_nothing(at, head):
    before = head()
    data = at("2026-02-05", "prepay", "A1P1", "2000", "--json").data
    assert (data["due_fen"], data["interest_fen"], data["principal_fen"]) == (53590, 0, 146410)
    without, shorter, lower = data["outlooks"]
    assert [outlook["effect"] for outlook in data["outlooks"]] == ["none", "shorter-term", "lower-payment"]
    assert (without["left_count"], without["next_due_on"], without["next_payment_fen"]) == (12, "2026-02-12", 53590)
    # 1,464.10 takes the last two rows (499.99 + 499.91) and 464.20 of the tenth: 35.71 are left of it, and
    # 35.99 x 35.71 / 499.91 = 2.5709 of its fee. 35.99 + 35.99 + 33.42 are saved.
    assert (shorter["left_count"], shorter["last_due_on"], shorter["saved_fen"]) == (9, "2026-11-12", 10540)
    # 4,034.99 / 11 = 366.81, 366.89 on the last; the next fee stays: 366.81 + 35.99.
    assert (lower["left_count"], lower["next_payment_fen"], lower["last_due_on"]) == (11, 40280, "2027-01-12")
    assert head() == before


def test_the_quote_for_people_tells_the_commands_that_record_it(at):
    out = at("2026-02-05", "prepay", "A1P1", "2000").out
    assert out.startswith("Prepayment of 2,000.00 yuan on A1P1 on 2026-02-05\n")
    assert "shorter term\t9\t2026-03-12\t535.90\t535.90\t2026-11-12\t" in out
    assert "Of it due already (yuan)\t535.90" in out
    assert "To prepay: baitiao prepay A1P1 2000.00 --by shorter-term\n" in out
    assert "--by lower-payment --on" not in out
    assert "--by lower-payment --on 2026-02-04" in at("2026-02-05", "prepay", "A1P1", "2000", "--on", "2026-02-04").out
    assert "届时入账" in at("2026-02-05", "prepay", "A1P1", "2000", "--on", "2026-03-01", "--lang", "zh").out


def test_what_is_recorded_is_what_was_quoted(at, head):
    quoted = at("2026-02-05", "prepay", "A1P1", "2000", "--json").data
    for effect in ("shorter-term", "lower-payment"):
        data = at("2026-02-05", "prepay", "A1P1", "2000", "--by", effect, "--dry-run", "--json").data
        assert data["outlooks"] == [quoted["outlooks"][0], *(o for o in quoted["outlooks"] if o["effect"] == effect)]
    data = at("2026-02-05", "prepay", "A1P1", "2000", "--by", "lower-payment", "--means", "bank", "--json").data
    parts = [(part["number"], part["kind"], part["amount_fen"]) for part in data["parts"]]
    assert parts == [(1, "fee", 3599), (1, "principal", 49991), (0, "principal", 146410)]
    schedule = at("2026-02-05", "schedule", "A1P1", "--json").data
    assert schedule["prepaid_fen"] == 146410
    assert schedule["totals"]["principal_fen"] + schedule["prepaid_fen"] == schedule["financed_fen"] == 599900
    assert schedule["rows"][1]["total_fen"] == quoted["outlooks"][2]["next_payment_fen"]
    head()


def test_rows_that_fall_away_are_not_shown_or_counted(at):
    at("2026-02-05", "prepay", "A1P1", "2000", "--by", "shorter-term")
    assert len(at("2026-02-05", "schedule", "A1P1", "--json").data["rows"]) == 10
    plan = at("2026-02-05", "show", "A1", "--json").data["plans"][0]
    assert (plan["paid_count"], plan["installment_count"]) == (1, 10)
    out = at("2026-02-05", "schedule", "A1P1", "--lang", "zh").out
    assert "提前偿还本金(元)\t1,464.10" in out
    bill = at("2026-03-03", "statement", "A1", "--json").data
    assert [(part["number"], part["installment_count"]) for part in bill["installments"]] == [(2, 10)]


def test_a_recorded_prepayment_for_people(at):
    out = at("2026-02-05", "prepay", "A1P1", "2000", "--by", "shorter-term").out
    lines = out.splitlines()
    assert lines[0] == "2,000.00 yuan paid on A1, counted from 2026-02-05 (A1E5)"
    assert lines[2].split("\t") == ["A1P1", "1", "499.91", "35.99", "535.90"]
    assert lines[3].split("\t") == ["A1P1, principal ahead", "", "1,464.10", "0.00", "1,464.10"]
    assert "Plan A1P1 without and with it" in out


def test_it_can_be_reversed(at, head):
    before = at("2026-02-05", "schedule", "A1P1", "--json").data
    event_id = at("2026-02-05", "prepay", "A1P1", "2000", "--by", "shorter-term", "--json").data["event_id"]
    at("2026-02-06", "reverse", event_id)
    assert at("2026-02-05", "schedule", "A1P1", "--json").data == before
    head()


def test_options_of_a_recorded_one_need_by(at):
    assert at("2026-02-05", "prepay", "A1P1", "2000", "--means", "bank", "--json").error["code"] == "option-needs"


def test_in_a_batch(at, tmp_path):
    lines = tmp_path / "lines.csv"
    lines.write_text("verb,plan,amount,by\nprepay,A1P1,2000,shorter-term\n", "utf-8")
    (result,) = at("2026-02-05", "batch", str(lines), "--json").data["results"]
    assert (result["verb"], result["result"]["principal_fen"]) == ("prepay", 146410)
    lines.write_text("verb,plan,amount\nprepay,A1P1,2000\n", "utf-8")
    assert at("2026-02-05", "batch", str(lines), "--json").error["code"] == "field-missing"


def test_a_payment_that_differs_from_the_next_is_told(at):
    # The interest of the days before the prepayment is paid with it, so that the next payment is smaller than the rest.
    at("2026-02-05", "charge", "A1", "3600", "--product", "epi", "--installments", "12")
    shorter = at("2026-02-25", "prepay", "A1P3", "500", "--json").data["outlooks"][1]
    assert shorter["next_payment_fen"] < shorter["later_payment_fen"]
    assert "其后每期(元)" in at("2026-02-25", "prepay", "A1P3", "500", "--lang", "zh").out
    at("2026-02-25", "prepay", "A1P3", "500", "--by", "shorter-term")
    rows = [row for row in at("2026-02-25", "schedule", "A1P3", "--json").data["rows"] if row["outstanding_fen"]]
    told = [shorter["next_payment_fen"], shorter["later_payment_fen"]]
    assert [row["outstanding_fen"] for row in rows[:2]] == told
