"""The Python API: its page runs, its stub is what the commands are, and a method does what the command does."""

from __future__ import annotations

import doctest
import io
import json
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

import baitiao_cli
from baitiao_cli import Answer, BaitiaoError, Ledger, fen, quote, rate
from baitiao_cli.actions.batch import VERBS
from baitiao_cli.api.calling import OFFERED, method_of
from baitiao_cli.api.commands import Commands
from tests import python_api

DAY = date(2026, 2, 3)


def noon() -> datetime:
    return datetime(2026, 2, 3, 4, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path):
    made = Ledger.create(tmp_path / "ledger.db", today="2026-01-05", operator="ann", clock=noon)
    made.open(name="李雷", limit="10000")
    made.today = date(2026, 1, 12)
    made.charge("A1", "1200", installments=12, merchant="<b>Shop</b> & 超市")
    made.today = DAY
    made.accrue()
    return made


def refusal(call, *given, **named):
    with pytest.raises(BaitiaoError) as caught:
        call(*given, **named)
    return caught.value


@pytest.fixture
def columns(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")


def test_the_page_runs(columns):
    page = python_api.PAGE
    tests, failed = doctest.DocTestParser(), []
    case = tests.get_doctest(page.read_text(encoding="utf-8"), {}, page.name, str(page), 0)
    doctest.DocTestRunner(verbose=False).run(case, out=failed.append)
    assert case.examples
    assert "".join(failed) == ""


def test_every_public_name_is_told_on_the_page_and_is_there():
    page = python_api.PAGE.read_text(encoding="utf-8")
    for name in baitiao_cli.__all__:
        assert f"`{name}`" in page
        assert getattr(baitiao_cli, name)
    assert set(baitiao_cli.__all__) <= set(dir(baitiao_cli))
    assert refusal_of_name("Nothing")


def refusal_of_name(name):
    with pytest.raises(AttributeError, match=name):
        getattr(baitiao_cli, name)
    return True


def test_the_stub_and_the_page_name_the_methods_as_they_are():
    assert python_api.STUB.read_text(encoding="utf-8") == python_api.stub()
    page = python_api.PAGE.read_text(encoding="utf-8")
    assert page == python_api.with_methods(page)


def test_every_verb_and_no_attribute_of_a_ledger_is_a_method():
    assert set(VERBS) <= set(OFFERED.values())
    assert not set(OFFERED) & {name for name in vars(Ledger) if not name.startswith("_")}
    assert set(OFFERED) <= set(dir(Commands()))
    with pytest.raises(AttributeError, match="repya"):
        Commands().repya  # noqa: B018


def test_importing_the_package_imports_no_command():
    code = "import sys, baitiao_cli; print([name for name in sys.modules if name.startswith('baitiao_cli.')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(
    ("words", "call"),
    [
        ("show A1", lambda one: one.show("A1")),
        ("schedule A1P1 --as-of 2026-03-01", lambda one: one.schedule("a1p1", as_of=date(2026, 3, 1))),
        ("statement A1 --bill 1", lambda one: one.statement("A1", bill=1)),
        ("history A1 --known-at 2", lambda one: one.history("A1", known_at=2)),
        ("list --status open", lambda one: one.list(status="open")),
        ("payoff A1", lambda one: one.payoff("A1")),
        ("why A1 --between 2026-01-05 2026-02-03", lambda one: one.why("A1", between=(date(2026, 1, 5), "2026-02-03"))),
        ("report purchases --by merchant", lambda one: one.report_purchases(by="merchant")),
        ("repay A1 107.20 --note x", lambda one: one.repay("A1", fen(107_20), note="x")),
        ("charge A1 600 --installments 6 --dry-run", lambda one: one.charge("A1", "600", installments=6, dry_run=True)),
        ("limit A1 9000.5", lambda one: one.limit("A1", Decimal("9000.50"))),
        ("refund A1P1 10", lambda one: one.refund("A1P1", Decimal(10))),
        ("lock A1", lambda one: one.lock("A1")),
        ("auto-repay A1 --means card", lambda one: one.auto_repay("A1", means="card")),
        ("reverse A1E2", lambda one: one.reverse("A1E2")),
    ],
)
def test_a_method_answers_what_the_command_answers(ledger, run, tmp_path, monkeypatch, words, call):
    monkeypatch.setenv("BAITIAO_OPERATOR", "ann")
    other = shutil.copy(tmp_path / "ledger.db", tmp_path / "other.db")
    typed = run(*words.split(), "--json", "--today", str(DAY), "--ledger", str(other))
    assert call(ledger).json() == typed.out.rstrip("\n"), typed.err


