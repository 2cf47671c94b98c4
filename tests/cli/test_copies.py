"""`backup`, `restore`, `export --format json` with `import`, `rebuild`, `check --head` and `--against`."""

from __future__ import annotations

import json
import lzma
import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from baitiao_cli.desk.facts import ConsentStated
from baitiao_cli.ledger.store import Ledger

DAY = "2026-02-10"
EARLIER = Path(__file__).parents[1] / "ledger" / "earlier"
TABLES = ("settings", "people", "accounts", "events", "plans", "installments", "bills", "posting_groups", "postings")
MORE_TABLES = ("seals", "requests", "quotes", "merchants", "merchant_discounts", "audit", "desk_facts")


def everything(path) -> dict[str, list]:
    """All rows of all tables."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        assert {*TABLES, *MORE_TABLES} <= set(names)
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def tampered(path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


@pytest.fixture
def full(at, ledger):
    """The story's ledger with a row in every table."""
    at(DAY, "register", "超市", "--discount", "0.5%")
    at(DAY, "quote", "600", "--account", "A1", "--installments", "6")
    at(DAY, "repay", "A1", "10", "--request-id", "r\"1'")
    with Ledger(ledger).write(today=date.fromisoformat(DAY), now=f"{DAY}T08:00:00Z", operator="clerk") as tx:
        tx.record_at_desk("P1", ConsentStated(purpose="offers", is_given=True, how='信 "1"'), tx.today)
    tampered(ledger, "UPDATE accounts SET used_fen = used_fen + 1")
    at(DAY, "rebuild")
    return ledger


class TestBackup:
    def test_it_is_the_whole_ledger_for_its_owner_only_and_the_head_is_told(self, at, full, head, tmp_path):
        data = at(DAY, "backup", str(tmp_path / "m.db"), "--json").data
        assert data["head"] == head()
        assert everything(data["path"]) == everything(full)
        assert stat.S_IMODE(Path(data["path"]).stat().st_mode) == 0o600
        assert not [name for name in tmp_path.iterdir() if name.name.startswith(".")]

    def test_without_a_name_or_in_a_folder_it_is_called_after_the_ledger_and_the_time(self, at, ledger, tmp_path):
        (tmp_path / "folder").mkdir()
        beside = Path(at(DAY, "backup", "--json").data["path"])
        again = Path(at(DAY, "backup", "--json").data["path"])
        inside = Path(at(DAY, "backup", str(tmp_path / "folder"), "--json").data["path"])
        assert beside.parent == again.parent == ledger.parent
        assert inside.parent == tmp_path / "folder"
        assert len({beside, again, inside}) == 3
        assert all(name.match("ledger-20??-??-??-??????*.db") for name in (beside, again, inside))

    def test_a_file_that_is_there_is_replaced_only_when_that_is_said(self, at, ledger, head, tmp_path):
        file = tmp_path / "old"
        file.write_text("mine", "utf-8")
        assert at(DAY, "backup", str(file), "--json").error["code"] == "file-exists"
        assert file.read_text("utf-8") == "mine"
        assert at(DAY, "backup", str(file), "--force", "--json").data["head"] == head()

    def test_a_link_is_never_followed(self, at, ledger, tmp_path):
        (tmp_path / "target").write_text("mine", "utf-8")
        (tmp_path / "link").symlink_to(tmp_path / "target")
        assert at(DAY, "backup", str(tmp_path / "link"), "--json").error["code"] == "file-exists"
        assert at(DAY, "backup", str(tmp_path / "link"), "--force").status == 0
        assert (tmp_path / "target").read_text("utf-8") == "mine"
        assert not (tmp_path / "link").is_symlink()

    @pytest.mark.parametrize("end", ["", "-journal", ".lock", ".key"])
    def test_the_ledgers_own_files_are_not_written_over(self, at, ledger, end):
        before = ledger.read_bytes()
        assert at(DAY, "backup", f"{ledger}{end}", "--force", "--json").error["code"] == "file-of-ledger"
        assert ledger.read_bytes() == before

    @pytest.mark.parametrize("end", [".lock", ".key"])
    def test_another_ledger_is_not_written_over_and_an_older_backup_is(self, at, ledger, tmp_path, end):
        other = tmp_path / "other.db"
        assert at(DAY, "backup", str(other)).status == 0
        assert at(DAY, "backup", str(other), "--force").status == 0
        Path(f"{other}{end}").touch()  # somebody works with it
        before = other.read_bytes()
        at(DAY, "repay", "A1", "1")
        assert at(DAY, "backup", str(other), "--force", "--json").error["code"] == "file-of-ledger"
        assert other.read_bytes() == before

    def test_nothing_is_put_beside_what_another_file_left(self, at, ledger, tmp_path):
        left = tmp_path / "n.db-journal"
        left.write_bytes(b"left")
        for force in ([], ["--force"]):
            result = at(DAY, "backup", str(tmp_path / "n.db"), "--json", *force)
            assert result.error["code"] == "backup-beside-journal"
            assert not (tmp_path / "n.db").exists()
        left.write_bytes(b"")  # what is left of a transaction that ended
        assert at(DAY, "backup", str(tmp_path / "n.db")).status == 0

    def test_people_who_cannot_be_read_are_found_in_the_copy_too(self, at, ledger, tmp_path):
        tampered(ledger, "UPDATE people SET name = x'00'")
        assert at(DAY, "backup", str(tmp_path / "n.db"), "--json").error["code"] == "backup-unsound"

    def test_of_a_ledger_with_something_wrong_no_backup_is_written(self, at, ledger, tmp_path):
        tampered(ledger, "UPDATE accounts SET used_fen = used_fen - 1")
        result = at(DAY, "backup", str(tmp_path / "b.db"), "--json")
        assert (result.status, result.error["code"]) == (6, "backup-unsound")
        assert not (tmp_path / "b.db").exists()

    def test_the_key_is_not_in_it_and_that_is_said(self, at, ledger, tmp_path):
        out = at(DAY, "backup", str(tmp_path / "b.db")).out
        assert os.environ["BAITIAO_KEY_FILE"] in out
        assert not Path(f"{tmp_path / 'b.db'}.key").exists()


