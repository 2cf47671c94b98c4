"""`baitiao tier`: the prices and terms of what is bought from now on."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.tier import TIER, TierAsked
from baitiao_cli.cli.values import argument, free_text, identifier, option, price_tier
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.tier import tier_document


@verb_command(TIER, tier_document)
def tier(
    account_id: Annotated[str, argument("ACCOUNT")],
    tier: Annotated[Tier, argument("TIER", price_tier)],
    score_id: Annotated[str | None, option("--score", identifier("RECORD"), "RECORD")] = None,
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> TierAsked:
    """Changes the tier of an account."""
    return TierAsked(account_id=account_id, tier=tier, score_id=score_id or "", reason=reason or "")
