from __future__ import annotations

import pytest

from oit_checker.thai.part_ranges import part_beside_year


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("ปีงบประมาณ พ.ศ. ๒๕๖๗ (๑ ตุลาคม ๒๕๖๖ – ๓๑ มีนาคม ๒๕๖๗)", "๑ ตุลาคม ๒๕๖๖ – ๓๑ มีนาคม ๒๕๖๗", id="half"),
        pytest.param("ปีงบประมาณ 2567 (01/10/2566 - 31/05/2567)", "01/10/2566 - 31/05/2567", id="in figures"),
        pytest.param(
            "ปีงบประมาณ 2567 ตั้งแต่วันที่ 1 ต.ค. 66 ถึงวันที่ 30 เม.ย. 67 ดังนี้", "1 ต.ค. 66 ถึงวันที่ 30 เม.ย. 67", id="short"
        ),
        pytest.param(
            "ปีงบประมาณ 2567 (1 X 2566 - 31 ม.ค. 2567)", "1 X 2566 - 31 ม.ค. 2567", id="the first month is damaged"
        ),
        pytest.param(
            "ปีงบประมาณ 2567 (1 มกราคม 2567 - 30 กันยายน 2567)", "1 มกราคม 2567 - 30 กันยายน 2567", id="begins late"
        ),
        pytest.param("ปีงบประมาณ พ.ศ. 2567 (1 ตุลาคม 2566 - 30 กันยายน 2567)", None, id="the whole year"),
        pytest.param("ปีงบประมาณ 2567 (1 X 2566 - 30 กันยายน 2567)", None, id="the whole year, damaged"),
        pytest.param("ปีงบประมาณ 2567 จ้างดูแลระบบ (1 ม.ค. 2567 - 31 มี.ค. 2567)", None, id="the term of a contract"),
        pytest.param("ปีงบประมาณ 2567 (1 ตุลาคม 2567 - 31 มีนาคม 2568)", None, id="of another year"),
        pytest.param("ปี 2567 (1 มกราคม 2567 - 31 มีนาคม 2567)", None, id="no budget year"),
    ],
)
def test_a_range_beside_a_budget_year_says_how_much_of_it_is_told(text: str, told: str | None) -> None:
    assert part_beside_year(text) == told
