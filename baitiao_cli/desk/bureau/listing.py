"""Who stands in a bureau-style file: with consent, and told before where they are late; who is left out, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Literal

import msgspec

from baitiao_cli.desk.bureau.record import BureauRecord
from baitiao_cli.desk.facts import BureauFileMade, ConsentStated, DeskEntry, NoticeGiven

Why = Literal["closed-before", "no-consent", "no-notice"]


class LeftOut(msgspec.Struct, frozen=True):
    """An account that a file does not report, and why."""

    account_id: str
    why: Why


class Known:
    """What the desk recorded of reports: consents by person, notices by account, and files."""

    def __init__(self, entries: Iterable[DeskEntry]) -> None:
        self._consents: dict[str, list[tuple[date, int, bool]]] = defaultdict(list)
        self._notices: dict[str, list[date]] = defaultdict(list)
        self._files: list[tuple[date, int, frozenset[str]]] = []
        for entry in entries:
            fact, on = entry.fact, entry.effective_on
            if isinstance(fact, ConsentStated) and fact.purpose == "bureau-report":
                self._consents[entry.subject].append((on, entry.number, fact.is_given))
            elif isinstance(fact, NoticeGiven):
                self._notices[entry.subject].append(on)
            elif isinstance(fact, BureauFileMade):
                self._files.append((on, entry.number, frozenset(late.account_id for late in fact.late)))

    def consents(self, person_id: str, on: date) -> bool:
        """Whether a person agreed to reports by the end of a day: what was said last for it counts."""
        said = [one for one in self._consents.get(person_id, []) if one[0] <= on]
        return bool(said) and max(said)[2]

    def has_notice(self, account_id: str, since_on: date, on: date, least_days: int) -> bool:
        """Whether lateness since a due date may be reported on a day.

        It was told after that due date and `least_days` before the day at the latest; or the last file before the day
        reported the account as late already.
        """
        before = [file for file in self._files if file[0] < on]
        if before and account_id in max(before, key=lambda file: file[:2])[2]:
            return True
        told = self._notices.get(account_id, [])
        return any(since_on < told_on and (on - told_on).days >= least_days for told_on in told)


def listed(
    records: Iterable[BureauRecord], known: Known, on: date, least_days: int
) -> tuple[list[BureauRecord], list[LeftOut]]:
    """The records that a file of a day may have, and the accounts that it leaves out.

    A closed account is reported in the month of its closing for the last time.
    """
    taken: list[BureauRecord] = []
    left: list[LeftOut] = []
    for record in records:
        if why := _why_not(record, known, on, least_days):
            left.append(LeftOut(record.account_id, why))
        else:
            taken.append(record)
    return taken, left


def _why_not(record: BureauRecord, known: Known, on: date, least_days: int) -> Why | None:
    if record.closed_on and record.closed_on < on.replace(day=1):
        return "closed-before"
    if not known.consents(record.person_id, on):
        return "no-consent"
    since_on = record.late_since_on
    if record.is_late and since_on and not known.has_notice(record.account_id, since_on, on, least_days):
        return "no-notice"
    return None
