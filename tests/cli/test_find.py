"""`find`: the right customer from what a caller can tell, and nothing that was not told."""

from __future__ import annotations

import re

import pytest

PEOPLE = {  # name, phone, ID number
    "A2": ("韩梅梅", "13900005678", "00000019490103002X"),
    "A3": ("Li Lei", "139 0000 1234", ""),
    "A4": ("O'Brien 50%_off", "", ""),
    "A5": ("李雷雷", "", ""),
}


@pytest.fixture
def find(at):
    """Finds in the story's ledger with four more accounts and a few purchases: `find("query")`."""
    for name, phone, id_number in PEOPLE.values():
        told = [*(["--phone", phone] if phone else []), *(["--id-number", id_number] if id_number else [])]
        assert at("2026-02-05", "open", "--name", name, "--limit", "3000", *told).status == 0
    at("2026-02-05", "charge", "A2", "120", "--merchant", "Phone Shop", "--order", "TX_99")
    at("2026-02-05", "charge", "A3", "80", "--merchant", "超市")
    return lambda query, *more: at("2026-02-06", "find", query, *more)


def found(result) -> dict[str, list[str]]:
    return {line["account_id"]: line["matched"] for line in result.data["accounts"]}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("A2", {"A2": ["account"]}),
        ("a2", {"A2": ["account"]}),
        ("3", {"A3": ["account"]}),
        ("A1P2", {"A1": ["plan"]}),
        ("p2", {"A1": ["plan"], "A2": ["person"]}),
        ("A1P2-0", {"A1": ["plan"]}),
        ("a2-9", {"A2": ["account"]}),
        ("P2-0", {"A2": ["person"], "A1": ["plan"]}),
        ("A1E3", {"A1": ["event"]}),
        ("E3", {"A1": ["event"]}),
        ("李", {"A1": ["name"], "A5": ["name"]}),
        ("梅梅", {"A2": ["name"]}),
        ("li lei", {"A3": ["name"]}),
        ("ＬＩ", {"A3": ["name"]}),
        ("1234", {"A1": ["phone", "id-number"], "A3": ["phone"]}),
        ("138 0000 1234", {"A1": ["phone"]}),
        ("139-0000-1234", {"A3": ["phone"]}),
        ("+86 139 0000 1234", {"A3": ["phone"]}),
        ("008613900001234", {"A3": ["phone"]}),
        ("Ａ２－９", {"A2": ["account"]}),
        ("002x", {"A2": ["id-number"]}),
        ("00000019490103002X", {"A2": ["id-number"]}),
        ("T-1001", {"A1": ["order"]}),
        ("t-1001", {"A1": ["order"]}),
        ("1001", {"A1": ["order"]}),
        ("手机", {"A1": ["merchant"]}),
        ("PHONE", {"A2": ["merchant"]}),
        ("超市", {"A1": ["merchant"], "A3": ["merchant"]}),
        ("0%_o", {"A4": ["name"]}),
        ("%", {"A4": ["name"]}),
        ("_", {"A2": ["merchant"], "A4": ["name"]} | {"A2": []}),
        ("o'b", {"A4": ["name"]}),
        ("a1e", {"A1": ["event"]}),
        (" 韩梅梅 ", {"A2": ["name"]}),
    ],
)
def test_by_whatever_was_told(find, query, expected):
    expected = {account_id: matched for account_id, matched in expected.items() if matched}
    assert found(find(query, "--json")) == expected


@pytest.mark.parametrize(
    "query",
    [
        *(
            "nobody",
            "234",
            "0000",
            "1390000",
            "13800001235",
            "00001234",
            "01234",
            "9002x",
            "9999",
            "A9",
            "A1P9",
            "E99",
            "H1",
            "001",
        ),
        *("X_99x", "___", "李%雷", "A1' OR '1'='1", "*", "𠮷", "A%", "A_"),
    ],
)
def test_what_fits_nobody(find, query):
    result = find(query, "--json")
    assert (result.status, result.out) == (3, "")
    assert result.error["code"] == "nothing-found"
    assert query not in result.error["message"]


def test_what_was_told_whole_comes_first(find, at):
    for number in range(6, 11):
        at("2026-02-05", "open", "--name", f"Guest {number}", "--limit", "100")
    assert list(found(find("A1", "--json"))) == ["A1", "A10"]
    at("2026-02-05", "open", "--name", "雷雷", "--limit", "100")
    assert list(found(find("雷雷", "--json"))) == ["A11", "A5"]


