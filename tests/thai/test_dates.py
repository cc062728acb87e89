"""Years, months and days in running text."""

from __future__ import annotations

import random
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from oit_checker.thai import years
from oit_checker.thai.dates import thai_dates, year_mentions

Read = tuple[int, int | None, str]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("ปีงบประมาณ พ.ศ. ๒๕๖๙", [(2569, None, "fiscal")]),
        ("นายอำเภอ พ.ศ. ๒๕๖๕ – ปัจจุบัน", [(2565, None, "since")]),
        ("ตั้งแต่ปีงบประมาณ 2566 จนถึงปัจจุบัน", [(2566, None, "since")]),
        ("1 ตุลาคม 2565 - ปัจจุบัน", [(2566, None, "since")]),
        ("ปลัดตั้งแต่ มี.ค. 2564 ถึงปัจจุบัน", [(2564, None, "since")]),
        ("ผลงานปี 2568 ปัจจุบันอยู่ระหว่างตรวจรับ", [(2568, None, "year")]),
        ("ประจำปีงบประมาณพ.ศ.2569", [(2569, None, "fiscal")]),
        ("ประจ าปีงบประมาณ พ.ศ. ๒๕๖๙", [(2569, None, "fiscal")]),
        ("ป\uf702งบประมาณ พ.ศ. ๒๕๖๙", [(2569, None, "fiscal")]),
        ("ปีงบประมาณ พ.ศ. ๒ ๕ ๖ ๙", [(2569, None, "fiscal")]),
        ("ปีงบประมาณ พ.ศ.. 2568", [(2568, None, "fiscal")]),
        ("ปีงบประมาณ (2569)", [(2569, None, "fiscal")]),
        ("ปีงบ 67", [(2567, None, "fiscal")]),
        ("งบประมาณรายจ่ายประจำปี พ.ศ. 2569", [(2569, None, "fiscal")]),
        ("ข้อบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. 2569", [(2569, None, "fiscal")]),
        ("FY2569", [(2569, None, "fiscal")]),
        ("คู่มือห้องปฏิบัติการตาม ISO/IEC 17025:2017", [(2560, None, "law")]),
        ("มอก. ๑๗๐๒๕-๒๕๖๑ (ISO 9001 : 2015)", [(2561, None, "law"), (2558, None, "law")]),
        ("ได้รับการรับรอง ISO 9001 ปี 2568", [(2568, None, "year")]),
        ("รายงาน ISO 9001:2015 ประจำปี 2569", [(2558, None, "law"), (2569, None, "year")]),
        ("มอก. 2569", [(2569, None, "year")]),
        ("Fiscal Year 2569 (fy 68)", [(2569, None, "fiscal"), (2568, None, "fiscal")]),
        ("budget YEAR 2569 งบประมาณปี 2568", [(2569, None, "fiscal"), (2568, None, "fiscal")]),
        ("q3/2569", [(2569, None, "quarter")]),
        ("x15/03/2569", []),
        ("FY2026", [(2569, None, "fiscal")]),
        ("ประจำปี 2569", [(2569, None, "year")]),
        ("พ.ศ. 2568", [(2568, None, "year")]),
        ("พ.ศ..2568", [(2568, None, "year")]),
        ("พศ.2555", [(2555, None, "year")]),
        ("ปี พ.ศ. 2569", [(2569, None, "year")]),
        ("ครั้งที่ 1/2569", [(2569, None, "year")]),
        ("ITA2569", [(2569, None, "year")]),
        ("O1 2569", [(2569, None, "year")]),
        ("2567 2568 และ 2569", [(2567, None, "year"), (2568, None, "year"), (2569, None, "year")]),
        ("ปี 68", [(2568, None, "short")]),
        ("ปี ๖๘", [(2568, None, "short")]),
        ("2026", [(2569, None, "christian")]),
        ("ค.ศ. 2026", [(2569, None, "christian")]),
        ("2566 – 2570", [(2566, 2570, "span")]),
        ("(พ.ศ. ๒๕๖๑-๒๕๘๐)", [(2561, 2580, "span")]),
        ("พ.ศ.2566-พ.ศ.2570", [(2566, 2570, "span")]),
        ("พ.ศ. 2566 ถึง 2570", [(2566, 2570, "span")]),
        ("2566-70", [(2566, 2570, "span")]),
        ("ปี 66-70", [(2566, 2570, "span")]),
        ("2023-2027", [(2566, 2570, "christian")]),
        ("ก.ค.67", [(2567, None, "month")]),
        ("ต.ค. 2568", [(2569, None, "month")]),
        ("เดือนตค.68", [(2569, None, "month")]),
        ("แบบ สขร.1 เดือนตุลาคม 2568", [(2569, None, "month")]),
        ("October 2025", [(2569, None, "month")]),
        ("ต.ค.64 - มี.ค.65", [(2565, None, "month")]),
        ("ตุลาคม - ธันวาคม 2564", [(2565, None, "month")]),
        ("ตุลาคม - มีนาคม 2568", [(2568, None, "month")]),
        ("ตุลาคม 2568 – กันยายน 2569", [(2569, None, "month")]),
        ("ตุลาคม 2567 – กันยายน 2569", [(2568, 2569, "month")]),
        ("1 ตุลาคม 2568 ถึง 30 กันยายน 2569", [(2569, None, "date")]),
        ("29 มกราคม 2569", [(2569, None, "date")]),
        ("1 ตุลาคม 2568", [(2569, None, "date")]),
        ("30/09/2568", [(2568, None, "date")]),
        ("2025-10-01", [(2569, None, "date")]),
        ("ไตรมาสที่ 1 (ตุลาคม – ธันวาคม 2564)", [(2565, None, "month")]),
        ("ไตรมาสที่ 1/2569", [(2569, None, "quarter")]),
        ("ไตรมาส 2 ปีงบประมาณ พ.ศ. 2568", [(2568, None, "quarter")]),
        ("ไตรมาสที่ 3 ปี 68", [(2568, None, "quarter")]),
    ],
)
def test_years_are_read(text: str, read: list[Read]) -> None:
    assert [(mention.be, mention.last_be, mention.form) for mention in year_mentions(text)] == read


