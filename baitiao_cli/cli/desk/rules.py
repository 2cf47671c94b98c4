"""Which rules a command of the desk goes by: those that come with the program, or a file of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from baitiao_cli.cli.values import option, path
from baitiao_cli.desk.rule_files import Rules, read_rules, shipped

RulesFile = Annotated[Path | None, option("--rules", path, "FILE")]


def rules_given(file: Path | None, name: str, kind: type[Rules]) -> tuple[Rules, str]:
    """The rules, and the name that a decision keeps of them: that of the file, without its ending."""
    return read_rules(file or shipped(name), kind), file.stem if file else name
