"""Coupons for paying in time: who earns one, what a purchase with one costs to the fen, and what becomes of it.

The story's A1 of tier B (0.6% a period) has bills on the 3rd, due on the 12th: 535.90 or more each month.
"""

from __future__ import annotations

import pytest

from baitiao_cli.desk.rule_files import shipped


@pytest.fixture
def three(tmp_path) -> str:
    """Rules of one's own: three due dates in a row instead of six."""
    text = shipped("offers").read_text("utf-8").replace("after_due_dates = 6", "after_due_dates = 3")
    path = tmp_path / "three.toml"
    path.write_text(text, "utf-8")
    return str(path)


def pay_in_time(at, *months: int) -> None:
    """Pays the bills of the months of 2026 on the 10th, all of what is due."""
    for month in months:
        day = f"2026-{month:02}-10"
        due_fen = at(day, "show", "A1", "--json").data["due_fen"]
        assert at(day, "repay", "A1", f"{due_fen / 100:.2f}").status == 0


def lines(at, today: str, *arguments: str) -> list[tuple[str, int, str | None]]:
    found = at(today, "offers", "review", *arguments, "--json").data["lines"]
    return [(line["account_id"], line["due_date_count"], line["obstacle"]) for line in found]


@pytest.fixture
def with_coupon(at, three):
    """A1 has paid in time three times and has the coupon D1 since 2026-04-12, for 60 days: until 06-11."""
    pay_in_time(at, 2, 3, 4)
    given = at("2026-04-12", "offers", "grant", "--all", "--rules", three, "--json").data
    assert [line["record_id"] for line in given["lines"]] == ["D1"]
    return at


def coupon(at, today: str, record_id: str = "D1") -> tuple[str, str, int]:
    found = {one["record_id"]: one for one in at(today, "coupons", "A1", "--json").data["coupons"]}[record_id]
    return found["state"], found["plan_id"], found["coupon_fen"]


def code(at, today: str, *arguments: str) -> str:
    return at(today, *arguments, "--json").error["code"]


def test_a_due_date_counts_on_its_day_if_all_is_paid(at, three) -> None:
    pay_in_time(at, 2, 3)
    assert lines(at, "2026-04-12", "--all", "--rules", three) == []
    pay_in_time(at, 4)
    assert lines(at, "2026-04-11", "--all", "--rules", three) == []
    assert lines(at, "2026-04-12", "--all", "--rules", three) == [("A1", 3, None)]
    assert lines(at, "2026-04-12", "A1", "--rules", three) == [("A1", 3, None)]
    assert lines(at, "2026-04-12", "--all") == []  # six are needed


def test_a_late_day_begins_the_row_anew(at, three) -> None:
    pay_in_time(at, 2)
    due_fen = at("2026-03-20", "show", "A1", "--json").data["due_fen"]
    at("2026-03-20", "repay", "A1", f"{due_fen / 100:.2f}")  # due on 03-12
    pay_in_time(at, 4, 5)
    assert lines(at, "2026-05-12", "--all", "--rules", three) == []
    pay_in_time(at, 6)
    assert lines(at, "2026-06-12", "--all", "--rules", three) == [("A1", 3, None)]


def test_each_due_date_earns_one_coupon(with_coupon, three) -> None:
    at = with_coupon
    assert lines(at, "2026-04-12", "--all", "--rules", three) == []
    assert at("2026-04-13", "offers", "grant", "A1", "--rules", three, "--json").data["lines"] == []
    pay_in_time(at, 5, 6)
    assert lines(at, "2026-06-12", "--all", "--rules", three) == []
    pay_in_time(at, 7)
    assert lines(at, "2026-07-12", "--all", "--rules", three) == [("A1", 3, None)]


def test_who_wants_no_offers_or_is_not_open_is_given_none(at, three) -> None:
    pay_in_time(at, 2, 3, 4)
    at("2026-04-11", "consent", "A1", "offers", "withdrawn")
    assert lines(at, "2026-04-12", "--all", "--rules", three) == [("A1", 3, "opted-out")]
    assert at("2026-04-12", "offers", "grant", "--all", "--rules", three, "--json").data["lines"][0]["record_id"] == ""
    assert at("2026-04-12", "coupons", "A1", "--json").data["coupons"] == []
    at("2026-04-12", "consent", "A1", "offers", "given")
    at("2026-04-12", "lock", "A1")
    assert lines(at, "2026-04-12", "--all", "--rules", three) == [("A1", 3, "not-open")]
    at("2026-04-12", "unlock", "A1")
    assert (
        "A1-0\t3\t2026-04-12\t1\t300.00\tinst\t2026-06-11"
        in at("2026-04-12", "offers", "review", "--all", "--rules", three).out
    )


