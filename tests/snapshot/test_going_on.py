"""A snapshot that was cut short is whole up to its last whole page, wherever it was cut."""

from __future__ import annotations

import errno
import random
import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from oit_checker.errors import SnapshotError
from oit_checker.model.page import Fetched
from oit_checker.model.run import Limits
from oit_checker.snapshot import FORMAT, Begun, Manifest, PageRecord, Snapshot
from oit_checker.snapshot.earlier import drop_previous, previous_of, set_aside

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
SITE = "https://x.go.th/"
BEGUN = Begun(SITE, ("x.go.th",), NOW, "run", home=SITE)
PAGES = 12


def page(snapshot: Snapshot, number: int) -> None:
    body = f"หน้า {number} ".encode() * 50
    sha = snapshot.keep_body(body)
    snapshot.add_page(
        PageRecord(Fetched(f"{SITE}{number}", f"{SITE}{number}", 200, "text/html", NOW, body_sha256=sha), 1, SITE)
    )


def cut_short(folder: Path) -> Snapshot:
    snapshot = Snapshot.create(folder)
    snapshot.note_begun(BEGUN)
    for number in range(PAGES):
        page(snapshot, number)
    snapshot.sync()
    return snapshot


def finish(snapshot: Snapshot, outcome: str = "completed", *, can_go_on: bool = False) -> None:
    reason = None if outcome == "completed" else "หยุด"
    limits = Limits(9, 6, 30.0)
    told = Manifest(FORMAT, SITE, BEGUN.hosts, NOW, NOW, outcome, reason, limits, 1, 1, home=SITE, can_go_on=can_go_on)  # type: ignore[arg-type]
    snapshot.finish(told)


