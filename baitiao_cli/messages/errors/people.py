"""Errors of finding an account and of correcting what is known of a person; none says who somebody is."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

PEOPLE_ERRORS: dict[str, ErrorText] = {
    "nothing-found": ErrorText(
        3,
        Text("No account fits what was asked for.", "没有符合条件的账户。"),
        Text(
            "Try an id (A1), a part of the name or of a merchant, or the last 4 or more characters of the phone, the "
            "ID or the order number; all accounts: baitiao list",
            "可输入编号 (A1)、姓名或商户的一部分, 或电话、身份证号、订单号的末 4 位以上; 全部账户: baitiao list",
        ),
    ),
}
