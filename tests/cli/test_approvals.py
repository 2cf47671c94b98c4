"""`approval`, `proposals`, `approve`, `decline`: what one person may not do alone waits for another."""

from __future__ import annotations

from multiprocessing import get_context

import pytest

from baitiao_cli.actions.approve import PROPOSABLE
from baitiao_cli.messages.happenings import PROPOSED

TODAY = "2026-02-10"

# Of the story: a phone of 5,999.00 (A1E2), groceries of 400.00 (A1E3); 935.90 billed, of which fees 35.99.
LATE = ("open --name x --limit 100 --on 2025-08-01", "charge A2 99 --on 2025-08-02")
CLOSED = ("open --name x --limit 100", "close A2 --by operator --reason x")
CASES = {
    # verb: (what is done before, kind, command line, amount)
    "limit": ((), "limit-raise", "limit A1 25000", 5_000_00),
    "limit, temporary": ((), "limit-raise", "limit A1 22000 --until 2026-03-01", 2_000_00),
    "limit, temporary and prolonged": (
        ("limit A1 22000 --until 2026-03-01",),
        "limit-raise",
        "limit A1 22000 --until 2026-04-01",
        2_000_00,
    ),
    "limit, lasting under a temporary one": (
        ("limit A1 26000 --until 2026-03-01",),
        "limit-raise",
        "limit A1 25000",
        5_000_00,
    ),
    "limit, from before a cut": (
        ("limit A1 5000",),
        "limit-raise",
        "limit A1 20100 --until 2026-03-01 --on 2026-02-01",
        15_100_00,
    ),
    "decide-limit, prolonged": (
        ("limit A1 22000 --until 2026-03-01", "request-limit A1 22000 --until 2026-04-01"),
        "limit-raise",
        "decide-limit A1 --grant --reason x",
        2_000_00,
    ),
    "reopen, after a temporary limit": (
        ("open --name x --limit 100", "limit A2 5000 --until 2026-12-01", "close A2 --by operator --reason x"),
        "limit-raise",
        "reopen A2 --limit 1100",
        1_000_00,
    ),
    "limit, for a scene": ((), "limit-raise", "limit A1 3000 --scene travel", 3_000_00),
    "decide-limit": (("request-limit A1 26000",), "limit-raise", "decide-limit A1 --grant --reason x", 6_000_00),
    "reopen": (CLOSED, "limit-raise", "reopen A2 --limit 1100", 1_000_00),
    "waive": ((), "waiver", "waive A1 12.34 --reason x", 12_34),
    "credit": ((), "waiver", "credit A1 20 --reason x", 20_00),
    "write-off": ((), "write-off", "write-off A1 --plan A1P1 --reason x", 6_034_99),  # 5,999.00 and the fee
    "charge-off": (LATE, "write-off", "charge-off A2 --reason x", None),
    "reverse, a purchase": ((), "reversal", "reverse A1E3", 400_00),
    "reverse, a repayment": (("repay A1 50",), "reversal", "reverse A1E5", 50_00),
    "reverse, a cut of the limit": (("limit A1 12000",), "reversal", "reverse A1E5", 8_000_00),
    "reverse, a write-off": (("write-off A1 --plan A1P1 --reason x",), "reversal", "reverse A1E5", 6_034_99),
}


def test_every_verb_that_may_wait_has_a_case():
    assert set(PROPOSED) == set(PROPOSABLE)
    assert {case.partition(",")[0] for case in CASES} == set(PROPOSABLE) - {"limits apply", "unmask", "privacy export"}
    # Of what a review proposed: tests/cli/desk/test_limits.py.
    assert not any(verb.secrets for verb in PROPOSABLE.values())  # what waits is kept as it was asked


@pytest.fixture
def do(at):
    """Runs a command line as somebody."""
    return lambda name, line, *also: at(TODAY, *line.split(), "--operator", name, *also)


@pytest.fixture
def waiting(do):
    """A waiver of 12.34 by cara, which waits as W1."""
    do("anna", "approval waiver --above 10")
    assert do("cara", "waive A1 12.34 --reason x --request-id r", "--json").error["code"] == "approval-needed"
    return do


