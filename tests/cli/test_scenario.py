"""`scenario run`, `scenario record`, `scenario schema`: played, compared, kept, recorded."""

from __future__ import annotations

import json
import os
import signal
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from baitiao_cli.actions.batch import VERBS
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.playing import BESIDE, Commands, commands, play_apart
from baitiao_cli.ledger.store import Ledger
from baitiao_cli.scenario.days import clock
from baitiao_cli.scenario.playing import play as play_with
from baitiao_cli.scenario.reading import read_scenario

PHONE = """
title = "A phone in twelve installments"

[vars]
price = "5999.00"

[[step]]
today = 2026-01-05
open = { name = "Li Lei", limit = 20000 }
as = "li"

[[step]]
today = 2026-01-08
charge = { account = "{li.account_id}", amount = "{price}", installments = 12 }
as = "phone"
expect = { rows.0.total = "535.90", rows.length = 12, financed_fen = 599900 }
"""

MINIMUM = (
    PHONE
    + """
[[step]]
repeat = { at_most = 24, until = { show = { account = "{li.account_id}" }, expect = { owed = 0 } } }

  [[step.steps]]
  today = "next bill"
  accrue = {}

  [[step.steps]]
  statement = { account = "{li.account_id}" }
  as = "bill"

  [[step.steps]]
  today = "next due date"
  repay = { account = "{li.account_id}", amount = "{bill.minimum_due}" }

[[step]]
schedule = { plan = "{phone.plan_id}" }
expect = { totals.outstanding_fen = 0, totals.fee = 431.88, rows.-1.due_on = 2027-01-12 }

[[step]]
show = { account = "{li.account_id}" }
expect = { owed_fen = 0, available = "20000.00", next_due_on = "none", "plans.A1P1.paid_count" = 12 }
"""
)


@pytest.fixture
def play(run, tmp_path):
    """Plays the text of a scenario: `play(PHONE, "--json")`."""

    def played(text, *options):
        file = tmp_path / "scenario.toml"
        file.write_text(text, encoding="utf-8")
        return run("scenario", "run", str(file), *options)

    return played


def test_a_phone_is_paid_off_by_the_minimum_of_each_bill(play):
    result = play(MINIMUM, "--json")
    assert (result.status, result.err) == (0, "")
    assert result.data["passed"] is True
    # The line and the phone, three steps for each of twelve bills, two looks at the end.
    assert (result.data["step_count"], result.data["expectation_count"]) == (2 + 3 * 12 + 2, 3)
    assert result.data["files"][0]["ended_on"] == "2027-01-12"


def test_a_figure_that_differs_is_told_with_its_place_and_the_difference(play, tmp_path):
    result = play(PHONE.replace('rows.0.total = "535.90"', 'rows.0.total = "536.00"'))
    assert result.status == 6
    assert f"{tmp_path}/scenario.toml:12, step 2 (2026-01-08): charge: another figure" in result.out
    assert "rows.0.total\t536.00\t535.90\t-0.10\n" in result.out
    assert "1 of 1 expectations failed; steps: 2." in result.out
    chinese = play(PHONE.replace("12, financed_fen = 599900", "11, financed_fen = 600000"), "--lang", "zh")
    assert chinese.status == 6
    assert "scenario.toml:12, 第 2 步 (2026-01-08): charge: 数字不符" in chinese.out
    assert "rows.length\t11\t12\t" in chinese.out
    assert "financed_fen\t6,000.00\t5,999.00\t-1.00" in chinese.out


def test_a_refusal_that_is_not_expected_stops_and_one_that_is_expected_does_not(play):
    dear = PHONE + '\n[[step]]\ncharge = { account = "A1", amount = 20000 }\n'
    after = "\n[[step]]\nlist = {}\n"
    stopped = play(dear + after, "--json")
    assert stopped.status == 6
    (failure,) = stopped.data["files"][0]["failures"]
    assert (failure["kind"], failure["refused_with"], failure["step"]) == ("refused", "limit-exceeded", "3")
    assert "14,001.00 yuan" in failure["message"]
    assert (stopped.data["step_count"], stopped.data["files"][0]["stopped"]) == (3, True)
    passed = play(dear + 'error = "limit-exceeded"\n' + after, "--json")
    assert (passed.status, passed.data["step_count"]) == (0, 4)
    other = play(dear + 'error = "account-locked"\n', "--json").data["files"][0]["failures"][0]
    assert other["differences"] == [
        {"path": "error", "expected": "account-locked", "found": "limit-exceeded", "kind": "figure"}
    ]
    missing = play(PHONE.replace('as = "phone"\n', "").replace("expect = {", 'error = "limit-exceeded" #'), "--json")
    assert missing.data["files"][0]["failures"][0]["kind"] == "not-refused"


