"""The kind of a document from several signs: what decides, what is only a hint, and what stays in doubt."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from oit_checker.match.kind_signs import KindFound, kind_of
from oit_checker.model.checklist import DocumentKind as Kind
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind, Passage, Table, Unreadable

ADDRESS = "https://www.example.go.th/files/001.pdf"
PLAN = "แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569"
REPORT = "รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2568"
PLANNED = Table(("โครงการ", "ระยะเวลา", "งบประมาณ", "ผู้รับผิดชอบ"), (("อบรม", "มกราคม", "5,000", "สำนักปลัด"),))
DONE = Table(("โครงการ", "งบประมาณ", "ผลการดำเนินการ"), (("อบรม", "5,000", "จัดอบรมแล้ว 40 คน"),))
TO_BE_DONE = Table(("โครงการ", "ระยะเวลา", "ผู้รับผิดชอบ", "ผลการดำเนินการ"), (("อบรม", "มกราคม", "สำนักปลัด", ""),))


def document(title: str | None, *texts: str, tables: Sequence[Table] = (), kind: PageKind = PageKind.DOCX) -> Page:
    return Page(ADDRESS, kind, title, tuple(Passage(text) for text in texts), tuple(tables))


def told(page: Page, *asked: Kind, link: str = "", url: str = ADDRESS) -> KindFound:
    return kind_of(page, Candidate("O23", url, "https://www.example.go.th/", link, (), (), 1.0), asked)


@pytest.mark.parametrize(
    ("page", "link", "asked", "expected"),
    [
        pytest.param(document(REPORT), "แผนปฏิบัติการ", Kind.REPORT, Kind.REPORT, id="title beats link"),
        pytest.param(document(PLAN, tables=[PLANNED]), "", Kind.PLAN, Kind.PLAN, id="title and columns agree"),
        pytest.param(document(PLAN, tables=[TO_BE_DONE]), "", Kind.PLAN, Kind.PLAN, id="a column still to be filled"),
        pytest.param(document(None, tables=[DONE]), "", Kind.REPORT, Kind.REPORT, id="columns of results"),
        pytest.param(document(None, tables=[PLANNED]), "", Kind.PLAN, Kind.PLAN, id="columns of a plan"),
        pytest.param(document(None, "ภาคผนวก"), PLAN, Kind.PLAN, Kind.PLAN, id="the link of a silent document"),
        pytest.param(
            document(REPORT, tables=[DONE, PLANNED]), "", Kind.REPORT, Kind.REPORT, id="next year's plan in it"
        ),
        pytest.param(document(PLAN, tables=[DONE]), "", Kind.LAW, Kind.PLAN, id="where neither will do, no doubt"),
    ],
)
def test_kind_is_told(page: Page, link: str, asked: Kind, expected: Kind) -> None:
    found = told(page, asked, link=link)
    assert (found.kinds[0], found.doubt) == (expected, None)
    assert found.sign is not None
    assert found.sign.words


@pytest.mark.parametrize(
    ("page", "link", "asked", "quoted"),
    [
        pytest.param(document(PLAN, tables=[DONE]), "", Kind.PLAN, [PLAN, "ผลการดำเนินการ"], id="results in a plan"),
        pytest.param(
            document(REPORT, tables=[PLANNED]), "", Kind.REPORT, [REPORT[:60], "ระยะเวลา"], id="report as planned"
        ),
        pytest.param(
            document(None, tables=[DONE]), PLAN, Kind.PLAN, [PLAN, "ผลการดำเนินการ"], id="link against columns"
        ),
        pytest.param(document(None, "ภาคผนวก"), PLAN, Kind.REPORT, [PLAN], id="a link alone decides nothing"),
        pytest.param(
            document("แผนปฏิบัติการป้องกันการทุจริต", "รายงานผลการดำเนินงาน รอบ 12 เดือน"),
            "",
            Kind.PLAN,
            ["แผนปฏิบัติการป้องกันการทุจริต", "รายงานผลการดำเนินงาน"],
            id="two kinds on one cover",
        ),
        pytest.param(document(f"(ร่าง) {PLAN}"), "", Kind.PLAN, [f"(ร่าง) {PLAN}"[:60]], id="a draft"),
        pytest.param(document(PLAN), f"ร่าง{PLAN}", Kind.PLAN, ["ร่างแผน"], id="a draft by its link"),
    ],
)
def test_signs_that_disagree_are_both_quoted(page: Page, link: str, asked: Kind, quoted: list[str]) -> None:
    doubt = told(page, asked, link=link).doubt
    assert doubt is not None
    assert [words for words in quoted if words not in doubt] == []


def test_a_link_is_known_for_a_hint() -> None:
    scan = Page(ADDRESS, PageKind.PDF, None, unreadable=Unreadable.NO_TEXT_LAYER)
    assert told(scan, Kind.REPORT, link=PLAN).is_hint
    assert not told(document(PLAN), Kind.PLAN).is_hint
    assert told(document(None, "ภาคผนวก"), Kind.PLAN, url="https://www.example.go.th/แผนปฏิบัติการ.pdf").is_hint


def test_nothing_tells_nothing() -> None:
    assert told(document(None, "ภาคผนวก"), Kind.PLAN) == KindFound()


def test_a_document_of_an_archive_is_told_by_its_own_name_before_the_link_to_the_archive() -> None:
    inside = Candidate("O23", f"{ADDRESS}#x", "https://www.example.go.th/", REPORT, (), (), 1.0, member=f"{PLAN}.docx")
    found = kind_of(document(None, "ภาคผนวก"), inside, (Kind.PLAN,))
    assert (found.kinds[0], found.is_hint, found.doubt) == (Kind.PLAN, True, None)
    assert found.sign is not None
    assert found.sign.place == "ชื่อไฟล์ในไฟล์บีบอัด"


def test_a_title_ends_where_the_rows_of_a_table_begin() -> None:
    risk = "การประเมินความเสี่ยงการทุจริต ปีงบประมาณ พ.ศ. 2569"
    row = document(risk, risk, "1. ตรวจรับงานจ้าง แต่งตั้งคณะกรรมการสามคน", "คำสั่งที่ 5/2569")
    headed = document(risk, risk, "ลำดับ เหตุการณ์ มาตรการ", "คำสั่งแต่งตั้งผู้ตรวจสอบภายใน")
    assert not told(row, Kind.PLAN, Kind.REPORT).kinds
    assert not told(headed, Kind.PLAN, Kind.REPORT).kinds


@pytest.mark.parametrize("period", ["12 เดือน (ตุลาคม 2567 - กันยายน 2568)", "1 ตุลาคม 2567 - 30 กันยายน 2568"])
def test_a_period_is_no_row(period: str) -> None:
    body = "เทศบาลเมืองท่าฉลอม"
    found = told(document(body, body, period, "รายงานผลการดำเนินงาน"), Kind.REPORT)
    assert found.kinds == (Kind.REPORT,)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(("กฎหมายและมาตรฐานที่ต้องยึดถือ : พ.ร.บ.ยา พ.ศ. 2510",), id="laws behind a label"),
        pytest.param(("กฎหมายที่เกี่ยวข้อง", "พ.ร.บ.ยา พ.ศ. 2510"), id="laws under a label"),
        pytest.param(("ระเบียบ/ข้อบังคับ : ระเบียบกระทรวงสาธารณสุข",), id="a label of one word and another"),
    ],
)
def test_what_the_work_rests_on_is_no_title(lines: tuple[str, ...]) -> None:
    found = told(document("การจ่ายยาผู้ป่วยนอก กลุ่มงานเภสัชกรรม", *lines), Kind.MANUAL)
    assert (found.kinds, found.doubt) == ((), None)


def test_the_name_of_a_law_below_that_of_its_ministry_is_a_title() -> None:
    law = document("กระทรวงมหาดไทย", "ระเบียบกระทรวงมหาดไทย ว่าด้วยการเบิกจ่าย พ.ศ. 2566")
    assert told(law, Kind.MANUAL).kinds == (Kind.LAW,)


def test_a_title_with_a_colon_is_one() -> None:
    manual = document("โรงพยาบาลตัวอย่าง", "มาตรฐานการปฏิบัติงาน : การจ่ายยา")
    assert told(manual, Kind.PLAN).kinds == (Kind.MANUAL,)
