"""Errors of the command line, of files that it reads, and of the program itself."""

from __future__ import annotations

from baitiao_cli.messages import Text
from baitiao_cli.messages.errors.entry import ErrorText

CLI_ERRORS: dict[str, ErrorText] = {
    "file-unreadable": ErrorText(
        3,
        Text("The file {file} cannot be read: {reason}.", "无法读取文件 {file}: {reason}。"),
        Text("Check the path and its permissions; - is standard input.", "请检查路径和权限; - 表示标准输入。"),
    ),
    "file-too-large": ErrorText(
        2,
        Text("The file {file} is larger than 64 MiB.", "文件 {file} 超过 64 MiB。"),
        Text("Split it into several files.", "请拆分为多个文件。"),
    ),
    "file-not-utf8": ErrorText(
        2,
        Text("The file {file} is not UTF-8 text.", "文件 {file} 不是 UTF-8 文本。"),
        Text("Save it as UTF-8.", "请另存为 UTF-8 编码。"),
    ),
    "line-malformed": ErrorText(
        2,
        Text("The line cannot be read: {reason}.", "无法读取该行: {reason}。"),
        Text(
            'One verb a line, for example {{"verb": "repay", "account": "A1", "amount": "100.00"}}',
            '每行一个操作, 例如 {{"verb": "repay", "account": "A1", "amount": "100.00"}}',
        ),
    ),
    "verb-unknown": ErrorText(
        2,
        Text("There is no verb '{text}' for a batch.", "批处理中没有操作“{text}”。"),
        Text("Verbs: {offered}", "可用操作: {offered}"),
    ),
    "field-unknown": ErrorText(
        2,
        Text("'{text}' is not an option of {verb}.", "“{text}”不是 {verb} 的选项。"),
        Text("Options: {offered}", "可用选项: {offered}"),
    ),
    "field-missing": ErrorText(
        2,
        Text("{verb} needs {field}.", "{verb} 缺少 {field}。"),
        Text("See: baitiao {verb} --help", "查看: baitiao {verb} --help"),
    ),
    "command-unknown": ErrorText(
        2,
        Text("There is no command '{command}'.", "没有命令“{command}”。"),
        Text("{nearest}See the commands: baitiao --help", "{nearest}查看命令: baitiao --help"),
    ),
    "option-unknown": ErrorText(
        2,
        Text("{command} has no option '{option}'.", "{command} 没有选项“{option}”。"),
        Text("{nearest}See the options: {command} --help", "{nearest}查看选项: {command} --help"),
    ),
    "option-before-command": ErrorText(
        2,
        Text("The option '{option}' stands before a command.", "选项“{option}”写在了命令之前。"),
        Text(
            "Options come after the command: baitiao products {option}",
            "选项应写在命令之后: baitiao products {option}",
        ),
    ),
    "option-missing": ErrorText(
        2,
        Text("{command} needs the option {option}.", "{command} 需要选项 {option}。"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "option-value-missing": ErrorText(
        2,
        Text("The option {option} needs {values} behind it.", "选项 {option} 之后需要{values}。"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "option-takes-no-value": ErrorText(
        2,
        Text("The option {option} takes no value.", "选项 {option} 不带值。"),
        Text("Write {option} alone.", "请只写 {option}。"),
    ),
    "options-exclusive": ErrorText(
        2,
        Text("{options} cannot be used together.", "{options} 不能同时使用。"),
        Text("Choose one of them.", "请只选其一。"),
    ),
    "option-needs": ErrorText(
        2,
        Text("{option} means nothing without {needed}.", "没有 {needed} 时 {option} 无意义。"),
        Text("Add {needed}, or leave {option} out.", "请加上 {needed}, 或去掉 {option}。"),
    ),
    "argument-missing": ErrorText(
        2,
        Text("{command} needs {name}.", "{command} 缺少 {name}。"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "argument-unexpected": ErrorText(
        2,
        Text("'{text}' is one argument too many for {command}.", "“{text}”是 {command} 多余的参数。"),
        Text(
            "Put a text with spaces in quotes; see what it takes: {command} --help",
            "含空格的文字请加引号; 查看用法: {command} --help",
        ),
    ),
    "choice-unknown": ErrorText(
        2,
        Text("'{text}' is not one of: {offered}.", "“{text}”不在可选值中: {offered}。"),
        Text("Use one of: {offered}", "请使用以下之一: {offered}"),
    ),
    "id-of-another-kind": ErrorText(
        2,
        Text("{asked} is the id of {kind}, not of {needed}.", "{asked} 是{kind}, 此处需要{needed}。"),
        Text("The account is {account_id}. {next_step}", "账户为 {account_id}。{next_step}"),
    ),
    "phone-malformed": ErrorText(
        2,
        Text("That is not a phone number.", "电话号码格式有误。"),
        Text(
            "Write 5 to 20 digits, with + in front and single spaces or hyphens between them if you like.",
            "请输入 5 至 20 位数字, 开头可加 +, 数字之间可用单个空格或连字符。",
        ),
    ),
    "id-number-malformed": ErrorText(
        2,
        Text("That is not an ID number.", "证件号码格式有误。"),
        Text("Write 6 to 20 letters and digits, without spaces.", "请输入 6 至 20 位字母和数字, 不含空格。"),
    ),
    "number-malformed": ErrorText(
        2,
        Text("'{text}' is not a whole number.", "“{text}”不是整数。"),
        Text("Write at most nine digits, such as 12.", "请输入不超过九位的数字, 例如 12。"),
    ),
    "text-unprintable": ErrorText(
        2,
        Text(
            "A text is empty or has a character that steers terminals: {what}.",
            "有文本为空或含有控制字符: {what}。",
        ),
        Text("Type the text again; pasted text may hide such characters.", "请重新输入; 粘贴的文本可能隐藏此类字符。"),
    ),
    "usage": ErrorText(
        2,
        Text("The command line cannot be read: {problem}", "无法识别命令行: {problem}"),
        Text("See what it takes: {command} --help", "查看用法: {command} --help"),
    ),
    "confirmation-needed": ErrorText(
        2,
        Text(
            "{command} asks before it acts, and there is no terminal to ask on.",
            "{command} 执行前需要确认, 但当前没有可交互的终端。",
        ),
        Text(
            "Add --yes to confirm, or --dry-run to see what would happen.",
            "加 --yes 表示确认, 或用 --dry-run 预览结果。",
        ),
    ),
    "cancelled": ErrorText(
        7,
        Text("Cancelled.", "已取消。"),
        Text(
            "A command is recorded whole or not at all; repeat it with the same --request-id to be sure.",
            "命令要么完整入账, 要么不入账; 可用相同的 --request-id 重复执行以确认。",
        ),
    ),
    "output-failed": ErrorText(
        5,
        Text(
            "The command is done, but its answer could not be written: {reason}.",
            "命令已执行, 但结果无法输出: {reason}。",
        ),
        Text(
            "Make room where the output goes; repeat a write only with the same --request-id.",
            "请检查输出位置的空间; 重复写入类命令时请使用相同的 --request-id。",
        ),
    ),
    "bug": ErrorText(
        1,
        Text("An unexpected failure; its details are in {log}", "程序意外出错, 详情见 {log}"),
        Text(
            "Report it with that file, after reading it: it may hold personal data.",
            "请附上该文件报告问题; 文件可能含有个人信息, 请先查看。",
        ),
    ),
    "bug-unlogged": ErrorText(
        1,
        Text(
            "An unexpected failure ({kind}), and no log file could be written.",
            "程序意外出错 ({kind}), 且无法写入日志文件。",
        ),
        Text("Report it with the command that you ran.", "请附上所执行的命令报告问题。"),
    ),
}
