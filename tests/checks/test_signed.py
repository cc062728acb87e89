"""A declaration that the top executive signed: its day, its signer's name and post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind

Ask = Callable[..., ComponentResult]
DECLARED = "ประกาศเจตนารมณ์ ข้าพเจ้าและบุคลากรทุกคนจะไม่รับของขวัญ"
DATED = "ประกาศ ณ วันที่ 5 มกราคม 2569"

CITED = "ตามหนังสือกระทรวงตัวอย่าง ลงวันที่ 2 ตุลาคม 2568"
EARLIER = "ประกาศ ณ วันที่ 2 ตุลาคม 2567 (นายขวัญ ดีใจ) อธิบดี"
FILL = ("ขอให้บุคลากรทุกคนถือปฏิบัติโดยเคร่งครัด",) * 8


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param((DATED, "(นายก้อง ดีใจ)", "อธิบดี"), "found", id="signed"),
        pytest.param(("ประกาศ ณ วันที่ ๕ มกราคม ๒๕๖๙", "(นายก้อง ดีใจ)", "อธิบดี"), "found", id="Thai digits"),
        pytest.param((), "found", id="without a signature in words, as in a picture"),
        pytest.param(("ลงชื่อ ..................", "(นายก้อง ดีใจ)", "นายกเทศมนตรี"), "found", id="a line to sign on"),
        pytest.param(("ประกาศ ณ วันที่ ...... มกราคม 2569", "(นายก้อง ดีใจ)", "อธิบดี"), "unreadable", id="no day"),
        pytest.param((DATED, "(...............................)", "อธิบดี"), "unreadable", id="no name"),
        pytest.param(
            ("ประกาศ ณ วันที่       ธันวาคม พ.ศ. 2568", "(นายก้อง ดีใจ)", "อธิบดี"), "unreadable", id="spaces for a day"
        ),
        pytest.param(
            ("ให้ไว้ ณ วันที่    เดือน      พ.ศ. ๒๕๖๙", "(นายก้อง ดีใจ)"), "unreadable", id="spaces for day and month"
        ),
        pytest.param(("ประกาศ ณ วันที่ 5 เดือน      พ.ศ. 2569", "(นายก้อง ดีใจ)"), "unreadable", id="spaces for a month"),
        pytest.param((DATED, "(                        )", "อธิบดี"), "unreadable", id="spaces for a name"),
        pytest.param(("ประกาศ ณ วันที่      5    มกราคม     2569", "(นายก้อง ดีใจ)"), "found", id="a filled day, wide gaps"),
        pytest.param(("ประกาศ ณ วันที่ ...5... เดือน ...มกราคม... พ.ศ. ...2569...", "(นายก้อง ดีใจ)"), "found", id="on dots"),
        pytest.param((DATED, "นายก้อง ดีใจ", "(      )", "อธิบดี"), "found", id="a name above its brackets"),
        pytest.param((DATED, "(      )", "อธิบดี", "นายก้อง ดีใจ"), "found", id="a name that the text layer puts last"),
        pytest.param((DATED, "อธิบดี", "แบบสำรวจ", "( ) เห็นด้วย", "( ) ไม่เห็นด้วย"), "found", id="boxes to tick"),
        pytest.param(("ตามประกาศ ณ วันที่ ธันวาคม 2567", DATED, "(นายก้อง ดีใจ)"), "found", id="a month cited"),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "อธิบดี", "แบบรายงาน", "ณ วันที่ ........", "(..............)"),
            "found",
            id="signed, with a form behind it",
        ),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการกองคลัง"), "unreadable", id="the head of a division"),
        pytest.param((DATED, "(นางสาวแก้ว ดีใจ)", "หัวหน้าฝ่ายบริหารทั่วไป"), "unreadable", id="the head of a section"),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการกองคลัง รักษาราชการแทน", "นายกเทศมนตรี"), "found", id="in place of the top"
        ),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ปลัดองค์การบริหารส่วนตำบล"), "unreadable", id="a clerk"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ปลัด อบต.บ้านสวน"), "unreadable", id="the clerk, shortened"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "รองนายกเทศมนตรีตำบลบ้านสวน"), "unreadable", id="a deputy mayor"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ประธานสภาเทศบาล"), "unreadable", id="the head of a council"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "รองอธิบดีกรมตัวอย่าง"), "unreadable", id="a deputy of a department"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "รองผู้อำนวยการโรงพยาบาล"), "unreadable", id="a deputy of a hospital"),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "รองอธิบดี ปฏิบัติราชการแทน", "อธิบดีกรมตัวอย่าง"), "found", id="a deputy in place"
        ),
        pytest.param((DATED, "(รองศาสตราจารย์ก้อง ดีใจ)", "อธิการบดี"), "found", id="an associate professor"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "อธิบดี", "(นายขวัญ ดีใจ)", "รองอธิบดี"), "found", id="a deputy beside"),
        pytest.param(("ข้าพเจ้า .................... จะงดรับของขวัญ",), "unreadable", id="I, nobody"),
        pytest.param(("ข้าพเจ้า .......... จะงดรับ", DATED, "(นายก้อง ดีใจ)", "อธิบดี"), "found", id="I, named below"),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "ปลัดเทศบาล ปฏิบัติหน้าที่", "นายกเทศมนตรีตำบลบ้านสวน"), "found", id="a clerk as mayor"
        ),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "รองนายก อบต. รักษาราชการแทน", "นายก อบต.บ้านสวน"), "found", id="a deputy as mayor"
        ),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "นายกองค์การบริหารส่วนตำบลบ้านสวน"), "found", id="the mayor"),
        pytest.param(
            (DATED, "(นายก้อง ดีใจ)", "นายก อบต.", "(นายขวัญ ดีใจ)", "ปลัด อบต."), "found", id="the mayor, with the clerk"
        ),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ปลัดกระทรวงการคลัง"), "found", id="the head of a ministry's office"),
        pytest.param(("รายงานผล", "(นายก้อง ดีใจ)", "หัวหน้าฝ่ายอำนวยการ"), "found", id="a report below, signed by others"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการกองทุนพัฒนา"), "found", id="the head of a fund"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการโรงเรียน"), "found", id="the head of a school"),
        pytest.param((DATED, "(นายก้อง ดีใจ)", "อธิบดี", "(นายขวัญ ดีใจ)", "ผู้อำนวยการกองคลัง"), "found", id="with a witness"),
        pytest.param(
            (CITED, "ประกาศ ณ วันที่ ........", "(นายก้อง ดีใจ)", "อธิบดี"), "unreadable", id="only a letter has a day"
        ),
        pytest.param((CITED, DATED, "(นายก้อง ดีใจ)", "อธิบดี"), "found", id="a letter cited and a day"),
        pytest.param((CITED, *FILL, DATED, "(นายก้อง ดีใจ)", "ผู้อำนวยการกองคลัง"), "unreadable", id="far below a letter"),
        pytest.param((EARLIER, *FILL, DATED, "(นายก้อง ดีใจ)", "หัวหน้าฝ่ายคลัง"), "unreadable", id="a declaration before"),
        pytest.param(("ตามประกาศ ณ วันที่ 2 ตุลาคม 2568", "ณ วันที่ .....", "(นายก้อง ดีใจ)"), "unreadable", id="a cited day"),
    ],
)
@pytest.mark.parametrize("kind", [PageKind.DOCX, PageKind.PDF])
def test_who_signed_a_declaration(ask: Ask, lines: tuple[str, ...], expected: str, kind: PageKind) -> None:
    words = ("ประกาศเจตนารมณ์", "ไม่รับของขวัญ")
    assert ask("signed", DECLARED, *lines, keywords=words, kind=kind, min_count=2).status == expected
    assert ask("signed", "ประชุมประจำเดือน", *lines, keywords=words, kind=kind, min_count=2).status == "not_found"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        *((name, "unreadable") for name in ("ร้อยละ 80", "นายกเทศมนตรีตำบลบ้านสวน", "พันธกิจ", "พลเมืองดี", "พ.ศ. 2569")),
        *((name, "unreadable") for name in ("นายกองค์การบริหารส่วนตำบล", "นายกสภามหาวิทยาลัย", "ร้อยเอ็ด", "ม.3")),
        *(
            (name, "found")
            for name in ("นายกอบชัย ดีใจ", "นายกองแก้ว ดีใจ", "ร้อยเอกก้อง ดีใจ", "พ.ต.อ. ก้อง ดีใจ", "พลเรือเอก ก้อง ดีใจ")
        ),
        *(
            (name, "found")
            for name in ("จ.ส.อ. ก้อง ดีใจ", "ศาสตราจารย์ก้อง ดีใจ", "พันจ่าเอก ก้อง ดีใจ", "ม.ล. ก้อง ดีใจ", "พล.ต.ต. ก้อง ดีใจ")
        ),
    ],
)
def test_who_has_a_name(ask: Ask, named: str, expected: str) -> None:
    """Beside dots where a name is to stand, another pair of brackets helps only if it names a person."""
    lines = (DECLARED, DATED, f"({named})", "(....................)", "อธิบดี")
    assert ask("signed", *lines, keywords=("ประกาศเจตนารมณ์",), kind=PageKind.DOCX).status == expected


@pytest.mark.parametrize("line", ["ประกาศ ณ วันที่      ธันวาคม พ.ศ. 2568", "ประกาศ ณ วันที่ 5 มกราคม 2569 (        ) อธิบดี"])
def test_what_a_scan_leaves_open_was_written_by_hand(ask: Ask, line: str) -> None:
    lines, words = (DECLARED, line), ("ประกาศเจตนารมณ์",)
    assert ask("signed", *lines, keywords=words, kind=PageKind.PDF, page={"scans": (1,)}).status == "found"
    assert ask("signed", *lines, keywords=words, kind=PageKind.PDF).status == "unreadable"
