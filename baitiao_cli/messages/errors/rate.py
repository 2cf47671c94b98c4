"""Errors of the annual rate of cash flows: a file that is not such a list, and flows without exactly one rate."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

RATE_ERRORS: dict[str, ErrorText] = {
    "flows-malformed": ErrorText(
        2,
        Text("No list of cash flows in {file}: {reason}.", "{file} 中没有现金流列表: {reason}。"),
        Text(
            'Write {{"unit_periods_per_year": 12, "advance": [{{"t": 0, "amount": 5000}}], '
            '"payments": [{{"t": 1, "amount": 230}}]}}',
            '格式: {{"unit_periods_per_year": 12, "advance": [{{"t": 0, "amount": 5000}}], '
            '"payments": [{{"t": 1, "amount": 230}}]}}',
        ),
    ),
    "part-out-of-range": ErrorText(
        2,
        Text("A part f of {text} is not from 0 to below 1.", "零头 f 为 {text}, 应不小于 0 且小于 1。"),
        Text("Put whole periods into t: 1.5 is t 1 and f 0.5.", "整期写入 t: 1.5 期即 t 为 1, f 为 0.5。"),
    ),
    "time-not-whole": ErrorText(
        2,
        Text(
            "Under us-reg-z a time t counts whole unit periods; {text} is not whole.",
            "us-reg-z 的时间 t 为整单位期数, {text} 不是整数。",
        ),
        Text("Put the rest into f: 1.5 is t 1 and f 0.5.", "不足一期的部分写入 f: 1.5 期即 t 为 1, f 为 0.5。"),
    ),
    "unit-periods-missing": ErrorText(
        2,
        Text(
            "us-reg-z needs to know how many unit periods a year has.",
            "us-reg-z 需要一年的单位期数。",
        ),
        Text(
            'Add it to the flows: "unit_periods_per_year": 12 for months, 26 for two weeks.',
            '请在文件中加上 "unit_periods_per_year": 按月为 12, 按双周为 26。',
        ),
    ),
    "unit-periods-not-months": ErrorText(
        2,
        Text(
            "simple-12 counts in months, but the flows say {given} unit periods a year.",
            "simple-12 以月计, 而文件中一年有 {given} 个单位期。",
        ),
        Text(
            "Use us-reg-z for other periods, or times in months and 12 a year.",
            "其他期长请用 us-reg-z, 或改以月计时并写 12。",
        ),
    ),
    "annual-rate-none": ErrorText(
        4,
        Text(
            "No annual rate makes these flows equal: {advanced} advanced, {paid} paid.",
            "没有任何年化利率能使这些现金流平衡: 放款 {advanced}, 还款 {paid}。",
        ),
        Text(
            "Check the amounts and times; there must be money both ways, at different times.",
            "请检查金额和时间; 须有不同时间的收、付两个方向。",
        ),
    ),
    "annual-rate-any": ErrorText(
        4,
        Text(
            "The flows cancel out at every time: any annual rate fits.",
            "各时点的收付相互抵消: 任何年化利率都成立。",
        ),
        Text("Check the times: advances come before the payments.", "请检查时间: 放款应早于还款。"),
    ),
    "annual-rate-several": ErrorText(
        4,
        Text(
            "These flows have {count} annual rates, not one: {rates}.",
            "这些现金流有 {count} 个年化利率, 并不唯一: {rates}。",
        ),
        Text(
            "Money turns its way more than once; look at the loans in it one by one.",
            "资金方向多次反转; 请将其中各笔借款分别计算。",
        ),
    ),
    "annual-rate-too-large": ErrorText(
        4,
        Text("The annual rate is beyond any use: {most}.", "年化利率大得没有意义: {most}。"),
        Text("Check the amounts and the unit of the times.", "请检查金额和时间单位。"),
    ),
    "flows-too-many": ErrorText(
        2,
        Text("There are {count} flows; at most {most} are taken.", "现金流有 {count} 笔, 最多 {most} 笔。"),
        Text("Add up what falls on the same day.", "请将同日的收付合并。"),
    ),
    "parts-too-many": ErrorText(
        2,
        Text(
            "{count} flows with {parts} different parts f are more than can be searched.",
            "{count} 笔现金流含 {parts} 种零头 f, 数量过多, 无法计算。",
        ),
        Text(
            "A part is a number of days of a unit period; or use eu-aprc, with times in years.",
            "零头为不足一期的天数之比; 或改用以年计时的 eu-aprc。",
        ),
    ),
    "flows-too-tangled": ErrorText(
        2,
        Text(
            "{count} flows that turn their way {turns} times are more than can be searched for every rate.",
            "{count} 笔现金流方向反转 {turns} 次, 无法逐一查找其利率。",
        ),
        Text("Look at the loans in it one by one.", "请将其中各笔借款分别计算。"),
    ),
}
