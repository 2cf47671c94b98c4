"""`baitiao scenario generate`: a portfolio from a seed, to see every report on and to test with."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from baitiao_cli.calc.dates import step
from baitiao_cli.cli.playing import played_ledger
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import day, option, path, whole
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.file.creation import making
from baitiao_cli.messages.portfolio import GENERATE_MORE, GENERATING
from baitiao_cli.scenario.portfolio.life import OPERATOR
from baitiao_cli.scenario.portfolio.playing import generate
from baitiao_cli.scenario.portfolio.rules import read_portfolio
from baitiao_cli.show.document import Document
from baitiao_cli.show.portfolio import portfolio_document

ENDS_ON = date(2026, 6, 30)
"""Its last day unless another is given: a day of its own, so that a seed is the same ledger on every day."""

ACCOUNTS, MONTHS, SEED = 100, 12, 1
MOST_ACCOUNTS, MOST_MONTHS = 100_000, 120
MOST_AT_HAND = 20_000
"""So many accounts stay at hand, in 0.15 MB each: with more of them all is folded anew each day, and takes hours."""


@command("scenario generate", more=GENERATE_MORE)
def scenario_generate(
    request: Request,
    accounts: Annotated[int | None, option("--accounts", whole, "N")] = None,
    months: Annotated[int | None, option("--months", whole, "N")] = None,
    seed: Annotated[int | None, option("--seed", whole, "N")] = None,
    through: Annotated[date | None, option("--through", day, "DATE")] = None,
    rules: Annotated[Path | None, option("--rules", path, "FILE")] = None,
    keep: Annotated[Path | None, option("--keep", path, "PATH")] = None,
) -> Document:
    """Draws a portfolio and plays it by the real verbs."""
    account_count = _within("--accounts", accounts, ACCOUNTS, MOST_ACCOUNTS)
    month_count = _within("--months", months, MONTHS, MOST_MONTHS)
    read = read_portfolio(rules)
    last_on = through or ENDS_ON
    from_on = step(last_on, -month_count, "months")
    if keep is not None:
        with making(keep):  # nothing is played for a ledger that cannot be kept
            pass
    with ExitStack() as stack:
        folder = keep or Path(stack.enter_context(TemporaryDirectory(prefix="baitiao-portfolio-"))) / "ledger.db"
        progress = stack.enter_context(shown_progress(request.language, GENERATING))
        playing = played_ledger(folder, OPERATOR, from_on, is_kept=keep is not None, most_books=MOST_AT_HAND)
        ledger = stack.enter_context(playing)
        made = generate(
            ledger,
            read,
            account_count=account_count,
            from_on=from_on,
            through=last_on,
            seed=SEED if seed is None else seed,
            progress=progress,
        )
    return portfolio_document(made, keep)


def _within(name: str, given: int | None, usual: int, most: int) -> int:
    number = usual if given is None else given
    if not 1 <= number <= most:
        raise BaitiaoError("portfolio-number-outside", option=name, given=number, least=1, most=most)
    return number
