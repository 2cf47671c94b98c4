"""The outcome of scenarios as JUnit XML, which build servers show: a suite a file, a case a step that expects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.scenario.scenario import Failure, Outcome
from baitiao_cli.show.errors import describe_error, error_lines
from baitiao_cli.show.scenario import failure_title, told_figures, what_happened
from baitiao_cli.show.text import printable


def junit(results: Sequence[tuple[str, Outcome | BaitiaoError]], language: str) -> Iterator[str]:
    """The XML in pieces; what a terminal would obey, and XML cannot hold, stands in it as an escape.

    A file that could not be played is a suite of one case, with its error.
    """
    outcomes = [result for _, result in results if isinstance(result, Outcome)]
    errors = len(results) - len(outcomes)
    tests = sum(len(outcome.checked) for outcome in outcomes) + errors
    failures = sum(len(outcome.failed) for outcome in outcomes)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<testsuites name="baitiao" tests="{tests}" failures="{failures}" errors="{errors}">\n'
    for file, result in results:
        yield from _suite(result, language) if isinstance(result, Outcome) else _unplayed(file, result, language)
    yield "</testsuites>\n"


def _unplayed(file: str, error: BaitiaoError, language: str) -> Iterator[str]:
    yield f'  <testsuite name={_value(file)} tests="1" failures="0" errors="1" time="0.000">\n'
    line = f' line="{error.line}"' if error.line else ""
    yield f"    <testcase classname={_value(file)} name={_value(str(error.step or file))}{line}>\n"
    message, _ = describe_error(error, language)
    told = escape(error_lines(error, language).rstrip("\n"))
    yield f"      <error type={_value(error.code)} message={_value(message)}>{told}</error>\n"
    yield "    </testcase>\n  </testsuite>\n"


def _suite(outcome: Outcome, language: str) -> Iterator[str]:
    counts = f'tests="{len(outcome.checked)}" failures="{len(outcome.failed)}" errors="0" time="{outcome.seconds:.3f}"'
    yield f"  <testsuite name={_value(outcome.file)} {counts}>\n"
    found: dict[str, list[Failure]] = {}
    for failure in outcome.failures:
        found.setdefault(failure.step, []).append(failure)
    for number, step in outcome.checked.items():
        about = f" ({step.about})" if step.about else ""
        name = f"{number} {step.command or ('together' if step.together else 'repeat')}{about}"
        line = f' line="{step.line}"' if step.line else ""
        case = f"    <testcase classname={_value(outcome.title or outcome.file)} name={_value(name)}{line}"
        if number not in outcome.failed:
            yield f"{case}/>\n"
            continue
        yield f"{case}>\n"
        for failure in found.get(number, []):
            yield from _failure(outcome, failure, language)
        if number not in found:  # more of them than are kept
            yield '      <failure message="-"/>\n'
        yield "    </testcase>\n"
    yield "  </testsuite>\n"


def _failure(outcome: Outcome, failure: Failure, language: str) -> Iterator[str]:
    lines = [failure_title(outcome, failure).in_language(language)]
    for each in failure.differences:
        expected, found = (told.in_language(language) for told in told_figures(each))
        lines.append(f"{each.path}: {expected} != {found}")
    message = what_happened(failure).in_language(language)
    text = "\n".join(escape(printable(line)) for line in lines)
    yield f"      <failure type={_value(failure.kind)} message={_value(message)}>{text}</failure>\n"


def _value(text: str) -> str:
    return quoteattr(printable(text))
