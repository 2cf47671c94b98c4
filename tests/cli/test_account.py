"""`open`, `show`, `close`, `history`: the line."""

from __future__ import annotations

import json


def test_open_answers_with_the_account_and_masks_nobody(at):
    result = at("2026-02-03", "open", "--name", "韩梅梅", "--limit", "3000.50", "--bill-day", "10", "--json")
    assert result.status == 0
    assert result.data["account_id"] == "A2"
    assert result.data["event_id"] == "A2E1"
    assert (result.data["limit_fen"], result.data["bill_day"]) == (300050, 10)
    assert "韩梅梅" not in result.out


def test_open_tells_the_next_step(at):
    out = at("2026-02-03", "open", "--name", "韩梅梅", "--limit", "3000").out
    assert "Limit (yuan)\t3,000.00" in out
    assert "baitiao charge A2" in out


def test_the_purchase_that_is_proposed_is_within_the_limit(at):
    out = at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "100").out
    command = out.split("Next: baitiao ")[1].split()
    assert at("2026-02-05", *command).status == 0


def test_one_open_account_a_person(at, head):
    before = head()
    again = ["open", "--name", "李雷", "--limit", "1000", "--id-number", "000000199009011234"]
    result = at("2026-02-03", *again, "--json")
    assert (result.status, result.error["code"]) == (4, "person-has-account")
    assert "A1" in result.error["message"]
    assert head() == before


