"""Shares of funders in short."""

from __future__ import annotations

from collections.abc import Sequence

from baitiao_cli.desk.facts.funding import FunderShare
from baitiao_cli.show.rates import percent_of


def shares_told(shares: Sequence[FunderShare]) -> str:
    """Shares in one line.

    >>> shares_told([FunderShare(funder_id="F1", share_ppb=700_000_000)])
    'F1 70%'
    """
    return ", ".join(f"{share.funder_id} {percent_of(share.share_ppb)}%" for share in shares)
