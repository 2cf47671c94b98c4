"""What a portfolio is worth and does, month by month: pure functions over folded accounts, and their sums."""
