"""Every error of the catalogue, met once as a user meets it: told whole in both languages, and nothing written.

The tables give for each code the command lines that lead to it (the last one meets it), in the story's ledger on
2026-02-10. Where something must first be wrong outside, a function of the code's name brings it about.
"""

from __future__ import annotations

import ast
import io
import json
import os
import re
import shlex
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import SimpleNamespace

import pytest
import typer
from msgspec.structs import replace

import baitiao_cli
from baitiao_cli import Ledger, fen
from baitiao_cli.account.events import BillDeferred, Event, Opened, Purchased, Repaid
from baitiao_cli.account.replay import replay
from baitiao_cli.account.verbs.defer import decide_deferral
from baitiao_cli.calc.dates import bill_periods
from baitiao_cli.calc.money import check_fen
from baitiao_cli.calc.rates import Rate
from baitiao_cli.calc.schedule import ScheduleTerms, check_terms
from baitiao_cli.cli import files, products, refusals, request
from baitiao_cli.cli.group import MODULES
from baitiao_cli.desk.rule_files import shipped
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger import store
from baitiao_cli.ledger.file import connection
from baitiao_cli.messages import Text, errors
from baitiao_cli.messages.errors import ERRORS
from baitiao_cli.products.catalogue import FOLDER, line_terms, read_product
from baitiao_cli.scenario.told import TELL, Teller
from baitiao_cli.show import papers as show_papers
from baitiao_cli.show.errors import describe_error

TODAY = "2026-02-10"

# Late by 151 days: the bill of 3 September was due on the 12th.
LATE_ACCOUNT = "open --name x --limit 100 --on 2025-08-01; charge A2 99 --on 2025-08-02"

