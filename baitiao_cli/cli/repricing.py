"""`baitiao reprice`, `pause`: another rate from a day on, nights without interest."""

from __future__ import annotations

from datetime import date
from typing import Annotated, NamedTuple

from baitiao_cli.actions.pause import PAUSE, PauseAsked
from baitiao_cli.actions.reprice import REPRICE, RepriceAsked
from baitiao_cli.calc.rates import Per, parse_rate
from baitiao_cli.cli.values import argument, day, free_text, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.show.repricing import pause_document, reprice_document


class GivenRate(NamedTuple):
    """A rate as it was given: without a unit it has that of the plan."""

    ppb: int
    per: Per | None


def rate(text: str | GivenRate) -> GivenRate:
    """Reads a rate; its unit is only known where it says one, whatever a rate without a unit would be taken for."""
    if isinstance(text, GivenRate):  # a default is parsed again
        return text
    by_day, by_year = parse_rate(text, "day"), parse_rate(text, "year")
    return GivenRate(by_day.ppb, by_day.per if by_day.per == by_year.per else None)


@verb_command(REPRICE, reprice_document)
def reprice(
    plan_id: Annotated[str, argument("PLAN")],
    new_rate: Annotated[GivenRate, argument("RATE", rate)],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> RepriceAsked:
    """Changes the rate of a plan from a day on."""
    return RepriceAsked(plan_id=plan_id, rate_ppb=new_rate.ppb, rate_per=new_rate.per, reason=reason or "")


@verb_command(PAUSE, pause_document)
def pause(
    plan_id: Annotated[str, argument("PLAN")],
    until: Annotated[date, option("--until", day, "DATE")],
    reason: Annotated[str | None, option("--reason", free_text, "TEXT")] = None,
) -> PauseAsked:
    """Pauses the interest or the fees of a plan until a day."""
    return PauseAsked(plan_id=plan_id, until_on=until, reason=reason or "")
