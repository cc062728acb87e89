"""A page that holds nothing but one file: a viewer's frame round it, or a button that hands it out."""

from __future__ import annotations

import re

from oit_checker.documents.link_forms import FRAMES
from oit_checker.match.substance import Substance, substance_of
from oit_checker.model.page import Link, Page, PageKind, Unreadable
from oit_checker.patterns import regex
from oit_checker.urls import host_of, is_document, is_media

MOST_OTHER_LINKS = 3
"""Links of a viewer's own (its home, its help) beside the one to its file; a page with more is no mere viewer."""
_HANDS_OUT = regex(r"ดาวน์โหลด|ดาวโหลด|บันทึกไฟล์|download|export=", re.IGNORECASE)
_NO_FILE = regex(r"/maps?[/?.]|maps\.|facebook\.com|youtube|/forms?/|captcha|googletagmanager", re.IGNORECASE)


def only_file(page: Page) -> str | None:
    """The address of the one file that a web page holds and nothing else; None where it holds more, or none.

    A page with words, pictures, a table or a form of its own is no viewer, and one with two files is a list.
    """
    if page.kind is not PageKind.HTML or page.tables or page.fields or page.pictures:
        return None
    if page.unreadable not in {None, Unreadable.NEEDS_SCRIPT, Unreadable.EMPTY}:
        return None
    if page.unreadable is None and substance_of(page) is not Substance.COVER:
        return None
    away = [link for link in page.links if link.url and not link.in_menu and link.url != page.url]
    shown = {link.url for link in away if link.element in FRAMES and not _NO_FILE.search(link.url)}
    handed = {link.url for link in away if link.url not in shown and _hands_out(link)}
    others = {link.url for link in away} - shown - handed
    if len(others) > MOST_OTHER_LINKS or len(shown) > 1 or len(handed) > 1 or any(map(is_media, shown)):
        return None
    if shown and handed:  # a reader for such files may be offered as well, from elsewhere
        return next((url for url in handed if _is_near(url, page.url, *shown)), *shown)
    return next(iter(shown or handed), None)


def _hands_out(link: Link) -> bool:
    return link.element not in FRAMES and (
        is_document(link.url) or _HANDS_OUT.search(f"{link.text} {link.url}") is not None
    )


def _is_near(url: str, *others: str) -> bool:
    return host_of(url) in set(map(host_of, others))
