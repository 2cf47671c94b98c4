"""`limits review` and `limits apply`: what is proposed and why, and that only applying it sets a limit.

The story's A1 of tier B has 20,000.00, of which 6,399.00 are used; its bill of 3 February is due on the 12th.
"""

from __future__ import annotations

import pytest

TODAY = "2026-02-10"


def own_rules(tmp_path, *changes: tuple[str, str]) -> str:
    from baitiao_cli.desk.rule_files import shipped

    text = shipped("limits").read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    return str(path)


def lines_of(result) -> list[tuple[str, str, int, str | None]]:
    return [(line["account_id"], line["rule"], line["proposed_fen"], line["obstacle"]) for line in result.data["lines"]]


def limit_fen(at, today: str, *more: str) -> int:
    return at(today, "show", "A1", "--json", *more).data["limit_fen"]


def test_lateness_is_a_reason_for_a_cut_and_applying_sets_it(at, head):
    # Due on 12 February and unpaid on 15 March: 31 days; 70% of 20,000.00 are 14,000.00.
    assert lines_of(at("2026-03-14", "limits", "review", "A1", "--json")) == []
    reviewed = at("2026-03-15", "limits", "review", "A1", "--json")
    assert lines_of(reviewed) == [("A1", "cut-late", 1_400_000, None)]
    told = at("2026-03-15", "explain", "D1", "--json").data
    assert {"rule": "worst-lateness-6", "observed": "31", "limit": "31+", "effect": ""} in told["fired"]
    assert limit_fen(at, "2026-03-15") == 2_000_000
    tried = at("2026-03-15", "limits", "apply", "D1", "--dry-run", "--json").data["applied"]
    assert [(each["limit_fen"], each["before_fen"]) for each in tried] == [(1_400_000, 2_000_000)]
    assert limit_fen(at, "2026-03-15") == 2_000_000
    done = at("2026-03-15", "limits", "apply", "D1")
    assert "your credit limit is 14,000.00 yuan instead of 20,000.00 yuan" in done.out
    assert limit_fen(at, "2026-03-15") == 1_400_000
    assert at("2026-03-15", "limits", "apply", "D1", "--json").error["code"] == "proposal-applied"
    assert at("2026-03-15", "limits", "apply", "--all", "--json").data["applied"] == []
    kept = at("2026-03-15", "explain", "D2", "--json").data
    assert (kept["kind"], kept["proposal_id"]) == ("limit-applied", "D1")
    assert head()


def test_no_cut_goes_below_what_is_used(at):
    at("2026-02-05", "charge", "A1", "10000")
    # 16,399.00 are used: rounded up to the step 16,400.00, not the 14,000.00 that the rule wants.
    assert lines_of(at("2026-03-15", "limits", "review", "A1", "--json")) == [("A1", "cut-late", 1_640_000, None)]


STEADY = ('{ figure = "months-on-time", from = 6 },', '{ figure = "months-on-book", from = 1 },')


def test_a_raise_needs_consent_and_rest(at, tmp_path):
    mine = own_rules(tmp_path, STEADY)
    review = ("limits", "review", "A1", "--rules", mine, "--json")
    assert lines_of(at(TODAY, *review)) == [("A1", "raise-steady", 2_400_000, "consent-missing")]
    at(TODAY, "consent", "A1", "credit-check", "given")
    at(TODAY, "limit", "A1", "19000")
    assert lines_of(at(TODAY, *review)) == [("A1", "raise-steady", 2_280_000, "changed-lately")]
    at(TODAY, "reverse", at(TODAY, "history", "A1", "--json").data["lines"][-1]["event_id"])
    assert lines_of(at(TODAY, *review)) == [("A1", "raise-steady", 2_400_000, None)]
    at(TODAY, "lock", "A1")
    assert lines_of(at(TODAY, *review)) == [("A1", "raise-steady", 2_400_000, "not-open")]
    at(TODAY, "unlock", "A1")
    at(TODAY, "consent", "A1", "credit-check", "withdrawn")
    assert lines_of(at(TODAY, *review))[0][3] == "consent-missing"


