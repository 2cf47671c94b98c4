"""`consent`, `income`, `assess`: what a person agreed to and declared, and what that and the ledger say.

The story's A1 owes 5,999.00 in 12 installments and 400.00 on the bill of 3 February: 935.90 are due on 12 February,
then 535.90 on 12 March and on 12 April.
"""

from __future__ import annotations

import pytest

TODAY = "2026-02-10"


def test_consents_are_kept_as_said_and_the_last_one_holds(at, head):
    first = at("2026-02-05", "consent", "A1", "offers", "given", "--how", "letter of 5 February", "--json").data
    assert (first["record_id"], first["person_id"], first["is_given"], first["was_given"]) == ("D1", "P1", True, None)
    second = at("2026-02-06", "consent", "p1", "offers", "withdrawn", "--json").data
    assert (second["record_id"], second["is_given"], second["was_given"]) == ("D2", False, True)
    # Said later, of an earlier day: the withdrawal still holds.
    at(TODAY, "consent", "A1", "offers", "given", "--on", "2026-02-04")
    view = at(TODAY, "assess", "A1", "--json").data
    assert [said["record_id"] for said in view["consent_log"]] == ["D3", "D1", "D2"]
    by_purpose = {state["purpose"]: (state["is_given"], state["since_on"]) for state in view["consents"]}
    assert by_purpose == {
        "credit-check": (None, None),
        "bureau-report": (None, None),
        "offers": (False, "2026-02-06"),
    }
    then = at(TODAY, "assess", "A1", "--as-of", "2026-02-05", "--json").data
    assert [state["is_given"] for state in then["consents"]] == [None, None, True]
    assert at(TODAY, "explain", "D1", "--json").data["how"] == "letter of 5 February"
    assert head()


def test_payments_are_told_beside_the_declared_income(at):
    told = at("2026-02-05", "income", "A1", "8000", "--payments", "1200", "--json").data
    assert (told["monthly_income_fen"], told["monthly_payments_fen"]) == (800_000, 120_000)
    view = at(TODAY, "assess", "A1", "--json").data
    paid = view["payments"]
    assert [month["amount_fen"] for month in paid["months"]] == [93_590, 53_590, 53_590]
    assert [month["from_on"] for month in paid["months"]] == ["2026-02-10", "2026-03-10", "2026-04-10"]
    # (935.90 + 535.90 + 535.90) / 3 = 669.233...; with 1,200.00 elsewhere 1,869.23 of 8,000.00
    assert (paid["here_fen"], paid["a_month_fen"], paid["share_pct"]) == (66_923, 186_923, "23.37")
    assert (view["income"]["basis"], view["income"]["record_id"], view["warnings"]) == ("declared", "D1", [])
    assert "nothing proves it" in at(TODAY, "assess", "A1").out


def rules_of(view) -> list[tuple[str, str, str]]:
    return [(fired["rule"], fired["observed"], fired["limit"]) for fired in view["warnings"]]


def test_too_much_debt_is_warned_of_with_its_figures(at):
    at("2026-02-05", "income", "A1", "1000", "--payments", "500", "--on", "2026-01-05")
    at("2026-02-05", "charge", "A1", "12000", "--installments", "24")
    # 18,399.00 of 20,000.00 are used; on 2026-02-20 the bill of 935.90 is 8 days late. In the three months from then
    # 935.90 (unpaid), 535.90 + 572.00, 535.90 + 572.00, nothing in the third: 12,000.00 / 24 + 0.6% fall due first on
    # 12 March. (935.90 + 1,107.90 + 1,107.90 + 1,107.90) / 3 = 1,419.87, with 500.00 elsewhere 1,919.87.
    view = at("2026-02-20", "assess", "A1", "--json").data
    assert [month["amount_fen"] for month in view["payments"]["months"]][1:] == [110_790, 110_790]
    late_fen = view["payments"]["months"][0]["amount_fen"] - 110_790
    shown = at("2026-02-20", "show", "A1", "--json").data
    assert late_fen >= 93_590
    paid_fen = round((late_fen + 3 * 110_790) / 3)
    assert view["payments"]["here_fen"] == paid_fen
    assert rules_of(view) == [
        ("late-now", "8", "0"),
        ("limit-used", "92.00%", "90%"),
        ("payments-high", f"{(paid_fen + 50_000) / 1000:.2f}%", "55%"),
        ("owed-high", f"{shown['owed_fen'] / 100:,.2f}", "6,000.00"),
    ]
    older = at("2027-02-10", "assess", "A1", "--as-of", "2026-02-20", "--json").data
    assert rules_of(older) == rules_of(view)
    assert ("income-old", "366", "365") in rules_of(at("2027-01-06", "assess", "A1", "--json").data)


