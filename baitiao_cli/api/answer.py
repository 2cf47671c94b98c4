"""The answer of a command as Python has it: records and figures to compute with, tables to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from io import StringIO
from typing import Any, Generic, TypeVar

from msgspec.structs import replace

from baitiao_cli.show.document import Document
from baitiao_cli.show.output import in_language, write_document

T_co = TypeVar("T_co", covariant=True)


class Answer(Mapping[str, Any], Generic[T_co]):
    """What a command answers with.

    `data` is what its JSON has under `data` (keys stay, new ones may come; amounts are whole fen, days are dates), and
    the answer itself is a mapping of it to be read: `answer["key"]`, `"key" in answer`, `dict(answer)`. `value` is the
    typed record behind it, `None` for a command that has none. `repeated`: a request id was used again and this is its
    first answer; what is not `kept` was a dry run's or a branch's. It shows as tables, in a notebook as HTML.
    """

    def __init__(self, document: Document, language: str) -> None:
        self._document, self._language = document, language

    @property
    def value(self) -> T_co:
        """The record that the command's action gave."""
        value: T_co = self._document.value
        return value

    @property
    def data(self) -> Mapping[str, Any]:
        """The figures by the keys of the JSON."""
        told: Any = in_language(self._document.data, self._language)
        return dict(told)

    def __getitem__(self, key: str) -> Any:
        return self._told[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)

    @cached_property
    def _told(self) -> Mapping[str, Any]:
        return self.data

    @property
    def as_of(self) -> date:
        """The day that the answer is about."""
        return self._document.as_of

    @property
    def repeated(self) -> bool:
        """Whether it was given before, to the same request id."""
        return self._document.repeated

    @property
    def kept(self) -> bool:
        """Whether it stayed: nothing of a dry run or a branch does."""
        return self._document.kept

    @property
    def notes(self) -> list[str]:
        """The sentences under the tables."""
        return [note.in_language(self._language) for note in self._document.told_notes]

    def json(self) -> str:
        """The document that the command prints with `--json`."""
        stream = StringIO()
        write_document(self._document, "json", self._language, stream)
        return stream.getvalue().rstrip("\n")

    def __repr__(self) -> str:
        from baitiao_cli.show.terminal import write_tables

        stream = StringIO()
        write_tables(replace(self._document, charts=()), self._language, stream)
        return "\n".join(line.rstrip() for line in stream.getvalue().splitlines())

    def _repr_html_(self) -> str:
        from baitiao_cli.show.notebook import html_of

        return html_of(self._document, self._language)
