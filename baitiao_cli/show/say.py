"""An account as it is told on the phone: whole sentences, amounts and dates in words, nobody named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from baitiao_cli.account.views.at_hand import ComingBill
from baitiao_cli.actions.show import AccountView
from baitiao_cli.calc.check_digit import check_digit, checked
from baitiao_cli.messages import Text, filled, words
from baitiao_cli.messages import say as texts
from baitiao_cli.show.account_words import lift_condition
from baitiao_cli.show.document import Document, csv_table
from baitiao_cli.show.numerals import spelled, spoken_date, spoken_money, spoken_number


def say_document(view: AccountView, as_of: date) -> Document:
    """The sentences, in JSON also one by one; what is asked first on the phone comes first."""
    told = [_capital(one) for one in sentences(view, as_of)]
    whole = Text(" ".join(one.en for one in told), "".join(one.zh for one in told))
    account_id = view.figures.account_id
    data = {"account_id": account_id, "checked_id": checked(account_id), "sentence": whole, "sentences": told}
    return Document(data=data, as_of=as_of, notes=[whole], csv_table=csv_table("account_id sentence", [data]))


def sentences(view: AccountView, as_of: date) -> Iterator[Text]:
    """Which account, what stops it, what is overdue, due, owed and available, the last payment, what is open."""
    account_id = view.figures.account_id
    yield filled(
        texts.ACCOUNT,
        spelled=spelled(account_id),
        digit=spelled(check_digit(account_id)),
        as_of=spoken_date(as_of, as_of),
    )
    yield from _standing(view, as_of)
    if not view.closed_on:
        yield from _to_pay(view, as_of)
    yield from _owed(view)
    yield from _around(view, as_of)
    if not view.closed_on:
        yield from _open(view, as_of)


def _standing(view: AccountView, as_of: date) -> Iterator[Text]:
    """What keeps the customer from buying, and what lifts it."""
    said = partial(spoken_date, near=as_of)
    if view.closed_on:
        yield filled(texts.CLOSED, on=said(view.closed_on))
    if view.closing:
        yield filled(texts.CLOSING, ends_on=said(view.closing.ends_on))
    if view.lock:
        yield filled(texts.LOCKED, since_on=said(view.lock.since_on))
    for one in view.suspensions:
        cause = words.WORDS["cause"][one.cause]
        text = texts.SUSPENDED_BY_RULE if one.by_rule else texts.SUSPENDED
        yield filled(text, since_on=said(one.since_on), cause=cause, lift=lift_condition(one))
    for loss in view.losses:
        if not loss.plan_id:
            left = spoken_money(loss.recoverable_fen)
            yield filled(texts.LOST[loss.state], since_on=said(loss.since_on), recoverable=left)


def _to_pay(view: AccountView, as_of: date) -> Iterator[Text]:
    """What is overdue, what may be paid, what is due next and until when, and what auto-repay takes."""
    figures, said = view.figures, partial(spoken_date, near=as_of)
    if figures.overdue_since_on:
        text = texts.OVERDUE_ONE_DAY if figures.days_past_due == 1 else texts.OVERDUE
        yield filled(
            text,
            amount=spoken_money(figures.overdue_fen),
            since_on=said(figures.overdue_since_on),
            days=spoken_number(figures.days_past_due),
        )
        if figures.cure_fen > figures.overdue_fen:
            yield filled(texts.CURE, amount=spoken_money(figures.cure_fen))
        if figures.due_fen > figures.cure_fen:
            yield filled(texts.PAYABLE_IN_ALL, amount=spoken_money(figures.due_fen))
    is_of_bill = view.bill is not None and view.bill.due_on == figures.next_due_on
    if not (figures.overdue_since_on or is_of_bill):
        if figures.due_fen and figures.due_fen != figures.next_due_fen:
            yield filled(texts.PAYABLE, amount=spoken_money(figures.due_fen))
        elif not figures.due_fen and (not figures.next_due_on or _coming_bill(view)):
            yield texts.NOTHING_DUE
    if figures.next_due_on and not _coming_bill(view):
        yield filled(
            texts.DUE_TODAY if figures.next_due_on == as_of else _due_text(view),
            amount=spoken_money(figures.next_due_fen),
            minimum=spoken_money(figures.minimum_left_fen),
            due_on=said(figures.next_due_on),
        )
    if view.next_debit:
        yield filled(texts.DEBIT, asked=spoken_money(view.next_debit.asked_fen), on=said(view.next_debit.on))


def _due_text(view: AccountView) -> Text:
    """How to tell what is due next: of the open bill, or by itself."""
    figures, bill = view.figures, view.bill
    if bill is not None and bill.due_on == figures.next_due_on:
        if figures.overdue_since_on:  # what a missed bill left bears interest until it is paid
            return texts.DUE_WITH_INTEREST
        return texts.DUE_AT_LEAST if 0 < figures.minimum_left_fen < figures.next_due_fen else texts.DUE
    return texts.DUE_THEN


def _coming_bill(view: AccountView) -> ComingBill | None:
    """The bill that comes, when nothing is due before it is: then it tells what is to be paid next, carried sums too.

    What falls due by itself on its due date leaves out what is carried from bill to bill: whoever paid that alone would
    be late again.
    """
    bill, next_due_on = view.next_bill, view.figures.next_due_on
    if bill is None or not bill.amount_due_fen or (next_due_on and next_due_on < bill.due_on):
        return None
    return bill


def _owed(view: AccountView) -> Iterator[Text]:
    """What is owed in all, what may be spent, and what is held for purchases and so may not."""
    figures = view.figures
    owed = spoken_money(figures.owed_fen)
    if view.closed_on:
        if figures.owed_fen:
            yield filled(texts.OWED_OF_CLOSED, owed=owed)
    else:
        limit, available = spoken_money(figures.limit_fen), spoken_money(figures.available_fen)
        text = texts.OWED if figures.owed_fen else texts.OWES_NOTHING
        yield filled(text, owed=owed, limit=limit, available=available)
        if held_fen := sum(hold.amount_fen for hold in view.holds):
            yield filled(texts.HELD, held=spoken_money(held_fen))
    if figures.credit_fen:
        yield filled(texts.CREDIT, credit=spoken_money(figures.credit_fen))


def _around(view: AccountView, as_of: date) -> Iterator[Text]:
    """The last payment, and when the next bill comes."""
    said = partial(spoken_date, near=as_of)
    if view.last_payment:
        yield filled(texts.PAID, amount=spoken_money(view.last_payment.amount_fen), on=said(view.last_payment.on))
    if bill := _coming_bill(view):
        text = texts.NEXT_BILL_AT_LEAST if 0 < bill.minimum_due_fen < bill.amount_due_fen else texts.NEXT_BILL_OF
        yield filled(
            text,
            billed_on=said(bill.billed_on),
            amount=spoken_money(bill.amount_due_fen),
            minimum=spoken_money(bill.minimum_due_fen),
            due_on=said(bill.due_on),
        )
    elif view.next_bill_on:
        yield filled(texts.NEXT_BILL, billed_on=said(view.next_bill_on))


def _open(view: AccountView, as_of: date) -> Iterator[Text]:
    """What the customer asked for and nobody has decided on yet."""
    said = partial(spoken_date, near=as_of)
    for dispute in view.disputes:
        yield filled(texts.DISPUTED, amount=spoken_money(dispute.amount_fen))
        if dispute.set_aside_fen:
            yield filled(texts.SET_ASIDE, amount=spoken_money(dispute.set_aside_fen))
    if view.limit_request:
        asked = view.limit_request
        yield filled(texts.LIMIT_ASKED, limit=spoken_money(asked.limit_fen), since_on=said(asked.since_on))
    if view.hardship:
        case = view.hardship
        yield filled(texts.RELIEF_ASKED, since_on=said(case.since_on), decide_by_on=said(case.decide_by_on))


def _capital(text: Text) -> Text:
    """A sentence may begin with an amount, which has no capital of its own."""
    return Text(text.en[:1].upper() + text.en[1:], text.zh)
