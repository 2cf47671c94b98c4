"""Product files: the shipped ones, files of one's own, and what does not fit together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from baitiao_cli.account.terms import SceneCap
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.products.catalogue import check_product, find_product, line_terms, load_products, read_product

LINE = line_terms()

OWN = """
id = "flat9"
version = 1
name_en = "Nine flat"
name_zh = "九期"
about_en = "Interest on the original amount."
about_zh = "按原本金计息。"
method = "flat"
installments = [9]
due_by = "anniversary"
payoff = "accrued-days"
surplus = "credit-balance"
rate_per = "year"

[rate_ppb_by_tier]
A = 60_000_000
B = 60_000_000
C = 60_000_000
D = 60_000_000

[late]
daily_ppb = 100_000
"""


def own_file(folder: Path, text: str = OWN, name: str = "flat9.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("product_id", sorted(load_products()))
def test_every_shipped_product_passes_its_own_check(product_id: str) -> None:
    check_product(find_product(product_id), product_id)


def test_a_file_of_ones_own_is_a_product_like_any_other(tmp_path: Path) -> None:
    path = own_file(tmp_path)
    assert find_product(str(path)) == read_product(path)
    terms = find_product(str(path)).terms(None, "B", date(2026, 1, 1))
    assert (terms.product_id, terms.schedule.installments, terms.annual_cap_ppb) == ("flat9", 9, 240_000_000)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("flat9.toml", OWN.replace("version = 1", "version = 0"), "version must be at least 1"),
        ("flat9.toml", OWN.replace("[late]", "[late]\ncolour = 1"), "colour"),
        ("flat9.toml", OWN.replace("9", "'9'"), "Expected"),
        ("flat9.toml", OWN + "#" * 70_000, "65536"),
        ("other.toml", OWN, "id must be the file's name"),
        ("inst.toml", OWN, "a product of the catalogue"),
        ("flat9.toml", OWN.replace('method = "flat"', 'method = "fee"'), "method-unknown"),
    ],
)
def test_a_file_that_is_no_product_says_why(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(BaitiaoError) as refusal:
        find_product(str(own_file(tmp_path, text, name)))
    assert refusal.value.code == "product-file-invalid"
    assert told in str(refusal.value.details["problem"])


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(BaitiaoError) as refusal:
        find_product(str(tmp_path / "nothing.toml"))
    assert refusal.value.code == "product-file-unreadable"


@dataclass(frozen=True)
class Misfit:
    """A setting that a product has no use for, so that it must be refused."""

    product_id: str
    wrong: dict[str, object]
    told: str


MISFITS = [
    Misfit("epi", {"payoff": "next-period"}, "settled by the nights used"),
    Misfit("epi", {"payoff": "all-fees"}, "settled by the nights used"),
    Misfit("epi", {"due_by": "bill", "rate_per": "period"}, "must be due_by = 'anniversary'"),
    Misfit("inst", {"surplus": "next-installment"}, "paid ahead"),
    Misfit("inst", {"every": 2}, "monthly periods"),
    Misfit("inst", {"unit": "weeks"}, "monthly periods"),
    Misfit("inst", {"recalculate": False}, "first schedule's interest"),
    Misfit("inst", {"day_count": "30/360"}, "rates per year or month"),
    Misfit("daily", {"day_count": "30/360"}, "rates per year or month"),
    Misfit("month", {"allocation": ("principal", "interest", "fee", "late_charge")}, "allocation absent"),
    Misfit("month", {"line": replace(LINE, scene_caps=(SceneCap(scene="food"),))}, "scene_caps"),
    Misfit("month", {"line": replace(LINE, scene_caps=(SceneCap(scene="Food", per_day_fen=1),))}, "scene_caps"),
    Misfit("month", {"line": replace(LINE, scene_caps=2 * (SceneCap(scene="food", per_day_fen=1),))}, "scene_caps"),
    Misfit(
        "month",
        {"line": replace(LINE, scene_caps=(SceneCap(scene="food", per_day_fen=2, per_month_fen=1),))},
        "scene_caps",
    ),
    Misfit("inst", {"scene_caps": (SceneCap(scene="food"),)}, "scene_caps"),
    Misfit("inst", {"scene_caps": (SceneCap(scene="food", per_day_fen=1, allowed=False),)}, "scene_caps"),
    Misfit("inst", {"scene_caps": 2 * (SceneCap(scene="food", allowed=False),)}, "scene_caps"),
    Misfit("month", {"rate_per": "day", "rate_ppb_by_tier": dict.fromkeys("ABCD", 1)}, "without a price"),
]
CLASHES = [
    Misfit("inst", {"evening": True}, "option-does-not-fit"),
    Misfit("inst", {"free_days": 30}, "option-does-not-fit"),
    Misfit("inst", {"whole_period": True}, "option-does-not-fit"),
    Misfit("daily", {"free_periods": 1}, "option-does-not-fit"),
    Misfit("daily", {"multiple_of_fen": 100}, "option-does-not-fit"),
    Misfit("inst", {"free_periods": 4}, "free-periods-too-many"),
]


@pytest.mark.parametrize("misfit", MISFITS, ids=str)
def test_what_does_not_fit_together_is_refused_not_ignored(misfit: Misfit) -> None:
    product = replace(find_product(misfit.product_id), **misfit.wrong)
    with pytest.raises(BaitiaoError, match=misfit.told):
        check_product(product, misfit.product_id)


@pytest.mark.parametrize("misfit", CLASHES, ids=str)
def test_an_option_that_the_method_has_no_use_for_is_refused(misfit: Misfit) -> None:
    product = replace(find_product(misfit.product_id), **misfit.wrong)
    with pytest.raises(BaitiaoError, match=misfit.told):
        check_product(product, misfit.product_id)
