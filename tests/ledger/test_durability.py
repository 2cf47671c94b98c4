"""What is acknowledged is on the disk: every sync of a write comes before its answer."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


@pytest.mark.needs_tool("strace")
def test_the_answer_is_written_after_the_last_sync(tmp_path, run):
    ledger = str(tmp_path / "ledger.db")
    run("init", "--ledger", ledger)
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-o", str(trace), "-e", "trace=fsync,fdatasync,write"]
    program = [sys.executable, "-m", "baitiao_cli", "open", "--name", "Li", "--limit", "20000", "--ledger", ledger]
    subprocess.run([*command, *program], check=True, stdout=subprocess.PIPE, env=dict(os.environ))
    calls = trace.read_text().splitlines()
    syncs = [place for place, call in enumerate(calls) if "sync(" in call]
    answers = [place for place, call in enumerate(calls) if " write(1," in call]
    assert len(syncs) >= 3  # the journal, the folder that it stands in, the ledger
    assert answers
    assert max(syncs) < min(answers)