def test_the_same_calls_make_the_same_ledger(tmp_path):
    heads = []
    for name in ("one", "two"):
        made = Ledger.create(tmp_path / name / "ledger.db", today=DAY, operator="ann", clock=noon)
        made.open(name="李雷", limit="10000")
        made.repay("A1", "5")
        with made.branch() as branch:
            branch.repay("A1", "7")
        heads.append(made.history("A1").json())
    assert heads[0] == heads[1]


@pytest.mark.parametrize("amount", [500.0, 500, True, None, float("nan"), b"5", 10**30, date(2026, 1, 1)])
def test_an_amount_that_does_not_say_what_it_counts_is_refused(ledger, amount):
    assert refusal(ledger.repay, "A1", amount).code == "value-unfit"


@pytest.mark.parametrize("amount", ["1e3", "NaN", Decimal("NaN"), Decimal("0.001"), "５", "", "1\x00"])
def test_an_amount_is_read_as_strictly_as_on_the_command_line(ledger, amount):
    assert refusal(ledger.repay, "A1", amount).status == 2


def test_what_stays_in_the_ledger_is_read_as_strictly_too(ledger):
    assert refusal(ledger.repay, "A1", "1", note="call 13800001234").code == "text-personal"
    assert refusal(ledger.repay, "A1", "1", on=datetime(2026, 2, 3)).code == "value-unfit"
    assert refusal(ledger.lock, "A1", reason="a\nb").code == "text-unprintable"
    assert refusal(ledger.show, "A1P1").code == "id-of-another-kind"
    assert refusal(ledger.why, "A1", between="2026-01-01").code == "value-unfit"
    assert refusal(ledger.repay, "A1", "1", dry_run="no").code == "value-unfit"
    assert refusal(fen, 1.5).code == "value-unfit"
    with pytest.raises(TypeError, match="amount"):
        ledger.repay("A1")
    with pytest.raises(TypeError, match="monut"):
        ledger.repay("A1", "1", monut="1")


def test_an_error_tells_itself(ledger):
    error = refusal(ledger.charge, "A1", "99999")
    assert (error.code, error.status, error.details["available_fen"]) == ("limit-exceeded", 4, 8800_00)
    assert str(error) == f"limit-exceeded: {error.message}"
    assert error.__notes__ == [error.hint]
    assert "8,800.00 元" in refusal(Ledger(ledger.path, today=DAY, lang="zh").charge, "A1", "99999").message
    assert refusal(Ledger, ledger.path.with_name("none.db")).code == "ledger-missing"
    assert refusal(Ledger.create, ledger.path).message


def test_the_day_may_be_set_as_text_at_any_time(ledger):
    ledger.today = "2026-02-20"
    assert (ledger.today, ledger.show("A1").as_of) == (date(2026, 2, 20), date(2026, 2, 20))
    for wrong, code in ((20260220, "value-unfit"), (noon(), "value-unfit"), ("2026-13-05", "date-malformed")):
        assert refusal(setattr, ledger, "today", wrong).code == code
    assert ledger.today == date(2026, 2, 20)
    with ledger.branch() as branch:
        assert branch.difference("A1", as_of="2026-02-21").as_of == date(2026, 2, 21)
        assert refusal(branch.difference, "A1", as_of=3).code == "value-unfit"


def test_who_does_it_is_read_whenever_it_is_set(ledger):
    for wrong, code in ((5, "value-unfit"), ("13800001234", "text-personal"), ("\x1b[31mred", "text-unprintable")):
        assert refusal(setattr, ledger, "operator", wrong).code == code
    assert refusal(setattr, ledger, "operator", "").code
    ledger.operator = " ben  li "
    ledger.repay("A1", "1")
    assert ledger.history("A1").data["lines"][-1]["operator"] == "ben li"
    assert ledger.check()["findings"] == []


