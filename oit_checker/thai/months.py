"""Months and days as Thai offices write them: words to patterns, and days to dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from oit_checker.patterns import regex
from oit_checker.thai.paged import PRIVATE_USE
from oit_checker.thai.text import squeeze

_NAMES = (
    ("มกราคม", "ม.ค.", "January", "Jan"),
    ("กุมภาพันธ์", "ก.พ.", "February", "Feb"),
    ("มีนาคม", "มี.ค.", "March", "Mar"),
    ("เมษายน", "เม.ย.", "April", "Apr"),
    ("พฤษภาคม", "พ.ค.", "May", "May"),
    ("มิถุนายน", "มิ.ย.", "June", "Jun"),
    ("กรกฎาคม", "ก.ค.", "July", "Jul"),
    ("สิงหาคม", "ส.ค.", "August", "Aug"),
    ("กันยายน", "ก.ย.", "September", "Sept?"),
    ("ตุลาคม", "ต.ค.", "October", "Oct"),
    ("พฤศจิกายน", "พ.ย.", "November", "Nov"),
    ("ธันวาคม", "ธ.ค.", "December", "Dec"),
)
FULL_NAMES = tuple(full for full, *_ in _NAMES)
SHORT_NAMES = tuple(short for _, short, *_ in _NAMES)
"""The Thai names of the twelve months, January first."""
_MISSPELT = {"กรกฏาคม": 7, "กุมภาพันธุ์": 2, "กุมภาพันธ": 2, "พฤษจิกายน": 11}
_FIRST_MONTH_OF_FISCAL_YEAR = 10

# Each of these becomes one character, so that places in the text stay.
_PLAIN = str.maketrans(
    {ord(char): str(place) for place, char in enumerate("๐๑๒๓๔๕๖๗๘๙")}
    | {ord(char): " " for char in "\t\n\r\v\f\x85\xa0\u200b\u200c\u200d\u2028\u2029\u202f\u3000\ufeff"}
    | {ord(char): "-" for char in "‐‑‒–—―−－\ufffe"}
    | {ord(glyph): letter for glyph, letter in PRIVATE_USE.items()}
)


_NOT_PLAIN = regex(f"[{''.join(map(chr, _PLAIN))}]")


def plain(text: str) -> str:
    """`text` with Thai digits as 0-9, every blank as a space, every dash as "-" and no old font glyphs; places stay."""
    # Most texts have none of these, and to look costs a tenth of a translation.
    return text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text


def _spaced(name: str) -> str:
    """Text layers of PDFs put spaces between letters."""
    return " ?".join(name)


def _abbreviation(short: str) -> str:
    """ม.ค. also with its dots astray; without dots only where no Thai word can run into it."""
    first, second = (part for part in short.split(".") if part)
    return rf"{first} ?\. ?{second}\.?|{first}(?:(?<=เดือน{first})|(?<![ก-๙]{first})){second}\.?"


def _month_pattern(group: str, english_flag: str = "i") -> str:
    """A pattern of any month's name, as the named group; what may follow is looked at first, which is fast.

    Only the English names have a case to ignore: to compile the rest so takes four times as long.
    """
    full = [_spaced(names[0]) for names in _NAMES] + [_spaced(name) for name in _MISSPELT]
    short = [_abbreviation(names[1]) for names in _NAMES]
    english = "|".join(name for names in _NAMES for name in names[2:])
    in_english = rf"(?<![A-Za-z])(?{english_flag}:{english})(?![A-Za-z])\.?"
    return f"(?P<{group}>(?=[มกพเสตธJFMASONDjfmasond])(?:{'|'.join([*full, *short, in_english])}))"


@lru_cache(maxsize=256)  # as many spellings as one site has, each met again and again
def month_number(name: str) -> int:
    """1..12 for a name that a month pattern has found."""
    key = re.sub(r"[ .]", "", name)
    if key in _MISSPELT:
        return _MISSPELT[key]
    for number, (full, short, long, _) in enumerate(_NAMES, 1):
        if key in {full, short.replace(".", "")} or long[:3].lower() == key[:3].lower():
            return number
    raise ValueError(f"{name!r} is no month")


def fiscal_be(be: int, month: int) -> int:
    """The fiscal year of a month in a Buddhist-era calendar year: October 2568 belongs to 2569."""
    return be + 1 if month >= _FIRST_MONTH_OF_FISCAL_YEAR else be


BUDDHIST = r"(?:พ ?\.{0,2} ?ศ ?\.{0,3}|พุทธศักราช)"
CHRISTIAN = r"(?:ค ?\. ?ศ ?\.{0,2}|คริสต์ศักราช|ค\.ศ\.)"
_FOUR = r"2[456]\d\d|19[5-9]\d|20[0-5]\d"
_TWO = r"[5-7]\d"
MONTH = _month_pattern("month")
MONTH_2 = _month_pattern("month2")
MONTH_IN_CAPITALS = _month_pattern("month", english_flag="")
"""English names only as they should be written."""
YEAR_AFTER_MONTH = rf"[ \-_,]*+(?:(?:ปี *+)?(?:{BUDDHIST}|{CHRISTIAN}) *+|ปี *+)?'?"


def year_group(group: str) -> str:
    """A pattern of a year after a month: four digits of either era, or the last two of a Buddhist-era one."""
    return rf"(?P<{group}>(?:{_FOUR}|{_TWO})(?!\d))"


def be_year(digits: str) -> int:
    """The Buddhist-era calendar year that "2568", "2025" or "68" means."""
    year = int(digits)
    if year < 100:
        return 2500 + year
    return year + 543 if year < 2200 else year


def day_of(be: int, month: int, day: int) -> date | None:
    """The date, None for a day that no calendar has."""
    try:
        return date(be - 543, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A full date, the words that say it, and their half-open span in the text."""

    day: date
    quote: str
    start: int
    end: int


