"""What is told of an account on the phone besides its figures."""

from __future__ import annotations

from baitiao_cli.messages import Text

PAID = Text("{amount} yuan on {on}")
PAID_BY = Text("{amount} yuan on {on}, by {means}")
PAID_FOR = Text("{paid}, for {plan_id}")
NEXT_BILL_OF = Text("{billed_on}: {amount} yuan, at least {minimum}, due {due_on}")
WAITING = Text("Waiting for a second person")
UNLOCKS = Text("{lock}; the customer lifts it: {command}")
OVERDUE_DAYS = Text("{since_on} ({days} days)")
OVERDUE_ONE_DAY = Text("{since_on} (1 day)")
