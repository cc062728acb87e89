"""Whose document it is, where the own name begins with its office or ends in its form, and where a title cites."""

from __future__ import annotations

import pytest

from oit_checker.match.other_agency import other_agency
from tests.match.test_hollow import document

T = "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริต"


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("สำนักงานจังหวัดดอนทราย", "สำนักงานจังหวัดทะเลใต้"),
        ("สำนักงานเกษตรจังหวัดดอนทราย", "สำนักงานเกษตรจังหวัดทะเลใต้"),
        ("ที่ทำการปกครองจังหวัดดอนทราย", "ที่ทำการปกครองจังหวัดทะเลใต้"),
        ("สำนักงานพัฒนาชุมชนอำเภอดอนทราย", "สำนักงานพัฒนาชุมชนอำเภอทะเลใต้"),
        ("สำนักงานเทศบาลตำบลดอนทราย", "เทศบาลตำบลทะเลใต้"),
        ("ที่ทำการองค์การบริหารส่วนตำบลดอนทราย", "องค์การบริหารส่วนตำบลทะเลใต้"),
        ("สำนักงานปลัดกระทรวงการกระเบื้อง", "สำนักงานปลัดกระทรวงการเดินเรือ"),
        ("สำนักงานคณะกรรมการกำกับเกลือ", "สำนักงานคณะกรรมการอาหารพื้นเมือง"),
        ("สถาบันวิจัยระบบราง (องค์การมหาชน)", "สถาบันวิจัยแสงเหนือ (องค์การมหาชน)"),
        ("ศูนย์หัตถกรรมไผ่ (องค์การมหาชน)", "สำนักงานพัฒนาเกลือ (องค์การมหาชน)"),
        ("สถาบันเทคโนโลยีดอนทราย", "มหาวิทยาลัยทะเลใต้"),
        ("การยางแห่งประเทศไทย", "การท่องเที่ยวแห่งประเทศไทย"),
        ("การไฟฟ้าส่วนภูมิภาค", "การประปาส่วนภูมิภาค"),
        ("ธนาคารนาเกลือ", "ธนาคารบ้านไร่"),
        ("จุฬาลงกรณ์มหาวิทยาลัย", "มหาวิทยาลัยทะเลใต้"),
        ("คณะประมง จุฬาลงกรณ์มหาวิทยาลัย", "มหาวิทยาลัยทะเลใต้"),
    ],
)
def test_a_peers_document_is_told_whatever_stands_around_the_own_form(own: str, other: str) -> None:
    assert other_agency(document("ขั้นตอน", title=f"{T} {other}"), own, ()) is not None
    assert other_agency(document("ขั้นตอน", title=f"{T} {own}"), own, ()) is None
    assert other_agency(document(f"ขั้นตอนของ{own}", title=f"{T} {other}"), own, ()) is None


@pytest.mark.parametrize(
    ("own", "title"),
    [
        pytest.param("กรมเกลือ", "คู่มืองานสารบรรณ สำนักงานเลขานุการกรม อ้างอิง: ระเบียบงานสารบรรณ", id="its own secretary"),
        pytest.param("กรมเกลือ", "คู่มือ งานพัสดุ ระเบียบที่ใช้: ระเบียบกรมป่าไผ่", id="what it rests on"),
        pytest.param("การยางแห่งประเทศไทย", "แผน ตามพระราชบัญญัติการท่องเที่ยวแห่งประเทศไทย พ.ศ. 2522", id="a statute"),
        pytest.param("มหาวิทยาลัยดอนทราย", "คู่มือ ข้อบังคับมหาวิทยาลัยทะเลใต้ว่าด้วยวินัย พ.ศ. 2560", id="a regulation"),
        pytest.param("สำนักงานจังหวัดดอนทราย", "คู่มือของจังหวัด", id="the province itself"),
        pytest.param("สถาบันเกลือ (องค์การมหาชน)", "คู่มือสำหรับสถาบันการเงิน", id="banks are meant in general"),
        pytest.param("สถาบันเกลือ (องค์การมหาชน)", "แผนร่วมกับศูนย์ไผ่ (องค์การมหาชน)", id="done with another"),
        pytest.param("ธนาคารนาเกลือ", "ตามประกาศธนาคารแห่งประเทศไทย", id="who watches over banks"),
        pytest.param("สำนักงานคณะกรรมการกำกับเกลือ", "คู่มือ สำนักงานคณะกรรมการกฤษฎีกา", id="who watches over all"),
        pytest.param("เทศบาลตำบลดอนทราย", "แผนตามประกาศเทศบาลตำบลทะเลใต้", id="a notice is cited"),
        pytest.param(
            "สำนักงานแรงงานจังหวัดดอนทราย", "รายงานสถานการณ์แรงงานจังหวัดรายไตรมาส", id="a province quarter by quarter"
        ),
        pytest.param("สำนักงานสถิติจังหวัดดอนทราย", "แผนพัฒนาสถิติจังหวัดระยะ 5 ปี", id="a province for five years"),
        pytest.param("อบต.ดอนทราย", "อบรมจริยธรรม ณ ห้องประชุม อบต. ผู้เข้าอบรม 42 คน", id="those who came"),
        pytest.param("เทศบาลตำบลดอนทราย", "ประชุมที่เทศบาลตำบล จำนวน 42 คน", id="how many came"),
    ],
)
def test_what_a_title_cites_or_means_in_general_is_no_owner(own: str, title: str) -> None:
    assert other_agency(document("ขั้นตอน", title=title), own, ()) is None


