"""Titles, notes and short sentences of the answers."""

from __future__ import annotations

from baitiao_cli.messages import Text

TOTAL = Text("Total")
YUAN = Text("yuan")
NOT_SHOWN = Text("Lines not shown here: {count}. All of them: --csv, --json, or a pipe, such as | less")
LEFT_OUT = Text("Columns left out for want of room: {names}")
MONEY_LABEL = Text("{label} (yuan)")
YES = Text("yes")
NO = Text("no")
A_TEXT = Text("A text")
ERROR = Text("Error")
LINE = Text("line {line}: ")
HINT = Text("Hint")
DID_YOU_MEAN = Text("Did you mean {names}? ")
NOTHING = Text("")
AMOUNT_BY_OPTION = Text("An amount is given by --amount. ")


# an account and its plans
EVERY = Text("{count} {unit}")
AGREED_SIMPLE = Text("A year as agreed, simple")
AGREED_COMPOUND = Text("A year as agreed, compound")
BY_ITSELF = Text("{lift} (lifts by itself)")
LIFTS_BY_ITSELF = Text("It lifts by itself when nothing is overdue: baitiao repay {account_id} AMOUNT")
LIFTS_WHEN_VERIFIED = Text("It lifts when the customer is verified: baitiao verify {account_id}")
LIFTED_BY_HAND = Text("When that is so: baitiao resume {account_id} {options}")
ALSO_LIFTED_BY_HAND = Text("when that is so: baitiao resume {account_id} {options}")
FLAGGED_ABOVE_CAP = Text("The plan costs more a year than its cap; its product allows that, flagged.")
ACCOUNT_TITLE = Text("Account on {as_of}")
ACCOUNT_AFTER = Text("The account now")
NEXT_BILL_TITLE = Text("What the bill of {billed_on} asks for of plans")
UNNAMED_MERCHANT = Text("an unnamed merchant")
ONE_VALUE = Text("a value")
TWO_VALUES = Text("two values")
CUSTOMER = Text("Customer")
# By the word that help shows for an id: what it is, and what to do with one that stands where another is needed.
ID_KINDS = {
    "ACCOUNT": Text("an account"),
    "PLAN": Text("a plan"),
    "HOLD": Text("a hold"),
    "EVENT": Text("an event"),
    "RECORD": Text("a record of the desk"),
    "ID": Text("an account, a plan, an event or a record of the desk"),
    "ACCOUNT|PLAN": Text("an account or a plan"),
}
ID_NEXT = {
    "ACCOUNT": Text("See its plans and holds: baitiao show {asked}"),
    "PLAN": Text(
        "The account is {account_id}. See the plan: baitiao schedule {asked}; to settle or pay it: --plan {asked}"
    ),
    "HOLD": Text("The account is {account_id}. Find the hold: baitiao find {asked}"),
    "EVENT": Text("The account is {account_id}. See what it did: baitiao explain {asked}"),
    "RECORD": Text("See what was decided: baitiao explain {asked}"),
}
NO_ACCOUNTS = Text("There are no accounts yet. To open one: {command}")
MORE_FOUND = Text("{count} more accounts fit: ask for something rarer.")
SEE_IT = Text("To see it: {command}")
BOUGHT_BEFORE = Text("Purchases that are recorded keep the discount that they were recorded with.")
SCENES_TITLE = Text("At most for purchases of a scene")
PRODUCT_SCENES_TITLE = Text("At most for purchases of a scene on this product")
PURCHASES_TITLE = Text("Purchases by {by}, {days}")
FINANCED = Text("Financed", context="labels")
NOT_STATED = Text("not stated")
NOTHING_BOUGHT = Text("Nothing was bought: {days}.")
MERCHANTS_TITLE = Text("Due to merchants, less what is due from them, {days}")
MERCHANT_TITLE = Text("{merchant}, {days}")
DAYS = Text("{from_on} to {through_on}")
DAYS_SO_FAR = Text("through {through_on}")
MERCHANT_NUMBER = Text("No.", context="labels")
BOUGHT = Text("Purchases")
SENT_BACK = Text("Refunds")
DISCOUNTS = Text("Discounts")
BY_DAY_BOOKED = Text(
    "By the day booked: what is entered or reversed later counts when it is booked, and no day that is over changes."
)
NO_MERCHANTS = Text("No merchants yet. To register one: {command}")
NOTHING_BOOKED = Text("Nothing was booked for this merchant in these days.")
NO_SUCH_ACCOUNTS = Text("No account is like that.")
BILL_WORDS = Text("no. {number}: {amount} yuan, at least {minimum}, due {due_on}")
BILL_WORDS_ISSUED = Text("no. {number}, as issued: {amount} yuan, at least {minimum}, due {due_on}")
BILL_WORDS_DEFERRED = Text("{bill}; purchases deferred to {deferred_to}")
CHANGED_TITLE = Text("What changed on {account_id}")
OPEN_HOLDS = Text("Held for purchases")
OPEN_DISPUTES = Text("In dispute, not to be paid until decided")
OPEN_PLANS = Text("Open plans")
SETTLED_PLANS = Text("Settled plans are not shown: {count}.")
AVAILABLE_FOR_IT = Text(
    "{available} yuan of it is left now, with the line's own limit; caps of the scene hold as before."
)
REPLACES_LIMIT = Text(
    "It takes the place of the temporary limit of {limit} yuan from {from_on} until {until_on}: one holds at a time."
)
LIMITS = Text("Limits")
FOR_ANYTHING = Text("anything")
REQUEST_SINCE = Text("{limit}, asked for on {since_on}")
REQUEST_BECAUSE = Text("{limit}, asked for on {since_on}: {reason}")
TO_GRANT = Text("To grant it, or --refuse: {command}")
AVAILABLE_AFTER = Text("{available} yuan of the limit is available now.")
TIER_PRICES_TITLE = Text("Products with other terms for tier {tier}")
PLANS_KEEP_TERMS = Text("For what is bought from then on; plans keep what was agreed for them (open: {count}).")
TO_COME = Text("{as_of} is still to come: these are the figures if nothing more happens until then.")
NEXT_STEP = Text("Next: {command}")
KNOWN_OTHERWISE = Text(
    "This is {person_id}, whom the ledger knows by that ID number; what was given otherwise stays as it was known: "
    "{fields}. To correct it: {command}"
)
KEEP_THE_KEY = Text("Keep a copy of the key apart from the ledger: without it nobody's name can be read again.")
LIMIT_PASSED = Text(
    "{over} yuan more than the line's limit is taken: nothing falls due earlier, but nothing more may be bought on it."
)
NO_PURCHASES = Text(
    "No purchases and no holds for now; repayments, and captures of the holds that there are, go through."
)
LOCKED_SINCE = Text("since {since_on}")
LOCKED_BECAUSE = Text("since {since_on}: {reason}")
SINCE = Text("Since", context="labels")
SUSPENSIONS = Text("Suspended")
AUTO_REPAY_IS_A_PROMISE = Text(
    "This is the agreement only: what is debited is booked when it has really come, with: baitiao repay {account_id}"
)
AUTO_REPAY_TRIES = Text("Tried so many days after each due date: {days}. What {means} can pay: {command}")
NOTHING_IS_DEBITED = Text("This is a record for auto-repay: nothing is really debited.")
DEBITED_MEANS_REMOVED = Text(
    "Auto-repay fails by it from now on; agree on another: baitiao auto-repay {account_id} --means NAME"
)
MEANS_TITLE = Text("Means of payment")
MEANS_REMOVED = Text("removed")
PAYS_WHAT_IS_ASKED = Text("whatever is asked")
PAYS_UP_TO = Text("{amount} yuan")
DEBITS_MADE = Text("Debits of auto-repay")
DEBIT_ASKED = Text("Asked")
DEBIT_TAKEN = Text("Taken", context="labels")
DEBIT_TRIED = Text("{on}: {taken} of {asked} yuan, {outcome}")
DEBIT_COMES = Text("{on}: {asked} yuan, if nothing else happens")
DEBIT_COMES_SHORT = Text("{on}: {asked} yuan, of which {means} can pay {taken}, if nothing else happens")
NO_AUTO_REPAY = Text("The agreement has ended: the customer pays the bills from now on.")
AUTO_REPAY_SINCE = Text("{share}, by {means}, since {since_on}")
DUE_THEN = Text("Due then")
TAKES = Text("Takes")
BLOCKERS_TITLE = Text("What stands in the way of closing")
LOSSES_TITLE = Text("What closing loses")
TO_CLOSE = Text("Nothing stands in the way. To close: {command}")
KEPT_TITLE = Text("What stays")
COOLS = Text("The line is closed on {closes_on}; until then the customer can take it back: {command}")
CLOSES_AT_ONCE = Text("The line is closed at once; reopening is a new assessment.")
IS_CLOSING = Text(
    "The customer asked for it on {since_on}: the line is closed on {ends_on}. To take it back: {command}"
)
WOULD_LAPSE = Text("What still stands in the way on {ends_on} lets it lapse, and the line stays open.")
NOTHING_LENT = Text("Until then nothing new is lent: no purchases, holds, installments of a bill or deferrals.")
STAYS_OPEN = Text("The line goes on as before.")
ALREADY_LAPSED = Text("It has lapsed since, for something stood in the way; see: {command}")
ASK_TO_CLOSE = Text("Close {account_id}?")
NOT_YET = Text("When all of it is cleared, look again: {command}")
TO_REOPEN = Text("To begin again, after a new assessment: baitiao reopen {account_id} --limit YUAN")
FIELD_IS = Text("{field} {value}")
NOT_BROUGHT_BACK = Text("Locks, suspensions and auto-repay of before have not come back.")
PAYMENT_TITLE = Text("{amount} yuan paid on {account_id}, counted from {on} ({event_id})")
REFUND_TITLE = Text("{amount} yuan refunded for {plan_id}, counted from {on} ({event_id})")
WENT_TO = Text("Went to")
RETURNED_TO = Text("returned to {means} ({payment_id})")
RETURNED = Text("returned to unknown means ({payment_id})")
REVERSE_THOSE = Text("Reverse those events first: baitiao reverse EVENT")
REVERSE_THOSE_OR_LATER = Text("Reverse those events first (baitiao reverse EVENT), or give a later day.")
MONEY_IS_REPAYMENT = Text("Money for what is owed is a repayment: baitiao repay {account_id} AMOUNT")
CLOSED_OWES_NOTHING = Text("It is closed and owes nothing; see what it was: baitiao history {account_id}")
NOTHING_ASKED_OF = Text(
    "{subject_id} asks for nothing any more, so there is no figure to explain; see: baitiao schedule {subject_id}"
)
CAUSES = {
    "bill": Text("bill of {on}"),
    "due": Text("due on {on}"),
    "debit": Text("auto-repay on {on}"),
    "recognition": Text("income as of {on}"),
}
PLACEHOLDERS = (Text("OUTCOME"), Text("TEXT"), Text("NAME"))
BILL_IN_INSTALLMENTS = Text("a bill in installments")
RESTRUCTURING = Text("a restructuring of what bills ask for")
PAID_BY_WRITE_OFF = Text("Of what its rows tell as paid, {amount} yuan were written off: nobody paid them.")
PAID_BY_GOING_OVER = Text(
    "Of what its rows tell as paid, {amount} yuan went over to plan {heirs}; what is unpaid of them is owed there."
)
NO_ROWS_LEFT = Text("Nothing of it asks for anything any more: it has no installments left.")
FEES_DROPPED = Text("Fees fall by {dropped} yuan with it.")
DISPUTE_TITLE = Text("{amount} yuan of {plan_id} are in dispute from {on} ({event_id})")
SET_ASIDE = Text("Set aside")
NEED_NOT_BE_PAID = Text("{aside} yuan need not be paid until it is decided, and nothing is charged on them.")
PAID_BEFORE_DISPUTE = Text("{paid} yuan had been paid; if the dispute is won, they go back to the means that had paid.")
PAID_BEFORE_DISPUTE_ON_BILL = Text(
    "{paid} yuan had been paid. If the dispute is won, they first pay what is unpaid of other purchases on bills; only "
    "what is left of them goes back to the means that had paid."
)
TO_RESOLVE = Text("When it is decided: baitiao resolve {event_id} won, or: baitiao resolve {event_id} lost")
DISPUTE_WON_TITLE = Text("Dispute {dispute_id} of {plan_id} is won: {amount} yuan refunded ({event_id})")
WAS_SET_ASIDE = Text("set aside before")
DISPUTE_LOST_TITLE = Text("Dispute {dispute_id} of {plan_id} is lost: {amount} yuan owed again as {again} ({event_id})")
FREE_MEANWHILE = Text(
    "Nothing was charged for the time of the dispute; the first installment falls due like that of a new purchase."
)
NOTHING_OWED_AGAIN = Text(
    "Dispute {dispute_id} of {plan_id} is lost ({event_id}): all of it had been paid, so nothing changes."
)
OF_DISPUTE = Text("of {dispute_id}")
IS_DISPUTED = Text("{amount} yuan, {cause}")
FEES_RETURNED = Text("{returned} yuan of fees and interest are given back besides.")
RETURNED_IN_ALL = Text("{returned} yuan returned")
WAIVER_TITLE = Text("{amount} yuan waived on {account_id}, counted from {on} ({event_id})")
TAKEN_OFF = Text("Waived on")
WRITE_OFF_TITLE = Text("{amount} yuan written off on {account_id}, counted from {on} ({event_id})")
GIVEN_UP_ON = Text("Given up on")
RECOVERY_TITLE = Text("{amount} yuan recovered on {account_id}, counted from {on} ({event_id})")
RECOVERED = Text("written off before ({of})")
STILL_COLLECTABLE = Text(
    "All of it stays owed, interest and charges run on by contract. What comes in is a recovery; nothing may be bought."
)
STILL_COLLECTABLE_PLAN = Text(
    "All of it stays owed, interest and charges run on by contract; what comes in for it is a recovery."
)
TO_RECOVER = Text("When money comes: baitiao recover {account_id} AMOUNT{plan}")
WHOLE_ACCOUNT = Text("the whole account")
LOSSES = Text("Given up for lost")
CREDIT_TITLE = Text("{amount} yuan given to {account_id}, counted from {on} ({event_id})")
KEPT_AS_CREDIT = Text("kept as credit")
LINE_CHARGES = Text("charges of the line")
CREDIT_USED = Text("less credit balance")
CREDIT_LEFT = Text("A credit balance of {amount} yuan is left.")
TO_PAY_BACK = Text("To pay it back: {command}")
PAYOFF_TITLE = Text("Payoff of {account_id} on {on}")
FEES_WAIVED = Text("{waived} yuan of later fees fall away.")
FEES_CAPPED = Text("{capped} yuan of them because the cost of the days used may not pass the annual cap.")
PREPAYMENT_TITLE = Text("Prepayment of {amount} yuan on {plan_id} on {on}")
PLAN_AFTER = Text("Plan {plan_id} without and with it")
PRINCIPAL_AHEAD = Text("{plan_id}, principal ahead")
TO_PREPAY = Text("To prepay: {command}")
TO_PREPAY_THEN = Text("To prepay on that day: {command}")
NO_INSTALLMENTS = Text("it has no installments")
ALL_FEES_DUE = Text("its terms ask for all fees in any case")
PRINCIPAL_AT_THE_END = Text("its principal is due at the end, so that only the payments can fall (--by lower-payment)")
TOO_LITTLE_LEFT = Text(
    "what is left is too little for as many payments, so that only the term can get shorter (--by shorter-term)"
)
COST_ABOVE_CAP = Text("{plan_id} has cost {simple}% a year on the days really used, above its cap.")
NO_PRICE = Text("it has neither a rate nor a fee")
ALL_ROWS_BEGUN = Text("its last period has begun, and what has begun keeps its price")
BEARS_NOTHING = Text("it bears neither interest nor a fee")
NO_PRINCIPAL_LEFT = Text("no principal is left of it")
ALL_ROWS_ASKED = Text("every installment of it has been asked for")
ALL_ROWS_BILLED = Text("no installment to come has nights in that time")
CONVERTED_TITLE = Text("{plan_id}: {amount} yuan of bill {number} in {count} installments ({event_id})")
AMOUNT_TOLD = Text("{amount} yuan")
DEFERRED_TO = Text("It was deferred to {due_on}; installments on it are due as they were.")
DEFERRED_BY = Text("by {days}")
DEFERRED_NOTE = Text(
    "From {before_on} on each night costs {percent}% of what is unpaid of the new purchases: at most {cost} yuan if it "
    "is paid on {due_on}. What was carried to the bill goes on costing what it costs."
)
DEFERRED_REST = Text("Installments on the bill keep their due dates.")
CONVERTED_FROM = Text("Off these purchases on bills")
CONVERTED_COST = Text(
    "It costs {cost} yuan in all, {simple}% a year (simple); the first installment comes with the bill of {billed_on}."
)
MINIMUM_SINCE = Text("Of the minimum payment {minimum} yuan are left that were due by {due_on}.")
MINIMUM_AFTER = Text("Of the minimum payment {minimum} yuan are left, due by {due_on}.")
REPRICED_TITLE = Text("{plan_id}: {before} until {on}, then {after} ({event_id})")
PAUSED_TITLE = Text("{plan_id}: no interest or fee from {on} until {until_on}, {nights} ({event_id})")
EXTENDED_TITLE = Text("{plan_id}: extended by {months} on {on} ({event_id})")
EXTENDED_LEFT = Text("Months by which it may still be extended: {months}.")
RESTRUCTURED_TITLE = Text("{plan_id}: {principal} yuan in {installments} from {on} on ({event_id})")
RESTRUCTURED_COST = Text("At {rate} it costs {cost} yuan from now on, {simple}% a year (simple).")
NO_INTEREST_AT_ALL = Text("no interest")
CHARGES_WAIT = Text(
    "{charges} yuan of charges so far bear nothing through {due_on}, when they are due; what is not paid of them then "
    "costs like any other charge. They can be waived."
)
NOT_LATE_ANY_MORE = Text("The account was {days} past due; what was restructured is not late any more.")
OVERDUE_DAYS = Text("overdue {days} d")
IN_INSTALLMENTS = Text("in {installments}")
HARDSHIP_SINCE = Text("asked for on {since_on}: {reason}; to be decided by {decide_by_on}, {days} left")
HARDSHIP_LATE = Text("asked for on {since_on}: {reason}; it was to be decided by {decide_by_on}, {days} ago")
HARDSHIP_MEANWHILE = Text(
    "Until it is decided, by {decide_by_on}, nothing is to be collected; interest and charges run on."
)
TO_RELIEVE = Text(
    "To give relief: baitiao extend, restructure or pause PLAN; for purchases on bills: baitiao restructure "
    "{account_id}; baitiao waive {account_id} AMOUNT --reason TEXT"
)
DECIDE_BY = Text("to be decided by {decide_by_on}")
EXTENDED_BY = Text("by {months}")
COST_LESS = Text("Interest and fees fall by {amount} yuan in all.")
COST_MORE = Text("Interest and fees rise by {amount} yuan in all.")
COST_SAME = Text("Interest and fees stay the same to the fen.")
RATE_NOW = Text("{before} → {after}")
RATE_TO = Text("to {after}")
PAUSED_UNTIL = Text("until {until_on}")
PRICE_CHANGES = Text("Its price since")
NO_INTEREST = Text("none: paused")
OLDER_FIRST = Text(
    "A payment pays the oldest first, also what is carried and not late. For a late plan alone: "
    "baitiao repay {account_id} AMOUNT --plan PLAN"
)
NO_FIGURES = Text("none, for nothing is owed here")
TO_PAY_IT = Text("To settle: {command}")
TO_PAY_IT_THEN = Text("To settle on that day: {command}")
NOTHING_OWED = Text("Nothing is owed.")
FROM_CREDIT = Text("from the credit balance")
ANSWERED_BEFORE = Text("This request was answered before; nothing was written again.")
NOTHING_KEPT = Text("Dry run: nothing was kept.")

