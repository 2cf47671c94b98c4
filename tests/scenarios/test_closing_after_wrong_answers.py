"""A closing: somebody names the wrong ends twice, then the customer the right ones.

A month's purchase of 300.00 on 2026-01-08, paid off on 2026-01-20 (nothing but principal is owed before the bill).
`month` suspends after 3 failed attempts: two leave the line as it is, and the closing ends the count.
"""

from __future__ import annotations

from baitiao_cli.products.catalogue import FOLDER


def test_two_wrong_answers_and_a_right_one(run, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))

    def at(today: str, line: str):
        return run(*line.split(), "--today", today, "--json")

    at("2026-01-05", "init")
    at("2026-01-05", "open --name 李雷 --limit 5000 --phone 13812345678 --id-number 00000019900902123X")
    at("2026-01-08", "charge A1 300")
    assert at("2026-01-20", "payoff A1 --pay").data["amount_fen"] == 300_00
    for number, phone in enumerate(("5670", "5679"), start=1):
        refused = at("2026-01-20", f"close A1 --phone-digits {phone} --id-digits 123X")
        assert (refused.status, refused.error["code"]) == (4, "verification-failed")
        assert f"failed: {number}." in refused.error["message"]
        assert at("2026-01-20", "show A1").data["status"] == "open"
    assert at("2026-01-21", "close A1 --phone-digits 5678 --id-digits 123x").status == 0
    assert at("2026-01-21", "show A1").data["closed_on"] == "2026-01-21"
    kinds = [line["kind"] for line in at("2026-01-21", "history A1").data["lines"]]
    assert kinds[-3:] == ["verification-failed", "verification-failed", "account-closed"]
    assert at("2026-01-21", "check").data["findings"] == []


def test_a_third_wrong_answer_suspends_until_the_customer_is_verified(run, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("BAITIAO_LEDGER", str(tmp_path / "ledger.db"))

    def at(today: str, line: str):
        return run(*line.split(), "--today", today, "--json")

    assert FOLDER.joinpath("month.toml").read_text("utf-8").count("suspend_after_failures = 3") == 1
    at("2026-01-05", "init")
    at("2026-01-05", "open --name 李雷 --limit 5000 --phone 13812345678")
    for day in ("2026-01-08", "2026-01-09", "2026-01-10"):
        at(day, "verify A1 --phone-digits 0000")
    shown = at("2026-01-11", "show A1").data
    assert shown["status"] == "suspended"
    assert shown["suspensions"] == [
        {"cause": "abnormal-login", "since_on": "2026-01-10", "lift_condition": "", "by_rule": True}
    ]
    refused = at("2026-01-11", "charge A1 10").error
    assert refused["code"] == "account-suspended"
    assert refused["hint"] == "It lifts when the customer is verified: baitiao verify A1"
    assert at("2026-01-11", "resume A1").error["code"] == "resume-needs-reason"
    assert at("2026-01-12", "verify A1 --phone-digits 5678").status == 0
    assert at("2026-01-12", "charge A1 10").status == 0
    assert at("2026-01-12", "check").data["findings"] == []
