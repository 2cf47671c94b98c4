"""What `product sheet` says: the key facts of a product for a customer."""

from __future__ import annotations

from baitiao_cli.messages import Text

SHEET = Text(
    "Shows the key facts of a product for customers: costs in examples, a schedule, lateness, a payoff, terms."
)
SHEET_MORE = Text(
    "Nothing in it is typed in: the examples are quotes and a payoff by the engine that charges, on the parameters of "
    "the product itself, so that it cannot differ from what is charged. --html, --pdf and --xlsx hand it over."
)
TIER = Text("The price tier of the examples: A, B, C or D; default: B.")
ON = Text("The day of the examples' purchases; default: today.")

TITLE = Text("Key facts: {name}, {on}")
EXAMPLES = Text("What it costs in examples (tier {tier})")
PAYOFF = Text("{amount} yuan in {count} installments, paid in time and settled early on {on}")
TERMS = Text("Terms", context="of a product")
ON_BILLS = Text(
    "On an account it is due with the bills, so on other days than those of the examples, and its annual rate differs "
    "a little: baitiao quote AMOUNT --account ACCOUNT tells it."
)
SAME_PARAMETERS = Text("All figures are worked out on the parameters by which the product is charged.")
LABELS: dict[str, Text] = {
    "name": Text("Product"),
    "about": Text("About", context="of a product"),
    "order_of_payments": Text("A payment pays first"),
}
PAYOFF_LABELS: dict[str, Text] = {
    "on": Text("Settled on"),
    "paid_before_fen": Text("Paid until then"),
    "total_fen": Text("To settle it"),
    "saved_fen": Text("Saved"),
}
