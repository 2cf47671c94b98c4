"""Errors of what is handed over: pages, PDFs, workbooks."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PAPER_ERRORS: dict[str, ErrorText] = {
    "extra-missing": ErrorText(
        2,
        Text("{option} needs {package}, which is not installed."),
        Text("Install it: pip install 'baitiao-cli[{extra}]'"),
    ),
    "extra-unusable": ErrorText(
        2,
        Text("{option} needs {package}, which misses a library of the system: {reason}."),
        Text("Install {library} (Debian: apt-get install {debian}), or print the page that --html makes."),
    ),
    "letters-missing": ErrorText(
        2,
        Text("No font of this system has these letters: {letters}; no PDF was made."),
        Text("Install one (Debian: apt-get install fonts-noto-cjk), or print the page that --html makes."),
    ),
    "output-needed": ErrorText(
        2,
        Text("{option} makes a file that a terminal cannot show."),
        Text("Name the file: -o FILE"),
    ),
}
