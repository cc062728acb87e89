"""Personal data that the evidence shows, document by document, with what to do about it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from oit_checker.model.check import CheckedDocument
from oit_checker.model.evidence import Evidence, Finding
from oit_checker.model.labels import PERSONAL_DATA
from oit_checker.model.personal_data import PersonalData, PersonalDataKind
from oit_checker.model.report import GapReport
from oit_checker.privacy.find import IN_ADDRESS, IN_LINK
from oit_checker.privacy.spots import ON_PAGE
from reports.words import document_name

HEADING = "ข้อมูลส่วนบุคคลที่ควรปกปิด"

LEAD = (
    "พบข้อความที่มีลักษณะเป็นข้อมูลส่วนบุคคลในหลักฐานที่เปิดเผยต่อสาธารณะ รายงานนี้ปิดเลขไว้แล้ว "
    "เป็นข้อสังเกตเพื่อคุ้มครองเจ้าของข้อมูล ไม่มีผลต่อคะแนนและสถานะของข้อ "
    "โปรดเปิดดูและให้ผู้รับผิดชอบด้านคุ้มครองข้อมูลส่วนบุคคลของหน่วยงานพิจารณา"
)

LIMIT = (
    "ดูเฉพาะข้อความที่อ่านได้ในหลักฐานของแต่ละข้อ ภาพสแกนและไฟล์อื่นบนเว็บไซต์ยังไม่ได้ดู เลขผู้เสียภาษีและช่องทางติดต่อของเจ้าหน้าที่ไม่นับเป็นข้อสังเกต"
)

_REPLACE = "แล้วอัปโหลดแทนไฟล์เดิม และลบไฟล์เดิมออกจากเว็บไซต์"

_ADVICE: dict[PersonalDataKind, str] = {
    PersonalDataKind.CITIZEN_NUMBER: "ลบหรือปิดเลขประจำตัวประชาชน",
    PersonalDataKind.BANK_ACCOUNT: "ลบหรือปิดเลขที่บัญชีธนาคารของบุคคล",
    PersonalDataKind.MOBILE_NUMBER: "ลบหรือปิดหมายเลขโทรศัพท์ส่วนตัว หากจำเป็นต้องติดต่อให้ใช้หมายเลขของหน่วยงาน",
    PersonalDataKind.HOME_ADDRESS: "ลบหรือปิดบ้านเลขที่ของบุคคล หากจำเป็นให้แสดงเพียงตำบลหรืออำเภอ",
}
_ADVICE_OF_PLACE: dict[str, str] = {
    IN_ADDRESS: "เปลี่ยนชื่อไฟล์ไม่ให้มีเลขประจำตัวประชาชน แก้ลิงก์ตามชื่อใหม่ และลบไฟล์ชื่อเดิมออกจากเว็บไซต์",
    IN_LINK: "แก้ข้อความของลิงก์ไม่ให้มีเลขประจำตัวประชาชน",
}


_ADVICE_BEFORE = {IN_ADDRESS: "เปลี่ยนชื่อไฟล์ไม่ให้มีเลขประจำตัวประชาชน"}


@dataclass(frozen=True, slots=True)
class Warned:
    """One kind of personal data in one document; codes are the items that it serves, places where it stands."""

    url: str
    name: str
    found_on: str
    codes: tuple[str, ...]
    kind: str
    places: tuple[str, ...]
    count: int
    context: str
    advice: str


def warned(report: GapReport) -> tuple[Warned, ...]:
    """What to mask, each document once however many items it serves, in the order of the items."""
    codes: dict[str, list[str]] = {}
    pieces: dict[str, Evidence] = {}
    for finding in report.items:
        for piece in finding.evidence:
            if piece.personal_data:
                pieces.setdefault(piece.url, piece)
                codes.setdefault(piece.url, []).append(finding.code)
    return tuple(line for url, piece in pieces.items() for line in _lines(piece, tuple(dict.fromkeys(codes[url]))))


def told_of(finding: Finding) -> tuple[str, ...]:
    """What to mask in the evidence of one item: kind, number and document, a line each."""
    found = {piece.url: piece for piece in finding.evidence if piece.personal_data}
    lines = (line for piece in found.values() for line in _lines(piece, (finding.code,)))
    return tuple(f"{line.kind} {line.count} แห่ง ใน “{line.name}” {', '.join(line.places)}".rstrip() for line in lines)


def _lines(piece: Evidence, codes: tuple[str, ...]) -> Iterable[Warned]:
    groups: dict[tuple[PersonalDataKind, str], list[PersonalData]] = {}
    for told in piece.personal_data:
        apart = told.place if told.place in _ADVICE_OF_PLACE else ""
        groups.setdefault((told.kind, apart), []).append(told)
    for (kind, apart), told_here in groups.items():
        yield Warned(
            url=piece.url,
            name=document_name(piece),
            found_on=piece.found_on,
            codes=codes,
            kind=PERSONAL_DATA[kind],
            places=tuple(told.place for told in told_here),
            count=sum(told.count for told in told_here),
            context=told_here[0].context,
            advice=_ADVICE_OF_PLACE.get(apart) or f"{_ADVICE[kind]} {_how(told_here[0])}",
        )


def before_publishing(document: CheckedDocument) -> tuple[str, ...]:
    """What to mask in a document that is not published yet: a sentence for each kind and place."""
    return tuple(
        f"พบ{PERSONAL_DATA[told.kind]} {told.count:,} แห่ง ({told.place}) “{told.context}” "
        f"{_ADVICE_BEFORE.get(told.place) or _ADVICE[told.kind]} ก่อนเผยแพร่"
        for told in document.personal_data
    )


def _how(told: PersonalData) -> str:
    return "แล้วบันทึกหน้าเว็บใหม่" if told.place == ON_PAGE else _REPLACE


def one_line(report: GapReport) -> str:
    """The warning in a sentence; empty where there is nothing to warn of."""
    lines = warned(report)
    if not lines:
        return ""
    kinds = " ".join(dict.fromkeys(line.kind for line in lines))
    documents = len({line.url for line in lines})
    return f"พบข้อมูลส่วนบุคคลที่ควรปกปิดในหลักฐาน {documents} รายการ ({kinds}) ดูหัวข้อ “{HEADING}” ในรายงาน"
