"""Which accounts a command of the desk is about: one that is named, or all."""

from __future__ import annotations

from baitiao_cli.cli.request import Request
from baitiao_cli.errors import BaitiaoError


def check_which(command_name: str, account_id: str | None, everyone: bool) -> None:
    """Refuses both an account and all of them, and neither: `options-exclusive`, `account-or-all`."""
    if account_id and everyone:
        raise BaitiaoError("options-exclusive", options=["ACCOUNT", "--all"])
    if not account_id and not everyone:
        raise BaitiaoError("account-or-all", command=command_name)


def in_one(request: Request, account_id: str | None) -> bool:
    """Whether it is one transaction: with one account, or where all is thrown away or answered again as a whole.

    Otherwise it is many short ones, so that who writes does not wait for all accounts.
    """
    return bool(account_id or request.dry_run or request.request_id or request.branch)
