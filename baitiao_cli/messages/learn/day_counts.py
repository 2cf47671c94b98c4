"""The lesson on day counts."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("Day counts: what share of a year is a month?")
ABOUT = Text("The same rate, the same month, four amounts of interest.")
SETUP = Text(
    "You owe {amount_fen} yuan at {annual_rate} a year, which is {yearly_fen} yuan for a year. From {on} "
    "to {until_on} are {nights} nights. Interest is counted by the night, and your contract says "
    '"actual/365".'
)
QUESTION = Text("How many yuan of interest is that month?")
REVEAL = Text(
    "{interest_fen} yuan: {yearly_fen} x {nights} / 365. Another day count gives another amount, from {least_fen} to "
    "{most_fen} yuan."
)
TRAP_TWELFTH = Text("that is a twelfth of a year, as 30/360 counts: all months alike, whatever their length.")
TRAP_360 = Text("that is actual/360: the same nights, but a year of 360.")
TABLE = Text("The month under each day count")
PLOT = Text("Interest of twelve months under actual/365")
MONTH = Text("Month")
LABELS = {
    "counted_by": Text("Day count"),
    "share": Text("Share of a year"),
    "interest_fen": Text("Interest"),
    "year_fen": Text("Twelve months"),
}
LESSONS = (
    Text(
        "actual/365 takes no notice of leap years; actual/360 makes every rate dearer by 365/360; 30/360 makes "
        "all months equal; actual/actual gives each night to the days of its own year (366 in a leap year)."
    ),
    Text(
        "A span has its first night and not its last day: money repaid on a day costs nothing for that day's "
        "night. So spans fit together, and before rounding interest by days, weeks or months comes to the same. The "
        "twelve months of the table are rounded month by month: they may be some fen off the year in one piece."
    ),
)
QUIZ_LONG = Text("In a month of 31 nights, which day count costs most?")
WHY_LONG = Text("31/360 is the largest share of a year.")
QUIZ_SAME_DAY = Text("{amount_fen} yuan is lent on {on} and repaid on the same day. How much interest?")
WHY_SAME_DAY = Text("It has been out for no night.")
TRY = "baitiao quote {amount} --installments 6 --annual-rate {annual_rate} --day-count actual/360"
