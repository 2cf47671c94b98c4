"""Errors of files that are written for other programs."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

EXPORT_ERRORS: dict[str, ErrorText] = {
    "file-exists": ErrorText(
        2,
        Text("There is a file {file} already; nothing was written.", "文件 {file} 已存在, 未写入任何内容。"),
        Text("Give another name, or write over it with --force.", "请换一个文件名, 或加 --force 覆盖。"),
    ),
    "file-of-ledger": ErrorText(
        2,
        Text("The file {file} belongs to the ledger; nothing was written.", "文件 {file} 属于账本, 未写入任何内容。"),
        Text("Give another name: -o FILE", "请换一个文件名: -o FILE"),
    ),
    "file-unwritable": ErrorText(
        5,
        Text(
            "The file {file} cannot be written: {reason}; nothing was written.",
            "无法写入文件 {file}: {reason}; 未写入任何内容。",
        ),
        Text("Check the folder, its permissions and the disk.", "请检查文件夹、权限和磁盘。"),
    ),
}
