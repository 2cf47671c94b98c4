"""The history of an account as a running account."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from baitiao_cli.account.views.history import HistoryLine
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.messages import Text, as_is, columns, filled, happenings, labels, listed, papers, words
from baitiao_cli.messages.counts import counted
from baitiao_cli.show.auto_repay import can_pay
from baitiao_cli.show.cooling import said_of_closing
from baitiao_cli.show.document import Document, Paper, chart, json_data, table
from baitiao_cli.show.limits import said_of_limit
from baitiao_cli.show.rates import told_rate

CSV = "on event_id kind plan_id merchant amount_fen balance_fen remark"
KEYS = "on event_id movement plan_id amount_fen balance_fen"


def history_document(account_id: str, lines: Sequence[HistoryLine], as_of: date) -> Document:
    """Each event and what came by itself, with the balance after it; what was reversed says so.

    For people the merchant and the remark stand behind the movement, so that a screen has room for all.
    """
    rows = [json_data(line) for line in lines]
    shown = [
        row | {"remark": _remark(line), "movement": _movement(line), "plan_id": line.plan_id or None}
        for row, line in zip(rows, lines, strict=True)
    ]
    title = filled(labels.HISTORY_TITLE, account_id=account_id, as_of=as_of)
    named = {"kind": columns.LABELS["movement"], "balance_fen": labels.BALANCE}
    return Document(
        data={"account_id": account_id, "lines": rows, "balance_fen": lines[-1].balance_fen if lines else 0},
        as_of=as_of,
        tables=[table(KEYS, shown, title=title, quiet="plan_id", labels=named)],
        csv_table=table(CSV, shown, labels=named),
        charts=chart("steps", papers.BALANCE_OVER_TIME, "on", "balance_fen", _through(rows, as_of), named),
        paper=Paper(title, title),
    )


def _through(rows: list[dict[str, object]], as_of: date) -> list[dict[str, object]]:
    """The rows, and that nothing changed from the last one to the day that is asked about."""
    return [*rows, {"on": as_of, "balance_fen": rows[-1]["balance_fen"]}] if rows else []


def _movement(line: HistoryLine) -> Text:
    """What happened, where, and the remark."""
    told = [happenings.HAPPENINGS.get(line.kind) or as_is(line.kind)]
    told += [as_is(line.merchant)] if line.merchant else []
    remark = _remark(line)
    told += [remark] if remark else []
    return listed(told)


def _remark(line: HistoryLine) -> Text | None:
    """What an event of the line said, a limit, a hold, a cause, and why; then by what it was reversed."""
    why = "" if line.corrected else line.reason  # the fields say what a correction was for
    said = [*_told_of_event(line), *([as_is(why)] if why else [])]
    said += [filled(labels.REVERSED_BY, event_id=line.reversed_by)] if line.reversed_by else []
    return listed(said, "; ") if said else None


def _told_of_event(line: HistoryLine) -> list[Text]:
    """What the event of the line reverses, corrects or gives back, or else what it said."""
    if line.reverses:
        return [filled(labels.REVERSES, event_id=line.reverses)]
    if line.corrected:
        return [listed([labels.PERSON_FIELDS[field] for field in line.corrected])]
    if line.returned_fen:
        return [filled(labels.RETURNED_IN_ALL, returned=format_yuan(line.returned_fen))]
    return _said(line)


def happening_told(line: HistoryLine) -> Text:
    """What happened, and what the event said besides its reason."""
    return listed([happenings.HAPPENINGS.get(line.kind) or as_is(line.kind), *_said(line)])


def _said(line: HistoryLine) -> list[Text]:
    """What the event said of the line: at most one thing."""
    if line.kind in ("limit-changed", "limit-requested", "limit-decided"):
        return [said_of_limit(line)]
    if line.kind == "hardship-decided":
        return [words.WORDS["decision"][line.decision]]
    if line.kind in ("closing-requested", "cooling-over", "closing-lapsed"):
        return said_of_closing(line)
    own_fen = line.stated_fen - line.financed_fen if line.financed_fen else 0
    if fields := [labels.PERSON_FIELDS[field] for field in (*line.what, *line.verified)]:
        compared = labels.WRONG_ENDS if line.kind == "verification-failed" else labels.VERIFIED_BY
        return [filled(compared, fields=listed(fields))]
    told = {
        "hardship-requested": labels.DECIDE_BY,
        "hold-placed": labels.HELD_THROUGH,
        "hold-released": labels.RELEASES,
        "purchase-made": labels.CAPTURES if line.hold_id else labels.PRICE_FINANCED if own_fen else None,
        "bill-day-changed": labels.BILL_DAY_NOW,
        "tier-changed": labels.TIER_BY_SCORE if line.score_id else labels.TIER_NOW,
        "plan-repriced": labels.RATE_NOW if line.rate_before else labels.RATE_TO,
        "interest-paused": labels.PAUSED_UNTIL,
        "plan-restructured": labels.IN_INSTALLMENTS,
        "balance-restructured": labels.IN_INSTALLMENTS,
        "plan-extended": labels.EXTENDED_BY,
        "bill-converted": labels.AMOUNT_TOLD,
        "recovery-received": labels.AMOUNT_TOLD,
        "bill-deferred": labels.DEFERRED_BY,
        "debit-tried": labels.DEBIT_TOLD,
        "means-stated": labels.MEANS_TOLD,
        "dispute-opened": labels.IS_DISPUTED,
        "dispute-won": labels.OF_DISPUTE,
        "dispute-lost": labels.OF_DISPUTE,
        "account-closed": labels.BY_OPERATOR if line.by == "operator" else None,
        "auto-repay-set": labels.ITS_MEANS if line.means else labels.AUTO_REPAY_ENDS,
    }.get(line.kind, labels.LIMIT_NOW if line.limit_fen else words.WORDS["cause"].get(line.cause))
    if told is None:
        return []
    amounts = {
        "amount": format_yuan(line.stated_fen),
        "limit": format_yuan(line.limit_fen),
        "own": format_yuan(own_fen),
    }
    debit = {
        "taken": format_yuan(line.taken_fen),
        "asked": format_yuan(line.asked_fen),
        "outcome": words.WORDS["outcome"].get(line.outcome, ""),
        "can_pay": can_pay(json_data(line)),
    }
    rates = {"before": told_rate(line.rate_before), "after": told_rate(line.rate)}
    counts = {
        "days": counted(line.days, "day"),
        "months": counted(line.months, "month"),
        "installments": counted(line.installments, "installment"),
    }
    because = {"cause": words.WORDS["cause"].get(line.cause, "")}
    return [filled(told, **{**json_data(line), **amounts, **rates, **debit, **counts, **because})]