HISTORY_TITLE = Text("History of {account_id} up to {as_of}")
BALANCE = Text("Balance")
REVERSED_BY = Text("reversed by {event_id}")
REVERSES = Text("reverses {event_id}")
HELD_THROUGH = Text("{hold_id}: {amount} held through {expires_on}")
RELEASES = Text("releases {hold_id}")
CAPTURES = Text("captures {hold_id}")
PRICE_FINANCED = Text("price {amount}, {own} of it not financed")
LIMIT_NOW = Text("limit {limit}")
FOR_SCENE = Text("for {scene}")
FROM_DAY = Text("from {from_on}")
UNTIL_DAY = Text("until {until_on}")
LIMIT_ENDS = Text("temporary limit ended")
EARMARK_ENDS = Text("limit ended")
LIMIT_ENDS_FOR = Text("limit for {scene} ended")
ITS_MEANS = Text("{means}")
BILL_DAY_NOW = Text("day {bill_day}")
TIER_NOW = Text("tier {tier}, before {tier_before}")
TIER_BY_SCORE = Text("tier {tier}, before {tier_before}, by score {score_id}")
AUTO_REPAY_ENDS = Text("ended")
DEBIT_TOLD = Text("{taken} of {asked} by {means}, {outcome}")
MEANS_TOLD = Text("{name}: {can_pay}")