def test_an_own_rule_file_decides_and_is_named(at, tmp_path):
    own = tmp_path / "mine.toml"
    own.write_text(
        "rules_version = 7\nmonths = 1\npayments_above_pct = 5\nowed_above_incomes = 0\nuse_above_pct = 10\n"
        "plans_above = 1\nincome_stale_after_days = 0\n",
        "utf-8",
    )
    at("2026-02-05", "income", "A1", "10000")
    view = at(TODAY, "assess", "A1", "--rules", str(own), "--json").data
    assert (view["rules"], view["rules_version"], view["payments"]["here_fen"]) == ("mine", 7, 93_590)
    assert [rule for rule, _, _ in rules_of(view)] == [
        *("limit-used", "many-plans", "payments-high", "owed-high", "income-old")
    ]
    own.write_text(own.read_text("utf-8").replace("months = 1", "months = 0"), "utf-8")
    refused = at(TODAY, "assess", "A1", "--rules", str(own), "--json")
    assert (refused.status, refused.error["code"]) == (2, "rules-invalid")
    assert "months" in refused.error["message"]


def test_without_a_declaration_no_share_is_told(at):
    view = at(TODAY, "assess", "A1", "--json").data
    assert (view["income"], view["payments"]["share_pct"], rules_of(view)) == (
        None,
        None,
        [("income-unknown", "-", "")],
    )
    assert "baitiao income A1" in at(TODAY, "assess", "A1").out


def checks(at, account_id: str, today: str = TODAY) -> list[tuple[str, str]]:
    view = at(today, "assess", account_id, "--json").data
    return [(check["outcome"], check["because"]) for check in view["checks"]]


def test_the_opening_checks_stand_in_one_place(at):
    assert checks(at, "A1") == [("passed", "")] * 3
    at("2026-02-05", "open", "--name", "x", "--limit", "100")
    assert checks(at, "A2") == [("unknown", "no-id-number")] * 3
    at("2026-02-05", "open", "--name", "x", "--limit", "100", "--id-number", "H1234567")
    assert checks(at, "A3") == [("unknown", "no-mainland-card")] * 2 + [("passed", "")]
    at("2026-02-06", "close", "A3", "--id-digits", "4567")
    at("2026-02-07", "open", "--name", "x", "--limit", "100", "--id-number", "H1234567")
    assert checks(at, "A4")[-1] == ("passed", "")


def test_who_was_erased_cannot_agree_to_anything_any_more(at):
    at("2026-02-05", "open", "--name", "x", "--limit", "100")
    at("2026-02-06", "close", "A2")
    assert at("2026-02-07", "privacy", "erase", "A2", "--reason", "asked", "--yes").status == 0
    assert at(TODAY, "consent", "A2", "offers", "given", "--json").error["code"] == "person-erased"
    assert checks(at, "A2") == [("unknown", "erased")] * 3


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("consent", "P9", "offers", "given"), "person-unknown"),
        (("consent", "A9", "offers", "given"), "account-unknown"),
        (("consent", "A1", "all", "given"), "choice-unknown"),
        (("consent", "A1", "offers", "given", "--on", "2026-03-01"), "date-in-future"),
        (("income", "A1", "0"), "amount-not-positive"),
        (("assess", "A1", "--as-of", "2026-01-01"), "account-not-open-yet"),
    ],
)
def test_what_makes_no_sense_is_refused(at, head, command, code):
    before = head()
    assert at(TODAY, *command, "--json").error["code"] == code
    assert head() == before
