"""The words for codes: what stands in a column, and what happens to an account."""

from __future__ import annotations

from baitiao_cli.messages import Text

# The words for codes, by the key of the column; JSON and CSV keep the codes.
WORDS: dict[str, dict[object, Text]] = {
    "stopped_by": {
        "unreadable": Text("something there cannot be read"),
        "senseless": Text("what stands there cannot be true"),
    },
    "number": {0: Text("down")},
    "method": {
        "fee-per-period": Text("equal principal and fee"),
        "equal-payment": Text("equal payments"),
        "equal-principal": Text("equal principal"),
        "interest-only": Text("interest first, principal last"),
        "flat": Text("interest on the original principal"),
        "single": Text("one payment, no interest"),
        "defer": Text("one deferred payment"),
        "daily": Text("any day, daily interest"),
    },
    "product_id": {"own-terms": Text("terms of its own")},
    "above_cap": {"refuse": Text("is refused"), "flag": Text("is made and flagged")},
    "annual_caps": {
        "total-cost": Text("total cost (24% since 2025-10-01)"),
        "four-lpr": Text("four times the one-year LPR"),
    },
    "late_item": {
        "late-besides": Text("late charge"),
        "late-instead": Text("late rate instead of the usual"),
        "carried": Text("carried past the due date"),
        "minimum-missed": Text("minimum missed, besides"),
    },
    "base": {
        "overdue": Text("what is overdue"),
        "plan": Text("all that is left"),
        "carried": Text("what is carried"),
    },
    "convention": {
        "us-reg-z": Text(
            "US Regulation Z: unit periods a year x the rate of a unit period, a part f of one at simple interest"
        ),
        "eu-aprc": Text("EU APRC (2008/48/EC): effective rate a year"),
        "simple-12": Text("12 x the rate of a month"),
        "per-period": Text("the rate of one period, not brought to a year"),
        "xirr-365": Text("XIRR: effective rate a year, days / 365"),
    },
    "flow": {"advance": Text("advance"), "payment": Text("payment")},
    "unit": {"months": Text("months"), "weeks": Text("weeks"), "days": Text("days")},
    "due_by": {
        "bill": Text("with the bills"),
        "anniversary": Text("on its own dates, counted from the purchase"),
    },
    "payoff": {
        "all-fees": Text("all fees are due"),
        "next-period": Text("fees to the end of the next period are due"),
        "waive-rest": Text("unbilled fees are waived"),
        "accrued-days": Text("interest for the actual days"),
    },
    "surplus": {
        "credit-balance": Text("kept as credit for what falls due next"),
        "next-installment": Text("pays the next installments ahead"),
    },
    "refund_fees": {
        "stay": Text("what was asked for stays"),
        "return": Text("returned in proportion"),
    },
    "effect": {
        "none": Text("without"),
        "shorter-term": Text("shorter term"),
        "lower-payment": Text("lower payment"),
    },
    "status": {
        "open": Text("open"),
        "closed": Text("closed"),
        "closing": Text("closing"),
        "locked": Text("locked"),
        "suspended": Text("suspended"),
        "charged-off": Text("charged off"),
        "written-off": Text("written off", context="words"),
        "planned": Text("planned"),
        "due": Text("due"),
        "carried": Text("carried"),
        "overdue": Text("overdue"),
        "paid": Text("paid", context="words"),
    },
    "matched": {
        "account": Text("account"),
        "plan": Text("plan"),
        "hold": Text("hold"),
        "event": Text("event"),
        "person": Text("person"),
        "name": Text("name"),
        "phone": Text("phone"),
        "id-number": Text("ID number"),
        "order": Text("order"),
        "merchant": Text("merchant"),
    },
    "decision": {
        "granted": Text("granted"),
        "refused": Text("refused", context="words"),
        "withdrawn": Text("withdrawn by the customer"),
    },
    "class": {
        "normal": Text("normal"),
        "special-mention": Text("special mention"),
        "substandard": Text("substandard"),
        "doubtful": Text("doubtful"),
        "loss": Text("loss"),
    },
    "class_rule": {
        "2023": Text("the rule of 2023 (90/270/360 days)"),
        "card": Text("the card rule (90/120/180 days)"),
    },
    "by": {"customer": Text("the customer"), "operator": Text("the operator")},
    "share": {
        "full": Text("all of the bill"),
        "minimum": Text("the minimum"),
    },
    "means_kind": {
        "card": Text("card"),
        "bank-account": Text("bank account"),
        "wallet": Text("wallet"),
    },
    "outcome": {
        "taken": Text("all taken"),
        "taken-in-part": Text("a part taken"),
        "no-funds": Text("no funds"),
        "means-removed": Text("means removed"),
        "known-too-late": Text("known too late"),
        # of a dispute
        "won": Text("won"),
        "lost": Text("lost"),
    },
    "cause": {
        "overdue": Text("overdue debt"),
        "abnormal-login": Text("identity in doubt"),
        "risk": Text("risk review"),
        "operator": Text("decided by the operator"),
        # of a dispute
        "not-received": Text("not received"),
        "not-as-described": Text("not as described"),
        "cancelled": Text("cancelled or sent back"),
        "duplicate": Text("charged twice"),
        "wrong-amount": Text("wrong amount"),
        "unauthorised": Text("not authorised"),
        "other": Text("other cause"),
    },
    # What usually lifts a suspension for a cause, when nothing else was said.
    "lift": {
        "overdue": Text("nothing is overdue"),
        "abnormal-login": Text("the customer's identity is confirmed"),
        "risk": Text("the review is passed"),
        "operator": Text("the operator lifts it"),
    },
    "recalculate": {
        "first-schedule": Text("as first scheduled, whenever it is paid"),
    },
    "allocation": {
        "late_charge": Text("late charge"),
        "fee": Text("fee"),
        "interest": Text("interest"),
        "principal": Text("principal"),
    },
    "rounding": {
        "half-up": Text("half-up"),
        "half-even": Text("half-even"),
    },
    "ledger_account": {
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
    },
    "type": {
        "asset": Text("asset"),
        "liability": Text("liability"),
        "income": Text("income"),
        "expense": Text("expense"),
        "equity": Text("equity"),
    },
    "normal_side": {"debit": Text("debit"), "credit": Text("credit")},
    "per": {
        "day": Text("day"),
        "period": Text("period"),
        "month": Text("month"),
        "year": Text("year"),
    },
    # what the rules on risk found, and what was decided on it
    "rule": {
        "velocity": Text("many purchases"),
        "many-small": Text("many small purchases"),
        "first-near-limit": Text("first purchase near the limit"),
        "refund-loop": Text("bought and sent back"),
        "unusual-amount": Text("unusual amount"),
        "unusual-category": Text("unusual category"),
        "unusual-hour": Text("unusual hour"),
        "failed-identity": Text("failed identity checks"),
        "new-phone": Text("new phone number"),
        "given-up-holds": Text("holds given up"),
    },
    "action": {"note": Text("note"), "hold": Text("hold", context="risk"), "block": Text("block")},
    "warning": {
        "new-phone": Text("new phone number"),
        "many-attempts": Text("many attempts"),
        "large-first": Text("large first purchase"),
        "refunds": Text("refunds passed on"),
        "not-you": Text("somebody else"),
    },
    "spoken": {"zh": Text("Chinese"), "en": Text("English")},
    "review_status": {
        "open": Text("open", context="of an item"),
        "released": Text("released, not decided"),
        "approved": Text("approved", context="of an item"),
        "declined": Text("declined", context="of an item"),
    },
    "review": {
        "approved": Text("approved", context="of an item"),
        "released": Text("released", context="of an item"),
        "declined": Text("declined", context="of an item"),
    },
    # the rows of reports
    "bucket": {"lost": Text("lost", context="band"), "paid": Text("nothing owed")},
    "binding": {
        "classes": Text("the five classes"),
        "loan-provision": Text("the share of all loans"),
        "coverage": Text("the share of bad loans"),
    },
    "band": {
        "unused": Text("unused"),
        "up-to-25": Text("up to 25%"),
        "up-to-50": Text("up to 50%"),
        "up-to-75": Text("up to 75%"),
        "up-to-100": Text("up to 100%"),
        "over": Text("over the limit"),
    },
    "month": {
        "later": Text("later"),
        "due-before": Text("due before, unpaid"),
        "not-performing": Text("accounts that do not perform"),
    },
    "row": {"revolving": Text("what revolves")},
    "phase": {"active": Text("active"), "dormant": Text("dormant"), "closed": Text("closed")},
    "closed_by": {
        "customer": Text("the customer", context="who closed"),
        "operator": Text("the lender", context="who closed"),
    },
}

