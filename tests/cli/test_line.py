"""`lock`, `unlock`, `suspend`, `resume`: the line."""

from __future__ import annotations


def test_a_lock_is_shown_since_when_and_why_until_it_is_lifted(at, head):
    answer = at("2026-02-05", "lock", "A1", "--reason", "lost phone", "--json").data
    assert (answer["event_id"], answer["status"]) == ("A1E5", "locked")
    data = at("2026-02-06", "show", "A1", "--json").data
    assert (data["status"], data["lock"]) == ("locked", {"since_on": "2026-02-05", "reason": "lost phone"})
    assert "Locked\tsince 2026-02-05: lost phone" in at("2026-02-06", "show", "A1").out
    refused = at("2026-02-06", "charge", "A1", "10")
    assert refused.status == 4
    assert "locked by the customer since 2026-02-05" in refused.err
    assert "baitiao unlock A1" in refused.err
    assert at("2026-02-06", "repay", "A1", "10").status == 0
    assert at("2026-02-07", "unlock", "A1", "--json").data["status"] == "open"
    assert at("2026-02-07", "charge", "A1", "10").status == 0
    head()


def test_suspensions_are_shown_with_what_lifts_them(at, head):
    out = at("2026-02-05", "suspend", "A1", "--cause", "overdue").out
    assert "Suspended for\toverdue debt\nLifted when\tnothing is overdue" in out
    at("2026-02-06", "suspend", "A1", "--cause", "risk", "--lift", "papers checked")
    data = at("2026-02-06", "show", "A1", "--json").data
    assert data["status"] == "suspended"
    assert [(one["cause"], one["since_on"], one["lift_condition"]) for one in data["suspensions"]] == [
        ("overdue", "2026-02-05", ""),
        ("risk", "2026-02-06", "papers checked"),
    ]
    assert "风险核查\t2026-02-06\tpapers checked" in at("2026-02-06", "show", "A1", "--lang", "zh").out
    refused = at("2026-02-06", "charge", "A1", "10").err
    assert "since 2026-02-05 (overdue debt, risk review), until: nothing is overdue, papers checked." in refused
    assert at("2026-02-07", "resume", "A1", "--cause", "overdue", "--json").data["status"] == "suspended"
    assert at("2026-02-07", "resume", "A1", "--json").data["status"] == "open"
    head()


def test_list_finds_accounts_by_what_they_are(at):
    at("2026-02-05", "lock", "A1")
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "3000")
    at("2026-02-05", "suspend", "A2", "--cause", "operator")

    def found(status: str) -> list[str]:
        accounts = at("2026-02-06", "list", "--status", status, "--json").data["accounts"]
        return [account["account_id"] for account in accounts]

    assert [found(status) for status in ("open", "locked", "suspended", "closed")] == [[], ["A1"], ["A2"], []]
    # On a day on which the view of the ledger does not hold, the fold tells the same.
    accounts = at("2026-03-10", "list", "--status", "locked", "--json").data["accounts"]
    assert [account["account_id"] for account in accounts] == ["A1"]


def test_the_answer_to_a_resumption_tells_that_the_account_is_still_locked(at):
    at("2026-02-05", "lock", "A1")
    at("2026-02-05", "suspend", "A1", "--cause", "risk")
    out = at("2026-02-05", "resume", "A1").out
    assert "Status\tlocked\n" in out
    assert "Locked\t" not in out  # the status says it
    assert "No purchases" in out


def test_auto_repay_is_an_agreement_that_is_shown_until_it_is_ended(at, head):
    out = at("2026-02-05", "auto-repay", "A1", "--means", "card", "--share", "minimum").out
    assert "Pays\tthe minimum" in out
    assert "Tried so many days after each due date: 0, 1, 3." in out
    shown = at("2026-02-06", "show", "A1", "--json").data
    assert shown["auto_repay"] == {"means": "card", "share": "minimum", "since_on": "2026-02-05"}
    assert "自动还款\t最低还款额, card, 自 2026-02-05 起" in at("2026-02-06", "show", "A1", "--lang", "zh").out
    assert shown["due_fen"] == 93_590
    assert at("2026-02-07", "auto-repay", "A1", "--off").status == 0
    assert at("2026-02-07", "show", "A1", "--json").data["auto_repay"] is None
    both = at("2026-02-07", "auto-repay", "A1", "--off", "--means", "card", "--json")
    assert both.error["code"] == "options-exclusive"
    head()


