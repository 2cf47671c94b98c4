"""`close`, `close --check`, `reopen`: the end of a line, and a new beginning."""

from __future__ import annotations

from baitiao_cli.products.catalogue import FOLDER


def test_the_check_names_every_blocker_with_its_amount_and_its_cure(at, head):
    # 6,434.99 is owed on 5 February: 6,399.00 of principal and the fee of 35.99.
    at("2026-02-05", "hold", "A1", "100")
    at("2026-02-05", "hold", "A1", "200")
    at("2026-02-05", "auto-repay", "A1", "--means", "card")
    before = head()
    data = at("2026-02-05", "close", "A1", "--check", "--json").data
    assert [(one["code"], one["amount_fen"], one["cure"]) for one in data["blockers"]] == [
        ("owed", 643_499, "baitiao payoff A1 --pay"),
        ("held", 10_000, "baitiao release A1H1"),
        ("held", 20_000, "baitiao release A1H2"),
        ("auto-repay", 0, "baitiao auto-repay A1 --off"),
    ]
    assert data["can_close"] is False
    assert [(one["code"], one["amount_fen"], one["tier"]) for one in data["losses"]] == [
        ("limit", 2_000_000, ""),
        ("tier", 0, "B"),
    ]
    assert head() == before
    out = at("2026-02-05", "close", "A1", "--check").out
    assert "Held for a purchase\tA1H2\t200.00\t\tbaitiao release A1H2" in out
    # The payoff that clears the debt takes the fee of the next period besides: 6,434.99 + 35.99.
    assert "Owed, billed or not\t\t6,434.99\t6,470.98\tbaitiao payoff A1 --pay" in out
    assert "the prices of tier B: reopening is a new assessment" in out


def test_each_cure_clears_its_blocker_until_nothing_stands_in_the_way(at, head):
    at("2026-02-05", "hold", "A1", "100")
    at("2026-02-05", "auto-repay", "A1", "--means", "card")
    at("2026-02-05", "repay", "A1", "1000", "--plan", "A1P2")  # 6,410 fen beyond what is billed
    while blockers := at("2026-02-05", "close", "A1", "--check", "--json").data["blockers"]:
        assert at("2026-02-05", *blockers[0]["cure"].split()[1:]).status == 0
    assert "没有未了事项。销户: baitiao close A1" in at("2026-02-05", "close", "A1", "--check", "--lang", "zh").out
    assert at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234").status == 0
    head()


def test_a_closing_that_is_refused_points_to_the_check(at):
    err = at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234").err
    assert "baitiao payoff A1 --pay" in err
    assert "baitiao close A1 --check" in err


def test_the_check_of_another_day_and_what_does_not_go_with_it(at):
    assert at("2026-02-20", "close", "A1", "--check", "--on", "2026-01-06", "--json").data["can_close"] is True
    assert at("2026-02-20", "close", "A1", "--check", "--reason", "x", "--json").error["code"] == "options-exclusive"
    at("2026-02-05", "payoff", "A1", "--pay")
    at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    assert at("2026-02-06", "close", "A1", "--check", "--json").error["code"] == "account-closed"


def test_a_closed_line_is_reopened_and_closed_again(at, head):
    at("2026-02-05", "payoff", "A1", "--pay")
    at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    assert "baitiao reopen A1" in at("2026-02-06", "charge", "A1", "10").err
    data = at("2026-03-01", "reopen", "A1", "--limit", "8000", "--reason", "came back", "--json").data
    assert (data["limit_fen"], data["tier"], data["bill_day"]) == (800_000, "B", 3)
    shown = at("2026-03-01", "show", "A1", "--json").data
    assert (shown["status"], shown["closed_on"], shown["reopened_on"]) == ("open", None, "2026-03-01")
    assert (shown["limit_fen"], shown["available_fen"]) == (800_000, 800_000)
    assert [line["status"] for line in at("2026-03-01", "list", "--json").data["accounts"]] == ["open"]
    assert at("2026-03-02", "charge", "A1", "100").status == 0
    assert at("2026-03-05", "payoff", "A1", "--pay").status == 0
    assert at("2026-03-06", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234").status == 0
    assert at("2026-03-07", "show", "A1", "--json").data["closed_on"] == "2026-03-06"
    head()


def test_a_person_who_has_another_line_by_now_cannot_reopen(at, head):
    at("2026-02-05", "payoff", "A1", "--pay")
    at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    at("2026-02-06", "open", "--name", "李雷", "--limit", "1000", "--id-number", "000000199009011234")
    result = at("2026-02-07", "reopen", "A1", "--limit", "8000", "--json")
    assert (result.status, result.error["code"]) == (4, "person-has-account")
    head()


def test_another_tier_prices_the_new_plans(at):
    at("2026-02-05", "payoff", "A1", "--pay")
    at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    assert at("2026-02-06", "reopen", "A1", "--limit", "8000", "--tier", "D", "--json").data["tier"] == "D"
    # Tier D: 1% of 600.00 a period.
    rows = at("2026-02-06", "charge", "A1", "600", "--installments", "3", "--json").data["rows"]
    assert {row["fee_fen"] for row in rows} == {600}


def test_what_has_no_amount_leaves_it_blank_and_csv_has_codes(at):
    at("2026-02-05", "auto-repay", "A1", "--means", "card")
    assert (
        "自动还款未解约\t\t\tbaitiao auto-repay A1 --off"
        in at("2026-02-05", "close", "A1", "--check", "--lang", "zh").out
    )
    rows = at("2026-02-05", "close", "A1", "--check", "--csv", "--lang", "zh").out.splitlines()
    # 5,999.00 + 35.99 + 400.00
    assert rows == [
        "code,hold_id,amount_fen,cost_fen,cure",
        "owed,,643499,647098,baitiao payoff A1 --pay",
        "auto-repay,,,,baitiao auto-repay A1 --off",
    ]


def test_a_closing_tells_the_status_and_how_to_begin_again(at):
    at("2026-02-05", "payoff", "A1", "--pay")
    assert "下期账单" in at("2026-02-05", "show", "A1", "--lang", "zh").out
    out = at("2026-02-05", "close", "A1", "--phone-digits", "1234", "--id-digits", "1234").out
    assert "Status\tclosed\n" in out
    assert "baitiao reopen A1 --limit YUAN" in out
    shown = at("2026-02-05", "show", "A1", "--lang", "zh").out
    assert "已销户" in shown
    assert "下期账单" not in shown


def test_a_line_may_be_opened_and_reopened_on_the_line_terms_of_a_file(at, tmp_path):
    # The terms of `month`, with bills due after 20 days instead of 9.
    terms = (FOLDER / "month.toml").read_text("utf-8").replace('id = "month"', 'id = "slow"')
    path = tmp_path / "slow.toml"
    path.write_text(terms.replace("due_days = 9", "due_days = 20"), "utf-8")
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "3000", "--product", str(path))
    rows = at("2026-02-05", "charge", "A2", "100", "--json").data["rows"]
    assert [row["due_on"] for row in rows] == ["2026-03-23"]
    at("2026-02-05", "payoff", "A2", "--pay")
    at("2026-02-05", "close", "A2")
    at("2026-02-05", "reopen", "A2", "--limit", "3000")
    rows = at("2026-02-05", "charge", "A2", "100", "--json").data["rows"]
    assert [row["due_on"] for row in rows] == ["2026-03-12"]