# One due date, 2025-09-12, was met in time: by rules that ask for no more, A2 has the coupon D1.
GIVE_COUPON = (
    "open --name x --limit 1000 --bill-day 3 --on 2025-08-01; charge A2 99 --on 2025-08-05; "
    "repay A2 99 --on 2025-09-10; offers grant A2 --rules one.toml"
)
BUY_WITH_IT = "charge A2 400 --installments 3 --coupon D1"
FOUND = "open --name x --limit 1000; charge A2 950; risk scan A2; "
COMMAND_LINES = {
    # text that is not a figure, terms that do not fit together
    "option-not-of-subject": "explain A1 --row 2",
    "figure-unknown": "explain A1 --figure colour",
    "figure-of-plans": "explain A1 --figure principal",
    "lesson-unknown": "learn magic",
    "definition-unknown": "define lateniss",
    "portfolio-number-outside": "scenario generate --accounts 0",
    "rules-unreadable": "scenario generate --rules /nowhere/mine.toml",
    "lesson-option-unused": "learn statement --fee 0.6%",
    "lesson-number-outside": "learn monthly-fee --amount 99.99",
    "quiz-needs-terminal": "learn statement --quiz",
    "row-unknown": "explain A1P1 --row 13",
    "moments-differ": "why A1 --between 2026-02-01 A1E2",
    "account-not-known-then": "open --name x --limit 100; why A2 --between 1 2",
    "amount-malformed": "repay A1 1e3",
    "amount-not-positive": "repay A1 0.00",
    "amount-too-large": "charge A1 90071992547409.92",
    "rounding-unknown": "quote 100 --rounding up",
    "rate-malformed": "quote 100 --fee much",
    "rate-too-fine": "quote 100 --fee 万分之0.000001",
    "rate-too-large": "quote 100 --installments 3 --annual-rate 10001",
    "date-malformed": "repay A1 1 --on 2026-02-30",
    "date-out-of-range": "quote 100 --installments 12 --fee 1% --on 9999-06-01",
    "unit-unknown": "quote 100 --unit years",
    "every-out-of-range": "quote 100 --every 0",
    "first-due-not-after-start": "quote 100 --on 2026-01-01 --first-due 2026-01-01",
    "bill-day-out-of-range": "open --name x --limit 100 --bill-day 29",
    "day-count-unknown": "quote 100 --installments 3 --annual-rate 12 --day-count 365",
    "method-unknown": "quote 100 --method magic",
    "installments-out-of-range": "quote 100 --installments 0 --fee 0",
    "installments-not-one": "quote 100 --installments 2 --method single",
    "rate-missing": "quote 100 --installments 3 --method flat",
    "fee-missing": "quote 100 --installments 3",
    "fee-not-per-period": "quote 100 --installments 3 --fee 1%/year",
    "option-does-not-fit": "quote 100 --method single --fee 1%",
    "whole-period-not-yearly": "quote 100 --installments 3 --daily-rate 0.03% --whole-period",
    "free-periods-too-many": "quote 100 --installments 2 --fee 1% --free-periods 3",
    "installment-too-small": "quote 0.02 --installments 3 --fee 0",
    "installment-below-interest": "quote 9 --installments 120 --annual-rate 36 --on 2026-01-01 --first-due 2031-01-01",
    "installment-empty": "quote 0.01 --installments 2 --method interest-only --annual-rate 1",
    "bullet-too-long": "quote 100 --installments 13 --method interest-only --annual-rate 5",
    "defer-too-long": "quote 100 --method defer --daily-rate 0.04% --every 61 --unit days",
    "down-payment-too-large": "charge A1 100 --down-payment 100",
    "down-payment-too-small": "quote 0.01 --down-payment 1%",
    "terms-misfit": "quote 100 --installments 3 --daily-rate 0.03% --day-count 30/360",
    "id-check-digit": "show A1-5",
    "desk-record-unknown": "explain D1",
    "times-malformed": "limits review --tier D --times 1",
    "proposal-not-of-limit": "consent A1 offers given; limits apply D1",
    "coupon-unknown": "consent A1 offers given; charge A1 500 --installments 3 --coupon D1",
    "coupon-of-another": f"{GIVE_COUPON}; charge A1 500 --installments 3 --coupon D1",
    "coupon-used": f"{GIVE_COUPON}; {BUY_WITH_IT}; {BUY_WITH_IT}",
    "coupon-not-valid": f"{GIVE_COUPON}; {BUY_WITH_IT} --on 2026-02-09",
    "coupon-amount": f"{GIVE_COUPON}; charge A2 299 --installments 3 --coupon D1",
    "coupon-product": f"{GIVE_COUPON}; charge A2 500 --product daily --coupon D1",
    "proposal-applied": "limits review --tier B --times 0.8; limits apply D1; limits apply D1",
    "proposal-not-made-yet": "limits review --tier B --times 0.8; limits apply D1 --on 2026-01-06",
    "proposal-stale": "limits review --tier B --times 0.8; limit A1 9000; limits apply D1",
    "desk-number-outside": "score test --scored-on 2026-02-05 --months 0",
    "account-or-all": "risk",
    "queue-item-unknown": "consent A1 offers given; queue approve D1 --reason x",
    "queue-item-decided": f"{FOUND}queue approve D1 --reason x; queue approve D1 --reason x",
    "queue-before-item": f"{FOUND}queue approve D1 --reason x --on 2026-01-06",
    "queue-before-review": (
        "open --name x --limit 1000 --on 2026-02-01; charge A2 950 --on 2026-02-01; risk scan A2 --on 2026-02-01; "
        "queue release D1 --reason x; queue approve D1 --reason x --on 2026-02-09"
    ),
    "queue-nothing-held": f"{FOUND}queue release D1 --reason x; queue release D1 --reason x",
    "quote-id-malformed": "charge A1 100 --quote Q0000000018",
    "quote-unknown": "charge A1 100 --quote Q0000000019",
    "rate-not-daily": "quote 100 --late-rate 5%/year",
    "counts-malformed": "quote 100 --compare 3,3",
    "evening-with-multiple": "quote 100 --installments 3 --annual-rate 12 --evening --multiple-of 10",
    "free-days-too-many": "quote 100 --method defer --daily-rate 0.04% --free-days 61 --every 60 --unit days",
    "trade-in-too-large": "charge A1 100 --trade-in 100",
    "first-due-on-bill": "charge A1 100 --installments 3 --first-due 2026-03-01",
    "product-file-unreadable": "product /nowhere/mine.toml",
    # refused by a rule of credit
    "account-closed": "payoff A1 --pay; close A1 --by operator --reason x; repay A1 1",
    "account-not-open-yet": "show A1 --as-of 2026-01-04",
    "payout-exceeds-credit": "payout A1 --amount 1",
    "no-credit-balance": "payout A1",
    "refund-after-closing": "payoff A1 --pay; close A1 --by operator --reason x; refund A1P2 1",
    "refund-exceeds-purchase": "refund A1P2 300; refund A1P2 100.01",
    "refund-before-purchase": "refund A1P2 1 --on 2026-01-20",
    "waiver-exceeds": "waive A1 36 --reason x",
    "account-charged-off": f"{LATE_ACCOUNT}; charge-off A2 --reason x; charge A2 1",
    "already-charged-off": f"{LATE_ACCOUNT}; charge-off A2 --reason x; charge-off A2 --reason x",
    "account-written-off": "write-off A1 --reason x; charge A1 1",
    "debt-lost": "write-off A1 --reason x; repay A1 1",
    "loss-of-purchase": "write-off A1 --plan A1P2 --reason x",
    "charge-off-too-early": "charge-off A1 --reason x",
    "nothing-to-recover": "recover A1 1",
    "recovery-exceeds": "write-off A1 --reason x; recover A1 99999",
    "bill-day-same": "bill-day A1 3",
    "tier-same": "tier A1 B",
    "record-not-score": "consent A1 offers given; tier A1 C --score D1",
    "tier-not-scored": "score keep A1; tier A1 A --score D1",
    "bill-day-too-soon": "bill-day A1 12; bill-day A1 3",
    "bill-day-behind-bill": "bill-day A1 12 --on 2026-02-02",
    "prepayment-not-offered": "prepay A1P2 100",
    "prepayment-settles": "prepay A1P1 6040",
    "prepayment-too-small": "prepay A1P1 535.90",
    "reprice-not-offered": "reprice A1P2 1%",
    "rate-unit-unfit": "reprice A1P1 6%/year",
    "rate-same": "reprice A1P1 0.6%",
    "new-rate-above-cap": "reprice A1P1 2%",
    "pause-not-offered": "pause A1P2 --until 2026-03-01",
    "pause-empty": "pause A1P1 --until 2026-02-10",
    "pause-covered": "pause A1P1 --until 2026-04-01; pause A1P1 --until 2026-03-01",
    "extend-not-offered": "extend A1P2 --months 1",
    "extend-overdue": "extend A1P1 --months 1 --today 2026-02-13",
    "extend-too-long": "extend A1P1 --months 13",
    "extend-how-far": "extend A1P1",
    "extend-until-unreachable": "extend A1P1 --until 2027-03-13",
    "restructure-not-offered": "restructure A1P2 --installments 3",
    "restructure-too-long": "restructure A1P1 --installments 61",
    "restructure-keeps-product": "restructure A1P1 --installments 6 --product inst",
    "nothing-to-restructure": "restructure A1 --installments 6 --on 2026-01-20",
    "cases-later": f"{LATE_ACCOUNT}; cases open; cases open --on 2026-02-09",
    "case-unknown": "promise A1 1 --by 2026-12-31; case D1",
    "ticket-unknown": "promise A1 1 --by 2026-12-31; ticket-answer D1 told",
    "ticket-answered": "ticket A1 --about other --text fees; ticket-answer D1 told; ticket-answer D1 told",
    "ticket-later": "ticket A1 --about other --text fees; ticket-answer D1 told --on 2026-02-09",
    "promise-past": "promise A1 100 --by 2026-01-01",
    "hours-malformed": "prefer A1 --quiet 21-9",
    "preference-needed": "prefer A1",
    "outbox-needed": "remind",
    "bureau-file-unmarked": "bureau export -o june.json",
    "nothing-late": "bureau notice A1 --channel letter",
    "time-malformed": "contact A1 --channel call --about service --at 9:30 --outcome reached",
    "contact-against-rules": "contact A1 --channel call --about collection --at 22:00 --outcome reached",
    "hardship-open": "hardship A1 --reason x; hardship A1 --reason y",
    "hardship-until-past": "hardship A1 --reason x --until 2026-02-10",
    "no-hardship-case": "decide-hardship A1 --grant --reason x",
    "close-blocked-hardship": "hardship A1 --reason x; payoff A1 --pay; close A1",
    "convert-too-late": "convert A1 --installments 3 --today 2026-02-13",
    "nothing-to-convert": "repay A1 935.90; convert A1 --installments 3",
    "convert-product-unfit": "convert A1 --installments 3 --product epi",
    "convert-exceeds-bill": "convert A1 --installments 3 --amount 400.01",
    "nothing-to-dispute": "dispute A1P2 --cause other; dispute A1P2 --cause other",
    "dispute-exceeds-purchase": "refund A1P2 300; dispute A1P2 100.01 --cause other",
    "dispute-unknown": "resolve A1E3 won",
    "dispute-decided": "dispute A1P2 --cause other; resolve A1E5 won; resolve A1E5 lost",
    "close-blocked-dispute": "dispute A1P2 --cause other; payoff A1 --pay; close A1",
    "refund-of-converted": "convert A1 --installments 3; refund A1P3 100",
    "already-deferred": "defer A1; defer A1",
    "defer-too-late": "defer A1 --today 2026-02-12",
    "nothing-to-defer": "repay A1 935.90; defer A1",
    "history-too-long": "show A1 --as-of 2077-01-01",
    "limit-exceeded": "charge A1 19000",
    "amount-outside-product": "charge A1 0.01 --installments 3",
    "installments-not-offered": "charge A1 600 --installments 5",
    "nothing-owed": "payoff A1 --pay; payoff A1 --pay",
    "payoff-differs": "payoff A1 --pay --amount 1",
    "already-reversed": "reverse A1E3; reverse A1E3",
    "not-reversible": "reverse A1E4",
    "event-needed": "repay A1 1 --plan A1P2; reverse A1E3",
    "reversal-has-no-day": "reverse A1E3 --on 2026-02-01",
    "limit-out-of-range": "open --name x --limit 200000.01",
    "close-blocked-owed": "close A1",
    "close-blocked-credit-balance": "payoff A1 --pay; repay A1 10; close A1",
    "nothing-to-correct": "person A1 --phone 13800001234 --reason asked",
    "id-number-used": "open --name x --limit 100 --id-number 110101; person A1 --id-number 110101 --reason asked",
    "no-bill-yet": "statement A1 --as-of 2026-02-02",
    "bill-unknown": "statement A1 --bill 9",
    "request-id-reused": "repay A1 1 --request-id r; repay A1 2 --request-id r",
    "date-in-future": "repay A1 1 --on 2026-02-11",
    "breaks-later-event": "charge A1 13601; charge A1 1 --on 2026-02-01",
    "order-id-used": "charge A1 1 --merchant 手机店 --order T-1001",
    "person-has-account": "open --name x --limit 100 --id-number 000000199009011234",
    "hold-unknown": "capture A1H1",
    "order-held": "hold A1 300 --order O2 --merchant Shop; charge A1 300 --order O2 --merchant Shop",
    "hold-captured": "hold A1 100; capture A1H1; release A1H1",
    "hold-released": "hold A1 100; release A1H1; capture A1H1",
    "hold-expired": "hold A1 100 --on 2026-02-01 --until 2026-02-09; capture A1H1",
    "capture-exceeds-hold": "hold A1 100; capture A1H1 100.01",
    "hold-day-out-of-range": "hold A1 100 --until 2026-02-09",
    "merchant-registered": "register Shop --discount 0.6%; register Shop",
    "scene-cap-exceeded": "charge A1 2000 --scene virtual; charge A1 1 --scene virtual",
    "scene-excluded": "charge A1 1 --scene investment",
    "product-scene-cap-exceeded": "charge A1 3001 --product defer60 --scene travel",
    "product-scene-excluded": "hold A1 1 --product defer60 --scene virtual",
    "code-malformed": "charge A1 1 --scene Food!",
    "merchant-unknown": "merchant Nobody",
    "days-reversed": "merchants --from 2026-02-11",
    "discount-malformed": "register Shop --discount 0.6%/day",
    "merchant-unregistered": "merchant-settle 超市 --through 2026-02-10",
    "settled-through": "funder East; funder-settle F1 --through 2026-02-09; funder-settle F1 --through 2026-02-08",
    "settled-too-early": "funder East; funder-settle F1 --through 2026-02-09 --on 2026-02-08",
    "nothing-to-settle": "funder East; funder-settle F1 --through 2026-02-09; funder-settle F1 --through 2026-02-09",
    "funder-registered": "funder East; funder East",
    "funder-unknown": "fund inst F3=100%",
    "funder-malformed": "fund inst East=100%",
    "shares-malformed": "fund inst F0=100%,F0=0%",
    "shares-not-whole": "fund inst F0=99.9%",
    "close-blocked-held": "payoff A1 --pay; hold A1 100; close A1",
    "product-without-line": "open --name x --limit 100 --product inst",
    "verification-has-no-day": "verify A1 --phone-digits 1234 --id-digits 1234 --on 2026-02-09",
    "verification-needed": "payoff A1 --pay; close A1 --phone-digits 1234",
    "nothing-to-verify": "open --name x --limit 100; verify A2",
    "closing-needs-reason": "close A1 --by operator",
    "not-closing": "close A1 --withdraw",
    "digits-malformed": "verify A1 --phone-digits 12345",
    "resume-needs-reason": "suspend A1 --cause abnormal-login; resume A1",
    "account-not-closed": "reopen A1 --limit 5000",
    "auto-repay-incomplete": "auto-repay A1",
    "auto-repay-not-set": "auto-repay A1 --off",
    "means-unknown": "means A1 card; means A1 wallet --remove",
    "means-unchanged": "means A1 card --funds 300; means A1 card --funds 300",
    "last-digits-malformed": "means A1 card --last-digits 62220",
    "auto-repay-unchanged": "auto-repay A1 --means card; auto-repay A1 --means card",
    "close-blocked-auto-repay": "payoff A1 --pay; auto-repay A1 --means card; close A1",
    "limit-unchanged": "limit A1 20000",
    "limit-incomplete": "limit A1",
    "limit-until-needed": "limit A1 30000 --from 2026-03-01",
    "limit-not-set": "limit A1 --end",
    "limit-days-invalid": "limit A1 30000 --until 2020-01-01",
    "limit-not-higher": "limit A1 20000 --until 2026-03-01",
    "limits-out-of-range": "limit A1 190000 --scene travel",
    "limit-request-waiting": "request-limit A1 30000; request-limit A1 40000",
    "no-limit-request": "decide-limit A1 --grant --reason checked",
    "decision-needed": "decide-limit A1 --reason checked",
    "grant-above-request": "request-limit A1 30000; decide-limit A1 --grant --amount 30000.01 --reason checked",
    "account-locked": "lock A1; charge A1 1",
    "account-suspended": "suspend A1 --cause risk; suspend A1 --cause overdue --lift paid; lock A1; charge A1 1",
    "already-locked": "lock A1; lock A1",
    "not-locked": "unlock A1",
    "already-suspended": "suspend A1 --cause risk; suspend A1 --cause risk",
    "not-suspended": "resume A1",
    "not-suspended-for": "suspend A1 --cause risk; resume A1 --cause overdue",
    "cause-needed": "suspend A1 --cause risk; suspend A1 --cause overdue; resume A1",
    # who may do what, and what takes two people
    "operator-unknown": "operator anna --role admin; repay A1 1 --operator ben",
    "role-needed": "operator anna --role admin; repay A1 1 --operator anna",
    "first-operator-admin": "operator anna --role clerk",
    "last-admin": "operator anna --role admin; operator anna --role clerk --operator anna",
    "operator-alike": "operator anna --role admin; operator Anna --role clerk --operator anna",
    "operator-unchanged": "operator anna --role admin; operator anna --role admin --operator anna",
    "operator-incomplete": "operator anna",
    "approval-incomplete": "approval waiver",
    "approval-unchanged": "approval waiver --off",
    "approval-not-kept": "approval waiver --always; waive A1 1 --reason x --dry-run",
    "proposal-unknown": "approve W1",
    "deed-has-no-day": "approve W1 --on 2026-02-09",
    # what is not there
    "event-unknown": "reverse A1E99",
    "plan-unknown": "schedule A1P99",
    "plan-elsewhere": "repay A1 1 --plan A1P9",
    "nothing-found": "find nobody",
    "audit-unknown": "audit nobody",
    "product-unknown": "charge A1 100 --product gold",
    "account-unknown": "show A9",
    # what would be
    "what-if-nothing-asked": "what-if A1 --",
    "what-if-not-a-verb": "what-if A1 -- show A1",
    "what-if-opens": "what-if A1 -- open --name x --limit 100",
    "digits-not-compared": "what-if A1 -- verify --phone-digits 5678",
    "what-if-only-asks": "what-if A1 -- payoff",
    "what-if-other-account": "open --name x --limit 100; what-if A1 -- repay A2 1",
    "known-at-malformed": "show A1 --known-at yesterday",
    "known-at-to-come": "show A1 --known-at 9999-12-31",
    "known-at-not-reached": "list --known-at 5",
    "nothing-known-yet": "show A1 --known-at 2026-01-01T00:00:00Z",
    "not-known-yet": "schedule A1P2 --known-at 2",
    "ledger-missing": "list --ledger none.db",
    "file-unreadable": "batch none.csv",
    # files that are written
    "keep-of-several": "scenario run a.toml b.toml --keep c.db",
    "file-exists": "export --format csv -o a.csv; export --format csv -o a.csv",
    "file-of-ledger": "export --format csv --force -o ledger.db",
    "file-unwritable": "export --format csv -o none/a.csv",
    "output-needed": "statement A1 --pdf",
    # copies of the ledger
    "backup-missing": "restore none --ledger new.db",
    "head-malformed": "check --against 0a1b2c",
    # the ledger file
    "ledger-exists": "init",
    "ledger-failed": "list --ledger " + "x" * 300,
    # the command line
    "command-unknown": "qoute 100",
    "option-unknown": "repay A1 1 --merchnat x",
    "option-before-command": "--plain list",
    "option-missing": "open --name x",
    "option-value-missing": "repay A1 1 --plan",
    "option-takes-no-value": "list --overdue=1",
    "options-exclusive": "list --plain --csv",
    "option-needs": "payoff A1 --amount 1",
    "argument-missing": "repay A1",
    "argument-unexpected": "show A1 A2",
    "choice-unknown": "list --status sleeping",
    "id-of-another-kind": "show A1P1",
    "phone-malformed": "person A1 --phone hello --reason asked",
    "id-number-length": "open --name x --limit 100 --id-number 11010520150307123",
    "id-number-check-digit": "open --name x --limit 100 --id-number 000000199009011235",
    "id-number-no-date": "open --name x --limit 100 --id-number 000000199002300017",
    "secret-missing": "find -",
    "text-personal": "repay A1 10 --note 'asked by 13800001234'",
    "person-has-open-line": "privacy erase A1 --reason asked --yes",
    "unmask-one-person": "open --name 李梅 --limit 100; find 李 --unmask --reason asked",
    "person-owes": "write-off A1 --reason x; close A1 --by operator --reason x; privacy erase A1 --reason asked --yes",
    "erasing-has-no-day": "privacy erase A1 --reason asked --yes --on 2026-02-09",
    "person-under-age": "open --name x --limit 100 --id-number 000000200802110014",
    "id-number-malformed": "open --name x --limit 100 --phone 13800001234 --id-number 12345",
    "number-malformed": "charge A1 100 --installments 1e1",
    "text-unprintable": "close A1 --reason \x1b",
    "text-empty": "close A1 --reason ''",
    "text-too-long": "close A1 --reason " + "x" * 1001,
}

