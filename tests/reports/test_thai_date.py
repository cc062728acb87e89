from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from reports.thai_date import thai_bytes, thai_date, thai_duration, thai_moment

BANGKOK = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        pytest.param(datetime(2026, 11, 20, 8, 5, tzinfo=BANGKOK), "20 พฤศจิกายน 2569 เวลา 08.05 น.", id="Thai time"),
        pytest.param(
            datetime(2026, 12, 31, 18, 30, tzinfo=UTC),
            "1 มกราคม 2570 เวลา 01.30 น.",
            id="UTC before midnight is next year",
        ),
        pytest.param(datetime(2026, 2, 28, 23, 59), "28 กุมภาพันธ์ 2569 เวลา 23.59 น.", id="no zone is Thai time"),
    ],
)
def test_thai_moment(moment: datetime, shown: str) -> None:
    assert thai_moment(moment) == shown


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_own_name(month: int) -> None:
    names = {thai_date(datetime(2026, m, 1)).split()[1] for m in range(1, 13)}
    assert len(names) == 12
    assert thai_date(datetime(2026, month, 1)).endswith(" 2569")


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0.2, "ไม่ถึง 1 วินาที"),
        (59.6, "1 นาที"),
        (512.4, "8 นาที 32 วินาที"),
        (3601, "1 ชั่วโมง 1 วินาที"),
    ],
)
def test_thai_duration(seconds: float, shown: str) -> None:
    assert thai_duration(seconds) == shown


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0 ไบต์"), (999, "999 ไบต์"), (1500, "1.5 kB"), (184_223_311, "184.2 MB"), (3_200_000_000, "3.2 GB")],
)
def test_thai_bytes(size: int, shown: str) -> None:
    assert thai_bytes(size) == shown
