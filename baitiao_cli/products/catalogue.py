"""Reads the product files: strict (no unknown key, no wrong type, terms that fit together), each once a process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from types import MappingProxyType

from baitiao_cli.account.terms import LineTerms, Product
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import filled
from baitiao_cli.messages.product_rules import PRODUCT_RULES
from baitiao_cli.products.rules import broken_rules, check_method, check_schedules
from baitiao_cli.toml_file import read_toml

FOLDER = Path(__file__).parent

OWN = ".toml"

_offered: ContextVar[Mapping[str, Product]] = ContextVar("offered", default=MappingProxyType({}))


@contextmanager
def offering(products: Mapping[str, Product]) -> Iterator[None]:
    """In the block `find_product` knows these, too, by their ids."""
    token = _offered.set(products)
    try:
        yield
    finally:
        _offered.reset(token)


def find_product(product_id: str) -> Product:
    """The product named `product_id`, or the one in the file of that path when it ends in `.toml`.

    Raises `product-unknown`, which names those that there are, and `product-file-invalid`, also for a file of one's own
    that takes the name of a product of the catalogue.

    >>> find_product("inst").installments
    (3, 6, 12, 24)
    """
    if offered := _offered.get().get(product_id):
        return offered
    if product_id.endswith(OWN):  # read anew each time: the file may change, and the folder that its name starts from
        return _own_product(Path(product_id))
    return _found(product_id)


@cache
def _found(product_id: str) -> Product:
    if product_id not in product_ids():
        raise BaitiaoError("product-unknown", product_id=product_id, offered=", ".join(product_ids()))
    return read_product(FOLDER / f"{product_id}{OWN}")


def _own_product(path: Path) -> Product:
    if path.stem in product_ids():
        problem = filled(PRODUCT_RULES["id-not-taken"], name=path.stem)
        raise BaitiaoError("product-file-invalid", file=path.name, problem=problem)
    return read_product(path)


def line_terms(product_id: str = "") -> LineTerms:
    """The terms of a line that begins today: those of a product that is the bill itself, of `month` if none is named.

    Raises `product-without-line` for another product, and what `find_product` raises.
    """
    product = find_product(product_id or "month")
    if product.line is None:
        raise BaitiaoError("product-without-line", product_id=product.id)
    return product.line


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
        product = read_toml(path, Product)
        check_product(product, path.stem)
    except OSError as problem:
        raise BaitiaoError("product-file-unreadable", file=str(path), problem=problem.strerror or "-") from problem
    except (ValueError, KeyError) as problem:
        raise BaitiaoError("product-file-invalid", file=path.name, problem=str(problem)) from problem
    except BaitiaoError as problem:
        told = problem.details.get("problem", problem)
        raise BaitiaoError("product-file-invalid", file=path.name, problem=told) from problem
    return product


def check_product(product: Product, name: str) -> None:
    """Refuses a product that breaks a rule of `products.rules`: `terms-misfit`, and errors of `check_terms`.

    `name` is that of its file.
    """
    check_method(product)
    for key in broken_rules(product, name):
        raise misfit(key, name=name)
    check_schedules(product)


def misfit(key: str, **figures: str) -> BaitiaoError:
    """The refusal of terms that break the rule of that key."""
    return BaitiaoError("terms-misfit", problem=filled(PRODUCT_RULES[key], **figures))
