"""A document that its title calls something else than what is asked for.

An advert for one post (ประกาศ … เรื่อง รับสมัครบุคคล …) says how that post is filled, appraised and paid; it lays down
none of the agency's criteria. หลักเกณฑ์การรับสมัคร are criteria: only the word with which the title begins tells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from oit_checker.checks.observation import Observation, absent
from oit_checker.model.checklist import Component
from oit_checker.model.page import Page
from oit_checker.thai.text import fold, squeeze

_QUOTED = 80
_MAKER = 60  # folded letters between ประกาศ and เรื่อง in which the agency's name stands


def called_otherwise(component: Component, page: Page) -> Observation | None:
    """A lack, with the title, where it begins with a word of another thing; None where it does not."""
    if not component.not_titled or not page.title or not _begins(component.not_titled).match(fold(page.title)):
        return None
    return absent(f"เอกสารนี้ชื่อ “{squeeze(page.title)[:_QUOTED]}” ซึ่งเป็นเอกสารอีกประเภทหนึ่ง")


@lru_cache(maxsize=16)
def _begins(words: Sequence[str]) -> re.Pattern[str]:
    """A pattern of a folded title that begins with one of the words, apart from ประกาศ, its maker and เรื่อง."""
    before = f"[^ก-๎]*(?:ประกาศ(?:.{{0,{_MAKER}}}?{fold('เรื่อง')})?)?(?:การ|เปิด)?"
    return re.compile(f"{before}(?:{'|'.join(re.escape(fold(word)) for word in words)})")