class TestRestore:
    def test_the_ledger_is_the_one_that_was_backed_up(self, at, run, full, head, tmp_path):
        backup, new = tmp_path / "b.db", tmp_path / "new" / "ledger.db"
        at(DAY, "backup", str(backup))
        told, before = head(), everything(full)
        at(DAY, "repay", "A1", "20")
        whole = backup.read_bytes()
        data = run("restore", str(backup), "--ledger", str(new), "--json").data
        assert (data["head"], data["path"]) == (told, str(new))
        assert everything(new) == before
        assert backup.read_bytes() == whole
        assert stat.S_IMODE(new.stat().st_mode) == 0o600
        assert at(DAY, "repay", "A1", "20", "--ledger", str(new)).status == 0

    @pytest.mark.parametrize("there", ["ledger", "file", "link", "folder", "journal"])
    def test_nothing_that_is_there_is_replaced(self, at, run, ledger, tmp_path, there):
        backup, new = tmp_path / "b.db", tmp_path / "new.db"
        at(DAY, "backup", str(backup))
        if there == "ledger":
            shutil.copyfile(ledger, new)
        elif there == "folder":
            new.mkdir()
        elif there == "link":
            new.symlink_to(tmp_path / "nowhere")
        else:
            # What SQLite left of a ledger that is gone would be played into the new one.
            (new if there == "file" else tmp_path / "new.db-journal").write_bytes(b"mine")
        before = sorted((path.name, path.is_file() and path.read_bytes()) for path in tmp_path.iterdir())
        result = run("restore", str(backup), "--ledger", str(new), "--json")
        assert (result.status, result.error["code"]) == (5, "ledger-exists")
        assert sorted((path.name, path.is_file() and path.read_bytes()) for path in tmp_path.iterdir()) == before

    def test_a_dry_run_proves_the_backup_and_makes_nothing(self, at, run, ledger, tmp_path):
        at(DAY, "backup", str(tmp_path / "b.db"))
        result = run("restore", str(tmp_path / "b.db"), "--ledger", str(tmp_path / "x" / "new.db"), "--dry-run")
        assert "Nothing was made" in result.out
        assert not (tmp_path / "x").exists()

    @pytest.mark.parametrize(
        ("statement", "code"),
        [
            ("UPDATE accounts SET tier = 'A'", "backup-unproved"),
            ("PRAGMA application_id = 7", "backup-foreign"),
            ("PRAGMA user_version = 999", "backup-newer"),
        ],
    )
    def test_what_is_no_good_backup_is_refused(self, at, run, ledger, tmp_path, statement, code):
        backup = tmp_path / "b.db"
        at(DAY, "backup", str(backup))
        tampered(backup, statement)
        assert run("restore", str(backup), "--ledger", str(tmp_path / "new.db"), "--json").error["code"] == code
        assert [path.name for path in tmp_path.iterdir() if "new" in path.name] == []

    @pytest.mark.parametrize(
        ("content", "code"),
        [(None, "backup-missing"), (b"", "backup-foreign"), (b"x" * 5000, "backup-foreign")],
    )
    def test_what_is_no_backup_is_refused(self, run, tmp_path, content, code):
        file = tmp_path / "file"
        if content is not None:
            file.write_bytes(content)
        assert run("restore", str(file), "--ledger", str(tmp_path / "new.db"), "--json").error["code"] == code

    @pytest.mark.parametrize("command", ["restore", "import"])
    def test_a_dry_run_proves_where_a_ledger_stands_and_says_that_it_does(self, at, ledger, head, tmp_path, command):
        copy = tmp_path / "copy"
        form = ("export", "--format", "json", "-o") if command == "import" else ("backup",)
        assert at(DAY, *form, str(copy)).status == 0
        told, before = head(), ledger.read_bytes()
        at(DAY, "repay", "A1", "1")
        proof = (command, str(copy), "--dry-run", "--json")
        here, there = (at(DAY, *proof, *place) for place in ([], ["--ledger", "x.db"]))
        assert (here.data["head"], here.data["taken_by"]) == (told, str(ledger))
        assert (there.data["head"], there.data["taken_by"]) == (told, "")
        assert f"would be is {ledger}: it would be refused" in at(DAY, command, str(copy), "--dry-run").out
        assert head() != told and ledger.read_bytes() != before
        assert at(DAY, command, str(copy), "--json").error["code"] == "ledger-exists"

    def test_bytes_that_were_changed_are_never_passed(self, at, run, ledger, tmp_path):
        backup, new = tmp_path / "b.db", tmp_path / "new.db"
        at(DAY, "backup", str(backup))
        whole = bytearray(backup.read_bytes())
        for place in range(4096, len(whole), 4096 * 3):
            damaged = whole.copy()
            damaged[place : place + 64] = b"\xff" * 64
            backup.write_bytes(damaged)
            assert run("restore", str(backup), "--ledger", str(new), "--json").status in (5, 6)
            assert not new.exists()


