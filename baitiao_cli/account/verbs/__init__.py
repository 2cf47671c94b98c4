"""What may happen to an account: a file a verb, with what decides it and what it does in the fold."""
