"""What someone may change in a ledger behind its back, and the first bad row that `check` then names.

Each edit is made as by one who knows the file: the guards are put away and put back, the new rows keep all constraints
unless that is the point. The rows are those of the story's ledger (`program.STORY`).
"""

from __future__ import annotations

from .tampering import (
    COPY_OF_EVENT,
    COPY_OF_GROUP,
    LAST_DEED,
    LAST_EVENT,
    LAST_SEAL,
    OTHER_HASH,
    SEAL,
    SEAL_OF_FIRST_GROUP,
    SEAL_OF_GROUP,
    Edit,
    cut_tail,
    event,
    guard,
    rehash_all,
    rehash_events,
    seal,
    sql,
    swap,
)

EDITS: dict[str, Edit] = {
    # events
    "the amount of an event": event("body = replace(body, '40000', '30000')"),
    "the plan of an event": event("body = replace(body, 'A1P2', 'A1P1')"),
    "the person of an opening": sql(
        "UPDATE events SET body = replace(body, '\"P1\"', '\"P2\"') WHERE event_id = 'A1E1'",
        code="check-event",
        where="A1E1",
    ),
    "a space in an event": event("body = body || ' '"),
    "an event cut off": event("body = substr(body, 1, 40)"),
    "an event that is no text": event("body = CAST(x'80ff' AS TEXT)"),
    "the kind of an event": event("kind = 'repayment-received'"),
    "the day of an event": event("effective_on = '2026-01-20'"),
    "the time of an event": event("recorded_at = '2026-01-21T00:00:00Z'"),
    "the operator of an event": event("operator = 'somebody else'"),
    "the request of an event": event("request_id = 'r9'"),
    "the account of an event": event("account_id = 'A2', event_id = 'A2E99', number = 99", where="A2E99"),
    "the link of an event": event(f"hash_before = '{OTHER_HASH}'"),
    "the hash of an event": event(f"hash = '{OTHER_HASH}'"),
    "an event removed": sql("DELETE FROM events WHERE event_id = 'A1E3'", code="check-event", where="event no. 5"),
    "an event put in": sql(
        COPY_OF_EVENT.format(sequence=1000, number=1000, event_id="A1E3"), code="check-event", where="A1E1000"
    ),
    "an event twice": sql(
        "UPDATE events SET sequence = -sequence WHERE sequence > 20",
        "UPDATE events SET sequence = 1 - sequence WHERE sequence < 0",
        COPY_OF_EVENT.format(sequence=21, number=999, event_id="A1E3"),
        code="check-event",
        where="A1E999",
    ),
    "two events swapped": sql(
        *swap("events", "event_id", ("kind", "effective_on", "body"), "A1E2", "A1E3"), code="check-event", where="A1E2"
    ),
    "two events in the other order": sql(
        "UPDATE events SET sequence = -1 WHERE event_id = 'A1E2'",
        "UPDATE events SET sequence = 3 WHERE event_id = 'A2E1'",
        "UPDATE events SET sequence = 2 WHERE sequence = -1",
        code="check-event",
        where="A1E2",
    ),
    "the last event removed": sql(
        "DELETE FROM events WHERE sequence = (SELECT max(sequence) FROM events)",
        code="check-event",
        where=f"SELECT 'event no. ' || {LAST_EVENT}",
    ),
    "a tail cut off without its seals": Edit(cut_tail, "check-event", "event no. 39"),
    "events made anew with their hashes": Edit(rehash_events, "check-seal", f"SELECT 'seal ' || {SEAL_OF_FIRST_GROUP}"),
    "events and seals made anew with their hashes": Edit(rehash_all, "check-view", "A1"),
    # postings
    "the amount of a posting": sql(
        "UPDATE postings SET amount_fen = amount_fen + 1 WHERE posting_number = 5", code="check-group", where="group 2"
    ),
    "the amounts of a group": sql(
        "UPDATE postings SET amount_fen = 2 * amount_fen WHERE group_number = 2",
        code="check-seal",
        where=f"SELECT 'seal ' || {SEAL_OF_GROUP}",
    ),
    "the account of a posting": sql(
        "UPDATE postings SET ledger_account = 'cash' WHERE posting_number = 5",
        code="check-seal",
        where=f"SELECT 'seal ' || {SEAL_OF_GROUP}",
    ),
    "the plan of a posting": sql(
        "UPDATE postings SET plan_id = 'A1P2' WHERE group_number = 2",
        code="check-seal",
        where=f"SELECT 'seal ' || {SEAL_OF_GROUP}",
    ),
    "a group's cause": sql(
        "UPDATE posting_groups SET cause = 'A1E9' WHERE group_number = 2",
        code="check-seal",
        where=f"SELECT 'seal ' || {SEAL_OF_GROUP}",
    ),
    "a group's day": sql(
        "UPDATE posting_groups SET effective_on = '2026-01-06' WHERE group_number = 2",
        code="check-seal",
        where=f"SELECT 'seal ' || {SEAL_OF_GROUP}",
    ),
    "a group removed": sql(
        "DELETE FROM postings WHERE group_number = 2",
        "DELETE FROM posting_groups WHERE group_number = 2",
        code="check-seal",
        where=f"SELECT 'seal ' || {SEAL_OF_GROUP}",
    ),
    "a group twice": sql(*COPY_OF_GROUP, code="check-seal", where=f"SELECT 'seal ' || ({LAST_SEAL} + 1)"),
    "two postings swapped": sql(
        *swap("postings", "posting_number", ("plan_id", "ledger_account", "amount_fen"), 5, 7),
        code="check-group",
        where="group 2",
    ),
    "postings of no group": sql(
        "INSERT INTO postings VALUES (1000, 1000, 'A1P1', 'cash', 5), (1001, 1000, 'A1P1', 'principal', -5)",
        code="check-link",
        where="postings 1000",
    ),
    # seals
    "the time of a seal": seal("sealed_at = '2026-01-01T00:00:00Z'"),
    "the heads of a seal": seal("heads = '{}'"),
    "the journal of a seal": seal(f"journal_hash = '{OTHER_HASH}'"),
    "the link of a seal": seal(f"hash_before = '{OTHER_HASH}'"),
    "the hash of a seal": seal(f"hash = '{OTHER_HASH}'"),
    "the reach of a seal": seal("last_sequence = last_sequence + 1"),
    "a seal removed": sql(
        f"DELETE FROM seals WHERE number = {SEAL}", code="check-seal", where=f"SELECT 'seal ' || ({SEAL} + 1)"
    ),
    "the last seal removed": sql(
        "DELETE FROM seals WHERE number = (SELECT max(number) FROM seals)",
        code="check-seal",
        where=f"SELECT 'seal ' || {LAST_SEAL}",
    ),
    "a seal put in": sql(
        "INSERT INTO seals SELECT 1000, sealed_at, last_sequence, last_group_number, '{}', journal_hash, hash, hash"
        " FROM seals ORDER BY number DESC LIMIT 1",
        code="check-seal",
        where="seal 1000",
    ),
    # the audit log
    "what a deed was": sql(
        f"UPDATE audit SET deed = 'changed' WHERE number = {LAST_DEED} - 1",
        code="check-deed",
        where=f"SELECT 'deed ' || ({LAST_DEED} - 1)",
    ),
    "whose a deed was": sql(
        f"UPDATE audit SET subject = 'P9' WHERE number = {LAST_DEED}",
        code="check-deed",
        where=f"SELECT 'deed ' || {LAST_DEED}",
    ),
    "a deed removed": sql(
        f"DELETE FROM audit WHERE number = {LAST_DEED} - 1",
        code="check-deed",
        where=f"SELECT 'deed ' || {LAST_DEED}",
    ),
    "the last deed removed": sql(
        f"DELETE FROM audit WHERE number = {LAST_DEED}", code="check-seal", where=f"SELECT 'seal ' || {LAST_SEAL}"
    ),
    "a deed put in": sql(
        "INSERT INTO audit SELECT number + 1, recorded_at, operator, deed, subject, details, hash, hash FROM audit"
        f" WHERE number = {LAST_DEED}",
        code="check-deed",
        where=f"SELECT 'deed ' || ({LAST_DEED} + 1)",
    ),
    # answers, quotes, merchants
    "an answer": sql(
        "UPDATE requests SET answer = replace(answer, '50000', '60000') WHERE request_id = 'r1'",
        code="check-row",
        where="requests r1",
    ),
    "the inputs of a request": sql(
        f"UPDATE requests SET inputs_hash = '{OTHER_HASH}' WHERE request_id = 'r1'",
        code="check-row",
        where="requests r1",
    ),
    "a request removed": sql("DELETE FROM requests WHERE request_id = 'r1'", code="check-row", where="requests r1"),
    "a request put in": sql(
        f"INSERT INTO requests VALUES ('r9', '{OTHER_HASH}', '{{}}', '2026-01-01T00:00:00Z')",
        code="check-row",
        where="requests r9",
    ),
    "two answers swapped": sql(
        *swap("requests", "request_id", ("answer", "inputs_hash"), "r1", "r2"), code="check-row", where="requests r1"
    ),
    "a quote": sql("UPDATE quotes SET body = replace(body, '60000', '50000')", code="check-row", where="quotes Q"),
    "a quote removed": sql("DELETE FROM quotes", code="check-row", where="quotes Q"),
    "the name of a merchant": sql(
        "UPDATE merchants SET name = 'x' WHERE merchant_id = 'M2'", code="check-row", where="merchants M2"
    ),
    "the discount of a merchant": sql(
        "UPDATE merchant_discounts SET discount_ppb = 0 WHERE merchant_id = 'M1'",
        code="check-row",
        where="merchant_discounts M1 2026-01-05",
    ),
    "a discount put in": sql(
        "INSERT INTO merchant_discounts VALUES ('M2', '2026-02-01', 9000000)",
        code="check-row",
        where="merchant_discounts M2 2026-02-01",
    ),
    # facts of the desk
    "an income": sql(
        "UPDATE desk_facts SET body = replace(body, '800000', '900000') WHERE number = 2",
        code="check-row",
        where="desk_facts 2",
    ),
    "whose a fact of the desk is": sql(
        "UPDATE desk_facts SET subject = 'P1' WHERE number = 3", code="check-row", where="desk_facts 3"
    ),
    "the day of a fact of the desk": sql(
        "UPDATE desk_facts SET effective_on = '2026-01-01' WHERE number = 1", code="check-row", where="desk_facts 1"
    ),
    "who recorded a fact of the desk": sql(
        "UPDATE desk_facts SET operator = 'somebody else' WHERE number = 1", code="check-row", where="desk_facts 1"
    ),
    "a fact of the desk removed": sql(
        "DELETE FROM desk_facts WHERE number = 2", code="check-row", where="desk_facts 2"
    ),
    "a fact of the desk put in": sql(
        "INSERT INTO desk_facts SELECT 4, subject, kind, effective_on, recorded_at, operator, request_id, body"
        " FROM desk_facts WHERE number = 1",
        code="check-row",
        where="desk_facts 4",
    ),
    "two facts of the desk swapped": sql(
        *swap("desk_facts", "number", ("subject", "kind", "body"), 1, 2), code="check-row", where="desk_facts 1"
    ),
    # views
    "what is used of a limit": sql(
        "UPDATE accounts SET used_fen = used_fen - 1 WHERE account_id = 'A2'", code="check-view", where="A2"
    ),
    "the limit": sql("UPDATE accounts SET limit_fen = 1 WHERE account_id = 'A2'", code="check-view", where="A2"),
    "the person of an account": sql(
        "UPDATE accounts SET person_id = 'P1', closed_on = '2026-05-19' WHERE account_id = 'A2'",
        code="check-view",
        where="A2",
    ),
    "the day of an account": sql(
        "UPDATE accounts SET settled_through = '2026-05-01' WHERE account_id = 'A2'", code="check-view", where="A2"
    ),
    "the balance of a plan": sql(
        "UPDATE plans SET balance_fen = 0 WHERE plan_id = 'A1P1'", code="check-view", where="A1P1"
    ),
    "the merchant of a plan": sql(
        "UPDATE plans SET merchant = 'x' WHERE plan_id = 'A1P1'", code="check-view", where="A1P1"
    ),
    "an installment": sql(
        "UPDATE installments SET paid_fen = paid_fen + 1 WHERE plan_id = 'A1P1' AND number = 2",
        code="check-view",
        where="A1P1 2",
    ),
    "an installment removed": sql(
        "DELETE FROM installments WHERE plan_id = 'A1P1' AND number = 12", code="check-view", where="A1P1 12"
    ),
    "a bill": sql(
        "UPDATE bills SET amount_due_fen = 0 WHERE account_id = 'A1' AND number = 2", code="check-view", where="A1 2"
    ),
    "a bill removed": sql("DELETE FROM bills WHERE account_id = 'A1' AND number = 2", code="check-view", where="A1 2"),
    # tables and guards
    "a table of views removed": sql("DROP TABLE installments", code="check-schema", where="table installments"),
    "an index removed": sql("DROP INDEX plans_one_per_order", code="check-schema", where="index plans_one_per_order"),
    "a column put in": sql("ALTER TABLE accounts ADD COLUMN extra TEXT", code="check-schema", where="table accounts"),
    "a guard removed": guard("DROP TRIGGER events_no_update", where="trigger events_no_update"),
    "a guard weakened": guard(
        "DROP TRIGGER events_no_delete",
        "CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT 1; END",
        where="trigger events_no_delete",
    ),
    "a guard of somebody else": guard(
        "CREATE TRIGGER quiet BEFORE INSERT ON postings BEGIN SELECT RAISE(IGNORE); END",
        where="trigger quiet",
    ),
}
