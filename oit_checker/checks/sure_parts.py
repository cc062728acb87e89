"""A page without the parts of which it is not sure that they tell anything to who opens it."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from oit_checker.model.page import Page, Passage, Unsure

_WHY = {
    Unsure.CLOSED: "ข้อความนี้ถูกซ่อนไว้ในหน้าเว็บ และโปรแกรมไม่พบปุ่ม แท็บ หรือหัวข้อที่กดเปิดได้ ประชาชนอาจมองไม่เห็น",
    Unsure.ALT: "มีเฉพาะในคำบรรยายภาพ (alt) ซึ่งผู้เปิดหน้าเว็บมองไม่เห็น และโปรแกรมไม่ได้อ่านข้อความในภาพ",
}


def without_unclear_heads(page: Page) -> Page | None:
    """The document without heads of tables in which some column is empty, nothing says which; None without any."""
    if not page.unclear_heads:
        return None
    passages = tuple(replace(passage, text=_clear(passage, page)) for passage in page.passages)
    return replace(page, passages=passages, tables=(), unclear_heads=())


def in_plain_sight(page: Page) -> Page | None:
    """The page with nothing but what is shown as it opens, or with a click that we know; None where that is all."""
    return _without(page, frozenset(Unsure))


def without_closed(page: Page) -> Page | None:
    """The page without what is hidden; None where nothing is."""
    return _without(page, frozenset((Unsure.CLOSED,)))


def _without(page: Page, kinds: frozenset[Unsure]) -> Page | None:
    if kinds.isdisjoint(_kinds(page)):
        return None
    passages = tuple(passage for passage in page.passages if passage.unsure not in kinds)
    return replace(page, passages=passages, tables=tuple(table for table in page.tables if table.unsure not in kinds))


def why_unsure(page: Page) -> str:
    """Thai words for why the parts that `in_plain_sight` leaves out may show nothing."""
    kinds = _kinds(page)
    return " หรือ".join(why for kind, why in _WHY.items() if kind in kinds)


def _kinds(page: Page) -> set[Unsure]:
    kinds = (*(passage.unsure for passage in page.passages), *(table.unsure for table in page.tables))
    return {kind for kind in kinds if kind is not None}


def _clear(passage: Passage, page: Page) -> str:
    heads = (line for number, line in page.unclear_heads if number == passage.page_no)
    return reduce(lambda text, line: text.replace(line, " ", 1), heads, passage.text)
