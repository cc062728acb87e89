"""What stands only where who opens a page may not see it is a doubt, quoted, and never found."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checks import look
from oit_checker.checks.matter import Matter
from oit_checker.checks.results import unless_by_alt_alone
from oit_checker.documents.html import read_html
from oit_checker.model.checklist import Basis, Component
from oit_checker.model.evidence import ComponentResult, ComponentStatus
from oit_checker.thai.phrases import PhraseIndex

TOLD = "ผู้ประสานงานของโครงการคือ กลุ่มงานสวนสัตว์"
SCRIPT = "<script src='/all.js'></script>"
FILLING = f"<p>{'งานของสวนสัตว์เริ่มแล้วตั้งแต่ต้นปี ' * 10}</p>"


def seen(html: str, **more: object) -> ComponentResult:
    wanted = Component.model_validate(
        {
            "id": "O7.x",
            "label_th": "ผู้ประสานงาน",
            "required": True,
            "basis": Basis.CONFIRMED,
            "keywords": ("ผู้ประสานงาน",),
            **more,
        }
    )
    page = read_html(f"<h1>โครงการ</h1>{FILLING}{html}{SCRIPT}".encode(), url="https://www.example.go.th/")
    words = [*wanted.keywords, *(word for way in wanted.or_ for word in way.keywords)]
    return look(wanted, Matter(page, PhraseIndex(words), date(2026, 4, 30)), wanted=None)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<p>{TOLD}</p>", id="shown"),
        pytest.param(f"<div class='tab-pane' style='display:none'>{TOLD}</div>", id="in a tab"),
        pytest.param(f"<div hidden>{TOLD}</div><p>{TOLD}</p>", id="hidden and shown"),
        pytest.param(f"<img src='/a.jpg' alt='{TOLD}'><p>{TOLD}</p>", id="of a picture and beside it"),
    ],
)
def test_what_is_shown_is_found(html: str) -> None:
    assert seen(html).status is ComponentStatus.FOUND


@pytest.mark.parametrize(
    ("html", "why"),
    [
        pytest.param(f"<div style='display:none'>{TOLD}</div>", "ซ่อนไว้", id="hidden"),
        pytest.param(f"<img src='/a.jpg' alt='{TOLD}'>", "คำบรรยายภาพ", id="of a picture"),
        pytest.param(
            f"<table><tr><th>ก</th><th>ข</th></tr><tr><td>1</td><td>2</td></tr>"
            f"<tr hidden><td>{TOLD}</td><td>2</td></tr></table>",
            "ซ่อนไว้",
            id="a hidden row",
        ),
    ],
)
def test_what_may_not_be_seen_is_doubted_in_its_own_words(html: str, why: str) -> None:
    found = seen(html)
    assert found.status is ComponentStatus.UNREADABLE
    assert "กลุ่มงานสวนสัตว์" in (found.snippet or "")
    assert why in (found.note or "")


def test_another_way_to_show_a_component_has_to_be_seen_too() -> None:
    way = {"check": "keywords", "keywords": ("กลุ่มงานสวนสัตว์",)}
    found = seen(f"<div hidden>{TOLD}</div>", keywords=("ผู้ดูแล",), **{"or": [way]})
    assert found.status is ComponentStatus.UNREADABLE


def test_the_alt_of_a_chart_tells_that_it_is_there_unless_the_page_tells_nothing_else() -> None:
    chart = seen(f"<img src='/a.jpg' alt='{TOLD}'>", in_pictures=True)
    assert chart.status is ComponentStatus.FOUND
    assert (chart.place or "").endswith("(ตามคำบรรยายภาพ)")
    hidden = seen(f"<div hidden><img src='/a.jpg' alt='{TOLD}'></div>", in_pictures=True)
    assert hidden.status is ComponentStatus.UNREADABLE
    beside = seen(f"<p>{TOLD}</p>")
    assert [one.status for one in unless_by_alt_alone([chart])] == [ComponentStatus.UNREADABLE]
    assert unless_by_alt_alone([chart, beside]) == (chart, beside)


def test_what_is_not_there_at_all_is_not_found() -> None:
    assert seen("<div hidden>เรื่องอื่น</div><img src='/a.jpg' alt='ภาพเด็ก'>").status is ComponentStatus.NOT_FOUND
