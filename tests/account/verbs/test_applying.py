"""What each fact does in the fold: the table names a function that takes just that fact, imported when it is met."""

from __future__ import annotations

import inspect
import subprocess
import sys
from datetime import date
from typing import get_args

import pytest

from baitiao_cli.account.account import Account
from baitiao_cli.account.events import AnyFact, BillIssued, Opened, PersonCorrected, Reversed
from baitiao_cli.account.verbs.applying import APPLY, applying


@pytest.mark.parametrize("kind", APPLY, ids=lambda kind: kind.__name__)
def test_each_function_takes_the_fact_that_it_stands_beside(kind: type):
    function = applying(kind)
    assert function is not None
    hints = inspect.get_annotations(function, eval_str=True)
    assert list(hints.values()) == [Account, kind, str, date, None]


def test_only_facts_that_the_fold_meets_in_other_ways_have_none():
    without = {kind for kind in get_args(AnyFact) if applying(kind) is None}
    assert without == {Opened, BillIssued, Reversed, PersonCorrected}


def test_the_fold_imports_no_verb_before_it_meets_its_fact():
    code = """
import sys
import baitiao_cli.account.replay
print(sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("baitiao_cli.account.verbs.")))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['applying', 'reverse']"
