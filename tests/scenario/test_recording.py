"""Whatever happened to an account, its recording replays to the same figures and tells nobody who it was."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import tempfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from baitiao_cli.account.events import AutoRepaySet, BillIssued, Closed, DebitTried, Event, Verified, WrittenOff
from baitiao_cli.cli.main import main
from tests.laws.every_verb import EXAMPLES, STORY, TODAY
from tests.laws.history import History
from tests.laws.strategies import histories
from tests.scenarios.retelling import Retelling

from .shown import asked, shown_of

FEWER = settings(max_examples=max(5, settings().max_examples // 4))
"""Each example is an account that is made, recorded and made again, and every view of both."""


def done(*arguments: str) -> None:
    """Runs a command line, which must succeed."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = main([*arguments])
    assert status == 0, err.getvalue() or out.getvalue()[-2000:]


def by_hand(events: Iterable[Event]) -> list[Event]:
    """The events without those that come of themselves, and without what reverses these."""
    left_out: set[str] = set()
    kept = []
    for event in events:
        if isinstance(event.fact, BillIssued | DebitTried) or getattr(event.fact, "event_id", None) in left_out:
            left_out.add(event.event_id)
        else:
            kept.append(event)
    return kept


@FEWER
@given(histories())
def test_random_histories_come_to_the_very_same_figures(history: History) -> None:
    kinds = {type(event.fact) for event in history.events}
    # Who can be verified is, before they close: no command closes such an account without, as some histories do.
    assume(Verified not in kinds or Closed not in kinds)
    # Whoever drew a history did not look at what the means paid by itself: what is written off may be paid by then.
    assume(WrittenOff not in kinds or AutoRepaySet not in kinds)
    # No command verifies on a day that has passed.
    days = [event.effective_on for event in history.events]
    assume(
        not any(
            isinstance(event.fact, Verified) and day < max(days[: place + 1])
            for place, (event, day) in enumerate(zip(history.events, days, strict=True))
        )
    )
    with tempfile.TemporaryDirectory() as folder:
        path, replayed, file = (Path(folder) / name for name in ("ledger.db", "again.db", "a1.toml"))
        facts = by_hand(history.events)
        told = Retelling(path, facts)
        told.record(facts[1:])
        told.settle(history.today)
        today = str(told.today + timedelta(days=3))
        done("scenario", "record", "A1", "-o", str(file), "--ledger", str(path), "--today", today)
        done("scenario", "run", str(file), "--keep", str(replayed))
        assert shown_of(path, today) == shown_of(replayed, today)


@pytest.fixture(scope="module")
def every_verb(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which every verb has something to do."""
    path = tmp_path_factory.mktemp("every") / "ledger.db"
    for line in STORY.strip().splitlines():
        today, _, command = line.partition(" ")
        done(*command.split(), "--ledger", str(path), "--today", today)
    return path


@pytest.mark.parametrize("verb", EXAMPLES)
def test_what_every_verb_does_can_be_recorded(verb: str, every_verb: Path, tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    shutil.copyfile(every_verb, path)
    done(*EXAMPLES[verb].split(), "--ledger", str(path), "--today", TODAY)
    named = re.search(r"A[0-9]+", EXAMPLES[verb])
    account = named[0] if named else "A7"
    if verb != "register":
        done(
            "scenario",
            "record",
            account,
            "--ledger",
            str(path),
            "--today",
            "2026-03-15",
            "-o",
            str(tmp_path / "a.toml"),
        )
        assert f"\n{verb} = " in (tmp_path / "a.toml").read_text(encoding="utf-8")


def test_each_purchase_has_the_discount_that_its_merchant_had(tmp_path: Path) -> None:
    """Captured, back-dated, at another discount from a day between them: 2% of 100 and 300, 3% of 500."""
    path, replayed, file = (tmp_path / name for name in ("ledger.db", "again.db", "a.toml"))
    for line in (
        "2026-01-01 init",
        "2026-01-01 open --name x --limit 10000",
        "2026-01-10 register Shop --discount 2%",
        "2026-01-11 hold A1 100 --merchant Shop",
        "2026-01-12 capture A1H1",
        "2026-01-13 charge A1 300 --merchant Shop --on 2026-01-11",
        "2026-01-14 register Shop --discount 3% --on 2026-01-12",
        "2026-01-15 charge A1 500 --merchant Shop --on 2026-01-14",
        "2026-01-15 charge A1 700",
    ):
        today, _, command = line.partition(" ")
        done(*command.split(), "--ledger", str(path), "--today", today)
    done("scenario", "record", "A1", "-o", str(file), "--ledger", str(path), "--today", "2026-01-20")
    done("scenario", "run", str(file), "--keep", str(replayed))
    owed = {"A1P1": 200, "A1P2": 600, "A1P3": 1500}
    text = file.read_text(encoding="utf-8")
    assert all(f'id = "{plan_id}", figure = "discount"' in text for plan_id in owed) and "A1P4" in text
    assert 'id = "A1P4"' not in text
    for ledger in (path, replayed):
        for plan_id, fen in owed.items():
            figures = asked(ledger, "2026-01-20", "explain", plan_id, "--figure", "discount")["figures"]
            assert [figure["amount_fen"] for figure in figures] == [fen]
