"""Service requests of customers."""