def test_a_tier_is_scaled_with_a_preview_and_others_are_left(at):
    at("2026-02-05", "open", "--name", "x", "--limit", "3000", "--tier", "D")
    at("2026-02-05", "open", "--name", "y", "--limit", "2700", "--tier", "D")
    preview = at(TODAY, "limits", "review", "--tier", "D", "--times", "0.8", "--dry-run")
    assert "D1\tA2\tD\t3,000.00\t2,400.00" in preview.out
    assert "limits apply" not in preview.out
    assert at(TODAY, "limits", "apply", "--all", "--json").data["applied"] == []
    at(TODAY, "limits", "review", "--tier", "D", "--times", "0.8")
    at(TODAY, "limit", "A3", "2000")
    done = at(TODAY, "limits", "apply", "--all", "--json").data
    assert [(each["account_id"], each["limit_fen"]) for each in done["applied"]] == [("A2", 240_000)]
    assert done["stale"] == ["D2"]
    assert limit_fen(at, TODAY) == 2_000_000


def test_a_raise_for_a_season_ends_by_itself(at):
    at(TODAY, "consent", "A1", "credit-check", "given")
    at(TODAY, "limits", "review", "--tier", "B", "--times", "1.25", "--until", "2026-03-05")
    at(TODAY, "limits", "apply", "D2")
    days = ("2026-02-10", "2026-03-05", "2026-03-06")
    assert [limit_fen(at, "2026-03-10", "--as-of", day) for day in days] == [2_500_000, 2_500_000, 2_000_000]


def test_an_amount_that_takes_two_people_waits(at):
    for name, role in (("anna", "admin"), ("ben", "supervisor"), ("cara", "supervisor")):
        at(TODAY, "operator", name, "--role", role, "--operator", "anna")
    at(TODAY, "approval", "limit-raise", "--above", "1000", "--operator", "anna")
    at(TODAY, "consent", "A1", "credit-check", "given", "--operator", "ben")
    at(TODAY, "limits", "review", "--tier", "B", "--times", "1.25", "--operator", "ben")
    waits = at(TODAY, "limits", "apply", "D2", "--operator", "ben", "--json")
    assert (waits.status, waits.error["code"]) == (4, "approval-needed")
    assert limit_fen(at, TODAY) == 2_000_000
    assert at(TODAY, "limits", "apply", "--all", "--operator", "ben", "--json").error["code"] == "approval-not-kept"
    assert at(TODAY, "approve", "W1", "--operator", "cara").status == 0
    assert limit_fen(at, TODAY) == 2_500_000
    assert at(TODAY, "limits", "apply", "D2", "--operator", "ben", "--json").error["code"] == "proposal-applied"


@pytest.mark.parametrize("until", [(), ("--until", "2026-12-31")])
def test_what_two_people_agreed_to_is_applied_once_and_its_request_answered(at, head, until):
    for name, role in (("anna", "supervisor,admin"), ("ben", "supervisor")):
        at(TODAY, "operator", name, "--role", role, "--operator", "anna")
    anna, ben = ("--operator", "anna", "--json"), ("--operator", "ben", "--json")
    at(TODAY, "approval", "limit-raise", "--above", "100", *anna)
    at(TODAY, "consent", "A1", "credit-check", "given", *anna)
    at(TODAY, "limits", "review", "--tier", "B", "--times", "1.2", *until, *anna)
    asked = ("limits", "apply", "D2", "--request-id", "z1", *anna)
    assert at(TODAY, *asked).error["code"] == "approval-needed"
    assert at(TODAY, *asked).error["code"] == "approval-needed"
    (waits,) = at(TODAY, "proposals", "--json").data["proposals"]
    assert (waits["verb"], waits["account_id"], waits["amount_fen"]) == ("limits apply", "A1", 400_000)
    assert "落实拟调额度" in at(TODAY, "proposals", "--lang", "zh").out
    approved = at(TODAY, "approve", "W1", *ben).data
    again = at(TODAY, *asked)
    assert (again.status, again.data) == (0, approved["result"])
    assert (approved["account_id"], approved["event_id"]) == ("A1", again.data["applied"][0]["event_id"])
    assert at(TODAY, "explain", "D3", "--json").data["kind"] == "limit-applied"
    assert at(TODAY, "limits", "apply", "--all", *anna).data["applied"] == []
    assert at("2026-02-13", "limits", "apply", "D2", *anna).error["code"] == "proposal-applied"
    assert limit_events(at) == 1
    head()