def test_the_history_tells_what_was_said_of_the_line(at):
    for line in (
        "limit A1 30000 --reason salary",
        "hold A1 600 --merchant Hotel",
        "suspend A1 --cause risk",
        "resume A1",
        "capture A1H1",
        "hold A1 50",
        "release A1H2",
        "auto-repay A1 --means card",
        "auto-repay A1 --off",
        "lock A1 --reason travelling",
        "unlock A1",
    ):
        assert at("2026-02-05", *line.split()).status == 0
    remarks = [line.split("\t")[2] for line in at("2026-02-05", "history", "A1").out.splitlines()[-11:]]
    assert remarks == [
        "Limit changed, limit 30,000.00; salary",
        "Hold, Hotel, A1H1: 600.00 held through 2026-03-07",
        "Suspended, risk review",
        "Resumed, risk review",
        "Purchase, Hotel, captures A1H1",
        "Hold, A1H2: 50.00 held through 2026-03-07",
        "Hold released, releases A1H2",
        "Auto-repay set, card",
        "Auto-repay set, ended",
        "Locked, travelling",
        "Unlocked",
    ]
    data = at("2026-02-05", "history", "A1", "--json").data["lines"][5:]
    assert [line["kind"] for line in data][:2] == ["limit-changed", "hold-placed"]
    assert (data[0]["limit_fen"], data[1]["hold_id"], data[1]["stated_fen"]) == (3_000_000, "A1H1", 60_000)


def test_a_batch_knows_the_verbs_of_the_line(at, tmp_path, head):
    lines = [
        '{"verb":"limit","account":"A1","amount":30000}',
        '{"verb":"hold","account":"A1","amount":"600","installments":3,"until":"2026-03-01"}',
        '{"verb":"lock","account":"A1","reason":"lost phone"}',
        '{"verb":"capture","hold":"A1H1","amount":450}',
        '{"verb":"unlock","account":"A1"}',
        '{"verb":"suspend","account":"A1","cause":"risk","lift":"papers checked"}',
        '{"verb":"resume","account":"A1"}',
        '{"verb":"auto-repay","account":"A1","means":"card"}',
        '{"verb":"auto-repay","account":"A1","off":"yes"}',
        '{"verb":"hold","account":"A1","amount":"600"}',
        '{"verb":"release","hold":"A1H2"}',
        '{"verb":"payoff","account":"A1"}',
        '{"verb":"close","account":"A1","by":"operator","reason":"asked by post"}',
        '{"verb":"reopen","account":"A1","limit":5000,"tier":"C"}',
    ]
    path = tmp_path / "line.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    results = at("2026-02-05", "batch", str(path), "--json").data["results"]
    assert [one["verb"] for one in results][-1] == "reopen"
    assert results[3]["result"]["released_fen"] == 15_000
    shown = at("2026-02-05", "show", "A1", "--json").data
    assert (shown["status"], shown["limit_fen"], shown["tier"]) == ("open", 500_000, "C")
    head()


def test_a_lock_beside_a_suspension_is_told_once(at):
    assert "Locked" not in at("2026-02-05", "lock", "A1").out
    assert "true" in at("2026-02-05", "suspend", "A1", "--cause", "risk", "--csv").out
    assert "Status\tsuspended\nLocked\tyes" in at("2026-02-05", "suspend", "A1", "--cause", "operator").out


def test_a_person_who_is_known_stays_known_as_before_and_that_is_told(run, tmp_path) -> None:
    where = ("--ledger", str(tmp_path / "known.db"), "--today", "2026-01-05")
    number = ("--id-number", "000000199009011234")
    run("init", *where)
    run("open", "--name", "周五", "--phone", "13577778888", *number, "--limit", "200", *where)
    run("close", "A1", "--by", "operator", "--reason", "x", *where)
    again = run("open", "--name", "周五五", "--phone", "13577778888", *number, "--limit", "200", *where)
    assert "P1" in again.out
    assert "baitiao person A2 --reason TEXT --name -" in again.out
    assert "--phone" not in again.out
    run("close", "A2", "--by", "operator", "--reason", "x", *where)
    told = run("open", "--name", "周五", "--phone", "13577779999", *number, "--limit", "200", "--json", *where).data
    assert told["known_otherwise"] == ["phone"]
