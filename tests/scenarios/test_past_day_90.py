"""Nothing is paid for three months: from day 91 on money goes to principal first and charges leave income; both end.

12,000.00 in 12 installments of 1000.00 + 72.00, due on the 12th from February 2024 on, 0.05% a night when late. The
oldest due date is 12 February: 12 May is day 90, 13 May day 91. Income that was recognised and is unpaid is taken back
and waits in suspense until it is paid (财金〔2001〕25 号, 财金〔2002〕5 号); the order is art. 57 of the card rule.
"""

from __future__ import annotations

from datetime import date

from baitiao_cli.account.postings import SUSPENDED
from baitiao_cli.account.views.books import balances
from baitiao_cli.account.views.figures import figures
from tests.laws.history import History, opened

INCOME = ("fee_income", "late_charge_income")
SUSPENSE = ("suspended_fees", "suspended_late_charges")


def standing(history: History, on: date, names: tuple[str, ...]) -> list[int]:
    """What the ledger accounts hold on a day, in fen, credits positive."""
    books = balances(history.account(on))
    return [-books.get(name, 0) for name in names]


def test_charges_leave_income_on_day_91_and_come_back_when_they_are_paid() -> None:
    history = History([opened(date(2024, 1, 12), bill_day=3)])
    history.buy("inst", 12_000_00, 12)

    # Day 90. Four fees of 72.00; late charges of 1072.00 x 0.05% a night: 90 nights 48.24, 61 nights (from 12 March)
    # 32.696, 30 nights (from 12 April) 16.08.
    assert figures(history.account(date(2024, 5, 12))).days_past_due == 90
    assert standing(history, date(2024, 5, 12), INCOME) == [288_00, 48_24 + 32_70 + 16_08]
    assert standing(history, date(2024, 5, 12), SUSPENSE) == [0, 0]

    # Day 91: the same and a night more, 48.776, 33.232, 16.616 and one of the installment due on 12 May, 0.536.
    now = figures(history.account(date(2024, 5, 13)))
    assert (now.days_past_due, now.loan_class) == (91, "substandard")
    assert (now.owed.fee, now.owed.late_charge) == (288_00, 48_78 + 33_23 + 16_62 + 54)
    assert standing(history, date(2024, 5, 13), INCOME) == [0, 0]
    assert standing(history, date(2024, 5, 13), SUSPENSE) == [288_00, 99_17]
    # The journal of that day takes back what the bills had asked for: late charges up to 3 May, 81, 52 and 21 nights.
    taken = [line for line in history.account(date(2024, 5, 13)).own_postings if line.ledger_account in INCOME]
    assert {line.cause for line in taken} == {"recognition 2024-05-13"}
    assert sum(line.amount_fen for line in taken) == 288_00 + 43_42 + 27_87 + 11_26

    # 500.00 on day 92 are principal, though charges are owed; no income is recognised.
    history.today = date(2024, 5, 14)
    history.repay(500_00)
    parts = {(part.number, part.kind): part.amount_fen for part in history.account().allocations}
    assert parts == {(1, "principal"): 500_00}
    assert standing(history, date(2024, 5, 14), INCOME) == [0, 0]

    # 700.00 on 20 May end the first installment: 500.00 of principal, its late charge 49.312 + 572.00 x 0.05% x 6 =
    # 51.028, its fee 72.00; 76.97 are principal of the second, which is 69 days past due: all is income again.
    history.today = date(2024, 5, 20)
    event = history.repay(700_00)
    parts = {
        (part.number, part.kind): part.amount_fen
        for part in history.account().allocations
        if part.event_id == event.event_id
    }
    assert parts == {(1, "principal"): 500_00, (1, "late_charge"): 51_03, (1, "fee"): 72_00, (2, "principal"): 76_97}
    assert figures(history.account()).days_past_due == 69
    assert standing(history, date(2024, 5, 20), tuple(SUSPENDED.values())) == [0, 0, 0]
    # 1072.00 x 0.05%: 69 nights 36.984, 38 nights 20.368, 8 nights 4.288.
    assert standing(history, date(2024, 5, 20), INCOME) == [288_00, 51_03 + 36_98 + 20_37 + 4_29]

    # Had the first payment been entered late, the books would hold the same.
    late = History([opened(date(2024, 1, 12), bill_day=3)])
    late.buy("inst", 12_000_00, 12)
    late.today = date(2024, 5, 20)
    late.repay(500_00, on=date(2024, 5, 14))
    late.repay(700_00)
    assert balances(late.account()) == balances(history.account())
