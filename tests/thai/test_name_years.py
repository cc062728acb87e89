"""Years in file names and addresses."""

from __future__ import annotations

import pytest

from oit_checker.thai.dates import year_mentions_in_name


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("ITA_68_o12.xlsx", [(2568, None, "short")]),
        ("o12-ปี-68.xlsx", [(2568, None, "short")]),
        ("newITA64.php", [(2564, None, "short")]),
        ("moit1-1-68.pdf", [(2568, None, "short")]),
        ("รายงานผล ปีงบ 67.pdf", [(2567, None, "fiscal")]),
        ("680303_ITA-O20.pdf", [(2568, None, "date")]),
        ("681015.pdf", [(2569, None, "date")]),
        ("150368.pdf", [(2568, None, "date")]),
        ("25680303.pdf", [(2568, None, "date")]),
        ("04-04-68.pdf", [(2568, None, "date")]),
        ("moit 5.2.1 สขร 1 เดือน ก.ค.67.pdf", [(2567, None, "month")]),
        ("แผนพัฒนา-พ-ศ-2566-2570.pdf", [(2566, 2570, "span")]),
        ("%E0%B8%9B%E0%B8%B5-2569.pdf", [(2569, None, "year")]),
        ("https://x.go.th/ITA/2568/010", [(2568, None, "year")]),
        ("ita2569.html", [(2569, None, "year")]),
        ("?y=2566", [(2566, None, "year")]),
        ("page.php?fy=68", [(2568, None, "fiscal")]),
        ("23-2558.pdf", [(2558, None, "year")]),
        ("พ.ร.บ.ข้อมูลข่าวสาร-2540.pdf", [(2540, None, "law")]),
        ("_6M_2022.pdf", [(2565, None, "christian")]),
        ("OIT2023", [(2566, None, "christian")]),
        ("/wp-content/uploads/2025/04/a.pdf", [(2568, None, "christian")]),
        ("/wp-content/uploads/2025/10/a.pdf", [(2569, None, "christian")]),
    ],
)
def test_years_are_read(name: str, read: list[tuple[int, int | None, str]]) -> None:
    assert [(mention.be, mention.last_be, mention.form) for mention in year_mentions_in_name(name)] == read


@pytest.mark.parametrize(
    "name",
    [
        "?id=2569",
        "/menu/2569",
        "index.php?mo=10&art=42030975",
        "พ.ศ.-256-1.pdf",
        "3f2568ab-1234.pdf",
        "20240618152621",
        "https://2569.example.go.th/a.pdf",
        "o8_01.pdf",
        "https://docs.google.com/d/1BxiMVs2568RA5n/view",
    ],
)
def test_other_numbers_are_no_years(name: str) -> None:
    assert year_mentions_in_name(name) == ()


def test_quotes_are_of_the_decoded_name() -> None:
    (mention,) = year_mentions_in_name("https://x.go.th/%E0%B8%9B%E0%B8%B5-2569.pdf")
    assert mention.quote == "ปี-2569"
    assert "https://x.go.th/ปี-2569.pdf"[mention.start : mention.end] == mention.quote
