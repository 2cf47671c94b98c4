"""What is around the program: its files and folders, the variables that it heeds, what its exit statuses mean."""

from __future__ import annotations

import os
from typing import NamedTuple
from unittest.mock import patch

from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from baitiao_cli import errors
from baitiao_cli.ledger.file.connection import PATIENCE_SECONDS, SCHEMA_VERSION
from baitiao_cli.ledger.file.placing import DRAFTS
from baitiao_cli.messages import Text, filled


class Named(NamedTuple):
    """A file, with its mode, or a variable, and what it is."""

    name: Text
    mode: str
    meaning: Text


VARIABLES: dict[str, Text] = {
    "BAITIAO_LEDGER": Text("The ledger file; as --ledger.", "账本文件; 同 --ledger。"),
    "BAITIAO_KEY_FILE": Text(
        "The key file of the people; default: beside the ledger.", "客户资料密钥文件; 默认在账本旁。"
    ),
    "BAITIAO_TODAY": Text("The day that counts as today; as --today.", "视为今天的日期; 同 --today。"),
    "BAITIAO_LANG": Text("The language, zh or en; as --lang.", "语言, zh 或 en; 同 --lang。"),
    "BAITIAO_OPERATOR": Text("Who does it; as --operator.", "操作人; 同 --operator。"),
    "LC_ALL, LC_MESSAGES, LANG": Text(
        "Where no language is asked for: the first that is set names it.",
        "未指定语言时: 取其中首个已设置者的语言。",
    ),
    "LANGUAGE": Text("A list of what is liked better than that.", "优先语言列表, 先于上一项。"),
    "XDG_DATA_HOME": Text("Where the data folder is, on Linux.", "数据目录所在 (Linux)。"),
    "XDG_STATE_HOME": Text("Where the folder of logs is, on Linux.", "日志目录所在 (Linux)。"),
    "COLUMNS": Text("The width of the terminal, instead of its own.", "终端宽度, 代替实际宽度。"),
    "NO_COLOR": Text("Without colours on a terminal, if it is set.", "设置后终端输出不带颜色。"),
}
FILES: tuple[Named, ...] = (
    Named(
        Text("ledger.db", "ledger.db"),
        "0600",
        Text(
            "The ledger: one SQLite file. It is in the data folder, if --ledger or BAITIAO_LEDGER name no other.",
            "账本: 单个 SQLite 文件。默认在数据目录, 可用 --ledger 或 BAITIAO_LEDGER 指定。",
        ),
    ),
    Named(
        Text("ledger.db.key", "ledger.db.key"),
        "0600",
        Text(
            "The key with which people are encrypted: 32 random bytes. Keep a copy of it apart from the ledger; no "
            "backup holds it.",
            "加密客户资料的密钥: 32 个随机字节。请与账本分开另存一份; 备份中不含密钥。",
        ),
    ),
    Named(
        Text("ledger.db.lock", "ledger.db.lock"),
        "0600",
        filled(
            Text(
                "The lock by which writers take turns, empty. It stays; the system frees it when a process ends. Who "
                "waits longer than {seconds} seconds is told that the ledger is busy.",
                "写入者排队所用的锁文件, 内容为空, 一直保留; 进程结束时系统自动释放。"
                "等待超过 {seconds} 秒则提示账本繁忙。",
            ),
            seconds=int(PATIENCE_SECONDS),
        ),
    ),
    Named(
        Text("ledger.db-journal", "ledger.db-journal"),
        "0600",
        Text(
            "What SQLite needs to undo a transaction that a crash cut off. Never delete or move it without the ledger.",
            "SQLite 用于撤销因崩溃中断的事务。切勿脱离账本删除或移动。",
        ),
    ),
    Named(
        Text("ledger-DATE-TIME.db", "ledger-日期-时间.db"),
        "0600",
        Text("A backup, where no name was given.", "未指定名称时的备份。"),
    ),
    Named(
        Text(DRAFTS.replace("*", "XXXX"), DRAFTS.replace("*", "XXXX")),
        "0600",
        Text(
            "A file that was being made when the process was killed; it can be deleted.",
            "生成中进程被终止而留下的文件, 可以删除。",
        ),
    ),
    Named(
        Text("bug-TIME.log", "bug-时间.log"),
        "0600",
        Text(
            "In the folder of logs: what went wrong inside the program, named by the message of exit status 1.",
            "在日志目录中: 程序内部错误的记录, 由退出码 1 的提示指出。",
        ),
    ),
)
STATUSES: dict[int, tuple[Text, Text]] = {
    errors.DONE: (
        Text("done", "完成"),
        Text(
            "Nothing, also where a question was answered with no (`close --check`).",
            "无需处理, 包括答复为“否”的查询。",
        ),
    ),
    errors.BUG: (
        Text("a bug of the program", "程序错误"),
        Text("Send the log file that the message names.", "提交提示中指出的日志文件。"),
    ),
    errors.USAGE: (
        Text("the command line, or a file that it reads, is wrong", "命令行或所读文件有误"),
        Text("Correct it; the hint says how.", "按提示更正。"),
    ),
    errors.NOT_FOUND: (
        Text("what was named is not there", "指定的对象不存在"),
        Text("Look for it: `baitiao list`, `baitiao find`.", "查找: `baitiao list`、`baitiao find`。"),
    ),
    errors.REFUSED: (
        Text("refused by a rule of credit, or of who may do what", "不符合信用规则或权限规则"),
        Text("The sentence has the figures of the rule.", "提示中列明规则的数字。"),
    ),
    errors.STORAGE: (
        Text("the ledger is busy, read-only, full or damaged", "账本繁忙、只读、已满或损坏"),
        Text("Nothing was written: try again, or `baitiao check`.", "未写入任何内容: 重试, 或执行 `baitiao check`。"),
    ),
    errors.CHECK_FAILED: (
        Text("a check has findings, or an expectation failed", "检查发现问题, 或与预期不符"),
        Text("Read the findings on the screen.", "查看屏幕上列出的问题。"),
    ),
    errors.CANCELLED: (Text("cancelled", "已取消"), Text("Nothing was written.", "未写入任何内容。")),
    errors.NEWER_LEDGER: (
        filled(
            Text(
                "the ledger was written by a newer version (this one writes version {version})",
                "账本由更新的版本写入 (本程序为第 {version} 版)",
            ),
            version=SCHEMA_VERSION,
        ),
        Text("Install that version; nothing was touched.", "安装新版本; 账本未作任何改动。"),
    ),
    errors.UNKNOWN_OUTCOME: (
        Text("the outcome is unknown", "结果未知"),
        Text("Repeat the command with the same `--request-id`.", "用相同的 `--request-id` 重复该命令。"),
    ),
}


def folders() -> list[tuple[str, str, str]]:
    """System, data folder and folder of logs, for a user whose home is ~."""
    with patch.dict(os.environ, {"HOME": "/~"}):
        for name in [name for name in os.environ if name.startswith("XDG_")]:
            del os.environ[name]
        places = [(system, kind("baitiao", appauthor=False)) for system, kind in (("Linux", Unix), ("macOS", MacOS))]
        return [
            (system, str(place.user_data_path).removeprefix("/"), str(place.user_log_path).removeprefix("/"))
            for system, place in places
        ]
