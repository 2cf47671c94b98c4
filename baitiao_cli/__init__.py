"""A credit account manager for the command line: purchases on credit, bills, installments, repayments."""

__version__ = "0.1.0"
