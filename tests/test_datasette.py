"""The metadata for Datasette fits the ledger: its tables and columns are there, its queries run, nobody is shown."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from docs.generator.datasette import DATABASE, datasette_metadata, described
from tests.cli.conftest import at, ledger, story_ledger  # noqa: F401  (the story's ledger, and commands in it)

TABLES = described()["tables"]
QUERIES = datasette_metadata()["databases"][DATABASE]["queries"]
SHOWN = {name: table for name, table in TABLES.items() if not table.get("hidden")}


@pytest.fixture
def rows(ledger):  # noqa: F811
    """Runs a query in the story's ledger."""

    def run_query(sql, **values):
        with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as connection:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql, values)]

    return run_query


def test_every_table_and_column_is_described_and_no_other(rows):
    found = {row["name"] for row in rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    assert found == set(TABLES)
    for name, table in TABLES.items():
        columns = [row["name"] for row in rows("SELECT name FROM pragma_table_info(:name)", name=name)]
        assert list(table["columns"]) == columns


def test_what_is_sorted_and_counted_by_is_a_column():
    for table in SHOWN.values():
        sorting = [table[key] for key in ("sort", "sort_desc", "label") if key in table]
        assert {*table["sortable"], *table["facets"], *sorting} <= set(table["columns"])


def test_no_table_with_people_is_shown_or_asked(rows):
    encrypted = rows(
        "SELECT DISTINCT tables.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns "
        "WHERE tables.type = 'table' AND columns.type = 'BLOB'"
    )
    packed = {"snapshots"}  # an account, with nothing of whose it is but the person's id
    kept_apart = {row["name"] for row in encrypted} - packed | {"requests"}
    assert {"people", "person_keys", "person_index"} <= kept_apart
    assert not kept_apart & set(SHOWN)
    for query in QUERIES.values():
        assert not kept_apart & set(re.findall(r"\w+", query["sql"]))


def test_no_page_looks_up_a_label_through_a_foreign_key_without_a_column(rows):
    """Datasette 0.65 fails on it: a table that is referred to so may have no label, nor a `name` to take for one."""
    for name in SHOWN:
        for key in rows('SELECT "table", "to" FROM pragma_foreign_key_list(:name)', name=name):
            other = TABLES[key["table"]]
            # People are not in the copy that is browsed.
            assert key["to"] or other["kind"] == "people" or not {"label", "name"} & {*other, *other["columns"]}


@pytest.mark.parametrize("name", QUERIES)
def test_every_query_runs_with_nothing_given(rows, name):
    sql = QUERIES[name]["sql"]
    rows(sql, **dict.fromkeys(re.findall(r":([a-z_]+)", sql), ""))


def test_the_trial_balance_is_that_of_the_report(at, rows):  # noqa: F811
    at("2026-02-10", "repay", "A1", "500")
    told = at("2026-02-10", "report", "trial-balance", "--json").data["rows"]
    found = rows(QUERIES["trial_balance"]["sql"], through="2026-02-10")
    assert found
    assert {row["ledger_account"]: row["balance_fen"] for row in found} == {
        row["ledger_account"]: row["debit_fen"] - row["credit_fen"]
        for row in told
        if row["debit_fen"] != row["credit_fen"]
    }
    assert sum(row["balance_fen"] for row in found) == 0
    # On 21 January: the phone and the groceries, 5,999.00 and 400.00.
    early = {row["ledger_account"]: row for row in rows(QUERIES["trial_balance"]["sql"], through="2026-01-21")}
    assert early["principal"]["debit_yuan"] == "6399.00"


def test_who_is_overdue_is_who_is_listed(at, rows):  # noqa: F811
    told = at("2026-03-05", "list", "--overdue", "--json").data["accounts"]
    found = rows(QUERIES["overdue_accounts"]["sql"], today="2026-03-05")
    assert [(row["account_id"], row["days_past_due"]) for row in found] == [("A1", 21)]
    assert [row["account_id"] for row in told] == ["A1"]
    assert rows(QUERIES["overdue_accounts"]["sql"], today="2026-02-12") == []


def test_what_is_due_this_week_is_the_next_installment(rows):
    """The bill of 3 February asks for an installment of the phone, 499.91 + 35.99, and for the groceries."""
    found = rows(QUERIES["due_this_week"]["sql"], today="2026-02-06")
    assert [(row["plan_id"], row["number"], row["outstanding_yuan"]) for row in found] == [
        ("A1P1", 1, "535.90"),
        ("A1P2", 1, "400.00"),
    ]
    assert rows(QUERIES["due_this_week"]["sql"], today="2026-02-13") == []


def test_the_history_of_an_account_tells_what_happened(rows):
    found = rows(QUERIES["account_history"]["sql"], account_id="A1")
    assert [row["event_id"] for row in found] == ["A1E1", "A1E2", "A1E3", "A1E4"]
    assert [row["amount_yuan"] for row in found][1:3] == ["5999.00", "400.00"]
