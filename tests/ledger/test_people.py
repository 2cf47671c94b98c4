"""People are apart from the facts, and their data shows up nowhere else."""

from __future__ import annotations

import pytest

from baitiao_cli.errors import BaitiaoError


def test_the_same_id_number_is_the_same_person(shop) -> None:
    with shop.write() as tx:
        first = tx.find_or_add_person("李雷", "13812345678", "11010519491231002X")
        again = tx.find_or_add_person("LI Lei", "", "11010519491231002X")
        other = tx.find_or_add_person("李雷", "13812345678", "")
        another = tx.find_or_add_person("李雷", "13812345678", "")
    assert again == first
    assert [first.person_id, other.person_id, another.person_id] == ["P1", "P2", "P3"]


def test_who_is_not_there(shop) -> None:
    with shop.ledger.read() as tx, pytest.raises(BaitiaoError, match="person-unknown"):
        tx.person("P1")


def test_nothing_personal_is_in_the_facts_or_in_errors(shop) -> None:
    with shop.write() as tx:
        shop.open_in(tx, name="韩梅梅", id_number="11010519491231002X")
    shop.charge(1_000)
    with shop.ledger.read() as tx:
        assert "韩" not in repr(tx.person("P1"))
    with shop.write() as tx, pytest.raises(BaitiaoError) as caught:
        shop.open_in(tx, name="韩梅梅", id_number="11010519491231002X")
    assert str(caught.value) == "person-has-account: account_id=A1"
    for table in ("events", "posting_groups", "postings", "seals", "accounts", "plans", "installments", "bills"):
        told = str(shop.rows(f"SELECT * FROM {table}"))
        assert not any(secret in told for secret in ("韩梅梅", "13812345678", "11010519491231002X")), table