@pytest.mark.parametrize("case", CASES)
def test_above_the_amount_it_waits_and_is_done_as_it_was_asked(do, at, head, case):
    before, kind, line, amount_fen = CASES[case]
    for earlier in before:
        assert do("anna", earlier).status == 0
    alone = do("cara", line, "--json", "--dry-run").data
    assert do("anna", f"approval {kind} --always").status == 0
    known = head()
    not_kept = do("cara", line, "--json", "--dry-run")
    assert (not_kept.status, not_kept.error["code"]) == (4, "approval-not-kept")
    assert head() == known
    refused = do("cara", line, "--json")
    assert (refused.status, refused.error["code"]) == (4, "approval-needed")
    (proposal,) = at(TODAY, "proposals", "--json").data["proposals"]
    assert (proposal["proposal_id"], proposal["kind"], proposal["operator"]) == ("W1", kind, "cara")
    if amount_fen is not None:
        assert proposal["amount_fen"] == amount_fen
    done = do("ben", "approve W1", "--json")
    assert done.data["result"] == alone
    assert done.data["event_id"] == alone["event_id"]
    (event,) = [
        line
        for line in at(TODAY, "history", alone["account_id"], "--json").data["lines"]
        if line["event_id"] == alone["event_id"]
    ]
    assert (event["operator"], event["approved_by"]) == ("cara", "ben")
    assert at(TODAY, "proposals", "--json").data["count"] == 0
    head()


@pytest.mark.parametrize("line", ["limit A1 15000", "waive A1 10 --reason x", "reverse A1E3"])
def test_up_to_the_amount_one_person_is_enough(do, at, line):
    for kind, yuan in (("limit-raise", "1"), ("waiver", "10"), ("reversal", "400")):
        do("anna", f"approval {kind} --above {yuan}")
    assert do("cara", line).status == 0
    assert at(TODAY, "proposals", "--json").data["count"] == 0


def test_always_means_what_has_no_amount_too_but_only_what_is_of_the_kind(do):
    do("cara", "lock A1")
    do("anna", "approval reversal --always")
    do("anna", "approval limit-raise --always")
    assert "approval-needed" in do("cara", "reverse A1E5").err
    assert do("cara", "limit A1 15000").status == 0
    do("cara", "request-limit A1 40000")
    assert do("cara", "decide-limit A1 --refuse --reason x").status == 0


def test_asked_for_again_while_it_waits_it_is_the_same_proposal(do, at):
    do("anna", "approval waiver --always")

    def proposed(name, line):
        return do(name, line, "--json").error["message"].rpartition(" ")[2].strip(".")

    assert proposed("cara", "waive A1 1 --reason x") == proposed("cara", "waive A1 1 --reason x") == "W1"
    others = (
        ("dan", "waive A1 1 --reason x"),
        ("cara", "waive A1 2 --reason x"),
        ("cara", "waive A1 1 --reason x --on 2026-02-10"),
        ("cara", "waive A1 1 --reason x --request-id r1"),
        ("cara", "waive A1 1 --reason x --request-id r2"),
    )
    assert [proposed(*other) for other in others] == ["W2", "W3", "W4", "W5", "W6"]
    assert proposed("cara", "waive A1 1 --reason x --request-id r2") == "W6"
    assert do("ben", "approve W1").status == 0
    assert proposed("cara", "waive A1 1 --reason x") == "W7"


def test_a_fen_more_waits(do):
    do("anna", "approval waiver --above 10")
    assert "approval-needed" in do("cara", "waive A1 10.01 --reason x").err


def test_what_the_rules_of_credit_refuse_is_not_proposed(do, at, head):
    do("anna", "approval waiver --always")
    before = head()
    assert do("cara", "waive A1 36 --reason x", "--json").error["code"] == "waiver-exceeds"
    assert at(TODAY, "proposals", "--json").data["count"] == 0
    assert head() == before