@pytest.mark.parametrize("seed", range(60))
def test_wherever_it_is_cut_what_stands_is_whole_and_can_be_added_to(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    folder = cut_short(tmp_path / "s").folder
    for name in ("pages.jsonl", "bodies.pack"):
        data = (folder / name).read_bytes()
        end = rng.randrange(len(data) + 1)
        lost = rng.choice([b"", b"\0" * (len(data) - end), rng.randbytes(len(data) - end)])
        (folder / name).write_bytes(data[:end] + lost)
    again = Snapshot.go_on(folder, BEGUN)
    kept = [record.fetched.url for record in again.pages()]
    assert kept == [f"{SITE}{number}" for number in range(len(kept))]
    page(again, 99)
    bodies = [again.body(record.fetched.body_sha256 or "").decode() for record in again.pages()]
    assert bodies[-1].startswith("หน้า 99 ")
    assert len(bodies) == len(kept) + 1


@pytest.mark.parametrize("name", ['"zz"', '"ก"', "7", '["00"]'])
def test_it_is_cut_at_a_record_whose_body_has_no_name(tmp_path: Path, name: str) -> None:
    pages = cut_short(tmp_path / "s").folder / "pages.jsonl"
    lines = pages.read_text().splitlines(keepends=True)
    lines[5] = re.sub(r'(?<="body_sha256": )"\w+"', name, lines[5])
    pages.write_text("".join(lines))
    again = Snapshot.go_on(pages.parent, BEGUN)
    assert [record.fetched.url for record in again.pages()] == [f"{SITE}{number}" for number in range(5)]


def test_what_was_not_damaged_is_all_kept(tmp_path: Path) -> None:
    folder = cut_short(tmp_path / "s").folder
    assert len(list(Snapshot.go_on(folder, BEGUN).pages())) == PAGES


def test_a_record_that_the_disk_took_in_part_does_not_spoil_the_next(
    tmp_path: Path, nearly_full: Callable[[Path, int], AbstractContextManager[None]]
) -> None:
    snapshot = cut_short(tmp_path / "s")
    record = PageRecord(Fetched(f"{SITE}long", f"{SITE}long", 404, "text/html", NOW), 1, SITE)
    with nearly_full(snapshot.folder / "pages.jsonl", 40), pytest.raises(OSError, match="in part") as refused:
        snapshot.add_page(record)
    assert refused.value.errno == errno.ENOSPC
    page(snapshot, PAGES)
    assert [found.fetched.url for found in snapshot.pages()] == [f"{SITE}{number}" for number in range(PAGES + 1)]


def test_a_crawl_that_was_killed_says_so_and_what_to_do(tmp_path: Path) -> None:
    folder = cut_short(tmp_path / "s").folder
    assert Snapshot.begun(folder) == BEGUN
    with pytest.raises(SnapshotError, match="cut short while being written") as refused:
        Snapshot.open(folder)
    assert "--resume" in str(refused.value)


@pytest.mark.parametrize(
    ("outcome", "can_go_on", "expected"),
    [("completed", False, None), ("partial", True, BEGUN.run_id), ("failed", False, None)],
)
def test_only_what_left_something_unasked_is_gone_on_with(
    tmp_path: Path, outcome: str, can_go_on: bool, expected: str | None
) -> None:
    snapshot = cut_short(tmp_path / "s")
    finish(snapshot, outcome, can_go_on=can_go_on)
    begun = Snapshot.begun(snapshot.folder)
    assert (begun.home if begun is not None else None) == (SITE if expected else None)


def test_going_on_forgets_what_was_verified(tmp_path: Path) -> None:
    snapshot = cut_short(tmp_path / "s")
    finish(snapshot, "partial", can_go_on=True)
    snapshot.record_checks([next(snapshot.pages()).fetched])
    snapshot.note_finished(NOW, NOW)
    again = Snapshot.go_on(snapshot.folder, BEGUN)
    assert (again.checks(), again.finished()) == ((), None)


@pytest.mark.parametrize(
    ("outcomes", "forget", "expected"),
    [
        pytest.param(["completed"], False, "completed", id="a whole one is kept"),
        pytest.param(["completed", "partial"], False, "completed", id="and not replaced by a part"),
        pytest.param(["partial", "completed"], False, "completed", id="it replaces a part"),
        pytest.param(["partial"], False, "partial", id="a part is better than nothing"),
        pytest.param(["completed"], True, None, id="unless all is to be forgotten"),
    ],
)
def test_the_crawl_before_is_kept_beside(
    tmp_path: Path, outcomes: list[str], forget: bool, expected: str | None
) -> None:
    folder = tmp_path / "s"
    for outcome in outcomes:
        set_aside(folder)
        finish(cut_short(folder), outcome)
    set_aside(folder, forget=forget)
    before = previous_of(folder)
    assert (Snapshot.open(before).manifest.outcome if Snapshot.has(before) else None) == expected
    finish(Snapshot.create(folder))
    drop_previous(folder)
    assert not before.exists()


@pytest.mark.parametrize(("forget", "kept"), [(False, True), (True, False)])
def test_what_ocr_read_outlives_a_crawl_unless_all_is_to_be_forgotten(tmp_path: Path, forget: bool, kept: bool) -> None:
    folder = tmp_path / "s"
    finish(Snapshot.create(folder), "completed")
    set_aside(folder)
    finish(Snapshot.create(folder), "partial")
    (folder / "ocr.jsonl").write_bytes(b"{}\n")
    set_aside(folder, forget=forget)
    Snapshot.create(folder)
    assert (folder / "ocr.jsonl").exists() is kept


def test_an_answer_that_the_disk_took_in_part_does_not_spoil_the_next(
    tmp_path: Path, nearly_full: Callable[[Path, int], AbstractContextManager[None]]
) -> None:
    snapshot = cut_short(tmp_path / "s")
    answer = Fetched(f"{SITE}a", f"{SITE}a", 404, "text/html", NOW)
    snapshot.record_checks([answer])
    with nearly_full(snapshot.folder / "checks.jsonl", 40), pytest.raises(OSError, match="in part"):
        snapshot.record_checks([answer])
    snapshot.record_checks([answer])
    assert snapshot.checks() == (answer, answer)