RATE, RATE_Z = "rate file --convention eu-aprc", "rate file --convention us-reg-z"


def flows(advance: list[float], *payments: list[float], steps_a_year: int | None = None) -> bytes:
    """A file of cash flows: time, amount and part of one advance and of payments."""
    lists = {"advance": [advance], "payments": payments}
    told = {name: [dict(zip(("t", "amount", "f"), flow, strict=False)) for flow in lists[name]] for name in lists}
    return json.dumps(told | {"unit_periods_per_year": steps_a_year}).encode()


DAY = b"[[step]]\ntoday = 2026-01-05\n"
BLOCKING = b"""rules_version = 1
look_back_days = 1
rules = [{name = "velocity", window_days = 1, threshold = 1, action = "block"}]
"""

FILES = {
    "backup-foreign": ("restore file --ledger new.db", b"name,amount\n" * 100),
    "ledger-empty": ("list --ledger file", b""),
    "ledger-foreign": ("list --ledger file", b"name,amount\n" * 100),
    "file-not-utf8": ("batch file", "verb,account\n".encode("utf-16")),
    "line-malformed": ("batch file", b"[1]\n"),
    "queue-item-blocked": ("charge A1 10; risk scan A1 --rules file; queue release D1 --reason x", BLOCKING),
    # scenarios
    "rules-invalid": ("scenario generate --rules file", b"rules_version = 0\n"),
    "scenario-not-toml": ("scenario run file", b"[[step]\n"),
    "scenario-malformed": ("scenario run file", b"title = 1\n"),
    "scenario-command-unplayable": ("scenario run file", DAY + b"lst = {}\n"),
    "scenario-command-beside": ("scenario run file", DAY + b"backup = {}\n"),
    "scenario-name-unknown": ("scenario run file", DAY + b'open = { name = "{nobody}", limit = 100 }\n'),
    "scenario-brace-alone": ("scenario run file", DAY + b'open = { name = "a}", limit = 100 }\n'),
    "scenario-fen-malformed": ("scenario run file", DAY + b'open = { name = "-", limit_fen = "12.50" }\n'),
    "scenario-draw-malformed": (
        "scenario run file",
        b"vars.sum = { between = [2, 1] }\n" + DAY + b'open = { name = "-", limit = "{sum}" }\n',
    ),
    "scenario-date-malformed": ("scenario run file", DAY + b'accrue = { through = "soon" }\n'),
    "scenario-date-missing": (
        "scenario run file",
        DAY + b'open = { name = "-", limit = 100 }\n[[step]]\ntoday = "next due date"\nlist = {}\n',
    ),
    "scenario-clock-back": ("scenario run file", DAY + b"list = {}\n[[step]]\ntoday = 2026-01-04\nlist = {}\n"),
    "scenario-too-long": (
        "scenario run file",
        DAY + b"repeat.times = 10000\nsteps = [{ repeat.times = 1000, steps = [{ list = {} }] }]\n",
    ),
    "scenario-too-large": ("scenario run file", b"#" * (4 * 1024 * 1024 + 1)),
    "pair-malformed": ("scenario run file", DAY + b'why = { account = "A1", between = "2026-01-05" }\n'),
    "value-malformed": ("scenario run file", DAY + b"lock = { account = true }\n"),
    "verb-unknown": ("batch file", b"verb,account\nfly,A1\n"),
    "field-unknown": ("batch file", b"verb,account,colour\nclose,A1,red\n"),
    "field-missing": ("batch file", b"verb,account\nrepay,A1\n"),
    # the annual rate of cash flows
    "flows-malformed": (RATE, b'{"advance": [{"t": 0, "amount": "much"}], "payments": []}'),
    "part-out-of-range": (RATE, flows([0, 100], [1, 110, 1])),
    "time-not-whole": (RATE_Z, flows([0, 100], [1.5, 110], steps_a_year=12)),
    "unit-periods-missing": (RATE_Z, flows([0, 100], [1, 110])),
    "unit-periods-not-months": ("rate file --convention simple-12", flows([0, 100], [1, 110], steps_a_year=4)),
    "annual-rate-none": (RATE, flows([0, 100])),
    "annual-rate-any": (RATE, flows([0, 100], [0, 100])),
    "annual-rate-several": (RATE, flows([0, 100], [1, 230], [2, -132])),
    "annual-rate-too-large": (RATE, flows([0, 100], [0.001, 110])),
    "flows-too-many": (RATE, flows([0, 100], *([1, 1] for _ in range(10_000)))),
    "parts-too-many": (RATE_Z, flows([0, 100], *([1, 1, part / 500] for part in range(500)), steps_a_year=12)),
    "flows-too-tangled": (RATE, flows(*([t, (-1) ** t] for t in range(200)))),
}

