"""The start of the program: `baitiao`, and `python -m baitiao_cli`."""

import os
import sys

CANCELLED = 7


def main() -> int:
    """Runs the command line; an interruption while the program is still being loaded ends it without a traceback."""
    try:
        if sys.argv[1:2] == ["__complete"]:  # a shell asks, at every TAB: Typer would be most of the time
            from baitiao_cli.cli.completing import complete

            return complete(sys.argv[2:])
        from baitiao_cli.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        os.write(2, b"\n")
        return CANCELLED


if __name__ == "__main__":
    sys.exit(main())
