"""Which item an entry of an agency's list is, told by its title."""

from __future__ import annotations

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.match.hub_items import item_for_entry
from oit_checker.match.hub_titles import Titles
from oit_checker.match.hub_types import UNKNOWN, HubBlock, HubEntry
from oit_checker.match.hub_words import bare, likeness
from oit_checker.model.checklist import Checklist


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_checklist("nacc-2569")


def block(instrument: str = UNKNOWN, prefix: str = "O") -> HubBlock:
    return HubBlock(2569, "ITA 2569", instrument, prefix, ())


def code_of(title: str, checklist: Checklist, code: str | None = None, instrument: str = UNKNOWN) -> str | None:
    found = item_for_entry(HubEntry(code, code, title, ()), block(instrument), checklist)
    return found[0].code if found is not None else None


@pytest.mark.parametrize(
    ("title", "code"),
    [
        pytest.param("โครงสร้าง", "O1", id="short title of old lists"),
        pytest.param("อำนาจหน้าที่", "O1", id="an item of its own in old lists"),
        pytest.param("ข่าวสารประชาสัมพันธ์", "O4", id="slightly other words"),
        pytest.param("แผนพัฒนาท้องถิ่น (พ.ศ. 2566–2570)", "O5", id="local government's word"),
        pytest.param("แผนดำเนินงานและการใช้งบประมาณประจำปี", "O6", id="plan of 2566"),
        pytest.param("รายงานผลการดําเนินงานประจําปี พ.ศ. ๒๕๖๘", "O7", id="split sara am and a year"),
        pytest.param("คู่มือหรือมาตรฐานการปฏิบัติงาน", "O8", id="staff manual"),
        pytest.param("คู่มือหรือมาตรฐานการให้บริการ", "O9", id="service manual"),
        pytest.param("E–Service", "O10", id="en dash"),
        pytest.param("สรุปผลการจัดซื้อจัดจ้างรายเดือน (แบบ สขร.1)", "O11", id="monthly procurement, shortened"),
        pytest.param("รายงานผลการจัดซื้อจัดจ้างหรือการจัดหาวัสดุประจำปี", "O12", id="วัสดุ for พัสดุ"),
        pytest.param("เเผนการบริหารและพัฒนาทรัพยากรบุคคลประจำปี", "O13", id="two sara e for ae"),
        pytest.param("หลักเกณฑ์การบริหารและการพัฒนาทรัพยากรบุคคล", "O13", id="criteria"),
        pytest.param("รายงานผลการบริหารและการพัฒนาทรัพยากรบุคคลประจำปี", "O14", id="report, not plan"),
        pytest.param("ประมวลจริยธรรมสำหรับเจ้าหน้าที่ของรัฐ", "O15", id="ethics"),
        pytest.param("แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตฯ", "O16", id="cut with ฯ"),
        pytest.param("ช่องทางแจ้งเรื่องร้องเรียนการทุจริต", "O17", id="cut short"),
        pytest.param("ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบประจำปี", "O18", id="statistics"),
        pytest.param("การเปิดโอกาสให้เกิดการมีส่วนร่วม", "O19", id="participation"),
        pytest.param("การขับเคลื่อนนโยบายNo Gift Policy", "O20", id="no space before No"),
        pytest.param("นโยบายไม่รับของขวัญ (No Gift Policy)", "O20", id="No Gift Policy of 2565"),
        pytest.param("การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบ ประจำปี 2569", "O21", id="risk"),
        pytest.param("รายงานผลการดำเนินการเพื่อจัดการความเสี่ยงการทุจริตและประพฤติมิชอบประจาปี", "O22", id="risk report"),
        pytest.param("แผนปฎิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569", "O23", id="plan, with a typo"),
        pytest.param("รายงานผลการดำเนินการตามแผนปฏิบัติการป้องกันการทุจริต ปี 2568", "O24", id="report of a plan"),
        pytest.param("มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน", "O25", id="measures"),
        pytest.param("กฏหมายที่เกี่วข้อง", None, id="no item of this year, two typos"),
        pytest.param("Q&A", None, id="no item of its own any more"),
        pytest.param("แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ", None, id="procurement plan"),
        pytest.param("รายงานผลการสำรวจความพึงพอใจการให้บริการ", None, id="satisfaction"),
        pytest.param("การมีส่วนร่วมของผู้บริหาร", None, id="executives take part, not the public"),
        pytest.param("ภาพกิจกรรมวันปีใหม่", None, id="anything else"),
    ],
)
def test_title_tells_the_item(title: str, code: str | None, checklist: Checklist) -> None:
    assert code_of(title, checklist) == code