# How a copy of the ledger is made, what is changed in it (SQL, or one text for another), and what meets the error.
COPIES = {
    "backup-newer": ("backup copy", "PRAGMA user_version = 999", "restore copy --ledger new.db"),
    "backup-damaged": ("backup copy", "PRAGMA user_version = -1", "restore copy --ledger new.db"),
    "backup-unproved": ("backup copy", "UPDATE accounts SET used_fen = 1", "restore copy --ledger new.db"),
    "import-malformed": ("export --format json -o copy", ('"A1E2",', ""), "import copy --ledger new.db"),
    "import-of-backup": ("backup copy", "PRAGMA cache_size = 1", "import copy --ledger new.db"),
    "import-no-ledger": ("export A1 --format json -o copy", ("", ""), "import copy --ledger new.db"),
    "import-newer": ("export --format json -o copy", ('"version":', '"version":99'), "import copy --ledger new.db"),
    "import-unproved": ("export --format json -o copy", ("599900", "599901"), "import copy --ledger new.db"),
    "import-head-differs": ("export --format json -o copy", ('"head":"', '"head":"f'), "import copy --ledger new.db"),
}

# A finding of `check` -> what someone changed behind the ledger's back.
TAMPERED = {
    "check-link": "DELETE FROM posting_groups WHERE group_number = 1",
    "check-schema": "DROP INDEX plans_one_per_order",
    "check-event": "UPDATE events SET operator = 'somebody else' WHERE number = 2",
    "check-row": "INSERT INTO merchants VALUES ('M1', 1, 'Shop', '2026-01-01T00:00:00Z')",
    "check-seal": "UPDATE seals SET heads = '{}' WHERE number = 2",
    "check-more-seals": "UPDATE seals SET heads = '{}' WHERE number >= 2",
    "check-group": "UPDATE postings SET amount_fen = amount_fen + 1 WHERE posting_number = 1",
    "check-journal": "UPDATE postings SET plan_id = 'A1P9' WHERE group_number = 1",
    "check-view": "UPDATE accounts SET used_fen = used_fen - 1",
    "check-bill": "UPDATE events SET body = replace(body, '57590', '97590') WHERE number = 4",
    "check-desk-fact": "INSERT INTO desk_facts"
    " VALUES (1, 'A1', 'x', '2026-01-01', '2026-01-01T00:00:00Z', 'x', '', '{}')",
    "check-quote": "INSERT INTO quotes VALUES ('Q0000000019', '" + "0" * 64 + "', '{}', '2026-01-01T00:00:00Z')",
    "check-stopped": "DROP TABLE postings",
    "check-person": "DELETE FROM person_keys",
    "check-person-index": "DELETE FROM person_index",
    "check-deed": "INSERT INTO audit SELECT 1, sealed_at, 'me', '', 'P1', '{}', hash_before, hash FROM seals LIMIT 1",
    "person-unknown": "DELETE FROM people",
    "ledger-newer": "PRAGMA user_version = 999",
}


