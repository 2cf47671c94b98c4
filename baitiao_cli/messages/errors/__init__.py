"""The error catalogue: code -> exit status, one sentence with the figures, and a hint with the next command."""

from __future__ import annotations

from baitiao_cli.messages.errors.account import ACCOUNT_ERRORS
from baitiao_cli.messages.errors.actions import ACTIONS_ERRORS
from baitiao_cli.messages.errors.assessment import ASSESSMENT_ERRORS
from baitiao_cli.messages.errors.auto_repay import AUTO_REPAY_ERRORS
from baitiao_cli.messages.errors.bill_day import BILL_DAY_ERRORS
from baitiao_cli.messages.errors.bureau import BUREAU_ERRORS
from baitiao_cli.messages.errors.calc import CALC_ERRORS
from baitiao_cli.messages.errors.cli import CLI_ERRORS
from baitiao_cli.messages.errors.closing import CLOSING_ERRORS
from baitiao_cli.messages.errors.collection import COLLECTION_ERRORS
from baitiao_cli.messages.errors.convert import CONVERT_ERRORS
from baitiao_cli.messages.errors.copies import COPIES_ERRORS
from baitiao_cli.messages.errors.correction import CORRECTION_ERRORS
from baitiao_cli.messages.errors.defer import DEFER_ERRORS
from baitiao_cli.messages.errors.define import DEFINE_ERRORS
from baitiao_cli.messages.errors.dispute import DISPUTE_ERRORS
from baitiao_cli.messages.errors.entry import ErrorText
from baitiao_cli.messages.errors.export import EXPORT_ERRORS
from baitiao_cli.messages.errors.funding import FUNDING_ERRORS
from baitiao_cli.messages.errors.hold import HOLD_ERRORS
from baitiao_cli.messages.errors.ids import ID_ERRORS
from baitiao_cli.messages.errors.knowledge import KNOWLEDGE_ERRORS
from baitiao_cli.messages.errors.learn import LEARN_ERRORS
from baitiao_cli.messages.errors.ledger import LEDGER_ERRORS
from baitiao_cli.messages.errors.limit import LIMIT_ERRORS
from baitiao_cli.messages.errors.line import LINE_ERRORS
from baitiao_cli.messages.errors.loss import LOSS_ERRORS
from baitiao_cli.messages.errors.merchant import MERCHANT_ERRORS
from baitiao_cli.messages.errors.offers import OFFERS_ERRORS
from baitiao_cli.messages.errors.operators import OPERATOR_ERRORS
from baitiao_cli.messages.errors.papers import PAPER_ERRORS
from baitiao_cli.messages.errors.people import PEOPLE_ERRORS
from baitiao_cli.messages.errors.plan import PLAN_ERRORS
from baitiao_cli.messages.errors.portfolio import PORTFOLIO_ERRORS
from baitiao_cli.messages.errors.privacy import PRIVACY_ERRORS
from baitiao_cli.messages.errors.python import PYTHON_ERRORS
from baitiao_cli.messages.errors.questions import QUESTION_ERRORS
from baitiao_cli.messages.errors.quote import QUOTE_ERRORS
from baitiao_cli.messages.errors.rate import RATE_ERRORS
from baitiao_cli.messages.errors.relief import RELIEF_ERRORS
from baitiao_cli.messages.errors.repricing import REPRICING_ERRORS
from baitiao_cli.messages.errors.risk import RISK_ERRORS
from baitiao_cli.messages.errors.rules import RULES_ERRORS
from baitiao_cli.messages.errors.scenario import SCENARIO_ERRORS
from baitiao_cli.messages.errors.service import SERVICE_ERRORS
from baitiao_cli.messages.errors.surroundings import SURROUNDINGS_ERRORS
from baitiao_cli.messages.errors.verification import VERIFICATION_ERRORS
from baitiao_cli.messages.errors.what_if import WHAT_IF_ERRORS

__all__ = ["ERRORS", "ErrorText"]

ERRORS: dict[str, ErrorText] = (
    CALC_ERRORS
    | RATE_ERRORS
    | QUOTE_ERRORS
    | ACCOUNT_ERRORS
    | CORRECTION_ERRORS
    | LIMIT_ERRORS
    | LINE_ERRORS
    | VERIFICATION_ERRORS
    | CLOSING_ERRORS
    | HOLD_ERRORS
    | MERCHANT_ERRORS
    | PLAN_ERRORS
    | REPRICING_ERRORS
    | RELIEF_ERRORS
    | CONVERT_ERRORS
    | DISPUTE_ERRORS
    | DEFER_ERRORS
    | AUTO_REPAY_ERRORS
    | LOSS_ERRORS
    | BILL_DAY_ERRORS
    | ID_ERRORS
    | LEDGER_ERRORS
    | SURROUNDINGS_ERRORS
    | KNOWLEDGE_ERRORS
    | PEOPLE_ERRORS
    | OPERATOR_ERRORS
    | PRIVACY_ERRORS
    | QUESTION_ERRORS
    | EXPORT_ERRORS
    | PAPER_ERRORS
    | LEARN_ERRORS
    | DEFINE_ERRORS
    | RULES_ERRORS
    | RISK_ERRORS
    | BUREAU_ERRORS
    | FUNDING_ERRORS
    | PORTFOLIO_ERRORS
    | SCENARIO_ERRORS
    | ACTIONS_ERRORS
    | COPIES_ERRORS
    | WHAT_IF_ERRORS
    | PYTHON_ERRORS
    | CLI_ERRORS
    | ASSESSMENT_ERRORS
    | OFFERS_ERRORS
    | COLLECTION_ERRORS
    | SERVICE_ERRORS
)
