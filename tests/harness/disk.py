"""A disk that may lose what was not synced: sectors, changes of size, names in the folder."""

from __future__ import annotations

from random import Random
from typing import Literal, NamedTuple

SECTOR = 512

How = Literal["nothing kept", "all kept", "some operations", "some sectors", "one lost", "size before content"]
HOWS: tuple[How, ...] = (
    "nothing kept",
    "all kept",
    "some operations",
    "some sectors",
    "one lost",
    "size before content",
)
"""What becomes of what was not synced. A file may also have grown before what was written there came: it is junk."""


class Event(NamedTuple):
    """Something that was done to a file: `offset` is where it is written, or the size that it is cut to."""

    kind: str
    name: str
    offset: int = 0
    data: bytes = b""


class _File:
    """A file: what is sure of it, and what was done to it since it was synced."""

    def __init__(self, content: bytes = b"") -> None:
        self.sure = content
        self.unsure: list[Event] = []

    def sync(self) -> None:
        content = bytearray(self.sure)
        for event in self.unsure:
            _apply(content, event)
        self.sure, self.unsure = bytes(content), []


class Disk:
    """Files and the names that they have: each name that was given or taken is sure once the folder is synced."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = {name: _File(content) for name, content in files.items()}
        self.sure_names = dict(self.files)
        self.unsure_names: list[tuple[str, _File | None]] = []

    def take(self, event: Event) -> None:
        """Takes one operation, in their order."""
        if event.kind == "create":
            self.files[event.name] = _File()
            self.unsure_names.append((event.name, self.files[event.name]))
        elif event.kind == "delete":
            del self.files[event.name]
            self.unsure_names.append((event.name, None))
            if event.offset:  # the deletion itself syncs the folder
                self._sync_names()
        elif event.kind == "sync folder":
            self._sync_names()
        elif event.kind == "sync":
            self.files[event.name].sync()
        else:
            self.files[event.name].unsure.append(event)

    def _sync_names(self) -> None:
        self.sure_names, self.unsure_names = self._names(len(self.unsure_names)), []

    def _names(self, kept: int) -> dict[str, _File]:
        """The names when so many of the unsure changes were kept: a file system keeps them in their order."""
        names: dict[str, _File | None] = dict(self.sure_names)
        names.update(self.unsure_names[:kept])
        return {name: file for name, file in names.items() if file is not None}

    def image(self, how: How, random: Random) -> dict[str, bytes]:
        """What might be on the disk if the power were cut now."""
        changes = len(self.unsure_names)
        kept = {"nothing kept": 0, "all kept": changes}.get(how, random.randint(0, changes))
        return {name: _image(file, how, random) for name, file in self._names(kept).items()}


def _image(file: _File, how: How, random: Random) -> bytes:
    content = bytearray(file.sure)
    if how == "size before content":
        reached = [event.offset + len(event.data) for event in file.unsure if event.kind == "write"]
        grown = max([len(content), *reached])
        content += random.randbytes(grown - len(content)) if random.random() < 0.5 else bytes(grown - len(content))
    lost = random.randrange(len(file.unsure)) if file.unsure else 0
    share = random.random()
    for place, event in enumerate(file.unsure):
        match how:
            case "nothing kept":
                continue
            case "one lost" if place == lost:
                continue
            case "some operations" if random.random() > share:
                continue
            case "some sectors" | "size before content":
                for part in _sectors(event):
                    if random.random() < share:
                        _apply(content, part)
            case _:
                _apply(content, event)
    return bytes(content)


def _sectors(event: Event) -> list[Event]:
    """A write by the sectors of the disk: each is kept or lost on its own."""
    if event.kind != "write":
        return [event]
    parts, start, end = [], event.offset, event.offset + len(event.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        parts.append(Event("write", event.name, start, event.data[start - event.offset : stop - event.offset]))
        start = stop
    return parts


def _apply(content: bytearray, event: Event) -> None:
    if event.kind == "truncate":
        size = event.offset
        content[size:] = bytes(max(0, size - len(content)))
        return
    if len(content) < event.offset:
        content += bytes(event.offset - len(content))
    content[event.offset : event.offset + len(event.data)] = event.data
