"""A slow, obvious account: every day walked one by one, every night counted by itself, every balance kept.

It is written from the stated rules of credit and knows nothing of the fold: no spans, no boundaries, no closed forms.
Schedules of new plans come from `make_schedule`, which is proved on its own against published figures.

A day has three parts: what comes by itself as it begins, the events of the day in the order recorded, and the night,
which is charged on what is owed then. An answer "as of" a day is given after its events and before its night.

Where the rules of credit are silent, these decisions of the engine are kept:

- As a day begins: due dates, rows of daily plans that end, credit netted, then the bill.
- Payable order on one due date: the line's charges, installments, revolving purchases; then in the order made.
- On a bill's due date all that it asked for of the revolving part and is unpaid becomes carried, not before.
- Charges of the line gather on one row a bill cycle; it has the oldest due date of what is carried. At a bill whose
  forerunners' minimums are met, carried rows and the line's rows take the new due date; otherwise they keep theirs.
- Carried interest is rounded once a cycle, a late charge once over the life of its row; a repayment asks for what has
  run, as the rounded sum so far less what was asked before.
- A minimum asks only for what is due by the bill's due date.
- A minimum counts the revolving part of a bill only; every payment on the revolving part counts towards every bill
  whose minimum is not met yet. Installments are late by themselves.
- Interest that runs on after the last row of a daily plan belongs to that row and is asked for at bills and payments.
- A late row is charged on what it asked for when it fell due and is unpaid, without late charges. Once a payment has
  cleared a row within its grace days, nothing of the charge is left.
- Money ahead of time pays the open row's interest so far, then its principal, or in the plan's own order; interest is
  asked for as far as the money comes. A row filled so is asked for at once. Plans whose principal is due at the end
  have it taken off the last row.
- A row of equal payments keeps its total: interest changed by early or late money changes its principal. Once more
  principal is paid on it than it would ask for, it asks for no more interest; what it does not ask for is the next
  row's. The interest of a period is rounded once, when the period ends, also where its row was filled before.
- Where the interest of the first schedule stays, each row earns its own evenly over its nights, and money ahead of time
  pays all of it. A payoff drops what is still to be earned. A row for which less principal is left than it was planned
  with asks for its interest in proportion, rounded once.
- A plan's own order inside a row holds however late it is.
- A prepayment pays what is payable on its plan and the interest so far before it lowers principal. A row that is not
  billed yet and was asked ahead is asked anew, and what was paid on it counts towards its new payment. Lower payments
  by the night are the schedule of what is left over the rows that would still ask for something; on the bill they are
  an even split. Where no such schedule can be made, the rows stay and the last ones fall away. A fee on the bill is the
  first fee in proportion to the first principal, rounded once, and never rises; the next bill's stays under
  `next-period`, except on the day of the purchase.
- A new rate holds from the night of its day on. Equal payments are planned again over the rows that would still ask
  for something, such that they pay what has run and what is to come, what is overdue being paid today; other principal
  stays. Where the first schedule's interest stays, the rows to come are planned as if all were paid on time. Where
  there is no such schedule, the rows stay. A fee is the new one, of the first amount, from the first row on that begins
  on that day or later, in proportion to its principal and to its nights that are not paused.
- A pause makes its nights cost nothing, but late charges go on. Where a row has a fixed price, what is left of it falls
  to the share of its nights that are still not paused, rounded once, and is earned over those; what was asked stays.
- An extension moves the rows from the first that is not asked for on, months counted from the day of the purchase or
  the first due date, bills by their own day; the first of them gets the nights. Fixed prices stay, and pauses go by the
  days as moved, new rates by those agreed.
- A restructuring asks for all that has run, ends the rows on that day with the principal paid on them, and makes rows
  of the rest as of a new plan; rows at the end that never asked for anything go. Charges unpaid fall due with the first
  new row; late nights that would still have been forgiven within grace days are.
- What revolves is restructured: principal of purchases that bills have asked for, the oldest first, goes over to a plan
  begun that day; what has run is asked for, and is due with the first row, for nothing. All minimums so far are met.
- A bill turned into installments: principal of the purchases that came with it, oldest first, goes over to a plan begun
  that day. It counts towards the minimums of that bill and later ones only. A refund takes off what is left of the
  purchase, then the plan that took it over; what was paid on that plan counts as paid for what revolves.
- A deferred bill: what is unpaid of its revolving part and due with it falls due later, once. What of it is not carried
  costs the agreed daily rate, on the base of carried interest and with it, from the first due date until the new one.
- Late nights of the line that a bill does not ask for yet, for they are within the grace days, go on in the next row.
- The bill day changes after the day of the change. A row that is not billed goes on the last new bill that is due no
  later than the row was, or on the first. What a bill asks for is carried from its own due date, even if the next bill
  came before; a minimum is not missed before it is due.
- The annual cap allows a payoff cap x (principal x nights) / 365, rounded down, of fees and interest in all.
- A refund pays what is billed of all that revolves, then lowers the refunded purchase, then the oldest others that are
  not billed. Of a plan it lowers the rows not billed yet, the last one first, then the billed ones likewise.
- A row's unpaid fee falls with its unpaid principal, rounded once; a row that has nothing to ask for any more counts as
  asked for. A plan by the night keeps the interest that has run.
- When a plan by the night has no principal left, the interest that has run on its open row is asked for at once.
- What was paid goes back to the latest payments, each up to what it paid of all kinds; the rest becomes credit.
- Where a product returns fees at a refund, the share of what comes back of what had not come back before, of the fees
  and interest so far (asked for or run by the night, neither given up nor returned): off what is unpaid of them, oldest
  due first, the rest back to those who paid.
- A dispute takes what is unpaid of the purchase off its own rows (of a purchase on the bill it is paid, towards
  minimums too), then off the plans that took parts of it over; of the limit it stays held. Won, that much is refunded
  already, and the rest of its amount like any refund that day. Lost, it is lent again that day, on the terms that the
  decision names, in fewer installments where it is too little for them; of what was charged off or eased, it is so too.
- A waiver goes kind by kind (late charges, fees, interest), oldest due first; interest that has run on the open row of
  a plan by the night is given up only when that plan is named.
- A hold reserves its amount through its last day; a capture of a part of it frees the rest at once.
- What is overdue for more days than the line allows suspends it until nothing is overdue, or the operator excuses it
  until then; so do as many failed verifications as it allows, until one does not fail or the operator resumes.
- Who is closed, closing, suspended or locked is told by the first of these words; a lock and each suspension last until
  lifted.
- A line that the customer wants to close is closed as the day after its cooling period begins, after all else that this
  day brings: if nothing is owed, held, contested or to the customer's credit, no relief is asked for and no auto-repay
  agreed. Otherwise it goes on as before.
- A line that was reopened is billed and charged on its new terms; bills made before keep their minimums.
- A debit of auto-repay comes as the day begins, after the bill. It asks for what is due by then with all charges that
  have run on it, or for what is left of the installments and of the minimums that are due by then; a means pays as far
  as it can. One that is recorded took what it took, whatever is learned later; its day has no other, reversed or not.
  Nothing is debited of an account that was given up for lost.
- A charge-off changes nothing that is owed; a whole account's lasts until it is reopened. A write-off asks for what has
  run, nets the credit (of a whole account), and takes all that is left; prices to come fall away. A recovery pays the
  debts that were lost, in the usual order, ahead where the product says so, then what was written off, first lost
  first; the rest is credit, which pays what else is payable. A refund of what was written off comes back before
  anything is given back.
- Charges of what is past due by more than the line's days, or lost, are no income until they are paid; nor are those
  that had been asked for when something was restructured while they were none.
- A bill is made where something moved, be it only between credit and debt, or there is something to ask for.
"""