def test_what_is_refused_leaves_nothing_behind(play, tmp_path, run):
    """A person is found before the age is looked at; then neither is there."""
    child = (
        '\n[[step]]\nopen = { name = "x", limit = 100, id_number = "000000202001010015" }\nerror = "person-under-age"\n'
    )
    heads = {play(text, "--json").data["files"][0]["head"] for text in (PHONE, PHONE + child)}
    assert len(heads) == 1


def test_a_repeat_that_does_not_end_fails(play):
    result = play(MINIMUM.replace("at_most = 24", "at_most = 3"), "--json")
    (endless, *_) = result.data["files"][0]["failures"]
    assert (result.status, endless["kind"], endless["command"]) == (6, "endless", "show")
    assert endless["differences"][0]["path"] == "owed"
    assert endless["message"] == "still not so after 3 rounds"
    assert "重复 3 次后仍未达到" in play(MINIMUM.replace("at_most = 24", "at_most = 3"), "--junit", "--lang", "zh").out


def test_a_scenario_that_expects_nothing_does_not_say_that_it_came_as_expected(play):
    text = "[[step]]\ntoday = 2026-01-05\nopen = { name = 'x', limit = 100 }\n"
    assert "Played; nothing was expected of it. Steps: 1.\n" in play(text).out
    assert "As expected: 1 of 1; steps: 1.\n" in play(text + "expect = { account_id = 'A1' }\n").out


def test_a_ledger_is_kept_and_is_sound(play, run, tmp_path):
    kept = tmp_path / "kept.db"
    result = play(MINIMUM, "--keep", str(kept), "--json")
    assert (result.status, result.data["ledger"]) == (0, str(kept))
    check = run("check", "--full", "--ledger", str(kept), "--json")
    assert check.data["findings"] == []
    assert check.data["head"] == result.data["files"][0]["head"] == play(MINIMUM, "--json").data["files"][0]["head"]
    refused = play(PHONE, "--keep", str(kept), "--json").error
    assert refused["code"] == "ledger-exists" and "--keep PATH" in refused["hint"]


def test_of_a_bad_file_nothing_is_kept(play, tmp_path, monkeypatch):
    monkeypatch.delenv("BAITIAO_KEY_FILE")
    kept = tmp_path / "kept.db"
    result = play(PHONE + '\n[[step]]\nrepay = { account = "A1", amount = "much" }\n', "--keep", str(kept), "--json")
    assert (result.status, result.error["code"], result.error["line"]) == (2, "amount-malformed", 18)
    assert result.error["file"].endswith("scenario.toml")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("kept")] == []


@pytest.mark.parametrize("text", [MINIMUM, PHONE])
def test_one_transaction_makes_the_ledger_that_commands_of_their_own_make(text, tmp_path):
    """The same events, postings, bills and seals: the same head."""
    scenario = read_scenario("x", text, commands())
    together = play_apart(scenario, "en")
    apart = Ledger.create(tmp_path / "apart.db", now=clock(date(2000, 1, 1)))
    assert play_with(scenario, Commands(apart, scenario.operator, "en")).head == together.head


RANDOM = """
seed = 7
[vars]
price = { between = ["10.00", "900.00"] }
tenor = { one_of = [3, 6, 12] }
[[step]]
today = 2026-01-05
repeat.times = 5
  [[step.steps]]
  open = { name = "{random.name}", phone = "{random.phone}", id_number = "{random.id_number}", limit = 5000 }
  as = "line"
  [[step.steps]]
  charge = { account = "{line.account_id}", amount = "{price}", installments = "{tenor}" }
"""


def test_the_same_seed_makes_the_same_customers_and_another_one_others(play):
    heads = [
        play(text, "--json").data["files"][0]["head"]
        for text in (RANDOM, RANDOM, RANDOM.replace("seed = 7", "seed = 8"))
    ]
    assert heads[0] == heads[1] != heads[2]


