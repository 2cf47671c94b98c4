"""The commands as Typer has them: what is not plainly well formed, help and completion are its business."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from baitiao_cli import __version__
from baitiao_cli.cli.group import MODULES
from baitiao_cli.cli.invocation import Invocation
from baitiao_cli.cli.language import SPOKEN, asked_languages
from baitiao_cli.errors import DONE, BaitiaoError

if TYPE_CHECKING:
    from baitiao_cli.cli.parameters import Parameter as Taken

SETTINGS = {"help_option_names": ["-h", "--help"]}


class Command(TyperCommand):
    """A command whose help is a page of ours, and whose surplus arguments are an error of ours."""

    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Reads the words, put in order where the command wants another one."""
        from baitiao_cli.cli.request import arranged

        put = arranged.get(self.name or "")
        return super().parse_args(ctx, put(args) if put else args)

    def invoke(self, ctx: Any) -> Any:
        """Runs the command."""
        for parameter in self.params:
            given = ctx.params.get(parameter.name) if parameter.nargs > 1 else None
            if given and any(text.startswith("--") for text in given):  # it took the next option for its second value
                from baitiao_cli.messages.labels import TWO_VALUES

                raise BaitiaoError(
                    "option-value-missing", option=parameter.opts[0], values=TWO_VALUES, command=ctx.command_path
                )
        if ctx.args:
            from baitiao_cli.cli.refusals import surplus

            raise surplus(ctx.args[0], ctx.command_path, {name for one in self.params for name in one.opts})
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help page of this command."""
        from baitiao_cli.cli.help import command_page

        formatter.write(command_page(self, ctx.obj.language))


def command_named(name: str) -> Command:
    """The command of that name, imported now."""
    from baitiao_cli.cli.values import naming  # not for the page of the program, which imports no command

    import_module(f"baitiao_cli.cli.{MODULES[name]}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command, context_settings=SETTINGS)(_typed(name))
    made = typer.main.get_command(app)
    assert isinstance(made, Command)
    for parameter in made.params:
        if reader := getattr(parameter.type, "func", None):
            told = parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar
            parameter.type.func = naming(str(told), reader)  # type: ignore[attr-defined]
    return made


def _typed(name: str) -> Callable[..., None]:
    """The command as a function whose signature Typer can read."""
    from baitiao_cli.cli.request import called, run

    known = called[name]

    def run_typed(ctx: typer.Context, **given: Any) -> None:
        run(name, ctx.obj, given)

    taken = (_typed_parameter(parameter) for parameter in (*known.own, *known.shared.values()))
    # Typer reads the signature; the annotations are given evaluated, for it could not find their names from here.
    parameters = [Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context), *taken]
    run_typed.__signature__ = Signature(parameters)  # type: ignore[attr-defined]
    run_typed.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run_typed


def _typed_parameter(taken: Taken) -> Parameter:
    kind, declared = taken.annotation.__origin__, taken.annotation.__metadata__[0]
    common = {"parser": declared.parser, "metavar": declared.metavar, "show_default": False}
    typed = typer.Option(*declared.names, envvar=declared.env, **common) if declared.names else typer.Argument(**common)
    default = Parameter.empty if taken.is_needed else taken.default
    return Parameter(taken.name, Parameter.KEYWORD_ONLY, annotation=Annotated[kind, typed], default=default)


class LazyGroup(TyperGroup):
    """All commands; one is imported when it is called and listed from the static table otherwise."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of the commands."""
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> Command | None:
        """The command, imported now."""
        return command_named(cmd_name) if cmd_name in MODULES else None

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that is called and its arguments; an unknown name is told with the nearest ones."""
        words = 2 if " ".join(args[:2]) in MODULES else 1
        name = " ".join(args[:words])
        if name not in MODULES:
            from baitiao_cli.cli.refusals import unknown_command

            raise unknown_command(name, MODULES)
        return name, self.get_command(ctx, name), args[words:]

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help page of the program."""
        from baitiao_cli.cli.help import program_page

        formatter.write(program_page(self, ctx.obj.language))


app = typer.Typer(
    cls=LazyGroup,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    context_settings=SETTINGS,
)


@app.callback()
def program(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--version")] = False,
    lang: Annotated[str | None, typer.Option("--lang", metavar="zh|en", envvar="BAITIAO_LANG")] = None,
) -> None:
    """Shows the version or, without a command, the help page."""
    if version:
        sys.stdout.write(f"baitiao {__version__}\n")
    elif ctx.invoked_subcommand is None:
        sys.stdout.write(ctx.get_help() + "\n")


def run_by_typer(invocation: Invocation) -> int:
    """Runs one command line as Typer reads it, and returns its exit status; wrong usage is an error of ours."""
    _check_language(invocation.arguments)
    group = typer.main.get_command(app)
    try:
        with group.make_context("baitiao", list(invocation.arguments), obj=invocation) as ctx:
            group.invoke(ctx)
        return DONE
    except typer.Exit as done:
        return done.exit_code
    except typer.TyperException as error:
        from baitiao_cli.cli.refusals import usage_error

        raise usage_error(error, invocation.arguments) from error


def _check_language(arguments: Sequence[str]) -> None:
    """Refuses a language that is not spoken wherever it is asked for: before the command and beside `--help`, too."""
    for asked in asked_languages(arguments):
        if asked not in SPOKEN:
            raise BaitiaoError("choice-unknown", text=asked[:32], offered=SPOKEN)
