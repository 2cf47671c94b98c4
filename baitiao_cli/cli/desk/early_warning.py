"""`baitiao early-warning`: who is to be called before anything is late."""

from __future__ import annotations

from baitiao_cli.actions.desk.early_warning import early_warnings
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.collection.early_warning import EarlyWarningRules
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.desk.early_warning import LOOKING
from baitiao_cli.show.desk.early_warning import early_warnings_document
from baitiao_cli.show.document import Document


@view_command("early-warning", on_copy=True)
def early_warning(request: Request, tx: ReadTransaction, rules: RulesFile = None) -> Document:
    """Lists the accounts that have signs of being late soon."""
    read, _ = rules_given(rules, "early_warning", EarlyWarningRules)
    with shown_progress(request.language, LOOKING) as progress:
        return early_warnings_document(early_warnings(tx, read, request.as_of, progress), request.as_of)
