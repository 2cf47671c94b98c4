"""`--html`, `--pdf`, `--xlsx` and `-o FILE` of commands whose answer is handed over to somebody."""

from __future__ import annotations

import io
import sys

from baitiao_cli.cli.request import Request
from baitiao_cli.cli.written import as_file, write_whole
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.copies.target import refuse_taken
from baitiao_cli.show.document import Document
from baitiao_cli.show.output import write_csv
from baitiao_cli.show.papers import PAPERS, made, require, written_document
from baitiao_cli.show.text import fitted


def check_paper(request: Request) -> None:
    """Refuses what cannot be written before anything is looked up, recorded or worked out.

    Errors: `options-exclusive`, `option-needs`, `output-needed`, `extra-missing`, `extra-unusable`, those of the file.
    """
    offered = [f"--{paper}" for paper in PAPERS]
    if len(request.papers) > 1:
        raise BaitiaoError("options-exclusive", options=[f"--{paper}" for paper in request.papers])
    for paper in request.papers:
        if request.output is None and paper != "html" and (sys.stdout.isatty() or not hasattr(sys.stdout, "buffer")):
            raise BaitiaoError("output-needed", option=f"--{paper}")
    if request.papers and request.form != "auto" and request.output is None:
        raise BaitiaoError("options-exclusive", options=[f"--{request.papers[0]}", f"--{request.form}"])
    unseen = [f"--{form}" for form in (*request.papers, request.form) if form in ("xlsx", "csv", "json")]
    if request.chart and unseen and not {"html", "pdf"} & set(request.papers):
        raise BaitiaoError("options-exclusive", options=["--chart", unseen[0]])
    if request.output is None and request.force:
        raise BaitiaoError("option-needs", option="--force", needed="--output")
    if request.output is not None:
        if not request.papers and request.form != "csv":
            raise BaitiaoError("option-needs", option="--output", needed=", ".join([*offered, "--csv"]))
        refuse_taken(request.output, replace=request.force, ledger=request.ledger_path)
    for paper in request.papers:
        require(paper)


def hand_over(document: Document, request: Request) -> Document | None:
    """Writes the paper that was asked for, to its file or else to stdout; returns what was written where, if to a file.

    What is asked for neither on paper nor in a file comes back as it is.
    """
    if not request.papers and request.output is None:
        return document
    form = request.papers[0] if request.papers else "csv"
    content = made(document, form, request.language) if request.papers else _csv(document, request.language)
    if request.output is not None:
        write_whole(request.output, [content], replace=request.force, ledger=request.ledger_path)
        if form == "csv" and document.csv_note:  # the answer itself is CSV, too, and has no place for it
            sys.stderr.write(fitted(f"{document.csv_note.in_language(request.language)}\n", sys.stderr))
        return written_document(request.output, form, document.as_of)
    if form == "html":
        as_file()
        sys.stdout.write(content.decode("utf-8"))
    else:
        sys.stdout.buffer.write(content)
    return None


def _csv(document: Document, language: str) -> bytes:
    """The main table as CSV."""
    stream = io.StringIO()
    write_csv(document.csv_table or document.tables[0], language, stream)
    return stream.getvalue().encode("utf-8")
