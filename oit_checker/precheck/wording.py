"""The audit's findings in words that fit a file on disk: nothing has been published yet, and no link was opened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from oit_checker.judge import run_notes
from oit_checker.judge.scans import JUDGE_AGAIN
from oit_checker.model.checklist import Checklist, Item
from oit_checker.model.evidence import Evidence, Finding, Gap, GapKind, NearMiss
from oit_checker.model.labels import NEEDS_PASSWORD, VERIFICATION
from oit_checker.model.page import Page

SITE_CHECKS = frozenset(("link_to", "pictures"))
"""Checks of what a page leads to and looks like; a document on disk neither shows nor lacks it."""

ONLY_ON_SITE = "ตรวจเฉพาะตัวเอกสาร ยังไม่ได้ตรวจสิ่งที่เห็นได้จากเว็บไซต์เท่านั้น: ลิงก์ เมนู หน้า ITA และการเปิดไฟล์จากภายนอกหน่วยงาน"
NOT_NAMED = "พบองค์ประกอบครบ แต่ชื่อเอกสารไม่ได้ระบุว่าเป็นเรื่องของข้อนี้ โปรดยืนยันด้วยตนเอง หรือระบุเรื่องไว้ที่ชื่อเอกสาร"
OWNER_UNKNOWN = (
    "ยังไม่ได้ตรวจว่าเอกสารเป็นของหน่วยงานใด เพราะไม่ได้ระบุชื่อหน่วยงาน โปรดดูชื่อหน่วยงานในเอกสารด้วยตนเอง "
    "หรือตรวจอีกครั้งโดยระบุ --agency ตามด้วยชื่อเต็มของหน่วยงาน"
)
SEEN_ON_SITE = "ดูได้จากเว็บไซต์เท่านั้น"


def in_words_of_files(finding: Finding, item: Item, names: Mapping[str, str]) -> Finding:
    """The finding with file names for addresses, and with advice on what to do before publishing.

    names gives the name of a file as the officer knows it, by the address that the engine was given.
    """
    return replace(
        finding,
        evidence=tuple(_evidence(piece, names) for piece in finding.evidence),
        gaps=tuple(_gap(gap, finding, item, names) for gap in finding.gaps),
        near_misses=tuple(_near(near, names) for near in finding.near_misses),
    )


def not_judged(
    items: Sequence[Item],
    checklist: Checklist,
    left_out: int,
    most: int,
    pages: Iterable[Page] = (),
    agency: str | None = None,
) -> tuple[str, ...]:
    """What was not looked at, in Thai: what only the site shows, and what our limits or lacks kept from being read.

    agency is the name whose documents these should be; without one nobody looked whose they are.
    pages are the documents; how much of their scans OCR read is told too.
    """
    said = [ONLY_ON_SITE] if agency else [ONLY_ON_SITE, OWNER_UNKNOWN]
    for item in items:
        on_site = [f"“{c.label_th}”" for c in item.components if c.check in SITE_CHECKS]
        if on_site:
            said.append(f"{item.code}: {' '.join(on_site)} {SEEN_ON_SITE}")
    if left_out:
        said.append(f"อ่านเพียง {most:,} ไฟล์แรก ยังไม่ได้อ่านอีก {left_out:,} ไฟล์ โปรดแบ่งตรวจทีละโฟลเดอร์")
    said += [note.replace(JUDGE_AGAIN, "แล้วตรวจอีกครั้ง").replace("หลักฐาน", "เอกสาร") for note in run_notes(pages)]
    if checklist.status != "confirmed":
        said.append("รายการตรวจยังไม่ได้เทียบกับคู่มือฉบับเต็มของปีนี้ โปรดเทียบกับคู่มือก่อนใช้ผล")
    return tuple(said)


def _evidence(piece: Evidence, names: Mapping[str, str]) -> Evidence:
    name = _name(piece.url, names)
    return replace(piece, url=name, final_url=name, link_text=name)


def _near(near: NearMiss, names: Mapping[str, str]) -> NearMiss:
    return replace(near, url=_name(near.url, names))


def _gap(gap: Gap, finding: Finding, item: Item, names: Mapping[str, str]) -> Gap:
    url = _name(gap.url, names) if gap.url else None
    if gap.kind is GapKind.MISSING:
        return replace(gap, url=url, message=_missing(finding), advice=_to_show(item))
    if gap.kind is GapKind.BROKEN_LINK:
        piece = next(piece for piece in finding.evidence if piece.url == gap.url)
        message = f"เปิดไฟล์ “{url}” ไม่ได้: {VERIFICATION[piece.verification]}"
        return replace(
            gap, url=url, message=message, advice="เปิดต้นฉบับแล้วบันทึกหรือส่งออกเป็นไฟล์ใหม่ แล้วตรวจอีกครั้ง", quote=None
        )
    if gap.kind is GapKind.NOT_PUBLIC:
        return replace(gap, url=url, message=f"เปิดอ่าน “{url}” ไม่ได้: {NEEDS_PASSWORD}", quote=None)
    if gap.kind is GapKind.WRONG_YEAR and not gap.advisory:
        advice = f"ใช้ฉบับปีงบประมาณ พ.ศ. {finding.required_fiscal_year} หรือแก้ปีในชื่อเอกสาร หากเนื้อหาเป็นของปีนั้นแล้ว"
        return replace(gap, url=url, advice=advice)
    advice = gap.advice.replace(" หรือเพิ่มลิงก์ไปยังหน้าที่แสดงข้อมูลนี้", " หรือเผยแพร่คู่กับเอกสารที่มีข้อมูลนี้")
    return replace(gap, url=url, advice=advice)


def _missing(finding: Finding) -> str:
    """No document is evidence of the item; what stands nearest is told."""
    if not finding.near_misses:
        return "ไม่มีเอกสารที่ใช้เป็นหลักฐานของข้อนี้ได้"
    return f"เอกสารที่ให้ตรวจไม่ใช่หลักฐานของข้อนี้: {finding.near_misses[0].message}"


def _to_show(item: Item) -> str:
    parts = " · ".join(c.label_th for c in item.components if c.required and not c.applies_to)
    return f"จัดทำหรือเลือกเอกสารของข้อนี้ สิ่งที่ควรแสดง: {parts}"


def _name(url: str, names: Mapping[str, str]) -> str:
    return names.get(url, unquote(url))