def test_nothing_of_the_account_changes_while_it_waits(do, at):
    do("anna", "approval write-off --always")
    before = at(TODAY, "show", "A1", "--json").data
    do("cara", "write-off A1 --reason x")
    now = at(TODAY, "show", "A1", "--json").data
    assert now == before | {"proposals": now["proposals"]}
    assert [proposal["proposal_id"] for proposal in now["proposals"]] == ["W1"]
    assert at(TODAY, "check").status == 0
    assert do("dan", "repay A1 1").status == 0


def test_what_has_become_impossible_is_refused_and_goes_on_waiting(waiting, at):
    waiting("dan", "waive A1 10 --reason y")
    waiting("dan", "waive A1 10 --reason z")
    waiting("dan", "waive A1 10 --reason z")
    assert waiting("ben", "approve W1", "--json").error["code"] == "waiver-exceeds"  # 5.99 are left of 35.99
    assert at(TODAY, "proposals", "--json").data["count"] == 1


OUTDATED = {
    # what is proposed: (before it, what happens then), of a limit of 20,000.00
    "write-off A1 --reason x": ((), ("charge A1 8000",)),
    "limit A1 20200": ((), ("limit A1 5000",)),
    "decide-limit A1 --grant --reason x": (
        ("request-limit A1 20200",),
        ("decide-limit A1 --withdraw --reason x", "request-limit A1 90000"),
    ),
    # The same amount, and yet it is not what was shown.
    "decide-limit A1 --grant --reason y": (
        ("request-limit A1 20200",),
        ("decide-limit A1 --withdraw --reason x", "request-limit A1 20200 --until 2026-12-01"),
    ),
}


@pytest.mark.parametrize("line", OUTDATED)
def test_nobody_agrees_to_more_than_they_were_shown(do, at, head, line):
    before, since = OUTDATED[line]
    for kind in ("limit-raise", "write-off"):
        do("anna", f"approval {kind} --above 100")
    for earlier in before:
        assert do("cara", earlier).status == 0
    assert "W1" in do("cara", line).err
    for later in since:
        assert do("cara", later).status == 0
    known = head()
    refused = do("ben", "approve W1", "--json")
    assert (refused.status, refused.error["code"]) == (4, "proposal-outdated")
    assert head() == known
    assert at(TODAY, "proposals", "--json").data["count"] == 1
    assert do("ben", "decline W1 --reason outdated").status == 0


def test_what_has_become_less_is_done(do):
    do("anna", "approval write-off --above 100")
    do("cara", "write-off A1 --reason x")
    do("dan", "repay A1 10")
    assert do("ben", "approve W1").status == 0


def test_who_agrees_can_see_what_it_is_before(waiting, at):
    (proposal,) = at(TODAY, "proposals", "--json").data["proposals"]
    assert (proposal["asked"]["amount_fen"], proposal["reason"]) == (12_34, "x")
    told = at(TODAY, "proposals").out
    command = told.split(": baitiao ")[1].split(";")[0]
    assert waiting("ben", command.replace("--operator NAME", "")).status == 0
    assert at(TODAY, "proposals", "--json").data["count"] == 1
    assert "baitiao approve W1 --operator 姓名 --dry-run" in at(TODAY, "proposals", "--lang", "zh").out


def test_nobody_agrees_with_themselves(waiting, head):
    before = head()
    assert waiting("cara", "approve W1", "--json").error["code"] == "own-proposal"
    assert head() == before


def test_approving_twice_is_refused_and_its_request_repeated(waiting, at):
    first = waiting("ben", "approve W1 --request-id a", "--json")
    assert first.data == waiting("ben", "approve W1 --request-id a", "--json").data
    again = waiting("ben", "approve W1", "--json")
    assert (again.status, again.error["code"]) == (4, "proposal-decided")
    assert "approved by ben" in again.error["message"]
    kinds = [line["kind"] for line in at(TODAY, "history", "A1", "--json").data["lines"]]
    assert kinds.count("charges-waived") == 1


