"""What is read off a folded account: figures, schedules, bills, history."""
