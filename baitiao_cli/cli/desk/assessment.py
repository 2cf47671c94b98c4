"""`baitiao consent`, `income`, `assess`: what a person agrees to and declares, and what that and the ledger say."""

from __future__ import annotations

from typing import Annotated, get_args

from baitiao_cli.actions.desk.assess import assess as assess_account
from baitiao_cli.actions.desk.consent import CONSENT, ConsentAsked
from baitiao_cli.actions.desk.income import INCOME, IncomeAsked
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import argument, free_text, money, money_or_none, one_of, option
from baitiao_cli.cli.verbs import verb_command
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.assessment.warnings import AssessmentRules
from baitiao_cli.desk.facts.assessment import ConsentPurpose
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.show.desk.assessment import assess_document, consent_document, income_document
from baitiao_cli.show.document import Document

Who = Annotated[str, argument("WHO")]

GIVEN, WITHDRAWN = "given", "withdrawn"


@verb_command(CONSENT, consent_document)
def consent(
    who: Who,
    purpose: Annotated[ConsentPurpose, argument("PURPOSE", one_of(*get_args(ConsentPurpose)))],
    state: Annotated[str, argument("CONSENT", one_of(GIVEN, WITHDRAWN))],
    how: Annotated[str | None, option("--how", free_text, "TEXT")] = None,
) -> ConsentAsked:
    """Records what a person agrees to, or does not any more."""
    return ConsentAsked(who=who, purpose=purpose, is_given=state == GIVEN, how=how or "")


@verb_command(INCOME, income_document)
def income(
    who: Who,
    income_fen: Annotated[int, argument("AMOUNT", money)],
    payments_fen: Annotated[int | None, option("--payments", money_or_none, "YUAN")] = None,
) -> IncomeAsked:
    """Records the income that a person declares."""
    return IncomeAsked(who=who, monthly_income_fen=income_fen, monthly_payments_fen=payments_fen or 0)


@view_command("assess")
def assess(
    request: Request,
    tx: ReadTransaction,
    account_id: Annotated[str, argument("ACCOUNT")],
    rules: RulesFile = None,
) -> Document:
    """Shows what is known for a decision about a limit."""
    view = assess_account(tx, account_id, request.as_of, *rules_given(rules, "assessment", AssessmentRules))
    return assess_document(view, request.as_of)
