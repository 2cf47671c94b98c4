"""Who the people are: encrypted, masked unless that is recorded, told to the person, and erased."""

from __future__ import annotations

import os
import pty
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.typed import LazyGroup
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import FOLDER

STAY = ("--reason", "--note", "--operator", "--request-id", "--means", "--category", "--brand")
SECRETS = ("李雷", "13800001234", "000000199009011234")


class TestWithoutTheKey:
    @pytest.fixture(autouse=True)
    def no_key(self, monkeypatch, ledger, tmp_path):
        monkeypatch.setenv("BAITIAO_KEY_FILE", str(tmp_path / "nowhere.key"))

    @pytest.mark.parametrize("command", ["show A1", "list", "statement A1", "find A1", "person A1"])
    def test_views_say_that_it_is_missing(self, at, command):
        result = at("2026-02-05", *command.split())
        assert (result.status, result.err) == (0, "")
        assert "(key missing)" in result.out
        assert os.environ["BAITIAO_KEY_FILE"] in result.out.replace("\n", "")
        assert "(缺少密钥)" in at("2026-02-05", *command.split(), "--lang", "zh").out
        assert '"key-missing"' in at("2026-02-05", *command.split(), "--json").out

    def test_check_and_backup_say_so_and_the_ledger_is_whole(self, at, tmp_path):
        checked = at("2026-02-05", "check")
        assert (checked.status, checked.err) == (0, "")
        assert "All is well" not in checked.out
        assert os.environ["BAITIAO_KEY_FILE"] in checked.out
        data = at("2026-02-05", "check", "--json").data
        assert (data["key"], data["key_file"], data["findings"]) == ("missing", os.environ["BAITIAO_KEY_FILE"], [])
        copied = at("2026-02-05", "backup", str(tmp_path / "b.db"))
        assert copied.status == 0
        assert "not there" in copied.out

    def test_what_needs_nobodys_name_goes_on(self, at, head):
        for command in ("repay A1 10 --request-id r1", "charge A1 20", "history A1", "accrue", "check"):
            assert at("2026-02-05", *command.split()).status == 0
        assert at("2026-02-05", "repay", "A1", "10", "--request-id", "r1", "--json").status == 0
        head()

    @pytest.mark.parametrize(
        "command",
        [
            "open --name x --limit 1",
            "find 李",
            "find 1234",
            "person A1 --name x --reason y",
            "verify A1 --phone-digits 1234",
        ],
    )
    def test_what_needs_it_is_refused(self, at, command):
        refused = at("2026-02-05", *command.split(), "--json")
        assert (refused.status, refused.out) == (5, "")
        assert refused.error["code"] == "key-missing"
        assert "BAITIAO_KEY_FILE" in refused.error["hint"]


@pytest.mark.parametrize(
    "statement", ["DELETE FROM person_keys WHERE person_id = 'P1'", "UPDATE people SET name = phone"]
)
def test_somebody_who_was_damaged_hides_nobody_else(at, ledger, statement):
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute(statement)
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "100", "--phone", "13900001234")
    told = at("2026-02-05", "list")
    assert (told.status, told.err) == (0, "")
    assert "(damaged)" in told.out
    assert "韩" in told.out
    for command in ("show A1", "person A1", "find A1"):
        assert "(damaged)" in at("2026-02-05", *command.split()).out
    for query in ("韩梅", "1234"):
        assert "A2" in at("2026-02-05", "find", query).out


def test_a_key_of_another_ledger_is_told_apart(at, monkeypatch, tmp_path):
    key = tmp_path / "other.key"
    key.write_bytes(b"baitiao key 1\n" + b"A" * 43 + b"=\n")
    key.chmod(0o600)
    monkeypatch.setenv("BAITIAO_KEY_FILE", str(key))
    assert "(key not usable)" in at("2026-02-05", "show", "A1").out
    assert at("2026-02-05", "find", "李雷", "--json").error["code"] == "key-wrong"
    assert at("2026-02-05", "check", "--json").data["key"] == "wrong"
    assert "another ledger's" in at("2026-02-05", "check").out
    assert at("2026-02-05", "backup", str(tmp_path / "b.db"), "--json").data["key"] == "wrong"


def test_a_key_that_is_none_is_told_apart(at, monkeypatch, tmp_path):
    key = tmp_path / "junk.key"
    key.write_bytes(b"junk")
    key.chmod(0o600)
    monkeypatch.setenv("BAITIAO_KEY_FILE", str(key))
    assert at("2026-02-05", "check", "--json").data["key"] == "unusable"
    assert "cannot be used" in at("2026-02-05", "check").out


