"""`hold`, `capture`, `release`: purchases that are authorised first."""

from __future__ import annotations


def test_a_hold_is_answered_and_shown_with_its_last_day(at, head):
    # 20,000.00 - 6,399.00 used = 13,601.00; 600.00 of it is held.
    data = at("2026-02-05", "hold", "A1", "600", "--installments", "6", "--merchant", "Hotel", "--json").data
    assert (data["hold_id"], data["event_id"], data["expires_on"]) == ("A1H1", "A1E5", "2026-03-07")
    assert (data["product_id"], data["account"]["available_fen"]) == ("inst", 1_300_100)
    shown = at("2026-02-06", "show", "A1", "--json").data
    assert (shown["held_fen"], shown["available_fen"]) == (60_000, 1_300_100)
    assert shown["holds"] == [
        {
            "hold_id": "A1H1",
            "product_id": "inst",
            "merchant": "Hotel",
            "order_id": "",
            "placed_on": "2026-02-05",
            "expires_on": "2026-03-07",
            "amount_fen": 60_000,
            "scene": "",
            "category": "",
            "brand": "",
        }
    ]
    out = at("2026-02-06", "show", "A1").out
    assert "Held (yuan)\t600.00" in out
    assert "A1H1-7\tinst\tHotel\t600.00\t2026-03-07" in out
    head()


def test_a_hold_expires_by_itself_and_list_and_show_know_it(at, head):
    at("2026-02-05", "hold", "A1", "600", "--until", "2026-02-08")
    assert at("2026-02-08", "show", "A1", "--json").data["held_fen"] == 60_000
    assert at("2026-02-09", "show", "A1", "--json").data["held_fen"] == 0
    assert "A1H1" not in at("2026-02-09", "show", "A1").out
    assert at("2026-02-09", "accrue", "--json").data["account_count"] == 1
    head()


def test_a_hold_that_expires_is_told_for_what_it_was(at):
    at("2026-02-05", "hold", "A1", "600", "--until", "2026-02-08", "--merchant", "Hotel")
    explained = at("2026-02-08", "explain", "A1", "--figure", "held")
    assert "held for a purchase\tA1E5\t600.00\n" in explained.out
    changes = at("2026-02-10", "why", "A1", "--between", "2026-02-04", "2026-02-10", "--json").data["changes"]
    assert [(change["on"], change["cause"], change["event_id"]) for change in changes] == [
        ("2026-02-05", "hold-placed", "A1E5"),
        ("2026-02-09", "hold-expired", "A1E5"),
    ]
    assert changes[1]["changes"] == {"held_fen": -600_00, "available_fen": 600_00}
    told = at("2026-02-10", "why", "A1", "--between", "2026-02-08", "2026-02-10", "--lang", "zh").out
    assert "2026-02-09\t预授权到期失效 600.00\tA1E5\tHotel\t600.00\n" in told


def test_a_capture_makes_the_plan_and_releases_the_rest(at, head):
    at("2026-02-05", "hold", "A1", "600", "--installments", "6", "--merchant", "Hotel", "--order", "H-1")
    data = at("2026-02-07", "capture", "A1H1", "450", "--json").data
    assert (data["plan_id"], data["hold_id"], data["event_id"]) == ("A1P3", "A1H1", "A1E6")
    assert (data["amount_fen"], data["released_fen"]) == (45_000, 15_000)
    assert (data["merchant"], data["order_id"], len(data["rows"])) == ("Hotel", "H-1", 6)
    assert (data["account"]["held_fen"], data["account"]["available_fen"]) == (0, 1_360_100 - 45_000)
    refused = at("2026-02-08", "capture", "A1H1")
    assert "captured on 2026-02-07" in refused.err
    head()


def test_a_capture_is_the_plan_that_charge_would_have_made(at):
    charged = at("2026-02-07", "charge", "A1", "450", "--installments", "6", "--dry-run", "--json").data
    at("2026-02-05", "hold", "A1", "450", "--installments", "6")
    captured = at("2026-02-07", "capture", "A1H1", "--json").data
    assert (captured["rows"], captured["account"]) == (charged["rows"], charged["account"])


def test_a_release_gives_the_amount_back(at, head):
    at("2026-02-05", "hold", "A1", "600")
    out = at("2026-02-07", "release", "A1H1", "--reason", "cancelled").out
    assert "Amount (yuan)\t600.00" in out
    assert "13,601.00 yuan of the limit is available now." in out
    assert at("2026-02-07", "show", "A1", "--json").data["holds"] == []
    head()


def test_a_refusal_names_what_is_held(at):
    at("2026-02-05", "hold", "A1", "13000")
    refused = at("2026-02-05", "charge", "A1", "602").err
    assert "only 601.00 yuan of the limit of 20,000.00 yuan" in refused
    assert "(6,399.00 yuan is used, 13,000.00 yuan is held)" in refused


def test_an_order_that_was_bought_already_is_not_held(at, head):
    before = head()
    result = at("2026-02-05", "hold", "A1", "100", "--merchant", "手机店", "--order", "T-1001", "--json")
    assert (result.status, result.error["code"]) == (4, "order-id-used")
    assert head() == before


def test_a_reversed_hold_shows_what_changed(at):
    at("2026-02-05", "hold", "A1", "600")
    out = at("2026-02-05", "reverse", "A1E5", "--lang", "zh").out
    assert "冻结额度\t600.00\t0.00" in out


def test_ids_that_no_hold_has(at):
    for hold_id in ("A1H9", "H", "A9H1", "小", "A1H1 "):
        result = at("2026-02-05", "capture", hold_id, "--json")
        assert (result.status, result.error["code"]) == (3, "hold-unknown")
