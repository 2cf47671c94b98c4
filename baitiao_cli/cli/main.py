"""The entry point: reads the arguments, runs the command, and turns every failure into one error and exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from baitiao_cli.cli.invocation import Finished, Invocation
from baitiao_cli.cli.language import language_of
from baitiao_cli.cli.streams import prepare_streams
from baitiao_cli.errors import DONE, BaitiaoError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command line (default: that of the process) and returns its exit status."""
    texts = tuple(sys.argv[1:] if arguments is None else arguments)
    prepare_streams()
    invocation = Invocation(texts, language_of(texts), "--json" in texts)
    try:
        return _answered(invocation)
    finally:
        with suppress(OSError):
            _tell(_notices(invocation))


def _answered(invocation: Invocation) -> int:
    """The exit status of the command, with every failure told."""
    try:
        return _run(invocation)
    except BaitiaoError as error:
        if error.code == "output-failed":
            _forget_stdout()
        return _refuse(error, invocation)
    except BrokenPipeError:  # the reader has what it wanted
        _forget_stdout()
        return DONE
    except OSError as problem:
        _forget_stdout()
        return _refuse(BaitiaoError("output-failed", reason=problem.strerror), invocation)
    except (MemoryError, KeyboardInterrupt) as problem:
        code = "memory-exhausted" if isinstance(problem, MemoryError) else "cancelled"
        return _refuse(BaitiaoError(code), invocation)
    except Exception as problem:  # whatever else it is, the user must not meet a traceback
        from baitiao_cli.cli.refusals import bug, is_unanswered

        return _refuse(BaitiaoError("not-confirmed") if is_unanswered(problem) else bug(problem), invocation)


def _notices(invocation: Invocation) -> list[str]:
    """What is told besides the answer, once: that the command encrypted an older ledger, and where its key is."""
    from baitiao_cli.ledger.news import keys_to_tell

    notices: list[str] = []
    for file in keys_to_tell():
        from baitiao_cli.messages import copies, filled, labels
        from baitiao_cli.show.text import printable

        notes = (filled(copies.ENCRYPTED_NOW, file=file), labels.KEEP_THE_KEY)
        notices += [printable(note.in_language(invocation.language)) for note in notes]
    return notices


def _tell(notices: list[str]) -> None:
    if notices:
        from baitiao_cli.show.text import fitted

        sys.stderr.write(fitted("".join(f"{notice}\n" for notice in notices), sys.stderr))


def _forget_stdout() -> None:
    """Sends what is still to be written nowhere: Python would complain once more when it closes stdout at the end."""
    with suppress(OSError, ValueError):  # a stream that is no file needs none of this
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(invocation: Invocation) -> int:
    from baitiao_cli.show.text import is_printable

    for text in invocation.arguments:
        if not is_printable(text):
            from baitiao_cli.cli.values import unprintable

            raise unprintable(text)
    try:
        status = _done(invocation)
    except Finished as finished:
        status = finished.status
    sys.stdout.flush()
    return status


def _done(invocation: Invocation) -> int:
    """Does what the command line says: read at once where it is plainly well formed, else as Typer reads it."""
    from baitiao_cli.cli.plain import plainly_read

    plain = plainly_read(invocation.arguments)
    if plain is None:
        from baitiao_cli.cli.typed import run_by_typer

        return run_by_typer(invocation)
    from baitiao_cli.cli.request import run

    command, values = plain
    run(command, invocation, values)
    return DONE


def _refuse(error: BaitiaoError, invocation: Invocation) -> int:
    """Tells an error on stderr, as JSON if that was asked for, and returns its exit status."""
    from baitiao_cli.messages.errors import ERRORS
    from baitiao_cli.show.errors import error_data, error_lines
    from baitiao_cli.show.text import fitted

    if error.code not in ERRORS:
        from baitiao_cli.cli.refusals import bug

        error = bug(error)
    try:
        if invocation.wants_json:
            from baitiao_cli.show.output import json_text

            told = error_data(error, invocation.language)
            if notices := _notices(invocation):
                told |= {"notices": notices}  # stderr is one document then
            sys.stderr.write(json_text(told, sys.stderr) + "\n")
        else:
            sys.stderr.write(fitted(error_lines(error, invocation.language), sys.stderr))
        sys.stderr.flush()
    except OSError:
        pass  # nobody can be told; the exit status still says it
    return error.status
