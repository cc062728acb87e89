import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from oit_checker.config import ReadLimits
from oit_checker.documents import reading, worker_process
from oit_checker.documents.reading import Reader, ReadJob
from oit_checker.documents.tree import parse_page
from oit_checker.errors import OitError, SnapshotError
from oit_checker.lines import line_of, reader_of
from oit_checker.model.page import Link, OcrLack, OcrReading, Page, PageKind, Passage, Table, Unreadable, Unsure
from oit_checker.snapshot import Snapshot

SITE = "https://www.example.go.th/"
LIMITS = ReadLimits(seconds_per_file=30.0, processes=2)
STUBBORN_WORKER = """
import os, time
from oit_checker.documents import worker
from oit_checker.model.page import Page, PageKind, Unreadable

well = worker.extract

def extract(body, *, url, media_type, **limits):
    if "crash" in url:
        os._exit(3)
    if "abort" in url:
        os.abort()
    if "hang" in url:
        time.sleep(60)
    if "memory" in url:
        raise MemoryError
    if "greedy" in url:
        held = bytearray(270_000_000)
        return Page(url, PageKind.PDF, None, unreadable=Unreadable("empty" if "empty" in url else "corrupt"))
    if "rich" in url:
        held = bytearray(270_000_000)
    return well(body, url=url, media_type=media_type, **limits)

worker.extract = extract
worker.main()
"""


