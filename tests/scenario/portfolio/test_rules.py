"""The rule file of portfolios: the one of the program is good, and what does not fit in one is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.scenario.portfolio.rules import SHIPPED, read_portfolio
from baitiao_cli.show.errors import describe_error


def test_that_of_the_program_is_good() -> None:
    assert read_portfolio().rules_version == 1


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("late_days = [1, 6]", "late_days = [6, 1]", "it begins at 6, after its end 1 - at `$.payers[1].late_days`"),
        ("A = [20_000, 50_000]", "A = [20_000, 19_999]", "after its end 19999 - at `$.limits_yuan.A`"),
        ("pays = { full = 85,", "pays = { fully = 85,", "$.payers[2].pays"),
        ("price_yuan = [30, 600]", "price_yuan = [0, 600]", "Expected `int` >= 1 - at `$.shops[0].price_yuan[0]`"),
        ("{ month = 100 }", "{ month = 0 }", "nothing in it has a weight - at `$.shops[0].products`"),
        ("inst = 60, free = 22", "gold = 60, free = 22", "there is no product gold - at `$.shops[1].products`"),
        ('kind = "late"', 'kind = "good"', "there are two of the name good - at `$.payers[2]`"),
        ("locks_pct = 1", "locks_pct = 101", "Expected `int` <= 100 - at `$.payers[0].locks_pct`"),
        ("locks_pct = 1", "lock_pct = 1", "Object contains unknown field `lock_pct` - at `$.payers[0]`"),
        ("rules_version = 1", "", "Object missing required field `rules_version`"),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = SHIPPED.read_text("utf-8")
    assert old in text
    own = tmp_path / "mine.toml"
    own.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(BaitiaoError) as caught:
        read_portfolio(own)
    assert caught.value.code == "rules-invalid"
    assert told in describe_error(caught.value, "en")[0]
