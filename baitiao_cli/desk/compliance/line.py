"""How much a line may allow, and how long a debt may run whose principal all falls due at once."""

from __future__ import annotations

from collections.abc import Iterator

from baitiao_cli.account.plan import Plan
from baitiao_cli.calc.dates import step
from baitiao_cli.calc.money import format_yuan
from baitiao_cli.desk.compliance.case import Case, Finding
from baitiao_cli.desk.compliance.rules import ComplianceRules


def line_limits(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each limit that was set: with all others of the line it comes to at most so much, on any day from then on.

    Limits for a scene or a merchant and temporary ones count, too: all of them may be used up at once.
    """
    for limit in case.limits:
        yield Finding(
            holds=limit.most_fen <= rules.line_limit.most_fen,
            effective_on=limit.on,
            account_id=case.account.account_id,
            record_id=limit.event_id,
            observed=format_yuan(limit.most_fen),
            allowed=format_yuan(rules.line_limit.most_fen),
        )


def bullet_terms(rules: ComplianceRules, case: Case) -> Iterator[Finding]:
    """Each plan with all of its principal in one row: that falls due so many months after the day of the plan at most.

    The day so many months later is allowed. What was extended counts as it falls due now; a plan that was restructured
    counts from that day.
    """
    for plan in case.account.plans.values():
        if not _is_bullet(plan):
            continue
        latest_on, due_on = step(plan.agreement.on, rules.bullet_term.most_months, "months"), plan.rows[-1].due_on
        yield Finding(
            holds=due_on <= latest_on,
            effective_on=plan.agreement.on,
            account_id=case.account.account_id,
            plan_id=plan.plan_id,
            record_id=plan.event_id,
            observed=str(due_on),
            allowed=str(latest_on),
        )


def _is_bullet(plan: Plan) -> bool:
    """Whether one row alone was agreed to repay principal."""
    rows = [row for row in plan.rows if row.number >= plan.agreement.first_number]
    return sum(row.quoted.principal > 0 for row in rows) == 1
