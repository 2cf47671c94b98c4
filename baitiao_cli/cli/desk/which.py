"""Which accounts a command of the desk is about: one that is named, or all."""

from __future__ import annotations

from baitiao_cli.errors import BaitiaoError


def check_which(command_name: str, account_id: str | None, everyone: bool) -> None:
    """Refuses both an account and all of them, and neither: `options-exclusive`, `account-or-all`."""
    if account_id and everyone:
        raise BaitiaoError("options-exclusive", options=["ACCOUNT", "--all"])
    if not account_id and not everyone:
        raise BaitiaoError("account-or-all", command=command_name)
