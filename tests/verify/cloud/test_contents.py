"""What is read of evidence on a service, and what stays unread: from hand-made answers of the services."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest

from oit_checker.fetch import Ask
from oit_checker.model.evidence import Verification
from oit_checker.model.page import Failure, Fetched, Link, Page, PageKind, Passage, Unreadable
from oit_checker.verify.check import Checked, check_links
from oit_checker.verify.cloud.contents import MOST_FILES_PER_FOLDER, MOST_TRIES, files_of_folder, read_contents

V = Verification
NOW = datetime(2026, 3, 2, tzinfo=UTC)
ID = "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs"
DRIVE = "https://drive.google.com"
VIEW, UC = f"{DRIVE}/file/d/{ID}/view", f"{DRIVE}/uc?export=download&id={ID}"
CONTENT = f"https://drive.usercontent.google.com/download?id={ID}&export=download"
FOLDER, LISTING = f"{DRIVE}/drive/folders/{ID}", f"{DRIVE}/embeddedfolderview?id={ID}"
DOC, DOCX = (
    f"https://docs.google.com/document/d/{ID}/edit",
    f"https://docs.google.com/document/d/{ID}/export?format=docx",
)
TENANT = "https://agency-my.sharepoint.com/:b:/g/personal/x/EaBc"
SIGN_IN = "https://accounts.google.com/v3/signin"
PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\n" + b"x" * 2000 + b"\nstartxref\n9\n%%EOF\n"
CUT = PDF[:900]
VIEWER = "<title>แผนปฏิบัติการ 2569.pdf - Google Drive</title><script></script><p>แผนปฏิบัติการ 2569.pdf".encode()
QUOTA = b'<title>Google Drive - Quota exceeded</title><p class="uc-error-caption">Sorry</p>'
SCAN = b'<title>Virus scan warning</title><p class="uc-warning-caption">x</p><form id="download-form"></form>'
EMPTY_FOLDER = b'<title>ITA</title><div class="flip-entries"></div>'
LIST = (
    b'<title>ITA</title><div class="flip-entries"><div class="flip-entry" id="entry-1AbCdEfGhIjKlMn">'
    b'<a href="https://drive.google.com/file/d/1AbCdEfGhIjKlMn/view">o1.pdf</a></div>'
)


@dataclass(frozen=True)
class Reply:
    body: bytes = b""
    status: int | None = 200
    kind: str = "text/html"
    to: str | None = None
    failure: Failure = Failure.NONE


GIVES_PDF = Reply(PDF, kind="application/pdf")
BROKEN = Reply(b"<p>x", 500)
LATE = Reply(status=None, failure=Failure.TIMEOUT)
NO_TIME = Reply(status=None, failure=Failure.BUDGET)
REFUSED = Reply(status=None, failure=Failure.ROBOTS)


@dataclass
class Web:
    """Answers from a table: address → one reply, or one for each ask, the last one ever after."""

    replies: Mapping[str, Reply | Sequence[Reply]]
    asked: list[str] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)

    def fetch(self, asks: Sequence[Ask]) -> dict[str, Fetched]:
        return {ask.url: self._answer(ask.url) for ask in asks}

    def _answer(self, url: str) -> Fetched:
        known = self.replies.get(url, Reply(b"nothing here", 404))
        rows = [known] if isinstance(known, Reply) else known
        reply = rows[min(self.asked.count(url), len(rows) - 1)]
        self.asked.append(url)
        sha = hashlib.sha256(reply.body).hexdigest() if reply.body else None
        self.bodies |= {sha: reply.body} if sha else {}
        return Fetched(
            url=url,
            final_url=reply.to or url,
            http_status=reply.status,
            media_type=reply.kind,
            fetched_at=NOW,
            failure=reply.failure,
            body_sha256=sha,
            body_bytes=len(reply.body),
            redirects=(reply.to,) if reply.to else (),
        )

    def look(self, url: str) -> Checked:
        """Verify and read one address, as an audit does."""
        seen = check_links({url: False}, fetcher=self, body=self.bodies.__getitem__)
        return {**seen, **read_contents(seen, fetcher=self, body=self.bodies.__getitem__)}[url]

    def body_of(self, checked: Checked) -> bytes:
        return self.bodies[checked.fetched.body_sha256 or ""]


@pytest.mark.parametrize(
    ("url", "replies"),
    [
        pytest.param(VIEW, {VIEW: Reply(VIEWER), UC: GIVES_PDF}, id="viewer, then the file"),
        pytest.param(UC, {UC: GIVES_PDF}, id="the link is the download itself"),
        pytest.param(VIEW, {VIEW: Reply(VIEWER), UC: REFUSED, CONTENT: GIVES_PDF}, id="robots refuse one address"),
        pytest.param(VIEW, {VIEW: REFUSED, UC: GIVES_PDF}, id="robots refuse the viewer only"),
        pytest.param(VIEW, {VIEW: Reply(VIEWER), UC: Reply(CUT, kind="application/pdf"), CONTENT: GIVES_PDF}, id="cut"),
        pytest.param(DOC, {DOC: Reply(VIEWER), DOCX: GIVES_PDF}, id="a document of Docs"),
        pytest.param("https://bit.ly/a", {"https://bit.ly/a": Reply(VIEWER, to=VIEW), UC: GIVES_PDF}, id="short link"),
        pytest.param(
            f"{DRIVE}/open?id={ID}",
            {f"{DRIVE}/open?id={ID}": Reply(VIEWER, to=DOC), DOCX: GIVES_PDF},
            id="open?id leads to a document",
        ),
        pytest.param(TENANT, {TENANT: Reply(VIEWER), f"{TENANT}?download=1": GIVES_PDF}, id="sharepoint"),
    ],
)
def test_what_is_open_is_read_under_the_agencys_own_link(url: str, replies: Mapping[str, Reply]) -> None:
    web = Web(replies)
    checked = web.look(url)
    assert checked.verdict.verification.opens
    assert (checked.fetched.url, checked.unread) == (url, None)
    assert web.body_of(checked) == PDF


@pytest.mark.parametrize(
    ("url", "replies", "note"),
    [
        pytest.param(VIEW, {VIEW: Reply(VIEWER), UC: REFUSED, CONTENT: REFUSED}, "robots.txt", id="robots"),
        pytest.param(VIEW, {VIEW: Reply(VIEWER), UC: Reply(SCAN)}, "กดยืนยันอีกครั้ง", id="one more click"),
        pytest.param(
            VIEW,
            {VIEW: Reply(VIEWER), UC: Reply(b"<p>x", to=SIGN_IN), CONTENT: Reply(b"no", 403)},
            "ปิดการดาวน์โหลด",
            id="downloads are off",
        ),
        pytest.param(VIEW, {VIEW: Reply(VIEWER), UC: BROKEN, CONTENT: BROKEN}, "ไม่สำเร็จ", id="out of order"),
        pytest.param(FOLDER, {FOLDER: Reply(VIEWER), LISTING: Reply(b"<title>ITA</title><p>?")}, "รายชื่อ", id="no list"),
        pytest.param(DOC, {DOC: Reply(VIEWER), DOCX: LATE}, "ไม่สำเร็จ", id="late"),
        pytest.param(DOC, {DOC: Reply(VIEWER), DOCX: NO_TIME}, "หมดเวลา", id="our time was over"),
    ],
)
def test_what_opens_and_is_not_read_is_a_doubt(url: str, replies: Mapping[str, Reply], note: str) -> None:
    checked = Web(replies).look(url)
    assert checked.verdict.verification is V.OK
    assert checked.unread is Unreadable.VIEWER_ONLY
    assert note in (checked.verdict.note or "")


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/agency/posts/1",
        "https://www.youtube.com/watch?v=k4iOBAmYDOA",
        "https://www.canva.com/design/DAF1/abc/view",
        "https://online.anyflip.com/abcd/efgh/",
        "https://1drv.ms/f/s!AkChxyz",
        "https://www.dropbox.com/scl/fo/abc/AbC?rlkey=k1",
    ],
)
def test_a_shell_is_never_read_as_the_evidence(url: str) -> None:
    shell = "<title>แผนปฏิบัติการป้องกันการทุจริต 2569</title><p>JavaScript must be enabled</p><script></script>".encode()
    checked = Web({url: Reply(shell)}).look(url)
    assert (checked.verdict.verification, checked.unread) == (V.OK, Unreadable.VIEWER_ONLY)


@pytest.mark.parametrize(
    "url",
    [
        "https://sites.google.com/view/agency",
        "https://docs.google.com/forms/d/e/1FAIpQLSabcdef/viewform",
        "https://docs.google.com/document/d/e/2PACX-1vRabcdef/pub",
    ],
)
def test_a_page_with_words_of_its_own_is_read_as_it_is(url: str) -> None:
    web = Web({url: Reply("<title>ITA</title><h1>แผนปฏิบัติราชการ</h1><p>โครงการ".encode())})
    assert web.look(url).unread is None
    assert web.asked == [url]


@pytest.mark.parametrize(
    ("replies", "outcome"),
    [
        pytest.param({VIEW: Reply(b"<p>x", to=SIGN_IN), UC: GIVES_PDF}, V.LOGIN_REQUIRED, id="private"),
        pytest.param({VIEW: Reply(b"<p>x", 404), UC: GIVES_PDF}, V.NOT_FOUND, id="deleted"),
        pytest.param({VIEW: Reply(VIEWER), UC: Reply(QUOTA)}, V.RATE_LIMITED, id="quota"),
        pytest.param(
            {VIEW: Reply(VIEWER), UC: Reply(CUT, kind="application/pdf"), CONTENT: Reply(CUT, kind="application/pdf")},
            V.CORRUPT,
            id="broken file",
        ),
        pytest.param(
            {VIEW: Reply(VIEWER), UC: Reply(kind="application/pdf"), CONTENT: Reply(kind="application/pdf")},
            V.EMPTY,
            id="empty file",
        ),
        pytest.param({VIEW: REFUSED, UC: REFUSED, CONTENT: REFUSED}, V.NOT_CHECKED, id="robots refuse everything"),
    ],
)
def test_what_the_public_cannot_open(replies: Mapping[str, Reply], outcome: Verification) -> None:
    web = Web(replies)
    checked = web.look(VIEW)
    assert checked.verdict.verification is outcome
    if outcome in {V.LOGIN_REQUIRED, V.NOT_FOUND}:
        assert UC not in web.asked  # the viewer has said all


def test_a_folder_is_read_as_the_list_of_its_files() -> None:
    web = Web({FOLDER: Reply(VIEWER), LISTING: Reply(LIST)})
    checked = web.look(FOLDER)
    assert (checked.lists, checked.unread, checked.verdict.verification) == (True, None, V.OK)
    assert web.body_of(checked) == LIST


def test_an_empty_folder_shows_the_public_nothing() -> None:
    checked = Web({FOLDER: Reply(VIEWER), LISTING: Reply(EMPTY_FOLDER)}).look(FOLDER)
    assert checked.verdict.verification is V.EMPTY
    assert "ไม่มีไฟล์" in checked.verdict.message


def test_names_of_files_are_no_contents_of_the_folder() -> None:
    link = Link(f"{DRIVE}/file/d/1AbCdEfGhIjKlMn/view", "x", "แผนปฏิบัติการ 2569.pdf")
    page = Page(FOLDER, PageKind.HTML, "ITA", (Passage("แผนปฏิบัติการ 2569.pdf"),), links=(link,))
    listed = files_of_folder(page)
    assert (listed.passages, listed.links, listed.unreadable) == ((), (link,), None)
    assert files_of_folder(Page(FOLDER, PageKind.HTML, "ITA")).unreadable is Unreadable.VIEWER_ONLY
    many = files_of_folder(Page(FOLDER, PageKind.HTML, "ITA", links=(link,) * (MOST_FILES_PER_FOLDER + 1)))
    assert many.unreadable is Unreadable.MANY_FILES


def test_two_links_to_one_file_ask_for_its_bytes_once() -> None:
    other = "https://bit.ly/a"
    web = Web({VIEW: Reply(VIEWER), other: Reply(VIEWER, to=VIEW), UC: GIVES_PDF})
    seen = check_links({VIEW: False, other: False}, fetcher=web, body=web.bodies.__getitem__)
    read_contents(seen, fetcher=web, body=web.bodies.__getitem__)
    assert web.asked.count(UC) == 1


def test_no_thing_is_asked_for_more_often_than_its_turns() -> None:
    web = Web({DOC: Reply(VIEWER), DOCX: LATE})
    web.look(DOC)
    assert web.asked.count(DOCX) == MOST_TRIES


def test_services_are_not_probed_for_impossible_addresses() -> None:
    web = Web({VIEW: Reply(VIEWER), UC: GIVES_PDF})
    web.look(VIEW)
    assert web.asked == [VIEW, UC]