def test_the_periods_of_a_coupon_are_free_and_the_rest_costs_as_ever(with_coupon, head) -> None:
    at = with_coupon
    quoted = at("2026-04-20", "quote", "1200", "--account", "A1", "--installments", "6", "--coupon", "D1", "--json")
    # 0.6% of 1,200.00 are 7.20 a period; the first is free.
    fees = [0, 720, 720, 720, 720, 720]
    assert [row["fee_fen"] for row in quoted.data["rows"]] == fees
    assert coupon(at, "2026-04-20") == ("open", "", 0)
    bought = at("2026-04-20", "charge", "A1", "1200", "--installments", "6", "--coupon", "D1", "--json").data
    assert [row["fee_fen"] for row in bought["rows"]] == fees
    assert (bought["coupon_id"], bought["coupon_fen"]) == ("D1", 720)
    plan_id = bought["plan_id"]
    assert coupon(at, "2026-04-20") == ("used", plan_id, 720)
    assert at("2026-04-20", "schedule", plan_id, "--json").data["coupon_id"] == "D1"
    figure = at("2026-04-20", "explain", plan_id, "--figure", "coupon", "--json").data["figures"][0]
    assert [(line["rule"], line["amount_fen"]) for line in figure["lines"]] == [
        ("charges-without-coupon", 4320), ("charges-as-agreed", -3600),
    ]  # fmt: skip
    whole = at("2026-04-20", "explain", plan_id)
    assert "Given up by the coupon (A1P3): 7.20 yuan" in whole.out
    assert "charges of the plan without the coupon" in whole.out
    assert at("2026-11-12", "explain", "A1", "--check", "--json").data["check"]["differences"] == []
    assert head()


def test_the_quote_that_was_shown_takes_the_coupon_with_it(with_coupon) -> None:
    at = with_coupon
    day = "2026-04-20"
    asked = ("quote", "1200", "--account", "A1", "--installments", "6")
    plain, quoted = (at(day, *asked, *more, "--json").data["quote_id"] for more in ((), ("--coupon", "D1")))
    assert plain != quoted
    assert at(day, "quoted", quoted).out.count("D1") == 1
    assert code(at, day, "charge", "A1", "1200", "--quote", quoted, "--coupon", "D1") == "options-exclusive"
    bought = at(day, "charge", "A1", "1200", "--quote", quoted, "--json").data
    assert (bought["coupon_id"], bought["coupon_fen"], bought["rows"][0]["fee_fen"]) == ("D1", 720, 0)
    # Another quote with the same coupon cannot be accepted any more.
    other = at(day, "quote", "900", "--account", "A1", "--installments", "6", "--coupon", "D1", "--json")
    assert other.error["code"] == "coupon-used"


def test_a_quote_cannot_be_accepted_once_its_coupon_was_used_otherwise(with_coupon) -> None:
    at, day = with_coupon, "2026-04-20"
    quoted = at(day, "quote", "1200", "--account", "A1", "--installments", "6", "--coupon", "D1", "--json").data
    at(day, "charge", "A1", "900", "--installments", "3", "--coupon", "D1")
    assert code(at, day, "charge", "A1", "1200", "--quote", quoted["quote_id"]) == "coupon-used"


def test_a_reversed_purchase_gives_the_coupon_back(with_coupon) -> None:
    at = with_coupon
    bought = at("2026-04-20", "charge", "A1", "900", "--installments", "3", "--coupon", "D1", "--json").data
    at("2026-06-11", "reverse", bought["event_id"])
    assert coupon(at, "2026-06-11") == ("open", "", 0)
    assert coupon(at, "2026-06-12") == ("expired", "", 0)
    assert at("2026-06-11", "charge", "A1", "900", "--installments", "3", "--coupon", "D1", "--json").status == 0
    assert coupon(at, "2026-06-12")[0] == "used"


@pytest.mark.parametrize(("day", "state"), [("2026-05-11", "open"), ("2026-05-12", "used")])
def test_a_whole_refund_before_the_first_due_date_gives_the_coupon_back(with_coupon, day, state) -> None:
    at = with_coupon
    plan_id = at("2026-04-20", "charge", "A1", "900", "--installments", "3", "--coupon", "D1", "--json").data["plan_id"]
    at("2026-04-21", "refund", plan_id, "300")
    assert coupon(at, "2026-04-21")[0] == "used"
    assert at(day, "refund", plan_id, "600").status == 0
    assert coupon(at, day)[0] == state


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("2026-04-20", "900", "--coupon", "D9"), "desk-record-unknown"),
        (("2026-04-20", "900", "--coupon", "D2"), "coupon-unknown"),
        (("2026-06-12", "900", "--coupon", "D1"), "coupon-not-valid"),
        (("2026-04-12", "900", "--coupon", "D1", "--on", "2026-04-11"), "coupon-not-valid"),
        (("2026-04-20", "299.99", "--coupon", "D1"), "coupon-amount"),
        (("2026-04-20", "400", "--down-payment", "100.01", "--coupon", "D1"), "coupon-amount"),
        (("2026-04-20", "900", "--product", "daily", "--coupon", "D1"), "coupon-product"),
    ],
)
def test_what_a_coupon_is_not_for_is_refused(with_coupon, arguments, expected) -> None:
    at, (today, amount, *more) = with_coupon, arguments
    at("2026-04-12", "consent", "A1", "bureau-report", "given")
    count = () if "daily" in more else ("--installments", "3")
    assert code(at, today, "charge", "A1", amount, *count, *more) == expected