def test_a_request_is_told_what_became_of_it(waiting, at):
    asked = "waive A1 12.34 --reason x --request-id r"
    again = waiting("cara", asked, "--json")
    assert (again.error["code"], "W1" in again.error["message"]) == ("approval-needed", True)
    assert at(TODAY, "proposals", "--json").data["count"] == 1
    other = waiting("cara", "waive A1 5 --reason x --request-id r", "--json")
    assert other.error["code"] == "request-id-reused"
    done = waiting("ben", "approve W1", "--json").data["result"]
    assert waiting("cara", asked, "--json").data == done
    assert "answered before" in waiting("cara", asked).err
    kinds = [line["kind"] for line in at(TODAY, "history", "A1", "--json").data["lines"]]
    assert kinds.count("charges-waived") == 1


def test_a_request_that_was_declined_stays_so(waiting, at):
    told = at(TODAY, "decline", "w1", "--reason", "no", "--operator", "ben", "--json").data
    assert (told["proposed_by"], told["declined_by"], told["amount_fen"]) == ("cara", "ben", 12_34)
    again = waiting("cara", "waive A1 12.34 --reason x --request-id r", "--json")
    assert (again.error["code"], "declined by ben" in again.error["message"]) == ("proposal-decided", True)
    assert waiting("ben", "approve W1", "--json").error["code"] == "proposal-decided"
    assert waiting("ben", "decline W1 --reason no", "--json").error["code"] == "proposal-decided"
    # Asked for anew it is another proposal.
    assert "W2" in waiting("cara", "waive A1 12.34 --reason x").err


def test_the_day_that_was_named_stays_and_else_it_is_that_of_the_approval(do, at):
    do("anna", "approval waiver --always")
    do("cara", "waive A1 1 --reason x --on 2026-02-05")
    do("cara", "waive A1 2 --reason x")
    for proposal_id, on in (("W1", "2026-02-05"), ("W2", "2026-02-12")):
        done = at("2026-02-12", "approve", proposal_id, "--operator", "ben", "--json").data
        assert done["result"]["effective_on"] == on


def test_a_batch_cannot_wait(do, head, tmp_path):
    do("anna", "approval waiver --above 10")
    file = tmp_path / "lines.csv"
    file.write_text("verb,account,amount,reason,request-id\nwaive,A1,1,x,\nwaive,A1,11,x,r\n", "utf-8")
    before = head()
    refused = do("cara", f"batch {file}", "--json")
    assert (refused.error["code"], refused.error["line"]) == ("approval-not-kept", 3)
    assert head() == before
    assert "approval-needed" in do("cara", "waive A1 11 --reason x --request-id r").err
    again = do("cara", f"batch {file}", "--json")  # the same request, which waits
    assert (again.error["code"], again.error["line"]) == ("approval-needed", 3)


def test_a_dry_run_of_an_approval_shows_what_it_would_do(waiting, at, head):
    before = head()
    assert "12.34" in waiting("ben", "approve W1 --dry-run").out
    assert head() == before
    assert at(TODAY, "proposals", "--json").data["count"] == 1


WEIGHED = {
    # what is reversed, of a debt of 6,434.99 and a limit of 20,000.00: how much that is about
    "charge-off A2 --reason x": None,
    "write-off A1 --reason x": 6_434_99,
    "limit A1 26000 --from 2026-03-01 --until 2026-03-31": 6_000_00,
    "limit A1 3000 --scene travel": 3_000_00,
    "limit A1 12000": 8_000_00,
    "reprice A1P1 0%": 5_999_00,
    "restructure A1P1 --installments 6": 5_999_00,
    "pause A1P1 --until 2026-04-01": 5_999_00,
    "repay A1 50": 50_00,
}


