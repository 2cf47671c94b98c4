"""`refund`, `waive`, `credit`, as a user sees them; the story's ledger is told in conftest."""

from __future__ import annotations


def test_a_refund_tells_where_each_part_of_it_went(at):
    # 400.00 on the bill, paid with 300.00 by card and with 60.00 without a word; 350.00: 40.00 to the bill, then back.
    card = at("2026-02-05", "repay", "A1", "300", "--plan", "A1P2", "--means", "card", "--json").data
    cash = at("2026-02-06", "repay", "A1", "60", "--plan", "A1P2", "--json").data
    told = at("2026-02-07", "refund", "A1P2", "350", "--dry-run").out
    assert "returned to card (A1E5)" in told and "returned to unknown means (A1E6)" in told
    result = at("2026-02-07", "refund", "A1P2", "350", "--reason", "sent back", "--json").data
    assert [(part["kind"], part["payment_id"], part["means"], part["amount_fen"]) for part in result["parts"]] == [
        ("principal", "", "", 4000),
        ("returned", cash["event_id"], "", 6000),
        ("returned", card["event_id"], "card", 25000),
    ]
    assert (result["amount_fen"], result["plan_id"], result["account"]["used_fen"]) == (35000, "A1P2", 599900)
    assert at("2026-02-07", "check").status == 0
    why = at("2026-02-07", "explain", result["event_id"]).out
    assert all(part in why for part in ("40.00", "60.00", "250.00", "350.00"))


def test_a_refund_of_a_phone_shortens_its_schedule(at):
    # 5,999.00 in 12 of 499.91 (the last 499.99) and 35.99: 1,000.00 take rows 12 and 11 and 0.10 of row 10.
    result = at("2026-02-05", "refund", "A1P1", "1000", "--lang", "zh").out
    assert "A1P1 退款 1,000.00 元" in result and "费用相应减少 71.99 元" in result  # 2 x 35.99 + 35.99 x 0.10 / 499.91
    plan = at("2026-02-05", "schedule", "A1P1", "--json").data
    assert [row["number"] for row in plan["rows"]] == list(range(1, 11))
    assert (plan["rows"][-1]["principal_fen"], plan["rows"][-1]["fee_fen"]) == (49981, 3598)
    assert (plan["merchant_refunds_fen"], plan["balance_fen"], plan["totals"]["principal_fen"]) == (
        100000,
        499900,
        499900,
    )
    assert "0/10" in at("2026-02-05", "show", "A1").out
    assert "2/10" in at("2026-03-03", "statement", "A1").out


def test_a_purchase_refunded_on_its_day_leaves_no_installment(at):
    for product in ("inst", "free", "epi", "daily"):
        plan = at("2026-02-05", "charge", "A1", "300", "--product", product, "--installments", "3", "--json").data
        assert at("2026-02-05", "refund", plan["plan_id"], "300", "--json").data["account"]["used_fen"] == 639900
        left = at("2026-02-05", "schedule", plan["plan_id"], "--json").data
        assert (left["rows"], left["balance_fen"], left["settled_on"]) == ([], 0, "2026-02-05")
    plan = at("2026-02-05", "charge", "A1", "300", "--down-payment", "100", "--json").data
    assert at("2026-02-05", "refund", plan["plan_id"], "200.01", "--json").error["code"] == "refund-exceeds-purchase"
    assert at("2026-02-05", "refund", plan["plan_id"], "200").status == 0
    assert at("2026-06-05", "accrue").status == 0
    assert at("2026-06-05", "check", "--full").status == 0


def test_the_history_says_what_was_returned(at):
    at("2026-02-05", "repay", "A1", "400", "--plan", "A1P2")
    at("2026-02-06", "refund", "A1P2", "100")
    line = at("2026-02-06", "history", "A1", "--json").data["lines"][-1]
    assert (line["kind"], line["amount_fen"], line["returned_fen"]) == ("refund-received", 0, 10000)
    assert "100.00 yuan returned" in at("2026-02-06", "history", "A1").out
    assert "退回 100.00 元" in at("2026-02-06", "history", "A1", "--lang", "zh").out