class TestDocument:
    def exported(self, at, tmp_path) -> Path:
        file = tmp_path / "ledger.json"
        assert at(DAY, "export", "--format", "json", "-o", str(file)).status == 0
        return file

    def test_what_is_exported_and_imported_is_the_same_to_the_last_row(self, at, run, full, head, tmp_path):
        """Law 37: export then import = equal, same head."""
        file, new = self.exported(at, tmp_path), tmp_path / "new.db"
        data = run("import", str(file), "--ledger", str(new), "--json").data
        assert data["head"] == head()
        assert everything(new) == everything(full)
        assert all(everything(full)[table] for table in (*TABLES, *MORE_TABLES))
        again = tmp_path / "again.json"
        at(DAY, "export", "--format", "json", "-o", str(again), "--ledger", str(new))
        assert again.read_bytes() == file.read_bytes()

    def test_the_document_is_the_journal_for_others_too(self, at, full, tmp_path):
        document = json.loads(self.exported(at, tmp_path).read_text("utf-8"))
        assert document["schema"] == "baitiao/v1"
        assert {"balances", "entries", "ledger"} <= set(document["data"])
        tables = {table["table"]: table for table in document["data"]["ledger"]["tables"]}
        assert set(tables) == set(everything(full))
        assert all(table["row_count"] == len(table["rows"]) for table in tables.values())

    def test_from_standard_input(self, at, run, ledger, head, tmp_path):
        text = self.exported(at, tmp_path).read_text("utf-8")
        result = run("import", "-", "--ledger", str(tmp_path / "new.db"), "--json", stdin=text)
        assert result.data["head"] == head()

    @pytest.mark.parametrize("part", [["A1"], ["--as-of", "2026-02-01"], ["--known-at", "2"]])
    def test_a_part_has_no_ledger(self, at, run, ledger, tmp_path, part):
        file = tmp_path / "part.json"
        at(DAY, "export", *part, "--format", "json", "-o", str(file))
        assert "ledger" not in json.loads(file.read_text("utf-8"))["data"]
        result = run("import", str(file), "--ledger", str(tmp_path / "new.db"), "--json")
        assert (result.status, result.error["code"]) == (2, "import-no-ledger")

    def test_every_line_counts(self, at, run, full, tmp_path):
        """A document without one of its lines, or with one twice, is refused; nothing is left behind."""
        lines = self.exported(at, tmp_path).read_text("utf-8").splitlines(keepends=True)
        first = next(number for number, line in enumerate(lines) if '"ledger"' in line)
        folder = tmp_path / "new"
        folder.mkdir()
        for number in range(first, len(lines)):
            for changed in (lines[:number] + lines[number + 1 :], lines[: number + 1] + lines[number:]):
                file = tmp_path / "changed.json"
                file.write_text("".join(changed), "utf-8")
                result = run("import", str(file), "--ledger", str(folder / "new.db"), "--json")
                assert result.status in (2, 6), (number, result)
                assert result.error["code"].startswith("import-"), result
                assert list(folder.iterdir()) == []

    @pytest.mark.parametrize(
        ("old", "new", "reason"),
        [
            ('"version":', '"version":-', "version and head"),
            ('"version":9', '"version":3', "version and head"),  # of which no document was ever written
            ('"table":"events"', '"table":"evils"', "table of that version"),
            ('"sequence":"INTEGER"', '"sequence":"TEXT"', "table of that version"),
            ('[2,"A1E2"', '[2.5,"A1E2"', "row of that table"),
            ('[2,"A1E2"', '[NaN,"A1E2"', "row of that table"),
            ('[2,"A1E2"', '["2","A1E2"', ""),
            ('[2,"A1E2"', '[1,"A1E2"', "refuses such a row"),
            ('[2,"A1E2"', '[[[[[2]]]],"A1E2"', "row of that table"),
            ('[2,"A1E2"', '[99999999999999999999,"A1E2"', "refuses such a row"),
            ('[2,"A1E2"', '[2,"A1E2\\ud800"', "row of that table"),
            ('[2,"A1E2"', '[2,"A1E2\x01"', "row of that table"),
            ('[2,"A1E2"', '[2,3,"A1E2"', "row of that table"),
        ],
    )
    def test_a_bad_line_is_named_and_never_quoted(self, at, run, ledger, tmp_path, old, new, reason):
        file = self.exported(at, tmp_path)
        text = file.read_text("utf-8")
        assert old in text
        line = text[: text.index(old)].count("\n") + 1
        file.write_text(text.replace(old, new, 1), "utf-8")
        result = run("import", str(file), "--ledger", str(tmp_path / "new.db"), "--json")
        if not reason:  # the file makes a number of it, and then it is what it was
            assert result.status == 0
            return
        assert (result.status, result.error["code"]) == (2, "import-malformed")
        assert f"Line {line} " in result.error["message"] and reason in result.error["message"]
        assert "A1E2" not in result.error["message"]
        assert not (tmp_path / "new.db").exists()

    def test_a_ledger_whose_facts_were_changed_is_not_exported(self, at, ledger, tmp_path):
        tampered(ledger, "DROP TRIGGER events_no_update")
        tampered(ledger, "UPDATE events SET body = replace(body, '599900', '499900')")
        for where in (["-o", str(tmp_path / "copy.json")], []):
            result = at(DAY, "export", "--format", "json", *where)
            assert (result.status, result.out) == (5, "")
            assert "ledger-damaged" in result.err
        assert not (tmp_path / "copy.json").exists()

    def test_what_was_changed_inside_the_facts_is_found(self, at, run, ledger, tmp_path):
        file = self.exported(at, tmp_path)
        file.write_text(file.read_text("utf-8").replace("599900", "499900"), "utf-8")
        result = run("import", str(file), "--ledger", str(tmp_path / "new.db"), "--json")
        assert (result.status, result.error["code"]) == (6, "import-unproved")
        assert "check-event at A1E2" in result.error["message"]

    def test_a_head_that_is_not_that_of_the_rows_is_refused(self, at, run, ledger, head, tmp_path):
        file = self.exported(at, tmp_path)
        file.write_text(file.read_text("utf-8").replace(f'"head":"{head()}"', f'"head":"{"1" * 64}"'), "utf-8")
        result = run("import", str(file), "--ledger", str(tmp_path / "new.db"), "--json")
        assert (result.status, result.error["code"]) == (6, "import-head-differs")


