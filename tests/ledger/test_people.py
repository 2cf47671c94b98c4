"""People are apart from the facts, encrypted, and their data shows up nowhere else."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.check import check_ledger
from baitiao_cli.ledger.people import cipher
from baitiao_cli.ledger.people.keys import derived, key_path
from baitiao_cli.ledger.store import Ledger
from tests.ledger.older import as_version_3

ID_NUMBER = "00000019490103002X"
NOW = "2026-01-05T08:00:00+00:00"


@pytest.fixture
def own_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every ledger has the key beside it, as without the setting."""
    monkeypatch.delenv("BAITIAO_KEY_FILE")


def code_of(shop, person_id: str = "P1") -> str:
    with pytest.raises(BaitiaoError) as caught, shop.ledger.read() as tx:
        tx.person(person_id)
    return caught.value.code


def test_the_same_id_number_is_the_same_person(shop) -> None:
    with shop.write() as tx:
        first = tx.find_or_add_person("李雷", "13812345678", ID_NUMBER)
        again = tx.find_or_add_person("LI Lei", "", ID_NUMBER)
        other = tx.find_or_add_person("李雷", "13812345678", "")
        another = tx.find_or_add_person("李雷", "13812345678", "")
    assert again == first
    assert [first.person_id, other.person_id, another.person_id] == ["P1", "P2", "P3"]


def test_the_file_itself_refuses_a_second_person_with_an_id_number(shop) -> None:
    shop.open(id_number=ID_NUMBER)
    shop.open()
    with shop.sql() as connection, pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        connection.execute(
            "INSERT INTO person_index SELECT 'P2', kind, token FROM person_index WHERE kind = 'id-number'"
        )


def test_who_is_not_there(shop) -> None:
    assert code_of(shop) == "person-unknown"


def test_nothing_personal_is_in_the_facts_or_in_errors(shop) -> None:
    with shop.write() as tx:
        shop.open_in(tx, name="韩梅梅", id_number=ID_NUMBER)
    shop.charge(1_000)
    with shop.ledger.read() as tx:
        assert "韩" not in repr(tx.person("P1"))
        assert repr(tx.people.keys) == "Keys()"
    with shop.write() as tx, pytest.raises(BaitiaoError) as caught:
        shop.open_in(tx, name="韩梅梅", id_number=ID_NUMBER)
    assert str(caught.value) == "person-has-account: account_id=A1"
    assert not any(secret.encode() in shop.path.read_bytes() for secret in ("韩梅梅", "13812345678", ID_NUMBER))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people SET name = (SELECT name FROM people WHERE person_id = 'P2') WHERE person_id = 'P1'",
        "UPDATE people SET name = phone WHERE person_id = 'P1'",
        "UPDATE people SET name = x'' WHERE person_id = 'P1'",
        "UPDATE people SET name = CAST(substr(name, 1, 20) || x'00' || substr(name, 22) AS BLOB)",
        "DELETE FROM person_keys WHERE person_id = 'P1'",
        "UPDATE person_keys SET wrapped_key = (SELECT wrapped_key FROM person_keys WHERE person_id = 'P2')",
    ],
)
def test_what_was_put_in_anothers_place_or_changed_is_damage(shop, statement: str) -> None:
    shop.open()
    shop.open(name="韩梅梅")
    shop.tamper(statement)
    assert code_of(shop) == "ledger-damaged"


def test_what_is_known_looks_alike_whatever_it_is(shop) -> None:
    """Neither the length nor a repetition tells anything."""
    with shop.write() as tx:
        for _ in range(2):
            tx.find_or_add_person("李雷", "", "")
        tx.find_or_add_person("Alexandra Longname", "13812345678", "")
    rows = shop.rows("SELECT name, phone FROM people")
    assert len({value for row in rows for value in row.values()}) == 6
    assert {len(value) for row in rows for value in row.values()} == {12 + 32 + 16}


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("DELETE FROM person_keys WHERE person_id = 'P2'", "key"),
        ("UPDATE people SET erased_at = '2026-01-05T08:00:00Z' WHERE person_id = 'P2'", "key"),
        ("UPDATE people SET name = phone WHERE person_id = 'P2'", "encryption"),
        ("DELETE FROM person_index WHERE person_id = 'P2' AND kind = 'phone-tail'", "index"),
        ("UPDATE person_index SET token = x'00' WHERE person_id = 'P2' AND kind = 'phone'", "index"),
    ],
)
def test_check_names_who_was_changed(shop, monkeypatch, tmp_path, statement: str, problem: str) -> None:
    shop.open()
    shop.open(name="韩梅梅")
    shop.tamper(statement)
    (finding,) = check_ledger(shop.ledger)
    code = "check-person-index" if problem == "index" else "check-person"
    assert (finding.code, finding.where, finding.figures.get("problem", "index")) == (code, "P2", problem)
    monkeypatch.setenv("BAITIAO_KEY_FILE", str(tmp_path / "nowhere.key"))
    assert len(check_ledger(shop.ledger)) == (problem == "key")


