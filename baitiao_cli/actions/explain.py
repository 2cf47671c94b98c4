"""`explain`: how the figures of an account, a plan, a bill, a payoff or an event come about, and whether they hold."""

from __future__ import annotations

import re
from datetime import date

import msgspec
from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.views.explain.account import PRICES, explain_account, explain_charged
from baitiao_cli.account.views.explain.annual_rate import ExplainedRate, explain_annual_rate
from baitiao_cli.account.views.explain.bill import explain_bill
from baitiao_cli.account.views.explain.coupon import explain_coupon
from baitiao_cli.account.views.explain.event import explain_charges_paid, explain_event
from baitiao_cli.account.views.explain.happening import Happening, explain_happening
from baitiao_cli.account.views.explain.line import Explained
from baitiao_cli.account.views.explain.merchant import explain_merchant_dues
from baitiao_cli.account.views.explain.payoff import explain_payoff
from baitiao_cli.account.views.explain.plan import explain_rows
from baitiao_cli.account.views.explain.standing import ExplainedClass, explain_class
from baitiao_cli.account.views.statement import find_bill
from baitiao_cli.actions.proof import Agreement, prove
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import Book, ReadTransaction
from baitiao_cli.messages.labels import NO_FIGURES

_ID = re.compile(r"(A[1-9][0-9]*)(?:(P|E)[1-9][0-9]*)?")
ANNUAL_RATE = "annual_rate"
SHORTFALL = "minimum_missing"
"""What is told with each figure that it is a line of."""
CLASS = "class"
MOST_ASKS = 3
"""How many plans are named by which a figure is explained."""


class ExplainAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be explained: the figures of `subject_id` (an account, a plan or an event), or of a part of it.

    `row` of a plan, the bill numbered `bill` or a payoff of an account; only `figure`, if one is named. With `check`
    every figure of the account is computed once more by the independent oracle.
    """

    subject_id: str
    row: int = 0
    bill: int | None = None
    payoff: bool = False
    figure: str = ""
    check: bool = False


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The figures with their lines; `bill` is the number of the bill that they are of, `rate` a plan's annual rate.

    `standing` is the class of the account, where its own figures are explained, `happening` the event that is.
    Figures that are `is_so_far` are what was charged so far: nothing of it is owed any more.
    """

    account_id: str
    subject_id: str
    figures: list[Explained]
    bill: int | None = None
    payoff: bool = False
    rate: ExplainedRate | None = None
    standing: ExplainedClass | None = None
    happening: Happening | None = None
    is_so_far: bool = False
    agreement: Agreement | None = None

    @property
    def is_whole_plan(self) -> bool:
        """Whether the figures are those of all rows of a plan."""
        return len({figure.number for figure in self.figures}) > 1


def explain(tx: ReadTransaction, asked: ExplainAsked, as_of: date) -> Explanation:
    """Explains what is asked for as of a day.

    Errors: those of finding the account, plan, bill or event; `option-not-of-subject`; `figure-unknown` when what is
    asked about has no such figure, or it is zero; `figure-of-plans` when the plans of the account have it.
    """
    account_id, kind = _subject(tx, asked.subject_id)
    _refuse_mixed(asked, kind)
    book = tx.book(account_id)
    rate = standing = happening = None
    is_so_far = False
    if kind == "P":
        figures, rate = _of_plan(book, asked, as_of)
    elif kind == "E":
        figures, happening = _of_event(tx, book, asked.subject_id, as_of)
    elif asked.bill is not None:
        figures = explain_bill(book.events, find_bill(book.events, as_of, asked.bill or None))
    elif asked.payoff:
        figures = explain_payoff(book.account(as_of), as_of)[1]
    else:
        figures, standing = _of_account(book, asked, as_of)
    if asked.figure and not rate and not (standing and asked.figure == CLASS):
        if kind == "" and asked.bill is None and not asked.payoff:
            is_so_far = not _named(figures, asked.figure)
            figures = figures if not is_so_far else [*figures, *_charged(book.account(as_of), asked.figure)]
            _refuse_of_plans(book.account(as_of), figures, asked.figure)
        figures = _only(figures, asked.figure, is_plan=kind == "P")
    return Explanation(
        account_id=account_id,
        subject_id=asked.subject_id,
        figures=figures,
        bill=find_bill(book.events, as_of, asked.bill or None).document.number if asked.bill is not None else None,
        payoff=asked.payoff,
        rate=rate,
        standing=standing if asked.figure in ("", CLASS) else None,
        happening=happening if not asked.figure else None,
        is_so_far=is_so_far,
        agreement=prove(book.events, as_of) if asked.check else None,
    )


