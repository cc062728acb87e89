import pytest

from oit_checker.thai.named_months import named_months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("ประจำเดือนตุลาคม 2568", [(10, 2569)], id="October belongs to the next fiscal year"),
        pytest.param("ประจำเดือนกันยายน ๒๕๖๙", [(9, 2569)], id="Thai digits"),
        pytest.param("สขร 1 เดือน ก.ย.67.pdf", [(9, 2567)], id="short, in a file name"),
        pytest.param("ต.ค.68 พ.ย.68", [(10, 2569), (11, 2569)], id="two short ones"),
        pytest.param("มกราคม", [(1, None)], id="without a year"),
        pytest.param("ไตรมาสที่ 2 ปีงบประมาณ 2569", [(1, None), (2, None), (3, None)], id="a quarter"),
        pytest.param("ต.ค. - ธ.ค. 2568", [(10, 2569), (11, 2569), (12, 2569)], id="a span of a quarter"),
        pytest.param("พ.ย. 2568 – ม.ค. 2569", [(11, 2569), (12, 2569), (1, 2569)], id="a span over new year"),
        pytest.param("พฤศจิกายน - มกราคม 2569", [(11, 2569), (12, 2569), (1, 2569)], id="with one year for both"),
        pytest.param("ตุลาคม 2568 - มีนาคม 2569", [], id="half a year is a claim, no list"),
        pytest.param("ลงวันที่ 7 พ.ย. 2568", [], id="the day of a contract"),
        pytest.param("ไตรมาสที่ 1-4", [], id="all quarters"),
    ],
)
def test_named_months(text: str, expected: list[tuple[int, int | None]]) -> None:
    assert [(month.number, month.be) for month in named_months(text)] == expected


@pytest.mark.parametrize(
    ("text", "is_called"),
    [("ต.ค.", True), ("ประจำเดือนตุลาคม", True), ("1. มกราคม", True), ("จัดอบรมตลอดมกราคมและเดือนถัดไป", False)],
)
def test_whether_a_bare_month_is_called_one(text: str, is_called: bool) -> None:
    assert named_months(text)[0].is_called is is_called


def test_the_words_are_quoted() -> None:
    text = "แบบ สขร.1  ประจำเดือน ตุลาคม  พ.ศ. ๒๕๖๘ (อบต.)"
    month = named_months(text)[0]
    assert month.quote == "ตุลาคม พ.ศ. ๒๕๖๘"
    assert text[month.start : month.end].split() == month.quote.split()
