"""The desk: what a lender knows and decides around the accounts. Pure rules over folded accounts and over its facts."""