def test_a_key_that_fits_is_told_where_it_is_needed(at, tmp_path):
    key = os.environ["BAITIAO_KEY_FILE"]
    checked, copied = (
        at("2026-02-05", *command, "--json").data for command in (["check"], ["backup", str(tmp_path / "b")])
    )
    assert (checked["key"], checked["key_file"]) == (copied["key"], copied["key_path"]) == ("fits", key)


def test_the_file_tells_nothing(at, ledger):
    at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "100", "--phone", "13900005678", "--request-id", "r1")
    content = ledger.read_bytes()
    assert not any(secret.encode() in content for secret in (*SECRETS, "韩梅梅", "13900005678"))
    with closing(sqlite3.connect(ledger)) as connection:
        assert connection.execute("SELECT typeof(name) FROM people").fetchall() == [("blob",), ("blob",)]


@pytest.mark.parametrize(
    "command",
    [
        "repay A1 10 --note {}",
        "repay A1 10 --operator {}",
        "repay A1 10 --request-id x{}",
        "repay A1 10 --means {}",
        "lock A1 --reason {}",
        "suspend A1 --cause risk --lift {}",
        "person A1 --name x --reason {}",
    ],
)
@pytest.mark.parametrize("number", ["13900005678", "00000019900902123X"])
def test_a_text_that_stays_for_ever_takes_nobodys_number(at, head, command, number):
    before = head()
    refused = at("2026-02-05", *command.format(number).split(), "--json")
    assert (refused.status, refused.error["code"]) == (2, "text-personal")
    assert number not in refused.err
    assert head() == before


def test_an_order_or_a_merchant_may_look_like_a_number(at):
    assert at("2026-02-05", "charge", "A1", "10", "--order", "13900005678", "--merchant", "4008001234").status == 0


def test_who_is_of_age_by_the_day_of_the_opening(at):
    who = ["open", "--name", "x", "--limit", "100", "--id-number", "000000200802100019", "--json"]
    assert at("2026-02-10", *who, "--on", "2026-02-09").error["code"] == "person-under-age"
    assert at("2026-02-10", *who).status == 0


def deeds(ledger) -> list[tuple[str, str, str, str]]:
    with closing(sqlite3.connect(ledger)) as connection:
        return connection.execute("SELECT operator, deed, subject, details FROM audit ORDER BY number").fetchall()


