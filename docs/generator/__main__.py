"""Writes the reference, the manual and what else is made from the code:

    python -m docs.generator [--check]

With `--check` nothing is written; the exit status is 1 if something is stale.
"""

from __future__ import annotations

import sys

from docs.generator.pages import stale, write


def main() -> int:
    """Writes what is stale, or tells it."""
    names = stale() if "--check" in sys.argv else write()
    for name in names:
        print(f"{'stale' if '--check' in sys.argv else 'written'}: {name}")
    return 1 if names and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