class TestTheKeyFile:
    def test_it_is_made_with_the_ledger_for_its_owner_only(self, own_key, tmp_path: Path) -> None:
        Ledger.create(tmp_path / "new" / "a.db", now=NOW)
        file = tmp_path / "new" / "a.db.key"
        assert {path.name for path in file.parent.iterdir()} == {"a.db", "a.db.key"}
        assert file.stat().st_mode & 0o777 == 0o600
        header, key, *_ = file.read_text("ascii").split("\n")
        assert (header, len(key)) == ("baitiao key 1", 44)

    def test_one_that_is_there_is_used_and_never_written_over(self, own_key, tmp_path: Path) -> None:
        Ledger.create(tmp_path / "a.db", now=NOW)
        before = (tmp_path / "a.db.key").read_bytes()
        (tmp_path / "a.db").unlink()
        Ledger.create(tmp_path / "a.db", now=NOW)
        assert (tmp_path / "a.db.key").read_bytes() == before

    def test_through_a_link_it_is_beside_the_real_ledger(self, own_key, tmp_path: Path) -> None:
        Ledger.create(tmp_path / "a.db", now=NOW)
        (tmp_path / "link.db").symlink_to(tmp_path / "a.db")
        assert key_path(tmp_path / "link.db") == tmp_path.resolve() / "a.db.key"

    def test_no_link_is_followed_in_its_usual_place(self, own_key, tmp_path: Path) -> None:
        (tmp_path / "a.db.key").symlink_to(tmp_path / "elsewhere")
        with pytest.raises(BaitiaoError, match="key-unusable"):
            Ledger.create(tmp_path / "a.db", now=NOW)
        assert not (tmp_path / "elsewhere").exists()
        assert not (tmp_path / "a.db").exists()

    @pytest.mark.parametrize(
        ("change", "code"),
        [
            (lambda file: file.unlink(), "key-missing"),
            (lambda file: file.chmod(0o640), "key-open"),
            (lambda file: file.chmod(0o604), "key-open"),
            (lambda file: file.write_bytes(b""), "key-unusable"),
            (lambda file: file.write_bytes(b"baitiao key 1\nAAAA\n"), "key-unusable"),
            (lambda file: file.write_bytes(file.read_bytes()[:-5]), "key-unusable"),
            (lambda file: file.write_bytes(os.urandom(100)), "key-unusable"),
            (lambda file: (file.unlink(), file.mkdir(mode=0o700)), "key-unusable"),
            (lambda file: (file.unlink(), os.mkfifo(file, 0o600)), "key-unusable"),
            (lambda file: file.write_bytes(b"baitiao key 1\n" + b"A" * 43 + b"=\n"), "key-wrong"),
        ],
    )
    def test_what_is_wrong_with_it_is_told(self, own_key, shop, change, code: str) -> None:
        shop.open()
        change(key_path(shop.path))
        assert code_of(shop) == code
        with pytest.raises(BaitiaoError, match=code):
            shop.open(name="韩梅梅")
        shop.charge(1_000)  # what needs nobody's name goes on
        assert [finding.code for finding in check_ledger(shop.ledger)] == []

    def test_two_ledgers_with_one_key_share_no_token(self, tmp_path: Path, shop_at) -> None:
        shops = [shop_at(Ledger.create(tmp_path / name, now=NOW)) for name in ("a.db", "b.db")]
        for each in shops:
            each.open(id_number=ID_NUMBER)
        first, second = ({row["token"] for row in each.rows("SELECT token FROM person_index")} for each in shops)
        assert len(first) == 4
        assert not first & second

    def test_keys_are_derived_as_rfc_5869_says(self) -> None:
        # Test case 1 of RFC 5869, appendix A.1; its output is longer than the one block that is needed here.
        key, salt, info = b"\x0b" * 22, bytes(range(13)), bytes(range(0xF0, 0xFA))
        expected = "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
        assert derived(key, salt, info).hex() == expected


