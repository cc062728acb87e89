from oit_checker.documents.plain_text import read_text
from oit_checker.model.page import Passage, Table, Unreadable

TEXT = """

**มาตรการส่งเสริมคุณธรรม
ประจำปีงบประมาณ พ.ศ. ๒๕๖๙**

ผลคะแนนอยู่ใน **ระดับ A** ดังนี้

แบบวัด\tคะแนน
IIT\t๘๓.๔๑
EIT\t๘๔.๔๗

ท้าย
"""


def test_headings_paragraphs_and_tables() -> None:
    page = read_text(TEXT.encode(), url="https://www.example.go.th/o25.txt")
    heading = "มาตรการส่งเสริมคุณธรรม ประจำปีงบประมาณ พ.ศ. ๒๕๖๙"
    assert page.passages == (
        Passage(heading, is_heading=True),
        Passage("ผลคะแนนอยู่ใน ระดับ A ดังนี้", heading=heading),
        Passage("ท้าย", heading=heading),
    )
    assert page.tables == (Table(("แบบวัด", "คะแนน"), (("IIT", "๘๓.๔๑"), ("EIT", "๘๔.๔๗")), heading=heading),)
    assert page.title is not None
    assert page.title.startswith(heading)


def test_white_space_is_no_text() -> None:
    assert read_text(b"\n \n", url="https://www.example.go.th/a.txt").unreadable is Unreadable.EMPTY


def test_bold_that_is_never_closed_is_plain_text() -> None:
    page = read_text("**ก\nข".encode(), url="https://www.example.go.th/a.txt")
    assert [found.text for found in page.passages] == ["ก", "ข"]
