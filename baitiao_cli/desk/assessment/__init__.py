"""Assessment: what a line may be, and cost, by what its own ledger says and what its person declared."""