class TestRebuild:
    def test_what_is_right_is_left_alone(self, at, ledger, head):
        before, told = everything(ledger), head()
        assert at(DAY, "rebuild").out == "The views are what the events make them.\n"
        assert (everything(ledger), head()) == (before, told)

    def test_what_is_wrong_is_put_right_told_and_noted(self, at, ledger, head):
        before = everything(ledger)
        tampered(ledger, "UPDATE plans SET merchant = 'elsewhere', balance_fen = 1 WHERE plan_id = 'A1P1'")
        tampered(ledger, "DELETE FROM installments WHERE number > 10")
        assert at(DAY, "check").status == 6
        data = at(DAY, "rebuild", "--json").data
        assert data["changes"] == [
            {"view": "plans", "account_id": "A1", "put_count": 1, "removed_count": 0},
            {"view": "installments", "account_id": "A1", "put_count": 2, "removed_count": 0},
        ]
        after = everything(ledger)
        deed = after.pop("audit")[0]
        assert "views-rebuilt" in deed
        assert {name: after[name] for name in after if name != "seals"} == {
            name: before[name] for name in before if name not in ("seals", "audit")
        }
        assert head()

    def test_rows_swapped_between_accounts_are_sorted_out(self, at, ledger, head):
        at(DAY, "open", "--name", "韩梅梅", "--limit", "1000")
        at(DAY, "charge", "A2", "100", "--merchant", "书店")
        tampered(ledger, "UPDATE plans SET event_id = 'x' WHERE plan_id = 'A2P1'")
        tampered(ledger, "UPDATE plans SET event_id = 'A2E2' WHERE plan_id = 'A1P1'")
        tampered(
            ledger,
            "INSERT INTO installments SELECT 'A9P9', number, due_on, 1, 0, 0, 0, 0, 1, 0 FROM installments"
            " WHERE plan_id = 'A1P1'",
        )
        assert at(DAY, "rebuild", "--json").data["account_count"] == 2
        assert head()

    @pytest.mark.parametrize(
        "statement", ["DELETE FROM person_index", "UPDATE person_index SET token = randomblob(16)"]
    )
    def test_people_are_found_by_number_again(self, at, ledger, head, statement):
        tampered(ledger, statement)
        assert at(DAY, "find", "1234", "--json").status == 3
        assert at(DAY, "check", "--json").data["findings"][0]["hint"].endswith("baitiao rebuild")
        assert at(DAY, "rebuild", "--json").data["changes"][0]["view"] == "person_index"
        assert at(DAY, "find", "1234", "--json").status == 0
        assert head()

    def test_without_the_key_the_index_is_left_alone(self, at, ledger, monkeypatch, tmp_path):
        tampered(ledger, "DELETE FROM person_index")
        monkeypatch.setenv("BAITIAO_KEY_FILE", str(tmp_path / "nowhere.key"))
        assert at(DAY, "rebuild", "--json").data["changes"] == []

    def test_events_that_were_changed_make_no_views(self, at, ledger):
        tampered(ledger, "DROP TRIGGER events_no_update")
        tampered(ledger, "UPDATE events SET body = replace(body, '599900', '499900')")
        before = everything(ledger)
        result = at(DAY, "rebuild", "--json")
        assert (result.status, result.error["code"]) == (5, "ledger-damaged")
        assert "A1E2" in result.error["message"]
        assert everything(ledger) == before

    def test_a_dry_run_keeps_nothing(self, at, ledger):
        tampered(ledger, "UPDATE accounts SET used_fen = used_fen - 1")
        before = everything(ledger)
        assert at(DAY, "rebuild", "--dry-run", "--json").data["row_count"] == 1
        assert everything(ledger) == before


