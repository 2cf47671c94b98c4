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
    "nothing-to-correct": ErrorText(
        4,
        Text(
            "The person of {account_id} is known like that already; nothing changes.",
            "账户 {account_id} 的客户信息已是如此, 无需更正。",
        ),
        Text("See what is known: baitiao person {account_id}", "查看已知信息: baitiao person {account_id}"),
    ),
    "id-number-used": ErrorText(
        4,
        Text("That ID number is another person's in this ledger.", "该身份证号在本账本中属于另一位客户。"),
        Text("Check the number with the customer; nothing was changed.", "请与客户核对号码; 未作任何更改。"),
    ),
}
