"""Joint lending: whose is what of each plan, to the fen."""
