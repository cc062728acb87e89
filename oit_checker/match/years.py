"""Of which fiscal year a piece of evidence is, and the words that say so.

Asked in this order: the title on the document, the link that offers it, the
file name, the text. What stands in the document beats what a link says of it:
last year's file under this year's link is the commonest fault there is. Years of
laws that a document cites are never its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from oit_checker.match.others_years import own_years, result_year
from oit_checker.match.title_lines import behind_cover, sheet_names, title_lines
from oit_checker.model.evidence import Candidate, YearBasis
from oit_checker.model.page import Page
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.dates import YearMention, year_mentions, year_mentions_in_name
from oit_checker.thai.link_words import is_generic
from oit_checker.thai.months import fiscal_be, thai_dates
from oit_checker.thai.named_months import named_months
from oit_checker.thai.text import fold
from oit_checker.urls import file_name

DROWNED = 5  # times another year is named for each time the link's year is
OFTEN = 2  # times a year is named beside the line near the top, where that is no chance
_SIGNED_WITHIN = 6  # months after the month that a report is about
_BEGINS = 3  # folded letters before a year with which a line begins
_LEAST_COLUMNS = 3  # years of a span that are named one by one; two may be the own one and one that is cited
_OF_ALL = fold("ประจำ")
_OF_A_KIND = regex(
    r"แผน|รายงาน|คู่มือ|ประกาศ|คำสั่ง|มาตรการ|นโยบาย|แนวทาง|แนวปฏิบัติ|สรุป|สถิติ|โครงการ|บัญญัติ|ปฏิทิน|หลักเกณฑ์|ขั้นตอน|เรื่อง|การประเมิน"
)

# How plainly a form names a fiscal year; a lower number is asked first.
_PLAIN = {"fiscal": 0, "span": 1, "year": 2, "month": 2, "quarter": 2, "short": 3, "date": 4, "christian": 5}


@dataclass(frozen=True, slots=True)
class YearFound:
    """be is None where nothing names a year; doubt: the words disagree."""

    be: int | None
    basis: YearBasis
    quote: str | None = None
    doubt: str | None = None


NO_YEAR = YearFound(None, "none")


def year_of(
    page: Page | None,
    candidate: Candidate,
    wanted: FiscalYear | None,
    *,
    covers_years: bool = False,
    not_after: Sequence[str] = (),
    text_years: Callable[[], Sequence[YearMention]] = tuple,
) -> YearFound:
    """Say which fiscal year the evidence belongs to.

    page is None (or without text) where the document could not be read. wanted
    breaks ties between words of equal plainness; it is never assumed.
    text_years gives all years that the document's text names; it is asked only
    where the title does not settle the matter; of spans only those that are its own. not_after are words whose year is
    that of another thing (ผลการประเมิน ITA ปี 2568 in a document of 2569).
    """
    titled = _without_columns(_title_mentions(page, not_after)) if page is not None else ()
    in_title = _best([mention for mention, is_own in titled if is_own], wanted, covers_years)
    if in_title is not None and _is_plain(in_title):
        return _found(in_title, "title", wanted, covers_years)
    offered = _offered(candidate, wanted, covers_years, not_after)
    results = result_year(page, not_after) if page is not None and not_after else 0
    # What is made of the results of a year is of a later one, however often their year is named beside the scores.
    mentions = [
        mention for mention in text_years() if mention.form in _PLAIN and (mention.last_be or mention.be) > results
    ]
    in_title = _best([mention for mention, _ in titled], wanted, covers_years)
    if (
        page is not None
        and in_title is not None
        and in_title.form == "date"
        and (of_month := _of_month(page)) is not None
    ):
        return of_month
    if in_title is not None and _is_plain(in_title):
        # A plan of several years speaks of each of them; that is no word against it.
        others = [mention for mention in mentions if not (covers_years and _is_within(mention, in_title))]
        return _unless_contradicted(_found(in_title, "title", wanted, covers_years), offered, others)
    in_text = (_span_year(mentions, wanted) if covers_years else None) or _text_year(mentions, wanted)
    if offered is not None:
        return _against_text(offered, in_text, mentions)
    if in_title is not None:
        return _found(in_title, "title", wanted, covers_years)
    return in_text or _metadata_year(page) or NO_YEAR


def _title_mentions(page: Page, not_after: Sequence[str]) -> tuple[tuple[YearMention, bool], ...]:
    """Years in the title of a document: its title line and first lines, or a web page's title and top headings.

    Each with whether it is surely the document's own: in the title itself, in a line that begins with it or names a
    kind of document before it, or after ประจำ. Other short lines near the top (เป้าหมายปี 2569) may name another's.
    """
    told = [
        (mention, line == page.title or _is_own(line[: mention.start]))
        for line in title_lines(page)
        for mention in own_years(line, not_after)
    ]
    # Where the title is silent, lines that are less sure: those behind a picture of a cover, the names of sheets.
    others = () if told else (*behind_cover(page), *sheet_names(page))
    return (*told, *((mention, False) for line in others for mention in own_years(line, not_after)))


def _without_columns(titled: Sequence[tuple[YearMention, bool]]) -> Sequence[tuple[YearMention, bool]]:
    """The years of a title without those of the columns of a plan of several years: none of them is the plan's."""
    span = next((mention for mention, is_own in titled if is_own and mention.form == "span"), None)
    if span is None:
        return titled
    columns = {mention.be for mention, _ in titled if mention.form != "span" and _is_within(mention, span)}
    if len(columns) < _LEAST_COLUMNS:
        return titled
    return [(mention, is_own) for mention, is_own in titled if mention.form == "span" or mention.be not in columns]


