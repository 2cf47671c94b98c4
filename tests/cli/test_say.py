"""`say`: the account in spoken sentences; each figure in it is one that `show` gives."""

from __future__ import annotations

import pytest

from baitiao_cli.products.catalogue import FOLDER
from baitiao_cli.show.numerals import spoken_money

STATES = {
    "due": [],
    "overdue": [],
    "paid": ["repay A1 935.90"],
    "locked": ["lock A1"],
    "suspended": ["suspend A1 --cause risk"],
    "requests": ["dispute A1P2 --cause other", "request-limit A1 30000", "hardship A1 --reason illness"],
    "debited": ["auto-repay A1 --means card", "means A1 card --funds 300"],
    "closing": ["payoff A1 --pay", "close A1 --by operator --reason x"],
    "credit": ["payoff A1 --pay", "repay A1 20.02"],
    "held": ["hold A1 1000", "hold A1 250.50"],
    "lost": ["write-off A1 --reason x"],
}


@pytest.fixture
def said(at):
    def say(*arguments, day="2026-02-05"):
        told = at(day, "say", "A1", *arguments, "--json")
        assert told.status == 0, told.err
        return told.data

    return say


def test_in_english(said):
    # Bill no. 1: 535.90 of the phone and 400.00, at least 535.90 + 40.00; owed 5,999.00 + 400.00 + 35.99.
    assert said()["sentences"] == [
        "Account A one, check digit zero, on the fifth of February.",
        "Nine hundred and thirty-five yuan and ninety fen is due on the twelfth of February, at least five hundred and "
        "seventy-five yuan and ninety fen of it.",
        "In all you owe six thousand four hundred and thirty-four yuan and ninety-nine fen; thirteen thousand six "
        "hundred and one yuan of your limit of twenty thousand yuan is available.",
        "Your next bill comes on the third of March.",
    ]


def test_in_chinese(said):
    data = said("--lang", "zh")
    assert data["sentence"] == (
        "账户 A 一, 校验码零, 截至二月五日。您本期应还九百三十五元九角, 最低还款额五百七十五元九角, 请最迟于"
        "二月十二日还款。您共欠款六千四百三十四元九角九分, 信用额度两万元, 可用额度一万三千六百零一元。"
        "下期账单日为三月三日。"
    )
    assert data["sentence"] == "".join(data["sentences"])


def test_overdue_and_paid(said, at):
    # Overdue since the 12th: 535.90 and eight nights of 0.05% on it (2.14), and 40.00 of the minimum.
    overdue = said(day="2026-02-20")["sentences"][1]
    assert overdue == (
        "Five hundred and seventy-eight yuan and four fen is overdue since the twelfth of February, for eight days; "
        "please pay it now."
    )
    assert said(day="2026-02-13")["sentences"][1].endswith("for one day; please pay it now.")
    assert "已逾期八天, 请尽快还款" in said("--lang", "zh", day="2026-02-20")["sentence"]
    assert "is due today." in said(day="2026-02-12")["sentences"][1]
    at("2026-02-20", "repay", "A1", "578.04")
    paid = said(day="2026-02-20")["sentence"]
    assert "Your last payment was five hundred and seventy-eight yuan and four fen" in paid


@pytest.mark.parametrize(
    ("state", "en", "zh"),
    [
        ("locked", "You locked it on the fifth of February", "锁定该账户, 解锁前不能消费"),
        ("suspended", "the cause being: risk review; what lifts it: the review is passed", "原因: 风险核查"),
        ("requests", "A purchase is in dispute, with four hundred yuan.", "有一笔消费在争议中, 金额四百元"),
        ("requests", "You asked for a limit of thirty thousand yuan", "申请的额度三万元尚待审批"),
        ("requests", "You asked for relief on the fifth of February", "困难申请, 最迟于"),
        ("debited", "Auto-repay will take nine hundred and thirty-five yuan", "自动还款将于二月十二日扣款"),
        ("closing", "It was closed on the fifth of February.", "已于二月五日销户"),
        ("credit", "You have a credit balance of twenty yuan and two fen.", "您有溢缴款二十元零二分"),
        ("credit", "You owe nothing; twenty thousand yuan of your limit", "您没有欠款, 信用额度两万元"),
        # What is available is 13,601.00, as above, less 1,250.50.
        (
            "held",
            "twelve thousand three hundred and fifty yuan and fifty fen of your limit",
            "可用额度一万二千三百五十元五角",
        ),
        (
            "held",
            "Another one thousand two hundred and fifty yuan and fifty fen of your limit is held for purchases",
            "另有额度一千二百五十元五角因预授权冻结。",
        ),
        # The 400.00 in dispute are unpaid and need not be paid; of the limit they stay taken.
        ("requests", "Until that is decided, four hundred yuan of your limit stays taken for it.", "仍占用额度四百元"),
        ("lost", "What it owed was written off on the fifth of February.", "欠款已于二月五日减记"),
    ],
)
def test_what_else_is_told(at, said, state, en, zh):
    for line in STATES[state]:
        done = at("2026-02-05", *line.split())
        assert done.status == 0, done.err
    assert en in said()["sentence"]
    assert zh in said("--lang", "zh")["sentence"]