class TestUnmask:
    WHY = ("--unmask", "--reason", "call back", "--operator", "anna")

    @pytest.mark.parametrize("command", ["show A1", "statement A1", "find A1", "find 1234", "person A1"])
    def test_shows_in_the_clear_and_records_it_first(self, at, ledger, head, command):
        masked = at("2026-02-05", *command.split())
        assert not any(secret in masked.out for secret in SECRETS)
        assert not deeds(ledger)
        clear = at("2026-02-05", *command.split(), *self.WHY)
        assert (clear.status, clear.err) == (0, "")
        assert "李雷" in clear.out
        assert "13800001234" in clear.out
        ((operator, deed, subject, details),) = deeds(ledger)
        assert (operator, deed, subject) == ("anna", "unmasked", "P1")
        assert '"call back"' in details
        assert "李雷" not in details
        assert '"access":"unmasked"' in at("2026-02-05", *command.split(), *self.WHY, "--json").out.replace(" ", "")
        head()

    @pytest.mark.parametrize("command", ["show A1", "statement A1", "find A1", "person A1"])
    def test_needs_a_reason(self, at, ledger, command):
        refused = at("2026-02-05", *command.split(), "--unmask", "--json")
        assert (refused.status, refused.out, refused.error["code"]) == (2, "", "option-needs")
        assert not deeds(ledger)

    @pytest.mark.parametrize("command", ["show A1", "find A1", "person A1"])
    def test_a_reason_only_goes_with_it_and_an_operator_always(self, at, monkeypatch, command):
        assert at("2026-02-05", *command.split(), "--reason", "x", "--json").error["code"] == "option-needs"
        monkeypatch.setenv("BAITIAO_OPERATOR", "anna")
        assert at("2026-02-05", *command.split()).status == 0

    @pytest.mark.parametrize(
        "more", [["--dry-run"], ["--phone", "13900005678"], ["--request-id", "r"], ["--on", "2026-02-05"]]
    )
    def test_neither_a_dry_run_nor_a_correction_nor_a_retry_shows_anybody(self, at, ledger, more):
        refused = at("2026-02-05", "person", "A1", *self.WHY, *more, "--json")
        assert (refused.out, refused.error["code"]) == ("", "options-exclusive")
        assert not deeds(ledger)

    @pytest.mark.parametrize("command", ["show A1", "find A1", "person A1"])
    def test_what_cannot_be_recorded_is_not_shown(self, at, monkeypatch, command):
        from baitiao_cli.ledger.file import connection

        monkeypatch.setattr(connection, "PRAGMAS", (*connection.PRAGMAS, ("query_only", "on", 1)))
        refused = at("2026-02-05", *command.split(), *self.WHY, "--json")
        assert (refused.status, refused.out, refused.error["code"]) == (5, "", "ledger-read-only")

    def test_of_several_people_none_is_shown_and_nothing_recorded(self, at, ledger):
        at("2026-02-05", "approval", "unmask", "--always")
        at("2026-02-05", "open", "--name", "李梅", "--limit", "100")
        for account_id in ("A1", "A2"):
            at("2026-02-05", "person", account_id, *self.WHY)
        for proposal_id in ("W1", "W2"):
            assert at("2026-02-05", "approve", proposal_id, "--operator", "ben").status == 0
        before = deeds(ledger)
        refused = at("2026-02-05", "find", "李", *self.WHY, "--json")
        assert (refused.status, refused.out, refused.error["code"]) == (4, "", "unmask-one-person")
        assert "李" not in refused.err
        assert deeds(ledger) == before
        assert "李梅" in at("2026-02-05", "find", "李梅", *self.WHY).out

    def test_two_accounts_of_one_person_are_one_look(self, at, ledger):
        who = ["open", "--name", "韩梅梅", "--limit", "100", "--id-number", "00000019490103002X"]
        at("2026-02-05", *who)
        at("2026-02-05", "close", "A2", "--by", "operator", "--reason", "x")
        at("2026-02-05", *who)
        assert at("2026-02-05", "find", "002X", *self.WHY, "--json").out.count("韩梅梅") == 2
        assert [deed[1:3] for deed in deeds(ledger)] == [("unmasked", "P2")]

    @pytest.mark.parametrize(
        ("today", "command", "code"),
        [
            ("2026-02-05", "show A1 --as-of 2026-01-01", "account-not-open-yet"),
            ("2026-02-05", "statement A1 --as-of 2026-01-01", "account-not-open-yet"),
            ("2026-02-05", "statement A1 --bill 99", "bill-unknown"),
            ("2026-01-01", "privacy export A1", "account-not-open-yet"),
        ],
    )
    def test_what_is_refused_is_no_look(self, at, ledger, today, command, code):
        why = self.WHY[1:] if command.startswith("privacy") else self.WHY
        refused = at(today, *command.split(), *why, "--json")
        assert (refused.out, refused.error["code"]) == ("", code)
        assert not deeds(ledger)

    def test_who_cannot_be_seen_is_no_look(self, at, ledger, monkeypatch, tmp_path):
        monkeypatch.setenv("BAITIAO_KEY_FILE", str(tmp_path / "nowhere.key"))
        assert at("2026-02-05", "show", "A1", *self.WHY, "--json").error["code"] == "key-missing"
        assert not deeds(ledger)


