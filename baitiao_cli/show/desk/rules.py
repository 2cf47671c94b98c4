"""The rule files that come with the program: which there are, who reads them, and what stands in one."""

from __future__ import annotations

import tomllib
from datetime import date

from baitiao_cli.desk.rule_files import shipped, shipped_names
from baitiao_cli.messages import filled
from baitiao_cli.messages.desk import rules as texts
from baitiao_cli.show.document import Document, csv_table, table

READ_BY: dict[str, tuple[str, ...]] = {
    "assessment": ("assess",),
    "collection": ("cases", "cases open", "case"),
    "compliance": ("compliance check", "bureau export"),
    "contact": ("contact",),
    "early-warning": ("early-warning",),
    "limits": ("limits review",),
    "offers": ("offers review", "offers grant"),
    "provision": ("report classes",),
    "reminders": ("remind", "notify"),
    "risk": ("risk", "risk check", "risk scan"),
    "scorecard": ("score", "score keep", "score apply", "score test"),
    "service": ("ticket",),
}
"""The commands that take a file of each kind by `--rules`."""

KEYS = "name rules_version read_by"


def rules_document(today: date) -> Document:
    """The files with their versions, the commands that read them, and how to get one."""
    rows = [
        {"name": name, "rules_version": _version(name), "read_by": ", ".join(READ_BY[name])} for name in shipped_names()
    ]
    data = [row | {"read_by": list(READ_BY[str(row["name"])])} for row in rows]
    return Document(
        data={"rules": data},
        as_of=today,
        tables=[table(KEYS, rows, title=texts.TITLE, labels=texts.LABELS)],
        notes=[texts.SAMPLES],
        next_steps=[filled(texts.TO_BEGIN, command="baitiao rules limits > my.toml")],
        csv_table=csv_table(KEYS, rows),
    )


def rule_file_document(name: str, today: date) -> Document:
    """One file, as it stands."""
    row = {"name": name, "rules_version": _version(name), "text": shipped(name).read_text("utf-8")}
    keys = "name rules_version text"
    return Document(
        data=row,
        as_of=today,
        tables=[table(keys, [row], labels=texts.LABELS)],
        csv_table=csv_table(keys, [row]),
    )


def _version(name: str) -> int:
    return int(tomllib.loads(shipped(name).read_text("utf-8"))["rules_version"])
