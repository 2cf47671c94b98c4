"""The end of a line: what stands in the way, what it loses, and a new beginning."""

from __future__ import annotations

from datetime import date

from baitiao_cli.actions.close import CloseAnswer, ClosingCheck
from baitiao_cli.actions.reopen import ReopenAnswer
from baitiao_cli.actions.verify import VerifyAnswer
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, columns, filled, labels, listed, words
from baitiao_cli.show.document import Document, csv_table, json_data, record, table


def close_document(answer: CloseAnswer, as_of: date) -> Document:
    """The closing, and how the line would begin again."""
    data = json_data(answer) | {"status": "closed"}
    told = record(
        "account_id status event_id effective_on by verified reason",
        data | {"verified": _fields(answer.verified)},
        quiet="verified reason",
    )
    return Document(
        data=data, as_of=as_of, tables=[told], next_steps=[filled(labels.TO_REOPEN, account_id=answer.account_id)]
    )


def closing_check_document(check: ClosingCheck) -> Document:
    """Everything that stands in the way with the command that clears it, and what closing loses."""
    data = json_data(check)
    # What has no amount, such as auto-repay, leaves it blank.
    blanks = ("amount_fen", "cost_fen")
    blockers = [
        {**blocker, "blocker": words.BLOCKERS[blocker["code"]]} | {key: blocker[key] or None for key in blanks}
        for blocker in data["blockers"]
    ]
    losses = [{"loss": _loss_words(loss)} for loss in data["losses"]]
    close = f"baitiao close {check.account_id}"
    note = (
        filled(labels.TO_CLOSE, command=close)
        if check.can_close
        else filled(labels.NOT_YET, command=f"{close} --check")
    )
    notes = [note]
    if check.asked:
        by_operator = f"{close} --by operator --reason TEXT"
        notes += [filled(labels.IS_ASKED, fields=_fields(check.asked), command=by_operator), labels.STAND_IN]
    tables = [
        table(
            "blocker hold_id amount_fen cost_fen cure",
            blockers,
            title=labels.BLOCKERS_TITLE,
            quiet="hold_id cost_fen",
            labels={"cost_fen": labels.TAKES},
        ),
        table("loss", losses, title=labels.LOSSES_TITLE),
    ]
    codes = table("code hold_id amount_fen cost_fen cure", blockers)
    return Document(data=data, as_of=check.on, tables=tables, notes=notes, csv_table=codes)


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


def _loss_words(loss: dict[str, object]) -> Text:
    amount = loss["amount_fen"]
    assert isinstance(amount, int)
    return filled(words.LOSSES[str(loss["code"])], amount=format_yuan(amount), tier=loss["tier"])


def reopen_document(answer: ReopenAnswer, as_of: date) -> Document:
    """The line as it begins again."""
    data = json_data(answer)
    told = record("account_id event_id effective_on limit_fen bill_day tier reason", data, quiet="reason")
    return Document(data=data, as_of=as_of, tables=[told], notes=[labels.NOT_BROUGHT_BACK])
