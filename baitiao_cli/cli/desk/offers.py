"""`baitiao offers review`, `offers grant`, `coupons`: coupons for paying in time, looked at, given, listed."""

from __future__ import annotations

from typing import Annotated

from baitiao_cli.actions.desk.coupons import coupons_of
from baitiao_cli.actions.desk.offers import OFFERS_GRANT, OffersAsked, grant_all, review
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.desk.which import check_which, run_over
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, option
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.offers.coupons import OfferRules
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.desk.offers import LOOKING
from baitiao_cli.show.desk.offers import coupons_document, granted_document, reviewed_document
from baitiao_cli.show.document import Document

All = Annotated[bool, option("--all")]


def _asked(account_id: str | None, rules: RulesFile) -> OffersAsked:
    read, named = rules_given(rules, "offers", OfferRules)
    return OffersAsked(account_id=account_id or "", rules=named, rule_file=read)


@view_command("offers review", on_copy=True)
def offers_review(
    request: Request,
    tx: ReadTransaction,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    everyone: All = False,
    rules: RulesFile = None,
) -> Document:
    """Tells who has earned a coupon."""
    check_which("offers review", account_id, everyone)
    with shown_progress(request.language, LOOKING) as progress:
        return reviewed_document(review(tx, _asked(account_id, rules), request.as_of, progress), request.as_of)


@command("offers grant", write=True)
def offers_grant(
    request: Request,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    everyone: All = False,
    rules: RulesFile = None,
) -> Document:
    """Gives the coupons that were earned."""
    check_which("offers grant", account_id, everyone)
    return run_over(request, OFFERS_GRANT, _asked(account_id, rules), grant_all, granted_document, LOOKING)


@view_command("coupons")
def coupons(request: Request, tx: ReadTransaction, account_id: Annotated[str, argument("ACCOUNT")]) -> Document:
    """Lists the coupons of an account."""
    return coupons_document(coupons_of(tx, account_id, request.as_of), account_id, request.as_of)
