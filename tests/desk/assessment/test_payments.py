"""Payments of the next months on a generated portfolio, beside sums of the installments that the views hold."""

from __future__ import annotations

import sqlite3
from datetime import date

from baitiao_cli.actions.desk.every_account import folded
from baitiao_cli.desk.assessment.payments import months_of_payments, payments
from baitiao_cli.desk.facts import IncomeDeclared
from baitiao_cli.ledger.store import Ledger

DAY = date(2026, 6, 30)
BEFORE = ("2026-07-30", "2026-08-30", "2026-09-30")

# What is asked of plans. Charges of the line itself (carried interest) are in no view, and late charges that run on in
# none until they are asked for: accounts that have any are left out.
SUMS = """
SELECT accounts.account_id, coalesce(sum(outstanding_fen) FILTER (WHERE due_on < ?), 0), credit_fen
FROM accounts LEFT JOIN plans ON plans.account_id = accounts.account_id AND settled_on IS NULL
LEFT JOIN installments USING (plan_id)
WHERE oldest_unpaid_due_on IS NULL AND accounts.account_id NOT IN (
    SELECT DISTINCT account_id FROM postings JOIN posting_groups USING (group_number)
    WHERE plan_id = '' AND (ledger_account LIKE '%interest%' OR ledger_account LIKE '%late%'))
GROUP BY accounts.account_id
"""


def test_they_are_what_the_views_say_falls_due(portfolio) -> None:
    with Ledger(portfolio).read() as tx:
        found = {account.account_id: months_of_payments(account, 3) for account in folded(tx, DAY)}
    compared = 0
    with sqlite3.connect(portfolio) as connection:
        for count, day in enumerate(BEFORE, start=1):
            for account_id, sum_fen, credit_fen in connection.execute(SUMS, (day,)):
                told_fen = sum(month.amount_fen for month in found[account_id][:count])
                assert told_fen == max(sum_fen - credit_fen, 0), account_id
                compared += told_fen > 0
    assert compared > 60


def test_a_month_is_the_sum_over_their_number_and_the_share_is_exact(portfolio) -> None:
    declared = IncomeDeclared(monthly_income_fen=700_000, monthly_payments_fen=1)
    with Ledger(portfolio).read() as tx:
        for account in folded(tx, DAY):
            paid = payments(account, 7, declared)
            total_fen = sum(month.amount_fen for month in paid.months)
            assert paid.here_fen == (2 * total_fen + 7) // 14
            assert paid.share * 700_000 == paid.here_fen + 1
            assert [month.until_on for month in paid.months[:-1]] == [month.from_on for month in paid.months[1:]]
