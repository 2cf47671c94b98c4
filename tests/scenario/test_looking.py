"""Looking changes nothing: a view between two steps of a scenario leaves what comes after as it would have been."""

from __future__ import annotations

STORY = """
title = "A bill comes"

[[steps]]
today = 2026-01-05
open = {{ limit = 20000 }}

[[steps]]
today = 2026-01-08
charge = {{ account = "A1", amount = 1200, installments = 3 }}
{looks}
[[steps]]
today = 2026-03-05
accrue = {{}}

[[steps]]
today = 2026-03-05
statement = {{ account = "A1" }}
expect = {{ "bills.length" = 2 }}
"""
LOOK = """
[[steps]]
today = 2026-02-20
show = {{ account = "A1" }}

[[steps]]
today = 2026-02-20
show = {{ account = "A1" }}
"""


