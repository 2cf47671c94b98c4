"""The start of the program: `baitiao`, and `python -m baitiao_cli`."""

import gc
import os
import sys

from baitiao_cli import __version__

CANCELLED = 7


def main() -> int:
    """Runs the command line; an interruption while the program is still being loaded ends it without a traceback."""
    try:
        if sys.argv[1:] == ["--version"] and _told(f"baitiao {__version__}\n"):
            return 0
        gc.set_threshold(70_000)  # hardly anything that imports make is garbage: to look took a tenth of the time
        status = _run()
        gc.freeze()  # and as long again when all of it ends: the process does, and the system takes the memory back
        return status
    except KeyboardInterrupt:
        os.write(2, b"\n")
        return CANCELLED


def _run() -> int:
    if sys.argv[1:2] == ["__complete"]:  # a shell asks, at every TAB: Typer would be most of the time
        from baitiao_cli.cli.completing import complete

        return complete(sys.argv[2:])
    if not "".join(sys.argv[1:2]).startswith("-"):  # a command, which needs msgspec
        _import_msgspec()
    from baitiao_cli.cli.main import main as run

    return run()


def _import_msgspec() -> None:
    """Imports it without `typing_extensions`, of which it takes what `typing` has as well: a bare start of Python less.

    That is done here alone, where the program has the process for itself.
    """
    # So it is taken for not installed.
    sys.modules.setdefault("typing_extensions", None)  # type: ignore[arg-type]
    import msgspec  # noqa: F401

    if sys.modules["typing_extensions"] is None:
        del sys.modules["typing_extensions"]


def _told(line: str) -> bool:
    """Whether a line could be written to stdout, past its buffer; if not, the whole program tells why."""
    try:
        return os.write(1, line.encode()) == len(line)
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
