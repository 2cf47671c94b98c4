"""Reads the product files: strict (no unknown key, no wrong type, terms that fit together), each once a process."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from re import fullmatch

import msgspec

from baitiao_cli.account.plan import DAILY_METHODS
from baitiao_cli.account.terms import LineTerms, Product
from baitiao_cli.calc.money import MAX_FEN
from baitiao_cli.calc.rates import PPB
from baitiao_cli.calc.schedule import check_terms
from baitiao_cli.errors import BaitiaoError

FOLDER = Path(__file__).parent

OWN = ".toml"
LARGEST_FILE = 65536
DEFAULT_DAY_COUNT = "actual/365"

KINDS_OF_DEBT = ["fee", "interest", "late_charge", "principal"]


@cache
def find_product(product_id: str) -> Product:
    """The product named `product_id`, or the one in the file of that path when it ends in `.toml`.

    Raises `product-unknown`, which names those that there are, and `product-file-invalid`, also for a file of one's own
    that takes the name of a product of the catalogue.

    >>> find_product("inst").installments
    (3, 6, 12, 24)
    """
    if product_id.endswith(OWN):
        return _own_product(Path(product_id))
    if product_id not in product_ids():
        raise BaitiaoError("product-unknown", product_id=product_id, offered=", ".join(product_ids()))
    return read_product(FOLDER / f"{product_id}{OWN}")


def _own_product(path: Path) -> Product:
    if path.stem in product_ids():
        problem = f"{path.stem!r} is a product of the catalogue: a file of one's own needs another name and id"
        raise BaitiaoError("product-file-invalid", file=path.name, problem=problem)
    return read_product(path)


def line_terms() -> LineTerms:
    """The terms of a line that begins today: those of the product `month`, which is the bill itself."""
    line = find_product("month").line
    assert line is not None
    return line


@cache
def product_ids() -> tuple[str, ...]:
    """The ids of the catalogue, in alphabetical order: the names of the files."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


def load_products() -> dict[str, Product]:
    """The whole catalogue by id."""
    return {product_id: find_product(product_id) for product_id in product_ids()}


def read_product(path: Path) -> Product:
    """The product in one file; `product-file-invalid` says where the file breaks which rule.

    The file is TOML; amounts are whole fen, rates parts per billion; the id is the file's name.
    """
    try:
        with path.open("rb") as file:
            product = msgspec.toml.decode(file.read(LARGEST_FILE), type=Product)
        check_product(product, path.stem)
    except OSError as problem:
        raise BaitiaoError("product-file-unreadable", file=str(path), problem=problem.strerror or "-") from problem
    except (msgspec.MsgspecError, ValueError, KeyError, BaitiaoError) as problem:
        raise BaitiaoError("product-file-invalid", file=path.name, problem=str(problem)) from problem
    return product


def check_product(product: Product, name: str) -> None:
    """Raises `ValueError` with the first rule that the product breaks, `BaitiaoError` for terms that do not fit."""
    for rule, holds in (_own_rules(product, name) | _fitting_rules(product) | _line_rules(product)).items():
        if not holds:
            raise ValueError(rule)
    for count in product.installments:
        check_terms(product.terms(count, "A", date.max).schedule)


def _own_rules(product: Product, name: str) -> dict[str, bool]:
    """What each field must be by itself."""
    late = product.late
    rates = (*product.rate_ppb_by_tier.values(), late.daily_ppb, product.annual_cap_ppb)
    texts = (product.name_en, product.name_zh, product.about_en, product.about_zh)
    return {
        f"id must be the file's name, {name!r}": product.id == name,
        "id must be of small letters, digits, - and _, at most 32": fullmatch("[a-z0-9_-]{1,32}", product.id)
        is not None,
        "names and texts must be printable": all(text.isprintable() for text in texts),
        "version must be at least 1": product.version >= 1,
        "installments must rise and be at least 1": bool(product.installments)
        and product.installments[0] >= 1
        and list(product.installments) == sorted(set(product.installments)),
        "rate_ppb_by_tier must give A, B, C and D when rate_per is set, and be absent otherwise": (
            set(product.rate_ppb_by_tier) == (set("ABCD") if product.rate_per else set())
        ),
        "rates must be from 0 to 1_000_000_000 ppb": all(0 <= ppb <= PPB for ppb in rates),
        "amounts must be 0 < minimum_amount_fen <= maximum_amount_fen <= 2^53 - 1": (
            0 < product.minimum_amount_fen <= product.maximum_amount_fen <= MAX_FEN
        ),
        "late.floor_fen and late.grace_days must not be negative": late.floor_fen >= 0 and late.grace_days >= 0,
        "every must be at least 1": product.every >= 1,
        "allocation must name late_charge, fee, interest and principal once each, or be absent": (
            not product.allocation or sorted(product.allocation) == KINDS_OF_DEBT
        ),
    }


def _fitting_rules(product: Product) -> dict[str, bool]:
    """What must fit together, so that nothing that a file says is silently ignored."""
    by_the_night, on_bill = product.method in DAILY_METHODS, product.due_by == "bill"
    late, is_month = product.late, (product.every, product.unit) == (1, "months")
    return {
        "a method without a price (single) takes no rate_per, the others need one": (
            (product.rate_per is None) == (product.method == "single")
        ),
        "interest runs to the due date, so a method by the night must be due_by = 'anniversary'": (
            not (by_the_night and on_bill)
        ),
        "a product on the bill (due_by = 'bill') has monthly periods and its rate per period": not on_bill
        or (is_month and product.rate_per in (None, "period")),
        "interest by the night is settled by the nights used: payoff must be 'accrued-days'": (
            not by_the_night or product.payoff == "accrued-days"
        ),
        "only interest by the night can be paid ahead: surplus = 'next-installment' needs such a method": (
            by_the_night or product.surplus == "credit-balance"
        ),
        "late.instead replaces interest by the night: it needs such a method": by_the_night or not late.instead,
        "only equal-payment and equal-principal can keep the first schedule's interest (recalculate = false)": (
            product.recalculate or product.method in ("equal-payment", "equal-principal")
        ),
        "late.instead needs interest that follows the balance (recalculate = true)": (
            product.recalculate or not late.instead
        ),
        "day_count is for rates per year or month": (
            product.day_count == DEFAULT_DAY_COUNT or product.rate_per in ("year", "month")
        ),
    }


def _line_rules(product: Product) -> dict[str, bool]:
    """What a product that is the bill itself must be."""
    line = product.line
    if line is None:
        return {}
    return {
        "only a product of one installment without a rate, due with the bill, can be revolving (have a [line])": (
            product.installments == (1,) and product.method == "single" and product.due_by == "bill"
        ),
        "what revolves is charged and ordered by the [line]: late.daily_ppb must be 0 and allocation absent": (
            not product.late.daily_ppb and not product.allocation
        ),
        "line.due_days must be from 1 to 27": 1 <= line.due_days <= 27,
        "line.hold_days must be from 0 to 365": 0 <= line.hold_days <= 365,
        "line.minimum_share_ppb must be from 0 to 1_000_000_000": 0 <= line.minimum_share_ppb <= PPB,
        "line orders must name late_charge, fee, interest and principal once each": all(
            sorted(order) == KINDS_OF_DEBT for order in (line.usual_order, line.very_late_order)
        ),
    }
