"""The story that papers are made of: a customer whose merchants are called what an attacker would call them.

A1, tier B: a phone, 5,999.00 in 12 at 0.6% a period; three purchases on the bill, one of them partly refunded; a plan
with interest.
"""

from __future__ import annotations

import io
import shlex
from contextlib import redirect_stdout
from pathlib import Path

from baitiao_cli.cli.main import main

HOSTILE = {
    "script": "</style></svg><script>document.title='taken'</script>",
    "image": "<img src=http://example.com/x.png onerror=alert(1)>",
    "quote": "\"' onmouseover='alert(1)' &quot; & Sons",
    "formula": '=HYPERLINK("http://example.com")',
    "arabic": "متجر الزهور",
}
NAME = "李雷<script>alert(1)</script>"
STORY = f"""
2026-01-05 init
2026-01-05 open --name {shlex.quote(NAME)} --limit 20000 --phone 13800001234
2026-01-08 charge A1 5999 --installments 12 --merchant {shlex.quote(HOSTILE["script"])}
2026-01-21 charge A1 400 --merchant {shlex.quote(HOSTILE["image"])}
2026-01-23 charge A1 88.80 --merchant {shlex.quote(HOSTILE["formula"])}
2026-02-03 accrue
2026-02-10 repay A1 1024.70
2026-02-14 charge A1 1200 --installments 6 --product epi --merchant {shlex.quote(HOSTILE["quote"])}
2026-02-20 charge A1 260 --merchant {shlex.quote(HOSTILE["arabic"])}
2026-02-25 refund A1P3 20 --reason damaged
2026-03-03 accrue
"""
TODAY = "2026-03-05"
PAGES = {
    "statement": ["statement", "A1"],
    "schedule": ["schedule", "A1P4"],
    "history": ["history", "A1"],
    "quote": ["quote", "12000", "--installments", "24", "--product", "epi", "--down-payment", "25%"],
    "compare": ["quote", "12000", "--compare", "3,6,12,24", "--product", "epi"],
}


def make_ledger(path: Path) -> None:
    """Plays the story into a new ledger."""
    for line in STORY.strip().splitlines():
        today, *arguments = shlex.split(line)
        with redirect_stdout(io.StringIO()):
            assert main([*arguments, "--today", today, "--ledger", str(path)]) == 0, line
