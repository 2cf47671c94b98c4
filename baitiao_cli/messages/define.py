"""What `define` and the reference say around the definitions."""

from __future__ import annotations

from baitiao_cli.messages import Text

DEFINE = Text("Explains a word, a code, a rule or a column in one sentence with one worked example.")
DEFINE_MORE = Text(
    "Without a name it lists the pages; the name of a page tells all of it. The key of a figure in JSON or CSV will "
    "do, too, such as overdue_fen, and so will what tables and pages call it, or a part of that, in English or Chinese."
)
NAME = Text("What to explain: a name, or a whole page; without it the pages are listed.")

PAGES_TITLE = Text("What is explained")
PAGE_LABELS = {"page": Text("Page"), "title": Text("What it is about"), "names": Text("Names")}
LABELS = {
    "page": Text("Page"),
    "name": Text("Name", context="define"),
    "sentence": Text("Meaning"),
    "example": Text("Example"),
}
MATCHES_TITLE = Text("What “{asked}” is a part of")
CALLED = Text("Called")
WHERE = Text("{title} ({page})")
TO_READ = Text("To read one: baitiao define {name}")
THE_REST = Text("All of this page: baitiao define {page}")
