"""Years in file names and addresses, where blanks are written "-" and "_" and numbers mean many things."""

from __future__ import annotations

import re
from dataclasses import replace

from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.months import be_year, day_of, fiscal_be, plain
from oit_checker.thai.names import decoded_name
from oit_checker.thai.year_mention import YearForm, YearMention
from oit_checker.thai.years import year_mentions

# Two digits from 50 to 79, or a century, in what is written with the ten digits of ASCII: no rule reads anything else.
_MAY_BE_YEAR = regex(r"[5-7][0-9]|2[\s+_~=-]?[4-6]|20[0-5]|19[5-9]")
_YEAR_KEY = regex(r"y|yr|fy|by|.*year.*|.*fiscal.*|.*budget.*|ปี.*", re.IGNORECASE)
_QUERY_VALUE = regex(r"(?<=[?&])([^=&#?]*)=(\d+)(?=[&#]|$)")
_NUMBERED_PAGE = regex(
    r"(?<=/)(?:menu|index|id|post|posts|news|detail|details|view|content|contents|article|node|page|p|show|download|item|topic|read|cat|category)"
    r"/(\d+)(?=[/?#]|$)",
    re.IGNORECASE,
)
_FOLDER = regex(r"(?<=/)(?P<year>20[0-5]\d|25\d\d)/(?P<month>0[1-9]|1[0-2])(?=/|$)")
_SIX = regex(r"(?<!\d)(\d\d)(\d\d)(\d\d)(?!\d)")
_EIGHT_YEAR_FIRST = regex(r"(?<!\d)(?P<year>25[4-9]\d|20[0-5]\d)(?P<month>\d\d)(?P<day>\d\d)(?!\d)")
_EIGHT_YEAR_LAST = regex(r"(?<!\d)(?P<day>\d\d)(?P<month>\d\d)(?P<year>25[4-9]\d|20[0-5]\d)(?!\d)")
_GLUED = regex(r"(?<![A-Za-z])(?:new)?(?:ITA|OIT|MOIT|EIT|IIT|LPA|FY|PA)s? ?(?P<year>[5-7]\d)(?!\d)", re.IGNORECASE)
_BETWEEN_BLANKS = regex(r"(?:(?<=[ |.(\-])|^)(?P<year>[5-7]\d)(?=[ |.)\-]|$)")


def year_mentions_in_name(name_or_url: str) -> tuple[YearMention, ...]:
    """Every year that a file name or an address names; percent signs are decoded first, the host is not looked at.

    Reads what `year_mentions` reads, and also _68_, ITA68, 680303 (YYMMDD or
    DDMMYY) and 25680303. A folder such as /2025/04/ tells when a file was put
    there and is of the weak form "christian". start and end are places in the
    decoded text.
    """
    decoded, name = decoded_name(name_or_url)
    if name.isascii() and not _MAY_BE_YEAR.search(name):
        return ()
    mentions: list[YearMention] = []
    rest = _take_compact(_without_ids(name), decoded, mentions)
    spaced = _spaced(rest)
    mentions += [replace(found, quote=decoded[found.start : found.end]) for found in year_mentions(spaced)]
    for mention in mentions:
        spaced = _blanked(spaced, mention.start, mention.end)
    for pattern in (_GLUED, _BETWEEN_BLANKS):
        for found in pattern.finditer(spaced):
            mentions.append(_mention(decoded, found.span(), be_year(found["year"]), "short"))
            spaced = _blanked(spaced, *found.span())
    return tuple(sorted(mentions, key=lambda mention: mention.start))


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + "\x00" * (end - start) + text[end:]


def _mention(text: str, span: tuple[int, int], be: int, form: YearForm) -> YearMention:
    return YearMention(be, None, form, text[slice(*span)].strip(), *span)


def _without_ids(text: str) -> str:
    """`text` with the numbers of pages and records blanked: ?id=2569, /menu/2569."""
    for found in [*_QUERY_VALUE.finditer(text)]:
        if not _YEAR_KEY.fullmatch(found[1]):
            text = _blanked(text, *found.span(2))
    for found in [*_NUMBERED_PAGE.finditer(text)]:
        text = _blanked(text, *found.span(1))
    return text


def _take_compact(text: str, decoded: str, mentions: list[YearMention]) -> str:
    """Reads upload folders and dates without separators, and blanks them."""
    digits = plain(text)
    for pattern, read in (
        (_FOLDER, _read_folder),
        (_EIGHT_YEAR_FIRST, _read_eight),
        (_EIGHT_YEAR_LAST, _read_eight),
        (_SIX, _read_six),
    ):
        for found in [*pattern.finditer(digits)]:
            reading = read(found)
            if reading is not None:
                mentions.append(_mention(decoded, found.span(), *reading))
                text, digits = _blanked(text, *found.span()), _blanked(digits, *found.span())
    return text


def _read_folder(found: re.Match[str]) -> tuple[int, YearForm] | None:
    form: YearForm = "christian" if found["year"].startswith("20") else "month"
    return fiscal_be(be_year(found["year"]), int(found["month"])), form


def _read_eight(found: re.Match[str]) -> tuple[int, YearForm] | None:
    day = day_of(be_year(found["year"]), int(found["month"]), int(found["day"]))
    if day is None:
        return None
    return FiscalYear.of(day).be, "christian" if found["year"].startswith("20") else "date"


def _read_six(found: re.Match[str]) -> tuple[int, YearForm] | None:
    first, month, last = map(int, found.groups())
    for year, day_no in ((first, last), (last, first)):
        day = day_of(2500 + year, month, day_no) if 50 <= year <= 79 else None
        if day is not None:
            return FiscalYear.of(day).be, "date"
    return None


def _spaced(text: str) -> str:
    """Blanks for the signs that stand for them; a "-" between two numbers stays, it may join a span or a date."""
    text = re.sub("[/&?#]", "|", re.sub("[_+=~]", " ", text))
    return re.sub(r"(?<![0-9๐-๙])-|-(?![0-9๐-๙])", " ", text)
