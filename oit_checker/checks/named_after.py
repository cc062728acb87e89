"""A title that says what it is about after what it is: คู่มือการรับบริการผู้ป่วยนอก names a service.

begins       words with which such a title begins (คู่มือการรับบริการ)
not_then     words that name nothing where they follow at once: an agency, a year, the words of the matter itself
min_letters  how many letters the name must have (default 4)

Titles are the page's or document's own, its headings and, of a document, its first lines. What stands behind a dash, a
bar or a bracket in them is the site's name or a remark.

FOUND       คู่มือการรับบริการผู้ป่วยนอก · แนวทางการขอรับบริการ: ตรวจวัดเสียง
NOT FOUND   คู่มือการรับบริการ · คู่มือการรับบริการ ประจำปี 2569 · คู่มือการรับบริการของเทศบาลตัวอย่าง
UNREADABLE  a scanned page: there is no text to look at
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from oit_checker.checks.matter import Matter
from oit_checker.checks.observation import Observation, absent, found
from oit_checker.checks.places import IN_TITLE_OF_DOCUMENT, IN_TITLE_OF_PAGE, place_of
from oit_checker.checks.titled import FIRST_LINES
from oit_checker.model.checklist import Component
from oit_checker.model.page import PageKind
from oit_checker.model.year import FiscalYear
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_ENDS = regex(r"\s[-–—]\s|[|(»]")
_LEADS = regex(r"^(?:ของ|ด้?าน|เรื่?อง|สำหรับ|สาหรับ|งาน)+")
_NO_LETTERS = regex(r"[^ก-๎a-z]")


def named_after(
    component: Component,
    matter: Matter,
    wanted: FiscalYear | None,
    /,
    begins: list[str],
    not_then: Sequence[str] = (),
    min_letters: int = 4,
) -> Observation:
    """Look at the titles for one that goes on with a name."""
    if not matter.holds(begins):
        return absent()
    leads = sorted(matter.folded_words(begins), key=len, reverse=True)
    nothing = matter.folded_words(not_then)
    for title, place in _titles(matter):
        folded = matter.fold(_ENDS.split(title)[0])
        lead = next((lead for lead in leads if folded.startswith(lead)), None)
        name = _NO_LETTERS.sub("", folded[len(lead) :]) if lead is not None else ""
        name = _LEADS.sub("", name)
        if len(name) >= min_letters and not name.startswith(nothing):
            return found(squeeze(title)[:160], place)
    return absent()


def _titles(matter: Matter) -> Iterator[tuple[str, str]]:
    page = matter.page
    is_document = page.kind is not PageKind.HTML
    if page.title:
        yield page.title, IN_TITLE_OF_DOCUMENT if is_document else IN_TITLE_OF_PAGE
    for number, passage in enumerate(page.passages):
        if not passage.names_link and (passage.is_heading or (is_document and number < FIRST_LINES)):
            yield passage.text, place_of(passage)
