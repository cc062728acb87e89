"""How much a link promises: what its words, its heading, its year and its address say, as one number.

High is early. The steps are chosen so that the list of items itself comes first, then what is named like an item,
then what carries words of the checklist, then the menu, then everything else, nearer pages first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from oit_checker.documents.inner_text import word_set
from oit_checker.model.page import Link
from oit_checker.patterns import regex
from oit_checker.thai.codes import leading_code
from oit_checker.thai.phrases import PhraseIndex
from oit_checker.thai.text import fold
from spiders.traps import decoded

HUB, CODE, STRONG, WEAK = 60, 45, 40, 12
RIGHT_YEAR, OTHER_YEAR = 12, -15
MENU, A_CLICK, FEED, FOREIGN_TONGUE, NEXT_PAGE = 6, -4, -25, -30, -8
PROMISING = STRONG + A_CLICK * 3

_HUB_LATIN = regex(r"(?<![A-Za-z])(?:M?OIT|ITA|ita|oit|moit)(?![A-Za-z])")
_HUB_THAI = tuple(
    fold(word)
    for word in (
        "คุณธรรมและความโปร่งใส",
        "เปิดเผยข้อมูลสาธารณะ",
        "ประเมินความโปร่งใส",
        "ข้อมูลสาธารณะ OIT",
        "ตัวชี้วัดที่ 9",
        "ตัวชี้วัดที่ 10",
        "ตัวชี้วัดย่อยที่",
    )
)
_HUB_ADDRESS = regex(r"(?<![a-z])(?:m?oit|ita)(?![a-z])|transparen|integrity", re.IGNORECASE)
_FEED_LATIN = word_set(
    "news gallery galleries album albums photo photos calendar event events webboard board egp tag tags author archive "
    "archives search blog video videos vdo clip guestbook poll weblink weblinks counter stat"
)
_FEED_THAI = regex("ข่าว|กิจกรรม|ภาพ|แกลเลอ|ปฏิทิน|กระดาน|วิดี|วีดิ|อัลบั้ม|e(?<![a-z]e)-gp(?![a-z])")
_LATIN_WORD = regex("[a-z]+")
_FOREIGN = regex(r"[?&]lang(?:uage)?=|/(?:en|eng|english|cn|zh|jp)(?:/|\Z)", re.IGNORECASE)
_NEXT_PAGE = regex(r"[?&](?:page|paged|start|offset|limitstart|p)=\d|/page/\d", re.IGNORECASE)
_YEAR = regex(r"[2๒][5๕][5-9๕-๙]\d")


def names_a_list(address: str) -> bool:
    """Whether an address (decoded) speaks of the ITA, as that of the agency's own list does."""
    return _HUB_ADDRESS.search(address.partition("://")[2].partition("/")[2]) is not None


class _Address(NamedTuple):
    """What an address says by itself: its worth, whether it names a feed, and the years in it."""

    worth: int
    names_a_feed: bool
    years: frozenset[int]


@lru_cache(maxsize=8192)  # most addresses are linked to with several texts
def _told_by(url: str) -> _Address:
    address = decoded(url).partition("://")[2].partition("/")[2]
    worth = HUB // 2 if _HUB_ADDRESS.search(address) else 0
    worth += FOREIGN_TONGUE if _FOREIGN.search(url) else 0
    worth += NEXT_PAGE if _NEXT_PAGE.search(url) else 0
    return _Address(worth, _names_a_feed(address), _years_in(address))


def _years_in(words: str) -> frozenset[int]:
    return frozenset(map(int, _YEAR.findall(words)))  # int() reads Thai digits as well


def _names_a_feed(words: str) -> bool:
    """Whether words speak of news, pictures, calendars and the like, of which a site has pages without end."""
    # Looked up word by word: one pattern of so many words would be tried at every letter.
    small = words.lower()
    return not _FEED_LATIN.isdisjoint(_LATIN_WORD.findall(small)) or _FEED_THAI.search(small) is not None


class Interest:
    """Scores links for one crawl: boost are phrases that name an item, phrases any words of the checklist."""

    def __init__(self, phrases: Sequence[str], boost: Sequence[str], year: int | None) -> None:
        self._strong = PhraseIndex(boost)
        self._weak = PhraseIndex(phrases)
        self._years = {year, year - 1} if year is not None else set()
        self.of_words = lru_cache(maxsize=8192)(self._of_words)

    def of_link(self, link: Link, depth: int) -> int:
        """The promise of a link that stands one click above `depth`."""
        words = self.of_words(link.text)
        address = _told_by(link.url)
        score = words + self._of_heading(link.heading) + A_CLICK * depth
        score += MENU if link.in_menu else 0
        score += self._of_years(_years_in(f"{link.text} {link.year_block or ''}") or address.years)
        if words < STRONG and (address.names_a_feed or _names_a_feed(link.text)):
            score += FEED
        return score + address.worth

    def _of_words(self, text: str) -> int:
        if not text:
            return 0
        folded = fold(text)
        if _HUB_LATIN.search(text) or any(word in folded for word in _HUB_THAI):
            return HUB
        if leading_code(text) is not None:
            return CODE
        if self._strong.present(folded):
            return STRONG
        return WEAK if self._weak.present(folded) else 0

    def _of_heading(self, heading: str | None) -> int:
        return self.of_words(heading) // 3 if heading else 0

    def _of_years(self, years: frozenset[int]) -> int:
        if not years or not self._years:
            return 0
        return RIGHT_YEAR if years & self._years else OTHER_YEAR