# Patterns begin with what can be searched for at once, and look back from there: to look back first is slow.
# สขร.1 is a form, and "1 เดือน" a count of months, unless วันที่ says that it is a day.
_DAY = r"(?P<day>\d(?<![\d/.]\d)(?<!สขร\d)(?<!สขร[. ]\d)(?<!สขร\. \d)\d?)(?i:st|nd|rd|th)? *+"


@cache  # compiled when first asked: the month names are many
def _date_patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """Each with signs; a text that has none of them cannot match, and is not searched."""
    patterns = (
        (rf"{_DAY}{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}", ("",)),
        (rf"วันที่ *+(?P<day>\d{{1,2}}) *+เดือน *+{MONTH}{YEAR_AFTER_MONTH}{year_group('year')}", ("เดือน",)),
        (rf"{MONTH} (?P<day>\d{{1,2}})(?i:st|nd|rd|th)?, *+(?P<year>{_FOUR})(?!\d)", (",",)),
        (
            r"(?P<day>\d(?<![\dA-Za-z/.\-]\d)\d?) ?(?P<sep>[/\-.]) ?(?P<month>\d{1,2}) ?(?P=sep) ?"
            rf"(?P<year>(?:{_FOUR})|(?<![.])(?<![.] ){_TWO})(?![\d/]|[.\-]\d)",
            ("/", "-", "."),
        ),
        (
            rf"(?P<year>{_FOUR})(?<![\d/.\-]\d{{4}})(?P<sep>[/\-])(?P<month>\d{{1,2}})(?P=sep)(?P<day>\d{{1,2}})(?![\d/\-])",
            ("/", "-"),
        ),
    )
    return tuple((re.compile(pattern), needed) for pattern, needed in patterns)


def thai_dates(text: str) -> tuple[DateMention, ...]:
    """Every full date in `text`, in order: "15 มีนาคม 2569", "๑๕ มี.ค. ๖๙", "15/03/2569", "2026-03-15"."""
    return dates_in_plain(plain(text), text)


def dates_in_plain(plain_text: str, text: str) -> tuple[DateMention, ...]:
    """As `thai_dates`; plain_text is `plain(text)`."""
    mentions: dict[int, DateMention] = {}
    for pattern, needed in _date_patterns():
        if not any(map(plain_text.__contains__, needed)):
            continue
        for found in pattern.finditer(plain_text):
            month = found["month"]
            number = int(month) if month.isdigit() else month_number(month)
            day = day_of(be_year(found["year"]), number, int(found["day"]))
            if day is not None:
                span = found.span()
                mentions.setdefault(span[0], DateMention(day, squeeze(text[slice(*span)]), *span))
    return tuple(mentions[start] for start in sorted(mentions))
