"""Nothing told of a person is in the clear anywhere: the short round."""

from __future__ import annotations

import pytest

from .personal_data import CANARIES, Desk, disguises, personal_data_round
from .record import BrokenPromiseError


def test_personal_data_is_in_the_clear_nowhere() -> None:
    record = personal_data_round("short", 0)
    assert (record.canaries, record.found) == (20, 0)
    assert record.of_them_refused < record.runs
    assert record.files_searched > 50


@pytest.mark.parametrize("value", CANARIES[:3])
def test_the_search_would_find_it(value, tmp_path, monkeypatch) -> None:
    desk = Desk(tmp_path, 0, monkeypatch)
    for needle in disguises(value):
        with pytest.raises(BrokenPromiseError):
            desk.search(b"x" * 7 + needle + b"y" * 7, "a test")
    desk.search(b"x" * 100, "a test")
