"""Whether what a purchase in installments costs was shown before it was made, and is kept."""

from __future__ import annotations

from collections.abc import Iterator

from baitiao_cli.account.events import Purchased
from baitiao_cli.desk.compliance.case import Case, Finding
from baitiao_cli.desk.compliance.rules import ComplianceRules


def disclosures(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each purchase in installments: it names a quote that is kept, with its annual rate, fees and schedule, and the
    plan was made on its terms.

    A purchase on the bill (`revolving`) has no price of its own: what carrying it costs stands in the terms of the
    line. Plans that were made of bills, of disputes or anew name no quote: of them nothing can be judged.
    """
    for event in case.events:
        fact = event.fact
        plan = case.account.plans.get(getattr(fact, "plan_id", ""))
        if plan is None or plan.event_id != event.event_id or event.effective_on < rules.disclosure.from_on:
            continue
        if plan.terms.revolving:
            continue
        wrong = _wrong(fact, case) if isinstance(fact, Purchased) else None
        yield Finding(
            holds=None if wrong is None else not wrong,
            effective_on=event.effective_on,
            account_id=case.account.account_id,
            plan_id=plan.plan_id,
            record_id=event.event_id,
            detail=wrong or "",
        )


def _wrong(purchase: Purchased, case: Case) -> str:
    """What is wrong with what was shown: a code, "" for nothing."""
    if not purchase.quote_id:
        return "no-quote"
    shown = case.quotes.get(purchase.quote_id)
    if shown is None or shown.quote_hash != purchase.quote_hash:
        return "quote-missing"
    quote = shown.quote
    if (quote.terms, quote.amount_fen) != (purchase.terms, purchase.amount_fen):
        return "other-terms"
    costs_fen = quote.costs[-1].cost_fen
    return "no-annual-rate" if costs_fen and not quote.annual_rate else ""
