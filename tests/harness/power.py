"""Power loss: whatever a disk kept of what was not synced, the ledger is whole and has all that was acknowledged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import ClassVar, NamedTuple

import msgspec

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file import connection as connections
from baitiao_cli.ledger.file import creation
from baitiao_cli.ledger.store import Ledger

from .disk import HOWS, Disk, Event
from .processes import counted
from .record import BrokenPromiseError, Record, Size
from .vfs import OK, Operation, watch
from .workload import Customers, do, findings, folder_in_memory, new_ledger, remove_ledger

IMAGES: dict[Size, int] = {"short": 20_000, "long": 200_000}
PARTS = 2  # at once
CONTROL_IMAGES = 1_500
VERBS_A_LEDGER = 12  # short: a new ledger has its journal made, too
HOT_A_SECOND_CUT = 100
ACKNOWLEDGED = Event("acknowledged", "")
RECORDED = ("open", "write", "truncate", "sync", "delete", "sync folder")


class PowerLoss(Record, frozen=True, kw_only=True):
    """What the images held. Lost and damaged ones are always 0, or there would be no record."""

    promise: ClassVar[str] = "Power loss"
    tried: ClassVar[str] = (
        "a VFS records every write, truncation, sync and deletion; after each, images of what a disk might hold, which"
        " has kept, lost or garbled unsynced sectors, sizes and names, are opened and checked; as a control, the same"
        " with other settings of SQLite"
    )

    images: int
    of_them_to_be_rolled_back: int
    of_them_cut_again_while_repaired: int
    acknowledged_lost: int
    damaged: int
    different_states: int
    images_of_each_control: int
    lost_with_journal_delete_and_synchronous_full: int
    lost_or_damaged_with_synchronous_off: int


class Setting(NamedTuple):
    """How SQLite is told to keep a transaction safe."""

    journal: str
    synchronous: str
    read_back: int


FULL, OFF = Setting("delete", "full", 2), Setting("truncate", "off", 0)


def power_round(size: Size, seed: int) -> PowerLoss:
    """The images of a round, and those of the controls, which must lose something or the round proves nothing."""
    counts = counted([partial(cut_power, IMAGES[size] // PARTS, seed + part) for part in range(PARTS)], seed)
    if counts["lost"] or counts["damaged"]:
        raise BrokenPromiseError(f"power loss: {dict(counts)}", seed)
    full, off = control(FULL, seed), control(OFF, seed)
    return PowerLoss(
        images=counts["images"],
        of_them_to_be_rolled_back=counts["hot"],
        of_them_cut_again_while_repaired=counts["cut again"],
        acknowledged_lost=counts["lost"],
        damaged=counts["damaged"],
        different_states=counts["states"],
        images_of_each_control=CONTROL_IMAGES,
        lost_with_journal_delete_and_synchronous_full=full["lost"],
        lost_or_damaged_with_synchronous_off=off["lost"] + off["damaged"],
    )


def control(setting: Setting, seed: int) -> Counter[str]:
    """The same with a setting that is known to lose: the counts of what it lost or damaged."""
    with set_to(setting):
        return cut_power(CONTROL_IMAGES, seed)


@contextmanager
def set_to(setting: Setting) -> Iterator[None]:
    """The block in which the ledger's connections have another journal mode and other syncs."""
    before = connections.PRAGMAS, connections.JOURNAL
    kept = tuple(pragma for pragma in connections.PRAGMAS if pragma[0] != "synchronous")
    connections.PRAGMAS = (*kept, ("synchronous", setting.synchronous, setting.read_back))
    connections.JOURNAL = creation.JOURNAL = (("journal_mode", setting.journal, setting.journal),)
    try:
        yield
    finally:
        connections.PRAGMAS, connections.JOURNAL = before
        creation.JOURNAL = before[1]


def cut_power(images: int, seed: int) -> Counter[str]:
    """Cuts the power so often, in the lives of as many ledgers as it takes, and counts what was lost or damaged."""
    counts: Counter[str] = Counter()
    with folder_in_memory() as folder:
        number = 0
        while counts["images"] < images:
            history = History(folder, (seed, number))
            Images(history, folder / "image", counts, images).look()
            remove_ledger(history.path)
            number += 1
    return counts


class State(msgspec.Struct, frozen=True):
    """What can be told of a ledger from outside: its head, and how many requests it answered."""

    head: str
    requests: int

    @staticmethod
    def of(ledger: Ledger) -> State:
        with ledger.read() as tx:
            requests = tx.connection.execute("SELECT count(*) FROM requests").fetchone()[0]
            return State(tx.head(), requests)


