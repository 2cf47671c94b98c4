"""Bad input, the short round: in parts, which workers share."""

from __future__ import annotations

import pytest

from baitiao_cli.cli.group import MODULES

from .bad_input import GENERATED, PLACES, curated, try_all
from .command_lines import SLOW, Case, generated, parameters_of

SEED = 20260520
PARTS = 10


@pytest.mark.parametrize("part", range(2))
def test_every_nasty_value_in_every_kind_of_place(part: int) -> None:
    cases = list(curated())
    assert len(cases) >= 1_000
    assert try_all(cases[part::2])["refused"] > len(cases) / 3


@pytest.mark.parametrize("part", range(PARTS))
def test_generated_command_lines(part: int) -> None:
    cases = list(generated(GENERATED["short"] // PARTS, SEED + part))
    refused = try_all(cases, SEED + part)["refused"]
    assert len(cases) * 0.4 < refused < len(cases) * 0.95, "both refusals and deeds must be met"


def test_every_command_and_option_is_met() -> None:
    met = {name: " ".join(" ".join(case.arguments) for case in cases) for name, cases in _by_command().items()}
    for name in MODULES.keys() - SLOW:  # those are called too seldom for that
        for parameter in parameters_of(name):
            if parameter.param_type_name == "option":
                assert any(option in met[name] for option in parameter.opts), (name, parameter.opts)


def _by_command() -> dict[str, list[Case]]:
    found: dict[str, list[Case]] = {name: [] for name in MODULES}
    for case in generated(GENERATED["short"] // 2, SEED):
        for name in MODULES:
            if case.arguments[: len(name.split())] == name.split():
                found[name].append(case)
    return found


def test_a_case_tells_what_was_given_without_being_endless() -> None:
    assert len(str(PLACES["a name"]("x" * 1_000_000))) < 500
