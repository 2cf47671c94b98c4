"""`operator`, `operators`: who may do what; without operators everybody may do everything."""

from __future__ import annotations

import getpass
import pkgutil
from importlib import import_module

import pytest

from baitiao_cli import actions
from baitiao_cli.actions.roles import ROLES, ROLES_OF
from baitiao_cli.actions.verb import Verb
from baitiao_cli.cli.group import MODULES

TODAY = "2026-02-10"


@pytest.fixture
def staff(at):
    """anna registers, ben decides, cara does the daily business, dora looks."""
    registered = {"anna": "admin", "ben": "supervisor", "cara": "clerk", "dora": "auditor"}
    for name, role in registered.items():
        assert at(TODAY, "operator", name, "--role", role, "--operator", "anna").status == 0
    return lambda name, *arguments: at(TODAY, *arguments, "--operator", name)


def all_verbs() -> dict[str, Verb]:
    """Every verb of the program, wherever it stands."""
    walked = pkgutil.walk_packages(actions.__path__, f"{actions.__name__}.")
    modules = (import_module(module.name) for module in walked)
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Verb)]
    return {verb.name: verb for verb in found}


def test_every_verb_says_which_roles_cover_it():
    verbs = all_verbs()
    assert len(verbs) > 45
    assert set(verbs) <= set(ROLES_OF) <= {*verbs, *MODULES}
    assert all(roles and set(roles) <= set(ROLES) for roles in ROLES_OF.values())


def test_every_command_that_writes_says_which_roles_cover_it():
    from baitiao_cli.cli.options import WRITE
    from baitiao_cli.cli.request import called

    for name, module in MODULES.items():
        import_module(f"baitiao_cli.cli.{module}")
        takes = {parameter.name for parameter in called[name].own} | set(called[name].shared)
        assert name in ROLES_OF or not takes >= set(WRITE), name


def test_without_operators_everybody_may_do_everything(at):
    assert at(TODAY, "repay", "A1", "1", "--operator", "whoever").status == 0
    told = at(TODAY, "operators").out
    assert "everybody who can write to the file may do everything" in told
    assert at(TODAY, "operators", "--json").data["operators"] == []


# 935.90 were billed, of which the fee of 35.99; 20,000.00 is the limit.
TRIED = {
    ("repay", "A1", "1"): {"ben", "cara"},
    ("limit", "A1", "30000"): {"ben"},
    ("waive", "A1", "1", "--reason", "x"): {"ben", "cara"},
    ("write-off", "A1", "--reason", "x"): {"ben"},
    ("accrue",): {"ben", "cara"},
    ("operator", "eve", "--role", "clerk"): {"anna"},
    ("approval", "waiver", "--above", "5"): {"anna"},
}


@pytest.mark.parametrize("arguments", TRIED, ids=" ".join)
def test_what_a_role_covers_is_done_and_all_else_is_refused(staff, head, arguments):
    before = head()
    for name in ("anna", "ben", "cara", "dora"):
        done = staff(name, *arguments, "--dry-run")
        assert done.status == (0 if name in TRIED[arguments] else 4), done.err
        if done.status:
            assert "role-needed" in done.err
    refused = staff("eve", *arguments)
    assert (refused.status, "operator-unknown" in refused.err) == (4, True)
    assert head() == before


def test_the_run_over_all_accounts_takes_a_role_too(at, staff, head):
    before = head()
    for name, code in (("dora", "role-needed"), ("eve", "operator-unknown")):
        refused = at("2026-04-03", "accrue", "--json", "--operator", name)
        assert (refused.status, refused.error["code"]) == (4, code)
    assert head() == before
    assert at("2026-04-03", "accrue", "--operator", "cara").status == 0


def test_a_line_of_a_batch_takes_the_role_of_its_verb(staff, tmp_path, head):
    before = head()
    file = tmp_path / "lines.csv"
    file.write_text("verb,account,amount\nrepay,A1,10\nlimit,A1,30000\n", "utf-8")
    refused = staff("cara", "batch", str(file), "--json")
    assert (refused.error["code"], refused.error["line"]) == ("role-needed", 3)
    assert head() == before
    assert staff("ben", "batch", str(file)).status == 0