class TestExport:
    def test_tells_everything_and_is_recorded(self, at, ledger, head):
        at("2026-02-05", "person", "A1", "--phone", "13900005678", "--reason", "new number")
        data = at("2026-02-06", "privacy", "export", "A1", "--reason", "asked", "--operator", "anna", "--json").data
        assert [field["value"] for field in data["fields"]] == ["李雷", "13900005678", "000000199009011234"]
        (account,) = data["accounts"]
        assert (account["account_id"], len(account["events"])) == ("A1", 5)
        assert account["events"][0]["fact"]["person_id"] == "P1"
        assert [(deed["deed"], deed["operator"]) for deed in data["deeds"]] == [("exported", "anna")]
        assert [deed[1:3] for deed in deeds(ledger)] == [("exported", "P1")]
        table = at("2026-02-06", "privacy", "export", "A1", "--reason", "asked").out
        assert "Name\t李雷\t2026-01-05\tA1E1" in table
        assert "(entries: 2)" in table
        head()

    def test_tells_what_the_desk_knows_of_them_and_of_nobody_else(self, at, ledger):
        at("2026-02-05", "open", "--name", "韩梅梅", "--limit", "100")
        of_each = (
            "consent {} bureau-report given --how letter",
            "income {} 8000",
            "ticket {} --about complaint --text unhappy",
            "contact {} --about service --channel call --outcome reached --at 10:00 --note rude",
            "prefer {} --language en",
            "score keep {}",
            "bureau notice {} --channel letter",
            "promise {} 10 --by 2026-03-20",
        )
        for line in of_each:
            for account_id in ("A1", "A2"):
                at("2026-03-15", *line.format(account_id).split())
        at("2026-03-17", "bureau", "export", "-o", str(ledger.parent / "x-not-sent.json"))
        asked = ("privacy", "export", "A1", "--reason", "asked")
        told = at("2026-03-18", *asked, "--json").data["desk"]
        with closing(sqlite3.connect(ledger)) as connection:
            of_them = "subject IN ('A1', 'P1') OR kind = 'bureau-file-made'"
            query = f"SELECT 'D' || number, subject, kind FROM desk_facts WHERE {of_them} ORDER BY number"
            stored = connection.execute(query).fetchall()
        assert [(one["record_id"], one["subject"], one["fact"]["kind"]) for one in told] == stored
        assert len(stored) == len(of_each) + 1
        assert (told[-1]["fact"]["account_ids"], [one["account_id"] for one in told[-1]["fact"]["late"]]) == (
            ["A1"],
            ["A1"],
        )
        assert "A2" not in str(told)
        shown = at("2026-03-18", *asked).out
        assert "Declared income\tP1\t2026-03-15" in shown
        assert "Complaint" not in shown

    def test_takes_two_people_where_seeing_somebody_does(self, at, ledger):
        at("2026-02-06", "approval", "unmask", "--always")
        command = ("privacy", "export", "A1", "--reason", "asked", "--operator", "anna")
        refused = at("2026-02-06", *command, "--json")
        assert (refused.status, refused.out, refused.error["code"]) == (4, "", "approval-needed")
        approved = at("2026-02-06", "approve", "W1", "--operator", "ben")
        assert "anna may export once today what is known of the person of A1." in approved.out
        assert not any(secret in approved.out for secret in SECRETS)
        assert "李雷" in at("2026-02-06", *command).out
        assert at("2026-02-06", *command).status == 4

    def test_needs_a_reason(self, at, ledger):
        assert at("2026-02-06", "privacy", "export", "A1", "--json").error["code"] == "option-missing"
        assert not deeds(ledger)