DEFERRED = ScheduleTerms(method="defer", installments=1, rate=Rate(1, "day"), free_days=-1)


# What the command line never hands on: errors of programs that use the package, and of what no command does yet.
def defer_without_terms():
    """A line that was opened on terms without deferral, as lines were before there was one."""
    opened = Opened(person_id="N1", limit_fen=1, bill_day=3, tier="B", line=replace(line_terms(), defer_days=0))
    event = Event(event_id="A1E1", account_id="A1", number=1, effective_on=date(2026, 1, 5), fact=opened)
    asked = BillDeferred(billed_on=date(2026, 2, 3), days=0, daily_ppb=0)
    decide_deferral(replay([event], date(2026, 2, 5)), asked, date(2026, 2, 5))


def unmask_on_a_branch():
    with Ledger.throw_away(today=TODAY) as ledger, ledger.branch() as branch:
        branch.show("A1", unmask=True, reason="x")


def after_the_branch():
    with Ledger.throw_away(today=TODAY) as ledger:
        with ledger.branch() as branch:
            pass
        branch.show("A1")


def before_the_inner_branch_ends():
    with Ledger.throw_away(today=TODAY) as ledger, ledger.branch() as branch, branch.branch():
        branch.list()


def in_another_thread():
    with Ledger.throw_away(today=TODAY) as ledger, ledger.branch() as branch, ThreadPoolExecutor(1) as thread:
        thread.submit(branch.list).result()


