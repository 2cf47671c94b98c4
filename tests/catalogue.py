"""The catalogue of translations: every `Text` of the code, in its order, with the name that it has there.

    python tests/catalogue.py --write

brings `messages/locale/zh/LC_MESSAGES/baitiao.po` up to date (new texts get an empty translation to be filled in, those
that are gone from the code go) and compiles it. Without `--write` it tells what is wrong. Needs the extra `test`.
"""

from __future__ import annotations

import ast
import io
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[1] / "baitiao_cli"
PO = PACKAGE / "messages" / "locale" / "zh" / "LC_MESSAGES" / "baitiao.po"
MO = PO.with_suffix(".mo")
HEADER = "# What baitiao says, in Chinese. The English is the code's; `make messages` brings this file up to date.\n#"
ONE_LINE = 200  # no translation is so long that git could not tell what changed in it


def texts_of(node: ast.AST, name: str = "") -> Iterator[tuple[str, str | None, str]]:
    """The texts of a module that a catalogue has to translate: the English, the context, and the name it goes by."""
    if isinstance(node, ast.Assign | ast.AnnAssign):
        name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
    if isinstance(node, ast.Call) and is_text(node):
        contexts = [ast.literal_eval(keyword.value) for keyword in node.keywords if keyword.arg == "context"]
        yield ast.literal_eval(node.args[0]), contexts[0] if contexts else None, name
    elif isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            yield from texts_of(value, f"{name}.{key.value}" if isinstance(key, ast.Constant) else name)
    else:
        for child in ast.iter_child_nodes(node):
            yield from texts_of(child, name)


def is_text(node: ast.Call) -> bool:
    """Whether a call makes a text that the catalogue is to translate: in words, and in English alone."""
    return (
        isinstance(node.func, ast.Name)
        and node.func.id == "Text"
        and len(node.args) == 1
        and isinstance(node.args[0], ast.Constant)
        and bool(node.args[0].value)
    )


class _Compiled(Catalog):
    """A catalogue whose heading names neither the day nor the version of Babel: the same texts are the same file."""

    mime_headers = (("Language", "zh"), ("Content-Type", "text/plain; charset=utf-8"))


def template() -> Catalog:
    """All texts of the code as a catalogue without translations."""
    found = Catalog(locale="zh", project="baitiao", header_comment=HEADER, charset="utf-8")
    for path in sorted(PACKAGE.rglob("*.py")):
        source = path.read_bytes()
        if b"Text(" not in source:
            continue
        place = path.relative_to(PACKAGE.parent).as_posix()
        for message, context, name in texts_of(ast.parse(source)):
            found.add(message, locations=[(place, None)], auto_comments=[name] if name else [], context=context)
    return found


def catalogue() -> Catalog:
    """The translations as the file has them."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="zh")


def merged(known: Catalog) -> Catalog:
    """Every text of the code with the translation that is known of it."""
    found = template()
    for message in found:
        translated = known.get(message.id, message.context) if message.id else None
        if translated is not None:
            message.string = translated.string
            message.user_comments = translated.user_comments
    return found


def po_text(found: Catalog) -> str:
    """The catalogue as its file has it: without dates and line numbers, which change with everything."""
    written = io.BytesIO()
    write_po(written, found, width=ONE_LINE, omit_header=True, include_lineno=False)
    heading = '"Language: zh\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
    return f'{HEADER}\nmsgid ""\nmsgstr ""\n{heading}\n{written.getvalue().decode("utf-8")}'


def compiled(found: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    plain = _Compiled(charset="utf-8", fuzzy=False)
    for message in found:
        if message.id and message.string:
            plain.add(message.id, message.string, context=message.context)
    written = io.BytesIO()
    write_mo(written, plain)
    return written.getvalue()


def places(text: str) -> set[str]:
    """The figures that a text has places for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def findings() -> list[str]:
    """What is wrong: a text without a translation, one that is not in the code any more, other figures, an old file."""
    known, wanted = catalogue(), template()
    texts = {(message.context, message.id) for message in wanted if message.id}
    told = [f"stale: {message.id!r}" for message in known if message.id and (message.context, message.id) not in texts]
    for context, text in texts:
        message = known.get(text, context)
        if message is None or not message.string:
            told.append(f"missing: {text!r}")
        elif message.fuzzy:
            told.append(f"fuzzy: {text!r}")
        elif places(text) != places(str(message.string)):
            told.append(f"other figures: {text!r}")
    if not told and PO.read_text("utf-8") != po_text(merged(known)):
        told.append(f"not in the order of the code: {PO.name}")
    if not told and MO.read_bytes() != compiled(known):
        told.append(f"not compiled: {MO.name}")
    return told


def write(known: Catalog) -> None:
    """Writes the translations that are known of the texts of the code, and compiles them."""
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_text(po_text(merged(known)), encoding="utf-8")
    MO.write_bytes(compiled(catalogue()))


def main() -> int:
    """Brings the catalogue up to date if asked to, and tells what is left to do."""
    if "--write" in sys.argv:
        write(catalogue() if PO.exists() else Catalog(locale="zh"))
    told = findings()
    sys.stdout.write("".join(f"{line}\n" for line in told))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
