"""What customers buy: at once, from a quote, by a hold, for a merchant who is registered or not."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import rule

from baitiao_cli.actions.batch import BATCH, BatchAsked, BatchLine
from baitiao_cli.actions.charge import CHARGE, ChargeAsked
from baitiao_cli.actions.hold import CAPTURE, HOLD, RELEASE, CaptureAsked, HoldAsked, ReleaseAsked
from baitiao_cli.actions.perform import perform
from baitiao_cli.actions.quote import quote_for_account
from baitiao_cli.actions.register import REGISTER, RegisterAsked
from baitiao_cli.errors import REFUSED, BaitiaoError

from .customers import Customers, accounts, amounts, days_back, merchants, orders, products, scenes


class Purchases(Customers):
    """What customers buy: at once, from a quote, by a hold, for a merchant who is registered or not."""

    @rule(
        account_id=accounts,
        amount_fen=amounts,
        product=products,
        merchant=merchants,
        scene=scenes,
        order_id=orders,
        own_fen=st.sampled_from([(0, 0), (0, 0), (500, 0), (0, 500), (700, 300)]),
        back=days_back,
    )
    def charge(
        self,
        account_id: str,
        amount_fen: int,
        product: tuple[str, int | None],
        merchant: str,
        scene: str,
        order_id: str,
        own_fen: tuple[int, int],
        back: int,
    ) -> None:
        trade_in_fen, down_payment_fen = own_fen
        asked = ChargeAsked(
            account_id=account_id,
            amount_fen=amount_fen,
            product_id=product[0],
            installments=product[1],
            merchant=merchant,
            scene=scene,
            order_id=order_id,
            trade_in_fen=trade_in_fen,
            down_payment_fen=down_payment_fen,
        )
        answer = self.do(CHARGE, asked, back)
        if answer is not None:
            assert scene != "investment"
            assert (product[0], scene) != ("defer60", "virtual")
            assert answer.financed_fen == amount_fen - trade_in_fen - down_payment_fen
        if answer is not None and not back:
            now = answer.account
            if not scene:
                assert now.used_fen + now.held_fen - now.earmarked_taken_fen <= now.limit_fen  # law 8
            assert sum(row.principal_fen for row in answer.rows) == answer.financed_fen  # law 11

    @rule(account_id=accounts, amount_fen=st.integers(1, 60), product_id=st.sampled_from(["daily", "epi"]))
    def charge_a_little(self, account_id: str, amount_fen: int, product_id: str) -> None:
        """So little that the interest of many a day is nothing."""
        self.charge(account_id, amount_fen, (product_id, 3), "", "", "", (0, 0), back=0)

    @rule(account_id=accounts, product=products)
    def spend_what_is_left(self, account_id: str, product: tuple[str, int | None]) -> None:
        available_fen = self.view(account_id).figures.available_fen
        if available_fen:
            self.charge(account_id, available_fen, product, "", "", "", (0, 0), back=0)

    @rule(account_id=accounts, amount_fen=amounts, product=products, own_fen=st.sampled_from([0, 0, 500]))
    def accept_a_quote(self, account_id: str, amount_fen: int, product: tuple[str, int | None], own_fen: int) -> None:
        """What is shown is what is made (law 41); the account accepts a quote once."""
        asked = ChargeAsked(
            account_id=account_id,
            amount_fen=amount_fen,
            product_id=product[0],
            installments=product[1],
            down_payment_fen=own_fen,
        )
        try:
            with self.ledger.read() as tx:
                shown = quote_for_account(tx, asked, self.today)
        except BaitiaoError as error:
            assert error.status == REFUSED
            return
        with self.ledger.write(today=self.today, now=f"{self.today}T08:00:00Z", operator="tester") as tx:
            tx.keep_quote(shown)
        accepted = ChargeAsked(account_id=account_id, amount_fen=amount_fen, quote_id=shown.quote_id)
        answer = self.do(CHARGE, accepted)
        if shown.quote_id not in self.quoted:
            assert [(row.due_on, row.principal_fen, row.interest_fen, row.fee_fen) for row in answer.rows] == [
                (row.due_on, row.principal_fen, row.interest_fen, row.fee_fen)
                for row in shown.quote.schedule.rows
                if row.number
            ]
            assert answer.quote_id == shown.quote_id
        self.quoted.add(shown.quote_id)
        if answer is not None:
            with pytest.raises(BaitiaoError, match="quote-accepted"):
                perform(self.ledger, CHARGE, accepted, self.call())

    @rule(account_id=accounts, paid_fen=amounts, bought_fen=amounts, merchant=merchants, order_id=orders)
    def batch(self, account_id: str, paid_fen: int, bought_fen: int, merchant: str, order_id: str) -> None:
        """Both or neither."""
        bought = {"account_id": account_id, "amount_fen": bought_fen, "merchant": merchant, "order_id": order_id}
        lines = [
            BatchLine(line=1, verb="repay", asked={"account_id": account_id, "amount_fen": paid_fen}),
            BatchLine(line=2, verb="charge", asked=bought),
        ]
        answer = self.do(BATCH, BatchAsked(lines=lines))
        if answer is not None:
            assert [result.verb for result in answer.results] == ["repay", "charge"]
            self.event_ids += [result.result["event_id"] for result in answer.results]

    @rule(
        account_id=accounts,
        amount_fen=amounts,
        product=products,
        about=st.tuples(merchants, orders, scenes),
        part=st.sampled_from([None, 0, 1, 2, 3]),
        back=days_back,
    )
    def hold(
        self,
        account_id: str,
        amount_fen: int,
        product: tuple[str, int | None],
        about: tuple[str, str, str],
        part: int | None,
        back: int,
    ) -> None:
        merchant, order_id, scene = about
        asked = HoldAsked(
            account_id=account_id,
            amount_fen=amount_fen,
            product_id=product[0],
            installments=product[1],
            merchant=merchant,
            order_id=order_id,
            scene=scene,
        )
        answer = self.do(HOLD, asked, back)
        if answer is not None and not back:
            now = answer.account
            assert amount_fen <= now.held_fen
            if not scene:
                assert now.held_fen <= now.limit_fen - now.used_fen + now.earmarked_taken_fen  # law 8
        if part is not None:
            self.end_a_hold(account_id, part, back)

    @rule(account_id=accounts, part=st.sampled_from([0, 1, 2]), back=days_back)
    def end_a_hold(self, account_id: str, part: int, back: int) -> None:
        """Captures the oldest hold, or a part of it, or releases it."""
        holds = self.view(account_id, back).holds
        if not holds:
            return
        hold_id = holds[0].hold_id
        if not part:
            self.do(RELEASE, ReleaseAsked(hold_id=hold_id), back)
            return
        answer = self.do(CAPTURE, CaptureAsked(hold_id=hold_id, amount_fen=max(1, holds[0].amount_fen // part)), back)
        assert answer is None or answer.amount_fen + answer.released_fen == holds[0].amount_fen

    @rule(merchant=merchants.filter(bool), ppb=st.sampled_from([None, 6_000_000, 10_000_000]), back=days_back)
    def register(self, merchant: str, ppb: int | None, back: int) -> None:
        self.do(REGISTER, RegisterAsked(merchant=merchant, discount_ppb=ppb), back)
