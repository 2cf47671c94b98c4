"""Facts of reports to a credit bureau: who was told before, and which accounts stand in a file that was made."""

from __future__ import annotations

from datetime import date

import msgspec

from baitiao_cli.account.events.fact import Fact
from baitiao_cli.desk.facts.contact import Channel


class NoticeGiven(Fact, frozen=True, tag="notice-given"):
    """The customer of an account (the subject) was told that lateness will be reported: what is late `since_on`."""

    since_on: date
    channel: Channel
    note: str = ""


class ListedLate(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An account that a file reports as late, with the due date from which that counts."""

    account_id: str
    since_on: date


class BureauFileMade(Fact, frozen=True, tag="bureau-file-made"):
    """A bureau-style file of its day was made, and not sent: the accounts in it, those that are late, and its hash.

    The hash is that of the file without anybody's name or number.
    """

    account_ids: tuple[str, ...]
    late: tuple[ListedLate, ...]
    file_hash: str
