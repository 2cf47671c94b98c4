"""Prices in words: a rate and its unit, what lateness costs."""

from __future__ import annotations

from baitiao_cli.account.terms import LateTerms
from baitiao_cli.calc.rates import Per, Rate, format_rate, parse_rate
from baitiao_cli.messages import Text, filled, labels, words


def percent_of(ppb: int) -> str:
    """Parts per billion as per cent, exactly, without the sign.

    >>> percent_of(500_000)
    '0.05'
    """
    return format_rate(Rate(ppb, "day")).partition("%")[0]


def rate_words(ppb: int, per: Per) -> Text:
    """A rate in words: 0.05% a day, 0.05%/日.

    >>> rate_words(500_000, "day").en
    '0.05% a day'
    """
    return filled(labels.RATE, percent=percent_of(ppb), per=words.WORDS["per"][per])


def told_rate(rate: str) -> Text:
    """A rate in words from its text in an answer; nothing for nothing.

    >>> told_rate("0.05%/day").en, told_rate("").en
    ('0.05% a day', '')
    """
    if not rate:
        return labels.NOTHING
    parsed = parse_rate(rate)
    return rate_words(parsed.ppb, parsed.per)


def late_words(late: LateTerms) -> Text:
    """What a late day costs, and whether the usual interest goes on."""
    text = labels.LATE_INSTEAD if late.instead else labels.LATE_BESIDES
    return filled(text, rate=rate_words(late.daily_ppb, "day"))
