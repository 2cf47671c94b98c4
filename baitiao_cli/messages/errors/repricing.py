"""Errors of a plan whose rate changes, or whose interest is paused."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

_SEE_PLAN = Text("See the plan: baitiao schedule {plan_id}")

REPRICING_ERRORS: dict[str, ErrorText] = {
    "reprice-not-offered": ErrorText(
        4,
        Text("The rate of plan {plan_id} cannot change: {reason}."),
        _SEE_PLAN,
    ),
    "rate-unit-unfit": ErrorText(
        4,
        Text("Plan {plan_id} costs {now}; its price cannot be {rate}."),
        Text("A fee is charged a period, and interest by whole months never a day: give the rate without a unit."),
    ),
    "rate-same": ErrorText(
        4,
        Text("Plan {plan_id} costs {now} already."),
        Text("Give another rate; see its changes: baitiao schedule {plan_id}"),
    ),
    "new-rate-above-cap": ErrorText(
        4,
        Text("{rate} passes the annual cap of plan {plan_id}, {cap}."),
        Text("Give a rate within the cap: baitiao reprice {plan_id} RATE"),
    ),
    "pause-not-offered": ErrorText(
        4,
        Text("Plan {plan_id} cannot be paused: {reason}."),
        _SEE_PLAN,
    ),
    "pause-empty": ErrorText(
        4,
        Text("From {from_on} until {until_on} there is no night to pause."),
        Text("Name a later day: --until DATE after {from_on}."),
    ),
    "pause-covered": ErrorText(
        4,
        Text("All nights from {from_on} until {until_on} of plan {plan_id} are paused already."),
        Text("Name a later day, or see: baitiao schedule {plan_id}"),
    ),
}