def test_what_is_done_together_is_one_transaction(play, run, tmp_path):
    step = (
        '\n[[step]]\ntoday = 2026-02-10\ntogether = {}\nsteps = [{{ repay = {{ account = "A1", amount = 1 }} }}, {} ]\n'
    )
    fine = '{ repay = { account = "A1", amount = 2 } }'
    seals = {}
    for together in ("true", "false"):
        kept = tmp_path / f"{together}.db"
        assert play(PHONE + step.format(together, fine), "--keep", str(kept)).status == 0
        with Ledger.open(kept).read() as tx:
            seals[together] = len(tx.sittings("A1"))
            assert [event.fact.amount_fen for event in tx.book("A1").events if hasattr(event.fact, "means")] == [
                100,
                200,
            ]
    assert seals["false"] == seals["true"] + 1
    refused = play(
        PHONE + step.format("true", '{ repay = { account = "A9", amount = 2 } }'), "--keep", str(tmp_path / "no.db")
    )
    assert refused.status == 6
    with Ledger.open(tmp_path / "no.db").read() as tx:
        assert len(tx.book("A1").events) == 2  # neither of them happened


TOGETHER = """
[[step]]
together = true
error = "limit-exceeded"

  [[step.steps]]
  charge = { account = "A1", amount = 100 }
  as = "first"

  [[step.steps]]
  charge = { account = "A1", amount = 20000 }

[[step]]
show = { account = "A1" }
expect = { used = 5999, plans.length = 1 }
"""


def test_what_is_done_together_is_refused_as_a_whole_where_that_is_expected(play):
    passed = play(PHONE + TOGETHER, "--json")
    assert (passed.status, passed.data["expectation_count"], passed.data["failure_count"]) == (0, 3, 0)
    assert passed.data["files"][0]["stopped"] is False
    junit = ElementTree.fromstring(play(PHONE + TOGETHER, "--junit").out)
    assert [case.get("name") for case in junit.iter("testcase")] == ["2 charge", "3 together", "4 show"]
    (other,) = play((PHONE + TOGETHER).replace("limit-exceeded", "account-locked"), "--json").data["files"]
    (failure,) = other["failures"]
    assert (failure["step"], failure["kind"], failure["command"]) == ("3", "refused", "charge")
    assert [failure["differences"][0][key] for key in ("expected", "found")] == ["account-locked", "limit-exceeded"]
    assert (other["expectation_count"], other["failure_count"], other["stopped"]) == (2, 1, True)
    (fine,) = play((PHONE + TOGETHER).replace("amount = 20000", "amount = 2"), "--json").data["files"]
    assert (fine["failures"][0]["kind"], fine["failures"][0]["command"]) == ("not-refused", "together")
    # What did not happen has no name.
    named = play(PHONE + TOGETHER + "\n[[step]]\nschedule = { plan = '{first.plan_id}' }\n", "--json")
    assert named.error["code"] == "scenario-name-unknown"


def test_what_is_done_together_within_what_is_done_together_is_undone_with_it(play):
    inner = "{ together = true, steps = [{ charge = { account = 'A1', amount = 1 } }] }"
    steps = f"[{inner}, {{ charge = {{ account = 'A1', amount = 2 }} }}, {{ lock = {{ account = 'A9' }} }}]"
    together = f"\n[[step]]\ntogether = true\nerror = 'account-unknown'\nsteps = {steps}\n"
    heads = {play(text, "--json").data["files"][0]["head"] for text in (PHONE, PHONE + together)}
    assert len(heads) == 1


def test_names_may_have_capitals_and_letters_of_any_script(play):
    text = PHONE.replace("price", "Price_2").replace("phone", "Phone").replace('as = "li"', 'as = "李"')
    text = text.replace("{li.", "{李.").replace("[vars]", "[vars]\n'Å' = '3'")
    step = '\n[[step]]\nrepay = { account = "{李.account_id}", amount = "{Å}" }\n'
    step += '\n[[step]]\nschedule = { plan = "{Phone.plan_id}" }\nexpect = { totals.principal = 5999 }\n'
    result = play(text + step, "--json")
    assert (result.status, result.data["failure_count"]) == (0, 0)


