"""The reference of product files: every key with its type and default, every rule, from the code that reads them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, get_args

import msgspec

from baitiao_cli.account.terms import LateTerms, LineTerms, Product, SceneCap
from baitiao_cli.calc.interest import DAY_COUNTS
from baitiao_cli.calc.methods import METHODS
from baitiao_cli.calc.money import ROUNDINGS
from baitiao_cli.messages.product_rules import PRODUCT_RULES
from baitiao_cli.messages.words import WORDS
from baitiao_cli.products.catalogue import load_products
from baitiao_cli.toml_file import LARGEST_FILE
from docs.generator.markdown import code, generated, plain, prose, table
from docs.generator.program import ROOT

ABOUT = (
    "A product is a TOML file; those of the catalogue are in `baitiao_cli/products/`, one of your own is named by its "
    "path (`baitiao charge A1 100 --product mine.toml`). `baitiao product mine.toml` checks and shows it. Unknown "
    "keys, wrong types and terms that do not fit together are refused (`product-file-invalid`) with the rule that is "
    "broken; nothing in a file is ignored. Amounts are whole fen, rates parts per billion. A file has at most "
    f"{LARGEST_FILE} bytes."
)
# What the type of a field leaves open and the rules say.
WORDS_OF = {"method": tuple(METHODS), "day_count": DAY_COUNTS, "rounding": ROUNDINGS}
PARTS: dict[str, tuple[str, type[msgspec.Struct]]] = {
    "product": ("The product", Product),
    "late": ("`[late]`: what lateness costs", LateTerms),
    "scene_caps": ("`[[scene_caps]]`: what may be lent for a scene", SceneCap),
    "line": ("`[line]`: a product that a line is opened on", LineTerms),
}


def products_page() -> str:
    """The page of product files."""
    meanings = tomllib.loads(Path(__file__).with_name("products.toml").read_text(encoding="utf-8"))
    blocks = [prose(ABOUT)]
    for part, (title, record) in PARTS.items():
        blocks += [f"## {title}", table(("key", "what", "default", "meaning"), _rows(record, meanings[part]))]
    methods = [
        (code(method), *(WORDS["method"][method].in_language(each) for each in ("en", "zh"))) for method in METHODS
    ]
    rules = [
        [plain(rule.in_language(each)).replace("{name}", "NAME") for each in ("en", "zh")]
        for rule in PRODUCT_RULES.values()
    ]
    example = (ROOT / "baitiao_cli" / "products" / "inst.toml").read_text(encoding="utf-8")
    blocks += [
        "## Methods",
        table(("method", "repayment", "还款方式"), methods),
        "## Rules",
        "A file that breaks one of them is refused with this sentence.",
        table(("rule", "规则"), rules),
        "## An example",
        f"`{next(iter(load_products()))}` and the others are shown by `baitiao product`; this is the file of `inst`:",
        f"```toml\n{example}```",
    ]
    return generated("Product files", *blocks)


def _rows(record: type[msgspec.Struct], meanings: dict[str, str]) -> list[tuple[str, str, str, str]]:
    fields = msgspec.structs.fields(record)
    if surplus := set(meanings) - {field.encode_name for field in fields}:
        raise LookupError(f"no such keys: {sorted(surplus)}")
    return [
        (code(name), _kind(name, field.type), _default(field), meanings[name].replace("|", "\\|"))
        for field in fields
        for name in [field.encode_name]
    ]


def _kind(name: str, kind: Any) -> str:
    words = WORDS_OF.get(name) or _words(kind)
    if words:
        return ", ".join(code(str(word)) for word in words)
    if name in ("late", "line", "rate_ppb_by_tier", "installments_by_tier"):
        return "table"
    if name == "scene_caps":
        return "list of tables"
    if kind in (bool, int, str):
        return {bool: "true or false", int: "whole number", str: "text"}[kind]
    listed = _kind("", get_args(kind)[0])
    return "list of " + {"text": "texts", "whole number": "whole numbers"}.get(listed, listed)


def _words(kind: Any) -> tuple[object, ...]:
    """The words of which one stands there, also where there may be none."""
    arguments = get_args(kind)
    if arguments and all(isinstance(word, str) for word in arguments):
        return arguments
    return next((get_args(each) for each in arguments if type(None) in arguments and each is not type(None)), ())


def _default(field: msgspec.structs.FieldInfo) -> str:
    if field.required:
        return "**needed**"
    default = field.default if field.default is not msgspec.NODEFAULT else field.default_factory()
    if default is None or isinstance(default, (dict, msgspec.Struct)) or default == ():
        return "absent"
    return code(json.dumps(default))
