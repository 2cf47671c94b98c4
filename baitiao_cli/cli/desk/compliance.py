"""`baitiao compliance check`: the ledger held against the rules of the land."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.desk.compliance import check_compliance
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import one_of, option
from baitiao_cli.cli.views import look
from baitiao_cli.desk.compliance.check import RULES
from baitiao_cli.desk.compliance.rules import ComplianceRules
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.desk import compliance as texts
from baitiao_cli.show.desk.compliance import compliance_document
from baitiao_cli.show.document import Document


@command("compliance check", view=True, paper=True, more=texts.CHECK_MORE)
def check(
    request: Request,
    rules: RulesFile = None,
    rule: Annotated[str | None, option("--rule", one_of(*RULES), "NAME")] = None,
) -> Document:
    """Holds the ledger against the rules of the land."""
    allowed, name = rules_given(rules, "compliance", ComplianceRules)

    def answer(tx: ReadTransaction) -> Document:
        with shown_progress(request.language, texts.CHECKING) as progress:
            checked = check_compliance(tx, allowed, request.as_of, rule or "", progress)
        return compliance_document(checked, name, rule or "", request.as_of)

    return look(request, answer, on_copy=True)
