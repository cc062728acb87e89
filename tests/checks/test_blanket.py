"""That all of a plan was carried out is a claim, and no result of a measure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from oit_checker.model.evidence import ComponentResult
from oit_checker.model.page import PageKind

Ask = Callable[..., ComponentResult]

TITLE = "รายงานผลการดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริต ประจำปีงบประมาณ พ.ศ. 2568"
WORDS = ("ผลการดำเนินการ", "ดำเนินการแล้ว", "ได้ดำเนินการ", "แล้วเสร็จ", "บรรลุ", "ผู้เข้าร่วม", "ร้อยละ")


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF, PageKind.DOCX])
@pytest.mark.parametrize(
    "told",
    [
        "กรมขอรายงานว่าได้ดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริตเรียบร้อยแล้ว จึงเรียนมาเพื่อโปรดทราบ",
        "กรมได้ดำเนินการตามแผนบริหารจัดการความเสี่ยงการทุจริตครบทุกมาตรการแล้ว",
        "เทศบาลได้ดำเนินการครบทั้ง 5 มาตรการ",
        "มาตรการทั้งหมดได้ดำเนินการแล้วเสร็จ",
        "ขอรายงานผลการดำเนินการตามแผน ซึ่งได้ดำเนินการครบถ้วนแล้ว",
        "ผลการดำเนินการ : ได้ดำเนินการตามแผนเรียบร้อยแล้ว",
    ],
)
def test_one_sentence_about_the_whole_plan_is_left_to_a_person(told: str, kind: PageKind, ask: Ask) -> None:
    seen = ask("result_column", told, keywords=WORDS, page={"title": TITLE}, kind=kind)
    assert seen.status == "unreadable", seen


@pytest.mark.parametrize("kind", [PageKind.HTML, PageKind.PDF, PageKind.DOCX])
@pytest.mark.parametrize(
    "told",
    [
        "ได้ดำเนินการตามแผนครบทุกมาตรการแล้ว ดังนี้ 1. หมุนเวียนผู้ตรวจ 2 ครั้ง 2. สุ่มตรวจ GPS 60 ครั้ง",
        "ได้ดำเนินการตามแผนบริหารจัดการความเสี่ยง โดยหมุนเวียนผู้ตรวจแล้ว 2 ครั้ง",
        "ได้ดำเนินการตามแผนแล้ว 3 โครงการ จากทั้งหมด 5 โครงการ คิดเป็นร้อยละ 60",
        "มาตรการหมุนเวียนผู้ตรวจ : ได้ดำเนินการตามแผนเรียบร้อยแล้ว",
        "ได้ดำเนินการครบทุกมาตรการแล้ว | หมุนเวียนผู้ตรวจแล้ว มีผู้เข้าร่วม 14 คน",
    ],
)
def test_what_was_done_of_a_measure_is_a_result(told: str, kind: PageKind, ask: Ask) -> None:
    seen = ask("result_column", told, keywords=WORDS, page={"title": TITLE}, kind=kind)
    assert seen.status == "found", seen


def test_a_heading_of_results_over_such_a_sentence_adds_nothing(ask: Ask) -> None:
    lines = ("ผลการดำเนินการ", "กรมได้ดำเนินการตามแผนครบทุกมาตรการแล้ว")
    assert ask("result_column", *lines, keywords=WORDS, page={"title": TITLE}).status == "unreadable"