def test_a_coupon_is_of_one_account_and_valid_on_its_last_day(with_coupon) -> None:
    at = with_coupon
    at("2026-04-20", "open", "--name", "x", "--limit", "5000")
    assert code(at, "2026-04-20", "charge", "A2", "900", "--installments", "3", "--coupon", "D1") == "coupon-of-another"
    assert code(at, "2026-04-20", "quote", "900", "--installments", "3", "--coupon", "D1") == "option-needs"
    assert at("2026-06-11", "charge", "A1", "300", "--installments", "3", "--coupon", "D1").status == 0
    assert code(at, "2026-06-11", "charge", "A1", "300", "--installments", "3", "--coupon", "D1") == "coupon-used"


def test_more_free_periods_than_installments_are_as_many_as_there_are(at, three, tmp_path) -> None:
    pay_in_time(at, 2, 3, 4)
    text = (tmp_path / "three.toml").read_text("utf-8").replace("free_periods = 1", "free_periods = 5")
    (tmp_path / "five.toml").write_text(text, "utf-8")
    at("2026-04-12", "offers", "grant", "A1", "--rules", str(tmp_path / "five.toml"))
    bought = at("2026-04-12", "charge", "A1", "900", "--installments", "3", "--coupon", "D1", "--json").data
    # 0.6% of 900.00 are 5.40, three times.
    assert ([row["fee_fen"] for row in bought["rows"]], bought["coupon_fen"]) == ([0, 0, 0], 1620)


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ('products = ["inst"]', 'products = ["inst", "inst"]', "$.products[1]"),
        ('products = ["inst"]', 'products = ["inst", "daily"]', "$.products[1]"),
        ('products = ["inst"]', "products = []", "$.products"),
        ("free_periods = 1", "free_periods = 0", "$.free_periods"),
        ("after_due_dates = 6", "after_bills = 6", "after_bills"),
    ],
)
def test_a_rule_file_is_read_strictly(at, tmp_path, before, after, place) -> None:
    text = shipped("offers").read_text("utf-8")
    assert before in text
    (tmp_path / "mine.toml").write_text(text.replace(before, after), "utf-8")
    error = at("2026-04-12", "offers", "review", "--all", "--rules", str(tmp_path / "mine.toml"), "--json").error
    assert error["code"] == "rules-invalid"
    assert place in error["message"]


def test_explain_tells_a_coupon(with_coupon) -> None:
    told = with_coupon("2026-04-12", "explain", "D1").out
    assert "coupon-on-time-streak\t3\t3" in told
    assert "For products\tinst" in told


def test_a_coupon_is_told_once_while_it_can_be_used(with_coupon, tmp_path, monkeypatch) -> None:
    at = with_coupon
    monkeypatch.chdir(tmp_path)
    at("2026-04-12", "consent", "A1", "offers", "withdrawn")
    answer = at("2026-04-12", "notify", "--dry-run", "--json").data
    assert (answer["notices"], [one["of_id"] for one in answer["not_told"]]) == ([], ["D1"])
    at("2026-04-13", "consent", "A1", "offers", "given")
    at("2026-04-13", "prefer", "A1", "--language", "en")
    for day, count in (("2026-04-13", 1), ("2026-06-11", 1), ("2026-06-12", 0)):
        assert len(at(day, "notify", "--dry-run", "--json").data["notices"]) == count
    at("2026-04-13", "lock", "A1")
    assert at("2026-04-13", "notify", "--dry-run", "--json").data["notices"] == []
    at("2026-04-13", "unlock", "A1")
    one = at("2026-04-14", "notify", "--out", "outbox", "--json").data["notices"][0]
    assert (one["about"], one["of_id"], one["is_offer"], one["free_periods"], one["least_fen"]) == (
        "coupon-granted", "D1", True, 1, 30_000,
    )  # fmt: skip
    text = next((tmp_path / "outbox").glob("*.txt")).read_text("utf-8")
    assert "the coupon D1" in text
    assert "300.00 yuan or more is financed, until 2026-06-11, the first period is free of interest and fee." in text
    assert "If you want no offers, tell us" in text
    assert at("2026-04-15", "notify", "--out", "outbox", "--json").data["notices"] == []
    assert "notice-coupon-granted\t2026-06-11" in at("2026-04-15", "explain", one["record_id"]).out


