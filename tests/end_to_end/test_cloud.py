"""An agency that keeps its evidence on cloud services: audited with stand-ins of the services on loopback.

The stand-ins answer under the services' own names, http and a port of their own; only the look-up of names is replaced.
"""

from __future__ import annotations

import shutil
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import compare
import pytest
import serving

from oit_checker.api import ArchiveFetcher, Finding, GapReport, HttpFetcher, Snapshot, audit, crawl, load_checklist
from oit_checker.config import Politeness
from oit_checker.model.evidence import GapKind, ItemStatus, Verification

NOW = datetime(2026, 3, 2, tzinfo=UTC)
S, V = ItemStatus, Verification
FAST = Politeness(rate=0, at_once=8)
PLAN, BOOK = "1PublicPlan2569abcdef", "1PublicReport2568abcd"
PRIVATE, BUSY, BIG = "1PrivateReport2568abc", "1BusyReport2568abcdef", "1BigProcurement2568ab"
FOLDER, IN_FOLDER, OTHER = "1FolderOfPlansabcdefg", "1StrategicPlanabcdefg", "1Otherabcdefghijklmno"
OUTER, INNER, IN_INNER, EMPTY = "1OuterFolderabcdef", "1InnerFolderabcdef", "1ItaAnalysis2569ab", "1EmptyFolderabcdef"
FOLDERS = {
    FOLDER: (
        (f"file/d/{IN_FOLDER}/view?usp=drive_web", "แผนยุทธศาสตร์ พ.ศ. 2566-2570.pdf"),
        (f"file/d/{OTHER}/view?usp=drive_web", "ประกาศวันหยุด.pdf"),
    ),
    OUTER: ((f"drive/folders/{INNER}", "ปีงบประมาณ 2569"),),
    INNER: ((f"file/d/{IN_INNER}/view?usp=drive_web", "รายงาน.pdf"),),
    EMPTY: (),
}

VIEWER = "<title>{name} - Google Drive</title><script>_docs_flag_initialData={{}}</script><p>{name}"
QUOTA = (
    '<title>Google Drive - Quota exceeded</title><p class="uc-error-caption">Sorry, you can\'t view or download this '
    'file at this time.</p><p class="uc-error-subcaption">Too many users have viewed or downloaded this file recently.'
)
SCAN = (
    '<title>Google Drive - Virus scan warning</title><p class="uc-warning-caption">Google Drive can\'t scan this file '
    'for viruses.</p><form id="download-form" action="https://drive.usercontent.google.com/download"></form>'
)
SIGN_IN = '<title>Sign in - Google Accounts</title><form><input type="password"></form>'
SHELL = "<title>แผนปฏิบัติการประเมินความเสี่ยงการทุจริต 2569</title><p>JavaScript must be enabled</p><script></script>"
ENTRY = (
    '<div class="flip-entry" id="entry-{id}"><div class="flip-entry-info">'
    '<a href="{at}"><div class="flip-entry-title">{name}</div></a></div>'
    '<div class="flip-entry-last-modified"><div>1/5/26</div></div></div>'
)


@dataclass
class Services:
    """pages: host and way → a page, a document's bytes, or ("to", address)."""

    port: int = 0
    pages: dict[str, str | bytes | tuple[str, str]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)

    def at(self, place: str) -> str:
        host, slash, way = place.partition("/")
        return f"http://{host}:{self.port}{slash}{way}"


