"""`baitiao report aging`, `classes` ...: the reports over all accounts, each with the accounts behind a row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from baitiao_cli.account.classification import CLASSES
from baitiao_cli.account.views.bands import ROWS
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request
from baitiao_cli.cli.values import day, found_row, one_of, option, path, row_of, words
from baitiao_cli.cli.views import FEW_ACCOUNTS, view_command
from baitiao_cli.errors import BaitiaoError
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.books import ADDING_UP
from baitiao_cli.messages.reports import more_of
from baitiao_cli.reports import aging as of_aging
from baitiao_cli.reports import classes as of_classes
from baitiao_cli.reports import forecast as of_forecast
from baitiao_cli.reports import lifecycle as of_lifecycle
from baitiao_cli.reports import limits as of_limits
from baitiao_cli.reports import merchants as of_merchants
from baitiao_cli.reports import profit as of_profit
from baitiao_cli.reports import vintages as of_vintages
from baitiao_cli.show.document import Document
from baitiao_cli.show.reports import aging as told_aging
from baitiao_cli.show.reports import classes as told_classes
from baitiao_cli.show.reports import forecast as told_forecast
from baitiao_cli.show.reports import lifecycle as told_lifecycle
from baitiao_cli.show.reports import limits as told_limits
from baitiao_cli.show.reports import merchants as told_merchants
from baitiao_cli.show.reports import profit as told_profit
from baitiao_cli.show.reports import vintages as told_vintages


def check_table(request: Request, csv_of: str | None, row: str | None) -> None:
    """Refuses `--table` where there is no CSV or only one table: `option-needs`, `options-exclusive`."""
    if csv_of and request.form != "csv":
        raise BaitiaoError("option-needs", option="--table", needed="--csv")
    if csv_of and row:
        raise BaitiaoError("options-exclusive", options=["--table", "--explain"])


def _folds_many(request: Request) -> bool:
    """Whether many accounts must be folded for their bands: others had to wait, and a copy is made instead."""
    with request.ledger.read(known_at=request.known_at) as tx:
        return len(tx.unknown_bands_on(request.as_of)) > FEW_ACCOUNTS


@view_command("report aging", on_copy=_folds_many, paper=True, more=more_of("aging"))
def show_aging(
    request: Request,
    tx: ReadTransaction,
    row: Annotated[str | None, option("--explain", row_of("bucket", *ROWS), "BAND")] = None,
    csv_of: Annotated[str | None, option("--table", one_of(*told_aging.CSV_TABLES), "NAME")] = None,
) -> Document:
    """Shows what is owed by days past due, and how accounts rolled from band to band."""
    check_table(request, csv_of, row)
    with shown_progress(request.language, ADDING_UP) as progress:
        if row:
            accounts = of_aging.standings_in(tx, request.as_of, row, progress)
            return told_aging.aging_behind_document(request.as_of, row, accounts)
        report = of_aging.aging(tx, request.as_of, progress)
    return told_aging.aging_document(report, csv_of)


@view_command("report classes", on_copy=True, paper=True, more=more_of("provision"))
def show_classes(
    request: Request,
    tx: ReadTransaction,
    row: Annotated[str | None, option("--explain", row_of("class", *CLASSES), "CLASS")] = None,
    rules: Annotated[Path | None, option("--rules", path, "FILE")] = None,
    csv_of: Annotated[str | None, option("--table", one_of(*told_classes.CSV_TABLES), "NAME")] = None,
) -> Document:
    """Shows the five classes of what is lent, and what is to be set aside for them."""
    check_table(request, csv_of, row)
    read = of_classes.provision_rules(rules)
    with shown_progress(request.language, ADDING_UP) as progress:
        report = of_classes.classes(tx, request.as_of, read, progress)
    return told_classes.classes_behind_document(report, row) if row else told_classes.classes_document(report, csv_of)


@view_command("report limits", on_copy=True, paper=True, more=more_of("limit-use"))
def show_limits(
    request: Request,
    tx: ReadTransaction,
    row: Annotated[str | None, option("--explain", row_of("band", *of_limits.BANDS), "BAND")] = None,
) -> Document:
    """Shows how much of their limits accounts use, in bands."""
    with shown_progress(request.language, ADDING_UP) as progress:
        report = of_limits.limit_use(tx, request.as_of, progress)
    return told_limits.limits_behind_document(report, row) if row else told_limits.limits_document(report)


@view_command("report forecast", on_copy=True, paper=True, more=more_of("forecast"))
def show_forecast(
    request: Request,
    tx: ReadTransaction,
    row: Annotated[str | None, option("--explain", words, "MONTH")] = None,
    csv_of: Annotated[str | None, option("--table", one_of(*told_forecast.CSV_TABLES), "NAME")] = None,
) -> Document:
    """Shows the cash to come by month: as agreed, as expected, and with 20% more of it late."""
    check_table(request, csv_of, row)
    with shown_progress(request.language, ADDING_UP) as progress:
        report = of_forecast.forecast(tx, request.as_of, progress)
    if row is None:
        return told_forecast.forecast_document(report, csv_of)
    rows = [*(each.month for each in report.rows), of_forecast.DUE_BEFORE, of_forecast.DOUBTFUL]
    return told_forecast.forecast_behind_document(report, found_row(row, rows, "month"))


@view_command("report vintages", on_copy=True, paper=True, more=more_of("vintages"))
def show_vintages(
    request: Request,
    tx: ReadTransaction,
    by: Annotated[of_vintages.By, option("--by", one_of(*of_vintages.BY), "WHAT")] = "opening",
    row: Annotated[str | None, option("--explain", words, "MONTH")] = None,
) -> Document:
    """Shows which share of each month's accounts or purchases was ever 30 or 90 days late, by months on book."""
    with shown_progress(request.language, ADDING_UP) as progress:
        report = of_vintages.vintages(tx, request.as_of, by, progress)
    if row is None:
        return told_vintages.vintages_document(report)
    cohorts = dict.fromkeys(each.cohort for each in report.rows)
    return told_vintages.vintages_behind_document(report, found_row(row, cohorts, "cohort"))


