"""What the opening of a ledger did that its owner must be told once, whatever the command was."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_keys: list[Path] = []


def note_key(file: Path) -> None:
    """Notes that the people of an older ledger were encrypted with the key in that file."""
    _keys.append(file)


def keys_to_tell() -> list[Path]:
    """The key files that nobody was told of yet; whoever asks tells them."""
    told = [*_keys]
    _keys.clear()
    return told
