"""Errors of the ledger: the file, what it holds, and what `check` finds in it."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

LEDGER_ERRORS: dict[str, ErrorText] = {
    # the file
    "ledger-missing": ErrorText(
        3,
        Text("There is no ledger at {path}", "没有账本文件 {path}"),
        Text("Make one: baitiao init --ledger {path}", "新建账本: baitiao init --ledger {path}"),
    ),
    "ledger-exists": ErrorText(
        5,
        Text("There is something at {path} already.", "{path} 已存在。"),
        Text("Use it as it is, or give another path: --ledger PATH", "直接使用, 或用 --ledger PATH 另选路径。"),
    ),
    "ledger-empty": ErrorText(
        5,
        Text("The file {path} is empty, so it is no ledger.", "文件 {path} 是空的, 不是账本。"),
        Text(
            "If it was a ledger, restore a backup; otherwise remove it and run: baitiao init --ledger {path}",
            "若原为账本, 请恢复备份; 否则请删除后执行: baitiao init --ledger {path}",
        ),
    ),
    "ledger-foreign": ErrorText(
        5,
        Text("The file {path} is not a baitiao ledger.", "文件 {path} 不是 baitiao 账本。"),
        Text("Check the path: --ledger PATH", "请检查路径: --ledger PATH"),
    ),
    "ledger-newer": ErrorText(
        8,
        Text(
            "The ledger {path} has tables of version {version}; this program knows versions up to {known}.",
            "账本 {path} 的表结构版本为 {version}, 本程序只支持到 {known}。",
        ),
        Text(
            "Install the newer program: pip install --upgrade baitiao-cli", "请升级: pip install --upgrade baitiao-cli"
        ),
    ),
    "ledger-damaged": ErrorText(
        5,
        Text("The ledger {path} is damaged ({reason}).", "账本 {path} 已损坏 ({reason})。"),
        Text(
            "Keep the file as it is and go on with a backup; baitiao check lists what is wrong.",
            "请保留原文件并改用备份; baitiao check 可列出问题。",
        ),
    ),
    "ledger-busy": ErrorText(
        5,
        Text("Others are using the ledger {path}; nothing was recorded.", "账本 {path} 正被占用, 未记录任何内容。"),
        Text("Try again when they are done.", "请待其完成后重试。"),
    ),
    "ledger-read-only": ErrorText(
        5,
        Text("The ledger {path} cannot be written here.", "账本 {path} 不可写。"),
        Text(
            "Check the permissions of the file and of its folder, or give another path: --ledger PATH",
            "请检查文件及其文件夹的权限, 或另选路径: --ledger PATH",
        ),
    ),
    "ledger-full": ErrorText(
        5,
        Text(
            "There is no room left for the ledger {path}; nothing was recorded.",
            "账本 {path} 所在磁盘已满, 未记录任何内容。",
        ),
        Text("Make room, then repeat the command.", "请腾出空间后重试。"),
    ),
    "ledger-failed": ErrorText(
        5,
        Text("The ledger {path} could not be used: {reason}.", "无法使用账本 {path}: {reason}。"),
        Text(
            "Check the file, its folder and the disk; nothing was recorded.",
            "请检查文件, 文件夹和磁盘; 未记录任何内容。",
        ),
    ),
    "outcome-unknown": ErrorText(
        9,
        Text(
            "The last step of recording failed ({reason}): the command may have been recorded.",
            "入账的最后一步失败 ({reason}): 该命令可能已经入账。",
        ),
        Text(
            "Repeat it with the same --request-id, which never records twice; without one, look first: baitiao show",
            "请用相同的 --request-id 重复执行, 不会重复入账; 若未使用, 请先查看: baitiao show",
        ),
    ),
    "request-id-reused": ErrorText(
        4,
        Text(
            "The request id '{request_id}' was used before, for something else.",
            "请求编号“{request_id}”已用于其他操作。",
        ),
        Text("Use a new --request-id for a new request.", "新的请求请使用新的 --request-id。"),
    ),
    "date-in-future": ErrorText(
        4,
        Text("{on} is after today, {today}.", "{on} 晚于今天 {today}。"),
        Text(
            "Give today or an earlier day; what is to come cannot be recorded.",
            "请使用今天或更早的日期, 未来的事不能入账。",
        ),
    ),
    "before-opening": ErrorText(
        4,
        Text(
            "{on} is before account {account_id} was opened on {opened_on}.",
            "{on} 早于账户 {account_id} 的开立日 {opened_on}。",
        ),
        Text("Give --on {opened_on} or later.", "请使用 --on {opened_on} 或更晚的日期。"),
    ),
    "breaks-later-event": ErrorText(
        4,
        Text(
            "With this, what was recorded after it could not have been: {events}.",
            "如此处理, 其后已入账的事件将不成立: {events}。",
        ),
        Text("{way}", "{way}"),
    ),
    "order-id-used": ErrorText(
        4,
        Text(
            "The order {order_id} of {merchant} is plan {plan_id} already.",
            "{merchant} 的订单 {order_id} 已入账为 {plan_id}。",
        ),
        Text(
            "See it: baitiao schedule {plan_id}. For a retry give the same --request-id.",
            "查看: baitiao schedule {plan_id}。重试请使用相同的 --request-id。",
        ),
    ),
    "person-has-account": ErrorText(
        4,
        Text("This person has account {account_id} open already.", "此人已有未销户的账户 {account_id}。"),
        Text(
            "Use that one, or close it first: baitiao close {account_id}",
            "请使用该账户, 或先销户: baitiao close {account_id}",
        ),
    ),
    "person-unknown": ErrorText(
        3,
        Text("There is no person {person_id} in this ledger.", "账本中没有人员 {person_id}。"),
        Text("See the accounts: baitiao list", "查看账户: baitiao list"),
    ),
    "event-unknown": ErrorText(
        3,
        Text("There is no event {event_id} in this ledger.", "账本中没有事件 {event_id}。"),
        Text("See the events of an account: baitiao history A1", "查看账户的事件: baitiao history A1"),
    ),
    # what `check` finds
    "check-file": ErrorText(
        6,
        Text("The file is damaged: {problem}.", "文件已损坏: {problem}。"),
        Text("Keep the file as it is and go on with a backup.", "请保留原文件并改用备份。"),
    ),
    "check-link": ErrorText(
        6,
        Text(
            "Row {row} of {table} points at a row of {parent} that is not there.",
            "{table} 第 {row} 行指向 {parent} 中不存在的行。",
        ),
        Text("Compare with a backup.", "请与备份核对。"),
    ),
    "check-schema": ErrorText(
        6,
        Text("{name} is {state}.", "{name} 的状态: {state}。"),
        Text(
            "The tables and their guards were changed from outside; go on with a backup.",
            "表或其保护措施被外部改动, 请改用备份。",
        ),
    ),
    "check-event": ErrorText(
        6,
        Text("Event {event_id} is not as it was recorded ({problem}).", "事件 {event_id} 与入账时不符 ({problem})。"),
        Text("Compare that event with a backup.", "请将该事件与备份核对。"),
    ),
    "check-seal": ErrorText(
        6,
        Text(
            "Seal {number} does not fit what it closes ({problem}).", "封签 {number} 与其封存的内容不符 ({problem})。"
        ),
        Text(
            "Events or postings around it were changed, added or removed; compare with a backup.",
            "其前后的事件或分录被改动, 增加或删除, 请与备份核对。",
        ),
    ),
    "check-group": ErrorText(
        6,
        Text(
            "Group {number} of postings sums to {sum_fen}, not to zero.", "第 {number} 组分录合计为 {sum_fen}, 不为零。"
        ),
        Text("Compare that group with a backup.", "请将该组分录与备份核对。"),
    ),
    "check-journal": ErrorText(
        6,
        Text(
            "The journal has {posted_fen} on {ledger_account} of {where}; the events make it {expected_fen}.",
            "{where} 的科目 {ledger_account} 已入账 {posted_fen}, 按事件应为 {expected_fen}。",
        ),
        Text("The next write to that account books the difference.", "该账户下次入账时会补记差额。"),
    ),
    "check-quote": ErrorText(
        6,
        Text("Quote {quote_id} is not what its hash says.", "试算 {quote_id} 与其哈希不符。"),
        Text(
            "The plan keeps its own terms; a copy of the ledger has the quote: baitiao restore",
            "分期条款不受影响; 可从账本备份找回试算: baitiao restore",
        ),
    ),
    "check-view": ErrorText(
        6,
        Text(
            "{table} says of {where}: {column} {found}; the events make it {expected}.",
            "{table} 中 {where} 的 {column} 为 {found}, 按事件应为 {expected}。",
        ),
        Text(
            "The events are not affected; the next write to that account puts the view right.",
            "事件不受影响, 该账户下次入账时会更正。",
        ),
    ),
    "check-bill": ErrorText(
        6,
        Text(
            "Bill {number} of {account_id} does not add up ({problem}).",
            "{account_id} 第 {number} 期账单不平 ({problem})。",
        ),
        Text("Compare event {event_id} with a backup.", "请将事件 {event_id} 与备份核对。"),
    ),
    "check-stopped": ErrorText(
        6,
        Text("The check of {section} could not be finished: {problem}.", "对 {section} 的检查未能完成: {problem}。"),
        Text("Clear the other findings first, then check again.", "请先处理其他问题, 再重新检查。"),
    ),
}