def test_an_instant_of_any_zone_is_noted_in_utc_and_one_of_none_is_refused(ledger):
    shanghai = timezone(timedelta(hours=8))
    ledger.clock = lambda: datetime(2026, 2, 4, 1, 30, tzinfo=shanghai)
    ledger.repay("A1", "1")
    assert ledger.history("A1").data["lines"][-1]["recorded_at"] == "2026-02-03T17:30:00.000000Z"
    ledger.clock = lambda: datetime(2026, 2, 4, 1, 30)
    assert refusal(ledger.repay, "A1", "1").code == "value-unfit"


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ({"lang": "fr"}, "choice-unknown"),
        ({"lang": None}, "choice-unknown"),
        ({"today": "2026-13-05"}, "date-malformed"),
        ({"today": 5}, "value-unfit"),
        ({"operator": "a\nb"}, "text-unprintable"),
        ({"operator": 5}, "value-unfit"),
        ({"clock": datetime.now}, "value-unfit"),
    ],
)
def test_settings_that_cannot_be_are_refused_in_words_and_nothing_is_made(tmp_path, settings, code):
    made = tmp_path / "made.db"
    error = refusal(Ledger.create, made, **settings)
    assert error.code == code and error.message and error.hint
    assert not made.exists()
    assert refusal(Ledger.throw_away, **settings).code == code


def test_every_refusal_has_its_sentence_and_its_hint(ledger):
    for error in (
        refusal(fen, 1.5),
        refusal(rate, {"advance": 1}, "per-period"),
        refusal(rate, {}, "per-period", lang="fr"),
        refusal(setattr, ledger, "lang", "fr"),
    ):
        assert error.message and error.hint
    assert ledger.lang == "en"


def test_a_branch_is_over_after_its_block(ledger):
    with ledger.branch() as branch:
        with branch.branch() as inner:
            inner.repay("A1", "107.20")
            for call, *given in ((branch.show, "A1"), (branch.repay, "A1", "1"), (branch.difference, "A1")):
                assert refusal(call, *given).code == "branch-left"
            with pytest.raises(BaitiaoError, match="branch-left"), branch.branch():
                pass
        assert branch.show("A1")["due_fen"] == ledger.show("A1")["due_fen"]
        assert refusal(inner.show, "A1").code == "branch-over"
        branch.show("A1")
    for call in (branch.show, branch.repay, branch.difference):
        given = ("A1", "1") if call.__name__ == "repay" else ("A1",)
        assert refusal(call, *given).code == "branch-over"
    with pytest.raises(BaitiaoError, match="branch-over"), branch.branch():
        pass


def test_tables_of_a_notebook_have_every_figure_and_nothing_but_text(ledger, columns):
    schedule = ledger.schedule("A1P1")
    page = schedule._repr_html_()
    assert "&lt;b&gt;Shop&lt;/b&gt; &amp; 超市" in page
    assert "<b>" not in page
    assert page.count("<tr>") == 1 + 12 + 1 + len(schedule._document.tables[1].told)
    assert page.count(">107.20<") == 24  # to pay and left
    assert 'lang="zh"' in Ledger(ledger.path, today=DAY, lang="zh").show("A1")._repr_html_()
    assert repr(schedule).startswith("                   Principal")
    assert ledger.show("A1").notes == []


def test_a_branch_is_thrown_away_also_after_an_error(ledger):
    was, told = ledger.path.read_bytes(), ledger.show("A1").json()
    with pytest.raises(ZeroDivisionError), ledger.branch() as branch:
        branch.repay("A1", "107.20", on="2026-03-05")
        assert refusal(branch.charge, "A1", "99999").code == "limit-exceeded"
        assert branch.show("A1")["owed_fen"] < ledger_owed(ledger)
        with branch.branch() as further:
            further.payoff("A1", pay=True)
            assert further.show("A1")["owed_fen"] == 0
        assert branch.show("A1")["owed_fen"] > 0
        assert branch.quote("100", account="A1", installments=3)["kept"]
        1 / 0  # noqa: B018
    assert ledger.path.read_bytes() == was
    assert ledger.show("A1").json() == told


def ledger_owed(ledger):
    return ledger.show("A1", as_of="2026-03-05")["owed_fen"]


def test_a_branch_tells_what_the_command_tells(ledger, run):
    with ledger.branch() as branch:
        branch.repay("A1", "107.20", on=date(2026, 3, 5))
        branch.charge("A1", "600", installments=6)
        found = branch.difference("A1")
    words = "what-if A1 --json -- repay 107.20 --on 2026-03-05 -- charge 600 --installments 6 --operator ann"
    typed = run(*words.split(), "--today", str(DAY), "--ledger", str(ledger.path))
    assert json.loads(found.json()) == json.loads(typed.out)


