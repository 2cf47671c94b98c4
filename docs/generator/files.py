"""The reference of files: where things are, who may read them, what is in the ledger."""

from __future__ import annotations

from docs.generator.datasette import described
from docs.generator.markdown import code, generated, plain, prose, table
from docs.generator.surroundings import FILES, VARIABLES, folders

ABOUT = (
    "All files are made for their owner only. Names are those of a ledger called `ledger.db`; another name takes the "
    "place of it."
)
KINDS = {
    "facts": "Facts: written once. Triggers refuse to change or delete them, and hashes show what is done behind them.",
    "journal": "Journal: double entry, each entry sums to zero. Written once, too.",
    "view": "Views: today's picture for people and quick lookups. `baitiao rebuild` makes them again from the facts.",
    "register": "Registers: what may be added to; merchants' rows are under the head, too.",
    "people": "People: encrypted, and under no hash, for people may be erased.",
}
LEDGER = (
    "A ledger is read with whatever reads SQLite, best a copy that `baitiao backup` made: a long look at the ledger "
    "itself keeps others from writing. Change nothing by hand: `baitiao check` tells. Amounts are whole fen, dates and "
    "instants are text. [How to browse it](../keeping.md#browsing-with-datasette)."
)


def files_page() -> str:
    """The page of files, folders, variables and tables."""
    places = [(system, code(data), code(logs)) for system, data, logs in folders()]
    files = [(code(file.name.in_language("en")), file.mode, plain(file.meaning.in_language("en"))) for file in FILES]
    variables = [(code(name), plain(meaning.in_language("en"))) for name, meaning in VARIABLES.items()]
    blocks = [
        prose(ABOUT),
        "## Files",
        table(("file", "mode", "what it is"), files),
        "## Folders",
        table(("system", "data", "logs"), places),
        "## Environment",
        "An option on the command line goes before its variable.",
        table(("variable", "what it says"), variables),
        "## The ledger",
        prose(LEDGER),
    ]
    for kind, about in KINDS.items():
        blocks.append(prose(about))
        for name, told in described()["tables"].items():
            if told["kind"] == kind:
                rows = [(code(column), plain(meaning)) for column, meaning in told["columns"].items()]
                blocks += [f"### {name}", f"{plain(told['about'])}.", table(("column", "what stands in it"), rows)]
    return generated("Files", *blocks)
