"""What becomes of a check's result by what else is known of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from oit_checker.model.checklist import Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.model.labels import BY_ALT


def not_shown(component: Component) -> ComponentResult:
    """A title over text that only promises content shows nothing, whatever words stand in it."""
    return ComponentResult(
        id=component.id,
        label=component.label_th,
        required=component.required,
        status=ComponentStatus.NOT_FOUND,
        basis=component.basis.value,
        note="เอกสารมีแต่ข้อความรอเนื้อหา",
    )


def unless_elsewhere(result: ComponentResult, in_file: ComponentResult) -> ComponentResult:
    """A lack in the item's own part, or a doubt where another part of the file shows the component."""
    if in_file.status is not ComponentStatus.FOUND:
        return result
    note = "พบในส่วนอื่นของไฟล์ ไม่ใช่ในส่วนที่เป็นเรื่องของข้อนี้ โปรดเปิดดู"
    return replace(in_file, status=ComponentStatus.UNREADABLE, note=note, by_ocr=False, parts=())


def unless_named(result: ComponentResult, told: ComponentResult) -> ComponentResult:
    """What is told of a component beside its names; a doubt where it is only named.

    Its words stand in a list of what is to be shown, a heading with nothing below, or a remark on where it is kept.
    """
    if told.status is ComponentStatus.FOUND:
        return told
    note = (
        f"“{result.snippet}” เป็นเพียงชื่อหัวข้อ รายการที่ต้องแสดง หรือข้อความว่าเอกสารอยู่ที่อื่น ไม่พบเนื้อหาของเรื่องนี้ "
        "โปรดเปิดดู และเพิ่มเนื้อหาหากยังไม่มี"
    )
    return replace(result, status=ComponentStatus.UNREADABLE, note=note, by_ocr=False, parts=())


def withdrawn(result: ComponentResult) -> ComponentResult:
    """A component that only OCR found, taken back to a doubt."""
    return replace(result, status=ComponentStatus.UNREADABLE, by_ocr=False) if result.by_ocr else result


def together(asked: Iterable[Component], results: Sequence[ComponentResult]) -> tuple[ComponentResult, ...]:
    """What a page shows of an item, each component seen beside the others."""
    return unless_by_alt_alone(only_in_same(asked, results))


def only_in_same(asked: Iterable[Component], results: Sequence[ComponentResult]) -> list[ComponentResult]:
    """The results, those left out that a document shows without the component in which they are asked for.

    What could not be read may be there: then they stand.
    """
    told = {result.id: result for result in results}
    lacking = {id for id, result in told.items() if result.status is ComponentStatus.NOT_FOUND}
    for component in asked:
        if component.in_same in lacking and component.id not in lacking:
            note = f"มีถ้อยคำของเรื่องนี้ แต่เอกสารนี้ไม่แสดง “{told[component.in_same].label}”"
            cleared = replace(told[component.id], status=ComponentStatus.NOT_FOUND, snippet=None, place=None, parts=())
            told[component.id] = replace(cleared, note=note, by_ocr=False)
    return list(told.values())


def unless_by_alt_alone(results: Sequence[ComponentResult]) -> tuple[ComponentResult, ...]:
    """The results, those that rest on what pictures are said to show as doubts where nothing else was found."""
    found = [result for result in results if result.status is ComponentStatus.FOUND]
    if not found or not all((result.place or "").endswith(f"({BY_ALT})") for result in found):
        return tuple(results)
    note = "มีเพียงคำบรรยายภาพ (alt) ซึ่งผู้เปิดหน้าเว็บมองไม่เห็น โปรดเปิดดูว่าในภาพแสดงครบ"
    doubted = {result.id: replace(result, status=ComponentStatus.UNREADABLE, note=note) for result in found}
    return tuple(doubted.get(result.id, result) for result in results)
