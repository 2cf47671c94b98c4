"""`baitiao risk`, `risk check`, `risk scan`: what looks as if it were not the customer's own doing."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.desk.risk import check_purchase, look_at_all, look_at_one
from baitiao_cli.actions.desk.risk_scan import RISK_SCAN, RiskScanAsked, scan_all
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.desk.which import check_which, run_over
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, free_name, money, option
from baitiao_cli.cli.views import look
from baitiao_cli.desk.risk.deeds import Deed, known_hour
from baitiao_cli.desk.risk.findings import ASKED
from baitiao_cli.desk.risk.rules import RiskRules
from baitiao_cli.messages.desk import risk as texts
from baitiao_cli.show.desk.queue import scan_document
from baitiao_cli.show.desk.risk import check_document, risk_document
from baitiao_cli.show.document import Document

NAME = "risk"
"""The rule file of the program."""


@command("risk", view=True, more=texts.RISK_MORE)
def risk(
    request: Request,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    everyone: Annotated[bool, option("--all")] = False,
    rules: RulesFile = None,
) -> Document:
    """Tells what the rules on risk find."""
    check_which("risk", account_id, everyone)
    read, _ = rules_given(rules, NAME, RiskRules)
    if account_id:
        return look(request, lambda tx: risk_document(look_at_one(tx, account_id, read, request.as_of)))
    with shown_progress(request.language, texts.ACCOUNTS) as progress:
        return look(request, lambda tx: risk_document(look_at_all(tx, read, request.as_of, progress)), on_copy=True)


@command("risk check", view=True, more=texts.CHECK_MORE)
def risk_check(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    amount_fen: Annotated[int, argument("AMOUNT", money)],
    category: Annotated[str | None, option("--category", free_name, "TEXT")] = None,
    rules: RulesFile = None,
) -> Document:
    """Tells which rules a purchase would bring to fire."""
    (read, _), on = rules_given(rules, NAME, RiskRules), request.as_of
    purchase = Deed(ASKED, on, amount_fen, category or "", known_hour(request.now, on))
    return look(request, lambda tx: check_document(check_purchase(tx, account_id, purchase, read, on)))


@command("risk scan", write=True, more=texts.SCAN_MORE)
def risk_scan(
    request: Request,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    everyone: Annotated[bool, option("--all")] = False,
    rules: RulesFile = None,
) -> Document:
    """Keeps what the rules on risk find, once for each cause, and suspends what they hold or block."""
    check_which("risk scan", account_id, everyone)
    read, name = rules_given(rules, NAME, RiskRules)
    asked = RiskScanAsked(account_id=account_id or "", rules=read, rules_name=name)
    return run_over(request, RISK_SCAN, asked, scan_all, scan_document, texts.ACCOUNTS)
