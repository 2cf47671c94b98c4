"""`defer`: a bill falls due later, and what every view tells of it."""

from __future__ import annotations

import pytest

# Bill no. 1 of 2026-02-03, due on the 12th: 535.90 of the phone in installments, and the groceries A1P2, 400.00.


def test_the_new_due_date_and_what_it_costs(at, head):
    data = at("2026-02-05", "defer", "A1", "--reason", "pay day", "--json").data
    assert (data["due_before_on"], data["due_on"], data["bill_number"]) == ("2026-02-12", "2026-02-22", 1)
    assert (data["deferred_fen"], data["cost_fen"]) == (400_00, 1_60)  # 400.00 x 0.04% x 10
    # The installment keeps its due date; the bill stays the document that was sent.
    assert data["account"]["next_due_on"] == "2026-02-12"
    assert at("2026-02-05", "statement", "A1", "--json").data["due_on"] == "2026-02-12"
    assert "It was deferred to 2026-02-22" in at("2026-02-05", "statement", "A1").out
    latest = "no. 1: 935.90 yuan, at least 575.90, due 2026-02-12; purchases deferred to 2026-02-22"
    assert f"Latest bill\t{latest}\n" in at("2026-02-05", "show", "A1").out
    assert at("2026-02-05", "show", "A1", "--json").data["bill"]["deferred_to"] == "2026-02-22"
    assert at("2026-02-04", "show", "A1", "--json").data["bill"]["deferred_to"] is None
    at("2026-02-12", "repay", "A1", "535.90")
    shown = at("2026-02-20", "show", "A1", "--json").data
    assert (shown["days_past_due"], shown["next_due_on"], shown["due_fen"]) == (
        0,
        "2026-02-22",
        401_28,
    )  # eight nights at 0.16
    head()


def test_a_bill_tells_the_due_date_that_counts(at, run, tmp_path):
    """A1's has an installment, which keeps its day; another account's has a purchase alone."""
    at("2026-02-05", "defer", "A1", "--reason", "pay day")
    both = "Due date of installments\t2026-02-12\nDue date\t2026-02-22\n"
    assert both in at("2026-02-05", "statement", "A1").out
    assert (
        "分期到期还款日\t2026-02-12\n到期还款日\t2026-02-22\n"
        in at("2026-02-05", "statement", "A1", "--lang", "zh").out
    )
    page = tmp_path / "bill.html"
    at("2026-02-05", "statement", "A1", "--html", "-o", str(page))
    large = page.read_text("utf-8").partition('<dl class="lead">')[2].partition("</dl>")[0]
    assert '<dd data-key="due_on">2026-02-22</dd>' in large
    assert '<dd data-key="installments_due_on">2026-02-12</dd>' in large
    (csv,) = at("2026-02-05", "statement", "A1", "--csv").out.splitlines()[1:]
    assert csv.endswith("2026-02-12,2026-02-22")

    def of_its_own(day: str, *arguments: str):
        return run(*arguments, "--today", day, "--ledger", str(tmp_path / "of-its-own.db"))

    of_its_own("2026-01-05", "init")
    of_its_own("2026-01-05", "open", "--name", "x", "--limit", "20000")
    of_its_own("2026-01-10", "charge", "A1", "1000")
    of_its_own("2026-02-05", "defer", "A1", "--reason", "pay day")
    assert "Due date\t2026-02-22\nWas due\t2026-02-12\n" in of_its_own("2026-02-06", "statement", "A1").out


def test_for_people_in_both_languages(at):
    out = at("2026-02-05", "defer", "A1", "--dry-run").out
    assert "Was due\t2026-02-12\nDue date\t2026-02-22" in out
    assert "From 2026-02-12 on each night costs 0.04% of what is unpaid of the new purchases: at most 1.60 yuan" in out
    assert "Installments on the bill keep their due dates." in out
    assert "新消费的未还部分每日按 0.04% 计息: 至多 1.60 元" in at("2026-02-05", "defer", "A1", "--lang", "zh").out


def test_what_the_views_tell(at):
    at("2026-02-05", "defer", "A1", "--reason", "pay day")
    assert "Bill deferred, by 10 days; pay day" in at("2026-02-05", "history", "A1").out
    told = at("2026-02-20", "why", "A1", "--between", "2026-02-04", "2026-02-20", "--json").data["changes"]
    assert "bill-deferred" in [change["cause"] for change in told]
    assert "interest of a deferred bill" in at("2026-03-05", "explain", "A1", "--bill", "2").out
    assert "agrees" in at("2026-03-05", "explain", "A1", "--check").out
    assert "A bill may be deferred (days)\t10" in at("2026-02-05", "product", "month").out


def test_back_dated_tried_and_reversed_without_a_trace(at, head):
    before, shown = head(), at("2026-02-20", "show", "A1", "--json").data
    at("2026-02-20", "defer", "A1", "--on", "2026-02-11", "--dry-run")
    assert head() == before
    event_id = at("2026-02-20", "defer", "A1", "--on", "2026-02-11", "--json").data["event_id"]
    assert at("2026-02-20", "show", "A1", "--json").data["overdue_fen"] < shown["overdue_fen"]
    at("2026-02-20", "reverse", event_id)
    assert at("2026-02-20", "show", "A1", "--json").data == shown
    head()


def test_in_a_batch_and_repeated(at, head, tmp_path):
    (tmp_path / "lines.csv").write_text("verb,account,bill,request-id\ndefer,A1,1,r1\n", "utf-8")
    first = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    after = head()
    again = at("2026-02-05", "batch", str(tmp_path / "lines.csv"), "--json").data["results"]
    assert [line["result"] for line in again] == [line["result"] for line in first]
    assert head() == after


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--bill", "2"], "bill-unknown"), (["--on", "2026-01-30"], "no-bill-yet")]
)
def test_what_is_refused(at, head, arguments, code):
    before = head()
    assert at("2026-02-05", "defer", "A1", *arguments, "--json").error["code"] == code
    assert head() == before
