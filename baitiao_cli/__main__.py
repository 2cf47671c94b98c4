"""`python -m baitiao_cli` is the same as `baitiao`."""

import sys

from baitiao_cli.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
