"""The lesson on why the last installment differs."""

from __future__ import annotations

from baitiao_cli.messages import Text

TITLE = Text("Why the last installment differs")
ABOUT = Text("Whole fen, a rest that must go somewhere, and rounding once.")
SETUP = Text(
    "{amount_fen} yuan in {installments} installments is {exact_part} yuan each, exactly. There is no part of a fen in "
    "anybody's purse, so each installment takes {part_fen} yuan of the principal, and a fee of {fee} of {amount_fen}: "
    "{fee_fen} yuan. So each of the first ones is {first_fen} yuan."
)
QUESTION = Text("How much is the last installment?")
REVEAL = Text(
    "{last_fen} yuan: it takes the {rest_fen} yuan that were left over, so that all principal sums to "
    "exactly {amount_fen}."
)
REVEAL_EVEN = Text(
    "{last_fen} yuan, like all the others: {amount_fen} / {installments} leaves nothing over. (Try --amount 1000 "
    "--installments 3.)"
)
TRAP_SAME = Text(
    "then {installments} x {part_fen} = {sum_of_parts_fen} yuan would be repaid, and {rest_fen} yuan never."
)
TABLE = Text("Where the rest goes (in fen, left over by each row so far)")
PLOT = Text("How far the sum would be off")
RULE = Text("Rule")
RULES = (
    Text("all rounded down"),
    Text("all rounded up"),
    Text("rest on the last"),
)
OFF = Text("off by")
LABELS = {
    "exact": Text("Exactly (yuan)"),
    "principal_fen": Text("Principal"),
    "kept_exact": Text("Left over (fen)"),
    "total_fen": Text("To pay"),
}
EQUAL_PAYMENTS = Text(
    "Equal payments end oddly for another reason: the interest of each month is rounded, once, and the "
    "last payment takes what these roundings leave. At {annual_rate} a year: {even_first_fen} yuan each, "
    "the last {even_last_fen} yuan."
)
EQUAL_PAYMENTS_EVEN = Text(
    "Equal payments may end oddly, too: the interest of each month is rounded, once, and the last payment "
    "takes what these roundings leave. At {annual_rate} a year they happen to cancel out here: "
    "{even_first_fen} yuan each, also the last."
)
NOT_UP = Text(
    "Why not round up? {installments} x {rounded_up_fen} would be {sum_rounded_up_fen} yuan: more than was "
    "lent. A total that is split must be found again in its parts, to the fen."
)
QUIZ_UP = Text("If every installment took {rounded_up_fen} yuan of principal, how much too much would be repaid?")
WHY_UP = Text("{installments} x {rounded_up_fen} - {amount_fen}.")
QUIZ_PLACE = Text("The rest of a division goes ...")
PLACES = (
    Text("into the first installment"),
    Text("into the last installment"),
    Text("to nobody: it is dropped"),
)
WHY_PLACE = Text("Every part is rounded down and the last one takes the rest; so the sum is exact.")
TRY = "baitiao quote {amount} --installments {installments} --fee {fee}"
