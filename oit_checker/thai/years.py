"""Years in running text, and what each of them is the year of."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

from oit_checker.model.year import FiscalYear
from oit_checker.thai.months import (
    BUDDHIST,
    CHRISTIAN,
    MONTH,
    MONTH_2,
    YEAR_AFTER_MONTH,
    be_year,
    dates_in_plain,
    fiscal_be,
    month_number,
    plain,
    year_group,
)
from oit_checker.thai.other_numbers import (
    COUNTS_YEARS,
    EDITION,
    EDITION_SIGNS,
    FOUR_BE,
    FOUR_CE,
    PHONE_BEFORE,
    SARA_AM,
    is_other_number,
)
from oit_checker.thai.text import squeeze
from oit_checker.thai.year_mention import YearForm, YearMention


@dataclass(frozen=True, slots=True)
class _Reading:
    be: int
    form: YearForm
    last_be: int | None = None


_Reader = Callable[[re.Match[str]], _Reading | None]

_LONGEST_SPAN = 20
_PLAUSIBLE = range(2540, 2601)
_LAST_BARE_CHRISTIAN = 2037

_TWO = r"[5-7]\d(?!\d)(?![.,]\d)"
_APART = r"2 ?[456] ?\d ?\d"
_COUNTED_THINGS = r"%|บาท|คน|ราย(?!งาน|การ|ได้|จ่าย|ชื่อ|ละ)|แห่ง|ไร่|ครัวเรือน|หลังคา|กิโลเมตร|กม\.|ตาราง|ตร\.|เมตร|ตัน|ล้าน"
_NO_COUNT = rf"(?! *(?:{_COUNTED_THINGS}|ปี|วัน|เดือน))"
_TO = r" *+(?:-+|~|ถึง|จนถึง) *+"
_BETWEEN = r"[ :.()'\"/\-]*+"
_FISCAL_THAI = rf"ปี *+งบ(?: ?ประ ?มาณ)?(?:ฯ|\.)?|ปี *+งปม\.?|งบประมาณ(?:รายจ่าย)? *+(?:ประจ{SARA_AM})? *+ปี"
_FISCAL_LATIN = r"(?<![A-Za-z])(?:FY|fiscal year|budget year)\.?"
_FISCAL_LEAD = rf"(?:{_FISCAL_THAI}|{_FISCAL_LATIN})"
_FISCAL_YEAR = rf"{_BETWEEN}(?:{BUDDHIST}{_BETWEEN})?(?P<year>{_APART}|{FOUR_CE}|{_TWO}{_NO_COUNT})(?!\d)"
_YEAR_LEAD = rf"(?:{BUDDHIST}|{CHRISTIAN}|ปี *+(?:การศึกษา|ปฏิทิน|ประเมิน)? *+(?:{BUDDHIST}|{CHRISTIAN})?)"
_SESSION = r"(?:ครั้ง|ภาคเรียน|ภาคการศึกษา|รุ่น|รอบ)ที่ *+\d{1,3} *+/ *+"

_ACT = rf"พระราชบัญญัติ|พ ?\. ?ร ?\. ?[บปฎ]\.?|พร[บป]\.?|พระราชกฤษ[ฎฏ]ีกา|พระราชก{SARA_AM}หนด"
_LAW = (
    rf"(?:{_ACT}|ประมวลกฎหมาย|รัฐธรรมนูญ|ก[ฎฏ]กระทรวง|ก[ฎฏ] *+ก\. ?พ\.|ข้อบังคับ|ข้อก{SARA_AM}หนด|เทศบัญญัติ|ข้อบัญญัติ"
    rf"|ระเบียบ *+(?:กระทรวง|ส{SARA_AM}นัก|คณะ|ก\.|กรม|ว่าด้วย|มหา|การ|ราชการ|บริหาร|งาน|[ก-ฮ. ]{{2,12}}ว่าด้วย)"
    r"|ประมวลจริยธรรม|มาตรฐานทางจริยธรรม|ประกาศ *+คณะกรรมการ|\(ฉบับที่ *+\d+\))"
)
_OTHER_TITLE = rf"\d{{4}}|ปี *+งบ|งบประมาณรายจ่าย|ประจ{SARA_AM}ปี|ปี *+\d"
_DOCUMENT = r"แผน(?:ปฏิบัติ|พัฒนา|งาน|การ|ยุทธ|ด)|รายงาน|คู่มือ|สรุปผล"
_NO_SPAN = rf"(?!{_TO}(?:{BUDDHIST})? *+(?:{FOUR_BE}|[5-9]\d(?!\d)))"
_LAW_BY_YEAR = (
    rf"{_LAW}(?:(?:(?!{_OTHER_TITLE}).){{0,60}}?ว่าด้วย(?:(?!{_OTHER_TITLE}).){{0,160}}?"
    rf"|(?:(?!{_OTHER_TITLE}|{_DOCUMENT}).){{0,160}}?)"
    rf"{BUDDHIST} *+(?P<year>{_APART})(?!\d){_NO_SPAN}"
)
_LAW_BY_NAME = (
    r"(?:พระราชบัญญัติ|พ ?\. ?ร ?\. ?บ\.?|พรบ\.?|ระเบียบ(?!วาระ)|รัฐธรรมนูญ|ก[ฎฏ]กระทรวง)"
    rf"(?:(?!{_OTHER_TITLE}|{_DOCUMENT}|ปี|ประจ).){{0,60}}?(?P<year>2[45]\d\d)(?!\d){_NO_SPAN}"
)


def _is_christian(digits: str) -> bool:
    return digits.startswith(("19", "20")) and len(digits) == 4


def _plausible(be: int, form: YearForm) -> _Reading | None:
    return _Reading(be, form) if be in _PLAUSIBLE else None


def _read_law(found: re.Match[str]) -> _Reading | None:
    return _Reading(be_year(found["year"].replace(" ", "")), "law")


def _read_cited(found: re.Match[str]) -> _Reading | None:
    return _Reading(fiscal_be(be_year(found["year"]), month_number(found["month"])), "law")


def _read_since(found: re.Match[str]) -> _Reading | None:
    be, month = be_year(found["year"]), found.groupdict().get("month")
    return _Reading(fiscal_be(be, month_number(month)) if month else be, "since")


def _read_month_range(found: re.Match[str]) -> _Reading | None:
    first_month, last_month = month_number(found["month"]), month_number(found["month2"])
    last_year = be_year(found["year2"])
    first_year = be_year(found["year"]) if found["year"] else last_year - (first_month > last_month)
    first, last = fiscal_be(first_year, first_month), fiscal_be(last_year, last_month)
    if not first <= last <= first + _LONGEST_SPAN:
        return None
    return _Reading(first, "date" if found["day"] else "month", last if last > first else None)


def _read_month(found: re.Match[str]) -> _Reading | None:
    return _Reading(fiscal_be(be_year(found["year"]), month_number(found["month"])), "month")


def _read_quarter(found: re.Match[str]) -> _Reading | None:
    return _plausible(be_year(found["year"]), "quarter")


def _read_span(found: re.Match[str]) -> _Reading | None:
    first = be_year(found["year"])
    last = be_year(found["last"]) if found["last"] else first - first % 100 + int(found["last_two"])
    if not first < last <= first + _LONGEST_SPAN or PHONE_BEFORE.search(
        found.string[max(0, found.start() - 8) : found.start()]
    ):
        return None
    return _Reading(first, "christian" if _is_christian(found["year"]) else "span", last)


def _read_fiscal(found: re.Match[str]) -> _Reading | None:
    return _plausible(be_year(found["year"].replace(" ", "")), "fiscal")


def _read_year(found: re.Match[str]) -> _Reading | None:
    digits = found["year"].replace(" ", "")
    return _Reading(be_year(digits), "christian" if _is_christian(digits) else "year")


def _read_short(found: re.Match[str]) -> _Reading | None:
    # Not in the pattern, which is fast where it begins with a letter.
    if COUNTS_YEARS.search(found.string, max(0, found.start() - 5), found.start()):
        return None
    return _Reading(be_year(found["year"]), "short")


def _read_bare(found: re.Match[str]) -> _Reading | None:
    before = found.string[max(0, found.start() - 24) : found.start()]
    if is_other_number(before, found.string[found.end() : found.end() + 12]):
        return None
    if not _is_christian(found["year"]):
        return _plausible(be_year(found["year"]), "year")
    return _plausible(be_year(found["year"]), "christian") if int(found["year"]) <= _LAST_BARE_CHRISTIAN else None


_COUNTED = rf"(?:(?<=\d\d\d\d)|{_NO_COUNT})"


@dataclass(frozen=True)
class _Rule:
    """A pattern and its reader; a text that has none of the signs in `needs` cannot match, and is not searched."""

    pattern: str
    reader: _Reader
    needs: Collection[str] = ()

    @cached_property  # compiled when first asked: some take five milliseconds, and few sites need them all
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.IGNORECASE)

    def may_match(self, signs: Set[str]) -> bool:
        """signs are those of all rules that a text has."""
        return not self.needs or not signs.isdisjoint(self.needs)


_SPAN_SIGNS = ("-", "~", "ถึง")
_OF_AN_ERA = ("ศ",)  # พ.ศ., ค.ศ. and their long forms
_TO_THIS_DAY = r" *+(?:(?:-+|~) *+(?:ถึง)?|(?:จน|จวบจน)?(?:ถึง|กระทั่ง)|จวบจน) *+ปัจจุบัน"

# In the order of what they claim: a place that a rule has read is not read again by a later one.
_BEFORE_DATES = (
    # A circular (ว 17) that is followed is a rule, as a law is, and may be of any year.
    _Rule(
        rf"ตาม(?:นัย)?หนังสือ(?:(?!ลงวันที่).){{0,100}}?ว ?\d{{1,5}} *+ลงวันที่ *+\d{{1,2}} *+(?:เดือน *+)?"
        rf"{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}",
        _read_cited,
        ("ลงวันที่",),
    ),
    _Rule(EDITION, lambda found: _Reading(be_year(found["year"] or found["be"]), "law"), EDITION_SIGNS),
    _Rule(
        rf"(?:(?<!\d)\d{{1,2}} *+)?(?:เดือน *+)?{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}{_TO_THIS_DAY}",
        _read_since,
        ("ปัจจุบัน",),
    ),
    _Rule(
        rf"(?:(?:{_FISCAL_LEAD}|{_YEAR_LEAD}){_BETWEEN}(?:{BUDDHIST}{_BETWEEN})?)?"
        rf"(?<!\d)(?<!\d[.,/\-])(?P<year>{FOUR_BE}|{FOUR_CE}){_TO_THIS_DAY}",
        _read_since,
        ("ปัจจุบัน",),
    ),
    _Rule(
        rf"(?:(?<!\d)(?P<day>\d{{1,2}}) *+|เดือน *+)?{MONTH}(?:{YEAR_AFTER_MONTH}{year_group('year')})?{_TO}"
        rf"(?:วันที่ *+)?(?:\d{{1,2}} *+)?(?:เดือน *+)?{MONTH_2}{YEAR_AFTER_MONTH}{year_group('year2')}",
        _read_month_range,
        _SPAN_SIGNS,
    ),
)
_AFTER_DATES = (
    _Rule(
        r"(?:ไตรมาส *+(?:ที่)? *+[1-4]|(?<![A-Za-z])Q ?[1-4])(?: *+- *+[1-4])?"
        rf"(?:[ :.()/\-]|ของ|ประจ{SARA_AM}|{_FISCAL_LEAD}|ปี|{BUDDHIST})*+"
        rf"(?P<year>{FOUR_BE}|{FOUR_CE}|{_TWO}{_NO_COUNT})(?!\d)",
        _read_quarter,
        ("ไตรมาส", "Q", "q"),
    ),
    _Rule(rf"(?:เดือน *+)?{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}(?![.,]\d){_COUNTED}", _read_month),
    _Rule(
        rf"(?:(?:{_FISCAL_LEAD}|{_YEAR_LEAD}){_BETWEEN}(?:{BUDDHIST}{_BETWEEN})?)?"
        rf"(?<!\d)(?<!\d[.,/\-])(?P<year>{FOUR_BE}|{FOUR_CE})"
        rf"(?:{_TO}(?:{BUDDHIST}|{CHRISTIAN}|ปี)? *+(?P<last>{FOUR_BE}|{FOUR_CE})|-(?P<last_two>[4-9]\d))"
        r"(?!\d)(?![.,/\-]\d)",
        _read_span,
        _SPAN_SIGNS,
    ),
    _Rule(
        rf"(?:{_FISCAL_LEAD}|{_YEAR_LEAD}){_BETWEEN}"
        rf"(?P<year>{_TWO})-(?P<last>)(?P<last_two>[5-9]\d)(?!\d)(?![.,/\-]\d){_NO_COUNT}",
        _read_span,
        _SPAN_SIGNS,
    ),
    _Rule(rf"(?:{_FISCAL_THAI}){_FISCAL_YEAR}", _read_fiscal, ("ปี",)),
    _Rule(rf"{_FISCAL_LATIN}{_FISCAL_YEAR}", _read_fiscal, ("Y", "y")),
    _Rule(_LAW_BY_YEAR, _read_law, _OF_AN_ERA),
    _Rule(_LAW_BY_NAME, _read_law),
    _Rule(rf"{_SESSION}(?P<year>{FOUR_BE})(?!\d)", _read_year, ("/",)),
    _Rule(rf"(?:{BUDDHIST}|{CHRISTIAN}){_BETWEEN}(?P<year>{_APART}|{FOUR_CE})(?!\d)", _read_year, _OF_AN_ERA),
    _Rule(rf"{_YEAR_LEAD}{_BETWEEN}(?P<year>{FOUR_BE}|{FOUR_CE})(?!\d)(?![.,]\d)", _read_year, ("ปี", *_OF_AN_ERA)),
    _Rule(rf"(?:ปี|{BUDDHIST})[ \-']*(?P<year>{_TWO})(?!/\d){_NO_COUNT}", _read_short, ("ปี", *_OF_AN_ERA)),
    _Rule(rf"(?P<year>{FOUR_BE}|{FOUR_CE})(?! *+(?:{_COUNTED_THINGS}))", _read_bare),
)


_SIGNS = frozenset(sign for rule in (*_BEFORE_DATES, *_AFTER_DATES) for sign in rule.needs)
_SHORT = 400
# Two digits from 50 to 79, a century, or one whose digits stand apart: no rule reads anything else as a year.
# It begins with one set of signs, which are searched for at once, and looks back to see which of them it was.
_MAY_BE_YEAR = re.compile(
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
    reader.apply(_BEFORE_DATES)
    for mention in dates_in_plain(reader.plain, text):
        reader.claim(_Reading(FiscalYear.of(mention.day).be, "date"), mention.start, mention.end)
    reader.apply(_AFTER_DATES)
    return tuple(sorted(reader.mentions, key=lambda mention: mention.start))


class _Claims:
    """What has been read of a text so far, and which of its places are taken."""

    def __init__(self, text: str) -> None:
        self.plain = plain(text)
        self._signs = {sign for sign in _SIGNS if sign in self.plain}
        self.mentions: list[YearMention] = []
        self._text = text
        self._taken = bytearray(len(text))

    def apply(self, rules: Iterable[_Rule]) -> None:
        text = self.plain
        for rule in rules:
            if not rule.may_match(self._signs):
                continue
            for found in rule.compiled.finditer(text):
                if self._taken.find(1, found.start(), found.end()) == -1 and (reading := rule.reader(found)):
                    self.claim(reading, found.start(), found.end())

    def claim(self, reading: _Reading, start: int, end: int) -> None:
        if self._taken.find(1, start, end) != -1:
            return
        self._taken[start:end] = b"\x01" * (end - start)
        start += len(self.plain[start:end]) - len(self.plain[start:end].lstrip())
        quote = squeeze(self._text[start:end])
        self.mentions.append(YearMention(reading.be, reading.last_be, reading.form, quote, start, end))
