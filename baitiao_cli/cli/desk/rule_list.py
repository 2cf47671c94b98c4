"""`baitiao rules`: the rule files that come with the program, and one of them whole, to begin one's own with."""

from __future__ import annotations

import sys
from typing import Annotated

from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, one_of
from baitiao_cli.cli.written import as_file
from baitiao_cli.desk.rule_files import shipped, shipped_names
from baitiao_cli.show.desk.rules import rule_file_document, rules_document
from baitiao_cli.show.document import Document


@command("rules")
def rules(
    request: Request, name: Annotated[str | None, argument("NAME", one_of(*shipped_names()))] = None
) -> Document | None:
    """Lists the rule files of the desk, or prints one."""
    if name is None:
        return rules_document(request.today)
    if request.form in ("auto", "plain"):
        as_file()
        sys.stdout.write(shipped(name).read_text("utf-8"))
        return None
    return rule_file_document(name, request.today)
