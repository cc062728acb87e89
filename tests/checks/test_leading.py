"""Which headings of a web page lead to a keyword that must be led to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.documents.html import read_html
from oit_checker.model.checklist import Basis, Component
from oit_checker.thai.phrases import PhraseIndex

APPRAISAL = "การประเมินผลการปฏิบัติงาน"
LED: dict[str, Any] = {"after": ["หลักเกณฑ์การ", "เกณฑ์งานบุคคล"], "not_under": ["แผน", "ข่าว"]}
TITLE = "<h2>หลักเกณฑ์งานบุคคลของเทศบาล</h2>"
FIRST = "<h3>การสรรหา</h3><p>รับโอนหรือขอใช้บัญชีผู้สอบแข่งขันได้</p>"
TOLD = f"<h3>{APPRAISAL}</h3><p>ผลงานร้อยละ 70 สมรรถนะร้อยละ 30</p>"


def status(markup: str) -> str:
    page = read_html(f"<html><body>{markup}</body></html>".encode(), url="https://www.example.go.th/hr")
    component = Component.model_validate(
        {
            "id": "O13.x",
            "label_th": "หลักเกณฑ์",
            "required": True,
            "basis": Basis.CONFIRMED,
            "keywords": (APPRAISAL,),
            "with": LED,
        }
    )
    return look(component, Matter(page, PhraseIndex([APPRAISAL]), date(2026, 4, 30)), wanted=None).status


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(TITLE + FIRST + TOLD, id="the second part under the title"),
        pytest.param(f"{TITLE}<h3>ทั่วไป</h3><h4>รอบปี</h4><p>{APPRAISAL}ปีละสองครั้ง</p>", id="two headings between"),
        pytest.param(f"<h1>เทศบาล</h1>{TITLE}{FIRST}<p><b>{APPRAISAL}</b></p>", id="a bold line under it"),
        pytest.param(f"<h3>หลักเกณฑ์การเลื่อนขั้น</h3><p>ใช้{APPRAISAL}</p>", id="the nearest heading"),
    ],
)
def test_the_heading_that_governs_it_leads_to_it(markup: str) -> None:
    assert status(markup) == "found"


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(f"<h2>งานบุคคล</h2>{FIRST}{TOLD}", id="no criteria anywhere"),
        pytest.param(f"{TITLE}{FIRST}<h2>ข่าวงานบุคคล</h2><p>{APPRAISAL}เสร็จแล้ว</p>", id="the next of its rank"),
        pytest.param(f"<h3>หลักเกณฑ์การสรรหา</h3><p>สอบ</p>{TOLD}", id="the section before"),
        pytest.param(f"<h3>หลักเกณฑ์การสรรหา</h3><p>สอบ</p><h2>{APPRAISAL}</h2>", id="a section of a lower rank"),
        pytest.param(f"{TITLE}<h3>แผนพัฒนาบุคลากร</h3><h4>งาน</h4><p>อบรม{APPRAISAL}</p>", id="a plan under it"),
        pytest.param(f"{TITLE}<h3>แผนงานและ{APPRAISAL}</h3>", id="the heading itself is of a plan"),
        pytest.param(f"{TITLE}<aside><h3>{APPRAISAL}</h3></aside>", id="what stands aside"),
        pytest.param(f"<article>{TITLE}{FIRST}</article><article>{TOLD}</article>", id="another article"),
    ],
)
def test_no_other_heading_speaks_for_it(markup: str) -> None:
    assert status(markup) == "not_found"
