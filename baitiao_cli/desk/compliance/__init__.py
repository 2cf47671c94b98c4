"""Whether the ledger keeps the rules of the land: one pure function a rule, over folded accounts and desk facts."""