def test_a_branch_shows_nobody_in_the_clear_and_touches_no_file(ledger, tmp_path):
    with ledger.branch() as branch:
        assert refusal(branch.show, "A1", unmask=True, reason="x").code == "unmask-not-kept"
        assert refusal(branch.find, "李雷", unmask=True, reason="x").code == "unmask-not-kept"
        for command in ("backup", "privacy export", "rebuild", "init", "check"):
            assert refusal(branch.run, command).code == "what-if-not-a-verb"
        assert branch.repay("A1", "1").kept is False
        assert len(branch.find("李雷")["accounts"]) == 1
    assert refusal(ledger.run, "what-if", "A1").code == "not-for-python"
    assert refusal(ledger.run, "repya", "A1").code == "command-unknown"
    ledger.run("backup", tmp_path / "saved.db")
    assert (tmp_path / "saved.db").exists()
    assert ledger.show("A1", unmask=True, reason="asked")["person"]["name"] == "李雷"


def test_what_would_write_to_the_terminal_answers(ledger, tmp_path, capsys):
    page = tmp_path / "page.html"
    assert "$schema" in ledger.run("scenario schema")["json_schema"]
    assert "[[step]]" in ledger.run("scenario record", "A1")["toml"]
    assert ledger.run("learn", "late-days", nights=1)["lesson"] == "late-days"
    assert ledger.run("learn", "late-days", html=True, output=page)["format"] == "html"
    assert "complete" in ledger.run("completion", "bash")["script"]
    assert ledger.run("export", format="csv", output=tmp_path / "books.csv")["entry_count"] > 0
    assert page.read_text("utf-8").lower().startswith("<!doctype html>")
    assert capsys.readouterr() == ("", "")


def test_files_of_a_command_are_one_or_a_list(ledger, tmp_path, capsys):
    files = [tmp_path / "a.toml", tmp_path / "b.toml"]
    for file in files:
        file.write_text(ledger.run("scenario record", "A1")["toml"], "utf-8")
    assert len(ledger.run("scenario run", files[0])["files"]) == 1
    both = ledger.run("scenario run", files)
    assert both["passed"] and [one["file"] for one in both["files"]] == [str(file) for file in files]
    assert refusal(ledger.run, "scenario run", []).code == "value-unfit"
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("command", "named", "code"),
    [
        (5, {}, "value-unfit"),
        ("what-if", {"account": "A1"}, "not-for-python"),
        ("export", {"format": "csv"}, "not-for-python"),
        ("learn", {"lesson": "late-days", "html": True}, "not-for-python"),
        ("scenario run", {"file": "a.toml", "junit": True}, "not-for-python"),
        ("completion", {}, "call-unfit"),
        ("show", {"acount": "A1"}, "call-unfit"),
    ],
)
def test_what_cannot_be_called_is_refused_in_words(ledger, capsys, command, named, code):
    error = refusal(ledger.run, command, **named)
    assert error.code == code and error.message and error.hint
    assert capsys.readouterr() == ("", "")


def test_a_call_that_does_not_fit_tells_what_the_command_takes(ledger):
    told = [
        str(refusal(ledger.capture, *given, **named))
        for given, named in [((), {}), (("A1H1", "1", "2"), {}), (("A1H1",), {"hold": "A1H1"})]
    ]
    assert told == [
        "call-unfit: capture cannot be called so: hold must be given.",
        "call-unfit: capture cannot be called so: these are too many values without a name.",
        "call-unfit: capture cannot be called so: hold is given twice.",
    ]
    assert refusal(ledger.capture).hint.startswith("It takes: hold, amount=, ")


def test_a_ledger_works_from_threads_and_a_branch_from_its_own(ledger):
    with ThreadPoolExecutor(4) as threads:
        owed = [answer["owed_fen"] for answer in threads.map(ledger.show, ["A1"] * 8)]
        assert owed == [ledger.show("A1")["owed_fen"]] * 8
        with ledger.branch() as branch:
            for call, *given in ((branch.show, "A1"), (branch.repay, "A1", "1"), (branch.difference, "A1")):
                assert refusal(threads.submit(call, *given).result).code == "branch-elsewhere"
            assert branch.show("A1")["owed_fen"] == owed[0]


