"""The commands by name, each in a module that is imported when it is called, so that the program starts quickly."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

import typer
from typer.core import TyperCommand, TyperGroup

from baitiao_cli.errors import BaitiaoError

# Command (one word or two) -> module of this package; the help of each is in `messages/commands.py`.
MODULES = {
    "demo": "demo",
    "learn": "learn",
    "define": "define",
    "products": "products",
    "product": "products",
    "product sheet": "products",
    "quote": "quote",
    "quoted": "quoted",
    "rate": "rate",
    "completion": "completion",
    "init": "ledger",
    "open": "account",
    "show": "account",
    "history": "account",
    "what-if": "what_if",
    "explain": "questions",
    "why": "questions",
    "find": "find",
    "say": "say",
    "person": "person",
    "privacy export": "privacy",
    "privacy erase": "privacy",
    "list": "account",
    "consent": "desk.assessment",
    "income": "desk.assessment",
    "assess": "desk.assessment",
    "score": "desk.score",
    "score keep": "desk.score",
    "score apply": "desk.score",
    "score test": "desk.score",
    "limits review": "desk.limits",
    "limits apply": "desk.limits",
    "offers review": "desk.offers",
    "offers grant": "desk.offers",
    "coupons": "desk.offers",
    "limit": "limit",
    "request-limit": "limit",
    "decide-limit": "limit",
    "lock": "line",
    "unlock": "line",
    "suspend": "line",
    "resume": "line",
    "auto-repay": "auto_repay",
    "means": "auto_repay",
    "bill-day": "bill_day",
    "tier": "tier",
    "verify": "verification",
    "close": "closing",
    "reopen": "closing",
    "charge": "plan",
    "hold": "hold",
    "capture": "hold",
    "release": "hold",
    "schedule": "plan",
    "register": "merchants",
    "merchants": "merchants",
    "merchant": "merchants",
    "funder": "desk.funding",
    "funders": "desk.funding",
    "fund": "desk.funding",
    "funding": "desk.funding",
    "funder-statement": "desk.funder_money",
    "funder-settle": "desk.funder_money",
    "merchant-settle": "desk.merchant_settle",
    "report funding": "desk.funder_money",
    "repay": "payment",
    "payoff": "payment",
    "prepay": "prepayment",
    "reprice": "repricing",
    "pause": "repricing",
    "extend": "relief",
    "restructure": "relief",
    "hardship": "hardship",
    "decide-hardship": "hardship",
    "convert": "convert",
    "defer": "defer",
    "payout": "payment",
    "refund": "correction",
    "dispute": "dispute",
    "resolve": "dispute",
    "waive": "correction",
    "credit": "correction",
    "charge-off": "loss",
    "write-off": "loss",
    "recover": "loss",
    "reverse": "payment",
    "statement": "statement",
    "risk": "desk.risk",
    "risk check": "desk.risk",
    "risk scan": "desk.risk",
    "queue": "desk.queue",
    "queue approve": "desk.queue",
    "queue release": "desk.queue",
    "queue decline": "desk.queue",
    "accrue": "ledger",
    "batch": "batch",
    "scenario run": "scenario",
    "scenario record": "scenario",
    "scenario schema": "scenario",
    "scenario generate": "portfolio",
    "report trial-balance": "report",
    "report purchases": "report",
    "report aging": "reports",
    "report classes": "reports",
    "compliance check": "desk.compliance",
    "bureau export": "desk.bureau",
    "bureau notice": "desk.bureau",
    "bureau notices": "desk.bureau",
    "report limits": "reports",
    "report forecast": "reports",
    "report vintages": "reports",
    "report profit": "reports",
    "report lifecycle": "reports",
    "report merchants": "reports",
    "export": "export",
    "check": "check",
    "rebuild": "copies",
    "backup": "copies",
    "restore": "copies",
    "import": "copies",
    "operator": "operators",
    "operators": "operators",
    "approval": "operators",
    "proposals": "approvals",
    "approve": "approvals",
    "decline": "approvals",
    "audit": "audit",
    "contact": "desk.contacts",
    "contacts": "desk.contacts",
    "prefer": "desk.reminders",
    "remind": "desk.reminders",
    "notify": "desk.notices",
    "early-warning": "desk.early_warning",
    "rules": "desk.rule_list",
    "cases": "desk.cases",
    "cases open": "desk.cases",
    "case": "desk.cases",
    "ticket": "desk.tickets",
    "ticket-answer": "desk.tickets",
    "tickets": "desk.tickets",
    "promise": "desk.promises",
    "promises": "desk.promises",
}

SETTINGS = {"help_option_names": ["-h", "--help"]}


class Invocation(NamedTuple):
    """What is known before the arguments are read: them, and how to speak about what is wrong with them.

    `perform` runs the command's function with its request and values; `None` shows the answer on stdout.
    """

    arguments: tuple[str, ...]
    language: str
    wants_json: bool
    perform: Callable[[Callable[..., Any], Any, dict[str, Any]], None] | None = None


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
            raise BaitiaoError("argument-unexpected", text=ctx.args[0][:32], command=ctx.command_path)
        return super().invoke(ctx)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Writes the help page of this command."""
        from baitiao_cli.cli.help import command_page

        formatter.write(command_page(self, ctx.obj.language))


def command_named(name: str) -> Command:
    """The command of that name, imported now."""
    from baitiao_cli.cli.request import registered
    from baitiao_cli.cli.values import naming

    import_module(f"baitiao_cli.cli.{MODULES[name]}")
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command, context_settings=SETTINGS)(registered[name])
    made = typer.main.get_command(app)
    assert isinstance(made, Command)
    for parameter in made.params:
        if reader := getattr(parameter.type, "func", None):
            told = parameter.opts[0] if parameter.param_type_name == "option" else parameter.metavar
            parameter.type.func = naming(str(told), reader)  # type: ignore[attr-defined]
    return made


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
