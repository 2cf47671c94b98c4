"""Reads the product files: strict (no unknown key, no wrong type, terms that fit together), each once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from baitiao_cli.account.terms import LineTerms, Product
from baitiao_cli.errors import BaitiaoError

FOLDER = Path(__file__).parent

KINDS_OF_DEBT = ["fee", "interest", "late_charge", "principal"]


@cache
def find_product(product_id: str) -> Product:
    """The product named `product_id`; `product-unknown` names those that there are.

    >>> find_product("inst").installments
    (3, 6, 12, 24)
    """
    if product_id not in product_ids():
        raise BaitiaoError("product-unknown", product_id=product_id, offered=", ".join(product_ids()))
    return read_product(FOLDER / f"{product_id}.toml")


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
        product = msgspec.toml.decode(path.read_bytes(), type=Product)
        check_product(product, path.stem)
    except (msgspec.MsgspecError, ValueError, KeyError) as problem:
        raise BaitiaoError("product-file-invalid", file=path.name, problem=str(problem)) from problem
    return product


def check_product(product: Product, name: str) -> None:
    """Raises `ValueError` with the first rule that the product breaks."""
    late, line = product.late, product.line
    rules = {
        f"id must be the file's name, {name!r}": product.id == name,
        "version must be at least 1": product.version >= 1,
        "installments must rise and be at least 1": product.installments
        and product.installments[0] >= 1
        and list(product.installments) == sorted(set(product.installments)),
        "rate_ppb_by_tier must give A, B, C and D when rate_per is set, and be absent otherwise": (
            set(product.rate_ppb_by_tier) == (set("ABCD") if product.rate_per else set())
        ),
        "rates must be from 0 to 1_000_000_000 ppb": all(
            0 <= ppb <= 1_000_000_000
            for ppb in (*product.rate_ppb_by_tier.values(), late.daily_ppb, product.annual_cap_ppb)
        ),
        "amounts must be 0 < minimum_amount_fen <= maximum_amount_fen": (
            0 < product.minimum_amount_fen <= product.maximum_amount_fen
        ),
        "late.floor_fen and late.grace_days must not be negative": late.floor_fen >= 0 and late.grace_days >= 0,
        "interest runs to the due date, so a product with interest must be due_by = 'anniversary'": (
            product.due_by == "anniversary" or product.rate_per in (None, "period")
        ),
        "only a product of one installment without a rate can be revolving (have a [line])": line is None
        or (product.installments == (1,) and product.rate_per is None),
        "line.due_days must be from 1 to 27": line is None or 1 <= line.due_days <= 27,
        "line.hold_days must be from 0 to 365": line is None or 0 <= line.hold_days <= 365,
        "line.minimum_share_ppb must be from 0 to 1_000_000_000": line is None
        or 0 <= line.minimum_share_ppb <= 1_000_000_000,
        "line orders must name late_charge, fee, interest and principal once each": line is None
        or all(sorted(order) == KINDS_OF_DEBT for order in (line.usual_order, line.very_late_order)),
        "allocation must name late_charge, fee, interest and principal once each, or be absent": (
            not product.allocation or sorted(product.allocation) == KINDS_OF_DEBT
        ),
        "only equal-payment and equal-principal can keep the first schedule's interest (recalculate = false)": (
            product.recalculate or product.method in ("equal-payment", "equal-principal")
        ),
    }
    for rule, holds in rules.items():
        if not holds:
            raise ValueError(rule)
    for count in product.installments:
        product.terms(count, "A")