@pytest.mark.parametrize("line", WEIGHED)
def test_a_reversal_is_about_what_the_event_was_about(do, at, line):
    """Today and on a day on which the event had not been; also when it comes back."""
    for earlier in LATE:
        assert do("anna", earlier).status == 0
    event_id = do("anna", line, "--json").data["event_id"]
    for kind in ("reversal", "limit-raise", "write-off"):
        do("anna", f"approval {kind} --above 20")
    for day, name in (("2026-02-09", "carl"), (TODAY, "cara")):
        assert "approval-needed" in at(day, "reverse", event_id, "--operator", name).err
    amounts = [row["amount_fen"] for row in at(TODAY, "proposals", "--json").data["proposals"]]
    if expected_fen := WEIGHED[line]:
        assert amounts == [expected_fen] * 2
    assert min(amounts) >= 50_00
    reversal = do("ben", "approve W2", "--json").data["event_id"]
    assert "approval-needed" in do("cara", f"reverse {reversal}").err
    do("anna", "approval reversal --off")
    again = do("cara", f"reverse {reversal}", "--json")
    kind = {"limit": "limit-raise", "charge-off": "write-off", "write-off": "write-off"}.get(line.split()[0])
    if kind and line != "limit A1 12000":  # its reversal is the raise, and that of the reversal a cut
        assert again.error["code"] == "approval-needed"
        assert at(TODAY, "proposals", "--json").data["proposals"][-1]["kind"] == kind
    else:
        assert again.data["raised_fen"] == 0


def test_the_reversal_of_a_cut_is_a_raise(do, at):
    do("anna", "approval limit-raise --above 100")
    do("cara", "limit A1 12000")
    assert "approval-needed" in do("cara", "reverse A1E5").err
    (proposal,) = at(TODAY, "proposals", "--json").data["proposals"]
    assert (proposal["kind"], proposal["amount_fen"]) == ("limit-raise", 8_000_00)


def test_a_waiver_that_comes_back_is_a_waiver(do, at):
    do("anna", "approval waiver --above 10")
    do("anna", "waive A1 5 --reason x")
    assert do("cara", "reverse A1E5").status == 0
    assert do("cara", "reverse A1E6").status == 0
    do("anna", "approval waiver --above 1")
    assert do("cara", "reverse A1E7").status == 0
    assert "approval-needed" in do("cara", "reverse A1E8").err


def test_the_reversal_of_what_grows_by_the_night_can_wait_for_a_night(do, at):
    for earlier in LATE:
        do("anna", earlier)
    event_id = do("anna", "write-off A2 --reason x", "--json").data["event_id"]
    do("anna", "approval reversal --above 20")
    assert "approval-needed" in do("cara", f"reverse {event_id}").err
    (proposal,) = at("2026-02-12", "proposals", "--json").data["proposals"]
    done = at("2026-02-12", "approve", "W1", "--operator", "ben", "--json").data["result"]
    assert proposal["amount_fen"] < done["reversed_fen"] <= proposal["amount_fen"] + 20_00


class TestWithRoles:
    @pytest.fixture(autouse=True)
    def staff(self, do):
        for line in ("anna --role admin", "ben --role supervisor", "bea --role supervisor", "cara --role clerk"):
            assert do("anna", f"operator {line}").status == 0
        do("anna", "operator carl --role clerk")
        do("anna", "approval waiver --above 10")
        do("anna", "approval limit-raise --above 1000")
        assert "W1" in do("cara", "waive A1 12.34 --reason x").err
        assert "W2" in do("ben", "limit A1 25000").err

    @pytest.mark.parametrize("name", ["carl", "anna"])
    def test_who_agrees_must_be_one_who_may_decide(self, do, name):
        for line in ("approve W1", "approve W2"):
            assert do(name, line, "--json").error["code"] == "role-needed"

    def test_a_supervisor_agrees_with_a_clerk_and_another_with_a_supervisor(self, do):
        assert do("ben", "approve W1").status == 0
        assert do("ben", "approve W2", "--json").error["code"] == "own-proposal"
        assert do("bea", "approve W2").status == 0

    @pytest.mark.parametrize(
        ("line", "verb"),
        [
            ("limit A1 19900", "limit"),
            ("limit A1 20100", "limit"),
            ("suspend A1 --cause risk", "resume"),
            ("write-off A1 --reason x", "write-off"),
            ("reprice A1P1 0%", "reprice"),
            ("payoff A1 --pay; close A1 --by operator --reason x", "reopen"),
        ],
    )
    def test_who_may_not_do_it_may_not_undo_it_nor_bring_it_back(self, do, line, verb):
        for one in line.split("; "):
            event_id = do("ben", one, "--json").data["event_id"]
        refused = do("cara", f"reverse {event_id}", "--json").error
        assert refused["code"] == "role-needed"
        assert refused["message"].startswith(f"{verb} takes")
        reversal = do("ben", f"reverse {event_id}", "--json").data["event_id"]
        if verb != "reopen":
            assert do("cara", f"reverse {reversal}", "--json").error["code"] == "role-needed"
        assert do("ben", f"reverse {reversal}").status == 0

    def test_a_clerk_reverses_what_a_clerk_does(self, do):
        for line in ("repay A1 5", "lock A1", "waive A1 1 --reason x", "request-limit A1 30000"):
            event_id = do("cara", line, "--json").data["event_id"]
            assert do("carl", f"reverse {event_id}").status == 0

    def test_one_may_take_ones_own_back_but_not_decline_that_of_others(self, do):
        assert do("carl", "decline W1 --reason x", "--json").error["code"] == "role-needed"
        assert do("cara", "decline W1 --reason mistaken").status == 0
        assert do("bea", "decline W2 --reason no").status == 0


