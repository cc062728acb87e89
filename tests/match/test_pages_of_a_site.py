"""What a page is worth by itself: its own words, its furniture, its name, and the time it covers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.agency import agency_name, describe_agency, own_names
from oit_checker.match.furniture import furniture_of
from oit_checker.match.part_year import part_of_year
from oit_checker.match.substance import (
    Substance,
    Substances,
    asks_for_door,
    promise_of,
    substance_of,
    with_doors,
    without_announcements,
)
from oit_checker.model.checklist import Component, DocumentKind, EvidenceYear, Item, Keywords
from oit_checker.model.page import Link, Page, PageKind, Passage, Table
from oit_checker.model.site import AgencyKind

FILE = Link("https://www.example.go.th/a.pdf", "a.pdf", "แผนปฏิบัติการ 2569")
LONG = "หน่วยงานมีหน้าที่และอำนาจในการจัดบริการสาธารณะตามที่กฎหมายกำหนด และดูแลทุกข์สุขของประชาชนในพื้นที่"


def page(*texts: str, url: str = "https://www.example.go.th/p", **more: object) -> Page:
    passages = tuple(Passage(text) for text in texts)
    return Page(url, PageKind.HTML, "แผนปฏิบัติการ", passages, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        pytest.param(page(LONG), Substance.CONTENT, id="text of its own"),
        pytest.param(page("แผนปฏิบัติการ 2569", "ดาวน์โหลด 7 ครั้ง", links=(FILE,)), Substance.COVER, id="cover of a file"),
        pytest.param(page("แผนปฏิบัติการ"), Substance.HOLLOW, id="only its title again"),
        pytest.param(page("ข้อมูลนี้อยู่ระหว่างดำเนินการจัดทำ ขออภัยในความไม่สะดวก"), Substance.HOLLOW, id="a promise"),
        pytest.param(page("ในปีงบประมาณ พ.ศ. 2568 ไม่มีเรื่องร้องเรียนการทุจริต"), Substance.CONTENT, id="short and whole"),
        pytest.param(page("แผนปฏิบัติการ", pictures=2), Substance.CONTENT, id="a picture may show it"),
        pytest.param(page("ร้องเรียน", fields=4), Substance.CONTENT, id="a form"),
        pytest.param(
            page(tables=(Table((), (("ชื่อไฟล์", "แผนปฏิบัติการ 2569"),)),), links=(FILE,)),
            Substance.COVER,
            id="a table of attachments",
        ),
        pytest.param(
            page(
                "โพสต์เมื่อ 3 มีนาคม 2569",
                "ผู้เข้าชม 1,204 ครั้ง โดย admin",
                "เอกสารแนบ แผนปฏิบัติการ 2569",
                "ขนาดไฟล์ 2.4 MB",
                links=(FILE,),
            ),
            Substance.COVER,
            id="a title, a date, counters and an attachment",
        ),
        pytest.param(page("© 2569 สงวนลิขสิทธิ์ " + LONG, links=(FILE,)), Substance.COVER, id="a copyright line"),
    ],
)
def test_substance(seen: Page, expected: Substance) -> None:
    assert substance_of(seen) is expected


def test_a_list_of_titles_shows_nothing_of_what_they_promise() -> None:
    post = Link("https://www.example.go.th/9", "/9", "ประกาศเจตนารมณ์ของผู้บริหาร")
    person = Link("https://www.example.go.th/8", "/8", "นายตัวอย่าง ดีงาม")
    rows = (("1", post.text, "3 มีนาคม 2569"), (person.text, "ปลัด", "โทร 0 2123 4567"))
    seen = without_announcements(page(tables=(Table((), rows),), links=(post, person)))
    assert seen.tables[0].rows == (("1", "", "3 มีนาคม 2569"), rows[1])


def test_what_most_pages_repeat_is_furniture() -> None:
    footer = "เลขที่ 1 ตำบลตัวอย่าง โทร 0 2123 4567"
    site = [page(f"หน้า {number}", footer, pictures=2 + number, fields=3) for number in range(4)]
    bare = furniture_of(site).without(site[3])
    assert [passage.text for passage in bare.passages] == ["หน้า 3"]
    assert (bare.pictures, bare.fields) == (3, 0)


def test_two_pages_tell_nothing_of_furniture() -> None:
    site = [page("เหมือนกัน"), page("เหมือนกัน")]
    assert furniture_of(site).without(site[0]) == site[0]


@pytest.mark.parametrize(
    ("title", "headings", "name"),
    [
        pytest.param("หน้าแรก | เทศบาลตำบลตัวอย่าง", (), "เทศบาลตำบลตัวอย่าง", id="greeting before the name"),
        pytest.param("ยินดีต้อนรับสู่เว็บไซต์ อบต.ตัวอย่าง", (), "อบต.ตัวอย่าง", id="welcome"),
        pytest.param("Home", ("สถาบันตัวอย่าง (องค์การมหาชน)",), "สถาบันตัวอย่าง (องค์การมหาชน)", id="name in a heading"),
        pytest.param(":: เทศบาลตำบลตัวอย่าง ::", (), "เทศบาลตำบลตัวอย่าง", id="decorated"),
        pytest.param("ข่าวเด่น | กรมตัวอย่าง", (), "กรมตัวอย่าง", id="menu word before the name"),
        pytest.param("ยินดีต้อนรับ", ("ระบบนัดหมาย", "แจ้งเหตุทุจริต"), None, id="services are no agency"),
        pytest.param("หน้าหลัก", ("ศูนย์ดำรงธรรม",), None, id="a part of the site is none"),
        pytest.param("Sample Office", (), "Sample Office", id="without Thai"),
    ],
)
def test_agency_name(title: str, headings: tuple[str, ...], name: str | None) -> None:
    assert agency_name(title, headings) == name


def test_the_logo_or_the_copyright_names_the_agency_where_the_title_does_not() -> None:
    logo = ("ข้ามไปเนื้อหา", "โรงพยาบาลตัวอย่าง", "คณะกรรมการ")
    assert agency_name("ยินดีต้อนรับ", ("จองคิว",), logo) == "โรงพยาบาลตัวอย่าง"
    footer = ("โทร 02 111 1111", "สงวนลิขสิทธิ์ © 2569 โดย เทศบาลเมืองตัวอย่าง | Powered by X")
    assert agency_name("Home", (), (), footer) == "เทศบาลเมืองตัวอย่าง"
    address = ("สถานที่ติดต่อ", "องค์การบริหารส่วนตำบลตัวอย่าง เลขที่ 9 หมู่ 1 ตำบลตัวอย่าง")
    assert agency_name("Home", (), (), address) == "องค์การบริหารส่วนตำบลตัวอย่าง"
    assert agency_name("หน้าแรก", (), (), ("เทศบาลทุกแห่งร่วมใจ",)) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        pytest.param("เทศบาลเมืองตัวอย่าง", AgencyKind.LOCAL_GOVERNMENT, id="municipality"),
        pytest.param("มหาวิทยาลัยตัวอย่าง", AgencyKind.UNIVERSITY, id="university"),
        pytest.param("จังหวัดตัวอย่าง", AgencyKind.PROVINCE, id="province"),
        pytest.param("กรมตัวอย่าง", AgencyKind.CENTRAL, id="department"),
        pytest.param("องค์การขนส่งตัวอย่าง", AgencyKind.STATE_ENTERPRISE, id="a national body"),
        pytest.param("องค์การบริหารส่วนตำบลตัวอย่าง", AgencyKind.LOCAL_GOVERNMENT, id="a local one"),
        pytest.param("องค์การน้ำ (องค์การมหาชน)", AgencyKind.PUBLIC_ORGANIZATION, id="a public organisation"),
    ],
)
def test_agency_kind_is_guessed_and_said(title: str, kind: AgencyKind) -> None:
    agency = describe_agency("https://www.example.go.th/", ("www.example.go.th",), title, (), None)
    assert agency.kind is kind
    assert (agency.kind_basis is not None) == (kind is not AgencyKind.CENTRAL)


def test_a_given_kind_is_not_guessed() -> None:
    agency = describe_agency("u", (), "เทศบาลตัวอย่าง", (), AgencyKind.PROVINCE)
    assert (agency.kind, agency.kind_basis) == (AgencyKind.PROVINCE, "given")


def test_a_local_agency_is_known_by_its_short_forms() -> None:
    names = own_names("องค์การบริหารส่วนตำบลตัวอย่าง")
    assert {"อบต.ตัวอย่าง", "ขององค์การบริหารส่วนตำบลตัวอย่าง"} <= set(names)
    assert own_names(None) == ()


def item(year: EvidenceYear) -> Item:
    return Item(
        code="O7",
        title_th="รายงานผลการดำเนินงานประจำปี",
        title_en="report",
        title_confidence="one-source",
        topics=("annual_report",),
        sub_indicator="9.2",
        evidence_year=year,
        document_kinds=(DocumentKind.REPORT,),
        components_confidence="carried-over",
        components=(
            Component.model_validate(
                {"id": "a", "label_th": "ก", "required": True, "basis": "inferred", "keywords": ("ก",)}
            ),
        ),
        keywords=Keywords(strong=("รายงานผลการดำเนินงานประจำปี",)),
        sources=("s",),
    )


@pytest.mark.parametrize(
    ("title", "year", "expected"),
    [
        pytest.param("รายงานผลการดำเนินงาน รอบ ๖ เดือน", EvidenceYear.PREVIOUS, "รอบ 6 เดือน", id="half a year"),
        pytest.param("รายงานผล ไตรมาสที่ 1", EvidenceYear.PREVIOUS, "ไตรมาสที่ 1", id="a quarter"),
        pytest.param("รายงานผล ไตรมาสที่ 1 - 4", EvidenceYear.PREVIOUS, None, id="all quarters"),
        pytest.param("รายงานผล (ตุลาคม 2567 - กันยายน 2568)", EvidenceYear.PREVIOUS, None, id="the whole year"),
        pytest.param("รายงานความก้าวหน้า รอบ 6 เดือน", EvidenceYear.CURRENT, None, id="progress of this year may be half"),
    ],
)
def test_part_of_year(title: str, year: EvidenceYear, expected: str | None) -> None:
    assert part_of_year(item(year), [title]) == expected


def row_of(*cells: str) -> Link:
    return Link("https://www.example.go.th/get?id=4", "/get?id=4", "โหลดไฟล์", row=" ".join(cells))


def test_the_one_title_in_a_row_beside_a_button_is_the_buttons_name() -> None:
    row = ("2", "ผลการตรวจสอบภายในของปีก่อน", "5 ต.ค. 2568", "โหลดไฟล์")
    seen = without_announcements(page(tables=(Table((), (("1", "อื่น"), row)),), links=(row_of(*row),)))
    assert seen.tables[0].rows[1] == ("2", "", "5 ต.ค. 2568", "")
    assert [(passage.text, passage.names_link) for passage in seen.passages] == [(row[1], True)]
    assert substance_of(seen) is Substance.COVER


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(("1", "งานทะเบียนราษฎร", "142", "โหลดไฟล์"), id="figures"),
        pytest.param(("1", "งานทะเบียนราษฎร", "สำนักปลัด", "โหลดไฟล์"), id="two things told"),
        pytest.param(("1", "ทั้งเดือนไม่มีผู้ร้องทุกข์", "", "โหลดไฟล์"), id="that there is none"),
    ],
)
def test_a_row_that_tells_more_than_a_title_is_kept(row: tuple[str, ...]) -> None:
    seen = page(tables=(Table((), (row,)),), links=(row_of(*filter(None, row)),))
    assert row[1] in without_announcements(seen).tables[0].rows[0]


def test_a_page_of_names_over_buttons_is_a_cover_of_files_where_they_answered_with_files() -> None:
    button = Link("https://www.example.go.th/get?id=4", "/get?id=4", "เปิดอ่าน")
    back = Link("https://www.example.go.th/list", "/list", "« กลับ")
    passages = (Passage("ผลการตรวจสอบภายในของปีก่อน " * 6, names_link=True), Passage("เปิดอ่าน", names_link=True))
    seen = Page("https://www.example.go.th/p", PageKind.HTML, "ผลการตรวจสอบ", passages, links=(back, button))
    assert Substances({button.url}).is_cover_of_files(seen)
    assert not Substances().is_cover_of_files(seen)
    told = replace(seen, passages=(*passages, Passage(LONG)))
    assert not Substances({button.url}).is_cover_of_files(told)


@pytest.mark.parametrize(("code", "is_door"), [("O10", True), ("O17", True), ("O18", False), ("O2", False)])
def test_the_name_beside_a_button_shows_a_door_and_nothing_else(code: str, is_door: bool) -> None:
    item = load_checklist("nacc-2569").item(code)
    assert item is not None
    assert asks_for_door(item) is is_door
    named = Page("https://www.example.go.th/p", PageKind.HTML, None, (Passage("แจ้งเหตุทุจริต", names_link=True),))
    assert [passage.names_link for passage in with_doors(named).passages] == [False]


HEADING = "เล่าเรื่องงานป่าชายเลน"


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        pytest.param((Passage("ปลูกป่า 3 มีนาคม 2569"),), (), id="said as often as everywhere"),
        pytest.param((Passage(HEADING), Passage("ปลูกป่า 3 มีนาคม 2569")), (HEADING,), id="once more, above the matter"),
        pytest.param(
            (Passage(HEADING, is_heading=True), Passage("เมนูล่าง"), Passage("ปลูกป่า 3 มีนาคม 2569")),
            (HEADING,),
            id="once more, as a heading",
        ),
    ],
)
def test_a_heading_that_says_the_words_of_a_menu_stays(own: tuple[Passage, ...], kept: tuple[str, ...]) -> None:
    menu = (Passage(HEADING), Passage("ติดต่อเรา"))
    foot = (Passage("เมนูล่าง"), Passage("ถนนเลียบคลอง"))
    site = [page() for _ in range(4)]
    site = [replace(one, passages=(*menu, Passage(f"หน้า {n}"), *foot)) for n, one in enumerate(site)]
    seen = replace(site[0], passages=(*menu, *own, *foot))
    bare = furniture_of([*site, seen]).without(seen).passages
    assert [passage.text for passage in bare if passage.text == HEADING] == list(kept)
    assert "ปลูกป่า 3 มีนาคม 2569" in [passage.text for passage in bare]
    assert "ติดต่อเรา" not in [passage.text for passage in bare]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "เทศบาลรับฟังทุกคน ขณะนี้กำลังรวบรวมภาพถ่าย จะแจ้งให้ทราบ", "…ขณะนี้กำลังรวบรวมภาพถ่าย จะแจ้งให้ทราบ", id="its sentence"
        ),
        pytest.param("เทศบาลรับฟังทุกคน แล้วปรับปรุงตลาด", None, id="no promise"),
    ],
)
def test_a_page_that_only_announces_is_quoted(text: str, told: str | None) -> None:
    assert promise_of(page(text)) == told


def test_the_menu_and_footer_of_a_short_page_are_none_of_its_words() -> None:
    menu = [Passage(f"เมนูของเว็บไซต์ลำดับที่ {number}", in_frame=True) for number in range(9)]
    heading = Passage("แผนปฏิบัติการ", is_heading=True)
    leading = Page("https://www.example.go.th/p", PageKind.HTML, "แผนปฏิบัติการ", (*menu, heading), links=(FILE,))
    assert substance_of(leading) is Substance.COVER
    assert substance_of(replace(leading, links=())) is Substance.HOLLOW
    said = page("รายงานอยู่ระหว่างเสนอคณะกรรมการเห็นชอบ จะเผยแพร่ในเดือนถัดไป")
    assert substance_of(said) is Substance.HOLLOW
