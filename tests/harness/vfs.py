"""SQLite's own file system, watched and disturbed: the file operations pass through Python on their way.

Written with ctypes against the library that Python's `_sqlite3` links (structures as in sqlite3.h; version 1 of the
methods has no shared memory and no memory mapping, which a rollback journal does without). While it is registered it is
the default: connections of this process that are opened meanwhile use it, and the program knows nothing of it.
"""

from __future__ import annotations

import _sqlite3
import ctypes
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p, cast, string_at
from functools import cache
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

LIBRARY = ctypes.CDLL(_sqlite3.__file__)  # what is looked up in it is found in what it links, too
IS_THERE = hasattr(LIBRARY, "sqlite3_vfs_register")
"""Whether SQLite can be reached: some builds of Python keep it to themselves."""
if IS_THERE:
    LIBRARY.sqlite3_vfs_find.restype = c_void_p
OK = 0
OPEN_CREATE = 0x4

_ON_FILE = {
    "close": CFUNCTYPE(c_int, c_void_p),
    "read": CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64),
    "write": CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64),
    "truncate": CFUNCTYPE(c_int, c_void_p, c_int64),
    "sync": CFUNCTYPE(c_int, c_void_p, c_int),
    "size": CFUNCTYPE(c_int, c_void_p, c_void_p),
    "lock": CFUNCTYPE(c_int, c_void_p, c_int),
    "unlock": CFUNCTYPE(c_int, c_void_p, c_int),
    "check lock": CFUNCTYPE(c_int, c_void_p, c_void_p),
}
_ON_NAME = {
    "open": CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p),
    "delete": CFUNCTYPE(c_int, c_void_p, c_char_p, c_int),
    "access": CFUNCTYPE(c_int, c_void_p, c_char_p, c_int, c_void_p),
}
_OPEN_DIRECTORY = CFUNCTYPE(c_int, c_char_p, c_void_p)
KINDS = (*_ON_FILE, *_ON_NAME, "sync folder")
"""The operations; the last is asked for when a name is to be sure."""


class _Methods(Structure):
    """sqlite3_io_methods, version 1."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [
        ("version", c_int),
        *_ON_FILE.items(),
        *((name, c_void_p) for name in ("control", "sector size", "device")),
    ]


class _Vfs(Structure):
    """sqlite3_vfs, version 3."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [
        *(("version", c_int), ("file size", c_int), ("longest path", c_int)),
        *(("next", c_void_p), ("name", c_char_p), ("data", c_void_p)),
        *_ON_NAME.items(),
        *((f"other {number}", c_void_p) for number in range(10)),
        ("set system call", CFUNCTYPE(c_int, c_void_p, c_char_p, c_void_p)),
        ("get system call", CFUNCTYPE(c_void_p, c_void_p, c_char_p)),
        ("next system call", c_void_p),
    ]


class _File(Structure):
    """What every open file begins with."""

    _fields_: ClassVar[list[tuple[str, Any]]] = [("methods", POINTER(_Methods))]


class Operation(NamedTuple):
    """One operation on a file: where it begins, how much it is about, and (a write) what is written.

    `offset` is the new size of a truncation and the flags of an opening; `is_new` tells that it makes the file.
    """

    kind: str
    path: str
    offset: int = 0
    size: int = 0
    buffer: int = 0
    is_new: bool = False
    act_halved: Callable[[], int] = lambda: OK
    """Does the first half of a read or a write."""

    @property
    def data(self) -> bytes:
        """The bytes that a write writes; only while it is done."""
        return string_at(self.buffer, self.size)


Answer = Callable[[Operation, Callable[[], int]], int]
"""Is told of each operation, with the function that does it, and returns SQLite's result code for it."""


def _do(_: Operation, act: Callable[[], int]) -> int:
    return act()


