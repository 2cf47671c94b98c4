"""Risk: what of an account's events looks as if it were not the customer's own doing."""