def a_what_if_without_a_branch():
    with Ledger.throw_away(today=TODAY) as ledger:
        ledger.run("what-if", "A1")


def answered_no():
    terminal = io.StringIO("n\n")
    terminal.isatty = lambda: True
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", terminal)
        _request().confirm(Text("Sure?", "确定?"))


CALLS = {
    "branch-left": before_the_inner_branch_ends,
    "branch-over": after_the_branch,
    "unmask-not-kept": unmask_on_a_branch,
    "branch-elsewhere": in_another_thread,
    "call-unfit": lambda: baitiao_cli.quote("1", amounts="2"),
    "not-for-python": a_what_if_without_a_branch,
    "value-unfit": lambda: fen(12.5),
    "amount-not-whole-fen": lambda: check_fen(12.5),
    "option-negative": lambda: check_terms(
        ScheduleTerms(method="defer", installments=1, rate=Rate(1, "day"), free_days=-1)
    ),
    "due-days-out-of-range": lambda: bill_periods(date(2026, 1, 5), 1, bill_day=3, due_days=-1),
    "product-file-invalid": lambda: read_product(Path(__file__)),
    "defer-not-offered": defer_without_terms,
    "usage": lambda: _raise(refusals.usage_error(typer.BadParameter("odd"), ["quote"])),
    "not-confirmed": answered_no,
    "confirmation-needed": lambda: _request().confirm(Text("Sure?", "确定?")),
}


def _raise(error):
    raise error


def _request():
    given = dict.fromkeys(("today", "ledger", "as_json", "as_csv", "as_plain"))
    return request.make_request("close", "en", given)


@contextmanager
def backup_unsound(path, patch):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE accounts SET used_fen = used_fen - 1")
    yield "backup new.db"


@contextmanager
def backup_beside_journal(path, patch):
    path.with_name("new.db-journal").write_bytes(b"left")
    yield f"backup {path.with_name('new.db')}"


@contextmanager
def ledger_busy(path, patch):
    patch.setattr(connection, "PATIENCE_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield "repay A1 1"


@contextmanager
def ledger_read_only(path, patch):
    patch.setattr(connection, "PRAGMAS", (*connection.PRAGMAS, ("query_only", "on", 1)))
    yield "repay A1 1"


@contextmanager
def ledger_full(path, patch):
    with closing(sqlite3.connect(path)) as other:
        pages = other.execute("PRAGMA page_count").fetchone()[0]
    patch.setattr(connection, "PRAGMAS", (*connection.PRAGMAS, ("max_page_count", pages, pages)))
    lines = [{"verb": "repay", "account": "A1", "amount": "0.01", "note": "x" * 1000}] * 60
    Path("many.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    yield "batch many.jsonl"


@contextmanager
def ledger_damaged(path, patch):
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 20_000)
    yield "list"


@contextmanager
def ledger_uncheckable(path, patch):
    path.write_bytes(path.read_bytes()[:8192])
    yield "check"


@contextmanager
def check_file(path, patch):
    whole = bytearray(path.read_bytes())
    whole[36:40] = (7).to_bytes(4, "big")  # the header counts pages that are free; there are none
    path.write_bytes(whole)
    yield "check"


@contextmanager
def outcome_unknown(path, patch):
    class Failing:
        in_transaction = False

        def execute(self, sql):
            problem = sqlite3.OperationalError("disk I/O error")
            problem.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            raise problem

    patch.setattr(store, "commit", lambda used, at: connection.commit(Failing(), at))
    yield "repay A1 1"


@contextmanager
def ledger_linked(path, patch):
    other = path.with_name("other.db")
    os.link(path, other)
    yield "repay A1 1"
    other.unlink()


@contextmanager
def memory_exhausted(path, patch):
    patch.setattr(products, "load_products", lambda: _raise(MemoryError()))
    yield "products"


@contextmanager
def file_too_large(path, patch):
    patch.setattr(files, "MAX_BYTES", 5)
    Path("file").write_text("verb,account\n", "utf-8")
    yield "batch file"


@contextmanager
def output_failed(path, patch):
    patch.setattr(request, "write_document", lambda *_: _raise(OSError(28, "No space left on device")))
    yield "list"


@contextmanager
def time_to_come(path, patch):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2026, 2, 10, 4, 30, 5, tzinfo=tz)  # 12:30 in Shanghai

    patch.setattr(request, "datetime", Clock)
    yield "contact A1 --channel call --about service --at 12:31 --outcome reached"


@contextmanager
def cancelled(path, patch):
    patch.setattr(products, "load_products", lambda: _raise(KeyboardInterrupt()))
    yield "products"


@contextmanager
def lesson_left(path, patch):
    patch.setattr("baitiao_cli.cli.learn._told", lambda *_: _raise(KeyboardInterrupt()))
    yield "learn statement"


@contextmanager
def bug(path, patch):
    patch.setattr(products, "load_products", lambda: _raise(RuntimeError("secret")))
    yield "products"


@contextmanager
def bug_unlogged(path, patch):
    Path("state").write_text("", "utf-8")
    patch.setenv("XDG_STATE_HOME", str(Path("state").absolute()))
    patch.setattr(products, "load_products", lambda: _raise(RuntimeError("secret")))
    yield "products"


@contextmanager
def key_missing(path, patch):
    patch.setenv("BAITIAO_KEY_FILE", str(Path("nowhere.key").absolute()))
    yield "open --name x --limit 100"


def key_file(patch, content, mode=0o600):
    file = Path("other.key").absolute()
    file.write_bytes(content)
    file.chmod(mode)
    patch.setenv("BAITIAO_KEY_FILE", str(file))


@contextmanager
def key_wrong(path, patch):
    key_file(patch, b"baitiao key 1\n" + b"A" * 43 + b"=\n")
    yield "person A1 --phone 13900000000 --reason asked"


@contextmanager
def key_open(path, patch):
    key_file(patch, b"", 0o644)
    yield "find 李雷"


