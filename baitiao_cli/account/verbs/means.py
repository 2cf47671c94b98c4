"""A means of the customer's that can be debited: what it can pay is stated, nothing is really debited."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import MeansStated
from baitiao_cli.account.standing import Means
from baitiao_cli.account.verbs.standing import check_open, note_closed
from baitiao_cli.errors import BaitiaoError


def decide_means(account: Account, stated: MeansStated, on: date) -> MeansStated:
    """The statement, when it is news; what it does not say of kind and last digits stays as it was known.

    Errors, in this order: `account-closed`; `means-unknown` for one that cannot be removed; `means-unchanged`.
    """
    check_open(account)
    known = account.purse.get(stated.name)
    if stated.is_removed and (known is None or known.is_removed):
        known_names = [means.name for means in account.purse.values() if not means.is_removed]
        raise BaitiaoError(
            "means-unknown", account_id=account.account_id, means=stated.name, known=", ".join(known_names) or "-"
        )
    if known:
        stated = replace(
            stated, means_kind=stated.means_kind or known.kind, last_digits=stated.last_digits or known.last_digits
        )
    if known and _means(stated, known.since_on) == known:
        raise BaitiaoError("means-unchanged", account_id=account.account_id, means=known.name, since_on=known.since_on)
    return stated


def apply_means(account: Account, stated: MeansStated, event_id: str, on: date) -> None:
    """Keeps what is known of the means from now on."""
    note_closed(account, event_id)
    account.purse[stated.name] = _means(stated, on)


def _means(stated: MeansStated, since_on: date) -> Means:
    return Means(
        name=stated.name,
        funds_fen=0 if stated.is_removed else stated.funds_fen,
        is_removed=stated.is_removed,
        kind=stated.means_kind,
        last_digits=stated.last_digits,
        since_on=since_on,
    )
