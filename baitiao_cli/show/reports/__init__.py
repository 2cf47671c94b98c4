"""How the reports look: each with its tables, a chart, the accounts behind a row, on paper as on the screen."""
