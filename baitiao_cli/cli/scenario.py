"""`baitiao scenario run`: scripted histories, and whether they come to what they expect."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from baitiao_cli.cli.files import text_of
from baitiao_cli.cli.invocation import Finished
from baitiao_cli.cli.playing import BESIDE, Commands, commands, offered, play_apart, play_in
from baitiao_cli.cli.progress import now_and_then, shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, option, path, shown
from baitiao_cli.cli.written import write_whole
from baitiao_cli.errors import CHECK_FAILED, BaitiaoError
from baitiao_cli.ledger.copies.target import refuse_taken
from baitiao_cli.ledger.file.creation import making
from baitiao_cli.ledger.played import ReadOnce
from baitiao_cli.messages.commands import SCENARIO_FORMAT
from baitiao_cli.messages.scenario import PLAYING
from baitiao_cli.scenario.reading import read_scenario
from baitiao_cli.scenario.recording import Recording
from baitiao_cli.scenario.recording import record as record_account
from baitiao_cli.scenario.scenario import Outcome, Scenario
from baitiao_cli.scenario.schema import schema_of
from baitiao_cli.show.document import Document
from baitiao_cli.show.scenario import recorded_document, scenarios_document, schema_document

Output = Annotated[Path | None, option("--output", path, "FILE", short="-o")]
Force = Annotated[bool, option("--force")]


@command("scenario run", more=SCENARIO_FORMAT)
def run(
    request: Request,
    files: Annotated[list[str], argument("FILE...", shown)],
    keep: Annotated[Path | None, option("--keep", path, "PATH")] = None,
    as_junit: Annotated[bool, option("--junit")] = False,
) -> Document | None:
    """Plays scenarios, each in a ledger of its own, and tells what is not as they expect."""
    if as_junit and request.form != "auto":
        raise BaitiaoError("options-exclusive", options=["--junit", f"--{request.form}"])
    if keep is not None and len(files) > 1:
        raise BaitiaoError("keep-of-several", count=len(files))
    if keep is not None:
        with making(keep):  # nothing is played for a ledger that cannot be kept
            pass
    if as_junit:
        _write_junit(files, keep, request.language)
        return None
    scenarios = [_scenario(file) for file in files]
    return scenarios_document([_played(scenario, keep, request.language) for scenario in scenarios], keep)


def _scenario(file: str) -> Scenario:
    return read_scenario(file, text_of(file), commands(), BESIDE)


def _played(scenario: Scenario, keep: Path | None, language: str) -> Outcome:
    """Plays a scenario; on a terminal a bar shows how many of the most steps that it may take there have been."""
    with shown_progress(language, PLAYING) as shown:
        draw = None if shown is None else now_and_then(shown)
        progress = None if draw is None else lambda done: draw(done, scenario.most_steps)
        if keep is not None:
            return play_in(keep, scenario, language, is_kept=True, progress=progress)
        return play_apart(scenario, language, progress)


def _write_junit(files: Sequence[str], keep: Path | None, language: str) -> None:
    """Plays every file that can be played; of one that cannot the XML has the error, and it is raised at the end."""
    from baitiao_cli.show.junit import junit

    results: list[tuple[str, Outcome | BaitiaoError]] = []
    for file in files:
        try:
            results.append((file, _played(_scenario(file), keep, language)))
        except BaitiaoError as error:
            results.append((file, error))
    sys.stdout.writelines(junit(results, language))
    sys.stdout.flush()
    for _, result in results:
        if isinstance(result, BaitiaoError):
            raise result
    if any(isinstance(result, Outcome) and result.failure_count for _, result in results):
        raise Finished(CHECK_FAILED)


@command("scenario record")
def record(
    request: Request,
    account_id: Annotated[str, argument("ACCOUNT")],
    output: Output = None,
    force: Force = False,
) -> Document | None:
    """Writes an account as a scenario that comes to the same figures, with nothing personal in it."""
    _refuse_taken(request, output, force)
    with request.ledger.read() as tx:
        views = Commands(ReadOnce(request.ledger_path, tx), request.operator, request.language)
        recording = record_account(
            tx,
            account_id,
            request.today,
            lambda *asked: views.play(asked[0], asked[1] | {"as-of": asked[2]}, request.today),
        )
    _prove(recording, request.language)
    if output is not None:
        write_whole(output, [recording.text], replace=force, ledger=request.ledger_path)
    elif request.form == "auto":
        sys.stdout.write(recording.text)
        return None
    return recorded_document(recording, request.today, output)


def _prove(recording: Recording, language: str) -> None:
    """Plays the recording: it must be refused nothing, and come to the figures that it expects."""
    outcome = play_apart(read_scenario(recording.account_id, recording.text, commands()), language)
    for failure in outcome.failures:
        first = failure.differences[0]
        path = f"{failure.command} {failure.today} {first.path}"
        raise BaitiaoError(
            "recording-differs",
            account_id=recording.account_id,
            path=path,
            expected="-" if first.expected is None else str(first.expected),
            found="-" if first.found is None else str(first.found),
        )


@command("scenario schema")
def schema(request: Request, output: Output = None, force: Force = False) -> Document | None:
    """Writes the JSON schema of scenario files, for editors."""
    _refuse_taken(request, output, force)
    made = schema_of(offered(), request.language)
    if output is not None:
        write_whole(output, [_json(made)], replace=force, ledger=request.ledger_path)
    elif request.form == "auto":
        sys.stdout.write(_json(made))
        return None
    return schema_document(made, request.today, output)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _refuse_taken(request: Request, output: Path | None, force: bool) -> None:
    """Refuses a place that cannot be written, before anything is made."""
    if output is None and force:
        raise BaitiaoError("option-needs", option="--force", needed="--output")
    if output is not None:
        refuse_taken(output, replace=force, ledger=request.ledger_path)
