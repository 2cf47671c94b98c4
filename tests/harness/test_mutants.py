"""The mutants are those that were meant, and a test that fails on one is noticed."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from .mutants import Equivalent, equivalents

pytest.importorskip("mutmut", reason="needs the extra `mutation`")
pytest.importorskip("coverage", reason="needs the extra `mutation`")

MODULE = '''"""A module."""

from __future__ import annotations


class Span:
    @property
    def days(self) -> int:
        return self.until - self.from_


def least(one: int, two: int = 5) -> int:
    """The least."""
    assert one > 0
    return min(one, two)


def pairs(ones: list[int]) -> list[tuple[int, int]]:
    return list(zip(ones, ones, strict=True))
'''


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of a module of its own, which can be imported."""
    (tmp_path / "measured.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.mutmut]\nsource_paths = ["."]\n', encoding="utf-8")
    monkeypatch.setattr("mutmut.configuration._config", None)
    monkeypatch.setenv("HYPOTHESIS_PROFILE", "quick")
    monkeypatch.delitem(sys.modules, "measured", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    return "measured.py"


def test_properties_are_changed_and_asserts_are_not(module: str) -> None:
    from .mutation import mutants_of

    changes = {(mutant.function, mutant.now): mutant.kind for mutant in mutants_of(Path(module))}
    assert changes["Span.days", "return self.until + self.from_"] == "figure"
    assert changes["least", "return max(one, two)"] == "figure"
    assert changes["least", "def least(one: int, two: int = 6) -> int:"] == "figure"
    assert changes["least", "return min(one, )"] == "figure"
    assert not [now for _, now in changes if "assert" in now]
    assert {now for function, now in changes if function == "pairs"} == {
        "return list(None)",
        "return list(zip(None, ones, strict=True))",
        "return list(zip(ones, None, strict=True))",
        "return list(zip(ones, strict=True))",
    }


def test_a_mutant_takes_the_place_of_its_function_by_every_name(module: str) -> None:
    import measured  # type: ignore[import-not-found]

    from .mutation import install, mutants_of

    known_before, found = measured.least, {mutant.now: mutant for mutant in mutants_of(Path(module))}
    install(found["return max(one, two)"])
    assert known_before(1, 2) == 2
    install(found["def least(one: int, two: int = 6) -> int:"])
    assert (known_before(9), known_before(1, 2)) == (6, 1)
    span = measured.Span()
    span.from_, span.until = 3, 10
    install(found["return self.until + self.from_"])
    assert span.days == 13


def test_what_no_test_notices_is_told_apart(module: str) -> None:
    from .killing import judge
    from .mutation import mutants_of

    Path("test_measured.py").write_text(
        "from measured import least\n\ndef test_least() -> None:\n    assert least(3, 4) == 3\n", encoding="utf-8"
    )
    verdicts = []
    judge(list(mutants_of(Path(module))), ["test_measured.py"], 1, (1.0, 1.0), verdicts.append)
    fates = {verdict.mutant.now: verdict.fate for verdict in verdicts}
    assert fates["return max(one, two)"] == "killed"
    assert fates["def least(one: int, two: int = 6) -> int:"] == "survived"
    assert fates["return self.until + self.from_"] == "not reached"


@pytest.mark.parametrize(("patience", "told"), [(0.1, ("survived", 1)), (5.0, ("killed", 2))])
def test_what_survives_is_looked_at_once_more_with_more_tests(
    module: str, patience: float, told: tuple[str, int]
) -> None:
    from .killing import judge
    from .mutation import mutants_of

    tests = Path(f"test_look_{told[1]}.py")  # a module is imported once
    tests.write_text(
        "from time import process_time\n\nfrom measured import least\n\n"
        "def test_little() -> None:\n    assert least(3, 3) == 3\n\n"
        "def test_more_and_slower() -> None:\n"
        "    began = process_time()\n    while process_time() < began + 0.2:\n        pass\n"
        "    assert least(3, 4) == 3\n",
        encoding="utf-8",
    )
    verdicts = []
    judge(list(mutants_of(Path(module))), [str(tests)], 2, (0.1, patience), verdicts.append)
    looked = {verdict.mutant.now: (verdict.fate, verdict.look) for verdict in verdicts}
    assert looked["return max(one, two)"] == told
    assert len({verdict.mutant.name for verdict in verdicts}) == len(verdicts)  # each is told once


def test_what_is_known_to_be_equal_is_still_there() -> None:
    from .mutation import mutants_of

    known: dict[str, list[Equivalent]] = {}
    for one in equivalents():
        assert one.why
        known.setdefault(one.path, []).append(one)
    for path, of_path in known.items():
        changes = {mutant.change for mutant in mutants_of(Path(path))}
        assert [one for one in of_path if one.change not in changes] == []