class TestHead:
    def test_the_head_is_printed_alone_when_nothing_is_wrong(self, at, ledger, head):
        told = head()
        assert at(DAY, "check", "--head").out == f"{told}\n"
        assert at(DAY, "check", "--head", "--json").data["head"] == told
        assert at(DAY, "check", "--head", "--csv").out.splitlines() == ["head", told]
        tampered(ledger, "UPDATE accounts SET used_fen = used_fen - 1")
        for form in ([], ["--json"], ["--csv"]):
            result = at(DAY, "check", "--head", *form)
            assert (result.status, result.out) == (6, "")
            assert "check-view" in result.err

    def test_the_head_of_an_empty_ledger_proves_nothing(self, at):
        assert "proves nothing" in at(DAY, "check", "--against", "0" * 64).out

    def test_how_much_came_after_a_head_that_was_kept_is_told(self, at, head):
        kept = head()
        at(DAY, "repay", "A1", "10")
        at(DAY, "repay", "A1", "10")
        result = at(DAY, "check", "--against", kept.upper(), "--json")
        assert (result.status, result.data["later_count"]) == (0, 2)
        assert "transactions after it: 2" in at(DAY, "check", "--against", kept).out

    def test_a_tail_that_was_cut_off_is_seen_with_the_head_that_was_kept(self, at, ledger, head):
        shutil.copyfile(ledger, f"{ledger}.old")
        at(DAY, "repay", "A1", "10")
        kept = head()
        shutil.copyfile(f"{ledger}.old", ledger)
        assert at(DAY, "check").status == 0
        result = at(DAY, "check", "--against", kept, "--json")
        assert result.status == 6
        assert [finding["code"] for finding in result.data["findings"]] == ["check-head"]
        assert result.data["later_count"] is None

    def test_a_large_ledger_is_checked_on_a_copy_with_the_same_findings(self, at, ledger, head, monkeypatch):
        from baitiao_cli.ledger.check import looking

        told = head()
        monkeypatch.setattr(looking, "LARGE_BYTES", 1)
        assert head() == told
        tampered(ledger, "UPDATE accounts SET used_fen = used_fen - 1")
        assert at(DAY, "check", "--json").data["findings"][0]["where"] == "A1"


