"""Arithmetic of money and time, with no account, no file, no clock: useful alone, for quotes and lessons.

`ARITHMETIC.md` beside this file states it in words, with sources and figures worked by hand.
"""