@pytest.mark.parametrize("name", ["Shop", "Å", "a b", " price", "price.x", "li.nothing", "li.account_id.x", "round"])
def test_what_stands_in_braces_is_never_taken_for_text(play, name):
    step = f'\n[[step]]\ncharge = {{ account = "A1", amount = 1, merchant = "at {{{name}}}" }}\n'
    assert play(PHONE + step, "--json").error["code"] == "scenario-name-unknown"


@pytest.mark.parametrize(
    ("given", "code", "told"),
    [
        ('amount_fen = 1250, amount = "99.50"', "options-exclusive", "amount_fen, amount"),
        ('amount = "99.50", "amount-fen" = 1250', "options-exclusive", "amount, amount-fen"),
        ("amount = 1, dry_run = true, dry-run = false", "options-exclusive", "dry_run, dry-run"),
        (
            "amount_fen = '12.50'",
            "scenario-fen-malformed",
            "amount_fen takes a whole number of fen, and '12.50' is none",
        ),
        ("amount_fen = -5", "scenario-fen-malformed", "'-5' is none"),
        ("amount_fen = true", "scenario-fen-malformed", "is none"),
        ("amount_fen = 99999999999999999999", "scenario-fen-malformed", "'99999999999999999999' is none"),
        ("amount = 1, merchant_fen = 5", "field-unknown", "'merchant-fen' is not an option of charge"),
    ],
)
def test_an_amount_is_given_once_and_in_fen_as_a_whole_number(play, given, code, told):
    error = play(PHONE + f'\n[[step]]\ncharge = {{ account = "A1", {given} }}\n', "--json").error
    assert (error["code"], error["line"]) == (code, 18)
    assert told in error["message"]


@pytest.mark.parametrize("command", sorted(BESIDE))
def test_a_command_about_other_files_is_told_to_be_no_step(play, command):
    error = play(PHONE + f'\n[[step]]\n"{command}" = {{}}\n', "--json").error
    assert (error["code"], error["message"].split(" is ")[0]) == ("scenario-command-beside", command)
    assert "Did you mean" not in error["hint"]


def test_a_command_that_is_misspelt_is_told_the_nearest_and_no_list_that_is_cut(play):
    near, far = (play(PHONE + f"\n[[step]]\n{name} = {{}}\n", "--json").error["hint"] for name in ("chrage", "zzz"))
    assert "charge" in near and "baitiao scenario schema --plain" in near
    assert far == "All that it plays: baitiao scenario schema --plain"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_help_has_a_whole_file_that_passes(run, play, language):
    """What the hint of `scenario-malformed` promises."""
    page = run("scenario", "run", "--help", "--lang", language).out
    file = page[page.index("  [[step]]") :].replace("\n  ", "\n")
    result = play(file.lstrip(), "--json")
    assert (result.status, result.data["expectation_count"]) == (0, 1)


def test_two_braces_stand_for_one(play):
    step = '\n[[step]]\ncharge = { account = "A1", amount = 1, merchant = "{{a}} {price}}}" }\n'
    shown = '\n[[step]]\nshow = { account = "A1" }\nexpect.plans.A1P2.merchant = "{{a}} 5999.00}}"\n'
    assert play(PHONE + step + shown).status == 0


def test_whatever_is_wrong_with_a_file_has_its_place_in_one_form(play, tmp_path):
    """The third step begins on the eighteenth line."""
    place = f"{tmp_path}/scenario.toml:18, step 3: "
    for step in ("list = {}\nlst = {}", "lst = {}", "repay = { account = 'A1', amount = 'much' }", "list = '{'"):
        text = PHONE + f"\n[[step]]\n{step}\n"
        told, data = play(text), play(text, "--json").error
        assert told.status == 2 and place in told.err.splitlines()[0], told.err
        assert (data["file"], data["line"], data["step"]) == (f"{tmp_path}/scenario.toml", 18, "3")
    inline = "vars.x = 1\nstep = [{ today = 2026-01-05, repay = { account = 'A1', amount = 'much' } }]\n"
    assert f"{tmp_path}/scenario.toml, step 1: " in play(inline).err
    assert "scenario.toml:18, 第 3 步: " in play(PHONE + "\n[[step]]\nlst = {}\n", "--lang", "zh").err


TWO_PEOPLE = """
[[step]]
today = 2026-01-05
operator = { name = "scenario", role = "supervisor,admin" }
[[step]]
operator = { name = "anna", role = "admin" }
[[step]]
approval = { kind = "waiver", always = true }
[[step]]
open = { name = "Li Lei", limit = 20000 }
[[step]]
together = true
steps = [{ charge = { account = "A1", amount = 400 } }, { credit = { account = "A1", amount = 50, reason = "x" } }]
"""