class TestAnOlderLedger:
    """Its people are encrypted on the way, with a key that its owner must know of."""

    @pytest.fixture
    def older(self, tmp_path, monkeypatch):
        monkeypatch.delenv("BAITIAO_KEY_FILE")
        path = tmp_path / "older.db"
        path.write_bytes(lzma.decompress((EARLIER / "version_3.db.xz").read_bytes()))
        return path

    @pytest.mark.parametrize("arguments", [["list"], ["show", "A999"], ["list", "--json"]])
    def test_whichever_command_opens_it_first_tells_once_of_the_key(self, run, older, arguments):
        told = run(*arguments, "--ledger", str(older)).err
        assert f"{older}.key" in told
        assert "Keep a copy of the key" in told
        assert "key" not in run(*arguments, "--ledger", str(older)).err

    def test_restore_tells_of_it_in_its_answer_and_a_dry_run_makes_none(self, run, older, tmp_path):
        new = tmp_path / "new.db"
        assert run("restore", str(older), "--ledger", str(new), "--dry-run", "--json").data["key_made"] == ""
        assert {path.name for path in tmp_path.iterdir()} <= {"older.db", "ledger.db"}
        result = run("restore", str(older), "--ledger", str(new))
        assert f"{new}.key" in result.out
        assert "Keep a copy of the key" in result.out
        assert (result.status, result.err) == (0, "")
        assert "(key" not in run("list", "--ledger", str(new)).out

    def test_a_refusal_as_json_has_it_inside(self, run, older):
        result = run("show", "A999", "--ledger", str(older), "--json")
        assert result.error["code"] == "account-unknown"
        assert f"{older}.key" in json.loads(result.err)["notices"][0]
