"""The register of merchants: what each pays from a day on, and what a purchase keeps of it."""

from __future__ import annotations

from datetime import date

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.merchants import merchants_on

JANUARY, MARCH = date(2026, 1, 5), date(2026, 3, 1)


def test_a_merchant_is_numbered_in_the_order_of_registration_and_found_by_its_very_name(shop) -> None:
    with shop.write() as tx:
        tx.register_merchant("手机店", 6_000_000, JANUARY)
        tx.register_merchant("Café", None, JANUARY)
        assert [(one.merchant_id, one.name, one.discount_ppb) for one in merchants_on(tx.connection, JANUARY)] == [
            ("M1", "手机店", 6_000_000),
            ("M2", "Café", 0),
        ]
        assert tx.merchant("手机", JANUARY) is None
        assert tx.merchant("Café", date(2026, 1, 4)) is None


def test_another_discount_holds_from_its_day_on_whenever_it_is_entered(shop) -> None:
    with shop.write() as tx:
        tx.register_merchant("Café", 6_000_000, MARCH)
        tx.register_merchant("Café", 5_000_000, JANUARY)
        found = {on: tx.merchant("Café", on).discount_ppb for on in (JANUARY, date(2026, 2, 28), MARCH)}
    assert found == {JANUARY: 5_000_000, date(2026, 2, 28): 5_000_000, MARCH: 6_000_000}
    assert shop.rows("SELECT merchant_id FROM merchants") == [{"merchant_id": "M1"}]


@pytest.mark.parametrize("again", [None, 6_000_000])
def test_what_is_known_like_that_already_is_refused(shop, again: int | None) -> None:
    with shop.write() as tx:
        tx.register_merchant("Café", 6_000_000, JANUARY)
        with pytest.raises(BaitiaoError, match="merchant-registered"):
            tx.register_merchant("Café", again, MARCH)