def _subject(tx: ReadTransaction, subject_id: str) -> tuple[str, str]:
    """The account that an id belongs to, and what it names: "" the account, "P" a plan, "E" an event."""
    found = _ID.fullmatch(subject_id)
    kind = found[2] or "" if found else ""
    if kind == "P":
        return tx.account_of_plan(subject_id), kind
    if kind == "E":
        return tx.account_of_event(subject_id), kind
    return subject_id, kind


def _refuse_mixed(asked: ExplainAsked, kind: str) -> None:
    """Refuses an option that says nothing about what is asked about, and two that ask about different things."""
    if asked.bill is not None and asked.payoff:
        raise BaitiaoError("options-exclusive", options=["--bill", "--payoff"])
    for option, is_given, kinds in (
        ("--row", asked.row, "P"),
        ("--bill", asked.bill is not None, ""),
        ("--payoff", asked.payoff, "P"),
    ):
        fits = kind == kinds or (option == "--payoff" and kind == "")
        if is_given and not fits:
            raise BaitiaoError("option-not-of-subject", option=option, subject_id=asked.subject_id)


def _of_account(book: Book, asked: ExplainAsked, as_of: date) -> tuple[list[Explained], ExplainedClass]:
    account = book.account(as_of)
    return ([] if asked.figure == CLASS else explain_account(account)), explain_class(account)


def _of_plan(book: Book, asked: ExplainAsked, as_of: date) -> tuple[list[Explained], ExplainedRate | None]:
    account = book.account(as_of)
    plan = account.plans.get(asked.subject_id)
    if plan is None:
        plans = ", ".join(account.plans) or "-"
        raise BaitiaoError("plan-elsewhere", plan_id=asked.subject_id, account_id=book.account_id, plans=plans)
    if asked.payoff:
        return explain_payoff(account, as_of, plan.plan_id)[1], None
    if asked.figure == ANNUAL_RATE:
        rate = explain_annual_rate(plan)
        return ([rate.worth] if rate else []), rate
    if asked.row > len(plan.rows):
        raise BaitiaoError("row-unknown", plan_id=plan.plan_id, number=asked.row, last=len(plan.rows))
    # What is between the merchant and us is told to who asks for it by name.
    of_merchant = explain_merchant_dues(account, plan) if asked.figure and not asked.row else []
    of_coupon = [] if asked.row else explain_coupon(plan)
    return [*explain_rows(account, plan, asked.row), *of_coupon, *of_merchant], None


def _of_event(tx: ReadTransaction, book: Book, event_id: str, as_of: date) -> tuple[list[Explained], Happening]:
    """Where the money of an event went, if it moved any, and what it was, with who agreed."""
    event = next(event for event in book.events if event.event_id == event_id)
    found = explain_happening(book.events, event, as_of)
    line = replace(found.line, approved_by=tx.audit.approvers().get(event_id, ""))
    figures = explain_event(book.account(max(as_of, event.effective_on)), event)
    return figures + explain_charges_paid(book.account(event.effective_on), event), replace(found, line=line)


def _named(figures: list[Explained], name: str) -> list[Explained]:
    """The figures of that name; a plural says the same."""
    return [figure for figure in figures if figure.figure.rstrip("s") == name.rstrip("s")]


def _charged(account: Account, name: str) -> list[Explained]:
    """What was charged so far under the name of a price of time that is not owed any more."""
    price = next((price for price in PRICES if price.rstrip("s") == name.rstrip("s")), "")
    return explain_charged(account, price) if price else []


def _refuse_of_plans(account: Account, figures: list[Explained], name: str) -> None:
    """Refuses a figure that an account does not have, but its plans do, with how to ask for it."""
    if _named(figures, name):
        return
    plans = [plan.plan_id for plan in account.open_plans if _named(explain_rows(account, plan), name)]
    if plans:
        told = name.replace("_", "-")[:32]
        asks = [f"baitiao explain {plan_id} --figure {told}" for plan_id in plans[:MOST_ASKS]]
        raise BaitiaoError("figure-of-plans", figure=told, plans=plans, account_id=account.account_id, asks=asks)


def _only(figures: list[Explained], name: str, *, is_plan: bool) -> list[Explained]:
    """The figures of that name; `figure-unknown`."""
    found = _named(figures, name)
    bills = {line.bill for figure in found for line in figure.lines if line.bill}
    if name != SHORTFALL:
        found += [figure for figure in _named(figures, SHORTFALL) if figure.lines[0].bill in bills]
    if not found:
        names = [figure.figure for figure in figures] + ([ANNUAL_RATE] if is_plan else [])
        offered = ", ".join(dict.fromkeys(other.replace("_", "-") for other in names)) or NO_FIGURES
        raise BaitiaoError("figure-unknown", figure=name.replace("_", "-")[:32], offered=offered)
    return found
