"""Which scans are read first, and what is said in Thai of what OCR read and what it did not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from oit_checker.judge.status import Piece
from oit_checker.model.checklist import Item
from oit_checker.model.evidence import Candidate
from oit_checker.model.labels import BY_OCR, NOT_READ_BY_OCR, OCR_LACK
from oit_checker.model.page import OcrLack, OcrReading, Page, PageKind

JUDGE_AGAIN = "แล้วตัดสินใหม่ด้วย oit-checker judge กับโฟลเดอร์ snapshot"
"""What an audit can do once the program is there; a check of documents is simply made again."""
_REMEDY: dict[OcrLack, str] = {
    OcrLack.NOT_INSTALLED: (
        "หากต้องการให้โปรแกรมอ่าน ให้ผู้ดูแลเครื่องติดตั้งด้วยคำสั่ง sudo apt-get install tesseract-ocr tesseract-ocr-tha "
        + JUDGE_AGAIN
    ),
    OcrLack.NO_THAI: (
        "หากต้องการให้โปรแกรมอ่าน ให้ผู้ดูแลเครื่องติดตั้งด้วยคำสั่ง sudo apt-get install tesseract-ocr-tha " + JUDGE_AGAIN
    ),
    OcrLack.SWITCHED_OFF: "เปิดได้ด้วย --max-ocr-pages",
    OcrLack.PAGES_PER_RUN: "เพิ่มได้ด้วย --max-ocr-pages",
}


def likeliest_first(piece: Piece, candidate: Candidate) -> tuple[bool, bool, float]:
    """A key to sort by: what the agency's list offers, then what names its year, then what matches best."""
    return not piece.listed, piece.evidence.fiscal_year is None, -candidate.weight


def in_turn(
    waiting: Sequence[tuple[Item, Candidate]], is_open: Callable[[Item, Candidate], bool]
) -> Iterator[tuple[str, ...]]:
    """The addresses to read next: of each item the first that waits; after them the next of each that is still open."""
    while waiting := [one for one in waiting if is_open(*one)]:
        first: dict[str, str] = {}
        for item, candidate in waiting:
            first.setdefault(item.code, candidate.url)
        urls = tuple(dict.fromkeys(first.values()))
        yield urls
        waiting = [one for one in waiting if one[1].url not in urls]


def evidence_notes(page: Page) -> tuple[str, ...]:
    """Sentences on the scans of one document; none where it has none, or where OCR was not asked."""
    ocr = page.ocr
    if ocr is None:
        return ()
    numbered = page.kind is PageKind.PDF
    notes = []
    if ocr.pages:
        notes.append(f"{BY_OCR}{_pages(ocr.pages, numbered)} ตัวอักษรและตัวเลขอาจคลาดเคลื่อน จึงไม่ใช้ยืนยันปีหรือยืนยันว่าไม่มี")
    if ocr.blank:
        notes.append(f"ภาพสแกน{_pages(ocr.blank, numbered)} เป็นหน้าว่าง")
    if ocr.left and ocr.lack is not None:
        notes.append(f"{NOT_READ_BY_OCR}{_pages(ocr.left, numbered)}: {OCR_LACK[ocr.lack]}")
    return tuple(notes)


def run_notes(pages: Iterable[Page | None]) -> tuple[str, ...]:
    """Sentences on the scans of all evidence: how much OCR read, how much it left, why, and what helps."""
    readings = [page.ocr for page in pages if page is not None and page.ocr is not None]
    notes = []
    read = sum(len(ocr.pages) for ocr in readings)
    if read:
        files = sum(bool(ocr.pages) for ocr in readings)
        notes.append(f"{BY_OCR} {read:,} หน้า จากหลักฐาน {files:,} ไฟล์ ซึ่งเป็นภาพหรือมีข้อความในไฟล์ที่เสีย")
    notes += [note for lack in OcrLack if (note := _left_note(lack, readings))]
    return tuple(notes)


def _left_note(lack: OcrLack, readings: Sequence[OcrReading]) -> str:
    met = [ocr for ocr in readings if ocr.left and ocr.lack is lack]
    if not met:
        return ""
    pages = sum(len(ocr.left) for ocr in met)
    note = f"{NOT_READ_BY_OCR} {pages:,} หน้า ในหลักฐาน {len(met):,} ไฟล์ เพราะ{OCR_LACK[lack]}"
    return f"{note} {_REMEDY[lack]}" if lack in _REMEDY else note


def _pages(numbers: Sequence[int], numbered: bool) -> str:
    """หน้า 1–3, 7; nothing for a picture, which has no pages."""
    if not numbered:
        return ""
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda placed: placed[1] - placed[0]):
        run = [number for _, number in group]
        runs.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    return f" หน้า {', '.join(runs)}"
