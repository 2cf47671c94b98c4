"""The reference of commands: what the help pages say, on one page a language."""

from __future__ import annotations

from baitiao_cli.actions.roles import ROLES_OF
from baitiao_cli.cli.help import Described
from baitiao_cli.messages import Text, commands
from baitiao_cli.messages.words import WORDS
from docs.generator.markdown import anchor, code, generated, plain, prose, table
from docs.generator.program import command, command_names, sections, test_of

TITLE = Text("Commands", "命令")
ABOUT = Text(
    "Every command with its arguments and options, as `baitiao COMMAND --help` tells them. Options may stand before or "
    "after the arguments. What a command answers with `--json` is in [JSON](json.md), what it may refuse in "
    "[errors](errors.md).",
    "全部命令及其参数与选项, 与 `baitiao 命令 --help` 一致。选项可放在参数之前或之后。"
    "`--json` 的输出见 [JSON](json.md), 可能出现的错误见 [错误](errors.md)。",
)
OTHER = Text("[中文](commands.zh.md)", "[English](commands.md)")
HEADS = Text("command|what it does|tested in", "命令|说明")
NAME_AND_MEANING = Text("what|meaning", "名称|说明")
ROLES = Text(
    "In a ledger with operators it takes one of these roles: {roles}.",
    "登记了操作人的账本中需要以下角色之一: {roles}。",
)
EVERYWHERE = Text("Options of every command", "通用选项")


def commands_page(language: str) -> str:
    """The page of all commands in a language."""
    blocks = [OTHER.in_language(language), prose(ABOUT.in_language(language)), _index(language)]
    blocks += [f"## {EVERYWHERE.in_language(language)}", _shared(language)]
    for section in sections():
        blocks.append(f"## {commands.SECTIONS[section].in_language(language)}")
        for name in command_names(section):
            blocks += _command(name, language)
    return generated(TITLE.in_language(language), *blocks)


def _index(language: str) -> str:
    rows = []
    for section in sections():
        for name in command_names(section):
            row = [f"[{code(name)}](#{anchor(name)})", plain(commands.COMMANDS[name].help.in_language(language))]
            if language == "en":
                row.append(f"[{test_of(name)}](../../tests/cli/{test_of(name)})")
            rows.append(row)
    return table(HEADS.in_language(language).split("|"), rows)


def _command(name: str, language: str) -> list[str]:
    page = command(name, language)
    blocks = [f"### {name}", *(prose(plain(text.in_language(language))) for text in page.prose)]
    blocks.append(f"```text\n{page.usage}\n```")
    if parts := _own_parts(page):
        heads = NAME_AND_MEANING.in_language(language).split("|")
        blocks.append(table(heads, [(code(shown), plain(meaning)) for shown, meaning in parts]))
    if name in ROLES_OF:
        words = {role: WORDS["roles"][role].in_language(language) for role in ROLES_OF[name]}
        told = ", ".join(role if role == word else f"{word} ({role})" for role, word in words.items())
        blocks.append(ROLES.in_language(language).format(roles=told))
    if page.examples:
        blocks.append("```sh\n" + "".join(f"baitiao {example}\n" for example in page.examples) + "```")
    if page.file:
        blocks.append(f"```toml\n{page.file}```")
    return blocks


def _own_parts(page: Described) -> list[tuple[str, str]]:
    return [row for title, rows in page.parts if title is not commands.OPTIONS_EVERYWHERE for row in rows]


def _shared(language: str) -> str:
    parts = command("show", language).parts
    rows = next(rows for title, rows in parts if title is commands.OPTIONS_EVERYWHERE)
    heads = NAME_AND_MEANING.in_language(language).split("|")
    return table(heads, [(code(shown), plain(meaning)) for shown, meaning in rows])
