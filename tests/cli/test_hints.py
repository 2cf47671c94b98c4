"""Refusals name what the reader can do next, in commands that can be used as they are written."""

import pytest

TODAY = "2026-02-10"


@pytest.mark.parametrize("command", [["resume", "A1"], ["charge", "A1", "1"], ["hold", "A1", "1"]])
def test_of_several_suspensions_each_is_named_with_its_option(at, command):
    at(TODAY, "suspend", "A1", "--cause", "overdue")
    at(TODAY, "suspend", "A1", "--cause", "risk")
    for language in ("en", "zh"):
        hint = at(TODAY, *command, "--lang", language).err.splitlines()[1]
        assert hint.endswith("baitiao resume A1 --cause overdue / --cause risk")


def test_one_suspension_is_lifted_as_the_hint_says(at):
    at(TODAY, "suspend", "A1", "--cause", "risk")
    hint = at(TODAY, "charge", "A1", "1").err.splitlines()[1]
    assert hint.endswith(": baitiao resume A1 --cause risk")
    assert at(TODAY, *hint.partition("baitiao ")[2].split()).status == 0


def test_what_lifts_a_suspension_by_rule_is_not_the_operator(at):
    """Bill no. 1 was due on 2026-02-12 and never paid; `month` suspends for what is overdue for more than 30 days."""
    late = "2026-03-20"
    assert "nothing is overdue (lifts by itself)" in at(late, "show", "A1").out
    assert "还清逾期欠款 (自动恢复)" in at(late, "show", "A1", "--lang", "zh").out
    hint = at(late, "charge", "A1", "1").err.splitlines()[1]
    assert hint.endswith("It lifts by itself when nothing is overdue: baitiao repay A1 AMOUNT")
    at(late, "suspend", "A1", "--cause", "risk")
    hint = at(late, "charge", "A1", "1").err.splitlines()[1]
    assert hint.endswith("baitiao repay A1 AMOUNT; when that is so: baitiao resume A1 --cause risk")
    at(late, "resume", "A1", "--cause", "risk")
    asked = at(late, "resume", "A1").err.splitlines()[1]
    assert asked.endswith("; to lift it now: baitiao resume A1 --cause overdue --reason TEXT")
    at(late, "payoff", "A1", "--pay")
    assert at(late, "charge", "A1", "1").status == 0


def test_a_suspension_by_hand_is_lifted_by_hand(at):
    late = "2026-02-20"
    at(late, "suspend", "A1", "--cause", "overdue")
    assert "by itself" not in at(late, "show", "A1").out
    asked = at(late, "resume", "A1").err.splitlines()[1]
    assert "When that is so: baitiao resume A1 --cause overdue; to lift it now" in asked
    at(late, "payoff", "A1", "--pay")
    assert at(late, "resume", "A1", "--cause", "overdue").status == 0


def test_an_order_without_a_merchant(at):
    at(TODAY, "charge", "A1", "5", "--order", "X1")
    assert (
        "The order X1 of an unnamed merchant is plan A1P3 already."
        in at(TODAY, "charge", "A1", "5", "--order", "X1").err
    )