def limit_events(at) -> int:
    lines = at("2026-03-15", "history", "A1", "--json").data["lines"]
    return [line["kind"] for line in lines].count("limit-changed")


def test_a_proposal_is_applied_once_whichever_day_it_counts_from(at):
    at(TODAY, "limits", "review", "--tier", "B", "--times", "0.8")
    assert at("2026-03-01", "limits", "apply", "D1", "--on", "2026-02-09", "--dry-run", "--json").error["code"] == (
        "proposal-not-made-yet"
    )
    assert at("2026-03-01", "limits", "apply", "--all", "--on", "2026-02-09", "--json").data["applied"] == []
    assert at("2026-03-01", "limits", "apply", "D1").status == 0
    again = at("2026-03-01", "limits", "apply", "D1", "--on", "2026-02-15", "--json")
    assert again.error["code"] == "proposal-applied"
    assert at("2026-03-01", "limits", "apply", "--all", "--on", "2026-02-12", "--json").data["applied"] == []
    assert limit_events(at) == 1


def test_a_season_that_was_set_by_hand_is_left_and_stops_no_other(at):
    for account in ("A1", "A2"):
        if account == "A2":
            at(TODAY, "open", "--name", "y", "--limit", "10000", "--tier", "B")
        at(TODAY, "consent", account, "credit-check", "given")
    at(TODAY, "limits", "review", "--tier", "B", "--times", "1.2", "--until", "2026-03-31")
    at(TODAY, "limit", "A1", "24000", "--until", "2026-03-31")
    done = at(TODAY, "limits", "apply", "--all", "--json").data
    assert ([each["account_id"] for each in done["applied"]], done["stale"]) == (["A2"], ["D3"])


SEASON = ("review", "--tier", "B", "--times", "1.2", "--until")


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (("review",), "account-or-all"),
        (("review", "A1", "--all"), "options-exclusive"),
        (("review", "--tier", "D"), "option-needs"),
        (("review", "--times", "0.8"), "option-needs"),
        (("review", "A1", "--tier", "D", "--times", "0.8"), "options-exclusive"),
        (("review", "--tier", "D", "--times", "0.8", "--until", "2026-03-01"), "option-needs"),
        (("review", "--tier", "D", "--times", "0"), "times-malformed"),
        (("review", "--tier", "D", "--times", "1e1"), "times-malformed"),
        (("review", "A1", "--on", "2026-03-01"), "date-in-future"),
        ((*SEASON, "2026-02-09"), "limit-days-invalid"),
        ((*SEASON, "2026-02-09", "--on", "2026-02-01"), "limit-days-invalid"),
        ((*SEASON, "2027-02-11"), "limit-days-invalid"),
        (("apply", "D9"), "desk-record-unknown"),
        (("apply", "A1"), "id-of-another-kind"),
    ],
)
def test_what_makes_no_sense_is_refused(at, head, command, code):
    before = head()
    assert at(TODAY, "limits", *command, "--json").error["code"] == code
    assert head() == before


@pytest.mark.parametrize(
    ("wrong", "place"),
    [
        (("least_yuan = 500", "least_yuan = 60000"), "least_yuan"),
        (("percent = 80", "percent = 100"), "rules[1].percent"),
        (('name = "cut-debt"', 'name = "cut-late"'), "rules[1].name"),
        (("to = 0", "from = 2, to = 1"), "rules[2].when[1].to"),
    ],
)
def test_rules_that_do_not_fit_together_are_refused(at, tmp_path, wrong, place):
    refused = at(TODAY, "limits", "review", "A1", "--rules", own_rules(tmp_path, wrong), "--json")
    assert (refused.status, refused.error["code"]) == (2, "rules-invalid")
    assert place in refused.error["message"]
