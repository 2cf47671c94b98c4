"""How what somebody in a portfolio means to do is done, by theme: a function for each `do` of a deed."""