def _of_month(page: Page) -> YearFound | None:
    """The year of a report on one month that names no year, from the day on which it was signed.

    ประจำเดือนกันยายน, signed on 3 October 2568, is of fiscal year 2568: the month of the heading is the report's, the day
    is that of the signature.
    """
    lines = title_lines(page)
    months = {month.number: month.quote for line in lines for month in named_months(line) if month.is_called}
    signed = next((date for line in lines for date in thai_dates(line)), None)
    if signed is None or len(months) != 1:
        return None
    (month, words), day = next(iter(months.items())), signed.day
    since = (day.month - month) % 12
    if since > _SIGNED_WITHIN:
        return None
    in_year = day.year + 543 - (month > day.month)
    return YearFound(fiscal_be(in_year, month), "title", f"{words} … {signed.quote}")


def _is_own(before: str) -> bool:
    folded = fold(before)
    return len(folded) <= _BEGINS or folded.endswith(_OF_ALL) or _OF_A_KIND.search(before) is not None


def _unless_contradicted(found: YearFound, offered: YearFound | None, mentions: Sequence[YearMention]) -> YearFound:
    """The year of a short line near the top, or a doubt where the link or the text speaks of another one instead."""
    counted = Counter(mention.be for mention in mentions if _is_plain(mention))
    named = counted.pop(found.be or 0, 0)
    other, count = next(iter(counted.most_common(1)), (None, 0))
    if offered is not None and offered.be not in {None, found.be} and named < OFTEN:
        instead = f"{_named_by(offered)}ระบุปี {offered.be}"
    elif other is not None and count >= OFTEN and count > named:
        instead = f"เนื้อหากล่าวถึงปี {other} มากกว่า ({count} แห่ง)"
    else:
        return found
    return YearFound(None, "none", None, f"บรรทัดใกล้หัวเอกสารระบุ “{found.quote}” แต่{instead} จึงไม่แน่ใจว่าเป็นของปีใด")


def _offered(
    candidate: Candidate, wanted: FiscalYear | None, covers: bool, not_after: Sequence[str]
) -> YearFound | None:
    if candidate.member:  # a document in an archive: its own name comes before what is said of the archive
        own = [mention for mention in year_mentions_in_name(candidate.member) if mention.form != "christian"]
        if (mention := _best(own, wanted, covers)) is not None:
            return _found(mention, "url", wanted, covers)
    # The row around a link may hold other links too; it speaks for this one only where the link says nothing itself.
    row = candidate.row if is_generic(candidate.link_text) else None
    for text in (candidate.link_text, row, candidate.heading):
        mention = _best(own_years(text, not_after), wanted, covers) if text else None
        if mention is not None:
            return _found(mention, "link", wanted, covers)
    # A folder says where a file is kept (/ita/2569/), only its name of which year it is.
    in_name = [m for m in year_mentions_in_name(file_name(candidate.url)) if m.form != "christian"]
    mention = _best(in_name, wanted, covers)
    return _found(mention, "url", wanted, covers) if mention is not None else None