def test_a_line_says_where_it_was_found_and_how_the_account_stands(find):
    (line,) = find("手机店", "--json").data["accounts"]
    # Owed on 6 February: 5,999.00 + 400.00 and the billed fee of 35.99; due on the 12th 535.90 + 400.00.
    assert line == {
        "account_id": "A1",
        "checked_id": "A1-0",
        "person_id": "P1",
        "name": "李*",
        "phone": "138****1234",
        "access": "masked",
        "matched": ["merchant"],
        "found_in": ["A1P1"],
        "status": "open",
        "owed_fen": 643_499,
        "days_past_due": 0,
        "next_due_on": "2026-02-12",
        "next_due_fen": 93_590,
    }
    out = find("手机店").out
    assert "A1-0\t李*\t138****1234\tmerchant\tA1P1-2\topen\t6,434.99\t2026-02-12" in out
    assert "To see it: baitiao show A1" in out
    assert "A1-0\t李*\t138****1234\t电话, 身份证号\t正常\t6,434.99\t2026-02-12" in find("1234", "--lang", "zh").out


def test_a_purchase_that_was_reversed_is_still_found(find, at):
    at("2026-02-06", "reverse", "A3E2")
    (line,) = find("A3P1", "--json").data["accounts"]
    assert (line["account_id"], line["found_in"], line["owed_fen"]) == ("A3", ["A3P1"], 0)


def test_nothing_is_told_that_was_not_asked_with(find):
    secrets = [text for person in PEOPLE.values() for text in person if text]
    for query in ("A", "1", "李", "1234", "002X", "o", "E1", "超市"):
        for form in ([], ["--json"], ["--csv"], ["--lang", "zh"]):
            out = find(query, *form).out
            assert not any(secret in out for secret in [*secrets, "李雷", "13800001234", "000000199009011234"])
            assert not re.search(r"[0-9]{11}", out)


def test_on_an_earlier_day_and_as_it_was_known(find):
    assert found(find("1234", "--as-of", "2026-01-20", "--json")) == {"A1": ["phone", "id-number"]}
    assert found(find("超市", "--known-at", "4", "--json")) == {"A1": ["merchant"]}
    assert find("超市", "--known-at", "2", "--json").error["code"] == "nothing-found"
    assert find("超市", "--as-of", "2026-01-20", "--json").error["code"] == "nothing-found"


def test_many_are_cut_at_fifty_with_a_note(at, run, tmp_path):
    lines = "verb,name,limit\n" + "".join(f"open,Guest {number},100\n" for number in range(60))
    path = tmp_path / "many.csv"
    path.write_text(lines, "utf-8")
    assert at("2026-02-05", "batch", str(path)).status == 0
    data = at("2026-02-06", "find", "guest", "--json").data
    assert (len(data["accounts"]), data["count"]) == (50, 60)
    out = at("2026-02-06", "find", "guest").out
    assert out.endswith("10 more accounts fit: ask for something rarer.\n")
    assert "另有 10 个账户" in at("2026-02-06", "find", "guest", "--lang", "zh").out


def test_an_account_found_in_many_plans_names_a_few(at):
    for _ in range(4):
        at("2026-02-05", "charge", "A1", "10", "--merchant", "超市")
    assert "A1P2-0, A1P3-6, A1P4-8, +2" in at("2026-02-05", "find", "超市").out
    assert len(at("2026-02-05", "find", "超市", "--json").data["accounts"][0]["found_in"]) == 5


def test_an_id_that_was_misheard_is_told_unless_it_is_an_order_number(find, at):
    wrong = find("A2-5", "--json")
    assert (wrong.status, wrong.error["code"]) == (2, "id-check-digit")
    assert "9" not in wrong.error["message"] + wrong.error["hint"]  # the right digit would make asking again needless
    at("2026-02-05", "charge", "A3", "10", "--order", "A2-5")
    at("2026-02-05", "charge", "A4", "10", "--order", "A2-9")
    assert found(find("A2-5", "--json")) == {"A3": ["order"]}
    assert found(find("A2-9", "--json")) == {"A2": ["account"], "A4": ["order"]}


def test_the_surest_comes_first(find, at):
    """The order of A5 that somebody names whole comes before a merchant of that name, and that before a part of one."""
    at("2026-02-05", "charge", "A2", "10", "--merchant", "Corner 7001 and more")
    at("2026-02-05", "charge", "A3", "10", "--merchant", "7001")
    at("2026-02-05", "charge", "A5", "10", "--order", "7001")
    assert list(found(find("7001", "--json"))) == ["A5", "A3", "A2"]


def test_without_the_key_an_id_with_its_digit_is_found(find, monkeypatch, tmp_path):
    monkeypatch.setenv("BAITIAO_KEY_FILE", str(tmp_path / "gone.key"))
    assert found(find("A2-9", "--json")) == {"A2": ["account"]}
    assert find("Li Lei", "--json").error["code"] == "key-missing"
