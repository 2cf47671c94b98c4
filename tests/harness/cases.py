"""The surroundings that are tried, as one table: what is wrong, and what a view, a write, `check` and `init` tell."""

from __future__ import annotations

import os
from pathlib import Path

from baitiao_cli.ledger.file.connection import APPLICATION_ID, SCHEMA_VERSION

from .spoiling import (
    by_sql,
    cut,
    few_files,
    fill,
    fill_with_files,
    hot_journal,
    hot_journal_for_readers,
    instead,
    journal_folder,
    journal_is,
    limited,
    link,
    little_memory,
    lock_held,
    lock_is,
    make_read_only,
    modes,
    named,
    new_in_a_read_only_folder,
    new_on_a_full_disk,
    nowhere,
    on,
    on_a_mount,
    other_database,
    replace,
    second_name,
    small_files,
    streams,
    used_by_another,
    while_it_waits,
    with_environment,
)
from .surroundings import Case

MISSING, FOREIGN, DAMAGED = "ledger-missing", "ledger-foreign", "ledger-damaged"
UNCHECKABLE = "ledger-uncheckable"
READ_ONLY, FAILED, FULL, BUSY = "ledger-read-only", "ledger-failed", "ledger-full", "ledger-busy"
GONE = READ_ONLY
EXISTS, EMPTY, NEWER = "ledger-exists", "ledger-empty", "ledger-newer"

