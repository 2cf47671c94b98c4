"""The start of the program: `baitiao`, and `python -m baitiao_cli`."""

import os
import sys

CANCELLED = 7


def main() -> int:
    """Runs the command line; an interruption while the program is still being loaded ends it without a traceback."""
    try:
        from baitiao_cli.cli.main import main as run

        return run()
    except KeyboardInterrupt:
        os.write(2, b"\n")
        return CANCELLED


if __name__ == "__main__":
    sys.exit(main())