@pytest.mark.parametrize(
    ("text", "be"),
    [
        ("พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540", 2540),
        ("พ.ร.บ.ข้อมูลข่าวสารของราชการ พ.ศ.๒๕๔๐", 2540),
        ("พ.ร.ป. ว่าด้วยการเลือกตั้ง พ.ศ. ๒๕๖๑", 2561),
        ("พรบ.ข้อมูลข่าวสาร 2540", 2540),
        ("ระเบียบกระทรวงการคลังว่าด้วยการจัดซื้อจัดจ้างและการบริหารพัสดุภาครัฐ พ.ศ. 2560", 2560),
        ("ระเบียบกระทรวงมหาดไทยว่าด้วยการจัดท าแผนพัฒนาขององค์กรปกครองส่วนท้องถิ่น พ.ศ. 2548", 2548),
        ("พระราชบัญญัติประกอบรัฐธรรมนูญว่าด้วยการป้องกันและปราบปรามการทุจริต พ.ศ. 2561 มาตรา 128", 2561),
        ("ประกาศคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ เรื่อง หลักเกณฑ์การรับทรัพย์สิน พ.ศ. 2563", 2563),
        ("(ฉบับที่ ๕) พ.ศ. ๒๕๔๖ - ๕ - สํา", 2546),
        ("รัฐธรรมนูญแห่งราชอาณาจักรไทย พุทธศักราช ๒๕๖๐", 2560),
        ("ประมวลจริยธรรมข้าราชการพลเรือน พ.ศ. 2564", 2564),
        ("ระเบียบ มท. ว่าด้วยการจ่ายเงินของ อปท. ให้แก่ผู้สูงอายุและผู้พิการในเขตพื้นที่ที่รับผิดชอบ พ.ศ. 2566", 2566),
    ],
)
def test_the_year_of_a_law_is_marked(text: str, be: int) -> None:
    (mention,) = year_mentions(text)
    assert (mention.be, mention.form) == (be, "law")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param(
            "แผนดำเนินงาน ประจำปี 2569 ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. 2540",
            [(2569, "year"), (2540, "law")],
            id="document-then-law",
        ),
        pytest.param(
            "ตามระเบียบกระทรวงมหาดไทยว่าด้วยการจัดทำแผนพัฒนา พ.ศ. 2548 แผนดำเนินงาน พ.ศ. 2569",
            [(2548, "law"), (2569, "year")],
            id="law-then-document",
        ),
        pytest.param("รายงานตาม พ.ร.บ.อำนวยความสะดวก ประจำปี 2568", [(2568, "year")], id="law-without-its-year"),
        pytest.param(
            "สอบแข่งขันตามหนังสือสำนักงาน ก.พ. ที่ นร ๑๐๐๔/ว ๑๗ ลงวันที่ ๑๑ ธันวาคม ๒๕๕๖", [(2557, "law")], id="circular"
        ),
        pytest.param("ตามหนังสืออำเภอ ที่ ชม 0017/123 ลงวันที่ 5 มกราคม 2569", [(2569, "date")], id="answered-letter"),
        pytest.param(
            "ตามหนังสือ ที่ มท 0808/ว123 ลงวันที่ 9 ก.ย. 2567 รายงาน ณ วันที่ 3 มี.ค. 2569",
            [(2567, "law"), (2569, "date")],
            id="circular-then-own-date",
        ),
        pytest.param("ระเบียบวาระการประชุม พ.ศ. 2569", [(2569, "year")], id="agenda-is-no-law"),
        pytest.param("ประกาศ อบต. เรื่อง แผนดำเนินงาน พ.ศ. 2569", [(2569, "year")], id="own-announcement-is-no-law"),
        pytest.param("ระเบียบกรมว่าด้วยการลา แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)", [(2566, "span")], id="span-is-no-law"),
    ],
)
def test_laws_and_documents_are_told_apart(text: str, read: list[tuple[int, str]]) -> None:
    assert [(mention.be, mention.form) for mention in year_mentions(text)] == read


