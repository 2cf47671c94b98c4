"""A correction of what is known of the person: the facts name the fields, never what stands in them."""

from __future__ import annotations

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import PersonCorrected
from baitiao_cli.errors import BaitiaoError


def decide_correction(account: Account, correction: PersonCorrected) -> PersonCorrected:
    """The correction, when it changes a field; also on a closed account, for what is known must be true.

    Raises `nothing-to-correct`: what was given is known like that already.
    """
    if not correction.fields:
        raise BaitiaoError("nothing-to-correct", account_id=account.account_id)
    return correction