class TestErase:
    @pytest.fixture
    def closed(self, at):
        """A2, of a person with an ID number, bought something, paid it, and is closed."""
        who = ["--name", "韩梅梅", "--phone", "13900005678", "--id-number", "00000019490103002X"]
        at("2026-02-03", "open", *who, "--limit", "3000")
        at("2026-02-03", "charge", "A2", "100", "--merchant", "超市")
        at("2026-02-04", "payoff", "A2", "--pay")
        assert at("2026-02-04", "close", "A2", "--by", "operator", "--reason", "asked").status == 0
        return who

    def erase(self, at, *more, account="A2"):
        return at("2026-02-06", "privacy", "erase", account, "--reason", "asked", "--yes", *more)

    def test_nobody_knows_the_person_any_more_and_the_books_stay(self, at, closed, ledger, head):
        balance = at("2026-02-06", "report", "trial-balance").out
        answer = self.erase(at, "--json", "--request-id", "r1").data
        assert answer == {"account_id": "A2", "person_id": "P2", "accounts": ["A2"], "number": 1}
        assert [deed[1:3] for deed in deeds(ledger)] == [("erased", "P2")]
        head()
        assert at("2026-02-06", "report", "trial-balance").out == balance
        assert at("2026-02-06", "explain", "A2", "--check").status == 0
        for command in ("show A2", "list", "person A2", "find A2"):
            assert "(erased)" in at("2026-02-06", *command.split()).out
            assert "(已删除)" in at("2026-02-06", *command.split(), "--lang", "zh").out
        for query in ("韩", "韩梅梅", "5678", "13900005678", "002X"):
            assert at("2026-02-06", "find", query, "--json").error["code"] == "nothing-found"
        assert self.erase(at, "--json", "--request-id", "r1").data == answer
        assert self.erase(at, "--json").error["code"] == "person-erased"
        assert at("2026-02-06", "reopen", "A2", "--limit", "100", "--json").error["code"] == "person-erased"

    def test_who_comes_back_is_a_new_person(self, at, closed, head):
        self.erase(at)
        answer = at("2026-02-07", "open", *closed, "--limit", "1000", "--json").data
        assert (answer["account_id"], answer["person_id"]) == ("A3", "P3")
        assert at("2026-02-07", "person", "A3", "--json").data["accounts"] == ["A3"]
        head()

    def test_nothing_brings_their_line_back(self, at, closed, head):
        closing = at("2026-02-06", "history", "A2", "--json").data["lines"][-1]["event_id"]
        self.erase(at)
        before = head()
        closings = ("close A2 --check", "close A2 --by operator --reason x")  # which tell of reopening otherwise
        for command in (f"reverse {closing}", "reopen A2 --limit 100", *closings):
            refused = at("2026-02-06", *command.split(), "--json")
            assert (refused.status, refused.error["code"]) == (4, "person-erased")
        assert head() == before

    def test_neither_does_taking_a_closing_back_on_a_day_that_is_over(self, at, tmp_path):
        terms = (FOLDER / "month.toml").read_text("utf-8").replace('id = "month"', 'id = "cool"')
        product = tmp_path / "cool.toml"
        product.write_text(terms.replace("cooling_days = 0", "cooling_days = 7"), "utf-8")
        who = ["--name", "韩梅梅", "--id-number", "00000019490103002X", "--limit", "100", "--product", str(product)]
        at("2026-02-03", "open", *who)
        closing = at("2026-02-03", "close", "A2", "--id-digits", "002X", "--json").data["event_id"]
        assert at("2026-02-12", "privacy", "erase", "A2", "--reason", "asked", "--yes").status == 0
        for command in ("close A2 --withdraw --on 2026-02-04", f"reverse {closing}"):
            assert at("2026-02-12", *command.split(), "--json").error["code"] == "person-erased"

    def test_nothing_more_is_stated_of_them_and_a_complaint_is_still_taken(self, at, closed, head):
        self.erase(at)
        before = head()
        contact = "contact A2 --channel letter --outcome left-word --at 10:00 --about"
        stated = ("consent A2 offers given", "income A2 5000", "prefer A2 --language en")
        for command in (*stated, *(f"{contact} {about}" for about in ("collection", "reminder", "notice"))):
            assert at("2026-02-07", *command.split(), "--json").error["code"] == "person-erased"
        assert head() == before
        for command in ("ticket A2 --about personal-data --text gone?", "ticket-answer D1 yes", f"{contact} service"):
            assert at("2026-02-07", *command.split()).status == 0

    def test_it_works_without_the_key(self, at, closed, monkeypatch, tmp_path):
        monkeypatch.setenv("BAITIAO_KEY_FILE", str(tmp_path / "nowhere.key"))
        assert self.erase(at).status == 0

    def test_a_dry_run_erases_nobody(self, at, closed, ledger):
        before = ledger.read_bytes()
        assert self.erase(at, "--dry-run").status == 0
        assert ledger.read_bytes() == before

    def test_it_is_asked_first(self, at, closed, ledger, monkeypatch):
        monkeypatch.setattr("sys.stdin", None)
        before = ledger.read_bytes()
        refused = at("2026-02-06", "privacy", "erase", "A2", "--reason", "asked", "--json")
        assert (refused.status, refused.error["code"]) == (2, "confirmation-needed")
        assert ledger.read_bytes() == before
        for account_id, code in (("A1", "person-has-open-line"), ("A9", "account-unknown")):
            refused = at("2026-02-06", "privacy", "erase", account_id, "--reason", "asked", "--json")
            assert refused.error["code"] == code
        done = self.erase(at, "--request-id", "r1", "--json").data
        again = at("2026-02-06", "privacy", "erase", "A2", "--reason", "asked", "--request-id", "r1", "--json")
        assert again.data == done

    def test_what_older_copies_hold_is_said(self, at, closed):
        out = self.erase(at).out
        assert "The person of A2 was erased for ever" in out
        assert "Backups and exports made before hold the person, with the key" in out

    def test_in_chinese_its_rows_are_told_apart(self, at, closed):
        out = self.erase(at, "--lang", "zh").out
        assert "已永久删除账户 A2 的客户信息" in out
        assert "保留的账户" in out


