"""The mutants: copies of a function with one small change each, as mutmut makes them, and how one is put in its place.

The changes are mutmut's own (an operator turned round, a number one higher, an argument dropped ...), with two
differences. Properties are mutated too, which mutmut leaves out because its wrapper takes plain functions only; here a
mutant takes the place of the code of the function, so that every name it goes by means the mutant. And what an
`assert` says, or `strict=True` of a `zip`, is left as it is: that is itself a test.
"""

from __future__ import annotations
import __future__

import ast
import difflib
import importlib
import inspect
import re
import textwrap
import types
from collections.abc import Container, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

import libcst as cst
import msgspec
from mutmut.mutation.file_mutation import MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import get_ignored_lines
from mutmut.utils.file_utils import walk_mutatable_files

Kind = Literal["figure", "logic", "text", "argument", "assignment", "other"]
"""What was changed: `figure` is arithmetic or comparison (an operator, a number, min or max)."""

_KINDS: tuple[tuple[type[cst.CSTNode], Kind], ...] = (
    (cst.BinaryOperation, "figure"),
    (cst.ComparisonTarget, "figure"),
    (cst.AugAssign, "figure"),
    (cst.BaseNumber, "figure"),
    (cst.BooleanOperation, "logic"),
    (cst.UnaryOperation, "logic"),
    (cst.IfExp, "logic"),
    (cst.Name, "logic"),
    (cst.BaseCompOp, "logic"),
    (cst.BaseString, "text"),
    (cst.Call, "argument"),
    (cst.Assign, "assignment"),
    (cst.AnnAssign, "assignment"),
)


class Mutant(msgspec.Struct, frozen=True):
    """One change of one function."""

    path: str
    function: str
    line: int
    """Where the changed code begins in the file."""
    kind: Kind
    was: str
    """The changed lines as they are ..."""
    now: str
    """... and as the mutant has them."""
    number: int
    """Among those of its function."""
    source: str
    """The function as the mutant has it, without decorators."""

    @property
    def name(self) -> str:
        """Such as `baitiao_cli/calc/money.py split_fen 7`."""
        return f"{self.path} {self.function} {self.number}"

    @property
    def change(self) -> tuple[str, str, str, str]:
        """What tells this mutant from others wherever the lines of its file move to."""
        return self.path, self.function, self.was, self.now


def files() -> list[Path]:
    """The files that are mutated: the `source_paths` of `[tool.mutmut]`."""
    return sorted(walk_mutatable_files())


def mutants_of(path: Path, kinds: Container[str] = ()) -> Iterator[Mutant]:
    """Every mutant of a file, in the order of the file; or only those of some kinds, which takes less time."""
    code = path.read_text("utf-8")
    wrapper = cst.MetadataWrapper(cst.parse_module(code))
    visitor = _Visitor([*mutation_operators, (cst.Call, _least_or_most)], get_ignored_lines(str(path), code, wrapper))
    module = wrapper.visit(visitor)
    counts: dict[str, int] = {}
    for mutation, line in zip(visitor.mutations, visitor.lines, strict=True):
        function = mutation.contained_by_top_level_function
        if not isinstance(function, cst.FunctionDef):
            continue
        name = visitor.names[function]
        counts[name] = counts.get(name, 0) + 1
        kind = _kind(mutation.original_node)
        if kinds and kind not in kinds:
            continue
        mutated = deep_replace(function, mutation.original_node, mutation.mutated_node)
        assert isinstance(mutated, cst.FunctionDef)
        before, after = _text(module, function), _text(module, mutated)
        was, now = _changed_lines(before, after)
        if _asserts_less(was, now):
            continue
        yield Mutant(str(path), name, line, kind, was, now, counts[name], after)


