"""What happens, in words: events, deeds in a ledger, what waits for a second person, what time brings."""

from __future__ import annotations

from baitiao_cli.messages import Text

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
