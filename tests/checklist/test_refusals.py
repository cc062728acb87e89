"""A checklist with a fault in it is refused: place, problem and remedy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from oit_checker.checklist import load_checklist
from oit_checker.errors import ChecklistError


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param("items:\n", "items: [\n", ["บรรทัด ", "รูปแบบ YAML"], id="broken yaml"),
        pytest.param(
            "    topics: [ac_plan]\n",
            "    topics: [ac_plan]\n    topics: [x]\n",
            ["บรรทัด 29", "'topics'", "ซ้ำสองครั้ง"],
            id="key twice",
        ),
        pytest.param(
            "basis: quoted",
            "basis: quoted\n        keyword: [x]",
            ["ข้อ O1: components[0]", "'keyword'", "หมายถึง keywords"],
            id="misspelt key",
        ),
        pytest.param(
            "instrument: small\n",
            "instrument: small\ncolour: red\n",
            ["ไม่รู้จักช่อง 'colour'", "ช่องที่ใช้ได้ที่นี่"],
            id="unknown key",
        ),
        pytest.param(
            '    sub_indicator: "9.1"',
            "    sub_indicator: 9.1",
            ["ข้อ O1: sub_indicator", "ต้องเป็นข้อความ", '"9.1"'],
            id="number for text",
        ),
        pytest.param(
            "basis: confirmed", "basis: sure", ["ข้อ O1: components[1].basis", "'sure'", "'quoted'"], id="unknown word"
        ),
        pytest.param("    evidence_year: current\n", "", ["ข้อ O1", "ขาดช่อง evidence_year"], id="missing field"),
        pytest.param("    sources: [manual]\n", "", ["ข้อ O1", "ยังไม่ได้ระบุแหล่งที่มา", "source_registry"], id="no sources"),
        pytest.param("sources: [manual]", "sources: []", ["ข้อ O1", "ยังไม่ได้ระบุแหล่งที่มา"], id="empty sources"),
        pytest.param(
            "sources: [manual]",
            "sources: [manul]",
            ["ข้อ O1: sources[0]", "'manul'", "หมายถึง manual"],
            id="unknown source",
        ),
        pytest.param(
            "basis: quoted",
            "basis: quoted\n        in_same: plna",
            ["ข้อ O1: components[0].in_same", "'plna'"],
            id="unknown component of the item",
        ),
        pytest.param(
            "check: months",
            "check: monts",
            ["ข้อ O1: components[1].check", "'monts'", "หมายถึง months"],
            id="unknown check",
        ),
        pytest.param(
            "min_months: 2",
            "min_month: 2",
            ["components[1].with.min_month", "ไม่มีตัวเลือกย่อย", "หมายถึง min_months"],
            id="misspelt parameter",
        ),
        pytest.param(
            "min_months: 2",
            'min_months: "2"',
            ["components[1].with.min_months", "oit-checker explain months"],
            id="parameter of another type",
        ),
        pytest.param(
            "check: months\n        with: {min_months: 2}",
            "check: table_columns",
            ["components[1].with", "ต้องมี columns"],
            id="parameter left out",
        ),
        pytest.param(
            "check: months\n        with: {min_months: 2}",
            "check: phone\n        with: {min_count: 2}",
            ["min_count", "phone ไม่มีตัวเลือกย่อย"],
            id="check without parameters",
        ),
        pytest.param(
            "id: period", "id: projects", ["ข้อ O1: components[1].id", "projects", "ซ้ำ 2 ครั้ง"], id="component twice"
        ),
        pytest.param(
            "id: period", "id: O1.period", ["ข้อ O1: components[1].id", "เขียนเพียง period"], id="whole component id"
        ),
        pytest.param(
            "        keywords: [โครงการ]\n",
            "",
            ["ข้อ O1: components[0]", "ยังไม่ได้ระบุคำที่ใช้หา"],
            id="keywords check without words",
        ),
        pytest.param(
            '    sub_indicator: "9.1"',
            '    sub_indicator: "9.7"',
            ["ข้อ O1: sub_indicator", "'9.7'", "9.1"],
            id="unknown sub-indicator",
        ),
        pytest.param(
            'sub_indicators: ["9.1"]',
            'sub_indicators: ["9.2"]',
            ["indicators[0].sub_indicators[0]", "'9.2'"],
            id="indicator of unknown sub-indicators",
        ),
        pytest.param(
            "ปี {year}", "ปี {yaer}", ["ข้อ O1: keywords.strong[0]", "{yaer}", "{previous}"], id="unknown placeholder"
        ),
        pytest.param(
            'start: "2025-10-01"',
            "start: 2568-10-01",
            ["fiscal_year_start", "ไม่มีเครื่องหมายคำพูด", '"2568-10-01"'],
            id="unquoted Buddhist date",
        ),
        pytest.param(
            'start: "2025-10-01"',
            'start: "2568-10-01"',
            ["fiscal_year_start", "เป็นวันที่ พ.ศ.", '"2025-10-01"'],
            id="Buddhist date",
        ),
        pytest.param('start: "2025-10-01"', 'start: "October"', ["fiscal_year_start", "ไม่ใช่วันที่"], id="no date"),
        pytest.param(
            'start: "2025-10-01"',
            'start: "2027-10-01"',
            ["fiscal_year_end", "ก่อนวันเริ่มปี"],
            id="year ends before it starts",
        ),
        pytest.param("fiscal_year: 2569", "fiscal_year: 2026", ["fiscal_year", "2569"], id="Christian year"),
        pytest.param(
            "negative: [รายงานผล]",
            'negative: ["แผนปฏิบัติการป้องกันการทุจริต ปี {year}"]',
            ["strong[0]", "อยู่ทั้งใน strong และ negative"],
            id="strong and negative",
        ),
        pytest.param(
            "negative: [รายงานผล]",
            "combined: [{words: [[แผน]]}]",
            ["ข้อ O1: keywords.combined[0]", "กลุ่มคำเพียงกลุ่มเดียว", "whole: true"],
            id="one group of words",
        ),
        pytest.param(
            "negative: [รายงานผล]",
            "combined: [{words: [[แผน], [ทุจริต]], withot: [ผล]}]",
            ["keywords.combined[0]", "withot", "without"],
            id="misspelt key of a combination",
        ),
        pytest.param('strong: ["แผน', 'strong: ["แผน", "แผน', ["strong[0]", "สั้นเกิน"], id="short strong word"),
        pytest.param("code: O1", "code: Oone", ["ข้อ Oone: code", "'Oone'"], id="no item code"),
    ],
)
def test_a_faulty_file_is_refused_with_the_way_out(
    before: str, after: str, told: list[str], small: str, written: Callable[[str], Path]
) -> None:
    assert before in small
    place = written(small.replace(before, after))
    with pytest.raises(ChecklistError) as refused:
        load_checklist(place)
    message = str(refused.value)
    assert message.startswith(f"{place}: ")
    assert refused.value.remedy
    for part in told:
        assert part in message


def test_an_item_code_that_stands_twice_is_refused(small: str, written: Callable[[str], Path]) -> None:
    raw: dict[str, Any] = yaml.safe_load(small)
    raw["items"].append(raw["items"][0])
    with pytest.raises(ChecklistError, match=r"ข้อ O1: code: O1 มีซ้ำ 2 ครั้ง"):
        load_checklist(written(yaml.safe_dump(raw, allow_unicode=True)))