def test_nothing_to_pay_out(at):
    assert "A1 has no credit balance" in at(TODAY, "payout", "A1").err
    assert "has a credit balance of 0.00 yuan; 5.00 yuan" in at(TODAY, "payout", "A1", "--amount", "5").err
    at(TODAY, "payoff", "A1", "--pay")
    at(TODAY, "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    assert at(TODAY, "payout", "A1", "--json").error["code"] == "account-closed"


def test_a_hold_that_is_not_there(at):
    assert "There is no hold A1H9.\n" in at(TODAY, "release", "A1H9").err


def test_the_end_of_an_agreement_says_who_pays(at):
    at(TODAY, "auto-repay", "A1", "--means", "card")
    assert "the customer pays the bills from now on" in at(TODAY, "auto-repay", "A1", "--off").out


def test_an_option_of_two_values(at, run):
    assert "--between needs two values behind it." in run("why", "A1", "--between", "2026-02-03").err
    assert "--between needs two values behind it." in at(TODAY, "why", "A1", "--between", "2026-02-03").err
    assert "--between 之后需要两个值" in at(TODAY, "why", "A1", "--between", "2026-02-03", "--lang", "zh").err
    assert "--plan needs a value behind it." in run("repay", "A1", "1", "--plan").err


@pytest.mark.parametrize(("language", "sentence"), [("en", "is still to come"), ("zh", "尚未到来")])
def test_a_day_to_come_is_no_fact(at, language, sentence):
    for view in (["show", "A1"], ["list"], ["schedule", "A1P1"], ["statement", "A1"], ["explain", "A1"]):
        assert sentence in at(TODAY, *view, "--as-of", "2026-05-01", "--lang", language).out
        assert sentence not in at("2026-05-01", *view, "--lang", language).out


def test_a_reversal_is_not_told_to_come_later(at):
    at(TODAY, "payoff", "A1", "--pay")
    at(TODAY, "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    refused = at("2026-02-11", "reverse", "A1E5")
    assert "breaks-later-event" in refused.err
    assert refused.err.splitlines()[1].endswith(": baitiao reverse EVENT")


def test_nothing_to_recover_of_a_closed_account(at):
    at(TODAY, "payoff", "A1", "--pay")
    assert "baitiao repay A1 AMOUNT" in at(TODAY, "recover", "A1", "5").err
    at(TODAY, "close", "A1", "--phone-digits", "1234", "--id-digits", "1234")
    refused = at(TODAY, "recover", "A1", "5").err
    assert "baitiao history A1" in refused and "repay" not in refused


def test_nothing_owed_names_the_account_or_the_plan(at):
    at(TODAY, "open", "--name", "x", "--limit", "100")
    assert "Nothing is owed on A2.\n" in at(TODAY, "payoff", "A2", "--pay").err
    at(TODAY, "repay", "A1", "935.90")
    assert "Nothing is owed on A1P2.\n" in at(TODAY, "extend", "A1P2", "--months", "1").err


def test_what_is_to_be_filled_in_is_named_in_the_language_of_the_reader(at):
    at(TODAY, "dispute", "A1P2", "--cause", "other")
    told = at(TODAY, "close", "A1", "--check", "--lang", "zh").out
    assert "baitiao resolve A1E5 裁定结果" in told and "--reason 原因" in told
    assert "OUTCOME" not in told and "TEXT" not in told
    assert "baitiao resolve A1E5 OUTCOME" in at(TODAY, "close", "A1", "--check").out


def test_a_product_that_does_not_fit_a_restructuring_is_told_as_such(at):
    command = ("restructure", "A1", "--product", "epi", "--installments", "12")
    assert "Product epi does not fit a restructuring" in at("2026-05-20", *command).err
    assert "不能用于账单欠款的个性化分期" in at("2026-05-20", *command, "--lang", "zh").err


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        ("reverse A2E99 --reason x", "baitiao history A2"),
        ("resolve A2E99 won", "baitiao history A2"),
        ("explain A2E99", "baitiao history A2"),
        ("show A1 --known-at A2E99", "baitiao history A2"),
        ("schedule A2P9", "baitiao show A2"),
        ("schedule A3P9 --known-at 2", "baitiao show A3"),
        ("explain a2p9", "baitiao show A2"),
        ("capture A2H9", "baitiao show A2"),
        ("release A3H9", "baitiao show A3"),
        ("schedule phone", "baitiao show ACCOUNT"),
    ],
)
def test_what_is_not_there_leads_to_the_account_that_its_id_names(at, command, hint):
    at(TODAY, "open", "--name", "王芳", "--limit", "3000")
    for language in ("en", "zh"):
        refused = at(TODAY, *command.split(), "--lang", language)
        assert refused.status == 3
        assert f": {hint}" in refused.err and "A1" not in refused.err.replace("--known-at", "")