@pytest.mark.parametrize("state", STATES)
def test_nobody_is_named_and_no_figure_is_left(at, said, state):
    for line in STATES[state]:
        at("2026-02-05", *line.split())
    for language in ("en", "zh"):
        whole = said("--lang", language)["sentence"]
        assert "李" not in whole
        assert not any(char.isdigit() for char in whole)
        assert "{" not in whole


def test_a_closing_that_can_be_taken_back(at, tmp_path):
    terms = tmp_path / "cooling.toml"
    month = (FOLDER / "month.toml").read_text("utf-8").replace('id = "month"', 'id = "cooling"')
    terms.write_text(month.replace("cooling_days = 0", "cooling_days = 7"), "utf-8")
    at("2026-02-05", "open", "--name", "x", "--limit", "1000", "--product", str(terms))
    assert at("2026-02-05", "close", "A2").status == 0
    assert "You asked to close it; it will be closed on the twelfth of February." in at("2026-02-05", "say", "A2").out


def test_whoever_pays_what_was_told_is_not_late(at):
    at("2026-01-05", "open", "--name", "x", "--limit", "8000")
    at("2026-01-20", "charge", "A2", "899", "--installments", "3", "--on", "2026-01-20")
    at("2026-01-20", "charge", "A2", "866.50")
    at("2026-02-05", "repay", "A2", "200")
    shown = at("2026-02-14", "show", "A2", "--json").data
    told = at("2026-02-14", "say", "A2", "--json").data["sentences"]
    overdue, coming = shown["overdue_fen"], shown["next_bill"]
    assert overdue + shown["next_due_fen"] < coming["amount_due_fen"]  # which would leave out what is carried
    assert told[1].endswith("please pay it now.")
    assert told[2] == f"{spoken_money(shown['due_fen']).en.capitalize()} may be paid now in all."
    asked = spoken_money(coming["amount_due_fen"]).en
    assert told[-1] == (
        f"Your next bill comes on the third of March: {asked} if nothing is paid before, "
        "to be paid by the twelfth of March."
    )
    at("2026-02-14", "repay", "A2", f"{overdue / 100:.2f}")
    rest = coming["minimum_due_fen"] - overdue
    assert at("2026-03-12", "repay", "A2", f"{rest / 100:.2f}").status == 0
    assert at("2026-03-13", "show", "A2", "--json").data["overdue_fen"] == 0


def test_beside_a_missed_bill_the_open_one_asks_for_the_rest(at, said):
    shown = at("2026-03-05", "show", "A1", "--json").data
    rest = spoken_money(shown["next_due_fen"]).en.capitalize()
    told = f"{rest} is due on the twelfth of March, and the interest that runs on what is carried until then."
    assert told in said(day="2026-03-05")["sentences"]
    assert "以及循环余额至该日产生的利息" in said("--lang", "zh", day="2026-03-05")["sentence"]


def test_a_suspension_that_lifts_by_itself(said):
    assert said(day="2026-03-31")["sentences"][1].endswith(
        "the cause being: overdue debt; this ends by itself as soon as nothing is overdue."
    )
    assert "自动恢复。" in said("--lang", "zh", day="2026-03-31")["sentences"][1]


def test_what_is_carried_may_be_paid_before_the_next_bill(at):
    """The minimum is paid: nothing is overdue, and the bill that comes asks for what is carried, with interest."""
    at("2026-02-12", "repay", "A1", "575.90")
    english, chinese = (at("2026-02-14", "say", "A1", "--lang", one).out for one in ("en", "zh"))
    assert "Three hundred and sixty yuan" in english
    assert "may be paid now; none of it is overdue." in english
    assert "您目前可还三百六十元" in chinese
    assert "下期账单日为三月三日; 如在此之前未还款, 下期应还" in chinese
    assert "本期应还" not in chinese


def test_a_loan_falls_due_on_a_day_of_its_own(at):
    at("2026-02-05", "open", "--name", "x", "--limit", "8000")
    at("2026-02-05", "charge", "A2", "3000", "--product", "daily", "--installments", "6")
    # 28 nights of 0.03% on 3,000.00.
    assert "Twenty-five yuan and twenty fen falls due on the fifth of March." in at("2026-02-14", "say", "A2").out
    assert "您于三月五日应还二十五元二角。" in at("2026-02-14", "say", "A2", "--lang", "zh").out
    due = at("2026-03-05", "say", "A2").out
    assert "is due today." in due
    assert "may be paid now" not in due


def test_what_was_charged_off_can_still_be_paid(at):
    at("2025-12-20", "open", "--name", "x", "--limit", "100")
    at("2025-12-21", "charge", "A2", "99")
    assert at("2026-06-30", "charge-off", "A2", "--reason", "x").status == 0
    assert "It was charged off on the thirtieth of June" in at("2026-06-30", "say", "A2").out


def test_for_scripts_and_for_people(at):
    assert at("2026-02-05", "say", "A1", "--csv").out.startswith("account_id,sentence\nA1,")
    assert at("2026-02-05", "say", "A1").out.count("\n") == 1
    assert at("2026-02-05", "say", "A1-0", "--known-at", "1").out.startswith("As the ledger knew it")
    assert at("2026-02-05", "say", "A1-1", "--json").error["code"] == "id-check-digit"
    assert at("2026-02-05", "say", "A9", "--json").error["code"] == "account-unknown"
