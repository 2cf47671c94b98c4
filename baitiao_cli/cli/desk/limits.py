"""`baitiao limits review`, `limits apply`: other limits from behaviour, proposed first and then set."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from msgspec.structs import replace

from baitiao_cli.account.terms import Tier
from baitiao_cli.actions.desk.limits_apply import LIMITS_APPLY, LimitsApplyAsked
from baitiao_cli.actions.desk.limits_review import LIMITS_REVIEW, LimitsReviewAsked, review_all
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.desk.which import check_which, run_over
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, day, option, price_tier
from baitiao_cli.cli.verbs import run_verb
from baitiao_cli.desk.assessment.limits import LimitRules
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages.desk.limits import REVIEWING
from baitiao_cli.show.desk.limits import limits_apply_document, limits_review_document
from baitiao_cli.show.document import Document

All = Annotated[bool, option("--all")]


def times(text: str) -> int:
    """A factor from 0.01 to 10 with two decimals at most, in per cent.

    >>> times("0.8"), times("1.25")
    (80, 125)
    """
    whole, _, decimals = text.partition(".")
    is_number = whole.isascii() and whole.isdigit() and len(whole) <= 2 and len(decimals) <= 2
    if not is_number or (decimals and not (decimals.isascii() and decimals.isdigit())) or text.endswith("."):
        raise BaitiaoError("times-malformed", text=text[:32])
    percent = int(Decimal(text) * 100)
    if not 1 <= percent <= 1000 or percent == 100:
        raise BaitiaoError("times-malformed", text=text[:32])
    return percent


@command("limits review", write=True)
def limits_review(
    request: Request,
    account_id: Annotated[str | None, argument("ACCOUNT")] = None,
    everyone: All = False,
    tier: Annotated[Tier | None, option("--tier", price_tier, "TIER")] = None,
    percent: Annotated[int | None, option("--times", times, "FACTOR")] = None,
    until: Annotated[date | None, option("--until", day, "DATE")] = None,
    rules: RulesFile = None,
) -> Document:
    """Proposes raises and cuts."""
    for given, name, needed in ((tier, "--tier", "--times"), (percent, "--times", "--tier")):
        if given is not None and (percent if name == "--tier" else tier) is None:
            raise BaitiaoError("option-needs", option=name, needed=needed)
    if tier and (account_id or everyone):
        raise BaitiaoError("options-exclusive", options=["--tier", "ACCOUNT" if account_id else "--all"])
    if until and (not tier or not percent or percent < 100):
        raise BaitiaoError("option-needs", option="--until", needed="--tier, --times")
    if not tier:
        check_which("limits review", account_id, everyone)
    read, named = rules_given(rules, "limits", LimitRules)
    asked = LimitsReviewAsked(
        account_id=account_id or "",
        tier=tier,
        percent=percent or 100,
        until_on=until,
        rules=named,
        rule_file=read,
    )
    document = run_over(request, LIMITS_REVIEW, asked, review_all, limits_review_document, REVIEWING)
    return replace(document, next_steps=[]) if request.dry_run else document  # what is not kept has no record to name


@command("limits apply", write=True)
def limits_apply(
    request: Request,
    proposal_id: Annotated[str | None, argument("RECORD")] = None,
    everyone: All = False,
) -> Document:
    """Sets what was proposed."""
    check_which("limits apply", proposal_id, everyone)
    return run_verb(request, LIMITS_APPLY, LimitsApplyAsked(proposal_id=proposal_id or ""), limits_apply_document)
