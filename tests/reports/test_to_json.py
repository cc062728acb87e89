from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import pytest

from oit_checker.errors import ReportError
from oit_checker.model.report import GapReport
from reports.schema import schema_text
from reports.to_json import SCHEMA_FILE, dump, load, validate

CONTRACT: dict[str, Any] = {
    "schema_version": 1,
    "generator": {"name": "oit-checker", "version": "0.1.0"},
    "agency": {"name": None, "url": "https://www.example.go.th/", "hosts": ["www.example.go.th"]},
    "checklist": {"id": "nacc-2569", "fiscal_year": 2569, "instrument": "nacc", "title": "แบบวัด"},
    "run": {
        "id": "01JC",
        "started_at": "2026-11-20T01:00:00+07:00",
        "finished_at": "2026-11-20T01:08:32+07:00",
        "outcome": "completed",
        "reason": None,
        "pages_crawled": 412,
        "documents_read": 57,
        "urls_verified": 603,
        "pages_rendered": 3,
        "bytes_downloaded": 184223311,
        "seconds": 512.4,
        "limits": {"max_pages": 2000, "max_depth": 6, "max_minutes": 30},
    },
    "score": {
        "oit": 84.0,
        "oit_if_reviewed": 88.0,
        "indicators": [{"code": "9", "name": "การเปิดเผยข้อมูล", "score": 90.0}],
    },
    "sub_indicators": [
        {
            "code": "9.1",
            "name": "ข้อมูลพื้นฐาน",
            "score": 75.0,
            "items": 4,
            "passed": 3,
            "gaps": 1,
            "item_codes": ["O1", "O2", "O3", "O4"],
        }
    ],
    "items": [
        {
            "code": "O1",
            "title": "โครงสร้าง หน้าที่และอำนาจ",
            "sub_indicator": "9.1",
            "required_fiscal_year": None,
            "status": "incomplete",
            "score": 0,
            "confidence": 0.93,
            "evidence": [
                {
                    "url": "https://www.example.go.th/structure",
                    "final_url": "https://www.example.go.th/th/structure/",
                    "found_on": "https://www.example.go.th/ita2569",
                    "link_text": "O1",
                    "path": ["https://www.example.go.th/", "https://www.example.go.th/structure"],
                    "media_type": "text/html",
                    "http_status": 200,
                    "verification": "ok",
                    "fiscal_year": 2569,
                    "fiscal_year_basis": "title",
                    "machine_readable": False,
                    "open_data_stars": 1,
                    "status": "incomplete",
                    "confidence": 0.93,
                    "matched": [{"phrase": "โครงสร้าง", "where": "link"}],
                    "components": [
                        {
                            "id": "O1.duty",
                            "label": "หน้าที่และอำนาจ",
                            "required": True,
                            "status": "not_found",
                            "snippet": None,
                        }
                    ],
                }
            ],
            "near_misses": [
                {"url": "https://x", "found_on": "https://y", "reason": "wrong_year", "message": "รายงานของปี 2567"}
            ],
            "gaps": [
                {"kind": "component_missing", "url": None, "component": "O1.duty", "message": "ไม่พบ", "advice": "เพิ่ม"}
            ],
        }
    ],
    "links": [
        {
            "url": "https://x",
            "found_on": "https://y",
            "link_text": "",
            "items": ["O6"],
            "verification": "not_found",
            "http_status": 404,
            "final_url": "https://x",
            "attempts": 2,
            "message": "404 Not Found",
        }
    ],
}
"""The contract's own example, without any of the fields that were added to it since."""


def test_what_is_written_is_read_back_the_same(report: GapReport) -> None:
    assert load(dump(report)) == report


def test_keys_stand_in_the_contracts_order(report: GapReport) -> None:
    document = json.loads(dump(report))
    assert list(document) == [field.name for field in fields(GapReport)]
    assert [key for key in document["items"][0] if key in CONTRACT["items"][0]] == list(CONTRACT["items"][0])
    assert [key for key in document["run"] if key in CONTRACT["run"]] == list(CONTRACT["run"])


