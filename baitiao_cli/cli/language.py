"""Which language to speak: what was asked for, or else that of the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from itertools import zip_longest

SPOKEN = ("zh", "en")
_UNTRANSLATED = ("", "C", "POSIX")


def language_of(arguments: Sequence[str]) -> str:
    """The language to speak: the last `--lang`, else BAITIAO_LANG, else that of the locale, else English.

    Chinese that the locale asks for needs an output that can show it: in ASCII or Latin-1 it would be nothing but
    escapes. Who asks for it by name gets it anywhere, for a program can read the escapes.

    >>> language_of(["products", "--lang", "zh"]), language_of(["products", "--lang=en"])
    ('zh', 'en')
    """
    if asked := asked_languages(arguments):
        return asked[-1] if asked[-1] in SPOKEN else "en"
    language = language_of_locale(os.environ)
    return language if language == "en" or _can_show_chinese() else "en"


def asked_languages(arguments: Sequence[str]) -> list[str]:
    """What `--lang` names, each time, and otherwise what BAITIAO_LANG does; whether it is spoken or not.

    >>> asked_languages(["--lang", "fr", "list", "--lang=zh"])
    ['fr', 'zh']
    """
    asked = []
    for text, following in zip_longest(arguments, arguments[1:]):
        if text.startswith("--lang="):
            asked.append(text.removeprefix("--lang="))
        elif text == "--lang" and following is not None:
            asked.append(following)
    named = os.environ.get("BAITIAO_LANG")
    return asked or ([named] if named else [])


def language_of_locale(environment: Mapping[str, str]) -> str:
    """The language that LC_ALL, else LC_MESSAGES, else LANG names; LANGUAGE is a list of what is liked better.

    As in every program that uses gettext, LANGUAGE counts only beside a locale that is not C. All Chinese is told in
    simplified characters, also that of zh_TW and zh_HK, who read them more easily than English.

    >>> language_of_locale({"LANG": "zh_CN.GB18030"}), language_of_locale({"LC_ALL": "C", "LANG": "zh_CN"})
    ('zh', 'en')
    >>> language_of_locale({"LANG": "en_US.UTF-8", "LANGUAGE": "fr:zh_TW:en"})
    'zh'
    """
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    if locale.partition(".")[0] in _UNTRANSLATED:
        return "en"
    liked = [*environment.get("LANGUAGE", "").split(":"), locale]
    languages = ("".join(char if char.isalnum() else " " for char in name).partition(" ")[0].lower() for name in liked)
    return next((language for language in languages if language in SPOKEN), "en")


def _can_show_chinese() -> bool:
    try:
        "中文".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
