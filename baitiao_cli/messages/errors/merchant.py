"""Errors of merchants and scenes: what is registered already, or not at all, and what a scene has no room for."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

MERCHANT_ERRORS: dict[str, ErrorText] = {
    "merchant-registered": ErrorText(
        4,
        Text(
            "The merchant {merchant} is registered as {merchant_id}, since {since_on} with a discount of {discount}.",
            "商户 {merchant} 已登记为 {merchant_id}, 自 {since_on} 起折扣率为 {discount}。",
        ),
        Text(
            "Another discount may be named: baitiao register MERCHANT --discount SHARE",
            "如需变更折扣率: baitiao register 商户 --discount 折扣率",
        ),
    ),
    "merchant-unknown": ErrorText(
        3,
        Text("There is no merchant {merchant}.", "没有商户 {merchant}。"),
        Text(
            "See those that there are: baitiao merchants; names must be given in full.",
            "查看已有商户: baitiao merchants; 名称须完整。",
        ),
    ),
    "days-reversed": ErrorText(
        2,
        Text("{from_on} is after {through_on}: no day is in between.", "{from_on} 晚于 {through_on}, 期间没有日期。"),
        Text("Give the first day with --from, the last with --through.", "首日用 --from, 末日用 --through。"),
    ),
    "scene-cap-exceeded": ErrorText(
        4,
        Text(
            "For {scene} the line lends {cap_fen} from {from_on} through {through_on}; {taken_fen} is taken, and "
            "{amount_fen} is too much.",
            "场景 {scene} 在 {from_on} 至 {through_on} 的限额为 {cap_fen}, 已用 {taken_fen}, 不足以消费 {amount_fen}。",
        ),
        Text(
            "At most {left_fen} fits; see the caps of a new line: baitiao product month",
            "最多还可消费 {left_fen}; 查看新账户的限额: baitiao product month",
        ),
    ),
    "product-scene-cap-exceeded": ErrorText(
        4,
        Text(
            "For {scene} the product {product_id} lends {cap_fen} from {from_on} through {through_on}; {taken_fen} is "
            "taken, and {amount_fen} is too much.",
            "产品 {product_id} 的场景 {scene} 在 {from_on} 至 {through_on} 的限额为 {cap_fen}, 已用 {taken_fen}, "
            "不足以消费 {amount_fen}。",
        ),
        Text(
            "At most {left_fen} fits on it; see its caps: baitiao product {product_id}; or take another: baitiao "
            "products",
            "该产品最多还可消费 {left_fen}; 查看其限额: baitiao product {product_id}; 或改用其他产品: baitiao products",
        ),
    ),
    "scene-excluded": ErrorText(
        4,
        Text("The line lends nothing for {scene}.", "该账户不得用于场景 {scene}。"),
        Text("See the scenes of a new line: baitiao product month", "查看新账户的场景限额: baitiao product month"),
    ),
    "product-scene-excluded": ErrorText(
        4,
        Text("The product {product_id} lends nothing for {scene}.", "产品 {product_id} 不得用于场景 {scene}。"),
        Text(
            "Take another product (baitiao products), or see what this one is for: baitiao product {product_id}",
            "请改用其他产品 (baitiao products), 或查看该产品的场景限额: baitiao product {product_id}",
        ),
    ),
    "code-malformed": ErrorText(
        2,
        Text("'{text}' is no code.", "“{text}”不是有效代码。"),
        Text(
            "A code is of small letters, digits and hyphens, at most 32: travel, phone-top-up.",
            "代码由小写字母、数字和短横组成, 最长 32 位, 例如 travel、phone-top-up。",
        ),
    ),
    "discount-malformed": ErrorText(
        2,
        Text(
            "'{text}' is no share of a purchase from 0 to 100%.",
            "“{text}”不是 0 至 100% 之间的折扣率。",
        ),
        Text("Write it like 0.6% or 0.6, without a unit of time.", "请写作 0.6% 或 0.6, 不带时间单位。"),
    ),
}
