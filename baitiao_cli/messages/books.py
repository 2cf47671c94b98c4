"""The words of the books: ledger accounts, their types and sides, titles and notes."""

from __future__ import annotations

from baitiao_cli.messages import Text

LEDGER_ACCOUNTS: dict[object, Text] = {
    "principal": Text("Principal receivable"),
    "interest_receivable": Text("Interest receivable"),
    "fee_receivable": Text("Fees receivable"),
    "late_charge_receivable": Text("Late charges receivable"),
    "suspended_interest": Text("Interest in suspense"),
    "suspended_fees": Text("Fees in suspense"),
    "suspended_late_charges": Text("Late charges in suspense"),
    "loss_allowance": Text("Principal charged off"),
    "merchant_refunds": Text("Refunds due from merchants"),
    "disputed": Text("In dispute"),
    "merchant_subsidies": Text("Subsidies due from merchants"),
    "merchant_discounts": Text("Discounts due from merchants"),
    "cash": Text("Cash received"),
    "cash_paid_out": Text("Cash paid out"),
    "credit_balance": Text("Credit balances of customers"),
    "merchant_payable": Text("Payable to merchants"),
    "interest_income": Text("Interest income"),
    "fee_income": Text("Fee income"),
    "late_charge_income": Text("Late charge income"),
    "subsidy_income": Text("Subsidy income"),
    "discount_income": Text("Merchant discount income"),
    "recoveries": Text("Recoveries of losses"),
    "waivers": Text("Charges waived"),
    "goodwill": Text("Goodwill credits"),
    "loan_losses": Text("Loan losses"),
}
TYPES: dict[object, Text] = {
    "asset": Text("asset"),
    "liability": Text("liability"),
    "income": Text("income"),
    "expense": Text("expense"),
    "equity": Text("equity"),
}
SIDES: dict[object, Text] = {"debit": Text("debit"), "credit": Text("credit")}

# trial balance
CREDIT = Text("Credit")
BALANCE_OF_LEDGER = Text("Trial balance on {as_of}")
BALANCE_OF_ACCOUNT = Text("Trial balance of {account_id} on {as_of}")
NOT_BOOKED = Text("{name}, not booked yet")
NOT_BOOKED_NOTE = Text(
    "Not booked yet is what has run since it was last asked for, and what the journal books under another day."
)
ADDING_UP = Text("Accounts added up")
NOTHING_BOOKED = Text("Nothing was booked by {as_of}.")

# export
JOURNAL_OF_LEDGER = Text("baitiao: the journal up to {as_of}")
JOURNAL_OF_ACCOUNT = Text("baitiao: the journal of {account_id} up to {as_of}")
JOURNAL_NOTE = Text(
    "Entries as booked; what has run since and is not booked yet is not in them (see: baitiao report trial-balance)."
)
BALANCES_TITLE = Text("Balances")
EXPORTED = Text("The journal up to {as_of} is written.")
CHECK_WITH = Text("To check it: {command}")
EXPORT_MORE = Text(
    "hledger and beancount get entries by day, with the ids of events and plans as tags or metadata, and balance "
    "assertions at the end that equal what report trial-balance shows as booked; csv has a row and json an object a "
    "posting, in whole fen. In the journal merchants are named, persons are not. json of the whole ledger up to today "
    "has the ledger itself, too, of which baitiao import makes it again with the same head. With -o the file is "
    "written whole or not at all, for its owner only, and never over another file without --force."
)