@contextmanager
def running() -> Iterator[Services]:
    services = Services()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place = self.headers["Host"].partition(":")[0] + self.path
            services.asked[place] += 1
            page = services.pages.get(place)
            if isinstance(page, tuple):
                return self._send(302, b"", "text/html", page[1])
            if isinstance(page, bytes):
                return self._send(200, page, "application/octet-stream")
            return self._send(404 if page is None else 200, (page or "not found").encode(), "text/html; charset=utf-8")

        def _send(self, status: int, body: bytes, kind: str, to: str | None = None) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if to is not None:
                self.send_header("Location", to)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """The test keeps its own count."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    services.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield services
    finally:
        server.shutdown()
        server.server_close()


async def resolve(_host: str) -> list[str]:
    return ["127.0.0.1"]


def stock(services: Services, document: serving.Site) -> None:
    """Fill the services with what an anonymous visitor meets there; document makes the site's own documents."""
    drive, at = "drive.google.com", services.at
    uc = f"{drive}/uc?export=download&id="
    for name in (PLAN, BOOK, BUSY, BIG):
        services.pages[f"{drive}/file/d/{name}/view"] = VIEWER.format(name=name)
    for folder, entries in FOLDERS.items():
        listed = "".join(ENTRY.format(id=way, name=name, at=at(f"{drive}/{way}")) for way, name in entries)
        services.pages[f"{drive}/drive/folders/{folder}"] = VIEWER.format(name="ITA")
        services.pages[f"{drive}/embeddedfolderview?id={folder}"] = f'<div class="flip-entries">{listed}</div>'
        services.pages |= {f"{drive}/{way}": VIEWER.format(name=name) for way, name in entries}
    services.pages |= {
        f"{drive}/file/d/{PRIVATE}/view": ("to", at("accounts.google.com/v3/signin?continue=x")),
        "accounts.google.com/v3/signin?continue=x": SIGN_IN,
        f"{uc}{PLAN}": ("to", at(f"drive.usercontent.google.com/download?id={PLAN}")),
        f"drive.usercontent.google.com/download?id={PLAN}": document.document("files/o23-2569.pdf"),
        f"{uc}{BOOK}": document.document("files/o24-2568.docx"),
        f"{uc}{BUSY}": QUOTA,
        f"{uc}{BIG}": SCAN,
        f"{uc}{IN_FOLDER}": document.document("files/plan-2566-2570.pdf"),
        f"{uc}{OTHER}": document.document("files/section-128.pdf"),
        f"{uc}{IN_INNER}": document.document("files/o25-2569.pdf"),
        "bit.ly/ita24": ("to", at(f"{drive}/file/d/{BOOK}/view")),
        "www.facebook.com/agency/posts/1": SHELL,
        "www.canva.com/design/DAF1/abc/view": SHELL,
    }


def links(services: Services) -> dict[str, str]:
    """Where the agency's list links to instead of its own files."""
    drive = services.at("drive.google.com")
    return {
        "/files/o23-2569.pdf": f"{drive}/file/d/{PLAN}/view",
        "/files/o24-2568.docx": services.at("bit.ly/ita24"),
        "/files/annual-report-2568.pdf": f"{drive}/file/d/{PRIVATE}/view",
        "/files/o22-2568.pdf": f"{drive}/file/d/{BUSY}/view",
        "/files/hr-report-2568.pdf": f"{drive}/drive/folders/{EMPTY}",
        "/files/plan-2566-2570.pdf": f"{drive}/drive/folders/{FOLDER}",
        "/files/o25-2569.pdf": f"{drive}/drive/folders/{OUTER}",
        "/files/o21-2569.pdf": services.at("www.facebook.com/agency/posts/1"),
        "/files/complaint-guide.pdf": services.at("www.canva.com/design/DAF1/abc/view"),
        "/files/o19-2569.pdf": f"{drive}/file/d/{BIG}/view",
    }


@dataclass
class Audited:
    report: GapReport
    again: GapReport
    services: Services

    def item(self, code: str) -> Finding:
        return next(finding for finding in self.report.items if finding.code == code)

    def message(self, place: str) -> tuple[Verification, str]:
        url = self.services.at(place)
        return next((link.verification, link.message) for link in self.report.links if link.url == url)


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audited]:
    folder = tmp_path_factory.mktemp("cloud")
    site = shutil.copytree(compare.SITES / "clean_hub", folder / "site")
    with running() as services:
        stock(services, serving.Site(site))
        hub = (site / "hub-2569.txt").read_text("utf-8")
        for own, elsewhere in links(services).items():
            assert f"({own})" in hub
            hub = hub.replace(f"({own})", f"({elsewhere})")
        first = services.at(f"drive.google.com/file/d/{PLAN}/view")
        second = services.at(f"drive.google.com/open?id={PLAN}")
        hub = hub.replace(f"({first})", f"({first})\n- [ไฟล์เดียวกัน]({second})")
        (site / "hub-2569.txt").write_text(hub, "utf-8")
        with serving.serve(site) as (home, _):
            snapshot = crawl(home, into=folder / "snapshot", politeness=FAST, year=2569)
            yield Audited(*_judged_twice(snapshot), services)


