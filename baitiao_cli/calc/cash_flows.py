"""The annual rate of any list of cash flows, by the convention of the place that asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal, localcontext
from itertools import pairwise
from typing import Literal, NamedTuple

from baitiao_cli.calc.money import shortened
from baitiao_cli.calc.roots import Term, log_rates, merged, passes_window, precise
from baitiao_cli.errors import BaitiaoError

Side = Literal["advance", "payment"]

# Rates that a person still reads; a loan of a day at 10% is 1.1^365 - 1, a number of 16 digits.
_LARGEST_RATE = Decimal(10) ** 30
_SHOWN = Decimal(10) ** -15
_MOST_TOLD = 5
# The search takes a time that grows with the flows and with how often they turn: this much is some seconds.
_MOST_FLOWS = 10_000
_MOST_WORK = 10_000
_MOST_PARTS = 200_000


class Flow(NamedTuple):
    """Money to the customer (an advance) or from the customer (a payment): amount, whole steps t, part of a step f.

    An amount below zero goes the other way. The step is a unit period, or a year for conventions by the year.
    """

    side: Side
    amount: Decimal
    t: Decimal
    f: Decimal = Decimal(0)

    @property
    def signed(self) -> Decimal:
        """The amount as the customer's purse sees it: advances come in, payments go out.

        >>> str(Flow("payment", Decimal("89.33"), Decimal(1)).signed)
        '-89.33'
        """
        return self.amount if self.side == "advance" else -self.amount


class Convention(NamedTuple):
    """How a rate a step becomes a rate a year, and what a part f of a step does to an amount.

    `is_linear`: the part bears simple interest, amount / ((1 + f i) (1 + i)^t); otherwise amount / (1 + i)^(t + f).
    """

    steps_a_year: Callable[[Decimal | None], Decimal]
    is_linear: bool = False


def _given(steps_a_year: Decimal | None) -> Decimal:
    if steps_a_year is None:
        raise BaitiaoError("unit-periods-missing")
    return steps_a_year


def _months(steps_a_year: Decimal | None) -> Decimal:
    if steps_a_year not in (None, 12):
        raise BaitiaoError("unit-periods-not-months", given=steps_a_year)
    return Decimal(12)


def _one(_: Decimal | None) -> Decimal:
    return Decimal(1)


# us-reg-z: 12 CFR 1026, Appendix J, (b)(1) the annual rate is the rate of a unit period times the unit periods a year,
#   (b)(8) the general equation with its linear part; (b)(5) unit periods and odd days.
# eu-aprc: Directive 2008/48/EC, Annex I, part I: the effective rate a year, times in years and parts of a year.
# simple-12: notice 2021-3 of the People's Bank of China, the simple form: 12 x the rate of a month.
# xirr-365: the function XIRR of spreadsheets: the effective rate a year, times in days / 365.
CONVENTIONS: dict[str, Convention] = {
    "us-reg-z": Convention(_given, is_linear=True),
    "eu-aprc": Convention(_one),
    "simple-12": Convention(_months),
    "per-period": Convention(_one),
    "xirr-365": Convention(_one),
}


class FoundRate(NamedTuple):
    """The annual rate and the rate of a step, as fractions, and what each flow is worth at step 0, signed.

    The worths sum to zero, to within 1e-30 of the amounts.
    """

    annual: Decimal
    step: Decimal
    worths: list[Decimal]


def rate_of_flows(flows: Sequence[Flow], convention: str, steps_a_year: Decimal | None = None) -> FoundRate:
    """The annual rate at which all flows are worth nothing together, by a convention of `CONVENTIONS`.

    Rates from 0 up count; where there is none, rates between -1 and 0 do (less is paid than was advanced). Nothing is
    rounded here: the rate is good to more than 15 decimals. `steps_a_year` are the unit periods of a year: us-reg-z
    needs them, simple-12 counts in months, the others do without.

    Raises `annual-rate-none`, `annual-rate-several` and `annual-rate-any` where the flows have not exactly one rate,
    `annual-rate-too-large` beyond 1e30, `flows-too-many`, `parts-too-many` and `flows-too-tangled` beyond what can be
    searched in seconds, `unit-periods-missing`, `unit-periods-not-months`, `part-out-of-range` (0 <= f < 1),
    `time-not-whole` (t under us-reg-z): the user's flows.

    >>> D = Decimal
    >>> loan = [Flow("advance", D(100), D(0)), Flow("payment", D(121), D(2))]  # 100 x 1.1 x 1.1 = 121
    >>> str(rate_of_flows(loan, "eu-aprc").annual.quantize(D("1e-15")))
    '0.100000000000000'
    >>> odd = [Flow("advance", D(100), D(0)), Flow("payment", D("115.5"), D(1), D("0.5"))]  # 100 x 1.1 x 1.05 = 115.5
    >>> str(rate_of_flows(odd, "us-reg-z", D(1)).annual.quantize(D("1e-15")))
    '0.100000000000000'

    12 CFR 1026, Appendix J, (c)(5)(iii): 1,000 for a year and a half, 1,135.19 back: 8.76%. By hand: (1 + i)(1 + i/2) =
    1.13519, i = -1.5 + sqrt(2.25 + 2 x 0.13519).

    >>> reg_z = [Flow("advance", D(1000), D(0)), Flow("payment", D("1135.19"), D(1), D("0.5"))]
    >>> percent_text(rate_of_flows(reg_z, "us-reg-z", D(1)).annual, 2)
    '8.76'

    Directive 98/7/EC, Annex II: 1,000 back as 1,200 after 546 days: 12.96%. By hand: 1.2^(365/546) - 1.

    >>> eu = [Flow("advance", D(1000), D(0)), Flow("payment", D(1200), D(546) / 365)]
    >>> percent_text(rate_of_flows(eu, "eu-aprc").annual, 2)
    '12.96'
    """
    told = CONVENTIONS[convention]
    a_year = told.steps_a_year(steps_a_year)
    _check(flows, told)
    with localcontext(precise()):
        step = _only_rate(flows, _terms(flows, told), a_year)
        return FoundRate(step * a_year, step, [_worth(flow, step, told) for flow in flows])


def percent_text(fraction: Decimal, digits: int) -> str:
    """A fraction as per cent with `digits` decimals, halves away from zero, without the sign %; zero has no sign.

    >>> percent_text(Decimal("0.096850"), 2), percent_text(Decimal("-0.0000001"), 2)  # 9.685: up
    ('9.69', '0.00')
    """
    with localcontext(precise()):
        shown = (fraction * 100).quantize(Decimal(1).scaleb(-digits), rounding="ROUND_HALF_UP")
    return str(abs(shown) if shown == 0 else shown)


def fraction_text(fraction: Decimal) -> str:
    """A fraction as a decimal with 15 decimals; zero has no sign.

    >>> fraction_text(Decimal(1) / 3), fraction_text(Decimal("-1e-20"))
    ('0.333333333333333', '0.000000000000000')
    """
    with localcontext(precise()):
        shown = fraction.quantize(_SHOWN)
    return f"{abs(shown) if shown == 0 else shown:f}"


def _check(flows: Sequence[Flow], told: Convention) -> None:
    for flow in flows:
        if not 0 <= flow.f < 1:
            raise BaitiaoError("part-out-of-range", text=shortened(str(flow.f)))
        if told.is_linear and flow.t % 1:
            raise BaitiaoError("time-not-whole", text=shortened(str(flow.t)))


def _only_rate(flows: Sequence[Flow], terms: Sequence[Term], a_year: Decimal) -> Decimal:
    """The one rate of a step, or the error that tells why there is none."""
    rates = _counting([y.exp() - 1 for y in log_rates(terms)])
    shown = [f"{percent_text(rate * a_year, 6)}%" for rate in rates if rate * a_year <= _LARGEST_RATE]
    if passes_window(terms) or len(shown) < len(rates):
        shown.append(f">{_LARGEST_RATE * 100:.0e}%")
        if len(shown) == 1:
            raise BaitiaoError("annual-rate-too-large", most=shown[0])
    if len(shown) > 1:
        told = [*shown[:_MOST_TOLD], "…"] if len(shown) > _MOST_TOLD else shown
        raise BaitiaoError("annual-rate-several", count=len(shown), rates=", ".join(told))
    if not rates:
        raise _no_rate(flows)
    return rates[0]


def _counting(rates: list[Decimal]) -> list[Decimal]:
    """The rates that count: those from 0 up if there are any."""
    return [rate for rate in rates if rate >= -_SHOWN / 2] or rates


def _no_rate(flows: Sequence[Flow]) -> BaitiaoError:
    if any(flow.amount for flow in flows) and not merged([Term(flow.signed, flow.t + flow.f) for flow in flows]):
        return BaitiaoError("annual-rate-any")
    paid = sum((flow.amount for flow in flows if flow.side == "payment"), Decimal(0))
    advanced = sum((flow.amount for flow in flows if flow.side == "advance"), Decimal(0))
    return BaitiaoError("annual-rate-none", advanced=f"{advanced:,f}", paid=f"{paid:,f}")


def _worth(flow: Flow, step: Decimal, told: Convention) -> Decimal:
    growth = (1 + step).ln()
    if told.is_linear:
        return flow.signed * (-flow.t * growth).exp() / (1 + flow.f * step)
    return flow.signed * (-(flow.t + flow.f) * growth).exp()


def _terms(flows: Sequence[Flow], told: Convention) -> list[Term]:
    """The flows as one sum of powers of 1 + i, which is zero where they are worth nothing together."""
    if len(flows) > _MOST_FLOWS:
        raise BaitiaoError("flows-too-many", count=len(flows), most=_MOST_FLOWS)
    if told.is_linear and any(flow.f for flow in flows):
        terms = _without_parts(flows)
    else:
        terms = merged([Term(flow.signed, flow.t + flow.f) for flow in flows])
    turns = sum((a.amount > 0) != (b.amount > 0) for a, b in pairwise(terms))
    if turns > 1 and turns * len(terms) > _MOST_WORK:
        raise BaitiaoError("flows-too-tangled", count=len(terms), turns=turns)
    return terms


def _without_parts(flows: Sequence[Flow]) -> list[Term]:
    """The sum times (1 + f i) of every part f that occurs: what is left are whole powers of u = 1 + i.

    With n = 10^k f whole, 10^k (1 + f i) = (10^k - n) + n u. Each flow is then its amount times the factors of the
    other parts, in whole numbers, exactly.
    """
    one = 10 ** _places(flow.f for flow in flows)
    cents = 10 ** _places(flow.amount for flow in flows)
    parts = {int(flow.f * one) for flow in flows}
    if len(parts) * len(flows) > _MOST_PARTS:
        raise BaitiaoError("parts-too-many", count=len(flows), parts=len(parts))
    whole = [1]
    for part in parts:
        low, high = [one - part, part]
        whole = [low * a + high * b for a, b in zip([*whole, 0], [0, *whole], strict=True)]
    sums: dict[int, int] = {}
    for part in parts:
        factors = _divided(whole, one - part, part)
        for flow in flows:
            if int(flow.f * one) == part:
                at, amount = int(flow.t), int(flow.signed * cents)
                for power, factor in enumerate(factors):  # u^power / u^at
                    sums[at - power] = sums.get(at - power, 0) + amount * factor
    scale = max(map(abs, sums.values())) or 1
    return merged([Term(Decimal(amount) / scale, Decimal(at)) for at, amount in sums.items()])


def _places(numbers: Iterable[Decimal]) -> int:
    """How many decimals the numbers need at most."""
    return max(0, *(-int(number.as_tuple().exponent) for number in numbers))


def _divided(product: list[int], low: int, high: int) -> list[int]:
    """The polynomial, lowest power first, divided by its factor low + high u."""
    left, quotient = list(product), []
    for power in range(len(product) - 1):
        factor = left[power] // low
        quotient.append(factor)
        left[power + 1] -= factor * high
    return quotient