class History:
    """A short life of a ledger: the file operations in their order, and after which of them which state was told."""

    def __init__(self, folder: Path, seed: tuple[int, int]) -> None:
        self.path = folder / "ledger.db"
        self.seed = seed[0]
        self.random = Random(repr(seed))
        customers = Customers(seed)
        ledger = new_ledger(self.path)
        for _ in range(self.random.choice((0, 0, 3))):
            customers.learn(do(ledger, customers.next_job()))
        self.at_first = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
        self.states = [State.of(ledger)]
        recorder = Recorder()
        self.events = recorder.events
        for _ in range(VERBS_A_LEDGER):
            with watch(RECORDED).registered(recorder.note):
                outcome = do(ledger, customers.next_job())
            customers.learn(outcome)
            if outcome.answer is not None:
                self.events.append(ACKNOWLEDGED)
                self.states.append(State.of(ledger))


class Recorder:
    """Writes down the file operations that change something, in the order in which a disk is told of them."""

    def __init__(self) -> None:
        self.events: list[Event] = []

    def note(self, operation: Operation, act: Callable[[], int]) -> int:
        kind, name = operation.kind, Path(operation.path).name
        data = operation.data if kind == "write" else b""
        place = len(self.events)
        code = act()
        if code == OK and (kind != "open" or operation.is_new):
            # A folder is synced in the course of the sync of a file, after the file itself.
            at = place if kind == "sync" else len(self.events)
            self.events.insert(at, Event("create" if kind == "open" else kind, name, operation.offset, data))
        return code


class Images:
    """The images of a history: made, opened by SQLite as it is, and judged."""

    def __init__(self, history: History, folder: Path, counts: Counter[str], most: int) -> None:
        self.history, self.counts, self.folder, self.most = history, counts, folder, most
        self.random = history.random
        self.ledger = Ledger(folder / history.path.name)
        self.judged: dict[bytes, State | None] = {}
        folder.mkdir(exist_ok=True)

    def look(self) -> None:
        """Images after every operation of the history, each kind of loss in turn."""
        for image, acknowledged in self._after_each(self.history.at_first, self.history.events):
            is_whole = self._judge(image, acknowledged)
            if self._is_hot(image):
                self.counts["hot"] += 1
                if is_whole and self.counts["hot"] % HOT_A_SECOND_CUT == 0:  # those of a control may be damaged
                    self._cut_again(image, acknowledged)
        self.counts["states"] += len(self.judged)

    def _after_each(
        self, files: dict[str, bytes], events: list[Event], acknowledged: int = 0
    ) -> Iterator[tuple[dict[str, bytes], int]]:
        disk = Disk(files)
        for event in events:
            if event == ACKNOWLEDGED:
                acknowledged += 1
            else:
                disk.take(event)
            for how in HOWS:
                if self.counts["images"] < self.most:
                    yield disk.image(how, self.random), acknowledged

    def _cut_again(self, image: dict[str, bytes], acknowledged: int) -> None:
        """The power fails once more, while what it left the first time is repaired."""
        self._put(image)
        recorder = Recorder()
        with watch(RECORDED).registered(recorder.note):
            State.of(self.ledger)
        for again, _ in self._after_each(image, recorder.events):
            self._judge(again, acknowledged)
            self.counts["cut again"] += 1

    def _is_hot(self, image: dict[str, bytes]) -> bool:
        return image.get(f"{self.ledger.path.name}-journal", b"")[:1] not in (b"", b"\0")

    def _put(self, image: dict[str, bytes]) -> None:
        for name in {path.name for path in self.folder.iterdir()} - image.keys():
            (self.folder / name).unlink()
        for name, content in image.items():
            (self.folder / name).write_bytes(content)

    def _judge(self, image: dict[str, bytes], acknowledged: int) -> bool:
        """Counts what the image lost; whether it can be read."""
        self.counts["images"] += 1
        self._put(image)
        state = self._recovered()
        if state is None:
            self.counts["damaged"] += 1
        elif state not in self.history.states[acknowledged:][:2]:
            self.counts["lost"] += 1
        return state is not None

    def _recovered(self) -> State | None:
        """The state of the ledger once SQLite has repaired it; `None` when it is damaged.

        The same bytes are the same ledger, so each content is proved once.
        """
        try:
            with self.ledger.read() as tx:
                tx.head()
            content = blake2b(self.ledger.path.read_bytes()).digest()
            if content not in self.judged:
                self.judged[content] = None if findings(self.ledger) else State.of(self.ledger)
            return self.judged[content]
        except BaitiaoError:
            return None