def test_a_waiver_of_a_late_charge(at):
    # 35.99 + 499.91 due on 12 February; on the 22nd 535.90 x 0.05% x 10 = 2.6795.
    asked = ("waive", "A1", "2.68", "--charge", "late-charge", "--plan", "A1P1", "--reason", "first time")
    assert "Waived on\tNo." in at("2026-02-22", *asked, "--dry-run").out
    result = at("2026-02-22", *asked, "--json").data
    assert result["parts"] == [{"plan_id": "A1P1", "number": 1, "kind": "late_charge", "amount_fen": 268}]
    bill = at("2026-03-03", "statement", "A1", "--json").data
    assert bill["waivers_fen"] == -268
    assert "减免" in at("2026-03-03", "statement", "A1", "--lang", "zh").out
    assert "Waiver" in at("2026-03-03", "statement", "A1", "--lang", "en").out


def test_goodwill_stands_on_the_bill_and_in_the_history(at):
    result = at("2026-02-05", "credit", "A1", "1000", "--reason", "sorry", "--json").data
    assert sum(part["amount_fen"] for part in result["parts"]) == 100000
    assert result["account"]["credit_fen"] == 6410  # 935.90 is billed
    bill = at("2026-03-03", "statement", "A1", "--json").data
    assert bill["goodwill_fen"] == -100000
    assert [line["amount_fen"] for line in bill["lines"] if line["kind"] == "goodwill"] == [-100000]
    assert "补偿入账" in at("2026-03-03", "history", "A1", "--lang", "zh").out


def test_a_waiver_and_goodwill_need_a_reason(at, head):
    before = head()
    for name in ("waive", "credit"):
        refused = at("2026-02-05", name, "A1", "1", "--json")
        assert (refused.status, refused.error["code"]) == (2, "option-missing")
    assert head() == before


def test_a_batch_may_hold_corrections_and_a_payout(at, tmp_path):
    lines = tmp_path / "lines.csv"
    lines.write_text(
        "verb,plan,account,amount,reason\nrefund,A1P2,,100,returned\ncredit,,A1,1000,sorry\nwaive,,A1,1,x\n", "utf-8"
    )
    refused = at("2026-02-05", "batch", str(lines), "--json")
    assert refused.error["code"] == "waiver-exceeds"  # the goodwill has paid all charges
    lines.write_text(
        "verb,plan,account,amount,reason\nwaive,,A1,1,x\nrefund,A1P2,,100,returned\ncredit,,A1,1000,sorry\n"
        "payout,,A1,5,\n",
        "utf-8",
    )
    done = at("2026-02-05", "batch", str(lines), "--json").data
    assert [result["verb"] for result in done["results"]] == ["waive", "refund", "credit", "payout"]
    assert at("2026-02-05", "check").status == 0


def test_a_refund_after_the_account_was_closed_as_the_hint_says(at, head):
    at("2026-02-10", "payoff", "A1", "--pay", "--means", "card")
    closed = at("2026-02-10", "close", "A1", "--by", "operator", "--reason", "x", "--json").data["event_id"]
    refused = at("2026-02-20", "refund", "A1P2", "400")
    assert "was closed on 2026-02-10" in refused.err
    assert refused.err.splitlines()[1].endswith("baitiao history A1")
    # What had been paid goes back, so nothing is left that would keep the account open.
    at("2026-02-20", "reverse", closed)
    at("2026-02-20", "refund", "A1P2", "400")
    assert at("2026-02-20", "close", "A1", "--by", "operator", "--reason", "x").status == 0
    assert at("2026-02-20", "show", "A1", "--json").data["credit_fen"] == 0
    head()


def test_what_is_reversed_keeps_its_reason_in_the_history(at):
    refunded = at("2026-02-05", "refund", "A1P2", "100", "--reason", "sent back", "--json").data["event_id"]
    undone = at("2026-02-06", "reverse", refunded, "--reason", "of another", "--json").data["event_id"]
    told = at("2026-02-06", "history", "A1").out
    assert f"Refund, sent back; reversed by {undone}\t" in told
    assert f"Reversal, reverses {refunded}; of another\t" in told
    assert f"退款, sent back; 已被 {undone} 冲正\t" in at("2026-02-06", "history", "A1", "--lang", "zh").out