def test_an_operator_may_have_several_roles_and_lose_them(staff, at):
    assert staff("anna", "operator", "anna", "--role", "admin,clerk").status == 0
    assert staff("anna", "repay", "A1", "1").status == 0
    told = staff("anna", "operator", "cara", "--end")
    assert "cara may not write to this ledger any more" in told.out
    assert staff("cara", "repay", "A1", "1", "--json").error["code"] == "operator-unknown"
    rows = at(TODAY, "operators", "--json").data["operators"]
    assert [(row["operator"], row["roles"]) for row in rows] == [
        ("anna", ["clerk", "admin"]),
        ("ben", ["supervisor"]),
        ("dora", ["auditor"]),
    ]
    assert staff("anna", "operator", "cara", "--role", "clerk").status == 0
    assert staff("cara", "repay", "A1", "1").status == 0


def test_there_is_always_an_admin(staff, at):
    for how in (["--end"], ["--role", "supervisor"]):
        assert staff("anna", "operator", "anna", *how, "--json").error["code"] == "last-admin"
    assert staff("anna", "operator", "ben", "--role", "admin,supervisor").status == 0
    assert staff("ben", "operator", "anna", "--end").status == 0


@pytest.mark.parametrize("roles", ["boss", "clerk,", "", "clerk;admin"])
def test_roles_that_there_are_not(at, head, roles):
    before = head()
    assert at(TODAY, "operator", "anna", "--role", roles).status == 2
    assert head() == before


@pytest.mark.parametrize(
    "name", ["", " ", "a\x1b[31mb", "a\u202eb", "a\nb", "a\x00b", "anna\u3164", "\uffa0anna", "\u2800"]
)
def test_a_name_is_text_that_a_terminal_shows(at, head, name):
    before = head()
    code = "text-unprintable" if name.strip() else "text-empty"
    assert at(TODAY, "operator", name, "--role", "admin", "--json").error["code"] == code
    assert head() == before


@pytest.mark.parametrize("name", ["anna ", " anna", "ａｎｎａ", "anna\u00a0"])
def test_one_name_has_one_way_to_be_written(at, staff, name):
    assert at(TODAY, "operator", name, "--role", "admin,clerk", "--operator", name).status == 0
    rows = at(TODAY, "operators", "--json").data["operators"]
    assert [row["operator"] for row in rows] == ["anna", "ben", "cara", "dora"]


def test_names_that_differ_in_capitals_alone_are_one_person(at, staff):
    for known in (False, True):  # also once the one who is known may do nothing any more
        refused = staff("anna", "operator", "Cara", "--role", "clerk", "--json")
        assert (refused.status, refused.error["code"], known) == (4, "operator-alike", known)
        staff("anna", "operator", "cara", "--end")
    assert "operator-unknown" in staff("Ben", "repay", "A1", "1").err


@pytest.mark.parametrize("name", ["Cara", "cara ", "ｃａｒａ"])
def test_nobody_agrees_with_themselves_under_another_spelling(at, name):
    at(TODAY, "approval", "waiver", "--always")
    assert "W1" in at(TODAY, "waive", "A1", "1", "--reason", "x", "--operator", "cara").err
    assert at(TODAY, "approve", "W1", "--operator", name, "--json").error["code"] == "own-proposal"
    assert at(TODAY, "decline", "W1", "--reason", "x", "--operator", name).status == 0


def test_who_does_it_is_named_by_option_environment_or_login(at, staff, monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "cara")
    assert at(TODAY, "repay", "A1", "1").status == 0
    monkeypatch.setenv("BAITIAO_OPERATOR", "dora")
    assert at(TODAY, "repay", "A1", "1").status == 4
    assert at(TODAY, "repay", "A1", "1", "--operator", "ben").status == 0
    monkeypatch.delenv("BAITIAO_OPERATOR")

    def nobody():
        raise KeyError("uid")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert "unknown is no operator" in at(TODAY, "repay", "A1", "1").err
    lines = at(TODAY, "history", "A1", "--json").data["lines"]
    assert [line["operator"] for line in lines if line["kind"] == "repayment-received"] == ["cara", "ben"]


def test_a_registration_is_repeated_by_its_request(at):
    asked = ("operator", "anna", "--role", "admin", "--request-id", "r", "--operator", "anna")
    first, again = at(TODAY, *asked, "--json"), at(TODAY, *asked, "--json")
    assert first.data == again.data == {"name": "anna", "roles": ["admin"], "roles_before": []}
    assert (
        len(at(TODAY, "audit", "--json").data["entries"]) == len(at(TODAY, "audit", "A1", "--json").data["entries"]) + 1
    )


def test_a_quote_binds_nobody_and_takes_no_role(at, staff):
    quoted = at(TODAY, "quote", "600", "--account", "A1", "--installments", "6", "--json").data
    assert at(TODAY, "quoted", quoted["quote_id"]).status == 0
