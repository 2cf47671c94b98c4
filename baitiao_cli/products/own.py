"""Terms of one's own: a product made on the spot, for quotes that no product file is behind."""

from __future__ import annotations

from baitiao_cli.account.plan import DAILY_METHODS
from baitiao_cli.account.terms import TIERS, LateTerms, PayoffPolicy, Product, Unit
from baitiao_cli.calc.money import MAX_FEN
from baitiao_cli.calc.schedule import ScheduleTerms, check_terms
from baitiao_cli.products.catalogue import misfit
from baitiao_cli.products.rules import OWN_TERMS, fitting_rules


def own_product(
    schedule: ScheduleTerms,
    every: int = 1,
    unit: Unit = "months",
    payoff: PayoffPolicy | None = None,
    late_ppb: int = 0,
) -> Product:
    """The product that offers a schedule on these terms at one price, due on the anniversary.

    Late payment costs `late_ppb` a day of what is overdue. An early payoff asks, unless said otherwise, for interest by
    the nights used where interest runs by the night, and for the price of the next period where it is fixed; money
    beyond what is due goes ahead in the first case and stays a credit balance in the other. Errors of `check_terms`,
    and `terms-misfit`.
    """
    check_terms(schedule)
    by_the_night = schedule.method in DAILY_METHODS
    price = schedule.fee or schedule.rate
    product = Product(
        id=OWN_TERMS,
        version=1,
        name_en="Terms of one's own",
        name_zh="自定条款",
        about_en="Terms that a quote stated.",
        about_zh="试算时给出的条款。",
        method=schedule.method,
        installments=(schedule.installments,),
        due_by="anniversary",
        payoff=payoff or ("accrued-days" if by_the_night else "next-period"),
        surplus="next-installment" if by_the_night else "credit-balance",
        late=LateTerms(daily_ppb=late_ppb),
        rate_per=price.per if price else None,
        rate_ppb_by_tier=dict.fromkeys(TIERS, price.ppb) if price else {},
        day_count=schedule.day_count,
        rounding=schedule.rounding,
        evening=schedule.evening,
        free_periods=schedule.free_periods,
        free_days=schedule.free_days,
        multiple_of_fen=schedule.multiple_of_fen,
        every=every,
        unit=unit,
        minimum_amount_fen=1,
        maximum_amount_fen=MAX_FEN,
        whole_period=schedule.whole_period,
    )
    for key, holds in fitting_rules(product).items():
        if not holds:
            raise misfit(key)
    return product