def test_what_needs_a_second_person_cannot_wait_amid_what_is_done_together(play, run, tmp_path):
    kept = str(tmp_path / "kept.db")
    refused = play(TWO_PEOPLE, "--keep", kept, "--json")
    assert refused.status == 6 and "approval-not-kept" in refused.out
    assert run("check", "--ledger", kept).status == 0
    assert run("show", "A1", "--ledger", kept, "--today", "2026-01-05", "--json").data["used_fen"] == 0


@pytest.mark.parametrize("name", ["13800001234", "\\u001b[31mred"])
def test_the_operator_of_a_scenario_is_read_as_any_other(play, name, tmp_path):
    refused = play(f'operator = "{name}"\n' + PHONE, "--keep", str(tmp_path / "kept.db"), "--json")
    assert refused.status == 2
    assert refused.error["code"] in {"text-personal", "text-unprintable"}


def test_days_can_be_counted_from_the_clock(play):
    steps = ['today = "+1 month"'] * 4 + ['today = "+2 weeks"', 'today = "-3 days"']
    text = PHONE.replace("2026-01-05", "2025-10-31").replace("2026-01-08", "2025-10-31")
    for days in ("2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-14"):
        text += f'\n[[step]]\n{steps.pop(0)}\ncredit = {{ account = "A1", amount = 1, reason = "x" }}\n'
        text += f"expect = {{ effective_on = {days} }}\n"
    assert play(text).status == 0
    assert play(text + "\n[[step]]\ntoday = '-3 days'\nlist = {}\n", "--json").error["code"] == "scenario-clock-back"


FIGURES = """
[[step]]
show = { account = "A1" }
expect.available = "14,000.00"
expect.used = 6000
expect.owed_fen = "100"
expect.plans.length = "1"
expect.plans.0 = "A1P1"
expect.days_past_due = true
expect.next_due_on = "none"
expect.limit_fen = 1
expect.opne = "none"
"""


def test_figures_that_differ_are_written_alike(play):
    result = play(PHONE.replace("price = ", "price_ = ").replace('"{price}"', "5999") + FIGURES, "--plain")
    told = dict(line.split("\t", 1) for line in result.out.splitlines() if "\t" in line)
    assert told["available"] == "14,000.00\t14,001.00\t1.00"
    assert told["used"] == "6,000.00\t5,999.00\t-1.00"
    assert told["owed_fen"].startswith('"100" (text)\t') and told["owed_fen"].rstrip().endswith("(number)")
    assert told["plans.length"].rstrip() == '"1" (text)\t1 (number)'
    assert told["plans.0"].rstrip() == '"A1P1" (text)\t{…} (table)'
    assert told["days_past_due"].rstrip() == "true (flag)\t0 (number)"
    assert told["next_due_on"].rstrip() == "none\t2026-02-12"
    assert told["limit_fen"] == "0.01\t20,000.00\t19,999.99"
    assert told["opne"].rstrip() == "none\tno such key"
    xml = play(PHONE + FIGURES, "--junit").out
    lines = ('plans.length: "1" (text) != 1 (number)', "days_past_due: true (flag) != 0", "opne: none != no such key")
    for line in lines:
        assert line in xml.replace("&quot;", '"')
    assert '"A1P1" (文字)\t{…} (表)' in play(PHONE + FIGURES, "--lang", "zh").out


def test_junit_names_every_expectation(play, tmp_path):
    result = play(
        MINIMUM.replace("fee = 431.88", "fee = 431.87").replace('title = "A', 'title = "<A> & \u202e'), "--junit"
    )
    assert result.status == 6
    root = ElementTree.fromstring(result.out)
    assert (root.get("tests"), root.get("failures")) == ("3", "1")
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert list(cases) == ["2 charge", "4 schedule", "5 show"]
    assert cases["4 schedule"].find("failure").text.endswith("totals.fee: 431.87 != 431.88")
    assert "\u202e" not in result.out
    assert play(MINIMUM, "--junit").status == 0


