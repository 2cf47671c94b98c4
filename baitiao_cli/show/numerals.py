"""Numbers, amounts and dates in words, as they are said: exact, in English and Chinese.

English as in Britain (one thousand two hundred and five). Chinese as it is taught at school: a zero at the end of a
group of four digits is silent, any others in a row are one 零 (一万零一十, 一百万五千); 两 stands for a two that begins
what is said before 千, 万, 亿 or a measure word, 二 everywhere else (两千二百, 二百, 十二, 两元).
"""

from __future__ import annotations

from datetime import date

from baitiao_cli.messages import Text

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**15, "quadrillion"), (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DIGITS = "零一二三四五六七八九"
_YEAR_DIGITS = "〇一二三四五六七八九"
_PLACES = ("", "十", "百", "千")


def english_number(number: int) -> str:
    """A whole number from 0 below 10**18 in English words.

    >>> english_number(1205), english_number(10**6 + 42)
    ('one thousand two hundred and five', 'one million and forty-two')
    """
    if number < 1000:
        return _english_hundreds(number)
    said: list[str] = []
    rest = number
    for size, name in _SCALES:
        count, rest = divmod(rest, size)
        if count:
            said.append(f"{_english_hundreds(count)} {name}")
    if rest:
        said.append(_english_hundreds(rest) if rest >= 100 else f"and {_english_hundreds(rest)}")
    return " ".join(said)


def _english_hundreds(number: int) -> str:
    """A number below 1,000."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return f"{_TENS[tens]}-{_SMALL[ones]}" if ones else _TENS[tens]
    hundreds, rest = divmod(number, 100)
    said = f"{_SMALL[hundreds]} hundred"
    return f"{said} and {_english_hundreds(rest)}" if rest else said


def english_ordinal(number: int) -> str:
    """The ordinal of a number from 1 to 99.

    >>> english_ordinal(3), english_ordinal(20), english_ordinal(21)
    ('third', 'twentieth', 'twenty-first')
    """
    *before, last = _english_hundreds(number).split("-")
    ordinal = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return "-".join([*before, ordinal])


def chinese_number(number: int, *, is_counted: bool = False) -> str:
    """A whole number from 0 below 10**16 in Chinese words; one `is_counted` stands before a measure word.

    >>> chinese_number(10010), chinese_number(2200), chinese_number(2), chinese_number(2, is_counted=True)
    ('一万零一十', '两千二百', '二', '两')
    """
    if number == 2:
        return "两" if is_counted else "二"
    said = _chinese_groups(number) if number else "零"
    said = said.removeprefix("一") if said.startswith("一十") else said
    return "两" + said[1:] if said[0] == "二" and said[1:2] in ("千", "万", "亿") else said


def _chinese_groups(number: int) -> str:
    """A number from 1 by its groups of four digits; what is before 亿 may have groups of its own."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            zero = "零" if 0 < low < size // 10 else ""
            return _chinese_groups(high) + name + zero + (_chinese_groups(low) if low else "")
    said, is_zero = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            said += ("零" if is_zero and said else "") + _DIGITS[digit] + _PLACES[place]
        is_zero = not digit
    return said


def spoken_number(number: int) -> Text:
    """A number before what it counts.

    >>> spoken_number(2).zh
    '两'
    """
    return Text(english_number(number), chinese_number(number, is_counted=True))


def spoken_money(amount_fen: int) -> Text:
    """An amount from 0 in whole fen as it is said.

    >>> spoken_money(1_200_05).en, spoken_money(1_200_05).zh
    ('one thousand two hundred yuan and five fen', '一千二百元零五分')
    >>> spoken_money(50).en, spoken_money(50).zh
    ('fifty fen', '五角')
    """
    yuan, fen = divmod(amount_fen, 100)
    return Text(_english_money(yuan, fen), _chinese_money(yuan, fen))


def _english_money(yuan: int, fen: int) -> str:
    parts = [f"{english_number(yuan)} yuan"] if yuan or not fen else []
    parts += [f"{english_number(fen)} fen"] if fen else []
    return " and ".join(parts)


def _chinese_money(yuan: int, fen: int) -> str:
    """Yuan, jiao and fen; where there are fen and no jiao behind yuan, 零 stands between."""
    jiao, fen = divmod(fen, 10)
    said = f"{chinese_number(yuan, is_counted=True)}元" if yuan or not (jiao or fen) else ""
    if jiao:
        said += f"{chinese_number(jiao, is_counted=not said)}角"
    elif fen and said:
        said += "零"
    if fen:
        said += f"{chinese_number(fen, is_counted=not said)}分"
    return said


def spoken_date(day: date, near: date) -> Text:
    """A day as it is said; the year only where it is another than that of `near`.

    >>> spoken_date(date(2026, 12, 3), date(2026, 11, 22)).en
    'the third of December'
    >>> spoken_date(date(2027, 1, 20), date(2026, 11, 22)).zh
    '二〇二七年一月二十日'
    """
    en = f"the {english_ordinal(day.day)} of {_MONTHS[day.month - 1]}"
    zh = f"{chinese_number(day.month)}月{chinese_number(day.day)}日"
    if day.year == near.year:
        return Text(en, zh)
    return Text(f"{en} {_english_year(day.year)}", f"{_digits(str(day.year), _YEAR_DIGITS, '')}年{zh}")


def _english_year(year: int) -> str:
    """A year in pairs of digits, as it is said: twenty twenty-six, nineteen hundred, two thousand and five."""
    high, low = divmod(year, 100)
    if year < 1000 or year % 1000 < 10:
        return english_number(year)
    if low == 0:
        return f"{english_number(high)} hundred"
    return f"{english_number(high)} {'oh ' if low < 10 else ''}{english_number(low)}"


def spelled(text: str) -> Text:
    """Letters and digits one by one, as an id is read aloud.

    >>> spelled("A12").en, spelled("A12").zh
    ('A one two', 'A 一二')
    """
    parts: list[str] = []
    for char in text:
        if parts and char.isdigit() and parts[-1][-1].isdigit():
            parts[-1] += char
        else:
            parts.append(char)
    en = " ".join(_digits(part, _SMALL, " ") if part.isdigit() else part for part in parts)
    zh = " ".join(_digits(part, _DIGITS, "") if part.isdigit() else part for part in parts)
    return Text(en, zh)


def _digits(text: str, names: str | tuple[str, ...], between: str) -> str:
    return between.join(names[int(digit)] for digit in text)
