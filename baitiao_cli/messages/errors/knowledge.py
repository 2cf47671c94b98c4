"""Errors of looking back: moments that are none, and what the ledger did not know then."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

KNOWLEDGE_ERRORS: dict[str, ErrorText] = {
    "known-at-malformed": ErrorText(
        2,
        Text("'{text}' is neither a time nor an event.", "“{text}”不是时间, 也不是事件。"),
        Text(
            "Write 2026-03-05, '2026-03-05 10:00' (Shanghai), 2026-03-05T02:00:00Z, an event id such as A1E5, or a "
            "number of events such as 12.",
            "请输入 2026-03-05、'2026-03-05 10:00' (上海时间)、2026-03-05T02:00:00Z、事件编号 A1E5 或事件个数 12。",
        ),
    ),
    "known-at-to-come": ErrorText(
        2,
        Text(
            "{asked} (Shanghai) has not come yet: what the ledger will know then can still change.",
            "上海时间 {asked} 尚未到来, 届时账本所知仍可能变化。",
        ),
        Text("Leave --known-at out for all that is known now.", "不填 --known-at 即按现在所知。"),
    ),
    "known-at-not-reached": ErrorText(
        3,
        Text(
            "The ledger has {last} events; there is no event {asked}.",
            "账本共有 {last} 个事件, 尚无第 {asked} 个。",
        ),
        Text("Leave --known-at out for all that is known now.", "不填 --known-at 即按现在所知。"),
    ),
    "nothing-known-yet": ErrorText(
        3,
        Text("Up to {asked} the ledger had no event yet.", "截至 {asked} 账本尚无任何事件。"),
        Text(
            "What it knew first: --known-at 1; leave it out for all that is known now.",
            "最早所知: --known-at 1; 不填即按现在所知。",
        ),
    ),
    "not-known-yet": ErrorText(
        3,
        Text(
            "At event {known} the ledger did not know {asked}; it came with event {sequence}.",
            "截至第 {known} 个事件账本中尚无 {asked}, 它随第 {sequence} 个事件入账。",
        ),
        Text("Ask for a later moment: --known-at {sequence}", "请指定更晚的时点: --known-at {sequence}"),
    ),
}
