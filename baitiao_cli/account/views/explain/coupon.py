"""What a coupon is worth, explained: the charges that the plan would have without it, less those that were agreed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from baitiao_cli.account.plan import Plan
from baitiao_cli.account.views.explain.line import Explained, explained, whole
from baitiao_cli.calc.schedule import Row, make_schedule


def explain_coupon(plan: Plan) -> list[Explained]:
    """What the lender gives up by the coupon of a plan, if it took one: as agreed on the day of the purchase.

    Both schedules are of the same amount and the same periods, and on the same terms but for the free periods. What
    happens to the plan later changes nothing of it.
    """
    if plan.coupon is None:
        return []
    agreed, terms = plan.agreements[0], plan.terms.schedule
    without = replace(terms, free_periods=terms.free_periods - plan.coupon.free_periods)
    before_fen, agreed_fen = (
        _charges_fen(make_schedule(agreed.amount_fen, agreed.periods, each)) for each in (without, terms)
    )
    lines = [
        whole("charges-without-coupon", before_fen, base_fen=agreed.amount_fen),
        whole("charges-as-agreed", -agreed_fen, base_fen=agreed.amount_fen),
    ]
    return [explained("coupon", before_fen - agreed_fen, lines, plan_id=plan.plan_id)]


def _charges_fen(rows: Sequence[Row]) -> int:
    return sum(row.interest_fen + row.fee_fen for row in rows)