def install(mutant: Mutant) -> None:
    """Puts the mutant in the place of its function, in this process."""
    module = importlib.import_module(mutant.path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    names: dict[str, Any] = dict(vars(module))
    flags = __future__.annotations.compiler_flag
    exec(compile(mutant.source, mutant.path, "exec", flags=flags, dont_inherit=True), names)
    *_, name = mutant.function.split(".")
    original, changed = _function(module, mutant.function), names[name]
    original.__code__ = changed.__code__
    original.__defaults__, original.__kwdefaults__ = changed.__defaults__, changed.__kwdefaults__


class Statements:
    """Which lines of a file belong together: a simple statement, or the head of a compound one."""

    def __init__(self, path: str) -> None:
        tree = ast.parse(Path(path).read_text("utf-8"))
        self._ranges: list[tuple[int, int]] = []
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                # Defaults are worked out once; whoever calls the function meets them.
                first = node.body[0]
                self._ranges.append((node.lineno, first.lineno - 1))
            elif isinstance(node, ast.stmt):
                self._ranges.append((node.lineno, _end_of_head(node)))
        self._bodies = {
            line: range(node.lineno, (node.end_lineno or node.lineno) + 1)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
            for line in range(node.lineno, node.body[0].lineno)
        }

    def around(self, line: int) -> Iterable[int]:
        """The lines of the smallest statement that holds `line`; for the head of a function the whole function."""
        if line in self._bodies:
            return self._bodies[line]
        held = [(first, last) for first, last in self._ranges if first <= line <= last]
        first, last = min(held, key=lambda span: span[1] - span[0], default=(line, line))
        return range(first, last + 1)


class _Visitor(MutationVisitor):
    """mutmut's walk through a file, which also keeps where each change stands and what its function is called."""

    def __init__(self, operators: Any, ignored: Any) -> None:
        super().__init__(operators, ignored)
        self.lines: list[int] = []
        self.names: dict[cst.CSTNode, str] = {}
        self._classes: list[str] = []
        self._line = 0

    def on_visit(self, node: cst.CSTNode) -> bool:
        position = self.get_metadata(cst.metadata.PositionProvider, node, None)
        # An operator of a comparison has no position of its own: it stands where its comparison does.
        self._line = position.start.line if position else self._line
        if isinstance(node, cst.ClassDef):
            self._classes.append(node.name.value)
        if isinstance(node, cst.FunctionDef):
            self.names[node] = ".".join([*self._classes, node.name.value])
        return super().on_visit(node)

    def on_leave(self, original_node: cst.CSTNode) -> None:
        if isinstance(original_node, cst.ClassDef):
            self._classes.pop()
        super().on_leave(original_node)

    def _create_mutations(self, node: cst.CSTNode) -> None:
        super()._create_mutations(node)
        self.lines += [self._line] * (len(self.mutations) - len(self.lines))

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Assert):
            return True
        if isinstance(node, cst.FunctionDef) and node.decorators:
            return False
        return super()._skip_node_and_children(node)


def _least_or_most(node: cst.Call) -> Iterator[cst.Call]:
    """The one change that mutmut does not know: the least for the most."""
    turned = {"min": "max", "max": "min"}
    if isinstance(node.func, cst.Name) and node.func.value in turned:
        yield node.with_changes(func=cst.Name(turned[node.func.value]))


def _asserts_less(was: str, now: str) -> bool:
    """Whether nothing has changed but that a `zip` does not assert any more that its parts are of one length."""
    without = [re.sub(r"strict=(True|False|None)|[\s,]", "", text) for text in (was, now)]
    return without[0] == without[1] and was.count("strict=True") > now.count("strict=True")


def _kind(was: cst.CSTNode) -> Kind:
    if (
        isinstance(was, cst.Call)
        and isinstance(was.func, cst.Name)
        and was.func.value in ("min", "max", "round", "abs")
    ):
        return "figure"
    if isinstance(was, cst.UnaryOperation) and isinstance(was.operator, cst.Minus | cst.Plus):
        return "figure"
    return next((kind for node, kind in _KINDS if isinstance(was, node)), "other")


def _text(module: cst.Module, function: cst.FunctionDef) -> str:
    plain = function.with_changes(decorators=[], leading_lines=[], lines_after_decorators=[])
    return textwrap.dedent(module.code_for_node(plain))


def _changed_lines(before: str, after: str) -> tuple[str, str]:
    """The lines that differ, as they were and as they are, each as one line of text."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    was = " ".join(line[2:].strip() for line in lines if line.startswith("- "))
    now = " ".join(line[2:].strip() for line in lines if line.startswith("+ "))
    return was, now


def _function(module: types.ModuleType, name: str) -> types.FunctionType:
    found: Any = module
    for part in name.split("."):
        found = inspect.getattr_static(found, part)
    if isinstance(found, property):
        found = found.fget
    found = getattr(found, "__wrapped__", None) or getattr(found, "__func__", None) or found
    assert isinstance(found, types.FunctionType), name
    return found


def _end_of_head(node: ast.stmt) -> int:
    body = getattr(node, "body", None) or getattr(node, "cases", None)
    if not body:
        return node.end_lineno or node.lineno
    first = body[0].pattern if isinstance(body[0], ast.match_case) else body[0]
    return max(node.lineno, int(first.lineno) - 1)
