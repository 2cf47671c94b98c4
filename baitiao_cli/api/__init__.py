"""What Python code works with: a ledger whose methods are the commands, and answers that show as tables."""
