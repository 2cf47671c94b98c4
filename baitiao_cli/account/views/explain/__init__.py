"""Every figure explained: the lines that it is made of, exactly, with the rounding as a line of its own (law 43)."""
