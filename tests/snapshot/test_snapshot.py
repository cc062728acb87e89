from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from oit_checker.errors import SnapshotError
from oit_checker.model.page import Failure, Fetched, Link
from oit_checker.model.run import Limits
from oit_checker.snapshot import FORMAT, Manifest, PageRecord, Skip, Snapshot
from oit_checker.snapshot.records import packed_places

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HOME = "https://x.go.th/"


def fetched(url: str, **more: object) -> Fetched:
    return Fetched(url, more.pop("final_url", url), 200, "text/html", NOW, **more)  # type: ignore[arg-type]


def manifest(**more: object) -> Manifest:
    told: dict[str, object] = {
        "outcome": "completed",
        "reason": None,
        "limits": Limits(2000, 6, 30.0),
        "requests": 2,
        "bytes_downloaded": 9,
    }
    return Manifest(FORMAT, HOME, ("x.go.th",), NOW, NOW, **{**told, **more})  # type: ignore[arg-type]


@pytest.fixture
def snapshot(tmp_path: Path) -> Snapshot:
    made = Snapshot.create(tmp_path / "s")
    sha = made.keep_body("หน้าแรก".encode())
    made.add_page(
        PageRecord(fetched(HOME, body_sha256=sha), 0, None, "หน้าแรก", (Link(HOME + "a", "a", "ก", row="แถว"),))
    )
    made.add_page(
        PageRecord(
            fetched(HOME + "old", final_url=HOME + "a", redirects=(HOME + "a",)), 1, HOME, hits=packed_places([1])
        )
    )
    made.add_page(PageRecord(fetched(HOME + "b?x=1&y=2", failure=Failure.TIMEOUT), 2, HOME + "a"))
    return made


def test_what_is_written_is_read(snapshot: Snapshot) -> None:
    told = manifest(skips=(Skip(HOME + "c", "trap", HOME),), notes=("หมายเหตุ",), off_site=(("y.go.th", 3),))
    snapshot.finish(told)
    opened = Snapshot.open(snapshot.folder)
    assert opened.manifest == told
    records = list(opened.pages())
    assert [record.fetched.failure for record in records] == [Failure.NONE, Failure.NONE, Failure.TIMEOUT]
    assert records[0].links[0].row == "แถว"
    assert opened.body(records[0].fetched.body_sha256 or "").decode() == "หน้าแรก"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        pytest.param(HOME + "a", HOME + "old", id="by the address arrived at"),
        pytest.param("http://www.x.go.th/old", HOME + "old", id="in another spelling"),
        pytest.param(HOME + "b?y=2&x=1", HOME + "b?x=1&y=2", id="in another order"),
        pytest.param(HOME + "zzz", None, id="not crawled"),
    ],
)
def test_page(snapshot: Snapshot, url: str, found: str | None) -> None:
    record = snapshot.page(url)
    assert (record.fetched.url if record is not None else None) == found


def test_path_to_is_the_path_of_clicks(snapshot: Snapshot) -> None:
    assert snapshot.path_to(HOME + "b?x=1&y=2") == (HOME, HOME + "a", HOME + "b?x=1&y=2")
    assert snapshot.path_to(HOME) == (HOME,)
    assert snapshot.path_to("https://elsewhere.go.th/") == ("https://elsewhere.go.th/",)


def test_a_line_cut_short_is_left_out(snapshot: Snapshot) -> None:
    with (snapshot.folder / "pages.jsonl").open("ab") as out:
        out.write(b'{"fetched": {"url": "ht')
    assert len(list(snapshot.pages())) == 3
    assert snapshot.page(HOME + "zzz") is None


def test_checks_are_added_to_a_finished_snapshot(snapshot: Snapshot) -> None:
    snapshot.finish(manifest())
    opened = Snapshot.open(snapshot.folder)
    opened.record_checks([fetched(HOME + "1.pdf")])
    opened.record_checks([fetched(HOME + "2.pdf"), fetched(HOME + "1.pdf")])
    assert [check.url for check in opened.checks()] == [HOME + "1.pdf", HOME + "2.pdf", HOME + "1.pdf"]


