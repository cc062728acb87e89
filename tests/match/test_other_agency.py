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
    ],
)
def test_what_a_title_cites_or_means_in_general_is_no_owner(own: str, title: str) -> None:
    assert other_agency(document("ขั้นตอน", title=title), own, ()) is None


def test_what_a_neighbour_has_issued_is_the_neighbours() -> None:
    page = document("ข้าพเจ้าขอประกาศเจตนารมณ์", title="ประกาศเทศบาลตำบลทะเลใต้ เรื่อง นโยบายไม่รับของขวัญ")
    assert other_agency(page, "เทศบาลตำบลดอนทราย", ()) is not None