class TestKeptOffTheCommandLine:
    WHO = ("韩梅梅", "13900005678", "00000019490103002X")
    OPTIONS = ("--name", "-", "--phone", "-", "--id-number", "-")

    def told(self, at) -> list[str]:
        export = at("2026-02-06", "privacy", "export", "A2", "--reason", "asked", "--json").data
        return [field["value"] for field in export["fields"]]

    def test_lines_of_standard_input_in_the_order_of_the_options(self, run, at):
        asked = ["open", *self.OPTIONS, "--limit", "100", "--today", "2026-02-06"]
        assert run(*asked, stdin="\n".join(self.WHO) + "\r\n").status == 0
        assert self.told(at) == list(self.WHO)

    def test_the_first_line_of_a_file(self, at, tmp_path):
        given = []
        for option, value in zip(("--name", "--phone", "--id-number"), self.WHO, strict=True):
            (tmp_path / option).write_text(f"{value}\nmore\n", "utf-8")
            given += [option, f"@{tmp_path / option}"]
        assert at("2026-02-06", "open", *given, "--limit", "100").status == 0
        assert self.told(at) == list(self.WHO)

    def test_find_and_verify_take_it_too(self, run, ledger):
        today = ("--today", "2026-02-06", "--json")
        assert run("find", "-", *today, stdin="13800001234\n").data["count"] == 1
        answered = run("verify", "A1", "--phone-digits", "-", "--id-digits", "-", *today, stdin="1234\n1234\n")
        assert answered.data["fields"] == ["phone", "id_number"]

    def test_what_is_read_is_proved_and_not_quoted(self, run, ledger, tmp_path):
        refused = run("open", "--name", "x", "--limit", "1", "--phone", "-", "--json", stdin="13900o05678\n")
        assert refused.error["code"] == "phone-malformed"
        assert "13900o05678" not in refused.err
        assert run("find", "-", "--json", stdin="\n").error["code"] == "secret-missing"
        assert run("find", f"@{tmp_path / 'nowhere'}", "--json").error["code"] == "file-unreadable"

    def test_in_a_batch_it_is_what_it_says(self, at, tmp_path):
        (tmp_path / "lines.csv").write_text("verb,name,limit\nopen,@home,100\n", "utf-8")
        assert at("2026-02-06", "batch", str(tmp_path / "lines.csv")).status == 0
        assert self.told(at)[0] == "@home"

    def test_on_a_terminal_it_is_asked_for_and_not_shown(self, ledger):
        ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "baitiao_cli", "find", "-", "--today", "2026-02-06", "--lang", "en"]
        process = subprocess.Popen(command, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE)
        os.close(theirs)
        shown = b""
        try:
            while b"Looked for: " not in shown:
                shown += os.read(ours, 1024)
            os.write(ours, b"13800001234\n")
            out, _ = process.communicate(timeout=60)
        finally:
            process.kill()
        shown += os.read(ours, 1024)
        os.close(ours)
        assert b"A1" in out
        assert b"13800001234" not in shown


def test_no_value_tells_who_it_is_of_in_a_log_or_a_traceback():
    from baitiao_cli.actions.batch import BatchLine
    from baitiao_cli.actions.masking import MaskedPerson
    from baitiao_cli.actions.open import OpenAsked
    from baitiao_cli.actions.person import KnownField, PersonAsked

    who = {"name": "李雷", "phone": "13800001234", "id_number": "000000199009011234"}
    values = [
        OpenAsked(limit_fen=1, **who),
        PersonAsked(account_id="A1", reason="x", **who),
        MaskedPerson(person_id="P1", access="unmasked", **who),
        KnownField(field="name", value="李雷", since_on=None, event_id=""),
        BatchLine(line=1, verb="open", asked=who),
    ]
    assert not any(secret in repr(values) for secret in SECRETS)


def test_the_key_is_not_written_over(at, run, ledger, monkeypatch):
    monkeypatch.delenv("BAITIAO_KEY_FILE")
    key = ledger.with_name("ledger.db.key")
    key.write_text("the only one")
    refused = at("2026-02-05", "export", "--format", "hledger", "-o", str(key), "--force", "--json")
    assert refused.error["code"] == "file-of-ledger"
    assert key.read_text() == "the only one"


@pytest.mark.parametrize("name", MODULES)
def test_every_reason_note_and_operator_is_read_as_what_stays(name):
    """One that is read in another way would keep somebody's number for ever."""
    command = LazyGroup(name="baitiao").get_command(None, name)
    for parameter in command.params:
        if parameter.opts[0] in (
            "--reason",
            "--note",
            "--operator",
            "--request-id",
            "--means",
            "--category",
            "--brand",
        ):
            with pytest.raises(BaitiaoError, match="text-personal"):
                parameter.type.convert("13900005678", parameter, None)