CASES: dict[str, Case] = {
    # kind: what goes wrong                                                      a view   a write  check    init
    "a missing file": Case(instead(lambda path: None), MISSING, MISSING, MISSING, ""),
    "a missing folder": Case(nowhere, MISSING, MISSING, MISSING, ""),
    "a folder": Case(instead(Path.mkdir), FOREIGN, FOREIGN, FOREIGN, EXISTS),
    "a text": Case(instead(lambda path: path.write_text("name,amount\n" * 99)), FOREIGN, FOREIGN, FOREIGN, EXISTS),
    "another database": Case(other_database(), FOREIGN, FOREIGN, FOREIGN, EXISTS),
    "another database in WAL mode": Case(other_database("PRAGMA journal_mode = wal"), FOREIGN, FOREIGN, FOREIGN),
    "other tables under our mark": Case(
        other_database(f"PRAGMA application_id = {APPLICATION_ID}"), FOREIGN, FOREIGN, FOREIGN, EXISTS
    ),
    "other tables under our mark and version": Case(
        other_database(f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA_VERSION}"),
        DAMAGED,
        DAMAGED,
        "",  # it lists what is missing
        EXISTS,
    ),
    "an empty file": Case(instead(Path.touch), EMPTY, EMPTY, EMPTY, EXISTS),
    "a file cut in the header": Case(cut(30), DAMAGED, DAMAGED, UNCHECKABLE, EXISTS),
    "a file cut behind the header": Case(cut(100), DAMAGED, DAMAGED, UNCHECKABLE, EXISTS),
    "a file cut to a page": Case(cut(4096), DAMAGED, DAMAGED, UNCHECKABLE, EXISTS),
    "a file cut in a page": Case(cut(50_000), DAMAGED, DAMAGED, UNCHECKABLE, EXISTS),
    "a file without its last byte": Case(cut(-1), *[f"|{DAMAGED}"] * 2, f"|{UNCHECKABLE}", EXISTS),
    "a newer version": Case(by_sql("PRAGMA user_version = 99"), NEWER, NEWER, NEWER, EXISTS),
    "a version below none": Case(by_sql("PRAGMA user_version = -1"), DAMAGED, DAMAGED, UNCHECKABLE, EXISTS),
    "a pipe": Case(instead(os.mkfifo), FOREIGN, FOREIGN, FOREIGN, EXISTS),
    "a device": Case(instead(lambda path: path.symlink_to("/dev/zero")), FOREIGN, FOREIGN, FOREIGN, EXISTS),
    "a link to the ledger": Case(link, "", "", "", EXISTS),
    "a link that leads nowhere": Case(
        instead(lambda path: path.symlink_to("nowhere.db")), MISSING, MISSING, MISSING, EXISTS
    ),
    "a link to itself": Case(instead(lambda path: path.symlink_to(path)), FAILED, FAILED, FAILED, EXISTS),
    "a second name of the file": Case(second_name, "", "ledger-linked", "", EXISTS),
    "a name with signs": Case(named("a b'c\"%20?mode=memory#x.db"), "", "", "", EXISTS),
    "a name in Chinese": Case(named("账本 1.db"), "", "", "", EXISTS),
    "a name that is no text": Case(named("a\udcffb.db"), *["text-unprintable"] * 4),
    # what may not be done
    "a read-only file": Case(modes(file=0o444), "", READ_ONLY, "", EXISTS),
    "a read-only folder": Case(modes(file=0o666, folder=0o555), "", READ_ONLY, "", EXISTS),
    "a read-only file and folder": Case(modes(file=0o444, folder=0o555), "", READ_ONLY, "", EXISTS),
    "a file that may not be read": Case(modes(file=0o000), FAILED, FAILED, FAILED, EXISTS),
    "a folder that may not be entered": Case(modes(file=0o666, folder=0o000), *[FAILED] * 3, READ_ONLY),
    "a lock file that may not be written": Case(modes(file=0o666, lock=0o400), "", READ_ONLY, "", EXISTS),
    "a read-only file system": Case(on_a_mount("size=1m", make_read_only), "", READ_ONLY, "", EXISTS),
    # what is used up
    "a full disk": Case(on_a_mount("size=1m", fill), "", FULL, "", EXISTS),
    "a disk with room for no more files": Case(on_a_mount("nr_inodes=9", fill_with_files), "", FULL, "", EXISTS),
    "files that may not grow": Case(limited(small_files), "", f"{FAILED}|{FULL}|outcome-unknown", ""),
    "too many open files": Case(limited(few_files), FAILED, FAILED, FAILED),
    "little memory": Case(limited(little_memory), *["|memory-exhausted"] * 3),
    # others
    "no room for a new ledger": Case(new_on_a_full_disk, MISSING, MISSING, MISSING, FULL),
    "a read-only folder for a new ledger": Case(new_in_a_read_only_folder, MISSING, MISSING, MISSING, READ_ONLY),
    "a file renamed while a write waits": Case(while_it_waits(lambda path: path.rename(f"{path}.old")), "", GONE, None),
    "a file removed while a write waits": Case(while_it_waits(Path.unlink), "", GONE, None),
    "a file replaced while a write waits": Case(while_it_waits(replace), "", GONE, None),
    "a lock that is held": Case(lock_held, "", BUSY, ""),
    "a file that another keeps": Case(used_by_another, BUSY, BUSY, BUSY, EXISTS),
    "a folder for a lock file": Case(lock_is(Path.mkdir, Path.rmdir), "", FAILED, ""),
    "a link for a lock file": Case(
        lock_is(lambda path: path.symlink_to("victim"), Path.unlink), "", FAILED, "", EXISTS
    ),
    # what a crash left
    "a journal to be rolled back": Case(hot_journal, "", "", "", EXISTS),
    "a journal that may not be rolled back": Case(hot_journal_for_readers, READ_ONLY, READ_ONLY, READ_ONLY, EXISTS),
    "a journal of garbage": Case(journal_is(b"garbage" * 999), "", "", "", EXISTS),
    "an empty journal": Case(journal_is(b""), "", "", "", EXISTS),
    "a folder for a journal": Case(journal_folder, FAILED, FAILED, FAILED, EXISTS),
    # the clock and the user
    "a clock set back": Case(on("2026-05-10"), "", "", "", EXISTS),
    "a clock set back before everything": Case(on("2020-01-01"), "account-not-open-yet", "account-not-open-yet", ""),
    "year 1": Case(on("0001-01-01"), "account-not-open-yet", "account-not-open-yet", ""),
    "a leap day": Case(on("2028-02-29"), "", "", "", EXISTS),
    "year 9999": Case(on("9999-12-31"), "history-too-long", "history-too-long", ""),
    "a time zone far west": Case(with_environment(TZ="Pacific/Niue"), "", "", ""),
    "a time zone far east": Case(with_environment(TZ="Pacific/Kiritimati"), "", "", ""),
    "a time zone that there is not": Case(with_environment(TZ="Nowhere/Else"), "", "", ""),
    "no home": Case(with_environment(HOME=None, XDG_STATE_HOME=None, XDG_DATA_HOME=None, USER=None), "", "", ""),
    "a home that is no folder": Case(with_environment(HOME="/dev/null", XDG_STATE_HOME="/dev/null/x"), "", "", ""),
    "a locale that there is not": Case(with_environment(LANG="xx_XX.GBK", LC_ALL="xx"), "", "", ""),
    "no input": Case(streams(stdin=None), "", "", ""),
    "no output": Case(streams(stdout=None), "", "", ""),
    "nowhere to talk": Case(streams(stderr=None), "", "", ""),
    "no stream at all": Case(streams(stdin=None, stdout=None, stderr=None), "", "", ""),
    "a full disk behind the output": Case(streams(stdout="/dev/full"), *["output-failed"] * 3),
}
