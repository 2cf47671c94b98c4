"""The words for codes: what stands in a column, and what happens to an account."""

from __future__ import annotations

from baitiao_cli.messages import Text, books, reports
from baitiao_cli.messages.desk import queue, risk

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
    "ledger_account": books.LEDGER_ACCOUNTS,
    "type": books.TYPES,
    "normal_side": books.SIDES,
    "per": {
        "day": Text("day"),
        "period": Text("period"),
        "month": Text("month"),
        "year": Text("year"),
    },
}

WORDS |= risk.WORDS | queue.WORDS

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
WORDS |= reports.WORDS
WORDS["state"] = WORDS["status"]
WORDS["late_base"] = WORDS["base"]

HAPPENINGS: dict[str, Text] = {
    "account-opened": Text("Opened", context="words"),
    "purchase-made": Text("Purchase"),
    "repayment-received": Text("Repayment"),
    "payoff-received": Text("Payoff", context="words"),
    "hold-placed": Text("Hold"),
    "hold-released": Text("Hold released"),
    "prepayment-received": Text("Prepayment"),
    "plan-repriced": Text("Rate changed"),
    "interest-paused": Text("Interest paused"),
    "plan-extended": Text("Plan extended"),
    "plan-restructured": Text("Plan restructured"),
    "balance-restructured": Text("Balance restructured"),
    "bill-deferred": Text("Bill deferred"),
    "bill-converted": Text("Bill to installments"),
    "refund-received": Text("Refund"),
    "dispute-opened": Text("Dispute"),
    "dispute-won": Text("Dispute won"),
    "dispute-lost": Text("Dispute lost"),
    "charges-waived": Text("Waiver"),
    "credit-granted": Text("Goodwill credit"),
    "debt-charged-off": Text("Charge-off"),
    "debt-written-off": Text("Write-off"),
    "recovery-received": Text("Recovery"),
    "credit-paid-out": Text("Payout of credit"),
    "limit-changed": Text("Limit changed"),
    "limit-requested": Text("Limit asked for"),
    "limit-decided": Text("Limit request decided"),
    "hardship-requested": Text("Relief asked for"),
    "hardship-decided": Text("Hardship decided"),
    "bill-day-changed": Text("Bill day changed"),
    "tier-changed": Text("Tier changed"),
    "auto-repay-set": Text("Auto-repay set"),
    "means-stated": Text("Means stated"),
    "debit-tried": Text("Auto-repay"),
    "account-locked": Text("Locked"),
    "account-unlocked": Text("Unlocked"),
    "account-suspended": Text("Suspended"),
    "account-resumed": Text("Resumed"),
    "account-reopened": Text("Reopened", context="words"),
    "person-corrected": Text("Person corrected"),
    "person-verified": Text("Person verified"),
    "verification-failed": Text("Verification failed"),
    "event-reversed": Text("Reversal"),
    "bill-issued": Text("Bill issued"),
    "account-closed": Text("Closed"),
    "closing-requested": Text("Closing asked for"),
    "closing-withdrawn": Text("Closing withdrawn"),
    "cooling-over": Text("Closed"),
    "closing-lapsed": Text("Closing lapsed"),
    "bill": Text("Charges of the bill"),
    "due": Text("Interest due"),
    "recognition": Text("Income recognised or suspended"),
    "settled": Text("Correction"),
    "charged": Text("Charges to that day"),
}

# What the audit log tells beside the events.
DEEDS: dict[str, Text] = {
    "views-rebuilt": Text("Views rebuilt"),
    "operator-set": Text("Operator set"),
    "approval-set": Text("Approval set"),
    "proposed": Text("Proposed"),
    "approved": Text("Approved"),
    "declined": Text("Declined"),
    "unmasked": Text("Personal data seen"),
    "exported": Text("Personal data exported"),
    "erased": Text("Personal data erased"),
}

# What may wait for a second person, by its verb: English readers know it from the command.
PROPOSED: dict[str, Text] = {
    "limit": Text("limit", context="words"),
    "limits apply": Text("limits apply"),
    "decide-limit": Text("decide-limit"),
    "reopen": Text("reopen"),
    "waive": Text("waive"),
    "credit": Text("credit", context="words"),
    "charge-off": Text("charge-off"),
    "write-off": Text("write-off"),
    "reverse": Text("reverse"),
    "unmask": Text("unmask"),
    "privacy export": Text("privacy export"),
}

# What the passing of time brings, beside the events.
PASSAGES: dict[str, Text] = {
    "bill": Text("Bill made"),
    "due": Text("Due date", context="words"),
    "nights": Text("Days passed: interest and charges by the night, what became overdue"),
    "limit-days": Text("Temporary limit begins or ends"),
    "hold-expired": Text("Hold expired"),
    "cooling-over": Text("Closed as the cooling period is over"),
}
