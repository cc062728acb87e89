"""A site that publishes personal data: the officer is told where, and nothing that we write repeats a number."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import compare
import pytest
from openpyxl import load_workbook

NUMBERS = ("1999000000017", "1-9990-00000-01-7", "๑-๙๙๙๐-๐๐๐๐๐-๑๕-๗", "3109990000127", "987-6-54321-0", "089-765-4321")


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, subprocess.CompletedProcess[str]]]:
    """The output folder of an audit of the site, and what the command printed."""
    out = tmp_path_factory.mktemp("private")
    with compare.serve(compare.SITES / "private_data") as (url, _):
        words = [url, "--output", str(out), "--year", "2569", "--max-minutes", "2", "--log-format", "json"]
        forms = [word for form in ("html", "xlsx", "csv") for word in ("--format", form)]
        command = [sys.executable, "-m", "oit_checker", "audit", *words, *forms]
        yield out, subprocess.run(command, capture_output=True, text=True, timeout=170, check=False)


@pytest.fixture(scope="module")
def report(audited: tuple[Path, subprocess.CompletedProcess[str]]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((audited[0] / "gap_report.json").read_text("utf-8"))
    return loaded


def told(report: dict[str, Any], name: str) -> list[tuple[str, str, int]]:
    """Kind, place and count of what is told of one piece of evidence."""
    pieces = [piece for item in report["items"] for piece in item["evidence"] if piece["url"].endswith(name)]
    assert pieces, name
    return [(found["kind"], found["place"], found["count"]) for found in pieces[0]["personal_data"]]


def test_each_document_is_told_with_kind_place_and_count(report: dict[str, Any]) -> None:
    assert told(report, "hr-report-2568.pdf") == [("citizen_number", "หน้า 1", 2), ("bank_account", "หน้า 1", 1)]
    assert told(report, "_training.pdf")[:2] == [
        ("citizen_number", "ชื่อไฟล์หรือที่อยู่ของไฟล์", 1),
        ("citizen_number", "ข้อความของลิงก์", 1),
    ]
    people = {kind for kind, _, _ in told(report, "participation.html")}
    assert people == {"citizen_number", "mobile_number", "home_address"}


@pytest.mark.parametrize("name", ["sokhoro-2569.xlsx", "contact.html", "plan-2566-2570.pdf"])
def test_tax_numbers_officials_and_the_agencys_account_are_no_alarm(report: dict[str, Any], name: str) -> None:
    assert told(report, name) == []


def test_nothing_that_is_written_or_printed_repeats_a_number(
    audited: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    out, done = audited
    said = {"stdout": done.stdout, "stderr": done.stderr}
    said |= {form: (out / f"gap_report.{form}").read_text("utf-8") for form in ("json", "html", "csv")}
    book = load_workbook(out / "gap_report.xlsx")
    said["xlsx"] = "\n".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert [(place, number) for place, text in said.items() for number in NUMBERS if number in text] == []
    assert "ข้อมูลส่วนบุคคลที่ควรปกปิด" in said["stdout"]
    assert "3-xxxx-xxxxx-12-7_training.pdf" in said["html"]


def test_the_warning_changes_no_status(report: dict[str, Any]) -> None:
    kinds = {gap["kind"] for item in report["items"] for gap in item["gaps"]}
    assert not {kind for kind in kinds if "personal" in kind}
    piece = next(p for item in report["items"] for p in item["evidence"] if p["url"].endswith("hr-report-2568.pdf"))
    assert piece["status"] == "pass"


def test_open_data_is_told(report: dict[str, Any]) -> None:
    plan = next(p for item in report["items"] for p in item["evidence"] if p["url"].endswith("plan-2566-2570.pdf"))
    assert plan["machine_readable_twin"].endswith("/files/plan-2566-2570.csv")
    assert report["open_data"]["catalog"] == "https://tambon.gdcatalog.go.th/"
    assert report["open_data"]["by_stars"][2:4] == [1, 1]


def test_a_kept_snapshot_is_judged_again_with_the_same_warnings(
    audited: tuple[Path, subprocess.CompletedProcess[str]], report: dict[str, Any], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "oit_checker", "judge", str(audited[0] / "snapshot"), "--output", str(tmp_path)]
    subprocess.run([*command, "--quiet"], capture_output=True, timeout=170, check=False)
    again = json.loads((tmp_path / "gap_report.json").read_text("utf-8"))
    assert again["items"] == report["items"]
    assert again["open_data"] == report["open_data"]