def test_rules_are_set_and_lifted(do, at):
    assert "above 10.00 yuan" in at(TODAY, "approval", "waiver", "--above", "10").out
    assert "always" in do("anna", "approval waiver --always").out
    rules = {
        row["kind"]: (row["is_on"], row["above_fen"]) for row in at(TODAY, "operators", "--json").data["approvals"]
    }
    assert rules == {"limit-raise": (False, 0), "waiver": (True, 0)} | dict.fromkeys(
        ("write-off", "reversal", "unmask"), (False, 0)
    )
    assert do("anna", "approval waiver --off").status == 0
    assert do("cara", "waive A1 12.34 --reason x").status == 0


@pytest.mark.parametrize(
    "line", ["approval waiver --above 10 --off", "approval waiver --always --off", "approval unmask --above 10"]
)
def test_options_that_exclude_each_other(do, line):
    assert do("anna", line, "--json").error["code"] == "options-exclusive"


def test_lifting_a_rule_lets_what_waits_wait(waiting):
    waiting("anna", "approval waiver --off")
    assert waiting("ben", "approve W1").status == 0


def race(ledger, arguments, out):
    import contextlib
    import io

    from baitiao_cli.cli.main import main

    told = io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(told):
        status = main([*arguments, "--ledger", ledger, "--today", TODAY])
    out.put((status, told.getvalue()))


def at_once(ledger, *lines):
    """The statuses and texts of command lines that are run by a process each, at once."""
    context = get_context("fork")
    out = context.Queue()
    processes = [context.Process(target=race, args=(str(ledger), line.split(), out)) for line in lines]
    for process in processes:
        process.start()
    told = [out.get(timeout=60) for _ in processes]
    for process in processes:
        process.join(60)
    return sorted(told)


def test_of_two_who_agree_at_once_one_does_it(waiting, ledger, at):
    told = at_once(ledger, *(f"approve W1 --operator {name}" for name in ("ben", "bea", "bob", "bill")))
    assert [status for status, _ in told] == [0, 4, 4, 4]
    assert all("proposal-decided" in text for _, text in told[1:])
    kinds = [line["kind"] for line in at(TODAY, "history", "A1", "--json").data["lines"]]
    assert kinds.count("charges-waived") == 1
    assert at(TODAY, "check").status == 0


def test_the_same_request_at_once_is_proposed_once(do, ledger, at):
    do("anna", "approval waiver --always")
    told = at_once(ledger, *["waive A1 1 --reason x --request-id r --operator cara"] * 4)
    assert [status for status, _ in told] == [4] * 4
    assert all("W1" in text for _, text in told)
    assert at(TODAY, "proposals", "--json").data["count"] == 1