# an explanation
EVENT_TITLE = Text("Event {event_id}")
CHANGED_BY_EVENT = Text("What it changed")
OF_EVENTS: dict[str, Text] = {
    "kind": Text("What", context="of an event"),
    "answers": Text("Decides on", context="of an event"),
    "reversed_by": Text("Reversed by", context="of an event"),
    "reverses": Text("Reverses", context="of an event"),
    "request_id": Text("Request id"),
    "before": Text("Before", context="of an event"),
    "after": Text("After", context="of an event"),
}
OF_STANDING: dict[str, Text] = {
    "status": Text("Status"),
    "limit_fen": Text("Limit (yuan)", context="of an event"),
    "temporary_limit_fen": Text("Temporary limit (yuan)", context="of an event"),
    "tier": Text("Tier"),
    "bill_day": Text("Bill day"),
}
OF_LINE_ROW = Text("the line of {account_id}")
BY_BILL = Text("{rule}, bill {bill}")
CHARGED_SO_FAR = Text("That is what was charged by {as_of}; nothing of it is owed any more.")
EXPLAINED_TITLE = Text("{figure} ({of}): {amount} yuan")
OF_ROW = Text("{plan_id}, no. {number}")
OF_PLAN = Text("{plan_id}: {rule}")
OF_KIND = Text("{rule}, {kind}")
OF_NUMBER = Text("{rule}, no. {number}")
OF_BILL = Text("bill no. {number} of {account_id}")
RATE_OF_A_STEP = Text(
    "At {step}% for each step of {span} the payments are worth the loan on its first day; a year has {steps} steps."
)
STEP_OF_MONTHS = Text("{count} month(s)")
STEP_OF_WEEKS = Text("{count} week(s)")
STEP_OF_DAYS = Text("{count} day(s)")
SIMPLE_RATE = Text("Annual rate, simple: {steps} x {step}% = {simple}%")
COMPOUND_RATE = Text("Annual rate, compound: (1 + {step}%)^{steps} - 1 = {compound}%")
RATE_AS_AGREED = Text(
    "That is the plan as it was agreed for {on}; what was paid early or late, or changed since, is not in it."
)
CLASS_NORMAL = Text("Class: {loan_class}; nothing is past due.")
CLASS_EASED = Text("Class: {loan_class}; nothing is past due, but a plan was extended or restructured on {eased_on}.")
CLASS_BECAUSE = Text(
    "Class: {loan_class}. It is {days} days past due, since {since_on}; {first} to {last} days by {rule}."
)
CLASS_BEYOND = Text(
    "Class: {loan_class}. It is {days} days past due, since {since_on}; {first} days or more by {rule}."
)
NOT_ACCRUING = Text("Its interest, fees and late charges are owed as ever, and income only when they are paid.")
AGREES = Text("An independent day-by-day computation agrees on all {compared} figures of the account.")
DISAGREES = Text("An independent day-by-day computation differs on {count} of {compared} figures.")

