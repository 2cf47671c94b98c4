"""`limit`, `request-limit`, `decide-limit`: how much may be owed, for what, and on which days."""

from __future__ import annotations


def test_a_limit_is_changed_and_told_with_what_is_available(at, head):
    # 6,399.00 of the principal is used.
    data = at("2026-02-05", "limit", "A1", "30000", "--reason", "salary", "--json").data
    assert (data["event_id"], data["previous_limit_fen"], data["limit_fen"]) == ("A1E5", 2_000_000, 3_000_000)
    assert data["account"]["available_fen"] == data["available_fen"] == 3_000_000 - 639_900
    assert at("2026-02-06", "show", "A1", "--json").data["limit_fen"] == 3_000_000
    head()


def test_a_cut_below_what_is_used_says_what_that_means(at):
    out = at("2026-02-05", "limit", "A1", "5000").out
    assert "Limit before (yuan)\t20,000.00\nLimit (yuan)\t5,000.00" in out
    assert "0.00 yuan of the limit is available now." in out
    assert "1,399.00 yuan more than the line's limit is taken" in out
    assert at("2026-02-05", "show", "A1", "--json").data["due_fen"] == 93_590


def test_a_back_dated_cut_names_the_purchases_that_it_would_undermine(at, head):
    before = head()
    result = at("2026-02-05", "limit", "A1", "6000", "--on", "2026-01-15", "--json")
    assert (result.status, result.error["code"]) == (4, "breaks-later-event")
    assert "A1E3" in result.error["message"]
    assert head() == before


def test_a_temporary_limit_is_told_with_its_days_and_ends_by_itself(at):
    data = at("2026-02-05", "limit", "A1", "40000", "--until", "2026-02-28", "--json").data
    assert (data["from_on"], data["until_on"], data["limit_fen"]) == ("2026-02-05", "2026-02-28", 4_000_000)
    shown = at("2026-02-06", "show", "A1").out
    assert "Limit for\tLimit (yuan)\tFrom\tUntil\tTaken (yuan)\tAvailable (yuan)" in shown
    assert "anything\t20,000.00\t\t\t\t\nanything\t40,000.00\t2026-02-05\t2026-02-28\t6,399.00\t33,601.00" in shown
    # On the day after its last, in the list too, whether anything was settled or not.
    assert at("2026-03-01", "show", "A1", "--json").data["limit_fen"] == 2_000_000
    assert at("2026-03-01", "list", "--json").data["accounts"][0]["limit_fen"] == 2_000_000
    at("2026-03-01", "accrue")
    assert at("2026-03-01", "list", "--json").data["accounts"][0]["limit_fen"] == 2_000_000
    assert at("2026-03-01", "check", "--full").status == 0
    assert "limit 40,000.00 until 2026-02-28" in at("2026-03-01", "history", "A1").out


def test_the_days_of_a_temporary_limit_are_told_for_what_they_are(at):
    # The phone's 535.90 fall due on the 12th; the account is late from the 13th on, and each night costs something.
    at("2026-02-05", "limit", "A1", "30000", "--from", "2026-02-14", "--until", "2026-02-15")
    at("2026-02-05", "hold", "A1", "600", "--until", "2026-02-15")
    changes = at("2026-02-20", "why", "A1", "--between", "2026-02-13", "2026-02-20", "--json").data["changes"]
    told = [(change["on"], change["cause"], change["changes"].get("available_fen", 0)) for change in changes]
    assert told == [
        ("2026-02-14", "nights", 0),
        ("2026-02-14", "limit-days", 10_000_00),
        ("2026-02-16", "nights", 0),
        ("2026-02-16", "limit-days", -10_000_00),
        ("2026-02-16", "hold-expired", 600_00),
        ("2026-02-20", "nights", 0),
    ]
    shown = at("2026-02-20", "why", "A1", "--between", "2026-02-13", "2026-02-20", "--lang", "zh").out
    assert "2026-02-14\t临时额度生效或到期\t" in shown


def test_a_limit_for_a_scene_is_told_with_what_may_be_bought_and_explained(at):
    out = at("2026-02-05", "limit", "A1", "3000", "--scene", "travel").out
    assert "Scene\ttravel\nLimit before (yuan)\t0.00\nLimit (yuan)\t3,000.00" in out
    # 20,000.00 - 6,399.00 + 3,000.00
    assert "16,601.00 yuan of it is left now, with the line's own limit; caps of the scene hold as before." in out
    assert at("2026-02-05", "charge", "A1", "2000", "--scene", "travel").status == 0
    data = at("2026-02-05", "show", "A1", "--json").data
    assert (data["used_fen"], data["earmarked_taken_fen"], data["available_fen"]) == (839_900, 200_000, 1_360_100)
    assert [(one["scene"], one["taken_fen"], one["available_fen"]) for one in data["limits"]] == [
        ("", 639_900, 1_360_100),
        ("travel", 200_000, 100_000),
    ]
    explained = at("2026-02-05", "explain", "A1", "--json").data["figures"]
    available = next(figure for figure in explained if figure["figure"] == "available")
    assert (available["amount_fen"], sum(line["amount_fen"] for line in available["lines"])) == (1_360_100, 1_360_100)
    refused = at("2026-02-05", "charge", "A1", "20000", "--scene", "travel").err
    assert "only 14,601.00 yuan of the limit of 23,000.00 yuan is available (8,399.00 yuan is used" in refused
    ended = at("2026-02-06", "limit", "A1", "--end", "--scene", "travel").out
    assert "Limit before (yuan)\t3,000.00\nLimit (yuan)\t0.00" in ended
    assert "limit for travel ended" in at("2026-02-06", "history", "A1").out
    assert "场景 travel 额度终止" in at("2026-02-06", "history", "A1", "--lang", "zh").out


