"""The words of what is handed over (pages, workbooks) and of charts."""

from __future__ import annotations

from baitiao_cli.messages import Text

# pages
FOOT = Text("Drawn up by baitiao from the books as of {as_of}. Amounts are in yuan (CNY).")
PAGE_OF = Text("Page {page} of {pages}")
NOTES = Text("Notes")
STATEMENT_RUNNING = Text("{account_id} - bill no. {number} of {billed_on}")
STATEMENT_RUNNING_UNSENT = Text("{account_id} - bill no. {number} of {billed_on}, not sent yet")
SCHEDULE_HEADING = Text("Plan {plan_id} on {as_of}")

# charts
BALANCE_OVER_TIME = Text("What was owed, day by day")
WHAT_A_ROW_ASKS_FOR = Text("What each installment asks for")
WHAT_IT_COSTS = Text("What each way costs in all")
WHAT_IS_PAID_EACH_TIME = Text("The first payment of each way")
STEPS_TOLD = Text("From {first} on {first_on} to {last} on {last_on}; highest {highest}, lowest {lowest}.")
BARS_TOLD = Text("{label}: {figures}.")
IN_ALL = Text("{label} {amount}")

# what was written
WRITTEN = Text("The file is written.")
ONLY_THE_SUMMARY = Text(
    "It is the summary, one row; the rest of the bill: --csv --table movements, --csv --table installments, or all at "
    "once with --xlsx."
)
MASKED_PAPER = Text("Names and numbers are masked in it; in the clear with --unmask --reason.")
PAPER_MORE = Text(
    "--html is one page in one file, with no script and nothing to load, to be read at any width and printed on A4; "
    "--pdf is the same page printed; --xlsx has a sheet for each table, with amounts in yuan and dates as dates. "
    "With -o FILE it is written whole or not at all, for its owner only, and never over another file without --force."
)
