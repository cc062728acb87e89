"""Several papers in one file or on one page: an item is judged on the part that bears its title, with that part's year.

Agencies put risk assessment, plan and both reports into one PDF and link it for every item. Its cover names one year at
most; each paper in it names its own. A part begins where a page, or a heading, begins with the title of an item, and
ends where that of another item begins. A paper on one subject is left whole: its chapters name other items in passing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from oit_checker.documents.inner_text import cut
from oit_checker.match.claims import Claims
from oit_checker.match.kinds import begins_with_kind
from oit_checker.match.subject import subjects_of
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.thai.dates import year_mentions

_HEAD = 60  # folded letters in which a part says what it is; an agency's name may stand before
_TITLE_CHARS = 200
_OWN_FORMS = {"fiscal", "year", "short"}


@dataclass(frozen=True, slots=True)
class _Part:
    """Passages of a page, from first to before end (0-based), under the title of an item."""

    code: str
    title: str
    first: int
    end: int


class Parts:
    """The parts of the files of one audit, each cut out once for each item that asks."""

    def __init__(self, claims: Claims) -> None:
        self._claims = claims
        self._known: dict[tuple[int, str], tuple[Page, Page]] = {}
        self._wholes: dict[int, Page] = {}

    def of(self, code: str, page: Page, wanted: FiscalYear | None) -> tuple[Page, Page]:
        """What is judged for an item, and what gives the year.

        Of a web page the part only gives the year: what stands elsewhere on it, a form or an address, serves all.
        """
        if (id(page), code) not in self._known:  # kept with its page, whose identity is then not another's
            part = part_for(code, page, self._claims, wanted) or page
            self._known[id(page), code] = (page, part)
            self._wholes[id(part)] = page
        part = self._known[id(page), code][1]
        return (page if page.kind is PageKind.HTML else part), part

    def whole_of(self, page: Page) -> Page:
        """The file of a part; any other page itself."""
        return self._wholes.get(id(page), page)


def part_for(code: str, page: Page, claims: Claims, wanted: FiscalYear | None) -> Page | None:
    """The part of a page or document that bears the item's title, as a page of its own.

    None where it has none, or is one paper. Of several parts for the item that which names the wanted year is taken.
    """
    parts = list(_parts(page, claims))
    own = [part for part in parts if part.code == code and part.first > 0]
    subjects = subjects_of(page, claims)
    if not own or (subjects and subjects[0].code == code):
        return None
    is_bundle = len({part.code for part in parts}) > 1 or bool(subjects)
    if not is_bundle:
        return None
    return _cut_out(page, next((part for part in own if wanted is not None and _names(part.title, wanted)), own[0]))


def _names(title: str, wanted: FiscalYear) -> bool:
    return any(mention.be == wanted.be for mention in year_mentions(title))


def _parts(page: Page, claims: Claims) -> Iterator[_Part]:
    """The parts in their order; titles of the same item in a row (a running head) are one part's."""
    starts: list[tuple[int, str, str]] = []
    for place in range(len(page.passages)):
        title = _title(page.passages, place, is_web=page.kind is PageKind.HTML)
        code = _item_of(title, claims) if title else None
        if title and code and (not starts or starts[-1][1] != code or _other_year(starts[-1][2], title)):
            starts.append((place, code, title))
    ends = [place for place, _, _ in starts[1:]] + [len(page.passages)]
    for (first, code, title), end in zip(starts, ends, strict=False):  # no start: no part
        yield _Part(code, title, first, end)


def _title(passages: Sequence[Passage], place: int, *, is_web: bool) -> str | None:
    """The words with which a part may begin at that passage: those of a heading, or the first ones of a page."""
    passage = passages[place]
    before = passages[place - 1].page_no if place else None
    is_page = passage.page_no is not None and passage.page_no != before
    if not (passage.is_heading or is_page):
        return None
    text = passage.text
    if is_page and not passage.is_heading:
        text = text[:_TITLE_CHARS]
    if not is_web and not begins_with_kind(text[:_TITLE_CHARS], _HEAD):
        return None
    return _to_its_year(text)


def _to_its_year(text: str) -> str:
    """The title up to the year in it: what follows on the same page is text."""
    own = next((mention for mention in year_mentions(text[:_TITLE_CHARS]) if mention.form in _OWN_FORMS), None)
    return text[: own.end] if own is not None else cut(text, _TITLE_CHARS)


def _other_year(one: str, other: str) -> bool:
    """Whether two titles of the same item name different years: last year's paper and this year's."""
    years = [{mention.be for mention in year_mentions(title)} for title in (one, other)]
    return all(years) and years[0].isdisjoint(years[1])


def _item_of(title: str, claims: Claims) -> str | None:
    """The item that a title most plainly names; one that is only hinted at, or looks like another's, begins no part."""
    named = [claim for claim in claims.of(title).values() if claim.strong and not claim.negative]
    return max(named, key=lambda claim: claim.weight).code if named else None


def _cut_out(page: Page, part: _Part) -> Page:
    passages = page.passages[part.first : part.end]
    pages = {passage.page_no for passage in passages if passage.page_no is not None}
    numbers = range(min(pages), max(pages) + 1) if pages else range(0)
    headings = {passage.text for passage in passages if passage.is_heading}
    ocr = page.ocr
    if ocr is not None:
        ocr = replace(ocr, passages=tuple(passage for passage in ocr.passages if passage.page_no in numbers))
    return replace(
        page,
        title=part.title,
        passages=passages,
        tables=tuple(
            table
            for table in page.tables
            if (table.page_no in numbers if table.page_no is not None else table.heading in headings)
        ),
        laid_out=tuple(table for table in page.laid_out if table.page_no in numbers),
        partly_unreadable=tuple(number for number in page.partly_unreadable if number in numbers),
        scans=tuple(number for number in page.scans if number in numbers),
        damaged=tuple(number for number in page.damaged if number in numbers),
        ocr=ocr,
    )