@pytest.mark.parametrize(
    "text",
    [
        "ที่ นร 0102/2569",
        "คำสั่งที่ 12/2569",
        "เลขที่ 3 / 2558",
        "0 2569 1234",
        "02-2569-123",
        "081-256-9123",
        "โทร. 2569",
        "2,569 บาท",
        "12,569",
        "2569 บาท",
        "จำนวน 2569",
        "2569.50",
        "มาตรา 2569",
        "ครึ่งปีแรก รอบ 6 เดือน",
        "ปี 60 คน",
        "อายุ 15 ปี 60 คน",
        "2,568.26 ล้านบาท",
        "1256925",
        "พ.ศ.-256-1",
        "253\\62",
        "9.1.60",
        "A2569",
        "",
    ],
)
def test_other_numbers_are_no_years(text: str) -> None:
    assert year_mentions(text) == ()


def test_every_mention_quotes_its_own_place() -> None:
    text = "แผน  ปีงบประมาณ\nพ.ศ. ๒๕๖๙ (ต.ค. 2568) และ 2566 – 2570"
    mentions = year_mentions(text)
    assert [mention.quote for mention in mentions] == ["ปีงบประมาณ พ.ศ. ๒๕๖๙", "ต.ค. 2568", "2566 – 2570"]
    assert [" ".join(text[mention.start : mention.end].split()) for mention in mentions] == [
        mention.quote for mention in mentions
    ]


@given(st.text(alphabet="ปีงบประมาณ พ.ศ.2569๒๕-/(ตค)ไรสที่1ถึงกย", max_size=60))
@settings(max_examples=300, deadline=None)
def test_mentions_stand_in_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for mention in year_mentions(text):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.last_be is None or mention.last_be > mention.be
        end = mention.end


@pytest.mark.parametrize("seed", range(12))
def test_rules_that_are_not_asked_would_have_read_nothing(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    words = ["ปี", "ปีงบประมาณ ", "พ.ศ. ", "มี.ค. ", "ตุลาคม ", "2569", "๒๕๖๘", "2 5 6 7", "68", "2025", "5", "2", "-"]
    words += ["15 ", "ถึง", "ปัจจุบัน", "พ.ร.บ. ", "ครั้งที่ 1/", "ไตรมาส 1 ", "FY", "ISO 9001:2015", "15/03/2569", " ", ","]
    texts = ["".join(chance.choices(words, k=chance.randint(1, 8))) for _ in range(300)]
    quickly = [year_mentions(text) for text in texts]
    monkeypatch.setattr(years, "_MAY_BE_YEAR", re.compile(r"[\s\S]"))
    years._of_short_text.cache_clear()
    assert [year_mentions(text) for text in texts] == quickly
    assert any(quickly)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("15 มีนาคม 2569", [date(2026, 3, 15)]),
        ("๑๕ มี.ค. ๖๙", [date(2026, 3, 15)]),
        ("15/03/2569", [date(2026, 3, 15)]),
        ("15/03/69", [date(2026, 3, 15)]),
        ("04-04-68", [date(2025, 4, 4)]),
        ("2026-03-15", [date(2026, 3, 15)]),
        ("15 March 2026", [date(2026, 3, 15)]),
        ("March 15, 2026", [date(2026, 3, 15)]),
        ("aMarch 15, 2026; Marches 15, 2026", []),
        ("วันที่ 1 เดือน ตุลาคม พ.ศ. 2568", [date(2025, 10, 1)]),
        ("ณ วันที่ 5 กรกฏาคม 2568", [date(2025, 7, 5)]),
        ("๑๕ ตุ ล าคม ๒๕๖๘", [date(2025, 10, 15)]),
        ("29ก.พ.67", [date(2024, 2, 29)]),
        ("1 ต.ค. 2568 - 30 ก.ย. 2569", [date(2025, 10, 1), date(2026, 9, 30)]),
        ("31 ก.พ. 2569", []),
        ("แบบ สขร.1 เดือนตุลาคม 2568", []),
        ("รอบ 6 เดือน ตุลาคม 2568", []),
        ("0-2281-8100", []),
        ("ข้อ 9.1.60", []),
        ("1/13/2569", []),
    ],
)
def test_full_dates(text: str, days: list[date]) -> None:
    mentions = thai_dates(text)
    assert [mention.day for mention in mentions] == days
    assert all(mention.quote == " ".join(text[mention.start : mention.end].split()) for mention in mentions)
