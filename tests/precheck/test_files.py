"""What the officer named, as files to read: folders walked, doubles once, and every fault a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from oit_checker.model.check import InputFault
from oit_checker.precheck.files import collect, read_fault


def made(folder: Path, *names: str) -> Path:
    for name in names:
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"text")
    return folder


def names(found_in: Path, *paths: Path, most: int = 100) -> list[str]:
    return [file.path.relative_to(found_in).as_posix() for file in collect(paths, most=most).files]


def test_folders_are_walked_and_hidden_files_left_out(tmp_path: Path) -> None:
    made(tmp_path, "b.pdf", "2569/แผน.docx", ".git/x.pdf", "~$b.docx", ".hidden.pdf", "Thumbs.db", "setup.exe")
    found = collect([tmp_path], most=100)
    assert [file.path.name for file in found.files] == ["b.pdf", "แผน.docx"]
    assert [Path(name).name for name in found.skipped] == ["setup.exe"]
    assert found.faults == []


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    made(tmp_path, "plan", "a.pdf")
    assert names(tmp_path, tmp_path / "plan", tmp_path / "a.pdf") == ["plan", "a.pdf"]


def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path) -> None:
    made(tmp_path, "a.pdf")
    assert names(tmp_path, tmp_path / "a.pdf", tmp_path, tmp_path / "." / "a.pdf") == ["a.pdf"]


def test_a_circle_of_folders_is_not_walked(tmp_path: Path) -> None:
    made(tmp_path, "deep/a.pdf")
    (tmp_path / "deep" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert names(tmp_path, tmp_path) == ["deep/a.pdf"]


def test_the_limit_holds_and_is_counted(tmp_path: Path) -> None:
    made(tmp_path, "a.pdf", "b.pdf", "c.pdf")
    found = collect([tmp_path], most=2)
    assert (len(found.files), found.left_out) == (2, 1)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        pytest.param("nowhere.pdf", "ไม่พบไฟล์", id="missing"),
        pytest.param("empty", "ไม่มีเอกสาร", id="a folder without documents"),
        pytest.param("pipe", "ไม่ใช่ไฟล์เอกสาร", id="a pipe, which would never end"),
        pytest.param("nul\x00.pdf", "ไม่พบไฟล์", id="no name of a file"),
    ],
)
def test_what_cannot_be_used_is_told_and_stops_nothing(name: str, told: str, tmp_path: Path) -> None:
    made(tmp_path, "a.pdf")
    (tmp_path / "empty").mkdir()
    os.mkfifo(tmp_path / "pipe")
    found = collect([tmp_path / name, tmp_path / "a.pdf"], most=100)
    assert [file.path.name for file in found.files] == ["a.pdf"]
    (fault,) = found.faults
    assert told in fault.message
    assert fault.advice


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (PermissionError(), "ไม่มีสิทธิ์"),
        (FileNotFoundError(), "ไม่พบ"),
        (OSError(5, "Input/output error"), "Input/output error"),
    ],
)
def test_every_fault_of_opening_has_a_sentence(fault: OSError, told: str) -> None:
    found: InputFault = read_fault("a.pdf", fault)
    assert told in found.message
    assert found.advice


def test_addresses_keep_odd_names_apart(tmp_path: Path) -> None:
    made(tmp_path, "a#1.pdf", "a?1.pdf", "a%231.pdf")
    found = collect([tmp_path], most=100)
    assert len({file.url for file in found.files}) == 3
    assert all("#" not in file.url and "?" not in file.url for file in found.files)
