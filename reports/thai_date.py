"""Dates and durations as a Thai office writes them: Buddhist era, Thai months, Thai time."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

THAI_TIME = timezone(timedelta(hours=7))
"""Thailand keeps one zone and no daylight saving, so a fixed offset is enough."""

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)


def thai_date(moment: datetime) -> str:
    """20 พฤศจิกายน 2569, in Thai time; a moment without a zone is taken to be Thai time already."""
    day = _in_thailand(moment)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"


def thai_moment(moment: datetime) -> str:
    """20 พฤศจิกายน 2569 เวลา 08.05 น."""
    day = _in_thailand(moment)
    return f"{thai_date(moment)} เวลา {day.hour:02d}.{day.minute:02d} น."


def thai_duration(seconds: float) -> str:
    """8 นาที 32 วินาที; the smallest unit told is the second."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    told = [f"{count:,} {unit}" for count, unit in ((hours, "ชั่วโมง"), (minutes, "นาที"), (rest, "วินาที")) if count]
    return " ".join(told) or "ไม่ถึง 1 วินาที"


def thai_bytes(size: int) -> str:
    """184.2 MB, in the decimal units that file managers and hosting bills use."""
    amount = float(size)
    for unit in ("ไบต์", "kB", "MB"):
        if amount < 1000:
            return f"{amount:,.0f} {unit}" if unit == "ไบต์" else f"{amount:,.1f} {unit}"
        amount /= 1000
    return f"{amount:,.1f} GB"


def _in_thailand(moment: datetime) -> datetime:
    return moment if moment.tzinfo is None else moment.astimezone(THAI_TIME)