def test_an_unfinished_snapshot_is_refused_and_can_be_resumed(snapshot: Snapshot) -> None:
    with pytest.raises(SnapshotError, match="cut short"):
        Snapshot.open(snapshot.folder)
    assert not Snapshot.is_finished(snapshot.folder)
    resumed = Snapshot.resume(snapshot.folder)
    resumed.finish(manifest(outcome="partial"))
    assert Snapshot.open(snapshot.folder).manifest.outcome == "partial"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(None, "ไม่มีข้อมูลการตรวจ", id="absent"),
        pytest.param("{}", "ไม่ใช่ของ oit-checker", id="foreign"),
        pytest.param("{", "cannot be read", id="broken"),
        pytest.param('{"format": 99}', "รูปแบบที่ 99", id="of a later version"),
        pytest.param(f'{{"format": {FORMAT}}}', "manifest.json เสีย", id="without its fields"),
    ],
)
def test_what_is_no_snapshot_is_refused(tmp_path: Path, content: str | None, words: str) -> None:
    if content is not None:
        (tmp_path / "manifest.json").write_text(content)
    with pytest.raises(SnapshotError, match=words):
        Snapshot.open(tmp_path)


def test_create_clears_an_earlier_snapshot_and_nothing_else(snapshot: Snapshot, tmp_path: Path) -> None:
    again = Snapshot.create(snapshot.folder)
    assert list(again.pages()) == []
    assert again.bodies.size == 0
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "thesis.docx").touch()
    with pytest.raises(SnapshotError, match="no snapshot"):
        Snapshot.create(tmp_path / "other")
    assert (tmp_path / "other" / "thesis.docx").exists()


@pytest.mark.parametrize("line", [b"{\n", b"\xff\xfe\n", b'{"fetched": 1}\n', b"[]\n", b"\n"], ids=repr)
def test_a_damaged_line_is_refused(snapshot: Snapshot, line: bytes) -> None:
    for name in ("pages.jsonl", "checks.jsonl"):
        with (snapshot.folder / name).open("ab") as out:
            out.write(line)
    with pytest.raises(SnapshotError, match=r"pages\.jsonl บรรทัด 4: ข้อมูลที่เก็บไว้เสีย"):
        list(snapshot.pages())
    with pytest.raises(SnapshotError, match=r"pages\.jsonl บรรทัด 4: ข้อมูลที่เก็บไว้เสีย"):
        Snapshot.resume(snapshot.folder).page(HOME)
    with pytest.raises(SnapshotError, match=r"checks\.jsonl บรรทัด 1: ข้อมูลที่เก็บไว้เสีย"):
        snapshot.checks()


def test_the_end_of_an_audit_is_kept_until_the_next_crawl(snapshot: Snapshot) -> None:
    assert snapshot.finished() is None
    snapshot.note_finished(NOW, NOW.replace(hour=10))
    assert Snapshot.resume(snapshot.folder).finished() == (NOW, NOW.replace(hour=10))
    assert Snapshot.create(snapshot.folder).finished() is None
    assert not (snapshot.folder / "finished.json").exists()


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"now": 1, "finished_at": 2}', '{"now": "x", "finished_at": "y"}']
)
def test_a_damaged_end_is_refused(snapshot: Snapshot, content: str) -> None:
    (snapshot.folder / "finished.json").write_text(content)
    with pytest.raises(SnapshotError, match=r"finished\.json เสีย"):
        snapshot.finished()


def test_an_address_that_cannot_be_read_has_no_page(snapshot: Snapshot) -> None:
    assert snapshot.page("http://[bad") is None


def test_phrases_are_told_by_their_places_in_the_manifest(snapshot: Snapshot) -> None:
    snapshot.finish(manifest(phrases=("คู่มือ", "แผน")))
    again = Snapshot.open(snapshot.folder)
    assert [again.hits(record) for record in again.pages()] == [(), ("แผน",), ()]


@pytest.mark.parametrize("hits", [packed_places([2]), "%%%"], ids=["no such place", "no places"])
def test_places_that_the_manifest_does_not_have_are_refused(snapshot: Snapshot, hits: str) -> None:
    snapshot.finish(manifest(phrases=("คู่มือ", "แผน")))
    with pytest.raises(SnapshotError, match="not looked for"):
        snapshot.hits(PageRecord(fetched(HOME), 0, None, hits=hits))


def test_heads_tell_of_pages_what_the_whole_records_tell(snapshot: Snapshot) -> None:
    snapshot.add_page(PageRecord(fetched(HOME + "a", via="browser"), 1, HOME, "ก", shown="AAAA", choice="2569"))
    heads, records = list(snapshot.heads()), list(snapshot.pages())
    assert [head.is_rendered for head in heads] == [False, False, False, True]
    for head, record in zip(heads, records, strict=True):
        assert [getattr(head, name) for name in head.__slots__] == [getattr(record, name) for name in head.__slots__]
