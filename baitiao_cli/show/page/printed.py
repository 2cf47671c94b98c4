"""The page of a document printed on A4, as a PDF: WeasyPrint lays out the very page that a browser shows."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.show.document import Document
from baitiao_cli.show.page.page import page

MANY_LETTERS = 20


def printed(document: Document, language: str) -> bytes:
    """The PDF, tagged for those who have it read out; nothing is loaded for it but fonts of the system.

    Its identifier is that of its content: the same page with the same fonts gives the same bytes. Where no font has a
    letter the PDF would have a box in its place, so it is refused: `letters-missing`.
    """
    from weasyprint import HTML

    html = page(document, language)
    identifier = sha256(html.encode("utf-8")).hexdigest()[:32].encode("ascii")
    drawn = HTML(string=html, url_fetcher=_load_nothing)
    made: bytes = drawn.write_pdf(finisher=_refuse_boxes, pdf_identifier=identifier, pdf_variant="pdf/ua-1")
    return made


def _refuse_boxes(laid_out: Any, _: Any) -> None:
    """Refuses a PDF in which letters are drawn as boxes."""
    missing = sorted({chr(code) for font in laid_out.fonts.values() for code in font.missing})
    if missing:
        raise BaitiaoError("letters-missing", letters="".join(missing[:MANY_LETTERS]))


def _load_nothing(url: str, *_: Any, **__: Any) -> Any:
    raise ValueError(f"a page loads nothing: {url[:32]}")
