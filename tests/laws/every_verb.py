"""A ledger in which every verb has something to do, and a line for each: a verb that is missing here fails a test."""

from __future__ import annotations

TODAY = "2026-02-10"

STORY = """
2026-01-05 init
2026-01-05 open --name 李雷 --limit 20000 --phone 13800001234
2026-01-08 charge A1 5999 --installments 12 --merchant Shop
2026-01-10 charge A1 1000 --product daily --installments 3
2026-01-21 charge A1 400
2026-01-22 hold A1 600
2026-01-23 dispute A1P1 1000 --cause other
2026-01-24 lock A1
2026-01-25 suspend A1 --cause risk
2026-02-03 accrue
2026-02-04 open --name 韩梅 --limit 5000
2026-02-04 repay A2 30
2026-02-05 open --name 赵敏 --limit 1000
2026-02-05 request-limit A3 2000
2026-02-06 open --name 周杰 --limit 1000
2026-02-06 close A4
2026-02-06 hardship A1 --reason illness
2026-02-06 open --name 郑洁 --limit 1000 --on 2025-08-01
2026-02-06 charge A5 90 --on 2025-08-02
2026-02-06 open --name 王芳 --limit 1000 --on 2025-08-01
2026-02-06 charge A6 90 --on 2025-08-02
2026-02-06 write-off A6 --reason x
"""

# What each verb does to that ledger: a line that can be done on `TODAY`.
EXAMPLES = {
    "charge": "charge A2 100",
    "repay": "repay A1 700",
    "payoff": "payoff A1 --pay",
    "prepay": "prepay A1P2 500 --by lower-payment",
    "payout": "payout A2",
    "reprice": "reprice A1P1 0.5%",
    "pause": "pause A1P2 --until 2026-04-01",
    "convert": "convert A1 --installments 3",
    "defer": "defer A1",
    "refund": "refund A1P3 400",
    "dispute": "dispute A1P3 --cause not-received",
    "resolve": "resolve A1E6 won",
    "waive": "waive A1 0.10 --charge interest --plan A1P2 --reason x",
    "credit": "credit A1 50 --reason x",
    "reverse": "reverse A1E4",
    "bill-day": "bill-day A1 15",
    "tier": "tier A1 C --reason x",
    "close": "close A3",
    "hold": "hold A2 100",
    "capture": "capture A1H1",
    "release": "release A1H1",
    "limit": "limit A1 9000",
    "request-limit": "request-limit A2 8000",
    "decide-limit": "decide-limit A3 --grant --reason x",
    "lock": "lock A2",
    "unlock": "unlock A1",
    "suspend": "suspend A2 --cause risk",
    "resume": "resume A1",
    "reopen": "reopen A4 --limit 3000",
    "auto-repay": "auto-repay A1 --means card",
    "means": "means A1 card --funds 100",
    "charge-off": "charge-off A5 --reason x",
    "write-off": "write-off A5 --reason x",
    "recover": "recover A6 40",
    "extend": "extend A1P1 --months 2",
    "restructure": "restructure A1P2 --installments 6",
    "hardship": "hardship A5 --reason illness",
    "decide-hardship": "decide-hardship A1 --grant --reason x",
    "open": "open --name 王芳 --limit 1000",
    "person": "person A1 --phone 13900001234 --reason x",
    "register": "register Market --discount 0.5%",
    "accrue": "accrue A1 --through 2026-02-10",
}
