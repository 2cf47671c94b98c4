"""Errors of the arithmetic: text that is not a figure, terms that do not fit together."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CALC_ERRORS: dict[str, ErrorText] = {
    "amount-malformed": ErrorText(
        2,
        Text("'{text}' is not an amount in yuan."),
        Text("Write digits with at most two decimals, without a sign: 1234.50"),
    ),
    "amount-not-positive": ErrorText(
        2,
        Text("'{text}' is not more than zero."),
        Text("Give at least 0.01; the command says which way the money goes."),
    ),
    "amount-too-large": ErrorText(
        2,
        Text("'{text}' is more than {most_fen}, the largest amount that is kept exactly."),
        Text("Check the digits."),
    ),
    "amount-not-whole-fen": ErrorText(
        2,
        Text("{text} is not a whole number of fen."),
        Text("Amounts ending in _fen are whole JSON numbers: 123450 is 1,234.50 yuan."),
    ),
    "rounding-unknown": ErrorText(
        2,
        Text("There is no rounding '{text}'."),
        Text("Use half-up or half-even."),
    ),
    "rate-malformed": ErrorText(
        2,
        Text("'{text}' is not a rate."),
        Text("Write per cent, with a unit if needed: 12%, 0.05%/day, 万分之五"),
    ),
    "rate-too-fine": ErrorText(
        2,
        Text("'{text}' has more decimals than a rate keeps exactly."),
        Text("Use at most 7 decimals of a per cent: 0.0000001%"),
    ),
    "rate-too-large": ErrorText(
        2,
        Text("'{text}' is more than 10,000%."),
        Text("A bare number is per cent: 12 means 12%."),
    ),
    "date-malformed": ErrorText(
        2,
        Text("'{text}' is not a date."),
        Text("Write year-month-day: 2026-11-21"),
    ),
    "date-out-of-range": ErrorText(
        2,
        Text("Counting from {from_on} leaves the years 1 to 9999."),
        Text("Check the dates and the number of installments."),
    ),
    "unit-unknown": ErrorText(
        2,
        Text("There is no unit '{text}' of a period."),
        Text("Use --unit months, weeks or days."),
    ),
    "every-out-of-range": ErrorText(
        2,
        Text("A period of {count} units has no length."),
        Text("Use --every 1 or more."),
    ),
    "first-due-not-after-start": ErrorText(
        2,
        Text("The first due date {first_due_on} is not after the start {start_on}."),
        Text("Give a first due date at least one day after the start."),
    ),
    "bill-day-out-of-range": ErrorText(
        2,
        Text("{bill_day} cannot be a bill day."),
        Text("Choose a day from 1 to {most}, which every month has."),
    ),
    "due-days-out-of-range": ErrorText(
        2,
        Text("A bill cannot be due {count} days after its date."),
        Text("Give zero or more days."),
    ),
    "day-count-unknown": ErrorText(
        2,
        Text("There is no day count '{text}'."),
        Text("Use actual/365, actual/360, 30/360 or actual/actual."),
    ),
    "method-unknown": ErrorText(
        2,
        Text("There is no schedule method '{text}'."),
        Text("Use one of: {known}"),
    ),
    "installments-out-of-range": ErrorText(
        2,
        Text("{count} is not a number of installments."),
        Text("Give from 1 to {most} installments."),
    ),
    "installments-not-one": ErrorText(
        2,
        Text("The method {method} has one due date, not {count}."),
        Text("Use --installments 1, or another method."),
    ),
    "rate-missing": ErrorText(
        2,
        Text("The method {method} needs an interest rate."),
        Text("Give --annual-rate or --daily-rate; 0 is a rate too."),
    ),
    "fee-missing": ErrorText(
        2,
        Text("The method {method} needs a fee rate per period."),
        Text("Give --fee, for example --fee 0.6%; 0 is a rate too."),
    ),
    "fee-not-per-period": ErrorText(
        2,
        Text("A fee of {text} is not per period."),
        Text("Write the fee per period: 0.6%/period"),
    ),
    "option-does-not-fit": ErrorText(
        2,
        Text("The method {method} has no use for {option}."),
        Text("Leave {option} out, or choose another method."),
    ),
    "whole-period-not-yearly": ErrorText(
        2,
        Text("Whole periods are counted at a rate per year or month; {text} has periods or days of its own."),
        Text("Leave out the whole periods, or quote the rate per year."),
    ),
    "evening-with-multiple": ErrorText(
        2,
        Text("Evening moves payments by a fen or two, so it does nothing for payments in multiples."),
        Text("Leave out one of the two."),
    ),
    "free-days-too-many": ErrorText(
        2,
        Text("A deferral has {most} free days at most, not {count}."),
        Text("Give fewer free days."),
    ),
    "option-negative": ErrorText(
        2,
        Text("{option} cannot be {count}."),
        Text("Give zero or more."),
    ),
    "free-periods-too-many": ErrorText(
        2,
        Text("{free_count} interest-free periods are more than {count} installments."),
        Text("Make at most every installment free."),
    ),
    "installment-too-small": ErrorText(
        4,
        Text("{amount_fen} is too small for {count} installments: number {number} would repay {principal_fen} of it."),
        Text("Choose fewer installments or a larger amount."),
    ),
    "installment-below-interest": ErrorText(
        4,
        Text("An installment of {payment_fen} does not cover interest of {interest_fen} in number {number}."),
        Text("Choose a shorter first period, fewer installments or another method."),
    ),
    "installment-empty": ErrorText(
        4,
        Text("Number {number} of {count} installments on {amount_fen} would be 0.00."),
        Text("Choose fewer installments, longer periods or a larger amount."),
    ),
    "bullet-too-long": ErrorText(
        4,
        Text("Principal repaid at the end may be out for 12 months, to {last_on}, not to {due_on}."),
        Text("Choose fewer installments, or a method that repays principal on the way."),
    ),
    "defer-too-long": ErrorText(
        4,
        Text("A payment may be deferred by {most} days, not {count}."),
        Text("Choose an earlier due date: --every {most} --unit days"),
    ),
    "down-payment-too-large": ErrorText(
        4,
        Text("A down payment of {down_payment_fen} leaves nothing of {amount_fen} to finance."),
        Text("Give a down payment below the amount."),
    ),
    "trade-in-too-large": ErrorText(
        4,
        Text("A trade-in of {trade_in_fen} leaves nothing of {amount_fen} to finance."),
        Text("Give a trade-in value below the amount."),
    ),
    "down-payment-too-small": ErrorText(
        2,
        Text("A down payment of {text} on {amount_fen} comes to 0.00."),
        Text("Leave the down payment out, or give a larger one."),
    ),
}