# reasons
BILL_NUMBER = Text("Bill {number}")
OF_NUMBERS = Text("{rule} {numbers}")
FIGURES_COMPARED = Text("What changed on {account_id} from {before_on} to {after_on}")
LEARNED = Text("What the ledger learned of {account_id} on {on}")
CAUSES_TITLE = Text("What caused it")
BILL_IS_HIGHER = Text("Bill {after} ({after_on}) asks for {amount} yuan more than bill {before} ({before_on})")
BILL_IS_LOWER = Text("Bill {after} ({after_on}) asks for {amount} yuan less than bill {before} ({before_on})")
BILL_IS_THE_SAME = Text("Bill {after} ({after_on}) asks for as much as bill {before} ({before_on})")
TO_EXPLAIN = Text("To the fen: {command}")
CAUSE_OF_AMOUNT = Text("{cause} {amount}")
NOTHING_CHANGED = Text("Nothing changed.")

# the person
PERSON_TITLE = Text("Person {person_id} of {account_id}")
PERSON_FIELDS = {
    "name": Text("Name", context="labels"),
    "phone": Text("Phone"),
    "id_number": Text("ID number"),
}
LAST_FOUR_OF = Text("{field}, the last 4 characters")
CLOSING_SINCE = Text("asked for on {since_on}; can be taken back until {ends_on}, when it is closed")
CLOSING_LAPSED = Text("asked for on {since_on}, lapsed on {on}: {blockers}")
CLOSES_ON = Text("to be closed on {ends_on}")
COOLING_OVER = Text("the cooling period is over")
STOOD_IN_THE_WAY = Text("in the way: {blockers}")
CLOSED_BY_OPERATOR = Text("{closed_on}, by the operator")
BY_OPERATOR = Text("by the operator")
WRONG_ENDS = Text("wrong: {fields}")
VERIFIED_BY = Text("verified: {fields}")
IS_ASKED = Text("The customer is asked for the last 4 characters of: {fields}; without the customer: {command}")
STAND_IN = Text("A comparison of ends stands in for a real verification.")
NOT_KNOWN = Text("not known")
SECRETS = {
    "--name": PERSON_FIELDS["name"],
    "--phone": PERSON_FIELDS["phone"],
    "--id-number": PERSON_FIELDS["id_number"],
    "--phone-digits": Text("Phone, the last 4 digits"),
    "--id-digits": Text("ID number, the last 4 characters"),
    "QUERY": Text("Looked for"),
}
ERASE_FOR_EVER = Text("Erase for ever who the person of {account_id} is? The accounts and the books stay.")
ALL_THAT_IS_KNOWN = Text("All that is known of the person")
THEIR_ACCOUNTS = Text("Accounts")
THEIR_RECORDS = Text("Records of the desk")
RECORD_LABELS = {"record_id": Text("Record"), "kind": Text("Kind")}
JSON_HAS_ALL = Text(
    "With --json also every event of the accounts, all that is in the records of the desk, and what operators did with "
    "these data (entries: {count}); recorded."
)
COPIES_HOLD_KEYS = Text(
    "Backups and exports made before hold the person, with the key, until they are deleted; a new line is for a new "
    "person."
)
IS_ERASED = Text("The person of {account_id} was erased for ever")
ACCOUNTS_KEPT = Text("Accounts that stay")
UNREADABLE = {
    "key-missing": Text("(key missing)"),
    "key-unusable": Text("(key not usable)"),
    "erased": Text("(erased)"),
    "damaged": Text("(damaged)"),
}
OTHER_ACCOUNTS = Text("Other accounts of this person: {accounts}")