def test_the_file_is_readable_text(report: GapReport) -> None:
    text = dump(report).decode("utf-8")
    assert '  "schema_version": 1,\n' in text
    assert "เทศบาลตำบลห้วยทราย" in text
    assert '"started_at": "2026-11-20T01:00:00+07:00"' in text
    assert text.endswith("}\n")


def test_a_moment_in_utc_says_so(report: GapReport) -> None:
    run = replace(report.run, started_at=datetime(2026, 11, 20, tzinfo=UTC))
    assert load(dump(replace(report, run=run))).run.started_at == datetime(2026, 11, 20, tzinfo=UTC)


def test_half_a_character_of_a_site_does_not_spoil_the_file(report: GapReport) -> None:
    broken = replace(report, agency=replace(report.agency, name="เทศบาล\ud800"))
    assert load(dump(broken)).agency.name == "เทศบาล?"


def test_the_file_is_what_the_standard_library_would_write(report: GapReport) -> None:
    odd = replace(report, agency=replace(report.agency, name='เทศบาล "\\" \x00\x1f\x7f\t\r\n\u2028 🙂 </script>'))
    for one in (report, odd):
        text = dump(one).decode("utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
    assert load(dump(odd)) == odd


def test_the_contracts_own_example_is_valid_and_loads() -> None:
    body = json.dumps(CONTRACT)
    validate(body)
    loaded = load(body)
    assert loaded.items[0].evidence[0].components[0].label == "หน้าที่และอำนาจ"
    assert loaded.hubs == ()


def test_a_report_keeps_to_the_shipped_schema(
    report: GapReport, cut_short: Callable[[GapReport, str], GapReport]
) -> None:
    validate(dump(report))
    validate(dump(cut_short(report, "partial")))


def test_the_shipped_schema_is_the_one_of_the_types() -> None:
    shipped = files("reports").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")
    assert shipped == schema_text(), "run: python -m reports.schema"


def test_a_field_of_a_later_version_is_no_fault() -> None:
    validate(json.dumps({**CONTRACT, "something_new": 1}))


@pytest.mark.parametrize("read", [load, validate])
@pytest.mark.parametrize(
    ("body", "problem", "remedy"),
    [
        pytest.param("", "ไม่ใช่ JSON", "ตรวจเว็บไซต์ใหม่", id="empty"),
        pytest.param("<html>", "ไม่ใช่ JSON", "ตรวจเว็บไซต์ใหม่", id="a web page"),
        pytest.param(b"\xff\xfe\x00", "ไม่ใช่ JSON", "ตรวจเว็บไซต์ใหม่", id="bytes of something else"),
        pytest.param("[]", "ไม่ใช่รายงานของ oit-checker", "ตรวจเว็บไซต์ใหม่", id="a list"),
        pytest.param('{"name": "package"}', "ไม่ใช่รายงานของ oit-checker", "ตรวจเว็บไซต์ใหม่", id="another program's JSON"),
        pytest.param('{"schema_version": 2}', "schema_version 2", "ปรับโปรแกรม", id="a newer program's report"),
        pytest.param('{"schema_version": 0}', "schema_version 0", "ตรวจเว็บไซต์ใหม่", id="an older program's report"),
        pytest.param('{"schema_version": 1}', "equired", "ตรวจเว็บไซต์ใหม่", id="all but the version is missing"),
    ],
)
def test_a_foreign_file_is_refused_with_a_remedy(
    read: Callable[..., object], body: str | bytes, problem: str, remedy: str
) -> None:
    with pytest.raises(ReportError) as refused:
        read(body, path="out/gap_report.json")
    assert problem in refused.value.problem
    assert remedy in refused.value.remedy
    assert str(refused.value).startswith("out/gap_report.json")


@pytest.mark.parametrize("read", [load, validate])
def test_a_wrong_value_is_named_by_its_place(read: Callable[..., object]) -> None:
    wrong = {**CONTRACT, "items": [{**CONTRACT["items"][0], "status": "fine"}]}
    with pytest.raises(ReportError) as refused:
        read(json.dumps(wrong))
    assert refused.value.where == "items.0.status"