@pytest.mark.parametrize(
    ("title", "is_others"),
    [
        pytest.param("รายงานสรุปผลการจัดซื้อจัดจ้าง สำนักงานจัดหางานจังหวัดดอนทราย", True, id="the office next door"),
        pytest.param("รายงานสรุปผลการจัดซื้อจัดจ้าง สำนักงานจัดหางานจังหวัด ดอนทราย", True, id="with a space"),
        pytest.param("รายงานสรุปผลการจัดซื้อจัดจ้าง สำนักงานแรงงานจังหวัดดอนทราย", False, id="its own"),
        pytest.param("แผนพัฒนาจังหวัดดอนทราย สำนักงานจังหวัดดอนทราย", False, id="the province's own office"),
        pytest.param("หลักเกณฑ์ตามหนังสือสำนักงานคลังจังหวัดดอนทราย", False, id="a letter is cited"),
        pytest.param("กิจกรรมร่วมกับสำนักงานวัฒนธรรมจังหวัดดอนทราย", False, id="done with another"),
        pytest.param("บันทึกข้อตกลง สำนักงานจัดหางานจังหวัดดอนทราย", False, id="what is agreed on"),
    ],
)
def test_another_office_of_the_same_province_is_another_agency(title: str, is_others: bool) -> None:
    own = "สำนักงานแรงงานจังหวัดดอนทราย"
    assert (other_agency(document("ขั้นตอน", title=title), own, ()) is not None) is is_others
    assert other_agency(document(f"จัดทำโดย{own}", title=title), own, ()) is None
    assert other_agency(document("ขั้นตอน", title=title), "เทศบาลตำบลดอนทราย", ()) is None


@pytest.mark.parametrize("place", ["รายา", "คนที", "ระโนด", "ด่านช้าง", "ณัฐวัฒน์", "จานเหนือ", "หมู่สี", "วันยาว"])
def test_a_place_whose_name_begins_like_a_word_of_a_sentence_is_a_neighbour(place: str) -> None:
    for form in ("อบต.", "เทศบาลตำบล"):
        assert other_agency(document("ขั้นตอน", title=f"{T} {form}{place}"), f"{form}ดอนทราย", ()) is not None


def test_what_a_neighbour_has_issued_is_the_neighbours() -> None:
    page = document("ข้าพเจ้าขอประกาศเจตนารมณ์", title="ประกาศเทศบาลตำบลทะเลใต้ เรื่อง นโยบายไม่รับของขวัญ")
    assert other_agency(page, "เทศบาลตำบลดอนทราย", ()) is not None


@pytest.mark.parametrize(
    ("title", "is_anothers"),
    [
        pytest.param("หลักเกณฑ์บริหารบุคคล : กรมใช้บัญชีผู้สอบแข่งขันได้", False, id="uses a list"),
        pytest.param("หลักเกณฑ์บริหารบุคคล กรมกำหนดให้ประเมินปีละสองครั้ง", False, id="lays down"),
        pytest.param("หลักเกณฑ์ให้คุณให้โทษ กรมยกย่องผู้มีผลงาน กรมจะพิจารณาทุกปี", False, id="praises, will look"),
        pytest.param("หลักเกณฑ์บริหารบุคคล กรมป่าไผ่ใช้บัญชีผู้สอบแข่งขันได้", True, id="another one uses a list"),
        pytest.param("DOs & DON'Ts ของชาวกรมเกลือ ปี 2569", False, id="its people, by a word of its name"),
        pytest.param("DOs & DON'Ts ของชาวกรมป่าไผ่ ปี 2569", True, id="another one's people"),
        pytest.param("DOs & DON'Ts ของกรมเกลือ ปี 2569", True, id="a department that may well be another one"),
    ],
)
def test_a_form_before_a_verb_and_a_nickname_are_the_agency_itself(title: str, is_anothers: bool) -> None:
    found = other_agency(document("ขั้นตอน", title=title), "กรมส่งเสริมการทำเกลือสมุทร", ())
    assert (found is not None) is is_anothers


@pytest.mark.parametrize("place", ["ยกกระบัตร", "จะแนะ", "ปรับพล", "วางน้ำดี", "เลื่อนงาม"])
def test_a_place_that_begins_like_a_verb_is_a_place(place: str) -> None:
    page = document("ขั้นตอน", title=f"แผนพัฒนา เทศบาลตำบล{place}")
    assert other_agency(page, "เทศบาลตำบลดอนทราย", ()) is not None


@pytest.mark.parametrize(
    ("own", "title", "is_others"),
    [
        pytest.param(
            "จังหวัดดอนทราย", "ประกาศจังหวัดทะเลใต้ เรื่อง หลักเกณฑ์การบริหารทรัพยากรบุคคล", True, id="a neighbour's notice"
        ),
        pytest.param("จังหวัดดอนทราย", "คำสั่งจังหวัดทะเลใต้ ที่ 1/2569", True, id="a neighbour's order"),
        pytest.param("จังหวัดดอนทราย", "ประกาศจังหวัดดอนทราย เรื่อง หลักเกณฑ์", False, id="its own"),
        pytest.param("จังหวัดดอนทราย", "หลักเกณฑ์ของกระทรวงการเกลือ จังหวัดทะเลใต้", False, id="from the nation"),
        pytest.param("เทศบาลตำบลดอนทราย", "ประกาศจังหวัดทะเลใต้ เทศบาลตำบลทะเลใต้", False, id="from above"),
    ],
)
def test_a_province_takes_no_orders_from_another(own: str, title: str, is_others: bool) -> None:
    assert (other_agency(document("ขั้นตอน", title=title), own, ()) is not None) is is_others