# as it was known
AS_KNOWN = Text("As the ledger knew it up to event {sequence}: {event_id}, recorded {recorded_at} (Shanghai).")

# a bill
BILL_TITLE = Text("Bill no. {number} of {billed_on}")
BILL_TITLE_UNSENT = Text("Bill no. {number} of {billed_on}, not sent yet")
COVERS = Text("{from_on} to {last_on}")
MOVEMENTS_TITLE = Text("How it came about")
INSTALLMENTS_TITLE = Text("Installments in this bill")
DUE_LATER = Text("Of the amount due {amount} yuan are due only on {due_on}; the minimum leaves them out.")
PAYABLE_BY_NOW = Text("On {as_of}, with all that came since, {due} yuan are payable.")
NOT_ISSUED = Text(
    "The customer does not have this bill yet: the next run of accrue issues it for {billed_on} as it stands here, "
    "with whatever is entered before that run for an earlier day."
)
TO_ISSUE_IT = Text("To issue it: {command}")

# the ledger
ACCRUING = Text("Accounts brought up to date")
NOT_SETTLED = Text("Accounts that could not be settled")
BILLS_ISSUED = Text("Bills issued")
CLOSINGS_ENDED = Text("Cooling periods that ended")
ACCRUED = Text("Brought to {through}; accounts: {account_count}.")
NOTHING_TO_ACCRUE = Text("Nothing to do up to {through}.")
BATCH_DONE = Text("Done; lines: {count}.")
BATCH_REPEATED = Text("Done before with the same request ids, and not again: {count}.")
DONE_BEFORE = Text("Done before")
CHECK_PASSED = Text("All is well.")
CHECK_PASSED_WITHOUT_KEY = Text("The ledger itself is whole.")
CHECK_CURABLE = Text("Findings: {count}, which touch no fact; all are put right by: baitiao rebuild")
HEAD_IS = Text("Head {head}")
CHECK_FAILED = Text("Findings: {count}; do not write to this ledger.")
NOT_JSON = Text("not JSON at character {column}")
NOT_AN_OBJECT = Text("not one JSON object")
A_JSON_LIST = Text("a list; write one JSON object a line, without [ and ] around them and commas between them")
NOT_A_TEXT = Text("the value of '{key}' is neither a text nor a number")
NOT_A_FLAG = Text("'{key}' is no flag: it needs a text or a number")
NOT_JSON_AT = Text("not JSON at line {line}, character {column}")
KEY_TWICE = Text("'{key}' stands twice")
NOT_CSV = Text("a quote is not closed or stands in a wrong place")
CELLS = Text("{count} cells under a header of {expected}")
NO_VERB_COLUMN = Text("the header has no column 'verb'")

