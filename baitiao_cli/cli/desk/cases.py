"""`baitiao cases`, `cases open`, `case`: who is late has a case, through its stages, until nothing is late any more."""

from __future__ import annotations

from functools import partial
from typing import Annotated, get_args

import msgspec

from baitiao_cli.actions.desk.cases import OPEN_CASES, OpenCasesAsked, list_cases, open_cases, show_case
from baitiao_cli.cli.desk.rules import RulesFile, rules_given
from baitiao_cli.cli.progress import shown_progress
from baitiao_cli.cli.request import Request, command
from baitiao_cli.cli.values import argument, one_of, option
from baitiao_cli.cli.verbs import builders, run_verb
from baitiao_cli.cli.views import view_command
from baitiao_cli.desk.collection.cases import CaseRules
from baitiao_cli.desk.facts.collection import CaseStage
from baitiao_cli.ledger.store import ReadTransaction
from baitiao_cli.messages.desk.collection import LOOKING_WHO_IS_LATE
from baitiao_cli.show.desk.cases import case_document, cases_document, open_cases_document
from baitiao_cli.show.document import Document


def _rules(file: RulesFile) -> CaseRules:
    return rules_given(file, "collection", CaseRules)[0]


def open_cases_asked(rules: RulesFile = None) -> OpenCasesAsked:
    """What a run is asked with."""
    read, name = rules_given(rules, "collection", CaseRules)
    return OpenCasesAsked(rules=read, rules_name=name)


builders[OPEN_CASES.name] = open_cases_asked


@command("cases open", write=True)
def cases_open(request: Request, rules: RulesFile = None) -> Document:
    """Opens a case for each account that is late and has none, and closes those that are cured."""
    with shown_progress(request.language, LOOKING_WHO_IS_LATE) as progress:
        verb = msgspec.structs.replace(OPEN_CASES, act=partial(open_cases, progress=progress))
        return run_verb(request, verb, open_cases_asked(rules), open_cases_document)


@view_command("cases")
def cases(
    request: Request,
    tx: ReadTransaction,
    stage: Annotated[str | None, option("--stage", one_of(*get_args(CaseStage)), "STAGE")] = None,
    closed: Annotated[bool, option("--closed")] = False,
    rules: RulesFile = None,
) -> Document:
    """Lists the open cases, the longest late first."""
    lines = list_cases(tx, _rules(rules), request.as_of, stage=stage or "", with_closed=closed)
    return cases_document(lines, request.as_of, is_filtered=bool(stage), with_closed=closed)


@view_command("case")
def case(
    request: Request,
    tx: ReadTransaction,
    case_id: Annotated[str, argument("RECORD")],
    rules: RulesFile = None,
) -> Document:
    """Shows a case with its account, what happened, who was contacted, what was promised, and what is next."""
    return case_document(show_case(tx, _rules(rules), case_id, request.as_of), request.as_of)
