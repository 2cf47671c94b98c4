"""`quote --account`: exactly the plan that `charge` would make."""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.terms import PlanTerms
from baitiao_cli.account.verbs.charge import decide_purchase, plan_periods
from baitiao_cli.actions.charge import ChargeAsked, purchase_asked
from baitiao_cli.calc.schedule import Schedule, make_schedule, with_down_payment
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.products.catalogue import find_product


def quote_for_account(tx: ReadTransaction, asked: ChargeAsked, on: date) -> tuple[PlanTerms, Schedule]:
    """The terms and the schedule of the plan that the same `charge` would make on that day, or its refusal."""
    account = tx.book(asked.account_id).account(on)
    purchase = decide_purchase(account, find_product(asked.product), purchase_asked(account, asked, "-"), on)
    periods = plan_periods(purchase.terms, on, account.bill_day, account.line)
    rows = make_schedule(purchase.financed_fen, periods, purchase.terms.schedule)
    return purchase.terms, with_down_payment(purchase.down_payment_fen, on, rows)
