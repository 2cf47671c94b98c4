#!/bin/sh
# A month of a small shop: two customers, their orders, the bills and the repayments, in one transaction.
# Usage: sh examples/shop_month.sh [LEDGER]   (default: shop.db in the present folder)
set -eu
here=$(dirname "$0")
export BAITIAO_LEDGER="${1:-shop.db}"
export BAITIAO_TODAY=2026-02-10

baitiao init --today 2026-01-05
baitiao batch "$here/shop_month.csv" --dry-run   # first look: the same answer, nothing kept
baitiao batch "$here/shop_month.csv"             # every line has a request id, so a second run would change nothing
baitiao list
baitiao statement A2
baitiao check
