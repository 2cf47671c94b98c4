"""What is wrong with a scenario file is told in one sentence, with its place, before anything is played."""

from __future__ import annotations

import pytest

from baitiao_cli.errors import BaitiaoError
from baitiao_cli.messages import Text
from baitiao_cli.messages.scenario import place_of
from baitiao_cli.scenario.reading import read_scenario

DAY = "[[step]]\ntoday = 2026-01-05\n"
INNER = "\n[[step.steps]]\nlist = {}"
WHOLE = (
    "f:1, step 1: steps that are done together are done or refused as a whole, on one day: none of them, at any depth, "
    "expects an error, is a dry run or moves the clock"
)
UNTIL = "f:1, step 1: until has a command and what to expect of its answer, and nothing else"
MALFORMED = {
    "x = 1": "f: x is not known here; what may stand here: title, seed, operator, vars, products, step",
    "": "f: there is no [[step]]",
    "step = 1": "f: step must be a list of tables",
    "step = [1]": "f, step 1: step must be a table",
    "[[step]]\nlist = {}": "f:1, step 1: the first step needs today = and a day",
    "\n\n[[step]]\ntoday = 2026-01-05": "f:3, step 1: a step names one command, or has steps of its own",
    DAY + "list = {}\nshow = {}": "f:1, step 1: a step names one command, not list, show",
    DAY + "list = 1": "f:1, step 1: list must be a table",
    DAY + "list = {}\ntogether = true": "f:1, step 1: repeat and together go with [[step.steps]]",
    DAY + "list = {}\nerror = 'x'\nexpect.x = 1":
    "f:1, step 1: a step that expects an error answers with no figures",
    DAY + "list = {}\n[[step]]\nrepeat = {}" + INNER: "f:4, step 2: repeat takes either times or until",
    DAY + "repeat.until = { list = {} }" + INNER: "f:1, step 1: repeat until needs at_most, so that it ends",
    DAY + "repeat = { times = 2, at_most = 1 }" + INNER:
    "f:1, step 1: at_most goes with until; times says how often",
    DAY + "repeat = { at_most = 3, until = { list = {} } }" + INNER: UNTIL,
    DAY + "repeat = { at_most = 3, until = { list = {}, expect = {} } }" + INNER: UNTIL,
    DAY + "repeat = { at_most = 3, until = { list = {}, expect.x = 1, error = 'y' } }" + INNER: UNTIL,
    DAY + "repeat = { at_most = 3, until = { list = {}, expect.x = 1, as = 'y' } }" + INNER: UNTIL,
    DAY + "repeat.times = 2\nexpect = { owed = 5 }" + INNER:
    "f:1, step 1: expect goes with a command, whose answer it is about",
    DAY + "together = true\nas = 'q'" + INNER: "f:1, step 1: as goes with a command, whose answer it is about",
    DAY + "repeat.times = 2\nerror = 'limit-exceeded'" + INNER:
    "f:1, step 1: the error of several steps goes with together = true, for then all of them are undone",
    DAY + "list = {}\nerror = 'x'\nas = 'y'": "f:1, step 1: a step that expects an error answers with no figures",
    DAY + "list = {}\nas = ''": "f:1, step 1: '' is no name: letters, digits, _ and -, a letter first, 32 at most",
    DAY + "list = {}\nas = 'a.b'":
    "f:1, step 1: 'a.b' is no name: letters, digits, _ and -, a letter first, 32 at most",
    DAY + "list = {}\nas = 'random'": "f:1, step 1: random is the scenario's own: choose another name",
    "vars.round = 1\n" + DAY + "list = {}": "f: round is the scenario's own: choose another name",
    "vars.'two words' = 1\n" + DAY + "list = {}":
    "f: 'two words' is no name: letters, digits, _ and -, a letter first, 32 at most",
    "vars = { price = 1, half = '{price}' }\n" + DAY + "list = {}":
    "f: the variable half has braces: what a variable stands for is taken as it is written",
    "vars.x.one_of = ['{a}']\n" + DAY + "list = {}":
    "f: the variable x has braces: what a variable stands for is taken as it is written",
    DAY + "repeat.times = 0" + INNER: "f:1, step 1: times is from 1 to 1,000,000",
    DAY + "repeat.times = 1" + INNER + INNER + "\nas = 1": "f:6, step 1.2: as must be a text",
    DAY + "about = 05:30:00\nlist = {}": "f:1, step 1: about must be a text",
    "[[step]]\ntoday = 2026-01-05T10:00:00\nlist = {}": "f:1, step 1: today must be a day",
    "seed = 99999999999999999999\n" + DAY + "list = {}": "f: seed must be a whole number",
    DAY + "together = true\nsteps = [{ list = {}, error = 'x' }]": WHOLE,
    DAY + "together = true\nsteps = [{ list = {} }, { steps = [{ list = {}, error = 'x' }] }]": WHOLE,
    DAY + "together = true\nsteps = [{ repeat.times = 1, steps = [{ list = {}, error = 'x' }] }]": WHOLE,
    DAY + "together = true\nsteps = [{ list = { dry_run = true } }]": WHOLE,
    DAY + "together = true\nsteps = [{ list = {}, today = '+1 day' }]": WHOLE,
}  # fmt: skip


@pytest.mark.parametrize("text", MALFORMED, ids=range(len(MALFORMED)))
def test_what_is_malformed_is_told_with_its_place(text):
    with pytest.raises(BaitiaoError) as refused:
        read_scenario("f", text, ["list", "show"])
    place = place_of(refused.value.file, refused.value.step, refused.value.line)
    problem = refused.value.details["problem"]
    assert isinstance(place, Text) and isinstance(problem, Text)
    assert f"{place.en}: {problem.en}" == MALFORMED[text]
    assert place.zh and problem.zh != problem.en


def test_headers_in_texts_are_no_headers():
    text = 'title = """\n[[step]]\n"""\n' + DAY + "list = {}"
    assert read_scenario("f", text, ["list"]).steps[0].line == 0  # not known, rather than wrong


def test_numbers_keep_the_digits_that_were_written():
    step = read_scenario("f", DAY + "list = { x = 12.50, y = 1e3, z = nan }", ["list"]).steps[0]
    assert step.given == {"x": "12.50", "y": "1e3", "z": "nan"}


@pytest.mark.parametrize(
    "value",
    ["{a=" * 65 + "1" + "}" * 65, "[" * 150 + "]" * 150, "[" * 5000 + "]" * 5000, "9" * 5000],
    ids=["tables", "lists", "many lists", "digits"],
)
def test_what_nobody_writes_is_refused_as_it_is_read(value):
    for text in (f"vars.x = {value}\n", f"{DAY}list = {{}}\nexpect.x = {value}\n"):
        with pytest.raises(BaitiaoError) as refused:
            read_scenario("f", text, ["list"])
        assert refused.value.code == "scenario-not-toml"
