"""The published payment histories as scenarios, row by row: `python -m tests.scenario.published` writes the files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VECTORS = Path(__file__).parents[1] / "account" / "vectors" / "histories.json"
FOLDER = Path(__file__).parent / "histories"
CASES = json.loads(VECTORS.read_text(encoding="utf-8"))["cases"]

KINDS = {"penalty": "late_charge", "fee": "fee", "interest": "interest", "principal": "principal"}
COLUMNS = ("due_on", "principal", "interest", "total", "paid", "outstanding")


def file_of(case: dict[str, Any]) -> Path:
    """Where the scenario of a case is."""
    return FOLDER / f"{re.sub('[^a-z0-9]+', '-', case['id'].lower())}.toml"


def scenario_of(case: dict[str, Any]) -> str:
    """The case as a scenario: its terms as a product, its steps in their order, every published row expected."""
    charge = next(step for step in case["steps"] if step.get("do") == "charge")
    lines = [f"title = {_text(case['scenario'])}", "", *_product(case["terms"]), ""]
    lines += ["[[step]]", f"today = {case['steps'][0]['today']}"]
    lines += [f'open = {{ name = "-", limit = 20000, bill_day = 28, on = {charge["on"]} }}', ""]
    bought = f'charge = {{ account = "A1", amount = "{charge["amount"]}", product = "published", on = {charge["on"]}'
    is_bought = False
    for step in case["steps"]:
        lines += ["[[step]]", f"today = {step['today']}"]
        if "expect" in step:
            lines += ['schedule = { plan = "A1P1" }' if is_bought else f"{bought}, dry_run = true }}", *_rows(step), ""]
        else:
            is_bought = is_bought or step["do"] == "charge"
            lines += [f"{bought} }}" if step["do"] == "charge" else _deed(step), *_name(case, step), ""]
    return "\n".join(lines)


def _product(terms: dict[str, Any]) -> Iterator[str]:
    rate_ppb = round(float(terms["annual_rate_pct"]) * 10**7)
    allocation = [KINDS[kind] for kind in terms["allocation_within_installment"]]
    yield "[products.published]"
    yield f'method = "{terms["method"]}"'
    yield f"installments = [{terms['installments']}]"
    yield f'every = {terms["every"]}\nunit = "{terms["unit"]}"'
    yield 'due_by = "anniversary"\npayoff = "accrued-days"'
    yield f'surplus = "{terms["surplus_to"].replace("_", "-")}"'
    yield f'day_count = "{terms["day_count"]}"\nwhole_period = {str(terms["whole_period"]).lower()}'
    yield f'rounding = "half-even"\nevening = true\nrecalculate = {_text(terms["recalculate_interest_on_payment"])}'
    yield f"allocation = {_text(allocation)}"
    yield f'rate_per = "year"\nrate_ppb_by_tier = {{ A = {rate_ppb}, B = {rate_ppb}, C = {rate_ppb}, D = {rate_ppb} }}'


def _deed(step: dict[str, Any]) -> str:
    if step["do"] == "repay":
        return f'repay = {{ account = "A1", amount = "{step["amount"]}", on = {step["on"]} }}'
    if step["do"] == "payoff":
        return f'payoff = {{ account = "A1", plan = "A1P1", pay = true, on = {step["date"]} }}'
    if step["do"] == "reverse":
        return f'reverse = {{ event = "{{{_paid_on(step["date"], step["nth"])}.event_id}}" }}'
    return "accrue = {}"


def _name(case: dict[str, Any], step: dict[str, Any]) -> list[str]:
    """What a payment is called, so that it can be reversed: the nth of its day."""
    if step["do"] not in ("repay", "payoff"):
        return []
    on = step.get("on") or step["date"]
    paid = [each for each in case["steps"] if each.get("do") in ("repay", "payoff")]
    same = [each for each in paid if on in (each.get("on"), each.get("date"))]
    number = next(number for number, each in enumerate(same, start=1) if each is step)
    return [f'as = "{_paid_on(on, number)}"']


def _paid_on(day: str, number: int) -> str:
    return f"paid-{day}-{number}".replace("paid-", "paid_").replace("-", "_")


def _rows(step: dict[str, Any]) -> Iterator[str]:
    yield "expect.rows = ["
    for row in step["rows"]:
        cells = ", ".join(
            f"{column} = {cell if column == 'due_on' else _text(cell)}"
            for column, cell in zip(COLUMNS, row, strict=True)
        )
        yield f"  {{ {cells} }},"
    yield "]"


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    for each in CASES:
        file_of(each).write_text(scenario_of(each), encoding="utf-8")
