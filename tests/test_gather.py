"""What was looked at, by the one name of each thing: spellings of a shared file, documents of an archive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import pytest

from oit_checker.config import ReadLimits
from oit_checker.documents.ocr import ScanJob, ScanReader
from oit_checker.documents.reading import Reader
from oit_checker.fetch.archive import ArchiveFetcher
from oit_checker.gather import Gatherer
from oit_checker.gathered import name_of
from oit_checker.model.evidence import Candidate, Verification
from oit_checker.model.page import Failure, Fetched, OcrReading, Page, PageKind, Unreadable
from oit_checker.snapshot import Snapshot
from oit_checker.verify import Checked, Verdict

ID = "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs"
VIEW, OPEN = f"https://drive.google.com/file/d/{ID}/view", f"https://drive.google.com/open?id={ID}"
SCAN = Page(VIEW, PageKind.PDF, None, unreadable=Unreadable.NO_TEXT_LAYER, scans=(1,))

NOW = datetime(2026, 3, 2, tzinfo=UTC)


def offered(url: str, member: str | None = None) -> Candidate:
    return Candidate("O1", url, "https://www.example.go.th/", "แผน", (), (), 1.0, member=member)


class Engine:
    """Reads every scan, and remembers which it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def read_all(self, jobs: Sequence[ScanJob]) -> dict[str, Page]:
        self.asked += [job.job.url for job in jobs]
        return {job.job.url: replace(job.page, ocr=OcrReading(pages=(1,))) for job in jobs}


@pytest.fixture
def gatherer(tmp_path: Path) -> Gatherer:
    snapshot = Snapshot.create(tmp_path / "s")
    made = Gatherer(snapshot, cast(Any, None), cast(Any, None), None, cast(ScanReader, Engine()))
    thing, sha256 = name_of(offered(VIEW)), snapshot.keep_body(b"%PDF-")
    fetched = Fetched(VIEW, VIEW, 200, "application/pdf", datetime(2026, 3, 2, tzinfo=UTC), body_sha256=sha256)
    made.gathered.offers[thing] = [offered(VIEW), offered(OPEN)]
    made.gathered.checked[thing] = Checked(fetched, Verdict(Verification.OK, "เปิดได้"))
    made.gathered.pages[thing] = SCAN
    return made


def test_the_scans_of_a_shared_file_are_read_once_however_its_link_is_spelled(gatherer: Gatherer) -> None:
    assert gatherer.has_unread_scans(VIEW)
    assert gatherer.read_scans([OPEN, VIEW]) == {name_of(offered(VIEW))}
    assert gatherer.read_scans([VIEW]) == frozenset()
    assert cast(Any, gatherer)._scan_reader.asked == [VIEW]
    page = gatherer.gathered.page(OPEN)
    assert page is not None
    assert page.ocr is not None
    assert not gatherer.has_unread_scans(OPEN)


@pytest.mark.parametrize(
    "declared",
    [
        pytest.param({"headers": {"content-type": "text/html; charset=iso-8859-2"}}, id="by the header that is kept"),
        pytest.param({"charset": "iso-8859-2"}, id="by the charset that is kept"),
    ],
)
def test_a_page_is_read_in_the_charset_that_the_server_declared(tmp_path: Path, declared: dict[str, Any]) -> None:
    url = "https://www.example.go.th/partners"
    snapshot = Snapshot.create(tmp_path / "s")
    sha256 = snapshot.keep_body("<html><title>Łódź</title><p>Łódź</p></html>".encode("iso-8859-2"))
    fetched = Fetched(url, url, 200, "text/html", NOW, body_sha256=sha256, body_bytes=60, **declared)
    gatherer = Gatherer(snapshot, ArchiveFetcher([fetched], strict=False), Reader(ReadLimits()))
    gatherer.look_at([offered(url)])
    page = gatherer.gathered.page(url)
    assert page is not None
    assert page.title == "Łódź"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(offered(VIEW), offered(OPEN), True, id="two spellings of a shared file"),
        pytest.param(offered(f"{VIEW}#a.pdf", "a.pdf"), offered(f"{VIEW}#b.pdf", "b.pdf"), False, id="two members"),
        pytest.param(offered(f"{VIEW}#a.pdf", "a.pdf"), offered(VIEW), False, id="a member and its archive"),
    ],
)
def test_each_thing_has_one_name(one: Candidate, other: Candidate, same: bool) -> None:
    assert (name_of(one) == name_of(other)) is same


OWN, BOX = "www.agency.go.th", "https://box.example.net"
SHELL = b'<html><title>a.csv</title><iframe src="/raw/7"></iframe></html>'
TABLE = "ลำดับ,จำนวนเรื่อง\n1,4\n".encode()


def followed(tmp_path: Path, held: Fetched | None, held_body: bytes = b"", *, at: str = BOX) -> tuple[Gatherer, str]:
    """A gatherer that has looked at a page which shows one file."""
    url = f"{at}/s/7"
    snapshot = Snapshot.create(tmp_path / "s")
    shell = Fetched(url, url, 200, "text/html", NOW, body_sha256=snapshot.keep_body(SHELL), body_bytes=len(SHELL))
    answers = [shell]
    if held is not None:
        answers.append(
            replace(held, body_sha256=snapshot.keep_body(held_body) if held_body else None, body_bytes=len(held_body))
        )
    gatherer = Gatherer(snapshot, ArchiveFetcher(answers, strict=False), Reader(ReadLimits()))
    gatherer.own_hosts = (OWN,)
    gatherer.look_at([offered(url)])
    return gatherer, url


