"""What a website writes stays words, from its pages to the terminal, the log and every form of the report."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from evil import Evil, page

NASTY = (
    "<script>alert(1)</script><img src=x onerror=alert(2)>"
    "\x1b[2J\x1b]8;;http://evil.example\x07กด\x1b]8;;\x07\x9b31m\u202eลวง\u2066"
)
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture
def hostile(evil: Evil) -> Evil:
    said = NASTY.replace("<", "&lt;")
    evil.pages["/"] = page(
        f'<h1>=HYPERLINK("http://evil.example") {said}</h1><a href="/ita">การประเมิน ITA ปี 2569 {said}</a>'
        f'<a href="javascript:alert(3)">O1 โครงสร้าง {said}</a>',
        f"=cmd|' /C calc'!A0 {said}",
    )
    items = "".join(
        f'<p><a href="/o{n}\x1b[31m&quot;onclick=alert(4)">O{n} โครงสร้างหน่วยงาน {said}</a></p>' for n in range(1, 26)
    )
    evil.pages["/ita"] = page(f"<h1>OIT 2569 {said}</h1>{items}", f"OIT 2569 {said}")
    evil.otherwise = lambda asked: page(f"<h1>{said}</h1>", said) if asked.path.startswith("/o") else None
    return evil


@pytest.mark.parametrize("log", ["text", "json"])
def test_nothing_acts_on_its_reader(hostile: Evil, tmp_path: Path, log: str) -> None:
    told = [sys.executable, "-m", "oit_checker", "audit", f"{hostile.url}/", "--output", str(tmp_path)]
    told += ["--format", "html", "--format", "csv", "--log-format", log]
    done = subprocess.run(told, capture_output=True, cwd=Path(__file__).parents[2], timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    for stream in (done.stdout, done.stderr):
        assert not ACTING.search(stream.decode())
    html = (tmp_path / "gap_report.html").read_text("utf-8")
    assert not ACTING.search(html)
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert not re.search(r"href=[\"']?\s*(?:javascript|data|file):", html, re.IGNORECASE)
    sheet = (tmp_path / "gap_report.csv").read_text("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(sheet)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert not [sign for sign in sheet if unicodedata.category(sign) == "Cc" and sign not in "\r\n"]
