"""Errors of verifying a person, and of who ends a line; none says what was given or what is known."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

VERIFICATION_ERRORS: dict[str, ErrorText] = {
    "verification-needed": ErrorText(
        2,
        Text(
            "The customer of {account_id} must be verified: {options} missing.",
            "须核验账户 {account_id} 的客户身份: 缺少 {options}。",
        ),
        Text(
            "Give the last 4 characters that the customer names; what is asked: baitiao close {account_id} --check",
            "请填写客户所述末 4 位; 查看须核验项目: baitiao close {account_id} --check",
        ),
    ),
    "verification-failed": ErrorText(
        4,
        Text(
            "What was given does not fit the person of {account_id}; attempts that failed: {count}.",
            "所填与账户 {account_id} 的客户信息不符; 已失败 {count} 次。",
        ),
        Text(
            "The attempt is recorded. Another one is another request; see: baitiao history {account_id}",
            "本次已记录。重新核验须作为新的请求; 查看: baitiao history {account_id}",
        ),
    ),
    "verification-has-no-day": ErrorText(
        4,
        Text(
            "A verification counts on the day on which it is made; it has no day of its own.",
            "身份核验于核验当日生效, 不能另指定日期。",
        ),
        Text("Leave --on out.", "请去掉 --on。"),
    ),
    "nothing-to-verify": ErrorText(
        4,
        Text(
            "Neither a phone nor an ID number is known of the person of {account_id}.",
            "账户 {account_id} 的客户没有电话或身份证号可供核验。",
        ),
        Text(
            "Record one: baitiao person {account_id} --phone NUMBER --reason TEXT",
            "请先登记: baitiao person {account_id} --phone 号码 --reason 原因",
        ),
    ),
    "closing-needs-reason": ErrorText(
        4,
        Text("The operator closes {account_id} for no stated reason.", "人工为账户 {account_id} 销户须注明原因。"),
        Text("Add --reason TEXT.", "请加 --reason 原因。"),
    ),
    "digits-malformed": ErrorText(
        2,
        Text("Those are not the last 4 characters of a number.", "末 4 位格式有误。"),
        Text("Write 4 digits or letters, without spaces.", "请输入 4 位数字或字母, 不含空格。"),
    ),
}
