"""A snapshot folder that somebody else has made: refused, or read within bounds, whatever it holds."""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from evil import Evil, page

from oit_checker import lines
from oit_checker.errors import SnapshotError
from oit_checker.snapshot import Begun, Snapshot, safety
from oit_checker.snapshot.bodies import MOST_BODY_BYTES
from oit_checker.snapshot.earlier import previous_of, set_aside
from spiders.crawl import crawl

BEGUN = Begun("https://x.go.th/", ("x.go.th",), datetime(2026, 3, 2, tzinfo=UTC), "run", home="https://x.go.th/")


@pytest.fixture
def folder(evil: Evil, crawled: Any) -> Path:
    evil.pages["/"] = page("<h1>เทศบาลตัวอย่าง</h1><p>ยินดีต้อนรับ</p>")
    found: Path = crawled(evil.url).folder
    return found


def link(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to("/etc/passwd")


def pipe(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)


@pytest.mark.parametrize("make", [link, pipe])
@pytest.mark.parametrize("name", ["pages.jsonl", "checks.jsonl", "bodies.pack", "finished.json", "more"])
def test_links_and_pipes_are_refused(folder: Path, make: Callable[[Path, str], None], name: str) -> None:
    make(folder, name)
    with pytest.raises(SnapshotError, match="no plain file"):
        Snapshot.open(folder)


@pytest.mark.parametrize("make", [link, pipe])
@pytest.mark.parametrize("name", ["pages.jsonl", "bodies.pack", "ocr.jsonl"])
@pytest.mark.parametrize(
    "use",
    [
        pytest.param(Snapshot.resume, id="resume"),
        pytest.param(Snapshot.begun, id="begun"),
        pytest.param(lambda folder: Snapshot.go_on(folder, BEGUN), id="go_on"),
        pytest.param(set_aside, id="set_aside"),
    ],
)
def test_a_crawl_cut_short_is_not_gone_on_with_through_links(
    tmp_path: Path, use: Callable[[Path], object], name: str, make: Callable[[Path, str], None]
) -> None:
    snapshot = Snapshot.create(tmp_path / "s")
    snapshot.note_begun(BEGUN)
    make(snapshot.folder, name)
    with pytest.raises(SnapshotError, match="no plain file"):
        use(snapshot.folder)


def test_what_a_link_names_is_not_cut(tmp_path: Path, evil: Evil, crawled: Any) -> None:
    """Neither in the snapshot to go on with, nor in the one of the crawl before."""
    evil.pages["/"] = page("<h1>เทศบาลตัวอย่าง</h1>")
    folder: Path = crawled(evil.url).folder
    own = tmp_path / "diary.txt"
    own.write_text("ของฉัน")
    (folder / "pages.jsonl").unlink()
    (folder / "pages.jsonl").symlink_to(own)
    for before in (folder, previous_of(folder)):
        if before != folder:
            folder.rename(before)
        with pytest.raises(SnapshotError, match="no plain file"):
            crawl(evil.url, into=folder, resume=True)
    assert own.read_text() == "ของฉัน"


def test_a_manifest_without_end_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safety, "MOST_MANIFEST_BYTES", 100)
    with pytest.raises(SnapshotError, match="cannot be read"):
        Snapshot.open(folder)


def test_a_line_without_end_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LINE_BYTES", 5_000)
    with (folder / "pages.jsonl").open("ab") as out:
        out.write(b"x" * 20_000)
    with pytest.raises(SnapshotError, match="too long"):
        list(Snapshot.open(folder).pages())


@pytest.mark.parametrize("name", ["../../../../etc/passwd", "/etc/passwd", "a" * 64, ""])
def test_a_body_by_any_other_name_is_none(folder: Path, name: str) -> None:
    record = (folder / "pages.jsonl").read_text("utf-8").splitlines()[0]
    plain = json.loads(record)
    plain["fetched"]["body_sha256"] = name
    (folder / "pages.jsonl").write_text(json.dumps(plain) + "\n", "utf-8")
    snapshot = Snapshot.open(folder)
    with pytest.raises(SnapshotError):
        snapshot.body(next(snapshot.pages()).fetched.body_sha256 or "")


def test_a_body_that_unpacks_without_end_is_refused(folder: Path) -> None:
    bomb = zlib.compress(b"\0" * (MOST_BODY_BYTES + 1), 9)
    digest = bytes(range(32))
    with (folder / "bodies.pack").open("ab") as out:
        out.write(struct.pack("<4s32sBI", b"OITB", digest, 1, len(bomb)) + bomb)
    with pytest.raises(SnapshotError, match="missing or damaged"):
        Snapshot.open(folder).body(digest.hex())


def test_names_that_a_site_chooses_reach_no_file(evil: Evil, crawled: Any, tmp_path: Path) -> None:
    """Paths and Content-Disposition try to leave the folder; the snapshot holds its own files and no others."""
    evil.links("/", "/..%2f..%2f..%2fescaped", "/%2fetc%2fescaped", "/a\\..\\escaped", "/file")
    evil.otherwise = lambda asked: page(asked.target) if "escaped" in asked.target else None
    evil.pages["/file"] = page("x").replace(
        b"Connection: close", b"Connection: close\r\nContent-Disposition: inline; filename=../../escaped"
    )
    snapshot = crawled(evil.url)
    assert snapshot.manifest.pages > 3
    held = {place.name for place in snapshot.folder.iterdir()}
    assert held <= {"manifest.json", "pages.jsonl", "bodies.pack", "checks.jsonl", "finished.json"}
    assert not [place for place in tmp_path.rglob("*") if "escaped" in place.name]
