"""Errors of the annual rate of cash flows: a file that is not such a list, and flows without exactly one rate."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

RATE_ERRORS: dict[str, ErrorText] = {
    "flows-malformed": ErrorText(
        2,
        Text("No list of cash flows in {file}: {reason}."),
        Text(
            'Write {{"unit_periods_per_year": 12, "advance": [{{"t": 0, "amount": 5000}}], '
            '"payments": [{{"t": 1, "amount": 230}}]}}'
        ),
    ),
    "part-out-of-range": ErrorText(
        2,
        Text("A part f of {text} is not from 0 to below 1."),
        Text("Put whole periods into t: 1.5 is t 1 and f 0.5."),
    ),
    "time-not-whole": ErrorText(
        2,
        Text("Under us-reg-z a time t counts whole unit periods; {text} is not whole."),
        Text("Put the rest into f: 1.5 is t 1 and f 0.5."),
    ),
    "unit-periods-missing": ErrorText(
        2,
        Text("us-reg-z needs to know how many unit periods a year has."),
        Text('Add it to the flows: "unit_periods_per_year": 12 for months, 26 for two weeks.'),
    ),
    "unit-periods-not-months": ErrorText(
        2,
        Text("simple-12 counts in months, but the flows say {given} unit periods a year."),
        Text("Use us-reg-z for other periods, or times in months and 12 a year."),
    ),
    "annual-rate-none": ErrorText(
        4,
        Text("No annual rate makes these flows equal: {advanced} advanced, {paid} paid."),
        Text("Check the amounts and times; there must be money both ways, at different times."),
    ),
    "annual-rate-any": ErrorText(
        4,
        Text("The flows cancel out at every time: any annual rate fits."),
        Text("Check the times: advances come before the payments."),
    ),
    "annual-rate-several": ErrorText(
        4,
        Text("These flows have {count} annual rates, not one: {rates}."),
        Text("Money turns its way more than once; look at the loans in it one by one."),
    ),
    "annual-rate-too-large": ErrorText(
        4,
        Text("The annual rate is beyond any use: {most}."),
        Text("Check the amounts and the unit of the times."),
    ),
    "flows-too-many": ErrorText(
        2,
        Text("There are {count} flows; at most {most} are taken."),
        Text("Add up what falls on the same day."),
    ),
    "parts-too-many": ErrorText(
        2,
        Text("{count} flows with {parts} different parts f are more than can be searched."),
        Text("A part is a number of days of a unit period; or use eu-aprc, with times in years."),
    ),
    "flows-too-tangled": ErrorText(
        2,
        Text("{count} flows that turn their way {turns} times are more than can be searched for every rate."),
        Text("Look at the loans in it one by one."),
    ),
}
