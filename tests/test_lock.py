"""What is locked is what the project asks for: every dependency, in a version that it allows, with its hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNNING = PROJECT["dependencies"]
ALL = [*RUNNING, *(each for extra in PROJECT["optional-dependencies"].values() for each in extra)]
PIN = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; .*)? \\$", re.MULTILINE)


@pytest.mark.parametrize(("name", "wanted"), [("requirements.lock", RUNNING), ("requirements-develop.lock", ALL)])
def test_every_dependency_is_locked(name: str, wanted: list[str]) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pins = {}
    for package, version in PIN.findall(text):
        pins.setdefault(package, []).append(version)
    for each in map(Requirement, wanted):
        assert any(each.specifier.contains(version) for version in pins.get(each.name.lower(), [])), each
    pinned = [block for block in re.split(r"\n(?=\S)", text) if block.strip()]
    assert all(PIN.match(block) and "--hash=sha256:" in block for block in pinned)


def test_a_lock_names_no_place() -> None:
    for path in ROOT.glob("requirements*.lock"):
        assert "//" not in path.read_text(encoding="utf-8")
