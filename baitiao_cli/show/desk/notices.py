"""Notices of limits and coupons: on the screen, and as the files of an outbox."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from baitiao_cli.actions.desk.notify import Notice, NotifyAnswer
from baitiao_cli.actions.masking import MaskedPerson
from baitiao_cli.calc.check_digit import checked
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text, filled
from baitiao_cli.messages.desk import notices as words
from baitiao_cli.messages.desk.collection import NOT_SENT_YET, RECORD, WOULD_WRITE
from baitiao_cli.messages.desk.records import LABELS
from baitiao_cli.products.catalogue import find_product
from baitiao_cli.show.desk.limits import limit_sentence
from baitiao_cli.show.desk.outbox import list_file, text_file
from baitiao_cli.show.desk.record import worded
from baitiao_cli.show.document import Document, csv_table, json_data, table

SHOWN = "record_id account_id about of_id channel send_at language"
LEFT_OUT = "account_id about of_id"
CSV = "record_id account_id about of_id is_offer channel language send_on send_at state"
NAMED = LABELS | {"record_id": RECORD}


def notify_document(answer: NotifyAnswer, as_of: date, folder: str | None = None) -> Document:
    """The notices of a run, and where they were written; without a folder they were not."""
    data = json_data(answer)
    notices, not_told = (
        [worded(row) | {"account_id": checked(row["account_id"])} for row in data[name]]
        for name in ("notices", "not_told")
    )
    notes: list[Text] = [] if notices else [filled(words.NO_NOTICES, on=answer.on)]
    if notices and folder is not None:
        notes = [filled(NOT_SENT_YET, folder=folder)]
    steps = [filled(WOULD_WRITE, command="baitiao notify --out outbox")] if notices and folder is None else []
    return Document(
        data=data,
        as_of=as_of,
        tables=[
            table(SHOWN, notices, title=filled(words.NOTICES_TITLE, on=answer.on), labels=NAMED),
            table(LEFT_OUT, not_told, title=words.NOT_TOLD_TITLE, labels=NAMED),
        ],
        notes=notes,
        next_steps=steps,
        csv_table=csv_table(CSV, data["notices"]),
    )


def notice_files(answer: NotifyAnswer, people: Mapping[str, MaskedPerson], language: str) -> Iterator[tuple[str, str]]:
    """The files of a run by name: a text for each notice, and a list of all as CSV."""
    if not answer.notices:
        return
    bodies = [notice_text(one) for one in answer.notices]
    for one, body in zip(answer.notices, bodies, strict=True):
        name, text = text_file(one, body, people, language)
        yield f"{name}.txt", text
    yield list_file("notices", CSV, zip(answer.notices, bodies, strict=True), people, language)


def notice_text(one: Notice) -> str:
    """What the customer is told, in their language; of an offer also that they may want none."""
    told = [filled(words.YOUR_ACCOUNT, account_id=checked(one.account_id)), _sentence(one)]
    told += [words.NO_OFFERS_WANTED] if one.is_offer else []
    said = " ".join(text.in_language(one.language) for text in told)
    return said.replace("。 ", "。")  # Chinese has no space between sentences


def _sentence(one: Notice) -> Text:
    if one.about == "coupon-granted":
        return _coupon_sentence(one)
    return limit_sentence(one.before_fen, one.limit_fen, one.from_on, one.until_on)


def _coupon_sentence(one: Notice) -> Text:
    return filled(
        words.COUPON if one.free_periods == 1 else words.COUPON_OF_SEVERAL,
        count=one.free_periods,
        least=format_yuan(one.least_fen),
        products=", ".join(_product_name(product_id, one.language) for product_id in one.products),
        until_on=one.until_on,
        record_id=one.of_id,
    )


def _product_name(product_id: str, language: str) -> str:
    """The name of a product; of one that is in no file any more its id."""
    try:
        product = find_product(product_id)
    except BaitiaoError:
        return product_id
    return Text(product.name_en, product.name_zh).in_language(language)