def test_a_person_whose_account_is_closed_may_open_another(at):
    at("2026-02-03", "payoff", "A1", "--pay")
    assert at("2026-02-03", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234").status == 0
    again = ["open", "--name", "李雷", "--limit", "1000", "--id-number", "000000199009011234", "--json"]
    assert at("2026-02-04", *again).data["account_id"] == "A2"


def test_show_has_the_figures_of_the_contract(at):
    # Owed: 5999 + 400 + the fee billed on 3 February, 5999 x 0.6% = 35.994 -> 35.99. In the bill: 499.91 + 35.99
    # of the phone and 400.00. Used is principal only: 6,399.00 of 20,000.00.
    document = json.loads(at("2026-02-05", "show", "A1", "--json").out)
    assert (document["schema"], document["as_of"]) == ("baitiao/v1", "2026-02-05")
    wanted = {
        "limit_fen": 2_000_000,
        "used_fen": 639_900,
        "held_fen": 0,
        "available_fen": 1_360_100,
        "owed_fen": 643_499,
        "due_fen": 93_590,
        "overdue_fen": 0,
        "days_past_due": 0,
        "next_due_on": "2026-02-12",
        "status": "open",
    }
    assert wanted.items() <= document["data"].items()
    assert document["data"]["person"]["phone"] == "138****1234"
    assert "李雷" not in json.dumps(document, ensure_ascii=False)


def test_show_on_an_earlier_day_knows_nothing_of_what_came_later(at):
    data = at("2026-03-20", "show", "A1", "--as-of", "2026-01-10", "--json").data
    assert (data["used_fen"], data["due_fen"], data["bill"]) == (599_900, 0, None)
    assert [plan["plan_id"] for plan in data["plans"]] == ["A1P1"]


def test_show_on_a_later_day_counts_the_lateness_without_an_end_of_day_run(at):
    # Five nights after the due date of 12 February: phone 535.90 x 0.05% x 5 = 1.34; groceries carried,
    # 400 x 0.05% x 5 = 1.00, and as the minimum was missed 400 x 0.015% x 5 = 0.30.
    data = at("2026-02-17", "show", "A1", "--json").data
    assert data["days_past_due"] == 5
    assert data["owed_fen"] == 643_499 + 134 + 100 + 30
    assert data["due_fen"] == 93_590 + 134 + 100 + 30


def test_show_says_that_a_bill_is_as_issued_when_something_else_is_payable_now(at):
    issued = "no. 1, as issued: 935.90 yuan, at least 575.90, due 2026-02-12"
    assert f"Latest bill\t{issued}\n" in at("2026-02-20", "show", "A1").out  # charges have run since
    at("2026-02-05", "repay", "A1", "100")
    out = at("2026-02-05", "show", "A1").out
    assert "Payable now (yuan)\t835.90" in out
    assert f"Latest bill\t{issued}\n" in out
    assert "第 1 期 (出账时): 应还 935.90 元" in at("2026-02-05", "show", "A1", "--lang", "zh").out


def test_show_for_people_tells_words_and_leaves_out_what_is_not(at):
    lines = dict(line.split("\t", 1) for line in at("2026-02-05", "show", "A1").out.splitlines() if "\t" in line)
    assert lines["Payable now (yuan)"] == "935.90"
    assert lines["Latest bill"] == "no. 1: 935.90 yuan, at least 575.90, due 2026-02-12"
    assert "Overdue (yuan)" not in lines
    assert "Credit balance (yuan)" not in lines
    out = at("2026-02-20", "show", "A1", "--lang", "zh").out
    assert "账户, 截至 2026-02-20" in out
    assert "逾期自\t2026-02-12 (8 天)" in out
    assert "A1P1-2\tinst\t手机店\t5,999.00\t5,999.00\t0/12\t2026-02-12" in out


def test_close_is_refused_while_something_is_owed_and_tells_the_cure(at, head):
    before = head()
    result = at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    assert result.status == 4
    assert "6,434.99 yuan" in result.err
    assert "baitiao payoff A1 --pay" in result.err
    assert head() == before


def test_close_after_the_payoff(at, head):
    at("2026-02-05", "payoff", "A1", "--pay")
    answer = at(
        "2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234", "--reason", "moved away", "--json"
    ).data
    assert answer["account_id"] == "A1"
    data = at("2026-02-06", "show", "A1", "--json").data
    assert (data["status"], data["closed_on"], data["available_fen"]) == ("closed", "2026-02-05", 0)
    refused = at("2026-02-06", "charge", "A1", "10", "--json")
    assert (refused.status, refused.error["code"]) == (4, "account-closed")
    head()


def test_the_history_is_a_running_account(at):
    # 5,999.00 + 400.00 bought, 35.99 of fee with the bill: 6,434.99; 935.90 paid: 5,499.09.
    at("2026-02-05", "repay", "A1", "935.90")
    data = at("2026-02-05", "history", "A1", "--json").data
    told = [(line["event_id"], line["kind"], line["amount_fen"], line["balance_fen"]) for line in data["lines"]]
    assert told == [
        ("A1E1", "account-opened", 0, 0),
        ("A1E2", "purchase-made", 599900, 599900),
        ("A1E3", "purchase-made", 40000, 639900),
        ("", "bill", 3599, 643499),
        ("A1E4", "bill-issued", 0, 643499),
        ("A1E5", "repayment-received", -93590, 549909),
    ]
    assert data["balance_fen"] == 549909


def test_the_history_up_to_a_day_has_no_reversal_of_what_came_later(at):
    at("2026-02-05", "repay", "A1", "100")
    at("2026-02-06", "reverse", "A1E5")
    told = at("2026-02-06", "history", "A1", "--as-of", "2026-02-04", "--json").data["lines"]
    assert "A1E6" not in {line["event_id"] for line in told}
    told = at("2026-02-06", "history", "A1", "--as-of", "2026-02-05", "--json").data["lines"]
    assert [line["reversed_by"] for line in told if line["event_id"] == "A1E5"] == ["A1E6"]


def test_the_history_shows_what_was_reversed_beside_its_reversal(at):
    at("2026-02-05", "reverse", "A1E3")
    lines = at("2026-02-06", "history", "A1", "--json").data["lines"]
    wrong, reversal = lines[2:4]
    assert (wrong["event_id"], wrong["reversed_by"], wrong["stated_fen"], wrong["amount_fen"]) == (
        "A1E3",
        "A1E5",
        40000,
        0,
    )
    assert (reversal["event_id"], reversal["reverses"], reversal["amount_fen"]) == ("A1E5", "A1E3", 0)
    shown = at("2026-02-06", "history", "A1", "--lang", "zh").out
    assert "已被 A1E5 冲正" in shown
    assert "冲正 A1E3" in shown


def test_the_history_up_to_a_day_leaves_out_what_came_later(at):
    lines = at("2026-02-05", "history", "A1", "--as-of", "2026-01-20", "--json").data["lines"]
    assert [line["event_id"] for line in lines] == ["A1E1", "A1E2"]


def test_csv_has_codes_and_figures_and_no_sentence_in_any_language(at):
    at("2026-02-05", "lock", "A1", "--reason", "x")
    at("2026-02-05", "auto-repay", "A1", "--means", "card", "--share", "minimum")
    told = [at("2026-02-05", "show", "A1", "--csv", "--lang", language).out for language in ("en", "zh")]
    assert told[0] == told[1]
    header, row = (line.split(",") for line in told[0].splitlines())
    shown = dict(zip(header, row, strict=True))
    # 535.90 of the phone and the groceries; 535.90 and a tenth of 400.00.
    assert [shown[f"bill_{key}"] for key in ("number", "amount_due_fen", "minimum_due_fen", "due_on")] == [
        *("1", "93590", "57590", "2026-02-12")
    ]
    assert (shown["bill_day"], shown["locked_since_on"]) == ("3", "2026-02-05")
    assert [shown[f"auto_repay_{key}"] for key in ("means", "share", "since_on")] == ["card", "minimum", "2026-02-05"]