@contextmanager
def key_unusable(path, patch):
    key_file(patch, b"baitiao key 1\n")
    yield "verify A1 --phone-digits 1234 --id-digits 1234"


@contextmanager
def person_erased(path, patch):
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE people SET erased_at = '2026-02-01T00:00:00Z'")
    yield "person A1 --phone 13900000000 --reason asked"


@contextmanager
def extra_missing(path, patch):
    patch.setitem(sys.modules, "xlsxwriter", None)
    yield "statement A1 --xlsx -o a.xlsx"


@contextmanager
def extra_unusable(path, patch):
    patch.setattr(show_papers, "import_module", lambda _: _raise(OSError("cannot load library 'libpango-1.0-0': none")))
    yield "statement A1 --pdf -o a.pdf"


@contextmanager
def letters_missing(path, patch):
    def write_pdf(self, finisher, **_):
        finisher(SimpleNamespace(fonts={"sans": SimpleNamespace(missing={0x674E: 5000})}), None)

    printer = SimpleNamespace(HTML=type("HTML", (), {"__init__": lambda self, **_: None, "write_pdf": write_pdf}))
    patch.setitem(sys.modules, "weasyprint", printer)
    yield "statement A1 --pdf -o a.pdf"


@contextmanager
def recording_differs(path, patch):
    opened = Teller.opened
    lower = {"limit_fen": 100}
    patch.setitem(TELL, Opened, lambda *event: [(verb, given | lower) for verb, given in opened(*event)])
    yield "scenario record A1"


@contextmanager
def recording_unwritable(path, patch):
    patch.delitem(TELL, Purchased)
    yield "scenario record A1"


SITUATIONS = {
    function.__name__.replace("_", "-"): function
    for function in (
        *(ledger_busy, ledger_read_only, ledger_full, ledger_damaged, ledger_uncheckable, check_file, outcome_unknown),
        *(
            backup_unsound,
            backup_beside_journal,
            file_too_large,
            output_failed,
            time_to_come,
            cancelled,
            lesson_left,
            bug,
            bug_unlogged,
            ledger_linked,
            memory_exhausted,
        ),
        *(key_missing, key_wrong, key_open, key_unusable, person_erased),
        *(extra_missing, extra_unusable, letters_missing),
        *(recording_differs, recording_unwritable),
    )
}


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    one = shipped("offers").read_text("utf-8").replace("after_due_dates = 6", "after_due_dates = 1")
    (tmp_path / "one.toml").write_text(one, "utf-8")
    monkeypatch.setattr(sys, "stdin", None)


def told(code: str, message: str, hint: str) -> None:
    """Asserts that the sentences are whole."""
    for text in (message, hint):
        assert text.strip()
        assert not re.search(r"\{[a-z_]*\}", text)
        assert "None" not in text, text
        assert "?" not in re.sub("(Did you mean|您是否想用) [a-z, -]+\\?", "", text), text
    assert len(message) < 1000


@pytest.fixture
def meet(run, ledger, monkeypatch):
    """Runs command lines; the last meets `code` in both languages and in both forms, and the ledger is as it was."""
    monkeypatch.setenv("BAITIAO_TODAY", TODAY)

    def run_lines(code: str, command_line: str) -> None:
        *before, last = (shlex.split(line) for line in command_line.split("; "))
        for arguments in before:
            assert run(*arguments).status == 0
        untouched = ledger.read_bytes()
        for language in ("en", "zh"):
            monkeypatch.setenv("BAITIAO_LANG", language)
            words = 2 if " ".join(last[:2]) in MODULES else 1
            result, in_json = run(*last), run(*last[:words], "--json", *last[words:])
            assert result.status == in_json.status == ERRORS[code].status, result.err
            assert result.out == in_json.out == ""
            assert result.err.startswith({"en": f"Error {code}: ", "zh": f"错误 {code}: "}[language]), result.err
            assert len(result.err.splitlines()) == 2
            assert in_json.error["code"] == code
            told(code, in_json.error["message"], in_json.error["hint"])
        assert ledger.read_bytes() == untouched

    return run_lines


@pytest.mark.parametrize("code", COMMAND_LINES)
def test_an_error_of_a_command_line(meet, code):
    meet(code, COMMAND_LINES[code])


@pytest.mark.parametrize("code", FILES)
def test_an_error_of_a_file(meet, code):
    command_line, content = FILES[code]
    Path("file").write_bytes(content)
    meet(code, command_line)


def test_an_error_of_a_product_file(meet):
    # The product of the catalogue at ten times its price.
    dear = (
        (FOLDER / "inst.toml")
        .read_text("utf-8")
        .replace('id = "inst"', 'id = "dear"')
        .replace(" = 6_000_000", " = 60_000_000")
    )
    Path("dear.toml").write_text(dear, "utf-8")
    meet("rate-above-cap", "charge A1 100 --product dear.toml --installments 3")


def test_an_error_of_a_product_file_that_says_what_tiers_may_choose(meet):
    ours = (FOLDER / "inst.toml").read_text("utf-8").replace('id = "inst"', 'id = "ours"')
    Path("ours.toml").write_text(ours + "\n[installments_by_tier]\nB = [3, 6]\n", "utf-8")
    meet("installments-not-for-tier", "charge A1 100 --product ours.toml --installments 12")


@pytest.mark.parametrize("code", COPIES)
def test_an_error_of_a_copy(meet, at, code):
    making, change, command_line = COPIES[code]
    assert at(TODAY, *making.split()).status == 0
    if isinstance(change, str):
        with closing(sqlite3.connect("copy", isolation_level=None)) as connection:
            connection.execute(change)
    else:
        Path("copy").write_text(Path("copy").read_text("utf-8").replace(*change), "utf-8")
    meet(code, command_line)
    assert not Path("new.db").exists()


def test_an_error_of_a_head_that_was_kept_elsewhere(at):
    for language in ("en", "zh"):
        result = at(TODAY, "check", "--against", "f" * 64, "--json", "--lang", language)
        assert result.status == ERRORS["check-head"].status == 6
        (finding,) = result.data["findings"]
        assert finding["code"] == "check-head"
        told("check-head", finding["message"], finding["hint"])


# How the quote is made, and how it is accepted by its id.
QUOTES = {
    "quote-of-another-tier": ("quote 100 --product inst --tier A", "charge A1 100 --quote {}"),
    "quote-of-another-day": ("quote 100 --account A1", "charge A1 100 --quote {} --on 2026-02-09"),
    "quote-of-another-amount": ("quote 100 --account A1", "charge A1 101 --quote {}"),
    "quote-for-another-account": ("quote 100 --account A1", "open --name x --limit 900; charge A2 100 --quote {}"),
    "quote-accepted": ("quote 100 --account A1", "charge A1 100 --quote {0}; charge A1 100 --quote {0}"),
    "quote-for-nobody": ("quote 100 --product month", "charge A1 100 --quote {}"),
    "quote-outdated": ("quote 100 --account A1", "bill-day A1 15; charge A1 100 --quote {}"),
}


