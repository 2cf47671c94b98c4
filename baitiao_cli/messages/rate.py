"""What stands over and under an annual rate of cash flows, and what a file of them may lack."""

from __future__ import annotations

from baitiao_cli.messages import Text

WORTH_TITLE = Text("What the flows are worth on the first day, at this rate", "按此利率折现到首日的现值")
STANDARD_INPUT = Text("standard input", "标准输入")
FLOWS_FILE = Text("the file", "文件")
FLOWS_PLACE = Text("{name} no. {number}", "{name} 第 {number} 项")
FLOWS_NOT_OBJECT = Text("not one object with advance and payments", "不是含 advance 和 payments 的单个对象")
FLOWS_NO_LIST = Text("there is no list '{name}'", "缺少列表“{name}”")
FLOWS_NOT_FLOW = Text("{place} is not an object with t and amount", "{place} 不是含 t 和 amount 的对象")
FLOWS_NO_KEY = Text("{place} has no {key}", "{place} 缺少 {key}")
FLOWS_UNKNOWN_KEY = Text(
    "{place} has '{key}', which is not one of {offered}", "{place} 含有“{key}”, 应为 {offered} 之一"
)
FLOWS_NOT_NUMBER = Text("{key} of {place} is not a number: {told}", "{place} 的 {key} 不是数字: {told}")
FLOWS_NO_TEXT = Text("a list, an object, true, false or null", "列表、对象、true、false 或 null")
FLOWS_RANGE = Text(
    "{key} of {place} is out of range: {told}; at most {most}", "{place} 的 {key} 超出范围: {told}; 最大 {most}"
)