def test_a_coupon_that_was_used_is_no_news(with_coupon) -> None:
    at = with_coupon
    at("2026-04-14", "charge", "A1", "300", "--installments", "3", "--coupon", "D1")
    assert at("2026-04-14", "notify", "--dry-run", "--json").data["notices"] == []


def judged(at, today: str) -> tuple[str, int, list[tuple[str, str]]]:
    line = at(today, "compliance", "check", "--rule", "offer-consent", "--json").data["lines"][0]
    broken = [(row["record_id"], row["detail"]) for row in line["findings"]]
    return line["verdict"], line["judged_count"], broken


def test_no_offer_is_made_to_who_had_refused_them(with_coupon, tmp_path, monkeypatch) -> None:
    at = with_coupon
    monkeypatch.chdir(tmp_path)
    at("2026-04-13", "notify", "--out", "outbox")  # D2
    assert judged(at, "2026-04-11") == ("nothing-to-judge", 0, [])
    assert judged(at, "2026-04-13") == ("holds", 2, [])
    # Said on the day of the notice, but after it; nothing is told any more.
    at("2026-04-13", "consent", "A1", "offers", "withdrawn")
    assert judged(at, "2026-04-13") == ("holds", 2, [])
    # It turns out that it was said the day before, after the coupon was given.
    at("2026-04-14", "consent", "A1", "offers", "withdrawn", "--on", "2026-04-12")
    assert judged(at, "2026-04-14") == ("broken", 2, [("D2", "offer-told")])
    told = at("2026-04-14", "compliance", "check", "--rule", "offer-consent")
    assert told.status == 6
    assert "offer-consent\tA1\tD2\t2026-04-13\tan offer was told" in told.out
    # And the day before that.
    at("2026-04-15", "consent", "A1", "offers", "withdrawn", "--on", "2026-04-11")
    assert judged(at, "2026-04-15") == ("broken", 2, [("D1", "coupon-given"), ("D2", "offer-told")])
    # Given again before the day of the notice, it held then.
    at("2026-04-15", "consent", "A1", "offers", "given", "--on", "2026-04-12")
    assert judged(at, "2026-04-15") == ("broken", 2, [("D1", "coupon-given")])


def test_a_cut_that_is_told_is_no_offer(at, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    at("2026-02-10", "consent", "A1", "offers", "withdrawn")
    at("2026-02-10", "limits", "review", "--tier", "B", "--times", "0.8")
    at("2026-02-10", "limits", "apply", "--all")
    assert at("2026-02-10", "notify", "--out", "outbox", "--json").data["notices"]
    assert judged(at, "2026-02-10") == ("nothing-to-judge", 0, [])


@pytest.mark.parametrize(
    ("product", "interest", "given_up_fen"),
    [
        # 10.8% a year: 900.00 x 28 days are 7.46, 600.00 x 31 are 5.50, 300.00 x 30 are 2.66.
        ("epp", [0, 550, 266], 746),
        # Payments of 900.00 x f2 x f3 / (f2 x f3 + f3 + 1), f2 = 1 + 10.8% x 31/365, f3 = 1 + 10.8% x 30/365: 302.71.
        # 597.29 x 31 days are 5.48, 300.06 x 30 are 2.66. Without the coupon it is 305.22: 7.46, on 602.24 5.52, on
        # 302.54 2.69.
        ("epi", [0, 548, 266], 746 + 552 + 269 - 548 - 266),
    ],
)
def test_interest_by_the_night_is_free_in_the_first_period(at, tmp_path, product, interest, given_up_fen) -> None:
    text = shipped("offers").read_text("utf-8").replace("after_due_dates = 6", "after_due_dates = 1")
    (tmp_path / "one.toml").write_text(text.replace('["inst"]', f'["{product}"]'), "utf-8")
    pay_in_time(at, 2)
    at("2026-02-12", "offers", "grant", "A1", "--rules", str(tmp_path / "one.toml"))
    asked = ("--product", product, "--installments", "3", "--coupon", "D1")
    bought = at("2026-02-12", "charge", "A1", "900", *asked, "--json").data
    assert [row["interest_fen"] for row in bought["rows"]] == interest
    assert bought["coupon_fen"] == given_up_fen
    assert at("2026-08-12", "explain", "A1", "--check", "--json").data["check"]["differences"] == []