CLOSING = {
    "account-closing": "charge A2 100",
    "already-closing": "close A2",
    "person-has-closing-account": "open --name x --limit 100 --id-number 123456",
}
"""Of a line with a cooling period that the customer wants to close."""


@pytest.mark.parametrize("code", CLOSING)
def test_an_error_of_a_closing_that_can_be_taken_back(meet, code):
    terms = (FOLDER / "month.toml").read_text("utf-8").replace('id = "month"', 'id = "cool"')
    Path("cool.toml").write_text(terms.replace("cooling_days = 0", "cooling_days = 7"), "utf-8")
    opening = "open --name x --limit 100 --product cool.toml --id-number 123456"
    meet(code, f"{opening}; close A2 --id-digits 3456; {CLOSING[code]}")


PROPOSALS = {
    "approval-needed": "waive A1 1 --reason x --request-id r",  # the same request: it leaves no second trace
    "proposal-outdated": "charge A1 10; approve W2 --operator ben",
    "own-proposal": "approve W1",
    "proposal-decided": "decline W1 --reason y; approve W1 --operator ben",
}
"""Of a waiver that waits for a second person as W1, and all of the account to be written off as W2."""


@pytest.mark.parametrize("code", PROPOSALS)
def test_an_error_of_a_proposal(meet, at, code):
    for kind in ("waiver", "write-off"):
        at(TODAY, "approval", kind, "--always")
    for asked in (PROPOSALS["approval-needed"], "write-off A1 --reason x"):
        assert at(TODAY, *asked.split()).status == 4
    meet(code, PROPOSALS[code])


@pytest.mark.parametrize("code", QUOTES)
def test_an_error_of_a_quote(meet, at, code):
    made, accepted = QUOTES[code]
    shown = at(TODAY, *made.split(), "--json").data
    meet(code, accepted.format(shown["quote_id"]))


@pytest.mark.parametrize("code", SITUATIONS)
def test_an_error_of_a_situation(meet, at, ledger, monkeypatch, code):
    if code.startswith("check-"):
        with SITUATIONS[code](ledger, monkeypatch):
            assert found(at, code)
        return
    with monkeypatch.context() as patch, SITUATIONS[code](ledger, patch) as command_line:
        meet(code, command_line)


@pytest.mark.parametrize("code", TAMPERED)
def test_an_error_of_a_ledger_that_was_tampered_with(meet, at, ledger, code):
    with closing(sqlite3.connect(ledger, isolation_level=None)) as connection:
        if TAMPERED[code].startswith(("UPDATE", "DELETE")):
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {name}")
        connection.execute(TAMPERED[code])
    if code.startswith("check-"):
        assert found(at, code)
    else:
        meet(code, "person A1 --name X --reason Y" if code == "person-unknown" else "show A1")


def found(at, code: str) -> bool:
    """Whether `check` tells a finding of this code, whole in both languages, and exits with 6."""
    for language in ("en", "zh"):
        result = at(TODAY, "check", "--json", "--lang", language)
        assert result.status == ERRORS[code].status == 6
        for finding in result.data["findings"]:
            told(finding["code"], finding["message"], finding["hint"])
        if code not in {finding["code"] for finding in result.data["findings"]}:
            return False
    return True


@pytest.mark.parametrize("code", CALLS)
def test_an_error_of_a_call(code):
    with pytest.raises(BaitiaoError) as caught:
        CALLS[code]()
    assert caught.value.code == code
    for language in ("en", "zh"):
        told(code, *describe_error(caught.value, language))


def test_an_error_of_a_fact_that_counts_before_the_account_is_open(ledger):
    # The verbs look at the account on that day first, and are told `account-not-open-yet`.
    with pytest.raises(BaitiaoError, match="before-opening") as caught:  # noqa: SIM117
        with store.Ledger.open(ledger).write(today=date(2026, 2, 10), now="", operator="test") as tx:
            tx.book("A1").record(Repaid(amount_fen=1), date(2026, 1, 4))
    for language in ("en", "zh"):
        told("before-opening", *describe_error(caught.value, language))


def test_an_error_of_a_verification_leaves_nothing_but_the_attempt(run, ledger, monkeypatch):
    monkeypatch.setenv("BAITIAO_TODAY", TODAY)
    for count, language in enumerate(("en", "zh"), start=1):
        wrong = ("verify", "A1", "--phone-digits", "9876", "--id-digits", "1234", "--lang", language)
        met = run(*wrong, "--json").error
        assert (met["code"], ERRORS["verification-failed"].status) == ("verification-failed", 4)
        told("verification-failed", met["message"], met["hint"])
        assert str(count) in met["message"]
        assert "9876" not in met["message"]
    lines = run("history", "A1", "--json").data["lines"]
    assert [line["kind"] for line in lines[-2:]] == ["verification-failed"] * 2


def test_every_code_has_a_case_and_every_case_a_code():
    cases = [
        *COMMAND_LINES,
        *FILES,
        *TAMPERED,
        *SITUATIONS,
        *CALLS,
        *QUOTES,
        *COPIES,
        "check-head",
        "verification-failed",
        "before-opening",
        "rate-above-cap",
        "installments-not-for-tier",
        *CLOSING,
        *PROPOSALS,
    ]
    assert sorted(cases) == sorted(ERRORS)


def test_no_code_stands_in_two_rooms():
    modules = [import_module(f"{errors.__name__}.{found.name}") for found in iter_modules(errors.__path__)]
    rooms = [value for module in modules for name, value in vars(module).items() if name.endswith("_ERRORS")]
    assert len(rooms) > 30
    assert sum(map(len, rooms)) == len(ERRORS)
    for module in modules:
        keys = [
            key.value
            for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))
            if isinstance(node, ast.Dict)
            for key in node.keys
        ]
        assert len(keys) == len(set(keys))


def test_no_code_is_raised_that_the_catalogue_lacks():
    raised = set()
    for path in Path(baitiao_cli.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("BaitiaoError", "Finding") and node.args:
                first = node.args[0]
                raised |= {first.value} if isinstance(first, ast.Constant) else set()
    assert len(raised) > 80
    assert raised <= set(ERRORS)