def _against_text(offered: YearFound, in_text: YearFound | None, mentions: Sequence[YearMention]) -> YearFound:
    """The link says one year; where the document plainly says another and never the link's, the document is right."""
    if in_text is None or in_text.be is None or in_text.be == offered.be:
        return offered
    doubt = f"{_named_by(offered)}ระบุปี {offered.be} แต่เนื้อหากล่าวถึงปี {in_text.be}"
    # The day on which a report was signed lies in the next year, and names that no more than its text does.
    counted = Counter(mention.be for mention in mentions if _is_plain(mention)) or Counter(m.be for m in mentions)
    named = counted[offered.be or 0]
    if not named:
        return YearFound(in_text.be, in_text.basis, in_text.quote, doubt)
    # Named here and there, while the text speaks of another year throughout: neither is sure.
    is_drowned = counted[in_text.be or 0] >= max(DROWNED, DROWNED * named)
    return YearFound(None, "none", None, doubt) if is_drowned else offered


def _named_by(offered: YearFound) -> str:
    return "ชื่อไฟล์" if offered.basis == "url" else "ลิงก์"


def _is_plain(mention: YearMention) -> bool:
    return mention.form in {"fiscal", "span", "year", "month", "quarter"}


def _best(mentions: Sequence[YearMention], wanted: FiscalYear | None, covers: bool) -> YearMention | None:
    usable = [mention for mention in mentions if mention.form in _PLAIN and (covers or mention.form != "span")]
    usable = usable or [mention for mention in mentions if mention.form == "span"]
    if not usable:
        return None
    plainest = min(_PLAIN[mention.form] for mention in usable)
    if covers and wanted is not None:
        covering = [mention for mention in usable if _covers(mention, wanted)]
        if covering:
            return covering[0]
    same = [mention for mention in usable if _PLAIN[mention.form] == plainest]
    return next((mention for mention in same if wanted is not None and mention.be == wanted.be), same[0])


def _covers(mention: YearMention, wanted: FiscalYear) -> bool:
    return mention.last_be is not None and mention.be <= wanted.be <= mention.last_be


def _is_within(mention: YearMention, span: YearMention) -> bool:
    return span.last_be is not None and span.be <= mention.be <= span.last_be


def _found(mention: YearMention, basis: YearBasis, wanted: FiscalYear | None, covers: bool) -> YearFound:
    if covers and wanted is not None and _covers(mention, wanted):
        return YearFound(wanted.be, basis, mention.quote)
    return YearFound(mention.last_be or mention.be, basis, mention.quote)


def _text_year(mentions: Sequence[YearMention], wanted: FiscalYear | None) -> YearFound | None:
    """The year that the text speaks of most, by its plainest form; an unbroken tie is no year.

    A budget year that is named once, in a text whose many dates all are of a later year, may be that of the money only.
    """
    for forms in ({"fiscal"}, {"year", "month", "quarter", "short"}, {"date"}):
        counted = Counter(mention.be for mention in mentions if mention.form in forms)
        if not counted:
            continue
        top = counted.most_common()
        best = [be for be, count in top if count == top[0][1]]
        asked = wanted.be if wanted is not None and wanted.be in best else None
        if len(best) > 1 and asked is None:
            return None
        be = asked or best[0]
        quote = next(mention.quote for mention in mentions if mention.be == be and mention.form in forms)
        dated = Counter(mention.be for mention in mentions if mention.form == "date")
        if counted.total() == 1 and "fiscal" in forms and dated.total() >= DROWNED and min(dated) > be:
            doubt = f"กล่าวถึง “{quote}” เพียงแห่งเดียว แต่วันที่ในเอกสาร {dated.total()} แห่งอยู่ในปีงบประมาณหลังจากนั้น"
            return YearFound(None, "none", None, doubt)
        return YearFound(be, "text", quote)
    return None


def _span_year(mentions: Sequence[YearMention], wanted: FiscalYear | None) -> YearFound | None:
    """The span of years for which a plan says it is made, the one named most; text_years leaves out those of others."""
    spans = Counter((mention.be, mention.last_be) for mention in mentions if mention.form == "span")
    if not spans:
        return None
    top, _ = spans.most_common(1)[0]
    own = next(mention for mention in mentions if mention.form == "span" and (mention.be, mention.last_be) == top)
    return _found(own, "text", wanted, covers=True)


def _metadata_year(page: Page | None) -> YearFound | None:
    """A page's own date of publication; a file's creation date is when it was typed, and proves nothing."""
    published = page.metadata.get("published") if page is not None else None
    mention = _best(year_mentions(published), None, covers=False) if published else None
    return YearFound(mention.be, "metadata", mention.quote) if mention is not None else None
