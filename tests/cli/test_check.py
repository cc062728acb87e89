"""`oit-checker check` as an officer meets it: exit codes, files, messages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from reports.check_json import SCHEMA_FILE

ROOT = Path(__file__).parents[2]
FILES = ROOT / "oit_checker" / "demo" / "site" / "files"
PLAN = FILES / "o23-anticorruption-plan-2569.docx"


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "oit_checker", "check", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_whole_document_ends_with_zero_and_writes_its_forms(tmp_path: Path) -> None:
    (tmp_path / "check.html").write_text("of an earlier check", encoding="utf-8")
    done = run(PLAN, "--output", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "O23 แผนปฏิบัติการป้องกันการทุจริต" in done.stdout
    body = (tmp_path / "check.json").read_bytes()
    jsonschema.validate(json.loads(body), json.loads((ROOT / "reports" / SCHEMA_FILE).read_text(encoding="utf-8")))
    assert json.loads(body)["outcome"] == "whole"
    assert "O23" in (tmp_path / "check.html").read_text(encoding="utf-8")


def test_nothing_is_written_unless_asked(tmp_path: Path) -> None:
    place = tmp_path / "plan.docx"
    place.write_bytes(PLAN.read_bytes())
    assert run(place).returncode == 0
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        pytest.param((FILES / "o18-statistics.pdf", "--item", "O18"), 1, "", id="a scan is for a person"),
        pytest.param((PLAN, "--item", "o24"), 1, "", id="held against another item"),
        pytest.param((PLAN, "--year", "2568"), 1, "", id="another year's checklist"),
        pytest.param((PLAN, "/nowhere.pdf"), 2, "/nowhere.pdf: ไม่พบไฟล์", id="a missing file"),
        pytest.param((), 2, "FILE", id="nothing named"),
        pytest.param((PLAN, "--item", "O99"), 2, "O1 ถึง O26", id="unknown item"),
        pytest.param((PLAN, "--format", "pdf"), 2, "pdf", id="unknown form"),
        pytest.param((PLAN, "--checklist", "nope"), 2, "nacc-2569", id="unknown checklist"),
        pytest.param((PLAN, "--output", "/proc/nowhere"), 2, "--output", id="unwritable folder"),
    ],
)
def test_exit_codes(words: tuple[str | Path, ...], code: int, told: str) -> None:
    done = run(*words, "--quiet")
    assert done.returncode == code, done.stderr
    assert told in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
