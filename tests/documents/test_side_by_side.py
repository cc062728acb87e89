"""Lists of two years beside one another in one table come apart; what a shared column says for all years stays."""

from __future__ import annotations

import pytest

from oit_checker.documents.inner_text import inner_text
from oit_checker.documents.tree import parse_html

TITLES = {
    2568: ("ช่องทางแจ้งเรื่องร้องเรียน", "ข้อมูลเชิงสถิติ", "ผลการเปิดโอกาส", "ประกาศเจตนารมณ์"),
    2569: ("ประกาศเจตนารมณ์", "การประเมินความเสี่ยง", "แผนปฏิบัติการ", "รายงานผลการดำเนินการ"),
}


def tables(head: str, rows: list[str]) -> list[str]:
    """The texts of the tables as which a table is read."""
    root = parse_html(f"<html><body><table>{head}{''.join(rows)}</table>หลังตาราง</body></html>".encode())
    assert inner_text(root).endswith("หลังตาราง")
    return [inner_text(table) for table in root.iter("table")]


def rows_of(form: str) -> list[str]:
    """A row for each place of the lists, as a form with {n}, {old} and {new}."""
    pairs = zip(TITLES[2568], TITLES[2569], strict=True)
    return [f"<tr>{form.format(n=n, old=old, new=new)}</tr>" for n, (old, new) in enumerate(pairs, 11)]


@pytest.mark.parametrize(
    ("head", "form"),
    [
        pytest.param(
            "<tr><td colspan=3>ปี 2568</td><td colspan=3>ปี 2569</td></tr>",
            "<td>O{n}</td><td>{old}</td><td><a href=/o{n}>เปิด</a></td>"
            "<td>O{n}</td><td>{new}</td><td><a href=/n{n}>เปิด</a></td>",
            id="code and title in each half",
        ),
        pytest.param(
            "<tr><th colspan=4>รายการ OIT</th></tr><tr><th colspan='2'>ปี 2568</th><th colspan='2'>ปี 2569</th></tr>",
            "<td><a href=/o{n}>O{n} {old}</a></td><td>1 ม.ค. 68</td>"
            "<td><a href=/n{n}>O{n} {new}</a></td><td>1 ม.ค. 69</td>",
            id="below a title, linked titles before dates",
        ),
        pytest.param(
            "<tr><th rowspan=2>ที่</th><th colspan=2>ปี 2568</th><th colspan=2>ปี 2569</th></tr>"
            "<tr><th>เรื่อง</th><th>ไฟล์</th><th>เรื่อง</th><th>ไฟล์</th></tr>",
            "<td>O{n}</td><td>{old}</td><td><a href=/o{n}>เปิด</a></td><td>{new}</td><td><a href=/n{n}>เปิด</a></td>",
            id="one code column, titles of each year",
        ),
    ],
)
def test_each_years_own_list_is_a_table_of_its_own(head: str, form: str) -> None:
    old, new = tables(head, rows_of(form))
    assert "ปี 2568" in old
    assert "ปี 2569" not in old
    assert "ปี 2569" in new
    assert "ปี 2568" not in new
    assert all(title in old for title in TITLES[2568])
    assert "แผนปฏิบัติการ" not in old
    assert all(title in new for title in TITLES[2569])
    assert "สถิติ" not in new
    assert old.count("O11") == new.count("O11") == 1


@pytest.mark.parametrize(
    ("head", "form"),
    [
        pytest.param(
            "<tr><th>ข้อ</th><th>รายการ</th><th colspan=2>ปี 2568</th><th colspan=2>ปี 2569</th></tr>",
            "<td>O{n}</td><td>{new}</td><td><a href=/o{n}>ดาวน์โหลดเอกสาร</a></td><td>1 ม.ค. 68</td>"
            "<td><a href=/n{n}>ดาวน์โหลดเอกสาร</a></td><td>1 ม.ค. 69</td>",
            id="one title for all years",
        ),
        pytest.param(
            "<tr><th colspan=3>ปี 2569</th><th colspan=2>ปี 2568</th></tr>",
            "<td>O{n}</td><td>{new}</td><td><a href=/n{n}>เปิด</a></td><td><a href=/o{n}>เปิด</a></td><td>PDF</td>",
            id="the head of one year drawn over the shared titles",
        ),
        pytest.param(
            "<tr><th rowspan=2>รายการ</th><th colspan=2>ปี 2568</th><th colspan=2>ปี 2569</th></tr>",
            "<td>{new}</td><td>เรื่องร้องเรียนทั่วไป</td><td>{n}</td><td>เรื่องร้องเรียนทั่วไป</td><td>{n}</td>",
            id="figures of two years",
        ),
        pytest.param(
            "<tr><th colspan=2>รายการ</th><th colspan=2>ปี 2569</th></tr>",
            "<td>O{n}</td><td>{new}</td><td><a href=/n{n}>เปิด</a></td><td>PDF</td>",
            id="one year",
        ),
    ],
)
def test_what_the_years_share_is_one_table(head: str, form: str) -> None:
    assert len(tables(head, rows_of(form))) == 1