class Watch:
    """The file system whose operations of some kinds are watched; the others are SQLite's own.

    A connection that an exception still holds may be closed long after the block in which it was opened, and SQLite
    calls then what is here: `watch` keeps it as long as the process, for one block after another.
    """

    def __init__(self, kinds: Collection[str]) -> None:
        self.kinds = set(kinds)
        self.answer: Answer = _do
        self.problem: BaseException | None = None
        self.opened: dict[int, tuple[str, Answer]] = {}
        self.theirs = cast(LIBRARY.sqlite3_vfs_find(None), POINTER(_Vfs))
        self.ours = _Vfs.from_buffer_copy(self.theirs.contents)
        self.ours.name, self.ours.next = b"watched", None
        self.kept = [_ON_NAME["open"](self._open), _ON_NAME["delete"](self._delete), _ON_NAME["access"](self._access)]
        for name, function in zip(("open", "delete", "access"), self.kept, strict=True):
            setattr(self.ours, name, function)
        self.open_directory = getattr(self.theirs.contents, "get system call")(self.theirs, b"openDirectory")
        self.our_open_directory = _OPEN_DIRECTORY(self._sync_folder)
        self.methods: dict[int, _Methods] = {}

    @contextmanager
    def registered(self, answer: Answer) -> Iterator[None]:
        """The block whose new connections are told to `answer`, one block at a time; raises what went wrong in it."""
        self.answer, self.problem = answer, None
        set_call = getattr(self.theirs.contents, "set system call")
        LIBRARY.sqlite3_vfs_register(ctypes.byref(self.ours), 1)
        set_call(self.theirs, b"openDirectory", cast(self.our_open_directory, c_void_p))
        try:
            yield
        finally:
            self.answer = _do
            set_call(self.theirs, b"openDirectory", None)
            LIBRARY.sqlite3_vfs_unregister(ctypes.byref(self.ours))
            LIBRARY.sqlite3_vfs_register(self.theirs, 1)
        if self.problem is not None:
            raise self.problem

    def _tell(self, operation: Operation, act: Callable[[], int], answer: Answer | None = None) -> int:
        if operation.kind not in self.kinds:
            return act()
        try:
            return (answer or self.answer)(operation, act)
        except BaseException as problem:  # it cannot cross SQLite
            self.problem = self.problem or problem
            return act()

    def _open(self, _: int, name: int, file: int, flags: int, flags_out: int) -> int:
        path = string_at(name).decode() if name else ""
        is_new = bool(flags & OPEN_CREATE) and not Path(path).exists()

        def act() -> int:
            code: int = self.theirs.contents.open(self.theirs, name, file, flags, flags_out)
            opened = cast(file, POINTER(_File)).contents
            if code == OK and path:
                self.opened[file] = (path, self.answer)
                opened.methods = ctypes.pointer(self._methods(opened.methods.contents))
            return code

        return self._tell(Operation("open", path, flags, is_new=is_new), act)

    def _methods(self, theirs: _Methods) -> _Methods:
        """Their methods with ours in the place of those that are watched; the ledger and its journal have two sets."""
        found = self.methods.get(ctypes.addressof(theirs))
        if found is None:
            found = self.methods[ctypes.addressof(theirs)] = _Methods.from_buffer_copy(theirs)
            found.version = 1
            for kind in {*_ON_FILE} & {*self.kinds, "close"}:
                setattr(found, kind, _ON_FILE[kind](self._method(kind, getattr(theirs, kind))))
        return found

    def _method(self, kind: str, theirs: Callable[..., int]) -> Callable[..., int]:
        def method(file: int, *given: int) -> int:
            offset = size = buffer = 0
            if kind in ("read", "write"):
                buffer, size, offset = given
            elif kind in ("truncate", "sync", "lock", "unlock"):
                offset = given[0]
            path, answer = self.opened.pop(file) if kind == "close" else self.opened[file]
            operation = Operation(
                kind, path, offset, size, buffer, act_halved=lambda: theirs(file, buffer, size // 2, offset)
            )
            return self._tell(operation, lambda: theirs(file, *given), answer)

        return method

    def _delete(self, _: int, name: bytes, is_sure: int) -> int:
        operation = Operation("delete", name.decode(), is_sure)
        return self._tell(operation, lambda: self.theirs.contents.delete(self.theirs, name, is_sure))

    def _access(self, _: int, name: bytes, flags: int, result: int) -> int:
        operation = Operation("access", name.decode(), flags)
        return self._tell(operation, lambda: self.theirs.contents.access(self.theirs, name, flags, result))

    def _sync_folder(self, name: bytes, descriptor: int) -> int:
        theirs = _OPEN_DIRECTORY(self.open_directory)
        return self._tell(Operation("sync folder", name.decode()), lambda: theirs(name, descriptor))


@cache
def watch(kinds: tuple[str, ...] = KINDS) -> Watch:
    """The one watch of these kinds: `with watch().registered(answer): ...`."""
    return Watch(kinds)
