"""A due date as a calendar has it: one event in a file of its own (iCalendar, RFC 5545)."""

from __future__ import annotations

from datetime import date

LONGEST_LINE = 75
"""So many octets a line has at most, without its end; what is longer goes on after a line break and a space."""


def calendar_event(uid: str, stamp: str, on: date, summary: str, description: str) -> str:
    """A calendar with one event of a whole day; `stamp` is the clock in UTC (2026-07-09T02:00:00.000000Z).

    >>> print(calendar_event("D1@x", "2026-07-09T02:00:00.000000Z", date(2026, 7, 12), "due; 1", "").replace("\\r", ""))
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//baitiao//reminders//EN
    METHOD:PUBLISH
    BEGIN:VEVENT
    UID:D1@x
    DTSTAMP:20260709T020000Z
    DTSTART;VALUE=DATE:20260712
    SUMMARY:due\\; 1
    TRANSP:TRANSPARENT
    END:VEVENT
    END:VCALENDAR
    <BLANKLINE>
    """
    moment = f"{stamp[:19].replace('-', '').replace(':', '')}Z"
    lines = [
        *("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//baitiao//reminders//EN", "METHOD:PUBLISH", "BEGIN:VEVENT"),
        *(f"UID:{uid}", f"DTSTAMP:{moment}", f"DTSTART;VALUE=DATE:{on:%Y%m%d}", f"SUMMARY:{_escaped(summary)}"),
        *([f"DESCRIPTION:{_escaped(description)}"] if description else []),
        *("TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR"),
    ]
    return "".join(f"{folded(line)}\r\n" for line in lines)


def _escaped(text: str) -> str:
    for char in ("\\", ";", ","):
        text = text.replace(char, f"\\{char}")
    return text.replace("\n", "\\n")


def folded(line: str) -> str:
    """The line in pieces of at most 75 octets of UTF-8, no character divided.

    >>> [len(piece.encode()) for piece in folded("到" * 30).split("\\r\\n")]
    [75, 16]
    """
    pieces, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > LONGEST_LINE:
            pieces.append(" ")
            size = 1
        pieces[-1] += char
        size += width
    return "\r\n".join(pieces)
