"""The lines on the screen of an account, as values."""
