"""The end of a line: what stands in the way, what it loses, and a new beginning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.verbs.close import Loss
from baitiao_cli.actions.close import CloseAnswer, ClosingCheck
from baitiao_cli.actions.reopen import ReopenAnswer
from baitiao_cli.actions.verify import VerifyAnswer, command_asking
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, columns, filled, labels, listed, words
from baitiao_cli.show.document import Document, Table, csv_table, json_data, record, table
from baitiao_cli.show.errors import command_told
from baitiao_cli.show.limits import limit_with_merchant


def close_document(answer: CloseAnswer, as_of: date) -> Document:
    """The closing, or that it was taken back; what it loses and keeps, and how the line would go on or begin again."""
    data = json_data(answer)
    told = record(
        "account_id status ends_on event_id effective_on by verified reason",
        data | {"verified": _fields(answer.verified), "by": None if answer.withdrawn else answer.by},
        quiet="ends_on by verified reason",
    )
    tables = [told, *_effects(answer.losses, answer.kept)]
    if answer.withdrawn:
        return Document(data=data, as_of=as_of, tables=tables, notes=[labels.STAYS_OPEN])
    if answer.status == "closed":
        reopen = filled(labels.TO_REOPEN, account_id=answer.account_id)
        return Document(data=data, as_of=as_of, tables=tables, next_steps=[reopen])
    if answer.status != "closing":
        lapsed = filled(labels.ALREADY_LAPSED, command=f"baitiao history {answer.account_id}")
        return Document(data=data, as_of=as_of, tables=tables, notes=[lapsed])
    assert answer.ends_on is not None
    return Document(data=data, as_of=as_of, tables=tables, notes=_cooling_notes(answer.account_id, answer.ends_on))


def _effects(losses: Sequence[Loss], kept: Sequence[str]) -> list[Table]:
    """What a closing loses, and what goes on."""
    told = [{"loss": _loss_words(loss)} for loss in losses]
    stays = [{"kept": words.KEPT[code]} for code in kept]
    tables = [table("loss", told, title=labels.LOSSES_TITLE)] if told else []
    return [*tables, *([table("kept", stays, title=labels.KEPT_TITLE)] if stays else [])]


def _cooling_notes(account_id: str, closes_on: date) -> list[Text]:
    """When the line is closed, how that is taken back, and what it means until then."""
    withdraw = f"baitiao close {account_id} --withdraw"
    cools = filled(labels.COOLS, closes_on=closes_on, command=withdraw)
    return [cools, labels.NOTHING_LENT, filled(labels.WOULD_LAPSE, ends_on=closes_on)]


def closing_effects_document(check: ClosingCheck) -> Document:
    """What a customer is told before the question whether the line is to be closed."""
    return Document(
        data=json_data(check), as_of=check.on, tables=_effects(check.losses, check.kept), notes=_when_notes(check)
    )


def _when_notes(check: ClosingCheck) -> list[Text]:
    return _cooling_notes(check.account_id, check.closes_on) if check.cooling_days else [labels.CLOSES_AT_ONCE]


def closing_check_document(check: ClosingCheck) -> Document:
    """Everything that stands in the way with the command that clears it, what closing loses and keeps, and when."""
    data = json_data(check)
    # What has no amount, such as auto-repay, leaves it blank.
    blanks = ("amount_fen", "cost_fen")
    blockers = [
        {**blocker, "blocker": words.BLOCKERS[blocker["code"]]} | {key: blocker[key] or None for key in blanks}
        for blocker in data["blockers"]
    ]
    tables = [
        table(
            "blocker hold_id amount_fen cost_fen cure",
            [blocker | {"cure": command_told(blocker["cure"])} for blocker in blockers],
            title=labels.BLOCKERS_TITLE,
            quiet="hold_id cost_fen",
            labels={"cost_fen": labels.TAKES},
        ),
        *_effects(check.losses, check.kept),
    ]
    codes = table("code hold_id amount_fen cost_fen cure", blockers)
    return Document(data=data, as_of=check.on, tables=tables, notes=_check_notes(check), csv_table=codes)


def _check_notes(check: ClosingCheck) -> list[Text]:
    """What is asked for already; or how to close, when that takes effect, and who is asked for what."""
    close = f"baitiao close {check.account_id}"
    if closing := check.closing:
        waits = filled(
            labels.IS_CLOSING, since_on=closing.since_on, ends_on=closing.ends_on, command=f"{close} --withdraw"
        )
        return [waits, labels.NOTHING_LENT, filled(labels.WOULD_LAPSE, ends_on=closing.ends_on)]
    way = filled(labels.TO_CLOSE, command=command_asking("close", check.account_id, check.asked))
    notes = [way if check.can_close else filled(labels.NOT_YET, command=f"{close} --check"), *_when_notes(check)]
    if check.asked:
        by_operator = f"{close} --by operator --reason TEXT"
        notes += [
            filled(labels.IS_ASKED, fields=_fields(check.asked), command=command_told(by_operator)),
            labels.STAND_IN,
        ]
    return notes


def _fields(names: list[str]) -> Text | None:
    """The names of fields of a person; `None` for none."""
    return listed([labels.PERSON_FIELDS[name] for name in names]) if names else None


def verify_document(answer: VerifyAnswer, as_of: date) -> Document:
    """The verification, and what it is worth."""
    data = json_data(answer)
    told = record(
        "account_id event_id effective_on fields",
        data | {"fields": _fields(answer.fields)},
        labels={"fields": columns.LABELS["verified"]},
    )
    keys = csv_table("account_id event_id effective_on fields", [data])
    return Document(data=data, as_of=as_of, tables=[told], notes=[labels.STAND_IN], csv_table=keys)


def _loss_words(loss: Loss) -> Text:
    amount = format_yuan(loss.amount_fen)
    limit = limit_with_merchant(loss.amount_fen, loss.scene, loss.merchant, None, loss.until_on)
    return filled(words.LOSSES[loss.code], amount=amount, limit=limit, tier=loss.tier)


def reopen_document(answer: ReopenAnswer, as_of: date) -> Document:
    """The line as it begins again."""
    data = json_data(answer)
    told = record("account_id event_id effective_on limit_fen bill_day tier reason", data, quiet="reason")
    return Document(data=data, as_of=as_of, tables=[told], notes=[labels.NOT_BROUGHT_BACK])
