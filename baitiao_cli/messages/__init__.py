"""Our own texts, named: every sentence, label and help line in English; the Chinese is in the catalogue `locale/`."""

from collections.abc import Iterable
from typing import NamedTuple


# The annotations are evaluated: of a named tuple each that is text would be compiled, in every call of the program.
class Text(NamedTuple):
    """One text in the languages that the program speaks: ours in English, which the catalogue translates.

    `context` tells apart two texts that are one in English. `given_zh` is the Chinese of a text that is not ours (the
    name of a product), which no catalogue has. `details` are filled in when the text is told, so that nobody pays for
    a language that is not asked for.
    """

    message: str
    given_zh: str | None = None
    context: str = ""
    details: tuple[tuple[str, object], ...] | None = None

    def __repr__(self) -> str:
        return f"Text(en={self.en!r}, zh={self.zh!r})"

    @property
    def en(self) -> str:
        """The text in English."""
        return self.in_language("en")

    @property
    def zh(self) -> str:
        """The text in Chinese."""
        return self.in_language("zh")

    def in_language(self, language: str) -> str:
        """The text in `language` ("zh" or "en").

        >>> Text("Interest income").in_language("zh"), Text("E-bike", "电动车").in_language("zh")
        ('利息收入', '电动车')
        """
        told = self.message if language == "en" else self.given_zh
        if told is None:
            from baitiao_cli.messages.catalogue import translated

            told = translated(self.message, self.context, language)
        if self.details is None:
            return told
        return told.format(
            **{name: value.in_language(language) if isinstance(value, Text) else value for name, value in self.details}
        )


def filled(text: Text, **details: object) -> Text:
    """`text` with its `{names}` filled in; a `Text` among the details is told in the same language.

    >>> filled(Text("{late} is late", "{late}逾期"), late=Text("Interest income")).zh
    '利息收入逾期'
    """
    return text._replace(details=tuple(details.items()))


def as_is(words: str) -> Text:
    """A text that is the same in every language: a name, a remark, a command.

    >>> as_is("baitiao list").zh
    'baitiao list'
    """
    return Text(words, words)


def listed(texts: Iterable[Text], separator: str = ", ") -> Text:
    """The texts one after the other, with commas.

    >>> listed([Text("Interest income"), as_is("Café")]).zh
    '利息收入, Café'
    """
    parts = {f"part_{number}": text for number, text in enumerate(texts)}
    return filled(as_is(separator.join(f"{{{name}}}" for name in parts)), **parts)
