"""A lively portfolio drawn from a seed: who borrows, what they buy, how they pay, how they leave; by the real verbs."""
