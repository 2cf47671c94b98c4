"""The catalogues of translations: compiled gettext files, each read when the first text is told in its language.

The `gettext` of the standard library decodes every text of a catalogue first, which takes 26 million instructions;
a command tells a few of two thousand. So the file is cut into texts here, and only what is told is decoded.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from struct import unpack_from

LOCALE = Path(__file__).with_name("locale")


@cache
def catalogue(language: str) -> dict[bytes, bytes]:
    """The texts of `language` by what they translate, behind their context and a mark if they have one.

    Of a little-endian file without plurals, where all originals stand one after the other, then all translations, each
    with a NUL behind it: so Babel and msgfmt write it.
    """
    compiled = (LOCALE / language / "LC_MESSAGES" / "baitiao.mo").read_bytes()
    count, *tables = unpack_from("<8x3I", compiled)
    originals, translations = (
        compiled[unpack_from("<4xI", compiled, table)[0] :].split(b"\0", count)[:count] for table in tables
    )
    return dict(zip(originals, translations, strict=True))


def translated(message: str, context: str, language: str) -> str:
    """`message` as the catalogue of `language` has it in this context; itself where it has none.

    >>> translated("Interest income", "", "zh"), translated("no such text", "", "zh")
    ('利息收入', 'no such text')
    """
    if not message:  # a catalogue keeps its heading there
        return message
    found = catalogue(language).get((f"{context}\x04{message}" if context else message).encode())
    return message if found is None else found.decode()
