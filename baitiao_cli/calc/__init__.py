"""Arithmetic of money and time, with no account, no file, no clock: useful alone, for quotes and lessons."""
