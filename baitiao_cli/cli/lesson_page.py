"""`learn LESSON --html`: the page of a lesson, to a file or to stdout."""

from __future__ import annotations

import sys
from pathlib import Path

from baitiao_cli.cli.request import Request
from baitiao_cli.cli.written import as_file, write_whole
from baitiao_cli.learn.lesson import Lesson, Numbers
from baitiao_cli.ledger.copies.target import refuse_taken
from baitiao_cli.show.document import Document
from baitiao_cli.show.page.lesson import lesson_page
from baitiao_cli.show.papers import written_document


def write_page(request: Request, lesson: Lesson, numbers: Numbers, output: Path | None, force: bool) -> Document | None:
    """Writes the page of the lesson; returns what was written where, if to a file."""
    if output is not None:
        refuse_taken(output, replace=force, ledger=request.ledger_path)
    page = lesson_page(lesson, numbers, lesson.work(numbers), request.language)
    if output is None:
        as_file()
        sys.stdout.write(page)
        return None
    write_whole(output, [page], replace=force, ledger=request.ledger_path)
    return written_document(output, "html", request.today)