def test_a_limit_for_a_merchant_is_one_of_its_own(at):
    at("2026-02-05", "limit", "A1", "1500", "--merchant", "Grocer")
    out = at("2026-02-05", "charge", "A1", "1000", "--merchant", "Grocer").out
    assert "13,601.00 yuan of the limit is available now." in out


def test_a_request_is_shown_until_it_is_decided_with_its_reason(at, head):
    out = at("2026-02-05", "request-limit", "A1", "30000", "--reason", "new job").out
    assert "Asked for (yuan)\t30,000.00\nLimit (yuan)\t20,000.00\nReason\tnew job" in out
    assert "baitiao decide-limit A1 --grant --reason TEXT" in out
    asked = at("2026-02-06", "show", "A1").out
    assert "Limit asked for\tlimit 30,000.00, asked for on 2026-02-05: new job" in asked
    assert at("2026-02-06", "show", "A1", "--json").data["limit_request"]["event_id"] == "A1E5"
    refused = at("2026-02-06", "request-limit", "A1", "40000")
    assert refused.status == 4 and "has asked for 30,000.00 yuan since 2026-02-05" in refused.err
    granted = at(
        "2026-02-07", "decide-limit", "A1", "--grant", "--amount", "25000", "--reason", "checked", "--json"
    ).data
    assert (granted["requested_by"], granted["decision"], granted["asked_fen"]) == ("A1E5", "granted", 3_000_000)
    assert (granted["previous_limit_fen"], granted["limit_fen"]) == (2_000_000, 2_500_000)
    assert at("2026-02-07", "show", "A1", "--json").data["limit_request"] is None
    told = at("2026-02-07", "history", "A1", "--lang", "zh").out
    assert "额度申请, 额度 30,000.00; new job" in told and "额度申请审批, 批准, 额度 25,000.00; checked" in told
    head()


def test_a_refusal_needs_a_reason_and_is_told_with_it(at):
    at("2026-02-05", "request-limit", "A1", "30000")
    assert at("2026-02-05", "decide-limit", "A1", "--refuse").status == 2
    assert (
        "Decision\trefused\nReason\toverdue"
        in at("2026-02-05", "decide-limit", "A1", "--refuse", "--reason", "overdue").out
    )
    assert at("2026-02-05", "show", "A1", "--json").data["limit_fen"] == 2_000_000


def test_options_that_do_not_go_together_are_refused(at):
    for given in (
        ["limit", "A1", "300", "--end"],
        ["limit", "A1", "--end", "--until", "2026-03-01"],
        ["decide-limit", "A1", "--grant", "--refuse", "--reason", "x"],
        ["decide-limit", "A1", "--refuse", "--amount", "10", "--reason", "x"],
    ):
        result = at("2026-02-05", *given, "--json")
        assert (result.status, result.error["code"]) == (2, "options-exclusive")


def test_a_lasting_limit_is_told_beside_the_lasting_one_before_and_a_replaced_one_is_named(at):
    at("2026-02-05", "limit", "A1", "30000", "--until", "2026-02-28")
    data = at("2026-02-06", "limit", "A1", "25000", "--json").data
    assert (data["previous_limit_fen"], data["limit_fen"], data["replaced"]) == (2_000_000, 2_500_000, None)
    told = at("2026-02-06", "limit", "A1", "50000", "--from", "2026-03-01", "--until", "2026-03-31").out
    assert "takes the place of the temporary limit of 30,000.00 yuan from 2026-02-05 until 2026-02-28" in told
    at("2026-02-06", "request-limit", "A1", "60000", "--from", "2026-02-07", "--until", "2026-03-31")
    granted = at("2026-02-10", "decide-limit", "A1", "--grant", "--reason", "checked", "--json").data
    assert (granted["from_on"], granted["until_on"]) == ("2026-02-10", "2026-03-31")


def test_a_granted_limit_names_the_temporary_one_whose_place_it_takes(at):
    at("2026-02-05", "limit", "A1", "30000", "--until", "2026-02-28")
    at("2026-02-06", "request-limit", "A1", "40000", "--until", "2026-03-31")
    data = at("2026-02-06", "decide-limit", "A1", "--grant", "--reason", "checked", "--json").data
    assert data["replaced"] == {"limit_fen": 3_000_000, "from_on": "2026-02-05", "until_on": "2026-02-28"}
