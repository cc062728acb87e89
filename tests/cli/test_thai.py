"""A mistyped command line is answered in Thai with what to do, and the help is Thai, at no cost."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from oit_checker.cli import main
from oit_checker.cli.app import app

THAI = re.compile("[ก-๙]")
ENGLISH = re.compile(
    r"Error|Usage|Invalid|Missing|No such|Did you|Input should|Show this|required|default|env var|Options:|Commands:"
)


def typed(words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["oit-checker", *words.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    return int(str(ended.value.code or 0)), said.out, said.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("audit", ["SITE", "https://www.example.go.th"]),
        ("audti", ["audti", "หมายถึง audit"]),
        ("dance", ["dance", "audit, demo"]),
        ("audit x.go.th --yaer 2569", ["--yaer", "หมายถึง --year"]),
        ("audit x.go.th --year soon", ["--year", "เลขจำนวนเต็ม"]),
        ("audit x.go.th --rate fast", ["--rate", "ตัวเลข"]),
        ("audit x.go.th --format pdf", ["--format", "html, xlsx, csv"]),
        ("audit x.go.th --max-pages 0", ["--max-pages", "ไม่น้อยกว่า 1"]),
        ("audit x.go.th --iit 101", ["--iit", "ไม่เกิน 100"]),
        ("audit x.go.th --log-format xml", ["--log-format", "text, json"]),
        ("audit x.go.th --agency-kind tambon", ["--agency-kind", "ส่วนราชการ|อปท|จังหวัด", "local_government"]),
        ("audit x.go.th y.go.th", ["y.go.th", "เกินมา"]),
        ("audit --year", ["--year", "ต้องมีค่า"]),
        ("audit x.go.th --quiet=3", ["--quiet", "โดยไม่มีค่า"]),
        ("audit x.go.th --year 2026", ["--year 2569"]),
        ("audit x.go.th --iit 90", ["--eit"]),
        ("audit x.go.th --resume --fresh", ["--resume", "--fresh"]),
        ("check", ["FILE", "plans/"]),
        ("explain", ["ITEM", "O25"]),
        ("checklist shwo O1", ["หมายถึง show"]),
    ],
)
def test_what_cannot_be_understood_is_told_in_thai(
    words: str, told: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = typed(words, monkeypatch, capsys)
    assert (code, out) == (2, "")
    assert THAI.search(err)
    assert not ENGLISH.search(err)
    for part in told:
        assert part in err


def commands(command: Any, path: str = "") -> Iterator[str]:
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, f"{path} {name}".strip())


@pytest.mark.parametrize("path", list(commands(typer.main.get_group(app))))
def test_the_help_of_every_command_is_thai_and_whole(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = typed(f"{path} --help", monkeypatch, capsys)
    assert code == 0
    assert not ENGLISH.search(out)
    lines = out.splitlines()
    sections = next(number for number, line in enumerate(lines) if re.fullmatch("[ก-๙]+:", line))
    names = [number for number, line in enumerate(lines) if re.match(r"  \S", line) and number > sections]
    assert names
    for number in names:
        assert THAI.search(lines[number + 1]), lines[number]


def test_no_word_at_all_is_answered_with_the_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "วิธีใช้: oit-checker" in typed("", monkeypatch, capsys)[1]


def test_the_version_needs_no_verb(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = typed("--version", monkeypatch, capsys)
    assert (code, out.split()[0]) == (0, "oit-checker")


def test_help_loads_nothing_heavy() -> None:
    asked = "import sys; sys.argv[1:] = ['audit', '--help']\nfrom oit_checker.cli import main\n"
    asked += "try: main()\nexcept SystemExit: pass\n"
    heavy = "scrapy twisted httpx lxml pythainlp jinja2 rapidfuzz yaml"
    told = f"{asked}print('loaded', [name for name in {heavy.split()!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded []"