@pytest.fixture
def stubborn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that crashes, hangs or runs out of memory when the address says so."""
    (tmp_path / "stubborn_worker.py").write_text(STUBBORN_WORKER)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(worker_process, "_WORKER_MODULE", "stubborn_worker")


def test_documents_and_pages_come_back_in_the_order_of_the_jobs(pdf: Callable[..., bytes]) -> None:
    jobs = [
        ReadJob(SITE + "a.pdf", lambda: pdf(("แผน",)), "application/pdf"),
        ReadJob(SITE + "b.html", "<p>หน้า</p>".encode(), "text/html"),
        ReadJob(SITE + "c.csv", "ก,ข\n1,2".encode(), "text/csv"),
        ReadJob(SITE + "a.pdf", b"a second job of the same address"),
    ]
    with Reader(LIMITS) as reader:
        pages = reader.read_all(jobs)
    assert [(url.removeprefix(SITE), page.kind) for url, page in pages.items()] == [
        ("a.pdf", PageKind.PDF),
        ("b.html", PageKind.HTML),
        ("c.csv", PageKind.CSV),
    ]
    assert pages[SITE + "a.pdf"].passages[0].text == "แผน"
    assert all(page.passages or page.tables for page in pages.values())


def test_no_process_is_started_for_web_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_process, "_WORKER_MODULE", "no_such_module")
    with Reader(LIMITS) as reader:
        pages = reader.read_all([ReadJob(SITE, "<p>หน้า</p>".encode(), "text/html")])
        assert reader.read_all([]) == {}
    assert pages[SITE].passages


@pytest.mark.parametrize("most_bytes", [10, 100_000], ids=["too big", "small"])
@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ("<h1>แผน</h1><p style='display:none'>ซ่อน</p><p>หน้า</p>".encode(), "text/html"),
        ("ก,ข\n1,2".encode(), "text/csv"),
    ],
)
def test_what_is_parsed_already_is_read_alike(body: bytes, media_type: str, most_bytes: int) -> None:
    job = ReadJob(SITE, body, media_type)
    with Reader(ReadLimits(max_file_bytes=most_bytes)) as reader:
        (page,) = reader.read_all([job]).values()
        now = reader.read_now(job, body, parse_page(body))
        assert now.done() or page.kind is PageKind.CSV or page.unreadable is Unreadable.TOO_BIG
        assert reader.taken(now) == page


@pytest.mark.usefixtures("stubborn")
def test_a_file_that_hangs_crashes_or_eats_memory_costs_only_itself(pdf: Callable[..., bytes]) -> None:
    names = ["hang.pdf", "good-1.pdf", "crash.pdf", "good-2.pdf", "memory.pdf", "good-3.pdf", "abort.pdf"]
    with Reader(ReadLimits(seconds_per_file=3.0, processes=2)) as reader:
        pages = reader.read_all([ReadJob(SITE + name, pdf(("แผน",)), "application/pdf") for name in names])
    assert [pages[SITE + name].unreadable for name in names] == [
        Unreadable.TOO_SLOW,
        None,
        Unreadable.READER_FAILED,
        None,
        Unreadable.TOO_BIG,
        None,
        Unreadable.TOO_BIG,
    ]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/proc tells it on Linux only")
@pytest.mark.usefixtures("stubborn")
def test_what_was_read_with_hardly_any_memory_left_is_a_doubt(pdf: Callable[..., bytes]) -> None:
    """Called broken or empty there, a file is no fault of the agency; the next is read by a fresh process."""
    names = ["greedy.pdf", "greedy-empty.pdf", "rich.pdf", "good.pdf", "broken.pdf"]
    bodies = [*[pdf(("แผน",))] * 4, b"%PDF-1.7 broken"]
    with Reader(ReadLimits(processes=1, memory_mb=400)) as reader:
        pages = reader.read_all([ReadJob(SITE + name, body) for name, body in zip(names, bodies, strict=True)])
    assert [(page.unreadable, page.cut) for page in pages.values()] == [
        (Unreadable.TOO_BIG, False),
        (Unreadable.TOO_BIG, False),
        (None, True),
        (None, False),
        (Unreadable.CORRUPT, False),
    ]


def test_what_is_begun_is_read_as_all_at_once(pdf: Callable[..., bytes]) -> None:
    """Also where it is taken later and in part, and where a worker was started beforehand."""
    jobs = [ReadJob(f"{SITE}{number}.pdf", pdf((f"แผน {number}",))) for number in range(3)]
    jobs.append(ReadJob(SITE, "<p>หน้า</p>".encode(), "text/html"))
    with Reader(LIMITS) as reader:
        at_once = reader.read_all(jobs)
    with Reader(LIMITS) as reader:
        reader.expect_documents()
        begun = [reader.begin(job) for job in jobs]
        assert {job.url: reader.taken(one) for job, one in zip(jobs, begun, strict=True)} == at_once


@pytest.mark.parametrize("documents", [pytest.param(0, id="none came"), pytest.param(3, id="some came")])
def test_a_worker_that_was_expected_is_the_one_that_reads_and_is_ended(
    documents: int, pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **more: started.append(popen(*args, **more)) or started[-1])
    with Reader(ReadLimits(seconds_per_file=30.0, processes=1)) as reader:
        reader.expect_documents()
        reader.expect_documents()
        reader.read_all([ReadJob(f"{SITE}{number}.pdf", pdf(("แผน",))) for number in range(documents)])
    assert [process.poll() is not None for process in started] == [True]


def test_a_big_body_is_read_whole(pdf: Callable[..., bytes]) -> None:
    """Bodies of this size are loaded once more when their turn has come."""
    body = pdf(("แผน",)) + b"\n%" + b"x" * (reading._HUGE_BYTES + 1)
    jobs = [ReadJob(f"{SITE}{number}.pdf", lambda: body) for number in range(3)]
    with Reader(LIMITS) as reader:
        assert [page.passages[0].text for page in reader.read_all(jobs).values()] == ["แผน"] * 3


def test_a_body_over_the_limit_is_not_read(pdf: Callable[..., bytes]) -> None:
    with Reader(ReadLimits(max_file_bytes=100)) as reader:
        page = reader.read_all([ReadJob(SITE + "a.pdf", pdf(("แผน",)))])[SITE + "a.pdf"]
    assert (page.kind, page.unreadable, page.cut) == (PageKind.PDF, Unreadable.TOO_BIG, True)


def test_a_snapshot_without_the_body_is_our_fault(tmp_path: Path) -> None:
    snapshot = Snapshot.create(tmp_path / "s")
    with Reader(LIMITS) as reader, pytest.raises(SnapshotError, match="missing or damaged"):
        reader.read_all([ReadJob(SITE + "a.pdf", lambda: snapshot.body("0" * 64))])


def test_a_worker_that_cannot_start_is_our_fault(pdf: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_process, "_WORKER_MODULE", "no_such_module")
    with Reader(LIMITS) as reader, pytest.raises(OitError, match="does not start"):
        reader.read_all([ReadJob(SITE + "a.pdf", pdf(("แผน",)))])


def test_the_worker_is_begun_without_what_only_its_parent_needs() -> None:
    told = (
        "import sys, oit_checker.documents.worker; print(sorted({'pydantic', 'oit_checker.checks'} & set(sys.modules)))"
    )
    begun = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)
    assert begun.stdout.strip() == "[]"


def test_a_page_comes_back_from_a_worker_as_it_was_read() -> None:
    inner = Page("u#x", PageKind.PDF, None, unreadable=Unreadable.ENCRYPTED)
    page = Page(
        "u",
        PageKind.ARCHIVE,
        "แผน “ปี” 2569\n",
        passages=(Passage("ก", "ข", 3, "ชีต", is_heading=True, by_ocr=True, unsure=Unsure.ALT), Passage("")),
        tables=(Table(("ก", ""), (("1", "2"), ()), empty=("ข",)),),
        links=(Link("", "#", "ค", row="แถว"),),
        partly_unreadable=(1, 2),
        metadata={"title": "ก"},
        inner=(inner,),
        ocr=OcrReading((Passage("ก"),), (1,), lack=OcrLack.TOO_SLOW),
        unclear_heads=((1, "ก"),),
        cut=True,
    )
    assert reader_of(Page)(line_of(page)) == page
