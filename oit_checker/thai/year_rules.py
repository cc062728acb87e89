"""The rules by which years are found in running text, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Collection, Set
from dataclasses import dataclass
from functools import cached_property

from oit_checker.thai.months import BUDDHIST, CHRISTIAN, MONTH, MONTH_2, YEAR_AFTER_MONTH, be_year, year_group
from oit_checker.thai.other_numbers import EDITION, EDITION_SIGNS, FOUR_BE, FOUR_CE, SARA_AM
from oit_checker.thai.year_readings import (
    Reader,
    Reading,
    read_bare,
    read_cited,
    read_fiscal,
    read_law,
    read_month,
    read_month_range,
    read_quarter,
    read_short,
    read_since,
    read_span,
    read_year,
)

_TWO = r"[5-7]\d(?!\d)(?![.,]\d)"
_APART = r"2 ?[456] ?\d ?\d"
_COUNTED_THINGS = r"%|บาท|คน|ราย(?!งาน|การ|ได้|จ่าย|ชื่อ|ละ)|แห่ง|ไร่|ครัวเรือน|หลังคา|กิโลเมตร|กม\.|ตาราง|ตร\.|เมตร|ตัน|ล้าน"
_NO_COUNT = rf"(?! *(?:{_COUNTED_THINGS}|ปี|วัน|เดือน))"
_TO = r" *+(?:-+|~|ถึง|จนถึง) *+"
_BETWEEN = r"[ :.()'\"/\-]*+"
_FISCAL_THAI = rf"ปี *+งบ(?: ?ประ ?มาณ)?(?:ฯ|\.)?|ปี *+งปม\.?|งบประมาณ(?:รายจ่าย)? *+(?:ประจ{SARA_AM})? *+ปี"
_FISCAL_LATIN = r"(?<![A-Za-z])(?i:FY|fiscal year|budget year)\.?"
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
_COUNTED = rf"(?:(?<=\d\d\d\d)|{_NO_COUNT})"


@dataclass(frozen=True)
class Rule:
    """A pattern and its reader; a text that has none of the signs in `needs` cannot match, and is not searched."""

    pattern: str
    reader: Reader
    needs: Collection[str] = ()

    @cached_property  # compiled when first asked: some take five milliseconds, and few sites need them all
    def compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def may_match(self, signs: Set[str]) -> bool:
        """signs are those of all rules that a text has."""
        return not self.needs or not signs.isdisjoint(self.needs)


_SPAN_SIGNS = ("-", "~", "ถึง")
_OF_AN_ERA = ("ศ",)  # พ.ศ., ค.ศ. and their long forms
_TO_THIS_DAY = r" *+(?:(?:-+|~) *+(?:ถึง)?|(?:จน|จวบจน)?(?:ถึง|กระทั่ง)|จวบจน) *+ปัจจุบัน"

# In the order of what they claim: a place that a rule has read is not read again by a later one.
BEFORE_DATES = (
    # A circular (ว 17) that is followed is a rule, as a law is, and may be of any year.
    Rule(
        rf"ตาม(?:นัย)?หนังสือ(?:(?!ลงวันที่).){{0,100}}?ว ?\d{{1,5}} *+ลงวันที่ *+\d{{1,2}} *+(?:เดือน *+)?"
        rf"{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}",
        read_cited,
        ("ลงวันที่",),
    ),
    Rule(EDITION, lambda found: Reading(be_year(found["year"] or found["be"]), "law"), EDITION_SIGNS),
    Rule(
        rf"(?:(?<!\d)\d{{1,2}} *+)?(?:เดือน *+)?{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}{_TO_THIS_DAY}",
        read_since,
        ("ปัจจุบัน",),
    ),
    Rule(
        rf"(?:(?:{_FISCAL_LEAD}|{_YEAR_LEAD}){_BETWEEN}(?:{BUDDHIST}{_BETWEEN})?)?"
        rf"(?<!\d)(?<!\d[.,/\-])(?P<year>{FOUR_BE}|{FOUR_CE}){_TO_THIS_DAY}",
        read_since,
        ("ปัจจุบัน",),
    ),
    Rule(
        rf"(?:(?<!\d)(?P<day>\d{{1,2}}) *+|เดือน *+)?{MONTH}(?:{YEAR_AFTER_MONTH}{year_group('year')})?{_TO}"
        rf"(?:วันที่ *+)?(?:\d{{1,2}} *+)?(?:เดือน *+)?{MONTH_2}{YEAR_AFTER_MONTH}{year_group('year2')}",
        read_month_range,
        _SPAN_SIGNS,
    ),
)
AFTER_DATES = (
    Rule(
        r"(?:ไตรมาส *+(?:ที่)? *+[1-4]|(?<![A-Za-z])[Qq] ?[1-4])(?: *+- *+[1-4])?"
        rf"(?:[ :.()/\-]|ของ|ประจ{SARA_AM}|{_FISCAL_LEAD}|ปี|{BUDDHIST})*+"
        rf"(?P<year>{FOUR_BE}|{FOUR_CE}|{_TWO}{_NO_COUNT})(?!\d)",
        read_quarter,
        ("ไตรมาส", "Q", "q"),
    ),
    Rule(rf"(?:เดือน *+)?{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}(?![.,]\d){_COUNTED}", read_month),
    Rule(
        rf"(?:(?:{_FISCAL_LEAD}|{_YEAR_LEAD}){_BETWEEN}(?:{BUDDHIST}{_BETWEEN})?)?"
        rf"(?<!\d)(?<!\d[.,/\-])(?P<year>{FOUR_BE}|{FOUR_CE})"
        rf"(?:{_TO}(?:{BUDDHIST}|{CHRISTIAN}|ปี)? *+(?P<last>{FOUR_BE}|{FOUR_CE})|-(?P<last_two>[4-9]\d))"
        r"(?!\d)(?![.,/\-]\d)",
        read_span,
        _SPAN_SIGNS,
    ),
    Rule(
        rf"(?:{_FISCAL_LEAD}|{_YEAR_LEAD}){_BETWEEN}"
        rf"(?P<year>{_TWO})-(?P<last>)(?P<last_two>[5-9]\d)(?!\d)(?![.,/\-]\d){_NO_COUNT}",
        read_span,
        _SPAN_SIGNS,
    ),
    Rule(rf"(?:{_FISCAL_THAI}){_FISCAL_YEAR}", read_fiscal, ("ปี",)),
    Rule(rf"{_FISCAL_LATIN}{_FISCAL_YEAR}", read_fiscal, ("Y", "y")),
    Rule(_LAW_BY_YEAR, read_law, _OF_AN_ERA),
    Rule(_LAW_BY_NAME, read_law),
    Rule(rf"{_SESSION}(?P<year>{FOUR_BE})(?!\d)", read_year, ("/",)),
    Rule(rf"(?:{BUDDHIST}|{CHRISTIAN}){_BETWEEN}(?P<year>{_APART}|{FOUR_CE})(?!\d)", read_year, _OF_AN_ERA),
    Rule(rf"{_YEAR_LEAD}{_BETWEEN}(?P<year>{FOUR_BE}|{FOUR_CE})(?!\d)(?![.,]\d)", read_year, ("ปี", *_OF_AN_ERA)),
    Rule(rf"(?:ปี|{BUDDHIST})[ \-']*(?P<year>{_TWO})(?!/\d){_NO_COUNT}", read_short, ("ปี", *_OF_AN_ERA)),
    Rule(rf"(?P<year>{FOUR_BE}|{FOUR_CE})(?! *+(?:{_COUNTED_THINGS}))", read_bare),
)
