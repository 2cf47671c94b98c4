"""Every published payment history can be written as a scenario, and holds to the fen through the commands."""

from __future__ import annotations

import pytest

from tests.scenario.published import CASES, FOLDER, file_of, scenario_of


def test_the_files_say_what_is_published():
    assert {path.name for path in FOLDER.iterdir()} == {file_of(case).name for case in CASES}
    for case in CASES:
        assert file_of(case).read_text(encoding="utf-8") == scenario_of(case)


def test_they_hold_to_the_fen(run):
    result = run("scenario", "run", *(str(file_of(case)) for case in CASES), "--json")
    assert (result.status, result.data["failure_count"]) == (0, 0)
    published = sum("expect" in step for case in CASES for step in case["steps"])
    assert result.data["expectation_count"] == published == 80


@pytest.mark.parametrize("case", CASES[:1], ids=lambda case: case["id"])
def test_one_fen_more_fails_with_the_row_and_the_difference(run, tmp_path, case):
    file = tmp_path / "wrong.toml"
    file.write_text(scenario_of(case).replace('outstanding = "7.01"', 'outstanding = "7.02"', 1), encoding="utf-8")
    result = run("scenario", "run", str(file))
    assert result.status == 6
    assert "rows.1.outstanding\t7.02\t7.01\t-0.01" in result.out