@view_command("report profit", on_copy=True, paper=True, more=more_of("profit"))
def show_profit(
    request: Request,
    tx: ReadTransaction,
    by: Annotated[of_profit.By, option("--by", one_of(*of_profit.BY), "WHAT")] = "product",
    from_on: Annotated[date | None, option("--from", day, "DATE")] = None,
    row: Annotated[str | None, option("--explain", words, "NAME")] = None,
) -> Document:
    """Shows income, costs and the yearly yield by product, tier or month of opening."""
    with shown_progress(request.language, ADDING_UP) as progress:
        report = of_profit.profit(tx, by, from_on, request.as_of, progress)
    if row is None:
        return told_profit.profit_document(report)
    name = found_row(row, [each.name for each in report.rows], "row")
    return told_profit.profit_behind_document(report, name)


@view_command("report lifecycle", on_copy=True, paper=True, more=more_of("lifecycle"))
def show_lifecycle(
    request: Request,
    tx: ReadTransaction,
    row: Annotated[str | None, option("--explain", row_of("phase", *of_lifecycle.STATES), "PHASE")] = None,
    csv_of: Annotated[str | None, option("--table", one_of(*told_lifecycle.CSV_TABLES), "NAME")] = None,
) -> Document:
    """Shows active, dormant and closed accounts, who borrowed again after paying all, and who pays in time."""
    check_table(request, csv_of, row)
    with shown_progress(request.language, ADDING_UP) as progress:
        report = of_lifecycle.lifecycle(tx, request.as_of, progress)
    if row:
        return told_lifecycle.lifecycle_behind_document(report, row)
    return told_lifecycle.lifecycle_document(report, csv_of)


@view_command("report merchants", on_copy=True, paper=True, more=more_of("replacement"))
def show_merchants(
    request: Request,
    tx: ReadTransaction,
    by: Annotated[of_merchants.By, option("--by", one_of(*of_merchants.BY), "WHAT")] = "category",
    row: Annotated[str | None, option("--explain", words, "NAME")] = None,
) -> Document:
    """Shows who buys what and again after how many days, by category, merchant, scene or brand."""
    with shown_progress(request.language, ADDING_UP) as progress:
        report = of_merchants.merchants(tx, request.as_of, by, progress)
    if row is None:
        return told_merchants.merchants_document(report)
    name = found_row(row, [each.name for each in report.rows], "row")
    return told_merchants.merchants_behind_document(report, name)
