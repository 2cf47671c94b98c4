"""What a shell is told when somebody presses TAB: `baitiao __complete SHELL WORD...`, the last word being begun.

It is asked for at every TAB, so it imports neither Typer nor the commands: the script that `completion` printed hands
in what commands take. Whatever goes wrong, the shell is told nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from baitiao_cli import __version__

TABLE = "BAITIAO_COMPLETION"
"""The environment variable by which a script hands in the table of commands."""

WHAT_IF, STEP = "what-if", "--"
"""The command whose words are other commands, and what stands before each."""

FILES = ":files"
"""What is answered where the name of a file may stand: the shell knows those better."""

_FILE_KINDS = {"PATH", "FILE", "FILE|-", "FLOWS|-"}
_BEGINNING = {"ACCOUNT": ("account",), "PLAN": ("plan",), "HOLD": ("hold",), "EVENT": ("event",)}
_ID_KINDS = _BEGINNING | {
    "ID": ("account", "plan", "event"),
    "ACCOUNT|PLAN": ("account", "plan"),
    "WHO": ("account",),
    "PROPOSAL": ("proposal",),
    "ACCOUNT|OPERATOR|PROPOSAL": ("account", "proposal"),
}


class Option(NamedTuple):
    """An option of a command: the kind of its values, and how many it takes (0: it is a flag)."""

    name: str
    kind: str
    values: int


class Taken(NamedTuple):
    """What a command takes: the kinds of its arguments in their order, and its options by name."""

    arguments: list[str]
    options: dict[str, Option]


def complete(arguments: Sequence[str]) -> int:
    """Answers one line a candidate, with its description behind a tab for shells that show one; always 0."""
    try:
        shell, *words = arguments
        if shell == "bash":
            words = split_line(words[0])
        answer = "".join(f"{line}\n" for line in _lines(shell, words))
        sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
        sys.stdout.write(answer)
        sys.stdout.flush()
    except Exception:  # noqa: S110 (a message in the middle of a line that is being typed helps nobody)
        pass
    return 0


def _lines(shell: str, words: list[str]) -> Iterator[str]:
    *before, current = words[1:]
    described = shell != "bash"
    for text, description in candidates(before, current, described):
        shown = text
        if shell == "bash" and "=" in current:  # readline takes what is behind the = for the word
            shown = text.partition("=")[2]
        yield f"{shown}\t{description}" if described and description else shown


def split_line(line: str) -> list[str]:
    """The words of a line up to the cursor as a shell reads them; the last one may be begun, or empty.

    >>> split_line("baitiao show 'A1' --led")
    ['baitiao', 'show', 'A1', '--led']
    >>> split_line("baitiao find 'Phone sh")
    ['baitiao', 'find', 'Phone sh']
    >>> split_line("baitiao show ")
    ['baitiao', 'show', '']
    """
    words, word, quote, is_open, is_escaped = [], "", "", False, False
    for char in line:
        if is_escaped:
            word, is_escaped = word + char, False
        elif char == "\\" and quote != "'":
            is_escaped = is_open = True
        elif quote:
            word, quote = (word, "") if char == quote else (word + char, quote)
        elif char in "'\"":
            quote, is_open = char, True
        elif char.isspace():
            words += [word] if word or is_open else []
            word, is_open = "", False
        else:
            word += char
    return [*words, word]


def candidates(before: Sequence[str], current: str, described: bool = True) -> Iterator[tuple[str, str]]:
    """What may stand where `current` is begun, behind the words `before`, each with a description or ""."""
    table = _table()
    name, rest = _command(before, table)
    if name == WHAT_IF and STEP in rest:
        yield from _steps(rest, current, table, described)
        return
    if name is None:
        yield from _commands(rest, current, table, described)
        return
    taken = read_taken(table[name])
    place = _place(taken, rest)
    option = taken.options.get(current.partition("=")[0])
    if place.waiting:
        yield from _values(place.waiting[0], current, before)
    elif option and "=" in current and not place.is_over:
        begun = current.partition("=")[2]
        for text, description in _values(option.kind, begun, before):
            yield (text if text == FILES else f"{option.name}={text}"), description
    elif (current.startswith("-") or not place.arguments) and not place.is_over:
        texts = _option_texts(name) if described else {}
        for option in taken.options.values():
            if option.name.startswith(current) and option.name not in place.used:
                yield option.name, texts.get(option.name, "")
    elif place.arguments:
        yield from _values(place.arguments[0], current, before)


def _steps(rest: Sequence[str], current: str, table: dict[str, str], described: bool) -> Iterator[tuple[str, str]]:
    """What may stand in the last step of a `what-if`: a verb, or what that takes behind its account."""
    verbs = {name: taken for name, taken in table.items() if "--dry-run" in taken}
    last = len(rest) - list(reversed(rest)).index(STEP)
    verb, *given = rest[last:] or [""]
    if not verb:
        yield from _commands([], current, verbs, described)
    elif verb in verbs:
        account = [] if read_taken(verbs[verb]).arguments[:1] != ["ACCOUNT"] or given[:1] == rest[:1] else [rest[0]]
        yield from candidates([verb, "--ledger", _ledger(rest), *account, *given], current, described)


class _Place(NamedTuple):
    """Where a line has come to.

    The kinds of arguments that are still to come and of the values that an option waits for, the options that were
    used, and whether -- has ended them.
    """

    arguments: list[str]
    waiting: list[str]
    used: set[str]
    is_over: bool


def _place(taken: Taken, rest: Sequence[str]) -> _Place:
    arguments, waiting, used, is_over = list(taken.arguments), list[str](), set[str](), False
    for word in rest:
        name = word.partition("=")[0]
        if waiting:
            waiting.pop()
        elif word == "--" and not is_over:
            is_over = True
        elif word.startswith("-") and word != "-" and not is_over:
            used.add(name)
            option = taken.options.get(name)
            waiting = [option.kind] * (option.values - ("=" in word)) if option else []
        elif arguments:
            arguments.pop(0)
    return _Place(arguments, waiting, used, is_over)


def _command(before: Sequence[str], table: dict[str, str]) -> tuple[str | None, list[str]]:
    """The command of a line and the words behind it; without one, the first words of a longer one."""
    words = list(before)
    while words[:1] == ["--lang"]:
        words = words[2:]
    for length in (2, 1):
        if " ".join(words[:length]) in table:
            return " ".join(words[:length]), words[length:]
    return None, words


def _commands(begun: list[str], current: str, table: dict[str, str], described: bool) -> Iterator[tuple[str, str]]:
    """The commands, one word at a time."""
    texts = _command_texts() if described else {}
    first = "".join(f"{word} " for word in begun)
    offered: dict[str, str] = {}
    for name in table:
        if name.startswith(first + current):
            word = name.removeprefix(first).split(" ")[0]
            offered.setdefault(word, texts.get(first + word, ""))
    yield from offered.items()
    if not begun:
        yield from ((text, "") for text in ("--help", "--version") if current and text.startswith(current))


def _values(kind: str, begun: str, before: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What may stand for a kind of value."""
    if kind.startswith("/"):  # the words that may stand there
        yield from ((text, "") for text in kind[1:].split(",") if text.startswith(begun))
    elif kind in _ID_KINDS:
        from baitiao_cli.ledger.live_ids import live_ids

        yield from live_ids(_ledger(before), _ID_KINDS[kind], begun.upper())
    elif kind == "PRODUCT" and not set(begun) & {"/", "."}:
        yield from ((name, "") for name in _files("products", ".toml") if name.startswith(begun))
    elif kind == "LESSON":
        names = (name.replace("_", "-") for name in _files("learn", "lessons", ".py") if not name.startswith("_"))
        yield from ((name, "") for name in names if name.startswith(begun))
    elif kind in _FILE_KINDS or kind == "PRODUCT":
        yield FILES, ""


