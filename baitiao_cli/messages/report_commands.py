"""Help lines of the reports."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.command_text import CommandText

REPORT_COMMANDS: dict[str, CommandText] = {
    "report funding": CommandText(
        "reports",
        Text("Proves that the shares of all funders sum to the journal, to the fen."),
        ("report funding", "report funding --as-of 2026-06-30"),
    ),
    "report trial-balance": CommandText(
        "reports",
        Text("Shows debits and credits of every ledger account on a day, with what has run and is not booked yet."),
        ("report trial-balance", "report trial-balance A1 --as-of 2026-01-31"),
    ),
    "report purchases": CommandText(
        "reports",
        Text("Sums what was bought, by merchant, category, brand, scene or product."),
        ("report purchases --by category", "report purchases --by merchant --from 2026-01-01 --through 2026-01-31"),
    ),
    "report aging": CommandText(
        "reports",
        Text("Shows what is owed by days past due, and how accounts rolled from band to band."),
        ("report aging", "report aging --explain M2", "report aging --html -o aging.html"),
    ),
    "report classes": CommandText(
        "reports",
        Text("Shows the five classes of what is lent, and what is to be set aside for them."),
        ("report classes", "report classes --explain substandard", "report classes --rules mine.toml"),
    ),
    "report limits": CommandText(
        "reports",
        Text("Shows how much of their limits accounts use, in bands."),
        ("report limits", "report limits --explain over", "report limits --chart"),
    ),
    "report forecast": CommandText(
        "reports",
        Text("Shows the cash to come by month: as agreed, as expected, and with 20% more of it late."),
        ("report forecast", "report forecast --explain 2026-07", "report forecast --html -o forecast.html"),
    ),
    "report vintages": CommandText(
        "reports",
        Text("Shows which share of each month's accounts or purchases was ever 30 or 90 days late, by months on book."),
        ("report vintages", "report vintages --by purchase", "report vintages --explain 2026-01"),
    ),
    "report profit": CommandText(
        "reports",
        Text("Shows income, costs and the yearly yield by product, tier or month of opening."),
        ("report profit", "report profit --by tier --from 2026-01-01", "report profit --explain revolving"),
    ),
    "report lifecycle": CommandText(
        "reports",
        Text("Shows active, dormant and closed accounts, who borrowed again after paying all, and who pays in time."),
        ("report lifecycle", "report lifecycle --explain dormant", "report lifecycle --csv --table closures"),
    ),
    "report merchants": CommandText(
        "reports",
        Text("Shows who buys what and again after how many days, by category, merchant, scene or brand."),
        ("report merchants", "report merchants --by scene", "report merchants --chart"),
    ),
}
