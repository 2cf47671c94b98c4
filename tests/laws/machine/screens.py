"""What every screen must say after every step."""

from __future__ import annotations

from datetime import date

import msgspec
from hypothesis.stateful import invariant

from baitiao_cli.actions.list import list_accounts
from baitiao_cli.actions.merchants import list_merchants
from baitiao_cli.actions.payoff import quote
from baitiao_cli.actions.purchases import BY, report_purchases
from baitiao_cli.ledger.store import ReadTransaction

from .customers import NAMES, OTHER_PHONE, PHONE, Customers, fold_once


class Screens(Customers):
    """What every screen must say after every step."""

    seen: tuple[str, date] | None = None

    @invariant()
    def every_screen_is_true(self) -> None:
        """Looked at when something was written or a day has passed."""
        with self.ledger.read() as tx:
            now = tx.head(), self.today
            if now != self.seen:
                fold_once(tx)
                self.the_screen_is_consistent(tx)
                self.purchases_sum_to_the_plans_that_they_made(tx)
                self.an_order_of_a_merchant_is_one_plan(tx)
                self.merchants_are_owed_what_the_journal_says(tx)
                self.nobody_is_named()
        self.seen = now

    def the_screen_is_consistent(self, tx: ReadTransaction) -> None:
        lines = {line.account_id: line for line in list_accounts(tx, self.today)}
        for account_id, line in lines.items():
            view = self.shown(tx, account_id, self.today)
            figures = view.figures
            assert figures.used_fen == sum(plan.balance_fen for plan in view.plans)  # law 7
            taken_fen = figures.used_fen + figures.held_fen - figures.earmarked_taken_fen
            lends_nothing = view.closed_on or any(not loss.plan_id for loss in view.losses)
            assert figures.available_fen == (0 if lends_nothing else max(0, figures.limit_fen - taken_fen))  # law 8
            assert not (figures.credit_fen and figures.due_fen)  # law 18
            assert figures.overdue_fen <= figures.cure_fen <= figures.due_fen <= figures.owed_fen
            assert (figures.overdue_fen > 0) == (figures.days_past_due > 0)
            # The view of the ledger and the fold tell the same, settled today or not.
            assert (line.used_fen, line.credit_fen, line.status) == (
                figures.used_fen,
                figures.credit_fen,
                figures.status,
            )
            assert (line.next_due_on, line.next_due_fen, line.days_past_due) == (
                figures.next_due_on,
                figures.next_due_fen,
                figures.days_past_due,
            )
            if not view.closed_on and figures.owed_fen:
                quoted = quote(tx, account_id, "", self.today)  # it may ask less of a fee above the cap
                capped_fen = sum(item.fee_capped_fen for item in quoted.items)
                assert quoted.total_fen + capped_fen >= figures.due_fen - figures.credit_fen

    def purchases_sum_to_the_plans_that_they_made(self, tx: ReadTransaction) -> None:
        """By whatever name, and conversions are none."""
        counts = tx.connection.execute(
            "SELECT count(*), coalesce(sum(plans.amount_fen), 0), coalesce(sum(financed_fen), 0)"
            " FROM plans JOIN events USING (event_id) WHERE kind = 'purchase-made'"
        ).fetchone()
        for by in BY:
            told = report_purchases(tx, by, None, self.today)
            assert (told.totals.purchase_count, told.totals.amount_fen, told.totals.financed_fen) == tuple(counts)

    def an_order_of_a_merchant_is_one_plan(self, tx: ReadTransaction) -> None:
        orders = tx.connection.execute("SELECT merchant, order_id FROM plans WHERE order_id <> ''").fetchall()
        assert len({tuple(order) for order in orders}) == len(orders)

    def merchants_are_owed_what_the_journal_says(self, tx: ReadTransaction) -> None:
        """All of it, and each line by line."""
        posted = tx.connection.execute(
            "SELECT -coalesce(sum(amount_fen), 0) FROM postings WHERE ledger_account LIKE 'merchant%'"
        ).fetchone()[0]
        view = list_merchants(tx, None, self.today)
        lines = [line for row in view.merchants for line in tx.lines_of_merchant(row.merchant, date.min, self.today)]
        assert view.totals.net_fen == posted == sum(line.net_fen for line in lines)
        assert all(
            row.net_fen == row.purchases_fen + row.refunds_fen + row.subsidies_fen + row.discounts_fen
            for row in view.merchants
        )

    def nobody_is_named(self) -> None:
        for *_, answer in self.answered[-1:]:
            told = msgspec.json.encode(answer).decode()
            assert not any(secret in told for secret in (PHONE, OTHER_PHONE, *NAMES))  # law 40
