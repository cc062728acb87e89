"""Word files as offices make them: what a reader sees is read, wherever the file keeps it."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml

from oit_checker.documents.office import read_docx
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
AUTHOR = 'w:id="1" w:author="a" w:date="2026-01-05T00:00:00Z"'


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def control(inner: str) -> str:
    return f"<w:sdt {W}><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def box(*lines: str) -> str:
    text = f"<w:txbxContent>{''.join(map(p, lines))}</w:txbxContent>"
    choice = f'<mc:Choice Requires="wps"><w:drawing>{text}</w:drawing></mc:Choice>'
    both = f"{choice}<mc:Fallback><w:pict>{text}</w:pict></mc:Fallback>"
    return f"<w:r {W} {MC}><mc:AlternateContent>{both}</mc:AlternateContent></w:r>"


def table(*rows: str) -> str:
    return f"<w:tbl {W}><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def read(*blocks: str, runs: str = "", head: str = "", foot: str = "") -> Page:
    """A file with a paragraph that holds `runs`, then the blocks."""
    document: Any = docx.Document()
    if head:
        document.sections[0].header.paragraphs[0].text = head
    if foot:
        document.sections[0].footer.paragraphs[0].text = foot
    if runs:
        document.element.body.insert(0, parse_xml(f"<w:p {W} {MC}>{runs}</w:p>"))
    for block in blocks:
        document.element.body.insert(len(document.element.body) - 1, parse_xml(block.replace("<w:p>", f"<w:p {W}>", 1)))
    out = io.BytesIO()
    document.save(out)
    return read_docx(out.getvalue(), url="https://www.example.go.th/a.docx")


def texts(page: Page) -> list[str]:
    return [passage.text for passage in page.passages]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(
            read(p("เนื้อหา"), runs=box("แผนกำลังคน", "ปี 2569")), ["แผนกำลังคน", "ปี 2569", "เนื้อหา"], id="text box, once"
        ),
        pytest.param(
            read(control(p("คู่มือการเงิน")), p("เนื้อหา")), ["คู่มือการเงิน", "เนื้อหา"], id="control around a paragraph"
        ),
        pytest.param(
            read(runs=f"<w:r><w:t>ผู้รับผิดชอบ </w:t></w:r>{control('<w:r><w:t>กองคลัง</w:t></w:r>')}"),
            ["ผู้รับผิดชอบ กองคลัง"],
            id="control in a line",
        ),
        pytest.param(
            read(
                runs="<w:r><w:t>แผน ปี </w:t></w:r>"
                f"<w:del {AUTHOR}><w:r><w:delText>2568</w:delText></w:r></w:del>"
                f"<w:ins {AUTHOR}><w:r><w:t>2569</w:t></w:r></w:ins>"
            ),
            ["แผน ปี 2569"],
            id="tracked changes as they are shown",
        ),
        pytest.param(
            read(
                runs='<w:r><w:t>ดู</w:t></w:r><w:fldSimple w:instr="REF a"><w:r><w:t>ภาคผนวก</w:t></w:r></w:fldSimple>'
            ),
            ["ดูภาคผนวก"],
            id="field",
        ),
        pytest.param(
            read(p("เนื้อหา"), head="แผน ปี 2569", foot="กองคลัง"), ["แผน ปี 2569", "เนื้อหา", "กองคลัง"], id="head and foot"
        ),
        pytest.param(read(p("เนื้อหา"), head="- ๓ -"), ["เนื้อหา"], id="a head that only numbers the page"),
        pytest.param(read(table(cell(p("หัวเรื่อง") + p("เนื้อหา")))), ["หัวเรื่อง", "เนื้อหา"], id="a frame of one cell"),
    ],
)
def test_what_is_shown_is_read(page: Page, expected: list[str]) -> None:
    assert texts(page) == expected


def test_a_year_that_only_the_running_head_names_is_the_papers() -> None:
    page = read(p("ส่วนที่ 1 บทนำ"), p("หน่วยงานได้จัดทำแผนขึ้น"), head="แผนป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๙")
    candidate = Candidate("O23", page.url, page.url, "แผน", (page.url,), (), 1.0)
    assert year_of(page, candidate, None).be == 2569


def test_cells_in_controls_merged_and_nested() -> None:
    down, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    page = read(
        table(
            cell(p("โครงการ"), down) + cell(p("งบประมาณ"), '<w:gridSpan w:val="2"/>'),
            cell(p(""), on) + cell(p("ตั้งไว้")) + cell(p("ใช้ไป")),
            cell(p("อบรม")) + cell(p("100")) + control(cell(table(cell(p("90"))) + p(""))).replace(W, ""),
        )
    )
    (found,) = page.tables
    assert found.header == ("โครงการ", "งบประมาณ ตั้งไว้", "งบประมาณ ใช้ไป")
    assert found.rows == (("อบรม", "100", "90"),)


@pytest.mark.parametrize(
    ("looks", "is_read"),
    [
        pytest.param("<w:vanish/>", False, id="hidden"),
        pytest.param('<w:b/><w:vanish w:val="1"/>', False, id="hidden, among other marks"),
        pytest.param("<w:strike/>", False, id="struck out"),
        pytest.param('<w:vanish w:val="0"/>', True, id="hidden by its style and shown here"),
        pytest.param('<w:strike w:val="false"/>', True, id="not struck out"),
        pytest.param("<w:webHidden/>", True, id="hidden in a browser only"),
    ],
)
def test_runs_that_are_not_shown_are_not_read(looks: str, is_read: bool) -> None:
    hidden = f"<w:r><w:rPr>{looks}</w:rPr><w:t>คำ</w:t></w:r>"
    page = read(runs=f"<w:r><w:t>ต้น</w:t></w:r>{hidden}<w:r><w:t>ปลาย</w:t></w:r>")
    assert texts(page) == ["ต้นคำปลาย" if is_read else "ต้นปลาย"]


def test_rows_that_are_hidden_are_not_read() -> None:
    lines = [cell(p(name)) + cell(p(name * 2)) for name in ("ก", "ข", "ค")]
    page = read(table(lines[0], f"<w:trPr><w:hidden/></w:trPr>{lines[1]}", lines[2]))
    assert page.tables[0].rows == (("ค", "คค"),)


def test_much_hidden_text_is_told_of() -> None:
    words = "งานที่ซ่อนไว้ในเอกสาร " * 9
    page = read(runs=f"<w:r><w:t>ต้น</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>{words}</w:t></w:r>")
    assert page.metadata["unseen"].startswith("งานที่ซ่อนไว้ในเอกสาร งานที่ซ่อนไว้")
