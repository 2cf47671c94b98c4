"""The command line: text becomes typed values, an action runs, its answer is shown; the only clock of the program."""
