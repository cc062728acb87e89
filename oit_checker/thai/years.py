"""Years in running text, and what each of them is the year of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.months import dates_in_plain, plain
from oit_checker.thai.text import squeeze
from oit_checker.thai.year_mention import YearMention
from oit_checker.thai.year_readings import Reading
from oit_checker.thai.year_rules import AFTER_DATES, BEFORE_DATES, Rule

_SIGNS = frozenset(sign for rule in (*BEFORE_DATES, *AFTER_DATES) for sign in rule.needs)
_SHORT = 400
# Two digits from 50 to 79, a century, or one whose digits stand apart: no rule reads anything else as a year.
# It begins with one set of signs, which are searched for at once, and looks back to see which of them it was.
_MAY_BE_YEAR = regex(
    r"[125-7๑๒๕-๗](?:(?<=[5-7๕-๗])[0-9๐-๙]|(?<=[2๒])(?:[0๐]|[\s\u200b-\u200d\ufeff]?[4-6๔-๖])|(?<=[1๑])[9๙])"
)


def year_mentions(text: str) -> tuple[YearMention, ...]:
    """Every year that `text` names, in order, each read once by the rule that sees most of its words.

    Not read: telephone, book and section numbers, money, decimals. Two digits are
    a year only after ปี, ปีงบ, พ.ศ., FY or a month; digits may stand apart only
    after ปีงบประมาณ or พ.ศ.
    """
    if not _MAY_BE_YEAR.search(text):
        return ()
    return _of_short_text(text) if len(text) < _SHORT else _mentions(text)


@lru_cache(maxsize=2048)  # headings and rows are asked about once for each of their links
def _of_short_text(text: str) -> tuple[YearMention, ...]:
    return _mentions(text)


def _mentions(text: str) -> tuple[YearMention, ...]:
    reader = _Claims(text)
    reader.apply(BEFORE_DATES)
    for mention in dates_in_plain(reader.plain, text):
        reader.claim(Reading(FiscalYear.of(mention.day).be, "date"), mention.start, mention.end)
    reader.apply(AFTER_DATES)
    return tuple(sorted(reader.mentions, key=lambda mention: mention.start))


class _Claims:
    """What has been read of a text so far, which of its places are taken, and which of those left may be years."""

    def __init__(self, text: str) -> None:
        self.plain = plain(text)
        self._signs = {sign for sign in _SIGNS if sign in self.plain}
        self.mentions: list[YearMention] = []
        self._text = text
        self._taken = bytearray(len(text))
        self._left = bytearray(len(text))
        for place in _MAY_BE_YEAR.finditer(text):
            self._left[slice(*place.span())] = b"\x01" * len(place[0])

    def apply(self, rules: Iterable[Rule]) -> None:
        text = self.plain
        for rule in rules:
            if self._left.find(1) == -1:  # most texts name one year or two, which the first rules read
                return
            if not rule.may_match(self._signs):
                continue
            for found in rule.compiled.finditer(text):
                if self._taken.find(1, found.start(), found.end()) == -1 and (reading := rule.reader(found)):
                    self.claim(reading, found.start(), found.end())

    def claim(self, reading: Reading, start: int, end: int) -> None:
        if self._taken.find(1, start, end) != -1:
            return
        self._taken[start:end] = b"\x01" * (end - start)
        self._left[start:end] = bytes(end - start)
        start += len(self.plain[start:end]) - len(self.plain[start:end].lstrip())
        quote = squeeze(self._text[start:end])
        self.mentions.append(YearMention(reading.be, reading.last_be, reading.form, quote, start, end))
