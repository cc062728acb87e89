"""The span of years of a plan that tells its length by itself; the spans of others are never the item's."""

from __future__ import annotations

from datetime import date

import pytest

from oit_checker.checklist import load_checklist
from oit_checker.checks.matter import Matter
from oit_checker.match.text_years import years_of_text
from oit_checker.match.years import year_of
from oit_checker.model.evidence import Candidate
from oit_checker.model.page import Page, PageKind, Passage
from oit_checker.model.year import FiscalYear
from oit_checker.thai.phrases import PhraseIndex

ITEMS = {item.code: item for item in load_checklist("nacc-2569").items}
URL = "https://www.example.go.th/plan"


def year(code: str, *lines: str) -> int | None:
    item = ITEMS[code]
    page = Page(URL, PageKind.HTML, "เผยแพร่ข้อมูล", tuple(map(Passage, lines)))
    matter = Matter(page, PhraseIndex(["กก"]), date(2026, 4, 30))
    candidate = Candidate(code, URL, "https://www.example.go.th/ita", "ดูข้อมูล", (URL,), (), 1.0)
    wanted = FiscalYear(2569)
    return year_of(
        page, candidate, wanted, covers_years=item.covers_years, text_years=lambda: years_of_text(item, matter)
    ).be


PLAN = "แผนกลยุทธ์สถาบันศรีวารี ระยะ 5 ปี (พ.ศ. 2566 – 2570)"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param((f"{PLAN} สภาอนุมัติเมื่อ 20 กันยายน 2565",), id="the day of its approval"),
        pytest.param((PLAN, "เป้าหมายปี 2570 ร้อยละ 85"), id="the year of a goal"),
        pytest.param(("แผนกลยุทธ์ศรีวารี ระยะ ๕ ปี พ.ศ. ๒๕๖๖-๒๕๗๐", "อนุมัติ 20 กันยายน 2565"), id="in Thai digits"),
    ],
)
def test_a_plan_that_tells_its_years_is_of_all_of_them(lines: tuple[str, ...]) -> None:
    assert year("O5", *lines) == 2569


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(("แผนกลยุทธ์ศรีวารี ระยะ 5 ปี (พ.ศ. 2561-2565)", "ประชุม 3 มีนาคม 2569"), 2565, id="a plan that is over"),
        pytest.param(("อนุมัติ 20 กันยายน 2565", f"สอดคล้องกับ{PLAN}"), 2565, id="a plan that is cited"),
        pytest.param(("อนุมัติ 20 กันยายน 2565", "แผนแม่บทชาติ ระยะ 5 ปี (พ.ศ. 2566-2570)"), 2565, id="a plan of the nation"),
        pytest.param(
            ("อนุมัติ 20 กันยายน 2565", "แผนพัฒนาบุคลากร ระยะ 3 ปี (พ.ศ. 2567-2569)"), 2565, id="a plan for the staff"
        ),
        pytest.param(("อนุมัติ 20 กันยายน 2565", "แผนวิจัย ระยะ 3 ปี (พ.ศ. 2566-2570)"), 2565, id="years that do not fit"),
    ],
)
def test_other_spans_say_nothing_of_it(lines: tuple[str, ...], expected: int) -> None:
    assert year("O5", *lines) == expected


def test_a_plan_of_one_year_cites_those_of_several() -> None:
    assert year("O23", "อนุมัติ 20 กันยายน 2565", PLAN) == 2565
