#!/bin/sh
# A phone call, from "who is speaking?" to a settled question. On 14 February a customer says: "I am told that I am late,
# but I paid the rest of my bill on the 11th. My number ends in 5678, and I have a new one now."
# The clerk finds her, sees what the ledger says, enters the payment for its day, and can tell why she was reminded.
# Usage: sh examples/support_call.sh [LEDGER]   (default: a ledger that is thrown away)
set -eu
here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export BAITIAO_LEDGER="${1:-$folder/shop.db}"
export BAITIAO_TODAY=2026-02-14

say() { printf '\n-- %s\n' "$1"; }

baitiao init --today 2026-01-05 >/dev/null
baitiao batch "$here/shop_month.csv" --today 2026-02-10 >/dev/null # the shop's month so far

say 'Who is speaking? The last digits of her phone are enough; a shop or an order number would do, too.'
baitiao find 5678

say 'She is late, and by how much: her account on one screen.'
baitiao show A2

say '215.72 are overdue: of what, to the fen?'
baitiao explain A2 --figure overdue
baitiao explain A2P3 --row 1 --figure late-charge

say 'What did the bill ask for, and what came in?'
baitiao statement A2
baitiao history A2

say 'Her receipt says 293.36 on the 11th, in time. What would entering it change? Nothing is kept yet.'
baitiao repay A2 293.36 --on 2026-02-11 --means 'bank card' --note 'receipt by mail' --dry-run

say 'Right: enter it for its day. The request id makes a second click harmless.'
baitiao repay A2 293.36 --on 2026-02-11 --means 'bank card' --note 'receipt by mail' --request-id call-2026-02-14-1

say 'What did entering it change, figure by figure?'
baitiao why A2 --between A2E6 A2E7

say 'She was never late. Why was she reminded? On the 13th, as the ledger knew it then, it looked so:'
baitiao list --as-of 2026-02-13 --known-at A2E6
say '... and as it is known now, nobody is late on that day:'
baitiao list --as-of 2026-02-13 --overdue

say 'Her new number.'
baitiao person A2 --phone 13700009012 --reason 'told on the phone' --request-id call-2026-02-14-2
baitiao person A2

say 'The books are in order.'
baitiao check
