"""What is handed over: the answer of a command as a page, as that page printed, or as a workbook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import papers
from baitiao_cli.show.document import Document, record


class Needs(NamedTuple):
    """The package that makes a kind of paper, and what else its import may miss."""

    module: str
    package: str
    library: str = ""
    debian: str = ""


PAPERS: dict[str, Needs | None] = {
    "html": None,
    "pdf": Needs("weasyprint", "WeasyPrint", "Pango", "libpango-1.0-0 libpangoft2-1.0-0"),
    "xlsx": Needs("xlsxwriter", "XlsxWriter"),
}
"""The kinds of paper, each with the extra of its own name that it needs."""


def require(paper: str) -> None:
    """Refuses a kind of paper that cannot be made here: `extra-missing`, `extra-unusable`."""
    needs = PAPERS[paper]
    if needs is None:
        return
    try:
        import_module(needs.module)
    except ImportError as problem:
        raise BaitiaoError("extra-missing", option=f"--{paper}", package=needs.package, extra=paper) from problem
    except OSError as problem:  # how the loader of a library of the system says that it is not there
        reason = str(problem).partition(":")[0]
        told = {"package": needs.package, "library": needs.library, "debian": needs.debian, "reason": reason}
        raise BaitiaoError("extra-unusable", option=f"--{paper}", **told) from problem


def made(document: Document, paper: str, language: str) -> bytes:
    """The document as a file of that kind; the same document gives the same bytes."""
    makers: dict[str, Callable[[Document, str], bytes]] = {"html": _page, "pdf": _printed, "xlsx": _workbook}
    return makers[paper](document, language)


def _page(document: Document, language: str) -> bytes:
    from baitiao_cli.show.page.page import page

    return page(document, language).encode("utf-8")


def _printed(document: Document, language: str) -> bytes:
    from baitiao_cli.show.page.printed import printed

    return printed(document, language)


def _workbook(document: Document, language: str) -> bytes:
    from baitiao_cli.show.workbook import workbook

    return workbook(document, language)


def written_document(path: Path, form: str, as_of: date) -> Document:
    """What was written where."""
    data = {"path": str(path), "format": form}
    return Document(data=data, as_of=as_of, tables=[record("path format", data, title=papers.WRITTEN)])