class TestAnOlderLedger:
    SECRETS = ("韩梅梅", "13812345678", ID_NUMBER, "Zhang O'Brien")

    @pytest.fixture
    def older(self, own_key, shop):
        """A ledger of version 3 with people, and with the hash of a request that named one of them."""
        for number in range(300):  # more than a page of them
            shop.open(name=f"Zhang O'Brien {number}")
        shop.open(name="韩梅梅", id_number=ID_NUMBER)
        with shop.write() as tx:
            tx.keep_answer("r1", {"asked": "韩梅梅"}, {"account_id": "A1"})
        as_version_3(shop.path)
        key_path(shop.path).unlink()
        assert all(secret.encode() in shop.path.read_bytes() for secret in self.SECRETS)
        return shop

    def hash_of_request(self, shop) -> bytes:
        return shop.rows("SELECT inputs_hash FROM requests")[0]["inputs_hash"].encode()

    def test_is_encrypted_when_it_is_opened_and_nothing_is_left_in_the_clear(self, older) -> None:
        plain = self.hash_of_request(older)
        Ledger.open(older.path)
        files = {path.name: path.read_bytes() for path in older.path.parent.iterdir() if path.is_file()}
        assert set(files) >= {"ledger.db", "ledger.db-journal", "ledger.db.key", "ledger.db.lock"}
        for name, content in files.items():
            assert not any(secret.encode() in content for secret in self.SECRETS), name
            assert plain not in content, name
        with older.ledger.read() as tx:
            assert (tx.person("P301").name, tx.person("P301").id_number) == ("韩梅梅", ID_NUMBER)
            assert [match.account_id for match in tx.search("o'brien 299", older.today)] == ["A300"]
        assert check_ledger(older.ledger, full=True) == []

    def test_a_request_that_was_answered_before_is_still_known(self, older) -> None:
        Ledger.open(older.path)
        with older.write() as tx:
            assert tx.earlier_answer("r1", {"asked": "韩梅梅"}) == {"account_id": "A1"}
            with pytest.raises(BaitiaoError, match="request-id-reused"):
                tx.earlier_answer("r1", {"asked": "韩梅"})

    def test_a_try_that_was_cut_short_leaves_it_as_it_was_and_its_key_is_used_again(
        self, older, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = older.path.read_bytes()

        def cut_short(*given: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
            patched.setattr("baitiao_cli.ledger.file.creation.commit", cut_short)
            Ledger.open(older.path)
        key = key_path(older.path).read_bytes()
        assert older.path.read_bytes() == before
        Ledger.open(older.path)
        assert key_path(older.path).read_bytes() == key
        with older.ledger.read() as tx:
            assert tx.person("P301").name == "韩梅梅"


def test_a_request_with_something_personal_leaves_no_hash_that_could_be_tried(shop) -> None:
    with shop.write() as tx:
        tx.keep_answer("r1", {"name": "李雷"}, {}, is_personal=True)
        tx.keep_answer("r2", {"name": "李雷"}, {})
    first, second = shop.rows("SELECT inputs_hash FROM requests ORDER BY request_id")
    assert first != second
    with shop.write() as tx:
        assert tx.earlier_answer("r1", {"name": "李雷"}) == {}


def test_one_who_is_erased_leaves_nothing_that_could_be_opened(shop) -> None:
    for number in range(400):
        shop.open(name=f"Guest {number}")
    with shop.write() as tx:
        shop.open_in(tx, name="韩梅梅", id_number=ID_NUMBER)
    with shop.sql() as connection:
        row = "SELECT * FROM {} WHERE person_id = 'P401'"
        left = [
            value for table in ("people", "person_keys") for value in connection.execute(row.format(table)).fetchone()
        ]
        index = connection.execute(row.format("person_index") + " AND kind LIKE 'id-%'").fetchall()
    secrets = [value for value in (*left, *(token for _, _, token in index)) if isinstance(value, bytes)]
    assert len(secrets) == 3 + 1 + 2
    assert all(secret in shop.path.read_bytes() for secret in secrets)
    with shop.write() as tx:
        tx.people.erase("P401", NOW)
    assert not any(secret in shop.path.read_bytes() for secret in secrets)
    assert code_of(shop, "P401") == "person-erased"
    with shop.write() as tx:
        assert tx.person("P1").name == "Guest 0"
        assert tx.find_or_add_person("韩梅梅", "", ID_NUMBER).person_id == "P402"
    assert [match.account_id for match in find_all(shop, "guest 399")] == ["A400"]
    assert check_ledger(shop.ledger) == []


def test_the_only_one_can_be_erased(shop) -> None:
    shop.open()
    with shop.write() as tx:
        tx.people.erase("P1", NOW)
    assert code_of(shop) == "person-erased"
    assert check_ledger(shop.ledger) == []


def find_all(shop, asked: str):
    with shop.ledger.read() as tx:
        return list(tx.search(asked, shop.today))


def test_a_number_is_looked_up_without_reading_everybody(shop, monkeypatch: pytest.MonkeyPatch) -> None:
    from baitiao_cli.ledger.people.register import People

    read = []
    monkeypatch.setattr(People, "_opened", lambda self, row, known=People._opened: read.append(1) or known(self, row))
    for number in range(30):
        shop.open(name="李雷", id_number=f"PASS{number:04}")
    with shop.write() as tx:
        tx.correct_person(tx.person("P7"), {"phone": "13900001111"})
    read.clear()
    for asked in ("1111", "139 0000 1111", "0011"):
        assert [match.account_id for match in find_all(shop, asked)] == ["A12" if asked == "0011" else "A7"]
    assert len(read) == 3


def test_the_file_of_a_ledger_is_the_only_place_of_its_people(shop) -> None:
    shop.open(name="韩梅梅")
    with closing(sqlite3.connect(shop.path)) as connection:
        columns = [row[1] for row in connection.execute("PRAGMA table_info(people)")]
    assert columns == ["person_id", "number", "name", "phone", "id_number", "added_at", "erased_at"]


def test_the_cipher_is_the_one_that_its_package_offers():
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    assert cipher.AESGCM is AESGCM