def test_titles_of_all_known_lists_lead_to_their_topic(checklist: Checklist) -> None:
    topics = {topic: item.code for item in reversed(checklist.items) for topic in item.topics}
    wrong = [
        (other.id, code, title)
        for other in checklist.other_lists
        if other.code_prefix == "O"
        for code, (title, topic) in other.titles.items()
        if code_of(title, checklist) != (topics.get(topic) if topic else None)
    ]
    assert wrong == []


def test_code_of_another_numbering_does_not_outvote_the_title(checklist: Checklist) -> None:
    assert code_of("แผนปฏิบัติการป้องกันการทุจริต", checklist, code="O25", instrument="nacc-2568") == "O23"
    assert code_of("แผนปฏิบัติการป้องกันการทุจริต", checklist, code="O25", instrument=checklist.id) == "O23"


def test_code_of_our_numbering_speaks_where_the_title_says_nothing(checklist: Checklist) -> None:
    assert code_of("", checklist, code="O7", instrument=checklist.id) == "O7"
    assert code_of("", checklist, code="O7", instrument="nacc-2568") is None


@pytest.mark.parametrize("prefix", ["MOIT", "EB"])
def test_entries_of_hospital_lists_are_no_items(prefix: str, checklist: Checklist) -> None:
    entry = HubEntry(f"{prefix}15", f"{prefix} 15", "แผนปฏิบัติการป้องกันการทุจริต", ())
    assert item_for_entry(entry, block(checklist.id, prefix), checklist) is None


def test_match_quotes_title_and_code(checklist: Checklist) -> None:
    entry = HubEntry("O23", "OIT 23", "แผนปฏิบัติการป้องกันการทุจริต ปี 2569", ())
    found = item_for_entry(entry, block(checklist.id), checklist)
    assert found is not None
    assert [(match.phrase, match.where) for match in found[1]] == [
        ("แผนปฏิบัติการป้องกันการทุจริต", "heading"),
        ("OIT 23", "code"),
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "แผนปฏิบัติการป้องกันการทุจริต"),
        ("รายงานผลการดำเนินงานประจำปี พ.ศ. 2568", "รายงานผลการดาเนินงาน"),
        ("E–Service", "eservice"),
    ],
)
def test_bare_title_has_no_year(title: str, expected: str) -> None:
    assert bare(title) == expected


@pytest.mark.parametrize(
    ("printed", "known", "same"),
    [
        pytest.param("รายงานผลการดำเนินงาน", "รายงานผลการดำเนินการป้องกันการทุจริต", False, id="same head, another matter"),
        pytest.param("ช่องทางแจ้งเรื่องร้องเรียนการทุจริต", "ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", True, id="cut short"),
        pytest.param("กฏหมายที่เกี่วข้อง", "กฎหมายที่เกี่ยวข้อง", True, id="typos"),
        pytest.param("", "โครงสร้าง", False, id="nothing"),
    ],
)
def test_likeness(printed: str, known: str, same: bool) -> None:
    assert (likeness(bare(printed), bare(known)) >= 0.82) is same


def test_instrument_needs_several_titles_in_place(checklist: Checklist) -> None:
    titles = Titles(checklist)
    own = [("O", int(item.code[1:]), item.title_th) for item in checklist.items]
    assert titles.instrument_of(own) == checklist.id
    assert titles.instrument_of(own[:2]) == UNKNOWN
    assert titles.instrument_of([("O", number, "ภาพกิจกรรม") for _, number, _ in own]) == UNKNOWN
