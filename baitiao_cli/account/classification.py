"""The five classes of a debt by its days past due: 正常, 关注, 次级, 可疑, 损失."""

from typing import Literal

ClassRule = Literal["2023", "card"]
LoanClass = Literal["normal", "special-mention", "substandard", "doubtful", "loss"]

CLASSES: tuple[LoanClass, ...] = ("normal", "special-mention", "substandard", "doubtful", "loss")
"""From the best to the worst; from substandard on a debt does not perform (不良)."""

LAST_DAYS: dict[ClassRule, tuple[int, ...]] = {"2023": (0, 90, 270, 360), "card": (0, 90, 120, 180)}
"""The last day past due of each class but the last, by rule.

"2023" is 《商业银行金融资产风险分类办法》 (order no. 1 of 2023 of the regulator and the central bank); "card" is
art. 92 of 《商业银行信用卡业务监督管理办法》 (2011): 1-90, 91-120, 121-180, more than 180 days.
"""


def class_of(days: int, rule: ClassRule, *, is_eased: bool = False) -> LoanClass:
    """The class of a debt that is so many days past due; the last day of a class belongs to it.

    A debt that `is_eased` (extended or restructured) is special-mention at least.

    >>> [class_of(days, "2023") for days in (0, 1, 90, 91)]
    ['normal', 'special-mention', 'special-mention', 'substandard']
    >>> class_of(121, "card")
    'doubtful'
    """
    return CLASSES[max(sum(days > last for last in LAST_DAYS[rule]), int(is_eased))]


def days_of(loan_class: LoanClass, rule: ClassRule) -> tuple[int, int | None]:
    """The first and the last day past due of a class; `None` for no last one.

    >>> days_of("substandard", "2023"), days_of("loss", "card")
    ((91, 270), (181, None))
    """
    place = CLASSES.index(loan_class)
    lasts = (-1, *LAST_DAYS[rule])
    return lasts[place] + 1, LAST_DAYS[rule][place] if place < len(LAST_DAYS[rule]) else None
