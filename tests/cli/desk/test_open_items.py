"""`show` tells what the desk has open about an account, a line each, and nothing of what is done."""

from __future__ import annotations

from baitiao_cli.desk.rule_files import shipped


def items(at, day: str) -> list[tuple[str, str, str | None, int | None]]:
    told = at(day, "show", "A1", "--json").data["at_desk"]
    return [(one["record_id"], one["item"], one.get("by_on"), one.get("amount_fen")) for one in told]


def test_a_case_a_promise_and_a_request_stand_on_the_screen_until_they_are_done(at) -> None:
    assert items(at, "2026-02-13") == []
    at("2026-02-13", "cases", "open")
    at("2026-02-13", "promise", "A1", "100", "--by", "2026-02-16")
    at("2026-02-13", "ticket", "A1", "--about", "complaint", "--text", "fees were not told")
    at("2026-02-14", "repay", "A1", "40")
    assert items(at, "2026-02-14") == [
        ("D1", "case", None, None),
        ("D2", "promise", "2026-02-16", 6000),
        ("D3", "ticket", "2026-02-28", None),
    ]
    shown = at("2026-02-14", "show", "A1").out
    assert "Open at the desk\n" in shown
    assert "D2\tpromise to pay\t2026-02-13\t2026-02-16\t60.00\n" in shown
    assert "催收案件" in at("2026-02-14", "show", "A1", "--lang", "zh").out
    at("2026-02-17", "ticket-answer", "D3", "they stand in the plan")
    assert items(at, "2026-02-17") == [("D1", "case", None, None)]  # the promise is broken by now
    at("2026-02-18", "payoff", "A1", "--pay")
    at("2026-02-18", "cases", "open")
    assert items(at, "2026-02-18") == []
    assert "Open at the desk" not in at("2026-02-18", "show", "A1").out
    assert len(items(at, "2026-02-18")) < len(
        at("2026-02-18", "show", "A1", "--as-of", "2026-02-14", "--json").data["at_desk"]
    )


def test_an_earlier_state_of_the_ledger_knows_nothing_of_the_desk(at) -> None:
    at("2026-02-13", "ticket", "A1", "--about", "other", "--text", "x")
    at("2026-02-14", "repay", "A1", "40")
    assert at("2026-02-14", "show", "A1", "--known-at", "A1E4", "--json").data["at_desk"] == []


def test_a_coupon_stands_there_until_it_is_used_or_over(at, tmp_path) -> None:
    text = shipped("offers").read_text("utf-8").replace("after_due_dates = 6", "after_due_dates = 1")
    (tmp_path / "one.toml").write_text(text, "utf-8")
    at("2026-02-12", "repay", "A1", "935.90")
    assert at("2026-02-12", "offers", "grant", "A1", "--rules", str(tmp_path / "one.toml")).status == 0
    assert items(at, "2026-02-12") == items(at, "2026-04-13") == [("D1", "coupon", "2026-04-13", None)]
    assert items(at, "2026-04-14") == []
    at("2026-02-20", "charge", "A1", "300", "--installments", "3", "--coupon", "D1")
    assert items(at, "2026-02-20") == []