def test_junit_has_the_good_files_beside_those_that_cannot_be_played(run, tmp_path):
    texts = {"good": PHONE, "wrong": PHONE.replace("535.90", "1.00"), "malformed": "x = 1"}
    texts["late"] = PHONE + '\n[[step]]\nrepay = { account = "A1", amount = "much" }\n'
    for name, text in texts.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    files = [str(tmp_path / f"{name}.toml") for name in ("malformed", "good", "absent", "late", "wrong")]
    result = run("scenario", "run", *files, "--junit")
    assert (result.status, "scenario-malformed" in result.err) == (2, True)
    root = ElementTree.fromstring(result.out)
    assert [root.get(name) for name in ("tests", "failures", "errors")] == ["5", "1", "3"]
    suites = {Path(suite.get("name")).stem: suite for suite in root}
    assert {name: len(suite.findall(".//error")) for name, suite in suites.items()} == {
        "malformed": 1, "good": 0, "absent": 1, "late": 1, "wrong": 0,
    }  # fmt: skip
    assert suites["malformed"].find(".//error").get("type") == "scenario-malformed"
    assert [suites["late"].find("testcase").get(name) for name in ("name", "line")] == ["3", "18"]
    assert "late.toml:18, step 3: " in suites["late"].find(".//error").text
    assert run("scenario", "run", *files[1:2], files[4], "--junit").status == 6


