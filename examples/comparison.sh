#!/bin/sh
# One phone, many ways to pay: the next bill, 3, 6, 12 or 24 installments with a fee, equal payments with interest; what
# each costs, with its annual rate, and what paying off half-way saves. The fee looks smaller than it is: it is charged on
# the whole price to the end, though less and less of it is still owed.
# Usage: sh examples/comparison.sh [PRICE]   (default: 6999; nothing is kept)
set -eu
price="${1:-6999}"
baitiao quote "$price" --plain >/dev/null # refuses what is no price before anything is compared
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export BAITIAO_LEDGER="$folder/comparison.db" BAITIAO_LANG=en

# One line for a way to pay: name, number of payments, the first one, all of them, what it costs, its annual rate.
way() {
    name=$1
    shift
    baitiao quote "$price" --on 2026-01-08 --plain "$@" | awk -F '\t' -v name="$name" '
        /^No\./ { for (i = 1; i <= NF; i++) if ($i == "To pay (yuan)") to_pay = i }
        $1 ~ /^[0-9]+$/ { count++; if (count == 1) first = $to_pay }
        $1 == "Total" { total = $to_pay }
        $1 == "All costs" { cost = $3; rate = $4 }
        END { printf "%-28s %8d %12s %12s %10s %8s\n", name, count, first, total, cost, rate }'
}

printf '%-28s %8s %12s %12s %10s %8s\n' "$price yuan on 8 January" payments first 'in all' costs 'a year'
way 'pay the next bill' --product month
for count in 3 6 12 24; do
    way "installments, 0.6% a month" --product inst --installments "$count"
done
for count in 12 24; do
    way 'equal payments, 10.8% a year' --product epi --installments "$count"
done

# The same phone bought both ways in 12, each payment made on its due date, and both paid off after the sixth.
baitiao init >/dev/null
baitiao open --name Student --limit 50000 --today 2026-01-05 >/dev/null
baitiao charge A1 "$price" --product inst --installments 12 --today 2026-01-08 >/dev/null
baitiao charge A1 "$price" --product epi --installments 12 --today 2026-01-08 >/dev/null

printf '\n%-28s %12s %12s %12s\n' 'paid off on 20 July' 'rest as is' payoff saved
for plan in A1P1 A1P2; do
    baitiao schedule $plan --csv --today 2026-01-08 | awk -F , 'NR > 1 && NR < 8 { printf "%s %.2f\n", $2, $7 / 100 }'
done | sort | while read -r due_on amount; do
    baitiao repay A1 "$amount" --today "$due_on" >/dev/null
done
for plan in A1P1 A1P2; do
    {
        baitiao schedule $plan --csv --today 2026-07-20
        baitiao payoff A1 --plan $plan --csv --today 2026-07-20
    } | awk -F , -v plan=$plan '
        /^number,/ { part = "rest"; for (i = 1; i <= NF; i++) if ($i == "outstanding_fen") column = i; next }
        /^owed_for,/ { part = "payoff"; column = NF; next }
        { sum[part] += $column }
        END {
            name = plan == "A1P1" ? "installments with a fee" : "equal payments"
            rest = sum["rest"] / 100
            payoff = sum["payoff"] / 100
            printf "%-28s %12.2f %12.2f %12.2f\n", name, rest, payoff, rest - payoff
        }'
done
