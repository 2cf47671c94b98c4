"""`baitiao risk`, `risk check`: what looks as if it were not the customer's own doing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from baitiao_cli.actions.desk.risk import check_purchase, look_at_all, look_at_one
from baitiao_cli.cli.desk.which import check_which
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, money, option, path, words
from baitiao_cli.cli.views import look
from baitiao_cli.desk.risk.deeds import Deed, known_hour
from baitiao_cli.desk.risk.findings import ASKED
from baitiao_cli.desk.risk.rules import RiskRules
from baitiao_cli.desk.rule_files import read_rules, shipped
from baitiao_cli.messages.desk import risk as texts
from baitiao_cli.show.desk.risk import check_document, risk_document
from baitiao_cli.show.document import Document

Rules = Annotated[Path | None, option("--rules", path, "FILE")]


def risk_rules(given: Path | None) -> RiskRules:
    """The rules in the file that was given, or those of the program."""
    return read_rules(given or shipped("risk"), RiskRules)


@command("risk", view=True, more=texts.RISK_MORE)
def risk(
    request: Request,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    everyone: Annotated[bool, option("--all")] = False,
    rules: Rules = None,
) -> Document:
    """Tells what the rules on risk find."""
    check_which("risk", account_id, everyone)
    read = risk_rules(rules)
    if account_id:
        return look(request, lambda tx: risk_document(look_at_one(tx, account_id, read, request.as_of)))
    with shown_progress(request.language, texts.ACCOUNTS) as progress:
        return look(request, lambda tx: risk_document(look_at_all(tx, read, request.as_of, progress)), on_copy=True)


@command("risk check", view=True, more=texts.CHECK_MORE)
def risk_check(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    category: Annotated[str | None, option("--category", words, "NAME")] = None,
    rules: Rules = None,
) -> Document:
    """Tells which rules a purchase would bring to fire."""
    read, on = risk_rules(rules), request.as_of
    purchase = Deed(ASKED, on, amount_fen, category or "", known_hour(request.now, on))
    return look(request, lambda tx: check_document(check_purchase(tx, account_id, purchase, read, on)))
