"""Copies made while others write are whole and give back what they say, killed or not: the short round."""

from __future__ import annotations

import pytest

from .backup import BACKUPS, KILLS, back_up_under_load, kill_copies

PARTS = range(2)


@pytest.mark.parametrize("part", PARTS)
def test_every_backup_under_load_verifies_and_gives_back_what_it_says(part: int) -> None:
    backups = BACKUPS["short"] // len(PARTS)
    counts = back_up_under_load(backups, seed=part)
    assert counts["backups"] == counts["restored"] == counts["exported_and_imported"] == backups
    assert counts["of_them_while_others_wrote"] > 0


@pytest.mark.parametrize("part", PARTS)
def test_a_copy_that_is_killed_is_there_or_is_not(part: int) -> None:
    kills = KILLS["short"] // len(PARTS)
    counts = kill_copies(kills, seed=part)
    assert counts["kills"] == kills
    assert counts["of_these_nothing_was_in_place"] > 0