# products
CATALOGUE_TITLE = Text("Products")
TIERS_TITLE = Text("Price by tier")
LINE_TITLE = Text("Bills")
SAMPLE_NOTE = Text("Samples, not an offer.")
RATE = Text("{percent}% a {per}")
RATE_RANGE = Text("{least}% to {most}% a {per}")
LATE_BESIDES = Text("{rate} besides the usual price")
LATE_INSTEAD = Text("{rate} instead of the usual interest")
FREE_UNTIL_DUE = Text("free until due, then {rate}")
NO_PRICE = Text("free")

# operators, and what takes two
OR = Text(" or ")
MORE_THAN = Text(", more than {above}")
OPERATORS_TITLE = Text("Operators")
APPROVALS_TITLE = Text("What takes two people")
NO_OPERATORS = Text(
    "No operators are registered: everybody who can write to the file may do everything. To begin: {command}"
)
NO_LONGER = Text("{name} may not write to this ledger any more.")
ALWAYS = Text("always")
NEVER = Text("never")
ABOVE = Text("above {amount} yuan")
PROPOSALS_TITLE = Text("What waits for a second person on {as_of}")
NOTHING_WAITS = Text("Nothing waits for a second person.")
TO_APPROVE = Text(
    "To see what it does, as another operator: {approve} --dry-run; to agree, without --dry-run; to decline: {decline}"
)
AGREED = Text("{proposal_id}: {proposed_by} asked for it, {approved_by} agreed.")
MAY_LOOK = Text("{proposed_by} may look once today at the person of {account_id} in the clear.")
MAY_EXPORT = Text("{proposed_by} may export once today what is known of the person of {account_id}.")
AUDIT_TITLE = Text("Who did what")
AUDIT_TITLE_OF = Text("Who did what: {about}")
NOTHING_DONE = Text("Nothing was done.")
OLDER_ONES = Text("There are older ones; to see more: {command}")
VERB_OF = Text("{verb} {of}")
AGREED_BY = Text("agreed by {approved_by}")
NO_ROLES = Text("no roles")
ASKED_BY = Text("asked for by {proposed_by}")

# demo
TO_TRY = Text("To ask about this account, keep its ledger: baitiao demo --keep demo.db")
KEPT_AT = Text("The ledger of this story is kept: {path}")
TRY_WHY = Text("Why is the March bill 3.00 higher? {command}")
CHAPTER = Text("{day}  {caption}")
