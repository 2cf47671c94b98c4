"""Sixteen who send one request get one answer, and there is one event: the short round."""

from __future__ import annotations

from .same_request import RACERS, ROUNDS, race


def test_one_wins_and_all_get_its_answer() -> None:
    found = race(ROUNDS["short"], seed=1)
    assert found.first_answers > found.rounds // 2
    assert found.answers_given_again > found.first_answers * RACERS // 2
    assert found.other_inputs_refused > 0
