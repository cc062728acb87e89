"""Pictures that their own captions name as another thing hide nothing of what is asked for."""

from __future__ import annotations

import re

from oit_checker.checks.matter import Matter
from oit_checker.checks.person_names import NAME
from oit_checker.model.checklist import Component
from oit_checker.model.page import Page, PageKind, Unsure
from oit_checker.patterns import regex
from oit_checker.thai.text import squeeze

_ELSE = regex(
    r"แบนเนอร์|banner|โลโก้|logo|ตราสัญลักษณ์|ตราประจำ|อาคาร|สถานที่|ที่ทำการ|สำนักงานใหญ่|กิจกรรม|บรรยากาศ|แผนที่|ทิวทัศน์|ภาพปก|ประชาสัมพันธ์|ภาพหมู่",
    re.IGNORECASE,
)
_CHART = regex(r"ผัง|แผนภูมิ|โครงสร้าง|chart|structure", re.IGNORECASE)


def said_to_show_else(page: Page, *, or_persons: bool = False) -> list[str]:
    """What pictures of a page are said to show that is no portrait: a building, a banner, a chart.

    or_persons: that is no chart, but one of those or of a person.
    """
    captions = [one.text for one in page.passages if one.unsure is Unsure.ALT]
    is_asked = _CHART if or_persons else NAME
    named = [text for text in captions if is_asked.search(text) is None]
    return [text for text in named if _ELSE.search(text) or (NAME if or_persons else _CHART).search(text)]


def may_be_in_pictures(component: Component, matter: Matter) -> bool:
    """Whether a picture of the page may show the component: one without a caption, or whose caption may mean it."""
    page = matter.page
    if not component.in_pictures or not page.pictures:
        return False
    apart = matter.folded_words(component.pictured_apart)
    if not apart or page.kind is not PageKind.HTML:
        return True
    captions = [one.text for one in page.passages if one.unsure is Unsure.ALT]
    # A site may give each picture the title of its page: that says nothing of the picture.
    own = [matter.fold(text) for text in captions if squeeze(text) not in squeeze(page.title or "")]
    asked = matter.folded_words((*component.keywords, *component.with_.get("headings", ())))
    named = [text for text in own if _names(text, apart) and not _names(text, asked)]
    return len(named) < max(page.pictures, len(captions))


def _names(text: str, words: tuple[str, ...] | list[str]) -> bool:
    return any(word in text for word in words)
