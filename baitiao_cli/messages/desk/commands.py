"""Help lines of the commands of the desk."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.command_text import CommandText
from baitiao_cli.messages.desk import bureau, compliance, queue, risk, rules

DESK_COMMANDS: dict[str, CommandText] = {
    "funder": CommandText(
        "desk",
        Text("Registers a firm that funds together with the lender."),
        ("funder 'Bank of the East'",),
    ),
    "funders": CommandText(
        "desk",
        Text("Lists the funders, and what of which product is whose from which day on."),
        ("funders",),
    ),
    "fund": CommandText(
        "desk",
        Text("Agrees on whose is what of the plans of a product made from a day on; earlier plans keep their shares."),
        (
            "fund inst F1=70%,F2=30%",
            "fund inst F1=80%,F0=20% --from 2026-07-01 --service 15%",
            "fund inst F2=100% --tier D",
        ),
    ),
    "funding": CommandText(
        "desk",
        Text("Shows whose a plan is, to the fraction of a fen, and each of its postings split."),
        ("funding A1P1", "funding A1P1 --as-of 2026-06-30 --csv"),
    ),
    "funder-statement": CommandText(
        "desk",
        Text("Shows what customers owe a funder by kind, what came in for it, and what it has earned."),
        ("funder-statement F1", "funder-statement F1 --from 2026-06-01 --through 2026-06-30 --html"),
    ),
    "funder-settle": CommandText(
        "desk",
        Text("Settles with a funder up to a day; what changes later of days settled is in the next settlement."),
        ("funder-settle F1 --through 2026-06-30", "funder-settle F1 --through 2026-06-30 --dry-run"),
    ),
    "risk": CommandText(
        "desk",
        risk.RISK,
        ("risk A1", "risk --all --as-of 2026-03-31", "risk --all --rules mine.toml --csv"),
    ),
    "risk check": CommandText(
        "desk",
        risk.CHECK,
        ("risk check A1 6999", "risk check A1 1999 --category phones"),
    ),
    "risk scan": CommandText(
        "desk",
        queue.SCAN,
        ("risk scan --all --dry-run", "risk scan --all --on 2026-03-31", "risk scan A1"),
    ),
    "queue": CommandText("desk", queue.QUEUE, ("queue", "queue D12", "queue --all --as-of 2026-03-31 --csv")),
    "queue approve": CommandText("desk", queue.APPROVE, ("queue approve D12 --reason 'the customer was called'",)),
    "queue release": CommandText("desk", queue.RELEASE, ("queue release D12 --reason 'papers are on their way'",)),
    "queue decline": CommandText("desk", queue.DECLINE, ("queue decline D12 --reason 'the phone was stolen'",)),
    "bureau export": CommandText(
        "desk", bureau.EXPORT, ("bureau export --on 2026-06-30", "bureau export -o june-not-sent.json --force")
    ),
    "bureau notice": CommandText("desk", bureau.NOTICE, ("bureau notice A1 --channel letter",)),
    "bureau notices": CommandText("desk", bureau.NOTICES, ("bureau notices", "bureau notices A1 --csv")),
    "compliance check": CommandText(
        "desk",
        compliance.CHECK,
        (
            "compliance check",
            "compliance check --rule annual-rate --csv",
            "compliance check --as-of 2026-03-31 --html -o compliance.html",
        ),
    ),
    "consent": CommandText(
        "desk",
        Text("Records what a person agrees to, or does not any more."),
        ("consent A1 offers given --how 'letter of 5 January'", "consent P1 credit-check withdrawn"),
    ),
    "income": CommandText(
        "desk",
        Text("Records the income a month that a person declares, and what they pay elsewhere."),
        ("income A1 8000 --payments 1200",),
    ),
    "assess": CommandText(
        "desk",
        Text("Shows what is known for a decision about a limit: checks, consents, income, payments, warnings."),
        ("assess A1", "assess A1 --as-of 2026-03-31 --rules mine.toml"),
    ),
    "limits review": CommandText(
        "desk",
        Text("Proposes raises and cuts of limits from behaviour, or the same factor for a tier; nothing is set yet."),
        (
            "limits review A1 --dry-run",
            "limits review --all",
            "limits review --tier D --times 0.8 --dry-run",
            "limits review --tier A --times 1.2 --until 2026-11-20",
        ),
    ),
    "limits apply": CommandText(
        "desk",
        Text("Sets the limits that a review proposed, with a notice for the customer."),
        ("limits apply D12", "limits apply --all --dry-run"),
    ),
    "offers review": CommandText(
        "desk",
        Text("Tells who has earned a coupon by paying in time, and who is given none; nothing is given yet."),
        ("offers review --all", "offers review A1 --as-of 2026-07-12", "offers review --all --rules mine.toml"),
    ),
    "offers grant": CommandText(
        "desk",
        Text("Gives a coupon to who has paid in time often enough in a row and does not refuse offers."),
        ("offers grant --all --dry-run", "offers grant A1"),
    ),
    "coupons": CommandText(
        "desk",
        Text("Lists the coupons of an account: open, used (by which plan, and what was given up) or expired."),
        ("coupons A1", "coupons A1 --as-of 2026-12-31 --json"),
    ),
    "score": CommandText(
        "desk",
        Text("Scores an account, or all, by a points scorecard from the ledger alone."),
        ("score A1", "score A1 --explain", "score A1 --history", "score --all --as-of 2026-03-31"),
    ),
    "score keep": CommandText(
        "desk",
        Text("Keeps the score of an account, or of all, with its lines."),
        ("score keep A1", "score keep --all --request-id scores-2026-03"),
    ),
    "score apply": CommandText(
        "desk",
        Text("Sets the tier that the kept score of an account, or of all, gives; open plans keep their terms."),
        ("score apply A1 --dry-run", "score apply --all --dry-run", "score apply --all"),
    ),
    "score test": CommandText(
        "desk",
        Text("Holds the scores of a past day against the lateness that came after it."),
        ("score test --scored-on 2025-12-31", "score test --scored-on 2025-12-31 --months 3 --bad-days 7"),
    ),
    "contact": CommandText(
        "desk",
        Text("Records that a customer was contacted, and when; refuses what collection must not do."),
        (
            "contact A1 --channel call --about collection --at 10:30 --outcome reached",
            "contact A1 --channel text --about service --at 21:15 --outcome left-word --note 'asked to call back'",
        ),
    ),
    "contacts": CommandText(
        "desk",
        Text("Lists who was contacted, when, by what and what about, and what was against the rules."),
        ("contacts A1", "contacts --as-of 2026-03-31 --csv"),
    ),
    "prefer": CommandText(
        "desk",
        Text("Records how a customer wants to be reminded and told of limits: by what, in which language, when not."),
        ("prefer A1 --channel app --quiet 21:00-09:00", "prefer A1 --language en", "prefer A1 --quiet none"),
    ),
    "remind": CommandText(
        "desk",
        Text("Writes a reminder of each due date that comes, once, as text, calendar event and CSV; sends nothing."),
        ("remind --dry-run", "remind --out outbox", "remind --out outbox --rules mine.toml"),
    ),
    "notify": CommandText(
        "desk",
        Text("Writes a notice of each limit that was set and each coupon, once, as text and CSV; sends nothing."),
        ("notify --dry-run", "notify --out outbox"),
    ),
    "promise": CommandText(
        "desk",
        Text(
            "Records that a customer promises to pay so much by a day; the money that comes tells whether it is kept."
        ),
        ("promise A1 500 --by 2026-07-10", "promise A1 500 --by 2026-07-10 --note 'after payday'"),
    ),
    "promises": CommandText(
        "desk",
        Text("Lists promises to pay with what has come of each: kept, broken, cleared or open."),
        ("promises", "promises A1", "promises --state broken --csv"),
    ),
    "rules": CommandText("desk", rules.RULES, ("rules", "rules limits", "rules limits --json")),
    "early-warning": CommandText(
        "desk",
        Text("Lists who may be late soon, or just is, by signs in the accounts, the most pressing first."),
        ("early-warning", "early-warning --as-of 2026-03-31 --csv"),
    ),
    "cases": CommandText(
        "desk",
        Text("Lists the open collection cases with their stage and what is next, the longest late first."),
        ("cases", "cases --stage mid", "cases --closed --csv"),
    ),
    "cases open": CommandText(
        "desk",
        Text("Opens a case for each account that is late and has none, and closes those that are cured."),
        ("cases open --dry-run", "cases open"),
    ),
    "case": CommandText(
        "desk",
        Text("Shows one case: its account, what happened since, promises, contacts, and what is next."),
        ("case D12",),
    ),
    "ticket": CommandText(
        "desk",
        Text("Records what a customer asks for or complains of, and by when it is to be answered."),
        ("ticket A1 --about complaint --text 'fees were not told'", "ticket A1 --about question --text 'bill day'"),
    ),
    "ticket-answer": CommandText(
        "desk",
        Text("Records the answer to a service request, which ends it."),
        ("ticket-answer D12 'fees stand in the plan; waived once'",),
    ),
    "tickets": CommandText(
        "desk",
        Text("Lists the service requests that wait for an answer, late ones first."),
        ("tickets", "tickets A1 --answered"),
    ),
}
