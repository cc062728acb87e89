from __future__ import annotations

from dataclasses import replace

import pytest

from oit_checker.model.evidence import Finding, Gap, GapKind
from oit_checker.model.report import GapReport
from reports.lacks import Lack, lacks_of

URL = "https://www.huaisai.example.go.th/files/o2.pdf"
MAIN, OWNER = "หัวข้อหลักของข้อนี้", "ผู้รับผิดชอบ"


@pytest.fixture
def finding(report: GapReport) -> Finding:
    return report.items[1]


def _component(letter: str, label: str, url: str = URL) -> Gap:
    return Gap(GapKind.COMPONENT_MISSING, url, f"O2.{letter}", f"ไม่พบ “{label}”", f"เพิ่ม “{label}” ในหลักฐานของข้อนี้")


def _lacks(finding: Finding, *gaps: Gap) -> tuple[Lack, ...]:
    return lacks_of(replace(finding, gaps=gaps), advisory=False)


def test_components_lacking_at_one_address_are_named_in_one_sentence(finding: Finding) -> None:
    (lack,) = _lacks(finding, _component("a", MAIN), _component("b", OWNER))
    assert lack.message == f"ไม่พบ “{MAIN}” “{OWNER}”"
    assert lack.advice == f"เพิ่ม “{MAIN}” “{OWNER}” ในหลักฐานของข้อนี้"
    assert lack.urls == (URL,)


def test_components_with_advice_of_their_own_stay_apart(finding: Finding) -> None:
    own = replace(_component("b", OWNER), advice="เพิ่มคอลัมน์ผู้รับผิดชอบ")
    assert [lack.advice for lack in _lacks(finding, _component("a", MAIN), own)] == [
        f"เพิ่ม “{MAIN}” ในหลักฐานของข้อนี้",
        "เพิ่มคอลัมน์ผู้รับผิดชอบ",
    ]


def test_the_same_words_about_two_addresses_are_said_once(finding: Finding) -> None:
    gaps = [Gap(GapKind.WRONG_YEAR, f"{URL}?{n}", None, "เป็นของปีอื่น", "เผยแพร่ฉบับใหม่") for n in range(2)]
    assert [lack.urls for lack in _lacks(finding, *gaps)] == [(f"{URL}?0", f"{URL}?1")]


def test_documents_of_the_same_wrong_year_are_counted(finding: Finding) -> None:
    def old(number: int, year: int) -> Gap:
        return Gap(GapKind.WRONG_YEAR, f"{URL}?{number}", None, f"“ข่าวที่ {number}” เป็นของปี {year}", "เผยแพร่ข่าว")

    lacks = _lacks(finding, old(1, 2567), old(2, 2567), old(3, 2568), old(4, 2567))
    assert [(lack.message, len(lack.urls)) for lack in lacks] == [
        ("“ข่าวที่ 1” และอีก 2 รายการ เป็นของปี 2567", 3),
        ("“ข่าวที่ 3” เป็นของปี 2568", 1),
    ]


def test_what_only_advises_is_kept_apart(finding: Finding) -> None:
    gaps = (_component("a", MAIN), replace(_component("b", OWNER), advisory=True))
    told = replace(finding, gaps=gaps)
    assert [lack.message for lack in lacks_of(told, advisory=True)] == [f"ไม่พบ “{OWNER}”"]


def test_a_gap_without_an_address_has_none(finding: Finding) -> None:
    (lack,) = _lacks(finding, Gap(GapKind.MISSING, None, None, "ไม่พบ", "เผยแพร่", quote="อยู่ระหว่างปรับปรุง"))
    assert (lack.urls, lack.url, lack.quote) == ((), "", "อยู่ระหว่างปรับปรุง")


def test_a_gap_names_the_file_of_a_link_called_download(finding: Finding) -> None:
    download = replace(finding, evidence=(replace(finding.evidence[0], link_text="ดาวน์โหลด"),))
    (lack,) = _lacks(download, Gap(GapKind.WRONG_YEAR, URL, None, "“ดาวน์โหลด” เป็นของปีอื่น", ""))
    assert lack.message == "“ดาวน์โหลด (o2.pdf)” เป็นของปีอื่น"
