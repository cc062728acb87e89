"""What is said in Thai of pages made by script: of evidence that only a browser shows, and of the whole run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from oit_checker.documents.shown import shows_much_more
from oit_checker.documents.year_labels import years_named
from oit_checker.model.evidence import Evidence, EvidenceWarning, Finding, WarningKind
from oit_checker.model.labels import RENDER_LACK
from oit_checker.model.rendering import Choice, Lack, Rendering
from oit_checker.snapshot import Snapshot

_MOST_NAMED = 3
_REMEDY: dict[Lack, str] = {
    Lack.NO_BROWSER: (
        "หากต้องการให้โปรแกรมเห็น ให้ผู้ดูแลเครื่องติดตั้งด้วยคำสั่ง sudo apt-get install chromium-headless-shell "
        "(หรือ chromium) แล้วตรวจใหม่"
    ),
    Lack.NO_DRIVER: (
        "หากต้องการให้โปรแกรมเห็น ให้ผู้ดูแลเครื่องติดตั้งส่วนเสริม oit-checker[js] และ chromium-headless-shell แล้วตรวจใหม่"
    ),
    Lack.SWITCHED_OFF: "เปิดได้ด้วย --render auto",
    Lack.PAGES_PER_RUN: "เพิ่มได้ด้วย --max-rendered",
    Lack.OUT_OF_TIME: "เพิ่มเวลาได้ด้วย --max-minutes",
}
_LOOK = "โปรดเปิดหน้านั้นด้วยตนเอง"


def rendering_notes(rendering: Rendering) -> tuple[str, ...]:
    """Sentences on the pages made by script: how many were opened in a browser, which were not, why, and what helps."""
    notes = []
    if rendering.pages:
        notes.append(
            f"เปิดหน้าที่แสดงเนื้อหาด้วยสคริปต์ในเบราว์เซอร์ {rendering.pages:,} ครั้ง "
            "ผู้ที่เปิดหน้าเหล่านี้โดยไม่ใช้ JavaScript จะไม่เห็นเนื้อหา ควรให้เว็บไซต์ส่งเนื้อหาและลิงก์มาในหน้าเว็บโดยตรง"
        )
    notes += [_left_note(rendering, lack) for lack in Lack if rendering.counts.get(lack)]
    by_year = [choice for choice in rendering.choices if years_named(choice.words)]
    return (*notes, *map(_choice_note, by_year[:_MOST_NAMED]))


def _left_note(rendering: Rendering, lack: Lack) -> str:
    pages = [page.url for page in rendering.left if page.why is lack][:_MOST_NAMED]
    count = rendering.counts[lack]
    note = f"หน้าที่แสดงเนื้อหาด้วยสคริปต์ {count:,} หน้า โปรแกรมไม่เห็นเนื้อหาหรือเห็นไม่ครบ"
    note = f"{note} เพราะ{RENDER_LACK[lack]}: {' · '.join(pages)}"
    return f"{note} {_REMEDY.get(lack, _LOOK)}"


def _choice_note(choice: Choice) -> str:
    seen = f"หน้า {choice.page} แสดงรายการเพิ่มด้วยสคริปต์เมื่อเลือก “{choice.words}” ในหน้า โดยลิงก์ของหน้าไม่ได้ระบุสิ่งที่เลือก"
    if choice.shown_at is not None:
        return f"{seen} หากส่งเป็นหลักฐาน โปรดใช้ลิงก์ {choice.shown_at} ซึ่งเปิดแล้วเห็นรายการนั้นทันที"
    return f"{seen} ผู้ประเมินที่เปิดลิงก์จะไม่เห็นรายการนั้น ควรทำให้แต่ละตัวเลือกมีที่อยู่ (URL) ของตนเอง"


def with_rendering(findings: Sequence[Finding], snapshot: Snapshot) -> tuple[Finding, ...]:
    """The findings with a warning on each piece that only a browser shows, or only after a choice."""
    if not snapshot.manifest.rendering.pages:
        return tuple(findings)
    shown = _Shown(snapshot)
    return tuple(replace(one, evidence=tuple(map(shown.told, one.evidence))) for one in findings)


class _Shown:
    """What the records of a crawl tell of links that only a browser showed."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._sent: set[str] = set()
        self._on: dict[str, str] = {}
        self._by_choice: dict[str, Choice] = {}
        self._choices: dict[str, Choice] = {}
        as_opened: set[str] = set()
        for record in snapshot.pages():
            page, links = record.fetched.final_url, {link.url for link in record.links}
            if not record.is_rendered:
                self._sent |= links
                continue
            for url in links:
                self._on.setdefault(url, page)
            if record.choice is None:
                as_opened |= links
                continue
            at = page if page != record.parent else None
            choice = Choice(record.parent or page, record.choice, at)
            if years_named(choice.words):
                self._choices.setdefault(choice.page, choice)
            for url in links:
                self._by_choice.setdefault(url, choice)
        for url in self._by_choice.keys() & (as_opened | self._sent):
            del self._by_choice[url]

    def told(self, piece: Evidence) -> Evidence:
        found = tuple(self._warnings(piece))
        return replace(piece, warnings=(*piece.warnings, *found)) if found else piece

    def _warnings(self, piece: Evidence) -> Iterator[EvidenceWarning]:
        if piece.url in self._on and piece.url not in self._sent:
            message = (
                f"ลิงก์นี้เห็นได้เฉพาะเมื่อเปิดหน้า {self._on[piece.url]} ด้วยเบราว์เซอร์ที่รัน JavaScript "
                "ผู้ที่ไม่ใช้ JavaScript จะไม่เห็น ควรใส่ลิงก์ไว้ในหน้าเว็บโดยตรง"
            )
            yield EvidenceWarning(WarningKind.NEEDS_JAVASCRIPT, message, piece.link_text or None)
        elif shows_much_more(self._snapshot, piece.final_url):
            message = (
                "เนื้อหาของหน้านี้เห็นได้เฉพาะเมื่อเปิดด้วยเบราว์เซอร์ที่รัน JavaScript ผู้ที่ไม่ใช้ JavaScript จะไม่เห็น "
                "ควรให้เว็บไซต์ส่งเนื้อหามาในหน้าเว็บโดยตรง"
            )
            yield EvidenceWarning(WarningKind.NEEDS_JAVASCRIPT, message, piece.document_title)
        choice = self._by_choice.get(piece.url) or self._choices.get(piece.final_url)
        if choice is not None:
            yield EvidenceWarning(WarningKind.CHOICE_NOT_IN_LINK, _of_choice(choice, piece), choice.words)


def _of_choice(choice: Choice, piece: Evidence) -> str:
    seen = f"หน้า {choice.page} แสดงรายการนี้เมื่อเลือก “{choice.words}” ในหน้าแล้วเท่านั้น ผู้ประเมินที่เปิดลิงก์ของหน้าจะเห็นรายการอื่น"
    if piece.final_url == choice.page:
        seen = f"หน้านี้มีรายการอื่นที่เห็นเมื่อเลือก “{choice.words}” ในหน้าแล้วเท่านั้น ผู้ประเมินที่เปิดลิงก์จะเห็นหน้าตามที่เปิดครั้งแรก"
    if choice.shown_at is not None:
        return f"{seen} โปรดใช้ลิงก์ {choice.shown_at} ซึ่งเปิดแล้วเห็นรายการที่เลือกทันที"
    if piece.url != choice.page:
        return f"{seen} โปรดส่งลิงก์ของเอกสารโดยตรง หรือทำให้แต่ละตัวเลือกมีที่อยู่ (URL) ของตนเอง"
    return f"{seen} โปรดทำให้แต่ละตัวเลือกมีที่อยู่ (URL) ของตนเอง"