@pytest.fixture(params=[signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def number(request):
    """A signal that is heeded: a shell has those ignored that are meant for what runs in front."""
    before = signal.signal(request.param, signal.default_int_handler)
    yield request.param
    signal.signal(request.param, before)


@pytest.mark.parametrize("options", [(), ("--keep", "kept.db")], ids=["thrown away", "kept"])
def test_a_signal_that_ends_it_leaves_nothing_behind(play, tmp_path, monkeypatch, number, options):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.delenv("BAITIAO_KEY_FILE")
    seen = []

    def ended(*_):
        seen.extend(path.name for path in tmp_path.rglob("*.db"))
        os.kill(os.getpid(), number)
        signal.pause()

    monkeypatch.setattr("baitiao_cli.cli.playing.play", ended)
    before = signal.getsignal(number)
    assert play(PHONE, *options, "--json").error["code"] == "cancelled"
    assert seen == ["kept.db" if options else "ledger.db"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(("baitiao-", "kept"))] == []
    assert signal.getsignal(number) is before


def test_a_long_run_is_told_on_a_terminal(play, monkeypatch):
    """A bar is drawn when it takes long, of the steps that there may be at most: 2 and 24 rounds of 1 and 3, and 2."""
    drawn = []
    terminal = SimpleNamespace(stderr=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("baitiao_cli.cli.progress.sys", terminal)
    monkeypatch.setattr("baitiao_cli.cli.progress.perf_counter", iter(range(1000)).__next__)

    @contextmanager
    def bar(language, doing):
        yield lambda done, total: drawn.append((done, total))

    monkeypatch.setattr("baitiao_cli.show.progress.progress_bar", bar)
    assert play(MINIMUM, "--json").status == 0
    assert drawn[0] == (1, 100) and drawn[-1] == (40, 100)


def test_every_command_is_played_or_is_none_of_a_ledger():
    assert set(VERBS) <= set(commands())
    assert set(commands()) | BESIDE == set(MODULES)


def test_no_command_opens_the_ledger_past_its_request():
    """One that did would look at the wrong ledger when a scenario plays it."""
    for module in sorted({MODULES[name] for name in commands()}):
        source = Path(import_module(f"baitiao_cli.cli.{module}").__file__).read_text(encoding="utf-8")
        assert "Ledger.open" not in source, module


def test_a_product_of_its_own_is_offered_in_the_scenario_alone(play, run):
    own = '[products.mine]\nmethod = "equal-principal"\ninstallments = [4]\ndue_by = "anniversary"\n'
    own += 'payoff = "accrued-days"\nsurplus = "next-installment"\nrate_per = "year"\n'
    own += "rate_ppb_by_tier = { A = 120000000, B = 120000000, C = 120000000, D = 120000000 }\n"
    text = own + PHONE.replace("title =", "#").replace("[vars]\nprice", "vars.price").replace("vars.price", "#")
    step = '[[step]]\ncharge = { account = "A1", amount = 400, product = "mine", on = 2026-01-08 }\n'
    text = own + '[[step]]\ntoday = 2026-01-08\nopen = { name = "-", limit = 900 }\n' + step
    # 400.00 x 12% x 31/365 = 4.0767...
    assert play(text + 'expect = { rows.length = 4, rows.0.interest = "4.08", rows.0.principal = 100 }\n').status == 0
    assert run("product", "mine", "--json").error["code"] == "product-unknown"
    assert play(text.replace("mine", "inst"), "--json").error["code"] == "product-file-invalid"


def test_standard_input_and_several_files(run, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(PHONE, encoding="utf-8")
    result = run("scenario", "run", str(tmp_path / "a.toml"), "-", str(tmp_path / "b.toml"), "--json", stdin=PHONE)
    assert [file["passed"] for file in result.data["files"]] == [True] * 3


def test_a_recording_is_proved_and_tells_nobody(at, run, ledger, tmp_path):
    at("2026-02-05", "repay", "A1", "100", "--note", "from his brother", "--means", "招行")
    at("2026-02-06", "credit", "A1", "5", "--reason", "complaint")
    file = tmp_path / "a1.toml"
    result = at("2026-03-20", "scenario", "record", "A1", "-o", str(file))
    assert result.status == 0
    assert "proved by a replay with the same figures" in result.out
    text = file.read_text(encoding="utf-8")
    for told in (
        "李雷",
        "13800001234",
        "000000199009011234",
        "手机店",
        "超市",
        "T-1001",
        "brother",
        "招行",
        "complaint",
    ):
        assert told not in text
    assert file.stat().st_mode & 0o777 == 0o600
    played = run("scenario", "run", str(file), "--keep", str(tmp_path / "again.db"), "--json")
    assert played.status == 0
    figures = [
        at("2026-03-20", "show", "A1", "--json").data,
        run("show", "A1", "--json", "--ledger", str(tmp_path / "again.db"), "--today", "2026-03-20").data,
    ]
    for name in ("owed_fen", "due_fen", "overdue_fen", "days_past_due", "next_due_on", "owed_parts"):
        assert figures[0][name] == figures[1][name]
    assert at("2026-03-20", "scenario", "record", "A1").out == text
    assert at("2026-03-20", "scenario", "record", "A1", "--json").data["toml"] == text
    assert at("2026-03-20", "scenario", "record", "A1", "-o", str(file), "--json").error["code"] == "file-exists"
    assert at("2026-03-20", "scenario", "record", "A7", "--json").error["code"] == "account-unknown"


def test_a_recording_is_named_after_the_account_that_it_was_made_of(at, ledger):
    at("2026-02-05", "open", "--name", "x", "--limit", "100")
    text = at("2026-03-20", "scenario", "record", "A2").out
    assert text.startswith('title = "A2, recorded"\n')
    assert 'account = "A1"' in text  # played alone, it is the first account of its ledger


def test_the_schema_is_one_document_in_both_languages(run):
    english, chinese = (json.loads(run("scenario", "schema", "--lang", each).out) for each in ("en", "zh"))
    assert english["properties"].keys() == chinese["properties"].keys()
    step = english["definitions"]["step"]["properties"]
    assert set(commands()) < set(step)
    assert "limit_fen" in step["open"]["properties"]
    assert step["decide-limit"]["required"] == ["account", "reason"]
    assert "账户" in chinese["definitions"]["step"]["properties"]["show"]["description"]


LOOKED_AT = """
title = "Two bills"

[[step]]
today = 2026-01-05
open = { name = "Li Lei", limit = 20000 }

[[step]]
today = 2026-01-08
charge = { account = "A1", amount = 1200, installments = 3 }
LOOKS
[[step]]
today = 2026-03-05
statement = { account = "A1" }
expect = { bills.length = 2, bills.1.billed_on = 2026-03-03 }
"""
LOOKS = "".join(
    f'\n[[step]]\ntoday = {day}\n{look} = {{ account = "A1" }}\n'
    for day in ("2026-02-20", "2026-03-05")
    for look in ("show", "statement", "show")
)


def test_looking_changes_nothing_of_what_comes(run, tmp_path):
    """A bill whose day has come is shown before it is issued; it is there again, however often it was looked at."""
    for looks in ("", LOOKS):
        (tmp_path / "looked.toml").write_text(LOOKED_AT.replace("LOOKS", looks), "utf-8")
        told = run("scenario", "run", str(tmp_path / "looked.toml"))
        assert told.status == 0, told.out