BLOCKERS: dict[str, Text] = {
    "owed": Text("Owed, billed or not"),
    "held": Text("Held for a purchase"),
    "dispute": Text("Dispute not decided"),
    "credit-balance": Text("Credit balance"),
    "hardship": Text("Hardship case is open"),
    "auto-repay": Text("Auto-repay is on"),
}

LOSSES: dict[str, Text] = {
    "limit": Text("the limit of {amount} yuan"),
    "temporary-limit": Text("the temporary {limit}"),
    "own-limit": Text("the earmarked {limit}"),
    "limit-request": Text("the request not decided yet: {limit}"),
    "tier": Text("the prices of tier {tier}: reopening is a new assessment"),
}

KEPT: dict[str, Text] = {
    "records": Text("all records: history, statement and explain go on answering"),
    "corrections": Text("a later refund or a payment taken back: reverse the closing and close again"),
    "repayments": Text("until the closing: repayments, payouts, refunds, disputes"),
}

WORDS["roles"] = {
    "clerk": Text("clerk"),
    "supervisor": Text("supervisor"),
    "auditor": Text("auditor"),
    "admin": Text("admin"),
}
WORDS["approval_kind"] = {
    "limit-raise": Text("raising a limit"),
    "waiver": Text("waiver or goodwill"),
    "write-off": Text("charge-off or write-off"),
    "reversal": Text("reversal"),
    "unmask": Text("seeing personal data"),
}
WORDS["proposal_state"] = {"approved": Text("approved"), "declined": Text("declined")}
WORDS["causes"] = WORDS["cause"]
WORDS["charge_off_from"] = WORDS["loan_class"] = WORDS["class"]
WORDS["from_bucket"] = WORDS["to_bucket"] = WORDS["bucket"]
WORDS["risk_action"] = WORDS["action"]
WORDS["state"] = WORDS["status"]
WORDS["late_base"] = WORDS["base"]