def _files(*place: str) -> list[str]:
    """The names of the files in a folder of the program with an ending, the last of `place`, without it."""
    *folders, ending = place
    folder = os.path.join(os.path.dirname(os.path.dirname(__file__)), *folders)  # noqa: PTH118, PTH120 (quicker)
    return sorted(name.removesuffix(ending) for name in os.listdir(folder) if name.endswith(ending))  # noqa: PTH208


def _table() -> dict[str, str]:
    """What each command takes, as the script handed it in; made anew if that was printed by another version."""
    version, _, lines = os.environ.get(TABLE, "").partition("\n")
    if version != __version__:
        from baitiao_cli.cli.completion_table import table_of_commands

        lines = table_of_commands().partition("\n")[2]
    return dict((line.partition(":")[::2]) for line in lines.split("\n") if line)


def read_taken(line: str) -> Taken:
    """What a command takes, from its line of the table.

    >>> read_taken("ACCOUNT --plan=PLAN --between=A_B*2 --json").options["--between"]
    Option(name='--between', kind='A_B', values=2)
    """
    taken = Taken([], {})
    for word in line.split():
        if not word.startswith("-"):
            taken.arguments.append(word)
            continue
        name, _, value = word.partition("=")
        kind, _, count = value.partition("*")
        taken.options[name] = Option(name, kind, int(count or 1) if kind else 0)
    return taken


def _command_texts() -> dict[str, str]:
    from baitiao_cli.messages.commands import COMMANDS

    return {name: command.help.in_language(_language()) for name, command in COMMANDS.items()}


def _option_texts(command: str) -> dict[str, str]:
    """The help of options; what is of one command stands before what is of all."""
    from baitiao_cli.messages.parameters import PARAMETERS

    language, texts = _language(), {}
    for name, text in PARAMETERS.items():
        own = name.removeprefix(f"{command} ")
        if own.startswith("-") and (own != name or own not in texts):
            texts[own] = text.in_language(language)
    return texts


def _language() -> str:
    from baitiao_cli.cli.language import language_of

    return language_of(())


def _ledger(before: Sequence[str]) -> str:
    """The ledger that the line is about: its last `--ledger`, else BAITIAO_LEDGER, else the one in the data folder."""
    path = os.environ.get("BAITIAO_LEDGER", "")
    for word, following in zip(before, (*before[1:], ""), strict=False):
        if word == "--ledger" or word.startswith("--ledger="):
            path = following if word == "--ledger" else word.partition("=")[2]
    if path:
        return os.path.expanduser(path if os.path.isfile(path) else os.path.expandvars(path))  # noqa: PTH111, PTH113
    from platformdirs import user_data_path

    return str(user_data_path("baitiao", appauthor=False) / "ledger.db")
