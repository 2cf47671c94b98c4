"""The file that a ledger is: made, opened strictly, locked, and its failures told as ours."""