def _judged_twice(snapshot: Snapshot) -> tuple[GapReport, GapReport]:
    """On the web, and again from the record alone."""
    checklist = load_checklist("nacc-2569")
    hosts = snapshot.manifest.hosts
    keep = lambda answer: snapshot.record_checks([answer])  # noqa: E731
    with HttpFetcher(snapshot, FAST, site_hosts=hosts, on_answer=keep, resolve=resolve) as web:
        report = audit(snapshot, checklist, fetcher=web, now=NOW)
    record = ArchiveFetcher(snapshot.checks(), strict=True)
    return report, audit(snapshot, checklist, fetcher=record, now=NOW)


@pytest.mark.parametrize(
    ("code", "status"),
    [
        pytest.param("O23", S.PASS, id="public file, read at its download address"),
        pytest.param("O24", S.PASS, id="public file behind a short link"),
        pytest.param("O5", S.PASS, id="the plan among the files of a folder"),
        pytest.param("O25", S.PASS, id="a file in a folder of a folder"),
        pytest.param("O7", S.UNREACHABLE, id="private file"),
        pytest.param("O14", S.UNREACHABLE, id="empty folder"),
        pytest.param("O22", S.REVIEW, id="quota"),
        pytest.param("O19", S.REVIEW, id="a file that needs one more click"),
        pytest.param("O21", S.REVIEW, id="facebook"),
        pytest.param("O16", S.REVIEW, id="canva"),
        pytest.param("O1", S.PASS, id="what stays on the site"),
    ],
)
def test_status(audited: Audited, code: str, status: ItemStatus) -> None:
    finding = audited.item(code)
    assert finding.status is status, (finding.reason, [gap.message for gap in finding.gaps])


def test_two_spellings_of_one_file_are_one_piece_of_evidence(audited: Audited) -> None:
    assert [evidence.url for evidence in audited.item("O23").evidence] == [
        audited.services.at(f"drive.google.com/file/d/{PLAN}/view")
    ]
    assert audited.services.asked[f"drive.google.com/uc?export=download&id={PLAN}"] == 1
    assert audited.services.asked[f"drive.google.com/open?id={PLAN}"] == 0


def test_a_private_file_says_what_was_seen_and_how_to_open_it(audited: Audited) -> None:
    verification, message = audited.message(f"drive.google.com/file/d/{PRIVATE}/view")
    assert verification is V.LOGIN_REQUIRED
    assert "accounts.google.com" in message
    gap = next(gap for gap in audited.item("O7").gaps if gap.kind is GapKind.NOT_PUBLIC)
    assert "ทุกคนที่มีลิงก์" in gap.advice
    assert audited.services.asked[f"drive.google.com/uc?export=download&id={PRIVATE}"] == 0


def test_a_short_link_shows_its_target(audited: Audited) -> None:
    target = audited.services.at(f"drive.google.com/file/d/{BOOK}/view")
    (evidence,) = audited.item("O24").evidence
    assert (evidence.url, evidence.final_url) == (audited.services.at("bit.ly/ita24"), target)
    assert any(target in note for note in evidence.notes)


def test_a_folder_file_is_found_on_the_folder(audited: Audited) -> None:
    folder = audited.services.at(f"drive.google.com/drive/folders/{FOLDER}")
    plan = next(evidence for evidence in audited.item("O5").evidence if IN_FOLDER in evidence.url)
    assert (plan.found_on, plan.status) == (folder, S.PASS)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("O23", "Google Drive ซึ่งอยู่นอกเว็บไซต์หลัก"),
        ("O22", "เผยแพร่บนเว็บไซต์หลัก"),
        ("O21", "ควรเผยแพร่ข้อความหรือไฟล์เดียวกันบนเว็บไซต์หลัก"),
        ("O16", "ควรดาวน์โหลดงานจาก Canva เป็น PDF"),
        ("O14", "ตรวจว่ามีไฟล์ในโฟลเดอร์"),
    ],
)
def test_advice_names_the_service_and_brings_the_file_home(audited: Audited, code: str, words: str) -> None:
    assert any(words in f"{gap.message} {gap.advice}" for gap in audited.item(code).gaps)


def test_the_kept_snapshot_is_judged_the_same_without_the_network(audited: Audited) -> None:
    assert audited.again.items == audited.report.items
    assert audited.again.links == audited.report.links
