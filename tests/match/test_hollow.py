"""Evidence that opens and shows little: what is told, and what is left in peace."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.match.hollow import is_only_placeholder, warnings_of
from oit_checker.match.other_agency import other_agency
from oit_checker.model.checklist import DocumentKind
from oit_checker.model.evidence import WarningKind
from oit_checker.model.page import Link, Page, PageKind, Passage, Table, Unreadable

URL = "https://www.example.go.th/files/plan.pdf"
LONG = "โครงการส่งเสริมคุณธรรมและความโปร่งใสของหน่วยงาน มีผู้เข้าร่วมจากทุกกอง และสรุปผลต่อผู้บริหารแล้ว " * 20


def document(*lines: str, kind: PageKind = PageKind.PDF, tables: tuple[Table, ...] = (), title: str = "แผน") -> Page:
    return Page(URL, kind, title, tuple(Passage(line, page_no=1) for line in lines), tables)


def told(page: Page, name: str = "plan.pdf") -> list[tuple[WarningKind, str | None]]:
    return [(warning.kind, warning.quote) for warning in warnings_of(page, name)]


@pytest.mark.parametrize(
    ("page", "kind", "words"),
    [
        pytest.param(document("แผนงาน", "อยู่ระหว่างจัดทำข้อมูล", LONG), WarningKind.PLACEHOLDER, "อยู่ระหว่าง", id="promise"),
        pytest.param(document("Lorem ipsum dolor sit", LONG), WarningKind.PLACEHOLDER, "Lorem ipsum", id="lorem ipsum"),
        pytest.param(document("DOLOR sit amet", LONG), WarningKind.PLACEHOLDER, "DOLOR sit amet", id="capitals"),
        pytest.param(document(LONG, "โทร 02-000-0000"), WarningKind.PLACEHOLDER, "02-000-0000", id="noughts"),
        pytest.param(document(LONG, "โทร 043-XXX-XXXX"), WarningKind.PLACEHOLDER, "043-XXX-XXXX", id="capital signs"),
        pytest.param(document(LONG, "โทร 043-xxx-xxxx"), WarningKind.PLACEHOLDER, "043-xxx-xxxx", id="sample number"),
        pytest.param(
            document(LONG, title="แผนของ (ชื่อหน่วยงาน) ปี พ.ศ. 25XX"), WarningKind.PLACEHOLDER, "ชื่อหน่วยงาน", id="blank"
        ),
        pytest.param(
            document("แผน", "ชื่อ ........ ตำแหน่ง ........ สังกัด ........ มาตรการ ........ (ลงชื่อ) ________"),
            WarningKind.BLANK_FORM,
            "ชื่อ ........",
            id="a form left blank",
        ),
        pytest.param(document(LONG, title="แผน พ.ศ. 25XX"), WarningKind.PLACEHOLDER, "25XX", id="blank year"),
        pytest.param(
            document("หัวเรื่อง", kind=PageKind.XLSX, tables=(Table(("ที่", "โครงการ", "งบประมาณ"), ()),)),
            WarningKind.EMPTY_TABLE,
            "ที่ | โครงการ | งบประมาณ",
            id="header alone",
        ),
        pytest.param(
            document(
                "หัวเรื่อง",
                kind=PageKind.HTML,
                tables=(Table(("ที่", "โครงการ", "งบประมาณ"), (("1", "", ""), ("2", "", ""))),),
            ),
            WarningKind.EMPTY_TABLE,
            "ที่ | โครงการ | งบประมาณ",
            id="numbered rows without data",
        ),
    ],
)
def test_what_shows_little_is_told_with_its_words(page: Page, kind: WarningKind, words: str) -> None:
    (found,) = told(page)
    assert found[0] is kind
    assert words in (found[1] or "")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(document(LONG, "ปรับปรุงอาคาร อยู่ระหว่างดำเนินการ ร้อยละ 30"), id="the state of a project"),
        pytest.param(document(LONG * 2, "อยู่ระหว่างจัดทำ"), id="a cell of a long report"),
        pytest.param(document(LONG, "โทร 08x-xxx-1234"), id="a number masked for its owner's sake"),
        pytest.param(document(LONG, "โทร 043-555-000 ต่อ 12"), id="a real number"),
        pytest.param(
            document("แผน", "ชื่อ ......สมชาย...... ตำแหน่ง .....นายก..... สังกัด ...กองคลัง... โทร ....ภายใน.... "),
            id="a form filled in",
        ),
        pytest.param(document(LONG, LONG, "ชื่อ .... ตำแหน่ง .... สังกัด .... โทร ...."), id="a form in a manual"),
        pytest.param(document("ปี 2568", "ไม่มีเรื่องร้องเรียน"), id="nothing to report is a report"),
        pytest.param(
            document(
                "x",
                kind=PageKind.XLSX,
                tables=(Table(("เดือน", "จำนวน", "ผล"), (("ต.ค.", "-", "-"), ("พ.ย.", "-", "-"))),),
            ),
            id="dashes say that there was none",
        ),
        pytest.param(
            document(
                "x", kind=PageKind.XLSX, tables=(Table(("ก", "ข", "ค"), ()), Table(("ก", "ข", "ค"), (("1", "ข", "ค"),)))
            ),
            id="one of the tables is filled",
        ),
        pytest.param(
            document("x", kind=PageKind.HTML, tables=(Table(("เมนู", "ข่าว", "ติดต่อ"), ()),)), id="a layout table"
        ),
        pytest.param(Page(URL, PageKind.PDF, None, unreadable=Unreadable.NO_TEXT_LAYER), id="a scan"),
    ],
)
def test_what_is_good_is_left_in_peace(page: Page) -> None:
    assert told(page) == []


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("dummy.pdf", True),
        ("test (1).pdf", True),
        ("ทดสอบ.pdf", True),
        ("contest.pdf", False),
        ("แผนทดสอบระบบ.pdf", False),
    ],
)
def test_names_of_sample_files(name: str, is_told: bool) -> None:
    assert bool(told(document(LONG), name)) is is_told


def test_an_attachment_that_leads_nowhere_is_told() -> None:
    links = (
        Link("", "#", "ดูไฟล์แนบ"),
        Link("", "#", "ดูไฟล์แนบ"),
        Link("", "#", "เมนู"),
        Link(URL, "plan.pdf", "ดาวน์โหลด"),
    )
    page = Page(URL, PageKind.HTML, "แผน", (Passage(LONG),), links=links)
    (warning,) = warnings_of(page, "")
    assert (warning.kind, warning.quote) == (WarningKind.LINK_TO_NOTHING, "ดูไฟล์แนบ")
    assert "2 แห่ง" in warning.message


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param(document("แผนพัฒนา", "อยู่ระหว่างจัดทำ"), True, id="title and promise"),
        pytest.param(document("แผนพัฒนาท้องถิ่น พ.ศ. 2566-2570 กำลังปรับปรุงข้อมูล"), True, id="run together in one passage"),
        pytest.param(document("Lorem ipsum dolor sit amet"), True, id="sample text alone"),
        pytest.param(document("แผนพัฒนา", "ยังไม่มีข้อมูลเรื่องร้องเรียน"), False, id="a statement, no promise"),
        pytest.param(document("แผนพัฒนา", "อยู่ระหว่างจัดทำ", LONG), False, id="text beside the promise"),
        pytest.param(
            document("แผนพัฒนา", "อยู่ระหว่างจัดทำ", kind=PageKind.HTML), False, id="a web page is judged elsewhere"
        ),
        pytest.param(document("อยู่ระหว่างจัดทำ", tables=(Table(("ก",), (("ข",),)),)), False, id="a table beside it"),
        pytest.param(
            Page(URL, PageKind.PDF, None, (Passage("อยู่ระหว่างจัดทำ"),), partly_unreadable=(2,)),
            False,
            id="not read whole",
        ),
    ],
)
def test_only_a_document_without_anything_else_is_certain(page: Page, expected: bool) -> None:
    assert is_only_placeholder(page) is expected


OWN = "เทศบาลตำบลห้วยใส"


@pytest.mark.parametrize(
    ("title", "text", "quoted"),
    [
        pytest.param("แผนพัฒนา เทศบาลตำบลบ้านเหนือ", "โครงการ", "เทศบาลตำบลบ้านเหนือ", id="a neighbour's plan"),
        pytest.param("แผนพัฒนา เทศบาลตำบลบ้านเหนือ", "ร่วมกับเทศบาลตำบลห้วยใส", None, id="the own name stands in the text"),
        pytest.param("แผนพัฒนา เทศบาลตำบลห้วยใส", "โครงการ", None, id="one's own"),
        pytest.param("แผนพัฒนา ทต.ห้วยใส", "เทศบาลตำบลบ้านเหนือ", None, id="one's own in short, a neighbour in the text"),
        pytest.param("คู่มือสำหรับเทศบาลตำบลทุกแห่ง", "โครงการ", None, id="meant in general"),
        pytest.param("ประกาศกระทรวงมหาดไทย", "เทศบาลตำบลบ้านเหนือ", None, id="from above"),
        pytest.param("ตัวอย่างแผน เทศบาลตำบลบ้านเหนือ", "โครงการ", None, id="a model"),
        pytest.param(
            "แผน องค์การบริหารส่วนตำบลบ้านเหนือ", "โครงการ", "องค์การบริหารส่วนตำบลบ้านเหนือ", id="a local body of another form"
        ),
        pytest.param("แผนแม่บท กรมทรัพยากรน้ำ", "โครงการ", None, id="no peer"),
        pytest.param("หนังสือแจ้งเทศบาลตำบลบ้านเหนือ", "โครงการ", None, id="written to"),
        pytest.param(
            "ประกาศคณะกรรมการพนักงานเทศบาลจังหวัดทรายทอง เทศบาลตำบลปลายนา", "โครงการ", None, id="who rules the staff"
        ),
        pytest.param(
            "แผนอัตรากำลังตามประกาศคณะกรรมการพนักงานเทศบาล ของเทศบาลตำบลบ้านเหนือ",
            "โครงการ",
            "เทศบาลตำบลบ้านเหนือ",
            id="a neighbour's plan after the notice of who rules the staff",
        ),
        pytest.param("หลักเกณฑ์บริหารบุคคลของเทศบาลตำบลการลาและวินัย", "โครงการ", None, id="the name ends with its line"),
        pytest.param("แผนพัฒนา เทศบาลตำบลการะเวก", "โครงการ", "เทศบาลตำบลการะเวก", id="a place that begins alike"),
        pytest.param("หลักเกณฑ์กลาง", "ข้อ 12 เทศบาลตำบลเลื่อนขั้นเงินเดือนปีละสองครั้ง", None, id="a clause speaks of all"),
        pytest.param("รายงานการให้เทศบาลตำบลจัดส่งข้อมูล", "โครงการ", None, id="what all are told to do"),
    ],
)
def test_a_neighbours_document_is_told(title: str, text: str, quoted: str | None) -> None:
    found = other_agency(document(text, title=title), OWN, ())
    assert (found is not None) is (quoted is not None)
    if found is not None and quoted is not None:
        assert quoted in (found.quote or "")


@pytest.mark.parametrize(
    ("line", "quoted"),
    [
        pytest.param("วันที่ 6 มกราคม 2569 นายก อบต. ประชุมพนักงาน 36 คน", None, id="the own head holds a meeting"),
        pytest.param("นายก อบต. จัดประชุมถ่ายทอดนโยบาย", None, id="another verb"),
        pytest.param("ปลัดเทศบาลตำบลมอบนโยบายแก่พนักงาน", None, id="the full form and a verb"),
        pytest.param("วันที่ 6 มกราคม 2569 นายก อบต. บ้านเหนือ ประชุมพนักงาน", "อบต. บ้านเหนือ", id="a neighbour's head"),
        pytest.param("แผน อบต. ตรวจ อำเภอหนึ่ง", "อบต. ตรวจ", id="a place that is called like a verb"),
        pytest.param("บันทึกกิจกรรม อบต.ร่วมจิต", "อบต.ร่วมจิต", id="a place that begins like one"),
    ],
)
def test_what_the_own_head_does_is_no_name_of_a_place(line: str, quoted: str | None) -> None:
    found = other_agency(document(line, title="บันทึกกิจกรรม"), "อบต.หนองบัวคำ", ())
    assert (found is not None) is (quoted is not None)
    assert found is None or (quoted or "") in (found.quote or "")


def test_a_department_whose_name_begins_with_a_verb_is_another_one() -> None:
    assert other_agency(document("โครงการ", title="รายงานประจำปี กรมจัดหางาน"), "กรมอาหารพื้นเมือง", ()) is not None
    assert other_agency(document("โครงการ", title="รายงาน กรมจัดประชุมประจำปี"), "กรมอาหารพื้นเมือง", ()) is None


@pytest.mark.parametrize(
    ("own", "title", "quoted"),
    [
        pytest.param(
            "กรมอาหารพื้นเมือง", "รายงานประจำปี 2568 กรมผ้าไทย กระทรวงวัฒนธรรม", "กรมผ้าไทย", id="another department"
        ),
        pytest.param("กรมอาหารพื้นเมือง", "รายงานประจำปี 2568 ของกรม ประจำปี", None, id="the department itself"),
        pytest.param("กรมอาหารพื้นเมือง", "ข้อมูลตามระบบกรมบัญชีกลาง", None, id="the treasury's system"),
        pytest.param("สพป.ดอนทราย เขต 1", "แผนพัฒนาการศึกษา สพม.ทะเลใต้", "สพม.ทะเลใต้", id="another area's schools"),
        pytest.param("โรงพยาบาลดอนทราย", "คู่มือ โรงพยาบาลเขาเขียว", "โรงพยาบาลเขาเขียว", id="another hospital"),
        pytest.param("โรงพยาบาลดอนทราย", "ประกาศ สำนักงานสาธารณสุขจังหวัดทะเลใต้", None, id="a hospital's parent"),
        pytest.param("จังหวัดดอนทราย", "แผนพัฒนาจังหวัดทะเลใต้", "จังหวัดทะเลใต้", id="another province"),
        pytest.param("คณะประมง มหาวิทยาลัยดอนทราย", "คู่มือ มหาวิทยาลัยดอนทราย", None, id="a faculty's university"),
        pytest.param("คณะประมง มหาวิทยาลัยดอนทราย", "แผนพัฒนาคณะเกษตร", "คณะเกษตร", id="another faculty"),
        pytest.param("คณะประมง มหาวิทยาลัยดอนทราย", "คำสั่งแต่งตั้งคณะกรรมการบริหาร", None, id="a committee is no faculty"),
        pytest.param("การประปาดอนทราย", "รายงานประจำปี การไฟฟ้าดอนทราย", None, id="the place is named"),
        pytest.param("การประปานครหลวง", "รายงานประจำปี การไฟฟ้าส่วนใต้", "การไฟฟ้าส่วนใต้", id="another utility"),
        pytest.param("องค์การตลาดนัด", "รายงานประจำปี องค์การเหมืองเกลือ", "องค์การเหมืองเกลือ", id="another enterprise"),
    ],
)
def test_a_peers_document_is_told_for_every_kind_of_agency(own: str, title: str, quoted: str | None) -> None:
    found = other_agency(document("โครงการ", title=title), own, ())
    assert (found is not None) is (quoted is not None)
    if found is not None and quoted is not None:
        assert quoted in (found.quote or "")


@pytest.mark.parametrize(
    ("title", "damaged", "is_told"),
    [
        pytest.param("รายงานประจำปี กรมการค้าปลานา", (1,), False, id="marks lost"),
        pytest.param("รายงานประจำปี กรมการค้าปลาน\u011d\u0107า", (), False, id="signs for marks"),
        pytest.param("รายงานประจำปี กรมการค้าปลานา", (), True, id="nothing is damaged"),
        pytest.param("รายงานประจำปี กรมการค้าปลาทู", (1,), True, id="another name in a damaged text"),
        pytest.param("รายงานประจำปี กรมป่า\ufffdมืองร้อน", (), True, id="another name with a lost sign"),
    ],
)
def test_a_name_that_a_font_has_damaged_is_still_the_own_one(
    title: str, damaged: tuple[int, ...], is_told: bool
) -> None:
    page = replace(document("โครงการ", title=title), damaged=damaged)
    assert (other_agency(page, "กรมการค้าปลาน้ำ", ()) is not None) is is_told


@pytest.mark.parametrize("name", [None, "สำนักงานตัวอย่าง", "เทศบาลตำบล"])
def test_without_a_name_that_has_a_place_nothing_is_told(name: str | None) -> None:
    assert other_agency(document("โครงการ", title="แผน เทศบาลตำบลบ้านเหนือ"), name, ()) is None


def test_a_law_may_name_whom_it_likes() -> None:
    page = document("x", title="ข้อบัญญัติ เทศบาลตำบลบ้านเหนือ")
    assert other_agency(page, OWN, (DocumentKind.LAW,)) is None


def test_a_line_that_repeats_itself_is_read_in_one_go() -> None:
    assert told(document("หน้านี้" * 5000 + "จบ", LONG)) == []


def test_a_page_that_is_closed_for_repair_is_told() -> None:
    seen = Page("https://x.go.th/", PageKind.HTML, None, (Passage("ปิดปรับปรุงระบบ ขออภัยในความไม่สะดวก"),))
    assert [warning.kind for warning in warnings_of(seen, "")] == [WarningKind.PLACEHOLDER]