def answer(status: int | None, media_type: str | None, failure: Failure = Failure.NONE) -> Fetched:
    return Fetched(f"{BOX}/raw/7", f"{BOX}/raw/7", status, media_type, NOW, failure=failure)


def test_a_viewers_page_off_the_site_is_the_file_that_it_shows(tmp_path: Path) -> None:
    gatherer, url = followed(tmp_path, answer(200, "text/csv"), TABLE)
    page, seen = gatherer.gathered.page(url), gatherer.gathered.seen(url)
    assert page is not None
    assert page.kind is PageKind.CSV
    assert (seen.fetched.url, seen.fetched.final_url) == (url, url)
    assert f"{BOX}/raw/7" in (seen.verdict.note or "")


@pytest.mark.parametrize(
    ("held", "body"),
    [
        pytest.param(answer(404, "text/html"), b"<html>404 not found</html>", id="the file is gone"),
        pytest.param(answer(None, None, Failure.ROBOTS), b"", id="robots.txt forbids it"),
        pytest.param(answer(200, "text/html"), b"<html><div id=book></div></html>", id="another viewer"),
        pytest.param(None, b"", id="not in the record"),
    ],
)
def test_what_cannot_be_followed_is_not_read_and_no_page_of_its_own(
    tmp_path: Path, held: Fetched | None, body: bytes
) -> None:
    gatherer, url = followed(tmp_path, held, body)
    page, seen = gatherer.gathered.page(url), gatherer.gathered.seen(url)
    assert page is not None
    assert page.unreadable is Unreadable.VIEWER_ONLY
    assert seen.verdict.verification.opens
    assert f"{BOX}/raw/7" in (seen.verdict.note or "")


def test_an_embedded_form_is_a_service_and_stays_a_page(tmp_path: Path) -> None:
    gatherer, url = followed(tmp_path, answer(200, "text/html"), b"<html><form><input name=q></form></html>")
    page = gatherer.gathered.page(url)
    assert page is not None
    assert page.unreadable is None


def test_a_page_of_the_agencys_own_site_is_left_to_the_search_of_its_files(tmp_path: Path) -> None:
    gatherer, url = followed(tmp_path, answer(200, "text/csv"), TABLE, at=f"https://{OWN}")
    page = gatherer.gathered.page(url)
    assert page is not None
    assert page.kind is PageKind.HTML


PLAN, NEWS, LOST, SHUT = (f"https://{OWN}/{name}" for name in ("plan.csv", "news", "lost", "shut"))
WORDS = "<title>ข่าว</title><h1>ข่าว</h1><p>กิจกรรมของหน่วยงานในเดือนนี้</p><a href='/'>หน้าแรก</a>".encode()
GONE = "<title>ไม่พบหน้า</title><h1>ไม่พบหน้าที่ต้องการ</h1>".encode()


def looked_at(tmp_path: Path) -> tuple[Gatherer, list[tuple[str, int]]]:
    """A gatherer that has looked at a file, a page, one that is only said to be there, and one that opens later."""
    snapshot = Snapshot.create(tmp_path / "s")

    def answer(url: str, body: bytes, status: int = 200) -> Fetched:
        media = "text/csv" if url == PLAN else "text/html"
        sha256 = snapshot.keep_body(body)
        return Fetched(url, url, status, media, NOW, body_sha256=sha256, body_bytes=len(body), charset="utf-8")

    answers = [answer(PLAN, TABLE), answer(NEWS, WORDS), answer(LOST, GONE), answer(SHUT, GONE), answer(SHUT, WORDS)]
    told: list[tuple[str, int]] = []
    gatherer = Gatherer(
        snapshot,
        ArchiveFetcher(answers, strict=False),
        Reader(ReadLimits()),
        lambda stage, count, _: told.append((stage, count)),
    )
    gatherer.look_at(map(offered, (PLAN, NEWS, LOST, SHUT)))
    return gatherer, told


@pytest.mark.parametrize("first", [PLAN, NEWS, LOST, SHUT])
def test_pages_stand_in_the_order_of_their_offers_whoever_is_asked_for_first(tmp_path: Path, first: str) -> None:
    gatherer, told = looked_at(tmp_path)
    gathered = gatherer.gathered
    gathered.page(first)
    gathered.finish()
    assert [page and (page.url, page.kind) for page in gathered.pages.values()] == [
        (PLAN, PageKind.CSV),
        (NEWS, PageKind.HTML),
        None,
        (SHUT, PageKind.HTML),
    ]
    assert list(gathered.pages) == list(gathered.offers)
    assert told == [("verify", 4), ("read", 3)]


def test_a_page_is_loaded_once_to_be_looked_at_and_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    body = Snapshot.body
    monkeypatch.setattr(Snapshot, "body", lambda self, sha256: loaded.append(sha256) or body(self, sha256))
    gathered = looked_at(tmp_path)[0].gathered
    assert gathered.page(NEWS) is not None
    assert loaded.count(gathered.seen(NEWS).fetched.body_sha256 or "") == 2  # the other page that opens says the same


def test_what_was_read_too_early_gives_way_to_the_answer_that_counts(tmp_path: Path) -> None:
    """A page that said it was missing opened at the second try: its words then are read, not those of the first."""
    gathered = looked_at(tmp_path)[0].gathered
    assert gathered.seen(LOST).verdict.verification is Verification.SOFT_404
    page = gathered.page(SHUT)
    assert page is not None
    assert page.title == "ข่าว"
