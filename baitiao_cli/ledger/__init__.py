"""The ledger: the only SQLite. Facts are appended, the journal follows the fold, views are rebuilt from the events."""