def test_an_answer_is_a_mapping_of_its_data(ledger):
    answer = ledger.show("A1")
    assert "owed_fen" in answer and "owed" not in answer
    assert dict(answer) == answer.data == answer
    assert list(answer) == list(answer.data) and len(answer) == len(answer.data)
    assert answer.get("owed", 0) == 0


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ({"installments": 3.0}, "Say a whole number: 3"),
        ({"down_payment": 3}, "Say it as text."),
        ({"on": 20260105}, "Say a day as datetime.date or as text: '2026-03-05'"),
        ({"evening": 1}, "Say True or False."),
        ({"trade_in": 1.5}, "Say yuan as text or Decimal ('12.50'), fen as fen(1250); a float is never taken."),
        ({"amount": None}, "It must be given: None stands for what is left out."),
    ],
)
def test_the_hint_tells_how_that_value_is_said(named, hint):
    assert refusal(quote, **{"amount": "1000"} | named).hint == hint


def test_lists_may_be_lists(ledger):
    assert quote("1000", fee="0.6%", compare=[3, 6]).data == quote("1000", fee="0.6%", compare="3,6")
    assert refusal(quote, "1000", compare=[3, 6.0]).code == "value-unfit"
    ledger.run("operator", "ann", role=["admin", "clerk"])
    assert set(ledger.operators()["operators"][0]["roles"]) == {"clerk", "admin"}


def test_details_are_plain_and_in_the_language_of_the_ledger(ledger):
    told = Ledger(ledger.path, today=DAY, lang="zh")
    error = refusal(told.repay, "A1P1", "1")
    assert error.details["needed"] == "账户编号"
    assert all(type(value) in (str, int, list, date) for value in error.details.values())
    assert refusal(ledger.charge, "A1", "99999").details["limit_fen"] == 10_000_00


def test_numbers_that_no_reader_takes_are_refused_in_words():
    flow = {"t": 0, "amount": 1000}
    knot = {"advance": [flow]}
    knot["payments"] = [knot]
    huge = [flow | {"amount": 10**5000}], [flow | {"t": Decimal("1e9999999")}]
    for given in ({}, knot, *({"advance": flows} for flows in huge)):
        error = refusal(rate, given, "per-period")
        assert (error.code, error.details["file"]) == ("flows-malformed", "the flows given")
    assert refusal(rate, {("t", 1): flow}, "per-period").code == "value-unfit"
    assert refusal(quote, "1000", installments=10**5000).code == "number-malformed"
    assert refusal(quote, Decimal("1e99999999")).code == "amount-malformed"


def test_a_throw_away_ledger_is_gone():
    with Ledger.throw_away(today=DAY) as made:
        assert made.path.exists()
    assert not made.path.exists()


def test_without_a_ledger_nothing_is_kept(ledger):
    assert isinstance(quote("1000", installments=3, fee="0.6%"), Answer)
    assert quote("1000", installments=3, fee="0.6%", on=DAY)["kept"] is False
    assert rate({"advance": [{"t": 0, "amount": 1000}], "payments": [{"t": 1, "amount": Decimal(1010)}]}, "per-period")[
        "annual_rate"
    ].startswith("0.0100")
    assert refusal(rate, {"advance": [{"t": 0.5, "amount": 1}], "payments": []}, "per-period").code == "value-unfit"
    assert refusal(rate, {"advance": [], "payments": set()}, "per-period").code == "value-unfit"
    assert refusal(rate, {"advance": 1}, "per-period").code == "flows-malformed"


def test_help_tells_what_a_method_takes():
    repay = Commands().repay
    assert "Takes a repayment" in repay.__doc__
    assert list(repay.__signature__.parameters)[:2] == ["account", "amount"]
    assert method_of("merchants").signature.parameters["from_"]


def test_nobody_is_asked_even_on_a_terminal(ledger, monkeypatch):
    ledger.open(name="韩梅", limit="1000", phone="13800001234")
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    monkeypatch.setattr(sys, "stdin", terminal)
    assert refusal(ledger.close, "A2").code == "verification-needed"
    assert ledger.close("A2", phone_digits="1234")["account_id"] == "A2"
