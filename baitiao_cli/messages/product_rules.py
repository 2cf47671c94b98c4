"""What a product must be, rule by rule: told where a product file or the terms of a quote break it."""

from __future__ import annotations

from baitiao_cli.messages import Text

PRODUCT_RULES: dict[str, Text] = {
    # each field by itself
    "id-is-file-name": Text("id must be the file's name, '{name}'"),
    "id-form": Text("id must be of small letters, digits, - and _, at most 32, and not own-terms"),
    "id-not-taken": Text("'{name}' is a product of the catalogue: a file of one's own needs another name and id"),
    "printable": Text("names and texts must be printable"),
    "version": Text("version must be at least 1"),
    "installments": Text("installments must rise and be at least 1"),
    "tiers": Text("rate_ppb_by_tier must give A, B, C and D when rate_per is set, and be absent otherwise"),
    "tier-installments": Text("installments_by_tier must give a tier some of the installments, rising"),
    "rates": Text("rates must be from 0 to 1_000_000_000 parts per billion"),
    "amounts": Text("amounts must be 0 < minimum_amount_fen <= maximum_amount_fen <= 2^53 - 1"),
    "late-bounds": Text("late.floor_fen must be from 0 to 10_000 and late.grace_days from 0 to 90"),
    "every": Text("every must be at least 1"),
    "allocation": Text("allocation must name late_charge, fee, interest and principal once each, or be absent"),
    # what must fit together
    "price": Text("a method without a price (single) takes no rate, the others need one"),
    "night-on-bill": Text("interest runs to the due date, so a method by the night must be due_by = 'anniversary'"),
    "bill-monthly": Text("a product on the bill (due_by = 'bill') has monthly periods and its rate per period"),
    "night-payoff": Text("interest by the night is settled by the nights used: payoff must be 'accrued-days'"),
    "paid-ahead": Text(
        "only interest by the night can be paid ahead: surplus = 'next-installment' needs such a method"
    ),
    "late-instead": Text("late.instead replaces interest by the night that follows the balance: it needs such terms"),
    "late-instead-base": Text("late.instead replaces the interest of what is overdue: late.base must be 'overdue'"),
    "recalculate": Text(
        "only equal-payment and equal-principal can keep the first schedule's interest (recalculate = false)"
    ),
    "refund-fees": Text('refund_fees "return" needs a price: without rate_per there is nothing to return'),
    "day-count": Text("a day count is for rates per year or month"),
    # a product that is the bill itself
    "line-revolves": Text(
        "only a product of one installment without a rate, due with the bill, can be revolving (have a [line])"
    ),
    "line-charges": Text(
        "what revolves is charged and ordered by the [line]: late.daily_ppb must be 0 and allocation absent"
    ),
    "line-due-days": Text("line.due_days must be from 1 to 27"),
    "line-defer-days": Text("line.defer_days must be from 0 to 27, line.defer_daily_ppb not below 0"),
    "line-defer-rate": Text("line.defer_daily_ppb without line.defer_days would be ignored"),
    "line-auto-repay-days": Text("line.auto_repay_days must rise and be from 0 to 30"),
    "line-hold-days": Text("line.hold_days must be from 0 to 365"),
    "line-non-accrual": Text("line.non_accrual_after_days must not be below 0"),
    "line-cooling-days": Text("line.cooling_days must be from 0 to 90"),
    "line-suspends": Text("line.suspend_after_days must be from 0 to 365, line.suspend_after_failures from 0 to 100"),
    "line-minimum": Text("line.minimum_share_ppb must be from 0 to 1_000_000_000"),
    "line-scenes": Text(
        "each of line.scene_caps must name a scene once, with a cap a day no higher than its cap a month, or allowed = "
        "false and no cap"
    ),
    "scenes": Text(
        "each of scene_caps must name a scene once, with a cap a day no higher than its cap a month, or allowed = "
        "false and no cap"
    ),
    "line-orders": Text("line orders must name late_charge, fee, interest and principal once each"),
}
